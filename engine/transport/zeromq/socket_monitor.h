#pragma once

#include <zmq.hpp>

#include <cstdint>
#include <optional>

namespace qis::core {

/// The events of one socket, read without blocking by the thread that owns the socket.
class SocketMonitor {
public:
    struct Event {
        std::uint16_t kind = 0; ///< ZMQ_EVENT_...
        std::int32_t value = 0; ///< a file descriptor, an errno or a status, depending on the kind
    };

    /// Starts watching; do this before the socket binds or connects.
    SocketMonitor(zmq::context_t& context, zmq::socket_ref watched);
    ~SocketMonitor();
    SocketMonitor(const SocketMonitor&) = delete;
    SocketMonitor& operator=(const SocketMonitor&) = delete;

    [[nodiscard]] std::optional<Event> next();
    [[nodiscard]] zmq::socket_ref socket() { return m_events; }

private:
    zmq::socket_ref m_watched;
    zmq::socket_t m_events;
};

} // namespace qis::core
