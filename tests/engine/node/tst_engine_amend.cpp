// A newer version of an own outcome: what it takes the place of, here and at others.
#include "engine/node/engine_world.h"

#include <QTest>

#include <algorithm>

using namespace qis;
using namespace qis::test;

namespace {

Draft amending(const std::string& id, Draft draft) {
    draft.amends = id;
    return draft;
}

std::unique_ptr<Engine> joined(const Homes& homes, const std::string& name, Engine& to) {
    auto options = homes.options(name);
    options.join = {statusOf(to).value->endpoints.front()};
    return homes.open(name, options);
}

std::vector<OutcomeRow> outcomesOf(Engine& engine) {
    return ask<OutcomePage>([&](auto reply) { engine.listOutcomes({}, reply); }).value->rows;
}

std::vector<ProfileInfo> profilesOf(Engine& engine) {
    return *ask<std::vector<ProfileInfo>>([&](auto reply) { engine.listProfiles(reply); }).value;
}

EvidenceInfo evidenceOf(Engine& engine, const std::string& profile) {
    return *ask<EvidenceInfo>([&](auto reply) { engine.gatherEvidence(profile, "effect-observed", reply); }).value;
}

} // namespace

class TestEngineAmend : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNewestVersionStands();
    void onlyTheVersionInForceChanges();
    void whatCannotBeAmendedIsRefused();
    void anAmendmentCanBeTakenBackWhileItIsHeld();
    void whatWasMadeOfMatchesIsHandedOn();
    void isNoDuplicateOfWhatItAmends();
    void whoeverGotTheFirstVersionLearnsThatItIsWrong();
    void anAmendmentThatWasTakenBackStillReplaces();
    void theSameReferenceAmendsOnce();
    void startsFromWhatItAmends();
};

void TestEngineAmend::theNewestVersionStands() {
    const Homes homes;
    auto engine = homes.open("a");
    QVERIFY(engine);
    const auto first = emitDraft(*engine, interaction(10));
    const auto second = emitDraft(*engine, amending(first.value->id, interaction(20)));
    QCOMPARE(codeOf(second), QByteArray("ok"));
    QVERIFY(second.value->bytes > first.value->bytes);
    for (const bool restarted : {false, true}) {
        if (restarted) {
            engine.reset();
            engine = homes.open("a");
            QVERIFY(engine);
        }
        const auto rows = outcomesOf(*engine);
        QCOMPARE(rows.size(), std::size_t{2});
        QCOMPARE(text(rows[0].id), text(second.value->id));
        QCOMPARE(text(rows[0].amends), text(first.value->id));
        QCOMPARE(text(rows[0].state), QByteArray("waiting"));
        QVERIFY(rows[0].amendedBy.empty());
        QCOMPARE(text(rows[1].state), QByteArray("amended"));
        QCOMPARE(text(rows[1].amendedBy), text(second.value->id));
        // One interest, that of the newest.
        const auto profiles = profilesOf(*engine);
        QCOMPARE(profiles.size(), std::size_t{1});
        QCOMPARE(text(profiles[0].name), text("outcome:" + second.value->id));
    }
}

void TestEngineAmend::onlyTheVersionInForceChanges() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto first = emitDraft(*engine, interaction(10)).value->id;
    const auto second = emitDraft(*engine, amending(first, interaction(20))).value->id;
    const auto again = emitDraft(*engine, amending(first, interaction(30)));
    QCOMPARE(codeOf(again), QByteArray("already-amended"));
    QVERIFY(again.failure.detail.find(second) != std::string::npos);
    const auto retract = [&engine](const std::string& id) {
        return codeOf(ask<Emitted>([&](auto reply) { engine->retractOutcome(id, 1, reply); }));
    };
    QCOMPARE(retract(first), QByteArray("already-amended"));
    QCOMPARE(retract(second), QByteArray("ok"));
    QCOMPARE(codeOf(emitDraft(*engine, amending(second, interaction(30)))), QByteArray("already-retracted"));
    // The case is void: nothing of it asks, and the first version does not come back.
    QVERIFY(profilesOf(*engine).empty());
    QCOMPARE(text(outcomesOf(*engine)[0].state), QByteArray("retracted"));
    QCOMPARE(text(outcomesOf(*engine)[1].state), QByteArray("amended"));
}

void TestEngineAmend::whatCannotBeAmendedIsRefused() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto amend = [&engine](const std::string& id) {
        return codeOf(emitDraft(*engine, amending(id, interaction(20))));
    };
    QCOMPARE(amend("no id"), QByteArray("bad-argument"));
    QCOMPARE(amend(std::string(64, 'a')), QByteArray("not-found"));
    const auto first = emitDraft(*engine, interaction(10)).value->id;
    const auto retraction = ask<Emitted>([&](auto reply) { engine->retractOutcome(first, 1, reply); }).value->id;
    QCOMPARE(amend(first), QByteArray("already-retracted"));
    QCOMPARE(amend(retraction), QByteArray("bad-argument"));
    QCOMPARE(statusOf(*engine).value->ownPackets, std::uint64_t{2});
}

