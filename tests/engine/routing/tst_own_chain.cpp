// A home restored from a backup asks peers for its own chain, and to be served from the beginning.
#include "support/driven_router.h"
#include "support/virtual_network.h"

#include <QtTest/QTest>

using namespace qis::core;
using namespace qis::test;

class TestOwnChain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksWhoeverConnects();
    void asksPageByPage();
    void whoeverDoesNotAnswerIsSilent();
    void whatCouldNotBeKeptIsAskedForAgain();
    void answersThatNobodyAskedForAreRefused();
    void strangersLearnNothing();
    void aFloodOfQuestionsIsCutOff();
    void theEndIsAskedForAgainFromTimeToTime();
    void startingOverComesBeforeTheInterest();
    void aRestoredNodeGetsBackWhatOthersHold_data();
    void aRestoredNodeGetsBackWhatOthersHold();
};

namespace {

constexpr LinkId kLink = 7;
constexpr Millis kMinute = 60'000;

frame::Chain chainOf(std::uint64_t after, std::size_t packets) {
    frame::Chain chain{after, {}, {}};
    for (std::size_t i = 0; i < packets; ++i) {
        chain.packets.emplace_back(20, static_cast<std::uint8_t>(i + 1));
    }
    chain.top.emplace_back(20, static_cast<std::uint8_t>(packets));
    return chain;
}

ChainAnswer answerOf(const DrivenRouter& driven) {
    return driven.router.peers().front().chain;
}

} // namespace

void TestOwnChain::asksWhoeverConnects() {
    DrivenRouter driven;
    driven.meet(kLink, 1, {});
    QVERIFY(answerOf(driven) == ChainAnswer::None);
    driven.step(event::AskOwnChain{6});
    QCOMPARE(driven.sent<frame::ChainGet>().size(), 1U);
    QCOMPARE(driven.sent<frame::ChainGet>().front().after, 6U);
    driven.linkUp(kLink + 1, 2);
    driven.receive(kLink + 1, 2, driven.helloOf(2));
    QCOMPARE(driven.sent<frame::ChainGet>().size(), 1U);
    QVERIFY(answerOf(driven) == ChainAnswer::Awaited);

    driven.receive(kLink, 1, frame::Chain{6, {Bytes(9, 9)}, {}});
    const auto own = driven.did<action::OwnPackets>();
    QCOMPARE(own.size(), 1U);
    QVERIFY(own[0].peer == deviceOf(1).author() && own[0].packets.empty() && own[0].top.size() == 1);
    driven.step(event::OwnPacketsKept{own[0].peer, true, true, 6});
    const auto peers = driven.router.peers();
    QVERIFY(std::any_of(peers.begin(), peers.end(),
                        [&](const PeerView& peer) { return peer.chain == ChainAnswer::Given; }));
}

void TestOwnChain::asksPageByPage() {
    DrivenRouter driven;
    driven.step(event::AskOwnChain{0});
    driven.meet(kLink, 1, {});
    driven.receive(kLink, 1, chainOf(0, kMaxBatchPackets));
    driven.step(event::OwnPacketsKept{deviceOf(1).author(), true, false, 64});
    QCOMPARE(driven.sent<frame::ChainGet>().front().after, 64U);
    driven.receive(kLink, 1, chainOf(64, 3));
    driven.step(event::OwnPacketsKept{deviceOf(1).author(), true, true, 67});
    QVERIFY(driven.sent<frame::ChainGet>().empty());
    QVERIFY(answerOf(driven) == ChainAnswer::Given);

    // Pages that do not get on would go on for ever.
    DrivenRouter stuck;
    stuck.step(event::AskOwnChain{5});
    stuck.meet(kLink, 1, {});
    stuck.receive(kLink, 1, chainOf(5, 2));
    stuck.step(event::OwnPacketsKept{deviceOf(1).author(), true, false, 5});
    QVERIFY(stuck.sent<frame::ChainGet>().empty());
    QVERIFY(answerOf(stuck) == ChainAnswer::Silent);
}

void TestOwnChain::whoeverDoesNotAnswerIsSilent() {
    DrivenRouter driven;
    driven.step(event::AskOwnChain{0});
    driven.meet(kLink, 1, {});
    std::size_t asked = 1;
    for (; answerOf(driven) != ChainAnswer::Silent && asked < 10; ++asked) {
        driven.now = *driven.router.nextTick();
        driven.step(event::Tick{});
        asked -= driven.sent<frame::ChainGet>().empty() ? 1U : 0U;
    }
    QCOMPARE(asked, 4U);
    // Late is better than never.
    driven.receive(kLink, 1, chainOf(0, 1));
    driven.step(event::OwnPacketsKept{deviceOf(1).author(), true, true, 1});
    QVERIFY(answerOf(driven) == ChainAnswer::Given);
}

