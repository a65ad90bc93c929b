#include "support/virtual_network.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace qis::core;
using namespace qis::test;

/// What whole networks of real routers deliver. How they meet is in tst_meeting, what single frames do
/// in tst_handshake and tst_delivery.
class TestRouter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPacketReachesExactlyWhoMayMatch();
    void aGrownInterestBringsOlderRowsFromThirdParties();
    void anInterestThatShrinksAndGrowsMissesNothing();
    void retractedRowsAreNotServed();
    void aReturningNodeGetsOnlyWhatItMissed();
    void aRestartedSenderGoesOnFromItsCursor();
    void manyRowsPassTheWindow();
    void nothingIsLostWhateverHappens();
    void aBusyReceiverLosesNothing();
    void theSameSeedGivesTheSameHistory();
    void servedToAllFollowsTheSlowestPeer();
};

namespace {

constexpr Millis kMinute = 60'000;
constexpr Millis kHour = 60 * kMinute;

using Network = VirtualNetwork;

bool isSubset(const std::set<ShortId>& part, const std::set<ShortId>& whole) {
    return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

std::vector<std::uint32_t> someClasses(Random& random) {
    std::vector<std::uint32_t> classes{static_cast<std::uint32_t>(1 + random.below(6))};
    for (std::size_t more = random.below(3); more > 0; --more) {
        classes.push_back(static_cast<std::uint32_t>(1 + random.below(6)));
    }
    return classes;
}

} // namespace

void TestRouter::aPacketReachesExactlyWhoMayMatch() {
    Network network(11, 6);
    for (std::size_t i = 0; i < network.size(); ++i) {
        network.setInterests(i, i == 0 ? CoarseInterests{} : interestIn(someClasses(network.random())));
    }
    network.settle();
    for (int n = 0; n < 120; ++n) {
        network.publish(network.random().below(network.size()), static_cast<std::uint32_t>(network.random().below(7)));
        network.runFor(50);
    }
    QVERIFY(network.runUntil([&] { return network.everybodyHasEverything(); }, kMinute));
    network.runFor(kMinute);
    for (std::size_t i = 0; i < network.size(); ++i) {
        const auto& node = network.node(i);
        QCOMPARE(node.store.ids(), network.expectedAt(i, node.interests));
        QCOMPARE(node.packetsUnknown, std::size_t{0});
        QVERIFY(node.refused.empty());
        for (const auto& peer : node.router->peers()) {
            QVERIFY(peer.upToDate);
        }
    }
}

void TestRouter::aGrownInterestBringsOlderRowsFromThirdParties() {
    const auto network = chainOfThree();
    network->setInterests(1, interestIn({1, 2}));
    network->setInterests(2, interestIn({2}));
    std::set<ShortId> byFirst;
    for (int n = 0; n < 90; ++n) {
        byFirst.insert(network->publish(0, 1));
        network->publish(1, static_cast<std::uint32_t>(1 + n % 3));
    }
    network->runFor(10000);
    QVERIFY(isSubset(byFirst, network->node(1).store.ids()));
    QCOMPARE(network->node(2).store.ids(), network->expectedAt(2, interestIn({2})));
    network->setInterests(2, interestIn({1, 2}));
    network->runFor(10000);
    QCOMPARE(network->node(2).store.ids(), network->expectedAt(2, interestIn({1, 2})));
    QVERIFY(isSubset(byFirst, network->node(2).store.ids()));
    QVERIFY(!network->connected(0, 2));
    QCOMPARE(network->node(2).packetsTwice, std::size_t{0});
    // Nobody is sent its own packets or what it sent itself.
    QCOMPARE(network->node(1).packetsTwice, std::size_t{0});
    QCOMPARE(network->node(0).packetsIn + network->node(0).offersIn, std::size_t{0});
}

void TestRouter::anInterestThatShrinksAndGrowsMissesNothing() {
    Network network(5, 2);
    network.setInterests(1, interestIn({1}));
    network.settle();
    for (std::uint32_t n = 0; n < 300; ++n) {
        network.publish(0, 1 + n % 4);
    }
    network.runFor(20);
    // Each change comes while the last one is still being served.
    const std::vector<std::vector<std::uint32_t>> steps{{1, 2}, {2}, {2, 3}, {3}, {1, 4}, {4}, {1, 2, 3}};
    for (const auto& classes : steps) {
        network.setInterests(1, interestIn(classes));
        network.publish(0, 2);
        network.runFor(70);
    }
    network.runFor(kMinute);
    QVERIFY(network.storesAreRight());
    QVERIFY(network.peerView(0, 1).upToDate);
}

void TestRouter::retractedRowsAreNotServed() {
    Network network(6, 2);
    network.setInterests(1, interestIn({1}));
    network.start(0);
    const auto gone = network.publish(0, 1);
    const auto kept = network.publish(0, 1);
    network.retract(0, gone);
    network.settle();
    QCOMPARE(network.node(1).store.ids(), std::set<ShortId>{kept});
}

void TestRouter::aReturningNodeGetsOnlyWhatItMissed() {
    Network network(21, 3);
    network.setInterests(1, interestIn({1}));
    network.setInterests(2, interestIn({2}));
    network.settle();
    for (int n = 0; n < 150; ++n) {
        network.publish(0, 1);
    }
    network.runFor(10000);
    const auto before = network.node(1).packetsIn + network.node(1).offersIn;
    QCOMPARE(network.node(1).store.rows().size(), std::size_t{150});
    network.crash(1);
    for (int n = 0; n < 300; ++n) {
        network.publish(0, 1);
    }
    network.runFor(kHour);
    network.start(1);
    QVERIFY(network.runUntil([&] { return network.everybodyHasEverything(); }, 5 * kMinute));
    network.runFor(kMinute);
    QVERIFY(network.storesAreRight());
    QCOMPARE(network.node(1).store.rows().size(), std::size_t{450});
    const auto after = network.node(1).packetsIn + network.node(1).offersIn;
    QCOMPARE(after - before, std::size_t{300});
}

void TestRouter::aRestartedSenderGoesOnFromItsCursor() {
    Network network(22, 2);
    network.setInterests(1, interestIn({1}));
    network.settle();
    for (int n = 0; n < 200; ++n) {
        network.publish(0, 1);
    }
    network.runFor(10000);
    network.crash(0);
    network.runFor(30000);
    network.start(0);
    const auto id = network.publish(0, 1);
    QVERIFY(network.runUntil([&] { return network.node(1).store.holds(id); }, kMinute));
    QCOMPARE(network.node(1).packetsIn, std::size_t{201});
    QCOMPARE(network.node(1).packetsTwice, std::size_t{0});
}

void TestRouter::manyRowsPassTheWindow() {
    Network network(23, 2);
    network.setInterests(1, interestIn({1}));
    network.start(0);
    for (std::uint32_t n = 0; n < 3000; ++n) {
        network.publish(0, n % 500 == 0 ? 1 : 2); // long stretches that match nothing
    }
    for (int n = 0; n < 1500; ++n) {
        network.publish(0, 1);
    }
    network.settle();
    QVERIFY(network.runUntil([&] { return network.everybodyHasEverything(); }, kMinute));
    QVERIFY(network.storesAreRight());
    QCOMPARE(network.node(1).packetsTwice, std::size_t{0});
}

namespace {

/// Two minutes of loss, restarts, broken and one-way links, full disks and changing interests.
void chaos(Network& network, std::size_t happenings) {
    auto& random = network.random();
    for (std::size_t n = 0; n < happenings; ++n) {
        network.runFor(static_cast<Millis>(random.below(4000)));
        const auto one = random.below(network.size());
        const auto other = (one + 1 + random.below(network.size() - 1)) % network.size();
        const auto until = network.now() + static_cast<Millis>(random.below(20000));
        switch (random.below(12)) {
        case 0:
            network.crash(one);
            network.at(until, [&network, one] { network.start(one); });
            break;
        case 1:
            network.crash(one); // back before the others have noticed
            network.start(one);
            break;
        case 2:
            network.breakLinks(one, other);
            break;
        case 3:
            network.block(one, other);
            network.at(until + 4 * (until - network.now()), [&network, one, other] { network.unblock(one, other); });
            break;
        case 4:
            network.setInterests(one, interestIn(someClasses(random)));
            break;
        case 5:
            network.node(one).busy = !network.node(one).busy;
            break;
        default:
            for (std::size_t many = random.below(8); many > 0; --many) {
                network.publish(one, static_cast<std::uint32_t>(1 + random.below(6)));
            }
        }
    }
}

} // namespace

void TestRouter::nothingIsLostWhateverHappens() {
    constexpr std::uint64_t kSeeds = 200;
    std::size_t packets = 0;
    std::size_t twice = 0;
    qInfo("seeds 1 to %d", static_cast<int>(kSeeds));
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        Network network(seed, 2 + seed % 4);
        network.weather = {5, 120, 0.3, 0.2, 0.2, seed % 3 == 0 ? Millis{4000} : Millis{0}};
        for (std::size_t i = 0; i < network.size(); ++i) {
            network.setInterests(i, interestIn(someClasses(network.random())));
            network.start(i);
            network.join(i, (i + 1) % network.size());
        }
        chaos(network, 30);
        network.runFor(kMinute + 40000);
        network.heal();
        network.startAll();
        for (std::size_t i = 0; i < network.size(); ++i) {
            network.node(i).busy = false;
        }
        // Frames go on being lost, doubled and overtaken to the end.
        const bool done = network.runUntil([&] { return network.everybodyHasEverything(); }, 3 * kHour);
        QVERIFY2(done, qPrintable(QStringLiteral("seed %1: packets are missing").arg(seed)));
        QVERIFY2(network.storesAreRight(), qPrintable(QStringLiteral("seed %1: a store is wrong").arg(seed)));
        QVERIFY2(!network.sawSpinning(), qPrintable(QStringLiteral("seed %1: a tick in the past").arg(seed)));
        packets += network.packets().size();
        for (std::size_t i = 0; i < network.size(); ++i) {
            QCOMPARE(network.node(i).packetsUnknown, std::size_t{0});
            twice += network.node(i).packetsTwice;
        }
    }
    qInfo("%d packets, %d repeats dropped by receivers", static_cast<int>(packets), static_cast<int>(twice));
}

