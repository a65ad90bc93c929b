#include "store/sql_text.h"
#include "store/sqlite_store.h"

#include <limits>
#include <tuple>

namespace qis::core {

namespace {

constexpr auto kMaxSequence = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());

constexpr const char* kInsert = "INSERT INTO packets(id, author, sequence, kind, pack, issued, received, origin,"
                                " own_kind, target, previous, coarse, bytes)"
                                " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
constexpr auto kById = joinSql("SELECT ", kPacketFacts, kPacketBytes, " FROM packets p WHERE p.id = ?");
constexpr auto kByShortId =
    joinSql("SELECT ", kPacketFacts, kPacketBytes, " FROM packets p WHERE p.id BETWEEN ? AND ?");
constexpr auto kByRow = joinSql("SELECT ", kPacketFacts, kPacketBytes, " FROM packets p WHERE p.row = ?");
constexpr auto kAfter =
    joinSql("SELECT ", kPacketFacts, kPacketBytes, " FROM packets p WHERE p.row > ? ORDER BY p.row LIMIT ?");
constexpr auto kFactsAfter =
    joinSql("SELECT ", kPacketFacts, kNoBytes, " FROM packets p WHERE p.row > ? ORDER BY p.row LIMIT ?");
// Outcomes are kind 0, amendments kind 2.
constexpr char kOwnRowsAfter[] = " FROM (SELECT row FROM (SELECT row FROM packets INDEXED BY packets_own"
                                 " WHERE own_kind = 0 AND row > ?1 AND received >= ?2 ORDER BY row LIMIT ?3)"
                                 " UNION ALL SELECT row FROM (SELECT row FROM packets INDEXED BY packets_own"
                                 " WHERE own_kind = 2 AND row > ?1 AND received >= ?2 ORDER BY row LIMIT ?3)) own"
                                 " CROSS JOIN packets p ON p.row = own.row ORDER BY p.row LIMIT ?3";
constexpr auto kOwnOutcomes = joinSql("SELECT ", kPacketFacts, kPacketBytes, kOwnRowsAfter);
/// The packet that has taken the place of another, and what orders versions.
constexpr char kVersion[] = "SELECT row, COALESCE(replaced_by, 0), issued, sequence, id FROM packets WHERE row = ?";
constexpr auto kTargeting =
    joinSql("SELECT ", kPacketFacts, kPacketBytes, " FROM packets p WHERE p.target = ? ORDER BY p.row");
constexpr auto kOfAuthor = joinSql("SELECT ", kPacketFacts, kPacketBytes,
                                   " FROM packets p WHERE p.author = ? AND p.sequence > ? ORDER BY p.sequence LIMIT ?");

/// All ids that begin with a short id, as the bounds of a range of the id index.
struct IdRange {
    PacketId first;
    PacketId last;

    explicit IdRange(const ShortId& id) {
        last.bytes.fill(0xFF);
        std::copy(id.bytes.begin(), id.bytes.end(), first.bytes.begin());
        std::copy(id.bytes.begin(), id.bytes.end(), last.bytes.begin());
    }
};

} // namespace

StoredPacket SqliteStore::readPacket(const Cursor& cursor, int first) {
    StoredPacket packet;
    packet.row = cursor.integer(first);
    packet.id = cursor.fixed<PacketId>(first + 1);
    packet.author = authorKey(cursor.integer(first + 2));
    if (!cursor.isNull(first + 3)) {
        packet.origin = authorKey(cursor.integer(first + 3));
    }
    packet.sequence = static_cast<std::uint64_t>(cursor.integer(first + 4));
    const auto kind = cursor.integer(first + 5);
    if (kind < 0 || kind > static_cast<std::int64_t>(Kind::Question)) {
        throwDamaged("packet of an unknown kind");
    }
    packet.kind = static_cast<Kind>(kind);
    packet.pack = cursor.fixed<PackHash>(first + 6);
    packet.issued = cursor.integer(first + 7);
    packet.received = cursor.integer(first + 8);
    packet.target = cursor.fixedOrNull<ShortId>(first + 9);
    packet.retracted = !cursor.isNull(first + 10);
    packet.retractedBy = packet.retracted ? cursor.integer(first + 10) : 0;
    packet.replacedBy = cursor.isNull(first + 11) ? 0 : cursor.integer(first + 11);
    packet.coarse = cursor.blob(first + 12);
    packet.bytes = cursor.blob(first + 13);
    return packet;
}

std::optional<StoredPacket> SqliteStore::readOne(Cursor& cursor) {
    return cursor.next() ? std::optional<StoredPacket>(readPacket(cursor)) : std::nullopt;
}

