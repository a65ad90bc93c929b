#pragma once

#include "domain/pack.h"

#include <string>
#include <string_view>

namespace qis::core {

/// A pack's sentence: text with {field} placeholders, and [parts] that appear only when every
/// field in them is recorded. Parts do not nest. BadPack with what is wrong.
[[nodiscard]] Status checkSentence(const Pack& pack, std::string_view sentence);

/// The same sentence told the other way round: packs say the circumstances, a colon, and what happened, which in a list
/// of outcomes that are alike is what tells them apart. Unchanged without a colon.
[[nodiscard]] std::string happenedFirst(std::string_view sentence);

} // namespace qis::core
