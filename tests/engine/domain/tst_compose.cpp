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

/// The smallest outcome of each pack, to be broken one way at a time.
const std::string kDdi = R"({"pack": "ddi",
"condition": {"object_drug": "warfarin", "precipitant_drug": "fluconazole", "sex": "female", "age_band": "65-74"},
"outcome": {"effect": "gastrointestinal-bleeding", "observed": true}, "confidence": 80})";
const std::string kTrial = R"({"pack": "trial", "condition": {"vaccine": "bcg", "year": 1948},
"outcome": {"endpoint": "tuberculosis"}, "basis": {"kind": "table", "a": 4, "b": 119, "c": 11, "d": 128}})";

std::string with(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    return at == std::string::npos ? std::string("nothing to replace") : text.replace(at, from.size(), to);
}

ComposeResult composed(const std::string& json) {
    return compose(shippedPacks(), shippedSystems(), json);
}

QByteArray bytesOf(const std::string& text) {
    return QByteArray::fromStdString(text);
}

/// "code path" of every problem, separated by "; ".
QByteArray listed(const ComposeResult& result) {
    QByteArray out;
    for (const auto& problem : result.problems) {
        out += (out.isEmpty() ? "" : "; ") + bytesOf(std::string(codeName(problem.code)));
        out += problem.field.empty() ? QByteArray() : ' ' + bytesOf(problem.field);
    }
    return out;
}

} // namespace

class TestCompose : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void composesExamples();
    void keepsWhatWasTyped();
    void fillsTheSentence();
    void defaultsTheBasis();
    void readsEveryBasis_data();
    void readsEveryBasis();
    void refuses_data();
    void refuses();
    void reportsEverything();
    void saysWhichIdIsMeant();
    void refusesHostileText_data();
    void refusesHostileText();
    void boundsProblems();
    void refusesWhatDoesNotFitAPacket();
    void warnsOfPersons_data();
    void warnsOfPersons();
    void choosesThePack();
    void takesThePlaceOfAnother();
};

void TestCompose::initTestCase() {
    QVERIFY(initCrypto().ok());
}

void TestCompose::composesExamples() {
    for (const auto& [id, pack] : shippedPacks()) {
        for (const auto& example : pack.examples) {
            const auto first = compose(pack, shippedSystems(), example);
            QVERIFY2(first.composed, listed(first).constData());
            QVERIFY(checkContent(first.composed->content).ok());
            QVERIFY(checkAgainstPack(pack, shippedSystems(), first.composed->content).ok());
            QVERIFY(!first.composed->ref.empty());
            QVERIFY(first.composed->bytes > 100 && first.composed->bytes <= kMaxPacketBytes);

            const auto json = toOutcomeJson(pack, shippedSystems(), first.composed->content);
            const auto second = compose(pack, shippedSystems(), json);
            QVERIFY2(second.composed, listed(second).constData());
            QVERIFY(second.composed->content == first.composed->content);
            QCOMPARE(toOutcomeJson(pack, shippedSystems(), second.composed->content), json);
        }
    }
}

void TestCompose::keepsWhatWasTyped() {
    const auto result =
        composed(with(with(kDdi, R"("sex")",
                           R"("object_dose": {"value": 2.5, "unit": "mg/d"}, "precipitant_dose": 0.0014,
           "phenotype": ["ckd-stage-3", "atrial-fibrillation"], "pregnancy": false, "sex")"),
                      R"("confidence")", R"("ref": "ward 3", "note": "Grüße, no change", "confidence")"));
    QVERIFY2(result.composed, listed(result).constData());
    const auto& content = result.composed->content;
    QVERIFY(content.kind == Kind::Outcome);
    QVERIFY(content.pack == ddi().family());
    QCOMPARE(result.composed->ref, std::string("ward 3"));
    QCOMPARE(*content.note, std::string("Grüße, no change"));
    QCOMPARE(int(*content.confidence), 80);
    const auto value = [&](const char* name) { return *findField(content.condition, ddi().field(name)->number); };
    QCOMPARE(std::get<std::int64_t>(value("object_dose")), std::int64_t(2500));
    QCOMPARE(std::get<std::int64_t>(value("precipitant_dose")), std::int64_t(1)); // to three decimals
    QVERIFY(std::get<bool>(value("pregnancy")) == false);
    const auto phenotype = std::get<ScalarList>(value("phenotype"));
    QCOMPARE(phenotype.size(), std::size_t(2));
    QVERIFY(std::get<std::int64_t>(phenotype[0]) < std::get<std::int64_t>(phenotype[1]));
    QVERIFY(std::is_sorted(content.condition.begin(), content.condition.end(),
                           [](const auto& a, const auto& b) { return a.first < b.first; }));
    QVERIFY(toOutcomeJson(ddi(), shippedSystems(), content).find(R"("object_dose":2.5,)") != std::string::npos);
}

