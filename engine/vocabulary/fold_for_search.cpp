#include "vocabulary/code_system.h"

#include <array>

namespace qis::core {

namespace {

/// U+00C0 to U+017F: the base letters of Unicode's canonical decomposition, and the usual spelling
/// for letters that have none (ø, ł, ß, æ).
constexpr char32_t kFirstLatin = 0xC0;
constexpr std::array<const char*, 192> kLatin = {
    "a", "a", "a",  "a", "a", "a", "ae", "c",  "e", "e", "e",  "e",  "i", "i", "i",  "i",  "d", "n", "o",  "o",
    "o", "o", "o",  " ", "o", "u", "u",  "u",  "u", "y", "th", "ss", "a", "a", "a",  "a",  "a", "a", "ae", "c",
    "e", "e", "e",  "e", "i", "i", "i",  "i",  "d", "n", "o",  "o",  "o", "o", "o",  " ",  "o", "u", "u",  "u",
    "u", "y", "th", "y", "a", "a", "a",  "a",  "a", "a", "c",  "c",  "c", "c", "c",  "c",  "c", "c", "d",  "d",
    "d", "d", "e",  "e", "e", "e", "e",  "e",  "e", "e", "e",  "e",  "g", "g", "g",  "g",  "g", "g", "g",  "g",
    "h", "h", "h",  "h", "i", "i", "i",  "i",  "i", "i", "i",  "i",  "i", "i", "ij", "ij", "j", "j", "k",  "k",
    "k", "l", "l",  "l", "l", "l", "l",  "l",  "l", "l", "l",  "n",  "n", "n", "n",  "n",  "n", "n", "n",  "n",
    "o", "o", "o",  "o", "o", "o", "oe", "oe", "r", "r", "r",  "r",  "r", "r", "s",  "s",  "s", "s", "s",  "s",
    "s", "s", "t",  "t", "t", "t", "t",  "t",  "u", "u", "u",  "u",  "u", "u", "u",  "u",  "u", "u", "u",  "u",
    "w", "w", "y",  "y", "y", "z", "z",  "z",  "z", "z", "z",  "s",
};

struct Decoded {
    char32_t point;
    std::size_t bytes;
};

/// One code point of UTF-8; a byte that begins none, or an overlong form, is taken as a space.
Decoded decode(std::string_view text) {
    const auto at = [text](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
    const char32_t first = at(0);
    if (first < 0x80) {
        return {first, 1};
    }
    const std::size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < bytes) {
        return {U' ', 1};
    }
    char32_t point = first & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((at(i) & 0xC0U) != 0x80U) {
            return {U' ', 1};
        }
        point = (point << 6U) | (at(i) & 0x3FU);
    }
    const bool isOverlong = (bytes == 3 && point < 0x800) || (bytes == 4 && point < 0x10000);
    if (isOverlong || (point >= 0xD800 && point <= 0xDFFF) || point > 0x10FFFF) {
        return {U' ', 1};
    }
    return {point, bytes};
}

/// Marks that change a letter or the layout but are no letters themselves.
bool isIgnored(char32_t point) {
    return (point >= 0x300 && point <= 0x36F) || point == 0xAD || (point >= 0x200B && point <= 0x200F) ||
           (point >= 0x202A && point <= 0x202E) || (point >= 0x2060 && point <= 0x206F) || point == 0xFEFF;
}

/// Beyond ASCII: Latin-1 signs, punctuation, arrows and symbols, CJK punctuation.
bool isSign(char32_t point) {
    return (point >= 0x80 && point < 0xC0 && point != 0xAA && point != 0xB5 && point != 0xBA) ||
           (point >= 0x2000 && point <= 0x2BFF) || (point >= 0x3000 && point <= 0x303F);
}

} // namespace

std::string foldForSearch(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    bool isWordOpen = false;
    const auto append = [&](std::string_view letters) {
        if (!isWordOpen && !result.empty()) {
            result += ' ';
        }
        isWordOpen = true;
        result += letters;
    };
    while (!text.empty()) {
        const auto [point, bytes] = decode(text);
        const std::string_view raw = text.substr(0, bytes);
        text.remove_prefix(bytes);
        if (isIgnored(point)) {
            continue;
        }
        const bool isPlain = (point >= U'a' && point <= U'z') || (point >= U'0' && point <= U'9');
        if (point >= U'A' && point <= U'Z') {
            const char lower = static_cast<char>(point - U'A' + U'a');
            append({&lower, 1});
        } else if (point >= kFirstLatin && point < kFirstLatin + kLatin.size()) {
            const std::string_view letters = kLatin.at(point - kFirstLatin);
            if (letters == " ") {
                isWordOpen = false;
            } else {
                append(letters);
            }
        } else if ((point < 0x80 && !isPlain) || isSign(point)) {
            isWordOpen = false;
        } else {
            append(raw);
        }
    }
    return result;
}

} // namespace qis::core
