#include "evidence_packets.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace qis::core;
using namespace qis::test;

namespace {

std::string outcome(const std::string& rest) {
    return R"({"effect":"gastrointestinal-bleeding","observed":true)" + rest + "}";
}

const Distribution* of(const Evidence& evidence, std::string_view field) {
    const auto& all = evidence.distributions.fields;
    const auto at = std::find_if(all.begin(), all.end(), [&](const Distribution& one) { return one.field == field; });
    return at == all.end() ? nullptr : &*at;
}

std::vector<std::uint64_t> outcomesOf(const Distribution& distribution) {
    std::vector<std::uint64_t> result;
    for (const auto& bar : distribution.bars) {
        result.push_back(bar.outcomes);
    }
    return result;
}

Evidence asked(std::vector<EvidencePacket> packets) {
    return qis::test::asked("effect-observed", std::move(packets));
}

/// A pack with one field of numbers, for fields that the shipped ones do not have.
Pack packWith(FieldType type, double minimum, double maximum, int decimals = 0) {
    Pack pack;
    Field field;
    field.number = 1;
    field.name = "number";
    field.side = Side::Outcome;
    field.type = type;
    field.minimum = minimum;
    field.maximum = maximum;
    field.decimals = decimals;
    pack.fields.push_back(field);
    return pack;
}

Distribution ofNumbers(const Pack& pack, const std::vector<std::int64_t>& numbers) {
    std::vector<Content> contents(numbers.size());
    std::vector<DistributedOutcome> outcomes;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const Value number = numbers[i];
        contents[i].outcome.emplace_back(1U, number);
        outcomes.push_back({i % 3, &contents[i]});
    }
    auto all = distributionsOf(pack, outcomes);
    return all.fields.empty() ? Distribution{} : std::move(all.fields.front());
}

} // namespace

/// What was recorded, value by value.
class TestDistribution : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsEachOutcomeOnce();
    void scalesKeepTheirOrderAndGaps();
    void namesComeByHowOftenTheyWereRecorded();
    void whatDidNotHappenIsLeftOut();
    void leavesOutWhatDoesNotCount();
    void rangesBeginAtRoundNumbers();
    void everyNumberFallsIntoItsRange();
    void negativeNumbersHaveRangesOfOneWidth();
    void manyNamesEndInOthers();
    void noSiteWeighsMoreThanItsCap();
    void doesNotDependOnTheOrder();
    void saysNothingOfNothing();
};

void TestDistribution::countsEachOutcomeOnce() {
    const auto evidence =
        asked({packet(1, 1, interaction(outcome(R"(,"grade":"3")"))),
               packet(2, 1, interaction(outcome(R"(,"grade":"3")"))), packet(3, 1, interaction(outcome("")))});
    const auto* grade = of(evidence, "grade");
    QVERIFY(grade != nullptr);
    QCOMPARE(grade->recorded, std::uint64_t{2});
    QCOMPARE(grade->missing, std::uint64_t{1});
    QCOMPARE(grade->sites, std::uint64_t{2});
    QCOMPARE(outcomesOf(*grade), std::vector<std::uint64_t>{2});
    QCOMPARE(grade->bars.front().value, std::int64_t{3});
    QCOMPARE(grade->bars.front().sites, std::uint64_t{2});
    QCOMPARE(grade->bars.front().share, 1.0);
    QCOMPARE(grade->bars.front().high, 1.0);
    // Fields that nobody recorded are not there, nor is the one that says whether it happened.
    QVERIFY(of(evidence, "rechallenge") == nullptr);
    QVERIFY(of(evidence, "observed") == nullptr);
    QVERIFY(of(evidence, "sex") == nullptr);
}

void TestDistribution::scalesKeepTheirOrderAndGaps() {
    const auto evidence = asked({packet(1, 1, interaction(outcome(R"(,"grade":"4")"))),
                                 packet(2, 1, interaction(outcome(R"(,"grade":"4")"))),
                                 packet(3, 1, interaction(outcome(R"(,"grade":"1")")))});
    const auto* grade = of(evidence, "grade");
    QVERIFY(grade != nullptr);
    QCOMPARE(outcomesOf(*grade), (std::vector<std::uint64_t>{1, 0, 0, 2}));
    QCOMPARE(grade->bars.at(1).value, std::int64_t{2});
    QCOMPARE(grade->bars.at(1).share, 0.0);
    QCOMPARE(grade->bars.at(1).low, 0.0);
    QVERIFY(grade->bars.at(1).high > 0);
}

