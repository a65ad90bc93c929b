#pragma once

#include "base/clock.h"
#include "node/commands.h"
#include "node/node_core.h"
#include "transport/transport.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace qis::core {

/// The one thread that owns a running node. Others hand it tasks; the transport hands it frames,
/// within bounds: when it falls behind, the transport stops reading and the senders wait.
class EngineThread final : public Transport::Mediator, public NodeCore::Mediator {
public:
    using Task = std::function<void(NodeCore&)>;
    using Listener = std::function<void(Change)>;

    EngineThread() = default;
    ~EngineThread() override;
    EngineThread(const EngineThread&) = delete;
    EngineThread& operator=(const EngineThread&) = delete;

    /// Opens the home and begins; blocking. Called once.
    /// Several in one process may share a catalogue and then leave each other the processor: a
    /// shared one means no threads of their own for signatures.
    [[nodiscard]] Status open(const EngineOptions& options, std::shared_ptr<const Catalogue> shared = nullptr);
    /// Runs `task` on the engine thread; false when the engine has stopped, and the task is gone.
    [[nodiscard]] bool post(Task task);
    void runCommand(std::string request, std::function<void(CommandAnswer)> reply);
    void stop();

    /// Listeners are called on the engine thread, one after another, under a lock of their own: once
    /// removeListener has returned, the listener is not running and will not run.
    std::uint64_t addListener(Listener listener);
    void removeListener(std::uint64_t number);
    [[nodiscard]] std::shared_ptr<const Catalogue> catalogue() const { return m_catalogue; }

    // Transport::Mediator, on the transport's thread
    void linkUp(LinkId link, const LinkKey& peer, bool outgoing) override;
    void linkDown(LinkId link) override;
    [[nodiscard]] bool received(LinkId link, const LinkKey& peer, Bytes frame) override;
    void refused(Code code) override;

    // NodeCore::Mediator, on the engine thread
    void changed(Change change) override;

private:
    void run();
    [[nodiscard]] bool pushEvent(Event event, std::size_t bytes);

    SystemClock m_clock;
    std::shared_ptr<const Catalogue> m_catalogue;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<NodeCore> m_core;
    std::unique_ptr<Commands> m_commands;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    std::vector<Event> m_inbox;
    std::size_t m_inboxBytes = 0;
    bool m_paused = false;
    bool m_stopping = false;
    std::map<Code, std::uint64_t> m_refused;

    std::mutex m_listenerMutex;
    std::map<std::uint64_t, Listener> m_listeners;
    std::uint64_t m_nextListener = 1;

    std::thread m_thread;
};

} // namespace qis::core
