#pragma once

#include "bridge/match_values.h"

/// What the states of matches are called.
namespace qis::ui {

/// "New", "Following", "Confirmed here", "Not relevant", "Muted"
[[nodiscard]] QString stateWord(MatchState state);
/// Why a match is not relevant, as a choice; a reason that nobody gave has words too.
[[nodiscard]] QString reasonWord(DismissReason reason);

} // namespace qis::ui
