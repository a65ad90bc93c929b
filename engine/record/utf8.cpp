#include "record/cbor.h"

namespace qis::core {

bool isUtf8(std::string_view text) {
    const auto byteAt = [text](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(text[i])); };
    std::size_t i = 0;
    while (i < text.size()) {
        const unsigned first = byteAt(i);
        if (first < 0x80U) {
            ++i;
            continue;
        }
        // The second byte's range excludes overlong forms, surrogates and what lies past U+10FFFF.
        std::size_t length = 0;
        unsigned low = 0x80;
        unsigned high = 0xBF;
        if (first >= 0xC2U && first <= 0xDFU) {
            length = 2;
        } else if (first >= 0xE0U && first <= 0xEFU) {
            length = 3;
            low = first == 0xE0U ? 0xA0 : low;
            high = first == 0xEDU ? 0x9F : high;
        } else if (first >= 0xF0U && first <= 0xF4U) {
            length = 4;
            low = first == 0xF0U ? 0x90 : low;
            high = first == 0xF4U ? 0x8F : high;
        } else {
            return false;
        }
        if (text.size() - i < length || byteAt(i + 1) < low || byteAt(i + 1) > high) {
            return false;
        }
        for (std::size_t k = 2; k < length; ++k) {
            if ((byteAt(i + k) & 0xC0U) != 0x80U) {
                return false;
            }
        }
        i += length;
    }
    return true;
}

} // namespace qis::core
