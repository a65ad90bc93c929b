#include "transport/zeromq/outgoing_link.h"

#include <algorithm>
#include <string_view>

namespace qis::core {

namespace {

std::string_view hostOf(std::string_view address) {
    const auto begin = address.find("://") + 3;
    return address.substr(begin, address.rfind(':') - begin);
}

} // namespace

bool isIpv4Address(std::string_view address) {
    return hostOf(address).find_first_not_of("0123456789.") == std::string_view::npos;
}

OutgoingLink::OutgoingLink(IoShared& shared, LinkId id, Endpoint endpoint)
    : m_shared(shared)
    , m_id(id)
    , m_endpoint(std::move(endpoint))
    , m_hostIsName(!isIpv4Address(m_endpoint.address) && hostOf(m_endpoint.address).find(':') == std::string_view::npos)
    , m_backlog(shared.backlogLimits, shared.backlogTotal)
    , m_ipv6(!isIpv4Address(m_endpoint.address))
    , m_backoff(shared.options.reconnectInterval) {}

OutgoingLink::~OutgoingLink() {
    m_shared.counters.drop(m_backlog.clear());
    if (m_up && !m_shared.stopping) {
        m_shared.mediator.linkDown(m_id);
    }
    close();
}

void OutgoingLink::open() {
    m_reopenAt.reset();
    try {
        m_socket = zmq::socket_t(m_shared.context, zmq::socket_type::dealer);
        m_shared.configure(m_socket);
        m_socket.set(zmq::sockopt::ipv6, m_ipv6 ? 1 : 0);
        m_socket.set(zmq::sockopt::curve_serverkey, zmq::buffer(m_endpoint.key.bytes));
        m_monitor.emplace(m_shared.context, m_socket);
        m_socket.connect(m_endpoint.address);
    } catch (const zmq::error_t& error) {
        close();
        m_shared.mediator.refused(error.num() == EINVAL ? Code::BadEndpoint : Code::NotReachable);
        scheduleReopen();
    }
}

void OutgoingLink::close() {
    m_monitor.reset();
    m_socket.close();
}

void OutgoingLink::send(Bytes frame) {
    if (!m_up || m_closing) {
        m_shared.counters.drop();
        return;
    }
    if (m_backlog.empty() && trySend(frame)) {
        return;
    }
    if (!m_backlog.push(std::move(frame))) {
        m_shared.counters.drop();
    }
}

bool OutgoingLink::trySend(const Bytes& frame) {
    if (!m_socket.send(zmq::buffer(frame), zmq::send_flags::dontwait)) {
        return false;
    }
    m_shared.countSent(frame.size());
    return true;
}

void OutgoingLink::flush() {
    while (!m_backlog.empty() && trySend(m_backlog.front())) {
        m_backlog.pop();
    }
}

void OutgoingLink::readMonitor() {
    while (isOpen()) {
        const auto event = m_monitor->next();
        if (!event) {
            return;
        }
        handle(*event);
    }
}

void OutgoingLink::handle(const SocketMonitor::Event& event) {
    if (const Code failure = handshakeFailure(event.kind); failure != Code::None) {
        m_shared.mediator.refused(failure);
        scheduleReopen();
        return;
    }
    switch (event.kind) {
    case ZMQ_EVENT_HANDSHAKE_SUCCEEDED:
        finishClosing();
        m_reopenAt.reset();
        m_backoff = m_shared.options.reconnectInterval;
        if (!m_up) {
            m_up = true;
            m_shared.mediator.linkUp(m_id, m_endpoint.key, true);
        }
        break;
    case ZMQ_EVENT_DISCONNECTED:
    case ZMQ_EVENT_CLOSED:
        m_closing = m_up;
        scheduleReopen();
        break;
    case ZMQ_EVENT_CONNECT_RETRIED:
        m_reopenAt.reset();
        if (m_hostIsName) {
            // libzmq tries one address family only; a name may stand for the other.
            m_ipv6 = !m_ipv6;
            scheduleReopen();
        }
        break;
    case ZMQ_EVENT_CONNECTED:
        m_reopenAt.reset();
        break;
    default:
        break;
    }
}

void OutgoingLink::scheduleReopen() {
    if (m_reopenAt) {
        return;
    }
    m_reopenAt = std::chrono::steady_clock::now() + m_backoff;
}

void OutgoingLink::read() {
    zmq::message_t frame;
    for (int turn = 0; turn < kFramesPerTurn && m_shared.mayRead(); ++turn) {
        if (!m_socket.recv(frame, zmq::recv_flags::dontwait)) {
            finishClosing();
            return;
        }
        if (frame.more()) {
            while (frame.more() && m_socket.recv(frame, zmq::recv_flags::dontwait)) {
            }
            m_shared.mediator.refused(Code::BadFrame);
            continue;
        }
        if (!m_up) {
            readMonitor(); // the handshake was reported before the frame came
        }
        if (!m_up) {
            m_shared.counters.drop();
            continue;
        }
        m_shared.deliver(m_id, m_endpoint.key, frame);
    }
}

void OutgoingLink::finishClosing() {
    if (!m_closing) {
        return;
    }
    m_closing = false;
    m_up = false;
    m_shared.counters.drop(m_backlog.clear());
    m_shared.mediator.linkDown(m_id);
}

void OutgoingLink::retry(TimePoint now) {
    if (const auto at = retryAt(); at && now >= *at) {
        m_backoff = std::min(m_backoff * 2, m_shared.options.reconnectIntervalMax);
        close();
        open();
    }
}

} // namespace qis::core
