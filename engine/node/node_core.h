#pragma once

#include "crypto/text_seal.h"
#include "node/emitter.h"
#include "node/home_backup.h"
#include "node/match_list.h"
#include "node/restoration.h"
#include "routing/router.h"

#include <qis/engine.h>

#include <algorithm>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <set>

namespace qis::core {

/// Everything a running home consists of, used from the engine thread only. Glue: it lets the router
/// act on store and transport, gathers what came in into one transaction, and does put-off work when
/// there is nothing else to do.
class NodeCore {
public:
    struct Mediator {
        virtual ~Mediator() = default;
        virtual void changed(Change change) = 0;
    };
    NodeCore(Home home, std::shared_ptr<const Catalogue> catalogue, const Clock& clock, std::size_t workers,
             Mediator& mediator);
    ~NodeCore();

    [[nodiscard]] Status start();
    /// Begins to take part: `transport` outlives this.
    [[nodiscard]] Status goOnline(Transport& transport, const std::vector<std::string>& listen,
                                  const std::vector<std::string>& join);

    /// Connects to another node and remembers it; a real home lets it in from then on. BadEndpoint, also for the own
    /// address.
    [[nodiscard]] Status join(std::string_view endpoint);

    // Called by the engine loop
    void network(std::vector<Event> events);
    void tick();
    [[nodiscard]] std::optional<Millis> nextTickIn();
    /// A slice of put-off work; true when more is left.
    [[nodiscard]] bool idleSlice();
    /// Writes down cursors and counters; at the end and from time to time.
    [[nodiscard]] Status flush();

    // Acts
    [[nodiscard]] Result<std::vector<EmitOutcome>> emitNow(const std::vector<ToEmit>& outcomes);
    [[nodiscard]] Result<EmitOutcome> hold(const ToEmit& outcome, int undoSeconds);
    [[nodiscard]] Status undo(std::int64_t ticket);
    [[nodiscard]] Result<EmitOutcome> retract(const PacketId& id, int reason);
    /// Ok for what is no amendment. Else NotFound, ForeignTarget, AlreadyRetracted, AlreadyAmended, BadArgument.
    /// `beside`: what those before it in the same call amend, with their `ref`; it is added.
    using Amended = std::map<ShortId, std::string>;
    [[nodiscard]] Status mayAmend(const ToEmit& outcome, Amended& beside);
    /// Packets that came by another way than a link; every check of the accept pipeline applies.
    [[nodiscard]] Result<std::vector<Verdict>> importPackets(std::vector<Bytes> packets);
    [[nodiscard]] Status hide(const PacketId& id, bool hidden);
    /// What this home calls the patient of an own outcome; empty takes it away. NotFound, TextTooLong, BadText.
    [[nodiscard]] Status setOwnRecord(const PacketId& id, std::string_view text);
    [[nodiscard]] Result<std::uint64_t> forgetOwnRecords();
    /// Empty when there is none, or when it cannot be read, which is counted.
    [[nodiscard]] Result<std::string> ownRecord(std::int64_t draft, Row packet);
    /// All of them by where they belong, folded for comparing.
    struct OwnRecords {
        std::map<std::int64_t, std::string> ofDraft;
        std::map<Row, std::string> ofPacket;
    };
    [[nodiscard]] Result<OwnRecords> ownRecords();
    [[nodiscard]] Result<std::int64_t> saveDraft(const SavedDraft& draft);
    [[nodiscard]] Status removeDraft(std::int64_t number);
    /// TextTooLong, BadText for the name; NotJson, DraftTooLarge, TooManyTemplates.
    [[nodiscard]] Status saveTemplate(const FormTemplate& filled);
    [[nodiscard]] Status removeTemplate(std::string_view pack, std::string_view name);
    /// NotFound unless it is being written.
    [[nodiscard]] Status findDraft(std::int64_t number);
    [[nodiscard]] Result<StoredProfile> addProfile(const std::string& json);
    [[nodiscard]] Status removeProfile(std::string_view name);
    [[nodiscard]] Result<std::vector<MatchMark>> markMatches(const std::vector<MatchMark>& marks);
    [[nodiscard]] Result<MatchWindow> viewMatches(const MatchView& view);
    /// Copies the home to one file beside the normal work. Busy while another one is under way.
    void backUp(const std::filesystem::path& target, bool replace, BackupWatch watch,
                std::function<void(Result<BackupAbout>)> done);
    /// False when none is under way.
    bool cancelBackup();
    /// When the last one was made; 0 for never.
    [[nodiscard]] Result<Millis> lastBackup();
    /// An operator takes the word for it that a restored home had sent nothing after its backup.
    [[nodiscard]] Status overrideRestoration();
    /// Calls `done` once new matches may be there or the time is over.
    void waitForMatches(Millis until, std::function<bool(bool timedOut)> done);

