#include "widgets/flow_layout.h"

#include <QtWidgets/QStyle>
#include <QtWidgets/QWidget>

#include <utility>

namespace qis::ui {

FlowLayout::FlowLayout(QWidget* parent)
    : ItemLayout(parent) {
    setContentsMargins(0, 0, 0, 0);
}

Qt::Orientations FlowLayout::expandingDirections() const {
    return {};
}

int FlowLayout::place(const QRect& rect, bool move) const {
    const QMargins margins = contentsMargins();
    const QRect inner = rect.marginsRemoved(margins);
    const int space = qMax(0, spacing());
    int x = inner.x();
    int y = inner.y();
    int lineHeight = 0;
    QList<std::pair<QLayoutItem*, QRect>> line;
    const auto endLine = [&] {
        // Lower ones stand in the middle of the line, so that a label is beside the words of its field.
        for (const auto& [item, place] : std::as_const(line))
            if (move)
                item->setGeometry(
                    QStyle::visualRect(direction(), inner, place.translated(0, (lineHeight - place.height()) / 2)));
        line.clear();
    };
    for (QLayoutItem* item : items()) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint().boundedTo(QSize(inner.width(), QWIDGETSIZE_MAX));
        if (x > inner.x() && x + size.width() > inner.x() + inner.width()) {
            endLine();
            x = inner.x();
            y += lineHeight + space;
            lineHeight = 0;
        }
        line.append({item, QRect(QPoint(x, y), size)});
        x += size.width() + space;
        lineHeight = qMax(lineHeight, size.height());
    }
    endLine();
    return y + lineHeight - rect.y() + margins.bottom();
}

} // namespace qis::ui
