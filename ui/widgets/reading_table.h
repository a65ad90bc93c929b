#pragma once

#include <QtWidgets/QStyledItemDelegate>

class QTableView;

namespace qis::ui {

/// In a mirrored view a cell keeps the order of its own words: "65 to 74 years" begins with 65.
class ReadingDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

/// A table to read: whole rows, one at a time, no editing, no grid, words wrapped and in their order, Tab leaves it.
void makeReadingTable(QTableView& table);

} // namespace qis::ui
