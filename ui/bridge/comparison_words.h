#pragma once

#include "bridge/values.h"

namespace qis::ui {

/// What was found, such as "both: vitamin K antagonists"; empty when nothing was.
[[nodiscard]] QString findingWords(const Dimension& dimension);
/// How a dimension was compared, such as "by class"; empty for a kind that this program does not know.
[[nodiscard]] QString comparedBy(const Dimension& dimension);

} // namespace qis::ui
