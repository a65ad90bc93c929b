#include "similarity/kernels.h"
#include "similarity/score.h"
#include "support/oracle.h"
#include "support/similarity_world.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

using namespace qis::core;
using namespace qis::test;

class TestScore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void agreesWithBothOracles();
    void theThresholdIsMetExactlyAtATie();
    void nothingRecordedReachesNothing();
    void thresholdsFromOutsideDoNotOverflow();
    void aFloorNeedsTheCandidatesValue();
    void aFloorIsMetExactlyAtItsValue();
    void aDimensionTheQueryLeavesOutExcludesNobody();
    void missingCountsAsItsValue();
    void exactDemandIsAFloorOfOne();
    void anyDemandTakesTheDimensionOut();
    void coverageIsOfWhatWasAsked();
    void outcomeSideCountsOnlyInTheViewOfBoth();
    void valuesOfForeignTypesAreNotRecorded();
    void extremeNumbersAreCompared();
    void swappedRolesCountByTheFactor();
    void addingASharedTermNeverLowers();
    void removingATermNeverRaisesAnUnrelatedRecord();
    void broaderRecordsComeNoNearer();

private:
    [[nodiscard]] Definition compiled(std::vector<DimensionSpec> dimensions) const;
    [[nodiscard]] std::int64_t code(const char* system, const char* id) const;

    CodeSystems m_systems;
    Pack m_pack;
};

namespace {

Value number(std::int64_t value) {
    return Value{value};
}

DimensionSpec sex(std::uint32_t weight) {
    return dimensionSpec("sex", {"sex"}, weight, "exact");
}

DimensionSpec pregnant(std::uint32_t weight) {
    return dimensionSpec("pregnant", {"pregnant"}, weight, "exact");
}

DimensionSpec tree(const std::string& field, std::uint32_t weight) {
    auto spec = dimensionSpec(field, {field}, weight, "hierarchy");
    spec.table = {0, 0.1, 0.25, 0.5, 0.75, 1};
    return spec;
}

} // namespace

void TestScore::initTestCase() {
    m_systems = worldSystems();
    m_pack = worldPack();
}

Definition TestScore::compiled(std::vector<DimensionSpec> dimensions) const {
    DefinitionSpec spec;
    spec.id = "test";
    spec.dimensions = std::move(dimensions);
    auto result = Definition::compile(spec, m_pack);
    if (!result) {
        qFatal("%s: %s", result.error().field.c_str(), result.error().detail.c_str());
    }
    return std::move(result).value();
}

std::int64_t TestScore::code(const char* system, const char* id) const {
    return m_systems.find(system)->second.findId(id)->code;
}

void TestScore::agreesWithBothOracles() {
    const std::uint64_t seed = 20260302;
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    Random random(seed);
    double worst = 0;
    for (int round = 0; round < 600; ++round) {
        const auto spec = randomSpec(random);
        const auto result = Definition::compile(spec, m_pack);
        QVERIFY2(result, result ? "" : result.error().field.c_str());
        const auto query = randomQuery(random, m_systems, *result);
        for (int i = 0; i < 12; ++i) {
            const auto condition = nearby(random, m_systems, Side::Condition, query.condition, random.share());
            const auto outcome = nearby(random, m_systems, Side::Outcome, query.outcome, random.share());
            const auto ours = score(*result, m_systems, query, condition, outcome);
            QCOMPARE(ours, oracleIntegerScore(*result, m_systems, query, condition, outcome));
            const auto real = oracleScore(spec, m_pack, m_systems, query, condition, outcome);
            QCOMPARE(static_cast<double>(ours.recordedWeight), real.recordedWeight);
            QCOMPARE(static_cast<double>(ours.totalWeight), real.totalWeight);
            if (real.floorMargin > 1e-3) {
                QCOMPARE(ours.excluded, real.excluded);
            }
            if (ours.recordedWeight > 0) {
                const double fraction =
                    static_cast<double>(ours.weighted) / static_cast<double>(kOne * ours.recordedWeight);
                worst = std::max(worst, std::abs(fraction - real.score));
            }
        }
    }
    qInfo("largest difference from real numbers: %g", worst);
    QVERIFY(worst < 2e-4);
}

