#include "domain/compose.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace qis::core {

namespace {

using Json = nlohmann::ordered_json;

/// A longer list of terms would make the schema unreadable; the pattern of an id stands instead.
constexpr std::size_t kMaxListedTerms = 2000;

Json objectOf(Json properties, Json required) {
    Json out{{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    if (!required.empty()) {
        out["required"] = std::move(required);
    }
    return out;
}

Json termsOf(const CodeSystem& system) {
    Json ids = Json::array();
    for (const auto& term : system.terms()) {
        if (term.selectable) {
            ids.push_back(term.id);
        }
    }
    Json out{{"title", system.title()}, {"type", "string"}};
    if (ids.empty() || ids.size() > kMaxListedTerms) {
        out["pattern"] = "^[a-z0-9][a-z0-9_-]*$";
        out["maxLength"] = 64;
    } else {
        out["enum"] = std::move(ids);
    }
    return out;
}

Json numberOf(const Field& field) {
    const bool whole = field.type == FieldType::Integer;
    Json bare{{"type", whole ? "integer" : "number"}};
    if (whole) {
        bare["minimum"] = static_cast<std::int64_t>(field.minimum);
        bare["maximum"] = static_cast<std::int64_t>(field.maximum);
    } else {
        bare["minimum"] = field.minimum;
        bare["maximum"] = field.maximum;
    }
    const Json unit{{"const", field.unit}};
    auto withUnit = objectOf({{"value", bare}, {"unit", unit}}, {"value", "unit"});
    return {{"anyOf", Json::array({std::move(bare), std::move(withUnit)})}};
}

Json choicesOf(const Field& field) {
    Json names = Json::array();
    for (const auto& choice : field.choices) {
        names.push_back(choice.name);
    }
    return {{"enum", std::move(names)}};
}

Json valueOf(const Field& field) {
    Json term{{"$ref", "#/$defs/" + field.system}};
    switch (field.type) {
    case FieldType::Term:
        return term;
    case FieldType::Terms:
        return {
            {"type", "array"}, {"items", term}, {"minItems", 1}, {"maxItems", field.maxItems}, {"uniqueItems", true}};
    case FieldType::Choice:
        return choicesOf(field);
    case FieldType::Choices:
        return {{"type", "array"},
                {"items", choicesOf(field)},
                {"minItems", 1},
                {"maxItems", field.maxItems},
                {"uniqueItems", true}};
    case FieldType::Number:
    case FieldType::Integer:
        return numberOf(field);
    case FieldType::Answers:
        return {{"type", "string"}, {"pattern", fmt::format("^(?=.*[ynu])[ynu-]{{{}}}$", field.items.size())}};
    case FieldType::Yes:
        break;
    }
    return {{"type", "boolean"}};
}

std::string helpOf(const Field& field) {
    auto help = field.help;
    if (!field.unit.empty()) {
        help += fmt::format("{}Unit {}.", help.empty() ? "" : " ", field.unit);
    }
    if (hasChoices(field.type)) {
        help += help.empty() ? "" : " ";
        for (const auto& choice : field.choices) {
            help += fmt::format("{}{}: {}", &choice == field.choices.data() ? "" : "; ", choice.name, choice.label);
        }
        help += '.';
    }
    if (field.type == FieldType::Answers) {
        help += fmt::format("{}One character a question: y yes, n no, u unknown or not applicable, - not answered.",
                            help.empty() ? "" : " ");
        for (const auto& item : field.items) {
            help += fmt::format(" {}. {}", 1 + (&item - field.items.data()), item.label);
        }
    }
    return help;
}

Json sideOf(const Pack& pack, Side side) {
    Json properties = Json::object();
    Json required = Json::array();
    for (const auto& field : pack.fields) {
        if (field.side != side) {
            continue;
        }
        Json property{{"title", field.label}};
        if (const auto help = helpOf(field); !help.empty()) {
            property["description"] = help;
        }
        property.update(valueOf(field));
        properties[field.name] = std::move(property);
        if (field.required) {
            required.push_back(field.name);
        }
    }
    return objectOf(std::move(properties), std::move(required));
}

Json basisOf(BasisKind kind) {
    const Json count{{"type", "integer"}, {"minimum", 0}, {"maximum", kMaxCount}};
    const Json some{{"type", "integer"}, {"minimum", 1}, {"maximum", kMaxCount}};
    const Json real{{"type", "number"}};
    const Json positive{{"type", "number"}, {"exclusiveMinimum", 0}};
    const Json constant{{"const", std::string(basisName(kind))}};
    switch (kind) {
    case BasisKind::Case:
        return objectOf({{"kind", constant}}, {"kind"});
    case BasisKind::Counts:
        return objectOf({{"kind", constant}, {"n", some}, {"events", count}}, {"kind", "n", "events"});
    case BasisKind::Effect:
        return objectOf({{"kind", constant}, {"n", some}, {"estimate", real}, {"standard_error", positive}},
                        {"kind", "n", "estimate", "standard_error"});
    case BasisKind::Table:
        return objectOf({{"kind", constant}, {"a", count}, {"b", count}, {"c", count}, {"d", count}},
                        {"kind", "a", "b", "c", "d"});
    case BasisKind::Observed:
        return objectOf({{"kind", constant}, {"n", count}, {"expected", positive}}, {"kind", "n", "expected"});
    case BasisKind::Cells:
        break;
    }
    return objectOf(
        {{"kind", constant}, {"cells", {{"type", "array"}, {"items", count}, {"minItems", 8}, {"maxItems", 8}}}},
        {"kind", "cells"});
}

Json basesOf(const Pack& pack) {
    Json kinds = Json::array();
    for (const auto kind : pack.bases) {
        kinds.push_back(basisOf(kind));
    }
    return {{"description", "Whether this is one case or figures over several."}, {"oneOf", std::move(kinds)}};
}

/// A rule's value as it stands in the JSON; null for what a schema cannot compare.
Json constantOf(const Field& field, const std::string& text) {
    switch (field.type) {
    case FieldType::Term:
    case FieldType::Choice:
        return {{"const", text}};
    case FieldType::Terms:
    case FieldType::Choices:
        return {{"contains", {{"const", text}}}};
    case FieldType::Yes:
        return {{"const", text == "true"}};
    case FieldType::Number:
    case FieldType::Integer:
    case FieldType::Answers:
        break;
    }
    return nullptr;
}

Json onField(const Field& field, Json constraint, bool present) {
    Json inner{{"properties", {{field.name, std::move(constraint)}}}};
    const std::string side(sideName(field.side));
    if (!present) {
        return {{"properties", {{side, std::move(inner)}}}};
    }
    inner["required"] = Json::array({field.name});
    return {{"properties", {{side, std::move(inner)}}}, {"required", Json::array({side})}};
}

Json rulesOf(const Pack& pack) {
    Json all = Json::array();
    for (const auto& rule : pack.rules) {
        const auto* first = pack.field(rule.fields.front());
        const auto* second = pack.field(rule.fields.back());
        if (first == nullptr || second == nullptr || rule.kind == "differ") {
            continue; // a schema cannot compare two members
        }
        auto condition = constantOf(*first, rule.value);
        auto consequence = rule.kind == "excludes"   ? Json(false)
                           : rule.kind == "requires" ? Json(true)
                                                     : constantOf(*second, rule.value2);
        if (condition.is_null() || consequence.is_null()) {
            continue;
        }
        all.push_back({{"$comment", rule.message},
                       {"if", onField(*first, std::move(condition), true)},
                       {"then", onField(*second, std::move(consequence), rule.kind == "requires")}});
    }
    return all;
}

} // namespace

std::string jsonSchema(const Pack& pack, const CodeSystems& systems) {
    Json definitions = Json::object();
    for (const auto& field : pack.fields) {
        const auto system = systems.find(field.system);
        if (system != systems.end() && !definitions.contains(field.system)) {
            definitions[field.system] = termsOf(system->second);
        }
    }
    Json properties{
        {"pack", {{"const", pack.id}}},
        {"ref",
         {{"type", "string"},
          {"minLength", 1},
          {"maxLength", 128},
          {"description", "Local reference, never sent: the same reference twice is one outcome."}}},
        {"amends",
         {{"type", "string"},
          {"pattern", "^([0-9a-f]{32}|[0-9a-f]{64})$"},
          {"description", "Id of an own outcome whose place this one takes."}}},
        {"condition", sideOf(pack, Side::Condition)},
        {"outcome", sideOf(pack, Side::Outcome)},
        {"confidence",
         {{"type", "integer"},
          {"minimum", 0},
          {"maximum", 100},
          {"description", "How sure the writer is, in per cent."}}},
        {"basis", basesOf(pack)},
    };
    if (pack.notesAllowed) {
        properties["note"] = {{"type", "string"},
                              {"minLength", 1},
                              {"maxLength", kMaxNoteBytes},
                              {"description", "At most 96 bytes of UTF-8; nothing that points at a person."}};
    }
    Json required = Json::array({"pack"});
    for (const auto side : {Side::Condition, Side::Outcome}) {
        const auto needed = [side](const Field& field) { return field.side == side && field.required; };
        if (std::any_of(pack.fields.begin(), pack.fields.end(), needed)) {
            required.push_back(std::string(sideName(side)));
        }
    }
    if (pack.confidenceRequired) {
        required.push_back("confidence");
    }
    if (pack.bases.front() != BasisKind::Case) {
        required.push_back("basis");
    }
    auto schema = objectOf(std::move(properties), std::move(required));
    Json out{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
             {"$id", fmt::format("urn:qis:pack:{}:{}", pack.id, pack.hash.hex())},
             {"title", pack.title},
             {"description", pack.description}};
    out.update(schema);
    if (auto rules = rulesOf(pack); !rules.empty()) {
        out["allOf"] = std::move(rules);
    }
    out["$defs"] = std::move(definitions);
    Json examples = Json::array();
    for (const auto& text : pack.examples) {
        examples.push_back(Json::parse(text, nullptr, false));
    }
    out["examples"] = std::move(examples);
    return out.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace qis::core
