#include "engine/node/engine_world.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace qis;
using namespace qis::test;

class TestEngine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void composesBeforeItSigns();
    void emitsDurably();
    void emitsARefOnce();
    void takesBackWithinTheUndoWindow();
    void keepsTheUndoWindowOverARestart();
    void letsGoWhenTheUndoWindowCloses();
    void refusesAnImpossibleUndoWindow();
    void keepsProfiles();
    void listsPacksAndTerms();
    void retractsItsOwnOutcomesOnce();
    void answersCommands();
    void servesTheControlSocket();
    void ownsItsHomeAlone();
    void opensOnlyWhatIsAHome();
    void opensWithThePassphraseOnly();
    void opensOnAThreadOfItsOwn();
    void aHandlerThatIsGoneIsNotCalled();
    void answersWhatIsOpenWhenItGoes();
    void answersAWaitingCommandWhenItGoes();
};

void TestEngine::composesBeforeItSigns() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto check = [&engine](const Draft& draft) {
        return ask<DraftCheck>([&](auto reply) { engine->checkDraft(draft, reply); });
    };
    const auto good = check(interaction());
    QVERIFY(good.ok() && good.value->problems.empty());
    QVERIFY(good.value->bytes > 100 && good.value->bytes <= 512);
    QVERIFY(good.value->sentence.find("Warfarin") != std::string::npos);

    auto draft = interaction();
    draft.condition.erase("object_drug");
    draft.outcome["effect"] = std::string("no-such-effect");
    const auto bad = check(draft);
    QVERIFY(bad.ok());
    QCOMPARE(bad.value->problems.size(), std::size_t{2});
    std::map<std::string, std::string> fieldOf;
    for (const auto& problem : bad.value->problems) {
        fieldOf[problem.code] = problem.field;
    }
    QCOMPARE(text(fieldOf["missing-field"]), QByteArray("condition.object_drug"));
    QCOMPARE(text(fieldOf["unknown-term"]), QByteArray("outcome.effect"));
    const auto refused = emitDraft(*engine, draft);
    QVERIFY(!refused.ok() && fieldOf.at(refused.failure.code) == refused.failure.field);
    QCOMPARE(statusOf(*engine).value->packets, std::uint64_t{0});
}

void TestEngine::emitsDurably() {
    const Homes homes;
    std::string id;
    {
        const auto engine = homes.open("a");
        QVERIFY(engine);
        const auto emitted = emitDraft(*engine, interaction());
        QVERIFY(emitted.ok());
        QCOMPARE(emitted.value->id.size(), std::size_t{64});
        QCOMPARE(text(emitted.value->state), QByteArray("waiting"));
        QVERIFY(emitted.value->bytes > 100 && emitted.value->bytes <= 512);
        id = emitted.value->id;
    }
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto outbox = outboxOf(*engine);
    QVERIFY(outbox.ok());
    QCOMPARE(outbox.value->size(), std::size_t{1});
    const auto& row = outbox.value->front();
    QCOMPARE(text(row.id), text(id));
    QCOMPARE(text(row.state), QByteArray("waiting"));
    QCOMPARE(text(row.reason), QByteArray("no-peers"));
    QCOMPARE(text(row.pack), QByteArray("ddi"));
    QVERIFY(!row.sentence.empty());
    const auto status = statusOf(*engine);
    QVERIFY(status.ok());
    QCOMPARE(status.value->packets, std::uint64_t{1});
    QCOMPARE(status.value->ownPackets, std::uint64_t{1});
    QCOMPARE(status.value->outboxWaiting, std::uint64_t{1});
    QCOMPARE(status.value->endpoints.size(), std::size_t{1});
    QVERIFY(status.value->demo && !status.value->fingerprint.empty());
}

void TestEngine::emitsARefOnce() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    auto draft = interaction();
    draft.ref = "case 7";
    const auto first = emitDraft(*engine, draft);
    const auto again = emitDraft(*engine, draft);
    QVERIFY(first.ok() && again.ok());
    QCOMPARE(text(again.value->id), text(first.value->id));
    QCOMPARE(again.value->bytes, first.value->bytes);
    QCOMPARE(statusOf(*engine).value->packets, std::uint64_t{1});
}

