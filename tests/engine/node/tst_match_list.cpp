#include "engine_world.h"

#include "node/match_list.h"
#include "support/many_matches.h"
#include "vocabulary/code_system.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>

Q_DECLARE_METATYPE(qis::MatchView)

using namespace qis;
using namespace qis::test;

namespace {

const std::string kProfile = "pair";
constexpr std::size_t kMatches = 3000;

/// Each text is folded once: sorting asks for it again and again.
const std::string& folded(const std::string& text) {
    static std::map<std::string, std::string> known;
    const auto [at, isNew] = known.try_emplace(text);
    if (isNew) {
        at->second = core::foldForSearch(text);
    }
    return at->second;
}

/// Nothing but a copy, a filter and a sort of everything there is.
std::vector<MatchRow> plainly(std::vector<MatchRow> rows, const MatchView& view) {
    const auto siteOf = [](const MatchRow& row) { return row.site.empty() ? row.author : row.site; };
    std::erase_if(rows, [&](const MatchRow& row) {
        const auto text = folded(row.sentence) + "\n" + folded(row.siteName);
        const bool right = row.score >= view.minScore && (view.site.empty() || siteOf(row) == view.site) &&
                           (view.states.empty() || std::count(view.states.begin(), view.states.end(), row.state) > 0);
        // The texts of these tests are single folded words.
        return !right || text.find(view.text) == std::string::npos;
    });
    const auto less = [&](const MatchRow& a, const MatchRow& b, MatchColumn column) {
        switch (column) {
        case MatchColumn::Arrival:
            return a.cursor < b.cursor;
        case MatchColumn::State:
            return a.state < b.state;
        case MatchColumn::Score:
            return a.score < b.score;
        case MatchColumn::Coverage:
            return a.coverage < b.coverage;
        case MatchColumn::Sentence:
            return folded(a.happened) < folded(b.happened);
        case MatchColumn::Site:
            return std::pair(folded(a.siteName), siteOf(a)) < std::pair(folded(b.siteName), siteOf(b));
        case MatchColumn::Issued:
            return a.issued < b.issued;
        case MatchColumn::Received:
            return a.received < b.received;
        case MatchColumn::Profile:
            return a.profile < b.profile;
        }
        return false;
    };
    // From the last to the first, each keeping what the later ones have done.
    auto order = view.order;
    if (order.empty()) {
        order = {{MatchColumn::Score, true}};
    }
    for (auto by = order.rbegin(); by != order.rend(); ++by) {
        std::stable_sort(rows.begin(), rows.end(), [&](const MatchRow& a, const MatchRow& b) {
            return by->descending ? less(b, a, by->column) : less(a, b, by->column);
        });
    }
    return rows;
}

} // namespace

class TestMatchList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_engine.reset(); }

    void isBestFirst();
    void agreesWithThePlainest_data();
    void agreesWithThePlainest();
    void agreesAtRandom();
    void countsAndLocates();
    void marksAreTakenBackAndKept();
    void marksAllOrNone();
    void followsWhatChanges();
    void refusesWhatIsNotThere();
    void answersTheCommandLine();
    void comparesTwo();
    void comparesAScoreWithSomeOfTheOthers();

private:
    [[nodiscard]] std::vector<MatchRow> everything() const {
        const auto page =
            ask<MatchPage>([&](auto reply) { m_engine->listMatches({kProfile, 0, 100000, false}, reply); });
        return page.ok() ? page.value->rows : std::vector<MatchRow>{};
    }
    [[nodiscard]] Answer<MatchWindow> windowOf(const MatchView& view) const {
        return ask<MatchWindow>([&](auto reply) { m_engine->viewMatches(view, reply); });
    }
    [[nodiscard]] Answer<std::vector<MatchMark>> mark(const std::vector<MatchMark>& marks) const {
        return ask<std::vector<MatchMark>>([&](auto reply) { m_engine->markMatches(marks, reply); });
    }
    [[nodiscard]] CommandAnswer run(const std::string& json) const {
        const auto answer = ask<CommandAnswer>([&](auto reply) { m_engine->runCommand(json, reply); });
        return answer.value.value_or(CommandAnswer{});
    }
    /// Every window of a view against the plainest.
    void compare(MatchView view, const std::vector<std::uint64_t>& places) const;

    Homes m_homes;
    std::unique_ptr<Engine> m_engine;
};

