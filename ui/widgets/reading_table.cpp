#include "widgets/reading_table.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTableView>

namespace qis::ui {

void makeReadingTable(QTableView& table) {
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

QString readingOrder(const QString& text, Qt::LayoutDirection direction) {
    constexpr char16_t kFirstStrong = 0x2068;
    constexpr char16_t kPop = 0x2069;
    return direction == Qt::RightToLeft && !text.isEmpty() ? QString(QChar(kFirstStrong) % text % QChar(kPop)) : text;
}

} // namespace qis::ui
