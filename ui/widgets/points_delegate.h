#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace qis::ui {

/// Points of one dimension: the words, and under them a bar as long as the points in a frame as long
/// as the most there could have been.
class PointsDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace qis::ui
