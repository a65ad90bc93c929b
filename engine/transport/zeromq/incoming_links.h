#pragma once

#include "transport/zeromq/incoming_table.h"
#include "transport/zeromq/io_shared.h"
#include "transport/zeromq/socket_monitor.h"
#include "transport/zeromq/zap_handler.h"

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

namespace qis::core {

/// The peers that connect to this node: one ROUTER socket bound to every listening address. A link
/// begins with the first frame of a connection, whose key CURVE authenticated and ZAP admitted, and
/// ends when the connection breaks, a send finds nobody, or the table needs the room. libzmq cannot
/// drop one connection of a ROUTER socket: a link given up here can come back with its next frame.
class IncomingLinks {
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    /// `admission` must be bound already.
    IncomingLinks(IoShared& shared, const ZapHandler& admission);

    [[nodiscard]] Result<std::string> bind(const std::string& address);
    [[nodiscard]] bool has(LinkId id) { return m_table.find(id) != nullptr; }
    void send(LinkId id, Bytes frame);
    void forget(LinkId id);
    /// Forgets the links whose keys are no longer admitted.
    void forgetNotAdmitted();

    /// Reads what happened to connections.
    void readMonitor();
    /// Reads frames, up to one turn's share.
    void read();
    /// Sends from the backlogs if the time for another attempt has come.
    void retry(TimePoint now);

    [[nodiscard]] zmq::socket_ref socket() { return m_socket; }
    [[nodiscard]] zmq::socket_ref monitorSocket() { return m_monitor.socket(); }
    [[nodiscard]] std::optional<TimePoint> retryAt() const { return m_retryAt; }
    /// Some link waits for the socket to be read empty.
    [[nodiscard]] bool isClosing() const { return !m_closing.empty(); }

private:
    enum class Sent : std::uint8_t { Yes, Full, Nobody };
    struct Connection {
        bool spoke = false; ///< a frame came that was authenticated
        LinkId link = 0;    ///< 0: none
    };

    void handle(const SocketMonitor::Event& event);
    void disconnected(int descriptor);
    void stopBeingSilent();
    void receive(const zmq::message_t& routingId, const zmq::message_t& frame);
    /// nullptr: refused.
    IncomingLink* linkOf(const zmq::message_t& routingId, const zmq::message_t& frame);
    IncomingLink* begin(std::string_view routingId, std::string_view userId, int descriptor);
    void startClosing(LinkId id);
    void finishClosing();
    Sent trySend(const IncomingLink& link, const Bytes& frame);
    /// False: the link is gone.
    bool flush(IncomingLink& link, bool& progress);

    IoShared& m_shared;
    const ZapHandler& m_admission;
    zmq::socket_t m_socket;
    SocketMonitor m_monitor;
    IncomingTable m_table;

    std::unordered_map<int, Connection> m_connections; ///< open ones, by descriptor
    std::size_t m_silent = 0;                          ///< handshakes done, no frame yet
    bool m_failureReported = false;                    ///< the next disconnection belongs to a failed handshake
    std::set<LinkId> m_closing;

    std::set<LinkId> m_blocked; ///< links with a backlog
    std::optional<TimePoint> m_retryAt;
    std::chrono::milliseconds m_retryDelay;
};

} // namespace qis::core
