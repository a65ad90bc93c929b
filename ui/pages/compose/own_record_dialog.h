#pragma once

#include "bridge/values.h"

#include <QtWidgets/QDialog>

class QDialogButtonBox;
class QPushButton;

namespace qis::ui {

class EngineBridge;
class StatusLine;
class TextField;

/// What this home calls the patient of an outcome that has left: to write down, to correct, to forget.
class OwnRecordDialog : public QDialog {
    Q_OBJECT

public:
    OwnRecordDialog(EngineBridge& bridge, const OwnOutcome& outcome, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Empty: forgotten.
    void kept(const QString& record);

private:
    void save();
    void forget();
    void keep(const QString& record);
    void setBusy(bool busy);

    EngineBridge& m_bridge;
    QString m_id;
    TextField* m_record;
    StatusLine* m_status;
    QDialogButtonBox* m_buttons;
    QPushButton* m_forget = nullptr;
};

} // namespace qis::ui
