#include "support/driven_router.h"

#include "crypto/sodium.h"

#include <QtTest/QTest>

#include <map>
#include <string>

using namespace qis::core;
using namespace qis::test;

/// What one router says to peers that introduce themselves, rightly or wrongly, frame by frame.
class TestHandshake : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aRightHelloIsAnswered();
    void aForgedHelloIsRefused_data();
    void aForgedHelloIsRefused();
    void framesBeforeHelloAreRefused_data();
    void framesBeforeHelloAreRefused();
    void framesThatDoNotDecodeAreCounted();
    void aFrameUnderAnotherLinkKeyIsRefused();
    void aLinkSpeaksForOneAuthorOnly();
    void anAuthorMayChangeLinks();
    void ownHelloComesBack();
    void refusalsDoNotMakeItHammer();
    void aPeerThatForgotUsHearsHelloAgain();
    void hearsayIsNotAPeer();
    void hearsayMovesNoPeerThatIsLinked();
    void uselessHearsayDoesNotCrowdOutDocuments();
    void onlyDocumentsAskedForAreTaken();
    void aConnectWithoutAnswerIsRepeated();
    void anAnswerToAnOlderConnectIsClosed();
    void twoAddressesOfANodeTakeTurns();
    void interestsThatFitNoFrameAreWidened();
};

namespace {

constexpr Millis kMinute = 60'000;
constexpr std::size_t kPeer = 1;
constexpr std::size_t kOther = 2;

CoarseInterests hugeInterests() {
    CoarseInterests interests;
    for (std::uint32_t n = 0; n < 1000; ++n) {
        CoarseInterest line{placeOf(0).pack, {}, false};
        for (std::uint32_t slot = 0; slot < 8; ++slot) {
            line.slots.push_back({0, 0x10000000 + n * 8 + slot});
        }
        interests.insert(line);
    }
    return interests;
}

} // namespace

void TestHandshake::initTestCase() {
    QVERIFY(initCrypto().ok());
}

void TestHandshake::aRightHelloIsAnswered() {
    DrivenRouter driven;
    driven.linkUp(1, kPeer);
    QVERIFY(driven.actions.empty()); // who dials speaks first
    driven.receive(1, kPeer, driven.helloOf(kPeer));
    const auto answers = driven.sent<frame::Hello>();
    QCOMPARE(answers.size(), std::size_t{1});
    QVERIFY(answers[0].acknowledges);
    QVERIFY(verifySignature(deviceOf(0).author(), helloToSign(answers[0], linkKeyOf(kPeer)), answers[0].signature));
    QCOMPARE(driven.sent<frame::Interest>().size(), std::size_t{1});
    QCOMPARE(driven.sent<frame::DocumentGet>().size(), std::size_t{1});
    QCOMPARE(driven.router.peers().size(), std::size_t{1});
    QVERIFY(driven.router.peers()[0].connected);
    // Said twice, it is answered twice, and one peer remains.
    driven.receive(1, kPeer, driven.helloOf(kPeer));
    QCOMPARE(driven.sent<frame::Hello>().size(), std::size_t{1});
    QCOMPARE(driven.router.peers().size(), std::size_t{1});
}

void TestHandshake::aForgedHelloIsRefused_data() {
    QTest::addColumn<int>("forgery");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, int forgery, Code code) {
        QTest::newRow(name) << forgery << static_cast<int>(code);
    };
    row("signed by another key", 0, Code::BadHello);
    row("made for another receiver", 1, Code::BadHello);
    row("another network", 2, Code::WrongNetwork);
    row("another link key", 3, Code::WrongLinkKey);
    row("another address than signed", 4, Code::BadHello);
    row("another time than signed", 5, Code::BadHello);
    row("other definitions than signed", 6, Code::BadHello);
    row("another site document than signed", 7, Code::BadHello);
    row("in the name of another author", 8, Code::BadHello);
    row("a signature of zeros", 9, Code::BadHello);
    row("a HELLO_ACK signed by another key", 10, Code::BadHello);
}

