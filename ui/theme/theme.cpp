#include "theme/theme.h"

#include "theme/desktop_style.h"

#include <QtCore/QString>
#include <QtGui/QFontMetrics>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLayout>
#include <QtWidgets/QToolTip>
#include <QtWidgets/QWidget>

#include <array>
#include <cmath>
#include <utility>

namespace qis::ui::theme {

namespace {

struct Colors {
    QRgb window, windowText, base, alternateBase, text, button, buttonText, quiet, disabled, highlight, highlightedText,
        link, toolTip, toolTipText, light, mid, dark;
    std::array<QRgb, 7> roles; ///< in the order of Role
};

constexpr Colors kLight = {
    .window = 0xfff4f5f7,
    .windowText = 0xff1b1f24,
    .base = 0xffffffff,
    .alternateBase = 0xfff7f8fa,
    .text = 0xff1b1f24,
    .button = 0xffe9ebef,
    .buttonText = 0xff1b1f24,
    .quiet = 0xff59636e,
    .disabled = 0xff8a929b,
    .highlight = 0xff1f5fbf,
    .highlightedText = 0xffffffff,
    .link = 0xff1a56b0,
    .toolTip = 0xff23272e,
    .toolTipText = 0xffffffff,
    .light = 0xffffffff,
    .mid = 0xffc3c8cf,
    .dark = 0xff9aa1aa,
    .roles = {0xffb3261e, 0xff8a5a00, 0xff1b6e3c, 0xff3d7edb, 0xffd9dee6, 0xffd3d7dd, 0xff828a94},
};

constexpr Colors kDark = {
    .window = 0xff20242a,
    .windowText = 0xffe8eaed,
    .base = 0xff171a1f,
    .alternateBase = 0xff1c2026,
    .text = 0xffe8eaed,
    .button = 0xff2d333b,
    .buttonText = 0xffe8eaed,
    .quiet = 0xffa3acb8,
    .disabled = 0xff757d87,
    .highlight = 0xff2f6ccc,
    .highlightedText = 0xffffffff,
    .link = 0xff8ab4f8,
    .toolTip = 0xffe8eaed,
    .toolTipText = 0xff171a1f,
    .light = 0xff3a414b,
    .mid = 0xff3b424c,
    .dark = 0xff121418,
    .roles = {0xffff8f85, 0xfff2bf5e, 0xff7fd6a0, 0xff5a94ea, 0xff66717f, 0xff4a535f, 0xff77808c},
};

constexpr Colors kContrast = {
    .window = 0xff000000,
    .windowText = 0xffffffff,
    .base = 0xff000000,
    .alternateBase = 0xff000000,
    .text = 0xffffffff,
    .button = 0xff000000,
    .buttonText = 0xffffffff,
    .quiet = 0xffcfcfcf,
    .disabled = 0xffa6a6a6,
    .highlight = 0xffffe000,
    .highlightedText = 0xff000000,
    .link = 0xffffe000,
    .toolTip = 0xff000000,
    .toolTipText = 0xffffffff,
    .light = 0xffffffff,
    .mid = 0xffffffff,
    .dark = 0xffffffff,
    .roles = {0xffff9a92, 0xffffe000, 0xff7dff9e, 0xff00d5ff, 0xff808080, 0xffb0b0b0, 0xffffffff},
};

const Colors& colorsOf(Kind kind) {
    switch (kind) {
    case Kind::Dark:
        return kDark;
    case Kind::HighContrast:
        return kContrast;
    case Kind::Light:
        break;
    }
    return kLight;
}

double luminance(const QColor& color) {
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

constexpr int kDarkBelow = 128;
constexpr const char* kHeadingLevel = "headingLevel";

} // namespace

QPalette palette(Kind kind) {
    const Colors& colors = colorsOf(kind);
    QPalette out(QColor(colors.buttonText), QColor(colors.button), QColor(colors.light), QColor(colors.dark),
                 QColor(colors.mid), QColor(colors.text), QColor(colors.windowText), QColor(colors.base),
                 QColor(colors.window));
    out.setColor(QPalette::AlternateBase, QColor(colors.alternateBase));
    out.setColor(QPalette::PlaceholderText, QColor(colors.quiet));
    out.setColor(QPalette::Highlight, QColor(colors.highlight));
    out.setColor(QPalette::HighlightedText, QColor(colors.highlightedText));
    out.setColor(QPalette::Link, QColor(colors.link));
    out.setColor(QPalette::LinkVisited, QColor(colors.link));
    out.setColor(QPalette::ToolTipBase, QColor(colors.toolTip));
    out.setColor(QPalette::ToolTipText, QColor(colors.toolTipText));
    out.setColor(QPalette::Midlight, QColor(colors.light));
    out.setColor(QPalette::Shadow, QColor(colors.dark));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        out.setColor(QPalette::Disabled, role, QColor(colors.disabled));
    out.setColor(QPalette::Disabled, QPalette::Base, QColor(colors.window));
    out.setColor(QPalette::Disabled, QPalette::Highlight, QColor(colors.mid));
    return out;
}

Kind kindOf(const QPalette& palette) {
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    if (window.rgb() == kContrast.window)
        return Kind::HighContrast;
    return window.lightness() < kDarkBelow ? Kind::Dark : Kind::Light;
}

QColor color(Role role, const QPalette& palette) {
    return QColor(colorsOf(kindOf(palette)).roles.at(static_cast<std::size_t>(role)));
}

void apply(Kind kind) {
    // One style object for the life of the application: the palette alone changes afterwards.
    if (qobject_cast<DesktopStyle*>(QApplication::style()) == nullptr)
        QApplication::setStyle(new DesktopStyle);
    const QPalette chosen = palette(kind);
    QApplication::setPalette(chosen);
    QToolTip::setPalette(chosen);
}

Kind systemKind() {
    static const Kind atStart = kindOf(QGuiApplication::palette());
    return atStart;
}

std::optional<Kind> kindNamed(const QString& name) {
    if (name == QLatin1String("light"))
        return Kind::Light;
    if (name == QLatin1String("dark"))
        return Kind::Dark;
    if (name == QLatin1String("contrast"))
        return Kind::HighContrast;
    return std::nullopt;
}

QString nameOf(Kind kind) {
    switch (kind) {
    case Kind::Light:
        return QStringLiteral("light");
    case Kind::Dark:
        return QStringLiteral("dark");
    case Kind::HighContrast:
        return QStringLiteral("contrast");
    }
    return {};
}

double contrast(const QColor& one, const QColor& other) {
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

int gap(const QWidget& widget) {
    return qMax(2, widget.fontMetrics().height() / 3);
}

int wideGap(const QWidget& widget) {
    return qMax(6, widget.fontMetrics().height());
}

void setMargins(QLayout& layout, const QWidget& of, int leading, int top, int trailing, int bottom) {
    if (of.isRightToLeft())
        std::swap(leading, trailing);
    layout.setContentsMargins(leading, top, trailing, bottom);
}

int columns(const QWidget& widget, int characters) {
    return widget.fontMetrics().averageCharWidth() * characters;
}

void makeHeading(QWidget& label, int level) {
    label.setProperty(kHeadingLevel, level);
    refreshHeading(label);
}

void refreshHeading(QWidget& label) {
    const int level = label.property(kHeadingLevel).toInt();
    if (level == 0)
        return;
    QFont font = QApplication::font(&label);
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * (level == 1 ? 1.5 : 1.1));
    label.setFont(font);
}

void makeQuiet(QWidget& label) {
    label.setForegroundRole(QPalette::PlaceholderText);
}

} // namespace qis::ui::theme
