#include "widgets/dialog_size.h"

#include <QtWidgets/QDialog>
#include <QtWidgets/QLayout>

namespace qis::ui {

void fitToContent(QDialog& dialog) {
    const QSize wanted = dialog.sizeHint().expandedTo(dialog.minimumSize());
    const int wrapped = dialog.layout()->totalHeightForWidth(wanted.width());
    dialog.resize(wanted.width(), qMax(wanted.height(), wrapped));
}

} // namespace qis::ui
