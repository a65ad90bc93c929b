#include "source_dir.h"
#include "vocabulary/code_system.h"

#include <QFile>
#include <QTest>

#include <random>
#include <set>
#include <string>
#include <type_traits>

using namespace qis::core;

namespace {

const std::string kSystem = R"({"id": "demo", "title": "Demo", "version": "1", "licence": "CC0-1.0", "source": "own",
"terms": [
    {"code": 1, "id": "top", "name": "Warf and other areas", "parent": null, "selectable": false},
    {"code": 2, "id": "warfarin", "name": "Warfarin", "synonyms": ["Coumadin", "Marevan"], "parent": "top"},
    {"code": 3, "id": "warfarin-like", "name": "Warfarin-like drug", "parent": "top"},
    {"code": 4, "id": "old-name", "name": "Zeta", "synonyms": ["Warfarin", "Warfarin sodium"], "parent": "top"},
    {"code": 5, "id": "acid", "name": "Valproic acid", "synonyms": ["Acide valproïque"], "parent": "top"},
    {"code": 6, "id": "chagas", "name": "Doença de Chagas", "parent": "top"},
    {"code": 7, "id": "odd-7x", "name": "Gamma", "parent": "top"},
    {"code": 9, "id": "twin-b", "name": "Twin", "parent": "top"},
    {"code": 8, "id": "twin-a", "name": "Twin", "parent": "top"}
]})";

std::string codes(const std::vector<TermHit>& hits) {
    std::string result;
    for (const auto& hit : hits) {
        result += (result.empty() ? "" : " ") + std::to_string(hit.code);
    }
    return result;
}

} // namespace

class TestTermSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void ranks_data();
    void ranks();
    void saysWhy();
    void keepsLimits();
    void survivesAnyBytes();
    void folds_data();
    void folds();
    void findsShippedTerms_data();
    void findsShippedTerms();

private:
    CodeSystem m_system;
};

void TestTermSearch::initTestCase() {
    static_assert(!std::is_constructible_v<TermSearch, CodeSystem>, "a search must not outlive its system");
    auto parsed = CodeSystem::parse(kSystem);
    QVERIFY(parsed.ok());
    m_system = std::move(parsed).value();
}

void TestTermSearch::ranks_data() {
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("exact name, exact synonym, name") << QByteArray("warfarin") << QByteArray("2 4 3");
    QTest::newRow("beginning: shorter name first") << QByteArray("warf") << QByteArray("2 3 4");
    QTest::newRow("case") << QByteArray("WARFARIN") << QByteArray("2 4 3");
    QTest::newRow("spaces around") << QByteArray("  warfarin \t") << QByteArray("2 4 3");
    QTest::newRow("synonym") << QByteArray("marev") << QByteArray("2");
    QTest::newRow("any order") << QByteArray("acid valp") << QByteArray("5");
    QTest::newRow("every word must match") << QByteArray("valproic base") << QByteArray("");
    QTest::newRow("words of one text only") << QByteArray("warfarin coumadin") << QByteArray("");
    QTest::newRow("inside a word is no match") << QByteArray("farin") << QByteArray("");
    QTest::newRow("after a hyphen") << QByteArray("drug like") << QByteArray("3");
    QTest::newRow("diacritics in the system") << QByteArray("doenca") << QByteArray("6");
    QTest::newRow("diacritics in the query") << QByteArray("v\xc3\xa1lproic") << QByteArray("5");
    QTest::newRow("decomposed diacritics") << QByteArray("valproi\xcc\x88que") << QByteArray("5");
    QTest::newRow("id") << QByteArray("odd 7x") << QByteArray("7");
    QTest::newRow("same name: once") << QByteArray("twin") << QByteArray("8");
    QTest::newRow("an id finds its term among all") << QByteArray("odd-7x") << QByteArray("7");
    QTest::newRow("not selectable") << QByteArray("warf areas") << QByteArray("");
    QTest::newRow("nothing") << QByteArray("") << QByteArray("");
    QTest::newRow("signs alone") << QByteArray("-- %*?") << QByteArray("");
}

void TestTermSearch::ranks() {
    QFETCH(QByteArray, words);
    QFETCH(QByteArray, expected);
    const TermSearch search(m_system);
    QCOMPARE(QByteArray::fromStdString(codes(search.find(words.toStdString(), 20))), expected);
}

void TestTermSearch::saysWhy() {
    const TermSearch search(m_system);
    const auto hits = search.find("warfarin", 20);
    QCOMPARE(hits.size(), std::size_t(3));
    QCOMPARE(hits[0].why, std::string("exact name"));
    QCOMPARE(hits[0].id, std::string("warfarin"));
    QCOMPARE(hits[0].name, std::string("Warfarin"));
    QCOMPARE(hits[1].why, std::string("synonym \"Warfarin\""));
    QCOMPARE(hits[1].synonym, std::string("Warfarin"));
    QCOMPARE(hits[2].why, std::string("name"));
    QVERIFY(hits[0].synonym.empty() && hits[2].synonym.empty());
    QCOMPARE(search.find("sodium", 1).at(0).why, std::string("synonym \"Warfarin sodium\""));
    QCOMPARE(search.find("odd", 1).at(0).why, std::string("id"));
}

