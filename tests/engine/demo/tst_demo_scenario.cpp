// What is planted in the invented history is there, and is the same for everybody.
#include "demo/scenario.h"
#include "domain/compose.h"
#include "support/shipped.h"

#include <nlohmann/json.hpp>

#include <QCryptographicHash>
#include <QTest>

#include <cmath>
#include <set>

using namespace qis::core;
using namespace qis::test;

namespace {

constexpr std::uint64_t kSeed = 20260401;
constexpr Seconds kEnd = 1775000000;
constexpr std::size_t kActs = 3000;

std::vector<DemoAct> history(std::uint64_t seed = kSeed, Seconds end = kEnd) {
    return DemoScenario(seed).history(end, kActs);
}

QByteArray digestOf(const std::vector<DemoAct>& acts) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto& act : acts) {
        QByteArray line = QByteArray::number(static_cast<qulonglong>(act.site));
        line += ' ' + QByteArray::number(static_cast<qlonglong>(act.issued - kEnd));
        line += ' ' + QByteArray::fromStdString(act.outcome);
        line += ' ' + QByteArray::number(act.target ? static_cast<qlonglong>(*act.target) : -1) + '\n';
        hash.addData(line);
    }
    return hash.result().toHex();
}

DemoManner mannerOf(const DemoAct& act) {
    return demoSites()[act.site].manner;
}

struct Seen {
    int n = 0;
    int events = 0;
};

Seen seenOf(const DemoStory& story, DemoManner manner) {
    Seen seen;
    for (const auto& act : history()) {
        if (act.target || mannerOf(act) != manner) {
            continue;
        }
        const auto json = nlohmann::json::parse(act.outcome);
        if (json["condition"]["object_drug"] == story.object &&
            json["condition"]["precipitant_drug"] == story.precipitant) {
            ++seen.n;
            seen.events += json["outcome"]["observed"].get<bool>() ? 1 : 0;
        }
    }
    return seen;
}

} // namespace

class TestDemoScenario : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedTellsTheSame();
    void everyOutcomeComposes();
    void sitesAreSixtyInFourCountries();
    void plantedRatesAreThere();
    void oneSiteOverReports();
    void oneSiteFellSilent();
    void oneClockIsAhead();
    void retractionsTakeBackTheirOwn();
    void amendmentsChangeTheirOwn();
    void someAreToldTwice();
    void liveOutcomesComeFromHonestSites();
};

void TestDemoScenario::theSameSeedTellsTheSame() {
    const auto first = digestOf(history());
    QCOMPARE(digestOf(history()), first);
    // Times hang on the end alone.
    std::vector<DemoAct> later = history(kSeed, kEnd + 86400);
    for (auto& act : later) {
        act.issued -= 86400;
    }
    QCOMPARE(digestOf(later), first);
    QVERIFY(digestOf(history(kSeed + 1)) != first);
}

void TestDemoScenario::everyOutcomeComposes() {
    DemoScenario scenario(kSeed);
    auto acts = scenario.history(kEnd, kActs);
    QCOMPARE(acts.size(), kActs);
    for (int i = 0; i < 100; ++i) {
        acts.push_back(scenario.next(kEnd));
    }
    for (const auto& act : acts) {
        if (act.outcome.empty()) {
            continue;
        }
        const auto composed = compose(shippedPacks(), shippedSystems(), act.outcome);
        const auto why = composed.problems.empty() ? std::string() : composed.problems.front().detail;
        QVERIFY2(composed.composed, (act.outcome + " " + why).c_str());
        QVERIFY(composed.composed->bytes <= kMaxPacketBytes);
    }
}

void TestDemoScenario::sitesAreSixtyInFourCountries() {
    std::set<std::string> names;
    std::map<std::string, int> countries;
    for (const auto& site : demoSites()) {
        names.insert(site.name);
        ++countries[site.country];
    }
    QCOMPARE(names.size(), kDemoSites);
    QCOMPARE(countries.size(), std::size_t{4});
    for (const auto& [country, sites] : countries) {
        QCOMPARE(sites, 15);
    }
}

