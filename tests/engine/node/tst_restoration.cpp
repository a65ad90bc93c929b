// What a restored home makes of the answers of its peers, good and hostile ones. No sockets, no waiting.
#include "crypto/sodium.h"
#include "engine/node/accept_world.h"
#include "node/node_core.h"
#include "routing/frames.h"

#include <QTest>

#include <array>

using namespace qis::core;
using namespace qis::test;

namespace {

struct StillClock final : Clock {
    Millis steady = 1000;
    [[nodiscard]] Millis wallMillis() const override { return kNow + steady; }
    [[nodiscard]] Millis steadyMillis() const override { return steady; }
};

struct NoMediator final : NodeCore::Mediator {
    void changed(qis::Change /*change*/) override {}
};

/// Keeps what is sent.
struct KeepingTransport final : Transport {
    std::vector<std::pair<LinkId, Frame>> sent;

    Result<std::string> listen(const std::string& address) override { return address; }
    Result<LinkId> connectTo(const Endpoint& /*endpoint*/) override { return fail(Code::NotReachable); }
    void closeLink(LinkId /*link*/) override {}
    void send(LinkId link, Bytes frame) override {
        if (auto decoded = decodeFrame(frame)) {
            sent.emplace_back(link, std::move(decoded).value());
        }
    }
    void resumeReading() override {}
    void setAdmission(std::optional<std::set<LinkKey>> /*allowed*/) override {}
    void stop() override {}
    [[nodiscard]] Counters counters() const override { return {}; }

    template <class Kind> [[nodiscard]] std::vector<Kind> take() {
        std::vector<Kind> found;
        for (const auto& [link, frame] : sent) {
            if (const auto* one = std::get_if<Kind>(&frame)) {
                found.push_back(*one);
            }
        }
        sent.clear();
        return found;
    }
};

/// A home that has sent five packets, restored from a backup with the first two, and one peer.
class World {
public:
    static constexpr LinkId kLink = 3;

    explicit World(int known = 1) {
        auto home = makeHome(path("home"), "Clinic", true, {}, VaultCost::Interactive, kNow / 1000);
        if (!home) {
            qFatal("no home: %s", home.error().detail.c_str());
        }
        seed = SecureBytes(home->device.seed().view());
        {
            NodeCore first(std::move(home).value(), shippedCatalogue(), clock, 0, mediator);
            (void)first.start().ok();
            for (int i = 0; i < known; ++i) {
                PeerState state;
                state.node = i == 0 ? peer.author() : Writer().author();
                state.lastSeen = kNow;
                (void)first.store().savePeer(state).ok();
            }
            emitUpTo(first, 2);
            const auto order = backupOrder(first.home(), path("backup"), false, {}, clock.wallMillis());
            if (!writeBackup(*order)) {
                qFatal("no backup");
            }
            emitUpTo(first, 5);
        }
        if (!restoreHome({path("backup"), path("again"), false, {}}, clock.wallMillis())) {
            qFatal("not restored");
        }
        open();
    }

