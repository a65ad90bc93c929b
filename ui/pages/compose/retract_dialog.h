#pragma once

#include "bridge/values.h"

#include <QtWidgets/QDialog>

class QComboBox;
class QDialogButtonBox;
class QPushButton;
class QRadioButton;

namespace qis::ui {

class EngineBridge;
class StatusLine;

/// Says which of two things is meant before one of them is done: retracting an outcome for everyone,
/// or only removing it from the list of this home.
class RetractDialog : public QDialog {
    Q_OBJECT

public:
    RetractDialog(EngineBridge& bridge, const OwnOutcome& outcome, QWidget* parent = nullptr);

Q_SIGNALS:
    void retracted(const QString& id);
    void removedFromView(const QString& id);

private:
    void showChoice();
    void act();
    void finish(bool good, const Fault& fault);

    EngineBridge& m_bridge;
    OwnOutcome m_outcome;
    QRadioButton* m_everyone;
    QRadioButton* m_view;
    QComboBox* m_reason;
    StatusLine* m_status;
    QDialogButtonBox* m_buttons;
    QPushButton* m_act;
};

} // namespace qis::ui
