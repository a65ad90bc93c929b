#include "pages/start/home_gate.h"

#include "bridge/backup_bridge.h"
#include "bridge/engine_bridge.h"
#include "format/sentences.h"
#include "pages/start/demo_start_page.h"
#include "pages/start/first_run_page.h"
#include "pages/start/restore_page.h"
#include "pages/start/trouble_page.h"
#include "pages/start/unlock_page.h"
#include "theme/theme.h"
#include "widgets/page_stack.h"

#include <QtCore/QDir>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

#include <utility>

namespace qis::ui {

HomeGate::HomeGate(EngineBridge& bridge, OpenRequest request, bool makeDemo, QWidget* parent)
    : QWidget(parent)
    , m_bridge(bridge)
    , m_request(std::move(request))
    , m_ownRequest(m_request)
    , m_makeDemo(makeDemo)
    , m_backups(new BackupBridge(bridge, this))
    , m_stack(new PageStack(this))
    , m_busy(new QLabel(this))
    , m_demoStart(new DemoStartPage(this))
    , m_firstRun(new FirstRunPage(this))
    , m_restore(new RestorePage(this))
    , m_unlock(new UnlockPage(this))
    , m_trouble(new TroublePage(this)) {
    setObjectName(QStringLiteral("homeGate"));
    m_busy->setObjectName(QStringLiteral("openingText"));
    m_busy->setAlignment(Qt::AlignCenter);
    theme::makeQuiet(*m_busy);
    const QString folder = QDir::toNativeSeparators(m_request.folder);
    m_firstRun->setFolder(folder);
    m_unlock->setFolder(folder);
    for (QWidget* page :
         std::initializer_list<QWidget*>{m_busy, m_demoStart, m_firstRun, m_restore, m_unlock, m_trouble})
        m_stack->addWidget(page);
    auto* layout = new QVBoxLayout(this);
    const int margin = theme::wideGap(*this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->addWidget(m_stack);

    connect(&bridge, &EngineBridge::opened, this, &HomeGate::opened);
    connect(&bridge, &EngineBridge::openFailed, this, &HomeGate::openFailed);
    connect(m_trouble, &TroublePage::retryRequested, this, &HomeGate::start);
    connect(m_unlock, &UnlockPage::unlockRequested, this, &HomeGate::open);
    connect(m_firstRun, &FirstRunPage::demoRequested, this, [this](const QString& site) {
        if (m_demo != nullptr)
            startDemo(site);
        else
            create(site.isEmpty() ? demoSiteName() : site, {}, true);
    });
    connect(m_firstRun, &FirstRunPage::restoreRequested, this, &HomeGate::restore);
    connect(m_backups, &BackupBridge::restoringProgressed, m_restore, &RestorePage::showProgress);
    connect(m_restore, &RestorePage::cancelRequested, m_backups, &BackupBridge::cancelRestoring);
    connect(m_restore, &RestorePage::cancelRequested, m_restore, &RestorePage::showStopping);
    connect(m_demoStart, &DemoStartPage::cancelRequested, this, [this] {
        m_demoStart->showStopping();
        m_demo->cancel();
    });
    connect(m_firstRun, &FirstRunPage::realRequested, this,
            [this](const QString& site, const QString& passphrase) { create(site, passphrase, false); });
}

QString HomeGate::demoSiteName() {
    //: Name of the site of a demo home when none was given
    return tr("Demo site");
}

void HomeGate::showPage(QWidget* page) {
    m_stack->setCurrentWidget(page);
    Q_EMIT waiting();
}

void HomeGate::offerDemo(DemoBridge& demo, const DemoBridge::Setup& setup) {
    m_demo = &demo;
    m_demoSetup = setup;
    m_demoSetup.resources = m_request.resources;
    connect(&demo, &DemoBridge::progressed, m_demoStart, &DemoStartPage::showProgress);
    connect(&demo, &DemoBridge::begun, this, &HomeGate::demoBegun);
    connect(&demo, &DemoBridge::failed, this, &HomeGate::demoFailed);
    connect(&demo, &DemoBridge::left, this, [this] {
        m_request = m_ownRequest;
        start();
    });
}

void HomeGate::showLeaving() {
    m_busy->setText(tr("Leaving the demo…"));
    showPage(m_busy);
}

void HomeGate::start() {
    m_busy->setText(tr("Opening the home…"));
    showPage(m_busy);
    open({});
}

void HomeGate::startDemo(const QString& siteName) {
    showPage(m_demoStart);
    m_demoStart->begin();
    m_demoSetup.siteName = siteName.isEmpty() ? demoSiteName() : siteName;
    m_demo->begin(m_demoSetup);
}

void HomeGate::demoBegun() {
    const DemoBridge::Swarm& swarm = m_demo->swarm();
    m_request.folder = swarm.home;
    m_request.join = swarm.join;
    m_request.listen = swarm.listen;
    open({});
}

void HomeGate::demoFailed(const Fault& fault) {
    showPage(m_firstRun);
    if (fault.code == QLatin1String("stopped"))
        m_firstRun->focusFirst();
    else if (fault.code == QLatin1String("home-in-use"))
        m_firstRun->showTrouble(tr("A demo is running already on this computer. Leave it there first."));
    else
        m_firstRun->showTrouble(format::failureSentence(fault.code));
}

void HomeGate::open(const QString& passphrase) {
    m_triedPassphrase = !passphrase.isEmpty();
    OpenRequest request = m_request;
    if (m_triedPassphrase)
        request.passphrase = passphrase;
    m_bridge.open(request);
}

void HomeGate::openFailed(const Fault& fault) {
    if (fault.code == QLatin1String("home-missing")) {
        if (std::exchange(m_makeDemo, false)) {
            create(demoSiteName(), {}, true);
            return;
        }
        m_firstRun->setBusy(false);
        showPage(m_firstRun);
        m_firstRun->focusFirst();
        return;
    }
    const bool locked = fault.code == QLatin1String("passphrase-needed") || fault.code == QLatin1String("locked");
    if (locked || fault.code == QLatin1String("wrong-passphrase")) {
        showPage(m_unlock);
        m_unlock->ask(locked && !m_triedPassphrase ? QString() : format::failureSentence(fault.code));
        return;
    }
    m_trouble->showFault(fault, QDir::toNativeSeparators(m_request.folder));
    showPage(m_trouble);
}

void HomeGate::opened() {
    m_bridge.fetchStatus(this, [this](const Result<Status>& result) {
        if (!result.ok()) {
            openFailed(result.fault);
            return;
        }
        if (result.value->locked) {
            showPage(m_unlock);
            m_unlock->ask(m_triedPassphrase ? format::failureSentence(QStringLiteral("wrong-passphrase")) : QString());
            return;
        }
        Q_EMIT entered(*result.value);
    });
}

void HomeGate::create(const QString& siteName, const QString& passphrase, bool demo) {
    m_firstRun->setBusy(true);
    const HomeRequest request{.folder = m_request.folder,
                              .resources = m_request.resources,
                              .siteName = siteName,
                              .demo = demo,
                              .passphrase = passphrase,
                              .cheapVault = m_request.cheapVault};
    m_bridge.createHome(request, this, [this, passphrase](const Result<Status>& result) {
        m_firstRun->setBusy(false);
        if (!result.ok()) {
            showPage(m_firstRun);
            m_firstRun->showTrouble(format::failureSentence(result.fault.code));
            return;
        }
        showPage(m_busy);
        open(passphrase);
    });
}

void HomeGate::restore(const QString& file) {
    if (m_backups->isRestoring())
        return;
    showPage(m_restore);
    m_restore->begin(QDir::toNativeSeparators(file));
    m_backups->restore({file, m_request.folder}, this, [this](const Result<Done>& result) {
        if (result.ok()) {
            start();
            return;
        }
        showPage(m_firstRun);
        if (result.fault.code == QLatin1String("cancelled"))
            m_firstRun->showNote(format::failureSentence(result.fault.code));
        else
            m_firstRun->showTrouble(format::failureSentence(result.fault.code));
        m_firstRun->focusRestore();
    });
}

} // namespace qis::ui
