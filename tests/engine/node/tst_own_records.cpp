#include "engine/node/engine_world.h"

#include <QTest>

#include <fstream>
#include <sstream>

using namespace qis;
using namespace qis::test;

namespace {

constexpr int kLongUndo = 600;

std::int64_t save(Engine& engine, const std::string& record, std::int64_t id = 0) {
    SavedDraft draft{.id = id, .pack = "ddi", .values = "{}", .ownRecord = record};
    return ask<std::int64_t>([&](auto reply) { engine.saveDraft(draft, reply); }).value.value_or(0);
}

std::vector<SavedDraft> draftsOf(Engine& engine) {
    return *ask<std::vector<SavedDraft>>([&](auto reply) { engine.listDrafts(reply); }).value;
}

Answer<Emitted> emitWith(Engine& engine, const std::string& record, int confidence) {
    auto draft = interaction(confidence);
    draft.id = save(engine, record);
    return emitDraft(engine, draft);
}

std::vector<OutcomeRow> outcomesOf(Engine& engine, const std::string& record = {}) {
    return ask<OutcomePage>([&](auto reply) { engine.listOutcomes({.ownRecord = record}, reply); }).value->rows;
}

Answer<Nothing> write(Engine& engine, const std::string& id, const std::string& record) {
    return ask<Nothing>([&](auto reply) { engine.setOwnRecord(id, record, reply); });
}

/// Everything that is on the disk of a home.
QByteArray everyByte(const std::filesystem::path& folder) {
    QByteArray all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            const std::ifstream in(entry.path(), std::ios::binary);
            std::ostringstream content;
            content << in.rdbuf();
            all += text(content.str());
        }
    }
    return all;
}

} // namespace

class TestOwnRecords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesWithTheDraftIntoTheOutcome();
    void undoBringsItBack();
    void isNowhereInTheClear();
    void peersNeverSeeIt();
    void findsOutcomesOfAPatient();
    void canBeWrittenCorrectedAndForgotten();
    void allAreForgottenAtOnce();
    void anAmendmentTakesItAlong();
    void aBackupBringsItBack();
    void tellsPatientsApart();
    void refusesWhatIsNoRecord();
};

void TestOwnRecords::goesWithTheDraftIntoTheOutcome() {
    const Homes homes;
    {
        const auto engine = homes.open("a");
        QVERIFY(engine);
        const auto id = save(*engine, "MRN 4711");
        QCOMPARE(text(draftsOf(*engine).front().ownRecord), QByteArray("MRN 4711"));
        QCOMPARE(save(*engine, "MRN 4712", id), id);
        auto draft = interaction();
        draft.id = id;
        QVERIFY(emitDraft(*engine, draft).ok());
        QVERIFY(draftsOf(*engine).empty());
    }
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto rows = outcomesOf(*engine);
    QCOMPARE(rows.size(), std::size_t{1});
    QCOMPARE(text(rows.front().ownRecord), QByteArray("MRN 4712"));
    QCOMPARE(statusOf(*engine).value->ownRecords, std::uint64_t{1});
}

void TestOwnRecords::undoBringsItBack() {
    const Homes homes;
    auto options = homes.options("a");
    options.undoSeconds = kLongUndo;
    std::int64_t ticket = 0;
    {
        const auto engine = homes.open("a", options);
        QVERIFY(engine);
        const auto emitted = emitWith(*engine, "4711", 50);
        QVERIFY(emitted.ok());
        ticket = emitted.value->ticket;
        QCOMPARE(text(outcomesOf(*engine).front().ownRecord), QByteArray("4711"));
        QCOMPARE(outcomesOf(*engine, "47").size(), std::size_t{1});
        QVERIFY(outcomesOf(*engine, "48").empty());
    }
    const auto engine = homes.open("a", options);
    QVERIFY(engine);
    QVERIFY(ask<Nothing>([&](auto reply) { engine->undoEmit(ticket, reply); }).ok());
    QCOMPARE(text(draftsOf(*engine).front().ownRecord), QByteArray("4711"));
    // With the draft it is gone for good.
    QVERIFY(ask<Nothing>([&](auto reply) { engine->removeDraft(draftsOf(*engine).front().id, reply); }).ok());
    QCOMPARE(statusOf(*engine).value->ownRecords, std::uint64_t{0});
}

