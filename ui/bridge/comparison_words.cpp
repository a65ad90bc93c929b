#include "bridge/comparison_words.h"

#include "format/numbers.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <iterator>

namespace qis::ui {

namespace {

class Comparisons {
    Q_DECLARE_TR_FUNCTIONS(qis::ui::Comparisons)
};

struct ComparedBy {
    const char* kernel;
    const char* words;
};

constexpr ComparedBy kComparedBy[] = {
    //: How values are compared
    {"exact", QT_TRANSLATE_NOOP("qis::ui::Comparisons", "same or not")},
    //: How values are compared
    {"hierarchy", QT_TRANSLATE_NOOP("qis::ui::Comparisons", "by class")},
    //: How values are compared
    {"tree", QT_TRANSLATE_NOOP("qis::ui::Comparisons", "by place in the tree")},
    //: How values are compared
    {"set", QT_TRANSLATE_NOOP("qis::ui::Comparisons", "by shared terms")},
    //: How values are compared
    {"pair", QT_TRANSLATE_NOOP("qis::ui::Comparisons", "by class, role by role")},
    //: How values are compared
    {"steps", QT_TRANSLATE_NOOP("qis::ui::Comparisons", "by steps apart")},
    //: How values are compared
    {"difference", QT_TRANSLATE_NOOP("qis::ui::Comparisons", "by difference")},
    //: How values are compared
    {"ratio", QT_TRANSLATE_NOOP("qis::ui::Comparisons", "by ratio")},
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
    const auto* it =
        std::find_if(std::begin(kComparedBy), std::end(kComparedBy),
                     [&dimension](const ComparedBy& entry) { return dimension.kernel == QLatin1String(entry.kernel); });
    return it == std::end(kComparedBy) ? QString() : Comparisons::tr(it->words);
}

} // namespace qis::ui