void TestDistribution::namesComeByHowOftenTheyWereRecorded() {
    const auto evidence = asked({packet(1, 1, interaction(outcome(R"(,"result":"fatal")"))),
                                 packet(2, 1, interaction(outcome(R"(,"result":"recovering")"))),
                                 packet(3, 1, interaction(outcome(R"(,"result":"recovering")")))});
    const auto* result = of(evidence, "result");
    QVERIFY(result != nullptr);
    QCOMPARE(outcomesOf(*result), (std::vector<std::uint64_t>{2, 1}));
    QCOMPARE(result->bars.front().value, std::int64_t{2});
}

void TestDistribution::whatDidNotHappenIsLeftOut() {
    const auto evidence = asked({packet(1, 1, interaction(kBleed)), packet(2, 1, interaction(kNoBleed))});
    QCOMPARE(evidence.packets, std::uint64_t{2});
    QCOMPARE(evidence.distributions.notObserved, std::uint64_t{1});
    const auto* effect = of(evidence, "effect");
    QVERIFY(effect != nullptr);
    QCOMPARE(effect->recorded, std::uint64_t{1});
    QCOMPARE(effect->missing, std::uint64_t{0});
}

void TestDistribution::leavesOutWhatDoesNotCount() {
    const auto graded = interaction(outcome(R"(,"grade":"2")"));
    const auto first = packet(1, 1, graded);
    auto retracted = packet(2, 1, graded);
    retracted.retracted = true;
    auto suspended = packet(3, 1, graded);
    suspended.suspended = true;
    const auto amended = amendmentOf(first, 2, interaction(outcome(R"(,"grade":"5")")));
    const auto evidence = asked({first, retracted, suspended, amended});
    const auto* grade = of(evidence, "grade");
    QVERIFY(grade != nullptr);
    QCOMPARE(grade->recorded, std::uint64_t{1});
    QCOMPARE(grade->bars.front().value, std::int64_t{5});
}

void TestDistribution::rangesBeginAtRoundNumbers() {
    const auto evidence = asked({packet(1, 1, interaction(outcome(R"(,"onset_days":0.5)"))),
                                 packet(2, 1, interaction(outcome(R"(,"onset_days":0.9)"))),
                                 packet(3, 1, interaction(outcome(R"(,"onset_days":1)"))),
                                 packet(4, 1, interaction(outcome(R"(,"onset_days":4.9)"))),
                                 packet(5, 1, interaction(outcome(R"(,"onset_days":10)")))});
    const auto* onset = of(evidence, "onset_days");
    QVERIFY(onset != nullptr);
    QCOMPARE(outcomesOf(*onset), (std::vector<std::uint64_t>{2, 1, 1, 0, 1}));
    const std::vector<double> edges{0.5, 1, 2, 5, 10};
    for (std::size_t i = 0; i < edges.size(); ++i) {
        QCOMPARE(onset->bars.at(i).kind, DistributionBar::Kind::Range);
        QCOMPARE(onset->bars.at(i).from, edges.at(i));
    }
    QCOMPARE(onset->bars.back().to, 20.0);
}

void TestDistribution::everyNumberFallsIntoItsRange() {
    constexpr unsigned kSeed = 77;
    qInfo("seed %u", kSeed);
    std::mt19937_64 random(kSeed);
    for (const int decimals : {0, 1, 3}) {
        const auto pack = packWith(FieldType::Number, 0, 1e9, decimals);
        const auto scale = static_cast<double>(scaleOf(pack.fields.front()));
        for (int round = 0; round < 200; ++round) {
            const auto number = static_cast<std::int64_t>(random() >> (4 + random() % 60));
            const auto result = ofNumbers(pack, {number});
            QCOMPARE(result.bars.size(), std::size_t{1});
            const auto& bar = result.bars.front();
            QVERIFY2(bar.from <= static_cast<double>(number) / scale, qPrintable(QString::number(number)));
            QVERIFY2(bar.to > static_cast<double>(number) / scale || number > 500'000'000'000'000'000,
                     qPrintable(QString::number(number)));
        }
    }
}