void TestScore::theThresholdIsMetExactlyAtATie() {
    const auto definition = compiled({sex(60), pregnant(40)});
    Query query;
    query.condition = {{4U, number(1)}, {8U, Value{true}}};
    const FieldMap other{{4U, number(1)}, {8U, Value{false}}};
    const auto result = score(definition, m_systems, query, other, {});
    QCOMPARE(result.tenths(), 600);
    QVERIFY(result.reaches(6000));
    QVERIFY(!result.reaches(6001));
    query.theta = 6000;
    QVERIFY(isMatch(query, result));
    query.theta = 6001;
    QVERIFY(!isMatch(query, result));
    QVERIFY(score(definition, m_systems, query, query.condition, {}).reaches(10000));
}

void TestScore::nothingRecordedReachesNothing() {
    const auto definition = compiled({sex(60)});
    Query query;
    query.theta = 0;
    const auto result = score(definition, m_systems, query, {}, {});
    QCOMPARE(result, Score{});
    QVERIFY(!result.reaches(0));
    QVERIFY(result.covers(0));
    QVERIFY(!result.covers(1));
    QCOMPARE(result.tenths(), 0);
    QCOMPARE(result.coverageTenths(), 0);
    QVERIFY(!isMatch(query, result));
}

void TestScore::thresholdsFromOutsideDoNotOverflow() {
    Score full;
    full.recordedWeight = full.totalWeight = std::int64_t{32} * 65535;
    full.weighted = full.recordedWeight * kOne;
    QVERIFY(full.reaches(10000));
    QVERIFY(!full.reaches(10001));
    QVERIFY(!full.reaches(std::numeric_limits<std::int32_t>::max()));
    QVERIFY(full.reaches(std::numeric_limits<std::int32_t>::min()));
    QVERIFY(!full.covers(std::numeric_limits<std::int32_t>::max()));
    QCOMPARE(full.tenths(), 1000);
}

void TestScore::aFloorNeedsTheCandidatesValue() {
    auto floored = tree("object", 50);
    floored.floor = 0.4;
    for (const char* missing : {"ignore", "0.9"}) {
        floored.missing = missing;
        const auto definition = compiled({floored, sex(50)});
        Query query;
        query.condition = {{1U, number(code("drugs", "a0000"))}, {4U, number(1)}};
        const FieldMap absent{{4U, number(1)}};
        std::vector<DimensionScore> details;
        const auto result = score(definition, m_systems, query, absent, {}, &details);
        QVERIFY(result.excluded);
        QVERIFY(details[0].belowFloor);
        QVERIFY(!details[1].belowFloor);
        query.theta = 0;
        QVERIFY(!isMatch(query, result));
    }
}

void TestScore::aFloorIsMetExactlyAtItsValue() {
    auto floored = tree("object", 0); // a filter that gives no points is still a filter
    Query query;
    query.condition = {{1U, number(code("drugs", "a0000"))}, {4U, number(1)}};
    const FieldMap other{{1U, number(code("drugs", "a0100"))}, {4U, number(1)}};
    const auto excludedAt = [&](double floor) {
        floored.floor = floor;
        return score(compiled({floored, sex(10)}), m_systems, query, other, {}).excluded;
    };
    // Two levels shared: 0.25, in Q15 rounded up.
    QVERIFY(!excludedAt(0.25));
    QVERIFY(excludedAt(0.2501));
    QVERIFY(!excludedAt(0.1));
}

void TestScore::aDimensionTheQueryLeavesOutExcludesNobody() {
    auto floored = tree("object", 50);
    floored.floor = 1;
    const auto definition = compiled({floored, sex(50)});
    Query query;
    query.condition = {{4U, number(1)}};
    query.demands = {Demand::Exact, Demand::Exact};
    const FieldMap other{{1U, number(code("drugs", "a0010"))}, {4U, number(1)}};
    const auto result = score(definition, m_systems, query, other, {});
    QVERIFY(!result.excluded);
    QCOMPARE(result.recordedWeight, 50);
    QCOMPARE(result.totalWeight, 50);
}

