#pragma once

#include "store/cursor.h"
#include "store/errors.h"
#include "store/schema.h"
#include "store/store.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cerrno>
#include <type_traits>
#include <unordered_map>

namespace qis::core {

/// The one Store there is. Its functions are grouped by subject in packets.cpp, outbox.cpp, drafts.cpp,
/// templates.cpp, own_records.cpp, profiles.cpp, triage.cpp, peers.cpp, quarantine.cpp and settings.cpp.
class SqliteStore final : public Store {
public:
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const Options& options, const SchemaPlan& plan);

    SqliteStore(std::unique_ptr<SQLite::Database> database, const Options& options);

    Status transaction(const std::function<Status()>& work) override;

    Result<Inserted> insertPacket(const NewPacket& packet) override;
    Result<std::optional<StoredPacket>> findPacket(const PacketId& id) override;
    Result<std::optional<StoredPacket>> findPacket(const ShortId& id) override;
    Result<std::optional<StoredPacket>> packetAt(Row row) override;
    Result<bool> holds(const ShortId& id) override;
    Result<std::optional<PacketId>> idAt(const AuthorKey& author, std::uint64_t sequence) override;
    Result<std::optional<ShortId>> previousNamedAt(const AuthorKey& author, std::uint64_t sequence) override;
    Result<std::vector<StoredPacket>> packetsAfter(Row after, std::size_t limit, bool withBytes) override;
    Result<std::vector<StoredPacket>> ownOutcomes(Row after, Millis since, std::size_t limit) override;
    Result<Row> lastRow() override;
    Result<std::vector<StoredPacket>> packetsOf(const AuthorKey& author, std::uint64_t after,
                                                std::size_t limit) override;
    Result<std::vector<StoredPacket>> packetsTargeting(const ShortId& target) override;
    Status markRetracted(const PacketId& id, Row retraction) override;
    Status markReplaced(Row replaced, Row by) override;
    Result<Row> inForce(Row row) override;
    Result<ChainHead> chainHead(const AuthorKey& author) override;

    Result<std::int64_t> hold(const HeldOutcome& held) override;
    Result<std::vector<HeldOutcome>> heldOutcomes() override;
    Status removeHeld(std::int64_t ticket) override;
    Result<std::vector<StoredPacket>> outbox(std::size_t limit) override;
    Result<std::uint64_t> closeOutboxUpTo(Row row) override;
    Result<std::optional<RefTarget>> findRef(std::string_view ref) override;
    Status setRef(std::string_view ref, const RefTarget& target) override;
    Status removeRef(std::string_view ref) override;
    Result<std::vector<OwnOutcome>> ownOutcomesBefore(Row before, std::size_t limit) override;
    Status setHidden(Row row, bool hidden) override;

    Result<std::vector<StoredDraft>> drafts() override;
    Result<bool> isBeingWritten(std::int64_t draft) override;
    Result<std::int64_t> saveDraft(const StoredDraft& draft) override;
    Status removeDraft(std::int64_t number) override;
    Status shelveDraft(std::int64_t number, std::int64_t ticket) override;
    Status unshelveDraft(std::int64_t ticket) override;
    Status dropShelvedDraft(std::int64_t ticket) override;

    Result<std::vector<StoredTemplate>> templates() override;
    Status saveTemplate(const StoredTemplate& filled) override;
    Status removeTemplate(std::string_view pack, std::string_view name) override;

    Result<std::optional<Bytes>> recordOfDraft(std::int64_t draft) override;
    Result<std::optional<Bytes>> recordOfPacket(Row row) override;
    Result<std::vector<OwnRecord>> ownRecords() override;
    Status setDraftRecord(std::int64_t draft, ByteView sealed) override;
    Status setPacketRecord(Row row, ByteView sealed) override;
    Status handRecordOn(std::int64_t draft, std::int64_t ticket, Row to) override;
    Result<std::uint64_t> forgetOwnRecords() override;

    Result<StoredProfile> addProfile(const std::string& name, const std::string& json, Millis now) override;
    Result<std::vector<StoredProfile>> profiles() override;
    Status removeProfile(std::int64_t number) override;
    Status muteOutcome(Row row) override;
    Result<std::vector<Row>> mutedOutcomes() override;
    Result<bool> addMatch(const NewMatch& match) override;
    Result<std::vector<StoredMatch>> matches(std::optional<std::int64_t> profile, std::int64_t after, std::size_t limit,
                                             bool bestFirst) override;
    Result<std::uint64_t> matchCount(std::optional<std::int64_t> profile) override;