void TestEngine::takesBackWithinTheUndoWindow() {
    const Homes homes;
    auto options = homes.options("a");
    options.undoSeconds = 600;
    const auto engine = homes.open("a", options);
    QVERIFY(engine);
    const auto emitted = emitDraft(*engine, interaction());
    QVERIFY(emitted.ok());
    QVERIFY(emitted.value->id.empty() && emitted.value->ticket > 0);
    QCOMPARE(text(emitted.value->state), QByteArray("held"));
    QCOMPARE(text(outboxOf(*engine).value->front().reason), QByteArray("undo-window"));
    QCOMPARE(statusOf(*engine).value->outboxHeld, std::uint64_t{1});
    const auto undo = [&](std::int64_t ticket) {
        return codeOf(ask<Nothing>([&](auto reply) { engine->undoEmit(ticket, reply); }));
    };
    QCOMPARE(undo(emitted.value->ticket), QByteArray("ok"));
    QCOMPARE(undo(emitted.value->ticket), QByteArray("not-found"));
    QCOMPARE(undo(-1), QByteArray("not-found"));
    QVERIFY(outboxOf(*engine).value->empty());
    QCOMPARE(statusOf(*engine).value->packets, std::uint64_t{0});
}

void TestEngine::keepsTheUndoWindowOverARestart() {
    const Homes homes;
    auto options = homes.options("a");
    options.undoSeconds = 600;
    auto draft = interaction();
    draft.ref = "case 7";
    std::int64_t ticket = 0;
    {
        const auto engine = homes.open("a", options);
        QVERIFY(engine);
        ticket = emitDraft(*engine, draft).value->ticket;
    }
    const auto engine = homes.open("a", options);
    QVERIFY(engine);
    const auto outbox = outboxOf(*engine);
    QCOMPARE(outbox.value->size(), std::size_t{1});
    QCOMPARE(outbox.value->front().ticket, ticket);
    QVERIFY(!outbox.value->front().sentence.empty());
    QCOMPARE(emitDraft(*engine, draft).value->ticket, ticket); // the ref is known
    QVERIFY(ask<Nothing>([&](auto reply) { engine->undoEmit(ticket, reply); }).ok());
    // What was taken back may be authorised again under the same ref.
    QVERIFY(emitDraft(*engine, draft).value->ticket > ticket);
}

void TestEngine::letsGoWhenTheUndoWindowCloses() {
    const Homes homes;
    auto options = homes.options("a");
    options.undoSeconds = 1;
    const auto engine = homes.open("a", options);
    QVERIFY(engine);
    const auto emitted = emitDraft(*engine, interaction());
    QVERIFY(emitted.ok());
    QVERIFY(comesTrue(*engine, [&] { return statusOf(*engine).value->outboxWaiting == 1; }));
    QCOMPARE(statusOf(*engine).value->outboxHeld, std::uint64_t{0});
    const auto late = ask<Nothing>([&](auto reply) { engine->undoEmit(emitted.value->ticket, reply); });
    QCOMPARE(codeOf(late), QByteArray("not-found"));
}

void TestEngine::refusesAnImpossibleUndoWindow() {
    const Homes homes;
    QVERIFY(homes.make("a").ok());
    for (const int seconds : {-1, 601}) {
        auto options = homes.options("a");
        options.undoSeconds = seconds;
        QCOMPARE(codeOf(openEngineHere(options)), QByteArray("bad-argument"));
    }
}

