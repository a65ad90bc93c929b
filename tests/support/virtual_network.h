#pragma once

#include "crypto/keys.h"
#include "routing/router.h"
#include "support/similarity_world.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

/// Real routers on invented links, stores and clocks: nothing here waits, and one seed gives one history.
namespace qis::test {

/// Keys made once a process and the same in every run.
[[nodiscard]] const core::DeviceKey& deviceOf(std::size_t node);
[[nodiscard]] core::LinkKey linkKeyOf(std::size_t node);
[[nodiscard]] core::NetworkId virtualNetworkId();
/// Invented bytes; the router only ever hashes them.
[[nodiscard]] core::Bytes siteDocumentOf(std::size_t node);
[[nodiscard]] core::Router::Config routerConfigOf(std::size_t node, bool gossip);

[[nodiscard]] core::ShortId packetId(core::ByteView packet);

/// A one-slot packet place, and the interest that asks for these classes (none: everything).
[[nodiscard]] core::CoarsePacket placeOf(std::uint32_t code);
[[nodiscard]] core::CoarseInterests interestIn(const std::vector<std::uint32_t>& classes);

/// What happens to frames. Without loss, duplication and reordering a link is what TCP is.
struct Weather {
    core::Millis latencyLeast = 5;
    core::Millis latencyMost = 60;
    double loss = 0;
    double duplication = 0;
    double reordering = 0;      ///< share of frames that may overtake and be overtaken
    core::Millis storeMost = 0; ///< answers of the store take up to this long; 0: at once
};

/// The rows of one node in order of arrival, with the filter of the node's own store.
class ModelStore {
public:
    struct Entry {
        core::Row row = 0;
        core::ShortId id;
        core::AuthorKey author;
        std::optional<core::AuthorKey> origin;
        core::CoarsePacket coarse;
        core::Bytes bytes;
        bool retracted = false;
    };
    /// False when this id is held.
    bool insert(Entry entry);
    void retract(const core::ShortId& id);
    [[nodiscard]] bool holds(const core::ShortId& id) const { return m_byId.contains(id); }
    [[nodiscard]] const std::vector<Entry>& rows() const { return m_rows; }
    [[nodiscard]] std::set<core::ShortId> ids() const;
    [[nodiscard]] core::event::RowsRead read(const core::action::ReadRows& read, const core::AuthorKey& self) const;
    [[nodiscard]] core::event::PacketsLoaded load(const core::action::LoadPackets& load) const;

private:
    std::vector<Entry> m_rows; ///< row n at place n - 1
    std::map<core::ShortId, std::size_t> m_byId;
};

class VirtualNetwork {
public:
    /// What a test may look at. Everything above `router` survives a restart.
    struct Node {
        std::size_t index = 0;
        bool gossip = true;
        std::string address;
        ModelStore store;
        std::map<core::AuthorKey, core::PeerState> savedPeers;
        std::map<core::DocumentHash, core::Bytes> documents;
        std::set<core::Endpoint> joined;
        core::CoarseInterests interests;
        core::CoarseInterests everAsked;

        std::unique_ptr<core::Router> router; ///< null while the node is down
        bool busy = false;                    ///< takes nothing in, as with a full disk
        bool restored = false;                ///< asks for its own chain and to be served from the beginning
        std::set<core::AuthorKey> startedOver;
        std::set<core::AuthorKey> chainKnownBy; ///< in this life

        std::map<core::Code, std::size_t> refused;
        std::size_t packetsIn = 0, packetsTwice = 0, packetsUnknown = 0, offersIn = 0;
        std::size_t ticks = 0, connects = 0, batchesRefused = 0;

        // of the process under way
        std::uint64_t life = 0;
        std::map<core::AuthorKey, core::PeerState> unsavedPeers;
        bool flushing = false;
        std::deque<core::Event> inbox;
        bool draining = false;
        std::optional<core::Millis> tickAt;
    };
    struct Packet {
        std::size_t author = 0;
        core::CoarsePacket coarse;
        core::Bytes bytes;
        std::uint64_t place = 0; ///< in its author's chain, from 1
    };

    VirtualNetwork(std::uint64_t seed, std::size_t nodes, bool gossip = true);

    Weather weather;

    [[nodiscard]] Node& node(std::size_t index) { return *m_nodes.at(index); }
    [[nodiscard]] std::size_t size() const { return m_nodes.size(); }
    [[nodiscard]] const std::map<core::ShortId, Packet>& packets() const { return m_packets; }
    [[nodiscard]] Random& random() { return m_random; }
    [[nodiscard]] core::Millis now() const { return m_now; }
    /// Of everything that every router saw and did.
    [[nodiscard]] std::uint64_t traceHash() const { return m_trace; }
    /// A router named a time that had passed for its next tick.
    [[nodiscard]] bool sawSpinning() const { return m_spinning; }

