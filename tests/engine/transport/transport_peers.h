#pragma once

#include "recording_mediator.h"

#include "crypto/keys.h"
#include "transport/zeromq/zeromq_transport.h"

#include <cstdint>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>

namespace qis::core {

inline ZeroMqOptions quickOptions() {
    ZeroMqOptions options;
    options.reconnectInterval = std::chrono::milliseconds(20);
    options.reconnectIntervalMax = std::chrono::milliseconds(100);
    return options;
}

inline Bytes pattern(std::size_t size) {
    Bytes result(size);
    for (std::size_t i = 0; i < size; ++i) {
        result[i] = static_cast<std::uint8_t>(i * 7 + size);
    }
    return result;
}

inline Bytes numbered(std::uint64_t number, std::size_t size) {
    Bytes result = pattern(size);
    std::memcpy(result.data(), &number, sizeof number);
    return result;
}

inline std::uint64_t numberOf(const Bytes& frame) {
    std::uint64_t result = 0;
    if (frame.size() >= sizeof result) {
        std::memcpy(&result, frame.data(), sizeof result);
    }
    return result;
}

/// A transport with its keys and what it reported.
struct Peer {
    enum class Admits : std::uint8_t { Everyone, NotSet };

    explicit Peer(Admits admits = Admits::Everyone, const ZeroMqOptions& options = quickOptions())
        : transport(makeZeroMqTransport(keys, mediator, options)) {
        if (admits == Admits::Everyone) {
            transport->setAdmission(std::nullopt);
        }
    }
    ~Peer() { transport->stop(); }
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;

    [[nodiscard]] const LinkKey& key() const { return transportKey; }

    /// Listens on a new free port of the loopback interface.
    [[nodiscard]] std::string listen() {
        auto bound = transport->listen("tcp://127.0.0.1:0");
        if (!bound) {
            throw std::runtime_error(bound.error().detail);
        }
        return std::move(bound).value();
    }

    /// Makes `leaf` connect to this peer, which listens if it does not yet.
    [[nodiscard]] LinkId connectFrom(Peer& leaf) {
        if (address.empty()) {
            address = listen();
        }
        const auto link = leaf.transport->connectTo({address, key()});
        if (!link) {
            throw std::runtime_error(link.error().detail);
        }
        return link.value();
    }

    RecordingMediator mediator;
    LinkKeyPair keys = LinkKeyPair::generate();
    const LinkKey transportKey = keys.publicKey();
    std::string address; ///< where connectFrom() connects to
    std::unique_ptr<Transport> transport;
};

} // namespace qis::core
