#include "routing/router.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace qis::core {

namespace {
constexpr std::size_t kMaxPeers = 4096;
constexpr Millis kAskAgainAfter = 5000;
constexpr int kAskTimes = 24;
constexpr Millis kTellEvery = 300'000;
constexpr std::size_t kMaxInterestBytes = kMaxFrameBytes - 64;
constexpr Millis kForgetAfter = 30LL * 86400 * 1000;
} // namespace

Router::Router(Config config)
    : m_config(std::move(config)) {
    m_documents.insert(m_config.siteDocument);
}

std::vector<Action> Router::step(Millis now, const Event& event, Millis wall) {
    m_now = std::max(m_now, now);
    m_wall = wall == 0 ? m_now : wall;
    m_actions.clear();
    std::visit([this](const auto& one) { handle(one); }, event);
    return std::move(m_actions);
}

Router::Peer* Router::peerOf(LinkId link) {
    const auto found = m_links.find(link);
    if (found == m_links.end() || !found->second.peer) {
        return nullptr;
    }
    const auto peer = m_peers.find(*found->second.peer);
    return peer == m_peers.end() ? nullptr : &peer->second;
}

void Router::handle(const event::Received& received) {
    const auto known = m_links.find(received.link);
    if (known == m_links.end()) {
        return;
    }
    if (known->second.key != received.peer) {
        refuse(received.link, Code::WrongLinkKey);
        return;
    }
    auto decoded = decodeFrame(received.frame);
    if (!decoded) {
        emit(action::Count{decoded.code()});
        return;
    }
    if (const auto* hello = std::get_if<frame::Hello>(&*decoded)) {
        if (m_peers.size() >= kMaxPeers && !m_peers.contains(hello->contact.node)) {
            refuse(received.link, Code::Busy);
            return;
        }
        onHello(received.link, *hello);
        return;
    }
    if (const auto* refusal = std::get_if<frame::Refuse>(&*decoded)) {
        if (known->second.outgoing && refusal->code == codeName(Code::BadHello)) {
            // It does not know us, or not any more.
            known->second.helloDue = std::max(m_now + 1, known->second.lastHello + m_config.retryAfter);
        }
        emit(action::Count{Code::NotAdmitted});
        return;
    }
    auto* peer = peerOf(received.link);
    if (peer == nullptr) {
        refuse(received.link, Code::BadHello);
        return;
    }
    peer->lastHeard = m_now;
    peer->state.lastSeen = m_wall;
    struct Dispatch {
        Router& router;
        LinkId link;
        Peer& peer;
        void operator()(frame::Hello&) {}
        void operator()(frame::Refuse&) {}
        void operator()(frame::Ping& ping) {
            if (ping.interests != interestDigest(peer.interests)) {
                router.emit(action::Send{link, encodeFrame(frame::InterestAck{interestDigest(peer.interests)})});
            }
            if (ping.answer) {
                if (const auto since = std::exchange(peer.pinged, std::nullopt)) {
                    peer.roundTrip = router.m_now - *since;
                }
            } else {
                router.emit(action::Send{link, encodeFrame(frame::Ping{true, interestDigest(router.m_interests)})});
            }
        }
        void operator()(frame::Interest& interest) { router.onInterest(peer, interest); }
        void operator()(frame::InterestAck& ack) {
            if (peer.startsOver) {
                if (ack.digest == interestDigest({})) {
                    router.onStartedOver(peer);
                }
                return;
            }
            peer.interestAcked = ack.digest == interestDigest(router.m_interests);
            if (!peer.interestAcked && peer.interestDue <= router.m_now) {
                router.sendInterest(peer);
            }
        }
        void operator()(frame::Batch& batch) { router.onBatch(link, peer, std::move(batch)); }
        void operator()(frame::BatchAck& ack) { router.onBatchAck(peer, ack); }
        void operator()(frame::Nodes& nodes) { router.onNodes(link, nodes); }
        void operator()(frame::DocumentGet& get) { router.emit(action::LoadDocument{link, get.hash}); }
        void operator()(frame::Document& document) {
            // Only what was asked for: nobody fills our disk with documents.
            if (router.m_asked.erase(blake2b256(document.bytes)) > 0) {
                router.emit(action::SaveDocument{std::move(document.bytes), peer.state.node});
            }
        }
        void operator()(frame::ChainGet& get) { router.onChainGet(link, peer, get); }
        void operator()(frame::Chain& chain) { router.onChain(peer, std::move(chain)); }
    };
    std::visit(Dispatch{*this, received.link, *peer}, *decoded);
}

