#include "evidence_packets.h"

#include "crypto/sodium.h"
#include "source_dir.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <random>

using namespace qis::core;
using namespace qis::test;

namespace {

CaseCommitment commitment(std::uint8_t number) {
    CaseCommitment result;
    result.bytes.fill(number);
    return result;
}

bool isSame(const Evidence& a, const Evidence& b) {
    const auto sameRate = [](const std::optional<CappedRate>& x, const std::optional<CappedRate>& y) {
        return x.has_value() == y.has_value() &&
               (!x || (x->rate == y->rate && x->low == y->low && x->high == y->high && x->effectiveN == y->effectiveN &&
                       x->effectiveSites == y->effectiveSites && x->shares == y->shares));
    };
    const auto sameSite = [](const SiteEvidence& x, const SiteEvidence& y) {
        return x.site == y.site && x.packets == y.packets && x.n == y.n && x.events == y.events && x.share == y.share &&
               x.rate == y.rate && x.low == y.low && x.high == y.high && x.controlN == y.controlN &&
               x.controlEvents == y.controlEvents && x.latest == y.latest;
    };
    const auto samePoint = [](const SeriesPoint& x, const SeriesPoint& y) {
        return x.issued == y.issued && x.reports == y.reports && x.sites == y.sites && x.n == y.n &&
               x.events == y.events && x.rate == y.rate && x.low == y.low && x.high == y.high;
    };
    const auto sameRetraction = [](const Retraction& x, const Retraction& y) {
        return x.id == y.id && x.site == y.site && x.issued == y.issued && x.retracted == y.retracted;
    };
    const auto sameBefore = [&sameRate](const std::optional<Unretracted>& x, const std::optional<Unretracted>& y) {
        return x.has_value() == y.has_value() &&
               (!x || (x->n == y->n && x->events == y->events && sameRate(x->rate, y->rate)));
    };
    return a.packets == b.packets && a.retracted == b.retracted && a.superseded == b.superseded &&
           a.suspended == b.suspended && a.notRecorded == b.notRecorded && a.n == b.n && a.events == b.events &&
           sameRate(a.rate, b.rate) && sameRate(a.controlRate, b.controlRate) && a.totals == b.totals &&
           std::equal(a.sites.begin(), a.sites.end(), b.sites.begin(), b.sites.end(), sameSite) &&
           std::equal(a.series.begin(), a.series.end(), b.series.begin(), b.series.end(), samePoint) &&
           std::equal(a.retractions.begin(), a.retractions.end(), b.retractions.begin(), b.retractions.end(),
                      sameRetraction) &&
           sameBefore(a.before, b.before) && a.digest == b.digest;
}

} // namespace

class TestEvidence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void countsCasesBySite();
    void doesNotDependOnTheOrder();
    void theDigestTellsWhatCounted();
    void leavesOutWhatWasTakenBack();
    void leavesOutWhoContradictsItself();
    void countsAnAmendmentInsteadOfItsTarget();
    void onlyItsOwnSiteAmends();
    void countsACaseOncePerSite();
    void doesNotReadNotRecordedAsNo();
    void countsFiguresOfTheirOwnEventOnly();
    void countsReportsOnly();
    void addsTablesUp();
    void keepsTablesWithoutAnArm();
    void oneSiteIsOneVoice();
    void saysNothingOfNothing();
    void countsEverySiteItIsGiven();
};

void TestEvidence::initTestCase() {
    QVERIFY(initCrypto().ok());
}

void TestEvidence::countsCasesBySite() {
    const auto evidence =
        asked("effect-observed", {packet(2, 1, interaction(kBleed)), packet(1, 1, interaction(kBleed)),
                                  packet(1, 2, interaction(kNoBleed, R"(,"basis":{"kind":"case"})"))});
    QCOMPARE(evidence.packets, std::uint64_t{3});
    QCOMPARE(evidence.n, std::uint64_t{3});
    QCOMPARE(evidence.events, std::uint64_t{2});
    QCOMPARE(evidence.sites.size(), std::size_t{2});
    QVERIFY(evidence.sites[0].site < evidence.sites[1].site);
    QCOMPARE(evidence.sites[0].n, std::uint64_t{2});
    QCOMPARE(evidence.sites[0].events, std::uint64_t{1});
    QCOMPARE(evidence.sites[0].share, 0.5);
    QCOMPARE(evidence.rate->rate, 0.75); // each site a half
    QVERIFY(!evidence.controlRate);
}

