#include "ui_world.h"

#include "bridge/match_model.h"
#include "pages/main_window.h"
#include "pages/matches/matches_page.h"
#include "support/many_matches.h"
#include "theme/theme.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtTest/QAbstractItemModelTester>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableView>

#include <algorithm>
#include <filesystem>
#include <random>

using namespace qis::ui;

namespace {

constexpr int kPatience = 120000;
constexpr int kMatches = 100000;
const QString kHome = QStringLiteral("asking");
const QString kProfile = QStringLiteral("bleeding");

/// How long the event loop was away at worst.
class Gaps : public QObject {
public:
    Gaps() {
        m_timer.setInterval(0);
        connect(&m_timer, &QTimer::timeout, this, [this] { tick(); });
    }
    void begin() {
        m_worst = 0;
        m_clock.start();
        m_timer.start();
    }
    /// Milliseconds.
    double end() {
        m_timer.stop();
        tick();
        return static_cast<double>(m_worst) / 1e6;
    }

private:
    void tick() { m_worst = std::max(m_worst, m_clock.nsecsElapsed()), m_clock.restart(); }

    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_worst = 0;
};

} // namespace

/// A hundred thousand matches: right in every place, and the window never waits for them.
class TestManyMatches : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void opens();
    void isRightAnywhere();
    void scrolls();
    void sorts();
    void filters();
    void judges();

private:
    [[nodiscard]] MatchesPage& page() const { return m_window->workspace().matches(); }
    [[nodiscard]] MatchModel& model() const { return page().model(); }
    [[nodiscard]] bool isIdle() const { return model().phase() == MatchModel::Phase::Idle && model().isRead(); }
    bool settles() const {
        return QTest::qWaitFor([this] { return isIdle(); }, kPatience);
    }
    void tell(const char* what, double gap) const {
        qInfo().noquote()
            << QStringLiteral("%1: worst gap of the event loop %2 ms").arg(QLatin1String(what)).arg(gap, 0, 'f', 1);
    }
    /// A few hundred rows, wherever they are, against a plain list.
    void compare(const QList<Match>& plain, std::mt19937_64& random) const;

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<EngineBridge> m_bridge;
    std::unique_ptr<MainWindow> m_window;
    QList<Match> m_all; ///< in order of arrival
    Gaps m_gaps;
};

void TestManyMatches::initTestCase() {
    theme::apply(theme::Kind::Light);
    m_world = std::make_unique<UiWorld>();
    EngineBridge* bridge = m_world->openDemo(kHome);
    QVERIFY(bridge != nullptr);
    std::optional<Result<Interest>> interest;
    bridge->profileFromDraft(kProfile, UiWorld::outcome(), this,
                             [&interest](const Result<Interest>& result) { interest = result; });
    QTRY_VERIFY_WITH_TIMEOUT(interest.has_value() && interest->ok(), kPatience);
    m_world->closeAll();
    const OpenRequest place = m_world->request(kHome);
    QElapsedTimer clock;
    clock.start();
    const auto filled = qis::testing::addManyMatches(std::filesystem::path(place.folder.toStdU16String()),
                                                     std::filesystem::path(place.resources.toStdU16String()),
                                                     kProfile.toStdString(), kMatches, 3);
    QVERIFY2(filled.ok(), filled.ok() ? "" : filled.error().detail.c_str());
    qInfo() << "stored in" << clock.elapsed() << "ms";
    // Another way to read them than the one on trial.
    bridge = m_world->openDemo(kHome);
    QVERIFY(bridge != nullptr);
    std::optional<Result<MatchBatch>> all;
    bridge->listMatches({.profile = kProfile, .after = 0, .limit = kMatches, .bestFirst = false}, this,
                        [&all](const Result<MatchBatch>& result) { all = result; });
    QTRY_VERIFY_WITH_TIMEOUT(all.has_value() && all->ok(), kPatience);
    m_all = all->value->rows;
    QCOMPARE(m_all.size(), qsizetype{kMatches});
    m_world->closeAll();
}

void TestManyMatches::cleanupTestCase() {
    m_window.reset();
    m_bridge.reset();
    EngineBridge::waitUntilIdle();
    m_world.reset();
}

void TestManyMatches::opens() {
    m_bridge = std::make_unique<EngineBridge>();
    m_window = std::make_unique<MainWindow>(
        *m_bridge, MainWindow::Start{.open = m_world->request(kHome), .page = Workspace::Page::Matches});
    m_window->show();
    m_gaps.begin();
    m_window->begin();
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), kMatches, kPatience);
    page().chooseProfile(kProfile);
    QTRY_VERIFY_WITH_TIMEOUT(model().profile() == kProfile && isIdle() && model().rowCount() == kMatches, kPatience);
    tell("opening the page", m_gaps.end());
    // Of all these only what is looked at is here.
    int held = 0;
    for (int row = 0; row < kMatches; ++row)
        held += model().matchAt(row) != nullptr ? 1 : 0;
    QVERIFY2(held > 0 && held <= 4 * MatchModel::kPageRows, qPrintable(QString::number(held)));
}

