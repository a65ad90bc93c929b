#include "store/sqlite_store.h"

namespace qis::core {

Result<std::vector<StoredTemplate>> SqliteStore::templates() {
    return guarded([&]() -> Result<std::vector<StoredTemplate>> {
        auto found = query("SELECT pack, name, content FROM templates ORDER BY name, pack");
        std::vector<StoredTemplate> all;
        while (found.next()) {
            all.push_back({found.text(0), found.text(1), found.text(2)});
        }
        return all;
    });
}

Status SqliteStore::saveTemplate(const StoredTemplate& filled) {
    if (filled.values.size() > kMaxDraftBytes) {
        return fail(Code::DraftTooLarge, std::to_string(filled.values.size()) + " bytes", "values");
    }
    const auto saved = together<bool>([&]() -> Result<bool> {
        const std::string_view pack(filled.pack);
        const std::string_view name(filled.name);
        // The name is written as it is given now.
        query("DELETE FROM templates WHERE pack = ? AND name = ?").with(pack).with(name).run();
        auto count = query("SELECT COUNT(*) FROM templates");
        if (count.next() && count.integer(0) >= static_cast<std::int64_t>(kMaxTemplates)) {
            return fail(Code::TooManyTemplates, "200 templates are kept already");
        }
        auto insert = query("INSERT INTO templates(pack, name, content) VALUES(?, ?, ?)");
        insert.with(pack).with(name).with(std::string_view(filled.values)).run();
        return true;
    });
    return saved ? Status{} : Status(saved.error());
}

Status SqliteStore::removeTemplate(std::string_view pack, std::string_view name) {
    return guarded([&]() -> Status {
        const auto removed = query("DELETE FROM templates WHERE pack = ? AND name = ?").with(pack).with(name).run();
        return removed > 0 ? Status{} : fail(Code::NotFound, "no template of this name", "name");
    });
}

} // namespace qis::core
