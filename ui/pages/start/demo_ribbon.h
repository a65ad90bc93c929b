#pragma once

#include <QtWidgets/QFrame>

class QLabel;
class QPushButton;

namespace qis::ui {

class DemoBridge;

/// Above everything while a demo runs: that nothing here is true, and the way out.
class DemoRibbon : public QFrame {
    Q_OBJECT

public:
    explicit DemoRibbon(DemoBridge& demo, QWidget* parent = nullptr);

Q_SIGNALS:
    void leaveRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    DemoBridge& m_demo;
    QLabel* m_text;
    QPushButton* m_pause;
    QPushButton* m_leave;
};

} // namespace qis::ui
