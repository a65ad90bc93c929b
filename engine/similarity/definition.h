#pragma once

#include "domain/pack.h"
#include "record/packet.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace qis::core {

/// Similarities are Q15: 0 is nothing alike, 32767 the same.
inline constexpr std::int64_t kOne = 32767;
/// Thresholds and floors are in ten-thousandths.
inline constexpr std::int64_t kTenThousand = 10000;

enum class KernelKind : std::uint8_t {
    Exact,
    Hierarchy, ///< table by shared path depth
    WuPalmer,  ///< 2 * shared / (|a| + |b|)
    Jaccard,
    OrderedPair,  ///< geometric mean of two hierarchies, swapped roles times a factor
    Ordinal,      ///< table by distance of ordered values
    NumericCurve, ///< breakpoints over |a - b|
    RatioCurve,   ///< breakpoints over max(a,b) / min(a,b) in Q16
};

enum class MissingPolicy : std::uint8_t { Ignore, AsValue };

/// Piecewise linear in integers: similarity `y` at `x`; constant before the first and after the
/// last point.
struct CurvePoint {
    std::int64_t x = 0;
    std::int32_t y = 0;
    bool operator==(const CurvePoint&) const = default;
};

struct Dimension {
    std::string id;
    std::string label;
    Side side = Side::Condition;
    std::vector<std::uint32_t> fields; ///< numbers; two for OrderedPair (object, precipitant), else one
    std::uint16_t weight = 0;
    KernelKind kernel = KernelKind::Exact;
    std::string system;              ///< code system of tree kernels
    std::vector<std::int32_t> table; ///< Q15
    std::vector<CurvePoint> curve;
    std::int32_t swapFactor = 0; ///< Q15
    std::int32_t floor = 0;      ///< ten-thousandths, 0 for none
    MissingPolicy missing = MissingPolicy::Ignore;
    std::int32_t missingValue = 0; ///< Q15
    std::uint8_t routingLevel = 0;

    bool operator==(const Dimension&) const = default;
};

/// A similarity definition compiled to integers: the same bytes give the same score on every
/// machine. `hash` identifies it between nodes.
struct Definition {
    std::string id;
    std::uint32_t version = 1;
    PackHash pack;
    std::int32_t theta = 6000;    ///< ten-thousandths
    std::int32_t minCoverage = 0; ///< ten-thousandths
    std::vector<Dimension> dimensions;
    DocumentHash hash;

    /// BadDefinition with the dimension and member concerned: weights summing to nothing, values
    /// outside their ranges, unknown fields or kernels, a floor or table that is not a number.
    [[nodiscard]] static Result<Definition> compile(const DefinitionSpec& spec, const Pack& pack);
    /// Deterministic CBOR, the bytes that are signed and hashed.
    [[nodiscard]] Bytes encode() const;
    [[nodiscard]] static Result<Definition> decode(ByteView bytes);
};

} // namespace qis::core
