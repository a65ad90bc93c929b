#include "domain/rarity.h"

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

Content patient(const std::string& more, const std::string& age = "65-74") {
    const std::string head = R"({"pack": "ddi", "condition": {"object_drug": "warfarin", "sex": "female",
"precipitant_drug": "fluconazole", "age_band": ")";
    const std::string tail = R"(}, "outcome": {"effect": "gastrointestinal-bleeding", "observed": true},
"confidence": 80})";
    const std::string json = head + age + "\"" + more + tail;
    auto result = compose(shippedPacks(), shippedSystems(), json);
    if (!result.composed) {
        qWarning("%s", result.problems.front().detail.c_str());
        return {};
    }
    return result.composed->content;
}

Rarity rarity(const Content& content, const std::vector<Content>& others) {
    std::vector<const Content*> similar;
    for (const auto& other : others) {
        similar.push_back(&other);
    }
    return rarityOf(ddi(), shippedSystems(), content, similar);
}

std::int64_t code(const std::string& id) {
    return shippedSystems().at("phenotype").findId(id)->code;
}

} // namespace

class TestRarity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }
    void countsWhoSharesEverything();
    void aTermIsSharedByWhatStandsBelow();
    void suggestsWhatHelps();
    void leavesOutWhatStaysRare();
    void suggestsNothingThatDoesNotHelp();
    void keepsRequiredFields();
    void nothingIdentifyingIsNotRare();
};

void TestRarity::countsWhoSharesEverything() {
    std::vector<Content> others(6, patient(R"(, "renal": "moderate")"));
    others.push_back(patient(R"(, "renal": "severe")"));
    others.push_back(patient(""));
    others.push_back(patient(R"(, "renal": "moderate")", "18-44"));
    const auto result = rarity(patient(R"(, "renal": "moderate")"), others);
    QCOMPARE(result.similar, std::size_t{9});
    QCOMPARE(result.sharing, std::size_t{6});
    QCOMPARE(result.combination.size(), std::size_t{3});
    // Enough share it, so nothing is suggested.
    QVERIFY(result.broadening.empty());
    // What is not recorded is shared by everybody.
    QCOMPARE(rarity(patient(""), others).sharing, std::size_t{8});
}

void TestRarity::aTermIsSharedByWhatStandsBelow() {
    const std::vector<Content> others{patient(R"(, "phenotype": ["atrial-fibrillation", "hypertension"])"),
                                      patient(R"(, "phenotype": ["atrial-flutter"])"),
                                      patient(R"(, "phenotype": ["hypertension"])")};
    QCOMPARE(rarity(patient(R"(, "phenotype": ["heart-rhythm-disorder"])"), others).sharing, std::size_t{2});
    QCOMPARE(rarity(patient(R"(, "phenotype": ["atrial-fibrillation"])"), others).sharing, std::size_t{1});
    QCOMPARE(rarity(patient(R"(, "phenotype": ["atrial-flutter", "hypertension"])"), others).sharing, std::size_t{0});
}

void TestRarity::suggestsWhatHelps() {
    std::vector<Content> others(7, patient(R"(, "phenotype": ["atrial-fibrillation"], "hepatic": "normal")"));
    others.push_back(patient(R"(, "phenotype": ["atrial-flutter"], "hepatic": "child-pugh-a")"));
    const auto result = rarity(patient(R"(, "phenotype": ["atrial-flutter"], "hepatic": "normal")"), others);
    QCOMPARE(result.sharing, std::size_t{0});
    QCOMPARE(result.broadening.size(), std::size_t{2});
    const auto& term = result.broadening[0];
    QCOMPARE(term.field->name, std::string("phenotype"));
    QVERIFY(term.from == code("atrial-flutter") && term.to == code("heart-rhythm-disorder"));
    QCOMPARE(term.sharing, std::size_t{7});
    const auto& whole = result.broadening[1];
    QCOMPARE(whole.field->name, std::string("hepatic"));
    QVERIFY(!whole.from && !whole.to);
    QCOMPARE(whole.sharing, std::size_t{1});
}

void TestRarity::leavesOutWhatStaysRare() {
    // Nobody has anything of the heart: only without it they are alike.
    const std::vector<Content> others(6, patient(R"(, "phenotype": ["hypertension"])"));
    const auto result = rarity(patient(R"(, "phenotype": ["atrial-flutter", "hypertension"])"), others);
    QCOMPARE(result.broadening.size(), std::size_t{1});
    QVERIFY(result.broadening[0].from == code("atrial-flutter") && !result.broadening[0].to);
    QCOMPARE(result.broadening[0].sharing, std::size_t{6});
}

void TestRarity::suggestsNothingThatDoesNotHelp() {
    const std::vector<Content> others(3, patient(R"(, "renal": "mild")", "18-44"));
    const auto result = rarity(patient(R"(, "renal": "severe")"), others);
    QCOMPARE(result.sharing, std::size_t{0});
    QVERIFY(result.broadening.empty());
    QVERIFY(rarity(patient(R"(, "renal": "severe")"), {}).broadening.empty());
}

void TestRarity::keepsRequiredFields() {
    const std::vector<Content> others(9, patient("", "18-44"));
    for (const auto& one : rarity(patient(""), others).broadening) {
        QVERIFY(!one.field->required);
    }
}

void TestRarity::nothingIdentifyingIsNotRare() {
    const auto composed = compose(trial(), shippedSystems(), trial().examples.front());
    const auto& content = composed.composed->content;
    const auto result = rarityOf(trial(), shippedSystems(), content, {&content});
    QVERIFY(result.combination.empty());
    QVERIFY(result.broadening.empty());
}

QTEST_APPLESS_MAIN(TestRarity)
#include "tst_rarity.moc"