void TestOwnRecords::isNowhereInTheClear() {
    const Homes homes;
    const std::string secret = "Patient-Nr-90210-Muster";
    {
        const auto engine = homes.open("a");
        QVERIFY(engine);
        QVERIFY(save(*engine, secret) > 0);
        QVERIFY(emitWith(*engine, secret, 60).ok());
        QVERIFY(!everyByte(homes.path("a")).contains(text(secret)));
    }
    const auto all = everyByte(homes.path("a"));
    QVERIFY(all.size() > 10000 && !all.contains(text(secret)));
}

void TestOwnRecords::peersNeverSeeIt() {
    const Homes homes;
    const auto a = homes.open("a");
    QVERIFY(a);
    auto options = homes.options("b");
    options.join = {statusOf(*a).value->endpoints.front()};
    const auto b = homes.open("b", options);
    QVERIFY(b);
    QVERIFY(addProfile(*b, "mine", interaction()).ok());
    const std::string secret = "Patient-Nr-90210-Muster";
    QVERIFY(emitWith(*a, secret, 60).ok());
    QVERIFY(comesTrue(*b, [&] { return matchesOf(*b, "mine").value->rows.size() == 1; }));
    QVERIFY(!everyByte(homes.path("b")).contains(text(secret)));
}

void TestOwnRecords::findsOutcomesOfAPatient() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    for (int i = 0; i < 6; ++i) {
        QVERIFY(emitWith(*engine, i % 2 == 0 ? "Ward B-" + std::to_string(i) : "", 40 + i).ok());
    }
    QCOMPARE(outcomesOf(*engine).size(), std::size_t{6});
    const auto found = outcomesOf(*engine, "ward b");
    QCOMPARE(found.size(), std::size_t{3});
    QVERIFY(text(found[0].ownRecord) == "Ward B-4" && text(found[2].ownRecord) == "Ward B-0");
    const auto page = ask<OutcomePage>(
        [&](auto reply) { engine->listOutcomes({.before = found[0].cursor, .limit = 1, .ownRecord = "B-"}, reply); });
    QCOMPARE(text(page.value->rows.front().ownRecord), QByteArray("Ward B-2"));
    QVERIFY(page.value->cursor != 0);
    QVERIFY(outcomesOf(*engine, "Ward C").empty());
}

void TestOwnRecords::canBeWrittenCorrectedAndForgotten() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto id = emitDraft(*engine, interaction()).value->id;
    QCOMPARE(codeOf(write(*engine, id, "4711")), QByteArray("ok"));
    QCOMPARE(text(outcomesOf(*engine).front().ownRecord), QByteArray("4711"));
    QCOMPARE(codeOf(write(*engine, id, "4712")), QByteArray("ok"));
    QCOMPARE(text(outcomesOf(*engine, "4712").front().id), text(id));
    QCOMPARE(codeOf(write(*engine, id, "")), QByteArray("ok"));
    QVERIFY(outcomesOf(*engine).front().ownRecord.empty());
    QVERIFY(outcomesOf(*engine, "4712").empty());
}

void TestOwnRecords::allAreForgottenAtOnce() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    QVERIFY(emitWith(*engine, "one", 41).ok() && emitWith(*engine, "two", 42).ok() && save(*engine, "three") > 0);
    const auto forgotten = ask<std::uint64_t>([&](auto reply) { engine->forgetOwnRecords(reply); });
    QCOMPARE(*forgotten.value, std::uint64_t{3});
    QCOMPARE(outcomesOf(*engine).size(), std::size_t{2});
    QVERIFY(draftsOf(*engine).front().ownRecord.empty());
    QCOMPARE(statusOf(*engine).value->ownRecords, std::uint64_t{0});
}

