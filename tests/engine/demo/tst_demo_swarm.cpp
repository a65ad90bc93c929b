// A small swarm of real nodes, and a visitor who opens the home made for him.
#include "demo/scenario.h"
#include "engine/node/engine_world.h"

#include <qis/demo.h>

#include <QTest>

#include <fstream>
#include <set>

using namespace qis;
using namespace qis::test;

namespace {

constexpr const char* kInterest = "Warfarin with fluconazole";

class Folder {
public:
    [[nodiscard]] std::filesystem::path path() const {
        return std::filesystem::path(m_folder.path().toStdString()) / "demo";
    }
    [[nodiscard]] DemoRequest request() const {
        DemoRequest request;
        request.folder = path();
        request.resources = Homes::resources();
        request.siteName = "Visitor";
        request.relays = 3;
        request.history = 300;
        request.millisBetween = 3600 * 1000;
        return request;
    }

private:
    QTemporaryDir m_folder;
};

Answer<std::unique_ptr<Demo>> start(const DemoRequest& request) {
    return startDemoHere(request, [](DemoStep, int) {}, [] { return false; });
}

std::unique_ptr<Engine> visit(const Demo& demo) {
    EngineOptions options;
    options.folder = demo.info().home;
    options.resources = Homes::resources();
    options.listen = demo.info().listen;
    options.join = demo.info().join;
    options.controlSocket = false;
    auto opened = openEngineHere(options);
    return opened.ok() ? std::move(*opened.value) : nullptr;
}

/// How many outcomes of the history, not taken back, are of this pair.
std::size_t toldOf(const core::DemoStory& story, std::size_t acts) {
    const auto history = core::DemoScenario(DemoRequest().seed).history(core::SystemClock().wallMillis() / 1000, acts);
    std::set<std::size_t> gone;
    for (const auto& act : history) {
        if (act.target) {
            gone.insert(*act.target);
        }
    }
    std::size_t told = 0;
    for (std::size_t i = 0; i < history.size(); ++i) {
        const auto& outcome = history[i].outcome;
        told += !gone.contains(i) && outcome.find('"' + story.object + '"') != std::string::npos &&
                        outcome.find('"' + story.precipitant + '"') != std::string::npos
                    ? std::size_t{1}
                    : 0;
    }
    return told;
}

} // namespace

class TestDemoSwarm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theHistoryReachesTheVisitor();
    void outcomesKeepArriving();
    void aVisitorsOutcomeReachesARelay();
    void leavingRemovesEverything();
    void whatAKilledDemoLeftIsClearedAway();
    void aFolderWithSomethingElseIsLeftAlone();
    void twoDemosDoNotShareAFolder();
    void aCancelledDemoLeavesNothing();
    void unusableSizesAreRefused();
    void itsKeysAreRefusedElsewhere();
};

void TestDemoSwarm::theHistoryReachesTheVisitor() {
    const Folder folder;
    const auto demo = start(folder.request());
    QVERIFY2(demo.ok(), demo.failure.detail.c_str());
    QCOMPARE((*demo.value)->info().relays, std::size_t{3});
    QCOMPARE((*demo.value)->info().sites, core::kDemoSites);
    QCOMPARE((*demo.value)->info().history, std::size_t{300});
    const auto engine = visit(**demo.value);
    QVERIFY(engine);
    const auto told = toldOf(core::demoStories().front(), 300);
    QVERIFY(told > 20);
    QVERIFY(comesTrue(*engine, [&] {
        const auto evidence =
            ask<EvidenceInfo>([&](auto reply) { engine->gatherEvidence(kInterest, "bleeding", reply); });
        return evidence.ok() && evidence.value->packets >= told;
    }));
    const auto evidence = ask<EvidenceInfo>([&](auto reply) { engine->gatherEvidence(kInterest, "bleeding", reply); });
    QVERIFY(evidence.value->sites > 10);
    QVERIFY(evidence.value->rate.has_value());
    // Members are known by name, and nothing of the history was refused on the way.
    const auto page = matchesOf(*engine, kInterest);
    QVERIFY(page.ok());
    for (const auto& row : page.value->rows) {
        QVERIFY(!row.siteName.empty());
    }
    QVERIFY(statusOf(*engine).value->refusals.empty());
    QVERIFY(comesTrue(*engine, [&] { return statusOf(*engine).value->connectedPeers == 3; }));
}

void TestDemoSwarm::outcomesKeepArriving() {
    const Folder folder;
    const auto demo = start(folder.request());
    QVERIFY(demo.ok());
    const auto engine = visit(**demo.value);
    QVERIFY(engine);
    const auto told = toldOf(core::demoStories().front(), 300);
    QVERIFY(comesTrue(*engine, [&] { return matchesOf(*engine, kInterest).value->total >= told; }));
    const auto before = matchesOf(*engine, kInterest).value->total;
    (*demo.value)->setPaused(true);
    for (int i = 0; i < 40; ++i) {
        (*demo.value)->sendNow(); // asked for, so it comes although paused
    }
    QVERIFY(comesTrue(*engine, [&] { return matchesOf(*engine, kInterest).value->total > before; }));
}

