#include "similarity/definition.h"
#include "similarity/kernels.h"
#include "support/shipped.h"
#include "support/similarity_world.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

using namespace qis::core;
using namespace qis::test;

class TestDefinition : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_pack = worldPack(); }
    void refusalsNameTheMember_data();
    void refusalsNameTheMember();
    void roundTrips();
    void everyTruncationIsRefused();
    void everyChangedByteIsRefusedOrCanonical();
    void hostileTablesAreRefused();
    void theHashOfAFixedDefinitionStays();
    void theHashFollowsTheContent();
    void curvesFollowTheirFormula();
    void curvesAreFineEnough();
    void shippedDefinitionsCompile();

private:
    [[nodiscard]] DefinitionSpec fullSpec() const;
    Pack m_pack;
};

namespace {

using Change = std::function<void(DefinitionSpec&)>;

} // namespace

Q_DECLARE_METATYPE(Change)

DefinitionSpec TestDefinition::fullSpec() const {
    DefinitionSpec spec;
    spec.id = "full";
    spec.version = 3;
    spec.theta = 0.65;
    spec.minCoverage = 0.4;
    auto pair = dimensionSpec("pair", {"object", "precipitant"}, 45, "ordered_pair");
    pair.table = {0, 0.1, 0.25, 0.5, 0.75, 1};
    pair.swapFactor = 0.5;
    pair.floor = 0.4;
    pair.routingLevel = 2;
    auto signs = dimensionSpec("signs", {"signs"}, 18, "jaccard");
    signs.missing = "zero";
    auto age = dimensionSpec("age", {"age"}, 7, "numeric_decay");
    age.scale = 1.5;
    auto visits = dimensionSpec("visits", {"visits"}, 5, "ordinal");
    visits.table = {1, 0.61, 0.2};
    visits.missing = "0.25";
    auto dose = dimensionSpec("dose", {"dose"}, 5, "log_ratio");
    dose.scale = 2;
    auto effect = dimensionSpec("effect", {"effect"}, 25, "wu_palmer");
    effect.side = Side::Outcome;
    spec.dimensions = {pair, signs, age, visits, dose, effect};
    return spec;
}