void TestHandshake::aForgedHelloIsRefused() {
    QFETCH(int, forgery);
    QFETCH(int, code);
    DrivenRouter driven;
    driven.linkUp(1, kPeer);
    auto hello = driven.helloOf(kPeer);
    switch (forgery) {
    case 0:
        hello = DrivenRouter::signedBy(kOther, hello, linkKeyOf(0));
        break;
    case 1:
        hello = DrivenRouter::signedBy(kPeer, hello, linkKeyOf(kOther));
        break;
    case 2:
        hello.network.bytes[0] ^= 1U;
        hello = DrivenRouter::signedBy(kPeer, hello, linkKeyOf(0));
        break;
    case 3:
        hello.contact.link = linkKeyOf(kOther);
        hello = DrivenRouter::signedBy(kPeer, hello, linkKeyOf(0));
        break;
    case 4:
        hello.contact.address = "tcp://elsewhere:1";
        break;
    case 5:
        hello.time += 1;
        break;
    case 6:
        hello.definitions.clear();
        break;
    case 7:
        hello.contact.siteDocument.bytes[5] ^= 1U;
        break;
    case 8:
        hello.contact.node = deviceOf(kOther).author();
        break;
    case 9:
        hello.signature = {};
        break;
    default:
        hello.acknowledges = true;
        hello = DrivenRouter::signedBy(kOther, hello, linkKeyOf(0));
    }
    driven.receive(1, kPeer, hello);
    QVERIFY(driven.refusedWith(static_cast<Code>(code)));
    QVERIFY(driven.router.peers().empty());
    // And the link is as little trusted as before.
    driven.receive(1, kPeer, frame::DocumentGet{blake2b256(siteDocumentOf(0))});
    QVERIFY(driven.refusedWith(Code::BadHello));
}

void TestHandshake::framesBeforeHelloAreRefused_data() {
    QTest::addColumn<QByteArray>("frame");
    const auto row = [](const char* name, const Frame& frame) {
        const auto bytes = encodeFrame(frame);
        QByteArray copy(static_cast<qsizetype>(bytes.size()), '\0');
        std::copy(bytes.begin(), bytes.end(), copy.begin());
        QTest::newRow(name) << copy;
    };
    row("ping", frame::Ping{});
    row("pong", frame::Ping{true, {}});
    row("interest", frame::Interest{interestIn({1})});
    row("interest ack", frame::InterestAck{});
    row("batch", frame::Batch{1, {Bytes(100, 1)}, {ShortId{}}});
    row("batch ack", frame::BatchAck{1, false, {ShortId{}}});
    row("nodes", frame::Nodes{{{deviceOf(kOther).author(), linkKeyOf(kOther), "tcp://a:1", {}}}});
    row("document get", frame::DocumentGet{});
    row("document", frame::Document{Bytes(10, 1)});
}

void TestHandshake::framesBeforeHelloAreRefused() {
    QFETCH(QByteArray, frame);
    for (const bool outgoing : {false, true}) {
        DrivenRouter driven;
        driven.linkUp(1, kPeer, outgoing);
        driven.step(event::Received{1, linkKeyOf(kPeer), Bytes(frame.begin(), frame.end())});
        QVERIFY(driven.refusedWith(Code::BadHello));
        QVERIFY(driven.router.peers().empty());
    }
}

void TestHandshake::framesThatDoNotDecodeAreCounted() {
    DrivenRouter driven;
    driven.meet(1, kPeer, interestIn({1}));
    driven.step(event::Received{1, linkKeyOf(kPeer), Bytes(100, 0x41)});
    QCOMPARE(driven.actions.size(), std::size_t{1});
    QCOMPARE(driven.did<action::Count>().at(0).code, Code::BadFrame);
    driven.step(event::Received{99, linkKeyOf(kPeer), encodeFrame(frame::Ping{})});
    QVERIFY(driven.actions.empty()); // a link that is gone
}

