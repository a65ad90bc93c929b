#pragma once

#include "similarity/definition.h"

#include <span>

namespace qis::core {

/// Products of thresholds and weights from outside may pass 64 bits.
__extension__ typedef __int128 Int128;

/// The code system the dimension's terms come from; null if it has none or it is not installed.
[[nodiscard]] const CodeSystem* systemOf(const Dimension& dimension, const CodeSystems& systems);

/// Does this side carry what the kernel needs? Values of a foreign type and, for tree kernels, codes
/// that the system does not have count as not recorded; so does a pair with one role only.
[[nodiscard]] bool isRecorded(const Dimension& dimension, const CodeSystem* system, const FieldMap& fields);

/// Q15. Both sides must be recorded.
[[nodiscard]] std::int32_t similarityOf(const Dimension& dimension, const CodeSystem* system, const FieldMap& mine,
                                        const FieldMap& theirs);

/// The integer behind a field, if it is one.
[[nodiscard]] const std::int64_t* integerOf(const FieldMap& fields, std::uint32_t number);
/// A term code of `system`, 0 if the field carries none.
[[nodiscard]] std::uint32_t termOf(const CodeSystem& system, const FieldMap& fields, std::uint32_t number);

[[nodiscard]] std::int32_t tableAt(std::span<const std::int32_t> table, std::size_t sharedDepth);
[[nodiscard]] std::int32_t wuPalmer(std::size_t shared, std::size_t lengthA, std::size_t lengthB);
/// Floor of the square root of a product of two Q15 numbers.
[[nodiscard]] std::int32_t geometricMean(std::int32_t a, std::int32_t b);
[[nodiscard]] std::int32_t curveAt(std::span<const CurvePoint> curve, std::int64_t x);

struct PairSimilarity {
    std::int32_t straight = 0;
    std::int32_t crossed = 0; ///< swap factor applied
};
[[nodiscard]] PairSimilarity pairSimilarity(const Dimension& dimension, const CodeSystem& system, const FieldMap& mine,
                                            const FieldMap& theirs);

/// Sizes of two sets of codes and of what they share. One code is a set of one.
struct SetCounts {
    std::size_t mine = 0;
    std::size_t theirs = 0;
    std::size_t shared = 0;
};
[[nodiscard]] SetCounts countSets(const Value& mine, const Value& theirs);

} // namespace qis::core
