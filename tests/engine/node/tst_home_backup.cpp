// A home in a file, and back: through include/qis alone, without a network.
#include "engine/node/backup_world.h"

#include <QTest>

#include <fstream>

using namespace qis;
using namespace qis::test;

namespace {

struct World {
    Homes homes;
    std::unique_ptr<Engine> engine;

    explicit World(const std::string& passphrase = {}) {
        (void)homes.make("home", passphrase).ok();
        auto options = this->options("home");
        options.passphrase = passphrase;
        engine = homes.open("home", options);
    }
    [[nodiscard]] EngineOptions options(const std::string& name) const {
        auto options = homes.options(name);
        options.network = false;
        return options;
    }
    [[nodiscard]] std::unique_ptr<Engine> open(const std::string& name) const {
        return homes.open(name, options(name));
    }
    [[nodiscard]] std::filesystem::path file() const { return homes.path("backup.qisbackup"); }
};

std::size_t entriesOf(const std::filesystem::path& folder) {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder)) {
        ++count;
    }
    return count;
}

} // namespace

class TestHomeBackup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackWhole();
    void theAgeOfTheLastOneIsKept();
    void asksForItsPassphrase();
    void goesIntoAnEmptyFolderOnly();
    void whatAnInterruptedRestoringLeftIsInNobodysWay();
    void neverClearsAFolderThatIsNotItsOwn();
    void canBeCancelled();
    void onlyOneAtATime();
    void closingTheHomeEndsIt();
    void nothingLeavesUntilSomebodyAnswers();
    void theUsersWordLetsItGoOn();
    void theUsersWordCanBeGivenAtOnce();
    void aBackupOfARestoredHomeWaitsToo();
};

void TestHomeBackup::comesBackWhole() {
    World world;
    const auto emitted = emitDraft(*world.engine, interaction(60));
    QVERIFY(emitted.ok() && addProfile(*world.engine, "mine", interaction()).ok());
    SavedDraft draft;
    draft.pack = "ddi";
    draft.values = "{}";
    QVERIFY(ask<std::int64_t>([&](auto reply) { world.engine->saveDraft(draft, reply); }).ok());
    const auto before = *statusOf(*world.engine).value;
    const auto made = backUp(*world.engine, world.file());
    QVERIFY2(made.ok(), made.failure.detail.c_str());
    QVERIFY(made.value->author == before.author && made.value->sequence == 1 && made.value->demo);
    QCOMPARE(text(inspectBackup(world.file()).value->siteName), QByteArray("Site home"));

    const auto restored = restore(world.file(), world.homes.path("again"));
    QVERIFY2(restored.ok(), restored.failure.detail.c_str());
    QVERIFY(!std::filesystem::exists(world.homes.path("again.restoring")));
    const auto again = world.open("again");
    QVERIFY(again != nullptr);
    const auto after = *statusOf(*again).value;
    QVERIFY(after.author == before.author && after.fingerprint == before.fingerprint && after.site == before.site);
    QCOMPARE(after.ownPackets, 1U);
    QCOMPARE(text(outcomesOf(*again).value->rows.front().id), text(emitted.value->id));
    QCOMPARE(ask<std::vector<SavedDraft>>([&](auto reply) { again->listDrafts(reply); }).value->size(), 1U);
    QVERIFY(!ask<std::vector<ProfileInfo>>([&](auto reply) { again->listProfiles(reply); }).value->empty());
    QVERIFY(after.restored.has_value() && !before.restored.has_value());
    QCOMPARE(after.restored->backedUp, made.value->made);
    QCOMPARE(after.lastBackup, made.value->made);
}

void TestHomeBackup::theAgeOfTheLastOneIsKept() {
    World world;
    QCOMPARE(statusOf(*world.engine).value->lastBackup, 0);
    const auto made = backUp(*world.engine, world.file());
    QVERIFY(made.ok() && made.value->made > 0);
    QCOMPARE(statusOf(*world.engine).value->lastBackup, made.value->made);
    const auto refused = backUp(*world.engine, world.file());
    QCOMPARE(text(refused.failure.code), QByteArray("already-exists"));
    QVERIFY(backUp(*world.engine, world.file(), true).ok());
    world.engine.reset();
    world.engine = world.open("home");
    QVERIFY(statusOf(*world.engine).value->lastBackup >= made.value->made);
}

void TestHomeBackup::asksForItsPassphrase() {
    World world("correct horse battery");
    QVERIFY(world.engine != nullptr && backUp(*world.engine, world.file()).ok());
    QVERIFY(restore(world.file(), world.homes.path("again")).ok());
    auto options = world.options("again");
    QCOMPARE(text(openEngineHere(options).failure.code), QByteArray("passphrase-needed"));
    options.passphrase = "correct horse batterY";
    QCOMPARE(text(openEngineHere(options).failure.code), QByteArray("wrong-passphrase"));
    options.passphrase = "correct horse battery";
    QVERIFY(openEngineHere(options).ok());
}

