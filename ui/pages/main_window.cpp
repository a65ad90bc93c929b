#include "pages/main_window.h"

#include "bridge/activity_list.h"
#include "bridge/draft_keeper.h"
#include "bridge/engine_bridge.h"
#include "format/sentences.h"
#include "pages/activity/activity_watch.h"
#include "pages/compose/compose_page.h"
#include "pages/compose/draft_copy.h"
#include "pages/compose/draft_desk.h"
#include "pages/help/codes_dialog.h"
#include "pages/help/keys_dialog.h"
#include "pages/matches/matches_page.h"
#include "pages/palette/command_palette.h"
#include "pages/settings/settings_store.h"
#include "pages/start/demo_guide.h"
#include "pages/start/demo_ribbon.h"
#include "pages/start/home_gate.h"
#include "pages/status_strip.h"
#include "pages/text_dialogs.h"
#include "widgets/page_stack.h"

#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtGui/QCloseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QVBoxLayout>
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
    , m_demo(new DemoBridge(this))
    , m_activities(new ActivityList(this))
    , m_watch(new ActivityWatch(*m_activities, this))
    , m_ribbon(new DemoRibbon(*m_demo, this))
    , m_settings(m_start.settings != nullptr ? m_start.settings : new SettingsStore({}, this))
    , m_stack(new PageStack(this))
    , m_gate(new HomeGate(bridge, m_start.open, m_start.makeDemo, this))
    , m_workspace(new Workspace(bridge, *m_settings, this))
    , m_guide(new DemoGuide(*m_workspace, this))
    , m_copy(new DraftCopy(m_workspace->compose(), this))
    , m_strip(new StatusStrip(this)) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("QIS Desktop"));
    m_stack->addWidget(m_gate);
    m_stack->addWidget(m_workspace);
    auto* middle = new QWidget(this);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_ribbon);
    column->addWidget(m_guide);
    column->addWidget(m_stack, 1);
    setCentralWidget(middle);
    if (!m_start.demo.folder.isEmpty())
        m_gate->offerDemo(*m_demo, m_start.demo);
    statusBar()->setObjectName(QStringLiteral("statusBar"));
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addPermanentWidget(m_strip, 1);
    buildMenus();
    resize(theme::columns(*this, kWideColumns), fontMetrics().height() * kHighRows);
    restorePlace();
    m_theme = m_settings->values().theme;

    connect(m_gate, &HomeGate::entered, this, &MainWindow::enter);
    connect(m_gate, &HomeGate::waiting, this, &MainWindow::leave);
    connect(m_ribbon, &DemoRibbon::leaveRequested, this, &MainWindow::leaveDemo);
    connect(&bridge, &EngineBridge::closed, this, [this] {
        if (std::exchange(m_leavingDemo, false))
            m_demo->leave();
    });
    connect(m_strip, &StatusStrip::detailsRequested, this,
            [this] { m_workspace->showPage(Workspace::Page::Networks); });
    connect(&bridge, &EngineBridge::statusChanged, this, &MainWindow::readStatus);
    connect(&bridge, &EngineBridge::peersChanged, this, &MainWindow::readStatus);
    connect(&bridge, &EngineBridge::outboxChanged, this, &MainWindow::readStatus);
    connect(&bridge, &EngineBridge::matchesChanged, this, &MainWindow::readStatus);
    connect(m_workspace, &Workspace::pageChanged, this, &MainWindow::updateActions);
    connect(&m_workspace->compose(), &ComposePage::undoChanged, this, &MainWindow::updateActions);
    connect(&m_workspace->compose(), &ComposePage::signedOutcome, this, &MainWindow::readStatus);
    connect(m_settings, &SettingsStore::changed, this, &MainWindow::applySettings);
    watchActivities();
    pageBuilt(&m_workspace->compose());
    connect(m_workspace, &Workspace::pageBuilt, this, &MainWindow::pageBuilt);
    connect(m_workspace, &Workspace::built, this, &MainWindow::enterWorkspace);
    leave();
}