void TestManyMatches::compare(const QList<Match>& plain, std::mt19937_64& random) const {
    QCOMPARE(model().rowCount(), static_cast<int>(plain.size()));
    for (int step = 0; step < 25 && !plain.isEmpty(); ++step) {
        const int row = static_cast<int>(random() % static_cast<std::uint64_t>(plain.size()));
        (void)model().index(row, MatchModel::Happened).data();
        QTRY_VERIFY_WITH_TIMEOUT(model().matchAt(row) != nullptr, kPatience);
        const int last = qMin(model().rowCount(), (row / MatchModel::kPageRows + 1) * MatchModel::kPageRows);
        for (int at = row; at < last; ++at) {
            QVERIFY(model().matchAt(at) != nullptr);
            QCOMPARE(model().matchAt(at)->cursor, plain.at(at).cursor);
            QCOMPARE(model().matchAt(at)->sentence, plain.at(at).sentence);
        }
    }
}

void TestManyMatches::isRightAnywhere() {
    const QAbstractItemModelTester tester(&model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::mt19937_64 random(5);
    QList<Match> plain = m_all;
    std::stable_sort(plain.begin(), plain.end(), [](const Match& a, const Match& b) { return a.score > b.score; });
    compare(plain, random);

    model().setOrder({{MatchKey::Received, false}});
    QVERIFY(settles());
    plain = m_all;
    std::stable_sort(plain.begin(), plain.end(),
                     [](const Match& a, const Match& b) { return a.received < b.received; });
    compare(plain, random);

    model().setOrder({{MatchKey::Coverage, true}, {MatchKey::Score, false}});
    MatchFilter filter = model().filter();
    filter.text = QStringLiteral("bleeding");
    filter.minScore = 700;
    filter.site = m_all.at(77).site;
    model().setFilter(filter);
    QVERIFY(settles());
    plain.clear();
    for (const Match& match : std::as_const(m_all))
        if (match.score >= 700 && match.site == filter.site &&
            QString(match.sentence % QLatin1Char(' ') % match.siteName).contains(filter.text, Qt::CaseInsensitive))
            plain.append(match);
    QVERIFY(plain.size() > 5);
    std::stable_sort(plain.begin(), plain.end(), [](const Match& a, const Match& b) { return a.score < b.score; });
    std::stable_sort(plain.begin(), plain.end(),
                     [](const Match& a, const Match& b) { return a.coverage > b.coverage; });
    compare(plain, random);

    filter.text.clear();
    filter.site.clear();
    filter.minScore = 0;
    model().setFilter(filter);
    model().setOrder({});
    QVERIFY(settles());
    QCOMPARE(model().rowCount(), kMatches);
}

void TestManyMatches::scrolls() {
    QTableView* table = page().table();
    QScrollBar* bar = table->verticalScrollBar();
    std::mt19937_64 random(6);
    m_gaps.begin();
    for (int step = 0; step < 60; ++step) {
        bar->setValue(static_cast<int>(random() % static_cast<std::uint64_t>(bar->maximum())));
        QTRY_VERIFY_WITH_TIMEOUT(model().matchAt(table->rowAt(0)) != nullptr, kPatience);
    }
    for (int step = 0; step < 60; ++step) {
        bar->setValue(bar->value() + bar->pageStep());
        QTRY_VERIFY_WITH_TIMEOUT(model().matchAt(table->rowAt(0)) != nullptr, kPatience);
    }
    table->scrollToBottom();
    QTRY_VERIFY_WITH_TIMEOUT(model().matchAt(kMatches - 1) != nullptr, kPatience);
    tell("scrolling", m_gaps.end());
    table->scrollToTop();
}

void TestManyMatches::sorts() {
    for (const auto key : {MatchKey::Sentence, MatchKey::Site, MatchKey::Received, MatchKey::State}) {
        m_gaps.begin();
        model().setOrder({{key, false}, {MatchKey::Coverage, true}});
        QVERIFY(settles());
        tell("sorting", m_gaps.end());
    }
    model().setOrder({});
    QVERIFY(settles());
}

void TestManyMatches::filters() {
    auto* words = m_window->findChild<QLineEdit*>(QStringLiteral("matchWords"));
    m_gaps.begin();
    words->setFocus();
    QTest::keyClicks(words, QStringLiteral("warfarin"));
    QTRY_VERIFY_WITH_TIMEOUT(isIdle() && model().filter().text == QLatin1String("warfarin"), kPatience);
    words->clear();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle() && model().filter().text.isEmpty() && model().rowCount() == kMatches, kPatience);
    tell("filtering", m_gaps.end());
}

void TestManyMatches::judges() {
    QTableView* table = page().table();
    table->setFocus();
    m_gaps.begin();
    page().selectFirst();
    for (int step = 1; step <= 5; ++step) {
        QTRY_VERIFY_WITH_TIMEOUT(isIdle() && model().matchAt(0) != nullptr, kPatience);
        QTest::keyClick(table, Qt::Key_M);
        QTRY_COMPARE_WITH_TIMEOUT(model().count(MatchState::Muted), qint64{step}, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), kMatches - step, kPatience);
    }
    tell("judging", m_gaps.end());
    // Not all of them at once, nor only those that happen to be here.
    m_gaps.begin();
    table->selectAll();
    QTest::keyClick(table, Qt::Key_F);
    tell("selecting all", m_gaps.end());
    table->selectRow(0);
    QVERIFY(settles());
    QCOMPARE(model().count(MatchState::Following), qint64{0});
}

QTEST_MAIN(TestManyMatches)
#include "tst_many_matches.moc"
