#include "similarity/explanation.h"
#include "similarity/explanation_words.h"
#include "support/similarity_world.h"

#include <QtTest>

#include <cmath>

using namespace qis::core;
using qis::test::codeSystem;
using qis::test::dimensionSpec;

/// One query and four candidates whose scores were worked out by hand: three columns of numbers that
/// every change to a kernel has to reproduce.
class TestGoldenExample : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void allDimensions_data() { addColumns(); }
    void allDimensions();
    void conditionSideOnly_data() { addColumns(); }
    void conditionSideOnly();
    void withFloorOnThePair_data() { addColumns(); }
    void withFloorOnThePair();
    void pointsOfTheBestCandidateAddUp();
    void theFloorThatFailedIsNamed();

private:
    enum Drug : std::int64_t { kWarfarin = 101, kAcenocoumarol, kDabigatran, kFluconazole, kVoriconazole, kAmiodarone };
    enum Sign : std::int64_t { kFibrillation = 1, kKidneyDisease, kHypertension };
    enum Effect : std::int64_t { kGastroBleed = 201, kInrUp, kBrainBleed, kRash };
    struct Case {
        FieldMap condition;
        FieldMap outcome;
    };
    static void addColumns();
    [[nodiscard]] Case candidate(const QString& name) const;
    [[nodiscard]] Query query(View view) const;
    [[nodiscard]] Definition definition(double pairFloor) const;
    [[nodiscard]] static double fraction(const Score& score);

    CodeSystems m_systems;
    Pack m_pack;
};

void TestGoldenExample::initTestCase() {
    m_systems.emplace("drugs", codeSystem("drugs", {{1, "b", "Blood", ""},
                                                    {2, "b01", "Antithrombotics", "b"},
                                                    {3, "b01a", "Antithrombotic agents", "b01"},
                                                    {4, "b01aa", "Vitamin K antagonists", "b01a"},
                                                    {5, "b01ae", "Direct thrombin inhibitors", "b01a"},
                                                    {6, "j", "Anti-infectives", ""},
                                                    {7, "j02", "Antimycotics", "j"},
                                                    {8, "j02a", "Systemic antimycotics", "j02"},
                                                    {9, "j02ac", "Triazoles", "j02a"},
                                                    {10, "c", "Heart", ""},
                                                    {11, "c01", "Cardiac therapy", "c"},
                                                    {12, "c01b", "Antiarrhythmics", "c01"},
                                                    {13, "c01bd", "Antiarrhythmics, class III", "c01b"},
                                                    {101, "warfarin", "Warfarin", "b01aa"},
                                                    {102, "acenocoumarol", "Acenocoumarol", "b01aa"},
                                                    {103, "dabigatran", "Dabigatran", "b01ae"},
                                                    {104, "fluconazole", "Fluconazole", "j02ac"},
                                                    {105, "voriconazole", "Voriconazole", "j02ac"},
                                                    {106, "amiodarone", "Amiodarone", "c01bd"}}));
    m_systems.emplace("effects", codeSystem("effects", {{1, "haem", "Blood", ""},
                                                        {2, "bleed", "Bleeding", "haem"},
                                                        {3, "coag", "Coagulation", "haem"},
                                                        {4, "skin", "Skin", ""},
                                                        {5, "rash", "Rash", "skin"},
                                                        {201, "gi", "Gastrointestinal bleeding", "bleed"},
                                                        {202, "inr", "INR increased", "coag"},
                                                        {203, "cns", "Cerebral bleeding", "bleed"},
                                                        {204, "mac", "Maculopapular rash", "rash"}}));
    m_systems.emplace("phenotypes", codeSystem("phenotypes", {{1, "af", "Atrial fibrillation", ""},
                                                              {2, "ckd3", "Chronic kidney disease 3", ""},
                                                              {3, "htn", "Hypertension", ""}}));
    const auto add = [this](std::uint32_t number, const char* name, Side side, FieldType type, const char* system) {
        Field field;
        field.number = number;
        field.name = name;
        field.label = name;
        field.side = side;
        field.type = type;
        field.system = system;
        field.maximum = 1000;
        m_pack.fields.push_back(field);
    };
    m_pack.id = "golden";
    m_pack.hash.bytes = {7};
    add(1, "object_drug", Side::Condition, FieldType::Term, "drugs");
    add(2, "precipitant_drug", Side::Condition, FieldType::Term, "drugs");
    add(3, "phenotype", Side::Condition, FieldType::Terms, "phenotypes");
    add(4, "renal", Side::Condition, FieldType::Integer, "");
    add(5, "age", Side::Condition, FieldType::Integer, "");
    add(6, "dose", Side::Condition, FieldType::Number, "");
    add(7, "sex", Side::Condition, FieldType::Integer, "");
    add(1, "effect", Side::Outcome, FieldType::Term, "effects");
    add(2, "onset", Side::Outcome, FieldType::Integer, "");
    m_pack.fields[5].unit = "mg";
    m_pack.fields[5].decimals = 1;
}

