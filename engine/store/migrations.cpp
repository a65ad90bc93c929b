#include "store/migrations.h"

#include "base/file.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <string>
#include <vector>

namespace qis::core {

namespace {

/// Online backup: consistent even while a WAL is pending. The name appears only when the copy is
/// complete.
Status backUp(SQLite::Database& database, const std::filesystem::path& target) {
    auto part = target;
    part += ".part";
    std::error_code error;
    std::filesystem::remove(part, error);
    {
        SQLite::Database copy(utf8(part), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        SQLite::Backup backup(copy, database);
        backup.executeStep(-1);
        if (backup.getRemainingPageCount() != 0) {
            return fail(Code::StoreFailed, "the backup before the migration is not complete");
        }
    }
    std::filesystem::rename(part, target, error);
    if (error) {
        return fail(Code::StoreFailed, "the backup before the migration could not be named: " + error.message());
    }
    return {};
}

} // namespace

std::filesystem::path backupPath(const std::filesystem::path& file, int version) {
    auto path = file;
    path += ".v" + std::to_string(version) + ".backup";
    return path;
}

Status migrate(SQLite::Database& database, const std::filesystem::path& file, int version, const SchemaPlan& plan) {
    std::vector<const MigrationStep*> steps;
    for (int from = version; from < plan.version; ++from) {
        const auto step = std::find_if(plan.migrations.begin(), plan.migrations.end(),
                                       [from](const MigrationStep& candidate) { return candidate.from == from; });
        if (step == plan.migrations.end()) {
            return fail(Code::StoreCorrupt, "no version " + std::to_string(from) + " of the store was ever written");
        }
        steps.push_back(&*step);
    }
    if (auto backedUp = backUp(database, backupPath(file, version)); !backedUp) {
        return backedUp;
    }
    // Rebuilding a table needs references to dangle for a moment; they are checked before COMMIT.
    database.exec("PRAGMA foreign_keys=OFF");
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    for (const auto* step : steps) {
        step->run(database);
    }
    if (SQLite::Statement check(database, "PRAGMA foreign_key_check"); check.executeStep()) {
        return fail(Code::StoreCorrupt, "the migration left a reference to something that is not there");
    }
    database.exec("PRAGMA user_version=" + std::to_string(plan.version));
    transaction.commit();
    return {};
}

} // namespace qis::core
