#include "ui_world.h"

#include "bridge/form_model.h"
#include "bridge/match_model.h"
#include "pages/compose/compose_page.h"
#include "pages/main_window.h"
#include "pages/matches/matches_page.h"
#include "theme/theme.h"
#include "widgets/field_row.h"

#include <QtCore/QFile>
#include <QtCore/QTimer>
#include <QtGui/QAccessible>
#include <QtGui/QAction>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <functional>

using namespace qis::ui;

namespace {

constexpr int kPatience = 20000;
const QString kPassphrase = QStringLiteral("correct horse battery staple");

/// What assistive technology would call a control.
QString spokenName(QWidget* control) {
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(control);
    if (interface == nullptr)
        return {};
    if (const QString name = interface->text(QAccessible::Name); !name.isEmpty())
        return name;
    for (const auto& relation : interface->relations(QAccessible::Label))
        if (const QString name = relation.first->text(QAccessible::Name); !name.isEmpty())
            return name;
    return control->accessibleName();
}

bool takesFocus(const QWidget* widget) {
    return widget->isVisible() && widget->isEnabled() && widget->focusProxy() == nullptr &&
           (widget->focusPolicy() & Qt::TabFocus) != 0;
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void pagesAreBuiltOneAtATime();
    void firstRunAsksForASiteName();
    void firstRunMakesADemoHome();
    void firstRunWantsThePassphraseTwice();
    void aLockedHomeAsksForItsPassphrase();
    void aHomeInUseCanBeTriedAgain();
    void aStoreThatIsNotOursIsLeftAlone();
    void everyControlHasAName_data();
    void everyControlHasAName();
    void tabFollowsTheForm();
    void actionsFollowTheState();
    void shortcutsAreNotUsedTwice();
    void themesSwitchWhileOpen_data();
    void themesSwitchWhileOpen();
    void mirrorsForRightToLeft();
    void statusIsInWords();
    void dialogsCloseWithEscape();

private:
    void make(const QString& home, bool begin = true);
    bool enterDemo();
    bool showPage(Workspace::Page page);
    template <class T> [[nodiscard]] T* child(const char* name) const {
        return m_window->findChild<T*>(QString::fromLatin1(name));
    }
    [[nodiscard]] bool waitVisible(const char* name) const;

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<EngineBridge> m_bridge;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::initTestCase() {
    theme::apply(theme::Kind::Light);
    QAccessible::setActive(true);
}

void TestMainWindow::init() {
    m_world = std::make_unique<UiWorld>();
}

void TestMainWindow::cleanup() {
    m_window.reset();
    m_bridge.reset();
    m_world.reset();
    QApplication::setLayoutDirection(Qt::LeftToRight);
    theme::apply(theme::Kind::Light);
}

void TestMainWindow::make(const QString& home, bool begin) {
    m_window.reset();
    m_bridge = std::make_unique<EngineBridge>();
    m_window = std::make_unique<MainWindow>(
        *m_bridge, MainWindow::Start{.open = m_world->request(home), .page = Workspace::Page::Compose});
    m_window->show();
    if (begin)
        m_window->begin();
}

bool TestMainWindow::enterDemo() {
    if (!m_world->makeHome(QStringLiteral("demo")))
        return false;
    make(QStringLiteral("demo"), false);
    const QSignalSpy listed(&m_window->workspace().compose(), &ComposePage::packsListed);
    m_window->begin();
    return QTest::qWaitFor([&listed] { return listed.count() > 0; }, kPatience) &&
           QTest::qWaitForWindowActive(m_window.get());
}

bool TestMainWindow::showPage(Workspace::Page page) {
    m_window->workspace().showPage(page);
    // What the page shows comes from the engine.
    const bool read = QTest::qWaitFor(
        [this] {
            const auto* table = child<QTableView>("definitionTable");
            return m_window->workspace().matches().model().isRead() && table->model()->rowCount() > 0 &&
                   !m_window->status().author.isEmpty();
        },
        kPatience);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    return read;
}

bool TestMainWindow::waitVisible(const char* name) const {
    return QTest::qWaitFor(
        [this, name] {
            const auto* widget = child<QWidget>(name);
            return widget != nullptr && widget->isVisible();
        },
        kPatience);
}

void TestMainWindow::pagesAreBuiltOneAtATime() {
    EngineBridge bridge;
    MainWindow window(bridge, MainWindow::Start{});
    Workspace& workspace = window.workspace();
    QVERIFY(!workspace.isBuilt());
    int turn = 0;
    QTimer turns;
    connect(&turns, &QTimer::timeout, this, [&turn] { ++turn; });
    turns.start(0);
    QList<int> built;
    connect(&workspace, &Workspace::pageBuilt, this, [&] { built.append(turn); });
    QTRY_VERIFY(workspace.isBuilt());
    QVERIFY(built.size() > 1);
    QVERIFY(std::adjacent_find(built.cbegin(), built.cend(), std::greater_equal<>()) == built.cend());

    // What somebody asks for does not wait for its turn.
    MainWindow another(bridge, MainWindow::Start{});
    another.workspace().showPage(Workspace::Page::Networks);
    QVERIFY(another.workspace().hasPage(Workspace::Page::Networks));
    QVERIFY(!another.workspace().isBuilt());
}

void TestMainWindow::firstRunAsksForASiteName() {
    make(QStringLiteral("new"));
    QVERIFY(waitVisible("firstRunPage"));
    QVERIFY(child<QLineEdit>("siteName")->hasFocus() || m_window->focusWidget() == child<QLineEdit>("siteName"));
    QTest::mouseClick(child<QPushButton>("realButton"), Qt::LeftButton);
    QVERIFY(waitVisible("siteStatus"));
    QVERIFY(!m_window->isEntered());
    // The two ways are offered alike.
    QCOMPARE(child<QPushButton>("demoButton")->height(), child<QPushButton>("realButton")->height());
    QVERIFY(qAbs(child<QPushButton>("demoButton")->width() - child<QPushButton>("realButton")->width()) <= 2);
}

void TestMainWindow::firstRunMakesADemoHome() {
    make(QStringLiteral("new"));
    QVERIFY(waitVisible("firstRunPage"));
    QTest::keyClicks(child<QLineEdit>("siteName"), QStringLiteral("Clinic A"));
    QTest::mouseClick(child<QPushButton>("demoButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isEntered(), kPatience);
    QVERIFY(m_window->windowTitle().contains(QLatin1String("Clinic A")));
    QVERIFY(child<QLabel>("statusDemo")->isVisible());
}

void TestMainWindow::firstRunWantsThePassphraseTwice() {
    make(QStringLiteral("new"));
    QVERIFY(waitVisible("firstRunPage"));
    QTest::keyClicks(child<QLineEdit>("siteName"), QStringLiteral("Clinic B"));
    auto* real = child<QPushButton>("realButton");
    QTest::keyClicks(child<QLineEdit>("newPassphrase"), QStringLiteral("short"));
    QTest::mouseClick(real, Qt::LeftButton);
    QVERIFY(waitVisible("passphraseStatus"));
    child<QLineEdit>("newPassphrase")->clear();
    QTest::keyClicks(child<QLineEdit>("newPassphrase"), kPassphrase);
    QTest::keyClicks(child<QLineEdit>("repeatPassphrase"), QStringLiteral("something else"));
    QTest::mouseClick(real, Qt::LeftButton);
    QVERIFY(child<QWidget>("passphraseStatus")->isVisible());
    QVERIFY(!m_window->isEntered());
    child<QLineEdit>("repeatPassphrase")->clear();
    QTest::keyClicks(child<QLineEdit>("repeatPassphrase"), kPassphrase);
    QTest::mouseClick(real, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isEntered(), kPatience);
    QVERIFY(!m_window->status().demo);
    QVERIFY(!child<QLabel>("statusDemo")->isVisible());
}

void TestMainWindow::aLockedHomeAsksForItsPassphrase() {
    QVERIFY(m_world->makeHome(QStringLiteral("locked"), kPassphrase));
    make(QStringLiteral("locked"));
    QVERIFY(waitVisible("unlockPage"));
    QVERIFY(!child<QWidget>("unlockStatus")->isVisible());
    QCOMPARE(child<QLineEdit>("passphrase")->echoMode(), QLineEdit::Password);
    QTest::keyClicks(child<QLineEdit>("passphrase"), QStringLiteral("wrong one"));
    QTest::keyClick(child<QLineEdit>("passphrase"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(child<QWidget>("unlockStatus")->isVisible() && child<QLineEdit>("passphrase")->isEnabled(),
                             kPatience);
    QVERIFY(!m_window->isEntered());
    QTest::keyClicks(child<QLineEdit>("passphrase"), kPassphrase);
    QTest::keyClick(child<QLineEdit>("passphrase"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isEntered(), kPatience);
}

void TestMainWindow::aHomeInUseCanBeTriedAgain() {
    QVERIFY(m_world->openDemo(QStringLiteral("demo")) != nullptr);
    make(QStringLiteral("demo"));
    QVERIFY(waitVisible("troublePage"));
    QCOMPARE(child<QLineEdit>("troubleCode")->text(), QStringLiteral("home-in-use"));
    m_world->closeAll();
    QTest::mouseClick(child<QPushButton>("retryButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isEntered(), kPatience);
}

void TestMainWindow::aStoreThatIsNotOursIsLeftAlone() {
    QVERIFY(m_world->makeHome(QStringLiteral("demo")));
    const QDir folder(m_world->request(QStringLiteral("demo")).folder);
    const QStringList stores = folder.entryList({QStringLiteral("*.sqlite")}, QDir::Files);
    QCOMPARE(stores.size(), 1);
    QFile store(folder.filePath(stores.first()));
    QVERIFY(store.open(QIODevice::WriteOnly | QIODevice::Truncate));
    const QByteArray foreign(8192, 'x');
    store.write(foreign);
    store.close();
    make(QStringLiteral("demo"));
    QVERIFY(waitVisible("troublePage"));
    QVERIFY(!child<QLineEdit>("troubleCode")->text().isEmpty());
    QVERIFY(!child<QLabel>("troubleSentence")->text().isEmpty());
    QVERIFY(store.open(QIODevice::ReadOnly));
    QCOMPARE(store.readAll(), foreign);
}

void TestMainWindow::everyControlHasAName_data() {
    QTest::addColumn<QString>("place");
    for (const char* place : {"firstRun", "unlock", "home", "compose", "matches", "evidence", "networks", "similarity",
                              "settings", "about", "keys", "commands"})
        QTest::newRow(place) << QString::fromLatin1(place);
}

void TestMainWindow::everyControlHasAName() {
    QFETCH(QString, place);
    if (place == QLatin1String("firstRun")) {
        make(QStringLiteral("new"));
        QVERIFY(waitVisible("firstRunPage"));
    } else if (place == QLatin1String("unlock")) {
        QVERIFY(m_world->makeHome(QStringLiteral("locked"), kPassphrase));
        make(QStringLiteral("locked"));
        QVERIFY(waitVisible("unlockPage"));
    } else {
        QVERIFY(enterDemo());
        if (const auto page = Workspace::pageNamed(place))
            QVERIFY(showPage(*page));
        else if (place == QLatin1String("commands"))
            child<QAction>("actionCommands")->trigger();
        else if (place == QLatin1String("about"))
            child<QAction>("actionAbout")->trigger();
        else if (place == QLatin1String("keys"))
            child<QAction>("actionKeys")->trigger();
    }
    int controls = 0;
    for (QWidget* widget : m_window->findChildren<QWidget*>()) {
        if (!takesFocus(widget))
            continue;
        ++controls;
        QVERIFY2(!spokenName(widget).isEmpty(),
                 qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(widget->metaObject()->className()),
                                                        widget->objectName())));
    }
    QVERIFY(controls > 0);
}

void TestMainWindow::tabFollowsTheForm() {
    QVERIFY(enterDemo());
    child<QWidget>("packBox")->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(child<QWidget>("templatesButton")->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(child<QWidget>("composeForm")->isAncestorOf(QApplication::focusWidget()));
    const QList<FieldRow*> rows = child<QWidget>("composeFormContent")->findChildren<FieldRow*>();
    QVERIFY(rows.size() > 5);
    rows.first()->takeFocus(Qt::OtherFocusReason);
    int lastTop = -1;
    for (int step = 0; step < 5; ++step) {
        QWidget* focus = QApplication::focusWidget();
        QVERIFY(focus != nullptr);
        const int top = focus->mapTo(child<QWidget>("composeFormContent"), QPoint()).y();
        QVERIFY2(top >= lastTop - focus->height(), qPrintable(focus->objectName()));
        lastTop = qMax(lastTop, top);
        QTest::keyClick(focus, Qt::Key_Tab);
    }
}

void TestMainWindow::actionsFollowTheState() {
    make(QStringLiteral("new"));
    QVERIFY(waitVisible("firstRunPage"));
    for (const char* name :
         {"actionNew", "actionSign", "actionUndo", "actionAsk", "actionCompose", "actionMatches", "actionEvidence"})
        QVERIFY2(!child<QAction>(name)->isEnabled(), name);
    QVERIFY(child<QAction>("actionQuit")->isEnabled());
    QVERIFY(child<QAction>("actionAbout")->isEnabled());
    QTest::keyClicks(child<QLineEdit>("siteName"), QStringLiteral("Clinic"));
    QTest::mouseClick(child<QPushButton>("demoButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isEntered(), kPatience);
    for (const char* name :
         {"actionNew", "actionSign", "actionAsk", "actionCompose", "actionMatches", "actionEvidence"})
        QVERIFY2(child<QAction>(name)->isEnabled(), name);
    QVERIFY(!child<QAction>("actionUndo")->isEnabled());
    QVERIFY(child<QAction>("actionCompose")->isChecked());
    child<QAction>("actionMatches")->trigger();
    QVERIFY(child<QAction>("actionMatches")->isChecked());
    QVERIFY(m_window->workspace().matches().isVisible());
}

void TestMainWindow::shortcutsAreNotUsedTwice() {
    QVERIFY(enterDemo());
    QHash<QKeySequence, QString> users;
    for (const QAction* action : m_window->findChildren<QAction*>()) {
        for (const QKeySequence& keys : action->shortcuts()) {
            if (action->objectName().startsWith(QLatin1String("action"))) {
                QVERIFY2(!users.contains(keys), qPrintable(keys.toString()));
                users.insert(keys, action->objectName());
            }
        }
    }
    for (const auto& keys :
         {QKeySequence(QKeySequence::New), QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::Key_F5),
          QKeySequence(Qt::Key_F6), QKeySequence(Qt::Key_F1), QKeySequence(Qt::CTRL | Qt::Key_Q)})
        QVERIFY2(users.contains(keys), qPrintable(keys.toString()));
}

void TestMainWindow::themesSwitchWhileOpen_data() {
    QTest::addColumn<QString>("action");
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("contrast");
    QTest::newRow("light") << QStringLiteral("actionLight") << static_cast<int>(theme::Kind::Light) << 4.5;
    QTest::newRow("dark") << QStringLiteral("actionDark") << static_cast<int>(theme::Kind::Dark) << 4.5;
    QTest::newRow("contrast") << QStringLiteral("actionContrast") << static_cast<int>(theme::Kind::HighContrast) << 7.0;
}

void TestMainWindow::themesSwitchWhileOpen() {
    QFETCH(QString, action);
    QFETCH(int, kind);
    QFETCH(double, contrast);
    QVERIFY(enterDemo());
    m_window->findChild<QAction*>(action)->trigger();
    QTRY_COMPARE(static_cast<int>(theme::kindOf(m_window->palette())), kind);
    const QPalette colors = m_window->palette();
    QVERIFY(m_window->findChild<QAction*>(action)->isChecked());
    using Pair = std::pair<QPalette::ColorRole, QPalette::ColorRole>;
    for (const auto& [text, ground] :
         {Pair{QPalette::WindowText, QPalette::Window}, Pair{QPalette::Text, QPalette::Base},
          Pair{QPalette::Text, QPalette::AlternateBase}, Pair{QPalette::ButtonText, QPalette::Button},
          Pair{QPalette::PlaceholderText, QPalette::Base}, Pair{QPalette::PlaceholderText, QPalette::Window},
          Pair{QPalette::Link, QPalette::Window}, Pair{QPalette::ToolTipText, QPalette::ToolTipBase}})
        QVERIFY2(theme::contrast(colors.color(text), colors.color(ground)) >= contrast,
                 qPrintable(QStringLiteral("%1 on %2").arg(text).arg(ground)));
    QVERIFY(theme::contrast(colors.color(QPalette::HighlightedText), colors.color(QPalette::Highlight)) >= 3.0);
    for (const auto role : {theme::Role::Problem, theme::Role::Warning, theme::Role::Good, theme::Role::Edge})
        QVERIFY(theme::contrast(theme::color(role, colors), colors.color(QPalette::Window)) >= 3.0);
    // Every open widget follows.
    for (const QWidget* widget : m_window->findChildren<QWidget*>())
        QCOMPARE(widget->palette().color(QPalette::Window), colors.color(QPalette::Window));
}

void TestMainWindow::mirrorsForRightToLeft() {
    QApplication::setLayoutDirection(Qt::RightToLeft);
    QVERIFY(enterDemo());
    const auto* rail = child<QWidget>("rail");
    QVERIFY(rail->mapTo(m_window.get(), QPoint()).x() > m_window->width() / 2);
    const auto* side = child<QWidget>("composeSide");
    const auto* form = child<QWidget>("composeForm");
    QVERIFY(side->mapTo(m_window.get(), QPoint()).x() < form->mapTo(m_window.get(), QPoint()).x());
}

void TestMainWindow::statusIsInWords() {
    QVERIFY(enterDemo());
    QTRY_VERIFY(child<QToolButton>("statusNetwork")->isVisible());
    QCOMPARE(child<QToolButton>("statusNetwork")->text(), QStringLiteral("Offline"));
    QVERIFY(child<QLabel>("statusIdentity")->text().contains(m_window->status().siteName));
    const QSignalSpy read(m_window.get(), &MainWindow::statusRead);
    FormModel& model = m_window->workspace().compose().model();
    m_window->workspace().compose().choosePack(QStringLiteral("ddi"));
    model.load(UiWorld::outcome());
    m_window->workspace().compose().sign();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->status().ownPackets == 1, kPatience);
    QVERIFY(read.count() > 0);
}

void TestMainWindow::dialogsCloseWithEscape() {
    QVERIFY(enterDemo());
    for (const char* name : {"actionAbout", "actionKeys", "actionCommands"}) {
        child<QAction>(name)->trigger();
        const auto dialogs = m_window->findChildren<QDialog*>();
        QCOMPARE(dialogs.size(), 1);
        QTest::keyClick(dialogs.first(), Qt::Key_Escape);
        QTRY_VERIFY(m_window->findChildren<QDialog*>().isEmpty());
    }
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