Definition TestGoldenExample::definition(double pairFloor) const {
    DefinitionSpec spec;
    spec.id = "golden";
    const auto add = [&](DimensionSpec dimension, double scale, Side side = Side::Condition) {
        dimension.scale = scale;
        dimension.side = side;
        spec.dimensions.push_back(std::move(dimension));
    };
    auto pair = dimensionSpec("drugs", {"object_drug", "precipitant_drug"}, 35, "ordered_pair");
    pair.table = {0, 0.1, 0.25, 0.5, 0.75, 1};
    pair.floor = pairFloor;
    add(pair, 0);
    add(dimensionSpec("effect", {"effect"}, 25, "wu_palmer"), 0, Side::Outcome);
    add(dimensionSpec("phenotype", {"phenotype"}, 15, "jaccard"), 0);
    add(dimensionSpec("renal", {"renal"}, 7, "numeric_decay"), 1);
    add(dimensionSpec("onset", {"onset"}, 6, "log_ratio"), 3, Side::Outcome);
    add(dimensionSpec("age", {"age"}, 5, "numeric_decay"), 1.5);
    add(dimensionSpec("dose", {"dose"}, 4, "log_ratio"), 2);
    add(dimensionSpec("sex", {"sex"}, 3, "exact"), 0);
    auto compiled = Definition::compile(spec, m_pack);
    if (!compiled) {
        qFatal("%s: %s", compiled.error().field.c_str(), compiled.error().detail.c_str());
    }
    return std::move(compiled).value();
}

Query TestGoldenExample::query(View view) const {
    Query query;
    query.view = view;
    query.condition = {{1U, Value{std::int64_t{kWarfarin}}},
                       {2U, Value{std::int64_t{kFluconazole}}},
                       {3U, Value{ScalarList{std::int64_t{kFibrillation}, std::int64_t{kKidneyDisease}}}},
                       {4U, Value{std::int64_t{2}}},
                       {5U, Value{std::int64_t{4}}},
                       {6U, Value{std::int64_t{50}}},
                       {7U, Value{std::int64_t{1}}}};
    query.outcome = {{1U, Value{std::int64_t{kGastroBleed}}}, {2U, Value{std::int64_t{6}}}};
    return query;
}

TestGoldenExample::Case TestGoldenExample::candidate(const QString& name) const {
    const auto number = [](std::int64_t value) { return Value{value}; };
    const auto terms = [](ScalarList list) { return Value{std::move(list)}; };
    const ScalarList both{std::int64_t{kFibrillation}, std::int64_t{kKidneyDisease}};
    const ScalarList three{std::int64_t{kFibrillation}, std::int64_t{kKidneyDisease}, std::int64_t{kHypertension}};
    const ScalarList one{std::int64_t{kFibrillation}};
    if (name == QStringLiteral("A")) {
        return {{{1U, number(kWarfarin)},
                 {2U, number(kFluconazole)},
                 {3U, terms(three)},
                 {4U, number(2)},
                 {5U, number(4)},
                 {6U, number(40)},
                 {7U, number(2)}},
                {{1U, number(kGastroBleed)}, {2U, number(8)}}};
    }
    if (name == QStringLiteral("B")) {
        return {{{1U, number(kAcenocoumarol)},
                 {2U, number(kVoriconazole)},
                 {3U, terms(one)},
                 {5U, number(3)},
                 {7U, number(1)}},
                {{1U, number(kInrUp)}, {2U, number(5)}}};
    }
    if (name == QStringLiteral("C")) {
        return {{{1U, number(kDabigatran)},
                 {2U, number(kAmiodarone)},
                 {3U, terms(both)},
                 {4U, number(2)},
                 {5U, number(4)},
                 {7U, number(1)}},
                {{1U, number(kBrainBleed)}, {2U, number(20)}}};
    }
    return {{{1U, number(kWarfarin)},
             {2U, number(kFluconazole)},
             {3U, terms(one)},
             {4U, number(0)},
             {5U, number(4)},
             {6U, number(50)},
             {7U, number(1)}},
            {{1U, number(kRash)}, {2U, number(6)}}};
}

