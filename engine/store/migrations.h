#pragma once

#include "base/result.h"
#include "store/schema.h"

#include <filesystem>

namespace qis::core {

/// Where the copy made before leaving `version` is kept.
[[nodiscard]] std::filesystem::path backupPath(const std::filesystem::path& file, int version);

/// Copies the whole store to backupPath, then takes it from `version` to that of the plan in one
/// transaction. When a step fails, the store is as it was. Throws SQLite::Exception.
[[nodiscard]] Status migrate(SQLite::Database& database, const std::filesystem::path& file, int version,
                             const SchemaPlan& plan);

} // namespace qis::core
