#pragma once

#include "domain/pack.h"
#include "record/packet.h"

#include <optional>

namespace qis::core {

/// Whether a packet's outcome side is an event of a question with basis "event". nullopt where the
/// fields it asks about are not recorded, and for questions about tables.
[[nodiscard]] std::optional<bool> isEvent(const Pack& pack, const CodeSystems& systems, const Question& question,
                                          const FieldMap& outcome);

} // namespace qis::core
