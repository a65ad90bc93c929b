#include "store/backup.h"

#include "base/file.h"
#include "store/errors.h"
#include "store/schema.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <memory>
#include <unistd.h>

namespace qis::core {

namespace {

/// So many pages are copied between two looks at whether to go on.
constexpr int kPagesPerStep = 256;
constexpr int kOperationsPerLook = 100000;
constexpr int kCopied = 70; ///< per cent; the rest is checking
constexpr std::size_t kMaxFiles = 8;
constexpr std::size_t kMaxFileBytes = 1U << 20U;

constexpr const char* kBackupTables = R"sql(
CREATE TABLE backup_about(
    made      INTEGER NOT NULL,
    author    BLOB NOT NULL,
    site_name TEXT NOT NULL,
    demo      INTEGER NOT NULL,
    sequence  INTEGER NOT NULL,
    head      BLOB,
    version   INTEGER NOT NULL
) STRICT;
CREATE TABLE backup_files(
    name    TEXT PRIMARY KEY,
    content BLOB NOT NULL
) STRICT;
)sql";

std::filesystem::path with(std::filesystem::path path, const char* ending) {
    path += ending;
    return path;
}

void removeDatabase(const std::filesystem::path& file) {
    std::error_code error;
    for (const auto* ending : {"", "-wal", "-shm", "-journal"}) {
        std::filesystem::remove(with(file, ending), error);
    }
}

/// A database under construction; gone again unless it is kept.
class Part {
public:
    explicit Part(std::filesystem::path file)
        : m_file(std::move(file)) {}
    ~Part() {
        if (!m_kept) {
            removeDatabase(m_file);
        }
    }
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;
    void keep() { m_kept = true; }

private:
    std::filesystem::path m_file;
    bool m_kept = false;
};

bool isCancelled(const BackupWatch& watch) {
    return watch.cancelled && watch.cancelled();
}

void tell(const BackupWatch& watch, int perCent) {
    if (watch.progress) {
        watch.progress(perCent);
    }
}

/// Lets long statements of this connection be cancelled.
void watchOver(SQLite::Database& database, const BackupWatch& watch) {
    if (watch.cancelled) {
        sqlite3_progress_handler(
            database.getHandle(), kOperationsPerLook,
            [](void* context) { return isCancelled(*static_cast<const BackupWatch*>(context)) ? 1 : 0; },
            const_cast<BackupWatch*>(&watch)); // SQLite hands it back as it is
    }
}

/// Runs work that may throw what SQLite says. `handle` serves to find out more about it.
template <class Value, class Work> Result<Value> guarded(const BackupWatch& watch, Work&& work) {
    errno = 0; // see errorOf
    try {
        return work();
    } catch (const SQLite::Exception& exception) {
        auto error = errorOf(exception, nullptr);
        return isCancelled(watch) ? fail(Code::Cancelled) : error;
    }
}

Error aboutTarget(Error error) {
    if (error.code == Code::HomeUnwritable || error.code == Code::NotFound || error.code == Code::StoreForeign) {
        error.code = Code::TargetUnwritable;
    }
    return error;
}

Error aboutBackup(Error error) {
    if (error.code == Code::StoreForeign) {
        error.code = Code::NotABackup;
    } else if (error.code == Code::StoreCorrupt) {
        error.code = Code::BackupDamaged;
    } else if (error.code == Code::HomeUnwritable) {
        error.code = Code::StoreFailed; // it could not be read
    }
    return error;
}

void openSafely(SQLite::Database& database) {
    sqlite3_extended_result_codes(database.getHandle(), 1);
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    database.exec("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;");
}

/// An empty file that nobody else may read, and that was not there before.
Status makeEmpty(const std::filesystem::path& file) {
    const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made < 0) {
        return fileError(errno, file);
    }
    ::close(made);
    return {};
}

/// The file may lie on any file system, and is thrown away if anything goes wrong.
void withoutFilesBeside(SQLite::Database& database) {
    database.exec("PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=MEMORY; PRAGMA synchronous=FULL;");
}

/// All pages of `from`, which has no write-ahead log, into `to`.
Status copyPages(SQLite::Database& from, SQLite::Database& to, const BackupWatch& watch, int share) {
    sqlite3_extended_result_codes(to.getHandle(), 1);
    withoutFilesBeside(to);
    SQLite::Backup backup(to, from);
    for (;;) {
        const int result = backup.executeStep(kPagesPerStep);
        if (result == SQLITE_DONE) {
            return {};
        }
        if (result != SQLITE_OK) {
            throw SQLite::Exception("a page could not be copied", result);
        }
        if (isCancelled(watch)) {
            return fail(Code::Cancelled);
        }
        const int total = std::max(1, backup.getTotalPageCount());
        tell(watch,
             static_cast<int>(static_cast<std::int64_t>(share) * (total - backup.getRemainingPageCount()) / total));
    }
}