    // Parts, for the queries
    [[nodiscard]] const Home& home() const { return m_home; }
    [[nodiscard]] Store& store() { return *m_home.store; }
    [[nodiscard]] const Catalogue& catalogue() const { return *m_catalogue; }
    [[nodiscard]] const Members& members() const { return m_members; }
    [[nodiscard]] const Matcher& matcher() const { return m_matcher; }
    [[nodiscard]] const Accept& pipeline() const { return m_accept; }
    [[nodiscard]] const Emitter& emitter() const { return m_emitter; }
    [[nodiscard]] const Router& router() const { return m_router; }
    [[nodiscard]] const Restoration& restoration() const { return m_restoration; }
    /// Own packets that peers have given back in this run.
    [[nodiscard]] std::uint64_t givenBack() const { return m_givenBack; }
    [[nodiscard]] Millis wall() const { return m_clock->wallMillis(); }
    /// What the clock on the wall shows at a moment of the router's; 0 for 0.
    [[nodiscard]] Millis wallAt(Millis steady) const {
        return steady == 0 ? 0 : m_clock->wallMillis() + std::max<Millis>(0, steady - m_clock->steadyMillis());
    }
    [[nodiscard]] const std::vector<std::string>& endpoints() const { return m_endpoints; }
    [[nodiscard]] std::map<std::string, std::uint64_t> counters();
    [[nodiscard]] Transport* transport() const { return m_transport; }
    void count(std::string name, std::uint64_t by = 1) { m_counters[std::move(name)] += by; }
    /// Pure work on all threads for signatures; returns when all of it is done.
    void inParallel(std::size_t count, const std::function<void(std::size_t)>& work) { m_pool.forEach(count, work); }
    /// The number by which matches of this profile or "outcome:<id>" are kept.
    [[nodiscard]] Result<std::int64_t> profileNumber(std::string_view name);

private:
    void admit();
    [[nodiscard]] Status mayChange(const std::optional<StoredPacket>& target, const char* field);
    // node_routing.cpp
    void feed(Event event);
    void drain();
    void act(const action::Connect& connect);
    void act(const action::CloseLink& close);
    void act(const action::Send& send);
    void act(const action::ReadRows& read);
    void act(const action::LoadPackets& load);
    void act(const action::Deliver& deliver);
    void act(const action::SavePeer& save);
    void act(const action::SaveDocument& save);
    void act(const action::LoadDocument& load);
    void act(const action::Count& count);
    void act(const action::PeersChanged& changed);
    void acceptDeliveries();
    // node_restoration.cpp
    void act(const action::ReadChain& read);
    void act(const action::OwnPackets& own);
    void act(const action::StartedOver& over);
    [[nodiscard]] Status loadRestoration();
    [[nodiscard]] Status askForOwnChain();
    [[nodiscard]] Status keepOwn(const action::OwnPackets& own, event::OwnPacketsKept& kept);
    [[nodiscard]] Status adoptOwn(const std::vector<Verdict>& verdicts);
    [[nodiscard]] Status noticeOwn(const std::vector<Verdict>& verdicts);
    void considerRestoration();
    [[nodiscard]] Status settleHeldOutcomes();
    void applyRestoration();
    void finishBackup();
    void settleVerdicts(const std::vector<Verdict>& verdicts);
    void replay(Code code);
    /// By coarse place: whether the peer asks for it now, and whether it has been served for that before.
    using Wanted = std::map<Bytes, std::pair<bool, bool>>;
    [[nodiscard]] Result<bool> shallServe(const StoredPacket& packet, const action::ReadRows& read, Wanted& memory);

    [[nodiscard]] Status loadMembers();
    [[nodiscard]] Status loadProfiles();
    [[nodiscard]] Status loadOutcomes();
    [[nodiscard]] Status matchAgainstStored(std::int64_t number);
    [[nodiscard]] Result<bool> matchRow(std::int64_t number, Row row);
    void publishInterests();
    void afterEmission();
    void wakeWaiters(bool newMatches);
    void trouble(const Error& error);

    [[nodiscard]] Status keepDraftRecord(std::int64_t draft, std::string_view text);
    [[nodiscard]] std::string openRecord(ByteView sealed);

    Home m_home;
    TextSeal m_records;
    std::shared_ptr<const Catalogue> m_catalogue;
    const Clock* m_clock;
    Mediator* m_mediator;
    Members m_members;
    Matcher m_matcher;
    WorkerPool m_pool;
    Accept m_accept;
    Emitter m_emitter;
    Router m_router;
    MatchList m_matchList;
    Transport* m_transport = nullptr;
    std::vector<std::string> m_endpoints;
    std::set<LinkKey> m_admitted; ///< of a real home: whoever its operator has named

    Restoration m_restoration;
    std::uint64_t m_givenBack = 0;
    std::uint64_t m_askedAfter = 0;
    std::unique_ptr<BackupJob> m_backup;

    std::deque<Event> m_events;
    std::vector<action::Deliver> m_deliveries;
    std::map<AuthorKey, PeerState> m_peersToSave;
    std::map<std::string, std::uint64_t> m_counters; ///< not written yet
    std::uint64_t m_publishedRevision = ~0ULL;
    Millis m_publishAfter = 0;
    Millis m_flushAfter = 0;
    Millis m_replayAfter = 0;
    Millis m_reviewAfter = 0;
    bool m_newRows = false;
    struct Waiter {
        Millis until = 0; ///< steady
        std::function<bool(bool)> done;
    };
    std::list<Waiter> m_waiters;
};

} // namespace qis::core
