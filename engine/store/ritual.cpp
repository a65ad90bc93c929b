#include "store/ritual.h"

#include "base/file.h"
#include "store/errors.h"
#include "store/migrations.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cerrno>
#include <string>

namespace qis::core {

namespace {

/// Beyond this, reading every page would be felt at start; damage is then found page by page.
constexpr std::uintmax_t kQuickCheckBelow = 64ULL << 20U;
/// The home's lock file keeps a second program out; this is for tools that look in for a moment.
constexpr int kBusyMillis = 1000;

/// What holds for this connection only and writes nothing.
void configure(SQLite::Database& database) {
    sqlite3_extended_result_codes(database.getHandle(), 1);
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    database.exec("PRAGMA trusted_schema=OFF;"
                  "PRAGMA cell_size_check=ON;"
                  "PRAGMA locking_mode=NORMAL;"
                  "PRAGMA foreign_keys=ON;"
                  "PRAGMA synchronous=FULL;" // a send that was acknowledged survives a power cut
                  "PRAGMA temp_store=MEMORY;"
                  "PRAGMA mmap_size=0;" // an I/O error must be a result code, not a signal
                  "PRAGMA cache_size=-65536;");
}

Status switchToWal(SQLite::Database& database) {
    const auto mode = database.execAndGet("PRAGMA journal_mode=WAL").getString();
    if (mode != "wal") {
        return fail(Code::StoreFailed, "this file system does not support a write-ahead log");
    }
    database.exec("PRAGMA wal_autocheckpoint=4000;"
                  "PRAGMA journal_size_limit=67108864;");
    return {};
}

/// Needs the write lock for a moment and a file that can be written.
Status probeWriting(SQLite::Database& database) {
    if (sqlite3_db_readonly(database.getHandle(), "main") != 0) {
        return fail(Code::HomeUnwritable, "the store is read-only");
    }
    database.exec("BEGIN IMMEDIATE; ROLLBACK;");
    return {};
}

Status makeTables(SQLite::Database& database, const SchemaPlan& plan) {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    database.exec(plan.create);
    database.exec("PRAGMA application_id=" + std::to_string(kApplicationId));
    database.exec("PRAGMA user_version=" + std::to_string(plan.version));
    transaction.commit();
    return {};
}

Status checkPages(SQLite::Database& database, const std::filesystem::path& file) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error || size >= kQuickCheckBelow) {
        return {};
    }
    SQLite::Statement check(database, "PRAGMA quick_check(1)");
    if (!check.executeStep() || check.getColumn(0).getString() != "ok") {
        return fail(Code::StoreCorrupt, "the integrity check found damage");
    }
    return {};
}

Status checkTables(SQLite::Database& database, const SchemaPlan& plan) {
    for (const auto* table : plan.tables) {
        if (!database.tableExists(table)) {
            return fail(Code::StoreCorrupt, std::string("there is no table ") + table);
        }
    }
    return {};
}

/// Nothing is written before the file is known to be ours.
Status perform(SQLite::Database& database, const Store::Options& options, const SchemaPlan& plan) {
    configure(database);
    const int application = database.execAndGet("PRAGMA application_id").getInt();
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    const bool blank =
        application == 0 && version == 0 && database.execAndGet("SELECT COUNT(*) FROM sqlite_schema").getInt() == 0;
    if (blank) {
        // Where a store should be, an empty file is a loss. Starting anew in it would fork the
        // author's chain.
        if (!options.create) {
            return fail(Code::StoreCorrupt, "the store is empty");
        }
        if (auto wal = switchToWal(database); !wal) {
            return wal;
        }
        return makeTables(database, plan);
    }
    if (application != kApplicationId) {
        return fail(Code::StoreForeign, "the file belongs to another program");
    }
    if (version > plan.version) {
        return fail(Code::StoreNewer, "the store has version " + std::to_string(version) + ", this program knows " +
                                          std::to_string(plan.version));
    }
    if (auto sound = checkPages(database, options.file); !sound) {
        return sound;
    }
    if (auto writable = probeWriting(database); !writable) {
        return writable;
    }
    if (version < plan.version) {
        if (auto migrated = migrate(database, options.file, version, plan); !migrated) {
            return migrated;
        }
        database.exec("PRAGMA foreign_keys=ON");
    }
    if (auto complete = checkTables(database, plan); !complete) {
        return complete;
    }
    return switchToWal(database);
}

} // namespace

Result<std::unique_ptr<SQLite::Database>> openDatabase(const Store::Options& options, const SchemaPlan& plan) {
    installErrorLog();
    std::error_code error;
    const bool exists = std::filesystem::exists(options.file, error);
    if (!exists && !options.create) {
        return fail(Code::HomeMissing, "there is no store in this folder");
    }
    const int flags = SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX | (options.create ? SQLite::OPEN_CREATE : 0);
    std::unique_ptr<SQLite::Database> database;
    errno = 0; // see errorOf
    try {
        database = std::make_unique<SQLite::Database>(utf8(options.file), flags, kBusyMillis);
        if (auto performed = perform(*database, options, plan); !performed) {
            return performed.error();
        }
    } catch (const SQLite::Exception& exception) {
        return errorOf(exception, database ? database->getHandle() : nullptr);
    }
    return database;
}

} // namespace qis::core
