#pragma once

#include "base/ids.h"

#include <zmq.hpp>

#include <optional>
#include <set>

namespace qis::core {

/// Decides which clients may finish the CURVE handshake with this context's server sockets
/// (ZAP 1.0). One per context; must be bound before any server socket is.
class ZapHandler {
public:
    explicit ZapHandler(zmq::context_t& context);

    /// Nobody is admitted before the first call; nullopt admits everyone.
    void setAdmission(std::optional<std::set<LinkKey>> allowed) { m_allowed = std::move(allowed); }
    [[nodiscard]] bool admits(const LinkKey& key) const { return !m_allowed || m_allowed->contains(key); }

    [[nodiscard]] zmq::socket_ref socket() { return m_socket; }
    /// Answers the requests that wait, a bounded number of them.
    void answer();

private:
    std::optional<std::set<LinkKey>> m_allowed = std::set<LinkKey>{};
    zmq::socket_t m_socket;
};

} // namespace qis::core
