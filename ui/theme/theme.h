#pragma once

#include <QtCore/QString>
#include <QtGui/QColor>
#include <QtGui/QPalette>

#include <optional>

class QLayout;
class QWidget;

/// How the desktop looks: Fusion with palettes of our own, colours by role, distances by the font.
namespace qis::ui::theme {

enum class Kind : quint8 { Light, Dark, HighContrast };

/// Colours that a palette has no place for. Never the only carrier of a meaning.
enum class Role : quint8 { Problem, Warning, Good, Bar, BarRest, Rule, Edge };

[[nodiscard]] QPalette palette(Kind kind);
/// Which of ours a palette is, by its window colours.
[[nodiscard]] Kind kindOf(const QPalette& palette);
[[nodiscard]] QColor color(Role role, const QPalette& palette);
/// Puts style and palette on the application; every open window follows.
void apply(Kind kind);
/// What the system asked for when the program started.
[[nodiscard]] Kind systemKind();
/// "light", "dark", "contrast"; empty for anything else.
[[nodiscard]] std::optional<Kind> kindNamed(const QString& name);
[[nodiscard]] QString nameOf(Kind kind);

/// Contrast of two colours after WCAG 2, 1 to 21.
[[nodiscard]] double contrast(const QColor& one, const QColor& other);

/// Distances as parts of the line height, so that they follow the font and the scale.
[[nodiscard]] int gap(const QWidget& widget);     ///< between things that belong together
[[nodiscard]] int wideGap(const QWidget& widget); ///< between groups
/// The margins of a layout, the first one where reading begins.
void setMargins(QLayout& layout, const QWidget& of, int leading, int top, int trailing, int bottom);
/// Width of a text of so many average characters.
[[nodiscard]] int columns(const QWidget& widget, int characters);

/// Makes a label a heading (1 for a page, 2 for a group).
void makeHeading(QWidget& label, int level);
/// Sizes a heading again after the text of the application has got another size; others are left alone.
void refreshHeading(QWidget& label);
/// Gives a label the quieter text colour of the palette.
void makeQuiet(QWidget& label);

} // namespace qis::ui::theme