void TestDefinition::refusalsNameTheMember_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, const char* field, Change change) {
        QTest::newRow(name) << change << QString::fromLatin1(field);
    };
    const double nan = std::numeric_limits<double>::quiet_NaN();
    row("no id", "id", [](auto& s) { s.id.clear(); });
    row("id with a space", "id", [](auto& s) { s.id = "a b"; });
    row("version 0", "version", [](auto& s) { s.version = 0; });
    row("theta above 1", "theta", [](auto& s) { s.theta = 1.01; });
    row("theta not a number", "theta", [nan](auto& s) { s.theta = nan; });
    row("coverage below 0", "min_coverage", [](auto& s) { s.minCoverage = -0.1; });
    row("no dimensions", "dimensions", [](auto& s) { s.dimensions.clear(); });
    row("too many dimensions", "dimensions", [](auto& s) {
        for (int i = 0; i < 40; ++i) {
            s.dimensions.push_back(dimensionSpec("d" + std::to_string(i), {"sex"}, 1, "exact"));
        }
    });
    row("id twice", "dimensions.pair.id", [](auto& s) { s.dimensions[1].id = "pair"; });
    row("unknown field", "dimensions.signs.fields", [](auto& s) { s.dimensions[1].fields = {"nowhere"}; });
    row("two fields", "dimensions.signs.fields", [](auto& s) { s.dimensions[1].fields = {"signs", "sex"}; });
    row("pair of one", "dimensions.pair.fields", [](auto& s) { s.dimensions[0].fields = {"object"}; });
    row("pair with itself", "dimensions.pair.fields", [](auto& s) { s.dimensions[0].fields = {"object", "object"}; });
    row("pair of two systems", "dimensions.pair.fields",
        [](auto& s) { s.dimensions[0].fields = {"object", "indication"}; });
    row("other side", "dimensions.effect.side", [](auto& s) { s.dimensions[5].side = Side::Condition; });
    row("unknown kernel", "dimensions.signs.kernel", [](auto& s) { s.dimensions[1].kernel = "cosine"; });
    row("kernel of the wrong type", "dimensions.age.kernel", [](auto& s) {
        s.dimensions[2].kernel = "wu_palmer";
        s.dimensions[2].scale = 0;
    });
    row("tree over a set", "dimensions.signs.kernel", [](auto& s) { s.dimensions[1].kernel = "wu_palmer"; });
    row("steps without an order", "dimensions.age.kernel", [](auto& s) { s.dimensions[2].fields = {"sex"}; });
    row("weight too large", "dimensions.age.weight", [](auto& s) { s.dimensions[2].weight = 65536; });
    row("no weight on the condition side", "dimensions.weight", [](auto& s) {
        for (std::size_t i = 0; i < 5; ++i) {
            s.dimensions[i].weight = 0;
        }
    });
    row("no table", "dimensions.pair.table", [](auto& s) { s.dimensions[0].table.clear(); });
    row("table above 1", "dimensions.pair.table", [](auto& s) { s.dimensions[0].table[3] = 1.5; });
    row("table not a number", "dimensions.pair.table", [nan](auto& s) { s.dimensions[0].table[3] = nan; });
    row("table falls", "dimensions.pair.table", [](auto& s) { s.dimensions[0].table[3] = 0.1; });
    row("table too long", "dimensions.pair.table", [](auto& s) { s.dimensions[0].table.assign(18, 0.5); });
    row("table where none belongs", "dimensions.signs.table", [](auto& s) { s.dimensions[1].table = {1}; });
    row("steps not from 1", "dimensions.visits.table", [](auto& s) { s.dimensions[3].table = {0.9, 0.5}; });
    row("no scale", "dimensions.age.scale", [](auto& s) { s.dimensions[2].scale = 0; });
    row("scale below 0", "dimensions.age.scale", [](auto& s) { s.dimensions[2].scale = -1; });
    row("scale not a number", "dimensions.age.scale", [nan](auto& s) { s.dimensions[2].scale = nan; });
    row("scale of a ratio of 1", "dimensions.dose.scale", [](auto& s) { s.dimensions[4].scale = 1; });
    row("scale where none belongs", "dimensions.signs.scale", [](auto& s) { s.dimensions[1].scale = 1; });
    row("swap above 1", "dimensions.pair.swap_factor", [](auto& s) { s.dimensions[0].swapFactor = 2; });
    row("swap without a pair", "dimensions.signs.swap_factor", [](auto& s) { s.dimensions[1].swapFactor = 0.5; });
    row("floor above 1", "dimensions.signs.floor", [](auto& s) { s.dimensions[1].floor = 1.2; });
    row("floor not a number", "dimensions.signs.floor", [nan](auto& s) { s.dimensions[1].floor = nan; });
    row("missing as a word", "dimensions.signs.missing", [](auto& s) { s.dimensions[1].missing = "never"; });
    row("missing above 1", "dimensions.signs.missing", [](auto& s) { s.dimensions[1].missing = "1.5"; });
    row("missing with a tail", "dimensions.signs.missing", [](auto& s) { s.dimensions[1].missing = "0.5x"; });
    row("routing by a set", "dimensions.signs.routing_level", [](auto& s) { s.dimensions[1].routingLevel = 1; });
    row("routing by a number", "dimensions.age.routing_level", [](auto& s) { s.dimensions[2].routingLevel = 1; });
    row("routing by the outcome", "dimensions.effect.routing_level", [](auto& s) { s.dimensions[5].routingLevel = 1; });
    row("routing too deep", "dimensions.pair.routing_level", [](auto& s) { s.dimensions[0].routingLevel = 17; });
    row("label with a line break", "dimensions.pair.label", [](auto& s) { s.dimensions[0].label = "a\nb"; });
}

void TestDefinition::refusalsNameTheMember() {
    QFETCH(Change, change);
    QFETCH(QString, field);
    auto spec = fullSpec();
    QVERIFY(Definition::compile(spec, m_pack));
    change(spec);
    const auto result = Definition::compile(spec, m_pack);
    QCOMPARE(result.code(), Code::BadDefinition);
    QCOMPARE(QString::fromStdString(result.error().field), field);
    QVERIFY(!result.error().detail.empty());
}

