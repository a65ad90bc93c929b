#include "store/store.h"
#include "support/store_home.h"

#include <QTest>

#include <limits>
#include <stdexcept>

using namespace qis::core;
using namespace qis::testing;

namespace {

using Rows = std::vector<Row>;

} // namespace

class TestStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<StoreHome>(); }
    void cleanup() { m_home.reset(); }

    void failedWorkLeavesNothing();
    void failedInnerTransactionTakesTheOuterAlong();
    void exceptionsRollBack();
    void duplicatesAreDiagnosed();
    void shortIdsFindExactlyOne();
    void packetsComeInOrderOfArrival();
    void ownOutcomesAreThoseOfThisDevice();
    void chainIsReadBack();
    void retractionsAndTargets();
    void hostileSequenceIsRefused();
    void outboxAndHeldInOneTransaction();
    void refsLeadToPacketsOrTickets();

private:
    [[nodiscard]] Store& store() const { return *m_home->store; }

    std::unique_ptr<StoreHome> m_home;
};

void TestStore::failedWorkLeavesNothing() {
    const auto first = packetOf(3, 1);
    const auto status = store().transaction([&]() -> Status {
        if (m_home->insert(first, true) != 1) {
            return fail(Code::Internal);
        }
        return fail(Code::NotAllowed, "changed its mind");
    });
    QCOMPARE(status.code(), Code::NotAllowed);
    QCOMPARE(store().lastRow().value(), Row{0});
    QVERIFY(store().outbox(10)->empty());

    // The number given to the author has gone with the transaction; another author has it now.
    const auto other = packetOf(4, 1);
    QVERIFY(m_home->insert(other) == 1);
    QVERIFY(m_home->insert(first) == 2);
    QCOMPARE(store().packetAt(1).value()->author, authorOf(4));
    QCOMPARE(store().packetAt(2).value()->author, authorOf(3));
}

void TestStore::failedInnerTransactionTakesTheOuterAlong() {
    Code afterwards = Code::None;
    const auto status = store().transaction([&]() -> Status {
        (void)store().setSetting("outer", bytesOf("1"));
        (void)store().transaction([&]() -> Status { return fail(Code::RuleBroken, "inner"); });
        afterwards = store().setSetting("later", bytesOf("1")).code();
        return {}; // overlooks it
    });
    QCOMPARE(status.code(), Code::RuleBroken);
    QCOMPARE(afterwards, Code::RuleBroken);
    QVERIFY(!store().setting("outer")->has_value());
    QVERIFY(!store().setting("later")->has_value());

    // A refusal that is no failure of the store does not.
    QVERIFY(store()
                .transaction([&]() -> Status {
                    (void)store().removeProfile(99);
                    return store().transaction([&] { return store().setSetting("outer", bytesOf("2")); });
                })
                .ok());
    QCOMPARE(*store().setting("outer").value(), bytesOf("2"));

    // A match of a packet that is not there is one.
    const auto dangling = store().transaction([&]() -> Status {
        (void)store().setSetting("outer", bytesOf("3"));
        (void)store().addMatch({1, 500, 1, 1});
        return {}; // overlooks it too
    });
    QCOMPARE(dangling.code(), Code::NotFound);
    QCOMPARE(*store().setting("outer").value(), bytesOf("2"));
}

void TestStore::exceptionsRollBack() {
    const auto throwing = [&]() -> Status {
        (void)store().setSetting("a", bytesOf("1"));
        throw std::runtime_error("unexpected");
    };
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, (void)store().transaction(throwing));
    QVERIFY(!store().setting("a")->has_value());
    QVERIFY(applyStep(store(), 0).ok());
}

void TestStore::duplicatesAreDiagnosed() {
    const auto first = packetOf(3, 7);
    QCOMPARE(m_home->insert(first), Row{1});
    const auto again = store().insertPacket(newPacket(first));
    QVERIFY(again.ok());
    QCOMPARE(again->outcome, InsertOutcome::DuplicateId);
    QCOMPARE(again->row, Row{1});

    const auto forged = packetOf(3, 7, 1);
    const auto taken = store().insertPacket(newPacket(forged, true));
    QVERIFY(taken.ok());
    QCOMPARE(taken->outcome, InsertOutcome::SequenceTaken);
    QCOMPARE(taken->row, Row{1});
    QVERIFY(taken->other == first.id);
    QVERIFY(store().outbox(10)->empty());

    // Still a duplicate once it is retracted.
    QVERIFY(store().markRetracted(first.id, 9).ok());
    QCOMPARE(store().insertPacket(newPacket(first))->outcome, InsertOutcome::DuplicateId);
    QCOMPARE(m_home->insert(packetOf(4, 7)), Row{2}); // same place in another chain; no row was lost
}

