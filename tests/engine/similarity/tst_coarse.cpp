#include "similarity/coarse.h"
#include "support/oracle.h"
#include "support/similarity_world.h"

#include <QtTest>

using namespace qis::core;
using namespace qis::test;

class TestCoarse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whateverMatchesMayMatch();
    void theCoarseFormRulesSomethingOut();
    void aTermBroaderThanTheLevelIsNeverRuledOut();
    void aPairWithOneRoleIsNotRecorded();
    void swappedRolesPassOnlyWhenSwappingCanReach();
    void classesStandAtTheRoutingLevel();
    void linesOfOtherPacksAreRuledOut();
    void roundTrips();
    void hostileBytesAreRefused();
    void boundingOnlyWidens();

private:
    [[nodiscard]] Definition pairDefinition(double swapFactor, double floor) const;

    CodeSystems m_systems;
    Pack m_pack;
};

namespace {

template <class T> T mustHold(Result<T> result) {
    if (!result) {
        qFatal("%s: %s", result.error().field.c_str(), result.error().detail.c_str());
    }
    return std::move(result).value();
}

CoarseInterest randomInterest(Random& random) {
    CoarseInterest interest;
    interest.pack.bytes[0] = static_cast<std::uint8_t>(random.below(4));
    interest.swappable = random.chance(0.5);
    interest.slots.resize(2);
    for (auto& slot : interest.slots) {
        std::set<std::uint32_t> classes;
        for (std::size_t i = random.below(4); i > 0; --i) {
            classes.insert(static_cast<std::uint32_t>(random.below(6)));
        }
        slot.assign(classes.begin(), classes.end());
    }
    return interest;
}

CoarsePacket randomPacket(Random& random) {
    CoarsePacket packet;
    packet.pack.bytes[0] = static_cast<std::uint8_t>(random.below(4));
    packet.classes = {static_cast<std::uint32_t>(random.below(6)), static_cast<std::uint32_t>(random.below(6))};
    return packet;
}

} // namespace

void TestCoarse::initTestCase() {
    m_systems = worldSystems();
    m_pack = worldPack();
}

Definition TestCoarse::pairDefinition(double swapFactor, double floor) const {
    DefinitionSpec spec;
    spec.id = "pair";
    auto pair = dimensionSpec("drugs", {"object", "precipitant"}, 50, "ordered_pair");
    pair.table = {0, 0.1, 0.25, 0.5, 0.75, 1};
    pair.swapFactor = swapFactor;
    pair.floor = floor;
    pair.routingLevel = 2;
    spec.dimensions = {pair, dimensionSpec("sex", {"sex"}, 50, "exact")};
    return mustHold(Definition::compile(spec, m_pack));
}

void TestCoarse::whateverMatchesMayMatch() {
    const std::uint64_t seed = 20260301;
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    Random random(seed);
    long pairs = 0;
    long matches = 0;
    long ruledOut = 0;
    for (int round = 0; round < 2500; ++round) {
        const auto definition = mustHold(Definition::compile(randomSpec(random), m_pack));
        for (int asked = 0; asked < 10; ++asked) {
            const auto query = randomQuery(random, m_systems, definition);
            const auto interest = coarseInterest(definition, m_systems, query);
            for (int i = 0; i < 10; ++i) {
                const double change = random.share();
                const auto condition = nearby(random, m_systems, Side::Condition, query.condition, change);
                const auto outcome = nearby(random, m_systems, Side::Outcome, query.outcome, change);
                const bool match = isMatch(query, score(definition, m_systems, query, condition, outcome));
                const bool may = mayMatch(interest, coarsePacket(definition, m_systems, condition));
                if (match && !may) {
                    QFAIL(qPrintable(
                        QStringLiteral("lost a match in round %1, query %2, packet %3").arg(round).arg(asked).arg(i)));
                }
                ++pairs;
                matches += match ? 1 : 0;
                ruledOut += may ? 0 : 1;
            }
        }
    }
    qInfo("%ld pairs, %ld matches, %ld ruled out", pairs, matches, ruledOut);
    QVERIFY(pairs >= 200000);
    QVERIFY(matches > 10000);
    QVERIFY(ruledOut > 10000);
}

