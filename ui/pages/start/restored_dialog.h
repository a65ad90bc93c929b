#pragma once

#include "bridge/backup_bridge.h"
#include "theme/glyph.h"

#include <QtWidgets/QDialog>

class QCheckBox;
class QLabel;
class QPushButton;

namespace qis::ui {

class StatusLine;

/// What a restored home waits for, in a sentence or two.
[[nodiscard]] QString restoredSentence(const RestoredHome& restored);
[[nodiscard]] theme::Glyph restoredGlyph(const RestoredHome& restored);

/// Explains why a restored home waits, and takes the user's word that it need not.
class RestoredDialog : public QDialog {
    Q_OBJECT

public:
    explicit RestoredDialog(BackupBridge& backups, QWidget* parent = nullptr);

private:
    void showFacts();
    void goOn();

    BackupBridge& m_backups;
    QLabel* m_why;
    QLabel* m_advice;
    QLabel* m_warning;
    QCheckBox* m_sure;
    StatusLine* m_status;
    QPushButton* m_goOn;
};

} // namespace qis::ui
