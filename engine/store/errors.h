#pragma once

#include "base/error.h"

#include <string>

struct sqlite3;

namespace SQLite {
class Exception;
}

namespace qis::core {

/// What an (extended) SQLite result code means to a user of the store. `systemError` is the errno
/// of the failed call or 0; it tells a full disk and a read-only file system from a broken one.
[[nodiscard]] Error errorOfSqlite(int code, int systemError, std::string detail);

/// The same for what SQLiteCpp throws. Reads errno, which has to be set to 0 before the work that
/// throws. `handle` may be null when the file could not be opened.
[[nodiscard]] Error errorOf(const SQLite::Exception& exception, sqlite3* handle);

/// Sends SQLite's own log to stderr in debug builds, codes only: its messages may name files.
/// Takes effect once per process and only before SQLite is first used.
void installErrorLog();

} // namespace qis::core
