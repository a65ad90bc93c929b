#include "transport/zeromq/incoming_links.h"

#include "transport/zeromq/outgoing_link.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace qis::core {

namespace {

constexpr std::chrono::milliseconds kFirstRetry{1};
constexpr std::chrono::milliseconds kLastRetry{16};

std::string_view property(const zmq::message_t& message, const char* name) {
    const char* text = zmq_msg_gets(message.handle(), name);
    return text != nullptr ? std::string_view(text) : std::string_view();
}

int descriptorOf(const zmq::message_t& message) {
    const auto text = property(message, "__fd");
    int result = -1;
    std::from_chars(text.data(), text.data() + text.size(), result);
    return result;
}

} // namespace

IncomingLinks::IncomingLinks(IoShared& shared, const ZapHandler& admission)
    : m_shared(shared)
    , m_admission(admission)
    , m_socket(shared.context, zmq::socket_type::router)
    , m_monitor(shared.context, m_socket)
    , m_retryDelay(kFirstRetry) {
    m_shared.configure(m_socket);
    m_socket.set(zmq::sockopt::curve_server, 1);
    m_socket.set(zmq::sockopt::zap_domain, "qis");
    m_socket.set(zmq::sockopt::router_mandatory, 1);
}

Result<std::string> IncomingLinks::bind(const std::string& address) {
    try {
        m_socket.set(zmq::sockopt::ipv6, isIpv4Address(address) ? 0 : 1);
        m_socket.bind(address);
        return m_socket.get(zmq::sockopt::last_endpoint);
    } catch (const zmq::error_t& error) {
        return fail(Code::BadEndpoint, "cannot listen on " + address + ": " + error.what(), "address");
    }
}

void IncomingLinks::readMonitor() {
    while (const auto event = m_monitor.next()) {
        handle(*event);
    }
}

void IncomingLinks::handle(const SocketMonitor::Event& event) {
    if (const Code failure = handshakeFailure(event.kind); failure != Code::None) {
        m_shared.mediator.refused(failure);
        m_failureReported = true;
        return;
    }
    switch (event.kind) {
    case ZMQ_EVENT_ACCEPTED:
        m_connections[event.value] = Connection{};
        break;
    case ZMQ_EVENT_HANDSHAKE_SUCCEEDED:
        ++m_silent;
        break;
    case ZMQ_EVENT_DISCONNECTED:
        disconnected(event.value);
        break;
    default:
        break;
    }
}

void IncomingLinks::disconnected(int descriptor) {
    const auto found = m_connections.find(descriptor);
    const Connection connection = found != m_connections.end() ? found->second : Connection{};
    if (found != m_connections.end()) {
        m_connections.erase(found);
    }
    if (connection.spoke) {
        if (connection.link != 0) {
            startClosing(connection.link);
        }
    } else if (m_failureReported) {
        m_failureReported = false;
    } else {
        stopBeingSilent();
    }
}

void IncomingLinks::stopBeingSilent() {
    // libzmq hangs up without a word on bytes that do not even look like its protocol, and does not say
    // which connection a finished handshake belongs to. So the two are told apart by number: what ends
    // or speaks beyond the finished handshakes has been, or hides, a connection that never finished one.
    if (m_silent > 0) {
        --m_silent;
    } else {
        m_shared.mediator.refused(Code::BadFrame);
    }
}

void IncomingLinks::read() {
    zmq::message_t routingId;
    zmq::message_t frame;
    for (int turn = 0; turn < kFramesPerTurn && m_shared.mayRead(); ++turn) {
        if (!m_socket.recv(routingId, zmq::recv_flags::dontwait)) {
            finishClosing();
            return;
        }
        if (!routingId.more() || !m_socket.recv(frame, zmq::recv_flags::dontwait)) {
            m_shared.mediator.refused(Code::BadFrame);
            continue;
        }
        if (frame.more()) {
            while (frame.more() && m_socket.recv(frame, zmq::recv_flags::dontwait)) {
            }
            m_shared.mediator.refused(Code::BadFrame);
            continue;
        }
        receive(routingId, frame);
    }
}

void IncomingLinks::receive(const zmq::message_t& routingId, const zmq::message_t& frame) {
    if (const IncomingLink* link = linkOf(routingId, frame)) {
        m_shared.deliver(link->id, link->peer, frame);
    }
}

IncomingLink* IncomingLinks::linkOf(const zmq::message_t& routingId, const zmq::message_t& frame) {
    const std::string_view userId = property(frame, "User-Id");
    const int descriptor = descriptorOf(frame);
    IncomingLink* link = m_table.findRouting(routingId.to_string_view());
    if (link == nullptr) {
        return begin(routingId.to_string_view(), userId, descriptor);
    }
    if (link->userId != userId) {
        m_shared.mediator.refused(Code::WrongLinkKey);
        return nullptr;
    }
    if (link->descriptor != descriptor) {
        // A peer that names itself has connected again.
        forget(link->id);
        return begin(routingId.to_string_view(), userId, descriptor);
    }
    return link;
}

