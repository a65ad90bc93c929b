#include "store/sqlite_store.h"

#include <limits>

namespace qis::core {

namespace {

constexpr std::int64_t kMaxCounter = std::numeric_limits<std::int64_t>::max();

std::uint64_t sizeOf(const std::filesystem::path& file) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    return error ? 0 : size;
}

} // namespace

Result<std::optional<Bytes>> SqliteStore::setting(std::string_view key) {
    using Found = std::optional<Bytes>;
    return guarded([&]() -> Result<Found> {
        auto found = query("SELECT value FROM meta WHERE key = ?");
        return found.with(key).next() ? Found(found.blob(0)) : Found{};
    });
}

Status SqliteStore::setSetting(std::string_view key, ByteView value) {
    return guarded([&]() -> Status {
        query("INSERT OR REPLACE INTO meta(key, value) VALUES(?, ?)").with(key).with(value).run();
        return {};
    });
}

Result<std::map<std::string, std::uint64_t>> SqliteStore::counters() {
    return guarded([&]() -> Result<std::map<std::string, std::uint64_t>> {
        auto found = query("SELECT name, value FROM counters");
        std::map<std::string, std::uint64_t> all;
        while (found.next()) {
            all.emplace(found.text(0), static_cast<std::uint64_t>(found.integer(1)));
        }
        return all;
    });
}

Status SqliteStore::addToCounter(std::string_view name, std::uint64_t by) {
    return guarded([&]() -> Status {
        // Stops at the largest number instead of turning into a real one or wrapping around.
        const auto step = static_cast<std::int64_t>(std::min(by, static_cast<std::uint64_t>(kMaxCounter)));
        query("INSERT INTO counters(name, value) VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET"
              " value = CASE WHEN value > ?3 - ?2 THEN ?3 ELSE value + ?2 END")
            .with(name)
            .with(step)
            .with(kMaxCounter)
            .run();
        return {};
    });
}

Result<StoreCounts> SqliteStore::counts() {
    return guarded([&]() -> Result<StoreCounts> {
        // Packet rows have no gaps: none is ever deleted.
        auto found = query("SELECT (SELECT COALESCE(MAX(row), 0) FROM packets),"
                           " (SELECT COUNT(*) FROM packets WHERE own_kind IS NOT NULL),"
                           " (SELECT COUNT(*) FROM matches),"
                           " (SELECT COUNT(*) FROM outbox),"
                           " (SELECT COUNT(*) FROM held),"
                           " (SELECT COUNT(*) FROM own_records)");
        if (!found.next()) {
            throwDamaged("no answer to a count");
        }
        const auto at = [&found](int column) { return static_cast<std::uint64_t>(found.integer(column)); };
        StoreCounts counts;
        counts.packets = at(0);
        counts.ownPackets = at(1);
        counts.matches = at(2);
        counts.outbox = at(3);
        counts.held = at(4);
        counts.ownRecords = at(5);
        counts.quarantined = quarantineTotals().packets;
        auto log = m_file;
        log += "-wal";
        counts.bytes = sizeOf(m_file) + sizeOf(log);
        return counts;
    });
}

} // namespace qis::core
