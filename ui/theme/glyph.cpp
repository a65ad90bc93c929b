#include "theme/glyph.h"

#include "theme/theme.h"

#include <QtGui/QIconEngine>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QApplication>

#include <utility>

namespace qis::ui::theme {

namespace {

class GlyphEngine : public QIconEngine {
public:
    explicit GlyphEngine(Glyph glyph)
        : m_glyph(glyph) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const QPalette palette = QApplication::palette();
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const QColor ink =
            palette.color(group, mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText);
        if (m_glyph == Glyph::Tree && QGuiApplication::isRightToLeft()) {
            // Branches grow the way one reads.
            painter->save();
            painter->translate(rect.x() + rect.width(), rect.y());
            painter->scale(-1, 1);
            theme::paint(m_glyph, *painter, QRect(QPoint(), rect.size()), palette, ink);
            painter->restore();
            return;
        }
        theme::paint(m_glyph, *painter, rect, palette, ink);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine* clone() const override { return new GlyphEngine(m_glyph); }

private:
    Glyph m_glyph;
};

/// All paths live in a square of 16 by 16.
constexpr qreal kGrid = 16;
constexpr qreal kStroke = 1.6;

void addLine(QPainterPath& path, QPointF from, QPointF to) {
    path.moveTo(from);
    path.lineTo(to);
}

void strokeMark(QPainter& painter, Glyph glyph, const QColor& ink) {
    QPen pen(ink, kStroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    QPainterPath path;
    switch (glyph) {
    case Glyph::Compose:
        path.addPolygon(QPolygonF({{3, 13}, {3.6, 10}, {11, 2.6}, {13.4, 5}, {6, 12.4}, {3, 13}}));
        path.moveTo(9.2, 4.4);
        path.lineTo(11.6, 6.8);
        break;
    case Glyph::Matches:
        path.addEllipse(QPointF(6, 8), 4.4, 4.4);
        path.addEllipse(QPointF(10, 8), 4.4, 4.4);
        break;
    case Glyph::Evidence:
        // Two estimates with their intervals beside an axis.
        path.addPolygon(QPolygonF({{2, 2}, {2, 14}, {14.4, 14}}));
        for (const auto& [left, top] : {std::pair{6.2, 3.4}, {9.2, 8.6}}) {
            constexpr qreal kSide = 2.8;
            path.addRect(QRectF(left, top, kSide, kSide));
            path.moveTo(left - 2, top + kSide / 2);
            path.lineTo(left, top + kSide / 2);
            path.moveTo(left + kSide, top + kSide / 2);
            path.lineTo(left + kSide + 2, top + kSide / 2);
        }
        break;
    case Glyph::Home:
        path.addPolygon(QPolygonF({{2, 8}, {8, 2.5}, {14, 8}}));
        path.addPolygon(QPolygonF({{4, 7}, {4, 13.5}, {12, 13.5}, {12, 7}}));
        break;
    case Glyph::Networks:
        path.addEllipse(QPointF(8, 3.6), 2, 2);
        path.addEllipse(QPointF(3.6, 12), 2, 2);
        path.addEllipse(QPointF(12.4, 12), 2, 2);
        addLine(path, {7, 5.4}, {4.6, 10.2});
        addLine(path, {9, 5.4}, {11.4, 10.2});
        addLine(path, {5.6, 12}, {10.4, 12});
        break;
    case Glyph::Similarity:
        addLine(path, {8, 2.5}, {8, 13.5});
        addLine(path, {2.5, 5}, {13.5, 3.6});
        path.addEllipse(QPointF(3.8, 9), 2, 2);
        path.addEllipse(QPointF(12.2, 7.6), 2, 2);
        addLine(path, {5.5, 13.5}, {10.5, 13.5});
        break;
    case Glyph::ToDo:
        path.addEllipse(QPointF(8, 8), 6, 6);
        break;
    case Glyph::Broader:
        // A branch and what it grows from.
        addLine(path, {8, 13}, {8, 3});
        path.addPolygon(QPolygonF({{4, 7}, {8, 3}, {12, 7}}));
        break;
    case Glyph::Tree:
        // A trunk with two branches.
        addLine(path, {4, 3}, {4, 12});
        addLine(path, {4, 6}, {12, 6});
        addLine(path, {4, 12}, {12, 12});
        break;
    case Glyph::Settings:
        for (const qreal y : {4.0, 8.0, 12.0})
            addLine(path, {2.5, y}, {13.5, y});
        path.addEllipse(QPointF(5.5, 4), 1.4, 1.4);
        path.addEllipse(QPointF(10.5, 8), 1.4, 1.4);
        path.addEllipse(QPointF(6.5, 12), 1.4, 1.4);
        break;
    case Glyph::Remove:
        path.moveTo(4.5, 4.5);
        path.lineTo(11.5, 11.5);
        path.moveTo(11.5, 4.5);
        path.lineTo(4.5, 11.5);
        break;
    case Glyph::Clock:
        path.addEllipse(QPointF(8, 8), 6, 6);
        path.moveTo(8, 4.5);
        path.lineTo(8, 8);
        path.lineTo(10.5, 9.5);
        break;
    case Glyph::Offline:
        path.addEllipse(QPointF(8, 8), 4.6, 4.6);
        path.moveTo(4, 12);
        path.lineTo(12, 4);
        break;
    default:
        break;
    }
    painter.drawPath(path);
}

/// A filled shape with a mark cut in the colour of the ground: shape and mark differ as well as hue.
void filledMark(QPainter& painter, Glyph glyph, const QColor& fill, const QColor& ground) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    const QPen mark(ground, kStroke + 0.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    switch (glyph) {
    case Glyph::Problem:
        painter.drawPolygon(QPolygonF(
            {{5.2, 1.4}, {10.8, 1.4}, {14.6, 5.2}, {14.6, 10.8}, {10.8, 14.6}, {5.2, 14.6}, {1.4, 10.8}, {1.4, 5.2}}));
        break;
    case Glyph::Warning:
        painter.drawPolygon(QPolygonF({{8, 1.2}, {15.4, 14.4}, {0.6, 14.4}}));
        break;
    default:
        painter.drawEllipse(QPointF(8, 8), 6.8, 6.8);
        break;
    }
    painter.setPen(mark);
    if (glyph == Glyph::Good || glyph == Glyph::Online) {
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({{4.8, 8.4}, {7.2, 10.8}, {11.4, 5.6}}));
    } else if (glyph == Glyph::Info) {
        painter.drawLine(QPointF(8, 7.6), QPointF(8, 11.4));
        painter.drawPoint(QPointF(8, 4.7));
    } else {
        const qreal drop = glyph == Glyph::Warning ? 1.2 : 0;
        painter.drawLine(QPointF(8, 4.4 + drop), QPointF(8, 8.6 + drop));
        painter.drawPoint(QPointF(8, 11.4 + drop));
    }
}

} // namespace

QIcon icon(Glyph glyph) {
    return QIcon(new GlyphEngine(glyph));
}

void paint(Glyph glyph, QPainter& painter, const QRectF& rect, const QPalette& palette, const QColor& ink) {
    if (glyph == Glyph::None)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal side = qMin(rect.width(), rect.height());
    painter.translate(rect.center() - QPointF(side / 2, side / 2));
    painter.scale(side / kGrid, side / kGrid);
    const QColor ground = palette.color(QPalette::Window);
    switch (glyph) {
    case Glyph::Problem:
        filledMark(painter, glyph, color(Role::Problem, palette), ground);
        break;
    case Glyph::Warning:
        filledMark(painter, glyph, color(Role::Warning, palette), ground);
        break;
    case Glyph::Good:
    case Glyph::Online:
        filledMark(painter, glyph, color(Role::Good, palette), ground);
        break;
    case Glyph::Info:
        filledMark(painter, glyph, color(Role::Bar, palette), ground);
        break;
    default:
        strokeMark(painter, glyph, ink.isValid() ? ink : palette.color(QPalette::WindowText));
        break;
    }
    painter.restore();
}

GlyphView::GlyphView(Glyph glyph, QWidget* parent)
    : QWidget(parent)
    , m_glyph(glyph) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::NoFocus);
}

void GlyphView::setGlyph(Glyph glyph) {
    if (m_glyph == glyph)
        return;
    m_glyph = glyph;
    update();
}

QSize GlyphView::sizeHint() const {
    const int side = fontMetrics().height();
    return {side, side};
}

void GlyphView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    theme::paint(m_glyph, painter, rect(), palette());
}

} // namespace qis::ui::theme
