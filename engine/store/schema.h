#pragma once

#include <array>
#include <span>

namespace SQLite {
class Database;
}

namespace qis::core {

/// Marks the file as ours ("QIS1").
inline constexpr int kApplicationId = 0x51495331;
inline constexpr int kSchemaVersion = 5;

/// Changes the tables from version `from` to `from` + 1, inside a transaction that is not its own.
/// Throws SQLite::Exception.
struct MigrationStep {
    int from = 0;
    void (*run)(SQLite::Database& database) = nullptr;
};

/// What the store needs to know about its tables. Only tests use another than currentSchema().
struct SchemaPlan {
    int version = 0;
    const char* create = nullptr;              ///< statements that make all tables of `version`
    std::span<const char* const> tables;       ///< every one must exist
    std::span<const MigrationStep> migrations; ///< in rising order
};

[[nodiscard]] const SchemaPlan& currentSchema();

} // namespace qis::core