void TestOwnChain::whatCouldNotBeKeptIsAskedForAgain() {
    DrivenRouter driven;
    driven.step(event::AskOwnChain{0});
    driven.meet(kLink, 1, {});
    driven.receive(kLink, 1, chainOf(0, 1));
    driven.step(event::OwnPacketsKept{deviceOf(1).author(), false, false, 0});
    QVERIFY(driven.sent<frame::ChainGet>().empty());
    QVERIFY(answerOf(driven) != ChainAnswer::Given);
    driven.now += kMinute;
    driven.step(event::Tick{});
    QCOMPARE(driven.sent<frame::ChainGet>().size(), 1U);
}

void TestOwnChain::answersThatNobodyAskedForAreRefused() {
    DrivenRouter driven;
    driven.meet(kLink, 1, {});
    const auto refuses = [&](const frame::Chain& chain) {
        driven.receive(kLink, 1, chain);
        const auto counts = driven.did<action::Count>();
        return driven.actions.size() == 1 && counts.size() == 1 && counts[0].code == Code::BadFeed;
    };
    QVERIFY(refuses(chainOf(0, 1))); // never asked
    driven.step(event::AskOwnChain{6});
    QVERIFY(refuses(chainOf(5, 1)));              // to another question
    QVERIFY(refuses(chainOf(kMaxChainPlace, 1))); // the last place there is
    driven.receive(kLink, 1, chainOf(6, 1));
    QCOMPARE(driven.did<action::OwnPackets>().size(), 1U);
    QVERIFY(refuses(chainOf(6, 1))); // twice
}

void TestOwnChain::strangersLearnNothing() {
    DrivenRouter driven;
    driven.linkUp(kLink, 1);
    driven.receive(kLink, 1, frame::ChainGet{0});
    QVERIFY(driven.did<action::ReadChain>().empty());
    driven.receive(kLink, 1, driven.helloOf(1));
    driven.receive(kLink, 1, frame::ChainGet{3});
    const auto read = driven.did<action::ReadChain>();
    QCOMPARE(read.size(), 1U);
    QVERIFY(read[0].peer == deviceOf(1).author() && read[0].after == 3);
    driven.step(event::ChainRead{kLink, 3, {Bytes(30, 1)}, {Bytes(30, 1)}});
    QCOMPARE(driven.sent<frame::Chain>().size(), 1U);
    driven.step(event::LinkDown{kLink});
    driven.step(event::ChainRead{kLink, 3, {}, {}});
    QVERIFY(driven.actions.empty());
}

void TestOwnChain::aFloodOfQuestionsIsCutOff() {
    DrivenRouter driven;
    driven.meet(kLink, 1, {});
    std::size_t read = 0;
    std::size_t refused = 0;
    for (int i = 0; i < 5000; ++i) {
        driven.receive(kLink, 1, frame::ChainGet{0});
        read += driven.did<action::ReadChain>().size();
        refused += driven.did<action::Count>().size();
    }
    QCOMPARE(read, 200U);
    QCOMPARE(refused, 4800U);
    driven.now += kMinute;
    driven.receive(kLink, 1, frame::ChainGet{0});
    QCOMPARE(driven.did<action::ReadChain>().size(), 1U);
}

void TestOwnChain::theEndIsAskedForAgainFromTimeToTime() {
    DrivenRouter driven;
    driven.step(event::AskOwnChain{6});
    driven.meet(kLink, 1, {});
    driven.receive(kLink, 1, chainOf(6, 0));
    driven.step(event::OwnPacketsKept{deviceOf(1).author(), true, true, 6});
    driven.step(event::AskOwnChain{9, false});
    QVERIFY(driven.actions.empty());
    std::size_t asked = 0;
    for (const Millis end = driven.now + 11 * kMinute; driven.now < end; driven.now += 10'000) {
        driven.step(event::Tick{});
        for (const auto& get : driven.sent<frame::ChainGet>()) {
            QCOMPARE(get.after, 9U);
            ++asked;
            driven.receive(kLink, 1, chainOf(9, 0));
            driven.step(event::OwnPacketsKept{deviceOf(1).author(), true, true, 9});
        }
        driven.receive(kLink, 1, frame::Ping{true, {}});
    }
    QCOMPARE(asked, 1U);
}

