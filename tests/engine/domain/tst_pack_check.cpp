#include "crypto/sodium.h"
#include "domain/compose.h"
#include "support/shipped.h"

#include <QTest>

using namespace qis::core;
using qis::test::ddi;
using qis::test::shippedPacks;
using qis::test::shippedSystems;
using qis::test::trial;

namespace {

std::int64_t code(const char* system, const char* id) {
    return shippedSystems().at(system).findId(id)->code;
}

/// A sound interaction outcome, field by field as a foreign packet would carry it.
Content sound() {
    Content content;
    content.pack = ddi().family();
    content.confidence = 80;
    content.basis = OneCase();
    const auto set = [&](const char* name, Value value) {
        const auto* field = ddi().field(name);
        setField(field->side == Side::Condition ? content.condition : content.outcome, field->number, std::move(value));
    };
    set("object_drug", code("ingredient", "warfarin"));
    set("precipitant_drug", code("ingredient", "fluconazole"));
    set("sex", std::int64_t{1});
    set("age_band", std::int64_t{6});
    set("effect", code("effect", "gastrointestinal-bleeding"));
    set("observed", true);
    return content;
}

Content with(const char* name, Value value) {
    auto content = sound();
    const auto* field = ddi().field(name);
    setField(field->side == Side::Condition ? content.condition : content.outcome, field->number, std::move(value));
    return content;
}

Content without(const char* name) {
    auto content = sound();
    const auto* field = ddi().field(name);
    auto& map = field->side == Side::Condition ? content.condition : content.outcome;
    std::erase_if(map, [&](const auto& entry) { return entry.first == field->number; });
    return content;
}

QByteArray verdict(const Content& content) {
    const auto status = checkAgainstPack(ddi(), shippedSystems(), content);
    if (status) {
        return "ok";
    }
    return QByteArray::fromStdString(std::string(codeName(status.error().code)) + ' ' + status.error().field);
}

} // namespace

class TestPackCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void acceptsSoundContent();
    void refusesOtherPacks();
    void refusesUnknownFields();
    void refusesWrongTypes_data();
    void refusesWrongTypes();
    void refusesValuesOutsideTheirSet();
    void checksSetsOfTerms();
    void demandsRequiredFields();
    void checksRules();
    void checksBasis();
    void checksNotes();
    void judgesKindsByWhatTheyCarry();
    void describesWhatItDoesNotKnow();
};

void TestPackCheck::initTestCase() {
    QVERIFY(initCrypto().ok());
}

void TestPackCheck::acceptsSoundContent() {
    QCOMPARE(verdict(sound()), QByteArray("ok"));
    QVERIFY(checkContent(sound()).ok());
    const auto composed = compose(ddi(), shippedSystems(), toOutcomeJson(ddi(), shippedSystems(), sound()));
    QVERIFY(composed.composed && composed.composed->content == sound());
    for (const auto& [id, pack] : shippedPacks()) {
        for (const auto& example : pack.examples) {
            const auto result = compose(pack, shippedSystems(), example);
            QVERIFY(checkAgainstPack(pack, shippedSystems(), result.composed->content).ok());
        }
    }
}

void TestPackCheck::refusesOtherPacks() {
    auto content = sound();
    content.pack.bytes[7] ^= 1;
    QCOMPARE(verdict(content), QByteArray("unknown-pack pack"));
    QCOMPARE(checkAgainstPack(trial(), shippedSystems(), sound()).error().code, Code::UnknownPack);
}

void TestPackCheck::refusesUnknownFields() {
    auto content = sound();
    setField(content.condition, 60000, std::int64_t{1});
    QCOMPARE(verdict(content), QByteArray("unknown-field condition.60000"));
    content = sound();
    setField(content.outcome, 0, std::int64_t{1});
    QCOMPARE(verdict(content), QByteArray("unknown-field outcome.0"));
    content = sound();
    std::swap(content.condition, content.outcome);
    QVERIFY(verdict(content) != "ok");
}

void TestPackCheck::refusesWrongTypes_data() {
    QTest::addColumn<QByteArray>("field");
    for (const auto* name : {"object_drug", "sex", "object_dose", "naranjo", "observed", "phenotype"}) {
        QTest::newRow(name) << QByteArray(name);
    }
}

