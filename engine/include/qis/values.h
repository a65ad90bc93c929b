#pragma once

#include <qis/answer.h>
#include <qis/evidence.h>
#include <qis/matches.h>
#include <qis/outcomes.h>
#include <qis/packs.h>
#include <qis/status.h>

/// Plain values that cross the border between the engine and its users. Ids are lower-case
/// hexadecimal, times are milliseconds since 1970-01-01 UTC, scores are tenths of a point of 100.
namespace qis {}
