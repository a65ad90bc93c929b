#pragma once

#include "widgets/notice_bar.h"

namespace qis::ui {

class BackupBridge;

/// Stays above the pages while a restored home holds back what it signs: what waits, why, what to do.
class RestoredNotice : public NoticeBar {
    Q_OBJECT

public:
    explicit RestoredNotice(BackupBridge& backups, QWidget* parent = nullptr);

private:
    void showFacts();

    BackupBridge& m_backups;
};

} // namespace qis::ui
