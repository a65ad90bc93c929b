// What a match means: why it matched, and what matched packets say together.
#include "node/queries.h"

#include "crypto/sodium.h"
#include "elections/math/evidence.h"
#include "similarity/explanation.h"

namespace qis::core {

namespace {

constexpr std::size_t kMaxMatches = 100000;

RateInfo rateInfo(const CappedRate& rate) {
    return {rate.rate, rate.low, rate.high, rate.effectiveSites, rate.effectiveN};
}

struct Asked {
    const InstalledPack* installed = nullptr;
    Query query;
};

/// The query behind a profile's name or "outcome:<id>".
Result<Asked> askedBy(NodeCore& node, std::string_view name) {
    const auto number = node.profileNumber(name);
    if (!number) {
        return number.error();
    }
    Asked asked;
    if (const auto* profile = node.matcher().find(*number)) {
        asked.installed = node.catalogue().find(profile->pack);
        asked.query = profile->query;
        return asked;
    }
    const auto packet = node.store().packetAt(-*number);
    if (!packet) {
        return packet.error();
    }
    asked.installed = *packet ? node.catalogue().find((**packet).pack) : nullptr;
    if (const auto query = node.matcher().outcomeQuery(-*number); query && asked.installed != nullptr) {
        asked.query = *query;
        return asked;
    }
    return fail(Code::NotFound, "no such profile", "profile");
}

} // namespace

Result<ExplanationInfo> explanationInfo(NodeCore& node, std::string_view id, std::string_view profile) {
    const auto packetId = PacketId::fromHexText(id);
    if (!packetId) {
        return fail(Code::BadArgument, "an id is 64 hexadecimal digits", "id");
    }
    const auto asked = askedBy(node, profile);
    if (!asked) {
        return asked.error();
    }
    const auto packet = node.store().findPacket(*packetId);
    if (!packet) {
        return packet.error();
    }
    auto decoded = *packet ? decodePacket((**packet).bytes)
                           : Result<DecodedPacket>(fail(Code::NotFound, "no packet with this id is held here", "id"));
    if (!decoded) {
        return decoded.error();
    }
    const auto& content = decoded->packet.content;
    if (content.pack != asked->installed->pack.hash) {
        return fail(Code::BadArgument, "packet and profile belong to different domain packs", "profile");
    }
    const auto explained = explain(asked->installed->definition, asked->installed->pack, node.catalogue().systems(),
                                   asked->query, content.condition, content.outcome);
    ExplanationInfo info;
    info.id = id;
    info.profile = profile;
    info.score = explained.score;
    info.coverage = explained.coverage;
    info.sparse = explained.sparse;
    info.excluded = explained.excluded;
    info.retracted = (**packet).retracted;
    info.definition = explained.definitionId + " " + std::to_string(explained.definitionVersion);
    info.definitionHash = explained.definitionHash.hex();
    info.onlyMine = explained.onlyMine;
    info.onlyTheirs = explained.onlyTheirs;
    for (const auto& one : explained.dimensions) {
        info.dimensions.push_back({one.id, one.label, one.side == Side::Condition, one.points, one.maximum,
                                   one.similarity, one.mine, one.theirs, one.how, one.why, one.recorded, one.counted,
                                   one.belowFloor, one.floor});
    }
    info.sentence = sentenceOf(node.catalogue(), content);
    info.author = decoded->packet.author.hex();
    if (const auto* member = node.members().find(decoded->packet.author)) {
        info.siteName = member->siteName;
    }
    info.signatureValid = verifySignature(decoded->packet.author, decoded->toBeSigned, decoded->packet.signature);
    return info;
}

Result<EvidenceInfo> evidenceInfo(NodeCore& node, std::string_view profile, std::string_view question) {
    const auto asked = askedBy(node, profile);
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
    const auto number = node.profileNumber(profile);
    const auto matches = node.store().matches(*number, 0, kMaxMatches, false);
    if (!matches) {
        return matches.error();
    }
    const auto* own = node.members().find(node.home().device.author());
    std::vector<EvidencePacket> packets;
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
        packets.push_back(std::move(packet));
    }
    const auto evidence = gatherEvidence(pack, node.catalogue().systems(), *wanted, std::move(packets));
    EvidenceInfo info;
    info.profile = profile;
    info.question = wanted->id;
    info.questionLabel = wanted->label;
    info.basis = wanted->basis;
    info.packets = evidence.packets;
    info.sites = evidence.sites.size();
    info.retracted = evidence.retracted;
    info.n = evidence.n;
    info.events = evidence.events;
    if (evidence.rate) {
        info.rate = rateInfo(*evidence.rate);
    }
    if (evidence.controlRate) {
        info.controlRate = rateInfo(*evidence.controlRate);
    }
    info.a = evidence.totals.a;
    info.b = evidence.totals.b;
    info.c = evidence.totals.c;
    info.d = evidence.totals.d;
    for (const auto& site : evidence.sites) {
        info.bySite.push_back({site.site.hex(), node.members().siteName(site.site), site.n, site.events, site.share});
    }
    info.digest = evidence.digest.hex();
    info.asOf = node.wall();
    return info;
}

} // namespace qis::core
