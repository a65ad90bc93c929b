#include "store/errors.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <cerrno>
#include <cstdio>

namespace qis::core {

namespace {

Code codeOfSystem(int systemError, Code otherwise) {
    switch (systemError) {
    case ENOSPC:
#ifdef EDQUOT
    case EDQUOT:
#endif
    case EFBIG:
        return Code::DiskFull;
    case EROFS:
    case EACCES:
    case EPERM:
        return Code::HomeUnwritable;
    default:
        return otherwise;
    }
}

Code codeOfSqlite(int code, int systemError) {
    switch (code) {
    case SQLITE_IOERR_CORRUPTFS:
        return Code::StoreCorrupt;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        return Code::NotFound; // a packet or author was named that is not held
    default:
        break;
    }
    switch (code & 0xff) {
    case SQLITE_FULL:
        return Code::DiskFull;
    case SQLITE_IOERR:
        return codeOfSystem(systemError, Code::StoreFailed);
    case SQLITE_CANTOPEN:
        return codeOfSystem(systemError, Code::HomeUnwritable);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return Code::HomeUnwritable;
    case SQLITE_NOTADB:
        return Code::StoreForeign;
    case SQLITE_CORRUPT:
        return Code::StoreCorrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return Code::HomeInUse;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
        return Code::Internal;
    case SQLITE_TOOBIG:
        return Code::BadArgument;
    default:
        return Code::StoreFailed;
    }
}

void logCode([[maybe_unused]] void* context, [[maybe_unused]] int code, [[maybe_unused]] const char* message) {
#ifndef NDEBUG
    const int kind = code & 0xff;
    if (kind != SQLITE_NOTICE && kind != SQLITE_WARNING && kind != SQLITE_SCHEMA) {
        std::fprintf(stderr, "store: sqlite code %d (%s)\n", code, sqlite3_errstr(code));
    }
#endif
}

} // namespace

Error errorOfSqlite(int code, int systemError, std::string detail) {
    detail += " (sqlite ";
    detail += std::to_string(code);
    if (systemError != 0) {
        detail += ", system ";
        detail += std::to_string(systemError);
    }
    detail += ")";
    return fail(codeOfSqlite(code, systemError), std::move(detail));
}

Error errorOf(const SQLite::Exception& exception, sqlite3* handle) {
    const int lastSystemError = errno; // before anything here can change it
    // What this room throws itself carries no extended code.
    int code = exception.getErrorCode();
    const int extended = exception.getExtendedErrorCode();
    if (extended > 0 && (extended & 0xff) == (code & 0xff)) {
        code = extended;
    }
    int systemError = 0;
    if (const int kind = code & 0xff; kind == SQLITE_IOERR || kind == SQLITE_CANTOPEN) {
        // SQLite does not record the system error of a failed COMMIT, and may still show an old one.
        systemError = lastSystemError != 0 || handle == nullptr ? lastSystemError : sqlite3_system_errno(handle);
    }
    return errorOfSqlite(code, systemError, exception.what());
}

void installErrorLog() {
    // Refused with SQLITE_MISUSE when SQLite is in use already; the log is a convenience, go on.
    [[maybe_unused]] static const int kInstalled = sqlite3_config(SQLITE_CONFIG_LOG, &logCode, nullptr);
}

} // namespace qis::core