void TestCompose::fillsTheSentence() {
    QCOMPARE(bytesOf(composed(kDdi).composed->sentence),
             QByteArray("Warfarin with Fluconazole in a patient (female, 65 to 74 years): "
                        "Gastrointestinal bleeding observed; confidence 80 %."));
    const auto more = composed(with(with(kDdi, "true}", "false}"), R"("sex")", R"("phenotype": ["asthma"], "sex")"));
    QCOMPARE(bytesOf(more.composed->sentence),
             QByteArray("Warfarin with Fluconazole in a patient (female, 65 to 74 years) with Asthma: "
                        "Gastrointestinal bleeding not observed; confidence 80 %."));
    QCOMPARE(bytesOf(composed(with(kTrial, "1948", R"(1948, "latitude": 44)")).composed->sentence),
             QByteArray("BCG vaccine trial of 1948 at latitude 44°: tuberculosis; "
                        "event in 4 of 123 exposed and in 11 of 139 not exposed."));
    Content followUp;
    followUp.kind = Kind::FollowUp;
    followUp.pack = ddi().hash;
    QVERIFY(sentenceOf(ddi(), shippedSystems(), followUp).find("(not recorded)") != std::string::npos);
    Content retraction;
    retraction.kind = Kind::Retraction;
    retraction.target = ShortId();
    QVERIFY(sentenceOf(ddi(), shippedSystems(), retraction).find(ShortId().hex()) != std::string::npos);
}

void TestCompose::defaultsTheBasis() {
    const auto result = composed(kDdi);
    QVERIFY(result.composed && result.composed->content.basis == Basis(OneCase()));
    QCOMPARE(listed(composed(with(kTrial, R"(, "basis": {"kind": "table", "a": 4, "b": 119, "c": 11, "d": 128})", ""))),
             QByteArray("missing-field basis"));
}

void TestCompose::readsEveryBasis_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("problems");
    const auto row = [](const char* json, const char* problems) {
        QTest::newRow(json) << QByteArray(json) << QByteArray(problems);
    };
    row(R"({"kind": "case"})", "");
    row(R"({"kind": "counts", "n": 40, "events": 0})", "");
    row(R"({"kind": "counts", "n": 1099511627776, "events": 1e2})", "");
    row(R"({"kind": "effect", "n": 300, "estimate": -0.137, "standard_error": 0.1})", "");
    row(R"({"kind": "effect", "n": 300, "estimate": 3.4e38, "standard_error": 1e-44})", "");
    row(R"({"kind": "table", "a": 0, "b": 0, "c": 0, "d": 1})", "");
    row(R"({"kind": "observed", "n": 0, "expected": 0.3})", "");
    row(R"({"kind": "cells", "cells": [1, 2, 3, 4, 10, 20, 30, 1000]})", "");

    row(R"([])", "wrong-type basis");
    row(R"({})", "missing-field basis.kind");
    row(R"({"kind": 1})", "wrong-type basis.kind");
    row(R"({"kind": "cohort"})", "not-allowed basis.kind");
    row(R"({"kind": "case", "n": 1})", "unknown-member basis.n");
    row(R"({"kind": "counts", "n": 40})", "missing-field basis.events");
    row(R"({"kind": "counts", "n": 2.5, "events": "3"})", "wrong-type basis.n; wrong-type basis.events");
    row(R"({"kind": "counts", "n": -1, "events": 1099511627777})", "out-of-range basis.n; out-of-range basis.events");
    row(R"({"kind": "counts", "n": 2, "events": 99999999999999999999})", "out-of-range basis.events");
    row(R"({"kind": "counts", "n": 2, "events": 3})", "out-of-range basis.events");
    row(R"({"kind": "counts", "n": 0, "events": 0})", "out-of-range basis.events");
    row(R"({"kind": "effect", "n": 3, "estimate": 1, "standard_error": 0})", "out-of-range basis.standard_error");
    row(R"({"kind": "effect", "n": 3, "estimate": 1, "standard_error": 1e-300})", "out-of-range basis.standard_error");
    row(R"({"kind": "effect", "n": 3, "estimate": 1e39, "standard_error": 1})", "out-of-range basis.estimate");
    row(R"({"kind": "effect", "n": 0, "estimate": 1, "standard_error": 1})", "out-of-range basis.n");
    row(R"({"kind": "table", "a": 0, "b": 0, "c": 0, "d": 0})", "out-of-range basis.a");
    row(R"({"kind": "observed", "n": 1, "expected": -1})", "out-of-range basis.expected");
    row(R"({"kind": "cells", "cells": [1, 2, 3]})", "wrong-type basis.cells");
    row(R"({"kind": "cells", "cells": [1, 2, 3, 4, 10, 20, 30, null]})", "wrong-type basis.cells[7]");
    row(R"({"kind": "cells", "cells": [5, 2, 3, 4, 10, 20, 30, 1000]})", "out-of-range basis.cells");
}

