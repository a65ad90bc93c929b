#include "support/driven_router.h"

#include "crypto/sodium.h"

#include <QtTest/QTest>

#include <utility>

using namespace qis::core;
using namespace qis::test;

/// Batches and acknowledgements between one router and a peer played by the test, frame by frame.
class TestDelivery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingIsServedBeforeAnInterest();
    void ownPacketsTravelWholeOthersAreOffered();
    void idsThatWereNotOfferedGetNothing_data();
    void idsThatWereNotOfferedGetNothing();
    void moreThanAFrameIsWantedGoesOutInTurns();
    void offeredThenRetracted();
    void busyMovesNothingAndIsRepeated();
    void anAcknowledgementForTheProcessBeforeDoesNotCount();
    void acknowledgementsOutOfOrderKeepTheCursorBehind();
    void theWindowBounds();
    void rowsThatComeDuringALookUpAreFound();
    void answersOfAnOlderSessionAreDropped();
    void deliveriesAreAcknowledgedOnTheirLink();
    void anInterestLostIsRepairedByPing();
    void measuresHowLongAPeerTakes();
    void countsWhatWentAndCame();

private:
    void meet(DrivenRouter& driven);
};

namespace {

constexpr std::size_t kPeer = 1;

ShortId idNumber(std::size_t number) {
    return packetId(viewOf("row " + std::to_string(number)));
}

RoutedRow whole(Row row) {
    return {row, idNumber(static_cast<std::size_t>(row)), Bytes(200, static_cast<std::uint8_t>(row))};
}

RoutedRow offer(Row row) {
    return {row, idNumber(static_cast<std::size_t>(row)), {}};
}

event::RowsRead answerTo(const action::ReadRows& read, std::vector<RoutedRow> rows, Row scannedTo, bool atEnd = true) {
    return {read.peer, read.session, read.backfill, scannedTo, atEnd, std::move(rows)};
}

action::ReadRows theRead(const DrivenRouter& driven) {
    const auto reads = driven.did<action::ReadRows>();
    return reads.empty() ? action::ReadRows{} : reads.front();
}

std::uint32_t theNumber(const DrivenRouter& driven) {
    const auto batches = driven.sent<frame::Batch>();
    return batches.empty() ? 0 : batches.front().number;
}

Row cursorOf(const DrivenRouter& driven) {
    const auto peers = driven.router.peers();
    return peers.empty() ? -1 : peers.front().state.cursor;
}

} // namespace

void TestDelivery::initTestCase() {
    QVERIFY(initCrypto().ok());
}

void TestDelivery::meet(DrivenRouter& driven) {
    driven.meet(1, kPeer, interestIn({1}));
}

void TestDelivery::nothingIsServedBeforeAnInterest() {
    DrivenRouter driven;
    driven.linkUp(1, kPeer);
    driven.receive(1, kPeer, driven.helloOf(kPeer));
    QVERIFY(driven.did<action::ReadRows>().empty());
    driven.step(event::NewRows{});
    QVERIFY(driven.actions.empty());
    driven.receive(1, kPeer, frame::Interest{interestIn({1})});
    QCOMPARE(driven.did<action::ReadRows>().size(), std::size_t{1});
    QCOMPARE(theRead(driven).interests, interestIn({1}));
}

void TestDelivery::ownPacketsTravelWholeOthersAreOffered() {
    DrivenRouter driven;
    meet(driven);
    driven.step(answerTo(theRead(driven), {whole(1), offer(2), whole(4)}, 5));
    const auto batch = driven.sent<frame::Batch>().at(0);
    QCOMPARE(batch.packets, (std::vector<Bytes>{whole(1).bytes, whole(4).bytes}));
    QCOMPARE(batch.offers, std::vector<ShortId>{idNumber(2)});
    QCOMPARE(cursorOf(driven), Row{0});
    driven.receive(1, kPeer, frame::BatchAck{batch.number, false, {idNumber(2)}});
    QCOMPARE(driven.did<action::LoadPackets>().at(0).ids, std::vector<ShortId>{idNumber(2)});
    QCOMPARE(cursorOf(driven), Row{0});
    const auto load = driven.did<action::LoadPackets>().at(0);
    driven.step(event::PacketsLoaded{load.peer, load.session, load.batch, {Bytes(300, 9)}});
    const auto second = driven.sent<frame::Batch>().at(0);
    QCOMPARE(second.number, batch.number);
    QCOMPARE(second.packets, std::vector<Bytes>{Bytes(300, 9)});
    QVERIFY(second.offers.empty());
    driven.receive(1, kPeer, frame::BatchAck{batch.number, false, {}});
    QCOMPARE(cursorOf(driven), Row{5});
    QCOMPARE(driven.did<action::SavePeer>().at(0).state.cursor, Row{5});
    driven.receive(1, kPeer, frame::BatchAck{batch.number, false, {}}); // doubled on the way
    QVERIFY(driven.actions.empty());
}

