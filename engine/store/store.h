#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "record/packet.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace qis::core {

/// Row number of a packet: order of arrival on this node, never reused.
using Row = std::int64_t;

/// One packet to be kept, with what is looked up often beside its bytes.
struct NewPacket {
    const DecodedPacket* decoded = nullptr; ///< content as accepted
    Millis received = 0;
    std::optional<AuthorKey> origin; ///< the peer it came from; nullopt for our own
    Bytes coarse;                    ///< encodeCoarse, empty when the pack has none
    bool toOutbox = false;
};

enum class InsertOutcome : std::uint8_t { Inserted, DuplicateId, SequenceTaken };

struct Inserted {
    InsertOutcome outcome = InsertOutcome::Inserted;
    Row row = 0;                   ///< of the new packet, or of the one that holds the id or the place
    std::optional<PacketId> other; ///< SequenceTaken: the id held at this place of the chain
};

struct StoredPacket {
    Row row = 0;
    PacketId id;
    AuthorKey author;
    std::optional<AuthorKey> origin;
    std::uint64_t sequence = 0;
    Kind kind = Kind::Outcome;
    PackHash pack;
    Seconds issued = 0;
    Millis received = 0;
    std::optional<ShortId> target;
    bool retracted = false; ///< a valid retraction is held
    Row retractedBy = 0;    ///< the row of that retraction
    Row replacedBy = 0;     ///< a later version that its site sent, not always the last; 0 for none
    Bytes coarse;
    Bytes bytes;
};

struct HeldOutcome {
    std::int64_t ticket = 0;
    Bytes content; ///< payload encoding with sequence 1, as authorised
    Millis authorised = 0;
    Millis leavesAt = 0;
    std::string ref;
    std::int64_t draft = 0; ///< set aside for it, brought back by undo; 0 for none
};

inline constexpr std::size_t kMaxDrafts = 1000;
inline constexpr std::size_t kMaxDraftBytes = 64U << 10U;

/// An outcome being written. The store does not look into `values`.
struct StoredDraft {
    std::int64_t number = 0; ///< > 0; 0 for one that is not stored yet
    std::string pack;
    std::string values;
    Millis created = 0;
    Millis changed = 0;
};

inline constexpr std::size_t kMaxTemplates = 200;

/// Values to fill a form of a pack with. Names of one pack differ in more than the case of Latin letters.
struct StoredTemplate {
    std::string pack;
    std::string name;
    std::string values;
};

/// An outcome or an amendment that this device made, with what is known of it beside the packet.
struct OwnOutcome {
    StoredPacket packet;
    bool inOutbox = false;
    bool hidden = false;
    Row retraction = 0; ///< 0 for none
};

/// What a home calls the patient of a draft or of an outcome that has left: one of the two is zero.
struct OwnRecord {
    std::int64_t draft = 0;
    Row packet = 0;
    Bytes sealed;
};

struct StoredProfile {
    std::int64_t number = 0; ///< > 0
    std::string name;
    std::string json;
    Millis created = 0;
};

struct NewMatch {
    std::int64_t profile = 0; ///< number of a stored profile, or minus the row of the own outcome that asks
    Row packet = 0;
    int score = 0;    ///< tenths
    int coverage = 0; ///< tenths
};

/// What this home made of a match. It is kept here and never sent.
enum class TriageState : std::uint8_t { New, Following, Confirmed, NotRelevant, Muted };

struct TriageMark {
    TriageState state = TriageState::New;
    int reason = 0; ///< why it is not relevant; the store does not look into it

    bool operator==(const TriageMark&) const = default;
};

/// What a list of matches is sorted and filtered by; the packet's bytes stay in the store.
struct MatchFacts {
    std::int64_t cursor = 0;
    std::int64_t profile = 0;
    Row packet = 0;
    int score = 0;
    int coverage = 0;
    AuthorKey author;
    Seconds issued = 0;
    Millis received = 0;
    bool retracted = false;
    bool replaced = false; ///< its site has amended it
    TriageMark mark;
};

struct StoredMatch {
    std::int64_t cursor = 0;
    std::int64_t profile = 0;
    int score = 0;
    int coverage = 0;
    StoredPacket packet;
};

/// How far a peer has been served.
struct PeerState {
    AuthorKey node;
    LinkKey link;
    std::string endpoint; ///< "tcp://host:port" it says it listens on, may be empty
    DocumentHash siteDocument;
    Millis lastSeen = 0;
    Bytes interests;        ///< encodeInterests, what it asks for now
    Bytes servedInterests;  ///< what it asked for when rows up to `cursor` were served
    Row cursor = 0;         ///< every row up to here has been served under servedInterests
    Row backfillCursor = 0; ///< rows up to here have been served under `interests` too
    Row backfillEnd = 0;    ///< backfill ends here; 0 when none is under way
};

