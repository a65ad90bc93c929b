#include "transport/zeromq/socket_monitor.h"

#include <atomic>
#include <cstring>
#include <string>

namespace qis::core {

namespace {

constexpr int kWatched = ZMQ_EVENT_CONNECTED | ZMQ_EVENT_CONNECT_RETRIED | ZMQ_EVENT_ACCEPTED | ZMQ_EVENT_DISCONNECTED |
                         ZMQ_EVENT_CLOSED | ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL |
                         ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL | ZMQ_EVENT_HANDSHAKE_FAILED_AUTH;

std::string nextAddress() {
    static std::atomic<std::uint64_t> counter{0};
    return "inproc://monitor-" + std::to_string(++counter);
}

} // namespace

SocketMonitor::SocketMonitor(zmq::context_t& context, zmq::socket_ref watched)
    : m_watched(watched)
    , m_events(context, zmq::socket_type::pair) {
    // libzmq writes events with a blocking send from its own thread, and one more when monitoring
    // stops: with a bounded queue a burst of connections could stop all traffic.
    m_events.set(zmq::sockopt::rcvhwm, 0);
    m_events.set(zmq::sockopt::linger, 0);
    const std::string address = nextAddress();
    if (zmq_socket_monitor(m_watched.handle(), address.c_str(), kWatched) != 0) {
        throw zmq::error_t();
    }
    m_events.connect(address);
}

SocketMonitor::~SocketMonitor() {
    (void)zmq_socket_monitor(m_watched.handle(), nullptr, 0);
}

std::optional<SocketMonitor::Event> SocketMonitor::next() {
    zmq::message_t head;
    while (m_events.recv(head, zmq::recv_flags::dontwait)) {
        zmq::message_t address;
        if (head.more()) {
            (void)m_events.recv(address, zmq::recv_flags::dontwait);
        }
        Event event;
        if (head.size() != sizeof event.kind + sizeof event.value) {
            continue;
        }
        std::memcpy(&event.kind, head.data(), sizeof event.kind);
        std::memcpy(&event.value, head.data<std::uint8_t>() + sizeof event.kind, sizeof event.value);
        return event;
    }
    return std::nullopt;
}

} // namespace qis::core
