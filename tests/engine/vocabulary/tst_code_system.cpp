#include "source_dir.h"
#include "vocabulary/code_system.h"

#include <QFile>
#include <QTest>

#include <map>
#include <set>
#include <string>

using namespace qis::core;

namespace {

const std::string kTerms = R"([
    {"code": 31, "id": "d", "name": "D", "parent": "b"},
    {"code": 1, "id": "a", "name": "A", "synonyms": ["Alpha"], "parent": null, "selectable": false},
    {"code": 30, "id": "c", "name": "C", "parent": "b", "external": {"unii": "5Q7ZVV76EI"}},
    {"code": 2, "id": "b", "name": "B", "parent": "a"},
    {"code": 40, "id": "e", "name": "E", "parent": "a"}
])";

std::string file(const std::string& terms, const std::string& more = {}) {
    return R"({"id": "demo", "title": "Demo", "version": "1", "licence": "CC0-1.0", "source": "own", "terms": )" +
           terms + more + "}";
}

std::string chain(int levels) {
    std::string terms = "[";
    for (int i = 1; i <= levels; ++i) {
        const std::string number = std::to_string(i);
        terms += (i == 1 ? "" : ",") + std::string(R"({"code": )") + number + R"(, "id": "t)" + number +
                 R"(", "name": "T", "parent": )" +
                 (i == 1 ? std::string("null") : "\"t" + std::to_string(i - 1) + "\"") + "}";
    }
    return terms + "]";
}

CodeSystem load(const char* name) {
    QFile source(QStringLiteral(QIS_SOURCE_DIR "/resources/vocabularies/") + QLatin1String(name) +
                 QLatin1String(".json"));
    if (!source.open(QIODevice::ReadOnly)) {
        return {};
    }
    auto parsed = CodeSystem::parse(source.readAll().toStdString());
    if (!parsed) {
        qWarning("%s: %s", parsed.error().field.c_str(), parsed.error().detail.c_str());
        return {};
    }
    return std::move(parsed).value();
}

/// The tenth character of a UNII is the sum of the others in base 36.
bool isUnii(const std::string& text) {
    static const std::string kDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    std::size_t sum = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        sum += kDigits.find(text[i]);
    }
    return text.size() == 10 && kDigits.at(sum % 36) == text.back();
}

} // namespace

class TestCodeSystem : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTreeInAnyOrder();
    void answersUnknownCodes();
    void hashesMeaningAlone();
    void refusesBadFiles_data();
    void refusesBadFiles();
    void namesUnknownMembersSafely();
    void limitsDepth();
    void survivesHostileShapes();
    void keepsForeignLetters();
    void shipsSoundVocabularies_data();
    void shipsSoundVocabularies();
    void shipsIngredientsFourDeep();
    void shipsTheDrugsThatInteract();
};

void TestCodeSystem::readsTreeInAnyOrder() {
    const auto parsed = CodeSystem::parse(file(kTerms, R"(, "acknowledgement": "Thanks")"));
    QVERIFY(parsed.ok());
    QCOMPARE(parsed->acknowledgement(), std::string("Thanks"));
    QCOMPARE(parsed->path(31), (std::vector<std::uint32_t>{1, 2, 31}));
    QCOMPARE(parsed->sharedDepth(30, 31), std::size_t(2));
    QCOMPARE(parsed->sharedDepth(31, 40), std::size_t(1));
    QCOMPARE(parsed->sharedDepth(31, 31), std::size_t(3));
    QCOMPARE(parsed->sharedDepth(2, 31), std::size_t(2));
    QCOMPARE(parsed->ancestorAt(31, 1), 1U);
    QCOMPARE(parsed->ancestorAt(31, 2), 2U);
    QCOMPARE(parsed->ancestorAt(31, 9), 31U);
    QCOMPARE(parsed->ancestorAt(1, 2), 1U);
    QVERIFY(!parsed->findId("a")->selectable);
    QVERIFY(parsed->findId("b")->selectable);
    QCOMPARE(parsed->find(30)->external.at("unii"), std::string("5Q7ZVV76EI"));

    const CodeSystem copy = *parsed;
    QCOMPARE(copy.findId("d"), copy.find(31));
}

