#include "widgets/plain_label.h"

#include <QtWidgets/QLabel>

namespace qis::ui {

void makePlain(QLabel& label) {
    label.setTextFormat(Qt::PlainText);
    label.setWordWrap(true);
    label.setTextInteractionFlags(Qt::TextSelectableByMouse);
}

QLabel* plainLabel(const char* name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    makePlain(*label);
    return label;
}

} // namespace qis::ui
