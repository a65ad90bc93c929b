#include "store/store.h"
#include "support/store_home.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace qis::core;
using namespace qis::testing;

namespace {

using Rows = std::vector<Row>;

} // namespace

class TestStoreTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<StoreHome>(); }
    void cleanup() { m_home.reset(); }

    void profilesAndTheirMatches();
    void matchesAreUniqueAndOrdered();
    void mutedOutcomesLoseTheirMatches();
    void peersRoundTrip();
    void endpointsAndDocuments();
    void quarantineIsBounded();
    void equivocationSuspends();
    void settingsAndCounters();

private:
    [[nodiscard]] Store& store() const { return *m_home->store; }

    std::unique_ptr<StoreHome> m_home;
};

void TestStoreTables::profilesAndTheirMatches() {
    const auto first = store().addProfile("first", "{}", 1);
    const auto second = store().addProfile("second", R"({"a":1})", 2);
    QVERIFY(first.ok() && second.ok() && first->number > 0);
    QCOMPARE(store().addProfile("first", "{}", 3).code(), Code::AlreadyExists);
    QVERIFY(m_home->insert(packetOf(3, 1)) == 1);
    QVERIFY(store().addMatch({first->number, 1, 700, 1000}).value());
    QVERIFY(store().addMatch({second->number, 1, 800, 1000}).value());
    QVERIFY(store().addMatch({-1, 1, 900, 1000}).value());
    QCOMPARE(store().matchCount(std::nullopt).value(), 2U);
    QCOMPARE(store().matchCount(-1).value(), 1U);

    QVERIFY(store().removeProfile(second->number).ok());
    QCOMPARE(store().removeProfile(second->number).code(), Code::NotFound);
    QCOMPARE(store().matchCount(second->number).value(), 0U);
    QCOMPARE(store().matchCount(first->number).value(), 1U);
    // Its number is not given again, or old matches could turn up under a new name.
    QVERIFY(store().addProfile("third", "{}", 3)->number > second->number);
    m_home->open();
    QVERIFY(m_home->store);
    const auto all = store().profiles();
    QCOMPARE(all->size(), std::size_t{2});
    QCOMPARE(all->front().name, std::string("first"));
    QCOMPARE(all->back().created, Millis{3});
}

void TestStoreTables::matchesAreUniqueAndOrdered() {
    const std::vector<int> scores{610, 900, 750, 900, 600};
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const auto row = m_home->insert(packetOf(3, i + 1));
        QVERIFY(store().addMatch({1, row, scores[i], 1000}).value());
        QVERIFY(!store().addMatch({1, row, 1000, 1000}).value());
        QVERIFY(store().addMatch({2, row, 1000 - scores[i], 500}).value());
        QVERIFY(store().addMatch({-1, row, 1, 1}).value());
    }
    const auto list = [&](std::optional<std::int64_t> profile, std::int64_t after, std::size_t limit, bool best) {
        std::vector<std::pair<Row, int>> result;
        const auto found = store().matches(profile, after, limit, best);
        for (const auto& match : found.value()) {
            result.emplace_back(match.packet.row, match.score);
        }
        return result;
    };
    using List = std::vector<std::pair<Row, int>>;
    QCOMPARE(list(1, 0, 3, true), (List{{2, 900}, {4, 900}, {3, 750}}));
    QCOMPARE(list(1, 0, 10, false), (List{{1, 610}, {2, 900}, {3, 750}, {4, 900}, {5, 600}}));
    QCOMPARE(list(2, 0, 1, true), (List{{5, 400}}));
    QCOMPARE(list(std::nullopt, 0, 3, true), (List{{2, 900}, {4, 900}, {3, 750}}));
    QCOMPARE(list(std::nullopt, 0, 3, false), (List{{1, 610}, {1, 390}, {2, 900}}));

    const auto page = store().matches(1, 0, 2, false).value();
    QVERIFY(page[0].cursor < page[1].cursor);
    QCOMPARE(page[1].coverage, 1000);
    QVERIFY(page[1].packet.bytes == packetOf(3, 2).bytes);
    QCOMPARE(list(1, page[1].cursor, 2, false), (List{{3, 750}, {4, 900}}));
    QCOMPARE(list(1, page[1].cursor, 1, true), (List{{4, 900}}));
}

