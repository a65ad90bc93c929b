#include "bridge/convert.h"
#include "bridge/convert_parts.h"

namespace qis::ui {

namespace {

using namespace convert;

std::optional<Rate> toRate(const std::optional<qis::RateInfo>& info) {
    if (!info)
        return std::nullopt;
    return Rate{info->rate, info->low, info->high, info->effectiveSites, info->effectiveN};
}

SiteCount toSiteCount(const qis::SiteTotals& site) {
    return {
        .site = text(site.site),
        .name = text(site.name),
        .n = count(site.n),
        .events = count(site.events),
        .share = site.share,
        .packets = count(site.packets),
        .rate = site.rate,
        .low = site.low,
        .high = site.high,
        .controlN = count(site.controlN),
        .controlEvents = count(site.controlEvents),
        .latest = site.latest,
    };
}

EvidencePoint toEvidencePoint(const qis::EvidencePoint& point) {
    return {
        .issued = point.issued,
        .reports = count(point.reports),
        .sites = count(point.sites),
        .n = count(point.n),
        .events = count(point.events),
        .rate = point.rate,
        .low = point.low,
        .high = point.high,
    };
}

Retraction toRetraction(const qis::RetractionInfo& info) {
    return {text(info.id), text(info.site), text(info.siteName), info.issued, info.retracted};
}

DistributionBar toDistributionBar(const qis::DistributionBarInfo& bar) {
    return {
        .label = text(bar.label),
        .others = bar.others,
        .from = bar.from,
        .to = bar.to,
        .outcomes = count(bar.outcomes),
        .sites = count(bar.sites),
        .share = bar.share,
        .low = bar.low,
        .high = bar.high,
    };
}

Distribution toDistribution(const qis::DistributionInfo& info) {
    return {
        .field = text(info.field),
        .label = text(info.label),
        .unit = text(info.unit),
        .recorded = count(info.recorded),
        .missing = count(info.missing),
        .sites = count(info.sites),
        .bars = mapped<DistributionBar>(info.bars, toDistributionBar),
    };
}

std::optional<Unretracted> toUnretracted(const std::optional<qis::UnretractedInfo>& info) {
    if (!info)
        return std::nullopt;
    return Unretracted{count(info->n), count(info->events), toRate(info->rate)};
}

} // namespace

Evidence toEvidence(const qis::EvidenceInfo& info) {
    return {
        .profile = text(info.profile),
        .question = text(info.question),
        .questionLabel = text(info.questionLabel),
        .basis = text(info.basis),
        .eventLabel = text(info.eventLabel),
        .packets = count(info.packets),
        .sites = count(info.sites),
        .retracted = count(info.retracted),
        .superseded = count(info.superseded),
        .n = count(info.n),
        .events = count(info.events),
        .rate = toRate(info.rate),
        .controlRate = toRate(info.controlRate),
        .a = count(info.a),
        .b = count(info.b),
        .c = count(info.c),
        .d = count(info.d),
        .bySite = mapped<SiteCount>(info.bySite, toSiteCount),
        .series = mapped<EvidencePoint>(info.series, toEvidencePoint),
        .retractions = mapped<Retraction>(info.retractions, toRetraction),
        .before = toUnretracted(info.before),
        .notObserved = count(info.notObserved),
        .distributions = mapped<Distribution>(info.distributions, toDistribution),
        .digest = text(info.digest),
        .asOf = info.asOf,
        .received = info.received,
    };
}

} // namespace qis::ui