void TestDefinition::roundTrips() {
    const std::uint64_t seed = 17;
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    Random random(seed);
    for (int round = 0; round < 300; ++round) {
        const auto made = Definition::compile(randomSpec(random), m_pack);
        QVERIFY2(made, made ? "" : made.error().field.c_str());
        const auto bytes = made->encode();
        const auto read = Definition::decode(bytes);
        QVERIFY2(read, read ? "" : read.error().detail.c_str());
        QCOMPARE(read->encode(), bytes);
        QCOMPARE(read->hash, made->hash);
        QCOMPARE(read->dimensions, made->dimensions);
        QCOMPARE(read->theta, made->theta);
        QCOMPARE(read->pack, made->pack);
    }
}

void TestDefinition::everyTruncationIsRefused() {
    const auto bytes = Definition::compile(fullSpec(), m_pack)->encode();
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        QVERIFY(!Definition::decode(ByteView(bytes).first(length)));
    }
    Bytes longer = bytes;
    longer.push_back(0);
    QCOMPARE(Definition::decode(longer).code(), Code::TrailingBytes);
}

void TestDefinition::everyChangedByteIsRefusedOrCanonical() {
    auto bytes = Definition::compile(fullSpec(), m_pack)->encode();
    int accepted = 0;
    for (auto& byte : bytes) {
        for (const auto flip : {std::uint8_t{0x01}, std::uint8_t{0x20}, std::uint8_t{0x80}}) {
            byte = static_cast<std::uint8_t>(byte ^ flip);
            if (const auto read = Definition::decode(bytes)) {
                QCOMPARE(read->encode(), bytes);
                ++accepted;
            }
            byte = static_cast<std::uint8_t>(byte ^ flip);
        }
    }
    QVERIFY(accepted > 0); // a changed weight is a definition too
}

void TestDefinition::hostileTablesAreRefused() {
    const auto good = Definition::compile(fullSpec(), m_pack);
    const auto refused = [&](const std::function<void(Definition&)>& change) {
        Definition bad = *good;
        change(bad);
        return Definition::decode(bad.encode()).code() == Code::BadDefinition;
    };
    QVERIFY(!refused([](Definition&) {}));
    QVERIFY(refused([](Definition& d) { d.dimensions[0].table[5] = 32768; }));
    QVERIFY(refused([](Definition& d) { d.dimensions[0].table[5] = -1; }));
    QVERIFY(refused([](Definition& d) { d.dimensions[0].table.assign(64, 1); }));
    QVERIFY(refused([](Definition& d) { d.dimensions[0].fields.pop_back(); }));
    QVERIFY(refused([](Definition& d) { d.dimensions[0].fields[1] = 70000; }));
    QVERIFY(refused([](Definition& d) { d.dimensions[0].system.clear(); }));
    QVERIFY(refused([](Definition& d) { d.dimensions[0].floor = 10001; }));
    QVERIFY(refused([](Definition& d) { d.dimensions[1].routingLevel = 1; }));
    QVERIFY(refused([](Definition& d) { d.dimensions[2].curve.clear(); }));
    QVERIFY(refused([](Definition& d) { std::swap(d.dimensions[2].curve[1], d.dimensions[2].curve[2]); }));
    QVERIFY(refused([](Definition& d) { d.dimensions[2].curve[0].x = 1; }));
    QVERIFY(refused([](Definition& d) { d.dimensions[2].missingValue = 5; }));
    QVERIFY(refused([](Definition& d) { d.dimensions[4].curve[0].y = 0; }));
    QVERIFY(refused([](Definition& d) { d.dimensions[5].curve = {{0, 32767}, {1, 0}}; }));
    QVERIFY(refused([](Definition& d) { d.theta = 10001; }));
    QVERIFY(refused([](Definition& d) { d.dimensions.assign(33, d.dimensions[1]); }));
    QVERIFY(refused([](Definition& d) { d.dimensions[1].id = "pair"; }));
    QVERIFY(refused([](Definition& d) {
        for (std::size_t i = 0; i < 5; ++i) {
            d.dimensions[i].weight = 0;
        }
    }));
    Bytes huge(300 * 1024, 0);
    QCOMPARE(Definition::decode(huge).code(), Code::BadDefinition);
}

