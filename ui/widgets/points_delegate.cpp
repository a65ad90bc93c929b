#include "widgets/points_delegate.h"

#include "bridge/explanation_model.h"
#include "theme/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

namespace qis::ui {

namespace {

int barHeight(const QStyleOptionViewItem& option) {
    return qMax(4, option.fontMetrics.height() / 3);
}

} // namespace

void PointsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    const QString text = std::exchange(item.text, QString());
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);

    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
    const QRect room = option.rect.adjusted(margin, 0, -margin, 0);
    const int textHeight = option.fontMetrics.height();
    const int bar = barHeight(option);
    const double weight = index.data(ExplanationModel::WeightRole).toDouble();
    const double share = index.data(ExplanationModel::ShareRole).toDouble();
    const int below = weight > 0 ? bar + bar / 2 : 0;
    const int top = room.y() + (room.height() - textHeight - below) / 2;
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    const QPalette& colors = option.palette;

    painter->save();
    painter->setPen(colors.color(selected     ? QPalette::HighlightedText
                                 : weight > 0 ? QPalette::Text
                                              : QPalette::PlaceholderText));
    style->drawItemText(painter, QRect(room.x(), top, room.width(), textHeight),
                        static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
                        colors, true, option.fontMetrics.elidedText(text, Qt::ElideRight, room.width()));
    const auto draw = [&](double part, const QBrush& brush, const QPen& pen) {
        const QRect logical(room.x(), top + textHeight + bar / 2, static_cast<int>(room.width() * part), bar);
        painter->setPen(pen);
        painter->setBrush(brush);
        painter->drawRect(QRectF(QStyle::visualRect(option.direction, room, logical)).adjusted(0.5, 0.5, -0.5, -0.5));
    };
    const auto state = static_cast<ExplanationModel::State>(index.data(ExplanationModel::StateRole).toInt());
    const bool refused = state == ExplanationModel::State::BelowFloor;
    if (weight > 0)
        draw(weight, theme::color(theme::Role::BarRest, colors),
             refused ? QPen(theme::color(theme::Role::Problem, colors)) : QPen(Qt::NoPen));
    if (share > 0)
        draw(share, theme::color(refused ? theme::Role::Problem : theme::Role::Bar, colors), QPen(Qt::NoPen));
    painter->restore();
}

QSize PointsDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    const int least = option.fontMetrics.height() + barHeight(option) * 3;
    return {size.width(), qMax(size.height(), least)};
}

} // namespace qis::ui
