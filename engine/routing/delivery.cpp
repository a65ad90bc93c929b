#include "routing/router.h"

#include <algorithm>
#include <iterator>

namespace qis::core {

namespace {
constexpr std::size_t kLiveRows = kMaxBatchPackets;
constexpr std::size_t kBackfillRows = 512;
} // namespace

void Router::save(const Peer& peer) {
    emit(action::SavePeer{peer.state});
}

/// Forgets what is under way: after a new link or a new interest, everything not yet acknowledged
/// is looked up and sent again. The receiver drops what it has.
void Router::restartWindow(Peer& peer) {
    if (peer.nextBatch == 0) {
        // An acknowledgement on its way to the process before this one must not fit a batch of ours.
        peer.nextBatch = static_cast<std::uint32_t>(m_wall);
    }
    ++peer.session;
    peer.window.clear();
    peer.readTo = peer.state.cursor;
    peer.backfillReadTo = peer.state.backfillCursor;
    peer.reading = false;
    peer.atEnd = false;
    peer.newRows = false;
}

void Router::sendInterest(Peer& peer) {
    if (!peer.link) {
        return;
    }
    peer.interestWait =
        peer.interestWait == 0 ? m_config.retryAfter : std::min(peer.interestWait * 2, m_config.retryAtMost);
    peer.interestDue = m_now + peer.interestWait;
    emit(action::Send{*peer.link, encodeFrame(frame::Interest{peer.startsOver ? CoarseInterests{} : m_interests})});
}

void Router::onInterest(Peer& peer, const frame::Interest& interest) {
    if (peer.link) {
        emit(action::Send{*peer.link, encodeFrame(frame::InterestAck{interestDigest(interest.interests)})});
    }
    if (peer.interestsKnown && peer.interests == interest.interests) {
        return;
    }
    // Rows up to the cursor were served under `served`; only what both have in common is still
    // known to be served, the rest of the new interest is back-filled.
    CoarseInterests common;
    std::set_intersection(peer.served.begin(), peer.served.end(), interest.interests.begin(), interest.interests.end(),
                          std::inserter(common, common.end()));
    peer.served = std::move(common);
    peer.interests = interest.interests;
    peer.interestsKnown = true;
    peer.state.interests = encodeInterests(peer.interests);
    peer.state.backfillCursor = 0;
    if (peer.state.cursor == 0 || peer.served == peer.interests) {
        peer.state.backfillEnd = 0;
        peer.served = peer.interests;
    } else {
        peer.state.backfillEnd = peer.state.cursor;
    }
    peer.state.servedInterests = encodeInterests(peer.served);
    save(peer);
    restartWindow(peer);
    pump(peer);
}

void Router::pump(Peer& peer) {
    if (!peer.link || !peer.interestsKnown || peer.reading || peer.window.size() >= m_config.window) {
        return;
    }
    action::ReadRows read;
    read.peer = peer.state.node;
    read.session = peer.session;
    read.interests = peer.interests;
    if (!peer.atEnd) {
        read.after = peer.readTo;
        read.limit = kLiveRows;
    } else if (peer.backfillReadTo < peer.state.backfillEnd) {
        read.backfill = true;
        read.after = peer.backfillReadTo;
        read.until = peer.state.backfillEnd;
        read.except = peer.served;
        read.limit = kBackfillRows;
    } else {
        return;
    }
    peer.reading = true;
    emit(std::move(read));
}

void Router::handle(const event::NewRows& /*rows*/) {
    for (auto& [key, peer] : m_peers) {
        peer.atEnd = false;
        peer.newRows = peer.reading;
        pump(peer);
    }
}

void Router::handle(const event::RowsRead& read) {
    const auto found = m_peers.find(read.peer);
    if (found == m_peers.end() || found->second.session != read.session || !found->second.reading) {
        return;
    }
    auto& peer = found->second;
    peer.reading = false;
    InFlight flight;
    flight.number = peer.nextBatch++;
    flight.backfill = read.backfill;
    flight.upTo = read.scannedTo;
    frame::Batch batch;
    batch.number = flight.number;
    for (const auto& row : read.rows) {
        if (!row.bytes.empty() && batch.packets.size() < kMaxBatchPackets) {
            batch.packets.push_back(row.bytes);
        } else if (flight.offered.size() < kMaxBatchOffers) {
            batch.offers.push_back(row.id);
            flight.offered.push_back(row.id);
        }
    }
    std::sort(flight.offered.begin(), flight.offered.end());
    flight.done = read.rows.empty();
    if (read.backfill) {
        peer.backfillReadTo = read.atEnd ? peer.state.backfillEnd : read.scannedTo;
        flight.upTo = peer.backfillReadTo;
    } else {
        peer.readTo = std::max(peer.readTo, read.scannedTo);
        flight.upTo = peer.readTo;
        peer.atEnd = read.atEnd && !peer.newRows;
        peer.newRows = false;
    }
    if (!flight.done) {
        flight.packets = batch.packets.size();
        flight.frame = encodeFrame(batch);
        transmit(peer, flight);
    }
    peer.window.push_back(std::move(flight));
    advance(peer);
    pump(peer);
}

void Router::transmit(Peer& peer, InFlight& flight) {
    if (!peer.link || flight.frame.empty()) {
        return;
    }
    flight.wait = flight.wait == 0 ? m_config.retryAfter : std::min(flight.wait * 2, m_config.retryAtMost);
    flight.due = m_now + flight.wait;
    emit(action::Send{*peer.link, flight.frame});
}

void Router::repeat(Peer& peer) {
    for (auto& flight : peer.window) {
        if (!flight.done && !flight.frame.empty() && flight.due <= m_now) {
            transmit(peer, flight);
        }
    }
}

void Router::advance(Peer& peer) {
    bool moved = false;
    while (!peer.window.empty() && peer.window.front().done) {
        const auto& flight = peer.window.front();
        if (flight.backfill) {
            moved = moved || peer.state.backfillCursor != flight.upTo;
            peer.state.backfillCursor = flight.upTo;
        } else {
            moved = moved || peer.state.cursor != flight.upTo;
            peer.state.cursor = flight.upTo;
        }
        peer.window.pop_front();
    }
    if (peer.state.backfillEnd != 0 && peer.state.backfillCursor >= peer.state.backfillEnd) {
        peer.state.backfillEnd = 0;
        peer.state.backfillCursor = 0;
        peer.backfillReadTo = 0;
        peer.served = peer.interests;
        peer.state.servedInterests = peer.state.interests;
        moved = true;
    }
    if (moved) {
        save(peer);
    }
}

void Router::onBatch(LinkId link, Peer& peer, frame::Batch batch) {
    action::Deliver deliver;
    deliver.link = link;
    deliver.peer = peer.state.node;
    deliver.batch = batch.number;
    peer.received += batch.packets.size();
    deliver.packets = std::move(batch.packets);
    deliver.offers = std::move(batch.offers);
    emit(std::move(deliver));
}

void Router::handle(const event::Delivered& delivered) {
    if (!m_links.contains(delivered.link)) {
        return; // the peer will send it again over its next link
    }
    frame::BatchAck ack;
    ack.number = delivered.batch;
    ack.busy = !delivered.ok;
    if (delivered.ok) {
        ack.wanted = delivered.wanted;
        ack.wanted.resize(std::min(ack.wanted.size(), kMaxBatchOffers));
    }
    emit(action::Send{delivered.link, encodeFrame(ack)});
}

void Router::onBatchAck(Peer& peer, const frame::BatchAck& ack) {
    const auto flight = std::find_if(peer.window.begin(), peer.window.end(),
                                     [&ack](const InFlight& one) { return one.number == ack.number; });
    if (flight == peer.window.end() || flight->done) {
        return;
    }
    if (ack.busy) {
        flight->due = m_now + m_config.retryAtMost / 4;
        return;
    }
    if (ack.wanted.empty()) {
        flight->done = true;
        peer.sent += flight->packets;
        flight->frame.clear();
        advance(peer);
        pump(peer);
        return;
    }
    // Only what this very batch offered: asking for other ids would get round the interest.
    action::LoadPackets load;
    load.peer = peer.state.node;
    load.session = peer.session;
    load.batch = ack.number;
    std::vector<ShortId> rest;
    for (const auto& id : ack.wanted) {
        if (!std::binary_search(flight->offered.begin(), flight->offered.end(), id)) {
            emit(action::Count{Code::BadFrame});
            return;
        }
        if (load.ids.size() < kMaxBatchPackets) {
            load.ids.push_back(id);
        } else {
            rest.push_back(id);
        }
    }
    flight->rest = std::move(rest);
    flight->due = m_now + m_config.retryAtMost; // until the packets are loaded
    emit(std::move(load));
}

void Router::handle(const event::PacketsLoaded& loaded) {
    const auto found = m_peers.find(loaded.peer);
    if (found == m_peers.end() || found->second.session != loaded.session) {
        return;
    }
    auto& peer = found->second;
    const auto flight = std::find_if(peer.window.begin(), peer.window.end(),
                                     [&loaded](const InFlight& one) { return one.number == loaded.batch; });
    if (flight == peer.window.end() || flight->done) {
        return;
    }
    frame::Batch batch;
    batch.number = flight->number;
    batch.packets = loaded.packets;
    batch.offers = flight->rest;
    if (batch.packets.empty() && batch.offers.empty()) {
        flight->done = true; // offered, then retracted or removed
        flight->frame.clear();
        advance(peer);
        pump(peer);
        return;
    }
    flight->packets += batch.packets.size();
    flight->frame = encodeFrame(batch);
    flight->wait = 0;
    transmit(peer, *flight);
}

} // namespace qis::core
