#include "similarity/explanation.h"
#include "similarity/explanation_words.h"
#include "support/similarity_world.h"

#include <QtTest>

#include <algorithm>
#include <limits>

using namespace qis::core;
using namespace qis::test;

class TestExplanation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pointsSumToTheScore();
    void largestRemainderSplitsExactly_data();
    void largestRemainderSplitsExactly();
    void saysWhy_data();
    void saysWhy();
    void namesWhatOneSideLacks();
    void marksSparseRecords();
    void outcomeSideIsShownButNotCounted();

private:
    [[nodiscard]] Definition compiled(std::vector<DimensionSpec> dimensions) const;
    [[nodiscard]] std::int64_t code(const char* system, const std::string& id) const;
    CodeSystems m_systems;
    Pack m_pack;
};

void TestExplanation::initTestCase() {
    m_systems = worldSystems();
    m_pack = worldPack();
}

Definition TestExplanation::compiled(std::vector<DimensionSpec> dimensions) const {
    DefinitionSpec spec;
    spec.id = "test";
    spec.version = 4;
    spec.dimensions = std::move(dimensions);
    auto result = Definition::compile(spec, m_pack);
    if (!result) {
        qFatal("%s: %s", result.error().field.c_str(), result.error().detail.c_str());
    }
    return std::move(result).value();
}

std::int64_t TestExplanation::code(const char* system, const std::string& id) const {
    return m_systems.find(system)->second.findId(id)->code;
}

void TestExplanation::pointsSumToTheScore() {
    const std::uint64_t seed = 20260303;
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    Random random(seed);
    for (int round = 0; round < 3000; ++round) {
        const auto definition = Definition::compile(randomSpec(random), m_pack);
        QVERIFY2(definition, definition ? "" : definition.error().field.c_str());
        const auto query = randomQuery(random, m_systems, *definition);
        const auto condition = nearby(random, m_systems, Side::Condition, query.condition, random.share());
        const auto outcome = nearby(random, m_systems, Side::Outcome, query.outcome, random.share());
        const auto total = score(*definition, m_systems, query, condition, outcome);
        const auto explanation = explain(*definition, m_pack, m_systems, query, condition, outcome);
        QCOMPARE(explanation.score, total.tenths());
        QCOMPARE(explanation.coverage, total.coverageTenths());
        QCOMPARE(explanation.excluded, total.excluded);
        QCOMPARE(explanation.dimensions.size(), definition->dimensions.size());
        int sum = 0;
        bool failed = false;
        for (const auto& line : explanation.dimensions) {
            sum += line.points;
            failed = failed || line.belowFloor;
            QVERIFY(line.points >= 0 && line.points <= line.maximum && line.maximum <= 1000);
            QVERIFY(line.counted || line.points == 0);
            QVERIFY(!howWords(line.kernel).empty() && !whyWords(line).empty());
        }
        QCOMPARE(sum, explanation.score);
        QCOMPARE(failed, explanation.excluded);
    }
}

void TestExplanation::largestRemainderSplitsExactly_data() {
    QTest::addColumn<QList<qint64>>("shares");
    QTest::addColumn<int>("total");
    QTest::addColumn<QList<int>>("parts");
    const qint64 most = std::numeric_limits<qint64>::max();
    QTest::newRow("none") << QList<qint64>{} << 10 << QList<int>{};
    QTest::newRow("all zero") << QList<qint64>{0, 0} << 10 << QList<int>{0, 0};
    QTest::newRow("total zero") << QList<qint64>{1, 2} << 0 << QList<int>{0, 0};
    QTest::newRow("thirds") << QList<qint64>{1, 1, 1} << 100 << QList<int>{34, 33, 33};
    QTest::newRow("ties go to the earlier") << QList<qint64>{1, 1} << 1 << QList<int>{1, 0};
    QTest::newRow("largest remainder first") << QList<qint64>{16, 16, 68} << 10 << QList<int>{2, 1, 7};
    QTest::newRow("zero share stays zero") << QList<qint64>{0, 1, 1, 1} << 2 << QList<int>{0, 1, 1, 0};
    QTest::newRow("no overflow") << QList<qint64>{most, most} << 1000 << QList<int>{500, 500};
    QTest::newRow("negative is nothing") << QList<qint64>{-5, 5} << 7 << QList<int>{0, 7};
}

void TestExplanation::largestRemainderSplitsExactly() {
    QFETCH(QList<qint64>, shares);
    QFETCH(int, total);
    QFETCH(QList<int>, parts);
    const auto split = largestRemainder(std::vector<std::int64_t>(shares.begin(), shares.end()), total);
    QCOMPARE(QList<int>(split.begin(), split.end()), parts);
}

void TestExplanation::saysWhy_data() {
    QTest::addColumn<QString>("dimension");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("why");
    const auto row = [](const char* dimension, const char* mine, const char* theirs, const char* why) {
        QTest::addRow("%s: %s", dimension, why) << QString::fromLatin1(dimension) << QString::fromLatin1(mine)
                                                << QString::fromLatin1(theirs) << QString::fromLatin1(why);
    };
    row("object", "a0000", "a0000", "same");
    row("object", "a0000", "a0001", "both: Term a000");
    row("object", "a0000", "b0000", "no common class");
    row("object", "a0000", "", "not recorded there");
    row("object", "", "a0000", "not recorded here");
    row("object", "", "", "not recorded on either side");
    row("indication", "a00", "a01", "both: Term a0");
    row("pair", "a0000 b0000", "a0000 b0000", "same");
    row("pair", "a0000 b0000", "a0001 b0000", "both: Term a000; same");
    row("pair", "a0000 b0000", "b0000 a0001", "both: Term a000; same (roles swapped)");
    row("pair", "a0000", "a0000 b0000", "not recorded here");
    row("age", "4", "4", "same");
    row("age", "4", "3", "1 band apart");
    row("age", "4", "8", "4 bands apart");
    row("dose", "250", "225", "0.25 mg apart");
    row("ratio", "500", "400", "ratio 1.25");
    row("ratio", "500", "250", "ratio 2");
    row("ratio", "0", "250", "no ratio with zero");
    row("sex", "1", "2", "different");
}

