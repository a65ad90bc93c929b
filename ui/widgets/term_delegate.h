#pragma once

#include "bridge/values.h"

#include <QtWidgets/QStyledItemDelegate>

class QStandardItem;

namespace qis::ui {

/// A term and, quieter at the trailing edge, why it was found.
class TermDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Role : quint16 { WhyRole = Qt::UserRole + 1, IdRole };

    using QStyledItemDelegate::QStyledItemDelegate;

    /// A row of a list of terms that were found. For the caller to place in a model.
    [[nodiscard]] static QStandardItem* rowOf(const Term& term);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace qis::ui
