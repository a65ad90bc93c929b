#pragma once

#include <cstdint>
#include <vector>

namespace qis::core {

/// One site's contribution to a rate.
struct SiteCount {
    std::uint64_t n = 0;      ///< observed, at least 1
    std::uint64_t events = 0; ///< of those, at most n
};

/// A rate over sites in which no single site weighs more than its cap.
struct CappedRate {
    double rate = 0;       ///< sum of share * events / n, in [0, 1]
    double low = 0;        ///< 2.5 % quantile of Beta(p n_eff + 1/2, (1 - p) n_eff + 1/2) (Jeffreys); 0 without events
    double high = 0;       ///< 97.5 % quantile of the same; 1 where there were only events
    double effectiveN = 0; ///< 1 / sum(share^2 / n)
    double effectiveSites = 0;  ///< 1 / sum(share^2)
    std::vector<double> shares; ///< parallel to the input, summing to 1
};

/// Water filling: shares proportional to `base`, none above C = max(1/K, min(0.10, 3/K)) for K
/// entries; what a capped entry loses is spread over the others. Entries of `base` are >= 0 with a
/// positive sum; the result is empty otherwise.
[[nodiscard]] std::vector<double> cappedShares(const std::vector<double>& base);
[[nodiscard]] std::vector<double> cappedShares(const std::vector<double>& base, double cap);

/// Sites in a fixed order (the caller sorts by site id, so that equal sets give equal bits). All
/// zeros for an empty input.
[[nodiscard]] CappedRate cappedRate(const std::vector<SiteCount>& sites);

} // namespace qis::core