struct QuarantinedPacket {
    std::int64_t number = 0;
    Code code = Code::UnknownPack;
    Bytes bytes;
    std::optional<AuthorKey> origin;
    std::optional<AuthorKey> author;
    Seconds due = 0; ///< FromFuture: when it may be looked at again
};

struct StoreCounts {
    std::uint64_t packets = 0, ownPackets = 0, matches = 0, outbox = 0, held = 0, quarantined = 0, ownRecords = 0;
    std::uint64_t bytes = 0; ///< database and WAL
};

/// What a crash must not lose, in one SQLite file. Used from one thread. Every call that changes
/// something runs inside the transaction opened by `transaction`, or in one of its own.
class Store {
public:
    struct Options {
        std::filesystem::path file;
        AuthorKey self; ///< this device; zero until keys exist
        bool create = false;
    };
    /// Applies the ritual: application_id, user_version and migrations (with an online backup before
    /// a migration), integrity check, WAL, synchronous=FULL, foreign keys, extended result codes.
    /// StoreForeign, StoreNewer, StoreCorrupt, HomeUnwritable, DiskFull, HomeMissing as fits.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const Options& options);
    virtual ~Store() = default;

    /// Runs `work` in one transaction: committed when it returns ok, rolled back otherwise. Nested
    /// calls join the outer one. When a nested call fails, or the disk does, the outer one is rolled
    /// back too, and until it ends every call returns that error. Ok means: on the disk, and stays
    /// there after a power cut. An error means: not in the store. Only if the disk failed while
    /// committing and the process then ends before a later transaction succeeds, the next start may
    /// find it whole.
    [[nodiscard]] virtual Status transaction(const std::function<Status()>& work) = 0;

    // Packets
    [[nodiscard]] virtual Result<Inserted> insertPacket(const NewPacket& packet) = 0;
    [[nodiscard]] virtual Result<std::optional<StoredPacket>> findPacket(const PacketId& id) = 0;
    /// The packet whose id begins with these 16 bytes.
    [[nodiscard]] virtual Result<std::optional<StoredPacket>> findPacket(const ShortId& id) = 0;
    [[nodiscard]] virtual Result<std::optional<StoredPacket>> packetAt(Row row) = 0;
    [[nodiscard]] virtual Result<bool> holds(const ShortId& id) = 0;
    /// Id at a place of an author's chain.
    [[nodiscard]] virtual Result<std::optional<PacketId>> idAt(const AuthorKey& author, std::uint64_t sequence) = 0;
    /// Previous id named by the packet at a place of an author's chain.
    [[nodiscard]] virtual Result<std::optional<ShortId>> previousNamedAt(const AuthorKey& author,
                                                                         std::uint64_t sequence) = 0;
    /// Rows after `after` in order of arrival. `withBytes` false leaves bytes empty.
    [[nodiscard]] virtual Result<std::vector<StoredPacket>> packetsAfter(Row after, std::size_t limit,
                                                                         bool withBytes) = 0;
    /// Own outcomes and amendments received at or after `since`, oldest first.
    [[nodiscard]] virtual Result<std::vector<StoredPacket>> ownOutcomes(Row after, Millis since, std::size_t limit) = 0;
    [[nodiscard]] virtual Result<Row> lastRow() = 0;
    /// Packets of one author behind this place of the chain, in the chain's order.
    [[nodiscard]] virtual Result<std::vector<StoredPacket>> packetsOf(const AuthorKey& author, std::uint64_t after,
                                                                      std::size_t limit) = 0;
    /// Packets whose target is this one (retractions, amendments, validations).
    [[nodiscard]] virtual Result<std::vector<StoredPacket>> packetsTargeting(const ShortId& target) = 0;
    /// NotFound when no packet of this id is held. A second retraction changes nothing.
    [[nodiscard]] virtual Status markRetracted(const PacketId& id, Row retraction) = 0;
    /// Says that one packet takes the place of another. Of several in the place of one, the last by time of
    /// issue, sequence and id is in force, in whatever order they are told of. NotFound.
    [[nodiscard]] virtual Status markReplaced(Row replaced, Row by) = 0;
    /// The version in force: `row` itself while nothing has taken its place.
    [[nodiscard]] virtual Result<Row> inForce(Row row) = 0;
    /// Last place of the own chain; sequence 0 when nothing was sent yet.
    struct ChainHead {
        std::uint64_t sequence = 0;
        std::optional<ShortId> id;
    };
    [[nodiscard]] virtual Result<ChainHead> chainHead(const AuthorKey& author) = 0;

