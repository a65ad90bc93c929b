#include "store/sqlite_store.h"

#include "store/ritual.h"

#include <sqlite3.h>

namespace qis::core {

Result<std::unique_ptr<Store>> Store::open(const Options& options) {
    return SqliteStore::open(options, currentSchema());
}

Result<std::unique_ptr<Store>> SqliteStore::open(const Options& options, const SchemaPlan& plan) {
    auto database = openDatabase(options, plan);
    if (!database) {
        return database.error();
    }
    return std::unique_ptr<Store>(std::make_unique<SqliteStore>(std::move(database).value(), options));
}

SqliteStore::SqliteStore(std::unique_ptr<SQLite::Database> database, const Options& options)
    : m_database(std::move(database))
    , m_file(options.file)
    , m_self(options.self) {}

Status SqliteStore::transaction(const std::function<Status()>& work) {
    if (m_inTransaction) {
        if (m_doomed) {
            return *m_doomed;
        }
        Status inner = work();
        if (!inner) {
            doom(inner.error());
        }
        return inner;
    }
    Status begun = guarded([this]() -> Status {
        query("BEGIN IMMEDIATE").run();
        return {};
    });
    if (!begun) {
        return begun;
    }
    m_inTransaction = true;
    Status done;
    try {
        done = work();
    } catch (...) {
        rollBack();
        throw;
    }
    if (done && m_doomed) {
        done = *m_doomed;
    }
    if (done) {
        return commit();
    }
    rollBack();
    return done;
}

Status SqliteStore::commit() {
    Status committed = guarded([this]() -> Status {
        query("COMMIT").run();
        return {};
    });
    if (committed) {
        m_inTransaction = false;
        return committed;
    }
    rollBack();
    // The log may hold the whole transaction although syncing it failed, and a start after a crash
    // would then find what has just been reported as failed. Emptying the log settles it, if the
    // disk lets us; else the next transaction does, which overwrites it.
    m_database->tryExec("PRAGMA wal_checkpoint(TRUNCATE)");
    return committed;
}

void SqliteStore::rollBack() {
    // After some errors SQLite has rolled back by itself.
    if (sqlite3_get_autocommit(m_database->getHandle()) == 0) {
        m_database->tryExec("ROLLBACK");
    }
    m_inTransaction = false;
    m_doomed.reset();
    m_authorNumbers.clear();
    m_authorKeys.clear();
    m_quarantineTotals.reset();
    ++m_matchChanges;
}

Error SqliteStore::doom(Error error) {
    if (m_inTransaction && !m_doomed) {
        m_doomed = error;
    }
    return error;
}

Cursor SqliteStore::query(const char* sql) {
    auto found = m_statements.find(sql);
    if (found == m_statements.end()) {
        found = m_statements.try_emplace(sql, *m_database, sql).first;
    }
    return Cursor(found->second);
}

std::optional<std::int64_t> SqliteStore::findAuthorNumber(const AuthorKey& author) {
    if (const auto known = m_authorNumbers.find(author); known != m_authorNumbers.end()) {
        return known->second;
    }
    auto found = query("SELECT number FROM authors WHERE key = ?");
    if (!found.with(author).next()) {
        return std::nullopt;
    }
    const auto number = found.integer(0);
    m_authorNumbers.emplace(author, number);
    m_authorKeys.emplace(number, author);
    return number;
}

std::int64_t SqliteStore::authorNumber(const AuthorKey& author) {
    if (const auto known = findAuthorNumber(author)) {
        return *known;
    }
    query("INSERT INTO authors(key) VALUES(?)").with(author).run();
    const std::int64_t number = m_database->getLastInsertRowid();
    m_authorNumbers.emplace(author, number);
    m_authorKeys.emplace(number, author);
    return number;
}

AuthorKey SqliteStore::authorKey(std::int64_t number) {
    if (const auto known = m_authorKeys.find(number); known != m_authorKeys.end()) {
        return known->second;
    }
    auto found = query("SELECT key FROM authors WHERE number = ?");
    if (!found.with(number).next()) {
        throwDamaged("packet of an author that is not listed");
    }
    const auto author = found.fixed<AuthorKey>(0);
    m_authorNumbers.emplace(author, number);
    m_authorKeys.emplace(number, author);
    return author;
}

} // namespace qis::core
