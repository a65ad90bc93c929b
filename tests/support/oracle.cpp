#include "support/oracle.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <set>
#include <string>

namespace qis::test {

using namespace core;

namespace {

using Chain = std::vector<std::uint32_t>;

/// The code and everything above it, top first; empty for unknown codes.
Chain chainOf(const CodeSystem& system, std::int64_t code) {
    Chain chain;
    auto at = static_cast<std::uint32_t>(code);
    while (at != 0) {
        const Term* term = nullptr;
        for (const auto& candidate : system.terms()) {
            if (candidate.code == at) {
                term = &candidate;
            }
        }
        if (term == nullptr) {
            return {};
        }
        chain.insert(chain.begin(), at);
        at = term->parent;
    }
    return chain;
}

std::size_t sharedOf(const Chain& a, const Chain& b) {
    std::size_t shared = 0;
    while (shared < a.size() && shared < b.size() && a[shared] == b[shared]) {
        ++shared;
    }
    return shared;
}

std::optional<Chain> chainIn(const CodeSystems& systems, const std::string& system, const FieldMap& fields,
                             std::uint32_t number) {
    for (const auto& [key, value] : fields) {
        const auto* code = std::get_if<std::int64_t>(&value);
        if (key == number && code != nullptr && *code > 0 && *code < 0x100000000LL && systems.contains(system)) {
            auto chain = chainOf(systems.at(system), *code);
            if (!chain.empty()) {
                return chain;
            }
        }
    }
    return std::nullopt;
}

/// Integers of a field as a set; nothing for other types. Booleans are told from integers.
std::optional<std::set<std::int64_t>> setIn(const FieldMap& fields, std::uint32_t number, bool allowBoolean) {
    for (const auto& [key, value] : fields) {
        if (key != number) {
            continue;
        }
        if (const auto* one = std::get_if<std::int64_t>(&value)) {
            return std::set<std::int64_t>{*one};
        }
        if (const auto* flag = std::get_if<bool>(&value)) {
            return allowBoolean ? std::optional(std::set<std::int64_t>{*flag ? -1 : -2}) : std::nullopt;
        }
        if (const auto* list = std::get_if<ScalarList>(&value)) {
            std::set<std::int64_t> codes;
            for (const auto& item : *list) {
                const auto* code = std::get_if<std::int64_t>(&item);
                if (code == nullptr) {
                    return std::nullopt;
                }
                codes.insert(*code);
            }
            return codes.empty() ? std::nullopt : std::optional(codes);
        }
    }
    return std::nullopt;
}

std::optional<std::int64_t> numberIn(const FieldMap& fields, std::uint32_t number) {
    for (const auto& [key, value] : fields) {
        if (key == number && std::holds_alternative<std::int64_t>(value)) {
            return std::get<std::int64_t>(value);
        }
    }
    return std::nullopt;
}

template <class Set> Set intersectionOf(const Set& a, const Set& b) {
    Set shared;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::inserter(shared, shared.begin()));
    return shared;
}

struct Compared {
    bool here = false;
    bool there = false;
    double similarity = 0;
};

template <class T> Compared sides(const std::optional<T>& mine, const std::optional<T>& theirs) {
    return {mine.has_value(), theirs.has_value(), 0};
}

double entry(const std::vector<double>& table, std::size_t depth) {
    return depth < table.size() ? table[depth] : table.back();
}

double treeSimilarity(const DimensionSpec& spec, const Chain& a, const Chain& b) {
    return a == b ? 1.0 : entry(spec.table, sharedOf(a, b));
}

Compared compareReal(const DimensionSpec& spec, const Pack& pack, const CodeSystems& systems, const FieldMap& mine,
                     const FieldMap& theirs) {
    const Field& field = *pack.field(spec.fields[0]);
    const auto& kernel = spec.kernel;
    if (kernel == "ordered_pair") {
        const Field& second = *pack.field(spec.fields[1]);
        const auto a1 = chainIn(systems, field.system, mine, field.number);
        const auto a2 = chainIn(systems, field.system, mine, second.number);
        const auto b1 = chainIn(systems, field.system, theirs, field.number);
        const auto b2 = chainIn(systems, field.system, theirs, second.number);
        Compared result{a1 && a2, b1 && b2, 0};
        if (result.here && result.there) {
            const double straight = std::sqrt(treeSimilarity(spec, *a1, *b1) * treeSimilarity(spec, *a2, *b2));
            const double crossed = std::sqrt(treeSimilarity(spec, *a1, *b2) * treeSimilarity(spec, *a2, *b1));
            result.similarity = std::max(straight, spec.swapFactor * crossed);
        }
        return result;
    }
    if (kernel == "hierarchy" || kernel == "wu_palmer") {
        const auto a = chainIn(systems, field.system, mine, field.number);
        const auto b = chainIn(systems, field.system, theirs, field.number);
        Compared result = sides(a, b);
        if (a && b) {
            const double total = static_cast<double>(a->size() + b->size());
            result.similarity = kernel == "hierarchy" ? treeSimilarity(spec, *a, *b)
                                                      : 2 * static_cast<double>(sharedOf(*a, *b)) / total;
        }
        return result;
    }
    if (kernel == "exact" || kernel == "jaccard") {
        const auto a = setIn(mine, field.number, kernel == "exact");
        const auto b = setIn(theirs, field.number, kernel == "exact");
        Compared result = sides(a, b);
        if (a && b && kernel == "exact") {
            result.similarity = *a == *b ? 1 : 0;
        } else if (a && b) {
            const double shared = static_cast<double>(intersectionOf(*a, *b).size());
            result.similarity = shared / (static_cast<double>(a->size() + b->size()) - shared);
        }
        return result;
    }
    const auto a = numberIn(mine, field.number);
    const auto b = numberIn(theirs, field.number);
    Compared result = sides(a, b);
    if (a && b) {
        const double unit = field.type == FieldType::Number ? std::pow(10.0, field.decimals) : 1.0;
        const double x = static_cast<double>(*a) / unit;
        const double y = static_cast<double>(*b) / unit;
        const double apart = std::abs(x - y);
        if (kernel == "ordinal") {
            const auto steps = static_cast<std::size_t>(std::llabs(*a - *b));
            result.similarity = steps < spec.table.size() ? spec.table[steps] : 0;
        } else if (kernel == "numeric_decay") {
            result.similarity = std::exp(-apart / spec.scale);
        } else if (kernel == "numeric_range") {
            result.similarity = std::max(0.0, 1 - apart / spec.scale);
        } else if (x <= 0 || y <= 0) {
            result.similarity = *a == *b ? 1 : 0;
        } else {
            result.similarity = std::exp(-std::abs(std::log(x / y)) / std::log(spec.scale));
        }
    }
    return result;
}

std::int64_t plainRoot(std::int64_t value) {
    auto root = static_cast<std::int64_t>(std::sqrt(static_cast<double>(value)));
    while (root * root > value) {
        --root;
    }
    while ((root + 1) * (root + 1) <= value) {
        ++root;
    }
    return root;
}

std::int64_t treeInteger(const Dimension& dimension, const Chain& a, const Chain& b) {
    if (a == b) {
        return 32767;
    }
    const std::size_t depth = sharedOf(a, b);
    return depth < dimension.table.size() ? dimension.table[depth] : dimension.table.back();
}

std::int64_t nearest(std::int64_t top, std::int64_t bottom) {
    const std::int64_t down = top / bottom;
    return 2 * (top - down * bottom) >= bottom ? down + 1 : down;
}

std::int64_t plainCurve(const std::vector<CurvePoint>& curve, std::int64_t x) {
    for (std::size_t i = 0; i + 1 < curve.size(); ++i) {
        if (x >= curve[i].x && x < curve[i + 1].x) {
            // Half away from zero, like rounding the drop for falling curves.
            const std::int64_t drop = std::abs(curve[i].y - curve[i + 1].y) * (x - curve[i].x);
            const std::int64_t change = nearest(drop, curve[i + 1].x - curve[i].x);
            return curve[i + 1].y < curve[i].y ? curve[i].y - change : curve[i].y + change;
        }
    }
    return curve.back().y;
}

struct ComparedInteger {
    bool here = false;
    bool there = false;
    std::int64_t similarity = 0;
};

ComparedInteger compareInteger(const Dimension& dimension, const CodeSystems& systems, const FieldMap& mine,
                               const FieldMap& theirs) {
    const auto number = dimension.fields[0];
    const auto chain = [&](const FieldMap& fields, std::uint32_t n) {
        return chainIn(systems, dimension.system, fields, n);
    };
    switch (dimension.kernel) {
    case KernelKind::OrderedPair: {
        const auto a1 = chain(mine, number);
        const auto a2 = chain(mine, dimension.fields[1]);
        const auto b1 = chain(theirs, number);
        const auto b2 = chain(theirs, dimension.fields[1]);
        ComparedInteger result{a1 && a2, b1 && b2, 0};
        if (result.here && result.there) {
            const auto straight = plainRoot(treeInteger(dimension, *a1, *b1) * treeInteger(dimension, *a2, *b2));
            const auto crossed = plainRoot(treeInteger(dimension, *a1, *b2) * treeInteger(dimension, *a2, *b1));
            result.similarity = std::max(straight, crossed * dimension.swapFactor / 32767);
        }
        return result;
    }
    case KernelKind::Hierarchy:
    case KernelKind::WuPalmer: {
        const auto a = chain(mine, number);
        const auto b = chain(theirs, number);
        ComparedInteger result{a.has_value(), b.has_value(), 0};
        if (a && b) {
            const auto shared = static_cast<std::int64_t>(sharedOf(*a, *b));
            result.similarity = dimension.kernel == KernelKind::Hierarchy
                                    ? treeInteger(dimension, *a, *b)
                                    : nearest(2 * shared * 32767, static_cast<std::int64_t>(a->size() + b->size()));
        }
        return result;
    }
    case KernelKind::Exact:
    case KernelKind::Jaccard: {
        const bool exact = dimension.kernel == KernelKind::Exact;
        const auto a = setIn(mine, number, exact);
        const auto b = setIn(theirs, number, exact);
        ComparedInteger result{a.has_value(), b.has_value(), 0};
        if (a && b && exact) {
            result.similarity = *a == *b ? 32767 : 0;
        } else if (a && b) {
            const auto shared = static_cast<std::int64_t>(intersectionOf(*a, *b).size());
            result.similarity = nearest(shared * 32767, static_cast<std::int64_t>(a->size() + b->size()) - shared);
        }
        return result;
    }
    case KernelKind::Ordinal:
    case KernelKind::NumericCurve:
    case KernelKind::RatioCurve:
        break;
    }
    const auto a = numberIn(mine, number);
    const auto b = numberIn(theirs, number);
    ComparedInteger result{a.has_value(), b.has_value(), 0};
    if (!a || !b) {
        return result;
    }
    const std::int64_t apart = std::abs(*a - *b);
    if (dimension.kernel == KernelKind::Ordinal) {
        const auto steps = static_cast<std::size_t>(apart);
        result.similarity = steps < dimension.table.size() ? dimension.table[steps] : 0;
    } else if (dimension.kernel == KernelKind::NumericCurve) {
        result.similarity = plainCurve(dimension.curve, apart);
    } else if (*a <= 0 || *b <= 0) {
        result.similarity = *a == *b ? 32767 : 0;
    } else {
        result.similarity = plainCurve(dimension.curve, std::max(*a, *b) * 65536 / std::min(*a, *b));
    }
    return result;
}

Demand demandAt(const Query& query, std::size_t index) {
    return index < query.demands.size() ? query.demands[index] : Demand::Similar;
}

} // namespace

