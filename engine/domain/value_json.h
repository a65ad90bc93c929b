#pragma once

#include "domain/compose.h"
#include "domain/json_tree.h"

#include <optional>
#include <vector>

namespace qis::core {

[[nodiscard]] std::string pathOf(const Field& field);

/// One field's JSON value as it travels. Everything wrong with it is appended to `problems`;
/// nullopt then.
[[nodiscard]] std::optional<Value> valueFromJson(const Field& field, const CodeSystems& systems, JsonValue json,
                                                 std::vector<Problem>& problems);

} // namespace qis::core
