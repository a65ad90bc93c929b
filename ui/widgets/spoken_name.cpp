#include "widgets/spoken_name.h"

#include "widgets/plain_label.h"

#include <QtCore/QStringBuilder>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>

namespace qis::ui {

void setSpokenName(QComboBox& box, const QString& name) {
    box.setAccessibleName(name);
    const QString id = box.objectName() % QLatin1String("Name");
    auto* label = box.parentWidget()->findChild<QLabel*>(id, Qt::FindDirectChildrenOnly);
    if (label == nullptr) {
        label = new QLabel(box.parentWidget());
        label->setObjectName(id);
        label->setTextFormat(Qt::PlainText);
        label->setBuddy(&box);
        label->hide();
    }
    label->setText(withoutMnemonic(name));
}

} // namespace qis::ui
