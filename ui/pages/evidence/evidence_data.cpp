#include "pages/evidence/evidence_data.h"

#include "format/numbers.h"
#include "pages/evidence/evidence_words.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace qis::ui {

namespace {

using Column = PlotColumn;

class EvidenceData {
    Q_DECLARE_TR_FUNCTIONS(qis::ui::EvidenceData)
};

bool isTable(const Evidence& evidence) {
    return evidence.basis == QLatin1String("table");
}

/// Most cases first, so that what weighs most is read first; then by name.
QList<SiteCount> arranged(QList<SiteCount> sites) {
    std::sort(sites.begin(), sites.end(), [](const SiteCount& a, const SiteCount& b) {
        const int names = QString::localeAwareCompare(words::siteName(a), words::siteName(b));
        return std::tuple(-a.n, names, a.site) < std::tuple(-b.n, 0, b.site);
    });
    return sites;
}

QString shareAxis(const Evidence& evidence) {
    return evidence.eventLabel.isEmpty() ? EvidenceData::tr("Share of cases")
                                         //: Beside an axis. %1: what the event is, such as "bleeding"
                                         : EvidenceData::tr("Share reporting %1").arg(evidence.eventLabel);
}

QString casesTitle(const Evidence& evidence) {
    //: Heading of a column of numbers
    return isTable(evidence) ? EvidenceData::tr("Exposed")
                             //: Heading of a column of numbers
                             : EvidenceData::tr("Cases");
}

QString eventsTitle() {
    //: Heading of a column of numbers
    return EvidenceData::tr("Events");
}

QString siteSentence(const QString& name, qint64 events, qint64 n, const QString& share) {
    //: One row read aloud. %1: site, %2: with the event, %3: all, %4: "65 % (44–82 %)". The plural goes by %3.
    return EvidenceData::tr("%1: %2 of %3 case(s), %4", nullptr, words::plural(n))
        .arg(name, format::count(events), format::count(n), share);
}

/// The retractions that came after the point at `index` and before the next one.
qint64 retractionsAfter(const Evidence& evidence, qsizetype index) {
    const qint64 from = index == 0 ? 0 : evidence.series.at(index).issued;
    const bool last = index + 1 == evidence.series.size();
    return std::count_if(evidence.retractions.cbegin(), evidence.retractions.cend(), [&](const Retraction& one) {
        const qint64 when = one.retracted == 0 ? evidence.asOf : one.retracted;
        return when >= from && (last || when < evidence.series.at(index + 1).issued);
    });
}

} // namespace

PlotData forestOf(const Evidence& evidence) {
    PlotData data;
    data.kind = PlotData::Kind::Forest;
    data.title = EvidenceData::tr("Site by site");
    data.description =
        EvidenceData::tr("The share at each site with its 95 % interval, and of all sites together, none "
                         "above its cap.");
    data.drawing = EvidenceData::tr("A square is larger with more cases; the diamond is all sites.");
    data.statement = words::headline(evidence);
    data.source = words::source(evidence);
    data.caveat = words::caveat();
    data.valueAxis = shareAxis(evidence);
    data.fileName = words::fileName(evidence, QStringLiteral("sites"));
    data.columns = {{EvidenceData::tr("Site"), Column::Kind::Text, Column::Role::Label},
                    {eventsTitle(), Column::Kind::Count, Column::Role::None},
                    {casesTitle(evidence), Column::Kind::Count, Column::Role::Size},
                    {EvidenceData::tr("Share"), Column::Kind::Share, Column::Role::Value},
                    //: Heading of a column: the lower end of an interval
                    {EvidenceData::tr("From"), Column::Kind::Share, Column::Role::Low},
                    //: Heading of a column: the upper end of an interval
                    {EvidenceData::tr("To"), Column::Kind::Share, Column::Role::High}};
    const QList<SiteCount> sites = arranged(evidence.bySite);
    for (const SiteCount& site : sites) {
        const QString name = words::siteName(site);
        if (site.n == 0) {
            //: One row read aloud. %1: site
            data.rows.append(
                {site.site, EvidenceData::tr("%1: nobody exposed").arg(name), {name, site.events, site.n, {}, {}, {}}});
            continue;
        }
        data.rows.append(
            {site.site,
             siteSentence(name, site.events, site.n, words::shareWithRange(site.rate, site.low, site.high)),
             {name, site.events, site.n, site.rate, site.low, site.high}});
    }
    if (evidence.rate) {
        const Rate& rate = *evidence.rate;
        const QString all = EvidenceData::tr("All sites");
        data.rows.append(
            {QStringLiteral("all"),
             siteSentence(all, evidence.events, evidence.n, words::shareWithRange(rate.rate, rate.low, rate.high)),
             {all, evidence.events, evidence.n, rate.rate, rate.low, rate.high},
             true});
    }
    return data;
}

