#include "pages/matches/points_table.h"

#include "bridge/explanation_model.h"
#include "widgets/points_delegate.h"
#include "widgets/reading_table.h"

#include <QtWidgets/QHeaderView>

namespace qis::ui {

PointsTable::PointsTable(const QString& name, ExplanationModel* model, QWidget* parent)
    : QTableView(parent) {
    setObjectName(name);
    setModel(model);
    makeReadingTable(*this);
    setItemDelegateForColumn(ExplanationModel::Points, new PointsDelegate(this));
    setAlternatingRowColors(true);
    QHeaderView* header = horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(ExplanationModel::Label, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ExplanationModel::Points, QHeaderView::Interactive);
}

} // namespace qis::ui
