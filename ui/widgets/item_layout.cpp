#include "widgets/item_layout.h"

#include <QtWidgets/QWidget>

namespace qis::ui {

ItemLayout::ItemLayout(QWidget* parent)
    : QLayout(parent) {}

ItemLayout::~ItemLayout() {
    qDeleteAll(m_items);
}

void ItemLayout::addItem(QLayoutItem* item) {
    m_items.append(item);
}

int ItemLayout::count() const {
    return static_cast<int>(m_items.size());
}

QLayoutItem* ItemLayout::itemAt(int index) const {
    return m_items.value(index);
}

QLayoutItem* ItemLayout::takeAt(int index) {
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

bool ItemLayout::hasHeightForWidth() const {
    return true;
}

int ItemLayout::heightForWidth(int width) const {
    return place(QRect(0, 0, width, 0), false);
}

QSize ItemLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

QSize ItemLayout::sizeHint() const {
    return minimumSize();
}

void ItemLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    place(rect, true);
}

Qt::LayoutDirection ItemLayout::direction() const {
    const QWidget* parent = parentWidget();
    return parent != nullptr ? parent->layoutDirection() : Qt::LeftToRight;
}

} // namespace qis::ui
