#pragma once

#include "transport/transport.h"
#include "transport/zeromq/send_backlog.h"

#include <list>
#include <string>
#include <string_view>
#include <unordered_map>

namespace qis::core {

/// One connection that a peer made to this node.
struct IncomingLink {
    IncomingLink(const SendBacklog::Limits& limits, std::size_t& total)
        : backlog(limits, total) {}

    LinkId id = 0;
    LinkKey peer;
    std::string routingId; ///< how the ROUTER socket names the connection
    std::string userId;    ///< what the ZAP handler answered for it: the peer's key in hexadecimal
    int descriptor = -1;   ///< how monitor events name the connection
    bool closing = false;  ///< broken, but frames that came before may still be unread
    SendBacklog backlog;
};

/// The incoming links by id and by routing id, ordered by last use.
class IncomingTable {
public:
    [[nodiscard]] std::size_t size() const { return m_links.size(); }

    /// Counts as a use of the link.
    [[nodiscard]] IncomingLink* findRouting(std::string_view routingId);
    [[nodiscard]] IncomingLink* find(LinkId id);
    /// The link that was not used for the longest time; the table must not be empty.
    [[nodiscard]] IncomingLink& oldest() { return m_links.back(); }

    /// `id` and `routingId` must not be in the table.
    IncomingLink& add(LinkId id, std::string routingId, const SendBacklog::Limits& limits, std::size_t& total);
    void erase(LinkId id);

    [[nodiscard]] std::list<IncomingLink>& links() { return m_links; }

private:
    using Place = std::list<IncomingLink>::iterator;

    std::list<IncomingLink> m_links; ///< most recently used first
    std::unordered_map<LinkId, Place> m_byId;
    std::unordered_map<std::string_view, Place> m_byRoutingId; ///< views into m_links
};

} // namespace qis::core
