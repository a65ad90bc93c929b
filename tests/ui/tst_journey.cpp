// The main job with nothing but keys: from the first frame of the demo to a signed outcome, what is like
// it, why, and what all of it says together before and after somebody retracts.
#include "bridge/demo_bridge.h"
#include "bridge/explanation_model.h"
#include "bridge/match_model.h"
#include "pages/compose/compose_page.h"
#include "pages/evidence/evidence_page.h"
#include "pages/main_window.h"
#include "pages/matches/explanation_panel.h"
#include "pages/matches/matches_page.h"
#include "pages/start/demo_guide.h"
#include "source_dir.h"
#include "ui_world.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtGui/QWindow>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>

using namespace qis::ui;

namespace {

constexpr int kPatience = 60000;
constexpr int kMostTabs = 200;

/// Notes the longest time in which the event loop did not turn.
class LoopWatch : public QObject {
public:
    LoopWatch() {
        m_since.start();
        connect(&m_beat, &QTimer::timeout, this, [this] {
            const qint64 gap = m_since.restart();
            if (gap > m_worst) {
                m_worst = gap;
                m_where = m_stage;
            }
        });
        m_beat.start(1);
    }
    void enter(const char* stage) {
        m_stage = stage;
        qInfo("longest gap so far: %lld ms (%s)", m_worst, m_where);
    }

private:
    QTimer m_beat;
    QElapsedTimer m_since;
    qint64 m_worst = 0;
    const char* m_stage = "starting";
    const char* m_where = "starting";
};

} // namespace

class TestJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fromTheFirstFrameToEvidence();
    void cleanup();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    void type(const char* words) const;
    [[nodiscard]] QWindow* inFront() const;
    [[nodiscard]] bool tabTo(const QString& name) const;
    [[nodiscard]] bool choose(const QString& row, const QString& value) const;
    [[nodiscard]] bool chooseTerm(const QString& row, const char* words) const;
    [[nodiscard]] bool fill() const;
    template <class T> [[nodiscard]] T* child(const char* name) const {
        return m_window->findChild<T*>(QLatin1String(name));
    }

    // The stretches of the way.
    void lookAround();
    void askAndSign();
    void seeWhyItMatched();
    void readEvidence();
    void retract();

    LoopWatch m_watch;
    QTemporaryDir m_folder;
    UiWorld m_world;
    QString m_interest;
    std::unique_ptr<EngineBridge> m_bridge;
    std::unique_ptr<MainWindow> m_window;
};

/// Where keys go. Without a window manager nobody gives them back when a dialog has gone.
QWindow* TestJourney::inFront() const {
    if (QGuiApplication::focusWindow() == nullptr) {
        m_window->activateWindow();
        (void)QTest::qWaitForWindowActive(m_window.get());
    }
    return QGuiApplication::focusWindow();
}

void TestJourney::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const {
    QTest::keyClick(inFront(), key, modifiers);
}

void TestJourney::type(const char* words) const {
    for (; *words != '\0'; ++words)
        QTest::keyClick(inFront(), *words);
}

/// Goes on with Tab until the focus is on, or in, what has this name.
bool TestJourney::tabTo(const QString& name) const {
    const auto isThere = [&name] {
        for (const QWidget* widget = QApplication::focusWidget(); widget != nullptr; widget = widget->parentWidget())
            if (widget->objectName() == name)
                return true;
        return false;
    };
    for (int tabs = 0; tabs < kMostTabs && !isThere(); ++tabs)
        press(Qt::Key_Tab);
    return isThere();
}

bool TestJourney::choose(const QString& row, const QString& value) const {
    if (!tabTo(row))
        return false;
    const auto* box = qobject_cast<QComboBox*>(QApplication::focusWidget());
    if (box == nullptr)
        return false;
    press(Qt::Key_Home);
    for (int step = 0; step < box->count() && box->currentData().toString() != value; ++step)
        press(Qt::Key_Down);
    return box->currentData().toString() == value;
}