void TestRouter::aBusyReceiverLosesNothing() {
    Network network(31, 2);
    network.setInterests(1, interestIn({1}));
    network.settle();
    network.node(1).busy = true;
    for (int n = 0; n < 700; ++n) {
        network.publish(0, 1);
    }
    network.runFor(5 * kMinute);
    QVERIFY(network.node(1).store.rows().empty());
    QVERIFY(network.node(1).batchesRefused > 8);
    QVERIFY(network.node(1).batchesRefused < 8 * 60); // repeated, not hammered
    QVERIFY(!network.peerView(0, 1).upToDate);
    network.node(1).busy = false;
    QVERIFY(network.runUntil([&] { return network.everybodyHasEverything(); }, kMinute));
    QVERIFY(network.storesAreRight());
}

void TestRouter::theSameSeedGivesTheSameHistory() {
    const auto history = [](std::uint64_t seed) {
        Network network(seed, 4);
        network.weather = {5, 120, 0.3, 0.2, 0.2, 500};
        for (std::size_t i = 0; i < network.size(); ++i) {
            network.setInterests(i, interestIn(someClasses(network.random())));
            network.start(i);
            network.join(i, (i + 1) % network.size());
        }
        chaos(network, 40);
        network.runFor(kMinute);
        return network.traceHash();
    };
    for (const std::uint64_t seed : {7U, 8U, 9U}) {
        const auto first = history(seed);
        qInfo("seed %d: trace %016llx", static_cast<int>(seed), static_cast<unsigned long long>(first));
        QCOMPARE(history(seed), first);
        QVERIFY(history(seed + 100) != first);
    }
}

void TestRouter::servedToAllFollowsTheSlowestPeer() {
    Network network(62, 3);
    network.setInterests(1, interestIn({1}));
    network.settle();
    network.publish(0, 1);
    network.publish(0, 2);
    network.runFor(5000);
    // Rows that nobody asks for count as served: there is nothing to wait for.
    QCOMPARE(network.node(0).router->servedToAll(), std::optional<Row>(2));
    network.node(1).busy = true;
    network.publish(0, 2);
    network.publish(0, 1);
    network.runFor(5000);
    QCOMPARE(network.node(0).router->servedToAll(), std::optional<Row>(3));
    network.node(1).busy = false;
    network.runFor(kMinute);
    QCOMPARE(network.node(0).router->servedToAll(), std::optional<Row>(4));
}

QTEST_APPLESS_MAIN(TestRouter)
#include "tst_router.moc"