void TestDemoScenario::plantedRatesAreThere() {
    for (const auto& story : demoStories()) {
        const auto seen = seenOf(story, DemoManner::AsItHappened);
        const double planted = story.eventsPerMille / 1000.0;
        const double expected = planted * seen.n;
        const double spread = std::sqrt(seen.n * planted * (1 - planted));
        qInfo("%s with %s: %d of %d, planted %.3f", story.object.c_str(), story.precipitant.c_str(), seen.events,
              seen.n, planted);
        QVERIFY(seen.n > 100);
        QVERIFY(std::abs(seen.events - expected) <= 3 * spread + 1);
    }
}

void TestDemoScenario::oneSiteOverReports() {
    const auto seen = seenOf(demoStories().front(), DemoManner::OverReports);
    const auto honest = seenOf(demoStories().front(), DemoManner::AsItHappened);
    QVERIFY(seen.n > 100 && seen.n * 20 > honest.n);
    QVERIFY(seen.events * 100 > seen.n * 88);
    for (const auto& story : demoStories()) {
        if (&story != &demoStories().front()) {
            QVERIFY(seenOf(story, DemoManner::OverReports).n <= seen.n / 20); // told again after others
        }
    }
}

void TestDemoScenario::oneSiteFellSilent() {
    int before = 0;
    for (const auto& act : history()) {
        if (mannerOf(act) == DemoManner::FellSilent) {
            QVERIFY(act.issued <= kEnd - 270 * 86400 || act.target);
            ++before;
        }
    }
    QVERIFY(before > 5);
}

void TestDemoScenario::oneClockIsAhead() {
    for (const auto& act : history()) {
        QVERIFY(act.issued <= kEnd || (mannerOf(act) == DemoManner::ClockAhead && act.issued > kEnd + kMaxFuture));
    }
}

void TestDemoScenario::retractionsTakeBackTheirOwn() {
    const auto acts = history();
    std::set<std::size_t> targets;
    for (std::size_t i = 0; i < acts.size(); ++i) {
        if (acts[i].outcome.empty()) {
            QVERIFY(acts[i].target && *acts[i].target < i);
            QVERIFY(targets.insert(*acts[i].target).second);
            QCOMPARE(acts[*acts[i].target].site, acts[i].site);
            QVERIFY(!acts[*acts[i].target].outcome.empty());
        }
    }
    QVERIFY(targets.size() >= 15 && targets.size() <= 50);
}

void TestDemoScenario::amendmentsChangeTheirOwn() {
    const auto acts = history();
    std::set<std::size_t> targets;
    std::size_t amended = 0;
    for (std::size_t i = 0; i < acts.size(); ++i) {
        if (!acts[i].target) {
            continue;
        }
        const auto& before = acts[*acts[i].target];
        QVERIFY(targets.insert(*acts[i].target).second); // one change a version
        if (acts[i].outcome.empty()) {
            continue;
        }
        ++amended;
        QCOMPARE(before.site, acts[i].site);
        QCOMPARE(mannerOf(acts[i]), DemoManner::AsItHappened);
        const auto old = nlohmann::json::parse(before.outcome);
        const auto now = nlohmann::json::parse(acts[i].outcome);
        QVERIFY(old != now);
        QVERIFY(old["condition"] == now["condition"]);
        QVERIFY(old["outcome"]["observed"] == now["outcome"]["observed"]);
    }
    qInfo("%zu amendments of %zu", amended, acts.size());
    QVERIFY(amended >= acts.size() * 4 / 100 && amended <= acts.size() * 6 / 100);
}

void TestDemoScenario::someAreToldTwice() {
    const auto acts = history();
    std::size_t again = 0;
    for (std::size_t i = 1; i < acts.size(); ++i) {
        again += !acts[i].outcome.empty() && acts[i].outcome == acts[i - 1].outcome ? std::size_t{1} : 0;
    }
    QVERIFY(again >= 35 && again <= 90);
}

void TestDemoScenario::liveOutcomesComeFromHonestSites() {
    DemoScenario scenario(kSeed);
    std::set<std::size_t> sites;
    for (int i = 0; i < 500; ++i) {
        const auto act = scenario.next(kEnd + i);
        QCOMPARE(mannerOf(act), DemoManner::AsItHappened);
        QCOMPARE(act.issued, kEnd + i);
        sites.insert(act.site);
    }
    QVERIFY(sites.size() > 50);
}

QTEST_APPLESS_MAIN(TestDemoScenario)
#include "tst_demo_scenario.moc"
