#include "routing/router.h"

namespace qis::core {

namespace {
constexpr Millis kHelloRetry = 2000;
constexpr Millis kHigherKeyWaits = 3000;
constexpr std::size_t kMaxAskedFirstHand = 4096;
/// Peers could name any number of addresses; no more than this many are dialled on their word.
constexpr std::size_t kMaxHearsayLinks = 256;
} // namespace

Contact Router::ownContact() const {
    Contact contact;
    contact.node = m_config.self;
    contact.link = m_config.link;
    contact.address = m_addresses.empty() ? std::string{} : m_addresses.front();
    contact.siteDocument = m_config.siteDocument;
    return contact;
}

void Router::sendHello(LinkId link, bool acknowledges) {
    const auto found = m_links.find(link);
    if (found == m_links.end()) {
        return;
    }
    frame::Hello hello;
    hello.acknowledges = acknowledges;
    hello.network = m_config.network;
    hello.contact = ownContact();
    hello.time = m_wall;
    hello.definitions = m_config.definitions;
    hello.signature = m_config.sign(helloToSign(hello, found->second.key));
    found->second.lastHello = m_now;
    emit(action::Send{link, encodeFrame(hello)});
}

void Router::refuse(LinkId link, Code code) {
    emit(action::Count{code});
    emit(action::Send{link, encodeFrame(frame::Refuse{std::string(codeName(code))})});
}

void Router::onHello(LinkId link, const frame::Hello& hello) {
    auto& state = m_links.at(link);
    if (hello.network != m_config.network) {
        refuse(link, Code::WrongNetwork);
        return;
    }
    if (hello.contact.link != state.key) {
        refuse(link, Code::WrongLinkKey);
        return;
    }
    if (hello.contact.node == m_config.self) {
        // Our own address came back to us through a peer or a join list.
        emit(action::CloseLink{link});
        return;
    }
    if (state.peer && *state.peer != hello.contact.node) {
        // A link speaks for one author: the first would stay linked to what it does not own.
        refuse(link, Code::BadHello);
        return;
    }
    if (!verifySignature(hello.contact.node, helloToSign(hello, m_config.link), hello.signature)) {
        refuse(link, Code::BadHello);
        return;
    }
    if (!hello.acknowledges) {
        sendHello(link, true);
    }
    establish(link, hello);
}

void Router::establish(LinkId link, const frame::Hello& hello) {
    auto& state = m_links.at(link);
    state.peer = hello.contact.node;
    state.helloDue = 0;
    auto& peer = m_peers[hello.contact.node];
    peer.state.node = hello.contact.node;
    peer.state.link = hello.contact.link;
    peer.state.endpoint = hello.contact.address;
    peer.state.siteDocument = hello.contact.siteDocument;
    peer.state.lastSeen = m_wall;
    peer.clockSkew = hello.time - m_wall;
    peer.lastHeard = m_now;
    peer.lastPing = m_now;
    peer.otherDefinitions = hello.definitions != m_config.definitions;
    if (peer.link != link) {
        peer.link = link;
        peer.pinged.reset();
        peer.roundTrip.reset();
        restartWindow(peer);
    }
    save(peer);
    peer.interestAcked = false;
    peer.interestWait = 0;
    startOver(peer);
    sendInterest(peer);
    if (m_ownChain) {
        askChain(peer, *m_ownChain);
    }
    learn(hello.contact, link, kMaxAskedFirstHand);
    tellContacts(link);
    tellNewcomer(link);
    pump(peer);
    emit(action::PeersChanged{});
}

void Router::tellContacts(LinkId link) {
    auto* hearer = peerOf(link);
    if (!m_config.gossip || hearer == nullptr) {
        return;
    }
    hearer->lastTold = m_now;
    frame::Nodes nodes;
    for (const auto& [key, peer] : m_peers) {
        if (key != hearer->state.node && nodes.contacts.size() < kMaxContacts) {
            nodes.contacts.push_back({key, peer.state.link, peer.state.endpoint, peer.state.siteDocument});
        }
    }
    if (!nodes.contacts.empty()) {
        emit(action::Send{link, encodeFrame(nodes)});
    }
}

void Router::tellNewcomer(LinkId link) {
    const auto* peer = peerOf(link);
    if (!m_config.gossip || peer == nullptr) {
        return;
    }
    const auto& newcomer = peer->state;
    const Bytes news =
        encodeFrame(frame::Nodes{{{newcomer.node, newcomer.link, newcomer.endpoint, newcomer.siteDocument}}});
    for (const auto& [key, other] : m_peers) {
        if (other.link && other.link != link) {
            emit(action::Send{*other.link, news});
        }
    }
}

void Router::onNodes(LinkId link, const frame::Nodes& nodes) {
    for (const auto& contact : nodes.contacts) {
        if (contact.node == m_config.self) {
            continue;
        }
        learn(contact, link, kMaxContacts);
        if (!m_config.gossip || contact.address.empty()) {
            continue;
        }
        const auto known = m_peers.find(contact.node);
        if (known != m_peers.end()) {
            if (!known->second.link) {
                // Hearsay moves an address only while we have no link of our own to the node.
                known->second.state.endpoint = contact.address;
            }
            continue;
        }
        // Not a peer until it has proved itself by HELLO; only a place to dial. The lower key dials
        // at once, the higher one only if nothing came of that.
        if (m_dialling.size() < kMaxContacts && m_outgoing.size() < kMaxHearsayLinks &&
            !m_dialling.contains(contact.link)) {
            m_dialling[contact.link] = m_now + (m_config.self < contact.node ? 0 : kHigherKeyWaits);
            m_hearsay[contact.link] = Endpoint{contact.address, contact.link};
        }
    }
    dialAbsent();
}

void Router::learn(const Contact& contact, LinkId from, std::size_t mostAsked) {
    if (!m_documents.contains(contact.siteDocument) && m_asked.size() < mostAsked &&
        m_asked.try_emplace(contact.siteDocument, Asked{m_now, 1}).second) {
        emit(action::Send{from, encodeFrame(frame::DocumentGet{contact.siteDocument})});
    }
}

void Router::dialAbsent() {
    // No answer to a Connect means that the transport did not take it.
    std::erase_if(m_outgoing,
                  [this](const auto& one) { return one.second.link == 0 && m_now - one.second.since >= kRedialAfter; });
    std::set<LinkKey> linked;
    for (const auto& [id, link] : m_links) {
        linked.insert(link.key);
    }
    std::vector<Endpoint> due(m_joined.begin(), m_joined.end());
    for (const auto& [key, endpoint] : m_hearsay) {
        if (m_dialling[key] <= m_now) {
            due.push_back(endpoint);
        }
    }
    for (auto& [key, peer] : m_peers) {
        if (m_config.gossip && !peer.link && !peer.state.endpoint.empty() && peer.dialAfter <= m_now) {
            peer.dialAfter = m_now + kRedialAfter;
            due.push_back({peer.state.endpoint, peer.state.link});
        }
    }
    for (const auto& endpoint : due) {
        m_hearsay.erase(endpoint.key);
        m_dialling.erase(endpoint.key);
        if (endpoint.key == m_config.link || linked.contains(endpoint.key)) {
            continue;
        }
        const auto outgoing = m_outgoing.find(endpoint.key);
        if (outgoing != m_outgoing.end() &&
            (outgoing->second.address == endpoint.address || m_now - outgoing->second.since < kRedialAfter)) {
            continue; // the transport goes on trying by itself; two addresses of one node take turns
        }
        if (outgoing != m_outgoing.end() && outgoing->second.link != 0) {
            emit(action::CloseLink{outgoing->second.link}); // it has moved
            m_links.erase(outgoing->second.link);
        }
        m_outgoing[endpoint.key] = {endpoint.address, 0, m_now};
        emit(action::Connect{endpoint});
    }
}

void Router::handle(const event::LinkUp& up) {
    auto& link = m_links[up.link];
    const bool again = link.peer.has_value();
    if (again) {
        // The same outgoing connection came back: the other side may be a new process.
        const auto peer = m_peers.find(*link.peer);
        if (peer != m_peers.end() && peer->second.link == up.link) {
            peer->second.link.reset();
        }
        link.peer.reset();
    }
    link.key = up.peer;
    link.outgoing = up.outgoing;
    if (up.outgoing) {
        link.helloDue = m_now + kHelloRetry;
        sendHello(up.link, false);
    }
}

void Router::handle(const event::LinkDown& down) {
    const auto found = m_links.find(down.link);
    if (found == m_links.end()) {
        return;
    }
    const auto author = found->second.peer;
    m_links.erase(found);
    if (!author) {
        return;
    }
    auto& peer = m_peers.at(*author);
    if (peer.link == down.link) {
        peer.link.reset();
        peer.dialAfter = m_now + kHelloRetry;
        for (const auto& [id, other] : m_links) {
            if (other.peer == author) {
                peer.link = id;
                break;
            }
        }
        restartWindow(peer);
        pump(peer);
        emit(action::PeersChanged{});
    }
}

} // namespace qis::core
