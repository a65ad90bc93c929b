#pragma once

#include "store/schema.h"
#include "store/store.h"

#include <memory>

namespace SQLite {
class Database;
}

namespace qis::core {

/// A connection on which everything Store::open promises has been done.
[[nodiscard]] Result<std::unique_ptr<SQLite::Database>> openDatabase(const Store::Options& options,
                                                                     const SchemaPlan& plan);

} // namespace qis::core