OracleScore oracleScore(const DefinitionSpec& spec, const Pack& pack, const CodeSystems& systems, const Query& query,
                        const FieldMap& condition, const FieldMap& outcome) {
    OracleScore result;
    double sum = 0;
    for (std::size_t i = 0; i < spec.dimensions.size(); ++i) {
        const auto& dimension = spec.dimensions[i];
        const bool outcomeSide = dimension.side == Side::Outcome;
        if (demandAt(query, i) == Demand::Any || (outcomeSide && query.view == View::Condition)) {
            continue;
        }
        auto pair = compareReal(dimension, pack, systems, outcomeSide ? query.outcome : query.condition,
                                outcomeSide ? outcome : condition);
        const bool valued = dimension.missing != "ignore";
        const bool both = pair.here && pair.there;
        const bool zero = dimension.missing == "zero" || !valued;
        const double value = zero ? 0 : std::strtod(dimension.missing.c_str(), nullptr);
        const double similarity = both ? pair.similarity : value;
        const double floor = demandAt(query, i) == Demand::Exact ? 1 : dimension.floor;
        if (pair.here && floor > 0) {
            result.excluded = result.excluded || !pair.there || similarity < floor;
            if (pair.there) {
                result.floorMargin = std::min(result.floorMargin, std::abs(similarity - floor));
            }
        }
        if (pair.here || valued) {
            result.totalWeight += dimension.weight;
        }
        if (both || valued) {
            result.recordedWeight += dimension.weight;
            sum += dimension.weight * similarity;
        }
    }
    result.score = result.recordedWeight > 0 ? sum / result.recordedWeight : 0;
    return result;
}

