#include "domain/printable.h"

#include "record/cbor.h"

#include <fmt/format.h>

namespace qis::core {

CodePoint codePointAt(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t offset) -> unsigned {
        return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0U;
    };
    const auto follows = [&](std::size_t offset) { return (byte(offset) & 0xC0U) == 0x80U; };
    const unsigned first = byte(0);
    if (first < 0x80U) {
        return {first, 1};
    }
    if ((first & 0xE0U) == 0xC0U && follows(1)) {
        return {((first & 0x1FU) << 6U) | (byte(1) & 0x3FU), 2};
    }
    if ((first & 0xF0U) == 0xE0U && follows(1) && follows(2)) {
        return {((first & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU), 3};
    }
    if ((first & 0xF8U) == 0xF0U && follows(1) && follows(2) && follows(3)) {
        return {((first & 0x07U) << 18U) | ((byte(1) & 0x3FU) << 12U) | ((byte(2) & 0x3FU) << 6U) | (byte(3) & 0x3FU),
                4};
    }
    return {};
}

bool isPrintable(char32_t c) {
    const auto within = [c](char32_t low, char32_t high) { return c >= low && c <= high; };
    return !(c < 0x20 || within(0x7F, 0x9F) || within(0x2028, 0x202E) || within(0x2066, 0x2069) || c == 0xFEFF ||
             within(0xFFF9, 0xFFFD) || within(0xE0000, 0xE007F));
}

Status checkPrintable(std::string_view text, std::size_t maximum) {
    if (text.empty()) {
        return fail(Code::TextTooLong, "Empty; leave it out instead.");
    }
    if (text.size() > maximum) {
        return fail(Code::TextTooLong, fmt::format("{} bytes; at most {} fit.", text.size(), maximum));
    }
    if (!isUtf8(text)) {
        return fail(Code::BadText, "Not UTF-8.");
    }
    for (std::size_t i = 0; i < text.size();) {
        const auto step = codePointAt(text, i);
        if (!isPrintable(step.value)) {
            return fail(Code::BadText, fmt::format("Holds the control or direction character U+{:04X}.",
                                                   static_cast<unsigned>(step.value)));
        }
        i += step.size;
    }
    return {};
}

} // namespace qis::core