void TestOwnRecords::anAmendmentTakesItAlong() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto id = emitWith(*engine, "4711", 50).value->id;
    const auto again = ask<Draft>([&](auto reply) { engine->draftFromOutcome(id, 0, reply); });
    QCOMPARE(text(again.value->ownRecord), QByteArray("4711"));
    auto draft = *again.value;
    draft.confidence = 70;
    draft.amends = id;
    draft.id = save(*engine, draft.ownRecord);
    QVERIFY(emitDraft(*engine, draft).ok());
    const auto rows = outcomesOf(*engine, "4711");
    QCOMPARE(rows.size(), std::size_t{2});
    QVERIFY(text(rows[0].amends) == text(id) && text(rows[1].state) == "amended");
}

void TestOwnRecords::aBackupBringsItBack() {
    const Homes homes;
    const auto file = homes.path("copy.qisbackup");
    {
        const auto engine = homes.open("a");
        QVERIFY(engine);
        QVERIFY(emitWith(*engine, "4711", 50).ok());
        QVERIFY(ask<BackupInfo>([&](auto reply) { engine->backUp({file, false, {}, {}}, reply); }).ok());
    }
    QVERIFY(restoreHome({file, homes.path("b"), true, {}, {}}).ok());
    const auto engine = homes.open("b");
    QVERIFY(engine);
    QCOMPARE(text(outcomesOf(*engine, "4711").front().ownRecord), QByteArray("4711"));
}

void TestOwnRecords::tellsPatientsApart() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto first = emitWith(*engine, "4711", 50).value->id;
    const auto duplicates = [&engine](const Draft& draft) {
        return ask<DraftExamination>([&](auto reply) { engine->examineDraft(draft, reply); }).value->duplicates;
    };
    // The very same values: asked about, unless it is known to be somebody else.
    auto draft = interaction(50);
    QVERIFY(duplicates(draft).size() == 1 && duplicates(draft).front().equal && !duplicates(draft).front().sameRecord);
    draft.ownRecord = "4712";
    QVERIFY(duplicates(draft).empty());
    // Other values under the same number: asked about, whatever the values say.
    draft = interaction(50, "simvastatin");
    draft.condition["sex"] = std::string("male");
    draft.condition["age_band"] = std::string("18-44");
    draft.outcome["effect"] = std::string("rhabdomyolysis");
    QVERIFY(duplicates(draft).empty());
    draft.ownRecord = "4711";
    const auto found = duplicates(draft);
    QCOMPARE(found.size(), std::size_t{1});
    QVERIFY(found.front().sameRecord && !found.front().equal && text(found.front().id) == text(first));
    // What was decided is remembered, and the earlier outcome without a number still counts.
    QVERIFY(ask<Nothing>([&](auto reply) { engine->decideDuplicate(draft, first, 0, "different", reply); }).ok());
    QCOMPARE(text(duplicates(draft).front().decision), QByteArray("different"));
    QVERIFY(write(*engine, first, "").ok());
    QVERIFY(duplicates(draft).empty());
}

void TestOwnRecords::refusesWhatIsNoRecord() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto id = emitDraft(*engine, interaction()).value->id;
    QCOMPARE(codeOf(write(*engine, id, std::string(257, 'x'))), QByteArray("text-too-long"));
    QCOMPARE(codeOf(write(*engine, id, "a\nb")), QByteArray("bad-text"));
    QCOMPARE(codeOf(write(*engine, id, "\xFF")), QByteArray("bad-text"));
    QCOMPARE(codeOf(write(*engine, std::string(64, '0'), "4711")), QByteArray("not-found"));
    QCOMPARE(codeOf(write(*engine, "4711", "4711")), QByteArray("bad-argument"));
    QVERIFY(outcomesOf(*engine).front().ownRecord.empty());
    // A draft that cannot keep its record is not kept by halves.
    QCOMPARE(save(*engine, std::string(257, 'x')), std::int64_t{0});
    QVERIFY(draftsOf(*engine).empty());
}

QTEST_GUILESS_MAIN(TestOwnRecords)
#include "tst_own_records.moc"