void TestPackCheck::refusesWrongTypes() {
    QFETCH(QByteArray, field);
    const auto* found = ddi().field(field.constData());
    const QByteArray expected =
        QByteArray("wrong-type ") + (found->side == Side::Condition ? "condition." : "outcome.") + field;
    const std::vector<Value> values{1.5F, std::string("warfarin"), Bytes{1, 2, 3}};
    for (const auto& value : values) {
        QCOMPARE(verdict(with(field.constData(), value)), expected);
    }
    if (found->type != FieldType::Yes) {
        QCOMPARE(verdict(with(field.constData(), true)), expected);
    }
    if (found->type != FieldType::Terms) {
        QCOMPARE(verdict(with(field.constData(), ScalarList{std::int64_t{1}})), expected);
    }
    if (found->type == FieldType::Yes || found->type == FieldType::Terms) {
        QCOMPARE(verdict(with(field.constData(), std::int64_t{1})), expected);
    }
}

void TestPackCheck::refusesValuesOutsideTheirSet() {
    const auto number = [](std::int64_t value) { return Value(value); };
    for (const auto value : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{4'000'000'000}, std::int64_t{1} << 40,
                             std::numeric_limits<std::int64_t>::min()}) {
        QCOMPARE(verdict(with("object_drug", number(value))), QByteArray("unknown-term condition.object_drug"));
    }
    QCOMPARE(verdict(with("effect", number(code("effect", "bleeding-and-clotting")))),
             QByteArray("not-allowed outcome.effect"));
    QCOMPARE(verdict(with("sex", number(9))), QByteArray("not-allowed condition.sex"));
    QCOMPARE(verdict(with("object_dose", number(0))), QByteArray("not-allowed condition.object_dose"));
    QCOMPARE(verdict(with("object_dose", number(1))), QByteArray("ok"));
    QCOMPARE(verdict(with("object_dose", number(100'000'000))), QByteArray("ok"));
    QCOMPARE(verdict(with("object_dose", number(100'000'001))), QByteArray("not-allowed condition.object_dose"));
    QCOMPARE(verdict(with("naranjo", number(-4))), QByteArray("ok"));
    QCOMPARE(verdict(with("naranjo", number(-5))), QByteArray("not-allowed outcome.naranjo"));
}

void TestPackCheck::checksSetsOfTerms() {
    auto low = code("phenotype", "asthma");
    auto high = code("phenotype", "copd");
    if (low > high) {
        std::swap(low, high);
    }
    QCOMPARE(verdict(with("phenotype", ScalarList{low, high})), QByteArray("ok"));
    QCOMPARE(verdict(with("phenotype", ScalarList{high, low})), QByteArray("not-allowed condition.phenotype"));
    QCOMPARE(verdict(with("phenotype", ScalarList{low, low})), QByteArray("not-allowed condition.phenotype"));
    QCOMPARE(verdict(with("phenotype", ScalarList{})), QByteArray("not-allowed condition.phenotype"));
    QCOMPARE(verdict(with("phenotype", ScalarList{std::int64_t{1} << 33})),
             QByteArray("unknown-term condition.phenotype"));
    QCOMPARE(verdict(with("phenotype", ScalarList{low, true})), QByteArray("wrong-type condition.phenotype"));
    ScalarList many;
    for (const auto& term : shippedSystems().at("ingredient").terms()) {
        if (term.selectable && many.size() < 6) {
            many.emplace_back(std::int64_t{term.code});
        }
    }
    QCOMPARE(verdict(with("co_medication", many)), QByteArray("not-allowed condition.co_medication"));
}

void TestPackCheck::demandsRequiredFields() {
    for (const auto* name : {"object_drug", "precipitant_drug", "sex", "age_band"}) {
        QCOMPARE(verdict(without(name)), QByteArray("missing-field condition.") + name);
    }
    QCOMPARE(verdict(without("observed")), QByteArray("missing-field outcome.observed"));
    auto content = sound();
    content.confidence.reset();
    QCOMPARE(verdict(content), QByteArray("missing-field confidence"));
}

void TestPackCheck::checksRules() {
    QCOMPARE(verdict(with("precipitant_drug", code("ingredient", "warfarin"))),
             QByteArray("rule-broken condition.precipitant_drug"));
    auto content = with("pregnancy", true);
    QCOMPARE(verdict(content), QByteArray("ok"));
    setField(content.condition, ddi().field("sex")->number, std::int64_t{2});
    QCOMPARE(verdict(content), QByteArray("rule-broken condition.pregnancy"));
    setField(content.condition, ddi().field("pregnancy")->number, false);
    QCOMPARE(verdict(content), QByteArray("ok"));
    content = with("result", choiceByName(*ddi().field("result"), "fatal")->value);
    QCOMPARE(verdict(content), QByteArray("ok"));
    setField(content.outcome, ddi().field("grade")->number, std::int64_t{4});
    QCOMPARE(verdict(content), QByteArray("rule-broken outcome.grade"));
}