void MainWindow::begin() {
    if (m_start.lookAround)
        m_gate->startDemo({});
    else
        m_gate->start();
}

void MainWindow::leaveDemo() {
    // First the visitor's home is let go, then all of it can be removed.
    m_leavingDemo = true;
    m_gate->showLeaving();
    m_bridge.close();
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
        addAction(file, "actionSameAgain", tr("Same a&gain"), {QKeySequence(Qt::CTRL | Qt::Key_D)},
                  inCompose(&ComposePage::sameAgain)),
        addAction(file, "actionTemplates", tr("T&emplates…"), {QKeySequence(Qt::CTRL | Qt::Key_T)},
                  [this, &compose] {
                      if (m_workspace->page() != Workspace::Page::Compose)
                          m_workspace->showPage(Workspace::Page::Compose);
                      compose.chooseTemplate();
                  }),
        addAction(file, "actionAmend", tr("A&mend the selected outcome…"), {}, inCompose(&ComposePage::amend)),
        addAction(file, "actionTerms", tr("Choose from all &terms…"), {QKeySequence(Qt::Key_F2)},
                  [this, &compose] {
                      // Showing a page begins with its first field; this is about the one that has the focus.
                      if (m_workspace->page() != Workspace::Page::Compose)
                          m_workspace->showPage(Workspace::Page::Compose);
                      compose.browseTerms();
                  }),
        addAction(file, "actionSaveDraft", tr("Save the &draft"), {QKeySequence::Save},
                  inCompose(&ComposePage::saveNow)),
        addAction(file, "actionKeepCopy", tr("&Keep a copy of the draft…"),
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)}, [this] { m_copy->keep(); }),
        addAction(file, "actionOpenCopy", tr("&Open a draft from a file…"), {QKeySequence::Open},
                  [this] {
                      m_workspace->showPage(Workspace::Page::Compose);
                      m_copy->open();
                  }),
        addAction(file, "actionSign", tr("&Review and sign…"),
                  {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)},
                  inCompose(&ComposePage::review)),
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
    buildPageMenu(view);
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
    buildThemeMenu(view);

    view->addSeparator();
    addAction(view, "actionActivity", tr("&Activity…"), {QKeySequence(Qt::CTRL | Qt::Key_J)},
              [this] { openActivities(); });
    addAction(view, "actionCommands", tr("Find a c&ommand…"), {QKeySequence(Qt::CTRL | Qt::Key_K)},
              [this] { (new CommandPalette(this))->open(); });

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    addAction(help, "actionHelp", tr("&What is this field?"), {QKeySequence(Qt::Key_F1)}, [this] { showHelp(); });
    addAction(help, "actionKeys", tr("&Keyboard"), {QKeySequence(Qt::CTRL | Qt::Key_Slash)},
              [this] { (new KeysDialog(windowActions(*this), this))->open(); });
    addAction(help, "actionCodes", tr("&Messages and codes…"), {}, [this] { (new CodesDialog(this))->open(); });
    m_guideAction = addAction(help, "actionGuide", tr("&Guide through the demo"), {}, [this] { m_guide->begin(); });
    help->addSeparator();
    addAction(help, "actionAbout", tr("&About QIS Desktop"), {}, [this] {
        openAboutDialog(m_workspace->compose().packs(), this);
    })->setMenuRole(QAction::AboutRole);
}

void MainWindow::buildPageMenu(QMenu* view) {
    auto* pages = new QActionGroup(this);
    const auto page = [&](const char* name, const QString& text, Workspace::Page which) {
        const auto key = static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(which));
        QAction* action =
            addAction(view, name, text, {QKeySequence(Qt::ALT | key)}, [this, which] { m_workspace->showPage(which); });
        action->setCheckable(true);
        action->setData(static_cast<int>(which));
        pages->addAction(action);
        m_pageActions.append(action);
        m_homeActions.append(action);
    };
    page("actionHome", tr("&Home"), Workspace::Page::Home);
    page("actionCompose", tr("&Compose"), Workspace::Page::Compose);
    page("actionMatches", tr("&Matches"), Workspace::Page::Matches);
    page("actionEvidence", tr("&Evidence"), Workspace::Page::Evidence);
    page("actionNetworks", tr("&Networks"), Workspace::Page::Networks);
    page("actionSimilarity", tr("&Similarity"), Workspace::Page::Similarity);
    page("actionSettings", tr("Settin&gs"), Workspace::Page::Settings);
}

