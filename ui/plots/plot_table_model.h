#pragma once

#include "plots/plot_data.h"

#include <QtCore/QAbstractTableModel>

namespace qis::ui {

/// The rows of a plot as a table. New data keeps the rows that are still there, so that selection and
/// scrolling stay with them.
class PlotTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit PlotTableModel(QObject* parent = nullptr);

    void setPlotData(const PlotData& data);
    [[nodiscard]] const PlotData& plotData() const { return m_data; }
    /// Marks are on few rows, or on none.
    [[nodiscard]] bool isMark(int column) const;
    /// The column that takes the room that is left: the last one of words. -1 for none.
    [[nodiscard]] int widestColumn() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void removeMissing(const QList<PlotRow>& wanted);
    void appendNew(const QList<PlotRow>& wanted);
    void arrange(const QList<PlotRow>& wanted);

    PlotData m_data;
};

} // namespace qis::ui
