#pragma once

#include "transport/endpoint.h"
#include "transport/zeromq/io_shared.h"
#include "transport/zeromq/socket_monitor.h"

#include <chrono>
#include <optional>

namespace qis::core {

/// One peer this node connects to: a DEALER socket that pins the peer's key. libzmq reconnects after
/// an ordinary break, but gives a connection up for good when the peer refuses the handshake or sends
/// something malformed; this class then opens a new socket itself, so that the link goes on trying
/// until it is destroyed.
class OutgoingLink {
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    OutgoingLink(IoShared& shared, LinkId id, Endpoint endpoint);
    /// Reports linkDown if the link is up, unless the transport is stopping.
    ~OutgoingLink();
    OutgoingLink(const OutgoingLink&) = delete;
    OutgoingLink& operator=(const OutgoingLink&) = delete;

    void open();
    void send(Bytes frame);

    /// Reads what happened to the connection.
    void readMonitor();
    /// Reads frames, up to one turn's share.
    void read();
    /// Sends from the backlog what libzmq takes.
    void flush();
    /// Opens a new socket if the time for it has come.
    void retry(TimePoint now);

    [[nodiscard]] bool isOpen() const { return m_socket.handle() != nullptr; }
    [[nodiscard]] zmq::socket_ref socket() { return m_socket; }
    [[nodiscard]] zmq::socket_ref monitorSocket() { return m_monitor->socket(); }
    [[nodiscard]] bool isClosing() const { return m_closing; }
    [[nodiscard]] bool wantsToSend() const { return m_up && !m_backlog.empty(); }
    [[nodiscard]] std::optional<TimePoint> retryAt() const { return m_closing ? std::nullopt : m_reopenAt; }

private:
    void close();
    void handle(const SocketMonitor::Event& event);
    void scheduleReopen();
    void finishClosing();
    /// False: libzmq takes no more now.
    bool trySend(const Bytes& frame);

    IoShared& m_shared;
    const LinkId m_id;
    const Endpoint m_endpoint;
    const bool m_hostIsName;
    zmq::socket_t m_socket;
    std::optional<SocketMonitor> m_monitor;
    SendBacklog m_backlog;
    bool m_up = false;
    bool m_closing = false; ///< broken, but frames that came before are still to be read
    bool m_ipv6 = true;
    std::chrono::milliseconds m_backoff;
    std::optional<TimePoint> m_reopenAt;
};

/// True for an address whose host is an IPv4 literal. libzmq would print such an address in its
/// IPv4-mapped IPv6 form, which nobody typed, if the socket had IPv6 switched on.
[[nodiscard]] bool isIpv4Address(std::string_view address);

} // namespace qis::core
