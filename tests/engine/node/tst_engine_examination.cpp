#include "engine/node/engine_world.h"

#include "node/catalogue.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace qis;
using namespace qis::test;

namespace {

constexpr int kLongUndo = 600;

Answer<DraftExamination> examine(Engine& engine, const Draft& draft) {
    return ask<DraftExamination>([&](auto reply) { engine.examineDraft(draft, reply); });
}
Answer<Nothing> decide(Engine& engine, const Draft& draft, const DuplicateInfo& other, const std::string& decision) {
    return ask<Nothing>([&](auto reply) { engine.decideDuplicate(draft, other.id, other.ticket, decision, reply); });
}
QByteArray agreementOf(const DuplicateInfo& info, const std::string& field) {
    for (const auto& one : info.fields) {
        if (one.field == field) {
            return text(one.agreement);
        }
    }
    return "absent";
}
QByteArrayList recent(Engine& engine, const std::string& system, std::size_t limit = 20) {
    QByteArrayList out;
    const auto answer = ask<std::vector<TermInfo>>([&](auto reply) { engine.recentTerms(system, limit, reply); });
    for (const auto& term : answer.value.value_or(std::vector<TermInfo>{})) {
        out.append(text(term.id));
    }
    return out;
}
Draft patient(const std::string& age, const std::vector<std::string>& phenotype, int onset = 0) {
    auto draft = interaction();
    draft.condition["age_band"] = age;
    draft.condition["phenotype"] = phenotype;
    if (onset != 0) {
        draft.outcome["onset_days"] = static_cast<double>(onset);
    }
    return draft;
}

} // namespace

class TestEngineExamination : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingToCompareWith();
    void theSameAgainIsFound();
    void heldOutcomesAreFoundToo();
    void retractedOnesAreNot();
    void otherPatientsAreNot();
    void decisionsAreKept();
    void refusesWhatItCannotLookAt();
    void rarityLooksAtWhatIsHeld();
    void recentTermsComeFromOutcomes();
    void termsAreReadBranchByBranch();
    void scoresAreComparedWithThoseOfOthers();
    void checksTellCompleteness();
};

void TestEngineExamination::nothingToCompareWith() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto found = examine(*engine, interaction());
    QCOMPARE(codeOf(found), QByteArray("ok"));
    QCOMPARE(found.value->compared, std::uint64_t{0});
    QVERIFY(found.value->duplicates.empty());
    QCOMPARE(found.value->rarity.similar, std::uint64_t{0});
    QCOMPARE(found.value->rarity.labels.size(), std::size_t{2});
}

void TestEngineExamination::theSameAgainIsFound() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto sent = emitDraft(*engine, interaction());
    QVERIFY(sent.ok());
    const auto same = examine(*engine, interaction());
    QCOMPARE(same.value->compared, std::uint64_t{1});
    QCOMPARE(same.value->duplicates.size(), std::size_t{1});
    const auto& info = same.value->duplicates.front();
    QVERIFY(info.equal);
    QCOMPARE(text(info.id), text(sent.value->id));
    QCOMPARE(text(info.state), QByteArray("signed"));
    QVERIFY(info.issued > 0 && info.sentence.find("Warfarin") != std::string::npos);
    QVERIFY(info.decision.empty());
    QCOMPARE(agreementOf(info, "condition.sex"), QByteArray("same"));

    auto slip = interaction(60);
    slip.condition["age_band"] = std::string("75-89");
    const auto alike = examine(*engine, slip);
    QCOMPARE(alike.value->duplicates.size(), std::size_t{1});
    QVERIFY(!alike.value->duplicates.front().equal);
    QVERIFY(alike.value->duplicates.front().chance >= 50 && alike.value->duplicates.front().chance < 100);
    QCOMPARE(agreementOf(alike.value->duplicates.front(), "condition.age_band"), QByteArray("differs"));
}

