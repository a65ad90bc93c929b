#include "widgets/form_grid.h"

#include <QtWidgets/QStyle>
#include <QtWidgets/QWidget>

namespace qis::ui {

namespace {

int heightOf(QLayoutItem* item, int width) {
    return item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
}

} // namespace

FormGrid::FormGrid(QWidget* parent)
    : QLayout(parent) {}

FormGrid::~FormGrid() {
    for (const Cell& cell : std::as_const(m_cells))
        delete cell.item;
}

void FormGrid::addField(QWidget* widget, bool wide) {
    addWidget(widget);
    m_cells.last().wide = wide;
}

void FormGrid::setColumnWidth(int width) {
    m_columnWidth = qMax(1, width);
    invalidate();
}

void FormGrid::addItem(QLayoutItem* item) {
    m_cells.append({item, false});
}

int FormGrid::count() const {
    return static_cast<int>(m_cells.size());
}

QLayoutItem* FormGrid::itemAt(int index) const {
    return m_cells.value(index).item;
}

QLayoutItem* FormGrid::takeAt(int index) {
    return index >= 0 && index < m_cells.size() ? m_cells.takeAt(index).item : nullptr;
}

Qt::Orientations FormGrid::expandingDirections() const {
    return Qt::Horizontal;
}

bool FormGrid::hasHeightForWidth() const {
    return true;
}

int FormGrid::heightForWidth(int width) const {
    return place(QRect(0, 0, width, 0), false);
}

QSize FormGrid::minimumSize() const {
    QSize size;
    for (const Cell& cell : m_cells)
        size = size.expandedTo(cell.item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

QSize FormGrid::sizeHint() const {
    const QSize least = minimumSize();
    const int width = qMax(least.width(), 2 * m_columnWidth + qMax(0, spacing()));
    return {width, place(QRect(0, 0, width, 0), false)};
}

void FormGrid::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FormGrid::place(const QRect& rect, bool move) const {
    const QMargins margins = contentsMargins();
    const QRect inner = rect.marginsRemoved(margins);
    const int space = qMax(0, spacing());
    const QWidget* parent = parentWidget();
    const auto direction = parent != nullptr ? parent->layoutDirection() : Qt::LeftToRight;
    int widest = m_columnWidth;
    for (const Cell& cell : m_cells)
        if (!cell.wide)
            widest = qMax(widest, cell.item->minimumSize().width());
    const int columns = qBound(1, (inner.width() + space) / (widest + space), 3);
    const int columnWidth = (inner.width() - (columns - 1) * space) / columns;

    int y = inner.y();
    for (qsizetype first = 0; first < m_cells.size();) {
        // One line: a wide item, or up to `columns` narrow ones.
        qsizetype last = first;
        int lineHeight = 0;
        int used = 0;
        for (; last < m_cells.size() && used < columns; ++last) {
            const Cell& cell = m_cells.at(last);
            if (cell.item->isEmpty())
                continue;
            if (cell.wide && used > 0)
                break;
            lineHeight = qMax(lineHeight, heightOf(cell.item, cell.wide ? inner.width() : columnWidth));
            used += cell.wide ? columns : 1;
        }
        int column = 0;
        for (qsizetype at = first; move && at < last; ++at) {
            const Cell& cell = m_cells.at(at);
            if (cell.item->isEmpty())
                continue;
            const int width = cell.wide ? inner.width() : columnWidth;
            const QRect place(inner.x() + column * (columnWidth + space), y, width, lineHeight);
            cell.item->setGeometry(QStyle::visualRect(direction, inner, place));
            ++column;
        }
        y += lineHeight + (last < m_cells.size() ? space : 0);
        first = last;
    }
    return y - rect.y() + margins.bottom();
}

} // namespace qis::ui
