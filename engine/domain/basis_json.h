#pragma once

#include "domain/compose.h"
#include "domain/json_tree.h"

#include <optional>
#include <vector>

namespace qis::core {

/// {"kind": "counts", "n": 40, "events": 3} and the like. Everything wrong with it is appended to
/// `problems` with its path; nullopt then.
[[nodiscard]] std::optional<Basis> basisFromJson(const Pack& pack, JsonValue json, std::vector<Problem>& problems);

/// Numbers that contradict each other: more events than observed, no observations, no spread.
[[nodiscard]] Status checkBasis(const Basis& basis);

} // namespace qis::core
