#include "store/cursor.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <limits>

namespace qis::core {

Cursor::~Cursor() {
    // The code is that of the failed step, which has been reported.
    m_statement.tryReset();
    try {
        m_statement.clearBindings(); // drop pointers into memory of the caller
    } catch (const SQLite::Exception&) {
        // Cannot happen on a statement just reset; every use gives all parameters anew anyway.
    }
}

Cursor& Cursor::with(std::int64_t value) {
    m_statement.bind(++m_given, static_cast<int64_t>(value));
    return *this;
}

Cursor& Cursor::with(ByteView value) {
    if (value.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        throw SQLite::Exception("byte string too long", SQLITE_TOOBIG);
    }
    // A null pointer would mean NULL, not the empty string.
    static constexpr std::uint8_t kNothing = 0;
    m_statement.bindNoCopy(++m_given, value.empty() ? &kNothing : value.data(), static_cast<int>(value.size()));
    return *this;
}

Cursor& Cursor::with(std::string_view value) {
    m_statement.bind(++m_given, std::string(value));
    return *this;
}

Cursor& Cursor::withNull() {
    m_statement.bind(++m_given);
    return *this;
}

Cursor& Cursor::withLimit(std::size_t limit) {
    constexpr auto kMost = static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max());
    return with(static_cast<std::int64_t>(std::min(limit, kMost)));
}

std::uint64_t Cursor::run() {
    return static_cast<std::uint64_t>(m_statement.exec());
}

bool Cursor::next() {
    return m_statement.executeStep();
}

bool Cursor::isNull(int column) const {
    return m_statement.isColumnNull(column);
}

std::int64_t Cursor::integer(int column) const {
    return m_statement.getColumn(column).getInt64();
}

std::string Cursor::text(int column) const {
    return m_statement.getColumn(column).getString();
}

Bytes Cursor::blob(int column) const {
    const auto value = m_statement.getColumn(column);
    const auto* data = static_cast<const std::uint8_t*>(value.getBlob());
    return data == nullptr ? Bytes{} : Bytes(data, data + value.getBytes());
}

void Cursor::readInto(int column, std::span<std::uint8_t> target) const {
    const auto value = m_statement.getColumn(column);
    const auto* data = static_cast<const std::uint8_t*>(value.getBlob());
    if (data == nullptr || static_cast<std::size_t>(value.getBytes()) != target.size()) {
        throwDamaged("byte string of the wrong length");
    }
    std::copy_n(data, target.size(), target.begin());
}

void throwDamaged(const char* what) {
    throw SQLite::Exception(what, SQLITE_CORRUPT);
}

} // namespace qis::core