void TestStore::shortIdsFindExactlyOne() {
    auto low = packetOf(3, 1);
    auto middle = packetOf(3, 2);
    auto high = packetOf(3, 3);
    low.id.bytes.fill(0);
    middle.id.bytes.fill(0xFF);
    middle.id.bytes[15] = 0xFE;
    high.id.bytes.fill(0xFF);
    for (const auto* packet : {&low, &middle, &high}) {
        QVERIFY(m_home->insert(*packet) > 0);
    }
    for (const auto* packet : {&low, &middle, &high}) {
        const auto found = store().findPacket(shortId(packet->id));
        QVERIFY(found.ok() && found->has_value());
        QVERIFY((**found).id == packet->id);
        QVERIFY(store().holds(shortId(packet->id)).value());
    }
    ShortId absent = shortId(low.id);
    absent.bytes[15] = 1;
    QVERIFY(!store().holds(absent).value());
    QVERIFY(!store().findPacket(absent)->has_value());
    QVERIFY(!store().findPacket(packetOf(9, 9).id)->has_value());
}

void TestStore::packetsComeInOrderOfArrival() {
    for (std::uint64_t i = 0; i < 10; ++i) {
        auto decoded = packetOf(3, 10 - i);
        auto packet = newPacket(decoded);
        packet.origin = authorOf(static_cast<std::uint8_t>(20 + i % 2));
        packet.coarse = i == 0 ? Bytes{} : Bytes(i, 7);
        QVERIFY(store().insertPacket(packet).ok());
    }
    m_home->open();
    QVERIFY(m_home->store);
    const auto page = store().packetsAfter(3, 4, true);
    QVERIFY(page.ok());
    QCOMPARE(rowsOf(*page), (Rows{4, 5, 6, 7}));
    const auto expected = packetOf(3, 7);
    const auto& packet = page->front();
    QVERIFY(packet.id == expected.id && packet.author == authorOf(3) && packet.origin == authorOf(21));
    QCOMPARE(packet.sequence, 7U);
    QCOMPARE(packet.issued, expected.packet.issued);
    QCOMPARE(packet.received, expected.packet.issued * 1000);
    QVERIFY(packet.pack == expected.packet.content.pack && packet.bytes == expected.bytes);
    QCOMPARE(packet.coarse, Bytes(3, 7));

    const auto facts = store().packetsAfter(0, 100, false);
    QCOMPARE(facts->size(), std::size_t{10});
    QVERIFY(facts->front().bytes.empty() && facts->front().coarse.empty());
    QVERIFY(store().packetsAfter(10, 5, true)->empty());
    QVERIFY(store().packetsAfter(0, 0, true)->empty());
    QCOMPARE(store().packetsAfter(0, std::numeric_limits<std::size_t>::max(), false)->size(), std::size_t{10});
    QCOMPARE(store().lastRow().value(), Row{10});
}

void TestStore::ownOutcomesAreThoseOfThisDevice() {
    QCOMPARE(m_home->insert(packetOf(1, 1)), Row{1});
    QCOMPARE(m_home->insert(packetOf(1, 2, 0, Kind::Retraction)), Row{2});
    QCOMPARE(m_home->insert(packetOf(2, 1)), Row{3});
    const auto restored = packetOf(1, 3); // own, but it came back from a peer
    auto fromPeer = newPacket(restored);
    fromPeer.origin = authorOf(2);
    QCOMPARE(store().insertPacket(fromPeer)->row, Row{4});
    QCOMPARE(m_home->insert(packetOf(1, 4)), Row{5});

    QCOMPARE(rowsOf(store().ownOutcomes(0, 0, 10).value()), (Rows{1, 4, 5}));
    QCOMPARE(rowsOf(store().ownOutcomes(1, 0, 1).value()), (Rows{4}));
    QCOMPARE(rowsOf(store().ownOutcomes(0, restored.packet.issued * 1000 + 1, 10).value()), (Rows{5}));
    QCOMPARE(store().counts()->ownPackets, 4U);
}

void TestStore::chainIsReadBack() {
    QCOMPARE(store().chainHead(authorOf(3))->sequence, 0U);
    QVERIFY(!store().chainHead(authorOf(3))->id);
    const auto first = packetOf(3, 1);
    const auto tenth = packetOf(3, 10);
    QVERIFY(m_home->insert(tenth) > 0);
    QVERIFY(m_home->insert(first) > 0);
    const auto head = store().chainHead(authorOf(3));
    QCOMPARE(head->sequence, 10U);
    QVERIFY(head->id == shortId(tenth.id));
    QVERIFY(store().idAt(authorOf(3), 1).value() == first.id);
    QVERIFY(!store().idAt(authorOf(3), 2)->has_value());
    QVERIFY(!store().idAt(authorOf(4), 1)->has_value());
    QVERIFY(!store().idAt(authorOf(3), std::numeric_limits<std::uint64_t>::max())->has_value());
    QVERIFY(store().previousNamedAt(authorOf(3), 10).value() == tenth.packet.link.previous);
    QVERIFY(!store().previousNamedAt(authorOf(3), 1)->has_value());
    QVERIFY(!store().previousNamedAt(authorOf(3), 5)->has_value());
}

