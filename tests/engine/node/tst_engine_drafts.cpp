#include "engine/node/engine_world.h"
#include "record/packet.h"

#include <QTest>

using namespace qis;
using namespace qis::test;

namespace {

constexpr int kLongUndo = 600;

Answer<std::int64_t> save(Engine& engine, const std::string& values, std::int64_t id = 0) {
    return ask<std::int64_t>([&](auto reply) { engine.saveDraft({id, "ddi", values, 0, 0}, reply); });
}
std::vector<SavedDraft> draftsOf(Engine& engine) {
    return *ask<std::vector<SavedDraft>>([&](auto reply) { engine.listDrafts(reply); }).value;
}
OutcomePage outcomesOf(Engine& engine, const OutcomeQuery& query = {}) {
    return *ask<OutcomePage>([&](auto reply) { engine.listOutcomes(query, reply); }).value;
}
Answer<Nothing> undo(Engine& engine, std::int64_t ticket) {
    return ask<Nothing>([&](auto reply) { engine.undoEmit(ticket, reply); });
}
Draft saved(std::int64_t id, int confidence = 50) {
    auto draft = interaction(confidence);
    draft.id = id;
    return draft;
}
/// The bytes of a packet held by this engine.
core::Bytes bytesOf(Engine& engine, const std::string& id) {
    const auto answer = ask<CommandAnswer>(
        [&](auto reply) { engine.runCommand(R"({"command":"inspect","id":")" + id + "\"}", reply); });
    const auto key = answer.value->json.find("\"packet\":\"");
    if (key == std::string::npos) {
        return {};
    }
    const auto from = key + 10;
    core::Bytes bytes;
    for (auto at = from; answer.value->json[at] != '"'; at += 2) {
        bytes.push_back(static_cast<std::uint8_t>(std::stoi(answer.value->json.substr(at, 2), nullptr, 16)));
    }
    return bytes;
}

} // namespace

class TestEngineDrafts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anythingTypedComesBack();
    void refusesWhatIsNoDraft();
    void signingTakesTheDraftAlong();
    void aDraftIsSignedOnce();
    void aRefusedOutcomeKeepsItsDraft();
    void undoBringsTheDraftBackAfterARestart();
    void listsOutcomesWithTheirStates();
    void pagesThroughOutcomes();
    void hidesAndShowsAgain();
    void countsThePeersThatHoldIt();
    void givesTheValuesOfAnOutcome();
    void partsAreTheBytesThatLeave();
    void namesTheReasonsOfARetraction();
};

void TestEngineDrafts::anythingTypedComesBack() {
    const Homes homes;
    const std::string values =
        R"({"fields":{"condition.object_drug":"no such drug","outcome.observed":7},"typed":{"outcome.effect":"gi bl"}})";
    std::int64_t id = 0;
    {
        const auto engine = homes.open("a");
        QVERIFY(engine);
        id = save(*engine, values).value.value_or(0);
        QVERIFY(id > 0);
    }
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto drafts = draftsOf(*engine);
    QCOMPARE(drafts.size(), std::size_t{1});
    QCOMPARE(drafts.front().id, id);
    QCOMPARE(text(drafts.front().pack), QByteArray("ddi"));
    QCOMPARE(text(drafts.front().values), text(values));
    QVERIFY(drafts.front().created > 0 && drafts.front().changed == drafts.front().created);
    QCOMPARE(save(*engine, "{}", id).value.value_or(0), id);
    QCOMPARE(text(draftsOf(*engine).front().values), QByteArray("{}"));
    QCOMPARE(codeOf(ask<Nothing>([&](auto reply) { engine->removeDraft(id, reply); })), QByteArray("ok"));
    QCOMPARE(codeOf(ask<Nothing>([&](auto reply) { engine->removeDraft(id, reply); })), QByteArray("not-found"));
    QVERIFY(draftsOf(*engine).empty());
}

