// Two engines in one process, joined over the loopback.
#include "engine/node/engine_world.h"

#include <QTest>

using namespace qis;
using namespace qis::test;

namespace {

/// An engine that listens and one that joins it.
struct Pair {
    Homes homes;
    std::unique_ptr<Engine> a;
    std::unique_ptr<Engine> b;

    [[nodiscard]] bool openA() {
        a = homes.open("a");
        return a != nullptr;
    }
    [[nodiscard]] bool openB() {
        auto options = homes.options("b");
        options.listen.clear();
        options.join = {statusOf(*a).value->endpoints.front()};
        b = homes.open("b", options);
        return b != nullptr;
    }
    [[nodiscard]] bool connected() {
        return comesTrue(*b, [this] { return statusOf(*b).value->connectedPeers == 1; }) &&
               comesTrue(*a, [this] { return statusOf(*a).value->connectedPeers == 1; });
    }
    [[nodiscard]] static bool matchesReach(Engine& engine, const std::string& profile, std::size_t count) {
        return comesTrue(engine, [&] {
            const auto page = matchesOf(engine, profile);
            return page.ok() && page.value->rows.size() == count;
        });
    }
};

} // namespace

class TestEnginePair : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOutcomeReachesWhoeverAsks();
    void outcomesRouteBackToWhoeverAsksLater();
    void aSentOutcomeAsksForOthersLikeIt();
    void whatWasMissedArrivesAfterARestart();
    void aRetractionTravelsAfterItsOutcome();
    void whatNobodyAsksForStaysAway();
    void aDemoHomeAndARealOneDoNotMix();
    void oneCanBeJoinedWhileTheOtherRuns();
    void aRealHomeLetsInWhomItJoinsLater();
    void whatIsNoOtherNodeIsNotJoined();
    void whatWaitsSaysWhenItIsTriedNext();
};

void TestEnginePair::whatWaitsSaysWhenItIsTriedNext() {
    Pair pair;
    QVERIFY(pair.openA());
    // Nobody is known yet: there is nothing to wait for but a peer.
    QVERIFY(emitDraft(*pair.a, interaction(10)).ok());
    const auto alone = outboxOf(*pair.a).value->front();
    QCOMPARE(text(alone.reason), QByteArray("no-peers"));
    QCOMPARE(alone.nextAttempt, std::int64_t{0});
    // One that listens can be called back.
    auto options = pair.homes.options("b");
    options.join = {statusOf(*pair.a).value->endpoints.front()};
    pair.b = pair.homes.open("b", options);
    QVERIFY(pair.b && pair.connected());
    QVERIFY(comesTrue(*pair.a, [&] { return outboxOf(*pair.a).value->empty(); }));
    pair.b.reset();
    QVERIFY(comesTrue(*pair.a, [&] { return statusOf(*pair.a).value->connectedPeers == 0; }));
    QVERIFY(emitDraft(*pair.a, interaction(20)).ok());
    const auto row = outboxOf(*pair.a).value->front();
    QCOMPARE(text(row.reason), QByteArray("peer-offline"));
    const auto now = statusOf(*pair.a).value->now;
    constexpr std::int64_t kAnHour = 3600 * 1000;
    QVERIFY(row.nextAttempt >= row.since && row.nextAttempt < now + kAnHour);
    const auto page = ask<OutcomePage>([&](auto reply) { pair.a->listOutcomes({}, reply); });
    QCOMPARE(text(page.value->rows.front().state), QByteArray("waiting"));
    QVERIFY(page.value->rows.front().nextAttempt >= row.since);
}

void TestEnginePair::anOutcomeReachesWhoeverAsks() {
    Pair pair;
    QVERIFY(pair.openA() && pair.openB());
    QVERIFY(addProfile(*pair.b, "mine", interaction()).ok());
    QVERIFY(emitDraft(*pair.b, interaction(60)).ok()); // the own site's is no match and no evidence
    const auto emitted = emitDraft(*pair.a, interaction(70));
    QVERIFY(emitted.ok());
    QVERIFY(Pair::matchesReach(*pair.b, "mine", 1));
    const auto row = matchesOf(*pair.b, "mine").value->rows.front();
    QCOMPARE(text(row.id), text(emitted.value->id));
    QCOMPARE(text(row.siteName), QByteArray("Site a"));
    QCOMPARE(row.score, 1000);
    // Acknowledged once it is on the other's disk.
    QVERIFY(comesTrue(*pair.a, [&] { return outboxOf(*pair.a).value->empty(); }));
    QVERIFY(pair.connected());

    const auto explained = ask<ExplanationInfo>([&](auto reply) { pair.b->explainMatch(row.id, "mine", reply); });
    QVERIFY(explained.ok() && explained.value->signatureValid);
    int points = 0;
    for (const auto& dimension : explained.value->dimensions) {
        points += dimension.points;
    }
    QCOMPARE(points, explained.value->score);
    const auto evidence =
        ask<EvidenceInfo>([&](auto reply) { pair.b->gatherEvidence("mine", "effect-observed", reply); });
    QVERIFY(evidence.ok());
    QCOMPARE(evidence.value->sites, std::uint64_t{1});
    QCOMPARE(evidence.value->events, std::uint64_t{1});
    QCOMPARE(text(evidence.value->eventLabel), QByteArray("the effect observed"));
    QCOMPARE(evidence.value->series.size(), std::size_t{1});
    QCOMPARE(evidence.value->series.back().rate, evidence.value->rate->rate);
    QCOMPARE(evidence.value->series.back().issued, row.issued);
    QCOMPARE(evidence.value->bySite.front().high, evidence.value->rate->high);
    QVERIFY(evidence.value->retractions.empty() && !evidence.value->before);
    const auto verdict = statusOf(*pair.b).value->refusals;
    QVERIFY(verdict.empty());
}

