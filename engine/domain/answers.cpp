#include "domain/answers.h"

#include <algorithm>

namespace qis::core {

namespace {

/// A character's place is what travels.
constexpr std::string_view kAnswers = "-ynu";

} // namespace

std::optional<std::int64_t> answersFromText(const Field& field, std::string_view text) {
    if (text.size() != field.items.size() || text.size() > kMaxItems) {
        return std::nullopt;
    }
    std::int64_t wire = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto answer = kAnswers.find(text[i]);
        if (answer == std::string_view::npos) {
            return std::nullopt;
        }
        wire |= static_cast<std::int64_t>(answer) << (2 * i);
    }
    return wire == 0 ? std::nullopt : std::optional(wire);
}

std::optional<std::string> answersText(const Field& field, std::int64_t wire) {
    if (wire <= 0 || field.items.size() > kMaxItems || wire >> (2 * field.items.size()) != 0) {
        return std::nullopt;
    }
    std::string text;
    text.reserve(field.items.size());
    for (std::size_t i = 0; i < field.items.size(); ++i) {
        text += kAnswers[static_cast<std::size_t>(wire >> (2 * i) & 3)];
    }
    return text;
}

Totals totalsOf(const Field& field) {
    Totals totals;
    for (const auto& item : field.items) {
        totals.least += std::min({item.yes, item.no, 0});
        totals.most += std::max({item.yes, item.no, 0});
    }
    return totals;
}

std::size_t verdictOf(const Field& field, std::int64_t total) {
    const auto above =
        std::upper_bound(field.verdicts.begin(), field.verdicts.end(), total,
                         [](std::int64_t sum, const ScaleVerdict& verdict) { return sum < verdict.least; });
    return above == field.verdicts.begin() ? 0 : static_cast<std::size_t>(above - field.verdicts.begin()) - 1;
}

AnswerSum sumOf(const Field& field, std::int64_t wire) {
    AnswerSum sum;
    const auto text = answersText(field, wire).value_or(std::string());
    for (std::size_t i = 0; i < text.size(); ++i) {
        sum.total += text[i] == 'y' ? field.items[i].yes : text[i] == 'n' ? field.items[i].no : 0;
        sum.answered += text[i] == '-' ? 0U : 1U;
    }
    sum.verdict = verdictOf(field, sum.total);
    return sum;
}

} // namespace qis::core
