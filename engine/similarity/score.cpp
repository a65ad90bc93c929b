#include "similarity/score.h"

#include "similarity/kernels.h"

#include <algorithm>

namespace qis::core {

namespace {

int roundedTenths(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? 0 : static_cast<int>((2000 * part + whole) / (2 * whole));
}

/// One dimension of one pair. `asked` is set when the dimension belongs to what coverage is of.
struct Comparison {
    DimensionScore result;
    bool asked = false;
};

Comparison compare(const Dimension& dimension, const CodeSystems& systems, Demand demand, bool inView,
                   const FieldMap& mine, const FieldMap& theirs) {
    Comparison comparison;
    auto& result = comparison.result;
    const CodeSystem* system = systemOf(dimension, systems);
    const bool here = isRecorded(dimension, system, mine);
    const bool there = isRecorded(dimension, system, theirs);
    result.counted = inView && dimension.weight > 0;
    result.weight = result.counted ? dimension.weight : std::uint16_t{0};
    comparison.asked = result.counted && (here || dimension.missing == MissingPolicy::AsValue);
    if (here && there) {
        result.recorded = true;
        result.similarity = similarityOf(dimension, system, mine, theirs);
    } else if (dimension.missing == MissingPolicy::AsValue) {
        result.recorded = true;
        result.similarity = dimension.missingValue;
    }
    const std::int64_t floor = demand == Demand::Exact ? kTenThousand : std::int64_t{dimension.floor};
    if (inView && here && floor > 0) {
        result.belowFloor = !there || result.similarity * kTenThousand < floor * kOne;
    }
    return comparison;
}

} // namespace

bool Score::reaches(std::int32_t thetaTenThousandths) const {
    const Int128 bar = static_cast<Int128>(thetaTenThousandths) * kOne * recordedWeight;
    return recordedWeight > 0 && static_cast<Int128>(weighted) * kTenThousand >= bar;
}

bool Score::covers(std::int32_t minCoverageTenThousandths) const {
    if (totalWeight == 0) {
        return minCoverageTenThousandths <= 0;
    }
    return static_cast<Int128>(recordedWeight) * kTenThousand >=
           static_cast<Int128>(minCoverageTenThousandths) * totalWeight;
}

int Score::tenths() const {
    return roundedTenths(weighted, kOne * recordedWeight);
}

int Score::coverageTenths() const {
    return roundedTenths(recordedWeight, totalWeight);
}

Score score(const Definition& definition, const CodeSystems& systems, const Query& query, const FieldMap& condition,
            const FieldMap& outcome, std::vector<DimensionScore>* details) {
    Score total;
    if (details != nullptr) {
        details->clear();
        details->reserve(definition.dimensions.size());
    }
    for (std::size_t i = 0; i < definition.dimensions.size(); ++i) {
        const auto& dimension = definition.dimensions[i];
        const Demand demand = i < query.demands.size() ? query.demands[i] : Demand::Similar;
        const bool onCondition = dimension.side == Side::Condition;
        const bool inView = demand != Demand::Any && (onCondition || query.view == View::Both);
        if (!inView && details == nullptr) {
            continue;
        }
        const auto& mine = onCondition ? query.condition : query.outcome;
        const auto& theirs = onCondition ? condition : outcome;
        const auto comparison = compare(dimension, systems, demand, inView, mine, theirs);
        const auto& result = comparison.result;
        total.excluded = total.excluded || result.belowFloor;
        total.totalWeight += comparison.asked ? result.weight : 0;
        if (result.counted && result.recorded) {
            total.recordedWeight += result.weight;
            total.weighted += std::int64_t{result.weight} * result.similarity;
        }
        if (details != nullptr) {
            details->push_back(result);
        }
    }
    return total;
}

bool isMatch(const Query& query, const Score& score) {
    return !score.excluded && score.reaches(query.theta) && score.covers(query.minCoverage);
}

} // namespace qis::core
