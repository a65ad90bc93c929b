#pragma once

#include "crypto/sodium.h"
#include "routing/events.h"
#include "routing/frames.h"

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>

namespace qis::core {

/// What a peer has said of the own chain, for a home that was restored.
enum class ChainAnswer : std::uint8_t { None, Awaited, Silent, Given };

/// How a peer stands, for the status page.
struct PeerView {
    PeerState state;
    bool connected = false;
    Millis clockSkew = 0;
    std::optional<Millis> roundTrip; ///< of the last frame that it answered on this link
    std::uint64_t received = 0;      ///< packets that came from it in this run, repeated ones too
    std::uint64_t sent = 0;          ///< packets that it confirmed in this run
    std::size_t inFlight = 0;
    bool upToDate = false;         ///< everything we hold that may match has been acknowledged
    bool otherDefinitions = false; ///< its definitions in force differ from ours
    Millis nextAttempt = 0;        ///< as `now`: when it is dialled or sent to again; 0 when nothing is planned
    ChainAnswer chain = ChainAnswer::None;
};

/// Decides which packets go to which peer, for networks in which every node knows every node.
///
/// For every peer the router walks the store in order of arrival and serves what may match the
/// peer's coarse interest, in numbered batches with a window; the peer acknowledges a batch once it
/// is on its disk, and the cursor moves on. So catching up after an absence, repeating after a loss
/// and normal operation are one mechanism. Own packets travel whole; packets of others are offered
/// by id and sent when wanted. When a peer's interest grows, the rows already passed are offered
/// again under what is new in it: this is how outcomes route back.
class Router {
public:
    struct Config {
        AuthorKey self;
        LinkKey link;
        NetworkId network;
        DocumentHash siteDocument;
        std::vector<DocumentHash> definitions;
        /// Tell peers about each other and dial those one is told of (demo networks).
        bool gossip = true;
        std::function<Signature(ByteView)> sign;
        Millis retryAfter = 2000;
        Millis retryAtMost = 30000;
        Millis pingEvery = 20000;
        Millis silentAfter = 65000;
        std::size_t window = 8;
        Millis askChainEvery = 600'000; ///< once the chain is known: does anybody else sign with this key?
    };

    explicit Router(Config config);

    /// `now` never goes back; `wall` is what HELLO tells as the time.
    [[nodiscard]] std::vector<Action> step(Millis now, const Event& event, Millis wall = 0);
    /// When the next Tick is due; nullopt when nothing waits for time.
    [[nodiscard]] std::optional<Millis> nextTick() const;

    [[nodiscard]] std::vector<PeerView> peers() const;
    /// Every known peer has been served up to this row; nullopt while no peer is known.
    [[nodiscard]] std::optional<Row> servedToAll() const;
    void setSiteDocument(const DocumentHash& hash) { m_config.siteDocument = hash; }

private:
    struct InFlight {
        std::uint32_t number = 0;
        bool backfill = false;
        Row upTo = 0;
        bool done = false;
        Bytes frame;                  ///< empty when nothing needs sending
        std::vector<ShortId> offered; ///< sorted
        std::vector<ShortId> rest;    ///< wanted, but more than one frame carries
        std::size_t packets = 0;      ///< in it so far
        Millis due = 0;
        Millis wait = 0;
    };
    struct Peer {
        PeerState state;
        CoarseInterests interests;
        CoarseInterests served;
        std::optional<LinkId> link;  ///< the link in use, established
        std::uint32_t session = 0;   ///< grows with every fresh start of the window
        std::uint32_t nextBatch = 0; ///< first taken from the clock: see restartWindow
        std::deque<InFlight> window;
        Row readTo = 0; ///< rows up to here were read in this session
        Row backfillReadTo = 0;
        bool reading = false;
        bool atEnd = false;
        bool newRows = false; ///< came while reading: the answer may not have them
        bool interestsKnown = false;
        Millis clockSkew = 0;
        Millis lastHeard = 0;
        Millis lastPing = 0;
        std::optional<Millis> pinged; ///< and not answered
        std::optional<Millis> roundTrip;
        std::uint64_t received = 0;
        std::uint64_t sent = 0;
        Millis lastTold = 0; ///< about the others
        Millis dialAfter = 0;
        bool interestAcked = false;
        Millis interestDue = 0;
        Millis interestWait = 0;
        bool otherDefinitions = false;
        enum class Chain : std::uint8_t { Idle, Asked, Keeping, Known };
        Chain chain = Chain::Idle;
        std::uint64_t chainAfter = 0;
        Millis chainDue = 0;
        Millis chainWait = 0;
        int chainTries = 0;
        Millis chainGetsSince = 0; ///< what it asks of its own chain is answered so often only
        int chainGets = 0;
        bool startsOver = false; ///< it shall take note of an empty interest first
    };
    struct Link {
        LinkKey key;
        bool outgoing = false;
        std::optional<AuthorKey> peer; ///< set once HELLO is verified
        Millis helloDue = 0;           ///< outgoing: send HELLO again then; 0 when established
        Millis lastHello = 0;
    };