    // Outbox and undo window
    [[nodiscard]] virtual Result<std::int64_t> hold(const HeldOutcome& held) = 0;
    [[nodiscard]] virtual Result<std::vector<HeldOutcome>> heldOutcomes() = 0;
    /// NotFound when it is not held any more.
    [[nodiscard]] virtual Status removeHeld(std::int64_t ticket) = 0;
    [[nodiscard]] virtual Result<std::vector<StoredPacket>> outbox(std::size_t limit) = 0;
    /// Closes outbox entries of rows up to `row`. Returns how many.
    [[nodiscard]] virtual Result<std::uint64_t> closeOutboxUpTo(Row row) = 0;
    /// What a local `ref` led to: a packet id (32 bytes) or a held ticket.
    struct RefTarget {
        std::optional<PacketId> packet;
        std::int64_t ticket = 0;
    };
    [[nodiscard]] virtual Result<std::optional<RefTarget>> findRef(std::string_view ref) = 0;
    [[nodiscard]] virtual Status setRef(std::string_view ref, const RefTarget& target) = 0;
    [[nodiscard]] virtual Status removeRef(std::string_view ref) = 0;
    /// Own outcomes and amendments of rows before `before`, newest first; 0 for the newest of all.
    [[nodiscard]] virtual Result<std::vector<OwnOutcome>> ownOutcomesBefore(Row before, std::size_t limit) = 0;
    /// Takes an own outcome out of this home's list, or back into it. Changes nothing else.
    [[nodiscard]] virtual Status setHidden(Row row, bool hidden) = 0;

    // Drafts
    /// Those being written, the one changed last first.
    [[nodiscard]] virtual Result<std::vector<StoredDraft>> drafts() = 0;
    [[nodiscard]] virtual Result<bool> isBeingWritten(std::int64_t draft) = 0;
    /// Replaces the draft of this number. When none is being written under it, adds one under a new
    /// number. Returns the number. DraftTooLarge, TooManyDrafts.
    [[nodiscard]] virtual Result<std::int64_t> saveDraft(const StoredDraft& draft) = 0;
    /// NotFound when it is not being written.
    [[nodiscard]] virtual Status removeDraft(std::int64_t number) = 0;
    /// Sets a draft aside while the outcome made from it is held. NotFound when it is not being written.
    [[nodiscard]] virtual Status shelveDraft(std::int64_t number, std::int64_t ticket) = 0;
    /// Brings back what was set aside for a ticket, or removes it for good. Before removeHeld; ok when there is none.
    [[nodiscard]] virtual Status unshelveDraft(std::int64_t ticket) = 0;
    [[nodiscard]] virtual Status dropShelvedDraft(std::int64_t ticket) = 0;

    // Templates
    /// Of all packs, by name.
    [[nodiscard]] virtual Result<std::vector<StoredTemplate>> templates() = 0;
    /// Takes the place of one of the same pack and name. DraftTooLarge, TooManyTemplates.
    [[nodiscard]] virtual Status saveTemplate(const StoredTemplate& filled) = 0;
    /// NotFound.
    [[nodiscard]] virtual Status removeTemplate(std::string_view pack, std::string_view name) = 0;

    // What this home calls its patients, sealed by whoever calls
    [[nodiscard]] virtual Result<std::optional<Bytes>> recordOfDraft(std::int64_t draft) = 0;
    [[nodiscard]] virtual Result<std::optional<Bytes>> recordOfPacket(Row row) = 0;
    /// All of them, in no order.
    [[nodiscard]] virtual Result<std::vector<OwnRecord>> ownRecords() = 0;
    /// Empty bytes take it away. One that belongs to a draft goes with it.
    [[nodiscard]] virtual Status setDraftRecord(std::int64_t draft, ByteView sealed) = 0;
    [[nodiscard]] virtual Status setPacketRecord(Row row, ByteView sealed) = 0;
    /// What was written down with a draft, by its number or by the ticket it is set aside for, belongs to the packet
    /// from now on. Before removeDraft and dropShelvedDraft; ok when there is nothing.
    [[nodiscard]] virtual Status handRecordOn(std::int64_t draft, std::int64_t ticket, Row to) = 0;
    /// Returns how many there were.
    [[nodiscard]] virtual Result<std::uint64_t> forgetOwnRecords() = 0;

