#pragma once

#include "base/result.h"

#include <string_view>

namespace qis::core {

struct CodePoint {
    char32_t value = 0xFFFD;
    std::size_t size = 1; ///< bytes; at least 1, also where the text is not UTF-8
};

/// The character that begins at byte `at` of `text`; at must be inside it.
[[nodiscard]] CodePoint codePointAt(std::string_view text, std::size_t at);

/// False for control characters, line and paragraph separators and the characters that change the
/// direction of what follows (a note must read the same way to everybody), and for U+FFFD.
[[nodiscard]] bool isPrintable(char32_t character);

/// TextTooLong when empty or longer than `maximum` bytes, BadText unless UTF-8 and printable.
[[nodiscard]] Status checkPrintable(std::string_view text, std::size_t maximum);

} // namespace qis::core
