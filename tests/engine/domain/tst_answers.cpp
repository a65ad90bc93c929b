#include "domain/answers.h"

#include "crypto/sodium.h"
#include "domain/compose.h"
#include "record/packet.h"
#include "support/shipped.h"

#include <QTest>

#include <array>

using namespace qis::core;
using qis::test::ddi;
using qis::test::resourceText;
using qis::test::shippedPacks;
using qis::test::shippedSystems;

namespace {

/// The hash of the pack as it was before it had this field; packets under it are about.
constexpr std::string_view kFirstGeneration = "958cdb2fbf56237d";

const Field& dips() {
    return *ddi().field("dips");
}

std::string json(const std::string& answers) {
    return R"({"pack": "ddi", "condition": {"object_drug": "warfarin", "precipitant_drug": "fluconazole", "sex": "female",
"age_band": "65-74"}, "outcome": {"effect": "gastrointestinal-bleeding", "observed": true)" +
           (answers.empty() ? "" : R"(, "dips": )" + answers) + R"(}, "confidence": 80})";
}

ComposeResult composed(const std::string& answers) {
    return compose(shippedPacks(), shippedSystems(), json(answers));
}

int total(std::string_view text) {
    return sumOf(dips(), *answersFromText(dips(), text)).total;
}

std::string verdict(std::string_view text) {
    return dips().verdicts.at(sumOf(dips(), *answersFromText(dips(), text)).verdict).label;
}

} // namespace

class TestAnswers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }
    void everyTextComesBack();
    void otherTextsAreRefused_data();
    void otherTextsAreRefused();
    void otherNumbersAreRefused();
    void pointsAreThoseOfTheScale();
    void limitsAreThoseOfTheScale();
    void travelInTwentyBits();
    void areSaidInWords();
    void aSumHasItsScale();
    void aSumMustHoldItsScale_data();
    void aSumMustHoldItsScale();
    void olderReadersAreNotShutOut();
    void anOlderGenerationHasNoneOfIt();
};

void TestAnswers::everyTextComesBack() {
    // Four answers to each of ten questions, all of them.
    constexpr std::int64_t kAll = std::int64_t{1} << 20;
    for (std::int64_t wire = 1; wire < kAll; ++wire) {
        const auto text = answersText(dips(), wire);
        if (!text || answersFromText(dips(), *text) != wire) {
            QFAIL(qPrintable(QString::number(wire)));
        }
    }
    QVERIFY(!answersText(dips(), 0));
    QVERIFY(!answersText(dips(), kAll));
    QVERIFY(!answersText(dips(), -1));
    QVERIFY(!answersText(dips(), INT64_MAX));
    QVERIFY(!answersText(dips(), INT64_MIN));
}

void TestAnswers::otherTextsAreRefused_data() {
    QTest::addColumn<QByteArray>("answers");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("nothing answered") << QByteArray(R"("----------")") << QByteArray("not-allowed");
    QTest::newRow("too short") << QByteArray(R"("yyyyyyyyy")") << QByteArray("not-allowed");
    QTest::newRow("too long") << QByteArray(R"("yyyyyyyyyyy")") << QByteArray("not-allowed");
    QTest::newRow("empty") << QByteArray(R"("")") << QByteArray("not-allowed");
    QTest::newRow("capitals") << QByteArray(R"("YYYYYYYYYY")") << QByteArray("not-allowed");
    QTest::newRow("another letter") << QByteArray(R"("yyyyyyyyyx")") << QByteArray("not-allowed");
    QTest::newRow("beyond Latin") << QByteArray("\"yyyyyyyy\xc3\xbf\"") << QByteArray("not-allowed");
    QTest::newRow("a number") << QByteArray("5") << QByteArray("wrong-type");
    QTest::newRow("an array") << QByteArray(R"(["y"])") << QByteArray("wrong-type");
    QTest::newRow("null") << QByteArray("null") << QByteArray("wrong-type");
}