    // What operators do
    void start(std::size_t node);
    void startAll();
    /// Everybody up, joined to the first, linked to all and done with what links bring at first.
    void settle();
    void crash(std::size_t node);
    /// What a backup of this node would hold now, and its return from it; what it knew since is lost.
    void backUp(std::size_t node);
    void restore(std::size_t node);
    /// Of its own packets held by `node`.
    [[nodiscard]] std::set<std::uint64_t> placesHeld(std::size_t node, std::size_t author);
    void join(std::size_t node, std::size_t target);
    [[nodiscard]] core::Endpoint endpointOf(std::size_t node) const;
    void setInterests(std::size_t node, const core::CoarseInterests& interests);
    core::ShortId publish(std::size_t node, std::uint32_t code);
    void retract(std::size_t node, const core::ShortId& id) { this->node(node).store.retract(id); }
    /// Hands the router an event as its surroundings would.
    void post(std::size_t node, core::Event event);

    // What the world does
    void block(std::size_t from, std::size_t to) { m_blocked.insert({from, to}); }
    void unblock(std::size_t from, std::size_t to) { m_blocked.erase({from, to}); }
    void partition(const std::set<std::size_t>& side);
    void heal() { m_blocked.clear(); }
    void breakLinks(std::size_t one, std::size_t other);
    void at(core::Millis when, std::function<void()> what);

    void runUntil(core::Millis when);
    void runFor(core::Millis time) { runUntil(m_now + time); }
    /// Looks at `done` once a virtual second; false when the time is over first.
    [[nodiscard]] bool runUntil(const std::function<bool()>& done, core::Millis atMost);

    [[nodiscard]] bool connected(std::size_t one, std::size_t other);
    [[nodiscard]] bool allConnected();
    /// Ids of all packets that `interests` may match, and the node's own.
    [[nodiscard]] std::set<core::ShortId> expectedAt(std::size_t node, const core::CoarseInterests& interests);
    /// Every node holds all it asks for.
    [[nodiscard]] bool everybodyHasEverything();
    /// Against brute force: everything it asks for, nothing it never asked for, and no row twice.
    [[nodiscard]] bool storesAreRight();
    [[nodiscard]] core::PeerView peerView(std::size_t node, std::size_t peer);

private:
    struct Connection {
        std::size_t from = 0;
        core::Endpoint endpoint;
        core::LinkId outgoing = 0;
        std::size_t to = 0;        ///< while up
        core::LinkId incoming = 0; ///< 0 until a frame has arrived
        bool up = false;
        std::uint64_t epoch = 0; ///< grows with every break, so that frames under way are lost
        core::Millis retry = 0;
        core::Millis lastArrival[2] = {0, 0};
    };

    void act(Node& node, const core::action::Connect& connect);
    void act(Node& node, const core::action::CloseLink& close);
    void act(Node& node, const core::action::Send& send);
    void act(Node& node, const core::action::ReadRows& read);
    void act(Node& node, const core::action::LoadPackets& load);
    void act(Node& node, const core::action::Deliver& deliver);
    void act(Node& node, const core::action::SavePeer& save);
    void act(Node& node, const core::action::SaveDocument& save);
    void act(Node& node, const core::action::LoadDocument& load);
    void act(Node& node, const core::action::Count& count);
    void act(Node& node, const core::action::PeersChanged& changed);
    void act(Node& node, const core::action::ReadChain& read);
    void act(Node& node, const core::action::OwnPackets& own);
    void act(Node& node, const core::action::StartedOver& over);

    [[nodiscard]] std::uint64_t highestPlace(const ModelStore& store, std::size_t author) const;
    void drain(Node& node);
    void planTick(Node& node);
    void answer(Node& node, std::function<void(Node&)> what);
    void accept(Node& node, const core::action::Deliver& deliver);
    void attempt(std::uint64_t connection);
    void transmit(std::uint64_t connection, bool backwards, const core::Bytes& frame);
    void arrive(std::uint64_t connection, std::uint64_t epoch, bool backwards, const core::Bytes& frame);
    void breakConnection(std::uint64_t connection);
    void tellLinkDown(std::size_t node, core::LinkId link, core::Millis after);
    [[nodiscard]] core::Millis latency();
    [[nodiscard]] bool blocked(std::size_t from, std::size_t to) const { return m_blocked.contains({from, to}); }
    [[nodiscard]] Connection* find(std::uint64_t connection);
    void note(std::uint64_t value);
    void noteStep(const Node& node, const core::Event& event, const std::vector<core::Action>& actions);

    Random m_random;
    core::Millis m_now = 0;
    std::uint64_t m_sequence = 0;
    std::map<std::pair<core::Millis, std::uint64_t>, std::function<void()>> m_agenda;
    std::vector<std::unique_ptr<Node>> m_nodes;
    std::map<core::ShortId, Packet> m_packets;
    std::uint64_t m_published = 0;
    std::map<std::size_t, std::uint64_t> m_places; ///< of each author, the last one taken
    struct Backup {
        ModelStore store;
        std::map<core::AuthorKey, core::PeerState> peers;
    };
    std::map<std::size_t, Backup> m_backups;
    std::map<std::uint64_t, Connection> m_connections;
    std::uint64_t m_lastConnection = 0;
    core::LinkId m_lastLink = 0;
    std::set<std::pair<std::size_t, std::size_t>> m_blocked;
    std::uint64_t m_trace = 14695981039346656037ULL;
    bool m_spinning = false;
};

/// 0-1-2 without gossip, up and linked: the ends never speak to each other.
[[nodiscard]] std::unique_ptr<VirtualNetwork> chainOfThree();

} // namespace qis::test
