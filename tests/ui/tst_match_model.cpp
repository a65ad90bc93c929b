#include "ui_world.h"

#include "bridge/match_model.h"

#include <QtCore/QPersistentModelIndex>
#include <QtTest/QAbstractItemModelTester>

using namespace qis::ui;

namespace {

constexpr int kPatience = 30000;
const QString kProfile = QStringLiteral("bleeding");

} // namespace

/// One home asks, another one sends, over a link on this computer.
class TestMatchModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void isEmptyUntilSomethingMatches();
    void growsByWhatArrives();
    void keepsRowsAndSelectionWhenReadAgain();
    void marksWhatTheAuthorTakesBack();
    void forgetsTheProfileItLeft();
    void sayRowsAloud();
    void failsWithTheCodeOfTheEngine();

private:
    /// Sends an outcome and waits until the model holds that many rows.
    bool sendUntil(int rows, int variant);
    bool join();

    std::unique_ptr<UiWorld> m_world;
    EngineBridge* m_asking = nullptr;
    EngineBridge* m_sending = nullptr;
    Emission m_last;
    std::unique_ptr<MatchModel> m_model;
};

void TestMatchModel::init() {
    m_world = std::make_unique<UiWorld>();
    OpenRequest listen;
    listen.listen = {QStringLiteral("tcp://127.0.0.1:0")};
    m_asking = m_world->openDemo(QStringLiteral("asking"), listen);
    QVERIFY(m_asking != nullptr);
    std::optional<Result<Interest>> interest;
    m_asking->profileFromDraft(kProfile, UiWorld::outcome(), this,
                               [&interest](const Result<Interest>& result) { interest = result; });
    QTRY_VERIFY_WITH_TIMEOUT(interest.has_value(), kPatience);
    QVERIFY2(interest->ok(), qPrintable(interest->fault.code));
    m_model = std::make_unique<MatchModel>(*m_asking);
}

void TestMatchModel::cleanup() {
    m_model.reset();
    m_world.reset();
}

bool TestMatchModel::join() {
    OpenRequest open;
    open.join = m_world->statusOf(*m_asking).endpoints;
    m_sending = m_world->openDemo(QStringLiteral("sending"), open);
    return m_sending != nullptr;
}

bool TestMatchModel::sendUntil(int rows, int variant) {
    m_last = m_world->emitOutcome(*m_sending, UiWorld::outcome(variant));
    return !m_last.state.isEmpty() && QTest::qWaitFor([&] { return m_model->rowCount() >= rows; }, kPatience);
}

void TestMatchModel::isEmptyUntilSomethingMatches() {
    QVERIFY(!m_model->isRead());
    m_model->setProfile(kProfile);
    QTRY_VERIFY_WITH_TIMEOUT(m_model->isRead(), kPatience);
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->matchAt(0), nullptr);
}

void TestMatchModel::growsByWhatArrives() {
    const QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setProfile(kProfile);
    QVERIFY(join());
    const QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    QVERIFY(sendUntil(1, 0));
    QVERIFY(sendUntil(2, 1));
    QCOMPARE(resets.count(), 0);
    const Match* row = m_model->matchAt(0);
    QVERIFY(row != nullptr);
    QCOMPARE(row->profile, kProfile);
    QVERIFY(row->score >= 600);
    QVERIFY(!row->sentence.isEmpty());
    QCOMPARE(m_model->rowOf(row->id, kProfile), 0);
    QCOMPARE(m_model->all(), qint64{2});
    QCOMPARE(m_model->count(MatchState::New), qint64{2});
    QCOMPARE(m_model->sites().size(), qsizetype{1});
}

void TestMatchModel::keepsRowsAndSelectionWhenReadAgain() {
    m_model->setProfile(kProfile);
    QVERIFY(join());
    QVERIFY(sendUntil(1, 0));
    const QPersistentModelIndex kept = m_model->index(0, MatchModel::Happened);
    const QString id = kept.data(MatchModel::IdRole).toString();
    m_model->reload();
    QTRY_COMPARE_WITH_TIMEOUT(m_model->phase(), MatchModel::Phase::Idle, kPatience);
    QVERIFY(kept.isValid());
    QCOMPARE(kept.data(MatchModel::IdRole).toString(), id);
    QCOMPARE(m_model->rowCount(), 1);
}

void TestMatchModel::marksWhatTheAuthorTakesBack() {
    m_model->setProfile(kProfile);
    QVERIFY(join());
    QVERIFY(sendUntil(1, 0));
    const QString id = m_model->matchAt(0)->id;
    std::optional<Result<Emission>> retracted;
    m_sending->retractOutcome(id, 0, this, [&retracted](const Result<Emission>& result) { retracted = result; });
    QTRY_VERIFY_WITH_TIMEOUT(retracted.has_value(), kPatience);
    QVERIFY2(retracted->ok(), qPrintable(retracted->fault.code));
    QTRY_VERIFY_WITH_TIMEOUT(m_model->rowCount() == 0 || m_model->matchAt(0)->retracted, kPatience);
    if (m_model->rowCount() == 1) {
        const QModelIndex happened = m_model->index(0, MatchModel::Happened);
        QVERIFY(happened.data(MatchModel::RetractedRole).toBool());
        QVERIFY(happened.data(Qt::AccessibleTextRole).toString().startsWith(QLatin1String("Retracted")));
    }
}

void TestMatchModel::forgetsTheProfileItLeft() {
    QVERIFY(join());
    m_model->setProfile(kProfile);
    QVERIFY(sendUntil(1, 0));
    // The answer for the first is still under way when the second is asked for.
    m_model->setProfile(kProfile);
    m_model->setProfile(QStringLiteral("no such profile"));
    QTRY_VERIFY_WITH_TIMEOUT(m_model->phase() != MatchModel::Phase::Reading, kPatience);
    QCOMPARE(m_model->rowCount(), 0);
}

void TestMatchModel::sayRowsAloud() {
    m_model->setProfile(kProfile);
    QVERIFY(join());
    QVERIFY(sendUntil(1, 0));
    const QString spoken = m_model->index(0, MatchModel::Happened).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(m_model->matchAt(0)->siteName), qPrintable(spoken));
    QVERIFY2(spoken.contains(m_model->matchAt(0)->sentence), qPrintable(spoken));
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const QModelIndex cell = m_model->index(0, column);
        QVERIFY(!cell.data(Qt::AccessibleTextRole).toString().isEmpty());
        QVERIFY(!m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }
}

void TestMatchModel::failsWithTheCodeOfTheEngine() {
    EngineBridge closed;
    MatchModel model(closed);
    model.setProfile(kProfile);
    QTRY_COMPARE_WITH_TIMEOUT(model.phase(), MatchModel::Phase::Failed, kPatience);
    QCOMPARE(model.fault().code, QStringLiteral("stopped"));
}

QTEST_MAIN(TestMatchModel)
#include "tst_match_model.moc"
