#pragma once

#include "domain/compose.h"

#include <optional>
#include <string_view>
#include <vector>

namespace qis::core {

/// A rule's or question's `value` as it stands in a packet: choice name, term id, "true", "false"
/// or a number in the field's unit. nullopt if the field cannot have it.
[[nodiscard]] std::optional<Value> valueFromText(const Field& field, const CodeSystems& systems, std::string_view text);

/// The pack's cross-field rules that the content breaks. Fields that are absent break no rule
/// except `requires`, and that one only if `complete` (a follow-up carries additions only).
[[nodiscard]] std::vector<Problem> brokenRules(const Pack& pack, const CodeSystems& systems, const Content& content,
                                               bool complete);

} // namespace qis::core
