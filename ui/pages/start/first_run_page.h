#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace qis::ui {

class StatusLine;

/// There is no home yet: try with a demo home, make a real one, or bring one back from a backup.
class FirstRunPage : public QWidget {
    Q_OBJECT

public:
    explicit FirstRunPage(QWidget* parent = nullptr);

    void setFolder(const QString& folder);
    void setBusy(bool busy);
    void showTrouble(const QString& sentence);
    /// What was wanted, and is no trouble.
    void showNote(const QString& sentence);
    void focusFirst();
    void focusRestore();

Q_SIGNALS:
    void demoRequested(const QString& siteName);
    void realRequested(const QString& siteName, const QString& passphrase);
    void restoreRequested(const QString& file);

private:
    void requestDemo();
    void requestReal();
    void chooseBackup();
    [[nodiscard]] bool checkSite();

    QLabel* m_folder;
    QLineEdit* m_site;
    StatusLine* m_siteStatus;
    QPushButton* m_demo;
    QLineEdit* m_passphrase;
    QLineEdit* m_repeat;
    StatusLine* m_passphraseStatus;
    QPushButton* m_real;
    QPushButton* m_restore;
    StatusLine* m_status;
};

} // namespace qis::ui
