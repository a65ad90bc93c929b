// Restored homes among running ones, over the loopback.
#include "engine/node/backup_world.h"

#include <QTest>

using namespace qis;
using namespace qis::test;

namespace {

/// Site a joins b (and others), which listen and stay up while a is lost and comes back.
struct World {
    Homes homes;
    std::map<std::string, std::unique_ptr<Engine>> engines;

    Engine& operator[](const std::string& name) { return *engines.at(name); }
    [[nodiscard]] std::filesystem::path file() const { return homes.path("backup.qisbackup"); }

    [[nodiscard]] bool open(const std::string& name, const std::vector<std::string>& join = {}, int undoSeconds = 0) {
        auto options = homes.options(name);
        for (const auto& other : join) {
            options.join.push_back(statusOf(*engines.at(other)).value->endpoints.front());
        }
        options.undoSeconds = undoSeconds;
        engines[name] = homes.open(name, options);
        return engines[name] != nullptr;
    }
    void close(const std::string& name) { engines.erase(name); }
    /// All that `name` has emitted is on the disk of whoever asks for it.
    [[nodiscard]] bool delivered(const std::string& name, std::size_t matches, const std::string& at) {
        return comesTrue(*engines.at(at),
                         [&] {
                             const auto page = matchesOf(*engines.at(at), "mine");
                             return page.ok() && page.value->rows.size() == matches;
                         }) &&
               comesTrue(*engines.at(name), [&] { return outboxOf(*engines.at(name)).value->empty(); });
    }
    [[nodiscard]] bool restoreAs(const std::string& name) const { return restore(file(), homes.path(name)).ok(); }
    [[nodiscard]] bool goesOn(const std::string& name) { return becomes(*engines.at(name), {}); }
    [[nodiscard]] std::uint64_t refusals(const std::string& at, const char* code) {
        const auto status = statusOf(*engines.at(at));
        const auto found = status.value->refusals.find(code);
        return found == status.value->refusals.end() ? 0 : found->second;
    }
};

} // namespace

class TestRestoredHome : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void getsBackWhatItLostAndGoesOn();
    void getsBackWhatOthersHadSentIt();
    void whatWasHeldAndLeftDoesNotLeaveTwice();
    void waitsForMoreThanHalfOfThoseWhoKnewIt();
    void asksTheUserWhenNobodyKnowsIt();
    void aHomeThatHadSentNothingBelievesThoseItKnew();
    void theFirstOfTwoForAPlaceStays();
    void twoCopiesAtOnceAreFoundOut();
};

void TestRestoredHome::getsBackWhatItLostAndGoesOn() {
    World world;
    QVERIFY(world.open("b") && addProfile(world["b"], "mine", interaction()).ok() && world.open("a", {"b"}));
    QVERIFY(emitDraft(world["a"], interaction(1)).ok() && emitDraft(world["a"], interaction(2)).ok());
    QVERIFY(world.delivered("a", 2, "b"));
    QVERIFY(backUp(world["a"], world.file()).ok());
    std::vector<std::string> lost;
    for (const int confidence : {3, 4, 5}) {
        const auto emitted = emitDraft(world["a"], interaction(confidence));
        QVERIFY(emitted.ok());
        lost.push_back(emitted.value->id);
    }
    QVERIFY(world.delivered("a", 5, "b"));
    world.close("a");

    QVERIFY(world.restoreAs("again") && world.open("again"));
    // At once, before anybody has answered.
    QVERIFY(emitDraft(world["again"], interaction(6)).ok());
    QVERIFY(world.goesOn("again"));
    QVERIFY(comesTrue(world["again"], [&] { return statusOf(world["again"]).value->ownPackets == 6; }));
    const auto rows = outcomesOf(world["again"]).value->rows;
    for (const auto& id : lost) {
        QVERIFY(std::any_of(rows.begin(), rows.end(), [&](const OutcomeRow& row) { return row.id == id; }));
    }
    QVERIFY(world.delivered("again", 6, "b"));
    QVERIFY(!emitDraft(world["again"], interaction(7)).value->id.empty());
    QVERIFY(world.delivered("again", 7, "b"));
    QCOMPARE(world.refusals("b", "equivocation") + world.refusals("b", "chain-conflict"), 0U);
    // And so it stays.
    world.close("again");
    QVERIFY(world.open("again"));
    QVERIFY(heldBackFor(world["again"]).empty());
    QVERIFY(emitDraft(world["again"], interaction(8)).ok() && world.delivered("again", 8, "b"));
}