    void open() {
        node.reset();
        transport.sent.clear();
        auto home = openHome(path("again"), {});
        if (!home) {
            qFatal("not opened: %s", home.error().detail.c_str());
        }
        link = home->link.publicKey();
        network = home->site.document.network;
        node = std::make_unique<NodeCore>(std::move(home).value(), shippedCatalogue(), clock, 0, mediator);
        (void)node->start().ok();
        (void)node->goOnline(transport, {}, {}).ok();
        node->tick();
    }
    void meet() {
        frame::Hello hello;
        hello.network = network;
        hello.contact = {peer.author(), peerLink(), {}, {}};
        hello.time = clock.wallMillis();
        hello.signature = peer.key().sign(helloToSign(hello, link));
        node->network({event::LinkUp{kLink, peerLink(), false}, received(hello)});
        node->tick();
    }
    void say(const Frame& frame) {
        node->network({received(frame)});
        node->tick();
    }
    void wait(Millis time) {
        clock.steady += time;
        node->network({received(frame::Ping{true, {}})});
        node->tick();
    }
    [[nodiscard]] std::uint64_t counted(const char* name) const {
        const auto all = node->counters();
        const auto found = all.find(name);
        return found == all.end() ? 0 : found->second;
    }
    [[nodiscard]] QByteArray reason() const {
        return QByteArray::fromStdString(
            std::string(restoreReasonName(node->restoration().reason(node->router().peers()))));
    }
    [[nodiscard]] bool goesOn() const { return !node->restoration().holdsBack(); }
    /// Place of the next packet that leaves.
    [[nodiscard]] std::uint64_t nextPlace() const {
        const auto emitted = node->emitNow({{pairOutcome(99), {}, 0}});
        if (!emitted || !emitted->front().id) {
            return 0;
        }
        return (**node->store().findPacket(*emitted->front().id)).sequence;
    }
    [[nodiscard]] DecodedPacket signedAt(std::uint64_t place, std::optional<ShortId> previous, int confidence,
                                         Seconds issued = kNow / 1000) const {
        const auto key = DeviceKey::fromSeed(seed);
        Packet packet;
        packet.author = key->author();
        packet.issued = issued - issued % 60;
        packet.link = {place, previous};
        packet.content = pairOutcome(confidence);
        packet.signature =
            key->sign(sigStructure(packet.author, encodePayload(packet.issued, packet.link, packet.content)));
        return *decodePacket(encodePacket(packet));
    }
    [[nodiscard]] Bytes own(std::size_t place) const { return packets.at(place - 1).bytes; }
    [[nodiscard]] ShortId idOf(std::size_t place) const { return shortId(packets.at(place - 1).id); }
    [[nodiscard]] LinkKey peerLink() const {
        LinkKey key;
        key.bytes = peer.author().bytes;
        return key;
    }

    StillClock clock;
    Writer peer;
    KeepingTransport transport;
    std::unique_ptr<NodeCore> node;
    std::vector<DecodedPacket> packets; ///< all that were sent, in order
    SecureBytes seed;

private:
    [[nodiscard]] std::filesystem::path path(const char* name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    [[nodiscard]] Event received(const Frame& frame) const {
        return event::Received{kLink, peerLink(), encodeFrame(frame)};
    }
    void emitUpTo(NodeCore& core, std::size_t count) {
        while (packets.size() < count) {
            const auto emitted = core.emitNow({{pairOutcome(static_cast<int>(packets.size()) + 1), {}, 0}});
            packets.push_back(*decodePacket((**core.store().findPacket(*emitted->front().id)).bytes));
        }
    }

    QTemporaryDir m_folder;
    NoMediator mediator;
    LinkKey link;
    NetworkId network;
};

} // namespace

class TestRestoration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }
    void takesBackWhatAPeerHolds();
    void goesOnWhenNothingIsNewer();
    void gapsAreNotFilledByOthers();
    void aPeerThatHoldsNothingProvesNothing();
    void whatCannotBeStoredStillTakesItsPlace();
    void refusesHostileAnswers_data();
    void refusesHostileAnswers();
    void anotherPacketInAPlaceIsAFork_data();
    void anotherPacketInAPlaceIsAFork();
    void aPacketYoungerThanTheRestoringIsAnotherCopys();
    void anOldCopyNoticesWhatItNeverSigned();
    void answersForOthers();
};

void TestRestoration::takesBackWhatAPeerHolds() {
    World world;
    QCOMPARE(world.reason(), QByteArray("no-peers"));
    world.meet();
    const auto gets = world.transport.take<frame::ChainGet>();
    QCOMPARE(gets.size(), 1U);
    QCOMPARE(gets[0].after, 2U);
    QCOMPARE(world.reason(), QByteArray("asking"));
    QCOMPARE(world.nextPlace(), 0U); // held
    world.say(frame::Chain{2, {world.own(5)}, {world.own(3), world.own(4)}});
    QVERIFY(!world.goesOn());
    QCOMPARE(world.transport.take<frame::ChainGet>().front().after, 4U);
    world.say(frame::Chain{4, {world.own(5)}, {world.own(5)}});
    QVERIFY(world.goesOn());
    QCOMPARE(world.node->store().chainHead(world.node->home().device.author())->sequence, 6U); // the held one left
    QCOMPARE(world.nextPlace(), 7U);
    QCOMPARE(world.node->givenBack(), 3U);
}

