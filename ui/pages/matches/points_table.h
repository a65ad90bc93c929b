#pragma once

#include <QtWidgets/QTableView>

namespace qis::ui {

class ExplanationModel;

/// What was compared, row by row, with its points. Only to read.
class PointsTable : public QTableView {
    Q_OBJECT

public:
    PointsTable(const QString& name, ExplanationModel* model, QWidget* parent);
};

} // namespace qis::ui