void TestTermSearch::keepsLimits() {
    const TermSearch search(m_system);
    QVERIFY(search.find("warfarin", 0).empty());
    QCOMPARE(codes(search.find("warfarin", 1)), std::string("2"));
    QCOMPARE(codes(search.find("warfarin", 2)), std::string("2 4"));
    QCOMPARE(codes(search.find("warfarin" + std::string(248, ' '), 1)), std::string("2"));
    QVERIFY(search.find("warfarin" + std::string(249, ' '), 1).empty());
    std::string letters;
    for (int i = 0; i < 128; ++i) {
        letters += "w ";
    }
    QCOMPARE(codes(search.find(letters, 1)), std::string("2"));
    QVERIFY(search.find(std::string(1U << 20U, 'w'), 1).empty());

    const CodeSystem empty;
    QVERIFY(TermSearch(empty).find("warfarin", 5).empty());
}

void TestTermSearch::survivesAnyBytes() {
    const TermSearch search(m_system);
    const unsigned seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 2000; ++round) {
        std::string words(random() % 40, ' ');
        for (char& c : words) {
            c = static_cast<char>(random() & 0xFFU);
        }
        const std::string folded = foldForSearch(words);
        QCOMPARE(foldForSearch(folded), folded);
        std::set<std::uint32_t> seen;
        for (const auto& hit : search.find(words, 5)) {
            QVERIFY(seen.insert(hit.code).second);
        }
    }
}

void TestTermSearch::folds_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* text, const char* expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("signs", "St John's-wort, (5 mg)", "st john s wort 5 mg");
    row("Latin-1", "\u00c5ngstr\u00f6m \u00c7a \u00f1 \u00ff", "angstrom ca n y");
    row("letters without a base", "\u00d8re Stra\u00dfe \u00c6on \u0141\u00f3d\u017a \u0153uvre",
        "ore strasse aeon lodz oeuvre");
    row("Latin Extended-A", "\u0130\u0131 \u0110 \u0161 \u017e \u0103", "ii d s z a");
    row("combining marks", "e\u0301te", "ete");
    row("times and divide are signs", "a\u00d7b\u00f7c", "a b c");
    row("registered and trade mark", "Marevan\u00ae X\u2122y", "marevan x y");
    row("no-break space and dash", "a\u00a0b\u2013c", "a b c");
    row("zero width", "war\u200bfarin", "warfarin");
    row("reversing marks", "war\u202efarin", "warfarin");
    row("other scripts stay", "\u0432\u0430\u0440 \u0937", "\u0432\u0430\u0440 \u0937");
    row("stray bytes",
        "a\x80\xff"
        "b\xc3",
        "a b");
    row("overlong",
        "a\xc0\xaf"
        "b",
        "a b");
    row("surrogate",
        "a\xed\xa0\x80"
        "b",
        "a b");
    row("cut off", "a\xe2\x82", "a");
}

void TestTermSearch::folds() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(foldForSearch(text.toStdString())), expected);
}

void TestTermSearch::findsShippedTerms_data() {
    QTest::addColumn<QByteArray>("system");
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QByteArray>("id");
    const auto row = [](const char* system, const char* words, const char* id) {
        QTest::addRow("%s", words) << QByteArray(system) << QByteArray(words) << QByteArray(id);
    };
    row("ingredient", "coumadin", "warfarin");
    row("ingredient", "Tylenol", "paracetamol");
    row("ingredient", "acetaminoph", "paracetamol");
    row("ingredient", "rifampin", "rifampicin");
    row("ingredient", "cyclosporine", "ciclosporin");
    row("ingredient", "st john's wort", "st-johns-wort");
    row("ingredient", "wort johns", "st-johns-wort");
    row("ingredient", "aspirin", "acetylsalicylic-acid");
    row("ingredient", "bactrim", "co-trimoxazole");
    row("effect", "hyperkalemia", "hyperkalaemia");
    row("effect", "GI bleed", "gastrointestinal-bleeding");
    row("effect", "prolongation qt", "qt-prolongation");
    row("effect", "DILI", "drug-induced-liver-injury");
    row("phenotype", "AFib", "atrial-fibrillation");
    row("phenotype", "stage 3 kidney", "ckd-stage-3");
    row("phenotype", "2c9 poor", "");
    row("phenotype", "cyp2c9 poor metabolizer", "cyp2c9-poor-metaboliser");
}

void TestTermSearch::findsShippedTerms() {
    QFETCH(QByteArray, system);
    QFETCH(QByteArray, words);
    QFETCH(QByteArray, id);
    QFile source(QStringLiteral(QIS_SOURCE_DIR "/resources/vocabularies/") + QString::fromLatin1(system) +
                 QLatin1String(".json"));
    QVERIFY(source.open(QIODevice::ReadOnly));
    const auto parsed = CodeSystem::parse(source.readAll().toStdString());
    QVERIFY(parsed.ok());
    const CodeSystem& loaded = *parsed;
    const auto hits = TermSearch(loaded).find(words.toStdString(), 5);
    QCOMPARE(hits.empty() ? std::string() : hits.front().id, id.toStdString());
}

QTEST_APPLESS_MAIN(TestTermSearch)

#include "tst_term_search.moc"