void TestCodeSystem::answersUnknownCodes() {
    const auto parsed = CodeSystem::parse(file(kTerms));
    QVERIFY(parsed.ok());
    for (const std::uint32_t code : {0U, 3U, 0xFFFFFFFFU}) {
        QVERIFY(parsed->find(code) == nullptr);
        QVERIFY(parsed->path(code).empty());
        QCOMPARE(parsed->ancestorAt(code, 1), 0U);
        QCOMPARE(parsed->sharedDepth(code, 31), std::size_t(0));
        QCOMPARE(parsed->sharedDepth(code, code), std::size_t(0));
    }
    QCOMPARE(parsed->ancestorAt(31, 0), 0U);
    QVERIFY(parsed->findId("") == nullptr);
    QVERIFY(parsed->findId("A") == nullptr);
    QVERIFY(parsed->findId(std::string(100000, 'a')) == nullptr);
}

void TestCodeSystem::hashesMeaningAlone() {
    const auto first = CodeSystem::parse(file(kTerms));
    QVERIFY(first.ok());
    // BLAKE2b-256 of (1,0)(2,1)(30,2)(31,2)(40,1) as big-endian 32-bit numbers, computed elsewhere.
    QCOMPARE(first->meaningHash().hex(),
             std::string("45949e4fca55c5d3be706360e692c0b3c74690d7b0f28406bdb08af8f7ff6f5d"));

    std::string renamed = kTerms;
    renamed.replace(renamed.find("Alpha"), 5, "Alfa");
    const auto mended = CodeSystem::parse(file(renamed));
    QVERIFY(mended.ok());
    QCOMPARE(mended->meaningHash(), first->meaningHash());

    std::string moved = kTerms;
    moved.replace(moved.find(R"("parent": "b")"), 13, R"("parent": "a")");
    const auto other = CodeSystem::parse(file(moved));
    QVERIFY(other.ok());
    QVERIFY(other->meaningHash() != first->meaningHash());
}

