// What became of an outcome: its versions, who sent them, and what each of them changed.
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

Answer<PacketHistory> historyOf(Engine& engine, const std::string& id) {
    return ask<PacketHistory>([&](auto reply) { engine.packetHistory(id, reply); });
}

std::string retract(Engine& engine, const std::string& id) {
    return ask<Emitted>([&](auto reply) { engine.retractOutcome(id, 3, reply); }).value->id;
}

QList<QByteArray> kindsOf(const PacketHistory& history) {
    QList<QByteArray> kinds;
    for (const auto& version : history.versions) {
        kinds.append(text(version.kind) + (version.inForce ? "!" : ""));
    }
    return kinds;
}

QList<QByteArray> changesOf(const PacketVersion& version) {
    QList<QByteArray> changes;
    for (const auto& change : version.changes) {
        changes.append(text(change.field + ": " + change.before + " > " + change.now));
    }
    return changes;
}

} // namespace

class TestHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneVersionStandsAlone();
    void eachVersionSaysWhatItChanged();
    void aRetractionIsTheLastWord();
    void isToldOfOthersToo();
    void whatIsMissingIsSaid();
    void unknownOnesAreRefused();
};

void TestHistory::oneVersionStandsAlone() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto id = emitDraft(*engine, interaction()).value->id;
    const auto history = historyOf(*engine, id);
    QVERIFY2(history.ok(), history.failure.detail.c_str());
    QCOMPARE(kindsOf(*history.value), QList<QByteArray>{"outcome!"});
    QVERIFY(history.value->complete);
    const auto& only = history.value->versions.front();
    QCOMPARE(text(only.id), text(id));
    QVERIFY(only.own && only.changes.empty() && only.issued > 0 && only.received >= only.issued);
    QVERIFY(text(only.sentence).startsWith("Warfarin with Fluconazole"));
}

void TestHistory::eachVersionSaysWhatItChanged() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto first = emitDraft(*engine, interaction(10)).value->id;
    auto graded = interaction(20);
    graded.outcome["grade"] = std::string("4");
    graded.note = "seen twice";
    const auto second = emitDraft(*engine, amending(first, graded)).value->id;
    auto dosed = interaction(20);
    dosed.condition["age_band"] = std::string("75-89");
    dosed.condition["phenotype"] = std::vector<std::string>{"atrial-fibrillation", "ckd-stage-3"};
    dosed.basis = BasisInput{"counts", {{"n", 40}, {"events", 3}}};
    const auto third = emitDraft(*engine, amending(second, dosed)).value->id;
    // By the id of any of them.
    for (const auto& id : {first, second, third}) {
        const auto history = historyOf(*engine, id);
        QVERIFY2(history.ok(), history.failure.detail.c_str());
        QCOMPARE(kindsOf(*history.value), (QList<QByteArray>{"outcome", "amendment", "amendment!"}));
        const auto& versions = history.value->versions;
        QVERIFY(!versions[0].compared && versions[0].changes.empty() && versions[1].compared);
        QCOMPARE(changesOf(versions[1]), (QList<QByteArray>{"outcome.grade:  > 4, life-threatening",
                                                            "confidence: 10 % > 20 %", "note:  > seen twice"}));
        QCOMPARE(text(versions[1].changes[0].label), QByteArray("Grade"));
        QCOMPARE(changesOf(versions[2]), (QList<QByteArray>{"condition.age_band: 65 to 74 years > 75 to 89 years",
                                                            "condition.phenotype:  > Atrial fibrillation, CKD stage 3",
                                                            "outcome.grade: 4, life-threatening > ",
                                                            "basis: one case > 3 of 40", "note: seen twice > "}));
    }
}

void TestHistory::aRetractionIsTheLastWord() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto first = emitDraft(*engine, interaction(10)).value->id;
    const auto second = emitDraft(*engine, amending(first, interaction(20))).value->id;
    const auto last = retract(*engine, second);
    for (const auto& id : {first, last}) {
        const auto history = historyOf(*engine, id);
        QVERIFY2(history.ok(), history.failure.detail.c_str());
        QCOMPARE(kindsOf(*history.value), (QList<QByteArray>{"outcome", "amendment", "retraction"}));
        const auto& retraction = history.value->versions.back();
        QCOMPARE(text(retraction.id), text(last));
        QCOMPARE(retraction.reason, 3);
        QVERIFY(retraction.sentence.empty() && retraction.changes.empty());
    }
}

void TestHistory::isToldOfOthersToo() {
    const Homes homes;
    const auto a = homes.open("a");
    QVERIFY(a);
    auto options = homes.options("b");
    options.join = {statusOf(*a).value->endpoints.front()};
    const auto b = homes.open("b", options);
    QVERIFY(b && addProfile(*b, "mine", interaction()).ok());
    const auto first = emitDraft(*a, interaction(10)).value->id;
    const auto second = emitDraft(*a, amending(first, interaction(20))).value->id;
    QVERIFY(comesTrue(*b, [&] { return historyOf(*b, second).ok(); }));
    QVERIFY(comesTrue(*b, [&] { return historyOf(*b, second).value->versions.size() == 2; }));
    const auto history = *historyOf(*b, first).value;
    QCOMPARE(kindsOf(history), (QList<QByteArray>{"outcome", "amendment!"}));
    for (const auto& version : history.versions) {
        QCOMPARE(text(version.siteName), QByteArray("Site a"));
        QVERIFY(!version.own);
    }
    QCOMPARE(changesOf(history.versions[1]), QList<QByteArray>{"confidence: 10 % > 20 %"});
}

/// Whoever asks only for what it has become does not get what it was.
void TestHistory::whatIsMissingIsSaid() {
    const Homes homes;
    const auto a = homes.open("a");
    QVERIFY(a);
    const auto first = emitDraft(*a, interaction(10)).value->id;
    const auto second = emitDraft(*a, amending(first, interaction(10, "simvastatin"))).value->id;
    auto options = homes.options("b");
    options.join = {statusOf(*a).value->endpoints.front()};
    const auto b = homes.open("b", options);
    QVERIFY(b && addProfile(*b, "mine", interaction(50, "simvastatin")).ok());
    QVERIFY(comesTrue(*b, [&] { return historyOf(*b, second).ok(); }));
    const auto history = *historyOf(*b, second).value;
    QCOMPARE(kindsOf(history), QList<QByteArray>{"amendment!"});
    QVERIFY(!history.complete);
    // What it changed is not known, and is not made up.
    QVERIFY(!history.versions.front().compared && history.versions.front().changes.empty());
}

void TestHistory::unknownOnesAreRefused() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    QCOMPARE(text(historyOf(*engine, "no id").failure.code), QByteArray("bad-argument"));
    QCOMPARE(text(historyOf(*engine, std::string(64, 'a')).failure.code), QByteArray("not-found"));
}

QTEST_APPLESS_MAIN(TestHistory)
#include "tst_history.moc"