void TestEngineExamination::heldOutcomesAreFoundToo() {
    const Homes homes;
    auto options = homes.options("a");
    options.undoSeconds = kLongUndo;
    const auto engine = homes.open("a", options);
    QVERIFY(engine);
    const auto sent = emitDraft(*engine, interaction());
    QCOMPARE(text(sent.value->state), QByteArray("held"));
    const auto found = examine(*engine, interaction());
    QCOMPARE(found.value->duplicates.size(), std::size_t{1});
    const auto& info = found.value->duplicates.front();
    QVERIFY(info.equal && info.id.empty());
    QCOMPARE(info.ticket, sent.value->ticket);
    QCOMPARE(text(info.state), QByteArray("held"));
    QCOMPARE(codeOf(decide(*engine, interaction(), info, "different")), QByteArray("ok"));
    QCOMPARE(text(examine(*engine, interaction()).value->duplicates.front().decision), QByteArray("different"));
}

void TestEngineExamination::retractedOnesAreNot() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto sent = emitDraft(*engine, interaction());
    QVERIFY(ask<Emitted>([&](auto reply) { engine->retractOutcome(sent.value->id, 2, reply); }).ok());
    const auto found = examine(*engine, interaction());
    QVERIFY(found.value->duplicates.empty());
    QCOMPARE(found.value->compared, std::uint64_t{0});
    QCOMPARE(found.value->rarity.similar, std::uint64_t{0});
}

void TestEngineExamination::otherPatientsAreNot() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    QVERIFY(emitDraft(*engine, interaction()).ok());
    auto other = interaction(50, "simvastatin");
    other.condition["sex"] = std::string("male");
    other.condition["age_band"] = std::string("18-44");
    other.outcome["effect"] = std::string("rhabdomyolysis");
    QVERIFY(examine(*engine, other).value->duplicates.empty());
    QCOMPARE(examine(*engine, other).value->compared, std::uint64_t{1});
    // Another domain is another matter.
    Draft trial;
    trial.pack = "trial";
    trial.condition["vaccine"] = std::string("bcg");
    trial.condition["year"] = std::int64_t{1948};
    trial.outcome["endpoint"] = std::string("tuberculosis");
    trial.basis = BasisInput{"table", {{"a", 4}, {"b", 119}, {"c", 11}, {"d", 128}}};
    const auto found = examine(*engine, trial);
    QCOMPARE(found.value->compared, std::uint64_t{0});
    QVERIFY(found.value->rarity.labels.empty());
}

void TestEngineExamination::decisionsAreKept() {
    const Homes homes;
    {
        const auto engine = homes.open("a");
        QVERIFY(engine);
        QVERIFY(emitDraft(*engine, interaction()).ok());
        const auto info = examine(*engine, interaction()).value->duplicates.front();
        QCOMPARE(codeOf(decide(*engine, interaction(), info, "later")), QByteArray("ok"));
        QCOMPARE(codeOf(decide(*engine, interaction(), info, "maybe")), QByteArray("bad-argument"));
    }
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto info = examine(*engine, interaction()).value->duplicates.front();
    QCOMPARE(text(info.decision), QByteArray("later"));
    QVERIFY(info.decidedAt > 0);
    QCOMPARE(codeOf(decide(*engine, interaction(), info, "different")), QByteArray("ok"));
    QCOMPARE(text(examine(*engine, interaction()).value->duplicates.front().decision), QByteArray("different"));
    // Of this very draft only: a change asks again.
    auto changed = interaction();
    changed.outcome["onset_days"] = 3.0;
    QVERIFY(examine(*engine, changed).value->duplicates.front().decision.empty());
    DuplicateInfo nobody;
    nobody.id = std::string(64, 'a');
    QCOMPARE(codeOf(decide(*engine, interaction(), nobody, "different")), QByteArray("not-found"));
}

void TestEngineExamination::refusesWhatItCannotLookAt() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    auto draft = interaction();
    draft.condition.erase("sex");
    QCOMPARE(codeOf(examine(*engine, draft)), QByteArray("missing-field"));
    draft.pack = "nothing";
    QCOMPARE(codeOf(examine(*engine, draft)), QByteArray("unknown-pack"));
}

