#include "widgets/reading_table.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTableView>

namespace qis::ui {

void ReadingDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    constexpr char16_t kFirstStrong = 0x2068;
    constexpr char16_t kPop = 0x2069;
    if (option->direction == Qt::RightToLeft && !option->text.isEmpty())
        option->text = QChar(kFirstStrong) % option->text % QChar(kPop);
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
