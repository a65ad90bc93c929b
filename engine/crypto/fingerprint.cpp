#include "crypto/sodium.h"

namespace qis::core {

namespace {

// Proquint alphabet: consonants carry four bits, vowels two, and any word can be spoken.
constexpr std::string_view kConsonants = "bdfghjklmnprstvz";
constexpr std::string_view kVowels = "aiou";
constexpr std::size_t kWords = 4;

void appendWord(std::string& out, unsigned value) {
    out.push_back(kConsonants[(value >> 12U) & 15U]);
    out.push_back(kVowels[(value >> 10U) & 3U]);
    out.push_back(kConsonants[(value >> 6U) & 15U]);
    out.push_back(kVowels[(value >> 4U) & 3U]);
    out.push_back(kConsonants[value & 15U]);
}

} // namespace

std::string fingerprintWords(ByteView key) {
    const DocumentHash hash = blake2b256(key);
    std::string result;
    result.reserve(kWords * 6);
    for (std::size_t word = 0; word < kWords; ++word) {
        if (word != 0) {
            result.push_back('-');
        }
        const unsigned high = hash.bytes[2 * word];
        const unsigned low = hash.bytes[2 * word + 1];
        appendWord(result, high << 8U | low);
    }
    return result;
}

} // namespace qis::core
