// Which version of an outcome is in force.
#include "store/store.h"
#include "support/store_home.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace qis::core;
using namespace qis::testing;

class TestStoreVersions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<StoreHome>(); }
    void cleanup() { m_home.reset(); }

    void theLastOfARowIsInForce();
    void theLaterOfTwoForOneIsInForce();
    void anyOrderLeadsToTheSame();
    void tellsWhoeverReadMatches();
    void refusesWhatIsNotHeld();
    void handsOnWhatWasMadeOfMatches();
    void listsOutcomesAndAmendmentsByArrival();

private:
    [[nodiscard]] Store& store() const { return *m_home->store; }
    Row insert(std::uint8_t author, std::uint64_t sequence, Seconds issued = 0, Kind kind = Kind::Amendment) {
        auto packet = packetOf(author, sequence, 0, kind);
        packet.packet.issued = issued;
        return m_home->insert(packet);
    }
    [[nodiscard]] Row inForce(Row row) const { return store().inForce(row).value(); }

    std::unique_ptr<StoreHome> m_home;
};

void TestStoreVersions::theLastOfARowIsInForce() {
    Row previous = insert(3, 1);
    const Row first = previous;
    for (std::uint64_t i = 2; i <= 20; ++i) {
        const Row next = insert(3, i);
        QVERIFY(store().markReplaced(previous, next).ok());
        QCOMPARE(inForce(first), next);
        QCOMPARE(inForce(next), next);
        QVERIFY(store().packetAt(previous).value()->replacedBy != 0);
        previous = next;
    }
    m_home->open();
    QCOMPARE(inForce(first), previous);
    // Telling it again changes nothing.
    QVERIFY(store().markReplaced(first, previous).ok());
    QCOMPARE(inForce(first), previous);
}

/// Two devices of a site amended the same version without knowing of each other.
void TestStoreVersions::theLaterOfTwoForOneIsInForce() {
    const Row first = insert(3, 1, 60);
    const Row early = insert(3, 2, 120);
    const Row late = insert(4, 1, 180);
    QVERIFY(store().markReplaced(first, late).ok());
    QVERIFY(store().markReplaced(first, early).ok());
    QCOMPARE(inForce(first), late);
    QCOMPARE(inForce(early), late);
    // A version that is named gives way even to one whose clock was behind.
    const Row behind = insert(5, 1, 30);
    QVERIFY(store().markReplaced(late, behind).ok());
    QCOMPARE(inForce(early), behind);
}

void TestStoreVersions::anyOrderLeadsToTheSame() {
    constexpr unsigned kSeed = 20261130;
    qInfo() << "seed" << kSeed;
    std::mt19937 random(kSeed);
    for (int round = 0; round < 60; ++round) {
        init();
        // A tree of versions, each naming an earlier one; times grow, so that the last one is the newest.
        std::vector<Row> rows;
        std::vector<std::pair<Row, Row>> names;
        for (std::uint64_t i = 1; i <= 8; ++i) {
            rows.push_back(insert(static_cast<std::uint8_t>(2 + i), 1, static_cast<Seconds>(60 * i)));
            if (i > 1) {
                names.emplace_back(rows[random() % (i - 1)], rows.back());
            }
        }
        std::shuffle(names.begin(), names.end(), random);
        for (const auto& [named, by] : names) {
            QVERIFY(store().markReplaced(named, by).ok());
        }
        const auto standing = std::count_if(rows.begin(), rows.end(),
                                            [&](Row row) { return store().packetAt(row).value()->replacedBy == 0; });
        QCOMPARE(standing, std::ptrdiff_t{1});
        for (const Row row : rows) {
            QCOMPARE(inForce(row), rows.back());
        }
    }
}

void TestStoreVersions::tellsWhoeverReadMatches() {
    QCOMPARE(store().addProfile("one", "{}", 1)->number, std::int64_t{1});
    const Row first = insert(3, 1);
    const Row second = insert(3, 2);
    QVERIFY(store().addMatch({1, first, 500, 900}).value());
    const auto before = store().matchChanges();
    QVERIFY(!store().matchFacts(1, 0)->front().replaced);
    QVERIFY(store().markReplaced(first, second).ok());
    QVERIFY(store().matchChanges() != before);
    QVERIFY(store().matchFacts(1, 0)->front().replaced);
    QVERIFY(!store().matchFacts(1, 0)->front().retracted);
}

void TestStoreVersions::refusesWhatIsNotHeld() {
    const Row first = insert(3, 1);
    QCOMPARE(store().markReplaced(first, 99).code(), Code::NotFound);
    QCOMPARE(store().markReplaced(99, first).code(), Code::NotFound);
    QCOMPARE(store().inForce(99).code(), Code::NotFound);
    QCOMPARE(inForce(first), first);
}

void TestStoreVersions::handsOnWhatWasMadeOfMatches() {
    const Row old = insert(1, 1);
    const Row fresh = insert(1, 2);
    const Row theirs = insert(3, 1);
    QVERIFY(store().addMatch({-old, theirs, 500, 900}).value());
    QVERIFY(store().setMark(-old, theirs, {TriageState::Confirmed, 0}, 8).ok());
    QVERIFY(store().handOn(old, fresh).ok());
    // It stands as soon as the packet matches the new version too.
    QVERIFY(store().addMatch({-fresh, theirs, 400, 900}).value());
    QVERIFY(store().matchFacts(-fresh, 0)->front().mark.state == TriageState::Confirmed);
    QVERIFY(store().mutedOutcomes()->empty());
    QVERIFY(store().muteOutcome(fresh).ok());
    const Row newest = insert(1, 3);
    QVERIFY(store().handOn(fresh, newest).ok());
    QCOMPARE(store().mutedOutcomes().value(), (std::vector<Row>{fresh, newest}));
}

void TestStoreVersions::listsOutcomesAndAmendmentsByArrival() {
    std::vector<Row> rows;
    for (std::uint64_t i = 1; i <= 12; ++i) {
        static constexpr std::array kKinds{Kind::Outcome, Kind::Amendment, Kind::Retraction, Kind::Outcome};
        const auto kind = kKinds[i % kKinds.size()];
        const Row row = insert(1, i, 0, kind);
        if (isReport(kind)) {
            rows.push_back(row);
        }
    }
    std::vector<Row> upwards;
    for (Row after = 0;;) {
        const auto page = store().ownOutcomes(after, 0, 2).value();
        if (page.empty()) {
            break;
        }
        for (const auto& one : page) {
            after = one.row;
            upwards.push_back(one.row);
        }
    }
    QCOMPARE(upwards, rows);
    std::vector<Row> downwards;
    for (Row before = 0;;) {
        const auto page = store().ownOutcomesBefore(before, 2).value();
        if (page.empty()) {
            break;
        }
        for (const auto& one : page) {
            before = one.packet.row;
            downwards.push_back(one.packet.row);
        }
    }
    std::reverse(downwards.begin(), downwards.end());
    QCOMPARE(downwards, rows);
}

QTEST_APPLESS_MAIN(TestStoreVersions)
#include "tst_store_versions.moc"
