#include "domain/rules.h"

#include "domain/recorded.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace qis::core {

namespace {

/// A set has the value if one of its members is it.
bool has(const Value& actual, const std::optional<Value>& wanted) {
    if (!wanted) {
        return false;
    }
    if (const auto* list = std::get_if<ScalarList>(&actual)) {
        const auto* code = std::get_if<std::int64_t>(&*wanted);
        return code != nullptr && std::find(list->begin(), list->end(), Scalar(*code)) != list->end();
    }
    return actual == *wanted;
}

bool holds(const Rule& rule, const Field& first, const Field& second, const CodeSystems& systems,
           const Content& content, bool complete) {
    const auto* a = recorded(first, content);
    const auto* b = recorded(second, content);
    if (a == nullptr) {
        return true;
    }
    if (rule.kind == "differ") {
        return b == nullptr || (*a != *b && !has(*a, *b) && !has(*b, *a));
    }
    if (!has(*a, valueFromText(first, systems, rule.value))) {
        return true;
    }
    if (rule.kind == "excludes") {
        return b == nullptr;
    }
    if (rule.kind == "requires") {
        return b != nullptr || !complete;
    }
    return b == nullptr || has(*b, valueFromText(second, systems, rule.value2));
}

} // namespace

std::optional<Value> valueFromText(const Field& field, const CodeSystems& systems, std::string_view text) {
    switch (field.type) {
    case FieldType::Term:
    case FieldType::Terms: {
        const auto system = systems.find(field.system);
        const auto* term = system == systems.end() ? nullptr : system->second.findId(text);
        return term == nullptr ? std::nullopt : std::optional<Value>(std::int64_t{term->code});
    }
    case FieldType::Choice:
    case FieldType::Choices: {
        const auto* choice = choiceByName(field, text);
        return choice == nullptr ? std::nullopt : std::optional<Value>(choice->value);
    }
    case FieldType::Yes:
        return text == "true"    ? std::optional<Value>(true)
               : text == "false" ? std::optional<Value>(false)
                                 : std::nullopt;
    case FieldType::Number:
    case FieldType::Integer: {
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || end != text.data() + text.size() ||
            !(value >= field.minimum && value <= field.maximum)) {
            return std::nullopt;
        }
        return Value(std::int64_t{std::llround(value * static_cast<double>(scaleOf(field)))});
    }
    case FieldType::Answers: // no rule and no question is about single answers
        break;
    }
    return std::nullopt;
}

std::vector<Problem> brokenRules(const Pack& pack, const CodeSystems& systems, const Content& content, bool complete) {
    std::vector<Problem> problems;
    for (const auto& rule : pack.rules) {
        const auto* first = rule.fields.size() == 2 ? pack.field(rule.fields[0]) : nullptr;
        const auto* second = rule.fields.size() == 2 ? pack.field(rule.fields[1]) : nullptr;
        if (first == nullptr || second == nullptr || holds(rule, *first, *second, systems, content, complete)) {
            continue;
        }
        problems.push_back(
            {Code::RuleBroken, fmt::format("{}.{}", sideName(second->side), second->name), rule.message});
    }
    return problems;
}

} // namespace qis::core
