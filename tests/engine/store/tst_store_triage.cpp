#include "store/store.h"
#include "support/store_home.h"

#include <QTest>

using namespace qis::core;
using namespace qis::testing;

class TestStoreTriage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_home.reset(); }

    void isNewUntilMarked();
    void survivesARestart();
    void belongsToOneInterest();
    void goesWithTheInterest();
    void staysWithWhatIsRetracted();
    void onlyForMatches();
    void factsReadOn();
    void readsAtCursors();
    void saysWhenToReadAgain();

private:
    [[nodiscard]] Store& store() const { return *m_home->store; }
    [[nodiscard]] std::vector<MatchFacts> facts(std::optional<std::int64_t> profile = 1, std::int64_t after = 0) const {
        return store().matchFacts(profile, after).value();
    }

    std::unique_ptr<StoreHome> m_home;
};

/// Two interests and an own outcome that asks; three packets match all of them.
void TestStoreTriage::init() {
    m_home = std::make_unique<StoreHome>();
    QVERIFY(store().addProfile("one", "{}", 1)->number == 1);
    QVERIFY(store().addProfile("two", "{}", 1)->number == 2);
    for (std::uint64_t i = 1; i <= 3; ++i) {
        const auto row = m_home->insert(packetOf(static_cast<std::uint8_t>(2 + i), 1));
        for (const std::int64_t profile : {1, 2, -1}) {
            QVERIFY(store().addMatch({profile, row, 500 + static_cast<int>(i), 900}).value());
        }
    }
}

void TestStoreTriage::isNewUntilMarked() {
    QVERIFY(store().markOf(1, 2).value() == TriageMark{});
    QVERIFY(store().setMark(1, 2, {TriageState::NotRelevant, 3}, 10).ok());
    QVERIFY((store().markOf(1, 2).value() == TriageMark{TriageState::NotRelevant, 3}));
    QVERIFY(store().setMark(1, 2, {TriageState::Following, 0}, 11).ok());
    QVERIFY((store().markOf(1, 2).value() == TriageMark{TriageState::Following, 0}));
    QVERIFY(store().setMark(1, 2, {}, 12).ok());
    QVERIFY(store().markOf(1, 2).value() == TriageMark{});
}

void TestStoreTriage::survivesARestart() {
    QVERIFY(store().setMark(1, 3, {TriageState::Muted, 0}, 10).ok());
    m_home->open();
    QVERIFY(m_home->store);
    QVERIFY((store().markOf(1, 3).value() == TriageMark{TriageState::Muted, 0}));
}

void TestStoreTriage::belongsToOneInterest() {
    QVERIFY(store().setMark(2, 1, {TriageState::Confirmed, 0}, 10).ok());
    QVERIFY(store().markOf(1, 1).value() == TriageMark{});
    QVERIFY(store().markOf(-1, 1).value() == TriageMark{});
    QVERIFY(facts(2)[0].mark.state == TriageState::Confirmed);
    QVERIFY(facts(1)[0].mark.state == TriageState::New);
}

void TestStoreTriage::goesWithTheInterest() {
    QVERIFY(store().setMark(1, 1, {TriageState::Confirmed, 0}, 10).ok());
    QVERIFY(store().setMark(-1, 1, {TriageState::Following, 0}, 10).ok());
    QVERIFY(store().removeProfile(1).ok());
    QVERIFY(store().markOf(1, 1).value() == TriageMark{});
    QVERIFY(store().muteOutcome(1).ok());
    QVERIFY(store().markOf(-1, 1).value() == TriageMark{});
}

void TestStoreTriage::staysWithWhatIsRetracted() {
    QVERIFY(store().setMark(1, 1, {TriageState::Confirmed, 0}, 10).ok());
    const auto retraction = m_home->insert(packetOf(3, 2, 0, Kind::Retraction));
    QVERIFY(store().markRetracted(packetOf(3, 1).id, retraction).ok());
    QVERIFY(facts()[0].retracted);
    QVERIFY(facts()[0].mark.state == TriageState::Confirmed);
}

void TestStoreTriage::onlyForMatches() {
    QCOMPARE(store().setMark(1, 99, {TriageState::Muted, 0}, 1).code(), Code::NotFound);
    QCOMPARE(store().setMark(7, 1, {TriageState::Muted, 0}, 1).code(), Code::NotFound);
}

void TestStoreTriage::factsReadOn() {
    const auto all = facts(std::nullopt);
    QCOMPARE(all.size(), std::size_t{6});
    const auto one = facts();
    QCOMPARE(one.size(), std::size_t{3});
    QCOMPARE(one[1].packet, Row{2});
    QCOMPARE(one[1].profile, std::int64_t{1});
    QCOMPARE(one[1].score, 502);
    QCOMPARE(one[1].coverage, 900);
    QVERIFY(one[1].author == authorOf(4));
    QCOMPARE(one[1].issued, packetOf(4, 1).packet.issued);
    QVERIFY(!one[1].retracted);
    const auto rest = facts(1, one[1].cursor);
    QCOMPARE(rest.size(), std::size_t{1});
    QCOMPARE(rest[0].packet, Row{3});
}

void TestStoreTriage::readsAtCursors() {
    const auto one = facts();
    const auto at = store().matchesAt({one[2].cursor, 4711, one[0].cursor}).value();
    QCOMPARE(at.size(), std::size_t{2});
    QCOMPARE(at[0].packet.row, Row{3});
    QVERIFY(at[1].packet.bytes == packetOf(3, 1).bytes);
}

void TestStoreTriage::saysWhenToReadAgain() {
    auto before = store().matchChanges();
    QVERIFY(store().addMatch({1, m_home->insert(packetOf(9, 1)), 1, 1}).ok());
    QCOMPARE(store().matchChanges(), before);
    QVERIFY(store().markRetracted(packetOf(3, 1).id, 1).ok());
    QVERIFY(store().matchChanges() != before);
    before = store().matchChanges();
    // What a rollback takes back may have been read.
    QVERIFY(!store().transaction([]() -> Status { return fail(Code::Internal); }).ok());
    QVERIFY(store().matchChanges() != before);
    before = store().matchChanges();
    QVERIFY(store().removeProfile(2).ok());
    QVERIFY(store().matchChanges() != before);
}

QTEST_APPLESS_MAIN(TestStoreTriage)
#include "tst_store_triage.moc"
