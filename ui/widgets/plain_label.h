#pragma once

class QLabel;
class QWidget;

namespace qis::ui {

/// A label for words that may come from elsewhere: never markup, wrapped, to be copied with the mouse.
void makePlain(QLabel& label);
[[nodiscard]] QLabel* plainLabel(const char* name, QWidget* parent);

} // namespace qis::ui