IncomingLink* IncomingLinks::begin(std::string_view routingId, std::string_view userId, int descriptor) {
    const auto peer = LinkKey::fromHexText(userId);
    if (!peer || !m_admission.admits(*peer)) {
        m_shared.mediator.refused(Code::NotAdmitted);
        return nullptr;
    }
    // Everything that happened to this descriptor before the frame was sent must be known before the
    // descriptor is taken to name this connection.
    readMonitor();
    if (m_table.size() >= std::max<std::size_t>(m_shared.options.maxIncoming, 1)) {
        forget(m_table.oldest().id);
    }
    IncomingLink& link = m_table.add(m_shared.nextLink.fetch_add(1), std::string(routingId), m_shared.backlogLimits,
                                     m_shared.backlogTotal);
    link.peer = *peer;
    link.userId = userId;
    link.descriptor = descriptor;
    const auto connection = m_connections.find(descriptor);
    if (connection == m_connections.end()) {
        startClosing(link.id); // already broken; this is what it left behind
    } else {
        if (!connection->second.spoke) {
            stopBeingSilent();
        }
        if (connection->second.link != 0) {
            startClosing(connection->second.link);
        }
        connection->second = Connection{true, link.id};
    }
    m_shared.mediator.linkUp(link.id, link.peer, false);
    return &link;
}

void IncomingLinks::startClosing(LinkId id) {
    if (IncomingLink* link = m_table.find(id)) {
        link->closing = true;
        m_closing.insert(id);
    }
}

void IncomingLinks::finishClosing() {
    // Called when the socket has been read empty: nothing of these links is left in it.
    while (!m_closing.empty()) {
        forget(*m_closing.begin());
    }
}

void IncomingLinks::forget(LinkId id) {
    m_closing.erase(id);
    m_blocked.erase(id);
    IncomingLink* link = m_table.find(id);
    if (link == nullptr) {
        return;
    }
    if (const auto found = m_connections.find(link->descriptor);
        found != m_connections.end() && found->second.link == id) {
        found->second.link = 0;
    }
    m_shared.counters.drop(link->backlog.clear());
    m_table.erase(id);
    m_shared.mediator.linkDown(id);
}

void IncomingLinks::forgetNotAdmitted() {
    std::vector<LinkId> gone;
    for (const IncomingLink& link : m_table.links()) {
        if (!m_admission.admits(link.peer)) {
            gone.push_back(link.id);
        }
    }
    for (const LinkId id : gone) {
        forget(id);
    }
}

void IncomingLinks::send(LinkId id, Bytes frame) {
    IncomingLink* link = m_table.find(id);
    if (link == nullptr || link->closing) {
        m_shared.counters.drop();
        return;
    }
    if (link->backlog.empty()) {
        const Sent sent = trySend(*link, frame);
        if (sent == Sent::Yes) {
            return;
        }
        if (sent == Sent::Nobody) {
            m_shared.counters.drop();
            forget(id);
            return;
        }
    }
    if (!link->backlog.push(std::move(frame))) {
        m_shared.counters.drop();
        return;
    }
    m_blocked.insert(id);
    if (!m_retryAt) {
        m_retryDelay = kFirstRetry;
        m_retryAt = std::chrono::steady_clock::now() + m_retryDelay;
    }
}

IncomingLinks::Sent IncomingLinks::trySend(const IncomingLink& link, const Bytes& frame) {
    try {
        const auto more = zmq::send_flags::dontwait | zmq::send_flags::sndmore;
        if (!m_socket.send(zmq::buffer(link.routingId), more)) {
            return Sent::Full;
        }
        (void)m_socket.send(zmq::buffer(frame), zmq::send_flags::dontwait);
    } catch (const zmq::error_t& error) {
        if (error.num() == EHOSTUNREACH) {
            return Sent::Nobody;
        }
        throw;
    }
    m_shared.countSent(frame.size());
    return Sent::Yes;
}

void IncomingLinks::retry(TimePoint now) {
    if (!m_retryAt || now < *m_retryAt) {
        return;
    }
    // A ROUTER socket cannot tell which of its peers takes frames again, so this asks, less and less
    // often while nothing moves.
    bool progress = false;
    const std::vector<LinkId> blocked(m_blocked.begin(), m_blocked.end());
    for (const LinkId id : blocked) {
        IncomingLink* link = m_table.find(id);
        if (link != nullptr && !flush(*link, progress)) {
            forget(id);
        } else if (link == nullptr || link->backlog.empty()) {
            m_blocked.erase(id);
        }
    }
    if (m_blocked.empty()) {
        m_retryAt.reset();
        return;
    }
    m_retryDelay = progress ? kFirstRetry : std::min(m_retryDelay * 2, kLastRetry);
    m_retryAt = now + m_retryDelay;
}

bool IncomingLinks::flush(IncomingLink& link, bool& progress) {
    while (!link.backlog.empty()) {
        const Sent sent = trySend(link, link.backlog.front());
        if (sent != Sent::Yes) {
            return sent == Sent::Full;
        }
        link.backlog.pop();
        progress = true;
    }
    return true;
}

} // namespace qis::core
