#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "similarity/coarse.h"
#include "store/store.h"
#include "transport/transport.h"

#include <set>
#include <string>
#include <variant>
#include <vector>

/// What goes into the router and what comes out. The router itself has no clock, thread, socket or
/// randomness: the same events at the same times give the same actions.
namespace qis::core {

/// A contact as told by its own HELLO or passed on by a peer.
struct Contact {
    AuthorKey node;
    LinkKey link;
    std::string address; ///< "tcp://HOST:PORT", empty when it cannot be reached
    DocumentHash siteDocument;
    bool operator==(const Contact&) const = default;
};

/// A row of the store as the router needs it. `bytes` only for packets to be sent whole.
struct RoutedRow {
    Row row = 0;
    ShortId id;
    Bytes bytes;
};

namespace event {

struct LinkUp {
    LinkId link = 0;
    LinkKey peer;
    bool outgoing = false;
};
struct LinkDown {
    LinkId link = 0;
};
/// `peer` is the link key the transport authenticated.
struct Received {
    LinkId link = 0;
    LinkKey peer;
    Bytes frame;
};
struct Tick {};
/// The operator, or a stored list, names a node to reach.
struct Join {
    Endpoint endpoint;
};
/// The transport answered a Connect.
struct Connecting {
    Endpoint endpoint;
    LinkId link = 0;
};
/// The addresses under which others reach this node.
struct Listening {
    std::vector<std::string> addresses;
};
/// A peer known from earlier, at start.
struct Restored {
    PeerState state;
};
/// What this node's profiles ask for now.
struct InterestsChanged {
    CoarseInterests interests;
};
/// The store has rows that were not there before.
struct NewRows {};
/// Answer to action::ReadRows.
struct RowsRead {
    AuthorKey peer;
    std::uint32_t session = 0;
    bool backfill = false;
    Row scannedTo = 0;
    bool atEnd = false;
    std::vector<RoutedRow> rows;
};
/// Answer to action::LoadPackets; packets that are gone are left out.
struct PacketsLoaded {
    AuthorKey peer;
    std::uint32_t session = 0;
    std::uint32_t batch = 0;
    std::vector<Bytes> packets;
};
/// Answer to action::Deliver: everything accepted is on disk. Not ok: the disk is full or the
/// engine is overloaded, and nothing may be acknowledged.
struct Delivered {
    LinkId link = 0;
    std::uint32_t batch = 0;
    bool ok = true;
    std::vector<ShortId> wanted;
};
/// A signed document is on disk.
struct DocumentSaved {
    DocumentHash hash;
};
/// Answer to action::LoadDocument.
struct DocumentLoaded {
    LinkId link = 0;
    Bytes bytes;
};

/// Peers shall be asked how far they know the chain of this node, behind `after`: those connected at
/// once or when it is their turn again, others when they connect.
struct AskOwnChain {
    std::uint64_t after = 0;
    bool atOnce = true;
};
/// Answer to action::ReadChain: the highest packet held of the asker, and those behind `after` in order.
struct ChainRead {
    LinkId link = 0;
    std::uint64_t after = 0;
    std::vector<Bytes> top; ///< one or none
    std::vector<Bytes> packets;
};
/// Answer to action::OwnPackets. Not ok: refused, or not on disk; the peer is asked again later.
struct OwnPacketsKept {
    AuthorKey peer;
    bool ok = false;
    bool complete = false; ///< this peer has nothing behind `last`
    std::uint64_t last = 0;
};
/// This node has lost rows that it had acknowledged. Peers shall serve it from the beginning; those
/// named have been asked to already.
struct StartOver {
    std::set<AuthorKey> done;
};

} // namespace event

using Event = std::variant<event::LinkUp, event::LinkDown, event::Received, event::Tick, event::Join, event::Connecting,
                           event::Listening, event::Restored, event::InterestsChanged, event::NewRows, event::RowsRead,
                           event::PacketsLoaded, event::Delivered, event::DocumentSaved, event::DocumentLoaded,
                           event::AskOwnChain, event::ChainRead, event::OwnPacketsKept, event::StartOver>;

namespace action {

struct Connect {
    Endpoint endpoint;
};
struct CloseLink {
    LinkId link = 0;
};
struct Send {
    LinkId link = 0;
    Bytes frame;
};
/// Rows after `after` that may match `interests` (and, for a backfill, did not match `except`), that
/// the peer neither wrote nor sent to us, and that are not retracted. Own packets with bytes unless
/// backfill. At most `limit` rows; scannedTo tells how far the look-up went.
struct ReadRows {
    AuthorKey peer;
    std::uint32_t session = 0;
    bool backfill = false;
    Row after = 0;
    Row until = 0; ///< backfill: last row to look at; 0 for no end
    CoarseInterests interests;
    CoarseInterests except;
    std::size_t limit = 0;
};
struct LoadPackets {
    AuthorKey peer;
    std::uint32_t session = 0;
    std::uint32_t batch = 0;
    std::vector<ShortId> ids;
};
/// Packets through the accept pipeline, offered ids against the store; answered by Delivered.
struct Deliver {
    LinkId link = 0;
    AuthorKey peer;
    std::uint32_t batch = 0;
    std::vector<Bytes> packets;
    std::vector<ShortId> offers;
};
struct SavePeer {
    PeerState state;
};
struct SaveDocument {
    Bytes bytes;
    AuthorKey peer;
};
struct LoadDocument {
    LinkId link = 0;
    DocumentHash hash;
};
/// Something was refused or went wrong on a link; for the counters.
struct Count {
    Code code = Code::BadFrame;
};
/// A peer asks for its own packets behind `after`: at most kMaxBatchPackets, answered by ChainRead.
struct ReadChain {
    LinkId link = 0;
    AuthorKey peer;
    std::uint64_t after = 0;
};
/// What a peer holds of this node's own chain; nothing of it is checked yet.
struct OwnPackets {
    AuthorKey peer;
    std::uint64_t after = 0;
    std::vector<Bytes> top; ///< one or none
    std::vector<Bytes> packets;
};
/// This peer has taken note that it has to serve from the beginning.
struct StartedOver {
    AuthorKey peer;
};
/// Peers came, went or got on; for the status line.
struct PeersChanged {};

} // namespace action

using Action =
    std::variant<action::Connect, action::CloseLink, action::Send, action::ReadRows, action::LoadPackets,
                 action::Deliver, action::SavePeer, action::SaveDocument, action::LoadDocument, action::Count,
                 action::PeersChanged, action::ReadChain, action::OwnPackets, action::StartedOver>;

} // namespace qis::core
