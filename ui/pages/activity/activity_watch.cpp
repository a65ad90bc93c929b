#include "pages/activity/activity_watch.h"

#include "bridge/activity_list.h"
#include "bridge/backup_bridge.h"
#include "bridge/demo_bridge.h"
#include "format/sentences.h"
#include "pages/start/demo_start_page.h"
#include "plots/plot_view.h"

#include <memory>
#include <utility>

namespace qis::ui {

namespace {

void end(ActivityList& list, int id, const Fault& fault, const char* cancelled) {
    if (fault.code.isEmpty())
        list.finish(id);
    else if (fault.code == QLatin1String(cancelled))
        list.endCancelled(id);
    else
        list.fail(id, format::failureSentence(fault.code));
}

} // namespace

ActivityWatch::ActivityWatch(ActivityList& list, QObject* parent)
    : QObject(parent)
    , m_list(list) {}

void ActivityWatch::watch(BackupBridge& backups) {
    constexpr auto kCancelled = "cancelled";
    const auto backup = std::make_shared<int>(0);
    connect(&backups, &BackupBridge::busyChanged, this, [this, &backups, backup] {
        if (backups.isBusy())
            *backup = m_list.begin(tr("Backing up the home"), [&backups] { backups.cancel(); });
    });
    connect(&backups, &BackupBridge::progressed, this,
            [this, backup](int perCent) { m_list.setProgress(*backup, perCent); });
    connect(&backups, &BackupBridge::finished, this, [this, backup](const QString&, const Fault& fault) {
        end(m_list, std::exchange(*backup, 0), fault, kCancelled);
    });
    const auto restoring = std::make_shared<int>(0);
    connect(&backups, &BackupBridge::restoringBegun, this, [this, &backups, restoring] {
        *restoring = m_list.begin(tr("Restoring a home from its backup"), [&backups] { backups.cancelRestoring(); });
    });
    connect(&backups, &BackupBridge::restoringProgressed, this,
            [this, restoring](int perCent) { m_list.setProgress(*restoring, perCent); });
    connect(&backups, &BackupBridge::restoringEnded, this,
            [this, restoring](const Fault& fault) { end(m_list, std::exchange(*restoring, 0), fault, kCancelled); });
}

void ActivityWatch::watch(DemoBridge& demo) {
    const auto making = std::make_shared<int>(0);
    connect(&demo, &DemoBridge::beginning, this,
            [this, &demo, making] { *making = m_list.begin(tr("Preparing the demo"), [&demo] { demo.cancel(); }); });
    connect(&demo, &DemoBridge::progressed, this, [this, making](DemoBridge::Stage stage, int perCent) {
        m_list.setProgress(*making, DemoStartPage::perCentOfAll(stage, perCent));
    });
    connect(&demo, &DemoBridge::begun, this, [this, making] { m_list.finish(std::exchange(*making, 0)); });
    connect(&demo, &DemoBridge::failed, this,
            [this, making](const Fault& fault) { end(m_list, std::exchange(*making, 0), fault, "stopped"); });
}

void ActivityWatch::watch(PlotView& plot) {
    const auto writing = std::make_shared<int>(0);
    connect(&plot, &PlotView::exporting, this, [this, writing](const QString& path) {
        //: %1: path of a file
        *writing = m_list.begin(tr("Writing %1").arg(path));
    });
    connect(&plot, &PlotView::exported, this, [this, writing] { m_list.finish(std::exchange(*writing, 0)); });
    connect(&plot, &PlotView::exportFailed, this, [this, writing] {
        m_list.fail(std::exchange(*writing, 0), tr("The file could not be written, and nothing there was changed."));
    });
}

} // namespace qis::ui
