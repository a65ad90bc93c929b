#pragma once

#include <QtWidgets/QDialog>

#include <memory>

class QAction;
class QPushButton;

namespace qis::ui {

class Courier;
class StatusLine;

/// Every action that has a key, to look at or as a card to print.
class KeysDialog : public QDialog {
    Q_OBJECT

public:
    KeysDialog(const QList<QAction*>& actions, QWidget* parent);
    ~KeysDialog() override;

    void saveCard(const QString& path);

Q_SIGNALS:
    /// Written or not: the dialog says which.
    void cardEnded();

private:
    void askForFile();

    QString m_card;
    std::shared_ptr<Courier> m_courier;
    QPushButton* m_save;
    StatusLine* m_status;
};

} // namespace qis::ui
