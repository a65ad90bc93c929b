#pragma once

#include <qis/engine.h>

namespace qis {

/// What a demo consists of. Everything in it is invented, and no real network accepts its keys.
struct DemoRequest {
    /// Wholly owned by the demo: emptied at its beginning and removed at its end. Refused
    /// (home-exists) when there is something in it that no demo has put there.
    std::filesystem::path folder;
    std::filesystem::path resources; ///< empty: the installed ones
    std::string siteName;            ///< of the visitor's own home
    std::uint64_t seed = 20260401;
    int relays = 12;           ///< 2..32 running nodes, each with its own ZeroMQ context
    int history = 3000;        ///< 0..250000 signed acts of 60 sites
    int millisBetween = 10000; ///< between live outcomes, at least 100
};

enum class DemoStep : std::uint8_t { WritingHistory, StartingRelays, MakingHome, Ready };

struct DemoInfo {
    std::filesystem::path home;    ///< the visitor's home, ready to be opened
    std::vector<std::string> join; ///< what to join
    std::vector<std::string> listen;
    std::size_t relays = 0;
    std::size_t sites = 0;
    std::size_t history = 0;
};

/// A swarm of running nodes on this computer. Destroying it stops them and removes their homes, and
/// the visitor's home too when no process holds it.
class Demo {
public:
    Demo() = default;
    virtual ~Demo() = default;
    Demo(const Demo&) = delete;
    Demo& operator=(const Demo&) = delete;
    [[nodiscard]] virtual const DemoInfo& info() const = 0;
    /// No outcomes arrive while it is paused.
    virtual void setPaused(bool paused) = 0;
    /// One more outcome now.
    virtual void sendNow() = 0;
};

/// Makes a demo on a thread of its own; `progress` and `reply` are called there. `cancelled` is
/// asked between steps; a demo cancelled so answers "stopped" and leaves nothing behind.
void startDemo(DemoRequest request, std::function<void(DemoStep, int perCent)> progress,
               std::function<bool()> cancelled, Reply<std::unique_ptr<Demo>> reply);
/// The same on the calling thread.
[[nodiscard]] Answer<std::unique_ptr<Demo>> startDemoHere(const DemoRequest& request,
                                                          const std::function<void(DemoStep, int perCent)>& progress,
                                                          const std::function<bool()>& cancelled);

} // namespace qis