void TestHandshake::aFrameUnderAnotherLinkKeyIsRefused() {
    DrivenRouter driven;
    driven.meet(1, kPeer, interestIn({1}));
    driven.step(event::Received{1, linkKeyOf(kOther), encodeFrame(frame::Ping{})});
    QVERIFY(driven.refusedWith(Code::WrongLinkKey));
}

/// A second author on the link would leave the first one linked to something that can vanish under it.
void TestHandshake::aLinkSpeaksForOneAuthorOnly() {
    DrivenRouter driven;
    driven.meet(1, kPeer, interestIn({1}));
    auto second = driven.helloOf(kPeer);
    second.contact.node = deviceOf(kOther).author();
    second = DrivenRouter::signedBy(kOther, second, linkKeyOf(0));
    driven.receive(1, kPeer, second);
    QVERIFY(driven.refusedWith(Code::BadHello));
    QCOMPARE(driven.router.peers().size(), std::size_t{1});
    driven.step(event::LinkDown{1});
    driven.now += 5 * kMinute;
    driven.step(event::Tick{});
    QVERIFY(!driven.router.peers()[0].connected);
}

void TestHandshake::anAuthorMayChangeLinks() {
    DrivenRouter driven;
    driven.meet(1, kPeer, interestIn({1}));
    driven.meet(2, kPeer, interestIn({1}));
    driven.step(event::LinkDown{1});
    QVERIFY(driven.router.peers()[0].connected);
    driven.meet(3, kPeer, interestIn({1}));
    driven.step(event::LinkDown{3}); // falls back to the one that is left
    QVERIFY(driven.router.peers()[0].connected);
    driven.step(event::LinkDown{2});
    QVERIFY(!driven.router.peers()[0].connected);
}

void TestHandshake::ownHelloComesBack() {
    DrivenRouter driven;
    driven.step(event::LinkUp{1, linkKeyOf(0), false});
    driven.step(event::Received{1, linkKeyOf(0), encodeFrame(driven.helloOf(0))});
    QCOMPARE(driven.did<action::CloseLink>().size(), std::size_t{1});
    QVERIFY(driven.router.peers().empty());
    driven.step(event::Join{{"tcp://node0:4000", linkKeyOf(0)}});
    QVERIFY(driven.actions.empty());
}

void TestHandshake::refusalsDoNotMakeItHammer() {
    DrivenRouter driven;
    driven.linkUp(1, kPeer, true);
    std::size_t hellos = driven.sent<frame::Hello>().size();
    QCOMPARE(hellos, std::size_t{1});
    const Millis end = driven.now + kMinute;
    // The other side answers every HELLO at once, and always with the same refusal.
    bool answer = true;
    while (driven.now < end) {
        if (answer) {
            driven.receive(1, kPeer, frame::Refuse{std::string(codeName(Code::BadHello))});
        }
        const auto next = driven.router.nextTick();
        QVERIFY(next && *next > driven.now);
        driven.now = *next;
        driven.step(event::Tick{});
        answer = !driven.sent<frame::Hello>().empty();
        hellos += answer ? 1 : 0;
    }
    QVERIFY(hellos >= 20);
    QVERIFY(hellos <= 32);
}

void TestHandshake::aPeerThatForgotUsHearsHelloAgain() {
    DrivenRouter driven;
    driven.linkUp(1, kPeer, true);
    auto hello = driven.helloOf(kPeer);
    hello.acknowledges = true;
    driven.receive(1, kPeer, hello);
    QVERIFY(driven.router.peers().at(0).connected);
    driven.now += 10000;
    driven.receive(1, kPeer, frame::Refuse{std::string(codeName(Code::BadHello))});
    QVERIFY(driven.router.nextTick());
    driven.now = *driven.router.nextTick();
    driven.step(event::Tick{});
    QCOMPARE(driven.sent<frame::Hello>().size(), std::size_t{1});
    driven.receive(1, kPeer, hello);
    driven.now += 3000;
    driven.step(event::Tick{});
    QVERIFY(driven.sent<frame::Hello>().empty());
}

