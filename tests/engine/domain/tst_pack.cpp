#include "crypto/sodium.h"
#include "domain/compose.h"
#include "domain/question.h"
#include "similarity/score.h"
#include "support/shipped.h"

#include <QTest>

using namespace qis::core;
using qis::test::ddi;
using qis::test::resourceText;
using qis::test::shippedPacks;
using qis::test::shippedSystems;
using qis::test::trial;

namespace {

/// The file of a pack with the first occurrence of `from` replaced.
std::string edited(const std::string& id, const std::string& from, const std::string& to) {
    auto text = resourceText("packs/" + id + ".json");
    const auto at = text.find(from);
    return at == std::string::npos ? std::string() : text.replace(at, from.size(), to);
}

constexpr std::uint32_t kNewest = UINT32_MAX;

std::string words(const std::string& text) {
    return text.empty() ? "nothing to replace" : text;
}

} // namespace

class TestPack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void shipsPacks();
    void findsFields();
    void shipsDefinitionsThatCompile();
    void shipsDissimilarExamples();
    void refusesBrokenPacks_data();
    void refusesBrokenPacks();
    void refusesHostileText();
    void hashesMeaningAlone_data();
    void hashesMeaningAlone();
    void hashesVocabulary();
    void decidesEvents();
    void writesSchemas();
};

void TestPack::initTestCase() {
    QVERIFY(initCrypto().ok());
}

void TestPack::shipsPacks() {
    QCOMPARE(ddi().title, std::string("Drug-drug interaction"));
    QCOMPARE(trial().title, std::string("Vaccine trial"));
    QVERIFY(ddi().confidenceRequired && ddi().notesAllowed);
    QVERIFY(!trial().confidenceRequired && !trial().notesAllowed);
    QVERIFY(ddi().bases.front() == BasisKind::Case);
    QVERIFY(trial().bases == std::vector<BasisKind>{BasisKind::Table});
    QVERIFY(ddi().hash != trial().hash && !ddi().hash.isZero());
    for (const auto* name : {"object_drug", "precipitant_drug", "sex", "age_band", "effect", "observed"}) {
        QVERIFY2(ddi().field(name) != nullptr && ddi().field(name)->required, name);
    }
    for (const auto* id : {"effect-observed", "serious", "bleeding"}) {
        QVERIFY2(ddi().question(id) != nullptr, id);
    }
    QCOMPARE(trial().question("infection")->basis, std::string("table"));
    QVERIFY(trial().question("bleeding") == nullptr);
}

void TestPack::findsFields() {
    for (const auto& [id, pack] : shippedPacks()) {
        for (const auto& field : pack.fields) {
            QCOMPARE(pack.field(field.name), &field);
            QCOMPARE(pack.field(field.side, field.number), &field);
        }
        for (const auto* name : {"", "no_such_field", "\xff", "zzzz"}) {
            QVERIFY(pack.field(name) == nullptr);
        }
        QVERIFY(pack.field(Side::Condition, 0) == nullptr);
        QVERIFY(pack.field(Side::Outcome, 0xFFFFFFFF) == nullptr);

        const Pack copy = pack;
        QCOMPARE(copy.field(pack.fields.back().name), &copy.fields.back());
    }
    Pack byHand;
    byHand.fields = ddi().fields;
    QCOMPARE(byHand.field("effect")->side, Side::Outcome);
    QVERIFY(byHand.field(Side::Condition, 999) == nullptr);
}

void TestPack::shipsDefinitionsThatCompile() {
    for (const auto& [id, pack] : shippedPacks()) {
        const auto definition = Definition::compile(pack.definition, pack);
        QVERIFY2(definition.ok(), id.c_str());
        std::uint32_t weight = 0;
        for (const auto& dimension : definition->dimensions) {
            weight += dimension.side == Side::Condition ? dimension.weight : 0U;
        }
        QCOMPARE(weight, 100U);
        QVERIFY(Definition::decode(definition->encode()).ok());
    }
}

void TestPack::shipsDissimilarExamples() {
    for (const auto& [id, pack] : shippedPacks()) {
        const auto definition = Definition::compile(pack.definition, pack);
        QVERIFY(pack.examples.size() >= 3);
        std::vector<Content> contents;
        for (const auto& example : pack.examples) {
            const auto result = compose(pack, shippedSystems(), example);
            QVERIFY(result.composed.has_value());
            contents.push_back(result.composed->content);
        }
        for (const auto& mine : contents) {
            const Query query{mine.condition, mine.outcome, View::Condition, {}, definition->theta, 0};
            for (const auto& theirs : contents) {
                const auto result = score(*definition, shippedSystems(), query, theirs.condition, theirs.outcome);
                QCOMPARE(isMatch(query, result), &mine == &theirs);
            }
        }
    }
}