void TestHomeBackup::goesIntoAnEmptyFolderOnly() {
    World world;
    QVERIFY(backUp(*world.engine, world.file()).ok());
    const auto refusal = [&](const char* name) {
        return text(restore(world.file(), world.homes.path(name)).failure.code);
    };
    QCOMPARE(refusal("home"), QByteArray("home-exists"));
    QCOMPARE(refusal("backup.qisbackup"), QByteArray("folder-not-empty"));
    std::filesystem::create_directories(world.homes.path("full/inner"));
    QCOMPARE(refusal("full"), QByteArray("folder-not-empty"));
    std::filesystem::create_directory(world.homes.path("empty"));
    QCOMPARE(refusal("empty/"), QByteArray());
    QCOMPARE(refusal("deep/er/home"), QByteArray());
    QCOMPARE(text(restore(world.homes.path("nowhere"), world.homes.path("x")).failure.code), QByteArray("not-found"));
    QCOMPARE(text(restore(world.homes.path("home/vault"), world.homes.path("x")).failure.code),
             QByteArray("not-a-backup"));
    QVERIFY(!std::filesystem::exists(world.homes.path("x")));
    QVERIFY(!std::filesystem::exists(world.homes.path("x.restoring")));
}

void TestHomeBackup::whatAnInterruptedRestoringLeftIsInNobodysWay() {
    World world;
    QVERIFY(backUp(*world.engine, world.file()).ok());
    const auto left = world.homes.path("again.restoring");
    std::filesystem::create_directory(left);
    for (const auto* name : {"restoring", "store.sqlite", "store.sqlite-wal", "vault", "ready", "lock"}) {
        std::ofstream(left / name) << "half";
    }
    QVERIFY(restore(world.file(), world.homes.path("again")).ok());
    QVERIFY(!std::filesystem::exists(left));
    QVERIFY(world.open("again") != nullptr);
}

void TestHomeBackup::neverClearsAFolderThatIsNotItsOwn() {
    World world;
    QVERIFY(backUp(*world.engine, world.file()).ok());
    QVERIFY(world.homes.make("again.restoring").ok()); // somebody's home, oddly named
    const auto before = entriesOf(world.homes.path("again.restoring"));
    const auto refused = restore(world.file(), world.homes.path("again"));
    QCOMPARE(text(refused.failure.code), QByteArray("folder-not-empty"));
    QCOMPARE(entriesOf(world.homes.path("again.restoring")), before);
    QVERIFY(world.open("again.restoring") != nullptr);
}

void TestHomeBackup::canBeCancelled() {
    World world;
    const auto cancelled = ask<BackupInfo>(
        [&](auto reply) { world.engine->backUp({world.file(), false, {}, [] { return true; }}, reply); });
    QCOMPARE(text(cancelled.failure.code), QByteArray("cancelled"));
    QVERIFY(!std::filesystem::exists(world.file()));
    QVERIFY(backUp(*world.engine, world.file()).ok());
    bool stopped = true;
    for (int looks = 0; stopped && looks < 1000; ++looks) {
        int left = looks;
        const auto restored =
            restoreHome({world.file(), world.homes.path("again"), false, {}, [&left] { return left-- <= 0; }});
        stopped = !restored.ok();
        QVERIFY(!stopped || restored.failure.code == "cancelled");
        QCOMPARE(std::filesystem::exists(world.homes.path("again")), !stopped);
        QVERIFY(!std::filesystem::exists(world.homes.path("again.restoring")));
    }
    QVERIFY(!stopped);
}

void TestHomeBackup::onlyOneAtATime() {
    World world;
    std::promise<void> goOn;
    const auto released = goOn.get_future().share();
    auto first = std::make_shared<std::promise<Answer<BackupInfo>>>();
    auto answer = first->get_future();
    world.engine->backUp({world.file(), false, [released](int) { released.wait(); }, {}},
                         [first](Answer<BackupInfo> info) { first->set_value(std::move(info)); });
    const auto second = backUp(*world.engine, world.homes.path("other"));
    QCOMPARE(text(second.failure.code), QByteArray("busy"));
    QVERIFY(emitDraft(*world.engine, interaction()).ok()); // work goes on meanwhile
    goOn.set_value();
    QVERIFY(answer.get().ok());
}