void TestEngineAmend::anAmendmentCanBeTakenBackWhileItIsHeld() {
    const Homes homes;
    auto options = homes.options("a");
    const auto first = [&] {
        const auto engine = homes.open("a", options);
        return emitDraft(*engine, interaction(10)).value->id;
    }();
    options.undoSeconds = 600;
    auto engine = homes.open("a", options);
    QVERIFY(engine);
    const auto held = emitDraft(*engine, amending(first, interaction(20)));
    QCOMPARE(codeOf(held), QByteArray("ok"));
    for (const bool restarted : {false, true}) {
        if (restarted) {
            engine.reset();
            engine = homes.open("a", options);
            QVERIFY(engine);
        }
        const auto rows = outcomesOf(*engine);
        QCOMPARE(rows.size(), std::size_t{2});
        QCOMPARE(text(rows[0].state), QByteArray("held"));
        QCOMPARE(text(rows[0].amends), text(first));
        QVERIFY(rows[1].state != "amended");
        // What waits to leave is the one change there is.
        QCOMPARE(codeOf(emitDraft(*engine, amending(first, interaction(30)))), QByteArray("already-amended"));
        QCOMPARE(codeOf(ask<Emitted>([&](auto reply) { engine->retractOutcome(first, 1, reply); })),
                 QByteArray("already-amended"));
    }
    const auto ticket = held.value->ticket;
    QCOMPARE(codeOf(ask<Nothing>([&](auto reply) { engine->undoEmit(ticket, reply); })), QByteArray("ok"));
    QCOMPARE(outcomesOf(*engine).size(), std::size_t{1});
    QCOMPARE(codeOf(emitDraft(*engine, amending(first, interaction(30)))), QByteArray("ok"));
}

void TestEngineAmend::whatWasMadeOfMatchesIsHandedOn() {
    const Homes homes;
    const auto a = homes.open("a");
    QVERIFY(a);
    const auto b = joined(homes, "b", *a);
    QVERIFY(b);
    const auto mine = emitDraft(*a, interaction(10)).value->id;
    const auto theirs = emitDraft(*b, interaction(20)).value->id;
    const auto matching = [&a](const std::string& profile) {
        return [&a, profile] {
            const auto page = matchesOf(*a, profile);
            return page.ok() && page.value->rows.size() == 1;
        };
    };
    QVERIFY(comesTrue(*a, matching("outcome:" + mine)));
    const MatchMark mark{"outcome:" + mine, theirs, MatchState::Confirmed, {}};
    QVERIFY(ask<std::vector<MatchMark>>([&](auto reply) { a->markMatches({mark}, reply); }).ok());
    const auto newer = emitDraft(*a, amending(mine, interaction(30))).value->id;
    QVERIFY(comesTrue(*a, matching("outcome:" + newer)));
    QVERIFY(matchesOf(*a, "outcome:" + newer).value->rows.front().state == MatchState::Confirmed);
    QCOMPARE(codeOf(matchesOf(*a, "outcome:" + mine)), QByteArray("not-found"));
}

void TestEngineAmend::isNoDuplicateOfWhatItAmends() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto first = emitDraft(*engine, interaction(10)).value->id;
    const auto examine = [&engine](const Draft& draft) {
        return *ask<DraftExamination>([&](auto reply) { engine->examineDraft(draft, reply); }).value;
    };
    QCOMPARE(examine(interaction(20)).duplicates.size(), std::size_t{1});
    QVERIFY(examine(amending(first, interaction(20))).duplicates.empty());
    // A version that was replaced is not asked about any more.
    const auto second = emitDraft(*engine, amending(first, interaction(20))).value->id;
    const auto found = examine(interaction(20)).duplicates;
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(text(found.front().id), text(second));
}

/// The new version is about another drug, which the other home does not ask for.
void TestEngineAmend::whoeverGotTheFirstVersionLearnsThatItIsWrong() {
    const Homes homes;
    const auto a = homes.open("a");
    QVERIFY(a);
    auto b = joined(homes, "b", *a);
    QVERIFY(b);
    QVERIFY(addProfile(*b, "mine", interaction()).ok());
    const auto wrong = emitDraft(*a, interaction(10)).value->id;
    QVERIFY(comesTrue(*b, [&] { return matchesOf(*b, "mine").value->rows.size() == 1; }));
    QCOMPARE(evidenceOf(*b, "mine").n, std::uint64_t{1});
    QVERIFY(!matchesOf(*b, "mine").value->rows.front().amended);
    QVERIFY(emitDraft(*a, amending(wrong, interaction(10, "simvastatin"))).ok());
    QVERIFY(comesTrue(*b, [&] { return matchesOf(*b, "mine").value->rows.front().amended; }));
    QCOMPARE(matchesOf(*b, "mine").value->rows.size(), std::size_t{1});
    const auto evidence = evidenceOf(*b, "mine");
    QCOMPARE(evidence.n, std::uint64_t{0});
    QCOMPARE(evidence.superseded, std::uint64_t{1});
    const auto explained = ask<ExplanationInfo>([&](auto reply) { b->explainMatch(wrong, "mine", reply); });
    QVERIFY(explained.value->amended && !explained.value->amendment);

    // So does whoever comes later and asks for the first version only.
    const auto c = joined(homes, "c", *a);
    QVERIFY(c && addProfile(*c, "mine", interaction()).ok());
    QVERIFY(comesTrue(*c, [&] {
        const auto rows = matchesOf(*c, "mine").value->rows;
        return rows.size() == 1 && rows.front().amended;
    }));
}

