#include "transport/zeromq/command_queue.h"

namespace qis::core {

namespace {
constexpr const char* kWakeAddress = "inproc://wake";
} // namespace

CommandQueue::CommandQueue(zmq::context_t& context, const ZeroMqOptions& options)
    : m_options(options)
    , m_wakeReceiver(context, zmq::socket_type::pair)
    , m_wakeSender(context, zmq::socket_type::pair) {
    m_wakeReceiver.set(zmq::sockopt::linger, 0);
    m_wakeSender.set(zmq::sockopt::linger, 0);
    m_wakeReceiver.bind(kWakeAddress);
    m_wakeSender.connect(kWakeAddress);
}

bool CommandQueue::push(Command&& command) {
    const std::lock_guard lock(m_mutex);
    if (m_closed) {
        return false;
    }
    if (const auto* send = std::get_if<SendCommand>(&command)) {
        if (m_frames >= m_options.queuedFrames || m_bytes + send->frame.size() > m_options.queuedBytes) {
            return false;
        }
        ++m_frames;
        m_bytes += send->frame.size();
    }
    const bool wasEmpty = m_commands.empty();
    m_commands.push_back(std::move(command));
    if (wasEmpty) {
        wakeLocked();
    }
    return true;
}

void CommandQueue::wake() {
    const std::lock_guard lock(m_mutex);
    if (!m_closed) {
        wakeLocked();
    }
}

void CommandQueue::close() {
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_wakeSender.close();
    m_wakeReceiver.close();
}

void CommandQueue::take(std::vector<Command>& into) {
    const std::lock_guard lock(m_mutex);
    m_commands.swap(into);
    m_frames = 0;
    m_bytes = 0;
}

void CommandQueue::clearWakeUps() {
    zmq::message_t message;
    while (m_wakeReceiver.recv(message, zmq::recv_flags::dontwait)) {
    }
}

void CommandQueue::wakeLocked() {
    // A full wake-up socket is fine: the thread has been woken often enough.
    (void)m_wakeSender.send(zmq::message_t(), zmq::send_flags::dontwait);
}

} // namespace qis::core