void TestEvidence::doesNotDependOnTheOrder() {
    constexpr unsigned kSeed = 7;
    qInfo() << "seed" << kSeed;
    std::mt19937 random(kSeed);
    std::vector<EvidencePacket> packets;
    for (std::uint32_t i = 0; i < 200; ++i) {
        auto one = packet(static_cast<std::uint8_t>(1 + random() % 12), i,
                          random() % 4 == 0 ? interaction(kBleed, R"(,"basis":{"kind":"counts","n":20,"events":13})")
                                            : interaction(random() % 2 == 0 ? kBleed : kNoBleed));
        one.retracted = random() % 10 == 0;
        one.suspended = random() % 20 == 0;
        if (random() % 4 == 0) {
            one.content.caseCommitment = commitment(static_cast<std::uint8_t>(random() % 5));
        }
        if (!packets.empty() && random() % 6 == 0) {
            one.content.kind = Kind::Amendment;
            one.content.target = shortId(packets[random() % packets.size()].id);
        }
        packets.push_back(one);
        if (random() % 9 == 0) {
            packets.push_back(one); // came twice
        }
    }
    const auto first = asked("effect-observed", packets);
    QVERIFY(first.packets > 0 && first.superseded > 0 && first.retracted > 0 && first.suspended > 0);
    for (int round = 0; round < 50; ++round) {
        std::shuffle(packets.begin(), packets.end(), random);
        QVERIFY(isSame(asked("effect-observed", packets), first));
    }
}

void TestEvidence::theDigestTellsWhatCounted() {
    const auto one = packet(1, 1, interaction(kBleed));
    const auto two = packet(2, 1, interaction(kBleed));
    auto taken = packet(3, 1, interaction(kBleed));
    taken.retracted = true;
    const auto both = asked("effect-observed", {one, two});
    QVERIFY(both.digest != asked("effect-observed", {one}).digest);
    QVERIFY(asked("effect-observed", {two}).digest != asked("effect-observed", {one}).digest);
    QVERIFY(both.digest == asked("effect-observed", {taken, two, one}).digest);
    Bytes ids(one.id.bytes.begin(), one.id.bytes.end());
    ids.insert(ids.end(), two.id.bytes.begin(), two.id.bytes.end());
    QVERIFY(both.digest == blake2b256(ids));
}

void TestEvidence::leavesOutWhatWasTakenBack() {
    auto taken = packet(1, 1, interaction(kBleed));
    taken.retracted = true;
    const auto evidence = asked("effect-observed", {taken, packet(1, 2, interaction(kNoBleed))});
    QCOMPARE(evidence.retracted, std::uint64_t{1});
    QCOMPARE(evidence.packets, std::uint64_t{1});
    QCOMPARE(evidence.events, std::uint64_t{0});
}

void TestEvidence::leavesOutWhoContradictsItself() {
    auto forked = packet(1, 1, interaction(kBleed));
    forked.suspended = true;
    const auto evidence = asked("effect-observed", {forked, packet(2, 1, interaction(kNoBleed))});
    QCOMPARE(evidence.suspended, std::uint64_t{1});
    QCOMPARE(evidence.sites.size(), std::size_t{1});
    QCOMPARE(evidence.events, std::uint64_t{0});
}

void TestEvidence::countsAnAmendmentInsteadOfItsTarget() {
    const auto original = packet(1, 1, interaction(kBleed));
    const auto amended = amendmentOf(original, 2, interaction(kNoBleed));
    const auto again = amendmentOf(amended, 3, interaction(kBleed));
    auto evidence = asked("effect-observed", {original, amended});
    QCOMPARE(evidence.superseded, std::uint64_t{1});
    QCOMPARE(evidence.n, std::uint64_t{1});
    QCOMPARE(evidence.events, std::uint64_t{0});
    evidence = asked("effect-observed", {again, amended, original});
    QCOMPARE(evidence.superseded, std::uint64_t{2});
    QCOMPARE(evidence.n, std::uint64_t{1});
    QCOMPARE(evidence.events, std::uint64_t{1});
    // Taken back, it leaves nothing: the first version was called wrong, and now the second is.
    auto taken = amended;
    taken.retracted = true;
    evidence = asked("effect-observed", {original, taken});
    QCOMPARE(evidence.superseded, std::uint64_t{1});
    QCOMPARE(evidence.retracted, std::uint64_t{1});
    QCOMPARE(evidence.n, std::uint64_t{0});
    // What was replaced already does not count as taken back.
    auto both = original;
    both.retracted = true;
    evidence = asked("effect-observed", {both, amended});
    QCOMPARE(evidence.superseded, std::uint64_t{1});
    QCOMPARE(evidence.retracted, std::uint64_t{0});
    // The amendment may match no longer and be missing here.
    auto alone = original;
    alone.replaced = true;
    evidence = asked("effect-observed", {alone});
    QCOMPARE(evidence.superseded, std::uint64_t{1});
    QCOMPARE(evidence.n, std::uint64_t{0});
    // One whose author is suspended replaces nothing.
    auto suspended = amended;
    suspended.suspended = true;
    QCOMPARE(asked("effect-observed", {original, suspended}).events, std::uint64_t{1});
    // Its target may not be held here.
    QCOMPARE(asked("effect-observed", {amended}).n, std::uint64_t{1});
}