void TestAnswers::otherTextsAreRefused() {
    QFETCH(QByteArray, answers);
    QFETCH(QByteArray, code);
    const auto result = composed(answers.toStdString());
    QVERIFY(!result.composed);
    QCOMPARE(result.problems.size(), std::size_t{1});
    QCOMPARE(result.problems.front().field, std::string("outcome.dips"));
    const auto name = codeName(result.problems.front().code);
    QCOMPARE(QByteArray(name.data(), static_cast<qsizetype>(name.size())), code);
}

void TestAnswers::otherNumbersAreRefused() {
    auto content = composed(R"("y---------")").composed->content;
    QVERIFY(checkAgainstPack(ddi(), shippedSystems(), content).ok());
    for (auto& [number, value] : content.outcome) {
        if (number == dips().number) {
            for (const auto wrong : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1} << 20, INT64_MAX}) {
                value = wrong;
                QVERIFY(checkAgainstPack(ddi(), shippedSystems(), content).code() == Code::NotAllowed);
            }
            value = true;
        }
    }
    QVERIFY(checkAgainstPack(ddi(), shippedSystems(), content).code() == Code::WrongType);
}

void TestAnswers::pointsAreThoseOfTheScale() {
    // Horn, Hansten and Chan, Ann Pharmacother 2007;41:674-80, table 1.
    constexpr std::array kYes{1, 1, 1, 1, 1, 2, -1, 1, 1, 1};
    constexpr std::array kNo{-1, -1, -1, -1, -2, -1, 1, 0, 0, -1};
    QCOMPARE(dips().items.size(), kYes.size());
    for (std::size_t i = 0; i < kYes.size(); ++i) {
        std::string text(kYes.size(), '-');
        text[i] = 'y';
        QCOMPARE(total(text), kYes[i]);
        text[i] = 'n';
        QCOMPARE(total(text), kNo[i]);
        text[i] = 'u';
        QCOMPARE(total(text), 0);
    }
    QCOMPARE(total("yyyyyynyyy"), 11);
    QCOMPARE(total("nnnnnnynnn"), -9);
}

void TestAnswers::limitsAreThoseOfTheScale() {
    // Over 8 highly probable, 5 to 8 probable, 2 to 4 possible, under 2 doubtful.
    QCOMPARE(total("yyyyyynyu-"), 9);
    QCOMPARE(verdict("yyyyyynyu-"), std::string("highly probable"));
    QCOMPARE(total("yyyyyynu--"), 8);
    QCOMPARE(verdict("yyyyyynu--"), std::string("probable"));
    QCOMPARE(verdict("yyyyy-----"), std::string("probable"));
    QCOMPARE(verdict("yyyy------"), std::string("possible"));
    QCOMPARE(verdict("yy--------"), std::string("possible"));
    QCOMPARE(verdict("y---------"), std::string("doubtful"));
    QCOMPARE(verdict("nnnnnnynnn"), std::string("doubtful"));
}

void TestAnswers::travelInTwentyBits() {
    const auto without = composed("").composed->bytes;
    // A key of one byte, and an integer of four behind its head.
    QCOMPARE(composed(R"("yyyyyynyyy")").composed->bytes, without + 6);
}

void TestAnswers::areSaidInWords() {
    const auto result = composed(R"("yyyyuu-y--")").composed;
    QVERIFY2(result->sentence.find("interaction probability 5, probable (7 of 10 answered)") != std::string::npos,
             result->sentence.c_str());
    const auto again = toOutcomeJson(ddi(), shippedSystems(), result->content);
    QVERIFY(again.find(R"("dips":"yyyyuu-y--")") != std::string::npos);
    QVERIFY(jsonSchema(ddi(), shippedSystems()).find("^(?=.*[ynu])[ynu-]{10}$") != std::string::npos);
}

