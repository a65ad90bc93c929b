#pragma once

#include <QtWidgets/QTableView>

namespace qis::ui {

/// A table to read: whole rows, no editing, Tab leaves it, headings sort it by `sortRole`.
class PlainTable : public QTableView {
    Q_OBJECT

public:
    /// `stretched` is the column that takes what room is left.
    PlainTable(const QString& name, QAbstractItemModel* model, int sortRole, int stretched, QWidget* parent = nullptr);

    /// Width of a column in characters.
    void setColumns(int column, int characters);
    /// Shows at least so many rows.
    void setLeastRows(int rows);
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void sizeRows();
    /// The stretched column takes what is left, but never less than its heading: then the table scrolls.
    void sizeStretched();

    int m_leastRows = 3;
    int m_stretched;
};

} // namespace qis::ui
