#include "bridge/answer_words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

namespace qis::ui {

namespace {

class Answers {
    Q_DECLARE_TR_FUNCTIONS(qis::ui::Answers)
};

QString verdictOf(const Field& field, int total) {
    QString label;
    for (const Verdict& verdict : field.verdicts)
        if (total >= verdict.least)
            label = verdict.label;
    return label;
}

} // namespace

AnswerSum answerSum(const Field& field, const QString& answers) {
    AnswerSum sum;
    for (qsizetype at = 0; at < qMin(answers.size(), field.items.size()); ++at) {
        const QChar answer = answers.at(at);
        sum.total += answer == QLatin1Char('y')   ? field.items.at(at).yes
                     : answer == QLatin1Char('n') ? field.items.at(at).no
                                                  : 0;
        sum.answered += answer == QLatin1Char('-') ? 0 : 1;
    }
    sum.verdict = verdictOf(field, sum.total);
    return sum;
}

QString totalSentence(const Field& field, int total) {
    //: %1: sum of the points of a scale, %2: what it means, such as "probable"
    return Answers::tr("Total %1: %2.").arg(QLocale().toString(total), verdictOf(field, total));
}

QString answerSentence(const Field& field, const QString& answers) {
    const AnswerSum sum = answerSum(field, answers);
    if (sum.answered == 0)
        return Answers::tr("No question is answered yet.");
    //: %1: sum of the points of all answers, %2: what it means, such as "probable"; %3 of %Ln: questions answered
    return Answers::tr("Total %1: %2. %3 of %Ln question(s) is/are answered.", nullptr,
                       static_cast<int>(field.items.size()))
        .arg(QLocale().toString(sum.total), sum.verdict, QLocale().toString(sum.answered));
}

} // namespace qis::ui
