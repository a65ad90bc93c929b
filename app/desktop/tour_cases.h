#pragma once

#include "bridge/values.h"

/// Invented outcomes for the tour.
namespace qis::ui {

[[nodiscard]] QString tourPack();
[[nodiscard]] DraftValues tourIncompleteCase();
[[nodiscard]] DraftValues tourOwnCase();
[[nodiscard]] QList<DraftValues> tourPeerCases();
/// Outcomes that left long ago, as the command line takes them.
[[nodiscard]] QByteArray tourEarlierCases();
/// How many of the peer's outcomes are alike enough to match.
inline constexpr int kTourExpectedMatches = 4;

} // namespace qis::ui
