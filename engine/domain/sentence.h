#pragma once

#include "domain/pack.h"

#include <string_view>

namespace qis::core {

/// A pack's sentence: text with {field} placeholders, and [parts] that appear only when every
/// field in them is recorded. Parts do not nest. BadPack with what is wrong.
[[nodiscard]] Status checkSentence(const Pack& pack, std::string_view sentence);

} // namespace qis::core
