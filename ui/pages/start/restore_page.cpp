#include "pages/start/restore_page.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

namespace qis::ui {

RestorePage::RestorePage(QWidget* parent)
    : WorkPage(tr("Restoring the home"), parent) {
    setObjectName(QStringLiteral("restorePage"));
    text().setObjectName(QStringLiteral("restoreFile"));
    step().setObjectName(QStringLiteral("restoreStep"));
    bar().setObjectName(QStringLiteral("restoreProgress"));
    bar().setAccessibleName(tr("Progress of restoring"));
    cancelButton().setObjectName(QStringLiteral("cancelRestoring"));
    cancelButton().setAccessibleName(tr("Cancel restoring"));
}

void RestorePage::begin(const QString& file) {
    //: %1: a file
    text().setText(tr("Everything is read from %1 and checked. The home appears whole or not at all.").arg(file));
    WorkPage::begin(tr("Reading and checking the backup…"));
}

void RestorePage::showProgress(int perCent) {
    bar().setValue(perCent);
}

} // namespace qis::ui
