#pragma once

#include "bridge/evidence_values.h"
#include "bridge/interest_values.h"
#include "bridge/outcome_values.h"
#include "bridge/pack_values.h"
#include "bridge/result.h"
#include "bridge/status_values.h"

/// What the widgets know of the engine: plain values in Qt types. Ids are lower-case hexadecimal,
/// times milliseconds UTC, scores and coverages tenths (of a point, of a per cent).
namespace qis::ui {}