void TestEngineDrafts::refusesWhatIsNoDraft() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    QCOMPARE(codeOf(save(*engine, "")), QByteArray("not-json"));
    QCOMPARE(codeOf(save(*engine, "[]")), QByteArray("not-json"));
    QCOMPARE(codeOf(save(*engine, "{\"a\":")), QByteArray("not-json"));
    const std::string frame = R"({"note":""})";
    const std::size_t most = 65536;
    const auto sized = [&frame](std::size_t size) {
        auto values = frame;
        values.insert(9, size - frame.size(), 'x');
        return values;
    };
    QCOMPARE(codeOf(save(*engine, sized(most + 1))), QByteArray("draft-too-large"));
    QCOMPARE(codeOf(save(*engine, sized(most))), QByteArray("ok"));
    for (int i = 1; i < 1000; ++i) {
        QVERIFY(save(*engine, "{}").ok());
    }
    QCOMPARE(codeOf(save(*engine, "{}")), QByteArray("too-many-drafts"));
    const auto longPack =
        ask<std::int64_t>([&](auto reply) { engine->saveDraft({0, std::string(100, 'p'), "{}", 0, 0}, reply); });
    QCOMPARE(codeOf(longPack), QByteArray("bad-argument"));
}

void TestEngineDrafts::signingTakesTheDraftAlong() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto other = *save(*engine, "{}").value;
    const auto id = *save(*engine, "{}").value;
    QVERIFY(emitDraft(*engine, saved(id)).ok());
    const auto left = draftsOf(*engine);
    QCOMPARE(left.size(), std::size_t{1});
    QCOMPARE(left.front().id, other);
    QCOMPARE(outcomesOf(*engine).rows.size(), std::size_t{1});
}

void TestEngineDrafts::aDraftIsSignedOnce() {
    const Homes homes;
    auto options = homes.options("a");
    for (const int seconds : {0, kLongUndo}) {
        options.undoSeconds = seconds;
        const auto engine = homes.open("a", options);
        QVERIFY(engine);
        const auto before = outcomesOf(*engine).rows.size();
        const auto id = *save(*engine, "{}").value;
        QVERIFY(emitDraft(*engine, saved(id)).ok());
        QCOMPARE(codeOf(emitDraft(*engine, saved(id))), QByteArray("not-found"));
        QCOMPARE(outcomesOf(*engine).rows.size(), before + 1);
    }
}

void TestEngineDrafts::aRefusedOutcomeKeepsItsDraft() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    auto draft = saved(*save(*engine, "{}").value);
    draft.condition.erase("sex");
    QCOMPARE(codeOf(emitDraft(*engine, draft)), QByteArray("missing-field"));
    QCOMPARE(draftsOf(*engine).size(), std::size_t{1});
}

void TestEngineDrafts::undoBringsTheDraftBackAfterARestart() {
    const Homes homes;
    auto options = homes.options("a");
    options.undoSeconds = kLongUndo;
    const std::string values = R"({"fields":{"condition.sex":"female"},"at":"condition.sex"})";
    std::int64_t id = 0;
    std::int64_t ticket = 0;
    {
        const auto engine = homes.open("a", options);
        QVERIFY(engine);
        id = *save(*engine, values).value;
        ticket = emitDraft(*engine, saved(id)).value->ticket;
        QVERIFY(draftsOf(*engine).empty());
    }
    const auto engine = homes.open("a", options);
    QVERIFY(engine);
    QVERIFY(draftsOf(*engine).empty());
    const auto row = outcomesOf(*engine).rows.front();
    QCOMPARE(text(row.state), QByteArray("held"));
    QCOMPARE(row.draft, id);
    QCOMPARE(row.ticket, ticket);
    QVERIFY(undo(*engine, ticket).ok());
    const auto drafts = draftsOf(*engine);
    QCOMPARE(drafts.size(), std::size_t{1});
    QCOMPARE(drafts.front().id, id);
    QCOMPARE(text(drafts.front().values), text(values));
    QVERIFY(outcomesOf(*engine).rows.empty());
    // And it can be signed again.
    QVERIFY(emitDraft(*engine, saved(id)).ok());
}

