#pragma once

namespace qis::ui {

/// Makes all text of the application this many per cent of its usual size. Open windows follow:
/// headings, and the columns and rows of tables with them.
void applyTextSize(int percent);
[[nodiscard]] int textSize();

} // namespace qis::ui