void TestStoreTables::mutedOutcomesLoseTheirMatches() {
    QVERIFY(m_home->insert(packetOf(1, 1)) == 1);
    QVERIFY(m_home->insert(packetOf(1, 2)) == 2);
    QVERIFY(store().addMatch({-1, 2, 1, 1}).value());
    QVERIFY(store().addMatch({-2, 1, 1, 1}).value());
    QVERIFY(store().muteOutcome(1).ok());
    QVERIFY(store().muteOutcome(1).ok());
    QCOMPARE(store().matchCount(-1).value(), 0U);
    QCOMPARE(store().matchCount(-2).value(), 1U);
    m_home->open();
    QVERIFY(m_home->store);
    QCOMPARE(store().mutedOutcomes().value(), (Rows{1}));
}

void TestStoreTables::peersRoundTrip() {
    PeerState peer;
    peer.node = authorOf(2);
    peer.link.bytes.fill(9);
    peer.endpoint = "tcp://example.org:5000";
    peer.siteDocument.bytes.fill(8);
    peer.lastSeen = 123456;
    peer.interests = {1, 2, 3};
    peer.servedInterests = {4};
    peer.cursor = 10;
    peer.backfillCursor = 3;
    peer.backfillEnd = 9;
    QVERIFY(store().savePeer(peer).ok());
    PeerState bare;
    bare.node = authorOf(3);
    QVERIFY(store().savePeer(bare).ok());
    peer.cursor = 11;
    QVERIFY(store().savePeer(peer).ok());
    m_home->open();
    QVERIFY(m_home->store);
    const auto all = store().peers().value();
    QCOMPARE(all.size(), std::size_t{2});
    const auto& found = all[0].node == peer.node ? all[0] : all[1];
    QVERIFY(found.link == peer.link && found.endpoint == peer.endpoint && found.siteDocument == peer.siteDocument);
    QVERIFY(found.lastSeen == peer.lastSeen && found.interests == peer.interests);
    QVERIFY(found.servedInterests == peer.servedInterests && found.cursor == 11);
    QVERIFY(found.backfillCursor == 3 && found.backfillEnd == 9);
}

void TestStoreTables::endpointsAndDocuments() {
    for (const char* endpoint : {"tcp://b:1", "tcp://a:1", "tcp://b:1"}) {
        QVERIFY(store().addJoinedEndpoint(endpoint).ok());
    }
    QCOMPARE(store().joinedEndpoints().value(), (std::vector<std::string>{"tcp://b:1", "tcp://a:1"}));

    DocumentHash hash;
    hash.bytes.fill(1);
    DocumentHash other;
    other.bytes.fill(2);
    QVERIFY(store().saveDocument(other, "site", Bytes{7}).ok());
    QVERIFY(store().saveDocument(hash, "site", Bytes{8}).ok());
    QVERIFY(store().saveDocument(hash, "site", Bytes{8}).ok());
    QCOMPARE(*store().document(hash).value(), Bytes{8});
    QVERIFY(!store().document(DocumentHash{})->has_value());
    QCOMPARE(store().documents("site").value(), (std::vector<Bytes>{{7}, {8}}));
    QVERIFY(store().documents("network")->empty());
}

