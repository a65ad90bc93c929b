#pragma once

#include <chrono>
#include <cstddef>

namespace qis::core {

/// The numbers of a ZeroMQ transport. The defaults are the ones nodes use; tests shorten the times.
struct ZeroMqOptions {
    std::chrono::milliseconds handshakeInterval = std::chrono::seconds(10);
    std::chrono::milliseconds heartbeatInterval = std::chrono::seconds(60);
    std::chrono::milliseconds heartbeatTimeout = std::chrono::seconds(180);
    std::chrono::milliseconds reconnectInterval = std::chrono::seconds(1);
    std::chrono::milliseconds reconnectIntervalMax = std::chrono::seconds(60);

    /// Frames libzmq holds per connection and direction.
    int highWater = 1000;
    /// Largest frame in bytes, before encryption.
    std::size_t maxFrame = 65536;

    /// Frames kept for one link while libzmq takes no more.
    std::size_t backlogFrames = 1000;
    std::size_t backlogBytes = std::size_t{16} << 20U;
    /// The same over all links together.
    std::size_t totalBacklogBytes = std::size_t{128} << 20U;
    /// Frames handed to send() that the transport's thread has not picked up yet.
    std::size_t queuedFrames = 16384;
    std::size_t queuedBytes = std::size_t{64} << 20U;

    /// Incoming links remembered; beyond that the least recently used is forgotten.
    std::size_t maxIncoming = 4096;
    std::size_t maxOutgoing = 1024;
};

} // namespace qis::core
