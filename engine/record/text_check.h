#pragma once

#include "base/error.h"
#include "record/cbor.h"

#include <algorithm>
#include <string_view>

namespace qis::core {

/// None for 1 to `limit` bytes of UTF-8 without control characters, else TextTooLong or BadText.
[[nodiscard]] inline Code checkText(std::string_view text, std::size_t limit) {
    if (text.empty() || text.size() > limit) {
        return Code::TextTooLong;
    }
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == '\x7F'; };
    return std::any_of(text.begin(), text.end(), isControl) || !isUtf8(text) ? Code::BadText : Code::None;
}

} // namespace qis::core