void TestScore::missingCountsAsItsValue() {
    auto object = tree("object", 50);
    Query query;
    query.condition = {{1U, number(code("drugs", "a0000"))}, {4U, number(1)}};
    const FieldMap absent{{4U, number(1)}};
    const auto tenths = [&](const char* missing) {
        object.missing = missing;
        return score(compiled({object, sex(50)}), m_systems, query, absent, {}).tenths();
    };
    QCOMPARE(tenths("ignore"), 1000);
    QCOMPARE(tenths("zero"), 500);
    QCOMPARE(tenths("0.5"), 750);
    object.missing = "0.5";
    const auto result = score(compiled({object, sex(50)}), m_systems, query, absent, {});
    QCOMPARE(result.coverageTenths(), 1000);
}

void TestScore::exactDemandIsAFloorOfOne() {
    const auto definition = compiled({tree("object", 50), sex(50)});
    Query query;
    query.condition = {{1U, number(code("drugs", "a0000"))}, {4U, number(1)}};
    query.theta = 0;
    const FieldMap sibling{{1U, number(code("drugs", "a0001"))}, {4U, number(1)}};
    QVERIFY(isMatch(query, score(definition, m_systems, query, sibling, {})));
    query.demands = {Demand::Exact, Demand::Similar};
    QVERIFY(!isMatch(query, score(definition, m_systems, query, sibling, {})));
    QVERIFY(isMatch(query, score(definition, m_systems, query, query.condition, {})));
}

void TestScore::anyDemandTakesTheDimensionOut() {
    auto floored = tree("object", 50);
    floored.floor = 1;
    const auto definition = compiled({floored, sex(50)});
    Query query;
    query.condition = {{1U, number(code("drugs", "a0000"))}, {4U, number(1)}};
    query.demands = {Demand::Any}; // shorter than the dimensions: the rest is Similar
    const FieldMap other{{1U, number(code("drugs", "c0000"))}, {4U, number(1)}};
    std::vector<DimensionScore> details;
    const auto result = score(definition, m_systems, query, other, {}, &details);
    QVERIFY(!result.excluded);
    QCOMPARE(result.totalWeight, 50);
    QCOMPARE(result.tenths(), 1000);
    QVERIFY(!details[0].counted);
    QVERIFY(details[1].counted);
}

void TestScore::coverageIsOfWhatWasAsked() {
    const auto definition = compiled({tree("object", 50), sex(30), pregnant(20)});
    Query query;
    query.condition = {{1U, number(code("drugs", "a0000"))}, {4U, number(1)}};
    const FieldMap onlySex{{4U, number(1)}, {8U, Value{true}}};
    const auto result = score(definition, m_systems, query, onlySex, {});
    QCOMPARE(result.totalWeight, 80);
    QCOMPARE(result.recordedWeight, 30);
    QCOMPARE(result.coverageTenths(), 375);
    QVERIFY(result.covers(3750));
    QVERIFY(!result.covers(3751));
    query.minCoverage = 3751;
    QVERIFY(!isMatch(query, result));
}

void TestScore::outcomeSideCountsOnlyInTheViewOfBoth() {
    auto effect = dimensionSpec("effect", {"effect"}, 50, "wu_palmer");
    effect.side = Side::Outcome;
    effect.floor = 1;
    const auto definition = compiled({effect, sex(50)});
    Query query;
    query.condition = {{4U, number(1)}};
    query.outcome = {{1U, number(code("signs", "a00"))}};
    const FieldMap otherEffect{{1U, number(code("signs", "b00"))}};
    std::vector<DimensionScore> details;
    auto result = score(definition, m_systems, query, query.condition, otherEffect, &details);
    QVERIFY(!result.excluded);
    QCOMPARE(result.tenths(), 1000);
    QVERIFY(!details[0].counted && details[0].recorded && !details[0].belowFloor); // shown, not matched
    query.view = View::Both;
    result = score(definition, m_systems, query, query.condition, otherEffect);
    QVERIFY(result.excluded);
    QCOMPARE(result.tenths(), 500);
}

