#pragma once

#include "similarity/score.h"

#include <string>
#include <vector>

namespace qis::core {

/// What was found when the values of a dimension were compared, for others to put into words.
struct Finding {
    enum class Kind : std::uint8_t {
        Same,
        Different,
        Class,        ///< both belong to `name`, and to nothing narrower
        NoClass,      ///< they share no class
        Shared,       ///< `amount` of `of` terms
        BandsApart,   ///< `amount`
        Apart,        ///< `amount`, in the unit `name`
        Ratio,        ///< `amount`
        NoRatio,      ///< one of them is not above zero
        MissingThere, ///< recorded on one side only
        MissingHere,  ///< recorded on the other side only
        MissingOnBoth,
    };
    Kind kind = Kind::Same;
    std::string name = {};
    std::string amount = {}; ///< digits, and '.' before those of a fraction
    std::string of = {};
};

struct ExplainedDimension {
    std::string id;
    std::string label;
    Side side = Side::Condition;
    int points = 0;     ///< tenths of a point; over all dimensions they sum to the score exactly
    int maximum = 0;    ///< tenths this dimension could have given
    int similarity = 0; ///< tenths of a per cent of this dimension alone
    std::string mine;   ///< in words, empty when not recorded
    std::string theirs;
    KernelKind kernel = KernelKind::Exact;
    std::vector<Finding> findings; ///< one; of a pair whose two roles differ, one a role
    bool swapped = false;          ///< the pair was compared with its roles exchanged
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