void TestHomeBackup::closingTheHomeEndsIt() {
    World world;
    auto promise = std::make_shared<std::promise<Answer<BackupInfo>>>();
    auto answer = promise->get_future();
    world.engine->backUp({world.file(), false, {}, {}},
                         [promise](Answer<BackupInfo> info) { promise->set_value(std::move(info)); });
    world.engine.reset();
    QVERIFY(answer.wait_for(kPatience) == std::future_status::ready);
    QCOMPARE(std::filesystem::exists(world.file()), answer.get().ok());
}

void TestHomeBackup::nothingLeavesUntilSomebodyAnswers() {
    World world;
    const auto sent = emitDraft(*world.engine, interaction(40));
    QVERIFY(sent.ok() && backUp(*world.engine, world.file()).ok());
    QVERIFY(restore(world.file(), world.homes.path("again")).ok());
    auto options = world.options("again");
    for (const int undoSeconds : {0, 600}) {
        options.undoSeconds = undoSeconds;
        const auto again = world.homes.open("again", options);
        QVERIFY(again != nullptr);
        QCOMPARE(text(heldBackFor(*again)), QByteArray("no-peers"));
        const auto held = emitDraft(*again, interaction(60 + undoSeconds / 60));
        QVERIFY(held.ok());
        QCOMPARE(text(held.value->state), QByteArray("held"));
        QVERIFY(held.value->id.empty());
        const auto row = outboxOf(*again).value->front();
        QCOMPARE(text(row.reason), QByteArray("restored"));
        QCOMPARE(row.nextAttempt, 0);
        QCOMPARE(text(outcomesOf(*again).value->rows.front().reason), QByteArray("restored"));
        QCOMPARE(statusOf(*again).value->ownPackets, 1U);
        if (undoSeconds == 0) {
            QVERIFY(ask<Nothing>([&](auto reply) { again->undoEmit(held.value->ticket, reply); }).ok());
            QCOMPARE(statusOf(*again).value->outboxHeld, 0U);
        }
    }
    // A retraction waits as well, once.
    const auto again = world.open("again");
    const auto retraction = [&] {
        return ask<Emitted>([&](auto reply) { again->retractOutcome(sent.value->id, 1, reply); });
    };
    const auto first = retraction();
    QVERIFY(first.ok() && first.value->id.empty());
    QCOMPARE(text(retraction().failure.code), QByteArray("already-retracted"));
    QCOMPARE(statusOf(*again).value->outboxHeld, 2U);
    QCOMPARE(outcomesOf(*again).value->rows.size(), 2U); // a retraction is no outcome
}

void TestHomeBackup::theUsersWordLetsItGoOn() {
    World world;
    QVERIFY(emitDraft(*world.engine, interaction(40)).ok() && backUp(*world.engine, world.file()).ok());
    world.engine.reset();
    QVERIFY(restore(world.file(), world.homes.path("again")).ok());
    auto again = world.open("again");
    QVERIFY(emitDraft(*again, interaction(50)).ok());
    const auto answer = ask<CommandAnswer>([&](auto reply) { again->runCommand(R"({"command":"restored"})", reply); });
    QVERIFY(text(answer.value->json).contains("no-peers"));
    QVERIFY(endRestoring(*again).ok());
    QVERIFY(comesTrue(*again, [&] { return statusOf(*again).value->ownPackets == 2; }));
    QVERIFY(heldBackFor(*again).empty());
    QVERIFY(endRestoring(*again).ok()); // nothing more to say
    again.reset();
    again = world.open("again");
    QVERIFY(heldBackFor(*again).empty());
    QVERIFY(!emitDraft(*again, interaction(60)).value->id.empty());
}

void TestHomeBackup::theUsersWordCanBeGivenAtOnce() {
    World world;
    QVERIFY(backUp(*world.engine, world.file()).ok());
    QVERIFY(restore(world.file(), world.homes.path("again"), true).ok());
    const auto again = world.open("again");
    QVERIFY(heldBackFor(*again).empty());
    QVERIFY(!emitDraft(*again, interaction(60)).value->id.empty());
}

void TestHomeBackup::aBackupOfARestoredHomeWaitsToo() {
    World world;
    QVERIFY(backUp(*world.engine, world.file()).ok());
    QVERIFY(restore(world.file(), world.homes.path("again"), true).ok());
    const auto again = world.open("again");
    QVERIFY(emitDraft(*again, interaction(60)).ok());
    const auto second = world.homes.path("second.qisbackup");
    QVERIFY(backUp(*again, second).ok());
    QVERIFY(restore(second, world.homes.path("third")).ok());
    const auto third = world.open("third");
    QCOMPARE(text(heldBackFor(*third)), QByteArray("no-peers"));
    QCOMPARE(statusOf(*third).value->ownPackets, 1U);
}

QTEST_APPLESS_MAIN(TestHomeBackup)
#include "tst_home_backup.moc"