void TestMatchList::initTestCase() {
    {
        const auto engine = m_homes.open("asking");
        QVERIFY(engine);
        QVERIFY(addProfile(*engine, kProfile, interaction()).ok());
        QVERIFY(addProfile(*engine, "other", interaction(60)).ok());
    }
    const auto filled =
        testing::addManyMatches(m_homes.path("asking"), Homes::resources(), kProfile, kMatches, 20260401);
    QVERIFY2(filled.ok(), filled.ok() ? "" : filled.error().detail.c_str());
}

void TestMatchList::init() {
    m_engine = m_homes.open("asking");
    QVERIFY(m_engine);
}

void TestMatchList::compare(MatchView view, const std::vector<std::uint64_t>& places) const {
    view.profile = kProfile;
    const auto plain = plainly(everything(), view);
    for (const auto place : places) {
        view.first = place;
        view.limit = 60;
        const auto window = windowOf(view);
        QVERIFY(window.ok());
        QCOMPARE(window.value->total, plain.size());
        const auto first = std::min<std::size_t>(place, plain.size());
        QCOMPARE(window.value->first, first);
        QCOMPARE(window.value->rows.size(), std::min<std::size_t>(60, plain.size() - first));
        for (std::size_t i = 0; i < window.value->rows.size(); ++i) {
            QCOMPARE(window.value->rows[i].cursor, plain[first + i].cursor);
            QCOMPARE(window.value->rows[i].sentence, plain[first + i].sentence);
        }
    }
}

void TestMatchList::isBestFirst() {
    const auto window = windowOf({});
    QVERIFY(window.ok());
    QCOMPARE(window.value->rows.size(), std::size_t{100});
    QCOMPARE(window.value->all, kMatches);
    for (std::size_t i = 1; i < window.value->rows.size(); ++i) {
        QVERIFY(window.value->rows[i - 1].score >= window.value->rows[i].score);
    }
}

void TestMatchList::agreesWithThePlainest_data() {
    QTest::addColumn<MatchView>("view");
    const auto row = [](const char* name, const MatchView& view) { QTest::newRow(name) << view; };
    MatchView view;
    row("as it comes", view);
    for (const auto column :
         {MatchColumn::Arrival, MatchColumn::State, MatchColumn::Score, MatchColumn::Coverage, MatchColumn::Sentence,
          MatchColumn::Site, MatchColumn::Issued, MatchColumn::Received, MatchColumn::Profile}) {
        view = {};
        view.order = {{column, false}};
        row(qPrintable(QStringLiteral("up %1").arg(static_cast<int>(column))), view);
        view.order = {{column, true}};
        row(qPrintable(QStringLiteral("down %1").arg(static_cast<int>(column))), view);
    }
    view = {};
    view.order = {{MatchColumn::Site, false}, {MatchColumn::Coverage, true}, {MatchColumn::Issued, false}};
    row("three columns", view);
    view.minScore = 900;
    row("and a least score", view);
    view.text = "warfarin";
    row("and a word", view);
    view = {};
    view.text = "no such word at all";
    row("nothing", view);
    view = {};
    view.states = {MatchState::Muted};
    row("a state that nothing has", view);
}

void TestMatchList::agreesWithThePlainest() {
    QFETCH(MatchView, view);
    compare(view, {0, 1, 1000, kMatches - 30, kMatches, kMatches * 2});
}

void TestMatchList::agreesAtRandom() {
    std::mt19937_64 random(7);
    const auto draw = [&random](std::uint64_t below) { return random() % below; };
    const auto all = everything();
    for (int round = 0; round < 60; ++round) {
        MatchView view;
        view.minScore = draw(3) == 0 ? 600 + static_cast<int>(draw(400)) : 0;
        view.site = draw(3) == 0 ? all[draw(all.size())].site : std::string{};
        view.text = draw(3) == 0 ? std::vector<std::string>{"warfarin", "bleeding", "clinic", "female"}[draw(4)]
                                 : std::string{};
        for (auto columns = draw(4); columns > 0; --columns) {
            view.order.push_back({static_cast<MatchColumn>(draw(9)), draw(2) == 0});
        }
        if (draw(2) == 0) {
            const auto& one = all[draw(all.size())];
            QVERIFY(mark({{kProfile, one.id, static_cast<MatchState>(draw(5)), DismissReason::TooLittle}}).ok());
        }
        for (auto states = draw(4); states > 0; --states) {
            view.states.push_back(static_cast<MatchState>(draw(5)));
        }
        compare(view, {draw(kMatches), draw(100)});
    }
}

