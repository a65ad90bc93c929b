#pragma once

#include "theme/glyph.h"

#include <QtWidgets/QStyledItemDelegate>

namespace qis::ui {

/// An outcome of this home: sign and word of its state, when, and in two lines what it says.
class OutcomeDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] static theme::Glyph glyphOf(const QString& state);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace qis::ui
