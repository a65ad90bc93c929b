// What a match means: why it matched, and what matched packets say together.
#include "node/queries.h"

#include "crypto/sodium.h"
#include "domain/value_json.h"
#include "elections/math/evidence.h"
#include "similarity/explanation.h"
#include "similarity/explanation_words.h"

#include <algorithm>

namespace qis::core {

namespace {

/// In the order of KernelKind and of Finding::Kind.
constexpr std::string_view kKernels[] = {"exact", "hierarchy", "tree", "set", "pair", "steps", "difference", "ratio"};
constexpr std::string_view kFindings[] = {"same",     "different",     "class",        "no-class",
                                          "shared",   "bands-apart",   "apart",        "ratio",
                                          "no-ratio", "missing-there", "missing-here", "missing-on-both"};

RateInfo rateInfo(const CappedRate& rate) {
    return {rate.rate, rate.low, rate.high, rate.effectiveSites, rate.effectiveN};
}

std::optional<RateInfo> rateInfo(const std::optional<CappedRate>& rate) {
    return rate ? std::optional(rateInfo(*rate)) : std::nullopt;
}

struct Heard {
    std::vector<EvidencePacket> packets;
    std::int64_t received = 0; ///< the newest
};

/// By a site whose key is in good standing: a suspended one replaces nothing.
Result<bool> isReplaced(NodeCore& node, const StoredPacket& packet) {
    if (packet.replacedBy == 0) {
        return false;
    }
    const auto later = node.store().packetAt(packet.replacedBy);
    if (!later) {
        return later.error();
    }
    return *later && !node.members().isSuspended((**later).author);
}

/// Matched packets of other sites.
Result<Heard> heardBy(NodeCore& node, std::int64_t profile) {
    const auto matches = node.store().matches(profile, 0, kMaxMatches, false);
    if (!matches) {
        return matches.error();
    }
    const auto* own = node.members().find(node.home().device.author());
    Heard heard;
    for (const auto& match : *matches) {
        const auto* member = node.members().find(match.packet.author);
        auto decoded = decodePacket(match.packet.bytes);
        if (member == nullptr || !decoded || member->site == own->site) {
            continue;
        }
        EvidencePacket packet;
        packet.id = match.packet.id;
        packet.author = match.packet.author;
        packet.site = member->site;
        packet.sequence = match.packet.sequence;
        packet.issued = match.packet.issued;
        packet.content = std::move(decoded->packet.content);
        packet.retracted = match.packet.retracted;
        packet.suspended = node.members().isSuspended(match.packet.author);
        const auto replaced = isReplaced(node, match.packet);
        if (!replaced) {
            return replaced.error();
        }
        packet.replaced = *replaced;
        if (packet.retracted) {
            const auto retraction = node.store().packetAt(match.packet.retractedBy);
            if (!retraction) {
                return retraction.error();
            }
            packet.retractedAt = *retraction ? (**retraction).issued : 0;
        }
        heard.packets.push_back(std::move(packet));
        heard.received = std::max(heard.received, match.packet.received);
    }
    return heard;
}

void fillSeries(const NodeCore& node, const Evidence& evidence, EvidenceInfo& info) {
    for (const auto& site : evidence.sites) {
        info.bySite.push_back({site.site.hex(), node.members().siteName(site.site), site.n, site.events, site.share,
                               site.packets, site.rate, site.low, site.high, site.controlN, site.controlEvents,
                               site.latest * kSecond});
    }
    for (const auto& point : evidence.series) {
        info.series.push_back({point.issued * kSecond, point.reports, point.sites, point.n, point.events, point.rate,
                               point.low, point.high});
    }
    for (const auto& one : evidence.retractions) {
        info.retractions.push_back({one.id.hex(), one.site.hex(), node.members().siteName(one.site),
                                    one.issued * kSecond, one.retracted * kSecond});
    }
    if (evidence.before) {
        info.before = UnretractedInfo{evidence.before->n, evidence.before->events, rateInfo(evidence.before->rate)};
    }
}

void fillDistributions(const Pack& pack, const CodeSystems& systems, const Distributions& distributions,
                       EvidenceInfo& info) {
    info.notObserved = distributions.notObserved;
    for (const auto& one : distributions.fields) {
        const auto& field = *pack.field(one.field);
        DistributionInfo told{pathOf(field), field.label, field.unit, one.recorded, one.missing, one.sites, {}};
        for (const auto& bar : one.bars) {
            DistributionBarInfo shown{{},           bar.kind == DistributionBar::Kind::Others,
                                      bar.from,     bar.to,
                                      bar.outcomes, bar.sites,
                                      bar.share,    bar.low,
                                      bar.high};
            if (bar.kind == DistributionBar::Kind::One) {
                if (field.type == FieldType::Answers) {
                    shown.label = field.verdicts.at(static_cast<std::size_t>(bar.value)).label;
                    told.bars.push_back(std::move(shown));
                    continue;
                }
                const auto value = field.type == FieldType::Yes ? Value(bar.value != 0)
                                   : isList(field.type)         ? Value(ScalarList{bar.value})
                                                                : Value(bar.value);
                shown.label = describeValue(field, systems, value);
            }
            told.bars.push_back(std::move(shown));
        }
        info.distributions.push_back(std::move(told));
    }
}

struct HeldPacket {
    StoredPacket stored;
    DecodedPacket decoded;
};

Result<HeldPacket> heldPacket(NodeCore& node, std::string_view id) {
    auto packet = storedPacket(node, id);
    if (!packet) {
        return packet.error();
    }
    auto decoded = decodePacket(packet->bytes);
    if (!decoded) {
        return decoded.error();
    }
    return HeldPacket{std::move(packet).value(), std::move(decoded).value()};
}

/// `profile` is left empty.
ExplanationInfo explanationOf(const NodeCore& node, const Asked& asked, const StoredPacket& packet,
                              const DecodedPacket& decoded) {
    const auto& content = decoded.packet.content;
    const auto why = explained(node.catalogue(), asked, content);
    ExplanationInfo info;
    info.id = packet.id.hex();
    info.score = why.score;
    info.coverage = why.coverage;
    info.sparse = why.sparse;
    info.excluded = why.excluded;
    info.retracted = packet.retracted;
    info.amended = packet.replacedBy != 0;
    info.amendment = packet.kind == Kind::Amendment;
    info.definition = why.definitionId + " " + std::to_string(why.definitionVersion);
    info.definitionHash = why.definitionHash.hex();
    info.onlyMine = why.onlyMine;
    info.onlyTheirs = why.onlyTheirs;
    for (const auto& one : why.dimensions) {
        ExplainedDimensionInfo line;
        line.id = one.id;
        line.label = one.label;
        line.conditionSide = one.side == Side::Condition;
        line.points = one.points;
        line.maximum = one.maximum;
        line.similarity = one.similarity;
        line.mine = one.mine;
        line.theirs = one.theirs;
        line.kernel = kKernels[static_cast<std::size_t>(one.kernel)];
        for (const auto& finding : one.findings) {
            line.findings.push_back({std::string(kFindings[static_cast<std::size_t>(finding.kind)]), finding.name,
                                     finding.amount, finding.of});
        }
        line.swapped = one.swapped;
        line.how = howWords(one.kernel);
        line.why = whyWords(one);
        line.recorded = one.recorded;
        line.counted = one.counted;
        line.belowFloor = one.belowFloor;
        line.floor = one.floor;
        info.dimensions.push_back(std::move(line));
    }
    info.sentence = sentenceOf(node.catalogue(), content);
    info.author = decoded.packet.author.hex();
    if (const auto* member = node.members().find(decoded.packet.author)) {
        info.siteName = member->siteName;
    }
    info.signatureValid = verifySignature(decoded.packet.author, decoded.toBeSigned, decoded.packet.signature);
    return info;
}

Result<MatchRank> rankAmongOthers(NodeCore& node, const Asked& asked, Row asking, const HeldPacket& packet) {
    constexpr Row kMostCompared = 1000;
    MatchRank rank;
    const auto scoreOf = [&](const Content& content) {
        return score(asked.installed->definition, node.catalogue().systems(), asked.query, content.condition,
                     content.outcome);
    };
    const auto own = scoreOf(packet.decoded.packet.content);
    const auto last = node.store().lastRow();
    if (!last) {
        return last.error();
    }
    if (own.excluded) {
        return rank;
    }
    const auto step = std::max<Row>(1, (*last + kMostCompared - 1) / kMostCompared);
    for (Row row = *last; row > 0; row -= step) {
        const auto other = node.store().packetAt(row);
        if (!other) {
            return other.error();
        }
        const bool counts = *other && stands(**other) && node.catalogue().find((**other).pack) == asked.installed &&
                            row != packet.stored.row && row != asking;
        const auto decoded = counts ? decodePacket((**other).bytes) : Result<DecodedPacket>(fail(Code::NotFound));
        if (decoded) {
            const auto theirs = scoreOf(decoded->packet.content);
            ++rank.compared;
            const bool alike = !theirs.excluded && theirs.covers(asked.query.minCoverage);
            rank.asAlike += alike && theirs.tenths() >= own.tenths() ? 1U : 0U;
        }
    }
    return rank;
}

/// A packet held here and who asks for it.
struct AskedPacket {
    std::int64_t number = 0;
    Asked asked;
    HeldPacket packet;
};

Result<AskedPacket> askedPacket(NodeCore& node, std::string_view id, std::string_view profile) {
    const auto number = node.profileNumber(profile);
    if (!number) {
        return number.error();
    }
    auto asked = askedBy(node, *number);
    if (!asked) {
        return asked.error();
    }
    auto packet = heldPacket(node, id);
    if (!packet) {
        return packet.error();
    }
    if (node.catalogue().find(packet->decoded.packet.content.pack) != asked->installed) {
        return fail(Code::BadArgument, "packet and profile belong to different domain packs", "profile");
    }
    return AskedPacket{*number, std::move(asked).value(), std::move(packet).value()};
}

} // namespace

Result<Asked> askedBy(NodeCore& node, std::int64_t profile) {
    Asked asked;
    if (const auto* named = node.matcher().find(profile)) {
        asked.installed = node.catalogue().find(named->pack);
        asked.query = named->query;
    } else {
        const auto packet = node.store().packetAt(-profile);
        if (!packet) {
            return packet.error();
        }
        if (auto query = node.matcher().outcomeQuery(-profile); query && *packet) {
            asked.installed = node.catalogue().find((**packet).pack);
            asked.query = std::move(*query);
        }
    }
    if (asked.installed == nullptr) {
        return fail(Code::NotFound, "no such profile", "profile");
    }
    return asked;
}

Explanation explained(const Catalogue& catalogue, const Asked& asked, const Content& content) {
    return explain(asked.installed->definition, asked.installed->pack, catalogue.systems(), asked.query,
                   content.condition, content.outcome);
}

Result<ExplanationInfo> explanationInfo(NodeCore& node, std::string_view id, std::string_view profile) {
    const auto one = askedPacket(node, id, profile);
    if (!one) {
        return one.error();
    }
    auto info = explanationOf(node, one->asked, one->packet.stored, one->packet.decoded);
    info.profile = profile;
    return info;
}

Result<MatchRank> matchRank(NodeCore& node, std::string_view id, std::string_view profile) {
    const auto one = askedPacket(node, id, profile);
    if (!one) {
        return one.error();
    }
    return rankAmongOthers(node, one->asked, -one->number, one->packet);
}

Result<ExplanationInfo> comparisonInfo(NodeCore& node, std::string_view id, std::string_view otherId) {
    const auto one = heldPacket(node, id);
    const auto other = heldPacket(node, otherId);
    if (!one || !other) {
        return one ? other.error() : one.error();
    }
    const auto& content = one->decoded.packet.content;
    Asked asked;
    asked.installed = node.catalogue().find(content.pack);
    if (asked.installed == nullptr) {
        return fail(Code::UnknownPack, "its domain pack is not installed here", "id");
    }
    if (node.catalogue().find(other->decoded.packet.content.pack) != asked.installed) {
        return fail(Code::BadArgument, "the packets belong to different domain packs", "other");
    }
    asked.query.condition = content.condition;
    asked.query.outcome = content.outcome;
    asked.query.view = View::Both;
    return explanationOf(node, asked, other->stored, other->decoded);
}

Result<EvidenceInfo> evidenceInfo(NodeCore& node, std::string_view profile, std::string_view question) {
    const auto number = node.profileNumber(profile);
    if (!number) {
        return number.error();
    }
    const auto asked = askedBy(node, *number);
    if (!asked) {
        return asked.error();
    }
    if (asked->query.view != View::Condition) {
        return fail(Code::OutcomeSideInRate, "the profile also matches on the outcome side", "profile");
    }
    const auto& pack = asked->installed->pack;
    const auto* wanted =
        question.empty() ? (pack.questions.empty() ? nullptr : &pack.questions.front()) : pack.question(question);
    if (wanted == nullptr) {
        std::string known;
        for (const auto& one : pack.questions) {
            known += (known.empty() ? "" : ", ") + one.id;
        }
        return fail(Code::NotFound, "the pack has no such question; there are " + known, "question");
    }
    auto heard = heardBy(node, *number);
    if (!heard) {
        return heard.error();
    }
    const auto evidence = gatherEvidence(pack, node.catalogue().systems(), *wanted, std::move(heard->packets));
    EvidenceInfo info;
    info.profile = profile;
    info.question = wanted->id;
    info.questionLabel = wanted->label;
    info.basis = wanted->basis;
    info.eventLabel = wanted->eventLabel;
    info.packets = evidence.packets;
    info.sites = evidence.sites.size();
    info.retracted = evidence.retracted;
    info.superseded = evidence.superseded;
    info.n = evidence.n;
    info.events = evidence.events;
    info.rate = rateInfo(evidence.rate);
    info.controlRate = rateInfo(evidence.controlRate);
    info.a = evidence.totals.a;
    info.b = evidence.totals.b;
    info.c = evidence.totals.c;
    info.d = evidence.totals.d;
    fillSeries(node, evidence, info);
    fillDistributions(pack, node.catalogue().systems(), evidence.distributions, info);
    info.digest = evidence.digest.hex();
    info.asOf = node.wall();
    info.received = heard->received;
    return info;
}

} // namespace qis::core