void TestCodeSystem::refusesBadFiles_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char* name, const std::string& json, const char* field) {
        QTest::newRow(name) << QByteArray::fromStdString(json) << QByteArray(field);
    };
    const auto term = [](const std::string& members) { return file("[{" + members + "}]"); };
    const auto without = [](const std::string& part) {
        std::string json = file(kTerms);
        return json.erase(json.find(part), part.size());
    };
    row("nothing", "", "");
    row("not JSON", "{", "");
    row("array", "[]", "");
    row("null", "null", "");
    row("text after the end", file(kTerms) + "x", "");
    row("no licence", without(R"("licence": "CC0-1.0", )"), "licence");
    row("no source", without(R"("source": "own", )"), "source");
    row("no version", without(R"("version": "1", )"), "version");
    row("no terms", R"({"id":"demo","title":"D","version":"1","licence":"L","source":"S"})", "terms");
    row("empty licence", R"({"id":"demo","title":"D","version":"1","licence":"","source":"S","terms":[]})", "licence");
    row("blank source", R"({"id":"demo","title":"D","version":"1","licence":"L","source":" ","terms":[]})", "source");
    row("bad id", R"({"id":"De mo","title":"D","version":"1","licence":"L","source":"S","terms":[]})", "id");
    row("empty terms", file("[]"), "terms");
    row("terms object", file("{}"), "terms");
    row("unknown member", file(kTerms, R"(, "extra": 1)"), "extra");
    row("member twice", file(kTerms, R"(, "id": "again")"), "id");
    row("acknowledgement number", file(kTerms, R"(, "acknowledgement": 1)"), "acknowledgement");
    row("term is text", file(R"(["a"])"), "terms[0]");
    row("term member unknown", term(R"("code":1,"id":"a","name":"A","atc":"X")"), "terms[0].atc");
    row("term member twice", term(R"("code":1,"id":"a","name":"A","name":"B")"), "name");
    row("no code", term(R"("id":"a","name":"A")"), "terms[0].code");
    row("code 0", term(R"("code":0,"id":"a","name":"A")"), "terms[0].code");
    row("code negative", term(R"("code":-1,"id":"a","name":"A")"), "terms[0].code");
    row("code fraction", term(R"("code":1.0,"id":"a","name":"A")"), "terms[0].code");
    row("code too large", term(R"("code":4294967296,"id":"a","name":"A")"), "terms[0].code");
    row("code beyond 64 bits", term(R"("code":99999999999999999999,"id":"a","name":"A")"), "terms[0].code");
    row("code text", term(R"("code":"1","id":"a","name":"A")"), "terms[0].code");
    row("number overflow", term(R"("code":1e999,"id":"a","name":"A")"), "");
    row("term id upper case", term(R"("code":1,"id":"A","name":"A")"), "terms[0].id");
    row("term id too long", term(R"("code":1,"id":")" + std::string(65, 'a') + R"(","name":"A")"), "terms[0].id");
    row("no name", term(R"("code":1,"id":"a")"), "terms[0].name");
    row("name too long", term(R"("code":1,"id":"a","name":")" + std::string(257, 'a') + "\""), "terms[0].name");
    row("name with NUL", term(R"("code":1,"id":"a","name":"A\u0000B")"), "terms[0].name");
    row("name with line end", term(R"("code":1,"id":"a","name":"A\nB")"), "terms[0].name");
    row("name reversed", term(R"("code":1,"id":"a","name":"A\u202eB")"), "terms[0].name");
    row("name not UTF-8", term("\"code\":1,\"id\":\"a\",\"name\":\"A\xff\""), "");
    row("synonyms text", term(R"("code":1,"id":"a","name":"A","synonyms":"B")"), "terms[0].synonyms");
    row("synonym empty", term(R"("code":1,"id":"a","name":"A","synonyms":[""])"), "terms[0].synonyms");
    row("synonym twice", term(R"("code":1,"id":"a","name":"A","synonyms":["B","B"])"), "terms[0].synonyms");
    row("selectable number", term(R"("code":1,"id":"a","name":"A","selectable":1)"), "terms[0].selectable");
    row("external list", term(R"("code":1,"id":"a","name":"A","external":[])"), "terms[0].external");
    row("external number", term(R"("code":1,"id":"a","name":"A","external":{"unii":5})"), "terms[0].external");
    row("parent code", term(R"("code":1,"id":"a","name":"A","parent":1)"), "terms[0].parent");
    row("parent unknown", term(R"("code":1,"id":"a","name":"A","parent":"b")"), "terms[0].parent");
    row("own parent", term(R"("code":1,"id":"a","name":"A","parent":"a")"), "terms[0].parent");
    row("circle", file(R"([{"code":1,"id":"a","name":"A","parent":"b"},{"code":2,"id":"b","name":"B","parent":"a"}])"),
        "terms[0].parent");
    row("code twice", file(R"([{"code":1,"id":"a","name":"A"},{"code":1,"id":"b","name":"B"}])"), "terms[1].code");
    row("id twice", file(R"([{"code":1,"id":"a","name":"A"},{"code":2,"id":"a","name":"B"}])"), "terms[1].id");
}

void TestCodeSystem::refusesBadFiles() {
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, field);
    const auto parsed = CodeSystem::parse(json.toStdString());
    QCOMPARE(parsed.code(), Code::BadVocabulary);
    QCOMPARE(QByteArray::fromStdString(parsed.error().field), field);
    QVERIFY(!parsed.error().detail.empty());
}