bool TestJourney::chooseTerm(const QString& row, const char* words) const {
    if (!tabTo(row))
        return false;
    type(words);
    if (!QTest::qWaitFor([] { return QApplication::activePopupWidget() != nullptr; }, kPatience))
        return false;
    press(Qt::Key_Return);
    return QTest::qWaitFor([] { return QApplication::activePopupWidget() == nullptr; }, kPatience);
}

bool TestJourney::fill() const {
    const QString row = QStringLiteral("row_");
    return chooseTerm(row + QStringLiteral("condition.object_drug"), "warfa") &&
           chooseTerm(row + QStringLiteral("condition.precipitant_drug"), "flucona") &&
           choose(row + QStringLiteral("condition.sex"), QStringLiteral("female")) &&
           choose(row + QStringLiteral("condition.age_band"), QStringLiteral("65-74")) &&
           chooseTerm(row + QStringLiteral("outcome.effect"), "gastrointestinal blee") &&
           choose(row + QStringLiteral("outcome.observed"), QStringLiteral("true")) &&
           tabTo(QStringLiteral("confidenceNumber"));
}

void TestJourney::fromTheFirstFrameToEvidence() {
    MainWindow::Start start;
    start.open.folder = m_folder.filePath(QStringLiteral("own"));
    start.open.resources = QStringLiteral(QIS_SOURCE_DIR "/resources");
    start.open.controlSocket = false;
    start.open.cheapVault = true;
    start.open.undoSeconds = 0;
    start.demo.folder = m_folder.filePath(QStringLiteral("demo"));
    start.demo.relays = 4;
    start.demo.history = 600;
    start.demo.millisBetween = 3600 * 1000;
    m_bridge = std::make_unique<EngineBridge>();
    m_window = std::make_unique<MainWindow>(*m_bridge, start);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->begin();
    lookAround();
    if (!QTest::currentTestFailed())
        askAndSign();
    if (!QTest::currentTestFailed())
        seeWhyItMatched();
    if (!QTest::currentTestFailed())
        readEvidence();
    if (!QTest::currentTestFailed())
        retract();
    m_watch.enter("the end");
}

void TestJourney::lookAround() {
    QTRY_VERIFY_WITH_TIMEOUT(child<QWidget>("demoButton")->isVisible(), kPatience);
    QVERIFY(tabTo(QStringLiteral("demoButton")));
    m_watch.enter("beginning the demo");
    press(Qt::Key_Space);

    // The demo's own interest has matches; why one of them did is below the list.
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isEntered(), kPatience);
    MatchesPage& matches = m_window->workspace().matches();
    QTRY_VERIFY_WITH_TIMEOUT(matches.model().rowCount() > 20, kPatience);
    m_watch.enter("looking at matches");
    QVERIFY(tabTo(QStringLiteral("matchTable")));
    press(Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(matches.explanation().model().rowCount() > 0, kPatience);
    press(Qt::Key_Down);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->guide().step(), static_cast<int>(DemoGuide::Step::Evidence), kPatience);
}

