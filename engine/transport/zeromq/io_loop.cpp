#include "transport/zeromq/io_loop.h"

#include <algorithm>
#include <chrono>
#include <utility>
#ifndef _WIN32
#include <csignal>
#endif

namespace qis::core {

namespace {

using SteadyClock = std::chrono::steady_clock;

// A turn that fails again and again would otherwise spin for ever.
constexpr int kMaxFailuresInARow = 100;

void leaveSignalsToTheMainThread() {
#ifndef _WIN32
    sigset_t all;
    sigfillset(&all);
    (void)pthread_sigmask(SIG_BLOCK, &all, nullptr);
#endif
}

// Places in IoLoop::m_items; each open outgoing link then has its monitor and its socket.
enum Item : std::size_t { WakeItem, ZapItem, MonitorItem, RouterItem, FirstLinkItem };

zmq_pollitem_t item(zmq::socket_ref socket, int events) {
    return {socket.handle(), 0, static_cast<short>(events), 0};
}

} // namespace

IoLoop::IoLoop(IoShared& shared, CommandQueue& queue)
    : m_shared(shared)
    , m_queue(queue)
    , m_zap(shared.context)
    , m_incoming(shared, m_zap) {}

void IoLoop::run() noexcept {
    leaveSignalsToTheMainThread();
    int failures = 0;
    while (!m_shared.stopping && failures < kMaxFailuresInARow) {
        try {
            turn();
            failures = 0;
        } catch (const std::exception&) {
            ++failures;
            m_shared.mediator.refused(Code::Internal);
        }
    }
    m_queue.close();
    refuseLeftOver();
    m_outgoing.clear();
}

void IoLoop::turn() {
    waitForWork();
    if (isReady(WakeItem)) {
        m_queue.clearWakeUps();
    }
    if (isReady(ZapItem)) {
        m_zap.answer();
    }
    if (isReady(MonitorItem)) {
        m_incoming.readMonitor();
    }
    if (isReady(RouterItem) || m_incoming.isClosing()) {
        m_incoming.read();
    }
    std::size_t next = FirstLinkItem;
    for (auto& [id, link] : m_outgoing) {
        if (link.isOpen()) {
            serve(link, isReady(next), isReady(next + 1));
            next += 2;
        }
    }
    takeCommands();
    const auto now = SteadyClock::now();
    m_incoming.retry(now);
    for (auto& [id, link] : m_outgoing) {
        link.retry(now);
    }
}

void IoLoop::serve(OutgoingLink& link, bool monitorReady, bool socketReady) {
    if (monitorReady) {
        link.readMonitor();
    }
    if (socketReady || link.isClosing()) {
        link.read();
    }
    if (link.wantsToSend()) {
        link.flush();
    }
}

void IoLoop::waitForWork() {
    const int reads = m_shared.mayRead() ? ZMQ_POLLIN : 0;
    m_items.clear();
    m_items.push_back(item(m_queue.wakeSocket(), ZMQ_POLLIN));
    m_items.push_back(item(m_zap.socket(), ZMQ_POLLIN));
    m_items.push_back(item(m_incoming.monitorSocket(), ZMQ_POLLIN));
    m_items.push_back(item(m_incoming.socket(), reads));
    for (auto& [id, link] : m_outgoing) {
        if (link.isOpen()) {
            m_items.push_back(item(link.monitorSocket(), ZMQ_POLLIN));
            m_items.push_back(item(link.socket(), reads | (link.wantsToSend() ? ZMQ_POLLOUT : 0)));
        }
    }
    // An interrupted or failed wait only means a turn that finds nothing to do: zmq_poll leaves the
    // results as they are then, and they begin as zero.
    (void)zmq_poll(m_items.data(), static_cast<int>(m_items.size()), timeout());
}

long IoLoop::timeout() const {
    auto at = m_incoming.retryAt();
    for (const auto& [id, link] : m_outgoing) {
        if (const auto other = link.retryAt(); other && (!at || *other < *at)) {
            at = other;
        }
    }
    if (!at) {
        return -1;
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*at - SteadyClock::now()).count();
    return static_cast<long>(std::clamp<std::int64_t>(left, 0, 60'000));
}

void IoLoop::takeCommands() {
    m_queue.take(m_commands);
    for (Command& command : m_commands) {
        if (m_shared.stopping && !std::holds_alternative<ListenCommand>(command)) {
            continue;
        }
        std::visit([this](auto& one) { runCommand(one); }, command);
    }
    m_commands.clear();
}

void IoLoop::runCommand(SendCommand& command) {
    if (const auto found = m_outgoing.find(command.link); found != m_outgoing.end()) {
        found->second.send(std::move(command.frame));
    } else {
        m_incoming.send(command.link, std::move(command.frame));
    }
}

void IoLoop::runCommand(ConnectCommand& command) {
    const auto added = m_outgoing.try_emplace(command.link, m_shared, command.link, std::move(command.endpoint));
    added.first->second.open();
}

void IoLoop::runCommand(const CloseCommand& command) {
    if (m_outgoing.erase(command.link) == 0) {
        m_incoming.forget(command.link);
    }
}

void IoLoop::runCommand(ListenCommand& command) {
    if (m_shared.stopping) {
        command.answer.set_value(fail(Code::Stopped));
        return;
    }
    command.answer.set_value(m_incoming.bind(command.address));
}

void IoLoop::runCommand(AdmissionCommand& command) {
    m_zap.setAdmission(std::move(command.allowed));
    m_incoming.forgetNotAdmitted();
}

void IoLoop::runCommand(const ResumeCommand&) {
    m_shared.paused = false;
}

void IoLoop::refuseLeftOver() {
    m_queue.take(m_commands);
    for (Command& command : m_commands) {
        if (auto* listen = std::get_if<ListenCommand>(&command)) {
            listen->answer.set_value(fail(Code::Stopped));
        }
    }
    m_commands.clear();
}

} // namespace qis::core
