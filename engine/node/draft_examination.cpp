// A draft beside what is held here, before it is signed.
#include "crypto/sodium.h"
#include "domain/compose.h"
#include "domain/duplicates.h"
#include "domain/json_tree.h"
#include "domain/rarity.h"
#include "domain/recorded.h"
#include "domain/value_json.h"
#include "node/packet_json.h"
#include "node/queries.h"
#include "similarity/score.h"
#include "vocabulary/code_system.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace qis::core {

namespace {

/// Enough for years of one site, and read in a fraction of a second.
constexpr std::size_t kMostEarlier = 5000;
constexpr std::size_t kMostHeld = 20000;
constexpr std::size_t kMostDuplicates = 3;
constexpr std::size_t kMostDecisions = 500;
constexpr std::size_t kRecentOutcomes = 200;
constexpr double kWorthAsking = 0.5;
constexpr std::string_view kDecisions = "duplicate-decisions";

/// An outcome of this home that still stands.
struct Earlier {
    std::optional<PacketId> id; ///< none while held
    std::int64_t ticket = 0;
    std::int64_t issued = 0; ///< milliseconds
    Content content;
    Row row = 0;             ///< 0 while held
    std::int64_t draft = 0;  ///< while held: that brings it back
    bool sameRecord = false; ///< this home calls its patient like the draft's
};

Result<std::vector<Earlier>> earlierOutcomes(NodeCore& node, std::size_t limit) {
    const auto held = node.store().heldOutcomes();
    const auto own = node.store().ownOutcomesBefore(0, limit);
    if (!held || !own) {
        return held ? own.error() : held.error();
    }
    std::vector<Earlier> result;
    for (auto one = held->rbegin(); one != held->rend(); ++one) {
        const auto* content = node.emitter().heldContent(one->ticket);
        if (content != nullptr && isReport(content->kind)) {
            result.push_back({std::nullopt, one->ticket, one->authorised, *content, 0, one->draft});
        }
    }
    for (const auto& one : *own) {
        if (one.retraction != 0 || one.packet.replacedBy != 0) {
            continue;
        }
        if (auto decoded = decodePacket(one.packet.bytes)) {
            result.push_back(
                {one.packet.id, 0, one.packet.issued * 1000, std::move(decoded->packet.content), one.packet.row});
        }
    }
    return result;
}

/// Two patients that this home calls by different names are two; one name is one patient, whatever was recorded.
Status compareRecords(NodeCore& node, const Draft& draft, std::vector<Earlier>& earlier) {
    const auto mine = foldForSearch(draft.ownRecord);
    if (mine.empty()) {
        return {};
    }
    const auto records = node.ownRecords();
    if (!records) {
        return records.error();
    }
    const auto recordOf = [&records](const Earlier& one) {
        const auto& all = one.row != 0 ? records->ofPacket : records->ofDraft;
        const auto found = all.find(one.row != 0 ? one.row : one.draft);
        return found == all.end() ? std::string{} : found->second;
    };
    for (auto& one : earlier) {
        one.sameRecord = recordOf(one) == mine;
    }
    std::erase_if(earlier, [&](const Earlier& one) { return !one.sameRecord && !recordOf(one).empty(); });
    return {};
}

/// Names a content by what would be sent of it.
std::string nameOf(const Content& content) {
    return blake2b256(encodePayload(0, {}, content)).hex();
}

Result<Content> contentOf(NodeCore& node, const Draft& draft) {
    const auto& catalogue = node.catalogue();
    auto composed = compose(catalogue.plainPacks(), catalogue.systems(), draftJson(draft));
    if (!composed.composed) {
        const auto& first = composed.problems.front();
        return fail(first.code, first.detail, first.field);
    }
    return std::move(composed.composed->content);
}

Result<Json> decisions(NodeCore& node) {
    const auto stored = node.store().setting(kDecisions);
    if (!stored) {
        return stored.error();
    }
    auto json = *stored ? Json::parse((*stored)->begin(), (*stored)->end(), nullptr, false) : Json::array();
    return json.is_array() ? json : Json::array();
}

std::string wordsOf(const Catalogue& catalogue, const Field& field, const Content& content) {
    const auto* value = recorded(field, content);
    return value == nullptr ? std::string{} : describeValue(field, catalogue.systems(), *value);
}

std::string figuresOf(const Content& content) {
    if (!content.basis) {
        return {};
    }
    struct Words {
        std::string operator()(const OneCase& /*one*/) const { return {}; }
        std::string operator()(const Counts& c) const { return std::to_string(c.events) + " / " + std::to_string(c.n); }
        std::string operator()(const Effect& e) const { return std::to_string(e.n); }
        std::string operator()(const Table& t) const {
            return std::to_string(t.a) + ", " + std::to_string(t.b) + ", " + std::to_string(t.c) + ", " +
                   std::to_string(t.d);
        }
        std::string operator()(const ObservedExpected& o) const { return std::to_string(o.n); }
        std::string operator()(const PairCells& p) const { return std::to_string(p.cells.back()); }
    };
    return std::visit(Words(), *content.basis);
}

std::string_view agreementName(Agreement agreement) {
    static constexpr std::string_view kNames[] = {"same", "near", "differs", "only-mine", "only-earlier"};
    return kNames[static_cast<std::size_t>(agreement)];
}

DuplicateInfo duplicateInfo(const Catalogue& catalogue, const Content& draft, const Earlier& earlier,
                            const Likeness& likeness) {
    DuplicateInfo info;
    info.id = earlier.id ? earlier.id->hex() : std::string{};
    info.ticket = earlier.ticket;
    info.sentence = sentenceOf(catalogue, earlier.content);
    info.state = earlier.id ? "signed" : "held";
    info.issued = earlier.issued;
    info.equal = likeness.equal;
    info.sameRecord = earlier.sameRecord;
    for (const auto& one : likeness.fields) {
        ComparedFieldInfo compared;
        if (one.field != nullptr) {
            compared = {pathOf(*one.field),
                        one.field->label,
                        wordsOf(catalogue, *one.field, draft),
                        wordsOf(catalogue, *one.field, earlier.content),
                        {}};
        } else {
            compared = {"basis", {}, figuresOf(draft), figuresOf(earlier.content), {}};
        }
        compared.agreement = agreementName(one.agreement);
        info.fields.push_back(std::move(compared));
    }
    return info;
}

Result<std::vector<DuplicateInfo>> duplicatesOf(NodeCore& node, const Pack& pack, const Content& draft,
                                                const std::vector<Earlier>& earlier) {
    std::vector<const Content*> contents;
    contents.reserve(earlier.size());
    for (const auto& one : earlier) {
        contents.push_back(&one.content);
    }
    const DuplicateModel model(pack, node.catalogue().systems(), contents);
    struct Found {
        const Earlier* earlier;
        Likeness likeness;
        double chance;
    };
    std::vector<Found> found;
    for (const auto& one : earlier) {
        auto likeness = model.compare(draft, one.content);
        const double chance = model.chance(likeness.bits);
        if (one.sameRecord || likeness.equal || chance >= kWorthAsking) {
            found.push_back({&one, std::move(likeness), chance});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return std::tuple(a.earlier->sameRecord, a.likeness.equal, a.chance) >
               std::tuple(b.earlier->sameRecord, b.likeness.equal, b.chance);
    });
    found.resize(std::min(found.size(), kMostDuplicates), {nullptr, {}, 0});
    const auto decided = decisions(node);
    if (!decided) {
        return decided.error();
    }
    const auto name = nameOf(draft);
    std::vector<DuplicateInfo> result;
    for (const auto& one : found) {
        auto info = duplicateInfo(node.catalogue(), draft, *one.earlier, one.likeness);
        info.chance = static_cast<int>(std::lround(100 * one.chance));
        const auto other = nameOf(one.earlier->content);
        for (const auto& entry : *decided) {
            if (entry.value("draft", "") == name && entry.value("earlier", "") == other) {
                info.decision = entry.value("decision", "");
                info.decidedAt = entry.value("time", std::int64_t{0});
            }
        }
        result.push_back(std::move(info));
    }
    return result;
}

/// Outcomes of everybody that are held here and like the draft.
Result<std::vector<Content>> similarOutcomes(NodeCore& node, const InstalledPack& installed, const Content& draft) {
    const auto last = node.store().lastRow();
    if (!last) {
        return last.error();
    }
    const auto from = std::max<Row>(0, *last - static_cast<Row>(kMostHeld));
    const auto packets = node.store().packetsAfter(from, kMostHeld, true);
    if (!packets) {
        return packets.error();
    }
    const auto query = queryOfOutcome(installed.definition, draft.condition);
    std::vector<Content> similar;
    for (const auto& packet : *packets) {
        if (!stands(packet) || node.catalogue().find(packet.pack) != &installed || shortId(packet.id) == draft.target) {
            continue;
        }
        auto decoded = decodePacket(packet.bytes);
        if (!decoded) {
            continue;
        }
        auto& content = decoded->packet.content;
        if (isMatch(query, score(installed.definition, node.catalogue().systems(), query, content.condition,
                                 content.outcome))) {
            similar.push_back(std::move(content));
        }
    }
    return similar;
}

Result<RarityInfo> rarityInfo(NodeCore& node, const InstalledPack& installed, const Content& draft) {
    RarityInfo info;
    info.least = installed.pack.identifying.least;
    if (installed.pack.identifying.fields.empty()) {
        return info;
    }
    const auto similar = similarOutcomes(node, installed, draft);
    if (!similar) {
        return similar.error();
    }
    std::vector<const Content*> contents;
    contents.reserve(similar->size());
    for (const auto& one : *similar) {
        contents.push_back(&one);
    }
    const auto& systems = node.catalogue().systems();
    const auto rarity = rarityOf(installed.pack, systems, draft, contents);
    info.similar = rarity.similar;
    info.sharing = rarity.sharing;
    for (const auto* field : rarity.combination) {
        info.labels.push_back(field->label);
    }
    for (const auto& one : rarity.broadening) {
        BroadeningInfo change{pathOf(*one.field), one.field->label, {}, {}, {}, {}, one.sharing};
        const auto system = systems.find(one.field->system);
        const auto name = [&](std::optional<std::int64_t> code, std::string& id, std::string& label) {
            const auto* term =
                code && system != systems.end() ? system->second.find(static_cast<std::uint32_t>(*code)) : nullptr;
            if (term != nullptr) {
                id = term->id;
                label = term->name;
            }
        };
        name(one.from, change.from, change.fromName);
        name(one.to, change.to, change.toName);
        info.broadening.push_back(std::move(change));
    }
    return info;
}

} // namespace