void TestPack::refusesBrokenPacks_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char* name, const std::string& json, const char* field) {
        QTest::newRow(name) << QByteArray::fromStdString(words(json)) << QByteArray(field);
    };
    const auto edit = [&](const char* name, const std::string& from, const std::string& to, const char* field) {
        row(name, edited("ddi", from, to), field);
    };
    row("not json", "{", "");
    row("not an object", "[]", "");
    row("empty object", "{}", "id");
    edit("unknown member", R"("id": "ddi",)", R"("id": "ddi", "colour": 1,)", "colour");
    edit("member twice", R"("id": "ddi",)", R"("id": "ddi", "id": "ddi",)", "id");
    edit("no licence", R"("licence": "CC0-1.0",)", "", "licence");
    edit("empty licence", R"("licence": "CC0-1.0",)", R"("licence": "",)", "licence");
    edit("bad id", R"("id": "ddi",)", R"("id": "D D I",)", "id");
    edit("control character", "Drug-drug interaction", "Drug\\u0007", "title");
    edit("direction override", "Drug-drug interaction", "Drug\\u202e", "title");
    edit("text where a truth value belongs", R"("notes_allowed": true)", R"("notes_allowed": "yes")", "notes_allowed");
    edit("section twice", R"({"id": "patient", "label": "Patient"})", R"({"id": "drugs", "label": "Patient"})",
         "sections[1]");
    edit("name twice", R"("name": "precipitant_drug")", R"("name": "object_drug")", "fields[1]");
    edit("number twice", R"("number": 2)", R"("number": 1)", "fields[1]");
    edit("number 0", R"("number": 1)", R"("number": 0)", "fields[0].number");
    edit("number too large", R"("number": 1)", R"("number": 65536)", "fields[0].number");
    edit("number not whole", R"("number": 1)", R"("number": 1.5)", "fields[0].number");
    edit("hyphen in a name", R"("name": "object_drug")", R"("name": "object-drug")", "fields[0].name");
    edit("unknown side", R"("side": "condition")", R"("side": "inside")", "fields[0].side");
    edit("unknown type", R"("type": "term")", R"("type": "date")", "fields[0].type");
    edit("unknown section", R"("section": "drugs")", R"("section": "elsewhere")", "fields[0].section");
    edit("unknown system", R"("system": "ingredient")", R"("system": "atc")", "fields[0].system");
    edit("system of a number", R"("unit": "mg/d",)", R"("unit": "mg/d", "system": "ingredient",)", "fields[2].system");
    edit("choices of a number", R"("unit": "mg/d",)", R"("unit": "mg/d", "choices": [],)", "fields[2].choices");
    edit("too many decimals", R"("decimals": 3)", R"("decimals": 7)", "fields[2].decimals");
    edit("minimum above maximum", R"("minimum": 0.001)", R"("minimum": 1e9)", "fields[2].maximum");
    edit("no minimum", R"("minimum": 0.001,)", "", "fields[2].minimum");
    edit("numbers that do not fit", R"("maximum": 100000)", R"("maximum": 1e13)", "fields[2].maximum");
    edit("one choice value twice", R"({"value": 2, "name": "intravenous")", R"({"value": 1, "name": "intravenous")",
         "fields[4].choices[1]");
    edit("one choice name twice", R"({"value": 2, "name": "intravenous")", R"({"value": 2, "name": "oral")",
         "fields[4].choices[1]");
    edit("band of one number", R"("holds": [65, 75])", R"("holds": [65])", "fields[8].choices[6].holds");
    edit("band the wrong way round", R"("holds": [65, 75])", R"("holds": [75, 65])", "fields[8].choices[6].holds");
    edit("bands that overlap", R"("holds": [65, 75])", R"("holds": [64, 75])", "fields[8].choices");
    edit("band of texts", R"("holds": [65, 75])", R"("holds": ["65", "75"])", "fields[8].choices[6].holds");
    edit("too many items", R"("max_items": 5)", R"("max_items": 25)", "fields[6].max_items");
    edit("unknown basis", R"("bases": ["case")", R"("bases": ["cohort")", "bases");
    edit("basis twice", R"("bases": ["case")", R"("bases": ["case", "case")", "bases");
    edit("no basis", R"(["case", "counts", "table", "effect", "observed", "cells"])", "[]", "bases");
    edit("unknown rule", R"("kind": "differ")", R"("kind": "similar")", "rules[0].kind");
    edit("rule over an unknown field", R"("fields": ["sex", "pregnancy"])", R"("fields": ["sex", "x"])",
         "rules[1].fields");
    edit("rule with an unknown value", R"("value": "male")", R"("value": "man")", "rules[1].value");
    edit("rule with an unknown second value", R"("value2": "false")", R"("value2": "no")", "rules[1].value2");
    edit("rule that compares unlike fields", R"("fields": ["object_drug", "precipitant_drug"])",
         R"("fields": ["object_drug", "effect"])", "rules[0].fields");
    edit("sentence with an unknown field", "{sex}", "{gender}", "sentence");
    edit("sentence with an open bracket", "[ with {phenotype}]", "[ with {phenotype}", "sentence");
    edit("sentence with nested parts", "[ with {phenotype}]", "[ with [{phenotype}]]", "sentence");
    edit("question on the condition side", R"("field": "seriousness")", R"("field": "renal")", "questions[1].field");
    edit("question with an unknown value", R"("values": ["bleeding"])", R"("values": ["blood"])",
         "questions[2].values");
    edit("question without values", R"("values": ["bleeding"])", R"("values": [])", "questions[2].values");
    edit("dimension over an unknown field", R"("fields": ["phenotype"])", R"("fields": ["fenotype"])",
         "definition.dimensions[1].fields");
    edit("dimension on the wrong side", R"("fields": ["phenotype"])", R"("fields": ["grade"])",
         "definition.dimensions[1].fields");
    edit("unknown kernel", R"("jaccard")", R"("cosine")", "definition.dimensions[1].kernel");
    edit("theta above 1", R"("theta": 0.6)", R"("theta": 60)", "definition.theta");
    edit("unknown member deep down", R"("swap_factor")", R"("swapFactor")", "definition.dimensions[0].swapFactor");
    edit("example that does not compose", R"("object_drug": "simvastatin")", R"("object_drug": "simva")",
         "examples[1]");
}