/// Every page, every index, and nothing that would run by itself.
Status checkAll(SQLite::Database& database) {
    SQLite::Statement check(database, "PRAGMA integrity_check(1)");
    if (!check.executeStep() || check.getColumn(0).getString() != "ok") {
        return fail(Code::BackupDamaged, "the integrity check found damage");
    }
    SQLite::Statement acting(database, "SELECT 1 FROM sqlite_schema WHERE type IN ('trigger', 'view')");
    if (acting.executeStep()) {
        return fail(Code::NotABackup, "there is a trigger or view in it");
    }
    return {};
}

Status checkKind(SQLite::Database& database) {
    if (database.execAndGet("PRAGMA application_id").getInt() != kBackupApplicationId) {
        return fail(Code::NotABackup, "its application id is another");
    }
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    if (version > kSchemaVersion) {
        return fail(Code::StoreNewer, "the backup has version " + std::to_string(version) + ", this program knows " +
                                          std::to_string(kSchemaVersion));
    }
    return {};
}

Bytes blobOf(const SQLite::Column& column) {
    const auto* begin = static_cast<const std::uint8_t*>(column.getBlob());
    const auto size = static_cast<std::size_t>(column.getBytes());
    return size == 0 ? Bytes{} : Bytes(begin, begin + size);
}

/// The end of an author's chain in a store.
void readHead(SQLite::Database& database, BackupAbout& about) {
    SQLite::Statement last(database, "SELECT p.sequence, p.id FROM packets p JOIN authors a ON a.number = p.author"
                                     " WHERE a.key = ? ORDER BY p.sequence DESC LIMIT 1");
    last.bindNoCopy(1, about.author.bytes.data(), static_cast<int>(about.author.bytes.size()));
    if (last.executeStep()) {
        about.sequence = static_cast<std::uint64_t>(last.getColumn(0).getInt64());
        const auto id = blobOf(last.getColumn(1));
        about.head = ShortId::from(ByteView(id).first(std::min(id.size(), ShortId::kSize)));
    }
}

Result<BackupAbout> readAbout(SQLite::Database& database) {
    SQLite::Statement row(database, "SELECT made, author, site_name, demo, sequence, head, version FROM backup_about");
    if (!row.executeStep()) {
        return fail(Code::BackupDamaged, "it says nothing about itself");
    }
    BackupAbout about;
    about.made = row.getColumn(0).getInt64();
    const auto author = AuthorKey::from(blobOf(row.getColumn(1)));
    if (!author) {
        return fail(Code::BackupDamaged, "it names no author");
    }
    about.author = *author;
    about.siteName = row.getColumn(2).getString();
    about.demo = row.getColumn(3).getInt() != 0;
    about.sequence = static_cast<std::uint64_t>(row.getColumn(4).getInt64());
    about.head = ShortId::from(blobOf(row.getColumn(5)));
    about.version = row.getColumn(6).getInt();
    return about;
}

void writeAbout(SQLite::Database& database, const BackupAbout& about, const std::vector<BackupFile>& files) {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    database.exec(kBackupTables);
    SQLite::Statement row(database, "INSERT INTO backup_about VALUES(?, ?, ?, ?, ?, ?, ?)");
    row.bind(1, about.made);
    row.bind(2, about.author.bytes.data(), static_cast<int>(about.author.bytes.size()));
    row.bind(3, about.siteName);
    row.bind(4, about.demo ? 1 : 0);
    row.bind(5, static_cast<std::int64_t>(about.sequence));
    if (about.head) {
        row.bind(6, about.head->bytes.data(), static_cast<int>(about.head->bytes.size()));
    }
    row.bind(7, about.version);
    row.exec();
    for (const auto& file : files) {
        SQLite::Statement insert(database, "INSERT INTO backup_files VALUES(?, ?)");
        insert.bind(1, file.name);
        insert.bind(2, file.content.data(), static_cast<int>(file.content.size()));
        insert.exec();
    }
    database.exec("PRAGMA application_id=" + std::to_string(kBackupApplicationId));
    transaction.commit();
}

