#include "domain/privacy.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace qis::core {

namespace {

enum class TokenKind : std::uint8_t { Word, Number, Other };

struct Token {
    TokenKind kind = TokenKind::Other;
    std::string_view text;
};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isUpper(char c) {
    return c >= 'A' && c <= 'Z';
}

/// Letters beyond ASCII count as letters, whatever they are.
bool isLetter(char c) {
    return isUpper(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return isUpper(c) ? static_cast<char>(c + 32) : c; });
    return out;
}

std::vector<Token> tokensOf(std::string_view text) {
    std::vector<Token> tokens;
    for (std::size_t i = 0; i < text.size();) {
        const auto kind = isLetter(text[i]) ? TokenKind::Word : isDigit(text[i]) ? TokenKind::Number : TokenKind::Other;
        auto end = i + 1;
        while (end < text.size() && kind != TokenKind::Other &&
               (kind == TokenKind::Word ? isLetter(text[end]) || text[end] == '\'' : isDigit(text[end]))) {
            ++end;
        }
        tokens.push_back({kind, text.substr(i, end - i)});
        i = end;
    }
    return tokens;
}

bool isBetweenDigits(std::string_view text) {
    return text == "." || text == "/" || text == "-" || text == " ";
}

bool isMonth(std::string_view word) {
    static constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                              "jul", "aug", "sep", "oct", "nov", "dec"};
    static constexpr std::array<std::string_view, 12> kFull{"january",   "february", "march",    "april",
                                                            "may",       "june",     "july",     "august",
                                                            "september", "october",  "november", "december"};
    const auto low = lowered(word);
    return std::find(kMonths.begin(), kMonths.end(), low) != kMonths.end() ||
           std::find(kFull.begin(), kFull.end(), low) != kFull.end();
}

/// "Dr", "Mrs", but not the unit in "480 ms".
bool isTitle(std::string_view word) {
    if (!isUpper(word.front())) {
        return false;
    }
    static constexpr std::array<std::string_view, 16> kTitles{"mr",    "mrs",    "ms",     "miss",     "dr",  "prof",
                                                              "sir",   "herr",   "frau",   "mme",      "sig", "sra",
                                                              "nurse", "sister", "doctor", "professor"};
    const auto low = lowered(word);
    return std::find(kTitles.begin(), kTitles.end(), low) != kTitles.end();
}

/// "Maria", "O'Neill", "Łukasz", but neither "ICU" nor "mg".
bool looksLikeName(std::string_view word) {
    if (word.size() < 3 || !(isUpper(word[0]) || static_cast<unsigned char>(word[0]) >= 0xC0)) {
        return false;
    }
    return std::any_of(word.begin() + 1, word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

class Scanner {
public:
    explicit Scanner(std::string_view note)
        : m_note(note)
        , m_tokens(tokensOf(note)) {}

    [[nodiscard]] bool hasAddress() const {
        const auto at = m_note.find('@');
        const auto low = lowered(m_note);
        return (at != std::string_view::npos && at > 0 && m_note.find('.', at) != std::string_view::npos) ||
               low.find("http") != std::string::npos || low.find("www.") != std::string::npos;
    }

    [[nodiscard]] bool hasDate() const {
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            if (isDate(i) || (isWord(i) && isMonth(m_tokens[i].text) && isNumberNear(i))) {
                return true;
            }
        }
        return false;
    }

    /// Five digits or more, also when written in groups: record numbers, telephones.
    [[nodiscard]] bool hasLongNumber() const {
        std::size_t digits = 0;
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            if (isDate(i)) {
                digits = 0;
                i += 4;
            } else if (isNumber(i)) {
                digits += m_tokens[i].text.size();
            } else if (!(separates(i) && isNumber(i + 1))) {
                digits = 0;
            }
            if (digits >= 5) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool hasName() const {
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            if (!isWord(i)) {
                continue;
            }
            auto next = i + 1;
            while (next < m_tokens.size() && !isWord(next) &&
                   (m_tokens[next].text == " " || m_tokens[next].text == ".")) {
                ++next;
            }
            if (next == i + 1 || !isWord(next) || !looksLikeName(m_tokens[next].text)) {
                continue;
            }
            const bool sentenceBetween = next - i > 2;
            if (isTitle(m_tokens[i].text) || (!sentenceBetween && looksLikeName(m_tokens[i].text))) {
                return true;
            }
        }
        return false;
    }

private:
    [[nodiscard]] bool isWord(std::size_t i) const { return is(i, TokenKind::Word); }
    [[nodiscard]] bool isNumber(std::size_t i) const { return is(i, TokenKind::Number); }
    [[nodiscard]] bool is(std::size_t i, TokenKind kind) const {
        return i < m_tokens.size() && m_tokens[i].kind == kind;
    }
    [[nodiscard]] bool separates(std::size_t i) const {
        return is(i, TokenKind::Other) && isBetweenDigits(m_tokens[i].text);
    }

    [[nodiscard]] bool isNumberNear(std::size_t i) const {
        return isNumber(i + 1) || isNumber(i + 2) || (i >= 1 && isNumber(i - 1)) || (i >= 2 && isNumber(i - 2));
    }

    /// Three numbers with the same separator twice: one of up to four digits, the others of one or two.
    [[nodiscard]] bool isDate(std::size_t i) const {
        if (!(isNumber(i) && isNumber(i + 2) && isNumber(i + 4) && separates(i + 1) && separates(i + 3) &&
              m_tokens[i + 1].text == m_tokens[i + 3].text && m_tokens[i + 1].text != " ")) {
            return false;
        }
        const auto length = [&](std::size_t k) { return m_tokens[i + k].text.size(); };
        return length(2) <= 2 &&
               ((length(0) <= 2 && (length(4) <= 2 || length(4) == 4)) || (length(0) == 4 && length(4) <= 2));
    }

    std::string_view m_note;
    std::vector<Token> m_tokens;
};

} // namespace

std::vector<Problem> scanNote(std::string_view note) {
    const Scanner scanner(note);
    std::vector<Problem> warnings;
    const auto warn = [&](bool found, const char* what) {
        if (found) {
            warnings.push_back({Code::NotAllowed, "note", what});
        }
    };
    warn(scanner.hasDate(), "Looks as if it held a date; a date can point at a person.");
    warn(scanner.hasLongNumber(), "Holds a long number, such as a record or telephone number.");
    warn(scanner.hasAddress(), "Looks as if it held an e-mail or web address.");
    warn(scanner.hasName(), "Looks as if it held somebody's name.");
    return warnings;
}

} // namespace qis::core
