#include "pages/start/restored_notice.h"

#include "bridge/backup_bridge.h"
#include "pages/start/restored_dialog.h"

#include <QtWidgets/QPushButton>

namespace qis::ui {

RestoredNotice::RestoredNotice(BackupBridge& backups, QWidget* parent)
    : NoticeBar(parent)
    , m_backups(backups) {
    setObjectName(QStringLiteral("restoredNotice"));
    actionButton()->setObjectName(QStringLiteral("restoredDetails"));
    setDismissable(false);
    setAction(tr("What can I do?"));
    connect(this, &NoticeBar::actionRequested, this, [this] { (new RestoredDialog(m_backups, this))->open(); });
    connect(&backups, &BackupBridge::factsChanged, this, &RestoredNotice::showFacts);
    showFacts();
}

void RestoredNotice::showFacts() {
    const auto& restored = m_backups.restored();
    setVisible(restored.has_value());
    if (restored)
        setMessage(restoredGlyph(*restored), restoredSentence(*restored));
}

} // namespace qis::ui
