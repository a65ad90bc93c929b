#pragma once

#include "bridge/values.h"

#include <QtWidgets/QDialog>

class QDialogButtonBox;
class QLineEdit;

namespace qis::ui {

class EngineBridge;
class StatusLine;

/// Names an interest made from the outcome in the form, and makes it.
class AskDialog : public QDialog {
    Q_OBJECT

public:
    AskDialog(EngineBridge& bridge, const DraftValues& draft, const QString& suggestion, QWidget* parent = nullptr);

Q_SIGNALS:
    void made(const QString& name);

private:
    void make();

    EngineBridge& m_bridge;
    DraftValues m_draft;
    QLineEdit* m_name;
    StatusLine* m_status;
    QDialogButtonBox* m_buttons;
};

} // namespace qis::ui
