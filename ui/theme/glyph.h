#pragma once

#include <QtGui/QIcon>
#include <QtWidgets/QWidget>

namespace qis::ui::theme {

enum class Glyph : quint8 {
    None,
    Problem,
    Warning,
    Info,
    Good,
    Compose,
    Matches,
    Evidence,
    Remove,
    Online,
    Offline,
    Clock,
    Home,
    Networks,
    Similarity,
    Settings,
    ToDo,
    Broader,
    Tree
};

/// An icon drawn from the application's palette at the moment of painting, so that it follows a
/// change of theme at once.
[[nodiscard]] QIcon icon(Glyph glyph);
void paint(Glyph glyph, QPainter& painter, const QRectF& rect, const QPalette& palette, const QColor& ink = QColor());

/// One glyph, as high as the line of text that it stands beside. Always accompanied by words.
class GlyphView : public QWidget {
    Q_OBJECT

public:
    explicit GlyphView(Glyph glyph, QWidget* parent = nullptr);

    void setGlyph(Glyph glyph);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Glyph m_glyph;
};

} // namespace qis::ui::theme
