#include "widgets/change_table.h"

#include "widgets/reading_table.h"

#include <QtGui/QResizeEvent>
#include <QtWidgets/QHeaderView>

#include <array>

namespace qis::ui {

namespace {

enum Column : quint8 { Part, Before, Now, ColumnCount };

} // namespace

ChangeTable::ChangeTable(QWidget* parent)
    : QTableWidget(0, ColumnCount, parent) {
    setObjectName(QStringLiteral("changeTable"));
    setAccessibleName(tr("What differs from the earlier version"));
    setHorizontalHeaderLabels({tr("Field"),
                               //: Heading of a column: the value in the earlier version
                               tr("Before"),
                               //: Heading of a column: the value in the newer version
                               tr("Now")});
    makeReadingTable(*this);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    // Narrower columns break more lines; their rows are as high as that only when all of them have their width.
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, &ChangeTable::fit, Qt::QueuedConnection);
}

void ChangeTable::setChanges(const QList<Change>& changes) {
    setRowCount(static_cast<int>(changes.size()));
    //: In the place of a value that was not recorded
    const QString nothing = tr("not recorded");
    for (int row = 0; row < rowCount(); ++row) {
        const Change& change = changes.at(row);
        const QString before = change.before.isEmpty() ? nothing : change.before;
        const QString now = change.now.isEmpty() ? nothing : change.now;
        const std::array items = {new QTableWidgetItem(change.part), new QTableWidgetItem(before),
                                  new QTableWidgetItem(now)};
        //: Read aloud for one row. %1: field, %2: earlier value, %3: newer value
        items[Part]->setData(Qt::AccessibleTextRole, tr("%1: before %2, now %3").arg(change.part, before, now));
        for (int column = 0; column < ColumnCount; ++column) {
            QTableWidgetItem* item = items.at(static_cast<std::size_t>(column));
            item->setTextAlignment(Qt::AlignLeading | Qt::AlignVCenter);
            item->setToolTip(item->text());
            setItem(row, column, item);
        }
    }
    fit();
}

/// The sheet scrolls, not the table.
void ChangeTable::fit() {
    resizeRowsToContents();
    int height = horizontalHeader()->sizeHint().height() + 2 * frameWidth();
    for (int row = 0; row < rowCount(); ++row)
        height += rowHeight(row);
    setFixedHeight(height);
}

} // namespace qis::ui