void Router::handle(const event::Tick& /*tick*/) {
    for (auto& [id, link] : m_links) {
        if (link.outgoing && link.helloDue != 0 && link.helloDue <= m_now) {
            link.helloDue = m_now + m_config.retryAfter;
            sendHello(id, false);
        }
    }
    std::vector<LinkId> silent;
    for (auto& [key, peer] : m_peers) {
        if (!peer.link) {
            continue;
        }
        if (m_now - peer.lastHeard >= m_config.silentAfter) {
            silent.push_back(*peer.link);
            continue;
        }
        if (m_now - peer.lastPing >= m_config.pingEvery) {
            peer.lastPing = m_now;
            peer.pinged = m_now;
            emit(action::Send{*peer.link, encodeFrame(frame::Ping{false, interestDigest(m_interests)})});
            if (m_now - peer.lastTold >= kTellEvery) {
                tellContacts(*peer.link); // nobody acknowledges NODES, so some may have been lost
            }
        }
        if (!peer.interestAcked && peer.interestDue <= m_now) {
            sendInterest(peer);
        }
        repeat(peer);
        pump(peer);
    }
    for (const auto link : silent) {
        const auto outgoing = m_outgoing.find(m_links.at(link).key);
        if (outgoing != m_outgoing.end() && outgoing->second.link == link) {
            m_outgoing.erase(outgoing);
        }
        emit(action::CloseLink{link});
        handle(event::LinkDown{link});
    }
    askChainsDue();
    askAgain();
    dialAbsent();
}

void Router::askAgain() {
    // What nobody has is given up, so that invented hashes cannot fill the list for good; a node that
    // exists names its document again.
    std::erase_if(m_asked, [this](const auto& one) {
        return one.second.times >= kAskTimes && m_now - one.second.since >= kAskAgainAfter;
    });
    for (auto& [hash, asked] : m_asked) {
        if (m_now - asked.since < kAskAgainAfter) {
            continue;
        }
        asked.since = m_now;
        ++asked.times;
        for (const auto& [key, peer] : m_peers) {
            if (peer.link) {
                emit(action::Send{*peer.link, encodeFrame(frame::DocumentGet{hash})});
            }
        }
    }
}

std::optional<Millis> Router::nextTick() const {
    std::optional<Millis> next;
    const auto at = [&next](Millis due) { next = next ? std::min(*next, due) : due; };
    for (const auto& [id, link] : m_links) {
        if (link.outgoing && link.helloDue != 0) {
            at(link.helloDue);
        }
    }
    for (const auto& [key, peer] : m_peers) {
        if (!peer.link) {
            if (m_config.gossip && !peer.state.endpoint.empty()) {
                at(peer.dialAfter);
            }
            continue;
        }
        at(peer.lastPing + m_config.pingEvery);
        at(peer.lastHeard + m_config.silentAfter);
        if (!peer.interestAcked) {
            at(peer.interestDue);
        }
        if (m_ownChain && (peer.chain == Peer::Chain::Asked || peer.chain == Peer::Chain::Known)) {
            at(peer.chainDue);
        }
        for (const auto& flight : peer.window) {
            if (!flight.done && !flight.frame.empty()) {
                at(flight.due);
            }
        }
    }
    for (const auto& [hash, asked] : m_asked) {
        at(asked.since + kAskAgainAfter);
    }
    for (const auto& [key, outgoing] : m_outgoing) {
        if (outgoing.link == 0) {
            at(outgoing.since + kRedialAfter);
        }
    }
    for (const auto& [key, due] : m_dialling) {
        at(due);
    }
    // Never earlier than the next millisecond: a due time that has passed without effect (a dial the
    // transport refused, say) must not make the caller spin.
    return next ? std::optional(std::max(*next, m_now + 1)) : std::nullopt;
}

