#include "widgets/term_delegate.h"

#include <QtGui/QPainter>
#include <QtGui/QStandardItem>
#include <QtWidgets/QApplication>

namespace qis::ui {

QStandardItem* TermDelegate::rowOf(const Term& term) {
    const QString why = term.matched.isEmpty() ? term.broaderName
                                               //: Why a term was found. %1: another name of it, which is what was typed
                                               : tr("synonym: %1").arg(term.matched);
    //: Read aloud for one row of the list. %1: term, %2: why it was found, or the term above it
    const QString spoken = why.isEmpty() ? term.name : tr("%1, %2").arg(term.name, why);
    auto* item = new QStandardItem(term.name);
    item->setData(term.id, IdRole);
    item->setData(why, WhyRole);
    item->setAccessibleText(spoken);
    item->setToolTip(spoken);
    return item;
}

void TermDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    const QString why = index.data(WhyRole).toString();
    const QString name = std::exchange(item.text, QString());
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);

    const bool selected = (option.state & QStyle::State_Selected) != 0;
    const int margin = option.fontMetrics.averageCharWidth();
    const QRect room = option.rect.adjusted(margin, 0, -margin, 0);
    const int nameWidth = qMin(option.fontMetrics.horizontalAdvance(name) + margin, room.width());
    const auto align = [&option](Qt::Alignment edge) {
        return static_cast<int>(QStyle::visualAlignment(option.direction, edge | Qt::AlignVCenter));
    };
    const auto drawIn = [&](const QRect& logical, Qt::Alignment edge, QPalette::ColorRole role, const QString& text) {
        painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : role));
        style->drawItemText(painter, QStyle::visualRect(option.direction, option.rect, logical), align(edge),
                            option.palette, true, option.fontMetrics.elidedText(text, Qt::ElideRight, logical.width()));
    };
    painter->save();
    drawIn(QRect(room.x(), room.y(), nameWidth, room.height()), Qt::AlignLeft, QPalette::Text, name);
    const int rest = room.width() - nameWidth - margin;
    if (!why.isEmpty() && rest > 6 * margin)
        drawIn(QRect(room.x() + nameWidth + margin, room.y(), rest, room.height()), Qt::AlignRight,
               QPalette::PlaceholderText, why);
    painter->restore();
}

QSize TermDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(option.fontMetrics.height() * 3 / 2);
    return size;
}

} // namespace qis::ui