void TestHandshake::hearsayIsNotAPeer() {
    DrivenRouter driven;
    driven.meet(1, kPeer, interestIn({1}));
    driven.receive(1, kPeer, frame::Nodes{{{deviceOf(5).author(), linkKeyOf(5), "tcp://node5:4000", {}}}});
    driven.now += 3000;
    driven.step(event::Tick{});
    QCOMPARE(driven.router.peers().size(), std::size_t{1});
    // Without gossip nobody is dialled on hearsay either.
    DrivenRouter strict(0, false);
    strict.meet(1, kPeer, interestIn({1}));
    strict.receive(1, kPeer, frame::Nodes{{{deviceOf(5).author(), linkKeyOf(5), "tcp://node5:4000", {}}}});
    QVERIFY(strict.did<action::Connect>().empty());
    strict.now += kMinute;
    strict.step(event::Tick{});
    QVERIFY(strict.did<action::Connect>().empty());
}

void TestHandshake::hearsayMovesNoPeerThatIsLinked() {
    DrivenRouter driven;
    driven.meet(1, kPeer, interestIn({1}));
    driven.meet(2, kOther, interestIn({1}));
    driven.receive(1, kPeer,
                   frame::Nodes{{{deviceOf(kOther).author(), linkKeyOf(kOther), "tcp://evil:1", {}},
                                 {deviceOf(0).author(), linkKeyOf(0), "tcp://evil:1", {}}}});
    QVERIFY(driven.did<action::Connect>().empty());
    for (const auto& peer : driven.router.peers()) {
        QVERIFY(peer.state.endpoint != "tcp://evil:1");
    }
}

/// One peer names 128 site documents that nobody has: those of real nodes are still asked for, and the
/// invented ones are given up.
void TestHandshake::uselessHearsayDoesNotCrowdOutDocuments() {
    DrivenRouter driven;
    driven.meet(1, kPeer, interestIn({1}));
    frame::Nodes nodes;
    for (std::size_t i = 0; i < kMaxContacts; ++i) {
        nodes.contacts.push_back(
            {deviceOf(kOther).author(), linkKeyOf(kOther), "", blake2b256(viewOf("invented " + std::to_string(i)))});
    }
    driven.receive(1, kPeer, nodes);
    driven.meet(2, kOther, interestIn({1}));
    driven.receive(2, kOther, frame::Document{siteDocumentOf(kOther)});
    QCOMPARE(driven.did<action::SaveDocument>().size(), std::size_t{1});
    std::size_t asked = 0;
    for (const Millis end = driven.now + 10 * kMinute; driven.now < end;) {
        driven.now += 5000;
        driven.receive(1, kPeer, frame::Ping{});
        driven.step(event::Tick{});
        asked = driven.sent<frame::DocumentGet>().size();
    }
    QCOMPARE(asked, std::size_t{0});
}

void TestHandshake::onlyDocumentsAskedForAreTaken() {
    DrivenRouter driven;
    driven.meet(1, kPeer, interestIn({1}));
    driven.receive(1, kPeer, frame::Document{Bytes(1000, 0x33)});
    QVERIFY(driven.did<action::SaveDocument>().empty());
    driven.receive(1, kPeer, frame::Document{siteDocumentOf(kPeer)});
    QCOMPARE(driven.did<action::SaveDocument>().size(), std::size_t{1});
    driven.receive(1, kPeer, frame::Document{siteDocumentOf(kPeer)});
    QVERIFY(driven.did<action::SaveDocument>().empty());
}