void TestEngineExamination::rarityLooksAtWhatIsHeld() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    for (int i = 1; i <= 6; ++i) {
        QVERIFY(emitDraft(*engine, patient("65-74", {"atrial-fibrillation"}, i)).ok());
    }
    QVERIFY(emitDraft(*engine, patient("65-74", {"atrial-flutter"}, 9)).ok());
    const auto common = examine(*engine, patient("65-74", {"atrial-fibrillation"}, 30)).value->rarity;
    QCOMPARE(common.similar, std::uint64_t{7});
    QCOMPARE(common.sharing, std::uint64_t{6});
    QVERIFY(common.broadening.empty());
    const auto rare = examine(*engine, patient("65-74", {"atrial-flutter"}, 30)).value->rarity;
    QCOMPARE(rare.sharing, std::uint64_t{1});
    QCOMPARE(rare.least, std::uint64_t{5});
    QCOMPARE(rare.broadening.size(), std::size_t{1});
    QCOMPARE(text(rare.broadening.front().field), QByteArray("condition.phenotype"));
    QCOMPARE(text(rare.broadening.front().from), QByteArray("atrial-flutter"));
    QCOMPARE(text(rare.broadening.front().to), QByteArray("heart-rhythm-disorder"));
    QCOMPARE(rare.broadening.front().sharing, std::uint64_t{7});
}

void TestEngineExamination::recentTermsComeFromOutcomes() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    QVERIFY(recent(*engine, "ingredient").isEmpty());
    QVERIFY(emitDraft(*engine, interaction()).ok());
    QVERIFY(emitDraft(*engine, interaction(50, "digoxin")).ok());
    QCOMPARE(recent(*engine, "ingredient"), (QByteArrayList{"digoxin", "fluconazole", "warfarin"}));
    QCOMPARE(recent(*engine, "ingredient", 1), QByteArrayList{"digoxin"});
    QCOMPARE(recent(*engine, "effect"), QByteArrayList{"gastrointestinal-bleeding"});
    const auto unknown = ask<std::vector<TermInfo>>([&](auto reply) { engine->recentTerms("none", 3, reply); });
    QCOMPARE(codeOf(unknown), QByteArray("not-found"));
    const auto found =
        ask<std::vector<TermInfo>>([&](auto reply) { engine->searchTerms("ingredient", "coumadin", 3, reply); });
    QCOMPARE(text(found.value->front().matched), QByteArray("Coumadin"));
    QVERIFY(!found.value->front().broaderId.empty());
    // The top of the tree only orders; it is nothing to choose.
    const auto top =
        ask<std::vector<TermInfo>>([&](auto reply) { engine->searchTerms("ingredient", "anticoagulants", 1, reply); });
    QCOMPARE(text(top.value->front().id), QByteArray("anticoagulants"));
    QVERIFY(top.value->front().broaderId.empty());
}

void TestEngineExamination::termsAreReadBranchByBranch() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto branch = [&engine](const std::string& below, const std::string& system = "ingredient") {
        return ask<TermBranch>([&](auto reply) { engine->termBranch(system, below, reply); });
    };
    const auto top = branch({});
    QVERIFY(top.ok());
    QVERIFY(top.value->path.empty() && !top.value->title.empty() && !top.value->licence.empty());
    // Every term of the system is below exactly one other or at the top, and every branch is in order of its names.
    std::set<std::string> seen;
    std::vector<std::string> open{""};
    while (!open.empty()) {
        const auto id = open.back();
        open.pop_back();
        const auto read = branch(id);
        QVERIFY(read.ok());
        QVERIFY(id.empty() ? read.value->path.empty() : read.value->path.back() == id);
        std::string before;
        for (const auto& term : read.value->terms) {
            QVERIFY2(seen.insert(term.id).second, term.id.c_str());
            QVERIFY2(before <= core::foldForSearch(term.name), term.id.c_str());
            before = core::foldForSearch(term.name);
            if (term.below > 0) {
                open.push_back(term.id);
            } else {
                QVERIFY(term.selectable);
            }
        }
    }
    const auto catalogue = core::Catalogue::load(Homes::resources());
    QVERIFY(catalogue.ok());
    QCOMPARE(seen.size(), (*catalogue)->systems().find("ingredient")->second.terms().size());
    const auto leaf = branch("warfarin");
    QVERIFY(leaf.value->terms.empty());
    QCOMPARE(leaf.value->path, (std::vector<std::string>{"blood-clotting-and-blood-formation", "anticoagulants",
                                                         "vitamin-k-antagonists", "warfarin"}));
    const auto siblings = branch("vitamin-k-antagonists");
    const auto& terms = siblings.value->terms;
    const auto warfarin =
        std::find_if(terms.begin(), terms.end(), [](const BranchTerm& term) { return term.id == "warfarin"; });
    QVERIFY(warfarin != terms.end());
    QCOMPARE(text(warfarin->identifiers.at("unii")), QByteArray("5Q7ZVV76EI"));
    QVERIFY(std::count(warfarin->synonyms.begin(), warfarin->synonyms.end(), "Coumadin") == 1);
    QCOMPARE(codeOf(branch({}, "none")), QByteArray("not-found"));
    QCOMPARE(codeOf(branch("no-such-term")), QByteArray("unknown-term"));
    QCOMPARE(codeOf(branch(std::string(1U << 20U, 'x'))), QByteArray("unknown-term"));
}