void TestMatchList::countsAndLocates() {
    const auto all = everything();
    QVERIFY(mark({{kProfile, all[5].id, MatchState::Following, {}}}).ok());
    MatchView view;
    view.profile = kProfile;
    view.minScore = 2000;
    view.locateId = all[7].id;
    view.locateProfile = kProfile;
    const auto none = windowOf(view);
    QVERIFY(none.ok() && none.value->total == 0 && !none.value->located);
    QCOMPARE(none.value->all, kMatches);
    std::vector<std::uint64_t> states(kMatchStates);
    std::map<std::string, std::uint64_t> sites;
    for (const auto& row : all) {
        ++states[static_cast<std::size_t>(row.state)];
        ++sites[row.site];
    }
    // The list above was read before the mark.
    --states[static_cast<std::size_t>(all[5].state)];
    ++states[static_cast<std::size_t>(MatchState::Following)];
    QVERIFY(none.value->byState == states);
    QCOMPARE(none.value->sites.size(), sites.size());
    for (const auto& site : none.value->sites) {
        QCOMPARE(site.matches, sites[site.site]);
        QVERIFY(!site.name.empty());
    }
    view.minScore = 0;
    const auto found = windowOf(view);
    QVERIFY(found.ok() && found.value->located);
    view.first = *found.value->located;
    view.limit = 1;
    QCOMPARE(windowOf(view).value->rows[0].id, all[7].id);
}

void TestMatchList::marksAreTakenBackAndKept() {
    const auto all = everything();
    const MatchMark wanted{kProfile, all[20].id, MatchState::NotRelevant, DismissReason::SameCase};
    const auto before = mark({wanted});
    QVERIFY(before.ok());
    cleanup();
    init();
    const auto kept = everything()[20];
    QVERIFY(kept.state == MatchState::NotRelevant && kept.reason == DismissReason::SameCase);
    const auto undone = mark(*before.value);
    QVERIFY(undone.ok() && undone.value->front().state == MatchState::NotRelevant);
    QVERIFY(undone.value->front().reason == DismissReason::SameCase);
    QVERIFY(everything()[20].state == all[20].state);
}

void TestMatchList::marksAllOrNone() {
    const auto all = everything();
    const auto answer =
        mark({{kProfile, all[30].id, MatchState::Muted, {}}, {kProfile, std::string(64, '0'), MatchState::Muted, {}}});
    QCOMPARE(answer.failure.code, std::string("not-found"));
    QVERIFY(everything()[30].state == all[30].state);
    QCOMPARE(mark({{"nobody", all[30].id, MatchState::Muted, {}}}).failure.code, std::string("not-found"));
    QCOMPARE(mark({{kProfile, "no id", MatchState::Muted, {}}}).failure.code, std::string("bad-argument"));
    QCOMPARE(mark({{"other", all[30].id, MatchState::Muted, {}}}).failure.code, std::string("not-found"));
}

void TestMatchList::followsWhatChanges() {
    MatchView view;
    view.profile = kProfile;
    const auto first = windowOf(view);
    QCOMPARE(windowOf(view).value->revision, first.value->revision);
    QVERIFY(mark({{kProfile, first.value->rows[0].id, MatchState::Confirmed, {}}}).ok());
    const auto second = windowOf(view);
    QVERIFY(second.value->revision != first.value->revision);
    QVERIFY(second.value->rows[0].state == MatchState::Confirmed);
    QVERIFY(mark({{kProfile, first.value->rows[0].id, MatchState::New, {}}}).ok());
    // Another profile in between.
    view.profile = "other";
    QCOMPARE(windowOf(view).value->all, std::uint64_t{0});
    view.profile = kProfile;
    QVERIFY(windowOf(view).value->rows[0].state == MatchState::New);
}

