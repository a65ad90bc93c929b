#include "domain/answers.h"
#include "domain/compose.h"
#include "domain/json_tree.h"

#include <fmt/format.h>

#include <cstdlib>

namespace qis::core {

namespace {

/// 125 with two decimals is 1.25; trailing zeros are left out.
std::string decimalText(std::int64_t wire, std::int64_t scale) {
    const auto magnitude = wire < 0 ? 0 - static_cast<std::uint64_t>(wire) : static_cast<std::uint64_t>(wire);
    const auto factor = static_cast<std::uint64_t>(scale);
    auto text = fmt::format("{}{}", wire < 0 ? "-" : "", magnitude / factor);
    if (auto rest = magnitude % factor; rest != 0) {
        text += '.';
        for (auto digit = factor / 10; rest != 0; digit /= 10) {
            text += static_cast<char>('0' + rest / digit);
            rest %= digit;
        }
    }
    return text;
}

/// Units that have an everyday word; the others are written as in UCUM.
std::string unitWord(const std::string& unit, std::int64_t wire, std::int64_t scale) {
    const bool one = wire == scale;
    if (unit == "d") {
        return one ? " day" : " days";
    }
    if (unit == "a") {
        return one ? " year" : " years";
    }
    if (unit == "deg") {
        return "°";
    }
    return unit.empty() ? "" : ' ' + unit;
}

const Term* termOf(const Field& field, const CodeSystems& systems, std::int64_t code) {
    const auto system = systems.find(field.system);
    if (system == systems.end() || code < 1 || code > std::int64_t{UINT32_MAX}) {
        return nullptr;
    }
    return system->second.find(static_cast<std::uint32_t>(code));
}

std::string termName(const Field& field, const CodeSystems& systems, std::int64_t code) {
    const auto* term = termOf(field, systems, code);
    return term == nullptr ? fmt::format("unknown code {}", code) : term->name;
}

/// How a code or the value of a choice is written in JSON.
std::optional<std::string_view> nameOf(const Field& field, const CodeSystems& systems, std::int64_t number) {
    if (hasChoices(field.type)) {
        const auto* choice = choiceByValue(field, number);
        return choice == nullptr ? std::nullopt : std::optional<std::string_view>(choice->name);
    }
    const auto* term = termOf(field, systems, number);
    return term == nullptr ? std::nullopt : std::optional<std::string_view>(term->id);
}

std::string choiceLabel(const Field& field, std::int64_t number) {
    const auto* choice = choiceByValue(field, number);
    return choice == nullptr ? fmt::format("unknown value {}", number) : choice->label;
}

/// The value as JSON; empty where the pack has no such value.
std::string jsonOf(const Field& field, const CodeSystems& systems, const Value& value) {
    std::string out;
    if (const auto* list = std::get_if<ScalarList>(&value); list != nullptr && isList(field.type)) {
        out += '[';
        for (const auto& item : *list) {
            const auto* code = std::get_if<std::int64_t>(&item);
            const auto name = code == nullptr ? std::nullopt : nameOf(field, systems, *code);
            if (!name) {
                return {};
            }
            out += out.size() > 1 ? "," : "";
            appendJsonText(out, *name);
        }
        return out + ']';
    }
    if (const auto* yes = std::get_if<bool>(&value)) {
        return field.type != FieldType::Yes ? "" : *yes ? "true" : "false";
    }
    const auto* number = std::get_if<std::int64_t>(&value);
    if (number == nullptr) {
        return {};
    }
    switch (field.type) {
    case FieldType::Term:
    case FieldType::Choice:
        if (const auto name = nameOf(field, systems, *number)) {
            appendJsonText(out, *name);
        }
        return out;
    case FieldType::Number:
    case FieldType::Integer:
        return decimalText(*number, scaleOf(field));
    case FieldType::Answers:
        if (const auto text = answersText(field, *number)) {
            appendJsonText(out, *text);
        }
        return out;
    case FieldType::Terms:
    case FieldType::Choices:
    case FieldType::Yes:
        break;
    }
    return {};
}

/// Shortest text that reads back, through double, as the same float.
std::string floatText(float value) {
    auto text = fmt::format("{}", value);
    if (static_cast<float>(std::strtod(text.c_str(), nullptr)) != value) {
        text = fmt::format("{}", static_cast<double>(value));
    }
    return text;
}

struct BasisJson {
    std::string operator()(const OneCase& /*one*/) const { return {}; }
    std::string operator()(const Counts& c) const { return fmt::format(R"(,"n":{},"events":{})", c.n, c.events); }
    std::string operator()(const Effect& e) const {
        return fmt::format(R"(,"n":{},"estimate":{},"standard_error":{})", e.n, floatText(e.estimate),
                           floatText(e.standardError));
    }
    std::string operator()(const Table& t) const {
        return fmt::format(R"(,"a":{},"b":{},"c":{},"d":{})", t.a, t.b, t.c, t.d);
    }
    std::string operator()(const ObservedExpected& o) const {
        return fmt::format(R"(,"n":{},"expected":{})", o.n, floatText(o.expected));
    }
    std::string operator()(const PairCells& p) const {
        return fmt::format(R"(,"cells":[{}])", fmt::join(p.cells, ","));
    }
};

void appendSide(std::string& out, const Pack& pack, const CodeSystems& systems, Side side, const FieldMap& map) {
    out += fmt::format(R"(,"{}":{{)", sideName(side));
    bool first = true;
    for (const auto& field : pack.fields) {
        const auto* value = field.side == side ? findField(map, field.number) : nullptr;
        const auto json = value == nullptr ? std::string() : jsonOf(field, systems, *value);
        if (!json.empty()) {
            out += fmt::format(R"({}"{}":{})", first ? "" : ",", field.name, json);
            first = false;
        }
    }
    out += '}';
}

} // namespace

std::string toOutcomeJson(const Pack& pack, const CodeSystems& systems, const Content& content) {
    std::string out = R"({"pack":)";
    appendJsonText(out, pack.id);
    if (content.kind == Kind::Amendment && content.target) {
        out += fmt::format(R"(,"amends":"{}")", content.target->hex());
    }
    appendSide(out, pack, systems, Side::Condition, content.condition);
    appendSide(out, pack, systems, Side::Outcome, content.outcome);
    if (content.confidence) {
        out += fmt::format(R"(,"confidence":{})", *content.confidence);
    }
    if (content.basis) {
        const auto kind = static_cast<BasisKind>(content.basis->index());
        out += fmt::format(R"(,"basis":{{"kind":"{}"{}}})", basisName(kind), std::visit(BasisJson(), *content.basis));
    }
    if (content.note) {
        out += R"(,"note":)";
        appendJsonText(out, *content.note);
    }
    return out + '}';
}

std::string describeValue(const Field& field, const CodeSystems& systems, const Value& value) {
    if (const auto* yes = std::get_if<bool>(&value)) {
        return *yes ? "yes" : "no";
    }
    if (const auto* list = std::get_if<ScalarList>(&value)) {
        std::string out;
        for (const auto& item : *list) {
            const auto* code = std::get_if<std::int64_t>(&item);
            out += out.empty() ? "" : ", ";
            out += code == nullptr          ? "unreadable value"
                   : hasChoices(field.type) ? choiceLabel(field, *code)
                                            : termName(field, systems, *code);
        }
        return out;
    }
    const auto* number = std::get_if<std::int64_t>(&value);
    if (number == nullptr) {
        return "unreadable value";
    }
    switch (field.type) {
    case FieldType::Term:
    case FieldType::Terms:
        return termName(field, systems, *number);
    case FieldType::Choice:
    case FieldType::Choices:
        return choiceLabel(field, *number);
    case FieldType::Number:
    case FieldType::Integer:
        return decimalText(*number, scaleOf(field)) + unitWord(field.unit, *number, scaleOf(field)) +
               (field.verdicts.empty() ? std::string{} : ", " + field.verdicts[verdictOf(field, *number)].label);
    case FieldType::Answers: {
        if (!answersText(field, *number)) {
            return fmt::format("unknown value {}", *number);
        }
        const auto sum = sumOf(field, *number);
        return fmt::format("{}, {} ({} of {} answered)", sum.total, field.verdicts.at(sum.verdict).label, sum.answered,
                           field.items.size());
    }
    case FieldType::Yes:
        break;
    }
    return "unreadable value";
}

} // namespace qis::core
