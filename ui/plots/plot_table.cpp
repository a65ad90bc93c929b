#include "plots/plot_table.h"

#include "plots/plot_table_model.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace qis::ui {

PlotTable::PlotTable(const QString& name, QWidget* parent)
    : QTableView(parent)
    , m_model(new PlotTableModel(this)) {
    setObjectName(name);
    setModel(m_model);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 7 / 4);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

void PlotTable::setPlotData(const PlotData& plot) {
    m_model->setPlotData(plot);
    setAccessibleName(plot.title);
    setAccessibleDescription(plot.description);
    sizeColumns();
}

int PlotTable::wantedWidth() const {
    int wanted = 0;
    for (int column = 0; column < m_model->columnCount(); ++column)
        wanted += std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
    return wanted;
}

void PlotTable::sizeColumns() {
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    const int widest = m_model->widestColumn();
    if (widest >= 0 && wantedWidth() <= viewport()->width())
        horizontalHeader()->setSectionResizeMode(widest, QHeaderView::Stretch);
}

void PlotTable::fitHeight(int mostRows) {
    m_mostRows = mostRows;
    fit();
}

void PlotTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    sizeColumns();
    // Narrower than its columns, it needs room for a bar below its rows.
    if (m_mostRows > 0)
        fit();
}

void PlotTable::fit() {
    const int edges = 2 * frameWidth();
    const int bar = wantedWidth() > width() - edges ? horizontalScrollBar()->sizeHint().height() : 0;
    const int rows = std::min(m_model->rowCount(), m_mostRows);
    setFixedHeight(horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + edges +
                   bar);
}

} // namespace qis::ui