void TestEngine::keepsProfiles() {
    const Homes homes;
    {
        const auto engine = homes.open("a");
        QVERIFY(engine);
        QVERIFY(addProfile(*engine, "mine", interaction()).ok());
        QCOMPARE(codeOf(addProfile(*engine, "mine", interaction())), QByteArray("already-exists"));
        QCOMPARE(codeOf(addProfile(*engine, "", interaction())), QByteArray("bad-profile"));
        const auto added = ask<ProfileInfo>([&](auto reply) { engine->addProfile("{\"name\":1}", reply); });
        QCOMPARE(codeOf(added), QByteArray("bad-profile"));
    }
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto list = [&engine] {
        return *ask<std::vector<ProfileInfo>>([&](auto reply) { engine->listProfiles(reply); }).value;
    };
    QCOMPARE(list().size(), std::size_t{1});
    QCOMPARE(text(list().front().name), QByteArray("mine"));
    QVERIFY(list().front().prototype.find("Warfarin") != std::string::npos);
    // A sent outcome asks for others like it, until it is told not to.
    const auto emitted = emitDraft(*engine, interaction());
    QCOMPARE(list().size(), std::size_t{2});
    QVERIFY(list().back().fromOutcome);
    const auto remove = [&engine](const std::string& name) {
        return codeOf(ask<Nothing>([&](auto reply) { engine->removeProfile(name, reply); }));
    };
    QCOMPARE(remove("outcome:" + emitted.value->id), QByteArray("ok"));
    QCOMPARE(remove("mine"), QByteArray("ok"));
    QCOMPARE(remove("mine"), QByteArray("not-found"));
    QVERIFY(list().empty());
    QCOMPARE(codeOf(matchesOf(*engine, "mine")), QByteArray("not-found"));
}

void TestEngine::listsPacksAndTerms() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto packs = ask<std::vector<PackInfo>>([&](auto reply) { engine->listPacks(reply); });
    QCOMPARE(packs.value->size(), std::size_t{2});
    QVERIFY(!packs.value->front().fields.empty() && !packs.value->front().questions.empty());
    const auto find = [&engine](const std::string& system, std::size_t limit) {
        return ask<std::vector<TermInfo>>([&](auto reply) { engine->searchTerms(system, "warf", limit, reply); });
    };
    QCOMPARE(text(find("ingredient", 5).value->front().id), QByteArray("warfarin"));
    QVERIFY(find("ingredient", 0).value->empty());
    QCOMPARE(codeOf(find("nothing", 5)), QByteArray("not-found"));
}

void TestEngine::retractsItsOwnOutcomesOnce() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto id = emitDraft(*engine, interaction()).value->id;
    const auto retract = [&engine](const std::string& packet, int reason = 0) {
        return ask<Emitted>([&](auto reply) { engine->retractOutcome(packet, reason, reply); });
    };
    QCOMPARE(codeOf(retract("no id")), QByteArray("bad-argument"));
    QCOMPARE(codeOf(retract(std::string(64, 'a'))), QByteArray("not-found"));
    QCOMPARE(codeOf(retract(id, 256)), QByteArray("bad-argument"));
    const auto retraction = retract(id, 3);
    QVERIFY(retraction.ok());
    QCOMPARE(codeOf(retract(id)), QByteArray("already-retracted"));
    QCOMPARE(codeOf(retract(retraction.value->id)), QByteArray("bad-argument"));
    QCOMPARE(statusOf(*engine).value->ownPackets, std::uint64_t{2});
    // It does not ask for others like it any more.
    QVERIFY(ask<std::vector<ProfileInfo>>([&](auto reply) { engine->listProfiles(reply); }).value->empty());
}

void TestEngine::answersCommands() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto run = [&engine](const std::string& request) {
        return *ask<CommandAnswer>([&](auto reply) { engine->runCommand(request, reply); }).value;
    };
    const auto status = run(R"({"command":"status"})");
    QCOMPARE(status.exitCode, 0);
    QVERIFY(status.json.find("\"own_packets\":0") != std::string::npos);
    for (const auto* bad : {"", "[]", "{", R"({"command":"nothing"})", R"({"command":7})"}) {
        const auto refused = run(bad);
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.errors.size(), std::size_t{1});
    }
}