void TestEngineDrafts::listsOutcomesWithTheirStates() {
    const Homes homes;
    auto options = homes.options("a");
    std::string retracted;
    {
        const auto engine = homes.open("a", options);
        QVERIFY(engine);
        retracted = emitDraft(*engine, interaction(10)).value->id;
        QVERIFY(emitDraft(*engine, interaction(20)).ok());
        QVERIFY(ask<Emitted>([&](auto reply) { engine->retractOutcome(retracted, 2, reply); }).ok());
    }
    options.undoSeconds = kLongUndo;
    const auto engine = homes.open("a", options);
    QVERIFY(engine);
    QVERIFY(emitDraft(*engine, interaction(30)).ok());
    const auto page = outcomesOf(*engine);
    QCOMPARE(page.cursor, std::int64_t{0});
    QCOMPARE(page.rows.size(), std::size_t{3});
    QCOMPARE(text(page.rows[0].state), QByteArray("held"));
    QVERIFY(page.rows[0].id.empty() && page.rows[0].nextAttempt > 0 && page.rows[0].ticket > 0);
    QCOMPARE(text(page.rows[1].state), QByteArray("waiting"));
    QCOMPARE(text(page.rows[1].reason), QByteArray("no-peers"));
    QCOMPARE(text(page.rows[2].state), QByteArray("retracted"));
    QCOMPARE(text(page.rows[2].id), text(retracted));
    QCOMPARE(page.rows[2].retractionReason, 2);
    QVERIFY(page.rows[2].retractedAt >= page.rows[2].issued);
    for (const auto& row : page.rows) {
        QCOMPARE(text(row.pack), QByteArray("ddi"));
        QVERIFY(row.sentence.find("Warfarin") != std::string::npos);
        QVERIFY(row.bytes > 100 && row.issued > 0);
    }
}

void TestEngineDrafts::pagesThroughOutcomes() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    for (int confidence = 0; confidence < 5; ++confidence) {
        QVERIFY(emitDraft(*engine, interaction(confidence)).ok());
    }
    std::vector<std::int64_t> cursors;
    OutcomeQuery query{0, 2};
    for (int pages = 0; pages < 3; ++pages) {
        const auto page = outcomesOf(*engine, query);
        for (const auto& row : page.rows) {
            cursors.push_back(row.cursor);
        }
        query.before = page.cursor;
        QCOMPARE(page.cursor == 0, pages == 2);
    }
    QCOMPARE(cursors.size(), std::size_t{5});
    QVERIFY(std::is_sorted(cursors.rbegin(), cursors.rend()));
}

void TestEngineDrafts::hidesAndShowsAgain() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto id = emitDraft(*engine, interaction()).value->id;
    const auto hide = [&](const std::string& which, bool hidden) {
        return codeOf(ask<Nothing>([&](auto reply) { engine->hideOutcome(which, hidden, reply); }));
    };
    QCOMPARE(hide(id, true), QByteArray("ok"));
    QVERIFY(outcomesOf(*engine).rows.front().hidden);
    QCOMPARE(text(outcomesOf(*engine).rows.front().state), QByteArray("waiting")); // it leaves all the same
    QCOMPARE(hide(id, false), QByteArray("ok"));
    QVERIFY(!outcomesOf(*engine).rows.front().hidden);
    QCOMPARE(hide(std::string(64, '0'), true), QByteArray("not-found"));
    QCOMPARE(hide("x", true), QByteArray("bad-argument"));
}

void TestEngineDrafts::countsThePeersThatHoldIt() {
    const Homes homes;
    const auto a = homes.open("a");
    QVERIFY(a);
    auto options = homes.options("b");
    options.listen.clear();
    options.join = {statusOf(*a).value->endpoints.front()};
    const auto b = homes.open("b", options);
    QVERIFY(b);
    QVERIFY(addProfile(*b, "mine", interaction()).ok());
    QVERIFY(emitDraft(*a, interaction()).ok());
    QVERIFY(comesTrue(*a, [&] {
        const auto row = outcomesOf(*a).rows.front();
        return row.state == "sent" && row.peers == 1;
    }));
    // Nobody asks for this one: it has been offered to everybody, and nobody holds it.
    auto other = interaction();
    other.condition["object_drug"] = std::string("simvastatin");
    other.condition["precipitant_drug"] = std::string("clarithromycin");
    QVERIFY(emitDraft(*a, other).ok());
    QVERIFY(comesTrue(*a, [&] { return outcomesOf(*a).rows.front().state == "sent"; }));
    QCOMPARE(outcomesOf(*a).rows.front().peers, std::uint64_t{0});
    QCOMPARE(outcomesOf(*a).rows.back().peers, std::uint64_t{1});
}