Result<DraftExamination> examineDraft(NodeCore& node, const Draft& draft) {
    const auto content = contentOf(node, draft);
    if (!content) {
        return content.error();
    }
    const auto& installed = *node.catalogue().find(content->pack);
    auto earlier = earlierOutcomes(node, kMostEarlier);
    if (!earlier) {
        return earlier.error();
    }
    std::erase_if(*earlier, [&](const Earlier& one) {
        // The version that is amended, or another one in its place, is the same case by what was said.
        const bool itself = content->target &&
                            (content->target == one.content.target || (one.id && *content->target == shortId(*one.id)));
        return !node.catalogue().isOnePack(one.content.pack, content->pack) || itself;
    });
    DraftExamination result;
    result.compared = earlier->size();
    if (auto told = compareRecords(node, draft, *earlier); !told) {
        return told.error();
    }
    auto duplicates = duplicatesOf(node, installed.pack, *content, *earlier);
    if (!duplicates) {
        return duplicates.error();
    }
    result.duplicates = std::move(duplicates).value();
    auto rarity = rarityInfo(node, installed, *content);
    if (!rarity) {
        return rarity.error();
    }
    result.rarity = std::move(rarity).value();
    return result;
}

Status decideDuplicate(NodeCore& node, const Draft& draft, std::string_view id, std::int64_t ticket,
                       std::string_view decision) {
    if (decision != "different" && decision != "later") {
        return fail(Code::BadArgument, "a decision is \"different\" or \"later\"", "decision");
    }
    const auto content = contentOf(node, draft);
    if (!content) {
        return content.error();
    }
    std::optional<std::string> other;
    if (const auto packetId = PacketId::fromHexText(id)) {
        const auto packet = node.store().findPacket(*packetId);
        if (!packet) {
            return packet.error();
        }
        const bool own = *packet && (**packet).author == node.home().device.author();
        if (const auto decoded = own ? decodePacket((**packet).bytes) : Result<DecodedPacket>(fail(Code::NotFound))) {
            other = nameOf(decoded->packet.content);
        }
    } else if (const auto* held = node.emitter().heldContent(ticket)) {
        other = nameOf(*held);
    }
    if (!other) {
        return fail(Code::NotFound, "no outcome of this home goes by this id", "id");
    }
    return node.store().transaction([&]() -> Status {
        auto all = decisions(node);
        if (!all) {
            return all.error();
        }
        all->push_back(
            {{"time", node.wall()}, {"draft", nameOf(*content)}, {"earlier", *other}, {"decision", decision}});
        while (all->size() > kMostDecisions) {
            all->erase(all->begin());
        }
        const auto text = all->dump();
        return node.store().setSetting(kDecisions, Bytes(text.begin(), text.end()));
    });
}