void TestRestoration::goesOnWhenNothingIsNewer() {
    World world;
    world.meet();
    world.say(frame::Chain{2, {world.own(1)}, {}});
    QVERIFY(world.goesOn());
    QCOMPARE(world.nextPlace(), 3U);
}

void TestRestoration::gapsAreNotFilledByOthers() {
    World world;
    world.meet();
    world.say(frame::Chain{2, {world.own(5)}, {world.own(3), world.own(5)}});
    QVERIFY(world.goesOn());
    QCOMPARE(world.nextPlace(), 6U);
    QVERIFY(!*world.node->store().holds(world.idOf(4)));
}

void TestRestoration::aPeerThatHoldsNothingProvesNothing() {
    World world;
    world.meet();
    world.say(frame::Chain{2, {}, {}});
    QVERIFY(!world.goesOn());
    QCOMPARE(world.reason(), QByteArray("nobody-knows"));
    QVERIFY(world.node->overrideRestoration().ok());
    QCOMPARE(world.nextPlace(), 3U);
}

void TestRestoration::whatCannotBeStoredStillTakesItsPlace() {
    World world;
    // Signed while the clock was three days ahead.
    const auto ahead = world.signedAt(6, world.idOf(5), 50, kNow / 1000 + 3 * 86400);
    world.meet();
    world.say(frame::Chain{2, {ahead.bytes}, {ahead.bytes}});
    QVERIFY(!*world.node->store().holds(shortId(ahead.id)));
    world.open();
    world.meet();
    world.say(frame::Chain{2, {world.own(1)}, {}});
    QVERIFY(world.goesOn());
    QCOMPARE(world.nextPlace(), 7U);
}

void TestRestoration::refusesHostileAnswers_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("counter");
    const char* const kinds[][2] = {
        {"of another author", "refused-bad-feed"},
        {"another author's as the highest", "refused-bad-feed"},
        {"a forged signature", "refused-bad-signature"},
        {"a forged signature on the highest", "refused-bad-signature"},
        {"in falling order", "refused-bad-feed"},
        {"one twice", "refused-bad-feed"},
        {"from before the place asked", "refused-bad-feed"},
        {"a highest below the others", "refused-bad-feed"},
        {"a highest that is not shown", "refused-bad-feed"},
        {"no packet at all", "refused-not-cbor"},
        {"cut off", "refused-not-cbor"},
    };
    int number = 0;
    for (const auto& kind : kinds) {
        QTest::newRow(kind[0]) << number++ << QByteArray(kind[1]);
    }
}

void TestRestoration::refusesHostileAnswers() {
    QFETCH(int, kind);
    QFETCH(QByteArray, counter);
    World world;
    world.meet();
    auto stranger = Writer();
    const auto foreign = stranger.at(3, ShortId{}, pairOutcome(3)).bytes;
    auto forged = world.own(3);
    forged.back() = static_cast<std::uint8_t>(forged.back() ^ 1U);
    auto cut = world.own(3);
    cut.resize(cut.size() / 2);
    const std::array answers{
        frame::Chain{2, {world.own(5)}, {foreign}},
        frame::Chain{2, {foreign}, {world.own(3)}},
        frame::Chain{2, {world.own(5)}, {forged}},
        frame::Chain{2, {forged}, {forged}},
        frame::Chain{2, {world.own(5)}, {world.own(4), world.own(3)}},
        frame::Chain{2, {world.own(5)}, {world.own(3), world.own(3)}},
        frame::Chain{2, {world.own(5)}, {world.own(2), world.own(3)}},
        frame::Chain{2, {world.own(3)}, {world.own(3), world.own(4)}},
        frame::Chain{2, {world.own(5)}, {}},
        frame::Chain{2, {Bytes(60, 0xFF)}, {Bytes(60, 0xFF)}},
        frame::Chain{2, {cut}, {cut}},
    };
    const auto before = world.node->store().lastRow().value();
    world.say(answers.at(static_cast<std::size_t>(kind)));
    QCOMPARE(world.counted(counter.constData()), 1U);
    QVERIFY(!world.goesOn());
    QCOMPARE(world.node->store().lastRow().value(), before);
    // It may do better next time.
    (void)world.transport.take<frame::ChainGet>();
    world.wait(60'000);
    QCOMPARE(world.transport.take<frame::ChainGet>().size(), 1U);
    world.say(frame::Chain{2, {world.own(5)}, {world.own(3), world.own(4), world.own(5)}});
    QVERIFY(world.goesOn());
    QCOMPARE(world.nextPlace(), 6U);
}

void TestRestoration::anotherPacketInAPlaceIsAFork_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("in a place that is held") << 0;
    QTest::newRow("behind a place that is held") << 1;
}