void TestEngineDrafts::givesTheValuesOfAnOutcome() {
    const Homes homes;
    auto options = homes.options("a");
    options.undoSeconds = kLongUndo;
    const auto engine = homes.open("a", options);
    QVERIFY(engine);
    auto draft = interaction(70);
    draft.outcome["onset_days"] = 6.5;
    draft.condition["phenotype"] = std::vector<std::string>{"atrial-fibrillation", "ckd-stage-3"};
    draft.basis = BasisInput{"table", {{"a", 4}, {"b", 119}, {"c", 11}, {"d", 128}}};
    draft.note = "seen twice";
    const auto check = ask<DraftCheck>([&](auto reply) { engine->checkDraft(draft, reply); });
    QVERIFY2(check.value->problems.empty(),
             check.value->problems.empty() ? "" : check.value->problems.front().detail.c_str());
    const auto ticket = emitDraft(*engine, draft).value->ticket;
    const auto again = ask<Draft>([&](auto reply) { engine->draftFromOutcome({}, ticket, reply); });
    QVERIFY(again.ok());
    QVERIFY(again.value->condition == draft.condition);
    QVERIFY(again.value->outcome == draft.outcome);
    QCOMPARE(again.value->confidence, draft.confidence);
    QCOMPARE(text(again.value->basis->kind), QByteArray("table"));
    QVERIFY(again.value->basis->numbers == draft.basis->numbers);
    QCOMPARE(text(again.value->note), text(draft.note));
    QCOMPARE(text(again.value->pack), QByteArray("ddi"));
    QCOMPARE(again.value->id, std::int64_t{0});
    const auto none = ask<Draft>([&](auto reply) { engine->draftFromOutcome({}, ticket + 1, reply); });
    QCOMPARE(codeOf(none), QByteArray("not-found"));
}

void TestEngineDrafts::partsAreTheBytesThatLeave() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    QVERIFY(emitDraft(*engine, interaction(1)).ok()); // so that there is a previous one to name
    auto draft = interaction(70);
    draft.note = "seen twice";
    const auto check = ask<DraftCheck>([&](auto reply) { engine->checkDraft(draft, reply); });
    QVERIFY(check.ok() && !check.value->parts.empty());
    core::Bytes before;
    core::Bytes after;
    std::vector<std::string> later;
    std::map<std::string, std::string> words;
    for (const auto& part : check.value->parts) {
        QCOMPARE(part.madeLater, part.bytes.empty());
        if (part.madeLater) {
            later.push_back(part.name);
        }
        auto& side = later.size() > 1 ? after : before;
        side.insert(side.end(), part.bytes.begin(), part.bytes.end());
        words[part.name] = part.value;
    }
    QVERIFY(later == (std::vector<std::string>{"author", "issued", "sequence", "previous", "signature"}));
    QCOMPARE(text(words["condition.object_drug"]), QByteArray("Warfarin"));
    QVERIFY(text(words["pack"]).startsWith("ddi"));
    for (const auto* name : {"confidence", "note", "condition", "outcome", "outcome.observed", "basis"}) {
        QVERIFY2(words.contains(name), name);
    }

    const auto emitted = emitDraft(*engine, draft);
    QVERIFY(emitted.ok());
    const auto packet = bytesOf(*engine, emitted.value->id);
    QCOMPARE(packet.size(), emitted.value->bytes);
    const auto decoded = core::decodePacket(packet);
    QVERIFY(decoded.ok());
    const auto payload = core::encodePayload(decoded->packet.issued, decoded->packet.link, decoded->packet.content);
    QVERIFY(payload.size() > before.size() + after.size());
    QVERIFY(std::equal(before.begin(), before.end(), payload.begin()));
    QVERIFY(std::equal(after.rbegin(), after.rend(), payload.rbegin()));
    // Between the two stand time, sequence and the previous id, and nothing else: 4: 5 bytes, 5: 1, 6: 17.
    QCOMPARE(payload.size() - before.size() - after.size(), std::size_t{1 + 5 + 1 + 1 + 1 + 17});

    draft.condition.erase("sex");
    const auto incomplete = ask<DraftCheck>([&](auto reply) { engine->checkDraft(draft, reply); });
    QVERIFY(incomplete.value->parts.empty());
}

void TestEngineDrafts::namesTheReasonsOfARetraction() {
    const auto reasons = retractionReasons();
    QVERIFY(reasons.size() >= 5);
    for (std::size_t i = 0; i < reasons.size(); ++i) {
        QCOMPARE(reasons[i].number, static_cast<int>(i) + 1);
        QVERIFY(!reasons[i].name.empty());
    }
}

QTEST_APPLESS_MAIN(TestEngineDrafts)
#include "tst_engine_drafts.moc"
