#pragma once

#include "bridge/values.h"

namespace qis::ui {

/// What the answers to the questions of a field come to.
struct AnswerSum {
    int total = 0;
    int answered = 0;
    QString verdict; ///< what the total means
};

[[nodiscard]] AnswerSum answerSum(const Field& field, const QString& answers);
/// What a total means, as a sentence.
[[nodiscard]] QString totalSentence(const Field& field, int total);
/// "Total 5: probable. 8 of 10 questions are answered."
[[nodiscard]] QString answerSentence(const Field& field, const QString& answers);

} // namespace qis::ui
