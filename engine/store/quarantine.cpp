#include "store/sqlite_store.h"

#include <limits>

namespace qis::core {

namespace {

constexpr std::uint64_t kMaxQuarantined = 100'000;
constexpr std::uint64_t kMaxQuarantinedBytes = 64ULL << 20U;

} // namespace

SqliteStore::QuarantineTotals& SqliteStore::quarantineTotals() {
    if (!m_quarantineTotals) {
        auto found = query("SELECT COUNT(*), COALESCE(SUM(LENGTH(bytes)), 0) FROM quarantine");
        if (!found.next()) {
            throwDamaged("no answer to a count");
        }
        m_quarantineTotals.emplace(QuarantineTotals{static_cast<std::uint64_t>(found.integer(0)),
                                                    static_cast<std::uint64_t>(found.integer(1))});
    }
    return *m_quarantineTotals;
}

Status SqliteStore::quarantine(const QuarantinedPacket& packet) {
    return guarded([&]() -> Status {
        if (packet.bytes.size() > kMaxPacketBytes) {
            return fail(Code::TooLarge, "larger than any packet");
        }
        // Asked first, because a full quarantine still acknowledges what it holds.
        if (auto same = query("SELECT 1 FROM quarantine WHERE bytes = ?"); same.with(ByteView(packet.bytes)).next()) {
            return {};
        }
        auto& totals = quarantineTotals();
        if (totals.packets >= kMaxQuarantined || totals.bytes + packet.bytes.size() > kMaxQuarantinedBytes) {
            return fail(Code::Busy, "the quarantine is full");
        }
        // By name: the numbers of codes may change from version to version.
        query("INSERT INTO quarantine(code, due, origin, author, bytes) VALUES(?, ?, ?, ?, ?)")
            .with(codeName(packet.code))
            .with(packet.due)
            .with(packet.origin)
            .with(packet.author)
            .with(ByteView(packet.bytes))
            .run();
        totals.packets += 1;
        totals.bytes += packet.bytes.size();
        return {};
    });
}

Result<std::vector<QuarantinedPacket>> SqliteStore::quarantined(Code code, std::size_t limit) {
    return guarded([&]() -> Result<std::vector<QuarantinedPacket>> {
        auto found = query("SELECT number, bytes, origin, author, due FROM quarantine WHERE code = ?"
                           " ORDER BY due, number LIMIT ?");
        found.with(codeName(code)).withLimit(limit);
        std::vector<QuarantinedPacket> all;
        while (found.next()) {
            QuarantinedPacket packet;
            packet.number = found.integer(0);
            packet.code = code;
            packet.bytes = found.blob(1);
            packet.origin = found.fixedOrNull<AuthorKey>(2);
            packet.author = found.fixedOrNull<AuthorKey>(3);
            packet.due = found.integer(4);
            all.push_back(std::move(packet));
        }
        return all;
    });
}

Status SqliteStore::removeQuarantined(std::int64_t number) {
    return guarded([&]() -> Status {
        auto& totals = quarantineTotals();
        std::uint64_t size = 0;
        {
            auto found = query("SELECT LENGTH(bytes) FROM quarantine WHERE number = ?");
            if (!found.with(number).next()) {
                return fail(Code::NotFound, "the packet is not in quarantine any more");
            }
            size = static_cast<std::uint64_t>(found.integer(0));
        }
        query("DELETE FROM quarantine WHERE number = ?").with(number).run();
        totals.packets -= 1;
        totals.bytes -= size;
        return {};
    });
}

Status SqliteStore::saveEquivocation(const AuthorKey& author, std::uint64_t sequence, ByteView first, ByteView second) {
    return together<void>([&]() -> Status {
        if (sequence > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
            return fail(Code::OutOfRange, "sequence beyond the store's range", "sequence");
        }
        const auto number = authorNumber(author);
        // One proof for a place is enough.
        query("INSERT INTO equivocations(author, sequence, first, second) VALUES(?, ?, ?, ?)"
              " ON CONFLICT DO NOTHING")
            .with(number)
            .with(static_cast<std::int64_t>(sequence))
            .with(first)
            .with(second)
            .run();
        query("UPDATE authors SET suspended = 1 WHERE number = ?").with(number).run();
        return {};
    });
}

Result<std::vector<AuthorKey>> SqliteStore::suspendedAuthors() {
    return guarded([&]() -> Result<std::vector<AuthorKey>> {
        auto found = query("SELECT key FROM authors WHERE suspended <> 0 ORDER BY key");
        std::vector<AuthorKey> all;
        while (found.next()) {
            all.push_back(found.fixed<AuthorKey>(0));
        }
        return all;
    });
}

} // namespace qis::core
