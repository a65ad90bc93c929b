#pragma once

#include <QtWidgets/QStyledItemDelegate>

class QTableView;

namespace qis::ui {

/// Rows of more than one line keep apart from their neighbours.
class ReadingDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// A table to read: whole rows, one at a time, no editing, no grid, words wrapped and in their order, Tab leaves it.
void makeReadingTable(QTableView& table);

} // namespace qis::ui