void TestRestoredHome::getsBackWhatOthersHadSentIt() {
    World world;
    QVERIFY(world.open("b") && world.open("a", {"b"}) && addProfile(world["a"], "mine", interaction()).ok());
    QVERIFY(emitDraft(world["b"], interaction(1)).ok() && world.delivered("b", 1, "a"));
    QVERIFY(backUp(world["a"], world.file()).ok());
    QVERIFY(emitDraft(world["b"], interaction(2)).ok() && world.delivered("b", 2, "a"));
    world.close("a");
    QVERIFY(world.restoreAs("again") && world.open("again"));
    QVERIFY(world.delivered("b", 2, "again"));
}

void TestRestoredHome::whatWasHeldAndLeftDoesNotLeaveTwice() {
    World world;
    QVERIFY(world.open("b") && addProfile(world["b"], "mine", interaction()).ok() && world.open("a", {"b"}, 5));
    QVERIFY(emitDraft(world["a"], interaction(1)).ok() && world.delivered("a", 1, "b"));
    QVERIFY(emitDraft(world["a"], interaction(2)).ok() && backUp(world["a"], world.file()).ok());
    QVERIFY(world.delivered("a", 2, "b"));
    world.close("a");
    QVERIFY(world.restoreAs("again") && world.open("again"));
    QVERIFY(world.goesOn("again"));
    const auto rows = outcomesOf(world["again"]).value->rows;
    QCOMPARE(rows.size(), 2U);
    QVERIFY(std::none_of(rows.begin(), rows.end(), [](const OutcomeRow& row) { return row.state == "held"; }));
    QVERIFY(emitDraft(world["again"], interaction(3)).ok() && world.delivered("again", 3, "b"));
    QCOMPARE(statusOf(world["again"]).value->ownPackets, 3U);
}

void TestRestoredHome::waitsForMoreThanHalfOfThoseWhoKnewIt() {
    World world;
    for (const auto* name : {"b", "c", "d"}) {
        QVERIFY(world.open(name) && addProfile(world[name], "mine", interaction()).ok());
    }
    QVERIFY(world.open("a", {"b", "c", "d"}));
    QVERIFY(emitDraft(world["a"], interaction(1)).ok());
    for (const auto* name : {"b", "c", "d"}) {
        QVERIFY(world.delivered("a", 1, name));
    }
    QVERIFY(backUp(world["a"], world.file()).ok());
    for (const auto* name : {"a", "b", "c", "d"}) {
        world.close(name);
    }
    QVERIFY(world.open("b") && world.restoreAs("again") && world.open("again", {"b"}));
    QVERIFY(becomes(world["again"], "few-answers"));
    const auto restored = *statusOf(world["again"]).value->restored;
    QCOMPARE(restored.answers, 1U);
    QCOMPARE(restored.needed, 2U);
    QVERIFY(emitDraft(world["again"], interaction(2)).value->id.empty());
    QVERIFY(world.open("c", {"again"}));
    QVERIFY(world.goesOn("again"));
    QVERIFY(comesTrue(world["c"], [&] { return matchesOf(world["c"], "mine").value->rows.size() == 2; }));
}

