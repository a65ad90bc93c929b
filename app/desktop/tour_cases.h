#pragma once

#include "bridge/values.h"

/// Invented outcomes for the tour.
namespace qis::ui {

[[nodiscard]] QString tourPack();
[[nodiscard]] DraftValues tourIncompleteCase();
[[nodiscard]] DraftValues tourOwnCase();
/// The own case again, entered with a slip.
[[nodiscard]] DraftValues tourSlip();
/// A site that sends, and what it sends.
struct TourSite {
    QString name;
    QList<DraftValues> cases;
};
[[nodiscard]] QList<TourSite> tourSites();
/// How many outcomes of all sites are alike enough to match.
inline constexpr int kTourExpectedMatches = 15;
/// Outcomes that left long ago, as the command line takes them.
[[nodiscard]] QByteArray tourEarlierCases();
/// A newer version of one of them, in the same way.
[[nodiscard]] QByteArray tourAmendment(const DraftValues& amendment);

} // namespace qis::ui