void TestEngine::servesTheControlSocket() {
    const Homes homes;
    QVERIFY(homes.make("a").ok());
    QCOMPARE(codeOf(connectControl(homes.path("a"))), QByteArray("not-reachable"));
    auto options = homes.options("a");
    options.controlSocket = true;
    std::unique_ptr<ControlClient> left;
    {
        const auto engine = homes.open("a", options);
        QVERIFY(engine);
        auto client = connectControl(homes.path("a"));
        QVERIFY(client.ok());
        QCOMPARE((*client.value)->request(R"({"command":"status"})").value->exitCode, 0);
        int sent = 0;
        std::vector<int> exits;
        const auto done =
            (*client.value)
                ->pipeline(
                    [&sent]() -> std::optional<std::string> {
                        ++sent;
                        return sent > 40 ? std::nullopt
                                         : std::optional<std::string>(sent % 2 == 0 ? R"({"command":"no"})"
                                                                                    : R"({"command":"status"})");
                    },
                    [&exits](const CommandAnswer& answer) { exits.push_back(answer.exitCode); });
        QVERIFY(done.ok());
        QCOMPARE(exits.size(), std::size_t{40});
        for (std::size_t i = 0; i < exits.size(); ++i) {
            QCOMPARE(exits[i], i % 2 == 0 ? 0 : 1); // in the order of the requests
        }
        left = std::move(*client.value);
    }
    QVERIFY(!left->request(R"({"command":"status"})").ok());
    QCOMPARE(codeOf(connectControl(homes.path("a"))), QByteArray("not-reachable"));
}

void TestEngine::ownsItsHomeAlone() {
    const Homes homes;
    auto engine = homes.open("a");
    QVERIFY(engine);
    QCOMPARE(codeOf(openEngineHere(homes.options("a"))), QByteArray("home-in-use"));
    QCOMPARE(codeOf(homes.make("a")), QByteArray("home-in-use"));
    QVERIFY(statusOf(*engine).ok()); // not disturbed
    engine.reset();
    QCOMPARE(codeOf(homes.make("a")), QByteArray("home-exists"));
    QVERIFY(openEngineHere(homes.options("a")).ok());
}

void TestEngine::opensOnlyWhatIsAHome() {
    const Homes homes;
    QCOMPARE(codeOf(openEngineHere(homes.options("nowhere"))), QByteArray("home-missing"));
    std::filesystem::create_directory(homes.path("empty"));
    QCOMPARE(codeOf(openEngineHere(homes.options("empty"))), QByteArray("home-missing"));
    QVERIFY(homes.make("a").ok());
    auto options = homes.options("a");
    options.resources = homes.path("empty");
    QCOMPARE(codeOf(openEngineHere(options)), QByteArray("not-found"));
    options = homes.options("a");
    options.listen = {"tcp://no port"};
    QVERIFY(!openEngineHere(options).ok());
    options.listen.clear();
    options.join = {"tcp://127.0.0.1:1"};
    QCOMPARE(codeOf(openEngineHere(options)), QByteArray("bad-endpoint"));
    // None of these attempts keeps the home locked.
    QVERIFY(openEngineHere(homes.options("a")).ok());
}

void TestEngine::opensWithThePassphraseOnly() {
    const Homes homes;
    QCOMPARE(codeOf(homes.make("short", "secret")), QByteArray("passphrase-needed"));
    QCOMPARE(codeOf(createHome({homes.path("demo"), "Site", true, "a long passphrase"}, {}, true)),
             QByteArray("bad-argument"));
    QVERIFY(homes.make("real", "correct horse").ok());
    auto options = homes.options("real");
    QCOMPARE(codeOf(openEngineHere(options)), QByteArray("passphrase-needed"));
    options.passphrase = "wrong horse";
    QCOMPARE(codeOf(openEngineHere(options)), QByteArray("wrong-passphrase"));
    options.passphrase = "correct horse";
    const auto opened = openEngineHere(options);
    QVERIFY(opened.ok());
    QVERIFY(!statusOf(**opened.value).value->demo);
}