void TestRestoredHome::asksTheUserWhenNobodyKnowsIt() {
    World world;
    QVERIFY(world.open("b") && world.open("a"));
    QVERIFY(emitDraft(world["a"], interaction(1)).ok() && backUp(world["a"], world.file()).ok());
    world.close("a");
    QVERIFY(world.restoreAs("again") && world.open("again", {"b"}));
    QVERIFY(becomes(world["again"], "nobody-knows"));
    QVERIFY(endRestoring(world["again"]).ok());
    QVERIFY(heldBackFor(world["again"]).empty());
}

void TestRestoredHome::aHomeThatHadSentNothingBelievesThoseItKnew() {
    World world;
    QVERIFY(world.open("b") && world.open("a", {"b"}));
    QVERIFY(comesTrue(world["a"], [&] { return statusOf(world["a"]).value->connectedPeers == 1; }));
    world.close("a"); // so that the peer is written down
    QVERIFY(world.open("a"));
    QVERIFY(backUp(world["a"], world.file()).ok());
    world.close("a");
    QVERIFY(world.restoreAs("again") && world.open("again"));
    QVERIFY(world.goesOn("again"));
}

void TestRestoredHome::theFirstOfTwoForAPlaceStays() {
    World world;
    QVERIFY(world.open("b") && addProfile(world["b"], "mine", interaction()).ok() && world.open("a", {"b"}));
    QVERIFY(emitDraft(world["a"], interaction(1)).ok() && world.delivered("a", 1, "b"));
    QVERIFY(backUp(world["a"], world.file()).ok());
    QVERIFY(world.restoreAs("again") && world.open("again"));
    QVERIFY(world.goesOn("again"));
    // Both believe that the second place is free.
    world.close("a");
    QVERIFY(!emitDraft(world["again"], interaction(2)).value->id.empty());
    QVERIFY(world.delivered("again", 2, "b"));
    world.close("again");
    QVERIFY(world.open("a"));
    QVERIFY(!emitDraft(world["a"], interaction(3)).value->id.empty());
    QVERIFY(comesTrue(world["b"], [&] { return world.refusals("b", "equivocation") > 0; }));
    // The first packet for the place is the one that stays, so the restored copy sees nothing wrong.
    world.close("a");
    QVERIFY(world.open("again"));
    QVERIFY(heldBackFor(world["again"]).empty());
}

void TestRestoredHome::twoCopiesAtOnceAreFoundOut() {
    World world;
    QVERIFY(world.open("b") && addProfile(world["b"], "mine", interaction()).ok() && world.open("a", {"b"}));
    QVERIFY(emitDraft(world["a"], interaction(1)).ok() && world.delivered("a", 1, "b"));
    QVERIFY(backUp(world["a"], world.file()).ok());
    QVERIFY(world.restoreAs("again") && world.open("again"));
    QVERIFY(world.goesOn("again"));
    world.close("again");
    QVERIFY(emitDraft(world["a"], interaction(2)).ok() && world.delivered("a", 2, "b"));
    world.close("a");

    // The restored copy signs for the same place without having asked.
    auto offline = world.homes.options("again");
    offline.network = false;
    world.engines["again"] = world.homes.open("again", offline);
    QVERIFY(!emitDraft(world["again"], interaction(3)).value->id.empty());
    world.close("again");
    QVERIFY(world.open("again"));
    QVERIFY(becomes(world["again"], "forked"));
    const auto held = emitDraft(world["again"], interaction(4));
    QVERIFY(held.ok() && held.value->id.empty());
    const auto refused = endRestoring(world["again"]);
    QCOMPARE(text(refused.failure.code), QByteArray("equivocation"));
    world.close("again");
    QVERIFY(world.open("again"));
    QCOMPARE(text(heldBackFor(world["again"])), QByteArray("forked"));
    QCOMPARE(statusOf(world["again"]).value->outboxHeld, 1U);
}

QTEST_APPLESS_MAIN(TestRestoredHome)
#include "tst_restored_home.moc"
