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
    : ItemLayout(parent) {}

void FormGrid::addField(QWidget* widget, bool wide) {
    addWidget(widget);
    if (wide)
        m_wide.insert(items().last());
}

void FormGrid::setColumnWidth(int width) {
    m_columnWidth = qMax(1, width);
    invalidate();
}

QLayoutItem* FormGrid::takeAt(int index) {
    QLayoutItem* item = ItemLayout::takeAt(index);
    m_wide.remove(item);
    return item;
}

Qt::Orientations FormGrid::expandingDirections() const {
    return Qt::Horizontal;
}

QSize FormGrid::sizeHint() const {
    const QSize least = minimumSize();
    const int width = qMax(least.width(), 2 * m_columnWidth + qMax(0, spacing()));
    return {width, place(QRect(0, 0, width, 0), false)};
}

int FormGrid::place(const QRect& rect, bool move) const {
    const QMargins margins = contentsMargins();
    const QRect inner = rect.marginsRemoved(margins);
    const int space = qMax(0, spacing());
    int widest = m_columnWidth;
    for (const QLayoutItem* item : items())
        if (!isWide(item))
            widest = qMax(widest, item->minimumSize().width());
    const int columns = qBound(1, (inner.width() + space) / (widest + space), 3);
    const int columnWidth = (inner.width() - (columns - 1) * space) / columns;

    int y = inner.y();
    for (qsizetype first = 0; first < items().size();) {
        // One line: a wide item, or up to `columns` narrow ones.
        qsizetype last = first;
        int lineHeight = 0;
        int used = 0;
        for (; last < items().size() && used < columns; ++last) {
            QLayoutItem* item = items().at(last);
            if (item->isEmpty())
                continue;
            if (isWide(item) && used > 0)
                break;
            lineHeight = qMax(lineHeight, heightOf(item, isWide(item) ? inner.width() : columnWidth));
            used += isWide(item) ? columns : 1;
        }
        int column = 0;
        for (qsizetype at = first; move && at < last; ++at) {
            QLayoutItem* item = items().at(at);
            if (item->isEmpty())
                continue;
            const int width = isWide(item) ? inner.width() : columnWidth;
            const QRect place(inner.x() + column * (columnWidth + space), y, width, lineHeight);
            item->setGeometry(QStyle::visualRect(direction(), inner, place));
            ++column;
        }
        y += lineHeight + (last < items().size() ? space : 0);
        first = last;
    }
    return y - rect.y() + margins.bottom();
}

} // namespace qis::ui
