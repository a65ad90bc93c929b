#pragma once

#include "similarity/score.h"

#include <string>
#include <vector>

namespace qis::core {

struct ExplainedDimension {
    std::string id;
    std::string label;
    Side side = Side::Condition;
    int points = 0;     ///< tenths of a point; over all dimensions they sum to the score exactly
    int maximum = 0;    ///< tenths this dimension could have given
    int similarity = 0; ///< tenths of a per cent of this dimension alone
    std::string mine;   ///< in words, empty when not recorded
    std::string theirs;
    std::string how; ///< kernel in words: "by class"
    std::string why; ///< "both: Vitamin K antagonists", "same", "2 of 3 shared"
    bool recorded = false;
    bool counted = false;
    bool belowFloor = false;
    int floor = 0; ///< tenths of a per cent, 0 for none
};

struct Explanation {
    int score = 0;       ///< tenths
    int coverage = 0;    ///< tenths of a per cent
    bool sparse = false; ///< coverage under 60 %
    bool excluded = false;
    std::string definitionId;
    std::uint32_t definitionVersion = 0;
    DocumentHash definitionHash;
    std::vector<ExplainedDimension> dimensions;
    std::vector<std::string> onlyMine; ///< terms of sets that the other side lacks, in words
    std::vector<std::string> onlyTheirs;
};

[[nodiscard]] Explanation explain(const Definition& definition, const Pack& pack, const CodeSystems& systems,
                                  const Query& query, const FieldMap& condition, const FieldMap& outcome);

/// Splits `total` into parts proportional to `shares`, exactly (largest remainder; ties to the
/// earlier part). All zero shares give all zero parts.
[[nodiscard]] std::vector<int> largestRemainder(const std::vector<std::int64_t>& shares, int total);

} // namespace qis::core