void TestOwnChain::startingOverComesBeforeTheInterest() {
    DrivenRouter driven;
    driven.step(event::InterestsChanged{interestIn({1})});
    driven.step(event::StartOver{{deviceOf(2).author()}});
    driven.linkUp(kLink, 1);
    driven.receive(kLink, 1, driven.helloOf(1));
    QCOMPARE(driven.sent<frame::Interest>().size(), 1U);
    QVERIFY(driven.sent<frame::Interest>().front().interests.empty());
    // The acknowledgement of an interest from before says nothing.
    driven.receive(kLink, 1, frame::InterestAck{interestDigest(interestIn({1}))});
    QVERIFY(driven.actions.empty());
    driven.receive(kLink, 1, frame::InterestAck{interestDigest({})});
    QCOMPARE(driven.did<action::StartedOver>().size(), 1U);
    QVERIFY(driven.sent<frame::Interest>().front().interests == interestIn({1}));
    // Those who have heard of it already are spared.
    driven.linkUp(kLink + 1, 2);
    driven.receive(kLink + 1, 2, driven.helloOf(2));
    QVERIFY(driven.sent<frame::Interest>().front().interests == interestIn({1}));
}

void TestOwnChain::aRestoredNodeGetsBackWhatOthersHold_data() {
    QTest::addColumn<double>("loss");
    QTest::addColumn<double>("duplication");
    QTest::addColumn<double>("reordering");
    QTest::addColumn<bool>("restarts");
    QTest::newRow("fair weather") << 0.0 << 0.0 << 0.0 << false;
    QTest::newRow("loss") << 0.3 << 0.0 << 0.0 << false;
    QTest::newRow("duplication") << 0.0 << 0.5 << 0.0 << false;
    QTest::newRow("reordering") << 0.0 << 0.0 << 0.3 << false;
    QTest::newRow("restarts") << 0.0 << 0.0 << 0.0 << true;
    QTest::newRow("everything") << 0.2 << 0.2 << 0.2 << true;
}

void TestOwnChain::aRestoredNodeGetsBackWhatOthersHold() {
    QFETCH(double, loss);
    QFETCH(double, duplication);
    QFETCH(double, reordering);
    QFETCH(bool, restarts);
    constexpr std::size_t kNodes = 4;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        VirtualNetwork network(seed, kNodes);
        network.setInterests(0, interestIn({1, 2, 3}));
        for (std::size_t i = 1; i < kNodes; ++i) {
            network.setInterests(i, interestIn({static_cast<std::uint32_t>(i)}));
        }
        network.settle();
        const auto everybodyPublishes = [&] {
            for (std::uint32_t round = 0; round < 12; ++round) {
                for (std::size_t i = 0; i < kNodes; ++i) {
                    network.publish(i, round % 4); // class 0 interests nobody
                }
            }
        };
        everybodyPublishes();
        QVERIFY(network.runUntil([&] { return network.everybodyHasEverything(); }, 10 * kMinute));
        network.backUp(0);
        everybodyPublishes();
        QVERIFY(network.runUntil([&] { return network.everybodyHasEverything(); }, 10 * kMinute));
        network.runFor(kMinute);

        std::set<std::uint64_t> heldByOthers;
        for (std::size_t i = 1; i < kNodes; ++i) {
            heldByOthers.merge(network.placesHeld(i, 0));
        }
        QCOMPARE(*heldByOthers.rbegin(), 24U);
        network.weather.loss = loss;
        network.weather.duplication = duplication;
        network.weather.reordering = reordering;
        network.restore(0);
        if (restarts) {
            for (int i = 0; i < 6; ++i) {
                network.runFor(static_cast<Millis>(network.random().below(9000)));
                const auto which = network.random().below(kNodes);
                network.crash(which);
                network.runFor(static_cast<Millis>(network.random().below(3000)));
                network.start(which);
            }
        }
        const auto complete = [&] {
            const auto back = network.placesHeld(0, 0);
            return std::includes(back.begin(), back.end(), heldByOthers.begin(), heldByOthers.end()) &&
                   network.everybodyHasEverything() && network.node(0).chainKnownBy.size() == kNodes - 1;
        };
        QVERIFY2(network.runUntil(complete, 60 * kMinute), qPrintable(QString::number(seed)));
        QVERIFY(!network.sawSpinning());
        QCOMPARE(network.node(0).startedOver.size(), kNodes - 1);
    }
}

QTEST_APPLESS_MAIN(TestOwnChain)
#include "tst_own_chain.moc"
