#include "crypto/sodium.h"
#include "support/virtual_network.h"

/// The surroundings of a virtual node: links that behave as the transport's do, and its store.
namespace qis::test {

using namespace core;

namespace {
constexpr Millis kFlushEvery = 200;
constexpr Millis kFirstRetry = 1000;
constexpr Millis kLastRetry = 30000;
constexpr std::size_t kChainPage = 5; // small, so that few packets already take several pages
} // namespace

Millis VirtualNetwork::latency() {
    const auto spread = static_cast<std::size_t>(weather.latencyMost - weather.latencyLeast + 1);
    return weather.latencyLeast + static_cast<Millis>(m_random.below(spread));
}

VirtualNetwork::Connection* VirtualNetwork::find(std::uint64_t connection) {
    const auto found = m_connections.find(connection);
    return found == m_connections.end() ? nullptr : &found->second;
}

void VirtualNetwork::act(Node& node, const action::Connect& connect) {
    ++node.connects;
    const auto number = ++m_lastConnection;
    auto& connection = m_connections[number];
    connection.from = node.index;
    connection.endpoint = connect.endpoint;
    connection.outgoing = ++m_lastLink;
    connection.retry = kFirstRetry;
    node.inbox.emplace_back(event::Connecting{connect.endpoint, connection.outgoing});
    at(m_now + latency(), [this, number] { attempt(number); });
}

void VirtualNetwork::attempt(std::uint64_t number) {
    auto* connection = find(number);
    if (connection == nullptr || connection->up) {
        return;
    }
    const auto from = connection->from;
    for (const auto& node : m_nodes) {
        const auto to = node->index;
        if (node->router && node->address == connection->endpoint.address &&
            linkKeyOf(to) == connection->endpoint.key && !blocked(from, to) && !blocked(to, from)) {
            connection->up = true;
            connection->to = to;
            connection->incoming = 0;
            connection->retry = kFirstRetry;
            ++connection->epoch;
            post(from, event::LinkUp{connection->outgoing, connection->endpoint.key, true});
            return;
        }
    }
    at(m_now + connection->retry, [this, number] { attempt(number); });
    connection->retry = std::min(connection->retry * 2, kLastRetry);
}

void VirtualNetwork::act(Node& node, const action::Send& send) {
    for (const auto& [number, connection] : m_connections) {
        const bool forwards = connection.from == node.index && connection.outgoing == send.link;
        const bool backwards = connection.to == node.index && connection.incoming == send.link && send.link != 0;
        if (connection.up && (forwards || backwards)) {
            transmit(number, backwards, send.frame);
            return;
        }
    }
}

void VirtualNetwork::transmit(std::uint64_t number, bool backwards, const Bytes& frame) {
    auto& connection = *find(number);
    const auto from = backwards ? connection.to : connection.from;
    const auto to = backwards ? connection.from : connection.to;
    const std::size_t copies = 1 + (m_random.chance(weather.duplication) ? 1U : 0U);
    for (std::size_t copy = 0; copy < copies; ++copy) {
        if (m_random.chance(weather.loss) || blocked(from, to)) {
            continue;
        }
        Millis arrival = m_now + latency();
        if (m_random.chance(weather.reordering)) {
            arrival += static_cast<Millis>(m_random.below(3000));
        } else {
            auto& last = connection.lastArrival[backwards ? 1 : 0];
            arrival = last = std::max(last, arrival);
        }
        at(arrival,
           [this, number, epoch = connection.epoch, backwards, frame] { arrive(number, epoch, backwards, frame); });
    }
}

void VirtualNetwork::arrive(std::uint64_t number, std::uint64_t epoch, bool backwards, const Bytes& frame) {
    auto* connection = find(number);
    if (connection == nullptr || !connection->up || connection->epoch != epoch) {
        return;
    }
    if (backwards) {
        post(connection->from, event::Received{connection->outgoing, connection->endpoint.key, frame});
        return;
    }
    const auto to = connection->to;
    const auto peer = linkKeyOf(connection->from);
    if (connection->incoming == 0) {
        // The listening side learns of a connection by its first frame.
        connection->incoming = ++m_lastLink;
        post(to, event::LinkUp{connection->incoming, peer, false});
        connection = find(number);
        if (connection == nullptr) {
            return;
        }
    }
    post(to, event::Received{connection->incoming, peer, frame});
}

/// The dialling side sees it at once and dials again, the other side a little later.
void VirtualNetwork::breakConnection(std::uint64_t number) {
    auto& connection = *find(number);
    connection.up = false;
    ++connection.epoch;
    if (connection.incoming != 0) {
        tellLinkDown(connection.to, connection.incoming, latency());
        connection.incoming = 0;
    }
    at(m_now + connection.retry, [this, number] { attempt(number); });
    post(connection.from, event::LinkDown{connection.outgoing});
}

void VirtualNetwork::tellLinkDown(std::size_t index, LinkId link, Millis after) {
    at(m_now + after, [this, index, link, life = node(index).life] {
        if (node(index).life == life) {
            post(index, event::LinkDown{link});
        }
    });
}

void VirtualNetwork::act(Node& node, const action::CloseLink& close) {
    for (auto& [number, connection] : m_connections) {
        if (connection.from == node.index && connection.outgoing == close.link) {
            if (connection.up) {
                node.inbox.emplace_back(event::LinkDown{close.link});
                if (connection.incoming != 0) {
                    tellLinkDown(connection.to, connection.incoming, latency());
                }
            }
            const auto closed = number;
            m_connections.erase(closed);
            return;
        }
        if (connection.to == node.index && connection.incoming == close.link) {
            // A listener can only forget a link: the dialling side is not told, and what it sends
            // next looks like a new one.
            connection.incoming = 0;
            node.inbox.emplace_back(event::LinkDown{close.link});
            return;
        }
    }
}

void VirtualNetwork::answer(Node& node, std::function<void(Node&)> what) {
    if (weather.storeMost == 0) {
        what(node);
        return;
    }
    const auto wait = static_cast<Millis>(m_random.below(static_cast<std::size_t>(weather.storeMost)));
    at(m_now + wait, [this, index = node.index, life = node.life, what = std::move(what)] {
        auto& one = this->node(index);
        if (one.life == life && one.router) {
            what(one);
            drain(one);
        }
    });
}

void VirtualNetwork::act(Node& node, const action::ReadRows& read) {
    answer(node,
           [rows = node.store.read(read, deviceOf(node.index).author())](Node& one) { one.inbox.emplace_back(rows); });
}

void VirtualNetwork::act(Node& node, const action::LoadPackets& load) {
    answer(node, [packets = node.store.load(load)](Node& one) { one.inbox.emplace_back(packets); });
}

void VirtualNetwork::act(Node& node, const action::Deliver& deliver) {
    answer(node, [this, deliver](Node& one) { accept(one, deliver); });
}

void VirtualNetwork::accept(Node& node, const action::Deliver& deliver) {
    event::Delivered done{deliver.link, deliver.batch, !node.busy, {}};
    if (node.busy) {
        ++node.batchesRefused;
        node.inbox.emplace_back(std::move(done));
        return;
    }
    node.packetsIn += deliver.packets.size();
    node.offersIn += deliver.offers.size();
    bool stored = false;
    for (const auto& bytes : deliver.packets) {
        const auto id = packetId(bytes);
        const auto known = m_packets.find(id);
        if (known == m_packets.end()) {
            ++node.packetsUnknown;
        } else if (node.store.insert({0, id, deviceOf(known->second.author).author(), deliver.peer,
                                      known->second.coarse, bytes, false})) {
            stored = true;
        } else {
            ++node.packetsTwice;
        }
    }
    if (stored) {
        node.inbox.emplace_back(event::NewRows{});
    }
    for (const auto& id : deliver.offers) {
        if (!node.store.holds(id)) {
            done.wanted.push_back(id);
        }
    }
    node.inbox.emplace_back(std::move(done));
}

void VirtualNetwork::act(Node& node, const action::SavePeer& save) {
    node.unsavedPeers[save.state.node] = save.state;
    if (node.flushing) {
        return;
    }
    node.flushing = true;
    at(m_now + kFlushEvery, [this, index = node.index, life = node.life] {
        auto& one = this->node(index);
        if (one.life != life) {
            return;
        }
        one.flushing = false;
        for (auto& [key, peer] : one.unsavedPeers) {
            one.savedPeers[key] = std::move(peer);
        }
        one.unsavedPeers.clear();
    });
}

void VirtualNetwork::act(Node& node, const action::SaveDocument& save) {
    const auto hash = blake2b256(save.bytes);
    node.documents[hash] = save.bytes;
    node.inbox.emplace_back(event::DocumentSaved{hash});
}

void VirtualNetwork::act(Node& node, const action::LoadDocument& load) {
    if (const auto found = node.documents.find(load.hash); found != node.documents.end()) {
        node.inbox.emplace_back(event::DocumentLoaded{load.link, found->second});
    }
}

void VirtualNetwork::act(Node& node, const action::Count& count) {
    ++node.refused[count.code];
}

void VirtualNetwork::act(Node& /*node*/, const action::PeersChanged& /*changed*/) {}

void VirtualNetwork::act(Node& node, const action::ReadChain& read) {
    event::ChainRead chain{read.link, read.after, {}, {}};
    std::map<std::uint64_t, Bytes> places;
    for (const auto& entry : node.store.rows()) {
        if (entry.author == read.peer) {
            places[m_packets.at(entry.id).place] = entry.bytes;
        }
    }
    for (auto one = places.upper_bound(read.after); one != places.end() && chain.packets.size() < kChainPage; ++one) {
        chain.packets.push_back(one->second);
    }
    if (!places.empty()) {
        chain.top.push_back(places.rbegin()->second);
    }
    answer(node, [chain = std::move(chain)](Node& one) { one.inbox.emplace_back(chain); });
}

void VirtualNetwork::act(Node& node, const action::OwnPackets& own) {
    answer(node, [this, own](Node& one) {
        event::OwnPacketsKept kept{own.peer, !one.busy, own.packets.empty(), own.after};
        for (const auto& bytes : one.busy ? std::vector<Bytes>{} : own.packets) {
            const auto id = packetId(bytes);
            const auto& packet = m_packets.at(id);
            one.store.insert({0, id, deviceOf(one.index).author(), own.peer, packet.coarse, bytes, false});
            kept.last = packet.place;
            kept.complete = bytes == own.top.front();
        }
        if (kept.ok && kept.complete) {
            one.chainKnownBy.insert(own.peer);
        }
        one.inbox.emplace_back(event::NewRows{});
        one.inbox.emplace_back(kept);
    });
}

void VirtualNetwork::act(Node& node, const action::StartedOver& over) {
    node.startedOver.insert(over.peer);
}

} // namespace qis::test