Result<std::vector<BackupFile>> readFiles(SQLite::Database& database) {
    SQLite::Statement row(database, "SELECT name, content FROM backup_files");
    std::vector<BackupFile> files;
    while (row.executeStep()) {
        if (files.size() == kMaxFiles || row.getColumn(1).getBytes() > static_cast<int>(kMaxFileBytes)) {
            return fail(Code::NotABackup, "it holds files that no home has");
        }
        files.push_back({row.getColumn(0).getString(), blobOf(row.getColumn(1))});
    }
    return files;
}

std::unique_ptr<SQLite::Database> openBackup(const std::filesystem::path& file) {
    auto database = std::make_unique<SQLite::Database>(utf8(file), SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX);
    openSafely(*database);
    return database;
}

/// The head of the file is looked at before SQLite is let near it.
Status mustBeBackup(const std::filesystem::path& file) {
    static constexpr std::string_view kMagic("SQLite format 3\0", 16);
    constexpr std::size_t kHead = 100;
    constexpr std::size_t kApplicationIdAt = 68;
    const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened < 0) {
        const int error = errno;
        return error == ENOENT ? fileError(error, file)
                               : fail(Code::StoreFailed, fileError(error, file).detail); // it is not to be read
    }
    std::array<char, kHead> head{};
    const auto got = ::pread(opened, head.data(), head.size(), 0);
    ::close(opened);
    std::uint32_t application = 0;
    for (std::size_t i = 0; i < sizeof application; ++i) {
        application = (application << 8U) | static_cast<std::uint8_t>(head[kApplicationIdAt + i]);
    }
    const bool fits = got == static_cast<ssize_t>(head.size()) && std::string_view(head.data(), 16) == kMagic &&
                      application == static_cast<std::uint32_t>(kBackupApplicationId);
    return fits ? Status{} : Status(fail(Code::NotABackup, utf8(file)));
}

/// Tells how far the copy has grown while a long statement runs.
struct Growth {
    const BackupWatch& watch;
    std::filesystem::path store;
    std::filesystem::path part;

    [[nodiscard]] int perCent() const {
        std::error_code error;
        const auto whole = std::filesystem::file_size(store, error);
        const auto done = error ? 0 : std::filesystem::file_size(part, error);
        return error || whole == 0 ? 0 : static_cast<int>(std::min<std::uintmax_t>(done * kCopied / whole, kCopied));
    }
};

int onGrowth(void* context) {
    const auto& growth = *static_cast<const Growth*>(context);
    tell(growth.watch, growth.perCent());
    return isCancelled(growth.watch) ? 1 : 0;
}

/// The copy itself, complete and under its temporary name.
Result<BackupAbout> writePart(const BackupOrder& order, const std::filesystem::path& part) {
    auto about = order.about;
    Growth growth{order.watch, order.store, part};
    {
        // One view of the store, whatever is written to it meanwhile. Page by page would bring the
        // write-ahead log along, with files beside the target that a plain copy would miss.
        SQLite::Database from(utf8(order.store), SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX);
        sqlite3_extended_result_codes(from.getHandle(), 1);
        sqlite3_progress_handler(from.getHandle(), kOperationsPerLook, &onGrowth, &growth);
        SQLite::Statement copy(from, "VACUUM INTO ?");
        copy.bind(1, utf8(part));
        copy.exec();
    }
    SQLite::Database to(utf8(part), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX);
    sqlite3_extended_result_codes(to.getHandle(), 1);
    withoutFilesBeside(to);
    about.version = to.execAndGet("PRAGMA user_version").getInt();
    readHead(to, about);
    writeAbout(to, about, order.files);
    return about;
}

/// What stands on the disk now, not what was meant to.
Result<BackupAbout> readAgain(const std::filesystem::path& part, const BackupAbout& meant, const BackupWatch& watch) {
    auto database = openBackup(part);
    watchOver(*database, watch);
    if (auto kind = checkKind(*database); !kind) {
        return kind.error();
    }
    if (auto sound = checkAll(*database); !sound) {
        return sound.error();
    }
    auto about = readAbout(*database);
    if (about && (about->author != meant.author || about->sequence != meant.sequence || about->head != meant.head)) {
        return fail(Code::BackupDamaged, "it does not say what was written");
    }
    return about;
}

Status syncFile(const std::filesystem::path& path, int flags) {
    const int opened = ::open(path.c_str(), flags | O_CLOEXEC);
    if (opened < 0) {
        return fileError(errno, path);
    }
    const bool synced = ::fsync(opened) == 0;
    const int error = errno;
    ::close(opened);
    return synced ? Status{} : Status(fileError(error, path));
}

