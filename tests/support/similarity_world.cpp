#include "support/similarity_world.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <optional>
#include <set>

namespace qis::test {

using namespace core;

namespace {

Field field(std::uint32_t number, const std::string& name, Side side, FieldType type) {
    Field result;
    result.number = number;
    result.name = name;
    result.label = "Label of " + name;
    result.side = side;
    result.type = type;
    result.minimum = 0;
    result.maximum = 1e6;
    return result;
}

Field termField(std::uint32_t number, const std::string& name, Side side, FieldType type, const std::string& system) {
    Field result = field(number, name, side, type);
    result.system = system;
    return result;
}

Field choiceField(std::uint32_t number, const std::string& name, Side side, int choices, bool ordered) {
    Field result = field(number, name, side, FieldType::Choice);
    result.ordered = ordered;
    for (int i = 0; i < choices; ++i) {
        result.choices.push_back({i, "c" + std::to_string(i), "Choice " + std::to_string(i)});
    }
    return result;
}

/// Grows one child level after another below `parent`.
void grow(std::vector<TermLine>& terms, std::uint32_t& code, const std::string& parent, const std::vector<int>& widths,
          std::size_t level) {
    if (level == widths.size()) {
        return;
    }
    for (int i = 0; i < widths[level]; ++i) {
        const std::string id = parent.empty() ? std::string(1, static_cast<char>('a' + i)) : parent + std::to_string(i);
        terms.push_back({++code, id, "Term " + id, parent});
        // Every third branch ends early, so leaves stand at different depths.
        if (level < 2 || i % 3 != 2) {
            grow(terms, code, id, widths, level + 1);
        }
    }
}

std::int64_t randomTerm(Random& random, const CodeSystem& system) {
    const auto& terms = system.terms();
    for (int tries = 0; tries < 8; ++tries) {
        const auto& term = terms[random.below(terms.size())];
        if (system.path(term.code).size() > 2 || random.chance(0.2)) {
            return term.code;
        }
    }
    return terms.back().code;
}

Value randomTerms(Random& random, const CodeSystem& system) {
    std::set<std::int64_t> codes;
    for (std::size_t i = 0; i <= random.below(4); ++i) {
        codes.insert(system.terms()[random.below(8)].code);
    }
    ScalarList list;
    for (const auto code : codes) {
        list.emplace_back(code);
    }
    return list;
}

std::optional<Value> randomValue(Random& random, const CodeSystems& systems, const Field& field) {
    switch (field.type) {
    case FieldType::Term:
        return Value{randomTerm(random, systems.at(field.system))};
    case FieldType::Terms:
        return randomTerms(random, systems.at(field.system));
    case FieldType::Choice:
        return Value{static_cast<std::int64_t>(random.below(field.choices.size()))};
    case FieldType::Number:
        return Value{static_cast<std::int64_t>(random.below(3000))};
    case FieldType::Integer:
        return Value{static_cast<std::int64_t>(random.below(40))};
    case FieldType::Yes:
        return Value{random.chance(0.5)};
    case FieldType::Answers: // no kernel looks into these
    case FieldType::Choices:
        break;
    }
    return std::nullopt;
}

std::vector<double> risingTable(Random& random) {
    std::vector<double> table;
    double value = random.chance(0.7) ? 0 : random.share() / 2;
    for (std::size_t i = 0; i < 1 + random.below(6); ++i) {
        table.push_back(value);
        value += (1 - value) * random.share();
    }
    return table;
}

} // namespace

std::uint64_t Random::next() {
    m_state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = m_state;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
}

std::size_t Random::below(std::size_t bound) {
    return static_cast<std::size_t>(next() % bound);
}

bool Random::chance(double probability) {
    return share() < probability;
}

double Random::share() {
    return static_cast<double>(below(10001)) / 10000.0;
}

std::string codeSystemJson(const std::string& id, const std::vector<TermLine>& terms) {
    nlohmann::json list = nlohmann::json::array();
    for (const auto& term : terms) {
        const nlohmann::json parent = term.parent.empty() ? nlohmann::json() : nlohmann::json(term.parent);
        list.push_back({{"code", term.code},
                        {"id", term.id},
                        {"name", term.name},
                        {"synonyms", nlohmann::json::array()},
                        {"parent", parent},
                        {"selectable", true},
                        {"external", nlohmann::json::object()}});
    }
    return nlohmann::json{{"id", id},
                          {"title", "Test terms"},
                          {"version", "1"},
                          {"licence", "CC0-1.0"},
                          {"source", "made for this test"},
                          {"acknowledgement", "none needed"},
                          {"terms", list}}
        .dump();
}

CodeSystem codeSystem(const std::string& id, const std::vector<TermLine>& terms) {
    auto system = CodeSystem::parse(codeSystemJson(id, terms));
    if (!system) {
        std::fprintf(stderr, "code system %s: %s\n", id.c_str(), system.error().detail.c_str());
        std::abort();
    }
    return std::move(system).value();
}

CodeSystems worldSystems() {
    std::vector<TermLine> drugs;
    std::vector<TermLine> signs;
    std::uint32_t code = 0;
    grow(drugs, code, {}, {3, 2, 3, 3, 2}, 0);
    code = 100;
    grow(signs, code, {}, {2, 3, 3}, 0);
    CodeSystems systems;
    systems.emplace("drugs", codeSystem("drugs", drugs));
    systems.emplace("signs", codeSystem("signs", signs));
    return systems;
}

Pack worldPack() {
    Pack pack;
    pack.id = "world";
    pack.title = "World";
    pack.version = "1";
    pack.licence = "CC0-1.0";
    pack.source = "made for this test";
    pack.bases = {BasisKind::Case};
    const auto here = Side::Condition;
    const auto there = Side::Outcome;
    pack.fields = {
        termField(1, "object", here, FieldType::Term, "drugs"),
        termField(2, "precipitant", here, FieldType::Term, "drugs"),
        termField(3, "signs", here, FieldType::Terms, "signs"),
        choiceField(4, "sex", here, 3, false),
        choiceField(5, "age", here, 9, true),
        field(6, "dose", here, FieldType::Number),
        field(7, "visits", here, FieldType::Integer),
        field(8, "pregnant", here, FieldType::Yes),
        termField(9, "indication", here, FieldType::Term, "signs"),
        termField(1, "effect", there, FieldType::Term, "signs"),
        field(2, "onset", there, FieldType::Number),
        choiceField(3, "grade", there, 5, true),
        termField(4, "others", there, FieldType::Terms, "signs"),
    };
    pack.fields[5].decimals = 2;
    pack.fields[5].unit = "mg";
    pack.fields[10].decimals = 1;
    pack.fields[10].unit = "d";
    pack.hash.bytes = {1, 2, 3, 4, 5, 6, 7, 8};
    return pack;
}

DimensionSpec dimensionSpec(const std::string& id, const std::vector<std::string>& fields, std::uint32_t weight,
                            const std::string& kernel) {
    DimensionSpec spec;
    spec.id = id;
    spec.label = "Dimension " + id;
    spec.fields = fields;
    spec.weight = weight;
    spec.kernel = kernel;
    return spec;
}

DefinitionSpec randomSpec(Random& random) {
    DefinitionSpec spec;
    spec.id = "random";
    spec.theta = random.share();
    const auto add = [&](const std::string& field, const std::string& kernel, Side side) -> DimensionSpec& {
        auto dimension = dimensionSpec(field + "-" + kernel, {field}, 0, kernel);
        dimension.side = side;
        return spec.dimensions.emplace_back(std::move(dimension));
    };
    const auto withTable = [&](DimensionSpec& dimension) { dimension.table = risingTable(random); };
    const auto maybe = [&](double probability, const std::function<void()>& act) {
        if (random.chance(probability)) {
            act();
        }
    };
    const auto here = Side::Condition;
    const auto there = Side::Outcome;
    const auto addPair = [&] {
        auto& pair = add("object", "ordered_pair", here);
        pair.fields = {"object", "precipitant"};
        withTable(pair);
        pair.swapFactor = random.chance(0.5) ? random.share() : 0;
        pair.routingLevel = static_cast<int>(random.below(5));
    };
    maybe(0.6, addPair);
    maybe(0.4, [&] {
        auto& tree = add("object", "hierarchy", here);
        withTable(tree);
        tree.routingLevel = static_cast<int>(random.below(5));
    });
    maybe(0.4, [&] { add("indication", "wu_palmer", here).routingLevel = static_cast<int>(random.below(4)); });
    maybe(0.3, [&] { add("precipitant", "exact", here).routingLevel = static_cast<int>(random.below(5)); });
    maybe(0.2, [&] { add("signs", "exact", here); });
    maybe(0.6, [&] { add("signs", "jaccard", here); });
    maybe(0.5, [&] { add("sex", "exact", here); });
    maybe(0.3, [&] { add("pregnant", "exact", here); });
    maybe(0.3, [&] { add("age", "ordinal", here).table = {1, 0.61, 0.3, 0.1}; });
    maybe(0.4, [&] { add("age", "numeric_decay", here).scale = 0.5 + 3 * random.share(); });
    maybe(0.3, [&] { add("visits", "numeric_range", here).scale = 1 + 30 * random.share(); });
    maybe(0.3, [&] { add("dose", "numeric_decay", here).scale = 0.5 + 9 * random.share(); });
    maybe(0.4, [&] { add("dose", "log_ratio", here).scale = 1.5 + 9 * random.share(); });
    maybe(0.6, [&] { add("effect", "wu_palmer", there); });
    maybe(0.4, [&] { add("onset", "log_ratio", there).scale = 3; });
    maybe(0.3, [&] { add("grade", "ordinal", there).table = {1, 0.5, 0.25}; });
    maybe(0.2, [&] { add("others", "jaccard", there); });
    // A pair that is not the first to be routed by, and a definition that is never empty.
    if (spec.dimensions.empty() || (spec.dimensions.front().kernel != "ordered_pair" && random.chance(0.3))) {
        addPair();
    }
    std::uint32_t condition = 0;
    for (auto& dimension : spec.dimensions) {
        dimension.weight = random.chance(0.1) ? 0 : static_cast<std::uint32_t>(1 + random.below(100));
        condition += dimension.side == here ? dimension.weight : 0;
        dimension.floor = random.chance(0.15) ? random.share() : 0;
        const auto policy = random.below(8);
        dimension.missing = policy == 0 ? "zero" : policy == 1 ? std::to_string(random.share()) : "ignore";
    }
    if (condition == 0) {
        for (auto& dimension : spec.dimensions) {
            dimension.weight += 1;
        }
        if (spec.dimensions.front().side != here) {
            add("sex", "exact", here).weight = 1;
        }
    }
    return spec;
}

FieldMap randomFields(Random& random, const CodeSystems& systems, Side side, double missing) {
    static const Pack kPack = worldPack();
    FieldMap fields;
    for (const auto& field : kPack.fields) {
        if (field.side != side || random.chance(missing)) {
            continue;
        }
        if (auto value = randomValue(random, systems, field)) {
            setField(fields, field.number, std::move(*value));
        }
    }
    return fields;
}

FieldMap nearby(Random& random, const CodeSystems& systems, Side side, const FieldMap& fields, double change) {
    const FieldMap fresh = randomFields(random, systems, side, 0.1);
    FieldMap result;
    for (std::uint32_t number = 1; number <= 9; ++number) {
        const Value* value = findField(random.chance(change) ? fresh : fields, number);
        if (value != nullptr) {
            setField(result, number, *value);
        }
    }
    const Value* object = findField(result, 1);
    const Value* precipitant = findField(result, 2);
    if (side == Side::Condition && object != nullptr && precipitant != nullptr && random.chance(0.2)) {
        const Value first = *object;
        const Value second = *precipitant;
        setField(result, 1, second);
        setField(result, 2, first);
    }
    return result;
}

Query randomQuery(Random& random, const CodeSystems& systems, const Definition& definition) {
    Query query;
    const double missing = random.share() * 0.5;
    query.condition = randomFields(random, systems, Side::Condition, missing);
    query.outcome = randomFields(random, systems, Side::Outcome, missing);
    query.view = random.chance(0.5) ? View::Condition : View::Both;
    query.theta = static_cast<std::int32_t>(random.below(10001));
    query.minCoverage = random.chance(0.3) ? static_cast<std::int32_t>(random.below(10001)) : 0;
    if (random.chance(0.5)) {
        for (std::size_t i = 0; i < definition.dimensions.size(); ++i) {
            const auto pick = random.below(10);
            query.demands.push_back(pick == 0 ? Demand::Exact : pick == 1 ? Demand::Any : Demand::Similar);
        }
    }
    return query;
}

} // namespace qis::test