void TestStoreTables::quarantineIsBounded() {
    const auto packetWith = [](std::uint64_t number, Code code, Seconds due) {
        QuarantinedPacket packet;
        packet.code = code;
        packet.due = due;
        packet.bytes = bytesOf(std::to_string(number));
        return packet;
    };
    auto full = packetWith(1, Code::FromFuture, 200);
    full.origin = authorOf(2);
    full.author = authorOf(3);
    QVERIFY(store().quarantine(full).ok());
    QVERIFY(store().quarantine(full).ok());
    QVERIFY(store().quarantine(packetWith(2, Code::FromFuture, 100)).ok());
    QVERIFY(store().quarantine(packetWith(3, Code::UnknownPack, 0)).ok());
    QuarantinedPacket large;
    large.bytes = Bytes(kMaxPacketBytes + 1);
    QCOMPARE(store().quarantine(large).code(), Code::TooLarge);
    auto waiting = store().quarantined(Code::FromFuture, 10).value();
    QCOMPARE(waiting.size(), std::size_t{2});
    QCOMPARE(waiting[0].due, Seconds{100}); // the next due first
    QVERIFY(waiting[1].origin == authorOf(2) && waiting[1].author == authorOf(3));
    QVERIFY(!waiting[0].origin && !waiting[0].author);
    QCOMPARE(waiting[1].code, Code::FromFuture);
    QVERIFY(store().removeQuarantined(waiting[0].number).ok());
    QCOMPARE(store().removeQuarantined(waiting[0].number).code(), Code::NotFound);
    QCOMPARE(store().counts()->quarantined, 2U);

    std::uint64_t kept = 2;
    const auto filled = store().transaction([&]() -> Status {
        for (std::uint64_t i = 10; i < 200'000; ++i) {
            if (const auto status = store().quarantine(packetWith(i, Code::UnknownPack, 0)); !status) {
                return status.code() == Code::Busy ? Status{} : status;
            }
            ++kept;
        }
        return {};
    });
    QVERIFY(filled.ok());
    QCOMPARE(kept, 100'000U);
    m_home->open();
    QVERIFY(m_home->store);
    QCOMPARE(store().counts()->quarantined, 100'000U);
    QCOMPARE(store().quarantine(packetWith(1'000'000, Code::UnknownPack, 0)).code(), Code::Busy);
    QVERIFY(store().quarantine(full).ok()); // held already
    QVERIFY(store().removeQuarantined(waiting[1].number).ok());
    QVERIFY(store().quarantine(packetWith(1'000'000, Code::UnknownPack, 0)).ok());
}

void TestStoreTables::equivocationSuspends() {
    QVERIFY(m_home->insert(packetOf(3, 1)) == 1);
    QVERIFY(store().suspendedAuthors()->empty());
    QVERIFY(store().saveEquivocation(authorOf(3), 1, Bytes{1}, Bytes{2}).ok());
    QVERIFY(store().saveEquivocation(authorOf(3), 1, Bytes{1}, Bytes{3}).ok());
    QVERIFY(store().saveEquivocation(authorOf(9), 5, Bytes{1}, Bytes{2}).ok()); // nothing held of this one
    m_home->open();
    QVERIFY(m_home->store);
    const auto suspended = store().suspendedAuthors().value();
    QCOMPARE(suspended.size(), std::size_t{2});
    QVERIFY(std::find(suspended.begin(), suspended.end(), authorOf(9)) != suspended.end());
}

void TestStoreTables::settingsAndCounters() {
    QVERIFY(!store().setting("a")->has_value());
    QVERIFY(store().setSetting("a", Bytes{}).ok());
    QVERIFY(store().setting("a")->has_value());
    QVERIFY(store().setSetting("a", Bytes{0, 1}).ok());
    QCOMPARE(*store().setting("a").value(), (Bytes{0, 1}));

    QVERIFY(store().addToCounter("refused", 2).ok());
    QVERIFY(store().addToCounter("refused", 3).ok());
    QVERIFY(store().addToCounter("huge", std::numeric_limits<std::uint64_t>::max()).ok());
    QVERIFY(store().addToCounter("huge", 10).ok());
    const auto counters = store().counters().value();
    QCOMPARE(counters.at("refused"), 5U);
    QCOMPARE(counters.at("huge"), static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()));
}

QTEST_APPLESS_MAIN(TestStoreTables)
#include "tst_store_tables.moc"
