#include "store/sql_text.h"
#include "store/sqlite_store.h"

namespace qis::core {

namespace {

constexpr char kJoin[] = " JOIN packets p ON p.row = m.packet ";

// The inner query picks the matches, so that packets are read only for those that are shown.
constexpr auto kArrivals =
    joinSql("SELECT ", kMatchColumns, kPacketFacts, kPacketBytes,
            " FROM (SELECT * FROM matches INDEXED BY matches_arrival WHERE profile = ? AND cursor > ?"
            " ORDER BY cursor LIMIT ?) m",
            kJoin, "ORDER BY m.cursor");
constexpr auto kAllArrivals =
    joinSql("SELECT ", kMatchColumns, kPacketFacts, kPacketBytes,
            " FROM (SELECT * FROM matches WHERE profile > 0 AND cursor > ? ORDER BY cursor LIMIT ?) m", kJoin,
            "ORDER BY m.cursor");
constexpr auto kBest = joinSql("SELECT ", kMatchColumns, kPacketFacts, kPacketBytes,
                               " FROM (SELECT * FROM matches INDEXED BY matches_best WHERE profile = ?"
                               " AND cursor > ? ORDER BY score DESC, packet LIMIT ?) m",
                               kJoin, "ORDER BY m.score DESC, m.packet");
constexpr auto kAllBest = joinSql("SELECT ", kMatchColumns, kPacketFacts, kPacketBytes,
                                  " FROM (SELECT * FROM matches WHERE profile > 0 AND cursor > ?"
                                  " ORDER BY score DESC, packet, profile LIMIT ?) m",
                                  kJoin, "ORDER BY m.score DESC, m.packet, m.profile");

} // namespace

Result<StoredProfile> SqliteStore::addProfile(const std::string& name, const std::string& json, Millis now) {
    return guarded([&]() -> Result<StoredProfile> {
        auto insert = query("INSERT INTO profiles(name, json, created) VALUES(?, ?, ?) ON CONFLICT DO NOTHING");
        if (insert.with(std::string_view(name)).with(std::string_view(json)).with(now).run() == 0) {
            return fail(Code::AlreadyExists, "a profile of this name exists already", "name");
        }
        return StoredProfile{m_database->getLastInsertRowid(), name, json, now};
    });
}

Result<std::vector<StoredProfile>> SqliteStore::profiles() {
    return guarded([&]() -> Result<std::vector<StoredProfile>> {
        auto found = query("SELECT number, name, json, created FROM profiles ORDER BY number");
        std::vector<StoredProfile> all;
        while (found.next()) {
            all.push_back({found.integer(0), found.text(1), found.text(2), found.integer(3)});
        }
        return all;
    });
}

Status SqliteStore::removeProfile(std::int64_t number) {
    ++m_matchChanges;
    return together<void>([&]() -> Status {
        if (query("DELETE FROM profiles WHERE number = ?").with(number).run() == 0) {
            return fail(Code::NotFound, "there is no such profile");
        }
        query("DELETE FROM matches WHERE profile = ?").with(number).run();
        query("DELETE FROM triage WHERE profile = ?").with(number).run();
        return {};
    });
}

Status SqliteStore::muteOutcome(Row row) {
    ++m_matchChanges;
    return together<void>([&]() -> Status {
        query("INSERT INTO muted(packet) VALUES(?) ON CONFLICT DO NOTHING").with(row).run();
        query("DELETE FROM matches WHERE profile = ?").with(-row).run();
        query("DELETE FROM triage WHERE profile = ?").with(-row).run();
        return {};
    });
}

Result<std::vector<Row>> SqliteStore::mutedOutcomes() {
    return guarded([&]() -> Result<std::vector<Row>> {
        auto found = query("SELECT packet FROM muted ORDER BY packet");
        std::vector<Row> rows;
        while (found.next()) {
            rows.push_back(found.integer(0));
        }
        return rows;
    });
}

StoredMatch SqliteStore::readMatch(const Cursor& cursor) {
    constexpr int kPacketColumn = 4;
    return {cursor.integer(0), cursor.integer(1), static_cast<int>(cursor.integer(2)),
            static_cast<int>(cursor.integer(3)), readPacket(cursor, kPacketColumn)};
}

Result<bool> SqliteStore::addMatch(const NewMatch& match) {
    return guarded([&]() -> Result<bool> {
        auto insert = query("INSERT INTO matches(profile, packet, score, coverage) VALUES(?, ?, ?, ?)"
                            " ON CONFLICT DO NOTHING");
        insert.with(match.profile).with(match.packet);
        insert.with(std::int64_t{match.score}).with(std::int64_t{match.coverage});
        return insert.run() == 1;
    });
}

Result<std::vector<StoredMatch>> SqliteStore::matches(std::optional<std::int64_t> profile, std::int64_t after,
                                                      std::size_t limit, bool bestFirst) {
    return guarded([&]() -> Result<std::vector<StoredMatch>> {
        const char* const ofOne = bestFirst ? kBest.data() : kArrivals.data();
        const char* const ofAll = bestFirst ? kAllBest.data() : kAllArrivals.data();
        auto found = query(profile ? ofOne : ofAll);
        if (profile) {
            found.with(*profile);
        }
        found.with(after).withLimit(limit);
        std::vector<StoredMatch> all;
        while (found.next()) {
            all.push_back(readMatch(found));
        }
        return all;
    });
}

Result<std::uint64_t> SqliteStore::matchCount(std::optional<std::int64_t> profile) {
    return guarded([&]() -> Result<std::uint64_t> {
        auto found = profile ? query("SELECT COUNT(*) FROM matches WHERE profile = ?")
                             : query("SELECT COUNT(*) FROM matches WHERE profile > 0");
        if (profile) {
            found.with(*profile);
        }
        return found.next() ? static_cast<std::uint64_t>(found.integer(0)) : 0;
    });
}

} // namespace qis::core