void TestPackCheck::checksBasis() {
    auto content = sound();
    content.basis.reset();
    QCOMPARE(verdict(content), QByteArray("ok")); // one case is what this pack takes it for
    const auto result = compose(trial(), shippedSystems(), trial().examples.front());
    auto table = result.composed->content;
    table.basis = OneCase();
    QCOMPARE(checkAgainstPack(trial(), shippedSystems(), table).error().code, Code::NotAllowed);
    table.basis.reset();
    QCOMPARE(checkAgainstPack(trial(), shippedSystems(), table).error().code, Code::MissingField);
}

void TestPackCheck::checksNotes() {
    auto content = sound();
    content.note = "INR back to normal";
    QCOMPARE(verdict(content), QByteArray("ok"));
    content.note = "a\xe2\x80\xae"
                   "b"; // right-to-left override
    QCOMPARE(verdict(content), QByteArray("bad-text note"));
    content.note = "\xff";
    QCOMPARE(verdict(content), QByteArray("bad-text note"));
    content.note = std::string(97, 'x');
    QCOMPARE(verdict(content), QByteArray("text-too-long note"));
    auto table = compose(trial(), shippedSystems(), trial().examples.front()).composed->content;
    table.note = "x";
    QCOMPARE(checkAgainstPack(trial(), shippedSystems(), table).error().code, Code::NotAllowed);
}

void TestPackCheck::judgesKindsByWhatTheyCarry() {
    auto followUp = without("object_drug");
    followUp.confidence.reset();
    followUp.target = ShortId();
    followUp.kind = Kind::FollowUp;
    QCOMPARE(verdict(followUp), QByteArray("ok"));
    followUp.kind = Kind::Amendment;
    QCOMPARE(verdict(followUp), QByteArray("missing-field condition.object_drug"));
    followUp.kind = Kind::FollowUp;
    setField(followUp.condition, ddi().field("sex")->number, std::int64_t{77});
    QCOMPARE(verdict(followUp), QByteArray("not-allowed condition.sex"));

    Content retraction;
    retraction.kind = Kind::Retraction;
    retraction.pack = ddi().hash;
    retraction.target = ShortId();
    QCOMPARE(verdict(retraction), QByteArray("ok"));

    Content fitness;
    fitness.kind = Kind::Fitness;
    fitness.pack = ddi().hash;
    setField(fitness.outcome, 1, Bytes(16, 1));
    QCOMPARE(verdict(fitness), QByteArray("ok"));
}

void TestPackCheck::describesWhatItDoesNotKnow() {
    const auto& systems = shippedSystems();
    const auto words = [&](const char* field, const Value& value) {
        return QByteArray::fromStdString(describeValue(*ddi().field(field), systems, value));
    };
    QCOMPARE(words("object_drug", code("ingredient", "warfarin")), QByteArray("Warfarin"));
    QCOMPARE(words("object_drug", std::int64_t{-7}), QByteArray("unknown code -7"));
    QCOMPARE(words("sex", std::int64_t{1}), QByteArray("Female"));
    QCOMPARE(words("sex", std::int64_t{99}), QByteArray("unknown value 99"));
    QCOMPARE(words("object_dose", std::int64_t{2500}), QByteArray("2.5 mg/d"));
    QCOMPARE(words("object_dose", std::int64_t{1001}), QByteArray("1.001 mg/d"));
    QCOMPARE(words("onset_days", std::int64_t{10}), QByteArray("1 day"));
    QCOMPARE(words("onset_days", std::int64_t{-5}), QByteArray("-0.5 days"));
    QCOMPARE(words("observed", false), QByteArray("no"));
    QCOMPARE(words("effect", std::string("x")), QByteArray("unreadable value"));
    QCOMPARE(words("phenotype", ScalarList{code("phenotype", "asthma"), true}), QByteArray("Asthma, unreadable value"));
    QVERIFY(words("naranjo", std::numeric_limits<std::int64_t>::min()).startsWith("-9223372036854775808"));
    // Content that does not fit still yields JSON that is refused, not a crash.
    auto foreign = with("sex", std::string("x"));
    QVERIFY(!compose(ddi(), systems, toOutcomeJson(ddi(), systems, foreign)).composed);
    QVERIFY(!sentenceOf(ddi(), systems, foreign).empty());
}

QTEST_APPLESS_MAIN(TestPackCheck)
#include "tst_pack_check.moc"
