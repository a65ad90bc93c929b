#include "pages/main_window.h"

#include "bridge/engine_bridge.h"
#include "pages/compose/compose_page.h"
#include "pages/matches/matches_page.h"
#include "pages/start/home_gate.h"
#include "pages/status_dialog.h"
#include "pages/status_strip.h"
#include "pages/text_dialogs.h"

#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QWhatsThis>

#include <utility>

namespace qis::ui {

namespace {

constexpr int kWideColumns = 200;
constexpr int kHighRows = 50;

} // namespace

MainWindow::MainWindow(EngineBridge& bridge, Start start, QWidget* parent)
    : QMainWindow(parent)
    , m_bridge(bridge)
    , m_start(std::move(start))
    , m_stack(new QStackedWidget(this))
    , m_gate(new HomeGate(bridge, m_start.open, m_start.makeDemo, this))
    , m_workspace(new Workspace(bridge, this))
    , m_strip(new StatusStrip(this)) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("QIS Desktop"));
    m_stack->addWidget(m_gate);
    m_stack->addWidget(m_workspace);
    setCentralWidget(m_stack);
    statusBar()->setObjectName(QStringLiteral("statusBar"));
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addPermanentWidget(m_strip, 1);
    buildMenus();
    resize(theme::columns(*this, kWideColumns), fontMetrics().height() * kHighRows);

    connect(m_gate, &HomeGate::entered, this, &MainWindow::enter);
    connect(m_gate, &HomeGate::waiting, this, &MainWindow::leave);
    connect(m_strip, &StatusStrip::detailsRequested, this, &MainWindow::showStatusDialog);
    connect(&bridge, &EngineBridge::statusChanged, this, &MainWindow::readStatus);
    connect(&bridge, &EngineBridge::peersChanged, this, &MainWindow::readStatus);
    connect(&bridge, &EngineBridge::outboxChanged, this, &MainWindow::readStatus);
    connect(&bridge, &EngineBridge::matchesChanged, this, &MainWindow::readStatus);
    connect(m_workspace, &Workspace::pageChanged, this, &MainWindow::updateActions);
    connect(&m_workspace->compose(), &ComposePage::undoChanged, this, &MainWindow::updateActions);
    connect(&m_workspace->compose(), &ComposePage::signedOutcome, this, &MainWindow::readStatus);
    leave();
}

void MainWindow::begin() {
    m_gate->start();
}

bool MainWindow::isEntered() const {
    return m_stack->currentWidget() == m_workspace;
}

QAction* MainWindow::addAction(QMenu* menu, const char* name, const QString& text, const QList<QKeySequence>& keys,
                               std::function<void()> work) {
    auto* action = menu->addAction(text);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, [work = std::move(work)] { work(); });
    return action;
}