    // router.cpp
    void handle(const event::LinkUp& up);
    void handle(const event::LinkDown& down);
    void handle(const event::Received& received);
    void handle(const event::Tick& tick);
    void handle(const event::Join& join);
    void handle(const event::Connecting& connecting);
    void handle(const event::Listening& listening);
    void handle(const event::Restored& restored);
    void handle(const event::InterestsChanged& changed);
    void handle(const event::NewRows& rows);
    void handle(const event::RowsRead& read);
    void handle(const event::PacketsLoaded& loaded);
    void handle(const event::Delivered& delivered);
    void handle(const event::DocumentSaved& saved);
    void handle(const event::DocumentLoaded& loaded);
    void handle(const event::AskOwnChain& ask);
    void handle(const event::ChainRead& read);
    void handle(const event::OwnPacketsKept& kept);
    void handle(const event::StartOver& over);

    // handshake.cpp
    void sendHello(LinkId link, bool acknowledges);
    void onHello(LinkId link, const frame::Hello& hello);
    void establish(LinkId link, const frame::Hello& hello);
    void onNodes(LinkId link, const frame::Nodes& nodes);
    void tellContacts(LinkId link);
    void tellNewcomer(LinkId link);
    void learn(const Contact& contact, LinkId from, std::size_t mostAsked);
    void dialAbsent();
    void askAgain();
    void refuse(LinkId link, Code code);
    [[nodiscard]] Contact ownContact() const;

    // delivery.cpp
    void restartWindow(Peer& peer);
    void sendInterest(Peer& peer);
    void onInterest(Peer& peer, const frame::Interest& interest);
    void onBatch(LinkId link, Peer& peer, frame::Batch batch);
    void onBatchAck(Peer& peer, const frame::BatchAck& ack);
    void pump(Peer& peer);
    void advance(Peer& peer);
    void repeat(Peer& peer);
    void transmit(Peer& peer, InFlight& flight);
    void save(const Peer& peer);

    // own_chain.cpp
    void askChain(Peer& peer, std::uint64_t after);
    void sendChainGet(Peer& peer);
    void askChainsDue();
    void onChainGet(LinkId link, Peer& peer, const frame::ChainGet& get);
    void onChain(Peer& peer, frame::Chain chain);
    [[nodiscard]] static ChainAnswer chainAnswerOf(const Peer& peer);
    void startOver(Peer& peer);
    void onStartedOver(Peer& peer);

    [[nodiscard]] Peer* peerOf(LinkId link);
    void emit(Action action) { m_actions.push_back(std::move(action)); }

    Config m_config;
    Millis m_now = 0;
    Millis m_wall = 0;
    std::vector<Action> m_actions;
    std::map<AuthorKey, Peer> m_peers;
    std::map<LinkId, Link> m_links;
    /// Long enough for the transport to try an address before another one of that node has its turn.
    static constexpr Millis kRedialAfter = 10000;
    struct Outgoing {
        std::string address;
        LinkId link = 0; ///< 0 until the transport has answered
        Millis since = 0;
    };
    std::map<LinkKey, Outgoing> m_outgoing; ///< the transport keeps trying these
    std::map<LinkKey, Endpoint> m_hearsay;  ///< nodes told of by peers, not dialled yet
    std::map<LinkKey, Millis> m_dialling;   ///< when to dial them
    std::set<Endpoint> m_joined;
    std::vector<std::string> m_addresses;
    CoarseInterests m_interests;
    std::set<DocumentHash> m_documents; ///< on disk
    struct Asked {
        Millis since = 0; ///< last time
        int times = 1;
    };
    std::map<DocumentHash, Asked> m_asked;            ///< asked for and not answered yet
    std::optional<std::uint64_t> m_ownChain;          ///< ask for what is behind this place
    std::optional<std::set<AuthorKey>> m_startedOver; ///< the others shall serve from the beginning
};

} // namespace qis::core