void TestCompose::readsEveryBasis() {
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, problems);
    const auto result =
        composed(with(kDdi, R"("confidence")", R"("basis": )" + json.toStdString() + R"(, "confidence")"));
    QCOMPARE(listed(result), problems);
    if (result.composed) {
        const auto again = composed(toOutcomeJson(ddi(), shippedSystems(), result.composed->content));
        QVERIFY(again.composed && again.composed->content == result.composed->content);
    }
}

void TestCompose::refuses_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("problems");
    const auto row = [](const char* name, const std::string& json, const char* problems) {
        QTest::newRow(name) << bytesOf(json) << QByteArray(problems);
    };
    const auto edit = [&](const char* name, const std::string& from, const std::string& to, const char* problems) {
        row(name, with(kDdi, from, to), problems);
    };
    const auto sex = [&](const char* name, const std::string& more, const char* problems) {
        edit(name, R"("sex")", more + R"(, "sex")", problems);
    };
    edit("no pack", R"("pack": "ddi",)", "", "missing-field pack");
    edit("amends what", R"("condition")", R"("amends": "case 7", "condition")", "bad-argument amends");
    edit("amends a number", R"("condition")", R"("amends": 7, "condition")", "wrong-type amends");
    edit("amends an odd id", R"("condition")", R"("amends": "0123456789abcdef0123456789abcdef01", "condition")",
         "bad-argument amends");
    edit("pack is a number", R"("pack": "ddi")", R"("pack": 1)", "wrong-type pack");
    edit("pack not installed", R"("pack": "ddi")", R"("pack": "amr")", "unknown-pack pack");
    edit("unknown member", R"("confidence")", R"("Confidence": 1, "confidence")", "unknown-member Confidence");
    edit("unknown field", R"("sex")", R"("weight": 1, "sex")", "unknown-member condition.weight");
    edit("field on the wrong side", R"("sex")", R"("grade": "1", "sex")", "unknown-member condition.grade");
    edit("field at the top", R"("confidence")", R"("grade": "1", "confidence")", "unknown-member grade");
    edit("required field absent", R"("sex": "female", )", "", "missing-field condition.sex");
    edit("side absent", R"("outcome": {"effect": "gastrointestinal-bleeding", "observed": true},)", "",
         "missing-field outcome.effect; missing-field outcome.observed");
    edit("side is an array", R"({"effect": "gastrointestinal-bleeding", "observed": true})", "[]",
         "wrong-type outcome");
    edit("null", R"("sex": "female")", R"("sex": null)", "wrong-type condition.sex");
    edit("term as a number", R"("warfarin")", "10001", "wrong-type condition.object_drug");
    edit("unknown term", R"("warfarin")", R"("warfarine")", "unknown-term condition.object_drug");
    edit("upper case term", R"("warfarin")", R"("Warfarin")", "unknown-term condition.object_drug");
    edit("group that only orders", R"("gastrointestinal-bleeding")", R"("bleeding-and-clotting")",
         "not-allowed outcome.effect");
    sex("terms as a text", R"("phenotype": "asthma")", "wrong-type condition.phenotype");
    sex("no terms", R"("phenotype": [])", "not-allowed condition.phenotype");
    sex("one term twice", R"("phenotype": ["asthma", "copd", "asthma"])", "not-allowed condition.phenotype[2]");
    sex("two bad terms", R"("phenotype": ["asthma", 1, "x"])",
        "wrong-type condition.phenotype[1]; unknown-term condition.phenotype[2]");
    sex("too many terms", R"("co_medication": ["a", "b", "c", "d", "e", "f"])",
        "array-too-long condition.co_medication");
    edit("unknown choice", R"("female")", R"("f")", "not-allowed condition.sex");
    edit("choice as a number", R"("female")", "1", "wrong-type condition.sex");
    edit("choice by label", R"("female")", R"("Female")", "not-allowed condition.sex");
    edit("yes as a text", "true}", R"("true"})", "wrong-type outcome.observed");
    edit("yes as a number", "true}", "1}", "wrong-type outcome.observed");
    sex("number as a text", R"("object_dose": "5")", "wrong-type condition.object_dose");
    sex("number too small", R"("object_dose": 0)", "not-allowed condition.object_dose");
    sex("number too large", R"("object_dose": 1e300)", "not-allowed condition.object_dose");
    sex("wrong unit", R"("object_dose": {"value": 5, "unit": "g/d"})", "bad-unit condition.object_dose.unit");
    sex("no unit", R"("object_dose": {"value": 5})", "bad-unit condition.object_dose.unit");
    sex("unit without a value", R"("object_dose": {"unit": "mg/d"})", "missing-field condition.object_dose.value");
    sex("unit is a number", R"("object_dose": {"value": 5, "unit": 1})", "wrong-type condition.object_dose.unit");
    sex("more than value and unit", R"("object_dose": {"value": 5, "unit": "mg/d", "per": "kg"})",
        "unknown-member condition.object_dose.per");
    sex("value is a text", R"("object_dose": {"value": "5", "unit": "mg/d"})", "wrong-type condition.object_dose");
    edit("unit of a number without", "true}", R"(true, "naranjo": {"value": 5, "unit": "points"}})",
         "bad-unit outcome.naranjo.unit");
    edit("not whole", "true}", R"(true, "naranjo": 5.5})", "wrong-type outcome.naranjo");
    edit("integer out of range", "true}", R"(true, "naranjo": 14})", "not-allowed outcome.naranjo");
    edit("no confidence", R"(, "confidence": 80)", "", "missing-field confidence");
    edit("confidence above 100", "80}", "101}", "out-of-range confidence");
    edit("confidence below 0", "80}", "-1}", "out-of-range confidence");
    edit("confidence a fraction", "80}", "0.8}", "wrong-type confidence");
    edit("confidence a text", "80}", R"("80"})", "wrong-type confidence");
    edit("confidence beyond integers", "80}", "1e300}", "out-of-range confidence");
    edit("note is a number", "80}", R"(80, "note": 1})", "wrong-type note");
    edit("empty note", "80}", R"(80, "note": ""})", "text-too-long note");
    edit("long note", "80}", R"(80, "note": ")" + std::string(97, 'x') + "\"}", "text-too-long note");
    edit("note with a control character", "80}", R"(80, "note": "a\u0000b"})", "bad-text note");
    edit("note with a line break", "80}", R"(80, "note": "a\nb"})", "bad-text note");
    edit("note that turns the direction", "80}", R"(80, "note": "a\u202egnp.exe"})", "bad-text note");
    edit("note that isolates the direction", "80}", R"(80, "note": "a\u2066b"})", "bad-text note");
    edit("note with a line separator", "80}", R"(80, "note": "a\u2028b"})", "bad-text note");
    edit("ref is a number", "80}", R"(80, "ref": 7})", "wrong-type ref");
    edit("long ref", "80}", R"(80, "ref": ")" + std::string(129, 'x') + "\"}", "text-too-long ref");
    edit("the same drug twice", R"("fluconazole")", R"("warfarin")", "rule-broken condition.precipitant_drug");
    edit("pregnant man", R"("female")", R"("male", "pregnancy": true)", "rule-broken condition.pregnancy");
    edit("fatal, but grade 2", "true}", R"(true, "result": "fatal", "grade": "2"})", "rule-broken outcome.grade");
    edit("grade 5, but recovered", "true}", R"(true, "result": "recovered", "grade": "5"})",
         "rule-broken outcome.result");
    edit("onset of what did not happen", "true}", R"(false, "onset_days": 3})", "rule-broken outcome.onset_days");
    row("note where there are none", with(kTrial, R"("basis")", R"("note": "x", "basis")"), "not-allowed note");
    row("case where there are tables", with(kTrial, R"("kind": "table")", R"("kind": "case")"),
        "not-allowed basis.kind");
    row("year a fraction", with(kTrial, "1948", "1948.5"), "wrong-type condition.year");
    row("latitude beyond the pole", with(kTrial, "1948", R"(1948, "latitude": 91)"), "not-allowed condition.latitude");
    row("an array", "[]", "wrong-type");
    row("a text", "\"ddi\"", "wrong-type");
    row("an empty object", "{}", "missing-field pack");
}

