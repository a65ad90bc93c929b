#include "transport/zeromq/io_shared.h"

namespace qis::core {

namespace {

// A CURVE message carries "\x07MESSAGE", an 8-byte nonce, a 16-byte authenticator and a flag byte
// besides the frame, and libzmq compares its limit with the encrypted size.
constexpr std::size_t kCurveOverhead = 33;

int millis(std::chrono::milliseconds time) {
    return static_cast<int>(time.count());
}

} // namespace

void IoShared::deliver(LinkId link, const LinkKey& peer, const zmq::message_t& frame) {
    if (frame.size() > options.maxFrame) {
        mediator.refused(Code::TooLarge);
        return;
    }
    counters.framesIn.fetch_add(1, std::memory_order_relaxed);
    counters.bytesIn.fetch_add(frame.size(), std::memory_order_relaxed);
    const auto* begin = frame.data<std::uint8_t>();
    if (!mediator.received(link, peer, Bytes(begin, begin + frame.size()))) {
        paused = true;
    }
}

void IoShared::countSent(std::size_t bytes) {
    counters.framesOut.fetch_add(1, std::memory_order_relaxed);
    counters.bytesOut.fetch_add(bytes, std::memory_order_relaxed);
}

void IoShared::configure(zmq::socket_ref socket) const {
    socket.set(zmq::sockopt::linger, 0);
    socket.set(zmq::sockopt::immediate, 1);
    socket.set(zmq::sockopt::sndhwm, options.highWater);
    socket.set(zmq::sockopt::rcvhwm, options.highWater);
    socket.set(zmq::sockopt::maxmsgsize, static_cast<std::int64_t>(options.maxFrame + kCurveOverhead));
    socket.set(zmq::sockopt::handshake_ivl, millis(options.handshakeInterval));
    socket.set(zmq::sockopt::heartbeat_ivl, millis(options.heartbeatInterval));
    socket.set(zmq::sockopt::heartbeat_timeout, millis(options.heartbeatTimeout));
    socket.set(zmq::sockopt::reconnect_ivl, millis(options.reconnectInterval));
    socket.set(zmq::sockopt::reconnect_ivl_max, millis(options.reconnectIntervalMax));
    socket.set(zmq::sockopt::curve_publickey, zmq::buffer(publicKey.bytes));
    // The binary form: the text form would leave another copy of the secret in ordinary memory.
    socket.set(zmq::sockopt::curve_secretkey, zmq::buffer(secret.data(), secret.size()));
}

Code handshakeFailure(std::uint16_t eventKind) {
    switch (eventKind) {
    case ZMQ_EVENT_HANDSHAKE_FAILED_AUTH:
        return Code::NotAdmitted;
    case ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL:
        return Code::BadFrame;
    case ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL:
        return Code::BadHello;
    default:
        return Code::None;
    }
}

} // namespace qis::core