std::vector<StoredPacket> SqliteStore::readAll(Cursor& cursor, std::size_t limit) {
    std::vector<StoredPacket> packets;
    packets.reserve(std::min<std::size_t>(limit, 1024));
    while (cursor.next()) {
        packets.push_back(readPacket(cursor));
    }
    return packets;
}

Result<Inserted> SqliteStore::insertPacket(const NewPacket& packet) {
    return together<Inserted>([&]() -> Result<Inserted> {
        const auto& id = packet.decoded->id;
        const auto& content = packet.decoded->packet.content;
        const auto& link = packet.decoded->packet.link;
        if (link.sequence > kMaxSequence) {
            return fail(Code::OutOfRange, "sequence beyond the store's range", "sequence");
        }
        const auto sequence = static_cast<std::int64_t>(link.sequence);
        const auto kind = static_cast<std::int64_t>(content.kind);
        const bool own = packet.decoded->packet.author == m_self;
        const auto author = authorNumber(packet.decoded->packet.author);

        auto insert = query(kInsert);
        insert.with(id).with(author).with(sequence).with(kind).with(content.pack);
        insert.with(packet.decoded->packet.issued).with(packet.received);
        packet.origin ? insert.with(authorNumber(*packet.origin)) : insert.withNull();
        own ? insert.with(kind) : insert.withNull();
        insert.with(content.target).with(link.previous);
        insert.with(ByteView(packet.coarse)).with(ByteView(packet.decoded->bytes));
        if (insert.run() == 1) {
            const Row row = m_database->getLastInsertRowid();
            if (packet.toOutbox) {
                query("INSERT INTO outbox(packet) VALUES(?)").with(row).run();
            }
            return Inserted{InsertOutcome::Inserted, row, std::nullopt};
        }
        if (auto same = query("SELECT row FROM packets WHERE id = ?"); same.with(id).next()) {
            return Inserted{InsertOutcome::DuplicateId, same.integer(0), std::nullopt};
        }
        auto other = query("SELECT row, id FROM packets WHERE author = ? AND sequence = ?");
        if (!other.with(author).with(sequence).next()) {
            throwDamaged("packet refused without a packet in its place");
        }
        return Inserted{InsertOutcome::SequenceTaken, other.integer(0), other.fixed<PacketId>(1)};
    });
}

Result<std::optional<StoredPacket>> SqliteStore::findPacket(const PacketId& id) {
    return guarded([&]() -> Result<std::optional<StoredPacket>> {
        auto found = query(kById);
        return readOne(found.with(id));
    });
}

Result<std::optional<StoredPacket>> SqliteStore::findPacket(const ShortId& id) {
    const IdRange range(id);
    return guarded([&]() -> Result<std::optional<StoredPacket>> {
        auto found = query(kByShortId);
        return readOne(found.with(range.first).with(range.last));
    });
}

Result<std::optional<StoredPacket>> SqliteStore::packetAt(Row row) {
    return guarded([&]() -> Result<std::optional<StoredPacket>> {
        auto found = query(kByRow);
        return readOne(found.with(row));
    });
}

Result<bool> SqliteStore::holds(const ShortId& id) {
    const IdRange range(id);
    return guarded([&]() -> Result<bool> {
        auto found = query("SELECT 1 FROM packets WHERE id BETWEEN ? AND ?");
        return found.with(range.first).with(range.last).next();
    });
}

Result<std::optional<PacketId>> SqliteStore::idAt(const AuthorKey& author, std::uint64_t sequence) {
    using Found = std::optional<PacketId>;
    return guarded([&]() -> Result<Found> {
        const auto number = findAuthorNumber(author);
        if (!number || sequence > kMaxSequence) {
            return Found{};
        }
        auto found = query("SELECT id FROM packets WHERE author = ? AND sequence = ?");
        found.with(*number).with(static_cast<std::int64_t>(sequence));
        return found.next() ? Found(found.fixed<PacketId>(0)) : Found{};
    });
}

Result<std::optional<ShortId>> SqliteStore::previousNamedAt(const AuthorKey& author, std::uint64_t sequence) {
    using Found = std::optional<ShortId>;
    return guarded([&]() -> Result<Found> {
        const auto number = findAuthorNumber(author);
        if (!number || sequence > kMaxSequence) {
            return Found{};
        }
        auto found = query("SELECT previous FROM packets WHERE author = ? AND sequence = ?");
        found.with(*number).with(static_cast<std::int64_t>(sequence));
        return found.next() ? found.fixedOrNull<ShortId>(0) : Found{};
    });
}

Result<std::vector<StoredPacket>> SqliteStore::packetsAfter(Row after, std::size_t limit, bool withBytes) {
    return guarded([&]() -> Result<std::vector<StoredPacket>> {
        auto found = withBytes ? query(kAfter) : query(kFactsAfter);
        return readAll(found.with(after).withLimit(limit), limit);
    });
}

