#pragma once

#include "bridge/values.h"

namespace qis::ui {

/// What an interest is called on the screen: its name, or the outcome that made it.
[[nodiscard]] QString nameInWords(const Interest& interest);

} // namespace qis::ui