void TestPack::refusesBrokenPacks() {
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, field);
    const auto pack =
        Pack::parse(std::string_view(json.constData(), static_cast<std::size_t>(json.size())), shippedSystems());
    QVERIFY(!pack.ok());
    QCOMPARE(pack.code(), Code::BadPack);
    QCOMPARE(QByteArray::fromStdString(pack.error().field), field);
    QVERIFY(!pack.error().detail.empty());
}

void TestPack::refusesHostileText() {
    const auto refused = [](const std::string& text) {
        return Pack::parse(text, shippedSystems()).code() == Code::BadPack;
    };
    QVERIFY(refused({}));
    QVERIFY(refused(std::string(1'000'000, '[')));
    QVERIFY(refused(std::string(10'000'000, ' ')));
    std::string many = R"({"id")";
    for (int i = 0; i < 50'000; ++i) {
        many += ":1,\"" + std::to_string(i) + '"';
    }
    QVERIFY(refused(many + ":1}"));
    QVERIFY(!Pack::parse(resourceText("packs/ddi.json"), CodeSystems()).ok());
}

void TestPack::hashesMeaningAlone_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<bool>("changes");
    const auto row = [](const char* name, const char* from, const char* to, bool changes) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << changes;
    };
    row("title", "Drug-drug interaction", "Interaction", false);
    row("field label", R"("label": "Object drug")", R"("label": "Objekt drug")", false);
    row("help", "Per day.", "Each day.", false);
    row("choice label", R"("label": "Female")", R"("label": "Woman")", false);
    row("section", R"("label": "Course")", R"("label": "The course")", false);
    row("sentence", "onset after", "onset", false);
    row("weight", R"("weight": 45)", R"("weight": 44)", false);
    row("theta", R"("theta": 0.6)", R"("theta": 0.7)", false);
    row("rule message", "A fatal result is grade 5.", "Fatal is grade 5.", false);
    row("notes", R"("notes_allowed": true)", R"("notes_allowed": false)", false);
    row("order of bases", R"("case", "counts", "table")", R"("case", "table", "counts")", false);
    row("id", R"("id": "ddi",)", R"("id": "ddi2",)", true);
    row("choice value", R"({"value": 3, "name": "intersex")", R"({"value": 5, "name": "intersex")", true);
    row("choice name", R"("name": "intersex")", R"("name": "inter")", true);
    row("one choice less", R"({"value": 4, "name": "sequelae", "label": "Recovered with sequelae"},)", "", true);
    row("field number", R"("number": 18)", R"("number": 19)", true);
    row("field name", R"("name": "naranjo")", R"("name": "total")", true);
    row("decimals", R"("decimals": 3)", R"("decimals": 2)", true);
    row("unit", R"("unit": "mg/d")", R"("unit": "g/d")", true);
    row("maximum", R"("maximum": 13)", R"("maximum": 14)", true);
    row("allowed bases", R"(, "observed", "cells"])", R"(, "observed"])", true);
}

