#include "store/sqlite_store.h"

namespace qis::core {

Result<std::optional<Bytes>> SqliteStore::recordOfDraft(std::int64_t draft) {
    return guarded([&]() -> Result<std::optional<Bytes>> {
        auto found = query("SELECT sealed FROM own_records WHERE draft = ?");
        return found.with(draft).next() ? std::optional(found.blob(0)) : std::nullopt;
    });
}

Result<std::optional<Bytes>> SqliteStore::recordOfPacket(Row row) {
    return guarded([&]() -> Result<std::optional<Bytes>> {
        auto found = query("SELECT sealed FROM own_records WHERE packet = ?");
        return found.with(row).next() ? std::optional(found.blob(0)) : std::nullopt;
    });
}

Result<std::vector<OwnRecord>> SqliteStore::ownRecords() {
    return guarded([&]() -> Result<std::vector<OwnRecord>> {
        auto found = query("SELECT COALESCE(draft, 0), COALESCE(packet, 0), sealed FROM own_records");
        std::vector<OwnRecord> all;
        while (found.next()) {
            all.push_back({found.integer(0), found.integer(1), found.blob(2)});
        }
        return all;
    });
}

Status SqliteStore::setDraftRecord(std::int64_t draft, ByteView sealed) {
    return guarded([&]() -> Status {
        if (sealed.empty()) {
            query("DELETE FROM own_records WHERE draft = ?").with(draft).run();
        } else {
            query("INSERT INTO own_records(draft, sealed) VALUES(?, ?)"
                  " ON CONFLICT(draft) DO UPDATE SET sealed = excluded.sealed")
                .with(draft)
                .with(sealed)
                .run();
        }
        return {};
    });
}

Status SqliteStore::setPacketRecord(Row row, ByteView sealed) {
    return guarded([&]() -> Status {
        if (sealed.empty()) {
            query("DELETE FROM own_records WHERE packet = ?").with(row).run();
        } else {
            query("INSERT INTO own_records(packet, sealed) VALUES(?, ?)"
                  " ON CONFLICT(packet) DO UPDATE SET sealed = excluded.sealed")
                .with(row)
                .with(sealed)
                .run();
        }
        return {};
    });
}

Status SqliteStore::handRecordOn(std::int64_t draft, std::int64_t ticket, Row to) {
    return guarded([&]() -> Status {
        query("UPDATE own_records SET draft = NULL, packet = ?1"
              " WHERE draft = COALESCE((SELECT number FROM drafts WHERE ticket = ?3), ?2)")
            .with(to)
            .with(draft)
            .with(ticket)
            .run();
        return {};
    });
}

Result<std::uint64_t> SqliteStore::forgetOwnRecords() {
    return guarded([&]() -> Result<std::uint64_t> { return query("DELETE FROM own_records").run(); });
}

} // namespace qis::core