void TestDelivery::idsThatWereNotOfferedGetNothing_data() {
    QTest::addColumn<int>("wanted");
    QTest::newRow("an id never offered") << 77;
    QTest::newRow("a row that does not match its interest") << 3;
    QTest::newRow("a packet sent whole") << 1;
    QTest::newRow("an id of another batch") << 6;
}

void TestDelivery::idsThatWereNotOfferedGetNothing() {
    QFETCH(int, wanted);
    DrivenRouter driven;
    meet(driven);
    driven.step(answerTo(theRead(driven), {whole(1), offer(2)}, 5, false));
    const auto number = theNumber(driven);
    driven.step(answerTo(theRead(driven), {offer(6)}, 6));
    // Together with one that was offered, too: nothing of such a frame is served.
    for (const bool mixed : {false, true}) {
        std::vector<ShortId> ids{idNumber(static_cast<std::size_t>(wanted))};
        if (mixed) {
            ids.insert(ids.begin(), idNumber(2));
        }
        driven.receive(1, kPeer, frame::BatchAck{number, false, ids});
        QCOMPARE(driven.actions.size(), std::size_t{1});
        QCOMPARE(driven.did<action::Count>().at(0).code, Code::BadFrame);
        QCOMPARE(cursorOf(driven), Row{0});
    }
    driven.receive(1, kPeer, frame::BatchAck{number + 1000, false, {idNumber(2)}}); // no such batch
    QVERIFY(driven.actions.empty());
    driven.receive(1, kPeer, frame::BatchAck{number, false, {idNumber(2)}});
    QCOMPARE(driven.did<action::LoadPackets>().size(), std::size_t{1});
}

void TestDelivery::moreThanAFrameIsWantedGoesOutInTurns() {
    DrivenRouter driven;
    meet(driven);
    std::vector<RoutedRow> rows;
    std::vector<ShortId> ids;
    for (Row row = 1; row <= 150; ++row) {
        rows.push_back(offer(row));
        ids.push_back(rows.back().id);
    }
    driven.step(answerTo(theRead(driven), rows, 150));
    const auto number = theNumber(driven);
    std::size_t sent = 0;
    std::size_t turns = 0;
    while (!ids.empty() && ++turns < 10) {
        driven.receive(1, kPeer, frame::BatchAck{number, false, ids});
        const auto load = driven.did<action::LoadPackets>().at(0);
        QVERIFY(load.ids.size() <= kMaxBatchPackets);
        driven.step(event::PacketsLoaded{load.peer, load.session, load.batch,
                                         std::vector<Bytes>(load.ids.size(), Bytes(512, 1))});
        const auto batch = driven.sent<frame::Batch>().at(0);
        sent += batch.packets.size();
        ids = batch.offers;
    }
    QCOMPARE(turns, std::size_t{3});
    QCOMPARE(sent, std::size_t{150});
    driven.receive(1, kPeer, frame::BatchAck{number, false, {}});
    QCOMPARE(cursorOf(driven), Row{150});
}

void TestDelivery::offeredThenRetracted() {
    DrivenRouter driven;
    meet(driven);
    driven.step(answerTo(theRead(driven), {offer(1)}, 1));
    driven.receive(1, kPeer, frame::BatchAck{theNumber(driven), false, {idNumber(1)}});
    const auto load = driven.did<action::LoadPackets>().at(0);
    driven.step(event::PacketsLoaded{load.peer, load.session, load.batch, {}});
    QVERIFY(driven.sent<frame::Batch>().empty());
    QCOMPARE(cursorOf(driven), Row{1});
}

void TestDelivery::busyMovesNothingAndIsRepeated() {
    DrivenRouter driven;
    meet(driven);
    driven.step(answerTo(theRead(driven), {whole(1)}, 1));
    const auto number = theNumber(driven);
    std::size_t repeats = 0;
    for (int second = 0; second < 120; ++second) {
        driven.now += 1000;
        driven.receive(1, kPeer, frame::Ping{});
        driven.step(event::Tick{});
        if (const auto batches = driven.sent<frame::Batch>(); !batches.empty()) {
            ++repeats;
            QCOMPARE(batches.at(0).number, number);
            QCOMPARE(batches.at(0).packets, std::vector<Bytes>{whole(1).bytes});
            driven.receive(1, kPeer, frame::BatchAck{number, true, {}});
        }
    }
    QVERIFY(repeats >= 10);
    QVERIFY(repeats <= 20);
    QCOMPARE(cursorOf(driven), Row{0});
    driven.receive(1, kPeer, frame::BatchAck{number, false, {}});
    QCOMPARE(cursorOf(driven), Row{1});
}

