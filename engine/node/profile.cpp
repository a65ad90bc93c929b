#include "node/profile.h"

#include "domain/json_tree.h"
#include "domain/printable.h"
#include "domain/value_json.h"

#include <algorithm>
#include <cmath>

namespace qis::core {

namespace {

constexpr std::size_t kMaxNameBytes = 80;

Error bad(std::string field, std::string detail, Code code = Code::BadProfile) {
    return fail(code, std::move(detail), std::move(field));
}

std::string dimensionNames(const Definition& definition) {
    std::string result;
    for (const auto& dimension : definition.dimensions) {
        result += (result.empty() ? "" : ", ") + dimension.id;
    }
    return result;
}

/// By the dimension's id, or by the name of any of its fields.
std::optional<std::size_t> dimensionNamed(const InstalledPack& installed, std::string_view name) {
    const auto& dimensions = installed.definition.dimensions;
    for (std::size_t i = 0; i < dimensions.size(); ++i) {
        if (dimensions[i].id == name) {
            return i;
        }
    }
    const auto* field = installed.pack.field(name);
    for (std::size_t i = 0; field != nullptr && i < dimensions.size(); ++i) {
        if (dimensions[i].side == field->side && std::find(dimensions[i].fields.begin(), dimensions[i].fields.end(),
                                                           field->number) != dimensions[i].fields.end()) {
            return i;
        }
    }
    return std::nullopt;
}

Status readDimensions(const InstalledPack& installed, JsonValue json, Query& query) {
    if (!json.is(JsonKind::Object)) {
        return bad("dimensions", "not an object");
    }
    query.demands.assign(installed.definition.dimensions.size(), Demand::Similar);
    for (const auto entry : json) {
        const std::string path = "dimensions." + tamed(entry.key());
        const auto index = dimensionNamed(installed, entry.key());
        if (!index) {
            return bad(path, "no such dimension; there are " + dimensionNames(installed.definition));
        }
        const std::string_view wanted = entry.is(JsonKind::Text) ? entry.text() : std::string_view{};
        if (wanted == "exact") {
            query.demands[*index] = Demand::Exact;
        } else if (wanted == "any") {
            query.demands[*index] = Demand::Any;
        } else if (wanted != "similar") {
            return bad(path, "must be \"exact\", \"similar\" or \"any\"");
        }
    }
    return {};
}

Status readSide(const InstalledPack& installed, const CodeSystems& systems, Side side, JsonValue json,
                FieldMap& fields) {
    const std::string path = side == Side::Condition ? "prototype.condition" : "prototype.outcome";
    if (!json.is(JsonKind::Object)) {
        return bad(path, "not an object");
    }
    for (const auto entry : json) {
        const auto* field = installed.pack.field(entry.key());
        if (field == nullptr || field->side != side) {
            return bad(path + "." + tamed(entry.key()), "the pack has no such field on this side", Code::UnknownField);
        }
        std::vector<Problem> problems;
        auto value = valueFromJson(*field, systems, entry, problems);
        if (!value) {
            const auto& first = problems.front();
            return bad("prototype." + first.field, first.detail, first.code);
        }
        setField(fields, field->number, std::move(*value));
    }
    return {};
}

Result<std::int32_t> share(JsonValue root, const char* name, std::int32_t absent) {
    const auto member = root.member(name);
    if (!member) {
        return absent;
    }
    const auto number = member->number();
    if (!number || !(*number >= 0 && *number <= 1)) {
        return bad(name, "must be a number from 0 to 1");
    }
    return static_cast<std::int32_t>(std::lround(*number * static_cast<double>(kTenThousand)));
}

/// A profile that no recorded dimension supports would match everything or nothing.
bool asksForSomething(const Definition& definition, const Query& query) {
    for (std::size_t i = 0; i < definition.dimensions.size(); ++i) {
        const auto& dimension = definition.dimensions[i];
        const bool any = i < query.demands.size() && query.demands[i] == Demand::Any;
        const auto& fields = dimension.side == Side::Condition ? query.condition : query.outcome;
        const bool inView = dimension.side == Side::Condition || query.view == View::Both;
        const bool recorded = std::all_of(dimension.fields.begin(), dimension.fields.end(),
                                          [&](std::uint32_t number) { return findField(fields, number) != nullptr; });
        if (inView && !any && recorded && dimension.weight > 0) {
            return true;
        }
    }
    return false;
}

} // namespace

Result<Profile> parseProfile(std::string_view json, const Catalogue& catalogue) {
    const auto tree = JsonTree::parse(json, JsonLimits{});
    if (!tree) {
        return tree.error();
    }
    const auto root = tree->root();
    if (!root.is(JsonKind::Object)) {
        return bad("", "not an object", Code::NotJson);
    }
    static constexpr std::string_view kKnown[] = {"name",       "pack",  "view",         "prototype",
                                                  "dimensions", "theta", "min_coverage", "daily_cap"};
    for (const auto member : root) {
        if (std::find(std::begin(kKnown), std::end(kKnown), member.key()) == std::end(kKnown)) {
            return bad(tamed(member.key()), "not a member of a profile", Code::UnknownMember);
        }
    }
    Profile profile;
    profile.json = json;
    const auto name = root.member("name");
    if (!name || !name->is(JsonKind::Text) || name->text().starts_with("outcome:") ||
        !checkPrintable(name->text(), kMaxNameBytes)) {
        return bad("name", "must be a printable text of 1 to 80 bytes that does not begin with \"outcome:\"");
    }
    profile.name = name->text();
    const auto pack = root.member("pack");
    const auto* installed = pack && pack->is(JsonKind::Text) ? catalogue.find(pack->text()) : nullptr;
    if (installed == nullptr) {
        return bad("pack", "no such domain pack is installed", Code::UnknownPack);
    }
    profile.packId = installed->pack.id;
    profile.pack = installed->pack.hash;
    auto& query = profile.query;
    if (const auto view = root.member("view")) {
        const std::string_view text = view->is(JsonKind::Text) ? view->text() : std::string_view{};
        if (text != "condition" && text != "both") {
            return bad("view", "must be \"condition\" or \"both\"");
        }
        query.view = text == "both" ? View::Both : View::Condition;
    }
    const auto prototype = root.member("prototype");
    if (!prototype || !prototype->is(JsonKind::Object)) {
        return bad("prototype", "a profile needs a prototype: an object with condition and outcome as in an outcome");
    }
    for (const auto member : *prototype) {
        Status read;
        if (member.key() == "condition") {
            read = readSide(*installed, catalogue.systems(), Side::Condition, member, query.condition);
        } else if (member.key() == "outcome") {
            read = readSide(*installed, catalogue.systems(), Side::Outcome, member, query.outcome);
        } else if (member.key() != "pack" && member.key() != "confidence" && member.key() != "basis" &&
                   member.key() != "note" && member.key() != "ref") {
            read = bad("prototype." + tamed(member.key()), "not a member of an outcome", Code::UnknownMember);
        }
        if (!read) {
            return read.error();
        }
    }
    if (const auto dimensions = root.member("dimensions")) {
        if (auto read = readDimensions(*installed, *dimensions, query); !read) {
            return read.error();
        }
    }
    const auto theta = share(root, "theta", installed->definition.theta);
    const auto coverage = share(root, "min_coverage", installed->definition.minCoverage);
    if (!theta || !coverage) {
        return theta ? coverage.error() : theta.error();
    }
    query.theta = *theta;
    query.minCoverage = *coverage;
    if (const auto cap = root.member("daily_cap")) {
        const auto number = cap->integer();
        if (!number || *number < 1 || *number > 1000000) {
            return bad("daily_cap", "must be a whole number from 1 to 1000000");
        }
    }
    if (!asksForSomething(installed->definition, query)) {
        return bad("prototype", "nothing in it is compared, so it would match everything or nothing");
    }
    profile.coarse = coarseInterest(installed->definition, catalogue.systems(), query);
    return profile;
}

Query queryOfOutcome(const Definition& definition, const FieldMap& condition) {
    Query query;
    query.condition = condition;
    query.view = View::Condition;
    query.theta = definition.theta;
    query.minCoverage = definition.minCoverage;
    return query;
}

} // namespace qis::core