double TestGoldenExample::fraction(const Score& score) {
    return static_cast<double>(score.weighted) / static_cast<double>(kOne * score.recordedWeight);
}

void TestGoldenExample::addColumns() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("all");
    QTest::addColumn<double>("condition");
    QTest::addColumn<bool>("excluded");
    QTest::newRow("A same pair, same bleeding") << QStringLiteral("A") << 0.895 << 0.87 << false;
    QTest::newRow("B related pair, INR up") << QStringLiteral("B") << 0.593 << 0.68 << false;
    QTest::newRow("C other pair, other bleeding") << QStringLiteral("C") << 0.507 << 0.46 << true;
    QTest::newRow("D same pair, rash") << QStringLiteral("D") << 0.614 << 0.80 << false;
}

void TestGoldenExample::allDimensions() {
    QFETCH(QString, name);
    QFETCH(double, all);
    const auto other = candidate(name);
    const auto result = score(definition(0), m_systems, query(View::Both), other.condition, other.outcome);
    QVERIFY2(std::abs(fraction(result) - all) <= 0.0006, qPrintable(QString::number(fraction(result))));
    QVERIFY(!result.excluded);
}

void TestGoldenExample::conditionSideOnly() {
    QFETCH(QString, name);
    QFETCH(double, condition);
    const auto other = candidate(name);
    const auto result = score(definition(0), m_systems, query(View::Condition), other.condition, other.outcome);
    QVERIFY2(std::abs(fraction(result) - condition) <= 0.006, qPrintable(QString::number(fraction(result))));
    // What came of it must not move a view that a rate is made from.
    QCOMPARE(score(definition(0), m_systems, query(View::Condition), other.condition, {}), result);
}

void TestGoldenExample::withFloorOnThePair() {
    QFETCH(QString, name);
    QFETCH(double, condition);
    QFETCH(bool, excluded);
    const auto other = candidate(name);
    auto asked = query(View::Condition);
    asked.theta = 4000;
    const auto result = score(definition(0.4), m_systems, asked, other.condition, other.outcome);
    QCOMPARE(result.excluded, excluded);
    QCOMPARE(isMatch(asked, result), !excluded);
    QVERIFY2(std::abs(fraction(result) - condition) <= 0.006, qPrintable(QString::number(fraction(result))));
}

void TestGoldenExample::pointsOfTheBestCandidateAddUp() {
    const auto other = candidate(QStringLiteral("A"));
    const auto explanation =
        explain(definition(0), m_pack, m_systems, query(View::Both), other.condition, other.outcome);
    QCOMPARE(explanation.score, 895);
    int sum = 0;
    for (const auto& dimension : explanation.dimensions) {
        sum += dimension.points;
    }
    QCOMPARE(sum, 895);
    QCOMPARE(explanation.dimensions[0].points, 350);
    QCOMPARE(whyWords(explanation.dimensions[0]), std::string("same"));
    QCOMPARE(whyWords(explanation.dimensions[2]), std::string("2 of 3 shared"));
    QCOMPARE(whyWords(explanation.dimensions[6]), std::string("ratio 1.25"));
    QCOMPARE(whyWords(explanation.dimensions[7]), std::string("different"));
    QCOMPARE(explanation.onlyTheirs.size(), std::size_t{1});
    QVERIFY(explanation.onlyMine.empty());
}

void TestGoldenExample::theFloorThatFailedIsNamed() {
    const auto other = candidate(QStringLiteral("C"));
    const auto explanation =
        explain(definition(0.4), m_pack, m_systems, query(View::Condition), other.condition, other.outcome);
    QVERIFY(explanation.excluded);
    QVERIFY(explanation.dimensions[0].belowFloor);
    QCOMPARE(explanation.dimensions[0].floor, 400);
    QCOMPARE(whyWords(explanation.dimensions[0]), std::string("both: Antithrombotic agents; no common class"));
    QVERIFY(!explanation.dimensions[1].counted);
    QCOMPARE(whyWords(explanation.dimensions[6]), std::string("not recorded there"));
}

QTEST_APPLESS_MAIN(TestGoldenExample)
#include "tst_golden_example.moc"
