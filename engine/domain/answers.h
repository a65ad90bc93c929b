#pragma once

#include "domain/pack.h"

#include <optional>
#include <string>
#include <string_view>

/// Answers to the questions of a field of type Answers. In JSON a text with one character a question, in their order:
/// y yes, n no, u unknown or not applicable, - not answered. On the wire two bits a question, the first the lowest:
/// 0 not answered, 1 yes, 2 no, 3 unknown.
namespace qis::core {

inline constexpr std::size_t kMaxItems = 16;

/// nullopt for a text of another length or with other characters, and when nothing is answered.
[[nodiscard]] std::optional<std::int64_t> answersFromText(const Field& field, std::string_view text);
/// nullopt for what no text gives.
[[nodiscard]] std::optional<std::string> answersText(const Field& field, std::int64_t wire);

/// What the answers to all questions of a field can come to.
struct Totals {
    int least = 0;
    int most = 0;
};
[[nodiscard]] Totals totalsOf(const Field& field);
/// The place in the field's verdicts of what a total means.
[[nodiscard]] std::size_t verdictOf(const Field& field, std::int64_t total);

struct AnswerSum {
    int total = 0; ///< of what "yes" and "no" are worth; nothing else is worth anything
    std::size_t answered = 0;
    std::size_t verdict = 0; ///< place in the field's verdicts
};

/// `wire` must have a text.
[[nodiscard]] AnswerSum sumOf(const Field& field, std::int64_t wire);

} // namespace qis::core