Score oracleIntegerScore(const Definition& definition, const CodeSystems& systems, const Query& query,
                         const FieldMap& condition, const FieldMap& outcome) {
    Score result;
    for (std::size_t i = 0; i < definition.dimensions.size(); ++i) {
        const auto& dimension = definition.dimensions[i];
        const bool outcomeSide = dimension.side == Side::Outcome;
        if (demandAt(query, i) == Demand::Any || (outcomeSide && query.view == View::Condition)) {
            continue;
        }
        const auto pair = compareInteger(dimension, systems, outcomeSide ? query.outcome : query.condition,
                                         outcomeSide ? outcome : condition);
        const bool valued = dimension.missing == MissingPolicy::AsValue;
        const bool both = pair.here && pair.there;
        const std::int64_t similarity = both ? pair.similarity : dimension.missingValue;
        const std::int64_t floor = demandAt(query, i) == Demand::Exact ? 10000 : dimension.floor;
        if (pair.here && floor > 0 && (!pair.there || similarity * 10000 < floor * 32767)) {
            result.excluded = true;
        }
        if (pair.here || valued) {
            result.totalWeight += dimension.weight;
        }
        if (both || valued) {
            result.recordedWeight += dimension.weight;
            result.weighted += dimension.weight * similarity;
        }
    }
    return result;
}

} // namespace qis::test