void TestScore::valuesOfForeignTypesAreNotRecorded() {
    auto pair = dimensionSpec("pair", {"object", "precipitant"}, 20, "ordered_pair");
    pair.table = {0, 1};
    auto dose = dimensionSpec("dose", {"dose"}, 10, "log_ratio");
    dose.scale = 2;
    const auto definition = compiled(
        {pair, tree("indication", 10), dimensionSpec("signs", {"signs"}, 10, "jaccard"), dose, sex(10), pregnant(10)});
    Query query;
    query.condition = {{1U, number(code("drugs", "a0000"))},
                       {2U, number(code("drugs", "b0000"))},
                       {3U, Value{ScalarList{code("signs", "a00")}}},
                       {4U, number(1)},
                       {6U, number(100)},
                       {8U, Value{true}},
                       {9U, number(code("signs", "a00"))}};
    QCOMPARE(score(definition, m_systems, query, query.condition, {}).recordedWeight, 70);
    const std::vector<Value> strange{
        Value{1.5F},         Value{std::string("text")},          Value{Bytes{1, 2}},
        Value{ScalarList{}}, Value{ScalarList{std::string("a")}}, Value{ScalarList{std::int64_t{1}, 1.5F}}};
    for (const auto& value : strange) {
        FieldMap other;
        for (const auto& [field, own] : query.condition) {
            setField(other, field, value);
        }
        QCOMPARE(score(definition, m_systems, query, other, {}), (Score{0, 0, 70, false}));
    }
    // Codes that no term has, or that are no codes at all.
    for (const std::int64_t bad : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{999999}, std::int64_t{1} << 33}) {
        FieldMap other{{1U, number(bad)}, {2U, number(bad)}, {9U, number(bad)}};
        QCOMPARE(score(definition, m_systems, query, other, {}).recordedWeight, 0);
    }
    // One role of two.
    FieldMap half = query.condition;
    setField(half, 2, Value{std::string("b0000")});
    QCOMPARE(score(definition, m_systems, query, half, {}).recordedWeight, 50);
    // A code system that is not installed here.
    QCOMPARE(score(definition, {}, query, query.condition, {}).recordedWeight, 40);
}

void TestScore::extremeNumbersAreCompared() {
    auto decay = dimensionSpec("decay", {"dose"}, 10, "numeric_decay");
    decay.scale = 3;
    auto ratio = dimensionSpec("ratio", {"dose"}, 10, "log_ratio");
    ratio.scale = 2;
    auto range = dimensionSpec("range", {"visits"}, 10, "numeric_range");
    range.scale = 4;
    auto steps = dimensionSpec("steps", {"visits"}, 10, "ordinal");
    steps.table = {1, 0.5};
    const auto definition = compiled({decay, ratio, range, steps});
    const auto least = std::numeric_limits<std::int64_t>::min();
    const auto most = std::numeric_limits<std::int64_t>::max();
    const auto weighted = [&](std::int64_t a, std::int64_t b) {
        Query query;
        query.condition = {{6U, number(a)}, {7U, number(a)}};
        return score(definition, m_systems, query, {{6U, number(b)}, {7U, number(b)}}, {}).weighted;
    };
    QCOMPARE(weighted(least, most), 0);
    QCOMPARE(weighted(most, least), 0);
    QCOMPARE(weighted(least, least), 4 * 10 * kOne);
    QCOMPARE(weighted(0, 0), 4 * 10 * kOne);
    QVERIFY(weighted(most, 1) < 10); // the ratio saturates at the end of its curve
    QCOMPARE(weighted(1, 2), weighted(2, 1));
}

