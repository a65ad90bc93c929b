#include "plots/plot_table.h"

#include "plots/plot_table_model.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <numeric>

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
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
}

void PlotTable::setPlotData(const PlotData& plot) {
    m_model->setPlotData(plot);
    setAccessibleName(plot.title);
    setAccessibleDescription(plot.description);
    m_widths.clear();
    if (isVisible())
        sizeColumns();
}

int PlotTable::wantedWidth(int column) const {
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics plain(font());
    const QFontMetrics strong(bold);
    int widest = -1;
    int row = 0;
    for (int at = 0; at < m_model->rowCount(); ++at) {
        const QModelIndex index = m_model->index(at, column);
        const QFontMetrics& metrics = m_model->data(index, Qt::FontRole).isValid() ? strong : plain;
        if (const int width = metrics.horizontalAdvance(index.data().toString()); width > widest) {
            widest = width;
            row = at;
        }
    }
    if (widest <= 0 && m_model->isMark(column))
        return 0;
    const int cells = widest < 0 ? 0 : sizeHintForIndex(m_model->index(row, column)).width();
    return std::max(cells, horizontalHeader()->sectionSizeHint(column));
}

const QList<int>& PlotTable::wantedWidths() {
    if (m_widths.size() != m_model->columnCount()) {
        m_widths.clear();
        for (int column = 0; column < m_model->columnCount(); ++column)
            m_widths.append(wantedWidth(column));
    }
    return m_widths;
}

int PlotTable::wantedWidth() {
    const QList<int>& widths = wantedWidths();
    return std::accumulate(widths.cbegin(), widths.cend(), 0);
}

void PlotTable::sizeColumns() {
    const QList<int>& widths = wantedWidths();
    const int widest = m_model->widestColumn();
    const bool roomy = wantedWidth() <= viewport()->width();
    for (int column = 0; column < widths.size(); ++column) {
        // A mark that nothing has takes no room.
        setColumnHidden(column, widths.at(column) == 0);
        const bool stretches = roomy && column == widest;
        horizontalHeader()->setSectionResizeMode(column, stretches ? QHeaderView::Stretch : QHeaderView::Fixed);
        if (!stretches)
            setColumnWidth(column, widths.at(column));
    }
}

void PlotTable::fitHeight(int mostRows) {
    m_mostRows = mostRows;
    fit();
}

void PlotTable::showEvent(QShowEvent* event) {
    QTableView::showEvent(event);
    sizeColumns();
}

void PlotTable::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange)
        return;
    m_widths.clear();
    if (isVisible())
        sizeColumns();
}

void PlotTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    if (isVisible())
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
