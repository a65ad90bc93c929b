#include "tour_restored.h"

#include "pages/start/restored_notice.h"

#include <QtWidgets/QDialog>
#include <QtWidgets/QPushButton>

#include <utility>

namespace qis::ui {

RestoredTour::RestoredTour(BackupBridge& source, const QString& file, const OpenRequest& restored, Steps steps,
                           QObject* parent)
    : QObject(parent)
    , m_source(source)
    , m_file(file)
    , m_open(restored)
    , m_steps(std::move(steps))
    , m_backups(m_bridge) {}

void RestoredTour::begin() {
    connect(
        &m_source, &BackupBridge::finished, this,
        [this](const QString&, const Fault& fault) {
            if (fault.code.isEmpty())
                restore();
            else
                m_steps.failed(fault);
        },
        Qt::SingleShotConnection);
    m_source.backUp(m_file);
}

void RestoredTour::restore() {
    m_backups.restore({m_file, m_open.folder}, this, [this](const Result<Done>& result) {
        if (result.ok())
            open();
        else
            m_steps.failed(result.fault);
    });
}

void RestoredTour::open() {
    m_window =
        std::make_unique<MainWindow>(m_bridge, MainWindow::Start{.open = m_open, .page = Workspace::Page::Settings});
    m_window->show();
    connect(
        &m_window->workspace().backups(), &BackupBridge::factsChanged, this,
        [this] { m_steps.later([this] { showDialog(); }); }, Qt::SingleShotConnection);
    m_window->begin();
}

void RestoredTour::showDialog() {
    m_steps.shoot(m_window.get(), QStringLiteral("restored"));
    m_window->findChild<QPushButton*>(QStringLiteral("restoredDetails"))->click();
    m_steps.later([this] {
        auto* dialog = m_window->findChild<QDialog*>(QStringLiteral("restoredDialog"));
        m_steps.shoot(dialog, QStringLiteral("restored-what-to-do"));
        if (dialog != nullptr)
            dialog->close();
        m_steps.done();
    });
}

} // namespace qis::ui
