#include "widgets/outcome_delegate.h"

#include "bridge/outcome_model.h"

#include <QtGui/QPainter>
#include <QtGui/QTextLayout>
#include <QtWidgets/QApplication>

#include <utility>

namespace qis::ui {

namespace {

constexpr int kTextLines = 2;

/// The text broken into at most two lines, the last one elided.
QString inTwoLines(const QString& text, const QFont& font, int width) {
    QTextLayout layout(text, font);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    if (first.isValid())
        first.setLineWidth(width);
    const int end = first.isValid() ? first.textStart() + first.textLength() : 0;
    layout.endLayout();
    if (end >= text.size())
        return text;
    const QString rest = QFontMetrics(font).elidedText(text.mid(end).trimmed(), Qt::ElideRight, width);
    return text.left(end).trimmed() % QChar::LineSeparator % rest;
}

} // namespace

theme::Glyph OutcomeDelegate::glyphOf(const QString& state) {
    if (state == QLatin1String("draft"))
        return theme::Glyph::Compose;
    if (state == QLatin1String("held"))
        return theme::Glyph::Info;
    if (state == QLatin1String("waiting"))
        return theme::Glyph::Clock;
    if (state == QLatin1String("sent"))
        return theme::Glyph::Good;
    return theme::Glyph::Remove;
}

void OutcomeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    const QString text = std::exchange(item.text, QString());
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);

    const bool selected = (option.state & QStyle::State_Selected) != 0;
    const int line = option.fontMetrics.height();
    const int margin = option.fontMetrics.averageCharWidth();
    const QRect room = option.rect.adjusted(margin, line / 4, -margin, -line / 4);
    const auto color = [&](QPalette::ColorRole role) {
        return option.palette.color(selected ? QPalette::HighlightedText : role);
    };
    const auto place = [&](const QRect& logical) { return QStyle::visualRect(option.direction, option.rect, logical); };
    const auto align = [&option](Qt::Alignment edge) {
        return static_cast<int>(QStyle::visualAlignment(option.direction, edge));
    };
    const auto write = [&](const QRect& rect, Qt::Alignment alignment, const QString& words) {
        style->drawItemText(painter, place(rect), align(alignment), option.palette, true, words);
    };
    painter->save();
    QPalette ground = option.palette;
    if (selected)
        ground.setColor(QPalette::Window, ground.color(QPalette::Highlight));
    theme::paint(glyphOf(index.data(OutcomeModel::StateRole).toString()), *painter,
                 place({room.x(), room.y(), line, line}), ground, color(QPalette::Text));

    QFont bold(option.font);
    bold.setBold(true);
    const QString word = index.data(OutcomeModel::WordRole).toString();
    const QRect head(room.x() + line + margin, room.y(), room.width() - line - margin, line);
    const int wholeWord = QFontMetrics(bold).horizontalAdvance(word) + margin;
    const auto advance = [&option](const QString& words) { return option.fontMetrics.horizontalAdvance(words); };
    // Beside a long state stands the day without the hour; if need be the state is shortened a little.
    QString when = index.data(OutcomeModel::WhenRole).toString();
    if (wholeWord + advance(when) > head.width())
        when = index.data(OutcomeModel::DayRole).toString();
    const int whenWidth = advance(when);
    const int least = head.width() / 2;
    const int most = head.width() - whenWidth >= least ? head.width() - whenWidth : head.width();
    const int wordWidth = qMin(wholeWord, most);
    painter->setFont(bold);
    painter->setPen(color(QPalette::Text));
    write({head.x(), head.y(), wordWidth, line}, Qt::AlignLeft | Qt::AlignVCenter,
          QFontMetrics(bold).elidedText(word, Qt::ElideRight, wordWidth));
    painter->setFont(option.font);
    const int rest = head.width() - wordWidth;
    if (whenWidth <= rest) {
        painter->setPen(color(QPalette::PlaceholderText));
        write({head.x() + wordWidth, head.y(), rest, line}, Qt::AlignRight | Qt::AlignVCenter, when);
    }
    painter->setPen(color(QPalette::Text));
    write({room.x(), room.y() + line, room.width(), kTextLines * line}, Qt::AlignLeft | Qt::AlignTop,
          inTwoLines(text, option.font, room.width()));
    painter->restore();
}

QSize OutcomeDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const {
    const int line = option.fontMetrics.height();
    return {line, (1 + kTextLines) * line + line / 2};
}

} // namespace qis::ui
