#pragma once

#include "base/clock.h"

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace qis::core {

/// What is planted in the invented history, so that it can be found again: how often the effect of a
/// pair of medicines is seen at sites that report as it happened.
struct DemoStory {
    std::string object;
    std::string precipitant;
    std::string effect;
    int eventsPerMille = 0; ///< of outcomes at honest sites
    int share = 0;          ///< of the whole history, in parts of demoShareTotal()
    double typicalOnsetDays = 0;
};
[[nodiscard]] const std::vector<DemoStory>& demoStories();
[[nodiscard]] int demoShareTotal();

/// How a site behaves.
enum class DemoManner : std::uint8_t {
    AsItHappened,
    OverReports, ///< ten times as many outcomes of the first story, nearly all with the event
    FellSilent,  ///< nothing in the last half of the history
    ClockAhead,  ///< stamps its newest outcomes 30 hours early
};

struct DemoSite {
    std::string name;
    std::string country;
    DemoManner manner = DemoManner::AsItHappened;
};
inline constexpr std::size_t kDemoSites = 60;
[[nodiscard]] const std::vector<DemoSite>& demoSites();

/// One act of one site, in the order of time.
struct DemoAct {
    std::size_t site = 0;
    Seconds issued = 0;
    std::string outcome;               ///< outcome JSON; empty for a retraction
    std::optional<std::size_t> target; ///< the place of the act that it takes back, or amends with `outcome`
};

/// The same for the same seed, end and count, on every machine and compiler.
class DemoScenario {
public:
    explicit DemoScenario(std::uint64_t seed)
        : m_random(seed) {}

    /// `count` acts in the 540 days before `end`: outcomes, of which 2 in 100 are told again by a
    /// second site, amendments of 5 in 100 and retractions of 1 in 100.
    [[nodiscard]] std::vector<DemoAct> history(Seconds end, std::size_t count);
    /// The next live one.
    [[nodiscard]] DemoAct next(Seconds now);

private:
    [[nodiscard]] std::uint64_t below(std::uint64_t bound) { return m_random() % bound; }
    [[nodiscard]] bool perMille(int part) { return below(1000) < static_cast<std::uint64_t>(part); }
    [[nodiscard]] const DemoStory& anyStory();
    [[nodiscard]] std::size_t anySite();
    [[nodiscard]] std::string outcome(const DemoStory& story, const DemoSite& site);
    /// An outcome after those before, of `count` acts in all.
    [[nodiscard]] DemoAct report(const std::vector<DemoAct>& before, Seconds issued, Seconds end, std::size_t count);

    std::mt19937_64 m_random;
};

} // namespace qis::core