    Result<std::vector<MatchFacts>> matchFacts(std::optional<std::int64_t> profile, std::int64_t after) override;
    Result<std::vector<StoredMatch>> matchesAt(const std::vector<std::int64_t>& cursors) override;
    std::uint64_t matchChanges() const override { return m_matchChanges; }
    Status setMark(std::int64_t profile, Row packet, const TriageMark& mark, Millis now) override;
    Status handOn(Row from, Row to) override;
    Result<TriageMark> markOf(std::int64_t profile, Row packet) override;

    Result<std::vector<PeerState>> peers() override;
    Status savePeer(const PeerState& peer) override;
    Result<std::vector<std::string>> joinedEndpoints() override;
    Status addJoinedEndpoint(const std::string& endpoint) override;
    Status saveDocument(const DocumentHash& hash, std::string_view kind, ByteView bytes) override;
    Result<std::optional<Bytes>> document(const DocumentHash& hash) override;
    Result<std::vector<Bytes>> documents(std::string_view kind) override;
    Status quarantine(const QuarantinedPacket& packet) override;
    Result<std::vector<QuarantinedPacket>> quarantined(Code code, std::size_t limit) override;
    Status removeQuarantined(std::int64_t number) override;
    Status saveEquivocation(const AuthorKey& author, std::uint64_t sequence, ByteView first, ByteView second) override;
    Result<std::vector<AuthorKey>> suspendedAuthors() override;

    Result<std::optional<Bytes>> setting(std::string_view key) override;
    Status setSetting(std::string_view key, ByteView value) override;
    Result<std::map<std::string, std::uint64_t>> counters() override;
    Status addToCounter(std::string_view name, std::uint64_t by) override;
    Result<StoreCounts> counts() override;

private:
    struct QuarantineTotals {
        std::uint64_t packets = 0;
        std::uint64_t bytes = 0;
    };

    /// Every entry into SQLite goes through here: exceptions become Errors, and after the first
    /// one inside a transaction all further calls get the same, because SQLite may have rolled
    /// back already and would run them outside of it.
    template <class Work> std::invoke_result_t<Work> guarded(Work&& work) {
        if (m_doomed) {
            return *m_doomed;
        }
        errno = 0; // see errorOf
        try {
            return work();
        } catch (const SQLite::Exception& exception) {
            return doom(errorOf(exception, m_database->getHandle()));
        }
    }
    /// Like guarded, for work of several statements: joins the transaction or opens one.
    template <class Value, class Work> Result<Value> together(Work&& work) {
        std::optional<Result<Value>> result;
        const auto run = [&]() -> Status {
            result = guarded(work);
            return result->ok() ? Status{} : Status{result->error()};
        };
        const Status done = m_inTransaction ? run() : transaction(run);
        if (!done) {
            return done.error();
        }
        return *std::move(result);
    }
    Error doom(Error error);
    /// Statements are prepared at first use; `sql` must be a constant, its address is the key.
    Cursor query(const char* sql);
    Cursor query(const auto& sql) { return query(sql.data()); }

    Status commit();
    void rollBack();

    std::int64_t authorNumber(const AuthorKey& author);
    std::optional<std::int64_t> findAuthorNumber(const AuthorKey& author);
    AuthorKey authorKey(std::int64_t number);

    /// Reads the columns kPacketFacts and bytes, beginning at `first`.
    StoredPacket readPacket(const Cursor& cursor, int first = 0);
    /// kMatchColumns and then what readPacket reads.
    StoredMatch readMatch(const Cursor& cursor);
    std::optional<StoredPacket> readOne(Cursor& cursor);
    std::vector<StoredPacket> readAll(Cursor& cursor, std::size_t limit);

    QuarantineTotals& quarantineTotals();

    struct Version {
        Row row = 0; ///< 0: not held
        Row replacedBy = 0;
        std::int64_t issued = 0, sequence = 0;
        PacketId id;
    };
    Version versionAt(Row row);
    Version versionInForce(Row row);

    std::unique_ptr<SQLite::Database> m_database;
    std::filesystem::path m_file;
    AuthorKey m_self;
    // After m_database: statements are finalised before the connection closes.
    std::unordered_map<const char*, SQLite::Statement> m_statements;

    bool m_inTransaction = false;
    std::uint64_t m_matchChanges = 0;
    std::optional<Error> m_doomed; ///< first failure inside the open transaction

    // What follows mirrors tables and is forgotten at every rollback.
    std::unordered_map<AuthorKey, std::int64_t, FixedBytesHash> m_authorNumbers;
    std::unordered_map<std::int64_t, AuthorKey> m_authorKeys;
    std::optional<QuarantineTotals> m_quarantineTotals;
};

} // namespace qis::core
