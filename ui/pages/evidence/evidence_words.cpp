#include "pages/evidence/evidence_words.h"

#include "format/numbers.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <limits>

namespace qis::ui::words {

namespace {

class EvidenceWords {
    Q_DECLARE_TR_FUNCTIONS(qis::ui::EvidenceWords)
};

QString sites(qint64 number) {
    //: Part of a longer sentence: "from 5 sites".
    return EvidenceWords::tr("%Ln site(s)", nullptr, plural(number));
}

QString shareWithRange(const Rate& rate) {
    return words::shareWithRange(rate.rate, rate.low, rate.high);
}

QString ofTables(const Evidence& evidence) {
    QString exposed =
        //: %1: with the event, %2: all, %3: "5 sites", %4: what the event is, such as "falling ill", %5: "65 % (44–82
        //: %)"
        EvidenceWords::tr("Among the exposed, %1 of %2 from %3 report %4; %5.")
            .arg(format::count(evidence.events), format::count(evidence.n), sites(evidence.sites),
                 evidence.eventLabel.isEmpty() ? evidence.questionLabel : evidence.eventLabel,
                 shareWithRange(*evidence.rate));
    if (!evidence.controlRate)
        return exposed;
    //: %1: the sentence about the exposed, %2: with the event, %3: all, %4: "65 % (44–82 %)"
    return EvidenceWords::tr("%1 Among the others, %2 of %3; %4.")
        .arg(exposed, format::count(evidence.c), format::count(evidence.c + evidence.d),
             shareWithRange(*evidence.controlRate));
}

} // namespace

int plural(qint64 number) {
    return static_cast<int>(std::clamp<qint64>(number, 0, std::numeric_limits<int>::max()));
}

QString shareWithRange(double rate, double low, double high) {
    //: %1: a percentage, %2: its interval, "44–82 %"
    return EvidenceWords::tr("%1 (%2)").arg(format::share(rate), format::shareRange(low, high));
}

QString fileName(const Evidence& evidence, const QString& part) {
    // Of an own outcome's id as much as tells it from others; the whole is too long for a name.
    constexpr qsizetype kOfAnId = 24;
    const QString interest =
        evidence.profile.startsWith(QLatin1String("outcome:")) ? evidence.profile.left(kOfAnId) : evidence.profile;
    QString name = interest % QLatin1Char('-') % evidence.question % QLatin1Char('-') % part;
    for (QChar& one : name)
        if (!one.isLetterOrNumber() && one != QLatin1Char('-'))
            one = QLatin1Char('_');
    return name;
}

QString headline(const Evidence& evidence) {
    if (!evidence.rate)
        return {};
    if (evidence.basis == QLatin1String("table"))
        return ofTables(evidence);
    const QString events = format::count(evidence.events);
    const QString all = format::count(evidence.n);
    const QString from = sites(evidence.sites);
    const QString share = shareWithRange(*evidence.rate);
    if (evidence.eventLabel.isEmpty())
        //: %1: with the event, %2: all, %3: "5 sites", %4: a question of the domain, %5: "65 % (44–82 %)". The plural
        //: goes by %2.
        return EvidenceWords::tr("%1 of %2 matched case(s) from %3 answer yes to “%4”; %5.", nullptr,
                                 plural(evidence.n))
            .arg(events, all, from, evidence.questionLabel, share);
    //: %1: with the event, %2: all, %3: "5 sites", %4: what the event is, such as "bleeding", %5: "65 % (44–82 %)".
    //: The plural goes by %2.
    return EvidenceWords::tr("%1 of %2 matched case(s) from %3 report %4; %5.", nullptr, plural(evidence.n))
        .arg(events, all, from, evidence.eventLabel, share);
}

QString footing(const Evidence& evidence) {
    if (!evidence.rate)
        return {};
    if (evidence.sites == 1)
        return EvidenceWords::tr("All of it comes from one site and says nothing about others. The interval (95 %) "
                                 "speaks of chance alone, not of who chose to report.");
    double heaviest = 0;
    for (const SiteCount& site : evidence.bySite)
        heaviest = std::max(heaviest, site.share);
    //: %1: a percentage
    return EvidenceWords::tr("A site weighs by its cases up to a cap, here at most %1 of the whole, so the share can "
                             "differ from the plain count. The interval (95 %) speaks of chance alone, not of who "
                             "chose to report.")
        .arg(format::share(heaviest));
}

QString amended(const Evidence& evidence) {
    if (evidence.superseded == 0)
        return {};
    return EvidenceWords::tr("%Ln earlier version(s) is/are left out: what its/their site sent later counts instead.",
                             nullptr, plural(evidence.superseded));
}

QString retractions(const Evidence& evidence) {
    if (evidence.retracted == 0)
        return {};
    const int number = plural(evidence.retracted);
    const qint64 last = evidence.retractions.isEmpty() ? 0 : evidence.retractions.last().retracted;
    const QString when = format::dateTime(last == 0 ? evidence.asOf : last);
    const bool hadRate = evidence.before && evidence.before->rate;
    if (!hadRate)
        //: %1: day and time
        return EvidenceWords::tr(
                   "%Ln outcome(s) behind this view was/were retracted, most recently on %1. It/they said "
                   "nothing about this question.",
                   nullptr, number)
            .arg(when);
    const QString before = format::share(evidence.before->rate->rate);
    if (!evidence.rate)
        //: %1: day and time, %2: a percentage
        return EvidenceWords::tr(
                   "%Ln outcome(s) behind this view was/were retracted, most recently on %1. The share was "
                   "%2; nothing is left to count.",
                   nullptr, number)
            .arg(when, before);
    //: %1: day and time, %2 and %3: percentages
    return EvidenceWords::tr(
               "%Ln outcome(s) behind this view was/were retracted, most recently on %1. The share was %2 "
               "before and is %3 now.",
               nullptr, number)
        .arg(when, before, format::share(evidence.rate->rate));
}

QString source(const Evidence& evidence) {
    const QString interest = evidence.interest.isEmpty() ? evidence.profile : evidence.interest;
    const QString when = format::dateTime(evidence.received);
    const QString digest = format::shortKey(evidence.digest);
    if (evidence.condition.isEmpty())
        //: %1: name of an interest, %2: a question, %3: day and time, %4: a short code in hexadecimal
        return EvidenceWords::tr("Interest “%1”, question “%2”; what had arrived by %3; digest of the evidence %4.")
            .arg(interest, evidence.questionLabel, when, digest);
    //: %1: name of an interest, %2: a question, %3: day and time, %4: a short code in hexadecimal, %5: what is asked
    //: for
    return EvidenceWords::tr("Interest “%1” (%5), question “%2”; what had arrived by %3; digest of the evidence %4.")
        .arg(interest, evidence.questionLabel, when, digest, evidence.condition);
}

QString caveat() {
    return EvidenceWords::tr(
        "Reports, not rates in patients. You see only what your interests match. For research use; "
        "not a medical device.");
}

QString siteName(const SiteCount& site) {
    return site.name.isEmpty() ? format::shortKey(site.site) : site.name;
}

} // namespace qis::ui::words
