#include "support/virtual_network.h"

#include "crypto/sodium.h"

#include <QtTest/QTest>

#include <array>
#include <utility>

using namespace qis::core;
using namespace qis::test;

/// How nodes find each other, notice that somebody is gone and meet again.
class TestMeeting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSilentPeerIsGivenUpAndDialledAgain();
    void aOneWayLinkHealsByItself();
    void bothSidesOfAPartitionMeetAgain();
    void aNodeThatMovedIsFoundAgain();
    void anAddressThatDoesNotAnswerDoesNotHideOneThatDoes();
    void oneEndpointIsEnoughToFindEverybody_data();
    void oneEndpointIsEnoughToFindEverybody();
    void contactsLostOnTheWayAreToldAgain();
    void siteDocumentsTravelToEverybody();
    void withoutGossipOnlyNamedNodesAreDialled();
    void aQuietNetworkHardlyTicks();
};

namespace {

constexpr Millis kMinute = 60'000;
constexpr Millis kHour = 60 * kMinute;

using Network = VirtualNetwork;

} // namespace

void TestMeeting::aSilentPeerIsGivenUpAndDialledAgain() {
    Network network(41, 2);
    network.setInterests(1, interestIn({1}));
    network.settle();
    network.partition({0});
    const auto id = network.publish(0, 1);
    network.runFor(40000);
    QVERIFY(network.connected(0, 1));
    const auto connects = network.node(0).connects + network.node(1).connects;
    network.runFor(30000);
    QVERIFY(!network.peerView(0, 1).connected);
    QVERIFY(!network.peerView(1, 0).connected);
    network.runFor(kMinute);
    QVERIFY(network.node(0).connects + network.node(1).connects > connects);
    network.heal();
    QVERIFY(network.runUntil([&] { return network.node(1).store.holds(id); }, 2 * kMinute));
}

void TestMeeting::aOneWayLinkHealsByItself() {
    for (const auto& [from, to] : {std::pair<std::size_t, std::size_t>{0, 1}, {1, 0}}) {
        Network network(42, 2);
        network.setInterests(0, interestIn({1}));
        network.setInterests(1, interestIn({1}));
        network.settle();
        network.block(from, to);
        network.publish(0, 1);
        network.publish(1, 1);
        network.runFor(3 * kMinute);
        QVERIFY(!network.connected(0, 1));
        network.heal();
        QVERIFY(network.runUntil([&] { return network.everybodyHasEverything(); }, 3 * kMinute));
        QVERIFY(network.storesAreRight());
    }
}

void TestMeeting::bothSidesOfAPartitionMeetAgain() {
    Network network(43, 4);
    for (std::size_t i = 0; i < network.size(); ++i) {
        network.setInterests(i, interestIn({}));
    }
    network.settle();
    network.partition({0, 1});
    for (std::size_t n = 0; n < 40; ++n) {
        network.publish(n % 4, 1);
        network.runFor(2000);
    }
    network.runFor(kMinute);
    QVERIFY(network.connected(0, 1));
    QVERIFY(!network.connected(0, 2));
    QCOMPARE(network.node(0).store.rows().size(), std::size_t{20});
    network.heal();
    QVERIFY(network.runUntil([&] { return network.everybodyHasEverything() && network.allConnected(); }, 5 * kMinute));
    QVERIFY(network.storesAreRight());
}

void TestMeeting::aNodeThatMovedIsFoundAgain() {
    Network network(44, 3);
    network.setInterests(0, interestIn({1}));
    network.settle();
    network.crash(1);
    network.node(1).address = "tcp://elsewhere:4000";
    network.runFor(kMinute);
    network.start(1);
    const auto id = network.publish(1, 1);
    QVERIFY(network.runUntil([&] { return network.allConnected(); }, 2 * kMinute));
    QVERIFY(network.runUntil([&] { return network.node(0).store.holds(id); }, kMinute));
    // Now the others have to do the dialling.
    network.breakLinks(0, 1);
    network.breakLinks(1, 2);
    QVERIFY(network.runUntil([&] { return network.allConnected(); }, 2 * kMinute));
}