    // Profiles and matches
    [[nodiscard]] virtual Result<StoredProfile> addProfile(const std::string& name, const std::string& json,
                                                           Millis now) = 0;
    [[nodiscard]] virtual Result<std::vector<StoredProfile>> profiles() = 0;
    /// Removes the profile, its matches and what was made of them.
    [[nodiscard]] virtual Status removeProfile(std::int64_t number) = 0;
    /// An own outcome that shall not ask any more (and has no matches kept).
    [[nodiscard]] virtual Status muteOutcome(Row row) = 0;
    [[nodiscard]] virtual Result<std::vector<Row>> mutedOutcomes() = 0;
    /// False when this pair is there already.
    [[nodiscard]] virtual Result<bool> addMatch(const NewMatch& match) = 0;
    /// `profile` nullopt: all stored profiles (numbers above zero). Only matches with a cursor above
    /// `after`; `bestFirst` takes the best of those, else the oldest.
    [[nodiscard]] virtual Result<std::vector<StoredMatch>>
    matches(std::optional<std::int64_t> profile, std::int64_t after, std::size_t limit, bool bestFirst) = 0;
    [[nodiscard]] virtual Result<std::uint64_t> matchCount(std::optional<std::int64_t> profile) = 0;

    // What lists of matches need beside; `profile` as in matches()
    /// Those with a cursor above `after`, in order of arrival.
    [[nodiscard]] virtual Result<std::vector<MatchFacts>> matchFacts(std::optional<std::int64_t> profile,
                                                                     std::int64_t after) = 0;
    /// In the order of `cursors`; those that are not there any more are left out.
    [[nodiscard]] virtual Result<std::vector<StoredMatch>> matchesAt(const std::vector<std::int64_t>& cursors) = 0;
    /// Grows whenever matches differ from what was read before in another way than by new ones, marks
    /// excepted. After it has grown, cursors read before mean nothing.
    [[nodiscard]] virtual std::uint64_t matchChanges() const = 0;
    /// NotFound when the packet does not match the profile.
    [[nodiscard]] virtual Status setMark(std::int64_t profile, Row packet, const TriageMark& mark, Millis now) = 0;
    [[nodiscard]] virtual Result<TriageMark> markOf(std::int64_t profile, Row packet) = 0;
    /// Hands on what was made of the matches of one own outcome to the one that takes its place, and whether it
    /// asks at all.
    [[nodiscard]] virtual Status handOn(Row from, Row to) = 0;

    // Peers, documents, quarantine
    [[nodiscard]] virtual Result<std::vector<PeerState>> peers() = 0;
    [[nodiscard]] virtual Status savePeer(const PeerState& peer) = 0;
    [[nodiscard]] virtual Result<std::vector<std::string>> joinedEndpoints() = 0;
    [[nodiscard]] virtual Status addJoinedEndpoint(const std::string& endpoint) = 0;
    [[nodiscard]] virtual Status saveDocument(const DocumentHash& hash, std::string_view kind, ByteView bytes) = 0;
    [[nodiscard]] virtual Result<std::optional<Bytes>> document(const DocumentHash& hash) = 0;
    [[nodiscard]] virtual Result<std::vector<Bytes>> documents(std::string_view kind) = 0;
    /// Bounded: at most 100,000 packets and 64 MiB; beyond that Busy, and the sender repeats. The
    /// same bytes are kept once. `number` is ignored.
    [[nodiscard]] virtual Status quarantine(const QuarantinedPacket& packet) = 0;
    [[nodiscard]] virtual Result<std::vector<QuarantinedPacket>> quarantined(Code code, std::size_t limit) = 0;
    [[nodiscard]] virtual Status removeQuarantined(std::int64_t number) = 0;
    /// Two packets of one author and sequence, kept as proof; the author is suspended.
    [[nodiscard]] virtual Status saveEquivocation(const AuthorKey& author, std::uint64_t sequence, ByteView first,
                                                  ByteView second) = 0;
    [[nodiscard]] virtual Result<std::vector<AuthorKey>> suspendedAuthors() = 0;

    // Small values and counters
    [[nodiscard]] virtual Result<std::optional<Bytes>> setting(std::string_view key) = 0;
    [[nodiscard]] virtual Status setSetting(std::string_view key, ByteView value) = 0;
    [[nodiscard]] virtual Result<std::map<std::string, std::uint64_t>> counters() = 0;
    [[nodiscard]] virtual Status addToCounter(std::string_view name, std::uint64_t by) = 0;

    [[nodiscard]] virtual Result<StoreCounts> counts() = 0;
};

} // namespace qis::core