void TestDemoSwarm::aVisitorsOutcomeReachesARelay() {
    const Folder folder;
    const auto demo = start(folder.request());
    QVERIFY(demo.ok());
    const auto engine = visit(**demo.value);
    QVERIFY(engine);
    const auto emitted = emitDraft(*engine, interaction(70)); // the first relay looks for this pair
    QVERIFY2(emitted.ok(), emitted.failure.detail.c_str());
    QVERIFY(comesTrue(*engine, [&] { return outboxOf(*engine).value->empty(); }));
}

void TestDemoSwarm::leavingRemovesEverything() {
    const Folder folder;
    auto demo = start(folder.request());
    QVERIFY(demo.ok());
    auto engine = visit(**demo.value);
    QVERIFY(engine);
    engine.reset();
    demo.value->reset();
    QVERIFY(!std::filesystem::exists(folder.path()));
}

void TestDemoSwarm::whatAKilledDemoLeftIsClearedAway() {
    const Folder folder;
    std::filesystem::create_directories(folder.path() / "relay-1");
    std::ofstream(folder.path() / "demo") << "";
    std::ofstream(folder.path() / "relay-1" / "store.sqlite") << "half a store";
    const auto demo = start(folder.request());
    QVERIFY2(demo.ok(), demo.failure.detail.c_str());
    QVERIFY(visit(**demo.value));
}

void TestDemoSwarm::aFolderWithSomethingElseIsLeftAlone() {
    const Folder folder;
    std::filesystem::create_directories(folder.path());
    std::ofstream(folder.path() / "thesis.txt") << "ten years";
    const auto demo = start(folder.request());
    QVERIFY(!demo.ok());
    QCOMPARE(demo.failure.code, std::string("home-exists"));
    QVERIFY(std::filesystem::exists(folder.path() / "thesis.txt"));
    QCOMPARE(std::distance(std::filesystem::directory_iterator(folder.path()), {}), std::ptrdiff_t{1});
}

void TestDemoSwarm::twoDemosDoNotShareAFolder() {
    const Folder folder;
    const auto first = start(folder.request());
    QVERIFY(first.ok());
    const auto second = start(folder.request());
    QVERIFY(!second.ok());
    QCOMPARE(second.failure.code, std::string("home-in-use"));
    QVERIFY(visit(**first.value)); // unharmed
}

void TestDemoSwarm::aCancelledDemoLeavesNothing() {
    const Folder folder;
    int asked = 0;
    const auto demo = startDemoHere(folder.request(), [](DemoStep, int) {}, [&asked] { return ++asked > 1; });
    QVERIFY(!demo.ok());
    QCOMPARE(demo.failure.code, std::string("stopped"));
    QVERIFY(!std::filesystem::exists(folder.path()));
}

void TestDemoSwarm::unusableSizesAreRefused() {
    const Folder folder;
    for (const auto& change : std::vector<std::function<void(DemoRequest&)>>{
             [](DemoRequest& one) { one.relays = 1; }, [](DemoRequest& one) { one.relays = 33; },
             [](DemoRequest& one) { one.history = -1; }, [](DemoRequest& one) { one.history = 250001; },
             [](DemoRequest& one) { one.millisBetween = 0; }}) {
        auto request = folder.request();
        change(request);
        const auto demo = start(request);
        QVERIFY(!demo.ok());
        QCOMPARE(demo.failure.code, std::string("bad-argument"));
        QVERIFY(!std::filesystem::exists(folder.path()));
    }
}

void TestDemoSwarm::itsKeysAreRefusedElsewhere() {
    const Folder folder;
    const auto demo = start(folder.request());
    QVERIFY(demo.ok());
    const auto visitor = visit(**demo.value);
    QVERIFY(visitor);
    const Homes homes;
    QVERIFY(homes.make("real", "a long passphrase").ok());
    auto options = homes.options("real");
    options.passphrase = "a long passphrase";
    options.join = statusOf(*visitor).value->endpoints;
    const auto real = homes.open("real", options);
    QVERIFY(real);
    QVERIFY(comesTrue(*visitor, [&] { return statusOf(*visitor).value->counters.contains("link-wrong-network"); }));
    QCOMPARE(statusOf(*real).value->connectedPeers, std::uint64_t{0});
    QCOMPARE(statusOf(*real).value->packets, std::uint64_t{0});
}

QTEST_APPLESS_MAIN(TestDemoSwarm)
#include "tst_demo_swarm.moc"
