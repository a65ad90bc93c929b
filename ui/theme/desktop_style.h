#pragma once

#include <QtWidgets/QProxyStyle>

class QStyleOptionMenuItem;
class QStyleOptionSlider;

namespace qis::ui::theme {

/// Fusion with a focus frame and edges of controls that can be seen in every palette, and with
/// fields, choices and buttons of one height, so that they line up. Labels stand where the window begins, whatever
/// the script of their words; an arrow that points up says that the least comes first.
class DesktopStyle : public QProxyStyle {
    Q_OBJECT

public:
    DesktopStyle();

    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void polish(QWidget* widget) override;
    void unpolish(QWidget* widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    /// A text keeps the order of its own words, whatever way the window runs.
    void drawItemText(QPainter* painter, const QRect& rect, int flags, const QPalette& palette, bool enabled,
                      const QString& text, QPalette::ColorRole role) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                       const QWidget* widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                         const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returnData) const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void drawMenuItem(const QStyleOptionMenuItem& entry, QPainter& painter, const QWidget* widget) const;
    void drawMarks(QPainter& painter, const QStyleOptionSlider& slider, const QWidget* widget) const;
};

} // namespace qis::ui::theme
