#include "pages/matches/points_table.h"

#include "bridge/explanation_model.h"
#include "widgets/points_delegate.h"

#include <QtWidgets/QHeaderView>

namespace qis::ui {

PointsTable::PointsTable(const QString& name, ExplanationModel* model, QWidget* parent)
    : QTableView(parent) {
    setObjectName(name);
    setModel(model);
    setItemDelegateForColumn(ExplanationModel::Points, new PointsDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setWordWrap(true);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    QHeaderView* header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(ExplanationModel::Label, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ExplanationModel::Points, QHeaderView::Interactive);
}

} // namespace qis::ui