void MainWindow::buildThemeMenu(QMenu* view) {
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
}

void MainWindow::closeEvent(QCloseEvent* event) {
    keepParts();
    DraftKeeper& keeper = m_workspace->compose().desk().keeper();
    keeper.flush();
    if (!isEntered() || keeper.isSettled() || m_closeUnsaved) {
        QMainWindow::closeEvent(event);
        return;
    }
    // Closing waits for the last words, not the other way round.
    event->ignore();
    if (!std::exchange(m_closing, true))
        keeper.settle(this, [this](bool saved) {
            m_closing = false;
            if (saved)
                close();
            else
                askToCloseUnsaved();
        });
}

void MainWindow::askToCloseUnsaved() {
    auto* box = new QMessageBox(QMessageBox::Warning, tr("The draft is not saved"),
                                tr("What you typed last could not be saved. If you close the window now, it is lost."),
                                QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("closeUnsavedDialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(format::failureSentence(m_workspace->compose().desk().keeper().fault().code));
    auto* keepButton = box->addButton(tr("Keep the window open"), QMessageBox::RejectRole);
    keepButton->setObjectName(QStringLiteral("keepOpen"));
    auto* closeButton = box->addButton(tr("Close without saving"), QMessageBox::DestructiveRole);
    closeButton->setObjectName(QStringLiteral("closeUnsaved"));
    auto* copyButton = box->addButton(tr("Keep a copy elsewhere…"), QMessageBox::ActionRole);
    copyButton->setObjectName(QStringLiteral("closeKeepCopy"));
    connect(copyButton, &QPushButton::clicked, this, [this] { m_copy->keep(); });
    box->setDefaultButton(keepButton);
    box->setEscapeButton(keepButton);
    connect(closeButton, &QPushButton::clicked, this, [this] {
        m_closeUnsaved = true;
        close();
    });
    box->open();
}

void MainWindow::enter(const Status& status) {
    m_status = status;
    m_entering = true;
    enterWorkspace();
}

void MainWindow::enterWorkspace() {
    if (!m_workspace->isBuilt() || !std::exchange(m_entering, false))
        return;
    using Page = Workspace::Page;
    const Page usual =
        m_demo->isRunning() ? Page::Matches : Workspace::pageNamed(m_settings->page()).value_or(Page::Home);
    const Page page = m_start.page.value_or(usual);
    // What is shown is laid out: first only what will be seen is chosen, then all of it is shown.
    m_workspace->showPage(page);
    if (m_demo->isRunning())
        m_guide->begin();
    m_stack->setCurrentWidget(m_workspace);
    m_workspace->enter(page);
    showStatus(m_status);
    updateActions();
    Q_EMIT entered();
}

void MainWindow::leave() {
    m_entering = false;
    m_stack->setCurrentWidget(m_gate);
    m_guide->hide();
    m_strip->clear();
    updateActions();
}

void MainWindow::updateActions() {
    const bool open = isEntered();
    for (QAction* action : std::as_const(m_homeActions))
        action->setEnabled(open);
    m_guideAction->setEnabled(open && m_demo->isRunning());
    m_undo->setEnabled(open && m_workspace->compose().canUndo());
    for (QAction* action : std::as_const(m_pageActions))
        action->setChecked(action->data().toInt() == static_cast<int>(m_workspace->page()));
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
    //: Title of the window. %1: name of the site
    setWindowTitle(status.demo ? tr("%1 – demo – QIS Desktop").arg(status.siteName)
                               //: Title of the window. %1: name of the site
                               : tr("%1 – QIS Desktop").arg(status.siteName));
    Q_EMIT statusRead();
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