void TestMatchList::refusesWhatIsNotThere() {
    MatchView view;
    view.profile = "nobody";
    QCOMPARE(windowOf(view).failure.code, std::string("not-found"));
}

void TestMatchList::answersTheCommandLine() {
    const auto id = everything()[40].id;
    const auto triage = [&](const std::string& state) {
        const std::string begun = R"({"command":"triage","profile":"pair","reason":"too-little","state":)";
        return run(begun + "\"" + state + "\",\"id\":\"" + id + "\"}");
    };
    const auto marked = triage("not-relevant");
    QCOMPARE(marked.exitCode, 0);
    QVERIFY(marked.json.find("\"before\":\"") != std::string::npos);
    const auto some = run(R"({"command":"matches","profile":"pair","state":["not-relevant"],"limit":3000})");
    QVERIFY(some.json.find(id) != std::string::npos);
    QVERIFY(some.json.find("\"reason\":\"too-little\"") != std::string::npos);
    QVERIFY(some.json.find("\"points\"") != std::string::npos);
    QVERIFY(run(R"({"command":"matches","profile":"pair","state":"new","limit":5000})").json.find(id) ==
            std::string::npos);
    // More than a window holds.
    const auto count = [](const std::string& json) {
        std::size_t rows = 0;
        for (auto at = json.find("\"cursor\""); at != std::string::npos; at = json.find("\"cursor\"", at + 1)) {
            ++rows;
        }
        return rows;
    };
    QCOMPARE(count(run(R"({"command":"matches","profile":"pair","sort":"site,-score","limit":2500})").json),
             std::size_t{2500});
    QCOMPARE(count(run(R"({"command":"matches","profile":"pair"})").json), std::size_t{100});
    QCOMPARE(run(R"({"command":"matches","sort":"colour"})").exitCode, 1);
    QCOMPARE(run(R"({"command":"matches","state":"odd"})").exitCode, 1);
    QCOMPARE(run(R"({"command":"matches","text":"x","after":1})").exitCode, 1);
    QCOMPARE(triage("odd").exitCode, 1);
}

void TestMatchList::comparesTwo() {
    const auto all = everything();
    const auto info = ask<ExplanationInfo>([&](auto reply) { m_engine->comparePackets(all[0].id, all[1].id, reply); });
    QVERIFY2(info.ok(), info.failure.detail.c_str());
    int sum = 0;
    for (const auto& one : info.value->dimensions) {
        sum += one.points;
    }
    QCOMPARE(sum, info.value->score);
    QCOMPARE(info.value->id, all[1].id);
    const auto same = ask<ExplanationInfo>([&](auto reply) { m_engine->comparePackets(all[0].id, all[0].id, reply); });
    QCOMPARE(same.value->score, 1000);
    QVERIFY(same.value->onlyMine.empty() && same.value->onlyTheirs.empty());
    const auto none =
        ask<ExplanationInfo>([&](auto reply) { m_engine->comparePackets(all[0].id, std::string(64, '1'), reply); });
    QCOMPARE(none.failure.code, std::string("not-found"));
}

void TestMatchList::comparesAScoreWithSomeOfTheOthers() {
    // Scores in the list are invented; one that has a score of its own is looked for.
    std::string best;
    for (const auto& row : everything()) {
        const auto one = ask<ExplanationInfo>([&](auto reply) { m_engine->explainMatch(row.id, kProfile, reply); });
        if (one.ok() && !one.value->excluded) {
            best = row.id;
            break;
        }
    }
    QVERIFY(!best.empty());
    const auto rank = ask<MatchRank>([&](auto reply) { m_engine->rankMatch(best, kProfile, reply); });
    QVERIFY2(rank.ok(), rank.failure.detail.c_str());
    QVERIFY(rank.value->compared > 500 && rank.value->compared <= 1000);
    QVERIFY(rank.value->asAlike <= rank.value->compared);
}

QTEST_APPLESS_MAIN(TestMatchList)
#include "tst_match_list.moc"