void TestExplanation::saysWhy() {
    QFETCH(QString, dimension);
    QFETCH(QString, mine);
    QFETCH(QString, theirs);
    QFETCH(QString, why);
    auto object = dimensionSpec("object", {"object"}, 10, "hierarchy");
    object.table = {0, 0.1, 0.25, 0.5, 0.75, 1};
    auto pair = dimensionSpec("pair", {"object", "precipitant"}, 10, "ordered_pair");
    pair.table = object.table;
    pair.swapFactor = 0.5;
    auto age = dimensionSpec("age", {"age"}, 10, "ordinal");
    age.table = {1, 0.5};
    auto dose = dimensionSpec("dose", {"dose"}, 10, "numeric_decay");
    dose.scale = 5;
    auto ratio = dimensionSpec("ratio", {"dose"}, 10, "log_ratio");
    ratio.scale = 2;
    const auto definition = compiled({object, pair, dimensionSpec("indication", {"indication"}, 10, "wu_palmer"), age,
                                      dose, ratio, dimensionSpec("sex", {"sex"}, 10, "exact")});
    const auto index =
        static_cast<std::size_t>(std::find_if(definition.dimensions.begin(), definition.dimensions.end(),
                                              [&](const Dimension& d) { return d.id == dimension.toStdString(); }) -
                                 definition.dimensions.begin());
    const auto fields = [&](const QString& text) {
        FieldMap result;
        const auto words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        const auto& chosen = definition.dimensions[index];
        for (qsizetype i = 0; i < words.size(); ++i) {
            const bool isNumber = chosen.system.empty();
            setField(result, chosen.fields[static_cast<std::size_t>(i)],
                     Value{isNumber ? std::int64_t{words[i].toLongLong()}
                                    : code(chosen.system.c_str(), words[i].toStdString())});
        }
        return result;
    };
    Query query;
    query.condition = fields(mine);
    const auto explanation = explain(definition, m_pack, m_systems, query, fields(theirs), {});
    QCOMPARE(QString::fromStdString(whyWords(explanation.dimensions[index])), why);
    QCOMPARE(explanation.dimensions[index].mine.empty(), mine.isEmpty());
    QCOMPARE(explanation.dimensions[index].theirs.empty(), theirs.isEmpty());
}

void TestExplanation::namesWhatOneSideLacks() {
    const auto definition = compiled({dimensionSpec("signs", {"signs"}, 10, "jaccard")});
    Query query;
    query.condition = {{3U, Value{ScalarList{code("signs", "a00"), code("signs", "a01")}}}};
    const FieldMap other{{3U, Value{ScalarList{code("signs", "a01"), code("signs", "b00")}}}};
    const auto explanation = explain(definition, m_pack, m_systems, query, other, {});
    QCOMPARE(whyWords(explanation.dimensions[0]), std::string("1 of 3 shared"));
    QCOMPARE(explanation.onlyMine, std::vector<std::string>{"Term a00"});
    QCOMPARE(explanation.onlyTheirs, std::vector<std::string>{"Term b00"});
}

void TestExplanation::marksSparseRecords() {
    const auto definition =
        compiled({dimensionSpec("sex", {"sex"}, 60, "exact"), dimensionSpec("pregnant", {"pregnant"}, 40, "exact")});
    Query query;
    query.condition = {{4U, Value{std::int64_t{1}}}, {8U, Value{true}}};
    const auto sexOnly = explain(definition, m_pack, m_systems, query, {{4U, Value{std::int64_t{1}}}}, {});
    QCOMPARE(sexOnly.coverage, 600);
    QVERIFY(!sexOnly.sparse);
    QCOMPARE(sexOnly.dimensions[0].maximum, 1000);
    const auto pregnancyOnly = explain(definition, m_pack, m_systems, query, {{8U, Value{true}}}, {});
    QCOMPARE(pregnancyOnly.coverage, 400);
    QVERIFY(pregnancyOnly.sparse);
    QCOMPARE(pregnancyOnly.definitionVersion, 4U);
    QCOMPARE(pregnancyOnly.definitionHash, definition.hash);
}

void TestExplanation::outcomeSideIsShownButNotCounted() {
    auto effect = dimensionSpec("effect", {"effect"}, 50, "wu_palmer");
    effect.side = Side::Outcome;
    const auto definition = compiled({dimensionSpec("sex", {"sex"}, 50, "exact"), effect});
    Query query;
    query.condition = {{4U, Value{std::int64_t{1}}}};
    query.outcome = {{1U, Value{code("signs", "a00")}}};
    const auto explanation =
        explain(definition, m_pack, m_systems, query, query.condition, {{1U, Value{code("signs", "a01")}}});
    QCOMPARE(explanation.score, 1000);
    const auto& line = explanation.dimensions[1];
    QVERIFY(!line.counted);
    QCOMPARE(line.points, 0);
    QCOMPARE(line.maximum, 0);
    QCOMPARE(line.similarity, 667);
    QCOMPARE(whyWords(line), std::string("both: Term a0"));
    QVERIFY(!line.theirs.empty());
}

QTEST_APPLESS_MAIN(TestExplanation)
#include "tst_explanation.moc"
