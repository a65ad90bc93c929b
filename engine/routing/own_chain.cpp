// A home restored from a backup asks its peers how far its own chain goes, and to be served again.
#include "routing/router.h"

#include <algorithm>

namespace qis::core {

namespace {
/// A peer that has let so many questions pass does not know them.
constexpr int kSilentAfterTries = 3;
/// An author asks page by page, once in a while; what is beyond this is a flood.
constexpr int kChainGetsAtMost = 200;
constexpr Millis kChainGetsIn = 10'000;
} // namespace

void Router::handle(const event::AskOwnChain& ask) {
    m_ownChain = ask.after;
    if (!ask.atOnce) {
        return;
    }
    for (auto& [key, peer] : m_peers) {
        if (peer.link) {
            askChain(peer, ask.after);
        }
    }
}

void Router::askChain(Peer& peer, std::uint64_t after) {
    peer.chain = Peer::Chain::Asked;
    peer.chainAfter = after;
    peer.chainTries = 0;
    peer.chainWait = 0;
    sendChainGet(peer);
}

void Router::sendChainGet(Peer& peer) {
    ++peer.chainTries;
    peer.chainWait = peer.chainWait == 0 ? m_config.retryAfter : std::min(peer.chainWait * 2, m_config.retryAtMost);
    peer.chainDue = m_now + peer.chainWait;
    emit(action::Send{*peer.link, encodeFrame(frame::ChainGet{peer.chainAfter})});
}

void Router::askChainsDue() {
    if (!m_ownChain) {
        return;
    }
    for (auto& [key, peer] : m_peers) {
        if (!peer.link || peer.chainDue > m_now) {
            continue;
        }
        if (peer.chain == Peer::Chain::Asked) {
            sendChainGet(peer);
            if (peer.chainTries == kSilentAfterTries + 1) {
                emit(action::PeersChanged{});
            }
        } else if (peer.chain == Peer::Chain::Known) {
            askChain(peer, *m_ownChain);
        }
    }
}

void Router::onChainGet(LinkId link, Peer& peer, const frame::ChainGet& get) {
    if (m_now - peer.chainGetsSince >= kChainGetsIn) {
        peer.chainGetsSince = m_now;
        peer.chainGets = 0;
    }
    if (++peer.chainGets > kChainGetsAtMost) {
        emit(action::Count{Code::Busy});
        return;
    }
    emit(action::ReadChain{link, peer.state.node, get.after});
}

void Router::handle(const event::ChainRead& read) {
    if (m_links.contains(read.link)) {
        emit(action::Send{read.link, encodeFrame(frame::Chain{read.after, read.top, read.packets})});
    }
}

void Router::onChain(Peer& peer, frame::Chain chain) {
    if (peer.chain != Peer::Chain::Asked || chain.after != peer.chainAfter) {
        emit(action::Count{Code::BadFeed}); // not asked, or answered already
        return;
    }
    peer.chain = Peer::Chain::Keeping;
    emit(action::OwnPackets{peer.state.node, chain.after, std::move(chain.top), std::move(chain.packets)});
}

void Router::handle(const event::OwnPacketsKept& kept) {
    const auto found = m_peers.find(kept.peer);
    if (found == m_peers.end() || found->second.chain != Peer::Chain::Keeping) {
        return;
    }
    auto& peer = found->second;
    if (!kept.ok || (!kept.complete && (kept.last <= peer.chainAfter || !peer.link))) {
        peer.chain = Peer::Chain::Asked;
        peer.chainTries = kSilentAfterTries + 1; // nobody waits for it
        peer.chainDue = m_now + m_config.retryAtMost;
    } else if (kept.complete) {
        peer.chain = Peer::Chain::Known;
        peer.chainDue = m_now + m_config.askChainEvery;
    } else {
        askChain(peer, kept.last);
    }
    emit(action::PeersChanged{});
}

ChainAnswer Router::chainAnswerOf(const Peer& peer) {
    switch (peer.chain) {
    case Peer::Chain::Idle:
        return ChainAnswer::None;
    case Peer::Chain::Asked:
        return peer.chainTries > kSilentAfterTries ? ChainAnswer::Silent : ChainAnswer::Awaited;
    case Peer::Chain::Keeping:
        return ChainAnswer::Awaited;
    case Peer::Chain::Known:
        return ChainAnswer::Given;
    }
    return ChainAnswer::None;
}

void Router::handle(const event::StartOver& over) {
    m_startedOver = over.done;
    for (auto& [key, peer] : m_peers) {
        startOver(peer);
        if (peer.startsOver) {
            peer.interestAcked = false;
            peer.interestWait = 0;
            sendInterest(peer);
        }
    }
}

/// A peer that hears of an empty interest forgets what it has served; the true interest after it then
/// counts as all new.
void Router::startOver(Peer& peer) {
    peer.startsOver = m_startedOver && !m_startedOver->contains(peer.state.node);
}

void Router::onStartedOver(Peer& peer) {
    peer.startsOver = false;
    m_startedOver->insert(peer.state.node);
    emit(action::StartedOver{peer.state.node});
    peer.interestWait = 0;
    sendInterest(peer);
}

} // namespace qis::core
