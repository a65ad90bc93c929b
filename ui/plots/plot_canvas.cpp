#include "plots/plot_canvas.h"

#include "plots/plot_figure.h"
#include "theme/theme.h"

#include <QtGui/QAccessible>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QAccessibleWidget>

#include <algorithm>
#include <mutex>

namespace qis::ui {

namespace {

constexpr qreal kEdge = 1;
constexpr qreal kFocusEdge = 2;
constexpr qreal kCorner = 2;

QAccessibleInterface* accessiblePlot(const QString& /*key*/, QObject* object) {
    auto* canvas = qobject_cast<PlotCanvas*>(object);
    return canvas == nullptr ? nullptr : new QAccessibleWidget(canvas, QAccessible::Chart);
}

} // namespace

PlotCanvas::PlotCanvas(QWidget* parent)
    : QWidget(parent)
    , m_figure(std::make_unique<PlotFigure>()) {
    static std::once_flag installed;
    std::call_once(installed, [] { QAccessible::installFactory(accessiblePlot); });
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::MinimumExpanding);
    look();
}

PlotCanvas::~PlotCanvas() = default;

void PlotCanvas::setPlotData(const PlotData& plot) {
    if (plot == m_data)
        return;
    // What was pointed out stays so, wherever its row has gone.
    const QString key = m_current >= 0 ? m_data.rows.at(m_current).key : QString();
    const auto same = std::find_if(plot.rows.cbegin(), plot.rows.cend(),
                                   [&key](const PlotRow& row) { return !key.isEmpty() && row.key == key; });
    m_data = plot;
    m_figure->setData(plot);
    m_current = same == plot.rows.cend() ? -1 : static_cast<int>(same - plot.rows.cbegin());
    m_figure->setCurrentRow(m_current);
    setAccessibleName(plot.title);
    describe();
    updateGeometry();
    update();
    Q_EMIT currentRowChanged(m_current);
}

void PlotCanvas::setCurrentRow(int row) {
    const int wanted = row >= 0 && row < m_data.rows.size() ? row : -1;
    if (wanted == m_current)
        return;
    m_current = wanted;
    m_figure->setCurrentRow(wanted);
    describe();
    update();
    Q_EMIT currentRowChanged(wanted);
}

void PlotCanvas::describe() {
    // A change of description is spoken: row by row on the way through.
    setAccessibleDescription(m_current < 0 || m_byMouse ? m_data.drawn() : m_data.rows.at(m_current).sentence);
}

void PlotCanvas::look() {
    m_figure->setLook(palette(), font());
    updateGeometry();
    update();
}

QSize PlotCanvas::sizeHint() const {
    return m_figure->sizeHint();
}

QSize PlotCanvas::minimumSizeHint() const {
    const QSize hint = sizeHint();
    return {hint.width() / 2, hint.height()};
}

void PlotCanvas::paintEvent(QPaintEvent* /*event*/) {
    m_figure->paint(*this, size());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal width = hasFocus() ? kFocusEdge : kEdge;
    painter.setPen(
        QPen(hasFocus() ? palette().color(QPalette::Highlight) : theme::color(theme::Role::Edge, palette()), width));
    const qreal inset = width / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), kCorner, kCorner);
}

void PlotCanvas::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange)
        look();
    else if (event->type() == QEvent::LocaleChange || event->type() == QEvent::LanguageChange)
        m_figure->setData(m_data);
}

void PlotCanvas::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(m_data.rows.size()) - 1;
    m_byMouse = false;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Left:
        setCurrentRow(std::max(0, m_current - 1));
        break;
    case Qt::Key_Down:
    case Qt::Key_Right:
        setCurrentRow(std::min(last, m_current + 1));
        break;
    case Qt::Key_Home:
        setCurrentRow(0);
        break;
    case Qt::Key_End:
        setCurrentRow(last);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT tableRequested();
        break;
    default:
        QWidget::keyPressEvent(event);
        break;
    }
}

void PlotCanvas::mouseMoveEvent(QMouseEvent* event) {
    m_byMouse = true;
    setCurrentRow(m_figure->rowAt(event->position()));
}

void PlotCanvas::leaveEvent(QEvent* /*event*/) {
    if (m_byMouse)
        setCurrentRow(-1);
}

void PlotCanvas::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void PlotCanvas::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    m_byMouse = false;
    setCurrentRow(-1);
    update();
}

} // namespace qis::ui
