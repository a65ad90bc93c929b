#pragma once

#include "base/bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace SQLite {
class Statement;
}

namespace qis::core {

/// One use of a cached statement: parameters are given in order, rows are read, and the statement
/// is reset at the end of the scope. Byte strings are not copied: they must outlive the cursor.
/// Throws SQLite::Exception, which SqliteStore::guarded turns into an Error.
class Cursor {
public:
    explicit Cursor(SQLite::Statement& statement)
        : m_statement(statement) {}
    ~Cursor();
    Cursor(const Cursor&) = delete;
    Cursor& operator=(const Cursor&) = delete;

    Cursor& with(std::int64_t value);
    Cursor& with(ByteView value);
    Cursor& with(std::string_view value);
    Cursor& withNull();
    Cursor& withLimit(std::size_t limit);
    template <std::size_t Size, class Tag> Cursor& with(const FixedBytes<Size, Tag>& value) {
        return with(value.view());
    }
    template <std::size_t Size, class Tag> Cursor& with(const std::optional<FixedBytes<Size, Tag>>& value) {
        return value ? with(value->view()) : withNull();
    }

    /// For statements without rows; returns how many rows were changed.
    std::uint64_t run();
    /// True while there is a row to read.
    [[nodiscard]] bool next();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] Bytes blob(int column) const;
    /// A byte string of another length than its type's means a damaged store.
    template <class Fixed> [[nodiscard]] Fixed fixed(int column) const {
        Fixed value;
        readInto(column, value.bytes);
        return value;
    }
    template <class Fixed> [[nodiscard]] std::optional<Fixed> fixedOrNull(int column) const {
        return isNull(column) ? std::nullopt : std::optional<Fixed>(fixed<Fixed>(column));
    }

private:
    void readInto(int column, std::span<std::uint8_t> target) const;

    SQLite::Statement& m_statement;
    int m_given = 0;
};

/// A row that no version of this program has written.
[[noreturn]] void throwDamaged(const char* what);

} // namespace qis::core
