#pragma once

#include "domain/pack.h"
#include "record/packet.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace qis::core {

/// An outcome that counts, and the place of its site among the sites.
struct DistributedOutcome {
    std::size_t site = 0;
    const Content* content = nullptr;
};

/// How many outcomes recorded one value, or one range of numbers, of a field.
struct DistributionBar {
    enum class Kind : std::uint8_t { One, Range, Others };

    Kind kind = Kind::One;
    std::int64_t value = 0; ///< One: as it travels
    double from = 0;        ///< Range: from <= x < to, in the field's unit
    double to = 0;
    std::uint64_t outcomes = 0;
    std::uint64_t sites = 0;
    double share = 0; ///< cappedRate() of this value among what records the field, with its interval
    double low = 0;
    double high = 0;
};

/// What was recorded of one field of the outcome side. Each outcome counts once, whatever its basis.
struct Distribution {
    std::string field;
    std::uint64_t recorded = 0; ///< outcomes that record the field
    std::uint64_t missing = 0;  ///< and those that do not
    std::uint64_t sites = 0;    ///< that recorded it
    std::vector<DistributionBar> bars;
};

struct Distributions {
    std::uint64_t notObserved = 0; ///< outcomes left out: looked for, and did not happen
    std::vector<Distribution> fields;
};

/// Of every field of the outcome side that at least one outcome records, in form order.
///
/// Scales and ranges come in their order, from the first to the last that was recorded, empty ones in
/// between included; other values by how often they were recorded, at most kMostBars of them and the
/// rest as one. Whole numbers with few values stand alone; other numbers that cannot be negative fall
/// into ranges that begin at round numbers (0.5, 1, 2, 5, 10, 20 and so on); the rest into about
/// kMostBars ranges of one round width.
[[nodiscard]] Distributions distributionsOf(const Pack& pack, const std::vector<DistributedOutcome>& outcomes);

inline constexpr std::size_t kMostBars = 12;

} // namespace qis::core