void TestEngineExamination::scoresAreComparedWithThoseOfOthers() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    QVERIFY(addProfile(*engine, "mine", interaction()).ok());
    const auto emitted = [&engine](const Draft& draft) {
        const auto answer = emitDraft(*engine, draft);
        return answer.ok() ? answer.value->id : std::string();
    };
    auto older = interaction();
    older.condition["age_band"] = std::string("75-89");
    const auto same = emitted(interaction());
    const auto near = emitted(older);
    const auto sameAgain = emitted(interaction(60));
    // Another drug altogether: the floor leaves it out.
    const auto other = emitted(interaction(50, "paracetamol"));
    QVERIFY(!same.empty() && !near.empty() && !sameAgain.empty() && !other.empty());
    const auto ranked = [&engine](const std::string& id, const std::string& profile = "mine") {
        return *ask<MatchRank>([&](auto reply) { engine->rankMatch(id, profile, reply); }).value;
    };
    QCOMPARE(ranked(same).compared, std::size_t{3});
    QCOMPARE(ranked(same).asAlike, std::size_t{1});
    QCOMPARE(ranked(near).compared, std::size_t{3});
    QCOMPARE(ranked(near).asAlike, std::size_t{2});
    // An own outcome that asks is not compared with itself.
    QCOMPARE(ranked(near, "outcome:" + same).compared, std::size_t{2});
    QCOMPARE(ranked(near, "outcome:" + same).asAlike, std::size_t{1});
    // What is left out has no score that could be unusual.
    const auto why = ask<ExplanationInfo>([&](auto reply) { engine->explainMatch(other, "mine", reply); });
    QVERIFY(why.ok() && why.value->excluded);
    QCOMPARE(ranked(other).compared, std::size_t{0});
    const auto nobody = ask<MatchRank>([&](auto reply) { engine->rankMatch(same, "nobody", reply); });
    QCOMPARE(text(nobody.failure.code), QByteArray("not-found"));
    // What was taken back is not held against anything.
    QVERIFY(ask<Emitted>([&](auto reply) { engine->retractOutcome(sameAgain, 1, reply); }).ok());
    QCOMPARE(ranked(same).compared, std::size_t{2});
    QCOMPARE(ranked(same).asAlike, std::size_t{0});
}

void TestEngineExamination::checksTellCompleteness() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    auto draft = interaction();
    const auto whole = ask<DraftCheck>([&](auto reply) { engine->checkDraft(draft, reply); });
    QVERIFY(whole.value->problems.empty());
    QCOMPARE(whole.value->completeness->value, 20);
    QCOMPARE(text(whole.value->completeness->missing.front().field), QByteArray("outcome.onset_days"));
    draft.condition.erase("sex");
    const auto part = ask<DraftCheck>([&](auto reply) { engine->checkDraft(draft, reply); });
    QVERIFY(!part.value->problems.empty());
    QCOMPARE(part.value->completeness->value, 10);
}

QTEST_APPLESS_MAIN(TestEngineExamination)
#include "tst_engine_examination.moc"