void TestCodeSystem::namesUnknownMembersSafely() {
    const auto parsed = CodeSystem::parse(file(kTerms, R"(, "\u001b[31m)" + std::string(5000, 'x') + R"(": 1)"));
    QCOMPARE(parsed.code(), Code::BadVocabulary);
    QVERIFY(parsed.error().field.size() <= 40);
    QVERIFY(parsed.error().field.find('\x1b') == std::string::npos);
}

void TestCodeSystem::limitsDepth() {
    const auto deepest = CodeSystem::parse(file(chain(16)));
    QVERIFY(deepest.ok());
    QCOMPARE(deepest->path(16).size(), std::size_t(16));
    const auto tooDeep = CodeSystem::parse(file(chain(17)));
    QCOMPARE(tooDeep.code(), Code::BadVocabulary);
    QCOMPARE(tooDeep.error().field, std::string("terms[16].parent"));
}

void TestCodeSystem::survivesHostileShapes() {
    const std::size_t many = 200000;
    std::string opened;
    for (std::size_t i = 0; i < many; ++i) {
        opened += R"({"a":)";
    }
    QCOMPARE(CodeSystem::parse(std::string(many, '[')).code(), Code::BadVocabulary);
    QCOMPARE(CodeSystem::parse(std::string(many, '[') + std::string(many, ']')).code(), Code::BadVocabulary);
    QCOMPARE(CodeSystem::parse(opened).code(), Code::BadVocabulary);
    QCOMPARE(CodeSystem::parse(opened + "1" + std::string(many, '}')).code(), Code::BadVocabulary);
    QCOMPARE(CodeSystem::parse(std::string((32U << 20U) + 1, ' ')).code(), Code::BadVocabulary);

    std::string synonyms;
    for (int i = 0; i < 65; ++i) {
        synonyms += (i == 0 ? "\"s" : ",\"s") + std::to_string(i) + "\"";
    }
    QCOMPARE(CodeSystem::parse(file(R"([{"code":1,"id":"a","name":"A","synonyms":[)" + synonyms + "]}]")).code(),
             Code::BadVocabulary);
    const std::string whole = file(kTerms);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        QCOMPARE(CodeSystem::parse(std::string_view(whole).substr(0, size)).code(), Code::BadVocabulary);
    }
}

void TestCodeSystem::keepsForeignLetters() {
    const std::string term = "{\"code\":4294967295,\"id\":\"a\",\"name\":\"\u0412\u0430\u0440 \u00e9\"}";
    const auto parsed = CodeSystem::parse(file("[" + term + "]"));
    QVERIFY(parsed.ok());
    QCOMPARE(parsed->find(0xFFFFFFFFU)->name, std::string("\u0412\u0430\u0440 \u00e9"));
}

void TestCodeSystem::shipsSoundVocabularies_data() {
    QTest::addColumn<int>("depth");
    QTest::addColumn<int>("atLeast");
    QTest::newRow("ingredient") << 4 << 320;
    QTest::newRow("effect") << 3 << 150;
    QTest::newRow("phenotype") << 3 << 110;
}

void TestCodeSystem::shipsSoundVocabularies() {
    QFETCH(int, depth);
    QFETCH(int, atLeast);
    const CodeSystem system = load(QTest::currentDataTag());
    QCOMPARE(system.id(), std::string(QTest::currentDataTag()));
    QCOMPARE(system.licence(), std::string("CC0-1.0"));
    QCOMPARE(system.version(), std::string("2026.1"));

    int leaves = 0;
    std::set<std::uint32_t> parents;
    std::map<std::string, std::string> seen;
    const auto isNew = [&seen](const std::string& text, const Term& term) {
        const auto [place, added] = seen.emplace(foldForSearch(text), term.id);
        if (!added) {
            qWarning("%s: %s and %s", text.c_str(), place->second.c_str(), term.id.c_str());
        }
        return added;
    };
    for (const auto& term : system.terms()) {
        parents.insert(term.parent);
    }
    for (const auto& term : system.terms()) {
        QVERIFY2(isNew(term.name, term), term.name.c_str());
        for (const auto& synonym : term.synonyms) {
            QVERIFY2(isNew(synonym, term), synonym.c_str());
        }
        QCOMPARE(term.selectable, term.parent != 0);
        if (term.external.contains("unii")) {
            QVERIFY2(isUnii(term.external.at("unii")), term.id.c_str());
        }
        if (!parents.contains(term.code)) {
            ++leaves;
            QVERIFY2(system.path(term.code).size() == static_cast<std::size_t>(depth), term.id.c_str());
            QVERIFY2(term.code > 10000, term.id.c_str());
        }
    }
    QVERIFY(leaves >= atLeast);
}

