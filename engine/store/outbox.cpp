#include "store/sql_text.h"
#include "store/sqlite_store.h"

#include <limits>

namespace qis::core {

namespace {

constexpr auto kOutbox = joinSql("SELECT ", kPacketFacts, kPacketBytes,
                                 " FROM outbox o JOIN packets p ON p.row = o.packet ORDER BY o.packet LIMIT ?");
// Outcomes are kind 0, amendments kind 2: each is read by the index, and no more than are asked for.
constexpr char kOwnRowsBefore[] = " FROM (SELECT row FROM (SELECT row FROM packets INDEXED BY packets_own"
                                  " WHERE own_kind = 0 AND row < ?1 ORDER BY row DESC LIMIT ?2)"
                                  " UNION ALL SELECT row FROM (SELECT row FROM packets INDEXED BY packets_own"
                                  " WHERE own_kind = 2 AND row < ?1 ORDER BY row DESC LIMIT ?2)) own"
                                  " CROSS JOIN packets p ON p.row = own.row";
constexpr auto kOwnBefore =
    joinSql("SELECT ", kPacketFacts, kPacketBytes,
            ", o.packet IS NOT NULL, h.packet IS NOT NULL, COALESCE(p.retracted_by, 0)", kOwnRowsBefore,
            " LEFT JOIN outbox o ON o.packet = p.row"
            " LEFT JOIN hidden h ON h.packet = p.row"
            " ORDER BY p.row DESC LIMIT ?2");
constexpr int kAfterPacket = 14; // columns that readPacket reads

} // namespace

Result<std::int64_t> SqliteStore::hold(const HeldOutcome& held) {
    return guarded([&]() -> Result<std::int64_t> {
        query("INSERT INTO held(content, authorised, leaves_at, ref) VALUES(?, ?, ?, ?)")
            .with(ByteView(held.content))
            .with(held.authorised)
            .with(held.leavesAt)
            .with(std::string_view(held.ref))
            .run();
        return static_cast<std::int64_t>(m_database->getLastInsertRowid());
    });
}

Result<std::vector<HeldOutcome>> SqliteStore::heldOutcomes() {
    return guarded([&]() -> Result<std::vector<HeldOutcome>> {
        auto found = query("SELECT h.ticket, h.content, h.authorised, h.leaves_at, h.ref, COALESCE(d.number, 0)"
                           " FROM held h LEFT JOIN drafts d ON d.ticket = h.ticket ORDER BY h.ticket");
        std::vector<HeldOutcome> held;
        while (found.next()) {
            held.push_back(
                {found.integer(0), found.blob(1), found.integer(2), found.integer(3), found.text(4), found.integer(5)});
        }
        return held;
    });
}

Status SqliteStore::removeHeld(std::int64_t ticket) {
    return guarded([&]() -> Status {
        if (query("DELETE FROM held WHERE ticket = ?").with(ticket).run() == 0) {
            return fail(Code::NotFound, "the outcome is not held any more");
        }
        return {};
    });
}

Result<std::vector<StoredPacket>> SqliteStore::outbox(std::size_t limit) {
    return guarded([&]() -> Result<std::vector<StoredPacket>> {
        auto found = query(kOutbox);
        return readAll(found.withLimit(limit), limit);
    });
}

Result<std::uint64_t> SqliteStore::closeOutboxUpTo(Row row) {
    return guarded(
        [&]() -> Result<std::uint64_t> { return query("DELETE FROM outbox WHERE packet <= ?").with(row).run(); });
}

Result<std::optional<Store::RefTarget>> SqliteStore::findRef(std::string_view ref) {
    using Found = std::optional<RefTarget>;
    return guarded([&]() -> Result<Found> {
        auto found = query("SELECT packet, ticket FROM refs WHERE ref = ?");
        if (!found.with(ref).next()) {
            return Found{};
        }
        return Found(RefTarget{found.fixedOrNull<PacketId>(0), found.integer(1)});
    });
}

Status SqliteStore::setRef(std::string_view ref, const RefTarget& target) {
    return guarded([&]() -> Status {
        query("INSERT INTO refs(ref, packet, ticket) VALUES(?, ?, ?)"
              " ON CONFLICT(ref) DO UPDATE SET packet = excluded.packet, ticket = excluded.ticket")
            .with(ref)
            .with(target.packet)
            .with(target.ticket)
            .run();
        return {};
    });
}

Status SqliteStore::removeRef(std::string_view ref) {
    return guarded([&]() -> Status {
        query("DELETE FROM refs WHERE ref = ?").with(ref).run();
        return {};
    });
}

Result<std::vector<OwnOutcome>> SqliteStore::ownOutcomesBefore(Row before, std::size_t limit) {
    return guarded([&]() -> Result<std::vector<OwnOutcome>> {
        auto found = query(kOwnBefore);
        found.with(before > 0 ? before : std::numeric_limits<Row>::max()).withLimit(limit);
        std::vector<OwnOutcome> outcomes;
        while (found.next()) {
            outcomes.push_back({readPacket(found), found.integer(kAfterPacket) != 0,
                                found.integer(kAfterPacket + 1) != 0, found.integer(kAfterPacket + 2)});
        }
        return outcomes;
    });
}

Status SqliteStore::setHidden(Row row, bool hidden) {
    return guarded([&]() -> Status {
        auto change = hidden ? query("INSERT INTO hidden(packet) VALUES(?) ON CONFLICT DO NOTHING")
                             : query("DELETE FROM hidden WHERE packet = ?");
        change.with(row).run();
        return {};
    });
}

} // namespace qis::core
