// Looking around: a swarm begins, its outcomes arrive, and leaving removes all of it.
#include "bridge/demo_bridge.h"
#include "bridge/engine_bridge.h"
#include "bridge/match_model.h"
#include "pages/main_window.h"
#include "pages/matches/matches_page.h"
#include "source_dir.h"
#include "ui_world.h"

#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

using namespace qis::ui;

namespace {

constexpr int kPatience = 60000;

} // namespace

class TestDemo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theButtonOpensASwarm();
    void theOptionOpensASwarmAtOnce();
    void leavingRemovesItAndShowsTheFirstRun();
    void beginningCanBeCancelled();
    void whatIsNotADemosIsLeftAlone();
    void closingTheWindowRemovesIt();
    void cleanup();

private:
    [[nodiscard]] QString folder() const { return m_folder->filePath(QStringLiteral("demo")); }
    void make(bool lookAround);
    template <class T> [[nodiscard]] T* child(const char* name) const {
        return m_window->findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] bool visible(const char* name) const {
        const auto* widget = child<QWidget>(name);
        return widget != nullptr && widget->isVisible();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EngineBridge> m_bridge;
    std::unique_ptr<MainWindow> m_window;
};

void TestDemo::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestDemo::make(bool lookAround) {
    MainWindow::Start start;
    start.open.folder = m_folder->filePath(QStringLiteral("own"));
    start.open.resources = QStringLiteral(QIS_SOURCE_DIR "/resources");
    start.open.controlSocket = false;
    start.open.cheapVault = true;
    start.demo.folder = folder();
    start.demo.relays = 3;
    start.demo.history = 300;
    start.demo.millisBetween = 3600 * 1000;
    start.lookAround = lookAround;
    m_bridge = std::make_unique<EngineBridge>();
    m_window = std::make_unique<MainWindow>(*m_bridge, start);
    m_window->show();
    m_window->begin();
}

void TestDemo::theButtonOpensASwarm() {
    make(false);
    QTRY_VERIFY_WITH_TIMEOUT(visible("firstRunPage"), kPatience);
    QTest::mouseClick(child<QPushButton>("demoButton"), Qt::LeftButton); // no name is asked for
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isEntered(), kPatience);
    QVERIFY(visible("demoRibbon"));
    QVERIFY(child<QLabel>("demoText")->text().contains(QLatin1String("invented")));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace().matches().model().rowCount() > 20, kPatience);
    QVERIFY(m_window->status().demo);
}

void TestDemo::theOptionOpensASwarmAtOnce() {
    make(true);
    QVERIFY(visible("demoStartPage"));
    QVERIFY(!child<QProgressBar>("demoProgress")->accessibleName().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isEntered(), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->status().connectedPeers, 3, kPatience);
    // Paused and going on again are said in words.
    auto* pause = child<QPushButton>("demoPause");
    const QString going = child<QLabel>("demoText")->text();
    QTest::mouseClick(pause, Qt::LeftButton);
    QVERIFY(m_window->demo().isPaused());
    QVERIFY(child<QLabel>("demoText")->text() != going);
    QTest::mouseClick(pause, Qt::LeftButton);
    QVERIFY(!m_window->demo().isPaused());
    QCOMPARE(child<QLabel>("demoText")->text(), going);
}

void TestDemo::leavingRemovesItAndShowsTheFirstRun() {
    make(true);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isEntered(), kPatience);
    QVERIFY(QFileInfo::exists(folder()));
    QSignalSpy left(&m_window->demo(), &DemoBridge::left);
    QTest::mouseClick(child<QPushButton>("demoLeave"), Qt::LeftButton);
    QVERIFY(!m_window->isEntered());
    QVERIFY(left.wait(kPatience));
    QVERIFY(!QFileInfo::exists(folder()));
    QVERIFY(!visible("demoRibbon"));
    QTRY_VERIFY_WITH_TIMEOUT(visible("firstRunPage"), kPatience);
    // And once more.
    QTest::mouseClick(child<QPushButton>("demoButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isEntered(), kPatience);
}

void TestDemo::beginningCanBeCancelled() {
    make(true);
    QSignalSpy failed(&m_window->demo(), &DemoBridge::failed);
    QTest::mouseClick(child<QPushButton>("demoCancel"), Qt::LeftButton);
    QVERIFY(!child<QPushButton>("demoCancel")->isEnabled());
    QVERIFY(failed.wait(kPatience));
    QVERIFY(visible("firstRunPage"));
    QVERIFY(!QFileInfo::exists(folder()));
}

void TestDemo::whatIsNotADemosIsLeftAlone() {
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("demo")));
    QFile file(folder() + QStringLiteral("/thesis.txt"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    make(true);
    QTRY_VERIFY_WITH_TIMEOUT(visible("firstRunPage") && visible("firstRunStatus"), kPatience);
    QVERIFY(file.exists());
}

void TestDemo::closingTheWindowRemovesIt() {
    make(true);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isEntered(), kPatience);
    m_window.reset();
    m_bridge.reset();
    EngineBridge::waitUntilIdle();
    QVERIFY(!QFileInfo::exists(folder()));
}

void TestDemo::cleanup() {
    m_window.reset();
    m_bridge.reset();
    EngineBridge::waitUntilIdle();
    m_folder.reset();
}

QTEST_MAIN(TestDemo)
#include "tst_demo.moc"