void TestEnginePair::outcomesRouteBackToWhoeverAsksLater() {
    Pair pair;
    QVERIFY(pair.openA());
    for (int confidence = 1; confidence <= 5; ++confidence) {
        QVERIFY(emitDraft(*pair.a, interaction(confidence)).ok());
    }
    QVERIFY(pair.openB() && pair.connected());
    QVERIFY(comesTrue(*pair.a, [&] { return outboxOf(*pair.a).value->empty(); })); // nobody asks: served
    QCOMPARE(statusOf(*pair.b).value->packets, std::uint64_t{0});
    QVERIFY(addProfile(*pair.b, "mine", interaction()).ok());
    QVERIFY(Pair::matchesReach(*pair.b, "mine", 5));
}

void TestEnginePair::aSentOutcomeAsksForOthersLikeIt() {
    Pair pair;
    QVERIFY(pair.openA());
    const auto first = emitDraft(*pair.a, interaction(1));
    QVERIFY(pair.openB());
    const auto second = emitDraft(*pair.b, interaction(2));
    QVERIFY(first.ok() && second.ok());
    QVERIFY(Pair::matchesReach(*pair.a, "outcome:" + first.value->id, 1));
    QVERIFY(Pair::matchesReach(*pair.b, "outcome:" + second.value->id, 1));
    QCOMPARE(text(matchesOf(*pair.a, "outcome:" + first.value->id).value->rows.front().id), text(second.value->id));
}

void TestEnginePair::whatWasMissedArrivesAfterARestart() {
    Pair pair;
    QVERIFY(pair.openA() && pair.openB());
    QVERIFY(addProfile(*pair.b, "mine", interaction()).ok());
    QVERIFY(emitDraft(*pair.a, interaction(1)).ok());
    QVERIFY(Pair::matchesReach(*pair.b, "mine", 1));
    QVERIFY(comesTrue(*pair.a, [&] { return outboxOf(*pair.a).value->empty(); }));
    pair.b.reset();
    QVERIFY(emitDraft(*pair.a, interaction(2)).ok());
    QCOMPARE(outboxOf(*pair.a).value->size(), std::size_t{1});
    QVERIFY(pair.openB());
    QVERIFY(Pair::matchesReach(*pair.b, "mine", 2));
    QVERIFY(comesTrue(*pair.a, [&] { return outboxOf(*pair.a).value->empty(); }));
}

void TestEnginePair::aRetractionTravelsAfterItsOutcome() {
    Pair pair;
    QVERIFY(pair.openA() && pair.openB());
    QVERIFY(addProfile(*pair.b, "mine", interaction()).ok());
    const auto emitted = emitDraft(*pair.a, interaction(1));
    QVERIFY(Pair::matchesReach(*pair.b, "mine", 1));
    QVERIFY(ask<Emitted>([&](auto reply) { pair.a->retractOutcome(emitted.value->id, 0, reply); }).ok());
    QVERIFY(comesTrue(*pair.b, [&] { return matchesOf(*pair.b, "mine").value->rows.front().retracted; }));
    const auto evidence = ask<EvidenceInfo>([&](auto reply) { pair.b->gatherEvidence("mine", {}, reply); });
    QCOMPARE(evidence.value->retracted, std::uint64_t{1});
    QCOMPARE(evidence.value->packets, std::uint64_t{0});
    QCOMPARE(evidence.value->retractions.size(), std::size_t{1});
    QCOMPARE(text(evidence.value->retractions.front().id), text(emitted.value->id));
    QVERIFY(evidence.value->retractions.front().retracted >= evidence.value->retractions.front().issued);
    QVERIFY(evidence.value->before && evidence.value->before->rate && !evidence.value->rate);
    // Only its author takes an outcome back.
    const auto foreign = ask<Emitted>([&](auto reply) { pair.b->retractOutcome(emitted.value->id, 0, reply); });
    QCOMPARE(text(foreign.failure.code), QByteArray("foreign-target"));
}

