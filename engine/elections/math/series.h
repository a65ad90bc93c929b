#pragma once

#include "base/clock.h"
#include "elections/math/capped_rate.h"

#include <cstdint>
#include <vector>

namespace qis::core {

/// One report as it joins a running rate.
struct SeriesStep {
    Seconds issued = 0;
    std::size_t site = 0; ///< below the number of sites
    std::uint64_t n = 0;  ///< at least 1
    std::uint64_t events = 0;
};

/// The rate of everything up to and including one report.
struct SeriesPoint {
    Seconds issued = 0;        ///< of the newest report in it
    std::uint64_t reports = 0; ///< steps taken
    std::uint64_t sites = 0;   ///< of which there are reports
    std::uint64_t n = 0;
    std::uint64_t events = 0;
    double rate = 0;
    double low = 0;
    double high = 0;
};

inline constexpr std::size_t kMaxSeriesPoints = 400;

/// cappedRate() after each step, the steps taken as they come. Of more than `most` steps, `most` are
/// shown, evenly spaced, the last among them: the last point is always the rate of all.
[[nodiscard]] std::vector<SeriesPoint> cumulativeRates(const std::vector<SeriesStep>& steps, std::size_t sites,
                                                       std::size_t most = kMaxSeriesPoints);

} // namespace qis::core