void TestEvidence::onlyItsOwnSiteAmends() {
    const auto original = packet(1, 1, interaction(kBleed));
    auto foreign = packet(2, 1, interaction(kNoBleed));
    foreign.content.kind = Kind::Amendment;
    foreign.content.target = shortId(original.id);
    const auto evidence = asked("effect-observed", {original, foreign});
    QCOMPARE(evidence.superseded, std::uint64_t{0});
    QCOMPARE(evidence.events, std::uint64_t{1});
    QCOMPARE(evidence.n, std::uint64_t{2});
}

void TestEvidence::countsACaseOncePerSite() {
    auto first = packet(1, 1, interaction(kBleed));
    auto second = packet(1, 2, interaction(kNoBleed));
    auto elsewhere = packet(2, 1, interaction(kBleed));
    for (auto* one : {&first, &second, &elsewhere}) {
        one->content.caseCommitment = commitment(9);
    }
    auto evidence = asked("effect-observed", {first, second, elsewhere});
    QCOMPARE(evidence.superseded, std::uint64_t{1});
    QCOMPARE(evidence.n, std::uint64_t{2});
    QCOMPARE(evidence.events, std::uint64_t{1}); // the newest telling counts
    second.retracted = true;
    evidence = asked("effect-observed", {second, first});
    QCOMPARE(evidence.superseded, std::uint64_t{0});
    QCOMPARE(evidence.events, std::uint64_t{1}); // and without it the one before
    second.retracted = false;
    second.content.caseCommitment = commitment(8);
    QCOMPARE(asked("effect-observed", {second, first}).n, std::uint64_t{2});
}

void TestEvidence::doesNotReadNotRecordedAsNo() {
    const auto unsaid = packet(1, 1, interaction(kBleed));
    const auto yes = packet(2, 1,
                            interaction(R"({"effect":"gastrointestinal-bleeding","observed":true,)"
                                        R"("seriousness":"hospitalisation"})"));
    const auto no = packet(3, 1,
                           interaction(R"({"effect":"gastrointestinal-bleeding","observed":true,)"
                                       R"("seriousness":"not-serious"})"));
    const auto evidence = asked("serious", {unsaid, yes, no});
    QCOMPARE(evidence.notRecorded, std::uint64_t{1});
    QCOMPARE(evidence.packets, std::uint64_t{2});
    QCOMPARE(evidence.n, std::uint64_t{2});
    QCOMPARE(evidence.events, std::uint64_t{1});
    QCOMPARE(evidence.sites.size(), std::size_t{2}); // who says nothing has no voice
    // What was looked for and did not happen was not serious.
    const auto looked = asked("serious", {packet(1, 1, interaction(kNoBleed))});
    QCOMPARE(looked.n, std::uint64_t{1});
    QCOMPARE(looked.events, std::uint64_t{0});
}

void TestEvidence::countsFiguresOfTheirOwnEventOnly() {
    const std::string counts = R"(,"basis":{"kind":"counts","n":20,"events":13})";
    auto evidence = asked("effect-observed", {packet(1, 1, interaction(kBleed, counts))});
    QCOMPARE(evidence.n, std::uint64_t{20});
    QCOMPARE(evidence.events, std::uint64_t{13});
    // "13 of 20 bled" says nothing about how many of them something else happened to.
    evidence =
        asked("bleeding", {packet(1, 1, interaction(R"({"effect":"lithium-toxicity","observed":true})", counts))});
    QCOMPARE(evidence.notRecorded, std::uint64_t{1});
    QVERIFY(!evidence.rate);
    // An estimate is not a number of cases, and a table not an event.
    for (const Basis& basis : {Basis(Effect{20, 1.5F, 0.5F}), Basis(Table{1, 2, 3, 4})}) {
        auto other = packet(1, 1, interaction(kBleed));
        other.content.basis = basis;
        evidence = asked("effect-observed", {other});
        QCOMPARE(evidence.notRecorded, std::uint64_t{1});
    }
}

void TestEvidence::countsReportsOnly() {
    for (const auto kind : {Kind::FollowUp, Kind::Validation, Kind::Question, Kind::Tally, Kind::Fitness}) {
        auto other = packet(1, 1, interaction(kBleed));
        other.content.kind = kind;
        const auto evidence = asked("effect-observed", {other});
        QCOMPARE(evidence.packets, std::uint64_t{0});
        QCOMPARE(evidence.notRecorded, std::uint64_t{1});
    }
}

