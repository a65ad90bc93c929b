#pragma once

#include "bridge/values.h"

/// What evidence says, in whole sentences.
namespace qis::ui::words {

/// "14 of 22 matched cases from 5 sites report bleeding; 65 % (44–82 %)."
[[nodiscard]] QString headline(const Evidence& evidence);
/// What to keep in mind when reading it: weights, and what the interval does not know.
[[nodiscard]] QString footing(const Evidence& evidence);
/// What was left out because a newer version counts; empty when nothing was.
[[nodiscard]] QString amended(const Evidence& evidence);
/// Empty when nothing was taken back.
[[nodiscard]] QString retractions(const Evidence& evidence);
/// Where the numbers come from, for whoever sees them outside of the program.
[[nodiscard]] QString source(const Evidence& evidence);
/// The line that always stands under evidence.
[[nodiscard]] QString caveat();
/// The name of a site, or what there is of one.
[[nodiscard]] QString siteName(const SiteCount& site);
/// For a file that shows this part of it; without an ending.
[[nodiscard]] QString fileName(const Evidence& evidence, const QString& part);
/// "65 % (44–82 %)"
[[nodiscard]] QString shareWithRange(double rate, double low, double high);
/// A number that decides about singular and plural.
[[nodiscard]] int plural(qint64 number);

} // namespace qis::ui::words
