#include "transport_peers.h"

#include <QtTest/QTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <thread>

using namespace qis::core;

namespace {

bool isCounting(const std::vector<RecordingMediator::Frame>& frames) {
    std::uint64_t next = 0;
    return std::all_of(frames.begin(), frames.end(),
                       [&](const auto& frame) { return numberOf(frame.bytes) == next++; });
}

} // namespace

class TestZeroMqTransport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void carriesFramesOfEverySizeBothWays();
    void keepsTheOrderOfManyFrames();
    void dropsWhatCannotBeSent();
    void wrongServerKeyNeverConnects();
    void admitsNobodyUntilToldTo();
    void admissionRefusesStrangersAndAdmitsOthers();
    void outgoingLinkSurvivesRestartOfThePeer();
    void incomingLinkEndsWithItsConnection();
    void closedLinksEnd();
    void forgetsTheLeastRecentlyUsedIncomingLink();
    void pausesAndResumesWithoutLoss();
    void dropsForASlowReaderButKeepsOrder();
    void stopsWhileSending();
    void listensOnSeveralAddresses();
    void connectsToANameWithEitherAddressFamily();
    void refusesUnusableAddresses();
    void afterStopNothingWorksAndNothingCrashes();
};

void TestZeroMqTransport::carriesFramesOfEverySizeBothWays() {
    Peer hub;
    Peer leaf;
    const LinkId out = hub.connectFrom(leaf);
    QVERIFY(leaf.mediator.waitForUp(out));
    QVERIFY(leaf.mediator.link(out).outgoing);
    const std::vector<std::size_t> sizes{0, 1, 600, 65503, 65504, 65536};
    for (const std::size_t size : sizes) {
        leaf.transport->send(out, pattern(size));
    }
    QVERIFY(hub.mediator.waitForFrames(sizes.size()));
    const LinkId in = hub.mediator.frame(0).link;
    QVERIFY(!hub.mediator.link(in).outgoing);
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        QCOMPARE(hub.mediator.frame(i).bytes, pattern(sizes[i]));
        QCOMPARE(hub.mediator.frame(i).peer, leaf.key());
        QCOMPARE(hub.mediator.frame(i).link, in);
        hub.transport->send(in, pattern(sizes[i]));
    }
    QVERIFY(leaf.mediator.waitForFrames(sizes.size()));
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        QCOMPARE(leaf.mediator.frame(i).bytes, pattern(sizes[i]));
        QCOMPARE(leaf.mediator.frame(i).peer, hub.key());
        QCOMPARE(leaf.mediator.frame(i).link, out);
    }
    const auto counters = leaf.transport->counters();
    QCOMPARE(counters.framesOut, sizes.size());
    QCOMPARE(counters.framesIn, sizes.size());
    QCOMPARE(counters.bytesOut, counters.bytesIn);
    QCOMPARE(counters.dropped, 0U);
    QVERIFY(!hub.mediator.orderBroken() && !leaf.mediator.orderBroken());
}

void TestZeroMqTransport::keepsTheOrderOfManyFrames() {
    constexpr std::uint64_t kCount = 10'000;
    constexpr std::uint64_t kWindow = 500;
    Peer hub;
    Peer leaf;
    const LinkId out = hub.connectFrom(leaf);
    QVERIFY(leaf.mediator.waitForUp(out));
    for (std::uint64_t i = 0; i < kCount; ++i) {
        if (i >= kWindow && i % (kWindow / 2) == 0) {
            QVERIFY(hub.mediator.waitForFrames(i - kWindow));
        }
        leaf.transport->send(out, numbered(i, 600));
    }
    QVERIFY(hub.mediator.waitForFrames(kCount));
    QVERIFY(isCounting(hub.mediator.frames()));
    QCOMPARE(leaf.transport->counters().dropped, 0U);
}

void TestZeroMqTransport::dropsWhatCannotBeSent() {
    Peer hub;
    Peer leaf;
    leaf.transport->send(12345, pattern(10)); // no such link
    const LinkId out = hub.connectFrom(leaf);
    QVERIFY(leaf.mediator.waitForUp(out));
    leaf.transport->send(out, pattern(65537)); // too large
    leaf.transport->send(out, pattern(7));
    QVERIFY(hub.mediator.waitForFrames(1));
    QCOMPARE(hub.mediator.frame(0).bytes, pattern(7));
    QCOMPARE(leaf.transport->counters().dropped, 2U);
}

void TestZeroMqTransport::wrongServerKeyNeverConnects() {
    Peer hub;
    Peer leaf;
    const LinkKey wrong = LinkKeyPair::generate().publicKey();
    const auto id = leaf.transport->connectTo({hub.listen(), wrong});
    QVERIFY(id.ok());
    // It keeps trying, and every attempt fails.
    QVERIFY(hub.mediator.waitForRefusals(Code::BadFrame, 3));
    QVERIFY(leaf.mediator.waitForRefusals(Code::BadHello, 3));
    QVERIFY(leaf.mediator.linkCount() == 0);
    QVERIFY(hub.mediator.linkCount() == 0);
}