/// The peer's disk was slow, and in the meantime this node was started anew: the batch that the
/// acknowledgement speaks of is not the one that bears its number now.
void TestDelivery::anAcknowledgementForTheProcessBeforeDoesNotCount() {
    DrivenRouter before;
    meet(before);
    std::vector<std::uint32_t> numbers;
    auto read = theRead(before);
    for (Row row = 1; row <= 5; ++row) {
        before.step(answerTo(read, {whole(row)}, row, false));
        numbers.push_back(theNumber(before));
        read = theRead(before);
    }
    DrivenRouter after;
    after.now = before.now + 50;
    meet(after);
    after.step(answerTo(theRead(after), {whole(6)}, 6));
    for (const auto number : numbers) {
        after.receive(1, kPeer, frame::BatchAck{number, false, {}});
        QCOMPARE(cursorOf(after), Row{0});
    }
}

void TestDelivery::acknowledgementsOutOfOrderKeepTheCursorBehind() {
    DrivenRouter driven;
    meet(driven);
    driven.step(answerTo(theRead(driven), {whole(1)}, 10, false));
    const auto first = theNumber(driven);
    driven.step(answerTo(theRead(driven), {whole(11)}, 20, false));
    const auto second = theNumber(driven);
    driven.step(answerTo(theRead(driven), {}, 30)); // nothing that matches: done at once
    driven.receive(1, kPeer, frame::BatchAck{second, false, {}});
    QCOMPARE(cursorOf(driven), Row{0});
    // A new link: what was not acknowledged in order is looked up again.
    driven.linkUp(2, kPeer);
    driven.receive(2, kPeer, driven.helloOf(kPeer));
    QCOMPARE(theRead(driven).after, Row{0});
    driven.step(answerTo(theRead(driven), {whole(1)}, 10, false));
    QVERIFY(theNumber(driven) != first);
    driven.receive(2, kPeer, frame::BatchAck{first, false, {}});
    QCOMPARE(cursorOf(driven), Row{0});
}

void TestDelivery::theWindowBounds() {
    DrivenRouter driven;
    meet(driven);
    std::vector<std::uint32_t> numbers;
    auto reads = driven.did<action::ReadRows>();
    Row row = 0;
    while (!reads.empty() && row < 100) {
        ++row;
        driven.step(answerTo(reads.front(), {whole(row)}, row, false));
        numbers.push_back(theNumber(driven));
        reads = driven.did<action::ReadRows>();
    }
    QCOMPARE(row, Row{8});
    driven.receive(1, kPeer, frame::BatchAck{numbers.at(0), false, {}});
    QCOMPARE(driven.did<action::ReadRows>().size(), std::size_t{1});
}

void TestDelivery::rowsThatComeDuringALookUpAreFound() {
    DrivenRouter driven;
    meet(driven);
    const auto read = theRead(driven);
    driven.step(event::NewRows{}); // after the look-up, before its answer
    QVERIFY(driven.did<action::ReadRows>().empty());
    driven.step(answerTo(read, {}, 0));
    QCOMPARE(driven.did<action::ReadRows>().size(), std::size_t{1});
    driven.step(answerTo(theRead(driven), {whole(1)}, 1));
    QCOMPARE(driven.sent<frame::Batch>().size(), std::size_t{1});
    QVERIFY(driven.did<action::ReadRows>().empty());
}

void TestDelivery::answersOfAnOlderSessionAreDropped() {
    DrivenRouter driven;
    meet(driven);
    const auto read = theRead(driven);
    driven.receive(1, kPeer, frame::Interest{interestIn({2})});
    const auto fresh = theRead(driven);
    QCOMPARE(fresh.interests, interestIn({2}));
    driven.step(answerTo(read, {whole(1)}, 1));
    QVERIFY(driven.actions.empty());
    driven.step(answerTo(fresh, {whole(2)}, 2));
    QCOMPARE(driven.sent<frame::Batch>().size(), std::size_t{1});
    driven.step(answerTo(fresh, {whole(2)}, 2)); // answered twice
    QVERIFY(driven.actions.empty());
    driven.step(event::PacketsLoaded{read.peer, read.session, theNumber(driven), {Bytes(10, 1)}});
    QVERIFY(driven.actions.empty());
}

