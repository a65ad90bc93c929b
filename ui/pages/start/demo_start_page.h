#pragma once

#include "bridge/demo_bridge.h"
#include "pages/start/work_page.h"

namespace qis::ui {

/// The demo is being made.
class DemoStartPage : public WorkPage {
    Q_OBJECT

public:
    explicit DemoStartPage(QWidget* parent = nullptr);

    /// A share of a stage as a share of the whole.
    [[nodiscard]] static int perCentOfAll(DemoBridge::Stage stage, int perCent);
    void begin();
    void showProgress(DemoBridge::Stage stage, int perCent);
};

} // namespace qis::ui
