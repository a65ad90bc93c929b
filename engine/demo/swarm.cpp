// The running demo: relays that hold what sixty invented sites have signed, and one that speaks now
// and then.
#include "base/file.h"
#include "crypto/sodium.h"
#include "demo/authors.h"
#include "node/engine_thread.h"

#include <qis/demo.h>

#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

namespace qis {

namespace {

using namespace core;

constexpr const char* kMarker = "demo";
constexpr int kTriesForHome = 100;
constexpr std::chrono::milliseconds kBetweenTries{50};
constexpr const char* kLoopback = "tcp://127.0.0.1:0";

Failure failureOf(const Error& error) {
    return {std::string(codeName(error.code)), error.detail, error.field};
}

/// Empty but for the lock, or an Error.
Result<HomeLock> takeFolder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    const bool ours = std::filesystem::exists(folder / kMarker, error);
    if (!ours && !std::filesystem::is_empty(folder, error)) {
        return error ? fail(Code::BadArgument, error.message(), "folder")
                     : fail(Code::HomeExists, "this folder holds something else: " + folder.string(), "folder");
    }
    auto lock = HomeLock::take(folder);
    if (!lock) {
        return lock;
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().filename() != "lock" && entry.path().filename() != kMarker) {
            std::filesystem::remove_all(entry.path(), error);
        }
    }
    if (auto marked = writeFileAtomically(folder / kMarker, {}); !marked) {
        return marked.error();
    }
    return lock;
}

struct Interest {
    std::string name;
    std::string json;
};

/// Everything about the pair of one story.
Interest interestOf(const std::string& name, const DemoStory& story) {
    return {name, R"({"name":")" + name + R"(","pack":"ddi","prototype":{"pack":"ddi","condition":{"object_drug":")" +
                      story.object + R"(","precipitant_drug":")" + story.precipitant + R"("}}})"};
}

/// A home of the demo network that knows the invented sites.
Status makeDemoHome(const std::filesystem::path& folder, const std::string& name, const DemoAuthors& authors,
                    const std::vector<Interest>& interests, Millis now) {
    auto home = makeHome(folder, name, true, {}, VaultCost::Minimal, now / 1000);
    if (!home) {
        return home.error();
    }
    return home->store->transaction([&]() -> Status {
        for (const auto& site : authors.documents()) {
            if (auto saved = home->store->saveDocument(site.hash, "site", site.bytes); !saved) {
                return saved;
            }
        }
        for (const auto& interest : interests) {
            if (const auto added = home->store->addProfile(interest.name, interest.json, now); !added) {
                return added.error();
            }
        }
        return {};
    });
}

class Swarm final : public Demo {
public:
    explicit Swarm(const DemoRequest& request)
        : m_request(request)
        , m_scenario(request.seed) {}
    ~Swarm() override;

    [[nodiscard]] Status begin(const std::function<void(DemoStep, int)>& progress,
                               const std::function<bool()>& cancelled);

    [[nodiscard]] const DemoInfo& info() const override { return m_info; }
    void setPaused(bool paused) override;
    void sendNow() override;

private:
    [[nodiscard]] std::filesystem::path relayFolder(int relay) const {
        return m_request.folder / ("relay-" + std::to_string(relay + 1));
    }
    [[nodiscard]] Status openRelay(int relay, const std::vector<Bytes>& packets, const std::vector<DemoAct>& acts);
    void speak();
    void runLive();

    DemoRequest m_request;
    DemoInfo m_info;
    DemoScenario m_scenario;
    SystemClock m_clock;
    std::optional<HomeLock> m_lock;
    std::shared_ptr<const Catalogue> m_catalogue;
    std::optional<DemoAuthors> m_authors;
    std::vector<std::unique_ptr<EngineThread>> m_relays;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    bool m_paused = false;
    int m_asked = 0; ///< to be sent at once
    std::thread m_live;
};

Swarm::~Swarm() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_live.joinable()) {
        m_live.join();
    }
    for (auto& relay : m_relays) {
        relay->stop();
    }
    m_relays.clear();
    if (!m_lock) {
        return;
    }
    std::error_code ignored;
    const auto home = m_request.folder / "home";
    // An engine may still be letting go of it; what somebody holds longer the next demo clears away.
    bool inUse = std::filesystem::exists(home, ignored);
    for (int tries = 0; inUse && tries < kTriesForHome; ++tries) {
        inUse = !HomeLock::take(home);
        if (inUse) {
            std::this_thread::sleep_for(kBetweenTries);
        }
    }
    for (const auto& entry : std::filesystem::directory_iterator(m_request.folder, ignored)) {
        if (!inUse || entry.path().filename().string().starts_with("relay-")) {
            std::filesystem::remove_all(entry.path(), ignored);
        }
    }
    if (!inUse) {
        std::filesystem::remove(m_request.folder, ignored);
    }
}

