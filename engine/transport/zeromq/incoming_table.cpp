#include "transport/zeromq/incoming_table.h"

#include <utility>

namespace qis::core {

IncomingLink* IncomingTable::findRouting(std::string_view routingId) {
    const auto found = m_byRoutingId.find(routingId);
    if (found == m_byRoutingId.end()) {
        return nullptr;
    }
    m_links.splice(m_links.begin(), m_links, found->second);
    return &*found->second;
}

IncomingLink* IncomingTable::find(LinkId id) {
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : &*found->second;
}

IncomingLink& IncomingTable::add(LinkId id, std::string routingId, const SendBacklog::Limits& limits,
                                 std::size_t& total) {
    m_links.emplace_front(limits, total);
    IncomingLink& link = m_links.front();
    link.id = id;
    link.routingId = std::move(routingId);
    m_byId.emplace(id, m_links.begin());
    m_byRoutingId.emplace(link.routingId, m_links.begin());
    return link;
}

void IncomingTable::erase(LinkId id) {
    const auto found = m_byId.find(id);
    if (found == m_byId.end()) {
        return;
    }
    const Place place = found->second;
    m_byRoutingId.erase(place->routingId);
    m_byId.erase(found);
    m_links.erase(place);
}

} // namespace qis::core
