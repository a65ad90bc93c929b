#pragma once

#include "crypto/secure_bytes.h"
#include "transport/transport.h"
#include "transport/zeromq/send_backlog.h"
#include "transport/zeromq/zeromq_options.h"

#include <zmq.hpp>

#include <atomic>
#include <cstdint>

namespace qis::core {

struct FrameCounters {
    std::atomic<std::uint64_t> framesIn{0}, framesOut{0}, bytesIn{0}, bytesOut{0}, dropped{0};

    void drop(std::uint64_t count = 1) { dropped.fetch_add(count, std::memory_order_relaxed); }
};

/// What the parts of the transport's thread share. Only `counters`, `nextLink` and `stopping` are
/// touched by other threads.
class IoShared {
public:
    IoShared(zmq::context_t& contextIn, const ZeroMqOptions& optionsIn, const LinkKey& publicKeyIn,
             const SecureBytes& secretIn, Transport::Mediator& mediatorIn)
        : context(contextIn)
        , options(optionsIn)
        , publicKey(publicKeyIn)
        , secret(secretIn)
        , mediator(mediatorIn)
        , backlogLimits{optionsIn.backlogFrames, optionsIn.backlogBytes, optionsIn.totalBacklogBytes} {}

    zmq::context_t& context;
    const ZeroMqOptions& options;
    const LinkKey& publicKey;
    const SecureBytes& secret;
    Transport::Mediator& mediator;
    const SendBacklog::Limits backlogLimits;
    std::size_t backlogTotal = 0;
    /// The mediator wants no more frames for now.
    bool paused = false;

    FrameCounters counters;
    std::atomic<LinkId> nextLink{1};
    std::atomic<bool> stopping{false};

    /// False when reading has to stop now.
    [[nodiscard]] bool mayRead() const { return !paused && !stopping.load(std::memory_order_relaxed); }
    /// Hands one frame to the mediator, or refuses it if it is too large.
    void deliver(LinkId link, const LinkKey& peer, const zmq::message_t& frame);
    void countSent(std::size_t bytes);
    /// Options common to server and client sockets.
    void configure(zmq::socket_ref socket) const;
};

/// Why a handshake failed, for Mediator::refused; Code::None for any other event.
[[nodiscard]] Code handshakeFailure(std::uint16_t eventKind);

/// How many frames are read from one socket before the others get their turn.
inline constexpr int kFramesPerTurn = 1024;

} // namespace qis::core