/// Whoever was away while a case was amended and then retracted must not go on counting its first version.
void TestEngineAmend::anAmendmentThatWasTakenBackStillReplaces() {
    const Homes homes;
    const auto a = homes.open("a");
    QVERIFY(a);
    auto b = joined(homes, "b", *a);
    QVERIFY(b);
    QVERIFY(addProfile(*b, "mine", interaction()).ok());
    const auto wrong = emitDraft(*a, interaction(10)).value->id;
    QVERIFY(comesTrue(*b, [&] { return evidenceOf(*b, "mine").n == 1; }));
    b.reset();
    const auto second = emitDraft(*a, amending(wrong, interaction(20))).value->id;
    QCOMPARE(codeOf(ask<Emitted>([&](auto reply) { a->retractOutcome(second, 1, reply); })), QByteArray("ok"));
    b = joined(homes, "b", *a);
    const auto c = joined(homes, "c", *a);
    QVERIFY(b && c && addProfile(*c, "mine", interaction()).ok());
    for (auto* engine : {b.get(), c.get()}) {
        // The outcome, its amendment and the retraction.
        QVERIFY(comesTrue(*engine, [&] { return statusOf(*engine).value->packets == 3; }));
        const auto evidence = evidenceOf(*engine, "mine");
        QCOMPARE(evidence.n, std::uint64_t{0});
        QCOMPARE(evidence.superseded, std::uint64_t{1});
        QCOMPARE(evidence.retracted, std::uint64_t{1});
    }
}

void TestEngineAmend::theSameReferenceAmendsOnce() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto first = emitDraft(*engine, interaction(10)).value->id;
    auto draft = amending(first, interaction(20));
    draft.ref = "case 7";
    const auto second = emitDraft(*engine, draft);
    const auto again = emitDraft(*engine, draft);
    QCOMPARE(codeOf(again), QByteArray("ok"));
    QCOMPARE(text(again.value->id), text(second.value->id));
    // In one call of a job: the good ones leave, the others say why.
    const auto line = [](const std::string& amends, const std::string& ref) {
        return R"({\"pack\":\"ddi\",\"amends\":\")" + amends + R"(\",\"ref\":\")" + ref +
               R"(\",\"condition\":{\"object_drug\":\"warfarin\",\"precipitant_drug\":\"fluconazole\",)"
               R"(\"sex\":\"female\",\"age_band\":\"65-74\"},\"outcome\":{\"effect\":\"gastrointestinal-bleeding\",)"
               R"(\"observed\":false},\"confidence\":90})";
    };
    const auto target = second.value->id;
    const auto request = R"({"command":"emit","outcomes":[")" + line(target, "x") + R"(",")" + line(target, "x") +
                         R"(",")" + line(target, "y") + R"(",")" + line(first, "z") + R"("]})";
    const auto answer = *ask<CommandAnswer>([&](auto reply) { engine->runCommand(request, reply); }).value;
    QCOMPARE(answer.exitCode, 1);
    QCOMPARE(answer.errors.size(), std::size_t{2});
    for (const auto& error : answer.errors) {
        QVERIFY2(error.starts_with("already-amended"), error.c_str());
    }
    QCOMPARE(statusOf(*engine).value->ownPackets, std::uint64_t{3});
}

void TestEngineAmend::startsFromWhatItAmends() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto first = emitDraft(*engine, interaction(10)).value->id;
    const auto second = emitDraft(*engine, amending(first, interaction(20))).value->id;
    const auto draft = ask<Draft>([&](auto reply) { engine->draftFromOutcome(second, 0, reply); });
    QVERIFY(draft.ok());
    QCOMPARE(draft.value->confidence.value_or(0), 20);
    QVERIFY(draft.value->amends.empty()); // "same again" makes another outcome
    const auto checked =
        ask<DraftCheck>([&](auto reply) { engine->checkDraft(amending(second, *draft.value), reply); });
    const auto& parts = checked.value->parts;
    const auto part =
        std::find_if(parts.begin(), parts.end(), [](const PacketPartInfo& one) { return one.name == "target"; });
    QVERIFY(part != parts.end());
    QVERIFY(part->bytes.size() > 16);
}

QTEST_APPLESS_MAIN(TestEngineAmend)
#include "tst_engine_amend.moc"