void TestDelivery::deliveriesAreAcknowledgedOnTheirLink() {
    DrivenRouter driven;
    meet(driven);
    driven.receive(1, kPeer, frame::Batch{42, {Bytes(100, 1)}, {idNumber(1), idNumber(2)}});
    const auto deliver = driven.did<action::Deliver>().at(0);
    QCOMPARE(deliver.peer, deviceOf(kPeer).author());
    QVERIFY(driven.sent<frame::BatchAck>().empty()); // not before it is on the disk
    driven.step(event::Delivered{1, 42, true, {idNumber(2)}});
    const auto ack = driven.sent<frame::BatchAck>().at(0);
    QCOMPARE(ack.number, std::uint32_t{42});
    QVERIFY(!ack.busy);
    QCOMPARE(ack.wanted, std::vector<ShortId>{idNumber(2)});
    driven.step(event::Delivered{1, 43, false, {idNumber(2)}});
    QVERIFY(driven.sent<frame::BatchAck>().at(0).busy);
    QVERIFY(driven.sent<frame::BatchAck>().at(0).wanted.empty());
    driven.step(event::LinkDown{1});
    driven.step(event::Delivered{1, 44, true, {}});
    QVERIFY(driven.actions.empty());
}

void TestDelivery::anInterestLostIsRepairedByPing() {
    DrivenRouter driven;
    driven.linkUp(1, kPeer);
    driven.receive(1, kPeer, driven.helloOf(kPeer));
    // Nothing was heard of its interest yet, and its PING says that it has one.
    driven.receive(1, kPeer, frame::Ping{false, interestDigest(interestIn({1}))});
    QCOMPARE(driven.sent<frame::InterestAck>().size(), std::size_t{1});
    QCOMPARE(driven.sent<frame::Ping>().size(), std::size_t{1});
    driven.receive(1, kPeer, frame::Interest{interestIn({1})});
    driven.receive(1, kPeer, frame::Ping{false, interestDigest(interestIn({1}))});
    QVERIFY(driven.sent<frame::InterestAck>().empty());
    // The other way: it acknowledges something that is not our interest, so it is told again.
    driven.receive(1, kPeer, frame::InterestAck{interestDigest({})});
    driven.now += 60000;
    driven.receive(1, kPeer, frame::InterestAck{interestDigest(interestIn({9}))});
    QCOMPARE(driven.sent<frame::Interest>().size(), std::size_t{1});
}

void TestDelivery::measuresHowLongAPeerTakes() {
    DrivenRouter driven;
    meet(driven);
    const auto roundTrip = [&driven] { return driven.router.peers().at(0).roundTrip; };
    // An answer to nothing measures nothing.
    driven.receive(1, kPeer, frame::Ping{true, {}});
    QVERIFY(!roundTrip());
    driven.now += 20000;
    driven.step(event::Tick{});
    QCOMPARE(driven.sent<frame::Ping>().size(), std::size_t{1});
    driven.now += 37;
    driven.receive(1, kPeer, frame::Ping{true, {}});
    QCOMPARE(roundTrip(), std::optional<Millis>(37));
    driven.now += 500;
    driven.receive(1, kPeer, frame::Ping{true, {}});
    QCOMPARE(roundTrip(), std::optional<Millis>(37));
    // What was measured on one link says nothing about the next.
    driven.step(event::LinkDown{1});
    QVERIFY(!roundTrip());
    driven.meet(2, kPeer, interestIn({1}));
    QVERIFY(!roundTrip());
}

void TestDelivery::countsWhatWentAndCame() {
    DrivenRouter driven;
    meet(driven);
    driven.step(answerTo(theRead(driven), {whole(1), whole(2)}, 2));
    const auto number = theNumber(driven);
    const auto peer = [&driven] { return driven.router.peers().at(0); };
    QCOMPARE(peer().sent, std::uint64_t{0}); // not before it is confirmed
    driven.receive(1, kPeer, frame::BatchAck{number, false, {}});
    driven.receive(1, kPeer, frame::BatchAck{number, false, {}});
    QCOMPARE(peer().sent, std::uint64_t{2});
    driven.receive(1, kPeer, frame::Batch{7, {whole(3).bytes}, {}});
    QCOMPARE(peer().received, std::uint64_t{1});
}

QTEST_APPLESS_MAIN(TestDelivery)
#include "tst_delivery.moc"
