#pragma once

#include <QtWidgets/QTableView>

namespace qis::ui {

struct PlotData;
class PlotTableModel;

/// Rows of plot data, to be read and not changed.
class PlotTable : public QTableView {
    Q_OBJECT

public:
    explicit PlotTable(const QString& name, QWidget* parent = nullptr);

    /// Its title becomes the name of the table.
    void setPlotData(const PlotData& plot);
    /// As high as its rows, so that what is around it scrolls; from so many rows on it scrolls itself.
    void fitHeight(int mostRows);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    /// What room is left goes to the widest column; without any, every column is as wide as what is in it.
    void sizeColumns();
    [[nodiscard]] int wantedWidth();
    [[nodiscard]] int wantedWidth(int column) const;
    [[nodiscard]] const QList<int>& wantedWidths();

    PlotTableModel* m_model;
    QList<int> m_widths; ///< of what is in the columns; measured when it is needed, since most tables are not looked at
    int m_mostRows = 0;  ///< 0: as high as it is given
};

} // namespace qis::ui