void TestCodeSystem::shipsIngredientsFourDeep() {
    const CodeSystem system = load("ingredient");
    const Term* warfarin = system.findId("warfarin");
    const Term* acenocoumarol = system.findId("acenocoumarol");
    const Term* apixaban = system.findId("apixaban");
    const Term* clopidogrel = system.findId("clopidogrel");
    const Term* metformin = system.findId("metformin");
    QVERIFY(warfarin != nullptr && acenocoumarol != nullptr && apixaban != nullptr && clopidogrel != nullptr &&
            metformin != nullptr);
    QCOMPARE(warfarin->code, 10001U); // packets carry it
    QCOMPARE(system.sharedDepth(warfarin->code, acenocoumarol->code), std::size_t(3));
    QCOMPARE(system.sharedDepth(warfarin->code, apixaban->code), std::size_t(2));
    QCOMPARE(system.sharedDepth(warfarin->code, clopidogrel->code), std::size_t(1));
    QCOMPARE(system.sharedDepth(warfarin->code, metformin->code), std::size_t(0));
}

void TestCodeSystem::shipsTheDrugsThatInteract() {
    const CodeSystem ingredients = load("ingredient");
    for (const char* id : {"warfarin",
                           "phenprocoumon",
                           "dabigatran",
                           "rivaroxaban",
                           "edoxaban",
                           "fluconazole",
                           "voriconazole",
                           "itraconazole",
                           "ketoconazole",
                           "amiodarone",
                           "erythromycin",
                           "rifampicin",
                           "isoniazid",
                           "artemether",
                           "lumefantrine",
                           "efavirenz",
                           "dolutegravir",
                           "ritonavir",
                           "nevirapine",
                           "tenofovir",
                           "zidovudine",
                           "fluoxetine",
                           "phenelzine",
                           "linezolid",
                           "tramadol",
                           "simvastatin",
                           "ibuprofen",
                           "enalapril",
                           "furosemide",
                           "digoxin",
                           "lithium",
                           "phenytoin",
                           "valproic-acid",
                           "methotrexate",
                           "trimethoprim",
                           "ciclosporin",
                           "tacrolimus",
                           "glibenclamide",
                           "insulin-human",
                           "chloroquine",
                           "bedaquiline",
                           "st-johns-wort",
                           "acetylsalicylic-acid",
                           "paracetamol",
                           "carbamazepine",
                           "clarithromycin",
                           "grapefruit"}) {
        QVERIFY2(ingredients.findId(id) != nullptr, id);
    }
    const CodeSystem effects = load("effect");
    for (const char* id : {"gastrointestinal-bleeding", "intracranial-bleeding", "inr-increased", "qt-prolongation",
                           "torsades-de-pointes", "rhabdomyolysis", "serotonin-syndrome", "hyperkalaemia",
                           "hypoglycaemia", "drug-induced-liver-injury", "acute-kidney-injury", "seizure", "fall"}) {
        QVERIFY2(effects.findId(id) != nullptr, id);
    }
    const CodeSystem phenotypes = load("phenotype");
    for (const char* id :
         {"atrial-fibrillation", "ckd-stage-3", "hypertension", "hiv-infection", "tuberculosis", "malaria", "pregnancy",
          "sickle-cell-disease", "liver-cirrhosis", "heart-failure", "type-2-diabetes", "cyp2c9-poor-metaboliser"}) {
        QVERIFY2(phenotypes.findId(id) != nullptr, id);
    }
}

QTEST_APPLESS_MAIN(TestCodeSystem)

#include "tst_code_system.moc"
