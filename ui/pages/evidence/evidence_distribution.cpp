#include "format/numbers.h"
#include "pages/evidence/evidence_data.h"
#include "pages/evidence/evidence_words.h"

#include <QtCore/QCoreApplication>

#include <cmath>

namespace qis::ui {

namespace {

using Column = PlotColumn;

class EvidenceDistribution {
    Q_DECLARE_TR_FUNCTIONS(qis::ui::EvidenceDistribution)
};

/// With as many decimals as it has.
QString plainNumber(double value) {
    constexpr int kMostDecimals = 6;
    constexpr double kHair = 1e-9;
    int decimals = 0;
    for (double scaled = value; decimals < kMostDecimals && std::abs(scaled - std::round(scaled)) > kHair; scaled *= 10)
        ++decimals;
    return format::number(value, decimals);
}

QString barName(const Distribution& distribution, const DistributionBar& bar) {
    if (bar.others)
        //: A bar of a plot: all values that stand in no bar of their own
        return EvidenceDistribution::tr("All others");
    if (!bar.isRange())
        return bar.label;
    const QString unit = distribution.unit.isEmpty() ? QString() : QLatin1Char(' ') % distribution.unit;
    if (bar.from == 0)
        //: A range of numbers. %1: its end, which does not belong to it, with the unit
        return EvidenceDistribution::tr("below %1").arg(plainNumber(bar.to) % unit);
    //: A range of numbers. %1: its begin; %2: its end, which does not belong to it, with the unit
    return EvidenceDistribution::tr("%1 to below %2").arg(plainNumber(bar.from), plainNumber(bar.to) % unit);
}

QString descriptionOf(const Evidence& evidence, const Distribution& distribution) {
    QStringList sentences{EvidenceDistribution::tr(
        "How many of the matched outcomes recorded each, and the share of all sites together with its 95 % interval, "
        "no site above its cap.")};
    if (distribution.missing > 0)
        sentences.append(EvidenceDistribution::tr("%Ln outcome(s) did not record it.", nullptr,
                                                  words::plural(distribution.missing)));
    if (evidence.notObserved > 0)
        sentences.append(EvidenceDistribution::tr("%Ln outcome(s) in which the effect did not happen are left out.",
                                                  nullptr, words::plural(evidence.notObserved)));
    return sentences.join(QLatin1Char(' '));
}

} // namespace

PlotData distributionOf(const Evidence& evidence, const Distribution& distribution) {
    PlotData data;
    data.kind = PlotData::Kind::Bars;
    //: Title of a plot. %1: a field, such as "Grade"
    data.title = EvidenceDistribution::tr("What was recorded: %1").arg(distribution.label);
    data.description = descriptionOf(evidence, distribution);
    data.statement =
        EvidenceDistribution::tr("%Ln outcome(s) recorded it.", nullptr, words::plural(distribution.recorded));
    data.source = words::source(evidence);
    data.caveat = words::caveat();
    data.valueAxis = EvidenceDistribution::tr("Share of the outcomes that recorded it");
    data.fileName = words::fileName(evidence, distribution.field);
    data.columns = {{distribution.label, Column::Kind::Text, Column::Role::Label},
                    {EvidenceDistribution::tr("Outcomes"), Column::Kind::Count, Column::Role::Size},
                    {EvidenceDistribution::tr("Sites"), Column::Kind::Count, Column::Role::None},
                    {EvidenceDistribution::tr("Share"), Column::Kind::Share, Column::Role::Value},
                    //: Heading of a column: the lower end of an interval
                    {EvidenceDistribution::tr("From"), Column::Kind::Share, Column::Role::Low},
                    //: Heading of a column: the upper end of an interval
                    {EvidenceDistribution::tr("To"), Column::Kind::Share, Column::Role::High}};
    for (const DistributionBar& bar : distribution.bars) {
        const QString name = barName(distribution, bar);
        data.rows.append(
            {name,
             //: One row read aloud. %1: a value, %2: how many outcomes recorded it, %3: of how many,
             //: %4: "65 % (44–82 %)". The plural goes by %3.
             EvidenceDistribution::tr("%1: %2 of %3 outcome(s), %4", nullptr, words::plural(distribution.recorded))
                 .arg(name, format::count(bar.outcomes), format::count(distribution.recorded),
                      words::shareWithRange(bar.share, bar.low, bar.high)),
             {name, bar.outcomes, bar.sites, bar.share, bar.low, bar.high}});
    }
    return data;
}

} // namespace qis::ui
