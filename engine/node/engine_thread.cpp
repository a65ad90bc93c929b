#include "node/engine_thread.h"

#include "crypto/sodium.h"
#include "node/home.h"
#include "transport/zeromq/zeromq_transport.h"

#include <algorithm>
#include <chrono>

namespace qis::core {

namespace {

/// Frames taken in ahead of the disk: enough for one good transaction, little enough for memory.
constexpr std::size_t kMaxInboxBytes = 16U << 20U;
constexpr std::size_t kMaxInboxEvents = 4096;
constexpr std::chrono::milliseconds kLongestSleep{1000};

} // namespace

EngineThread::~EngineThread() {
    stop();
}

Status EngineThread::open(const EngineOptions& options, std::shared_ptr<const Catalogue> shared) {
    if (auto ready = initCrypto(); !ready) {
        return ready;
    }
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t workers = shared == nullptr ? std::min<std::size_t>(cores - 1, 3) : 0;
    if (shared == nullptr) {
        auto catalogue = Catalogue::load(options.resources.empty() ? defaultResources() : options.resources);
        if (!catalogue) {
            return catalogue.error();
        }
        shared = *catalogue;
    }
    m_catalogue = std::move(shared);
    if (options.undoSeconds < 0 || options.undoSeconds > 600) {
        return fail(Code::BadArgument, "the undo window is 0 to 600 seconds", "undo");
    }
    auto home = openHome(options.folder, options.passphrase);
    if (!home) {
        return home.error();
    }
    if (options.network) {
        m_transport = makeZeroMqTransport(home->link, *this);
    }
    m_core = std::make_unique<NodeCore>(std::move(home).value(), m_catalogue, m_clock, workers, *this);
    m_commands = std::make_unique<Commands>(m_catalogue, m_clock, m_core.get());
    auto started = m_core->start();
    if (started && m_transport != nullptr) {
        started = m_core->goOnline(*m_transport, options.listen, options.join);
    }
    if (!started) {
        stop();
        return started;
    }
    m_thread = std::thread([this] { run(); });
    return {};
}

void EngineThread::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable()) {
        m_thread.join();
    }
    // First no more calls from the transport's thread, then what they would reach.
    if (m_transport != nullptr) {
        m_transport->stop();
    }
    if (m_core != nullptr) {
        (void)m_core->flush().ok(); // a failure here costs repeated frames, nothing else
    }
    m_tasks.clear();
    m_commands.reset();
    m_core.reset();
    m_transport.reset();
}

bool EngineThread::post(Task task) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping) {
            return false;
        }
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
    return true;
}

void EngineThread::runCommand(std::string request, std::function<void(CommandAnswer)> reply) {
    auto shared = std::make_shared<std::function<void(CommandAnswer)>>(std::move(reply));
    const bool posted =
        post([this, request = std::move(request), shared](NodeCore&) { m_commands->run(request, *shared); });
    if (!posted) {
        (*shared)(refusal(fail(Code::Stopped)));
    }
}

void EngineThread::run() {
    std::deque<Task> tasks;
    std::vector<Event> events;
    bool moreIdleWork = true;
    for (;;) {
        const auto due = m_core->nextTickIn();
        {
            std::unique_lock lock(m_mutex);
            const auto ready = [this] {
                return m_stopping || !m_tasks.empty() || !m_inbox.empty() || !m_refused.empty();
            };
            if (!moreIdleWork) {
                const auto sleep = due ? std::min(kLongestSleep, std::chrono::milliseconds(*due)) : kLongestSleep;
                m_wake.wait_for(lock, sleep, ready);
            }
            if (m_stopping) {
                return;
            }
            tasks.swap(m_tasks);
            events.swap(m_inbox);
            m_inboxBytes = 0;
            for (const auto& [code, times] : m_refused) {
                m_core->count("link-" + std::string(codeName(code)), times);
            }
            m_refused.clear();
            if (m_paused) {
                m_paused = false;
                m_transport->resumeReading();
            }
        }
        for (auto& task : tasks) {
            task(*m_core);
        }
        tasks.clear();
        if (!events.empty()) {
            m_core->network(std::move(events));
            events.clear();
        }
        m_core->tick();
        moreIdleWork = m_core->idleSlice();
    }
}

bool EngineThread::pushEvent(Event event, std::size_t bytes) {
    bool keepReading = true;
    {
        const std::lock_guard lock(m_mutex);
        m_inbox.push_back(std::move(event));
        m_inboxBytes += bytes;
        if (m_inboxBytes > kMaxInboxBytes || m_inbox.size() > kMaxInboxEvents) {
            m_paused = true;
            keepReading = false;
        }
    }
    m_wake.notify_one();
    return keepReading;
}

void EngineThread::linkUp(LinkId link, const LinkKey& peer, bool outgoing) {
    (void)pushEvent(event::LinkUp{link, peer, outgoing}, 0);
}

void EngineThread::linkDown(LinkId link) {
    (void)pushEvent(event::LinkDown{link}, 0);
}

bool EngineThread::received(LinkId link, const LinkKey& peer, Bytes frame) {
    const std::size_t bytes = frame.size();
    return pushEvent(event::Received{link, peer, std::move(frame)}, bytes);
}

void EngineThread::refused(Code code) {
    {
        const std::lock_guard lock(m_mutex);
        ++m_refused[code];
    }
    m_wake.notify_one();
}

void EngineThread::changed(Change change) {
    const std::lock_guard lock(m_listenerMutex);
    for (const auto& [number, listener] : m_listeners) {
        listener(change);
    }
}

std::uint64_t EngineThread::addListener(Listener listener) {
    const std::lock_guard lock(m_listenerMutex);
    const auto number = m_nextListener++;
    m_listeners[number] = std::move(listener);
    return number;
}

void EngineThread::removeListener(std::uint64_t number) {
    const std::lock_guard lock(m_listenerMutex);
    m_listeners.erase(number);
}

} // namespace qis::core