void TestRestoration::anotherPacketInAPlaceIsAFork() {
    QFETCH(int, kind);
    World world;
    const auto other = world.signedAt(2, world.idOf(1), 77);
    const auto behind = world.signedAt(3, shortId(other.id), 78);
    world.meet();
    world.say(kind == 0 ? frame::Chain{2, {other.bytes}, {}} : frame::Chain{2, {behind.bytes}, {behind.bytes}});
    QCOMPARE(world.reason(), QByteArray("forked"));
    QCOMPARE(world.nextPlace(), 0U);
    QVERIFY(!world.node->overrideRestoration().ok());
    world.open();
    QCOMPARE(world.reason(), QByteArray("forked"));
    QCOMPARE(world.nextPlace(), 0U);
}

/// The other copy sends after the restoring: that cannot be what was lost.
void TestRestoration::aPacketYoungerThanTheRestoringIsAnotherCopys() {
    World world;
    const auto younger = world.signedAt(3, world.idOf(2), 50, kNow / 1000 + 3600);
    world.clock.steady += 7'200'000;
    world.meet();
    world.say(frame::Chain{2, {younger.bytes}, {younger.bytes}});
    QCOMPARE(world.reason(), QByteArray("other-copy"));
    QVERIFY(!world.goesOn());
    // Only people know whether the other one has been stopped.
    QVERIFY(world.node->overrideRestoration().ok());
    QCOMPARE(world.nextPlace(), 4U);
}

void TestRestoration::anOldCopyNoticesWhatItNeverSigned() {
    World world;
    QVERIFY(world.node->overrideRestoration().ok());
    world.meet();
    (void)world.transport.take<frame::ChainGet>();
    world.say(frame::Chain{2, {world.own(2)}, {}});
    QVERIFY(world.goesOn());
    // As an ordinary delivery, from whoever passes it on.
    world.say(frame::Batch{1, {world.own(4)}, {}});
    QVERIFY(!world.goesOn());
    QCOMPARE(world.reason(), QByteArray("asking"));
    QCOMPARE(world.transport.take<frame::ChainGet>().front().after, 1U);
    world.say(frame::Chain{1, {world.own(5)}, {world.own(2), world.own(3), world.own(4), world.own(5)}});
    QVERIFY(world.goesOn());
    QCOMPARE(world.nextPlace(), 6U);
}

void TestRestoration::answersForOthers() {
    World world;
    world.meet();
    (void)world.transport.take<frame::Chain>();
    world.say(frame::ChainGet{0});
    auto chains = world.transport.take<frame::Chain>();
    QCOMPARE(chains.size(), 1U);
    QVERIFY(chains[0].top.empty() && chains[0].packets.empty());
    // The store itself does not ask who is a member.
    for (int i = 1; i <= 70; ++i) {
        const auto packet = world.peer.next(pairOutcome(i));
        NewPacket row;
        row.decoded = &packet;
        row.origin = world.peer.author();
        QVERIFY(world.node->store().insertPacket(row).ok());
    }
    world.say(frame::ChainGet{3});
    chains = world.transport.take<frame::Chain>();
    QCOMPARE(chains[0].packets.size(), kMaxBatchPackets);
    QCOMPARE(decodePacket(chains[0].packets[0])->packet.link.sequence, 4U);
    QCOMPARE(decodePacket(chains[0].top[0])->packet.link.sequence, 70U);
    world.say(frame::ChainGet{kMaxChainPlace});
    chains = world.transport.take<frame::Chain>();
    QVERIFY(chains[0].packets.empty() && chains[0].top.size() == 1);
}

QTEST_APPLESS_MAIN(TestRestoration)
#include "tst_restoration.moc"
