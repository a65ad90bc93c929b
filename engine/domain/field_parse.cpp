#include "domain/field_parse.h"

#include "domain/answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace qis::core {

namespace {

constexpr std::size_t kMostChoices = 64;
constexpr std::int64_t kMostGenerations = 63;

std::optional<Band> band(MemberReader& choice) {
    const auto bounds = choice.numbers("holds", 2, -kLargestNumber, kLargestNumber);
    if (bounds.empty()) {
        return std::nullopt;
    }
    if (bounds.size() != 2 || !(bounds[0] < bounds[1])) {
        choice.refuse("holds", "must be two numbers, the lower first");
        return std::nullopt;
    }
    return Band{bounds[0], bounds[1]};
}

/// A measured value must stand for one choice.
void bands(MemberReader& in, const Field& field) {
    std::vector<Band> all;
    for (const auto& choice : field.choices) {
        if (choice.holds) {
            all.push_back(*choice.holds);
        }
    }
    std::sort(all.begin(), all.end(), [](const Band& a, const Band& b) { return a.from < b.from; });
    const auto overlaps = [](const Band& a, const Band& b) { return b.from < a.before; };
    if (std::adjacent_find(all.begin(), all.end(), overlaps) != all.end()) {
        in.refuse("choices", "must not hold the same number twice");
    }
}

void choices(MemberReader& in, Field& field) {
    in.each("choices", 2, kMostChoices, [&](MemberReader& choice) {
        field.choices.push_back({choice.integer("value", 0, 65535), choice.name("name"), choice.text("label", 80),
                                 band(choice), choice.text("about", 200, 0)});
    });
    in.unique("choices", field.choices, [](const Choice& c) { return c.value; });
    in.unique("choices", field.choices, [](const Choice& c) { return std::string_view(c.name); });
    bands(in, field);
    field.ordered = field.type == FieldType::Choice && in.boolean("ordered", false);
    if (field.ordered && !std::is_sorted(field.choices.begin(), field.choices.end(),
                                         [](const Choice& a, const Choice& b) { return a.value < b.value; })) {
        in.refuse("choices", "must be in the order of their values, since they form a scale");
    }
}

void answers(MemberReader& in, Field& field) {
    constexpr std::int64_t kMostWorth = 100;
    in.each("items", 1, kMaxItems, [&](MemberReader& item) {
        field.items.push_back({item.name("name"), item.text("label", 240),
                               static_cast<int>(item.integer("yes", -kMostWorth, kMostWorth)),
                               static_cast<int>(item.integer("no", -kMostWorth, kMostWorth))});
    });
    in.unique("items", field.items, [](const Item& item) { return std::string_view(item.name); });
    constexpr std::int64_t kMostTotal = kMostWorth * static_cast<std::int64_t>(kMaxItems);
    in.each("verdicts", 1, kMaxItems, [&](MemberReader& verdict) {
        field.verdicts.push_back(
            {static_cast<int>(verdict.integer("from", -kMostTotal, kMostTotal)), verdict.text("label", 80)});
    });
    const int least = totalsOf(field).least;
    const auto falls = [](const ScaleVerdict& a, const ScaleVerdict& b) { return b.least <= a.least; };
    if (in.ok() && (field.verdicts.front().least > least ||
                    std::adjacent_find(field.verdicts.begin(), field.verdicts.end(), falls) != field.verdicts.end())) {
        in.refuse("verdicts", fmt::format("must rise, from {} or less on", least));
    }
}

void numeric(MemberReader& in, Field& field) {
    field.unit = in.text("unit", 20, 0);
    if (field.type == FieldType::Number) {
        field.decimals = static_cast<int>(in.integer("decimals", 0, 6, 0));
    }
    const double bound = kLargestNumber / static_cast<double>(scaleOf(field));
    field.minimum = in.number("minimum", -bound, bound);
    field.maximum = in.number("maximum", -bound, bound);
    if (field.minimum >= field.maximum) {
        in.refuse("maximum", "must be more than the minimum");
    }
    if (field.type == FieldType::Integer && in.want("items", JsonKind::Array)) {
        answers(in, field);
        const auto range = totalsOf(field);
        if (in.ok() && (range.least < field.minimum || range.most > field.maximum)) {
            in.refuse("items",
                      fmt::format("come to between {} and {}, which the field does not hold", range.least, range.most));
        }
    }
    if (field.type == FieldType::Integer &&
        (std::trunc(field.minimum) != field.minimum || std::trunc(field.maximum) != field.maximum)) {
        in.refuse("minimum", "and the maximum of an integer field must be whole");
    }
}

void valueSet(MemberReader& in, Field& field, const CodeSystems& systems) {
    switch (field.type) {
    case FieldType::Terms:
        field.maxItems = static_cast<std::size_t>(in.integer("max_items", 1, std::int64_t{kMaxArray}, 12));
        [[fallthrough]];
    case FieldType::Term:
        field.system = in.name("system");
        if (in.ok() && !systems.contains(field.system)) {
            in.refuse("system", "names a code system that is not installed");
        }
        break;
    case FieldType::Choices:
        choices(in, field);
        field.maxItems = field.choices.size();
        if (field.choices.size() > kMaxArray) {
            in.refuse("choices", fmt::format("must be at most {}, since all of them may be recorded", kMaxArray));
        }
        break;
    case FieldType::Choice:
        choices(in, field);
        break;
    case FieldType::Number:
    case FieldType::Integer:
        numeric(in, field);
        break;
    case FieldType::Answers:
        answers(in, field);
        break;
    case FieldType::Yes:
        break;
    }
}

} // namespace

const std::vector<std::string_view>& sideNames() {
    static const std::vector<std::string_view> kNames{sideName(Side::Condition), sideName(Side::Outcome)};
    return kNames;
}

Field readField(MemberReader& in, const std::vector<Section>& sections, const CodeSystems& systems) {
    Field field;
    field.number = static_cast<std::uint32_t>(in.integer("number", 1, std::int64_t{kMaxFieldNumber}));
    field.name = in.name("name");
    if (field.name.find('-') != std::string::npos) {
        in.refuse("name", "must not have a hyphen");
    }
    field.side = static_cast<Side>(in.oneOf("side", sideNames()));
    field.label = in.text("label", 80);
    field.help = in.text("help", 400, 0);
    field.section = in.name("section");
    field.type = static_cast<FieldType>(in.oneOf("type", typeNames()));
    field.required = in.boolean("required", false);
    if (in.ok() && field.section != kObservationSection &&
        std::none_of(sections.begin(), sections.end(),
                     [&](const Section& section) { return section.id == field.section; })) {
        in.refuse("section", "names no section of the pack");
    }
    valueSet(in, field, systems);
    field.since = static_cast<std::uint32_t>(in.integer("since", 0, kMostGenerations, 0));
    if (field.required && field.since > 0) {
        in.refuse("since", "must be 0 for what is needed: older outcomes do not have it");
    }
    return field;
}

} // namespace qis::core