void TestScore::swappedRolesCountByTheFactor() {
    auto pair = dimensionSpec("pair", {"object", "precipitant"}, 10, "ordered_pair");
    pair.table = {0, 0.1, 0.25, 0.5, 0.75, 1};
    const auto similarity = [&](double factor, const char* object, const char* precipitant) {
        pair.swapFactor = factor;
        Query query;
        query.condition = {{1U, number(code("drugs", "a0000"))}, {2U, number(code("drugs", "b0000"))}};
        const FieldMap other{{1U, number(code("drugs", object))}, {2U, number(code("drugs", precipitant))}};
        return score(compiled({pair}), m_systems, query, other, {}).tenths();
    };
    QCOMPARE(similarity(0.5, "a0000", "b0000"), 1000);
    QCOMPARE(similarity(0.5, "b0000", "a0000"), 500);
    QCOMPARE(similarity(0, "b0000", "a0000"), 0);
    QCOMPARE(similarity(0.5, "a0001", "b0000"), 866); // sqrt(0.75)
    QCOMPARE(similarity(1, "b0000", "a0001"), 866);
    QCOMPARE(similarity(0.5, "a0000", "c0000"), 0); // half a match is none
}

void TestScore::addingASharedTermNeverLowers() {
    const auto definition = compiled({dimensionSpec("signs", {"signs"}, 10, "jaccard")});
    const std::uint64_t seed = 5;
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    Random random(seed);
    for (int round = 0; round < 2000; ++round) {
        std::set<std::int64_t> mine;
        std::set<std::int64_t> theirs;
        for (int i = 0; i < 6; ++i) {
            mine.insert(static_cast<std::int64_t>(1 + random.below(10)));
            theirs.insert(static_cast<std::int64_t>(1 + random.below(10)));
        }
        const auto weighted = [&] {
            Query query;
            query.condition = {{3U, Value{ScalarList(mine.begin(), mine.end())}}};
            const FieldMap other{{3U, Value{ScalarList(theirs.begin(), theirs.end())}}};
            return score(definition, m_systems, query, other, {}).weighted;
        };
        const auto before = weighted();
        theirs.insert(*mine.begin());
        QVERIFY(weighted() >= before);
        const auto joined = weighted();
        theirs.insert(99); // a term of theirs alone
        QVERIFY(weighted() < joined || joined == 0);
    }
}

void TestScore::removingATermNeverRaisesAnUnrelatedRecord() {
    const auto definition = compiled({dimensionSpec("signs", {"signs"}, 10, "jaccard"), sex(10)});
    Query query;
    query.condition = {{3U, Value{ScalarList{std::int64_t{1}, std::int64_t{2}}}}, {4U, number(1)}};
    const FieldMap more{{3U, Value{ScalarList{std::int64_t{7}, std::int64_t{8}, std::int64_t{9}}}}, {4U, number(0)}};
    const FieldMap fewer{{3U, Value{ScalarList{std::int64_t{7}}}}, {4U, number(0)}};
    QCOMPARE(score(definition, m_systems, query, more, {}).weighted, 0);
    QCOMPARE(score(definition, m_systems, query, fewer, {}).weighted, 0);
}

void TestScore::broaderRecordsComeNoNearer() {
    const auto definition = compiled({tree("object", 10)});
    const auto& drugs = m_systems.at("drugs");
    const std::uint64_t seed = 6;
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    Random random(seed);
    for (int round = 0; round < 2000; ++round) {
        const auto mine = drugs.terms()[random.below(drugs.terms().size())].code;
        auto theirs = drugs.terms()[random.below(drugs.terms().size())].code;
        Query query;
        query.condition = {{1U, number(mine)}};
        // Up from the candidate's own term: no step may come nearer, unless it is the query's term.
        std::int64_t last = kOne * 10;
        for (const auto start = theirs; theirs != 0; theirs = drugs.find(theirs)->parent) {
            const auto weighted = score(definition, m_systems, query, {{1U, number(theirs)}}, {}).weighted;
            QVERIFY2(weighted <= last || theirs == mine, drugs.find(start)->id.c_str());
            last = weighted;
        }
    }
}

QTEST_APPLESS_MAIN(TestScore)
#include "tst_score.moc"
