#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "transport/endpoint.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace qis::core {

/// Names a connection for the life of the transport; never reused.
using LinkId = std::uint64_t;

/// Moves frames between nodes. Methods are called from the engine thread and return at once; the
/// mediator is called from the transport's own thread.
class Transport {
public:
    class Mediator {
    public:
        virtual ~Mediator() = default;
        /// A handshake succeeded. For incoming links this comes with the first frame.
        virtual void linkUp(LinkId link, const LinkKey& peer, bool outgoing) = 0;
        /// The connection broke or was given up. An outgoing link that reconnects by itself comes up
        /// again under the same id.
        virtual void linkDown(LinkId link) = 0;
        /// `peer` is the key that CURVE authenticated for this very frame. False: stop reading until
        /// resumeReading().
        [[nodiscard]] virtual bool received(LinkId link, const LinkKey& peer, Bytes frame) = 0;
        /// A frame or handshake was refused below the protocol (too large, wrong key, not admitted).
        virtual void refused(Code code) = 0;
    };

    virtual ~Transport() = default;

    /// Binds "tcp://HOST:PORT"; port 0 takes a free one. Returns the bound address. Blocks until bound.
    [[nodiscard]] virtual Result<std::string> listen(const std::string& address) = 0;
    /// Starts connecting and goes on trying until closeLink.
    [[nodiscard]] virtual Result<LinkId> connectTo(const Endpoint& endpoint) = 0;
    virtual void closeLink(LinkId link) = 0;
    /// Queues a frame. A frame for a link that is not up or whose queue is full is dropped and
    /// counted: the protocol above repeats what is not acknowledged.
    virtual void send(LinkId link, Bytes frame) = 0;
    virtual void resumeReading() = 0;
    /// Link keys that may connect; nullopt admits everyone (demo networks).
    virtual void setAdmission(std::optional<std::set<LinkKey>> allowed) = 0;
    /// No mediator call after this returns.
    virtual void stop() = 0;

    struct Counters {
        std::uint64_t framesIn = 0, framesOut = 0, bytesIn = 0, bytesOut = 0, dropped = 0;
    };
    [[nodiscard]] virtual Counters counters() const = 0;
};

} // namespace qis::core
