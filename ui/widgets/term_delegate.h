#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace qis::ui {

/// A term and, quieter at the trailing edge, why it was found.
class TermDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Role : quint16 { WhyRole = Qt::UserRole + 1 };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace qis::ui
