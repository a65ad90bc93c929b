#include "domain/rarity.h"

#include "domain/recorded.h"

#include <algorithm>

namespace qis::core {

namespace {

constexpr std::size_t kMostSuggestions = 4;

FieldMap& sideOf(Content& content, const Field& field) {
    return field.side == Side::Condition ? content.condition : content.outcome;
}

const CodeSystem* systemOf(const Field& field, const CodeSystems& systems) {
    const auto found = systems.find(field.system);
    return found == systems.end() ? nullptr : &found->second;
}

bool isAtOrBelow(const CodeSystem& system, const Scalar& actual, const Scalar& wanted) {
    const auto* code = std::get_if<std::int64_t>(&actual);
    const auto* top = std::get_if<std::int64_t>(&wanted);
    if (code == nullptr || top == nullptr || *code < 1 || *code > std::int64_t{UINT32_MAX}) {
        return false;
    }
    const auto& path = system.path(static_cast<std::uint32_t>(*code));
    return std::find(path.begin(), path.end(), *top) != path.end();
}

ScalarList codesOf(const Value& value) {
    if (const auto* list = std::get_if<ScalarList>(&value)) {
        return *list;
    }
    const auto* code = std::get_if<std::int64_t>(&value);
    return code == nullptr ? ScalarList{} : ScalarList{*code};
}

bool shares(const Field& field, const CodeSystems& systems, const Value& wanted, const Content& other) {
    const auto* value = recorded(field, other);
    if (value == nullptr) {
        return false;
    }
    const auto* system = systemOf(field, systems);
    if (system == nullptr) {
        return *value == wanted;
    }
    const auto theirs = codesOf(*value);
    const auto mine = codesOf(wanted);
    return std::all_of(mine.begin(), mine.end(), [&](const Scalar& term) {
        return std::any_of(theirs.begin(), theirs.end(),
                           [&](const Scalar& code) { return isAtOrBelow(*system, code, term); });
    });
}

std::size_t countSharing(const Pack& pack, const CodeSystems& systems, const Content& content,
                         const std::vector<const Content*>& similar) {
    return static_cast<std::size_t>(std::count_if(similar.begin(), similar.end(), [&](const Content* other) {
        return std::all_of(pack.identifying.fields.begin(), pack.identifying.fields.end(), [&](const auto& name) {
            const auto* field = pack.field(name);
            const auto* value = recorded(*field, content);
            return value == nullptr || shares(*field, systems, *value, *other);
        });
    }));
}

std::optional<std::int64_t> broaderTerm(const CodeSystem& system, const Scalar& term) {
    const auto* code = std::get_if<std::int64_t>(&term);
    const auto* found = code == nullptr ? nullptr : system.find(static_cast<std::uint32_t>(*code));
    const auto* parent = found == nullptr ? nullptr : system.find(found->parent);
    return parent == nullptr || !parent->selectable ? std::nullopt : std::optional<std::int64_t>(parent->code);
}

bool isOneOfSeveral(const Value& value) {
    const auto* list = std::get_if<ScalarList>(&value);
    return list != nullptr && list->size() > 1;
}

/// The content with one term of a field replaced, or left out.
Content replaced(Content content, const Field& field, const Scalar& from, std::optional<std::int64_t> to) {
    auto& map = sideOf(content, field);
    const auto* value = findField(map, field.number);
    if (const auto* list = std::get_if<ScalarList>(value)) {
        ScalarList rest;
        std::copy_if(list->begin(), list->end(), std::back_inserter(rest),
                     [&](const Scalar& item) { return item != from && (!to || item != Scalar(*to)); });
        if (to) {
            rest.emplace_back(*to);
        }
        std::sort(rest.begin(), rest.end());
        if (!rest.empty()) {
            setField(map, field.number, std::move(rest));
            return content;
        }
    } else if (to) {
        setField(map, field.number, *to);
        return content;
    }
    std::erase_if(map, [&](const auto& entry) { return entry.first == field.number; });
    return content;
}

} // namespace

Rarity rarityOf(const Pack& pack, const CodeSystems& systems, const Content& content,
                const std::vector<const Content*>& similar) {
    Rarity result;
    result.similar = similar.size();
    for (const auto& name : pack.identifying.fields) {
        const auto* field = pack.field(name);
        if (recorded(*field, content) != nullptr) {
            result.combination.push_back(field);
        }
    }
    result.sharing = countSharing(pack, systems, content, similar);
    if (result.combination.empty() || result.sharing >= pack.identifying.least) {
        return result;
    }
    const auto consider = [&](const Field& field, std::optional<std::int64_t> from, std::optional<std::int64_t> to,
                              const Content& changed) {
        const auto sharing = countSharing(pack, systems, changed, similar);
        const bool helps = sharing > result.sharing;
        if (helps) {
            result.broadening.push_back({&field, from, to, sharing});
        }
        return helps;
    };
    for (const auto* field : result.combination) {
        const auto& value = *recorded(*field, content);
        const auto* system = systemOf(*field, systems);
        if (system == nullptr) {
            if (!field->required) {
                auto without = content;
                std::erase_if(sideOf(without, *field), [&](const auto& entry) { return entry.first == field->number; });
                consider(*field, std::nullopt, std::nullopt, without);
            }
            continue;
        }
        for (const auto& term : codesOf(value)) {
            const auto* code = std::get_if<std::int64_t>(&term);
            const auto broader = broaderTerm(*system, term);
            if (code == nullptr) {
                continue;
            }
            const bool helps = broader && consider(*field, *code, broader, replaced(content, *field, term, broader));
            // Where the broader term is as rare, without any it may not be.
            if (!helps && (!field->required || isOneOfSeveral(value))) {
                consider(*field, *code, std::nullopt, replaced(content, *field, term, std::nullopt));
            }
        }
    }
    std::stable_sort(result.broadening.begin(), result.broadening.end(),
                     [](const Broadening& a, const Broadening& b) { return a.sharing > b.sharing; });
    if (result.broadening.size() > kMostSuggestions) {
        result.broadening.resize(kMostSuggestions);
    }
    return result;
}

} // namespace qis::core