PlotData curveOf(const Evidence& evidence) {
    PlotData data;
    data.kind = PlotData::Kind::Cumulative;
    data.title = EvidenceData::tr("As outcomes were issued");
    data.statement = words::headline(evidence);
    data.source = words::source(evidence);
    data.caveat = words::caveat();
    data.valueAxis = EvidenceData::tr("Share of cases");
    data.positionAxis = EvidenceData::tr("Outcomes, in order of issue");
    data.fileName = words::fileName(evidence, QStringLiteral("course"));
    const qint64 reports = evidence.series.isEmpty() ? 0 : evidence.series.last().reports;
    data.description =
        reports > evidence.series.size()
            //: %1: number of points shown, %2: number of outcomes
            ? EvidenceData::tr("The share of all sites together after each outcome, with its 95 % interval; %1 of %2 "
                               "outcomes are shown. What was retracted is left out.")
                  .arg(format::count(evidence.series.size()), format::count(reports))
            : EvidenceData::tr("The share of all sites together after each outcome, with its 95 % interval. What was "
                               "retracted is left out.");
    data.drawing = EvidenceData::tr("The band is the interval.");
    data.columns = {{EvidenceData::tr("Outcomes"), Column::Kind::Count, Column::Role::Position},
                    {EvidenceData::tr("Sites"), Column::Kind::Count, Column::Role::None},
                    {eventsTitle(), Column::Kind::Count, Column::Role::None},
                    {casesTitle(evidence), Column::Kind::Count, Column::Role::Size},
                    {EvidenceData::tr("Share"), Column::Kind::Share, Column::Role::Value},
                    {EvidenceData::tr("From"), Column::Kind::Share, Column::Role::Low},
                    {EvidenceData::tr("To"), Column::Kind::Share, Column::Role::High},
                    {EvidenceData::tr("Issued"), Column::Kind::Moment, Column::Role::None},
                    //: Heading of a column, and beside a line in a plot: something was taken back at this place
                    {EvidenceData::tr("Retracted"), Column::Kind::Text, Column::Role::Mark}};
    for (qsizetype index = 0; index < evidence.series.size(); ++index) {
        const EvidencePoint& point = evidence.series.at(index);
        const qint64 retracted = retractionsAfter(evidence, index);
        const QString mark = retracted == 0
                                 ? QString()
                                 : EvidenceData::tr("%Ln outcome(s) after this one", nullptr, words::plural(retracted));
        const QString said =
            //: One row read aloud. %1: number of outcomes, %2: day and time, %3: with the event, %4: cases,
            //: %5: "65 % (44–82 %)". The plural goes by %1.
            EvidenceData::tr("After %1 outcome(s), %2: %3 of %4 cases, %5", nullptr, words::plural(point.reports))
                .arg(format::count(point.reports), format::dateTime(point.issued), format::count(point.events),
                     format::count(point.n), words::shareWithRange(point.rate, point.low, point.high));
        const QString sentence = mark.isEmpty()
                                     ? said
                                     //: One row read aloud. %1: what it says, %2: "2 outcomes after this one"
                                     : EvidenceData::tr("%1. Retracted: %2").arg(said, mark);
        data.rows.append({QString::number(point.reports),
                          sentence,
                          {point.reports, point.sites, point.events, point.n, point.rate, point.low, point.high,
                           point.issued, mark}});
    }
    return data;
}

PlotData sitesOf(const Evidence& evidence) {
    PlotData data;
    data.title = EvidenceData::tr("What each site sent");
    data.columns = {{EvidenceData::tr("Site"), Column::Kind::Text, Column::Role::Label},
                    {EvidenceData::tr("Outcomes"), Column::Kind::Count, Column::Role::None},
                    {casesTitle(evidence), Column::Kind::Count, Column::Role::Size},
                    {eventsTitle(), Column::Kind::Count, Column::Role::None},
                    {EvidenceData::tr("Share"), Column::Kind::Share, Column::Role::Value}};
    if (isTable(evidence)) {
        data.columns.append({EvidenceData::tr("Not exposed"), Column::Kind::Count, Column::Role::None});
        data.columns.append({eventsTitle(), Column::Kind::Count, Column::Role::None});
    }
    //: Heading of a column: how much of the whole a site counts for
    data.columns.append({EvidenceData::tr("Weight"), Column::Kind::Share, Column::Role::None});
    data.columns.append({EvidenceData::tr("Newest outcome"), Column::Kind::Moment, Column::Role::None});
    const QList<SiteCount> sites = arranged(evidence.bySite);
    for (const SiteCount& site : sites) {
        const QString name = words::siteName(site);
        const QVariant share = site.n == 0 ? QVariant() : QVariant(site.rate);
        PlotRow row{site.site,
                    //: One row read aloud. %1: site, %2: with the event, %3: all, %4: a percentage. The plural goes
                    //: by %3.
                    EvidenceData::tr("%1: %2 of %3 case(s), weight %4", nullptr, words::plural(site.n))
                        .arg(name, format::count(site.events), format::count(site.n), format::share(site.share)),
                    {name, site.packets, site.n, site.events, share}};
        if (isTable(evidence))
            row.cells += {site.controlN, site.controlEvents};
        row.cells += {site.share, site.latest};
        data.rows.append(row);
    }
    return data;
}

PlotData totalsOf(const Evidence& evidence) {
    PlotData data;
    data.title = EvidenceData::tr("All tables together");
    data.columns = {{EvidenceData::tr("Group"), Column::Kind::Text, Column::Role::Label},
                    {eventsTitle(), Column::Kind::Count, Column::Role::None},
                    {EvidenceData::tr("Without it"), Column::Kind::Count, Column::Role::None},
                    //: Heading of a column: with and without the event
                    {EvidenceData::tr("Together"), Column::Kind::Count, Column::Role::Size},
                    {EvidenceData::tr("Share, sites capped"), Column::Kind::Text, Column::Role::None}};
    if (!isTable(evidence))
        return data;
    const auto append = [&data](const char* key, const QString& name, qint64 with, qint64 without,
                                const std::optional<Rate>& rate) {
        const QString share =
            rate ? words::shareWithRange(rate->rate, rate->low, rate->high) : EvidenceData::tr("nothing to count");
        data.rows.append({QLatin1String(key),
                          siteSentence(name, with, with + without, share),
                          {name, with, without, with + without, share}});
    };
    append("exposed", EvidenceData::tr("Exposed"), evidence.a, evidence.b, evidence.rate);
    append("others", EvidenceData::tr("Not exposed"), evidence.c, evidence.d, evidence.controlRate);
    return data;
}

} // namespace qis::ui
