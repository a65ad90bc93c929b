#pragma once

#include <QtWidgets/QGroupBox>

class QLabel;
class QPushButton;

namespace qis::ui {

class EngineBridge;
class StatusLine;
struct Status;

/// How many outcomes lead back to patients, and a way to cut all of these leads.
class RecordsBox : public QGroupBox {
    Q_OBJECT

public:
    explicit RecordsBox(EngineBridge& bridge, QWidget* parent = nullptr);

    void setStatus(const Status& status);

private:
    void ask();
    void forget();

    EngineBridge& m_bridge;
    QLabel* m_amount;
    QPushButton* m_forget;
    StatusLine* m_status;
};

} // namespace qis::ui