void MainWindow::buildMenus() {
    ComposePage& compose = m_workspace->compose();
    const auto inCompose = [this, &compose](void (ComposePage::*act)()) {
        return [this, &compose, act] {
            m_workspace->showPage(Workspace::Page::Compose);
            (compose.*act)();
        };
    };
    QMenu* file = menuBar()->addMenu(tr("&Outcome"));
    m_homeActions = {
        addAction(file, "actionNew", tr("&New outcome"), {QKeySequence::New}, inCompose(&ComposePage::startNew)),
        addAction(file, "actionSign", tr("&Sign"),
                  {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)},
                  inCompose(&ComposePage::sign)),
    };
    m_undo = addAction(file, "actionUndo", tr("&Undo signing"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)},
                       inCompose(&ComposePage::undo));
    file->addSeparator();
    m_homeActions.append(addAction(file, "actionAsk", tr("&Ask for outcomes like this…"),
                                   {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return)},
                                   inCompose(&ComposePage::ask)));
    file->addSeparator();
    addAction(file, "actionQuit", tr("&Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}, [this] {
        close();
    })->setMenuRole(QAction::QuitRole);

    QMenu* view = menuBar()->addMenu(tr("&View"));
    auto* pages = new QActionGroup(this);
    const auto page = [&](const char* name, const QString& text, Qt::Key key, Workspace::Page which) {
        QAction* action =
            addAction(view, name, text, {QKeySequence(Qt::ALT | key)}, [this, which] { m_workspace->showPage(which); });
        action->setCheckable(true);
        pages->addAction(action);
        m_pageActions.append(action);
        m_homeActions.append(action);
    };
    page("actionCompose", tr("&Compose"), Qt::Key_1, Workspace::Page::Compose);
    page("actionMatches", tr("&Matches"), Qt::Key_2, Workspace::Page::Matches);
    page("actionEvidence", tr("E&vidence"), Qt::Key_3, Workspace::Page::Evidence);
    view->addSeparator();
    m_homeActions.append(addAction(view, "actionRefresh", tr("&Read again"), {QKeySequence(Qt::Key_F5)}, [this] {
        m_workspace->reload();
        readStatus();
    }));
    m_homeActions.append(addAction(view, "actionNextPane", tr("N&ext part of the window"), {QKeySequence(Qt::Key_F6)},
                                   [this] { m_workspace->cyclePane(1); }));
    m_homeActions.append(addAction(view, "actionPreviousPane", tr("&Previous part of the window"),
                                   {QKeySequence(Qt::SHIFT | Qt::Key_F6)}, [this] { m_workspace->cyclePane(-1); }));
    view->addSeparator();
    QMenu* themes = view->addMenu(tr("&Theme"));
    auto* themeGroup = new QActionGroup(this);
    const auto themeAction = [&](const char* name, const QString& text, theme::Kind kind) {
        QAction* action = addAction(themes, name, text, {}, [this, kind] { setTheme(kind); });
        action->setCheckable(true);
        action->setData(static_cast<int>(kind));
        action->setChecked(theme::kindOf(QApplication::palette()) == kind);
        themeGroup->addAction(action);
        m_themeActions.append(action);
    };
    themeAction("actionLight", tr("&Light"), theme::Kind::Light);
    themeAction("actionDark", tr("&Dark"), theme::Kind::Dark);
    themeAction("actionContrast", tr("&High contrast"), theme::Kind::HighContrast);

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    addAction(help, "actionHelp", tr("&What is this field?"), {QKeySequence(Qt::Key_F1)}, [this] { showHelp(); });
    addAction(help, "actionKeys", tr("&Keyboard"), {QKeySequence(Qt::CTRL | Qt::Key_Slash)},
              [this] { openKeysDialog(findChildren<QAction*>(), this); });
    m_homeActions.append(
        addAction(help, "actionStatus", tr("&Network and storage"), {}, [this] { showStatusDialog(); }));
    help->addSeparator();
    addAction(help, "actionAbout", tr("&About QIS Desktop"), {}, [this] {
        openAboutDialog(m_workspace->compose().packs(), this);
    })->setMenuRole(QAction::AboutRole);
}

void MainWindow::setTheme(theme::Kind kind) {
    theme::apply(kind);
    for (QAction* action : std::as_const(m_themeActions))
        action->setChecked(action->data().toInt() == static_cast<int>(kind));
}

void MainWindow::enter(const Status& status) {
    m_stack->setCurrentWidget(m_workspace);
    m_workspace->enter(m_start.page);
    showStatus(status);
    updateActions();
    Q_EMIT entered();
}

void MainWindow::leave() {
    m_stack->setCurrentWidget(m_gate);
    m_strip->clear();
    updateActions();
}

void MainWindow::updateActions() {
    const bool open = isEntered();
    for (QAction* action : std::as_const(m_homeActions))
        action->setEnabled(open);
    m_undo->setEnabled(open && m_workspace->compose().canUndo());
    m_pageActions.at(static_cast<qsizetype>(m_workspace->page()))->setChecked(true);
}

void MainWindow::readStatus() {
    if (!isEntered())
        return;
    if (m_readingStatus) {
        m_statusAgain = true;
        return;
    }
    m_readingStatus = true;
    m_bridge.fetchStatus(this, [this](const Result<Status>& result) {
        m_readingStatus = false;
        if (result.ok() && isEntered())
            showStatus(*result.value);
        if (std::exchange(m_statusAgain, false))
            readStatus();
    });
}

void MainWindow::showStatus(const Status& status) {
    m_status = status;
    m_strip->setStatus(status);
    m_workspace->setStatus(status);
    if (m_statusDialog)
        m_statusDialog->setStatus(status);
    //: Title of the window. %1: name of the site
    setWindowTitle(status.demo ? tr("%1 – demo – QIS Desktop").arg(status.siteName)
                               //: Title of the window. %1: name of the site
                               : tr("%1 – QIS Desktop").arg(status.siteName));
    Q_EMIT statusRead();
}

void MainWindow::showStatusDialog() {
    if (!m_statusDialog)
        m_statusDialog = new StatusDialog(m_status, this);
    m_statusDialog->open();
}

void MainWindow::showHelp() {
    // The nearest help around what has the focus.
    for (QWidget* widget = focusWidget(); widget != nullptr; widget = widget->parentWidget()) {
        if (widget->whatsThis().isEmpty())
            continue;
        QWhatsThis::showText(widget->mapToGlobal(widget->rect().bottomLeft()), widget->whatsThis(), widget);
        return;
    }
    QWhatsThis::showText(mapToGlobal(rect().center()),
                         tr("Put the cursor in a field and press F1 to read what it is for. All keys are listed "
                            "under Help, Keyboard."),
                         this);
}

} // namespace qis::ui