void TestZeroMqTransport::admitsNobodyUntilToldTo() {
    Peer hub(Peer::Admits::NotSet);
    Peer leaf;
    const LinkId out = hub.connectFrom(leaf);
    QVERIFY(hub.mediator.waitForRefusals(Code::NotAdmitted, 2));
    QVERIFY(leaf.mediator.waitForRefusals(Code::NotAdmitted, 2));
    QVERIFY(leaf.mediator.linkCount() == 0);
    hub.transport->setAdmission(std::nullopt);
    QVERIFY(leaf.mediator.waitForUp(out));
}

void TestZeroMqTransport::admissionRefusesStrangersAndAdmitsOthers() {
    Peer hub;
    Peer member;
    Peer stranger;
    hub.transport->setAdmission(std::set{member.key()});
    const LinkId memberLink = hub.connectFrom(member);
    const LinkId strangerLink = hub.connectFrom(stranger);
    QVERIFY(member.mediator.waitForUp(memberLink));
    QVERIFY(stranger.mediator.waitForRefusals(Code::NotAdmitted, 2));
    member.transport->send(memberLink, pattern(1));
    QVERIFY(hub.mediator.waitForFrames(1));
    QVERIFY(stranger.mediator.linkCount() == 0);

    // Swapping the two: the new one gets in, what the old one still sends is refused.
    const LinkId in = hub.mediator.frame(0).link;
    hub.transport->setAdmission(std::set{stranger.key()});
    QVERIFY(hub.mediator.waitForDown(in));
    QVERIFY(stranger.mediator.waitForUp(strangerLink));
    const int before = hub.mediator.refusals(Code::NotAdmitted);
    member.transport->send(memberLink, pattern(2));
    QVERIFY(hub.mediator.waitForRefusals(Code::NotAdmitted, before + 1));
    stranger.transport->send(strangerLink, pattern(3));
    QVERIFY(hub.mediator.waitForFrames(2));
    QCOMPARE(hub.mediator.lastFrame().bytes, pattern(3));
    QCOMPARE(hub.mediator.lastFrame().peer, stranger.key());
}

void TestZeroMqTransport::outgoingLinkSurvivesRestartOfThePeer() {
    auto hub = std::make_unique<Peer>();
    Peer leaf;
    const LinkId out = hub->connectFrom(leaf);
    QVERIFY(leaf.mediator.waitForUp(out));
    const LinkKeyPair keys = std::move(hub->keys);
    const std::string address = hub->address;
    hub.reset();
    QVERIFY(leaf.mediator.waitForDown(out));
    leaf.transport->send(out, pattern(1)); // dropped: the link is down

    RecordingMediator again;
    const auto restarted = makeZeroMqTransport(keys, again, quickOptions());
    restarted->setAdmission(std::nullopt);
    QVERIFY(restarted->listen(address).ok());
    QVERIFY(leaf.mediator.waitForUp(out, 2));
    leaf.transport->send(out, pattern(2));
    QVERIFY(again.waitForFrames(1));
    QCOMPARE(again.frame(0).bytes, pattern(2));
    QCOMPARE(leaf.transport->counters().dropped, 1U);
    restarted->stop();
}

void TestZeroMqTransport::incomingLinkEndsWithItsConnection() {
    Peer hub;
    LinkId first = 0;
    {
        Peer leaf;
        const LinkId out = hub.connectFrom(leaf);
        QVERIFY(leaf.mediator.waitForUp(out));
        leaf.transport->send(out, pattern(1));
        QVERIFY(hub.mediator.waitForFrames(1));
        first = hub.mediator.frame(0).link;
    }
    QVERIFY(hub.mediator.waitForDown(first));
    hub.transport->send(first, pattern(2));

    // The next connection may well get the same descriptor; it must not be taken for the first.
    Peer other;
    const LinkId out = hub.connectFrom(other);
    QVERIFY(other.mediator.waitForUp(out));
    other.transport->send(out, pattern(3));
    QVERIFY(hub.mediator.waitForFrames(2));
    QVERIFY(hub.mediator.lastFrame().link != first);
    QCOMPARE(hub.mediator.lastFrame().peer, other.key());
    QCOMPARE(hub.transport->counters().dropped, 1U);
    QVERIFY(!hub.mediator.orderBroken());
}

