#include "widgets/plain_table.h"

#include "theme/theme.h"
#include "widgets/reading_table.h"

#include <QtCore/QEvent>
#include <QtCore/QSortFilterProxyModel>
#include <QtWidgets/QHeaderView>

namespace qis::ui {

PlainTable::PlainTable(const QString& name, QAbstractItemModel* model, int sortRole, int stretched, QWidget* parent)
    : QTableView(parent) {
    setObjectName(name);
    auto* sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(model);
    sorted->setSortRole(sortRole);
    sorted->setSortLocaleAware(true);
    setModel(sorted);
    setSortingEnabled(true);
    sortByColumn(0, Qt::AscendingOrder);
    makeReadingTable(*this);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    horizontalHeader()->setObjectName(name % QLatin1String("Header"));
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    if (stretched >= 0)
        horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
    sizeRows();
}

void PlainTable::setColumns(int column, int characters) {
    setColumnWidth(column, qMax(theme::columns(*this, characters), horizontalHeader()->sectionSizeHint(column)));
}

void PlainTable::setLeastRows(int rows) {
    m_leastRows = rows;
    updateGeometry();
}

void PlainTable::sizeRows() {
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 7 / 4);
}

QSize PlainTable::minimumSizeHint() const {
    const int rows = m_leastRows * verticalHeader()->defaultSectionSize();
    return {QTableView::minimumSizeHint().width(), horizontalHeader()->sizeHint().height() + rows + 2 * frameWidth()};
}

void PlainTable::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        sizeRows();
        updateGeometry();
    }
}

} // namespace qis::ui
