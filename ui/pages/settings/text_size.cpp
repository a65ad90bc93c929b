#include "pages/settings/text_size.h"

#include "theme/theme.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>

namespace qis::ui {

namespace {

constexpr int kUsual = 100;
int presentPercent = kUsual;

void resizeColumns(QHeaderView& header, double ratio) {
    if (header.orientation() != Qt::Horizontal)
        return;
    for (int section = 0; section < header.count(); ++section)
        if (header.sectionResizeMode(section) == QHeaderView::Interactive && !header.isSectionHidden(section))
            header.resizeSection(section, qRound(header.sectionSize(section) * ratio));
}

} // namespace

void applyTextSize(int percent) {
    if (percent == presentPercent)
        return;
    const double ratio = static_cast<double>(percent) / presentPercent;
    presentPercent = percent;
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * ratio);
    QApplication::setFont(font);
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget* widget : widgets) {
        theme::refreshHeading(*widget);
        if (auto* header = qobject_cast<QHeaderView*>(widget))
            resizeColumns(*header, ratio);
    }
}

int textSize() {
    return presentPercent;
}

} // namespace qis::ui
