#pragma once

#include "domain/compose.h"

#include <string_view>
#include <vector>

namespace qis::core {

/// What in a note could point at a person: dates, long numbers, addresses, names. Warnings, since
/// only the writer can tell; an empty list promises nothing.
[[nodiscard]] std::vector<Problem> scanNote(std::string_view note);

} // namespace qis::core