/// Types an outcome, asks for what is like it, and signs it.
void TestJourney::askAndSign() {
    m_watch.enter("composing");
    press(Qt::Key_N, Qt::ControlModifier);
    ComposePage& compose = m_window->workspace().compose();
    QTRY_VERIFY_WITH_TIMEOUT(!compose.packs().isEmpty(), kPatience);
    QVERIFY(fill());
    type("80");
    press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(child<QDialog>("askDialog") != nullptr, kPatience);
    const QSignalSpy made(&compose, &ComposePage::interestMade);
    QVERIFY(QTest::qWaitForWindowActive(child<QDialog>("askDialog")));
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(made.size(), 1, kPatience);
    m_interest = made.first().first().toString();

    m_watch.enter("signing");
    press(Qt::Key_2, Qt::AltModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(child<QDialog>("reviewDialog") != nullptr, kPatience);
    QVERIFY(QTest::qWaitForWindowActive(child<QDialog>("reviewDialog")));
    const QSignalSpy signedOutcomes(&compose, &ComposePage::signedOutcome);
    QVERIFY(tabTo(QStringLiteral("reviewSign")));
    press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(signedOutcomes.size(), 1, kPatience);
}

void TestJourney::seeWhyItMatched() {
    m_watch.enter("looking at its matches");
    press(Qt::Key_3, Qt::AltModifier);
    MatchesPage& matches = m_window->workspace().matches();
    QTRY_COMPARE_WITH_TIMEOUT(matches.model().profile(), m_interest, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(matches.model().rowCount() > 0, kPatience);
    QVERIFY(tabTo(QStringLiteral("matchTable")));
    press(Qt::Key_Home);
    press(Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>("explainScore")->isVisible(), kPatience);
    // Once the reader stays, how unusual that score is.
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>("explainUnusual")->isVisible() &&
                                 child<QLabel>("explainUnusual")->text().contains(u"other outcomes held here"),
                             kPatience);
}

/// Another site has seen the same, and takes it back.
void TestJourney::readEvidence() {
    m_watch.enter("reading evidence");
    press(Qt::Key_4, Qt::AltModifier);
    const EvidencePage& evidence = m_window->workspace().evidence();
    QVERIFY(tabTo(QStringLiteral("evidenceProfileBox")));
    const auto* box = child<QComboBox>("evidenceProfileBox");
    press(Qt::Key_Home);
    for (int step = 0; step < box->count() && box->currentData().toString() != m_interest; ++step)
        press(Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(evidence.evidence().profile == m_interest && evidence.evidence().packets > 0, kPatience);
    QVERIFY(child<QLabel>("evidenceHeadline")->isVisible());
    const qint64 before = evidence.evidence().packets;
    OpenRequest open;
    open.join = m_window->status().endpoints;
    EngineBridge* other = m_world.openDemo(QStringLiteral("other"), open);
    QVERIFY(other != nullptr);
    const Emission theirs = m_world.emitOutcome(*other, UiWorld::outcome());
    QTRY_COMPARE_WITH_TIMEOUT(evidence.evidence().packets, before + 1, kPatience);
    const QString with = child<QLabel>("evidenceHeadline")->text();

    m_watch.enter("a retraction");
    constexpr int kEntryError = 1;
    bool retracted = false;
    other->retractOutcome(theirs.id, kEntryError, this,
                          [&retracted](const Result<Emission>& result) { retracted = result.ok(); });
    QTRY_COMPARE_WITH_TIMEOUT(evidence.evidence().packets, before, kPatience);
    QVERIFY(retracted);
    QVERIFY(child<QLabel>("evidenceHeadline")->text() != with);
    QTRY_VERIFY(child<QWidget>("evidenceRetractions")->isVisible());
}

/// One's own, the same way; and the guide has seen all of it.
void TestJourney::retract() {
    m_watch.enter("retracting");
    QCOMPARE(m_window->guide().step(), static_cast<int>(DemoGuide::Step::Retract));
    press(Qt::Key_2, Qt::AltModifier);
    QVERIFY(tabTo(QStringLiteral("outcomeList")));
    press(Qt::Key_Home);
    QTRY_VERIFY_WITH_TIMEOUT(child<QWidget>("retractOutcome")->isEnabled(), kPatience);
    QVERIFY(tabTo(QStringLiteral("retractOutcome")));
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(child<QDialog>("retractDialog") != nullptr, kPatience);
    QVERIFY(QTest::qWaitForWindowActive(child<QDialog>("retractDialog")));
    QVERIFY(tabTo(QStringLiteral("retractReason")));
    press(Qt::Key_Down);
    QVERIFY(tabTo(QStringLiteral("retractConfirm")));
    press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->guide().step(), static_cast<int>(DemoGuide::Step::Network), kPatience);
    press(Qt::Key_5, Qt::AltModifier);
    QTRY_COMPARE(m_window->guide().step(), DemoGuide::kSteps);
    QVERIFY(!child<QWidget>("guideSkip")->isVisible());
}

void TestJourney::cleanup() {
    // A demo that runs is work under way: the window goes first.
    m_window.reset();
    m_bridge.reset();
    m_world.closeAll();
    EngineBridge::waitUntilIdle();
}

QTEST_MAIN(TestJourney)
#include "tst_journey.moc"