void TestZeroMqTransport::closedLinksEnd() {
    Peer hub;
    Peer leaf;
    const LinkId out = hub.connectFrom(leaf);
    QVERIFY(leaf.mediator.waitForUp(out));
    leaf.transport->send(out, pattern(1));
    QVERIFY(hub.mediator.waitForFrames(1));
    const LinkId in = hub.mediator.frame(0).link;

    // An incoming link is only forgotten: the connection stays, its next frame begins a new link.
    hub.transport->closeLink(in);
    QVERIFY(hub.mediator.waitForDown(in));
    leaf.transport->send(out, pattern(2));
    QVERIFY(hub.mediator.waitForFrames(2));
    const LinkId second = hub.mediator.lastFrame().link;
    QVERIFY(second != in);

    leaf.transport->closeLink(out);
    QVERIFY(leaf.mediator.waitForDown(out));
    QVERIFY(hub.mediator.waitForDown(second));
    leaf.transport->closeLink(out); // again, and unknown ones: nothing happens
    leaf.transport->closeLink(999);
}

void TestZeroMqTransport::forgetsTheLeastRecentlyUsedIncomingLink() {
    ZeroMqOptions options = quickOptions();
    options.maxIncoming = 2;
    Peer hub(Peer::Admits::Everyone, options);
    std::array<Peer, 3> leaves;
    std::array<LinkId, 3> out{};
    std::size_t frames = 0;
    const auto say = [&](std::size_t who) {
        leaves[who].transport->send(out[who], pattern(who));
        return hub.mediator.waitForFrames(++frames);
    };
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        out[i] = hub.connectFrom(leaves[i]);
        QVERIFY(leaves[i].mediator.waitForUp(out[i]));
    }
    QVERIFY(say(0) && say(1) && say(0) && say(2)); // 1 was silent for longest
    QVERIFY(hub.mediator.waitForDown(hub.mediator.frame(1).link));
    QVERIFY(hub.mediator.link(hub.mediator.frame(0).link).up);
    QVERIFY(say(1)); // comes back as a new link
    QVERIFY(hub.mediator.lastFrame().link != hub.mediator.frame(1).link);
    QVERIFY(!hub.mediator.orderBroken());
}

void TestZeroMqTransport::pausesAndResumesWithoutLoss() {
    constexpr std::uint64_t kCount = 1500;
    Peer hub;
    Peer leaf;
    hub.mediator.with([](RecordingMediator::State& my) { my.pauseAfter = 100; });
    const LinkId out = hub.connectFrom(leaf);
    QVERIFY(leaf.mediator.waitForUp(out));
    for (std::uint64_t i = 0; i < kCount; ++i) {
        leaf.transport->send(out, numbered(i, 100));
    }
    for (int pause = 1; pause <= 15; ++pause) {
        QVERIFY(hub.mediator.waitFor([&](RecordingMediator::State& my) { return my.pauses == pause; }));
        hub.mediator.with([](RecordingMediator::State& my) { my.mustNotRead = false; });
        hub.transport->resumeReading();
    }
    QVERIFY(hub.mediator.waitForFrames(kCount));
    QVERIFY(isCounting(hub.mediator.frames()));
    QVERIFY(!hub.mediator.orderBroken());
    QCOMPARE(leaf.transport->counters().dropped, 0U);
}

void TestZeroMqTransport::dropsForASlowReaderButKeepsOrder() {
    constexpr std::uint64_t kCount = 12'000;
    ZeroMqOptions options = quickOptions();
    options.highWater = 100;
    options.backlogFrames = 100;
    Peer hub(Peer::Admits::Everyone, options);
    Peer leaf(Peer::Admits::Everyone, options);
    leaf.mediator.with([](RecordingMediator::State& my) { my.pauseAfter = 1; });
    const LinkId out = hub.connectFrom(leaf);
    QVERIFY(leaf.mediator.waitForUp(out));
    leaf.transport->send(out, {});
    QVERIFY(hub.mediator.waitForFrames(1));
    const LinkId in = hub.mediator.frame(0).link;
    // From the hub's ROUTER to a leaf that reads one frame and then no more.
    for (std::uint64_t i = 0; i < kCount; ++i) {
        hub.transport->send(in, numbered(i, 4000));
    }
    QVERIFY(leaf.mediator.waitForFrames(1));
    // The hub goes on serving others meanwhile.
    Peer other;
    const LinkId otherOut = hub.connectFrom(other);
    QVERIFY(other.mediator.waitForUp(otherOut));
    other.transport->send(otherOut, pattern(5));
    QVERIFY(hub.mediator.waitForFrames(2));
    QVERIFY(hub.transport->counters().dropped > 0);

    leaf.mediator.with([](RecordingMediator::State& my) {
        my.pauseAfter = 0;
        my.mustNotRead = false;
    });
    leaf.transport->resumeReading();
    const auto accepted = kCount - hub.transport->counters().dropped;
    QVERIFY(leaf.mediator.waitForFrames(accepted));
    QCOMPARE(leaf.mediator.frameCount(), accepted);
    const auto frames = leaf.mediator.frames();
    QVERIFY(std::is_sorted(frames.begin(), frames.end(), [](const auto& left, const auto& right) {
        return numberOf(left.bytes) < numberOf(right.bytes);
    }));
}