/// The operator named an address that nobody listens on any more, and the peer itself told a good one:
/// both are tried, and neither is dropped before it has had time for a handshake.
void TestMeeting::anAddressThatDoesNotAnswerDoesNotHideOneThatDoes() {
    Network network(45, 4);
    network.settle();
    auto& moved = network.node(0);
    network.crash(0);
    moved.address = "tcp://elsewhere:4000";
    moved.savedPeers.clear(); // dials nobody
    for (std::size_t i = 1; i < network.size(); ++i) {
        for (auto& [key, peer] : network.node(i).savedPeers) {
            if (key == deviceOf(0).author()) {
                peer.endpoint = moved.address;
            }
        }
        network.crash(i); // starts with the old endpoint joined and the new one remembered
        network.start(i);
    }
    network.weather.latencyLeast = 400; // a handshake takes a while, and much else goes on meanwhile
    network.weather.latencyMost = 900;
    network.start(0);
    const auto before = network.node(1).connects;
    QVERIFY(network.runUntil([&] { return network.allConnected(); }, 2 * kMinute));
    QVERIFY(network.node(1).connects - before < 20);
}

void TestMeeting::oneEndpointIsEnoughToFindEverybody_data() {
    QTest::addColumn<int>("nodes");
    for (const int nodes : {1, 2, 3, 17}) {
        QTest::addRow("%d", nodes) << nodes;
    }
}

void TestMeeting::oneEndpointIsEnoughToFindEverybody() {
    QFETCH(int, nodes);
    Network network(51, static_cast<std::size_t>(nodes));
    for (std::size_t i = 0; i < network.size(); ++i) {
        network.setInterests(i, interestIn({1}));
        network.start(i);
        network.join(i, 0); // the first one names itself, which must do no harm
        network.runFor(300);
    }
    QVERIFY(network.runUntil([&] { return network.allConnected(); }, 2 * kMinute));
    const auto id = network.publish(network.size() - 1, 1);
    network.runFor(5000);
    for (std::size_t i = 0; i < network.size(); ++i) {
        QVERIFY(network.node(i).store.holds(id));
        QCOMPARE(network.node(i).store.rows().size(), std::size_t{1});
        QCOMPARE(network.node(i).router->peers().size(), network.size() - 1);
    }
    if (nodes == 1) {
        QCOMPARE(network.node(0).connects, std::size_t{0});
        QVERIFY(!network.node(0).router->nextTick().has_value());
        QVERIFY(!network.node(0).router->servedToAll().has_value());
    }
}

void TestMeeting::contactsLostOnTheWayAreToldAgain() {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        Network network(seed, 6);
        network.weather.loss = 0.5;
        network.startAll();
        for (std::size_t i = 1; i < network.size(); ++i) {
            network.join(i, 0);
        }
        const bool met = network.runUntil([&] { return network.allConnected(); }, 2 * kHour);
        QVERIFY2(met, qPrintable(QStringLiteral("seed %1").arg(seed)));
    }
}

void TestMeeting::siteDocumentsTravelToEverybody() {
    Network network(53, 5);
    network.weather.loss = 0.3;
    network.settle();
    QVERIFY(network.runUntil(
        [&] {
            for (std::size_t i = 0; i < network.size(); ++i) {
                if (network.node(i).documents.size() != network.size()) {
                    return false;
                }
            }
            return true;
        },
        5 * kMinute));
    for (std::size_t i = 0; i < network.size(); ++i) {
        QCOMPARE(network.node(0).documents.at(blake2b256(siteDocumentOf(i))), siteDocumentOf(i));
    }
}

void TestMeeting::withoutGossipOnlyNamedNodesAreDialled() {
    const auto network = chainOfThree();
    network->runFor(kHour);
    QVERIFY(network->connected(0, 1));
    QVERIFY(network->connected(1, 2));
    QVERIFY(!network->connected(0, 2));
    QCOMPARE(network->node(0).connects, std::size_t{1});
    QCOMPARE(network->node(1).connects, std::size_t{0});
    network->crash(1);
    network->runFor(kMinute);
    network->start(1);
    QVERIFY(network->runUntil([&] { return network->connected(0, 1) && network->connected(1, 2); }, 2 * kMinute));
    QCOMPARE(network->node(1).connects, std::size_t{0});
}

void TestMeeting::aQuietNetworkHardlyTicks() {
    Network network(61, 3);
    network.setInterests(0, interestIn({1}));
    network.settle();
    network.crash(2); // known, wanted, and away for the day
    std::array<std::size_t, 2> before{network.node(0).ticks, network.node(1).ticks};
    network.runFor(24 * kHour);
    for (std::size_t i = 0; i < 2; ++i) {
        const auto ticks = network.node(i).ticks - before[i];
        qInfo("node %d: %d ticks in a day", static_cast<int>(i), static_cast<int>(ticks));
        // A PING every 20 s and a look at the absent node every 10 s make 12,960.
        QVERIFY(ticks < 15000);
        QVERIFY(network.node(i).connects < 10);
    }
    QVERIFY(!network.sawSpinning());
    QVERIFY(network.connected(0, 1));
}

QTEST_APPLESS_MAIN(TestMeeting)
#include "tst_meeting.moc"
