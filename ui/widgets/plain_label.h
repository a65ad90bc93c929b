#pragma once

class QLabel;
class QString;
class QWidget;

namespace qis::ui {

/// A label for words that may come from elsewhere: never markup, wrapped, to be copied with the mouse.
void makePlain(QLabel& label);
[[nodiscard]] QLabel* plainLabel(const char* name, QWidget* parent);

/// For buttons, menus and labels with a buddy, where an & would name a key.
[[nodiscard]] QString withoutMnemonic(QString text);

/// A label that may take several lines, and one that is a heading within a page or dialog.
[[nodiscard]] QLabel* wrappedLabel(const QString& text, QWidget* parent);
[[nodiscard]] QLabel* headingLabel(const QString& text, QWidget* parent);

} // namespace qis::ui