/// The thirteen trials of a published meta-analysis, each a site of its own.
void TestEvidence::addsTablesUp() {
    QFile file(QStringLiteral(QIS_SOURCE_DIR "/tests/golden/metadat_bcg.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    (void)file.readLine();
    Table sum;
    std::vector<EvidencePacket> packets;
    while (!file.atEnd()) {
        const auto cells = file.readLine().split(',');
        const Table one{cells[3].toULongLong(), cells[4].toULongLong(), cells[5].toULongLong(), cells[6].toULongLong()};
        sum.a += one.a;
        sum.b += one.b;
        sum.c += one.c;
        sum.d += one.d;
        packets.push_back(packet(static_cast<std::uint8_t>(cells[0].toInt()), 1, table(one.a, one.b, one.c, one.d)));
    }
    QCOMPARE(packets.size(), std::size_t{13});
    const auto evidence = tables(packets);
    QVERIFY(evidence.totals == sum);
    QCOMPARE(evidence.n, sum.a + sum.b);
    QCOMPARE(evidence.events, sum.a);
    QCOMPARE(evidence.sites.size(), std::size_t{13});
    // The same rates from the sites in their order.
    std::vector<SiteCount> exposed;
    std::vector<SiteCount> control;
    for (const auto& one : packets) {
        const auto& cells = std::get<Table>(*one.content.basis);
        exposed.push_back({cells.a + cells.b, cells.a});
        control.push_back({cells.c + cells.d, cells.c});
    }
    QCOMPARE(evidence.rate->rate, cappedRate(exposed).rate);
    QCOMPARE(evidence.controlRate->rate, cappedRate(control).rate);
    QVERIFY(evidence.rate->rate < evidence.controlRate->rate);
    for (std::size_t i = 0; i < evidence.sites.size(); ++i) {
        QVERIFY(evidence.sites[i].share <= 0.1 + 1e-12);
        QCOMPARE(evidence.sites[i].share, evidence.rate->shares[i]);
    }
    // Two tables of one site are one site.
    const auto twice = tables({packet(1, 1, table(1, 2, 3, 4)), packet(1, 2, table(10, 20, 30, 40))});
    QCOMPARE(twice.sites.size(), std::size_t{1});
    QCOMPARE(twice.rate->rate, 11.0 / 33);
    QCOMPARE(twice.controlRate->rate, 33.0 / 77);
}

void TestEvidence::keepsTablesWithoutAnArm() {
    const auto evidence = tables({packet(1, 1, table(0, 0, 5, 5)), packet(2, 1, table(3, 7, 0, 0))});
    QCOMPARE(evidence.packets, std::uint64_t{2});
    QCOMPARE(evidence.sites.size(), std::size_t{2});
    QCOMPARE(evidence.sites[0].share, 0.0);
    QCOMPARE(evidence.sites[1].share, 1.0);
    QCOMPARE(evidence.rate->rate, 0.3);
    QCOMPARE(evidence.controlRate->rate, 0.5);
    const auto empty = tables({packet(1, 1, table(0, 0, 0, 0))});
    QVERIFY(!empty.rate && !empty.controlRate);
}

void TestEvidence::oneSiteIsOneVoice() {
    std::vector<EvidencePacket> packets;
    for (std::uint32_t i = 0; i < 300; ++i) {
        packets.push_back(packet(1, i, interaction(kBleed)));
    }
    for (std::uint8_t site = 2; site <= 11; ++site) {
        packets.push_back(packet(site, 1, interaction(kNoBleed)));
    }
    const auto evidence = asked("effect-observed", packets);
    QCOMPARE(evidence.events, std::uint64_t{300});
    QCOMPARE(evidence.n, std::uint64_t{310});
    QVERIFY(std::abs(evidence.rate->rate - 0.1) < 1e-12); // and not 300 of 310
}

void TestEvidence::saysNothingOfNothing() {
    const auto evidence = asked("effect-observed", {});
    QVERIFY(!evidence.rate && !evidence.controlRate && evidence.sites.empty());
    QCOMPARE(evidence.n + evidence.packets + evidence.notRecorded, std::uint64_t{0});
    QVERIFY(evidence.digest == blake2b256({}));
}

/// Leaving out the node's own site is up to the caller: a function of packets does not know who asks.
void TestEvidence::countsEverySiteItIsGiven() {
    const auto own = packet(1, 1, interaction(kBleed));
    const auto other = packet(2, 1, interaction(kBleed));
    QCOMPARE(asked("effect-observed", {own, other}).sites.size(), std::size_t{2});
    QCOMPARE(asked("effect-observed", {other}).sites.size(), std::size_t{1});
}

QTEST_APPLESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