void TestStore::retractionsAndTargets() {
    const auto outcome = packetOf(3, 1);
    auto amendment = packetOf(3, 2, 0, Kind::Amendment);
    auto retraction = packetOf(3, 3, 0, Kind::Retraction);
    amendment.packet.content.target = shortId(outcome.id);
    retraction.packet.content.target = shortId(outcome.id);
    // What targets a packet may come before it.
    QCOMPARE(m_home->insert(retraction), Row{1});
    QCOMPARE(m_home->insert(amendment), Row{2});
    QCOMPARE(store().markRetracted(outcome.id, 1).code(), Code::NotFound);
    QCOMPARE(m_home->insert(outcome), Row{3});
    QCOMPARE(rowsOf(store().packetsTargeting(shortId(outcome.id)).value()), (Rows{1, 2}));
    QVERIFY(store().packetsTargeting(shortId(amendment.id))->empty());
    QVERIFY(!store().packetAt(3).value()->retracted);
    QVERIFY(store().markRetracted(outcome.id, 1).ok());
    QVERIFY(store().markRetracted(outcome.id, 2).ok());
    QVERIFY(store().packetAt(3).value()->retracted);
    QVERIFY(store().packetAt(1).value()->target == shortId(outcome.id));
}

void TestStore::hostileSequenceIsRefused() {
    auto packet = packetOf(3, 1);
    packet.packet.link.sequence = 1ULL << 63U;
    QCOMPARE(store().insertPacket(newPacket(packet)).code(), Code::OutOfRange);
    packet.packet.link.sequence -= 1;
    QVERIFY(m_home->insert(packet) > 0);
    QCOMPARE(store().chainHead(authorOf(3))->sequence, (1ULL << 63U) - 1);
}

void TestStore::outboxAndHeldInOneTransaction() {
    const auto ticket = store().hold({0, {1, 2}, 1000, 6000, "case-1"});
    const auto second = store().hold({0, {}, 1001, 6001, ""});
    QVERIFY(ticket.ok() && second.ok() && *ticket < *second);
    m_home->open();
    QVERIFY(m_home->store);
    const auto held = store().heldOutcomes();
    QCOMPARE(held->size(), std::size_t{2});
    QCOMPARE(held->front().content, (Bytes{1, 2}));
    QCOMPARE(held->front().leavesAt, Millis{6000});
    QCOMPARE(held->front().ref, std::string("case-1"));
    QVERIFY(held->back().content.empty());

    // Leaving the undo window: out of held, into packets and outbox, or not at all.
    const auto packet = packetOf(1, 1);
    const auto leave = [&](bool succeed) {
        return store().transaction([&]() -> Status {
            if (auto removed = store().removeHeld(*ticket); !removed) {
                return removed;
            }
            return m_home->insert(packet, true) > 0 && succeed ? Status{} : Status{fail(Code::Cancelled)};
        });
    };
    QCOMPARE(leave(false).code(), Code::Cancelled);
    QCOMPARE(store().counts()->held, 2U);
    QCOMPARE(store().counts()->outbox, 0U);
    QVERIFY(leave(true).ok());
    QCOMPARE(store().counts()->held, 1U);
    QVERIFY(store().outbox(10)->front().bytes == packet.bytes);
    QCOMPARE(leave(true).code(), Code::NotFound);

    // A ticket is not given twice.
    QVERIFY(store().removeHeld(*second).ok());
    QVERIFY(store().hold({0, {}, 0, 0, ""}).value() > *second);

    QVERIFY(m_home->insert(packetOf(1, 2), true) == 2);
    QVERIFY(m_home->insert(packetOf(1, 3), true) == 3);
    QCOMPARE(rowsOf(store().outbox(2).value()), (Rows{1, 2}));
    QCOMPARE(store().closeOutboxUpTo(2).value(), 2U);
    QCOMPARE(store().closeOutboxUpTo(2).value(), 0U);
    QCOMPARE(rowsOf(store().outbox(10).value()), (Rows{3}));
}

void TestStore::refsLeadToPacketsOrTickets() {
    const auto id = packetOf(1, 1).id;
    QVERIFY(!store().findRef("a")->has_value());
    QVERIFY(store().setRef("a", {std::nullopt, 5}).ok());
    QCOMPARE(store().findRef("a").value()->ticket, std::int64_t{5});
    QVERIFY(store().setRef("a", {id, 0}).ok());
    const auto found = store().findRef("a").value();
    QVERIFY(found->packet == id && found->ticket == 0);
    QVERIFY(!store().findRef("A")->has_value());
    QVERIFY(store().removeRef("a").ok());
    QVERIFY(store().removeRef("a").ok());
    QVERIFY(!store().findRef("a")->has_value());
}

QTEST_APPLESS_MAIN(TestStore)
#include "tst_store.moc"