void TestEnginePair::whatNobodyAsksForStaysAway() {
    Pair pair;
    QVERIFY(pair.openA() && pair.openB());
    QVERIFY(addProfile(*pair.b, "mine", interaction()).ok());
    QVERIFY(emitDraft(*pair.a, interaction(1, "simvastatin")).ok());
    const auto wanted = emitDraft(*pair.a, interaction(2));
    QVERIFY(Pair::matchesReach(*pair.b, "mine", 1)); // it came after the other one
    QCOMPARE(text(matchesOf(*pair.b, "mine").value->rows.front().id), text(wanted.value->id));
    QCOMPARE(statusOf(*pair.b).value->packets, std::uint64_t{1});
}

void TestEnginePair::aDemoHomeAndARealOneDoNotMix() {
    Pair pair;
    QVERIFY(pair.homes.make("b", "correct horse").ok());
    QVERIFY(pair.openA());
    auto options = pair.homes.options("b");
    options.passphrase = "correct horse";
    options.join = {statusOf(*pair.a).value->endpoints.front()};
    pair.b = pair.homes.open("b", options);
    QVERIFY(pair.b);
    QVERIFY(comesTrue(*pair.a, [&] {
        const auto counters = statusOf(*pair.a).value->counters;
        return counters.contains("link-wrong-network");
    }));
    QCOMPARE(statusOf(*pair.a).value->connectedPeers, std::uint64_t{0});
    QCOMPARE(statusOf(*pair.b).value->connectedPeers, std::uint64_t{0});
}

void TestEnginePair::oneCanBeJoinedWhileTheOtherRuns() {
    Pair pair;
    QVERIFY(pair.openA());
    auto options = pair.homes.options("b");
    options.listen.clear();
    pair.b = pair.homes.open("b", options);
    QVERIFY(pair.b);
    const auto endpoint = statusOf(*pair.a).value->endpoints.front();
    const auto join = [&] { return ask<Nothing>([&](auto reply) { pair.b->joinNode(endpoint, reply); }); };
    QCOMPARE(codeOf(join()), QByteArray("ok"));
    QVERIFY(pair.connected());
    // Twice is no more than once.
    QCOMPARE(codeOf(join()), QByteArray("ok"));
    QCOMPARE(statusOf(*pair.b).value->peers.size(), std::size_t{1});
    // It is remembered.
    pair.b = nullptr;
    pair.b = pair.homes.open("b", options);
    QVERIFY(pair.b && pair.connected());
}

void TestEnginePair::aRealHomeLetsInWhomItJoinsLater() {
    Pair pair;
    const std::string passphrase = "correct horse";
    QVERIFY(pair.homes.make("a", passphrase).ok() && pair.homes.make("b", passphrase).ok());
    const auto open = [&](const std::string& name) {
        auto options = pair.homes.options(name);
        options.passphrase = passphrase;
        return pair.homes.open(name, options);
    };
    pair.a = open("a");
    pair.b = open("b");
    QVERIFY(pair.a && pair.b);
    const auto join = [](Engine& one, Engine& other) {
        const auto endpoint = statusOf(other).value->endpoints.front();
        return ask<Nothing>([&](auto reply) { one.joinNode(endpoint, reply); });
    };
    QVERIFY(join(*pair.a, *pair.b).ok());
    QVERIFY(join(*pair.b, *pair.a).ok());
    QVERIFY(pair.connected());
}

void TestEnginePair::whatIsNoOtherNodeIsNotJoined() {
    Pair pair;
    QVERIFY(pair.openA());
    const auto own = statusOf(*pair.a).value->endpoints.front();
    for (const auto& endpoint : {own, std::string("tcp://127.0.0.1:1#") + own.substr(own.size() - 64), std::string{},
                                 std::string("nonsense"), std::string("tcp://127.0.0.1:1"),
                                 std::string("ipc:///tmp/x#") + std::string(64, 'a'), std::string(1 << 20, 'x')}) {
        const auto joined = ask<Nothing>([&](auto reply) { pair.a->joinNode(endpoint, reply); });
        QCOMPARE(codeOf(joined), QByteArray("bad-endpoint"));
    }
    QVERIFY(statusOf(*pair.a).value->peers.empty());
}

QTEST_APPLESS_MAIN(TestEnginePair)
#include "tst_engine_pair.moc"
