#include "domain/completeness.h"

#include "domain/recorded.h"
#include "domain/rules.h"

#include <algorithm>

namespace qis::core {

namespace {

constexpr std::uint32_t kWhole = 100;

class Measure {
public:
    Measure(const Pack& pack, const CodeSystems& systems, const Content& content)
        : m_pack(pack)
        , m_systems(systems)
        , m_content(content) {}

    [[nodiscard]] bool isThere(const DocumentedPart& part) const {
        return std::any_of(part.fields.begin(), part.fields.end(), [&](const std::string& name) {
            const auto* field = m_pack.field(name);
            const auto* value = field == nullptr ? nullptr : recorded(*field, m_content);
            return value != nullptr &&
                   std::none_of(part.except.begin(), part.except.end(), [&](const std::string& text) {
                       const auto except = valueFromText(*field, m_systems, text);
                       return except && *except == *value;
                   });
        });
    }
    /// The first of its fields that no rule excludes; null when there is none.
    [[nodiscard]] const Field* place(const DocumentedPart& part) const {
        for (const auto& name : part.fields) {
            const auto* field = m_pack.field(name);
            if (field != nullptr && !isExcluded(name)) {
                return field;
            }
        }
        return nullptr;
    }

private:
    [[nodiscard]] bool isExcluded(const std::string& name) const {
        return std::any_of(m_pack.rules.begin(), m_pack.rules.end(), [&](const Rule& rule) {
            const auto* first =
                rule.kind == "excludes" && rule.fields.at(1) == name ? m_pack.field(rule.fields.at(0)) : nullptr;
            const auto* value = first == nullptr ? nullptr : recorded(*first, m_content);
            const auto excluding = value == nullptr ? std::nullopt : valueFromText(*first, m_systems, rule.value);
            return excluding && *excluding == *value;
        });
    }

    const Pack& m_pack;
    const CodeSystems& m_systems;
    const Content& m_content;
};

int hundredths(std::uint32_t there, std::uint32_t possible) {
    return possible == 0 ? 0 : static_cast<int>((2 * kWhole * there + possible) / (2 * possible));
}

} // namespace

Completeness completenessOf(const Pack& pack, const CodeSystems& systems, const Content& content) {
    const Measure measure(pack, systems, content);
    std::uint32_t there = 0;
    std::uint32_t possible = 0;
    std::vector<std::pair<const DocumentedPart*, const Field*>> missing;
    for (const auto& part : pack.completeness.parts) {
        const auto* place = measure.place(part);
        if (place == nullptr) {
            continue;
        }
        possible += part.weight;
        if (measure.isThere(part)) {
            there += part.weight;
        } else {
            missing.emplace_back(&part, place);
        }
    }
    Completeness result;
    result.value = hundredths(there, possible);
    for (const auto& [part, place] : missing) {
        result.missing.push_back({part->label, place, hundredths(there + part->weight, possible) - result.value});
    }
    std::stable_sort(result.missing.begin(), result.missing.end(),
                     [](const MissingPart& a, const MissingPart& b) { return a.gain > b.gain; });
    return result;
}

} // namespace qis::core