void TestZeroMqTransport::stopsWhileSending() {
    for (int round = 0; round < 5; ++round) {
        Peer hub;
        Peer leaf;
        hub.mediator.with([](RecordingMediator::State& my) { my.keepFrames = false; });
        const LinkId out = hub.connectFrom(leaf);
        QVERIFY(leaf.mediator.waitForUp(out));
        std::atomic<bool> done{false};
        std::thread sender([&] {
            while (!done) {
                leaf.transport->send(out, pattern(600));
            }
        });
        const bool flowing = hub.mediator.waitForFrames(100);
        Peer& stopped = round % 2 == 0 ? hub : leaf;
        stopped.transport->stop();
        const auto frames = stopped.mediator.frameCount();
        stopped.transport->stop();
        done = true;
        sender.join();
        QVERIFY(flowing);
        QCOMPARE(stopped.mediator.frameCount(), frames);
    }
}

void TestZeroMqTransport::listensOnSeveralAddresses() {
    Peer hub;
    std::vector<std::string> addresses{hub.listen(), hub.listen()};
    QVERIFY(addresses[0] != addresses[1]);
    QVERIFY(addresses[0].starts_with("tcp://127.0.0.1:"));
    if (const auto ipv6 = hub.transport->listen("tcp://[::1]:0")) {
        QVERIFY(ipv6.value().starts_with("tcp://[::1]:"));
        addresses.push_back(ipv6.value());
    }
    std::size_t frames = 0;
    for (const std::string& address : addresses) {
        Peer leaf;
        const auto out = leaf.transport->connectTo({address, hub.key()});
        QVERIFY(out.ok());
        QVERIFY(leaf.mediator.waitForUp(out.value()));
        leaf.transport->send(out.value(), pattern(1));
        QVERIFY(hub.mediator.waitForFrames(++frames));
    }
}

void TestZeroMqTransport::connectsToANameWithEitherAddressFamily() {
    Peer hub;
    Peer leaf;
    const std::string address = hub.listen();
    const std::string byName = "tcp://localhost" + address.substr(address.rfind(':'));
    const auto out = leaf.transport->connectTo({byName, hub.key()});
    QVERIFY(out.ok());
    QVERIFY(leaf.mediator.waitForUp(out.value()));
}

void TestZeroMqTransport::refusesUnusableAddresses() {
    Peer hub;
    Peer other;
    QCOMPARE(hub.transport->listen("tcp://127.0.0.1").code(), Code::BadEndpoint);
    QCOMPARE(hub.transport->listen("tcp://no.such.interface:0").code(), Code::BadEndpoint);
    QCOMPARE(other.transport->listen(hub.listen()).code(), Code::BadEndpoint); // in use
    for (const char* address : {"ipc://x:1", "tcp://127.0.0.1:0", "tcp://*:80", "tcp://a b:1"}) {
        QCOMPARE(hub.transport->connectTo({address, other.key()}).code(), Code::BadEndpoint);
    }
    QCOMPARE(hub.transport->connectTo({other.listen(), LinkKey{}}).code(), Code::BadEndpoint);
    // Names that pass for well-formed but stand for nothing: the link just never comes up.
    for (const char* address : {"tcp://...:1", "tcp://-:1", "tcp://_:1", "tcp://:::1", "tcp://[::::]:1"}) {
        QVERIFY(hub.transport->connectTo({address, other.key()}).ok());
    }
    const LinkId out = other.connectFrom(hub);
    QVERIFY(hub.mediator.waitForUp(out));
    QCOMPARE(hub.mediator.linkCount(), 1U);
}

void TestZeroMqTransport::afterStopNothingWorksAndNothingCrashes() {
    Peer hub;
    const std::string address = hub.listen();
    hub.transport->stop();
    hub.transport->stop();
    QCOMPARE(hub.transport->listen("tcp://127.0.0.1:0").code(), Code::Stopped);
    QCOMPARE(hub.transport->connectTo({address, hub.key()}).code(), Code::Stopped);
    hub.transport->send(1, pattern(1));
    hub.transport->closeLink(1);
    hub.transport->resumeReading();
    hub.transport->setAdmission(std::nullopt);
    QCOMPARE(hub.transport->counters().dropped, 1U);
    Peer next;
    QVERIFY(next.transport->listen(address).ok()); // the address is free again
}

QTEST_APPLESS_MAIN(TestZeroMqTransport)
#include "tst_zeromq_transport.moc"
