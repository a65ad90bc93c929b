#pragma once

#include "similarity/definition.h"

namespace qis::core {

enum class View : std::uint8_t { Condition, Both };
/// Per dimension: exact is a floor of one, similar the definition's weight, any a weight of zero.
enum class Demand : std::uint8_t { Similar, Exact, Any };

/// What a profile asks for, ready to score. `demands` is parallel to the definition's dimensions;
/// empty means Similar throughout.
struct Query {
    FieldMap condition;
    FieldMap outcome;
    View view = View::Condition;
    std::vector<Demand> demands;
    std::int32_t theta = 6000;    ///< ten-thousandths
    std::int32_t minCoverage = 0; ///< ten-thousandths
};

struct DimensionScore {
    bool counted = false;        ///< weight above zero in this view
    bool recorded = false;       ///< both sides carry a value (or the missing policy gives one)
    std::int32_t similarity = 0; ///< Q15
    std::uint16_t weight = 0;
    bool belowFloor = false;
};

/// S = sum(w k) / sum(w) over recorded dimensions. Kept as the two integers so that comparing with
/// a threshold needs no division.
struct Score {
    std::int64_t weighted = 0; ///< sum w * k, k in Q15
    std::int64_t recordedWeight = 0;
    std::int64_t totalWeight = 0;
    bool excluded = false; ///< a floor failed

    [[nodiscard]] bool reaches(std::int32_t thetaTenThousandths) const;
    [[nodiscard]] bool covers(std::int32_t minCoverageTenThousandths) const;
    /// Rounded half up, 0..1000: tenths of a point of 100.
    [[nodiscard]] int tenths() const;
    [[nodiscard]] int coverageTenths() const;
    bool operator==(const Score&) const = default;
};

/// A floor on a dimension that the query records and the candidate does not is not met: "must be at
/// least" cannot be shown by an absent value.
[[nodiscard]] Score score(const Definition& definition, const CodeSystems& systems, const Query& query,
                          const FieldMap& condition, const FieldMap& outcome,
                          std::vector<DimensionScore>* details = nullptr);

/// reaches(theta), covers(minCoverage) and not excluded.
[[nodiscard]] bool isMatch(const Query& query, const Score& score);

} // namespace qis::core
