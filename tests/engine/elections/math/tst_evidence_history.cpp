#include "evidence_packets.h"

#include <QTest>

using namespace qis::core;
using namespace qis::test;

/// What evidence tells beside its sums: each site, the course, and what was taken back.
class TestEvidenceHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void givesEverySiteAnIntervalOfItsOwn();
    void followsTheRateInOrderOfIssue();
    void boundsTheCurve();
    void passesOverTablesWithoutExposed();
    void listsWhatWasTakenBack();
    void comparesWithWhatWasThereBefore();
};

void TestEvidenceHistory::initTestCase() {
    QVERIFY(initCrypto().ok());
}

void TestEvidenceHistory::givesEverySiteAnIntervalOfItsOwn() {
    const auto evidence =
        asked("effect-observed", {packet(1, 1, interaction(kBleed)), packet(1, 2, interaction(kNoBleed)),
                                  packet(2, 1, interaction(kNoBleed))});
    QCOMPARE(evidence.sites.size(), std::size_t{2});
    for (const auto& site : evidence.sites) {
        const auto alone = cappedRate({{site.n, site.events}});
        QCOMPARE(site.rate, alone.rate);
        QCOMPARE(site.low, alone.low);
        QCOMPARE(site.high, alone.high);
    }
    QCOMPARE(evidence.sites[0].rate, 0.5);
    QCOMPARE(evidence.sites[1].low, 0.0);
    QCOMPARE(evidence.sites[0].latest, packet(1, 2, {}).issued);
    const auto trials = tables({packet(1, 1, table(0, 0, 5, 6)), packet(1, 2, table(0, 0, 1, 1))});
    QCOMPARE(trials.sites[0].rate + trials.sites[0].low + trials.sites[0].high, 0.0);
    QCOMPARE(trials.sites[0].controlN, std::uint64_t{13});
    QCOMPARE(trials.sites[0].controlEvents, std::uint64_t{6});
}

void TestEvidenceHistory::followsTheRateInOrderOfIssue() {
    auto late = packet(1, 1, interaction(kBleed));
    late.issued += 5000; // the first of its site, issued after everything else
    const std::vector<EvidencePacket> packets{late, packet(2, 5, interaction(kBleed)),
                                              packet(3, 7, interaction(kNoBleed)), packet(2, 6, interaction(kNoBleed))};
    const auto evidence = asked("effect-observed", packets);
    QCOMPARE(evidence.series.size(), packets.size());
    const std::vector<std::size_t> order{1, 3, 2, 0};
    std::vector<EvidencePacket> soFar;
    for (std::size_t i = 0; i < order.size(); ++i) {
        soFar.push_back(packets[order[i]]);
        const auto then = asked("effect-observed", soFar);
        const auto& point = evidence.series[i];
        QCOMPARE(point.issued, packets[order[i]].issued);
        QCOMPARE(point.reports, std::uint64_t{i + 1});
        QCOMPARE(point.sites, std::uint64_t{then.sites.size()});
        QCOMPARE(point.n, then.n);
        QCOMPARE(point.events, then.events);
        QCOMPARE(point.rate, then.rate->rate);
        QCOMPARE(point.low, then.rate->low);
        QCOMPARE(point.high, then.rate->high);
    }
    QCOMPARE(evidence.series.back().rate, evidence.rate->rate);
    QVERIFY(asked("effect-observed", {}).series.empty());
}

void TestEvidenceHistory::boundsTheCurve() {
    std::vector<EvidencePacket> packets;
    for (std::uint32_t i = 0; i < 1001; ++i) {
        packets.push_back(packet(static_cast<std::uint8_t>(1 + i % 7), i, interaction(i % 3 == 0 ? kBleed : kNoBleed)));
    }
    const auto evidence = asked("effect-observed", packets);
    QCOMPARE(evidence.series.size(), kMaxSeriesPoints);
    QCOMPARE(evidence.series.back().reports, std::uint64_t{1001});
    QCOMPARE(evidence.series.back().rate, evidence.rate->rate);
    QCOMPARE(evidence.series.back().low, evidence.rate->low);
    QCOMPARE(evidence.series.back().high, evidence.rate->high);
}

void TestEvidenceHistory::passesOverTablesWithoutExposed() {
    const auto evidence = tables({packet(1, 1, table(1, 9, 2, 8)), packet(2, 2, table(0, 0, 3, 3))});
    QCOMPARE(evidence.packets, std::uint64_t{2});
    QCOMPARE(evidence.series.size(), std::size_t{1});
    QCOMPARE(evidence.series[0].rate, evidence.rate->rate);
}

void TestEvidenceHistory::listsWhatWasTakenBack() {
    auto first = packet(1, 1, interaction(kBleed));
    auto second = packet(2, 9, interaction(kBleed));
    first.retracted = second.retracted = true;
    first.retractedAt = 1'800'000'100;
    second.retractedAt = 1'800'000'000;
    const auto evidence = asked("effect-observed", {first, second, packet(3, 1, interaction(kBleed))});
    QCOMPARE(evidence.retractions.size(), std::size_t{2});
    QVERIFY(evidence.retractions[0].id == second.id && evidence.retractions[1].id == first.id);
    QVERIFY(evidence.retractions[0].site == second.site);
    QCOMPARE(evidence.retractions[0].issued, second.issued);
    QCOMPARE(evidence.retractions[0].retracted, second.retractedAt);
    QCOMPARE(evidence.series.size(), std::size_t{1}); // it is in no point of the curve
}

void TestEvidenceHistory::comparesWithWhatWasThereBefore() {
    const auto kept = packet(1, 1, interaction(kNoBleed));
    QVERIFY(!asked("effect-observed", {kept}).before);
    auto taken = packet(2, 1, interaction(kBleed));
    const auto all = asked("effect-observed", {kept, taken});
    taken.retracted = true;
    const auto evidence = asked("effect-observed", {kept, taken});
    QVERIFY(evidence.before && evidence.before->rate);
    QCOMPARE(evidence.before->n, all.n);
    QCOMPARE(evidence.before->events, all.events);
    QCOMPARE(evidence.before->rate->rate, all.rate->rate);
    QCOMPARE(evidence.before->rate->low, all.rate->low);
    // An amendment that was taken back leaves nothing of the case; before, it had stood for it.
    const auto original = packet(3, 1, interaction(kNoBleed));
    auto amended = amendmentOf(original, 2, interaction(kBleed));
    amended.retracted = true;
    const auto corrected = asked("effect-observed", {original, amended});
    QCOMPARE(corrected.n, std::uint64_t{0});
    QCOMPARE(corrected.events, std::uint64_t{0});
    QCOMPARE(corrected.before->n, std::uint64_t{1});
    QCOMPARE(corrected.before->events, std::uint64_t{1});
    // All of it taken back.
    const auto none = asked("effect-observed", {taken});
    QVERIFY(!none.rate && none.before->rate);
}

QTEST_APPLESS_MAIN(TestEvidenceHistory)
#include "tst_evidence_history.moc"