void TestPack::hashesMeaningAlone() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(bool, changes);
    auto text = edited("ddi", from.toStdString(), to.toStdString());
    QVERIFY(!text.empty());
    // Examples follow the pack; the ones that ship only speak of what is not edited here.
    const auto dropFrom = [&](const std::string& what, const std::string& with) {
        for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
            text.replace(at, what.size(), with);
        }
    };
    if (text.find(R"("id": "ddi2")") != std::string::npos) {
        dropFrom(R"("pack": "ddi")", R"("pack": "ddi2")");
    }
    dropFrom(R"({"value": 5, "unit": "mg/d"})", "5");
    // Neither does what guides the form.
    dropFrom(R"(, "naranjo", "dips"])", "]");
    dropFrom(R"({"fields": ["object_dose", "precipitant_dose"]},)", "");
    const auto pack = Pack::parse(text, shippedSystems());
    QVERIFY2(pack.ok(), pack.ok() ? "" : pack.error().detail.c_str());
    QCOMPARE(pack->hash != ddi().hash, changes);
}

void TestPack::hashesVocabulary() {
    auto systems = shippedSystems();
    auto text = resourceText("vocabularies/phenotype.json");
    const auto at = text.rfind(']');
    QVERIFY(at != std::string::npos);
    text.insert(at, R"(, {"code": 999999, "id": "new-term", "name": "New term", "parent": null})");
    auto grown = CodeSystem::parse(text);
    QVERIFY2(grown.ok(), grown.ok() ? "" : grown.error().detail.c_str());
    systems.insert_or_assign("phenotype", std::move(*grown));
    QVERIFY(meaningHashOf(ddi(), systems, kNewest) != ddi().hash);
    QCOMPARE(meaningHashOf(trial(), systems, kNewest), trial().hash);
}

void TestPack::decidesEvents() {
    const auto& effects = shippedSystems().at("effect");
    const auto effect = [&](const char* id) { return Value(std::int64_t{effects.findId(id)->code}); };
    const auto number = [](const char* name) { return ddi().field(name)->number; };
    const auto event = [&](const char* question, const FieldMap& outcome) {
        return isEvent(ddi(), shippedSystems(), *ddi().question(question), outcome);
    };
    FieldMap outcome;
    QVERIFY(event("bleeding", outcome) == std::nullopt);
    setField(outcome, number("effect"), effect("gastrointestinal-bleeding"));
    QVERIFY(event("bleeding", outcome) == std::nullopt);
    setField(outcome, number("observed"), Value(true));
    QVERIFY(event("bleeding", outcome) == true);
    QVERIFY(event("effect-observed", outcome) == true);
    QVERIFY(event("serious", outcome) == std::nullopt);
    setField(outcome, number("seriousness"), Value(choiceByName(*ddi().field("seriousness"), "not-serious")->value));
    QVERIFY(event("serious", outcome) == false);
    setField(outcome, number("observed"), Value(false));
    QVERIFY2(event("bleeding", outcome) == false, "a bleed that did not happen is no event");
    setField(outcome, number("observed"), Value(true));
    setField(outcome, number("effect"), effect("bleeding"));
    QVERIFY2(event("bleeding", outcome) == true, "the group itself counts");
    setField(outcome, number("effect"), effect("inr-increased"));
    QVERIFY(event("bleeding", outcome) == false);
    setField(outcome, number("effect"), Value(std::int64_t{0xFFFFFFFFFF}));
    QVERIFY(event("bleeding", outcome) == false);
    QVERIFY(isEvent(trial(), shippedSystems(), *trial().question("infection"), outcome) == std::nullopt);
}

void TestPack::writesSchemas() {
    for (const auto& [id, pack] : shippedPacks()) {
        const auto schema = jsonSchema(pack, shippedSystems());
        QVERIFY(schema.find("https://json-schema.org/draft/2020-12/schema") != std::string::npos);
        QVERIFY(schema.find("\"additionalProperties\": false") != std::string::npos);
        QVERIFY(schema.find("\"examples\"") != std::string::npos);
        for (const auto& field : pack.fields) {
            QVERIFY(schema.find('"' + field.name + '"') != std::string::npos);
        }
    }
    QVERIFY(jsonSchema(ddi(), shippedSystems()).find("\"note\"") != std::string::npos);
    QVERIFY(jsonSchema(trial(), shippedSystems()).find("\"note\"") == std::string::npos);
}

QTEST_APPLESS_MAIN(TestPack)
#include "tst_pack.moc"
