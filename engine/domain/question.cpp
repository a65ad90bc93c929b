#include "domain/question.h"

#include "domain/rules.h"

#include <algorithm>

namespace qis::core {

namespace {

/// The wanted term stands in the path of the actual one.
bool isBelow(const CodeSystem& system, const Scalar& actual, std::int64_t wanted) {
    const auto* code = std::get_if<std::int64_t>(&actual);
    if (code == nullptr || *code < 1 || *code > std::int64_t{UINT32_MAX}) {
        return false;
    }
    const auto& path = system.path(static_cast<std::uint32_t>(*code));
    return std::find(path.begin(), path.end(), wanted) != path.end();
}

bool equals(const Field& field, const CodeSystems& systems, const Value& actual, const std::string& text) {
    const auto wanted = valueFromText(field, systems, text);
    if (!wanted) {
        return false;
    }
    const auto system = systems.find(field.system);
    const auto* code = std::get_if<std::int64_t>(&*wanted);
    if (system == systems.end() || code == nullptr) {
        return actual == *wanted;
    }
    if (const auto* list = std::get_if<ScalarList>(&actual)) {
        return std::any_of(list->begin(), list->end(),
                           [&](const Scalar& item) { return isBelow(system->second, item, *code); });
    }
    const auto* single = std::get_if<std::int64_t>(&actual);
    return single != nullptr && isBelow(system->second, *single, *code);
}

std::optional<bool> holds(const Pack& pack, const CodeSystems& systems, const std::string& name,
                          const std::vector<std::string>& values, const FieldMap& outcome) {
    const auto* field = pack.field(name);
    const auto* actual = field == nullptr || field->side != Side::Outcome ? nullptr : findField(outcome, field->number);
    if (actual == nullptr) {
        return std::nullopt;
    }
    return std::any_of(values.begin(), values.end(),
                       [&](const std::string& text) { return equals(*field, systems, *actual, text); });
}

} // namespace

std::optional<bool> isEvent(const Pack& pack, const CodeSystems& systems, const Question& question,
                            const FieldMap& outcome) {
    if (question.basis != "event") {
        return std::nullopt;
    }
    const auto first = holds(pack, systems, question.field, question.values, outcome);
    if (question.andField.empty()) {
        return first;
    }
    const auto second = holds(pack, systems, question.andField, question.andValues, outcome);
    if (first == false || second == false) {
        return false;
    }
    return first && second ? std::optional(true) : std::nullopt;
}

} // namespace qis::core
