// What lists of matches need, and what was made of them.
#include "store/sql_text.h"
#include "store/sqlite_store.h"

namespace qis::core {

namespace {

constexpr char kFacts[] =
    "SELECT m.cursor, m.profile, m.packet, m.score, m.coverage, p.author, p.issued, p.received,"
    " p.retracted_by IS NOT NULL, p.replaced_by IS NOT NULL, IFNULL(t.state, 0), IFNULL(t.reason, 0)"
    " FROM matches m ";
constexpr char kBeside[] = " JOIN packets p ON p.row = m.packet"
                           " LEFT JOIN triage t ON t.profile = m.profile AND t.packet = m.packet ";
constexpr auto kFactsOfOne =
    joinSql(kFacts, "INDEXED BY matches_arrival", kBeside, "WHERE m.profile = ? AND m.cursor > ? ORDER BY m.cursor");
constexpr auto kFactsOfAll = joinSql(kFacts, kBeside, "WHERE m.profile > 0 AND m.cursor > ? ORDER BY m.cursor");
constexpr auto kAt = joinSql("SELECT ", kMatchColumns, kPacketFacts, kPacketBytes,
                             " FROM matches m JOIN packets p ON p.row = m.packet WHERE m.cursor = ?");

TriageMark readMark(const Cursor& cursor, int first) {
    const auto state = cursor.integer(first);
    if (state < 0 || state > static_cast<std::int64_t>(TriageState::Muted)) {
        throwDamaged("match in an unknown state");
    }
    return {static_cast<TriageState>(state), static_cast<int>(cursor.integer(first + 1))};
}

} // namespace

Result<std::vector<MatchFacts>> SqliteStore::matchFacts(std::optional<std::int64_t> profile, std::int64_t after) {
    return guarded([&]() -> Result<std::vector<MatchFacts>> {
        auto found = profile ? query(kFactsOfOne) : query(kFactsOfAll);
        if (profile) {
            found.with(*profile);
        }
        found.with(after);
        std::vector<MatchFacts> all;
        while (found.next()) {
            all.push_back({found.integer(0), found.integer(1), found.integer(2), static_cast<int>(found.integer(3)),
                           static_cast<int>(found.integer(4)), authorKey(found.integer(5)), found.integer(6),
                           found.integer(7), found.integer(8) != 0, found.integer(9) != 0, readMark(found, 10)});
        }
        return all;
    });
}

Result<std::vector<StoredMatch>> SqliteStore::matchesAt(const std::vector<std::int64_t>& cursors) {
    return guarded([&]() -> Result<std::vector<StoredMatch>> {
        std::vector<StoredMatch> all;
        all.reserve(cursors.size());
        for (const auto cursor : cursors) {
            auto found = query(kAt);
            if (found.with(cursor).next()) {
                all.push_back(readMatch(found));
            }
        }
        return all;
    });
}

Status SqliteStore::setMark(std::int64_t profile, Row packet, const TriageMark& mark, Millis now) {
    return together<void>([&]() -> Status {
        {
            auto match = query("SELECT 1 FROM matches WHERE profile = ? AND packet = ?");
            if (!match.with(profile).with(packet).next()) {
                return fail(Code::NotFound, "this packet does not match the profile", "id");
            }
        }
        if (mark == TriageMark{}) {
            query("DELETE FROM triage WHERE profile = ? AND packet = ?").with(profile).with(packet).run();
            return {};
        }
        auto insert = query("INSERT INTO triage(profile, packet, state, reason, changed) VALUES(?, ?, ?, ?, ?)"
                            " ON CONFLICT(profile, packet) DO UPDATE SET"
                            " state = excluded.state, reason = excluded.reason, changed = excluded.changed");
        insert.with(profile).with(packet).with(static_cast<std::int64_t>(mark.state));
        insert.with(std::int64_t{mark.reason}).with(now).run();
        return {};
    });
}

Result<TriageMark> SqliteStore::markOf(std::int64_t profile, Row packet) {
    return guarded([&]() -> Result<TriageMark> {
        auto found = query("SELECT state, reason FROM triage WHERE profile = ? AND packet = ?");
        return found.with(profile).with(packet).next() ? readMark(found, 0) : TriageMark{};
    });
}

Status SqliteStore::handOn(Row from, Row to) {
    return together<void>([&]() -> Status {
        query("INSERT INTO triage(profile, packet, state, reason, changed)"
              " SELECT -?2, packet, state, reason, changed FROM triage WHERE profile = -?1 ON CONFLICT DO NOTHING")
            .with(from)
            .with(to)
            .run();
        query("INSERT INTO muted(packet) SELECT ?2 FROM muted WHERE packet = ?1 ON CONFLICT DO NOTHING")
            .with(from)
            .with(to)
            .run();
        return {};
    });
}

} // namespace qis::core