void TestCoarse::theCoarseFormRulesSomethingOut() {
    const auto definition = pairDefinition(0, 0.4);
    const auto& drugs = m_systems.at("drugs");
    Query query;
    query.condition = {{1U, Value{std::int64_t{drugs.findId("a0000")->code}}},
                       {2U, Value{std::int64_t{drugs.findId("b0000")->code}}}};
    const auto interest = coarseInterest(definition, m_systems, query);
    // A shared level 1 gives at most sqrt(0.1): below the floor, so one class a role is left.
    QCOMPARE(interest.slots.size(), std::size_t{2});
    QCOMPARE(interest.slots[0], std::vector<std::uint32_t>{drugs.findId("a0")->code});
    QCOMPARE(interest.slots[1], std::vector<std::uint32_t>{drugs.findId("b0")->code});
    QVERIFY(!interest.swappable);
    FieldMap other = query.condition;
    setField(other, 1, Value{std::int64_t{drugs.findId("c0000")->code}});
    QVERIFY(!mayMatch(interest, coarsePacket(definition, m_systems, other)));
    QVERIFY(mayMatch(interest, coarsePacket(definition, m_systems, query.condition)));
    QVERIFY(!mayMatch(interest, coarsePacket(definition, m_systems, {})));
}

void TestCoarse::aTermBroaderThanTheLevelIsNeverRuledOut() {
    DefinitionSpec spec;
    spec.id = "broad";
    spec.dimensions = {dimensionSpec("indication", {"indication"}, 10, "wu_palmer")};
    spec.dimensions[0].routingLevel = 2;
    const auto definition = mustHold(Definition::compile(spec, m_pack));
    const auto& signs = m_systems.at("signs");
    const FieldMap leaf{{9U, Value{std::int64_t{signs.findId("a00")->code}}}};
    const FieldMap broad{{9U, Value{std::int64_t{signs.findId("a")->code}}}};
    const FieldMap cousin{{9U, Value{std::int64_t{signs.findId("a10")->code}}}};
    // "a" has 2 * 1 / (3 + 1) with "a00", more than anything else outside "a0" can have.
    Query query;
    query.theta = 4500;
    query.condition = leaf;
    const auto interest = coarseInterest(definition, m_systems, query);
    QCOMPARE(interest.slots[0], std::vector<std::uint32_t>{signs.findId("a0")->code});
    QVERIFY(isMatch(query, score(definition, m_systems, query, broad, {})));
    QVERIFY(mayMatch(interest, coarsePacket(definition, m_systems, broad)));
    QVERIFY(!mayMatch(interest, coarsePacket(definition, m_systems, cousin)));
    // The other way round: a query broader than the level cannot be narrowed to a class.
    query.condition = broad;
    QVERIFY(isMatch(query, score(definition, m_systems, query, leaf, {})));
    QVERIFY(coarseInterest(definition, m_systems, query).slots[0].empty());
}

void TestCoarse::aPairWithOneRoleIsNotRecorded() {
    const auto definition = pairDefinition(0, 0);
    const auto& drugs = m_systems.at("drugs");
    Query query;
    query.theta = 9000;
    query.condition = {{1U, Value{std::int64_t{drugs.findId("a0000")->code}}},
                       {2U, Value{std::int64_t{drugs.findId("b0000")->code}}},
                       {4U, Value{std::int64_t{1}}}};
    const FieldMap half{{1U, Value{std::int64_t{drugs.findId("c0000")->code}}}, {4U, Value{std::int64_t{1}}}};
    QVERIFY(isMatch(query, score(definition, m_systems, query, half, {})));
    const auto packet = coarsePacket(definition, m_systems, half);
    QCOMPARE(packet.classes, (std::vector<std::uint32_t>{0, 0}));
    QVERIFY(mayMatch(coarseInterest(definition, m_systems, query), packet));
    // With a coverage that needs the pair, "not recorded" need not be asked for.
    query.minCoverage = 6000;
    QVERIFY(!mayMatch(coarseInterest(definition, m_systems, query), packet));
}

void TestCoarse::swappedRolesPassOnlyWhenSwappingCanReach() {
    const auto& drugs = m_systems.at("drugs");
    Query query;
    query.condition = {{1U, Value{std::int64_t{drugs.findId("a0000")->code}}},
                       {2U, Value{std::int64_t{drugs.findId("b0000")->code}}}};
    const FieldMap swapped{{1U, Value{std::int64_t{drugs.findId("b0000")->code}}},
                           {2U, Value{std::int64_t{drugs.findId("a0000")->code}}}};
    const auto open = pairDefinition(0.5, 0.5);
    query.theta = 4000;
    QVERIFY(coarseInterest(open, m_systems, query).swappable);
    QVERIFY(isMatch(query, score(open, m_systems, query, swapped, {})));
    QVERIFY(mayMatch(coarseInterest(open, m_systems, query), coarsePacket(open, m_systems, swapped)));
    const auto closed = pairDefinition(0.5, 0.51);
    QVERIFY(!coarseInterest(closed, m_systems, query).swappable);
    QVERIFY(!mayMatch(coarseInterest(closed, m_systems, query), coarsePacket(closed, m_systems, swapped)));
}

