#include "widgets/reading_table.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTableView>

namespace qis::ui {

QSize ReadingDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    const int line = option.fontMetrics.height();
    if (size.height() >= 2 * line)
        size.setHeight(size.height() + line / 2);
    return size;
}

void makeReadingTable(QTableView& table) {
    table.setItemDelegate(new ReadingDelegate(&table));
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setShowGrid(false);
    table.setTabKeyNavigation(false);
    table.setWordWrap(true);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.verticalHeader()->hide();
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
}

} // namespace qis::ui
