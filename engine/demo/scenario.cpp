#include "demo/scenario.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <numeric>

namespace qis::core {

namespace {

using Json = nlohmann::ordered_json;

constexpr Seconds kDay = 86400;
constexpr Seconds kSpan = 540 * kDay;
constexpr int kOverReporting = 10;

/// What was mistaken: the grade of what happened, or how sure one was. Never what was seen.
std::string amended(const std::string& outcome) {
    auto json = Json::parse(outcome);
    if (json["outcome"].contains("grade")) {
        const int grade = std::stoi(json["outcome"]["grade"].get<std::string>());
        json["outcome"]["grade"] = std::to_string(grade % 4 + 1);
    } else {
        const int confidence = json["confidence"].get<int>();
        json["confidence"] = confidence == 90 ? 60 : 90;
    }
    return json.dump();
}

const char* pick(const auto& words, std::uint64_t at) {
    return words[at % words.size()];
}

} // namespace

const std::vector<DemoStory>& demoStories() {
    static const std::vector<DemoStory> kStories{
        {"warfarin", "fluconazole", "gastrointestinal-bleeding", 300, 22, 6},
        {"warfarin", "azithromycin", "gastrointestinal-bleeding", 80, 14, 7},
        {"acenocoumarol", "voriconazole", "gastrointestinal-bleeding", 300, 8, 7},
        {"dolutegravir", "rifampicin", "drug-level-decreased", 600, 14, 10},
        {"simvastatin", "clarithromycin", "rhabdomyolysis", 120, 12, 9},
        {"digoxin", "clarithromycin", "digoxin-toxicity", 250, 10, 5},
        {"lithium", "ibuprofen", "lithium-toxicity", 200, 10, 8},
        {"metformin", "paracetamol", "nausea", 20, 10, 2},
    };
    return kStories;
}

int demoShareTotal() {
    const auto& stories = demoStories();
    return std::accumulate(stories.begin(), stories.end(), 0,
                           [](int sum, const DemoStory& story) { return sum + story.share; });
}

const std::vector<DemoSite>& demoSites() {
    static const std::vector<DemoSite> kSites = [] {
        static constexpr std::array kCountries{"Kenya", "India", "Brazil", "Norway"};
        static constexpr std::array kPlaces{"Lakeside",  "Hillview",   "Old Town", "Riverbank", "Market Road",
                                            "Northgate", "Palm Grove", "Harbour",  "Station",   "Green Valley",
                                            "Sunrise",   "Westfield",  "Bridge",   "Meadow",    "Cedar"};
        std::vector<DemoSite> sites;
        sites.reserve(kDemoSites);
        for (std::size_t i = 0; i < kDemoSites; ++i) {
            const char* country = kCountries[i % kCountries.size()];
            const char* place = kPlaces[i / kCountries.size()];
            sites.push_back({std::string(place) + " Clinic, " + country, country, DemoManner::AsItHappened});
        }
        sites[7].manner = DemoManner::OverReports;
        sites[22].manner = DemoManner::FellSilent;
        sites[41].manner = DemoManner::ClockAhead;
        return sites;
    }();
    return kSites;
}

const DemoStory& DemoScenario::anyStory() {
    auto at = static_cast<int>(below(static_cast<std::uint64_t>(demoShareTotal())));
    for (const auto& story : demoStories()) {
        at -= story.share;
        if (at < 0) {
            return story;
        }
    }
    return demoStories().back();
}

std::size_t DemoScenario::anySite() {
    std::size_t places = 0;
    for (const auto& site : demoSites()) {
        places += site.manner == DemoManner::OverReports ? kOverReporting : 1;
    }
    auto at = below(places);
    for (std::size_t i = 0; i < kDemoSites; ++i) {
        const std::uint64_t width = demoSites()[i].manner == DemoManner::OverReports ? kOverReporting : 1;
        if (at < width) {
            return i;
        }
        at -= width;
    }
    return 0;
}

std::string DemoScenario::outcome(const DemoStory& story, const DemoSite& site) {
    static constexpr std::array kAges{"18-44", "45-64", "45-64", "65-74", "65-74", "75-89", "75-89", "90plus"};
    static constexpr std::array kKidneys{"normal", "normal", "mild", "moderate", "moderate", "severe"};
    static constexpr std::array kTraits{"atrial-fibrillation", "ckd-stage-3",           "type-2-diabetes",
                                        "heart-failure",       "hiv-infection",         "tuberculosis",
                                        "ckd-stage-4",         "mechanical-heart-valve"};
    static constexpr std::array kEnds{"recovered", "recovered", "recovering", "not-recovered", "unknown"};
    static constexpr std::array kStopped{"positive", "positive", "not-done", "negative"};
    const bool event = perMille(site.manner == DemoManner::OverReports ? 950 : story.eventsPerMille);
    Json condition{{"object_drug", story.object},
                   {"precipitant_drug", story.precipitant},
                   {"sex", below(2) == 0 ? "female" : "male"},
                   {"age_band", pick(kAges, below(kAges.size()))}};
    std::vector<std::string> traits;
    for (const char* trait : kTraits) {
        if (perMille(220)) {
            traits.emplace_back(trait);
        }
    }
    if (!traits.empty()) {
        condition["phenotype"] = traits;
    }
    if (perMille(700)) {
        condition["renal"] = pick(kKidneys, below(kKidneys.size()));
    }
    Json found{{"effect", story.effect}, {"observed", event}};
    if (event) {
        found["grade"] = std::to_string(1 + below(4));
        found["onset_days"] = std::max(0.5, story.typicalOnsetDays * static_cast<double>(50 + below(100)) / 100.0);
        found["result"] = pick(kEnds, below(kEnds.size()));
        found["dechallenge"] = pick(kStopped, below(kStopped.size()));
    }
    const Json json{{"pack", "ddi"},
                    {"condition", std::move(condition)},
                    {"outcome", std::move(found)},
                    {"confidence", 40 + 10 * below(6)}};
    return json.dump();
}

DemoAct DemoScenario::report(const std::vector<DemoAct>& before, Seconds issued, Seconds end, std::size_t count) {
    const std::size_t i = before.size();
    DemoAct act;
    act.issued = issued;
    act.site = anySite();
    const bool silent = demoSites()[act.site].manner == DemoManner::FellSilent && issued > end - kSpan / 2;
    if (silent || (demoSites()[act.site].manner == DemoManner::OverReports && i < count / 2)) {
        act.site = (act.site + 1) % kDemoSites;
    }
    const auto& site = demoSites()[act.site];
    // What the loud site says is told by nobody else.
    const bool again = i > 0 && perMille(20) && !before[i - 1].target &&
                       demoSites()[before[i - 1].site].manner != DemoManner::OverReports;
    act.outcome = again ? before[i - 1].outcome
                        : outcome(site.manner == DemoManner::OverReports ? demoStories().front() : anyStory(), site);
    if (site.manner == DemoManner::ClockAhead && i + 100 > count) {
        act.issued = end + 30 * 3600;
    }
    return act;
}

std::vector<DemoAct> DemoScenario::history(Seconds end, std::size_t count) {
    std::vector<Seconds> times(count);
    for (auto& time : times) {
        time = end - kSpan + static_cast<Seconds>(below(static_cast<std::uint64_t>(kSpan)));
    }
    std::sort(times.begin(), times.end());
    std::vector<DemoAct> acts;
    acts.reserve(count);
    std::vector<bool> over(count, false); // amended or retracted
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t earlier = i == 0 ? 0 : below(i);
        const bool open = i > 50 && !acts[earlier].outcome.empty() && !over[earlier];
        const bool honest = open && demoSites()[acts[earlier].site].manner == DemoManner::AsItHappened;
        const bool takesBack = open && perMille(10);
        if (takesBack || (honest && perMille(55))) {
            const auto& target = acts[earlier];
            acts.push_back({target.site, times[i], takesBack ? std::string{} : amended(target.outcome), earlier});
            over[earlier] = true;
        } else {
            acts.push_back(report(acts, times[i], end, count));
        }
    }
    return acts;
}

DemoAct DemoScenario::next(Seconds now) {
    DemoAct act;
    do {
        act.site = anySite();
    } while (demoSites()[act.site].manner != DemoManner::AsItHappened);
    act.issued = now;
    act.outcome = outcome(anyStory(), demoSites()[act.site]);
    return act;
}

} // namespace qis::core
