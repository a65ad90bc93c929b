#pragma once

#include <QtWidgets/QGroupBox>

class QLabel;
class QProgressBar;
class QPushButton;

namespace qis::ui {

class BackupBridge;
class StatusLine;
struct Fault;

/// Copies the home to one file, and says how old the last copy is.
class BackupBox : public QGroupBox {
    Q_OBJECT

public:
    explicit BackupBox(BackupBridge& backups, QWidget* parent = nullptr);

    void backUpTo(const QString& file);

private:
    void chooseFile();
    void showFacts();
    void showBusy();
    void showEnd(const QString& file, const Fault& fault);

    BackupBridge& m_backups;
    QLabel* m_age;
    QPushButton* m_start;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    StatusLine* m_status;
};

} // namespace qis::ui
