#include "domain/completeness.h"

#include "crypto/sodium.h"
#include "domain/compose.h"
#include "support/shipped.h"

#include <QTest>

using namespace qis::core;
using qis::test::ddi;
using qis::test::resourceText;
using qis::test::shippedPacks;
using qis::test::shippedSystems;
using qis::test::trial;

namespace {

const std::string kMinimum = R"({"pack": "ddi",
"condition": {"object_drug": "warfarin", "precipitant_drug": "fluconazole", "sex": "female", "age_band": "65-74"},
"outcome": {"effect": "gastrointestinal-bleeding", "observed": true}, "confidence": 80})";

std::string with(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    return at == std::string::npos ? std::string() : text.replace(at, from.size(), to);
}

Completeness measured(const std::string& json) {
    const auto result = compose(shippedPacks(), shippedSystems(), json);
    const auto* content = result.composed ? &result.composed->content : result.partial ? &*result.partial : nullptr;
    return content == nullptr ? Completeness{-1, {}} : completenessOf(ddi(), shippedSystems(), *content);
}

QByteArray listed(const Completeness& completeness) {
    QByteArray out;
    for (const auto& part : completeness.missing) {
        out += (out.isEmpty() ? "" : " ") + QByteArray::fromStdString(part.field->name) + '+' +
               QByteArray::number(part.gain);
    }
    return out;
}

} // namespace

class TestCompleteness : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }
    void namesWhatIsMissing();
    void addingAPartGivesItsGain();
    void measuresDraftsThatAreNotValid();
    void unknownIsNotRecorded();
    void whatCannotBeDoesNotCount();
    void everyPackCanReachOne();
    void refusesBadMeasures_data();
    void refusesBadMeasures();
    void leavesTheMeaningOfThePackAlone();
};

void TestCompleteness::namesWhatIsMissing() {
    const auto completeness = measured(kMinimum);
    QCOMPARE(completeness.value, 20);
    QCOMPARE(listed(completeness),
             QByteArray("onset_days+16 phenotype+10 result+10 object_dose+8 grade+8 precipitant_dose+6 "
                        "overlap_days+6 renal+6 dechallenge+6 causality+4"));
}

void TestCompleteness::addingAPartGivesItsGain() {
    const auto before = measured(kMinimum);
    const auto onset = measured(with(kMinimum, R"("observed": true)", R"("observed": true, "onset_days": 6)"));
    QCOMPARE(onset.value, before.value + before.missing.front().gain);
    // One of two fields is enough, whichever it is.
    const auto grade = measured(with(kMinimum, R"("observed": true)", R"("observed": true, "grade": "3")"));
    const auto serious =
        measured(with(kMinimum, R"("observed": true)", R"("observed": true, "seriousness": "disability")"));
    QCOMPARE(grade.value, before.value + 8);
    QCOMPARE(serious.value, grade.value);
}

void TestCompleteness::measuresDraftsThatAreNotValid() {
    QCOMPARE(measured(R"({"pack": "ddi"})").value, 0);
    QCOMPARE(measured(R"({"pack": "ddi", "condition": {"sex": "female", "object_dose": -3, "nonsense": 1}})").value,
             10);
    QCOMPARE(measured(R"({"pack": "no such pack"})").value, -1);
    QCOMPARE(measured("[]").value, -1);
    QCOMPARE(measured("{").value, -1);
}

void TestCompleteness::unknownIsNotRecorded() {
    const auto unknown = measured(with(kMinimum, R"("female")", R"("unknown")"));
    QCOMPARE(unknown.value, 10);
    QVERIFY(listed(unknown).contains("sex+10"));
}