void TestAnswers::aSumHasItsScale() {
    // Naranjo and others, Clin Pharmacol Ther 1981;30:239-45.
    const auto& field = *ddi().field("naranjo");
    constexpr std::array kYes{1, 2, 1, 2, -1, -1, 1, 1, 1, 1};
    constexpr std::array kNo{0, -1, 0, -1, 2, 1, 0, 0, 0, 0};
    QVERIFY(field.type == FieldType::Integer && field.items.size() == kYes.size());
    for (std::size_t i = 0; i < kYes.size(); ++i) {
        QVERIFY(field.items[i].yes == kYes[i] && field.items[i].no == kNo[i]);
    }
    QVERIFY(totalsOf(field).least == -4 && totalsOf(field).most == 13);
    const std::map<std::int64_t, QByteArray> words{{-4, "-4, doubtful"}, {0, "0, doubtful"},  {1, "1, possible"},
                                                   {4, "4, possible"},   {5, "5, probable"},  {8, "8, probable"},
                                                   {9, "9, definite"},   {13, "13, definite"}};
    for (const auto& [total, said] : words) {
        QCOMPARE(QByteArray::fromStdString(describeValue(field, shippedSystems(), total)), said);
    }
    // A peer may send a sum that no answers come to; it is still said.
    QVERIFY(describeValue(field, shippedSystems(), INT64_MIN).ends_with(", doubtful"));
}

void TestAnswers::aSumMustHoldItsScale_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("member");
    QTest::newRow("too little room above")
        << QByteArray(R"("maximum": 13)") << QByteArray(R"("maximum": 12)") << QByteArray("items");
    QTest::newRow("too little room below")
        << QByteArray(R"("minimum": -4)") << QByteArray(R"("minimum": -3)") << QByteArray("items");
    QTest::newRow("the least means nothing")
        << QByteArray(R"({"from": -4, "label": "doubtful"})") << QByteArray(R"({"from": -3, "label": "doubtful"})")
        << QByteArray("verdicts");
    QTest::newRow("meanings fall") << QByteArray(R"({"from": 9, "label": "definite"})")
                                   << QByteArray(R"({"from": 5, "label": "definite"})") << QByteArray("verdicts");
    QTest::newRow("a question twice") << QByteArray(R"({"name": "placebo")") << QByteArray(R"({"name": "after")")
                                      << QByteArray("items");
}

void TestAnswers::aSumMustHoldItsScale() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, member);
    auto text = QByteArray::fromStdString(resourceText("packs/ddi.json"));
    QCOMPARE(text.count(from), 1);
    text.replace(from, to);
    const auto pack = Pack::parse(text.toStdString(), shippedSystems());
    QVERIFY(!pack.ok());
    QVERIFY2(QByteArray::fromStdString(pack.error().field).contains(member), pack.error().field.c_str());
}

void TestAnswers::olderReadersAreNotShutOut() {
    QCOMPARE(ddi().generations.size(), std::size_t{2});
    QCOMPARE(ddi().family().hex(), std::string(kFirstGeneration));
    QVERIFY(ddi().hash != ddi().family());
    // What needs none of what is new is written so that whoever has only the older pack can read it.
    QVERIFY(composed("").composed->content.pack == ddi().family());
    QVERIFY(composed(R"("y---------")").composed->content.pack == ddi().hash);
}

void TestAnswers::anOlderGenerationHasNoneOfIt() {
    auto content = composed(R"("y---------")").composed->content;
    content.pack = ddi().family();
    const auto status = checkAgainstPack(ddi(), shippedSystems(), content);
    QVERIFY(status.code() == Code::UnknownField);
    content.pack = PackHash();
    QVERIFY(checkAgainstPack(ddi(), shippedSystems(), content).code() == Code::UnknownPack);
    // The newest generation may leave it out.
    auto plain = composed("").composed->content;
    plain.pack = ddi().hash;
    QVERIFY(checkAgainstPack(ddi(), shippedSystems(), plain).ok());
}

QTEST_APPLESS_MAIN(TestAnswers)
#include "tst_answers.moc"