void Router::handle(const event::Join& join) {
    m_joined.insert(join.endpoint);
    dialAbsent();
}

void Router::handle(const event::Connecting& connecting) {
    const auto found = m_outgoing.find(connecting.endpoint.key);
    if (found == m_outgoing.end() || found->second.address != connecting.endpoint.address) {
        emit(action::CloseLink{connecting.link}); // another address has taken its place
        return;
    }
    found->second.link = connecting.link;
}

void Router::handle(const event::Listening& listening) {
    m_addresses = listening.addresses;
}

void Router::handle(const event::Restored& restored) {
    auto& peer = m_peers[restored.state.node];
    peer.state = restored.state;
    if (!restored.state.interests.empty()) {
        auto interests = decodeInterests(restored.state.interests);
        auto served = decodeInterests(restored.state.servedInterests);
        if (interests && served) {
            peer.interests = std::move(interests).value();
            peer.served = std::move(served).value();
            peer.interestsKnown = true;
        }
    }
    restartWindow(peer);
}

void Router::handle(const event::InterestsChanged& changed) {
    auto interests = changed.interests;
    for (auto lines = interests.size(); lines > 1 && encodeInterests(interests).size() > kMaxInterestBytes;) {
        lines /= 2;
        boundInterests(interests, lines); // wider, but it fits a frame
    }
    if (interests == m_interests) {
        return;
    }
    m_interests = std::move(interests);
    for (auto& [key, peer] : m_peers) {
        peer.interestAcked = false;
        peer.interestWait = 0;
        sendInterest(peer);
    }
}

void Router::handle(const event::DocumentSaved& saved) {
    m_documents.insert(saved.hash);
    m_asked.erase(saved.hash);
}

void Router::handle(const event::DocumentLoaded& loaded) {
    if (m_links.contains(loaded.link) && loaded.bytes.size() <= kMaxDocumentBytes) {
        emit(action::Send{loaded.link, encodeFrame(frame::Document{loaded.bytes})});
    }
}

std::vector<PeerView> Router::peers() const {
    std::vector<PeerView> result;
    for (const auto& [key, peer] : m_peers) {
        PeerView view;
        view.state = peer.state;
        view.connected = peer.link.has_value();
        view.clockSkew = peer.clockSkew;
        view.roundTrip = peer.link ? peer.roundTrip : std::nullopt;
        view.received = peer.received;
        view.sent = peer.sent;
        view.inFlight = peer.window.size();
        view.upToDate = peer.atEnd && peer.window.empty() && peer.state.backfillEnd == 0;
        view.otherDefinitions = peer.otherDefinitions;
        for (const auto& flight : peer.window) {
            if (peer.link && !flight.done && flight.due > m_now) {
                view.nextAttempt = view.nextAttempt == 0 ? flight.due : std::min(view.nextAttempt, flight.due);
            }
        }
        if (!peer.link && m_config.gossip && !peer.state.endpoint.empty()) {
            view.nextAttempt = std::max(peer.dialAfter, m_now);
        }
        view.chain = chainAnswerOf(peer);
        result.push_back(std::move(view));
    }
    return result;
}

std::optional<Row> Router::servedToAll() const {
    std::optional<Row> result;
    for (const auto& [key, peer] : m_peers) {
        if (peer.link || m_wall - peer.state.lastSeen < kForgetAfter) {
            result = result ? std::min(*result, peer.state.cursor) : peer.state.cursor;
        }
    }
    return result;
}

} // namespace qis::core
