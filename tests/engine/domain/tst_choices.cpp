// A field of which any number of choices may hold.
#include "crypto/sodium.h"
#include "domain/compose.h"
#include "record/packet.h"
#include "support/shipped.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace qis::core;
using qis::test::ddi;
using qis::test::shippedPacks;
using qis::test::shippedSystems;

namespace {

const Field& grounds() {
    return *ddi().field("grounds");
}

std::string json(const std::string& chosen, const std::string& more = {}) {
    return R"({"pack": "ddi", "condition": {"object_drug": "warfarin", "precipitant_drug": "fluconazole", "sex": "female",
"age_band": "65-74"}, "outcome": {"effect": "gastrointestinal-bleeding", "observed": true)" +
           more + (chosen.empty() ? "" : R"(, "grounds": )" + chosen) + R"(}, "confidence": 80})";
}

ComposeResult composed(const std::string& chosen, const std::string& more = {}) {
    return compose(shippedPacks(), shippedSystems(), json(chosen, more));
}

std::string listOf(const std::vector<std::string>& names) {
    std::string out = "[";
    for (const auto& name : names) {
        out += out.size() > 1 ? "," : "";
        out += '"' + name + '"';
    }
    return out + ']';
}

/// An outcome whose grounds came in as these.
Code received(Value value) {
    auto content = composed(R"(["single"])").composed->content;
    for (auto& [number, held] : content.outcome) {
        if (number == grounds().number) {
            held = std::move(value);
        }
    }
    return checkAgainstPack(ddi(), shippedSystems(), content).code();
}

} // namespace

class TestChoices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }
    void everySetComesBackInOrder();
    void otherTextsAreRefused_data();
    void otherTextsAreRefused();
    void otherValuesAreRefused();
    void areSaidInWords();
    void takeAByteEach();
    void takePartInRules();
    void areInTheSchema();
};

void TestChoices::everySetComesBackInOrder() {
    const auto& choices = grounds().choices;
    QVERIFY(choices.size() >= 5 && choices.size() <= 12);
    constexpr unsigned kSeed = 20;
    std::mt19937 random(kSeed);
    for (std::uint32_t set = 1; set < 1U << choices.size(); ++set) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < choices.size(); ++i) {
            if ((set >> i & 1U) != 0) {
                names.push_back(choices[i].name);
            }
        }
        const auto inOrder = listOf(names);
        std::shuffle(names.begin(), names.end(), random);
        const auto result = composed(listOf(names));
        QVERIFY2(result.problems.empty(), inOrder.c_str());
        QVERIFY(checkAgainstPack(ddi(), shippedSystems(), result.composed->content).ok());
        const auto again = toOutcomeJson(ddi(), shippedSystems(), result.composed->content);
        QVERIFY2(again.find(R"("grounds":)" + inOrder) != std::string::npos, again.c_str());
    }
}

void TestChoices::otherTextsAreRefused_data() {
    QTest::addColumn<QByteArray>("chosen");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const char* chosen, const char* field, Code code) {
        QTest::newRow(name) << QByteArray(chosen) << QByteArray(field) << static_cast<int>(code);
    };
    row("no array", R"("single")", "outcome.grounds", Code::WrongType);
    row("empty", "[]", "outcome.grounds", Code::NotAllowed);
    row("null", "null", "outcome.grounds", Code::WrongType);
    row("twice", R"(["single", "timing", "single"])", "outcome.grounds[2]", Code::NotAllowed);
    row("unknown", R"(["timing", "hearsay"])", "outcome.grounds[1]", Code::NotAllowed);
    row("a number", "[1]", "outcome.grounds[0]", Code::WrongType);
    row("too many",
        R"(["single","single","single","single","single","single","single","single","single","single","single","single"])",
        "outcome.grounds", Code::ArrayTooLong);
}

void TestChoices::otherTextsAreRefused() {
    QFETCH(QByteArray, chosen);
    QFETCH(QByteArray, field);
    QFETCH(int, code);
    const auto result = composed(chosen.toStdString());
    QVERIFY(!result.composed);
    QCOMPARE(QByteArray::fromStdString(result.problems.front().field), field);
    QCOMPARE(static_cast<int>(result.problems.front().code), code);
}

void TestChoices::otherValuesAreRefused() {
    const auto one = [](std::int64_t value) { return Scalar(value); };
    QCOMPARE(received(ScalarList{one(1), one(3)}), Code::None);
    QCOMPARE(received(ScalarList{one(3), one(1)}), Code::NotAllowed);
    QCOMPARE(received(ScalarList{one(3), one(3)}), Code::NotAllowed);
    QCOMPARE(received(ScalarList{}), Code::NotAllowed);
    QCOMPARE(received(ScalarList{one(63)}), Code::NotAllowed);
    QCOMPARE(received(ScalarList{one(-5)}), Code::NotAllowed);
    QCOMPARE(received(ScalarList{Scalar(true)}), Code::WrongType);
    QCOMPARE(received(std::int64_t{1}), Code::WrongType);
    QCOMPARE(received(true), Code::WrongType);
    // A field of one choice holds no list.
    auto content = composed("").composed->content;
    for (auto& [number, held] : content.condition) {
        if (number == ddi().field("sex")->number) {
            held = ScalarList{one(1)};
        }
    }
    QCOMPARE(checkAgainstPack(ddi(), shippedSystems(), content).code(), Code::WrongType);
}

void TestChoices::areSaidInWords() {
    const Value both = ScalarList{Scalar(std::int64_t{3}), Scalar(std::int64_t{5})};
    QCOMPARE(describeValue(grounds(), shippedSystems(), both), std::string("Laboratory confirmed, Timing fits"));
    const Value unknown = ScalarList{Scalar(std::int64_t{3}), Scalar(std::int64_t{99})};
    QCOMPARE(describeValue(grounds(), shippedSystems(), unknown),
             std::string("Laboratory confirmed, unknown value 99"));
}

void TestChoices::takeAByteEach() {
    const auto without = composed("").composed->bytes;
    // Key, head of the array, and a byte a choice.
    QCOMPARE(composed(R"(["single"])").composed->bytes, without + 3);
    QCOMPARE(composed(R"(["timing", "laboratory", "known"])").composed->bytes, without + 5);
}

void TestChoices::takePartInRules() {
    const auto broken = [](const ComposeResult& result, std::string_view field) {
        return std::any_of(result.problems.begin(), result.problems.end(), [&](const Problem& problem) {
            return problem.code == Code::RuleBroken && problem.field == field;
        });
    };
    const std::string came = R"(["timing", "rechallenge"])";
    QVERIFY(broken(composed(came, R"(, "rechallenge": "negative")"), "outcome.rechallenge"));
    QVERIFY(composed(came, R"(, "rechallenge": "positive")").composed);
    QVERIFY(composed(came).composed);
    QVERIFY(composed(R"(["timing"])", R"(, "rechallenge": "negative")").composed);
}

void TestChoices::areInTheSchema() {
    const auto schema = jsonSchema(ddi(), shippedSystems());
    QVERIFY(schema.find(R"("second-opinion")") != std::string::npos);
    QVERIFY(schema.find("Tick all that hold") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestChoices)
#include "tst_choices.moc"