Result<std::vector<StoredPacket>> SqliteStore::ownOutcomes(Row after, Millis since, std::size_t limit) {
    return guarded([&]() -> Result<std::vector<StoredPacket>> {
        auto found = query(kOwnOutcomes);
        return readAll(found.with(after).with(since).withLimit(limit), limit);
    });
}

Result<Row> SqliteStore::lastRow() {
    return guarded([&]() -> Result<Row> {
        auto found = query("SELECT MAX(row) FROM packets");
        return found.next() && !found.isNull(0) ? found.integer(0) : Row{0};
    });
}

Result<std::vector<StoredPacket>> SqliteStore::packetsOf(const AuthorKey& author, std::uint64_t after,
                                                         std::size_t limit) {
    return guarded([&]() -> Result<std::vector<StoredPacket>> {
        const auto number = findAuthorNumber(author);
        if (!number || after >= kMaxSequence) {
            return std::vector<StoredPacket>{};
        }
        auto found = query(kOfAuthor);
        return readAll(found.with(*number).with(static_cast<std::int64_t>(after)).withLimit(limit), limit);
    });
}

Result<std::vector<StoredPacket>> SqliteStore::packetsTargeting(const ShortId& target) {
    return guarded([&]() -> Result<std::vector<StoredPacket>> {
        auto found = query(kTargeting);
        return readAll(found.with(target), 0);
    });
}

Status SqliteStore::markRetracted(const PacketId& id, Row retraction) {
    ++m_matchChanges;
    return guarded([&]() -> Status {
        // The first retraction counts; a later one changes nothing.
        auto update = query("UPDATE packets SET retracted_by = COALESCE(retracted_by, ?) WHERE id = ?");
        if (update.with(retraction).with(id).run() == 0) {
            return fail(Code::NotFound, "no packet of this id is held");
        }
        return {};
    });
}

SqliteStore::Version SqliteStore::versionAt(Row row) {
    auto found = query(kVersion);
    if (!found.with(row).next()) {
        return {};
    }
    return {found.integer(0), found.integer(1), found.integer(2), found.integer(3), found.fixed<PacketId>(4)};
}

/// Whoever is passed on the way points to the end afterwards, so that a long row of versions is not walked twice.
SqliteStore::Version SqliteStore::versionInForce(Row row) {
    auto version = versionAt(row);
    std::vector<Row> passed;
    while (version.row != 0 && version.replacedBy != 0) {
        passed.push_back(version.row);
        version = versionAt(version.replacedBy);
    }
    if (version.row == 0 && !passed.empty()) {
        throwDamaged("packet replaced by one that is not held");
    }
    for (std::size_t i = 0; i + 1 < passed.size(); ++i) {
        query("UPDATE packets SET replaced_by = ? WHERE row = ?").with(version.row).with(passed[i]).run();
    }
    return version;
}

Status SqliteStore::markReplaced(Row replaced, Row by) {
    ++m_matchChanges;
    return together<void>([&]() -> Status {
        const auto before = versionInForce(replaced);
        const auto after = versionInForce(by);
        if (before.row == 0 || after.row == 0) {
            return fail(Code::NotFound, "no packet of this row is held");
        }
        if (before.row == after.row) {
            return {};
        }
        const auto place = [](const Version& version) {
            return std::tie(version.issued, version.sequence, version.id);
        };
        // What the new version names itself gives way to it whatever their clocks say.
        const bool beforeGivesWay = before.row == replaced || place(before) < place(after);
        const auto& loser = beforeGivesWay ? before : after;
        const auto& winner = beforeGivesWay ? after : before;
        query("UPDATE packets SET replaced_by = ? WHERE row = ?").with(winner.row).with(loser.row).run();
        return {};
    });
}

Result<Row> SqliteStore::inForce(Row row) {
    return together<Row>([&]() -> Result<Row> {
        const auto version = versionInForce(row);
        return version.row == 0 ? Result<Row>(fail(Code::NotFound, "no packet of this row is held"))
                                : Result<Row>(version.row);
    });
}

Result<Store::ChainHead> SqliteStore::chainHead(const AuthorKey& author) {
    return guarded([&]() -> Result<ChainHead> {
        const auto number = findAuthorNumber(author);
        if (!number) {
            return ChainHead{};
        }
        auto found = query("SELECT sequence, id FROM packets WHERE author = ? ORDER BY sequence DESC LIMIT 1");
        if (!found.with(*number).next()) {
            return ChainHead{};
        }
        return ChainHead{static_cast<std::uint64_t>(found.integer(0)), shortId(found.fixed<PacketId>(1))};
    });
}

} // namespace qis::core