void TestCompose::refuses() {
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, problems);
    const auto result = composed(json.toStdString());
    QCOMPARE(listed(result), problems);
    QVERIFY(!result.composed);
    for (const auto& problem : result.problems) {
        QVERIFY(problem.detail.size() > 5 && problem.detail.back() == '.');
    }
}

void TestCompose::reportsEverything() {
    QCOMPARE(listed(composed(R"({"pack": "ddi", "condition": {"object_drug": "nope", "sex": "nope", "dose": 1},
        "outcome": {"observed": 1}, "confidence": 200, "note": "\u0007", "extra": {}})")),
             QByteArray("unknown-term condition.object_drug; not-allowed condition.sex; unknown-member condition.dose; "
                        "wrong-type outcome.observed; out-of-range confidence; bad-text note; unknown-member extra; "
                        "missing-field condition.precipitant_drug; missing-field condition.age_band; missing-field "
                        "outcome.effect"));
}

void TestCompose::saysWhichIdIsMeant() {
    const auto detail = [](const std::string& from, const std::string& to) {
        const auto result = composed(with(kDdi, from, to));
        return result.problems.size() == 1 ? bytesOf(result.problems.front().detail) : QByteArray();
    };
    QVERIFY(detail("\"warfarin\"", "\"WARFARIN\"").contains("the id of Warfarin is \"warfarin\""));
    QVERIFY(detail("\"gastrointestinal-bleeding\"", "\"gastrointestinal bleeding\"")
                .contains("\"gastrointestinal-bleeding\""));
    QVERIFY(detail("\"sex\"", "\"grade\": \"1\", \"sex\"").contains("stands under \"outcome\""));
    QVERIFY(detail("\"female\"", "\"w\"").contains("unknown, female, male"));
    // What was typed is shown, but cannot play tricks in a terminal or a list.
    const auto hostile = detail("\"warfarin\"", R"("\u001b[31m\u202e)" + std::string(1000, 'a') + '"');
    QVERIFY(hostile.size() < 120 && !hostile.contains('\x1b') && !hostile.contains("\xe2\x80\xae"));
}

void TestCompose::refusesHostileText_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("problems");
    const auto row = [](const char* name, const std::string& json, const char* problems) {
        QTest::newRow(name) << bytesOf(json) << QByteArray(problems);
    };
    std::string deep;
    for (int i = 0; i < 5000; ++i) {
        deep += R"({"a":)";
    }
    std::string wide = R"({"pack": "ddi")";
    for (int i = 0; i < 300; ++i) {
        wide += ", \"m" + std::to_string(i) + "\": 1";
    }
    row("nothing", "", "not-json");
    row("white space", " \n", "not-json");
    row("text after the object", kDdi + "x", "not-json");
    row("two objects", kDdi + kDdi, "not-json");
    row("NaN", with(kDdi, "80}", "NaN}"), "not-json");
    row("Infinity", with(kDdi, "80}", "-Infinity}"), "not-json");
    row("a number beyond doubles", with(kDdi, "80}", "1e999}"), "not-json");
    row("a number with a leading zero", with(kDdi, "80}", "080}"), "not-json");
    row("a comment", with(kDdi, "80}", "80 /* sure */}"), "not-json");
    row("a comma too many", with(kDdi, "80}", "80,}"), "not-json");
    row("single quotes", "{'pack': 'ddi'}", "not-json");
    row("a raw control character",
        with(kDdi, "female",
             "fem\x01"
             "ale"),
        "not-json condition");
    row("not UTF-8", with(kDdi, "female", "\xff\xfe"), "not-json condition");
    row("half a surrogate pair", with(kDdi, "female", "\\ud800"), "not-json condition");
    row("cut short", kDdi.substr(0, kDdi.size() / 2), "not-json condition");
    row("arrays without end", std::string(60'000, '['), "nesting-too-deep");
    row("objects without end", deep, "nesting-too-deep a.a.a.a.a.a.a");
    row("a member twice", with(kDdi, "80}", R"(80, "confidence": 90})"), "duplicate-key confidence");
    row("a field twice", with(kDdi, R"("sex")", R"("sex": "male", "sex")"), "duplicate-key condition.sex");
    row("a field twice, once escaped", with(kDdi, R"("sex")", R"("s\u0065x": "male", "sex")"),
        "duplicate-key condition.sex");
    row("hundreds of members", wide + "}", "too-many-fields");
    row("64 KiB and one", kDdi + std::string(65'537 - kDdi.size(), ' '), "too-large");
    row("ten megabytes", std::string(10'000'000, ' '), "too-large");
    row("a hundred digits", with(kDdi, "80}", std::string(100, '9') + "}"), "out-of-range confidence");
}

void TestCompose::refusesHostileText() {
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, problems);
    const auto result = composed(json.toStdString());
    QCOMPARE(listed(result), problems);
    QVERIFY(!result.composed);
    const auto named = compose(ddi(), shippedSystems(), json.toStdString());
    QCOMPARE(listed(named), problems);
}

void TestCompose::boundsProblems() {
    std::string many = R"({"pack": "ddi", "condition": {"a0": 1)";
    for (int i = 1; i < 250; ++i) {
        many += ", \"a" + std::to_string(i) + "\": 1";
    }
    const auto result = composed(many + "}}");
    QCOMPARE(result.problems.size(), std::size_t(201));
    QVERIFY(result.problems.back().detail.find("57 further problems") != std::string::npos);
    QVERIFY(composed(kDdi + std::string(65'536 - kDdi.size(), ' ')).composed);
}

void TestCompose::refusesWhatDoesNotFitAPacket() {
    // A pack with more room for terms than a packet has.
    Pack pack = ddi();
    auto& fields = pack.fields;
    auto phenotype = *pack.field("phenotype");
    phenotype.maxItems = 24;
    std::string members;
    std::string terms;
    std::size_t count = 0;
    for (const auto& term : shippedSystems().at("ingredient").terms()) {
        if (term.selectable && term.code > 0xFFF && count < 24) {
            terms += (count++ == 0 ? "\"" : ", \"") + term.id + '"';
        }
    }
    for (std::uint32_t i = 0; i < 6; ++i) {
        auto field = phenotype;
        field.system = "ingredient";
        field.number = 100 + i;
        field.name = "list" + std::to_string(i);
        fields.push_back(field);
        members += '"' + field.name + "\": [" + terms + "], ";
    }
    const auto result = compose(pack, shippedSystems(), with(kDdi, R"("sex")", members + R"("sex")"));
    QCOMPARE(listed(result), QByteArray("too-large"));
    QVERIFY(result.problems.front().detail.find("condition.list5") != std::string::npos);
    QVERIFY(result.problems.front().detail.find("condition.sex") == std::string::npos);
}

void TestCompose::warnsOfPersons_data() {
    QTest::addColumn<QByteArray>("note");
    QTest::addColumn<QByteArray>("about");
    const auto row = [](const char* note, const char* about) {
        QTest::newRow(note) << QByteArray(note) << QByteArray(about);
    };
    row("seen on 12.03.2021", "date");
    row("seen on 2021-03-12", "date");
    row("seen 3/4/21", "date");
    row("since 4 March", "date");
    row("since Dec 2020", "date");
    row("record 482913", "number");
    row("call 030 1234", "number");
    row("call 555.123.4567", "number");
    row("write to jane@example.org", "address");
    row("see www.example.org", "address");
    row("told by Dr. Weber", "name");
    row("told by Mrs O'Neill", "name");
    row("patient Maria Lopez recovered", "name");
    row("patient Łukasz Nowak recovered", "name");
    row("INR 2.1 to 6.8 within 5 days", "");
    row("Stopped on ward, INR normal after 3-4 d", "");
    row("dose 2.5 mg, then 5 mg; may repeat", "");
    row("QTc 480 ms. Potassium 3.1", "");
}

void TestCompose::warnsOfPersons() {
    QFETCH(QByteArray, note);
    QFETCH(QByteArray, about);
    const auto result = composed(with(kDdi, "80}", R"(80, "note": ")" + note.toStdString() + "\"}"));
    QVERIFY2(result.composed, listed(result).constData());
    QByteArray said;
    for (const auto& warning : result.composed->warnings) {
        QCOMPARE(bytesOf(warning.field), QByteArray("note"));
        said += bytesOf(warning.detail);
    }
    QCOMPARE(result.composed->warnings.size(), std::size_t(about.isEmpty() ? 0 : 1));
    QVERIFY2(said.contains(about), said.constData());
}

void TestCompose::choosesThePack() {
    QVERIFY(composed(kDdi).composed->content.pack == ddi().family());
    QVERIFY(composed(kTrial).composed->content.pack == trial().hash);
    QVERIFY(listed(compose(trial(), shippedSystems(), kDdi)).contains("unknown-pack pack"));
    QCOMPARE(listed(compose(Packs(), shippedSystems(), kDdi)), QByteArray("unknown-pack pack"));
    QVERIFY(listed(compose(ddi(), CodeSystems(), kDdi)).contains("unknown-term condition.object_drug"));
}

void TestCompose::takesThePlaceOfAnother() {
    const std::string whole(64, '7');
    const auto plain = composed(kDdi);
    const auto named = composed(with(kDdi, R"("condition")", R"("amends": ")" + whole + R"(", "condition")"));
    QVERIFY2(named.composed, listed(named).constData());
    QVERIFY(named.composed->content.kind == Kind::Amendment);
    QVERIFY(named.composed->content.target == ShortId::fromHexText(whole.substr(0, 32)));
    QCOMPARE(named.composed->sentence, plain.composed->sentence);
    QVERIFY(named.composed->bytes >= plain.composed->bytes + 16);
    // Beside the object, as a command gives it; twice the same is no contradiction.
    for (const auto& json : {kDdi, with(kDdi, R"("condition")", R"("amends": ")" + whole + R"(", "condition")")}) {
        const auto given = compose(shippedPacks(), shippedSystems(), json, whole);
        QVERIFY2(given.composed, listed(given).constData());
        QVERIFY(given.composed->content == named.composed->content);
    }
    const auto other =
        compose(shippedPacks(), shippedSystems(),
                with(kDdi, R"("condition")", R"("amends": ")" + whole + R"(", "condition")"), std::string(64, '8'));
    QCOMPARE(listed(other), QByteArray("bad-argument amends"));
    // And back.
    const auto json = toOutcomeJson(ddi(), shippedSystems(), named.composed->content);
    const auto again = composed(json);
    QVERIFY2(again.composed, listed(again).constData());
    QVERIFY(again.composed->content == named.composed->content);
}

QTEST_APPLESS_MAIN(TestCompose)
#include "tst_compose.moc"
