#pragma once

#include "bridge/backup_bridge.h"
#include "bridge/engine_bridge.h"
#include "pages/main_window.h"

#include <functional>
#include <memory>

namespace qis::ui {

/// The part of the tour that copies an open home, restores it beside, and looks at what the window says.
class RestoredTour : public QObject {
    Q_OBJECT

public:
    struct Steps {
        std::function<void(QWidget*, const QString& picture)> shoot;
        std::function<void(std::function<void()> then)> later; ///< when the layout has settled
        std::function<void(const Fault&)> failed;
        std::function<void()> done;
    };
    RestoredTour(BackupBridge& source, const QString& file, const OpenRequest& restored, Steps steps, QObject* parent);

    void begin();

private:
    void restore();
    void open();
    void showDialog();

    BackupBridge& m_source;
    QString m_file;
    OpenRequest m_open;
    Steps m_steps;
    EngineBridge m_bridge;
    BackupBridge m_backups;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace qis::ui
