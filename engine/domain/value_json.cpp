#include "domain/value_json.h"

#include "domain/answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace qis::core {

namespace {

bool sameIgnoringCase(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

/// The id to write for somebody who wrote a name. Only looked for once something is wrong already.
const Term* termByName(const CodeSystem& system, std::string_view name) {
    const auto named = [name](const Term& term) {
        return sameIgnoringCase(term.id, name) || sameIgnoringCase(term.name, name) ||
               std::any_of(term.synonyms.begin(), term.synonyms.end(),
                           [name](const std::string& synonym) { return sameIgnoringCase(synonym, name); });
    };
    const auto found = std::find_if(system.terms().begin(), system.terms().end(), named);
    return found == system.terms().end() ? nullptr : &*found;
}

class ValueReader {
public:
    ValueReader(const Field& field, const CodeSystems& systems, std::vector<Problem>& problems)
        : m_field(field)
        , m_systems(systems)
        , m_problems(problems) {}

    std::optional<Value> read(JsonValue json) {
        if (json.is(JsonKind::Null)) {
            return refuse(Code::WrongType, {}, "Is null; leave the member out instead.");
        }
        switch (m_field.type) {
        case FieldType::Term:
            return term(json, {});
        case FieldType::Terms:
            return list(json, "terms", [this](JsonValue one, std::string_view below) { return term(one, below); });
        case FieldType::Choice:
            if (const auto value = choice(json, {})) {
                return Value(*value);
            }
            return std::nullopt;
        case FieldType::Choices:
            return list(json, "choices", [this](JsonValue one, std::string_view below) { return choice(one, below); });
        case FieldType::Number:
        case FieldType::Integer:
            return number(json);
        case FieldType::Answers:
            return answers(json);
        case FieldType::Yes:
            break;
        }
        if (!json.is(JsonKind::Boolean)) {
            return refuse(Code::WrongType, {}, "Must be true or false.");
        }
        return Value(json.boolean());
    }

private:
    std::nullopt_t refuse(Code code, std::string_view below, std::string detail) {
        m_problems.push_back({code, pathOf(m_field).append(below), std::move(detail)});
        return std::nullopt;
    }

    std::optional<std::int64_t> term(JsonValue json, std::string_view below) {
        if (!json.is(JsonKind::Text)) {
            return refuse(Code::WrongType, below, fmt::format("Must be the id of a term of \"{}\".", m_field.system));
        }
        const auto system = m_systems.find(m_field.system);
        if (system == m_systems.end()) {
            return refuse(Code::UnknownTerm, below, fmt::format("The code system \"{}\" is missing.", m_field.system));
        }
        const auto* found = system->second.findId(json.text());
        if (found == nullptr) {
            const auto* meant = termByName(system->second, json.text());
            return refuse(Code::UnknownTerm, below,
                          meant == nullptr ? fmt::format("{} is not the id of a term of \"{}\".", inQuotes(json.text()),
                                                         m_field.system)
                                           : fmt::format("{} is not an id; the id of {} is \"{}\".",
                                                         inQuotes(json.text()), meant->name, meant->id));
        }
        if (!found->selectable) {
            return refuse(Code::NotAllowed, below,
                          fmt::format("\"{}\" only orders other terms; choose one below it.", found->id));
        }
        return std::int64_t{found->code};
    }

    /// `read` reads one element, which stands `below` the field. The elements are put in order.
    template <class Read> std::optional<Value> list(JsonValue json, std::string_view what, Read read) {
        if (!json.is(JsonKind::Array)) {
            return refuse(Code::WrongType, {},
                          m_field.system.empty() ? std::string("Must be an array of choices' names.")
                                                 : fmt::format("Must be an array of ids of \"{}\".", m_field.system));
        }
        if (json.size() == 0) {
            return refuse(Code::NotAllowed, {}, "Is empty; leave the member out instead.");
        }
        if (json.size() > m_field.maxItems) {
            return refuse(Code::ArrayTooLong, {},
                          fmt::format("Has {} {}; at most {} fit.", json.size(), what, m_field.maxItems));
        }
        ScalarList codes;
        codes.reserve(json.size());
        const auto before = m_problems.size();
        std::size_t index = 0;
        for (const auto element : json) {
            const auto below = fmt::format("[{}]", index++);
            const std::optional<std::int64_t> code = read(element, below);
            if (code && std::find(codes.begin(), codes.end(), Scalar(*code)) != codes.end()) {
                refuse(Code::NotAllowed, below, fmt::format("{} is there twice.", inQuotes(element.text())));
            } else if (code) {
                codes.emplace_back(*code);
            }
        }
        if (m_problems.size() != before) {
            return std::nullopt;
        }
        std::sort(codes.begin(), codes.end());
        return Value(std::move(codes));
    }

    std::optional<std::int64_t> choice(JsonValue json, std::string_view below) {
        if (!json.is(JsonKind::Text)) {
            return refuse(Code::WrongType, below, "Must be the name of a choice.");
        }
        const auto* found = choiceByName(m_field, json.text());
        if (found == nullptr) {
            std::vector<std::string_view> names;
            names.reserve(m_field.choices.size());
            for (const auto& one : m_field.choices) {
                names.push_back(one.name);
            }
            return refuse(Code::NotAllowed, below,
                          fmt::format("{} is not among {}.", inQuotes(json.text()), fmt::join(names, ", ")));
        }
        return found->value;
    }

    std::optional<Value> answers(JsonValue json) {
        const auto wire = json.is(JsonKind::Text) ? answersFromText(m_field, json.text()) : std::nullopt;
        if (!wire) {
            return refuse(
                json.is(JsonKind::Text) ? Code::NotAllowed : Code::WrongType, {},
                fmt::format("Must be a text of {} characters y, n, u or -, and not - alone.", m_field.items.size()));
        }
        return Value(*wire);
    }

    /// The bare number, or {"value": 5, "unit": "mg/d"} with exactly the field's unit. nullopt after
    /// a problem.
    std::optional<JsonValue> withoutUnit(JsonValue json) {
        if (!json.is(JsonKind::Object)) {
            return json;
        }
        const auto before = m_problems.size();
        for (const auto member : json) {
            if (member.key() != "value" && member.key() != "unit") {
                refuse(Code::UnknownMember, '.' + tamed(member.key()), "Only value and unit stand here.");
            }
        }
        const auto value = json.member("value");
        const auto unit = json.member("unit");
        if (!value) {
            refuse(Code::MissingField, ".value", "Is needed beside a unit.");
        }
        if (!unit) {
            refuse(Code::BadUnit, ".unit", "Is needed; or write the bare number.");
        } else if (!unit->is(JsonKind::Text)) {
            refuse(Code::WrongType, ".unit", "Must be a text.");
        } else if (unit->text() != m_field.unit) {
            refuse(Code::BadUnit, ".unit",
                   m_field.unit.empty()
                       ? fmt::format("{} was given, but this number has no unit.", inQuotes(unit->text()))
                       : fmt::format("{} was given; the unit here is \"{}\".", inQuotes(unit->text()), m_field.unit));
        }
        return m_problems.size() == before ? value : std::nullopt;
    }

    std::optional<Value> number(JsonValue json) {
        const auto bare = withoutUnit(json);
        if (!bare) {
            return std::nullopt;
        }
        const auto value = bare->number();
        if (!value) {
            return refuse(Code::WrongType, {}, "Must be a number.");
        }
        if (!(*value >= m_field.minimum && *value <= m_field.maximum)) {
            return refuse(Code::NotAllowed, {},
                          fmt::format("{} is not from {} to {}{}{}.", *value, m_field.minimum, m_field.maximum,
                                      m_field.unit.empty() ? "" : " ", m_field.unit));
        }
        if (m_field.type == FieldType::Integer && std::trunc(*value) != *value) {
            return refuse(Code::WrongType, {}, "Must be a whole number.");
        }
        return Value(std::int64_t{std::llround(*value * static_cast<double>(scaleOf(m_field)))});
    }

    const Field& m_field;
    const CodeSystems& m_systems;
    std::vector<Problem>& m_problems;
};

} // namespace

std::string pathOf(const Field& field) {
    return fmt::format("{}.{}", sideName(field.side), field.name);
}

std::optional<Value> valueFromJson(const Field& field, const CodeSystems& systems, JsonValue json,
                                   std::vector<Problem>& problems) {
    return ValueReader(field, systems, problems).read(json);
}

} // namespace qis::core
