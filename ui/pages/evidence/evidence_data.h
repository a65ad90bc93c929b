#pragma once

#include "bridge/values.h"
#include "plots/plot_data.h"

/// Evidence as what plots and tables show.
namespace qis::ui {

/// Every site with its interval, and all of them together.
[[nodiscard]] PlotData forestOf(const Evidence& evidence);
/// The share after each outcome in order of issue, with marks where outcomes were taken back.
[[nodiscard]] PlotData curveOf(const Evidence& evidence);
/// What each site has given and how much it weighs.
[[nodiscard]] PlotData sitesOf(const Evidence& evidence);
/// The four cells of all tables together; without rows for questions about cases.
[[nodiscard]] PlotData totalsOf(const Evidence& evidence);

/// How often each value of a field was recorded.
[[nodiscard]] PlotData distributionOf(const Evidence& evidence, const Distribution& distribution);

} // namespace qis::ui
