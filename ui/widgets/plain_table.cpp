#include "widgets/plain_table.h"

#include "theme/theme.h"
#include "widgets/reading_table.h"

#include <QtCore/QEvent>
#include <QtCore/QSortFilterProxyModel>
#include <QtWidgets/QHeaderView>

namespace qis::ui {

PlainTable::PlainTable(const QString& name, QAbstractItemModel* model, int sortRole, int stretched, QWidget* parent)
    : QTableView(parent)
    , m_stretched(stretched) {
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
    sizeStretched();
    sizeRows();
}

void PlainTable::sizeStretched() {
    if (m_stretched < 0)
        return;
    int left = viewport()->width();
    for (int column = 0; column < model()->columnCount(); ++column)
        if (column != m_stretched && !isColumnHidden(column))
            left -= columnWidth(column);
    const int least = horizontalHeader()->sectionSizeHint(m_stretched);
    horizontalHeader()->setSectionResizeMode(m_stretched,
                                             left < least ? QHeaderView::Interactive : QHeaderView::Stretch);
    if (left < least)
        setColumnWidth(m_stretched, least);
}

void PlainTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    sizeStretched();
}

void PlainTable::setColumns(int column, int characters) {
    setColumnWidth(column, qMax(theme::columns(*this, characters), horizontalHeader()->sectionSizeHint(column)));
    sizeStretched();
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
