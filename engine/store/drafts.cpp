#include "store/sqlite_store.h"

namespace qis::core {

namespace {

Status wasWritten(std::uint64_t changed) {
    return changed > 0 ? Status{} : fail(Code::NotFound, "no such draft is being written", "draft");
}

} // namespace

Result<std::vector<StoredDraft>> SqliteStore::drafts() {
    return guarded([&]() -> Result<std::vector<StoredDraft>> {
        auto found = query("SELECT number, pack, content, created, changed FROM drafts WHERE ticket IS NULL"
                           " ORDER BY changed DESC, number DESC");
        std::vector<StoredDraft> all;
        while (found.next()) {
            all.push_back({found.integer(0), found.text(1), found.text(2), found.integer(3), found.integer(4)});
        }
        return all;
    });
}

Result<bool> SqliteStore::isBeingWritten(std::int64_t draft) {
    return guarded([&]() -> Result<bool> {
        auto found = query("SELECT 1 FROM drafts WHERE number = ? AND ticket IS NULL");
        return found.with(draft).next();
    });
}

Result<std::int64_t> SqliteStore::saveDraft(const StoredDraft& draft) {
    if (draft.values.size() > kMaxDraftBytes) {
        return fail(Code::DraftTooLarge, std::to_string(draft.values.size()) + " bytes", "values");
    }
    return together<std::int64_t>([&]() -> Result<std::int64_t> {
        const std::string_view pack(draft.pack);
        const std::string_view values(draft.values);
        auto update = query("UPDATE drafts SET pack = ?, content = ?, changed = ? WHERE number = ? AND ticket IS NULL");
        if (update.with(pack).with(values).with(draft.changed).with(draft.number).run() > 0) {
            return draft.number;
        }
        // Those set aside count: undo must always be able to bring them back.
        auto count = query("SELECT COUNT(*) FROM drafts");
        if (count.next() && count.integer(0) >= static_cast<std::int64_t>(kMaxDrafts)) {
            return fail(Code::TooManyDrafts, "1000 drafts are kept already");
        }
        auto insert = query("INSERT INTO drafts(pack, content, created, changed) VALUES(?, ?, ?, ?)");
        insert.with(pack).with(values).with(draft.changed).with(draft.changed).run();
        return static_cast<std::int64_t>(m_database->getLastInsertRowid());
    });
}

Status SqliteStore::removeDraft(std::int64_t number) {
    return guarded([&]() -> Status {
        return wasWritten(query("DELETE FROM drafts WHERE number = ? AND ticket IS NULL").with(number).run());
    });
}

Status SqliteStore::shelveDraft(std::int64_t number, std::int64_t ticket) {
    return guarded([&]() -> Status {
        auto update = query("UPDATE drafts SET ticket = ? WHERE number = ? AND ticket IS NULL");
        return wasWritten(update.with(ticket).with(number).run());
    });
}

Status SqliteStore::unshelveDraft(std::int64_t ticket) {
    return guarded([&]() -> Status {
        query("UPDATE drafts SET ticket = NULL WHERE ticket = ?").with(ticket).run();
        return {};
    });
}

Status SqliteStore::dropShelvedDraft(std::int64_t ticket) {
    return guarded([&]() -> Status {
        query("DELETE FROM drafts WHERE ticket = ?").with(ticket).run();
        return {};
    });
}

} // namespace qis::core
