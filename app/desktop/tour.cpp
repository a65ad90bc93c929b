#include "tour.h"

#include "bridge/engine_bridge.h"
#include "bridge/explanation_model.h"
#include "bridge/match_model.h"
#include "pages/compose/compose_page.h"
#include "pages/main_window.h"
#include "pages/matches/explanation_panel.h"
#include "pages/matches/matches_page.h"
#include "pages/start/home_gate.h"
#include "tour_restored.h"

#include <QtCore/QPointer>
#include <QtGui/QAction>
#include <QtGui/QPixmap>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>

#include <cstdio>
#include <iterator>
#include <utility>

namespace qis::ui {

namespace {

constexpr int kLimitMillis = 120000;
constexpr int kUndoSeconds = 30;

} // namespace

Tour::Tour(const QString& pictures, const QString& scratch, const QString& resources)
    : m_pictures(pictures)
    , m_scratch(scratch)
    , m_resources(resources) {
    m_limit.setSingleShot(true);
    m_limit.setInterval(kLimitMillis);
    connect(&m_limit, &QTimer::timeout, this, [this] { fail(QStringLiteral("waiting"), {}); });
}

Tour::~Tour() = default;

OpenRequest Tour::request(const QString& home) const {
    OpenRequest open;
    open.folder = m_scratch.filePath(home);
    open.resources = m_resources;
    open.cheapVault = true;
    return open;
}

void Tour::later(std::function<void()> then) {
    // Two turns: a layout that has changed tells its parents on the first.
    QTimer::singleShot(0, this, [this, then = std::move(then)] { QTimer::singleShot(0, this, then); });
}

void Tour::fail(const QString& step, const Fault& fault) {
    const QString line = QStringLiteral("tour: %1 failed: %2 %3\n").arg(step, fault.code, fault.detail);
    std::fputs(qPrintable(line), stderr);
    QApplication::exit(1);
}

void Tour::shoot(QWidget* widget, const QString& name) {
    const QString file = QStringLiteral("%1-%2.png").arg(++m_number, 2, 10, QLatin1Char('0')).arg(name);
    // A text that has just changed has asked for room and not got it yet.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    if (widget == nullptr || !widget->grab().save(m_pictures.filePath(file)))
        fail(file, {});
}

void Tour::begin() {
    m_limit.start();
    if (!m_pictures.mkpath(QStringLiteral("."))) {
        fail(QStringLiteral("making the folder"), {});
        return;
    }
    m_bridge = std::make_unique<EngineBridge>();
    MainWindow::Start start;
    start.open = request(QStringLiteral("asking"));
    start.open.listen = {QStringLiteral("tcp://127.0.0.1:0")};
    start.open.undoSeconds = kUndoSeconds;
    start.page = Workspace::Page::Compose;
    m_window = std::make_unique<MainWindow>(*m_bridge, start);
    m_window->show();
    connect(m_bridge.get(), &EngineBridge::openFailed, this, [this](const Fault& fault) {
        if (fault.code == QLatin1String("home-missing"))
            later([this] { firstRun(); });
        else
            fail(QStringLiteral("opening"), fault);
    });
    m_window->begin();
}

void Tour::firstRun() {
    shoot(m_window.get(), QStringLiteral("first-run"));
    connect(
        &m_window->workspace().compose(), &ComposePage::packsListed, this,
        [this] { later([this] { composeEmpty(); }); }, Qt::SingleShotConnection);
    m_window->findChild<QLineEdit*>(QStringLiteral("siteName"))->setText(QStringLiteral("Riverside Clinic"));
    m_window->findChild<QPushButton*>(QStringLiteral("demoButton"))->click();
}

void Tour::matchesEmpty() {
    MatchesPage& matches = m_window->workspace().matches();
    if (!matches.model().isRead() || matches.model().profile().isEmpty()) {
        connect(
            &matches.model(), &MatchModel::phaseChanged, this, [this] { later([this] { matchesEmpty(); }); },
            Qt::SingleShotConnection);
        return;
    }
    shoot(m_window.get(), QStringLiteral("matches-empty"));
    evidenceEmpty();
}

void Tour::joinSite() {
    if (m_toJoin.isEmpty()) {
        awaitMatches();
        return;
    }
    const TourSite site = m_toJoin.takeFirst();
    m_toSend = site.cases;
    EngineBridge* peer = m_peers.emplace_back(std::make_unique<EngineBridge>()).get();
    const OpenRequest place = request(QStringLiteral("sending-%1").arg(m_peers.size()));
    const HomeRequest home{.folder = place.folder,
                           .resources = m_resources,
                           .siteName = site.name,
                           .demo = true,
                           .passphrase = {},
                           .cheapVault = true};
    peer->createHome(home, this, [this, peer, place](const Result<Status>& made) {
        if (!made.ok()) {
            fail(QStringLiteral("making the home of a site"), made.fault);
            return;
        }
        OpenRequest open = place;
        open.undoSeconds = 0;
        open.join = m_window->status().endpoints;
        connect(peer, &EngineBridge::opened, this, [this] { sendNext(); });
        connect(peer, &EngineBridge::openFailed, this,
                [this](const Fault& fault) { fail(QStringLiteral("opening the home of a site"), fault); });
        peer->open(open);
    });
}

void Tour::sendNext() {
    if (m_toSend.isEmpty()) {
        joinSite();
        return;
    }
    m_peers.back()->emitDraft(m_toSend.takeFirst(), this, [this](const Result<Emission>& sent) {
        if (!sent.ok()) {
            fail(QStringLiteral("sending ") + sent.fault.field, sent.fault);
            return;
        }
        m_sent = sent.value->id;
        sendNext();
    });
}

void Tour::awaitMatches() {
    MatchModel& model = m_window->workspace().matches().model();
    const auto look = [this] {
        if (m_matched || m_window->workspace().matches().model().rowCount() < kTourExpectedMatches)
            return;
        m_matched = true;
        later([this] { matchesFilled(); });
    };
    connect(&model, &MatchModel::phaseChanged, this, look);
    look();
}

void Tour::matchesFilled() {
    MatchesPage& matches = m_window->workspace().matches();
    matches.selectFirst();
    // It may have been the first for a while, and explained.
    once(
        [&matches] {
            const JudgedMatch* first = matches.model().matchAt(0);
            return first != nullptr && matches.explanation().model().explanation().id == first->id;
        },
        [this] {
            shoot(m_window.get(), QStringLiteral("matches"));
            matchesJudged();
        });
}

void Tour::once(const std::function<bool()>& isTrue, std::function<void()> then) {
    constexpr int kLook = 20;
    if (isTrue())
        later(std::move(then));
    else
        QTimer::singleShot(kLook, this, [this, isTrue, then = std::move(then)] { once(isTrue, then); });
}

void Tour::pages(const QList<Workspace::Page>& left) {
    if (left.isEmpty()) {
        dialogs(0);
        return;
    }
    m_window->workspace().showPage(left.first());
    // What changed on the page while it was hidden gets its room now.
    later([this, left] {
        shoot(m_window.get(), Workspace::nameOf(left.first()));
        if (left.first() == Workspace::Page::Settings)
            settingsEnd(left.mid(1));
        else
            pages(left.mid(1));
    });
}

void Tour::settingsEnd(const QList<Workspace::Page>& left) {
    auto* bar = m_window->findChild<QScrollArea*>(QStringLiteral("settingsScroll"))->verticalScrollBar();
    bar->setValue(bar->maximum());
    later([this, left] {
        shoot(m_window.get(), QStringLiteral("settings-end"));
        pages(left);
    });
}

void Tour::dialogs(std::size_t next) {
    m_window->workspace().showPage(Workspace::Page::Compose);
    struct Shown {
        const char* action;
        const char* dialog;
        const char* picture;
    };
    static constexpr Shown kDialogs[] = {{"actionCommands", "commandPalette", "commands"},
                                         {"actionKeys", "keysDialog", "keyboard"},
                                         {"actionCodes", "codesDialog", "codes"},
                                         {"actionActivity", "activityDialog", "activity"},
                                         {"actionAbout", "aboutDialog", "about"}};
    if (next == std::size(kDialogs)) {
        unlockPage();
        return;
    }
    const Shown& shown = kDialogs[next];
    m_window->findChild<QAction*>(QLatin1String(shown.action))->trigger();
    auto* dialog = m_window->findChild<QDialog*>(QLatin1String(shown.dialog));
    if (dialog != nullptr)
        dialog->activateWindow();
    later([this, dialog = QPointer<QDialog>(dialog), picture = shown.picture, next] {
        shoot(dialog, QLatin1String(picture));
        if (dialog != nullptr)
            dialog->close();
        dialogs(next + 1);
    });
}

void Tour::unlockPage() {
    m_otherBridge = std::make_unique<EngineBridge>();
    const OpenRequest open = request(QStringLiteral("locked"));
    const HomeRequest home{.folder = open.folder,
                           .resources = m_resources,
                           .siteName = QStringLiteral("Riverside Clinic"),
                           .demo = false,
                           .passphrase = QStringLiteral("correct horse battery staple"),
                           .cheapVault = true};
    m_otherBridge->createHome(home, this, [this, open](const Result<Status>& made) {
        if (!made.ok()) {
            fail(QStringLiteral("making the locked home"), made.fault);
            return;
        }
        m_otherWindow = std::make_unique<MainWindow>(*m_otherBridge, MainWindow::Start{.open = open});
        m_otherWindow->show();
        const auto shown = [this] {
            later([this] {
                shoot(m_otherWindow.get(), QStringLiteral("unlock"));
                troublePage();
            });
        };
        connect(m_otherBridge.get(), &EngineBridge::openFailed, this, shown, Qt::SingleShotConnection);
        m_otherWindow->begin();
    });
}

void Tour::troublePage() {
    // The home that the first window holds.
    m_otherWindow.reset();
    m_otherBridge = std::make_unique<EngineBridge>();
    m_otherWindow =
        std::make_unique<MainWindow>(*m_otherBridge, MainWindow::Start{.open = request(QStringLiteral("asking"))});
    m_otherWindow->show();
    connect(
        m_otherBridge.get(), &EngineBridge::openFailed, this,
        [this] {
            later([this] {
                shoot(m_otherWindow.get(), QStringLiteral("trouble"));
                restoredHome();
            });
        },
        Qt::SingleShotConnection);
    m_otherWindow->begin();
}

void Tour::restoredHome() {
    auto* restored = new RestoredTour(m_window->workspace().backups(), m_scratch.filePath(QStringLiteral("backup")),
                                      request(QStringLiteral("restored")),
                                      {[this](QWidget* widget, const QString& name) { shoot(widget, name); },
                                       [this](std::function<void()> then) { later(std::move(then)); },
                                       [this](const Fault& fault) { fail(QStringLiteral("restoring"), fault); },
                                       [] { QApplication::exit(0); }},
                                      this);
    restored->begin();
}

} // namespace qis::ui