void TestEngine::opensOnAThreadOfItsOwn() {
    const Homes homes;
    QVERIFY(homes.make("a").ok());
    const auto here = std::this_thread::get_id();
    std::promise<std::thread::id> there;
    auto opened = ask<std::shared_ptr<Engine>>([&](auto reply) {
        openEngine(homes.options("a"), [&there, reply](Answer<std::unique_ptr<Engine>> answer) {
            there.set_value(std::this_thread::get_id());
            reply(answer.ok() ? Answer<std::shared_ptr<Engine>>{std::shared_ptr<Engine>(std::move(*answer.value)), {}}
                              : Answer<std::shared_ptr<Engine>>{std::nullopt, answer.failure});
        });
    });
    QVERIFY(opened.ok());
    QVERIFY(there.get_future().get() != here);
    QVERIFY(statusOf(**opened.value).ok());
}

void TestEngine::aHandlerThatIsGoneIsNotCalled() {
    const Homes homes;
    auto engine = homes.open("a");
    QVERIFY(engine);
    std::atomic<bool> done{false};
    // Every attempt at undoing tells listeners that the outbox may have changed.
    std::thread busy([&] {
        while (!done) {
            (void)ask<Nothing>([&](auto reply) { engine->undoEmit(-1, reply); }).ok();
        }
    });
    std::atomic<int> calls{0};
    for (int round = 0; round < 200; ++round) {
        auto alive = std::make_unique<std::atomic<int>>(0);
        auto* inside = alive.get();
        std::promise<void> first;
        auto handler = engine->subscribe([inside, &calls, &first](Change) {
            if (inside->fetch_add(1) == 0) {
                first.set_value();
            }
            ++calls;
        });
        first.get_future().wait();
        handler.reset();
        const int before = inside->load();
        (void)ask<Nothing>([&](auto reply) { engine->undoEmit(-1, reply); }).ok();
        QCOMPARE(inside->load(), before);
    }
    done = true;
    busy.join();
    QVERIFY(calls >= 200);
    // A handler may outlive its engine.
    auto handler = engine->subscribe([](Change) {});
    engine.reset();
    handler.reset();
}

void TestEngine::answersWhatIsOpenWhenItGoes() {
    const Homes homes;
    std::atomic<int> answered{0};
    std::atomic<int> stopped{0};
    std::atomic<int> wrong{0};
    constexpr int kRounds = 3;
    constexpr int kRequests = 200;
    for (int round = 0; round < kRounds; ++round) {
        auto engine = homes.open("a");
        QVERIFY(engine);
        const auto count = [&](const auto& answer) {
            ++answered;
            if (!answer.ok()) {
                ++(answer.failure.code == "stopped" ? stopped : wrong);
            }
        };
        for (int i = 0; i < kRequests; ++i) {
            if (i == kRequests / 4) {
                QVERIFY(statusOf(*engine).ok()); // some are answered by work, some are under way, some still wait
            }
            engine->emitDraft(interaction(i % 100), count);
            engine->fetchStatus(count);
            engine->runCommand(R"({"command":"status"})", count);
        }
        engine.reset();
        QCOMPARE(answered.load(), 3 * kRequests * (round + 1)); // all of them, before the destructor returns
    }
    qInfo() << "answered" << answered.load() << "of these stopped" << stopped.load();
    QCOMPARE(wrong.load(), 0);
    // What was answered with success is there.
    const auto engine = homes.open("a");
    QVERIFY(statusOf(*engine).value->packets <= std::uint64_t{kRounds * kRequests});
}

void TestEngine::answersAWaitingCommandWhenItGoes() {
    const Homes homes;
    auto engine = homes.open("a");
    QVERIFY(engine);
    std::atomic<int> answered{0};
    engine->runCommand(R"({"command":"matches","wait":3600})",
                       [&answered](const Answer<CommandAnswer>&) { ++answered; });
    QVERIFY(statusOf(*engine).ok()); // by now the other one waits
    QCOMPARE(answered.load(), 0);
    engine.reset();
    QCOMPARE(answered.load(), 1);
}

QTEST_APPLESS_MAIN(TestEngine)
#include "tst_engine.moc"