void TestCompleteness::whatCannotBeDoesNotCount() {
    // What did not happen has no onset, grade, result or dechallenge: 16 + 8 + 10 + 6 of 100.
    const auto completeness = measured(with(kMinimum, "true", "false"));
    QCOMPARE(completeness.value, 33);
    QVERIFY2(!listed(completeness).contains("onset"), listed(completeness).constData());
    int sum = completeness.value;
    for (const auto& part : completeness.missing) {
        sum += part.gain;
    }
    QVERIFY2(std::abs(sum - 100) <= static_cast<int>(completeness.missing.size()), qPrintable(QString::number(sum)));
}

void TestCompleteness::everyPackCanReachOne() {
    for (const auto& [id, pack] : shippedPacks()) {
        QVERIFY(!pack.completeness.source.empty());
        Completeness best;
        for (const auto& example : pack.examples) {
            const auto composed = compose(pack, shippedSystems(), example);
            const auto one = completenessOf(pack, shippedSystems(), composed.composed->content);
            QVERIFY(one.value > 0 && one.value <= 100);
            QCOMPARE(one.missing.empty(), one.value == 100);
            best = one.value > best.value ? one : best;
        }
        QVERIFY2(best.value >= 80, listed(best).constData());
    }
}

void TestCompleteness::refusesBadMeasures_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char* name, const char* from, const char* to, const char* field) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QByteArray(field);
    };
    row("sum", R"("onset_days"], "weight": 16)", R"("onset_days"], "weight": 17)", "completeness.parts");
    row("weight", R"("onset_days"], "weight": 16)", R"("onset_days"], "weight": 0)", "completeness.parts[0].weight");
    row("field", R"(["onset_days"], "weight")", R"(["onset"], "weight")", "completeness.parts[0].fields");
    row("value", R"("except": ["unknown"])", R"("except": ["none"])", "completeness.parts[1].except");
    row("source", R"("completeness": {)", R"("completeness": {"extra": 1,)", "completeness.extra");
    row("identifying", R"("fields": ["sex", "age_band")", R"("fields": ["sex", "age")", "identifying.fields");
    row("least", R"("least": 5)", R"("least": 1)", "identifying.least");
    row("swap kinds", R"(["object_dose", "precipitant_dose"]})", R"(["object_dose", "precipitant_route"]})",
        "swap.pairs[1].fields");
    row("swap sides", R"(["object_drug", "precipitant_drug"]})", R"(["object_drug", "effect"]})",
        "swap.pairs[0].fields");
    row("swap with itself", R"(["object_dose", "precipitant_dose"]})", R"(["object_dose", "object_dose"]})",
        "swap.pairs[1].fields");
    row("observed", R"("observed_field": "observed")", R"("observed_field": "grade")", "observed_field");
    row("observed side", R"("observed_field": "observed")", R"("observed_field": "pregnancy")", "observed_field");
}

void TestCompleteness::refusesBadMeasures() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, field);
    const auto broken = with(resourceText("packs/ddi.json"), from.toStdString(), to.toStdString());
    QVERIFY(!broken.empty());
    const auto pack = Pack::parse(broken, shippedSystems());
    QVERIFY(!pack.ok());
    QCOMPARE(pack.error().code, Code::BadPack);
    QCOMPARE(QByteArray::fromStdString(pack.error().field), field);
}

void TestCompleteness::leavesTheMeaningOfThePackAlone() {
    auto text = resourceText("packs/ddi.json");
    const auto from = text.find("  \"completeness\"");
    text.erase(from, text.find("  \"examples\"") - from);
    const auto bare = Pack::parse(text, shippedSystems());
    QVERIFY(bare.ok());
    QVERIFY(bare->completeness.parts.empty() && bare->swap.pairs.empty() && bare->identifying.fields.empty());
    QCOMPARE(bare->hash.hex(), ddi().hash.hex());
    QCOMPARE(completenessOf(*bare, shippedSystems(), {}).value, 0);
    QVERIFY(completenessOf(*bare, shippedSystems(), {}).missing.empty());
}

QTEST_APPLESS_MAIN(TestCompleteness)
#include "tst_completeness.moc"
