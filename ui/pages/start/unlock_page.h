#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace qis::ui {

class StatusLine;

/// The home is protected: asks for its passphrase.
class UnlockPage : public QWidget {
    Q_OBJECT

public:
    explicit UnlockPage(QWidget* parent = nullptr);

    void setFolder(const QString& folder);
    /// Empties the field and waits for a passphrase; the sentence says why, if there is a reason.
    void ask(const QString& trouble);
    void setBusy(bool busy);

Q_SIGNALS:
    void unlockRequested(const QString& passphrase);

private:
    void request();

    QLabel* m_folder;
    QLineEdit* m_passphrase;
    StatusLine* m_status;
    QPushButton* m_unlock;
};

} // namespace qis::ui