void TestDefinition::theHashOfAFixedDefinitionStays() {
    // Tables and encoding are protocol: if this literal has to change, nodes of both versions score
    // with different definitions and say so to each other.
    QCOMPARE(QString::fromStdString(Definition::compile(fullSpec(), m_pack)->hash.hex()),
             QStringLiteral("00fa2298eefea8301c2702f37c69f13cbcad78ddc17fa12b193c30d751383baa"));
}

void TestDefinition::theHashFollowsTheContent() {
    const auto base = Definition::compile(fullSpec(), m_pack)->hash;
    auto spec = fullSpec();
    spec.dimensions[2].weight += 1;
    QVERIFY(Definition::compile(spec, m_pack)->hash != base);
    spec = fullSpec();
    spec.version += 1;
    QVERIFY(Definition::compile(spec, m_pack)->hash != base);
    Pack other = m_pack;
    other.hash.bytes[0] ^= 1;
    QVERIFY(Definition::compile(fullSpec(), other)->hash != base);
}

void TestDefinition::curvesFollowTheirFormula() {
    const double one = static_cast<double>(kOne);
    for (const double scale : {0.01, 0.5, 1.0, 1.5, 7.0, 30.0, 365.0, 1e4, 1e6}) {
        DefinitionSpec spec;
        spec.id = "curve";
        auto dose = dimensionSpec("dose", {"dose"}, 1, "numeric_decay");
        dose.scale = scale;
        spec.dimensions = {dose};
        const auto definition = Definition::compile(spec, m_pack);
        QVERIFY(definition);
        for (double at = 0; at <= 13; at += 0.01) {
            const auto wire = std::llround(at * scale * 100); // two decimals
            const double expected = std::exp(-static_cast<double>(wire) / (scale * 100));
            const double got = curveAt(definition->dimensions[0].curve, wire) / one;
            QVERIFY2(std::abs(got - expected) < 5e-5, qPrintable(QString::number(at)));
        }
    }
    for (const double scale : {1.1, 1.5, 2.0, 3.0, 10.0, 1000.0}) {
        DefinitionSpec spec;
        spec.id = "curve";
        auto dose = dimensionSpec("dose", {"dose"}, 1, "log_ratio");
        dose.scale = scale;
        spec.dimensions = {dose};
        const auto definition = Definition::compile(spec, m_pack);
        QVERIFY(definition);
        for (double ratio = 1; ratio < 1e6; ratio *= 1.003) {
            const auto wire = std::llround(ratio * 65536);
            const double exact = static_cast<double>(wire) / 65536;
            const double expected = std::exp(-std::log(exact) / std::log(scale));
            const double got = curveAt(definition->dimensions[0].curve, wire) / one;
            QVERIFY2(std::abs(got - expected) < 1e-4, qPrintable(QString::number(ratio)));
        }
    }
}

void TestDefinition::curvesAreFineEnough() {
    DefinitionSpec spec = fullSpec();
    spec.dimensions[2] = dimensionSpec("dose2", {"dose"}, 1, "numeric_decay");
    spec.dimensions[2].scale = 5;
    const auto definition = Definition::compile(spec, m_pack);
    QVERIFY(definition);
    for (const std::size_t i : {std::size_t{2}, std::size_t{4}}) {
        const auto& curve = definition->dimensions[i].curve;
        QVERIFY(curve.size() >= 129);
        QVERIFY(std::is_sorted(curve.rbegin(), curve.rend(),
                               [](const CurvePoint& a, const CurvePoint& b) { return a.y < b.y; }));
    }
}

void TestDefinition::shippedDefinitionsCompile() {
    for (const auto& [id, pack] : shippedPacks()) {
        const auto made = Definition::compile(pack.definition, pack);
        QVERIFY2(made, made ? "" : (made.error().field + ": " + made.error().detail).c_str());
        QCOMPARE(made->pack, pack.family());
        QVERIFY(Definition::decode(made->encode()));
    }
}

QTEST_APPLESS_MAIN(TestDefinition)
#include "tst_definition.moc"