/// The transport may have had no room; it says nothing then.
void TestHandshake::aConnectWithoutAnswerIsRepeated() {
    DrivenRouter driven;
    const Endpoint endpoint{"tcp://node1:4000", linkKeyOf(kPeer)};
    driven.step(event::Join{endpoint});
    QCOMPARE(driven.did<action::Connect>().size(), std::size_t{1});
    std::size_t connects = 0;
    for (int minute = 0; minute < 5; ++minute) {
        driven.now += kMinute;
        driven.step(event::Tick{});
        connects += driven.did<action::Connect>().size();
    }
    QCOMPARE(connects, std::size_t{5});
    driven.step(event::Connecting{endpoint, 7});
    driven.now += kMinute;
    driven.step(event::Tick{});
    QVERIFY(driven.did<action::Connect>().empty());
}

void TestHandshake::anAnswerToAnOlderConnectIsClosed() {
    DrivenRouter driven;
    const Endpoint old{"tcp://old:4000", linkKeyOf(kPeer)};
    const Endpoint fresh{"tcp://fresh:4000", linkKeyOf(kPeer)};
    driven.step(event::Join{old});
    driven.now += kMinute;
    driven.step(event::Join{fresh});
    QCOMPARE(driven.did<action::Connect>().size(), std::size_t{1});
    const auto dialled = driven.did<action::Connect>().at(0).endpoint;
    const auto left = dialled == old ? fresh : old;
    driven.step(event::Connecting{left, 7});
    QCOMPARE(driven.did<action::CloseLink>().size(), std::size_t{1});
    QCOMPARE(driven.did<action::CloseLink>().at(0).link, LinkId{7});
    driven.step(event::Connecting{dialled, 8});
    QVERIFY(driven.did<action::CloseLink>().empty());
}

/// The operator named one, the node itself another: neither is dropped before it had time to answer.
void TestHandshake::twoAddressesOfANodeTakeTurns() {
    DrivenRouter driven;
    PeerState known;
    known.node = deviceOf(kPeer).author();
    known.link = linkKeyOf(kPeer);
    known.endpoint = "tcp://told:4000";
    driven.step(event::Restored{known});
    driven.step(event::Join{{"tcp://named:4000", linkKeyOf(kPeer)}});
    std::map<std::string, int> tried;
    std::map<LinkId, Millis> open;
    LinkId link = 0;
    for (const Millis end = driven.now + 2 * kMinute; driven.now < end; driven.now += 500) {
        driven.step(event::Tick{});
        for (const auto& close : driven.did<action::CloseLink>()) {
            QVERIFY(driven.now - open.at(close.link) >= 10000);
            open.erase(close.link);
        }
        for (const auto& connect : driven.did<action::Connect>()) {
            ++tried[connect.endpoint.address];
            open[++link] = driven.now;
            driven.step(event::Connecting{connect.endpoint, link});
        }
        QVERIFY(open.size() <= 1);
    }
    QVERIFY(tried["tcp://told:4000"] >= 3);
    QVERIFY(tried["tcp://named:4000"] >= 3);
    QVERIFY(tried["tcp://told:4000"] + tried["tcp://named:4000"] <= 13);
}

void TestHandshake::interestsThatFitNoFrameAreWidened() {
    DrivenRouter driven;
    driven.meet(1, kPeer, interestIn({1}));
    const auto interests = hugeInterests();
    QVERIFY(encodeInterests(interests).size() > kMaxFrameBytes);
    driven.step(event::InterestsChanged{interests});
    const auto sent = driven.sent<frame::Interest>();
    QCOMPARE(sent.size(), std::size_t{1});
    for (const std::uint32_t n : {0U, 500U, 999U}) {
        CoarsePacket packet{placeOf(0).pack, {}};
        for (std::uint32_t slot = 0; slot < 8; ++slot) {
            packet.classes.push_back(0x10000000 + n * 8 + slot);
        }
        QVERIFY(mayMatch(sent[0].interests, packet));
    }
    driven.step(event::InterestsChanged{interests});
    QVERIFY(driven.actions.empty()); // nothing new
}

QTEST_APPLESS_MAIN(TestHandshake)
#include "tst_handshake.moc"
