#pragma once

namespace qis::ui {

struct Explanation;
class StatusLine;

/// What has to be known before a score is read: it was taken back, left out, or rests on little. Clears the line when
/// there is nothing.
void showCaution(StatusLine& line, const Explanation& explanation);

} // namespace qis::ui