void TestDistribution::negativeNumbersHaveRangesOfOneWidth() {
    const auto result = ofNumbers(packWith(FieldType::Number, -100, 100, 1), {-1000, -1, 0, 1, 999});
    QVERIFY(result.bars.size() <= kMostBars + 1);
    QCOMPARE(result.bars.front().from, -100.0);
    const double width = result.bars.front().to - result.bars.front().from;
    std::uint64_t sum = 0;
    for (const auto& bar : result.bars) {
        QCOMPARE(bar.to - bar.from, width);
        sum += bar.outcomes;
    }
    QCOMPARE(sum, std::uint64_t{5});
    // -0.1 is not among those from 0 on.
    const auto zero =
        std::find_if(result.bars.begin(), result.bars.end(), [](const auto& one) { return one.from == 0; });
    QVERIFY(zero != result.bars.end());
    QCOMPARE(zero->outcomes, std::uint64_t{2});
    QCOMPARE(outcomesOf(ofNumbers(packWith(FieldType::Integer, -4, 13), {-4, -2, -2})),
             (std::vector<std::uint64_t>{1, 0, 2}));
}

void TestDistribution::manyNamesEndInOthers() {
    const auto pack = packWith(FieldType::Term, 0, 0);
    std::vector<std::int64_t> codes;
    for (std::int64_t code = 1; code <= 20; ++code) {
        codes.insert(codes.end(), static_cast<std::size_t>(21 - code), code);
    }
    const auto result = ofNumbers(pack, codes);
    QCOMPARE(result.bars.size(), kMostBars);
    QCOMPARE(result.bars.front().value, std::int64_t{1});
    QCOMPARE(result.bars.back().kind, DistributionBar::Kind::Others);
    const auto told = outcomesOf(result);
    QCOMPARE(std::accumulate(told.begin(), told.end(), std::uint64_t{0}), result.recorded);
    // Exactly as many as there is room for: none is hidden among others.
    codes.resize(0);
    for (std::int64_t code = 1; code <= std::int64_t{kMostBars}; ++code) {
        codes.push_back(code);
    }
    QCOMPARE(ofNumbers(pack, codes).bars.back().kind, DistributionBar::Kind::One);
}

void TestDistribution::noSiteWeighsMoreThanItsCap() {
    std::vector<EvidencePacket> packets;
    for (std::uint32_t number = 1; number <= 60; ++number) {
        packets.push_back(packet(1, number, interaction(outcome(R"(,"grade":"5")"))));
    }
    for (std::uint8_t site = 2; site <= 4; ++site) {
        packets.push_back(packet(site, 1, interaction(outcome(R"(,"grade":"1")"))));
    }
    const auto evidence = asked(packets);
    const auto* grade = of(evidence, "grade");
    QVERIFY(grade != nullptr);
    QCOMPARE(grade->bars.back().outcomes, std::uint64_t{60});
    QCOMPARE(grade->bars.back().share, 0.25);
}

void TestDistribution::doesNotDependOnTheOrder() {
    std::vector<EvidencePacket> packets;
    constexpr unsigned kSeed = 5;
    qInfo("seed %u", kSeed);
    std::mt19937 random(kSeed);
    for (std::uint8_t site = 1; site <= 12; ++site) {
        for (std::uint32_t number = 1; number <= 5; ++number) {
            packets.push_back(packet(site, number,
                                     interaction(outcome(R"(,"onset_days":)" + std::to_string(1 + random() % 60) +
                                                         R"(,"grade":")" + std::to_string(1 + random() % 5) + "\""))));
        }
    }
    const auto one = asked(packets);
    std::shuffle(packets.begin(), packets.end(), random);
    const auto other = asked(packets);
    QCOMPARE(one.distributions.fields.size(), other.distributions.fields.size());
    for (std::size_t i = 0; i < one.distributions.fields.size(); ++i) {
        const auto& a = one.distributions.fields[i];
        const auto& b = other.distributions.fields[i];
        QCOMPARE(outcomesOf(a), outcomesOf(b));
        for (std::size_t bar = 0; bar < a.bars.size(); ++bar) {
            QVERIFY(a.bars[bar].share == b.bars[bar].share && a.bars[bar].low == b.bars[bar].low &&
                    a.bars[bar].high == b.bars[bar].high);
        }
    }
}

void TestDistribution::saysNothingOfNothing() {
    const auto evidence = asked({});
    QVERIFY(evidence.distributions.fields.empty());
    QCOMPARE(evidence.distributions.notObserved, std::uint64_t{0});
}

QTEST_GUILESS_MAIN(TestDistribution)
#include "tst_distribution.moc"
