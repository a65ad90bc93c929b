#pragma once

#include "bridge/demo_bridge.h"

#include <QtWidgets/QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace qis::ui {

class StatusLine;

/// The demo is being made: what is done just now, and a way to stop.
class DemoStartPage : public QWidget {
    Q_OBJECT

public:
    explicit DemoStartPage(QWidget* parent = nullptr);

    /// A share of a stage as a share of the whole.
    [[nodiscard]] static int perCentOfAll(DemoBridge::Stage stage, int perCent);
    void begin();
    void showProgress(DemoBridge::Stage stage, int perCent);
    void showStopping();

Q_SIGNALS:
    void cancelRequested();

private:
    QLabel* m_step;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
};

} // namespace qis::ui
