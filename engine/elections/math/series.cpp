#include "elections/math/series.h"

#include <algorithm>
#include <iterator>

namespace qis::core {

std::vector<SeriesPoint> cumulativeRates(const std::vector<SeriesStep>& steps, std::size_t sites, std::size_t most) {
    std::vector<SiteCount> bySite(sites);
    std::vector<SeriesPoint> points;
    const std::size_t wanted = std::min(most, steps.size());
    points.reserve(wanted);
    SeriesPoint point;
    for (std::size_t taken = 0; taken < steps.size(); ++taken) {
        const auto& step = steps[taken];
        auto& site = bySite[step.site];
        point.sites += site.n == 0 ? 1 : 0;
        site.n += step.n;
        site.events += step.events;
        point.issued = step.issued;
        ++point.reports;
        point.n += step.n;
        point.events += step.events;
        // The number of points due after so many steps; it reaches `wanted` with the last.
        if ((taken + 1) * wanted / steps.size() <= points.size()) {
            continue;
        }
        // Sites that have not reported yet would count for the cap.
        std::vector<SiteCount> present;
        std::copy_if(bySite.begin(), bySite.end(), std::back_inserter(present),
                     [](const SiteCount& one) { return one.n > 0; });
        const auto rate = cappedRate(present);
        point.rate = rate.rate;
        point.low = rate.low;
        point.high = rate.high;
        points.push_back(point);
    }
    return points;
}

} // namespace qis::core