std::filesystem::path folderOf(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

Status giveName(const std::filesystem::path& part, const std::filesystem::path& target, bool replace) {
    if (replace) {
        if (std::rename(part.c_str(), target.c_str()) != 0) {
            return fileError(errno, target);
        }
    } else if (::renameat2(AT_FDCWD, part.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) != 0) {
        if (errno == EEXIST) {
            return fail(Code::AlreadyExists, utf8(target), "file");
        }
        std::error_code error;
        // Not every file system can refuse to replace.
        if ((errno != EINVAL && errno != ENOSYS) || std::filesystem::exists(target, error)) {
            return fileError(errno, target);
        }
        if (std::rename(part.c_str(), target.c_str()) != 0) {
            return fileError(errno, target);
        }
    }
    return syncFile(folderOf(target), O_RDONLY | O_DIRECTORY);
}

} // namespace

Result<BackupAbout> writeBackup(const BackupOrder& order) {
    installErrorLog();
    std::error_code error;
    if (std::filesystem::is_directory(order.target, error) || !order.target.has_filename()) {
        return fail(Code::TargetUnwritable, "a folder: " + utf8(order.target), "file");
    }
    if (!order.replace && std::filesystem::exists(order.target, error)) {
        return fail(Code::AlreadyExists, utf8(order.target), "file");
    }
    const auto part = with(order.target, ".part");
    removeDatabase(part); // of a backup that was cut off
    if (auto made = makeEmpty(part); !made) {
        return aboutTarget(made.error());
    }
    Part guard(part);
    auto written = guarded<BackupAbout>(order.watch, [&] { return writePart(order, part); });
    if (!written) {
        return aboutTarget(written.error());
    }
    if (auto synced = syncFile(part, O_RDWR); !synced) {
        return aboutTarget(synced.error());
    }
    tell(order.watch, kCopied);
    auto about = guarded<BackupAbout>(order.watch, [&] { return readAgain(part, *written, order.watch); });
    if (!about) {
        return aboutBackup(about.error());
    }
    if (isCancelled(order.watch)) {
        return fail(Code::Cancelled);
    }
    about->bytes = std::filesystem::file_size(part, error);
    if (auto named = giveName(part, order.target, order.replace); !named) {
        return aboutTarget(named.error());
    }
    guard.keep();
    tell(order.watch, 100);
    return about;
}

Result<BackupAbout> readBackup(const std::filesystem::path& file) {
    installErrorLog();
    if (auto there = mustBeBackup(file); !there) {
        return there.error();
    }
    auto about = guarded<BackupAbout>({}, [&]() -> Result<BackupAbout> {
        const auto database = openBackup(file);
        if (auto kind = checkKind(*database); !kind) {
            return kind.error();
        }
        return readAbout(*database);
    });
    if (!about) {
        return aboutBackup(about.error());
    }
    std::error_code error;
    about->bytes = std::filesystem::file_size(file, error);
    return about;
}

Result<Unpacked> unpackBackup(const std::filesystem::path& file, const std::filesystem::path& store,
                              const BackupWatch& watch) {
    auto about = readBackup(file);
    if (!about) {
        return about.error();
    }
    Unpacked unpacked{*about, {}};
    std::unique_ptr<SQLite::Database> from;
    auto sound = guarded<std::vector<BackupFile>>(watch, [&]() -> Result<std::vector<BackupFile>> {
        from = openBackup(file);
        watchOver(*from, watch);
        if (auto checked = checkAll(*from); !checked) {
            return checked.error();
        }
        BackupAbout held;
        held.author = about->author;
        readHead(*from, held);
        if (held.sequence != about->sequence || held.head != about->head) {
            return fail(Code::BackupDamaged, "its chain is not the one it names");
        }
        return readFiles(*from);
    });
    if (!sound) {
        return aboutBackup(sound.error());
    }
    unpacked.files = std::move(sound).value();
    if (auto made = makeEmpty(store); !made) {
        return made.error();
    }
    Part guard(store);
    auto copied = guarded<bool>(watch, [&]() -> Result<bool> {
        SQLite::Database to(utf8(store), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX);
        if (auto done = copyPages(*from, to, watch, 100); !done) {
            return done.error();
        }
        SQLite::Transaction transaction(to, SQLite::TransactionBehavior::IMMEDIATE);
        to.exec("DROP TABLE backup_about; DROP TABLE backup_files;");
        to.exec("PRAGMA application_id=" + std::to_string(kApplicationId));
        transaction.commit();
        return true;
    });
    if (!copied) {
        return copied.error();
    }
    guard.keep();
    return unpacked;
}

} // namespace qis::core