void TestCoarse::classesStandAtTheRoutingLevel() {
    const std::uint64_t seed = 7;
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    Random random(seed);
    for (int round = 0; round < 500; ++round) {
        const auto definition = mustHold(Definition::compile(randomSpec(random), m_pack));
        const auto interest = coarseInterest(definition, m_systems, randomQuery(random, m_systems, definition));
        std::size_t slot = 0;
        for (const auto& dimension : definition.dimensions) {
            for (std::size_t i = 0; dimension.routingLevel > 0 && i < dimension.fields.size(); ++i, ++slot) {
                for (const auto code : interest.slots.at(slot)) {
                    const auto depth = m_systems.at(dimension.system).path(code).size();
                    QVERIFY(code == 0 || depth == dimension.routingLevel);
                }
            }
        }
        QCOMPARE(slot, interest.slots.size());
    }
}

void TestCoarse::linesOfOtherPacksAreRuledOut() {
    const auto definition = pairDefinition(0, 0);
    auto interest = coarseInterest(definition, m_systems, Query{});
    auto packet = coarsePacket(definition, m_systems, {});
    QVERIFY(mayMatch(interest, packet));
    packet.pack.bytes[0] ^= 1;
    QVERIFY(!mayMatch(interest, packet));
    QVERIFY(!mayMatch(CoarseInterests{}, packet));
}

void TestCoarse::roundTrips() {
    const std::uint64_t seed = 11;
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    Random random(seed);
    for (int round = 0; round < 300; ++round) {
        CoarseInterests interests;
        for (std::size_t i = random.below(30); i > 0; --i) {
            interests.insert(randomInterest(random));
        }
        const auto bytes = encodeInterests(interests);
        QCOMPARE(mustHold(decodeInterests(bytes)), interests);
        const auto packet = randomPacket(random);
        QCOMPARE(mustHold(decodeCoarsePacket(encodeCoarse(packet))), packet);
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            QVERIFY(!decodeInterests(ByteView(bytes).first(length)));
        }
        auto longer = encodeCoarse(packet);
        longer.push_back(0);
        QVERIFY(!decodeCoarsePacket(longer));
    }
}

void TestCoarse::hostileBytesAreRefused() {
    CoarseInterest tooManySlots{{}, std::vector<std::vector<std::uint32_t>>(9), false};
    QCOMPARE(decodeInterests(encodeInterests({tooManySlots})).code(), Code::BadFrame);
    std::vector<std::uint32_t> many(65);
    for (std::uint32_t i = 0; i < 65; ++i) {
        many[i] = i;
    }
    QCOMPARE(decodeInterests(encodeInterests({CoarseInterest{{}, {many}, false}})).code(), Code::BadFrame);
    QCOMPARE(decodeInterests(encodeInterests({CoarseInterest{{}, {{2, 1}}, false}})).code(), Code::NotCanonical);
    QCOMPARE(decodeCoarsePacket(encodeCoarse(CoarsePacket{{}, many})).code(), Code::BadFrame);
    // A head that promises four thousand million lines.
    const Bytes huge{0x9A, 0xFF, 0xFF, 0xFF, 0xFF};
    QVERIFY(!decodeInterests(huge));
    // The same line twice.
    Bytes twice = encodeInterests({CoarseInterest{}});
    const Bytes line(twice.begin() + 1, twice.end());
    twice[0] = 0x82;
    twice.insert(twice.end(), line.begin(), line.end());
    QCOMPARE(decodeInterests(twice).code(), Code::NotCanonical);
}

void TestCoarse::boundingOnlyWidens() {
    const std::uint64_t seed = 13;
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    Random random(seed);
    for (int round = 0; round < 300; ++round) {
        CoarseInterests before;
        for (std::size_t i = random.below(40); i > 0; --i) {
            before.insert(randomInterest(random));
        }
        auto after = before;
        const std::size_t limit = 4 + random.below(20);
        boundInterests(after, limit);
        QVERIFY(after.size() <= limit); // four packs fit
        QVERIFY(before.size() > limit || after == before);
        for (int i = 0; i < 200; ++i) {
            const auto packet = randomPacket(random);
            QVERIFY(!mayMatch(before, packet) || mayMatch(after, packet));
        }
    }
    // More packs than lines: nothing may be dropped for that.
    CoarseInterests packs;
    for (std::uint8_t i = 0; i < 5; ++i) {
        CoarseInterest interest;
        interest.pack.bytes[0] = i;
        packs.insert(interest);
    }
    boundInterests(packs, 2);
    QCOMPARE(packs.size(), std::size_t{5});
}

QTEST_APPLESS_MAIN(TestCoarse)
#include "tst_coarse.moc"
