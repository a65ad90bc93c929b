#include "bridge/comparison_words.h"

#include "format/numbers.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>

namespace qis::ui {

namespace {

class Comparisons {
    Q_DECLARE_TR_FUNCTIONS(qis::ui::Comparisons)
};

/// Digits of the engine in the reader's language, with as many behind the point.
QString localised(const QString& digits) {
    const qsizetype point = digits.indexOf(QLatin1Char('.'));
    return format::number(digits.toDouble(), point < 0 ? 0 : static_cast<int>(digits.size() - point) - 1);
}

QString wordsOf(const Finding& finding) {
    const QString& kind = finding.kind;
    if (kind == QLatin1String("same"))
        //: What was found when two values were compared
        return Comparisons::tr("same");
    if (kind == QLatin1String("different"))
        //: What was found when two values were compared
        return Comparisons::tr("different");
    if (kind == QLatin1String("class"))
        //: What was found when two terms were compared. %1: the narrowest class that both belong to
        return Comparisons::tr("both: %1").arg(finding.name);
    if (kind == QLatin1String("no-class"))
        //: What was found when two terms were compared
        return Comparisons::tr("no common class");
    if (kind == QLatin1String("shared"))
        //: What was found when two lists of terms were compared. %1: terms that both have, %2: all their terms
        return Comparisons::tr("%1 of %2 shared").arg(localised(finding.amount), localised(finding.of));
    if (kind == QLatin1String("bands-apart"))
        //: What was found when two places on a scale were compared
        return Comparisons::tr("%Ln band(s) apart", nullptr, finding.amount.toInt());
    if (kind == QLatin1String("apart"))
        return finding.name.isEmpty()
                   //: What was found when two numbers were compared. %1: their difference
                   ? Comparisons::tr("%1 apart").arg(localised(finding.amount))
                   //: What was found when two numbers were compared. %1: their difference, %2: its unit
                   : Comparisons::tr("%1 %2 apart").arg(localised(finding.amount), finding.name);
    if (kind == QLatin1String("ratio"))
        //: What was found when two numbers were compared. %1: how many times the one is the other
        return Comparisons::tr("ratio %1").arg(localised(finding.amount));
    if (kind == QLatin1String("no-ratio"))
        //: What was found when two numbers were compared
        return Comparisons::tr("no ratio with zero");
    if (kind == QLatin1String("missing-there"))
        return Comparisons::tr("not recorded there");
    if (kind == QLatin1String("missing-here"))
        return Comparisons::tr("not recorded here");
    return Comparisons::tr("not recorded on either side");
}

} // namespace

QString findingWords(const Dimension& dimension) {
    QString words;
    for (const Finding& finding : dimension.findings) {
        const QString next = wordsOf(finding);
        //: What was found about one role and about another
        words = words.isEmpty() ? next : Comparisons::tr("%1; %2").arg(words, next);
    }
    //: %1: what was found; the values match better with the roles of the pair exchanged
    return dimension.swapped ? Comparisons::tr("%1 (roles swapped)").arg(words) : words;
}

QString comparedBy(const Dimension& dimension) {
    const QHash<QString, QString> words = {
        //: How values are compared
        {QStringLiteral("exact"), Comparisons::tr("same or not")},
        //: How values are compared
        {QStringLiteral("hierarchy"), Comparisons::tr("by class")},
        //: How values are compared
        {QStringLiteral("tree"), Comparisons::tr("by place in the tree")},
        //: How values are compared
        {QStringLiteral("set"), Comparisons::tr("by shared terms")},
        //: How values are compared
        {QStringLiteral("pair"), Comparisons::tr("by class, role by role")},
        //: How values are compared
        {QStringLiteral("steps"), Comparisons::tr("by steps apart")},
        //: How values are compared
        {QStringLiteral("difference"), Comparisons::tr("by difference")},
        //: How values are compared
        {QStringLiteral("ratio"), Comparisons::tr("by ratio")},
    };
    return words.value(dimension.kernel);
}

} // namespace qis::ui
