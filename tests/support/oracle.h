#pragma once

#include "similarity/score.h"

/// The plainest scorers there can be, to compare the engine with. They share no code with it: they
/// walk up parents instead of using paths and look at every point instead of searching.
namespace qis::test {

struct OracleScore {
    double score = 0; ///< 0 when nothing is recorded
    double recordedWeight = 0;
    double totalWeight = 0;
    bool excluded = false;
    /// Least distance of a similarity from its floor: close to 0, real numbers cannot tell whether
    /// the floor holds.
    double floorMargin = 1;
};

/// In real numbers, straight from the specification: what compiling has to approximate.
[[nodiscard]] OracleScore oracleScore(const core::DefinitionSpec& spec, const core::Pack& pack,
                                      const core::CodeSystems& systems, const core::Query& query,
                                      const core::FieldMap& condition, const core::FieldMap& outcome);

/// In integers over the compiled tables: has to agree exactly.
[[nodiscard]] core::Score oracleIntegerScore(const core::Definition& definition, const core::CodeSystems& systems,
                                             const core::Query& query, const core::FieldMap& condition,
                                             const core::FieldMap& outcome);

} // namespace qis::test