Result<std::vector<TermInfo>> recentTerms(NodeCore& node, std::string_view system, std::size_t limit) {
    const auto& systems = node.catalogue().systems();
    const auto terms = systems.find(system);
    if (terms == systems.end()) {
        return fail(Code::NotFound, "no such code system", "system");
    }
    const auto earlier = earlierOutcomes(node, kRecentOutcomes);
    if (!earlier) {
        return earlier.error();
    }
    std::vector<TermInfo> result;
    std::set<std::int64_t> seen;
    const auto take = [&](const Scalar& scalar) {
        const auto* code = std::get_if<std::int64_t>(&scalar);
        const auto* term = code == nullptr ? nullptr : terms->second.find(static_cast<std::uint32_t>(*code));
        if (term != nullptr && result.size() < limit && seen.insert(*code).second) {
            result.push_back(termInfo(terms->second, *term));
        }
    };
    for (const auto& one : *earlier) {
        const auto* installed = node.catalogue().find(one.content.pack);
        if (installed == nullptr) {
            continue;
        }
        for (const auto& field : installed->pack.fields) {
            const auto* value = field.system != system ? nullptr : recorded(field, one.content);
            if (const auto* list = value == nullptr ? nullptr : std::get_if<ScalarList>(value)) {
                std::for_each(list->begin(), list->end(), take);
            } else if (const auto* single = value == nullptr ? nullptr : std::get_if<std::int64_t>(value)) {
                take(*single);
            }
        }
    }
    return result;
}

} // namespace qis::core
