#include "similarity/explanation.h"

#include "similarity/explanation_words.h"
#include "similarity/kernels.h"

#include <algorithm>
#include <numeric>

namespace qis::core {

namespace {

constexpr int kSparseBelow = 600;

int tenthsOfPerCent(std::int64_t part, std::int64_t whole) {
    return static_cast<int>((2000 * part + whole) / (2 * whole));
}

} // namespace

std::vector<int> largestRemainder(const std::vector<std::int64_t>& shares, int total) {
    std::vector<int> parts(shares.size(), 0);
    Int128 sum = 0;
    for (const auto share : shares) {
        sum += std::max<std::int64_t>(share, 0);
    }
    if (sum == 0 || total <= 0) {
        return parts;
    }
    std::vector<Int128> remainders(shares.size());
    int left = total;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const Int128 product = static_cast<Int128>(std::max<std::int64_t>(shares[i], 0)) * total;
        parts[i] = static_cast<int>(product / sum);
        remainders[i] = product % sum;
        left -= parts[i];
    }
    std::vector<std::size_t> order(shares.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return remainders[a] != remainders[b] ? remainders[a] > remainders[b] : a < b;
    });
    // The remainders sum to `left` wholes, so at least that many parts have one.
    for (std::size_t i = 0; i < static_cast<std::size_t>(left); ++i) {
        ++parts[order[i]];
    }
    return parts;
}

Explanation explain(const Definition& definition, const Pack& pack, const CodeSystems& systems, const Query& query,
                    const FieldMap& condition, const FieldMap& outcome) {
    std::vector<DimensionScore> details;
    const Score total = score(definition, systems, query, condition, outcome, &details);
    Explanation result;
    result.score = total.tenths();
    result.coverage = total.coverageTenths();
    result.sparse = result.coverage < kSparseBelow;
    result.excluded = total.excluded;
    result.definitionId = definition.id;
    result.definitionVersion = definition.version;
    result.definitionHash = definition.hash;

    std::vector<std::int64_t> given;
    std::vector<std::int64_t> possible;
    for (const auto& detail : details) {
        const std::int64_t weight = detail.counted && detail.recorded ? detail.weight : 0;
        given.push_back(weight * detail.similarity);
        possible.push_back(weight);
    }
    const auto points = largestRemainder(given, result.score);
    const auto maxima = largestRemainder(possible, 1000);

    for (std::size_t i = 0; i < details.size(); ++i) {
        const auto& dimension = definition.dimensions[i];
        const auto& detail = details[i];
        const bool onCondition = dimension.side == Side::Condition;
        const auto& mine = onCondition ? query.condition : query.outcome;
        const auto& theirs = onCondition ? condition : outcome;
        ExplainedDimension line;
        line.id = dimension.id;
        line.label = dimension.label;
        line.side = dimension.side;
        line.points = points[i];
        // The two are rounded apart and could differ by one: what is fully alike has all it could have.
        line.maximum = detail.counted && detail.similarity == kOne ? points[i] : std::max(maxima[i], points[i]);
        line.similarity = tenthsOfPerCent(detail.similarity, kOne);
        line.mine = valueWords(dimension, pack, systems, mine);
        line.theirs = valueWords(dimension, pack, systems, theirs);
        line.kernel = dimension.kernel;
        auto comparison = compareValues(dimension, pack, systems, mine, theirs);
        line.findings = std::move(comparison.findings);
        line.swapped = comparison.swapped;
        line.recorded = detail.recorded;
        line.counted = detail.counted;
        line.belowFloor = detail.belowFloor;
        const Demand demand = i < query.demands.size() ? query.demands[i] : Demand::Similar;
        line.floor = demand == Demand::Any     ? 0
                     : demand == Demand::Exact ? 1000
                                               : tenthsOfPerCent(dimension.floor, kTenThousand);
        result.dimensions.push_back(std::move(line));
        addUnmatched(dimension, pack, systems, mine, theirs, result.onlyMine);
        addUnmatched(dimension, pack, systems, theirs, mine, result.onlyTheirs);
    }
    return result;
}

} // namespace qis::core