Status Swarm::begin(const std::function<void(DemoStep, int)>& progress, const std::function<bool()>& cancelled) {
    if (m_request.relays < 2 || m_request.relays > 32 || m_request.history < 0 || m_request.history > 250000 ||
        m_request.millisBetween < 100) {
        return fail(Code::BadArgument, "relays 2 to 32, history up to 250,000 and 100 ms or more between", "demo");
    }
    if (auto ready = initCrypto(); !ready) {
        return ready;
    }
    auto lock = takeFolder(m_request.folder);
    if (!lock) {
        return lock.error();
    }
    m_lock = std::move(lock).value();
    progress(DemoStep::WritingHistory, 0);
    auto catalogue = Catalogue::load(m_request.resources.empty() ? defaultResources() : m_request.resources);
    if (!catalogue) {
        return catalogue.error();
    }
    m_catalogue = *catalogue;
    const Millis now = m_clock.wallMillis();
    auto authors = DemoAuthors::make(now / 1000);
    if (!authors) {
        return authors.error();
    }
    m_authors = std::move(authors).value();
    const auto acts = m_scenario.history(now / 1000, static_cast<std::size_t>(m_request.history));
    const auto packets = m_authors->write(*m_catalogue, acts);
    if (!packets) {
        return packets.error();
    }
    for (int relay = 0; relay < m_request.relays; ++relay) {
        progress(DemoStep::StartingRelays, 100 * relay / m_request.relays);
        if (cancelled()) {
            return fail(Code::Stopped);
        }
        if (auto opened = openRelay(relay, *packets, acts); !opened) {
            return opened;
        }
    }
    progress(DemoStep::MakingHome, 0);
    const auto& stories = demoStories();
    m_info.home = m_request.folder / "home";
    const auto& first = stories.at(0);
    const auto& fourth = stories.at(3);
    if (auto made = makeDemoHome(
            m_info.home, m_request.siteName.empty() ? "Visitor" : m_request.siteName, *m_authors,
            {interestOf("Warfarin with fluconazole", first), interestOf("Dolutegravir with rifampicin", fourth)}, now);
        !made) {
        return made;
    }
    if (cancelled()) {
        return fail(Code::Stopped);
    }
    m_info.listen = {kLoopback};
    m_info.relays = m_relays.size();
    m_info.sites = kDemoSites;
    m_info.history = packets->size();
    m_live = std::thread([this] { runLive(); });
    progress(DemoStep::Ready, 100);
    return {};
}

Status Swarm::openRelay(int relay, const std::vector<Bytes>& packets, const std::vector<DemoAct>& acts) {
    const auto place = static_cast<std::size_t>(relay);
    const auto& stories = demoStories();
    const auto folder = relayFolder(relay);
    if (auto made = makeDemoHome(folder, "Relay " + std::to_string(relay + 1), *m_authors,
                                 {interestOf("What this relay looks for", stories[place % stories.size()])},
                                 m_clock.wallMillis());
        !made) {
        return made;
    }
    EngineOptions options;
    options.folder = folder;
    options.listen = {kLoopback};
    options.join = m_info.join;
    options.controlSocket = false;
    auto thread = std::make_unique<EngineThread>();
    if (auto opened = thread->open(options, m_catalogue); !opened) {
        return opened;
    }
    std::vector<Bytes> own;
    for (std::size_t i = 0; i < packets.size(); ++i) {
        if (acts[i].site % static_cast<std::size_t>(m_request.relays) == place) {
            own.push_back(packets[i]);
        }
    }
    std::promise<Result<std::vector<std::string>>> done;
    auto answer = done.get_future();
    const bool posted = thread->post([&done, own = std::move(own)](NodeCore& node) mutable {
        const auto taken = node.importPackets(std::move(own));
        done.set_value(taken ? Result<std::vector<std::string>>(node.endpoints()) : taken.error());
    });
    if (!posted) {
        return fail(Code::Stopped);
    }
    const auto endpoints = answer.get();
    if (!endpoints) {
        return endpoints.error();
    }
    if (m_info.join.empty()) {
        m_info.join = *endpoints;
    }
    m_relays.push_back(std::move(thread));
    return {};
}

void Swarm::speak() {
    const auto act = m_scenario.next(m_clock.wallMillis() / 1000);
    auto packet = m_authors->write(*m_catalogue, act);
    if (!packet) {
        return; // composing what the scenario writes is covered by tests; a demo just says nothing
    }
    const auto relay = act.site % m_relays.size();
    (void)m_relays[relay]->post([bytes = std::move(packet).value()](NodeCore& node) mutable {
        std::vector<Bytes> one;
        one.push_back(std::move(bytes));
        (void)node.importPackets(std::move(one)).ok(); // trouble of the store is counted by the node
    });
}

void Swarm::runLive() {
    std::unique_lock lock(m_mutex);
    const auto between = std::chrono::milliseconds(m_request.millisBetween);
    while (!m_stopping) {
        const bool asked = m_wake.wait_for(lock, between, [this] { return m_stopping || m_asked > 0; });
        if (m_stopping) {
            return;
        }
        if (asked) {
            --m_asked;
        } else if (m_paused) {
            continue;
        }
        lock.unlock();
        speak();
        lock.lock();
    }
}

void Swarm::setPaused(bool paused) {
    const std::lock_guard lock(m_mutex);
    m_paused = paused;
}

void Swarm::sendNow() {
    {
        const std::lock_guard lock(m_mutex);
        ++m_asked;
    }
    m_wake.notify_all();
}

} // namespace

Answer<std::unique_ptr<Demo>> startDemoHere(const DemoRequest& request,
                                            const std::function<void(DemoStep, int perCent)>& progress,
                                            const std::function<bool()>& cancelled) {
    auto swarm = std::make_unique<Swarm>(request);
    if (auto begun = swarm->begin(progress, cancelled); !begun) {
        return {std::nullopt, failureOf(begun.error())};
    }
    return {std::move(swarm), {}};
}

void startDemo(DemoRequest request, std::function<void(DemoStep, int perCent)> progress,
               std::function<bool()> cancelled, Reply<std::unique_ptr<Demo>> reply) {
    std::thread([request = std::move(request), progress = std::move(progress), cancelled = std::move(cancelled),
                 reply = std::move(reply)] {
        reply(startDemoHere(request, progress, cancelled));
    }).detach();
}

} // namespace qis
