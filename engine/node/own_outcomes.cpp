// What this home has made: its outcomes with their states, and the packet a draft would become.
#include "node/queries.h"

#include "domain/json_tree.h"
#include "record/packet_keys.h"
#include "record/packet_outline.h"
#include "vocabulary/code_system.h"

#include <algorithm>

namespace qis::core {

namespace {

constexpr std::size_t kMaxOutcomes = 1000;

/// How far a peer has been served, and under which interests.
struct Served {
    PeerState state;
    CoarseInterests now;
    CoarseInterests before;

    [[nodiscard]] bool holds(Row row, const CoarsePacket& packet) const {
        return row <= state.cursor &&
               (mayMatch(before, packet) || (row <= state.backfillCursor && mayMatch(now, packet)));
    }
};

std::vector<Served> servedPeers(const NodeCore& node) {
    std::vector<Served> peers;
    for (const auto& view : node.router().peers()) {
        const auto now = decodeInterests(view.state.interests);
        const auto before = decodeInterests(view.state.servedInterests);
        if (now && before) {
            peers.push_back({view.state, *now, *before});
        }
    }
    return peers;
}

std::string packIdOf(const Catalogue& catalogue, const PackHash& hash) {
    const auto* installed = catalogue.find(hash);
    return installed == nullptr ? std::string{} : installed->pack.id;
}

Result<std::string> fullId(NodeCore& node, const ShortId& id) {
    const auto packet = node.store().findPacket(id);
    if (!packet) {
        return packet.error();
    }
    return *packet ? (**packet).id.hex() : std::string{};
}

Result<OutcomeRow> outcomeRow(NodeCore& node, const OwnOutcome& own, const std::vector<Served>& peers) {
    OutcomeRow row;
    row.cursor = own.packet.row;
    row.ticket = node.emitter().ticketOf(own.packet.id);
    row.id = own.packet.id.hex();
    row.pack = packIdOf(node.catalogue(), own.packet.pack);
    if (const auto decoded = decodePacket(own.packet.bytes)) {
        row.sentence = sentenceOf(node.catalogue(), decoded->packet.content);
    }
    row.issued = own.packet.issued * 1000;
    row.bytes = own.packet.bytes.size();
    row.hidden = own.hidden;
    auto record = node.ownRecord(0, own.packet.row);
    if (!record) {
        return record.error();
    }
    row.ownRecord = std::move(record).value();
    if (const auto coarse = decodeCoarsePacket(own.packet.coarse)) {
        row.peers = static_cast<std::uint64_t>(std::count_if(
            peers.begin(), peers.end(), [&](const Served& peer) { return peer.holds(own.packet.row, *coarse); }));
    }
    row.state = own.inOutbox ? "waiting" : "sent";
    if (own.inOutbox) {
        row.reason = waitingReason(node);
        row.nextAttempt = nextAttempt(node);
    }
    if (own.packet.target) {
        auto amends = fullId(node, *own.packet.target);
        if (!amends) {
            return amends.error();
        }
        row.amends = std::move(amends).value();
    }
    if (own.packet.replacedBy != 0) {
        row.state = "amended";
        const auto newest = node.store().inForce(own.packet.row);
        const auto packet =
            newest ? node.store().packetAt(*newest) : Result<std::optional<StoredPacket>>(newest.error());
        if (!packet) {
            return packet.error();
        }
        row.amendedBy = *packet ? (**packet).id.hex() : std::string{};
    }
    if (own.retraction != 0) {
        row.state = "retracted";
        const auto retraction = node.store().packetAt(own.retraction);
        if (!retraction) {
            return retraction.error();
        }
        const auto decoded =
            *retraction ? decodePacket((**retraction).bytes) : Result<DecodedPacket>(fail(Code::NotFound));
        if (decoded) {
            row.retractedAt = decoded->packet.issued * 1000;
            row.retractionReason = static_cast<int>(decoded->packet.content.reason.value_or(0));
        }
    }
    return row;
}

/// Those of these rows that come before `before`, the newest first.
Result<std::vector<OwnOutcome>> ownOutcomesAt(NodeCore& node, const std::map<Row, std::string>& rows, Row before,
                                              std::size_t limit) {
    std::vector<OwnOutcome> outcomes;
    for (auto at = rows.rbegin(); at != rows.rend() && outcomes.size() < limit; ++at) {
        if (before != 0 && at->first >= before) {
            continue;
        }
        auto one = node.store().ownOutcomesBefore(at->first + 1, 1);
        if (!one) {
            return one.error();
        }
        if (!one->empty() && one->front().packet.row == at->first) {
            outcomes.push_back(std::move(one->front()));
        }
    }
    return outcomes;
}

FieldInput inputOf(JsonValue json) {
    switch (json.kind()) {
    case JsonKind::Boolean:
        return json.boolean();
    case JsonKind::Integer:
        return json.integer().value_or(0);
    case JsonKind::Real:
        return json.number().value_or(0);
    case JsonKind::Text:
        return std::string(json.text());
    case JsonKind::Array: {
        std::vector<std::string> texts;
        for (const auto element : json) {
            texts.emplace_back(element.text());
        }
        return texts;
    }
    case JsonKind::Null:
    case JsonKind::Object:
        break;
    }
    return std::monostate{};
}

Draft draftOf(JsonValue root) {
    Draft draft;
    for (const auto member : root) {
        if (member.key() == "pack") {
            draft.pack = member.text();
        } else if (member.key() == "condition" || member.key() == "outcome") {
            auto& side = member.key() == "condition" ? draft.condition : draft.outcome;
            for (const auto field : member) {
                side[std::string(field.key())] = inputOf(field);
            }
        } else if (member.key() == "confidence") {
            draft.confidence = static_cast<int>(member.integer().value_or(0));
        } else if (member.key() == "note") {
            draft.note = member.text();
        } else if (member.key() == "basis") {
            BasisInput basis;
            for (const auto number : member) {
                if (number.key() == "kind") {
                    basis.kind = number.text();
                } else if (number.number()) {
                    basis.numbers[std::string(number.key())] = *number.number();
                }
            }
            draft.basis = std::move(basis);
        }
    }
    return draft;
}

std::string nameOfMember(std::uint64_t key) {
    switch (key) {
    case packet::KeyPack:
        return "pack";
    case packet::KeyIssued:
        return "issued";
    case packet::KeySequence:
        return "sequence";
    case packet::KeyPrevious:
        return "previous";
    case packet::KeyCondition:
        return "condition";
    case packet::KeyOutcome:
        return "outcome";
    case packet::KeyConfidence:
        return "confidence";
    case packet::KeyBasis:
        return "basis";
    case packet::KeyNote:
        return "note";
    case packet::KeyTarget:
        return "target";
    default:
        return "format";
    }
}

} // namespace

std::vector<PacketPartInfo> packetParts(const Catalogue& catalogue, const Content& content) {
    const auto* installed = catalogue.find(content.pack);
    const auto payload = encodePayload(0, {}, content);
    const auto outline = outlinePayload(payload);
    if (installed == nullptr || !outline) {
        return {};
    }
    std::vector<PacketPartInfo> parts{{"author", {}, {}, true}};
    for (const auto& stretch : *outline) {
        PacketPartInfo part;
        part.name = nameOfMember(stretch.key);
        const bool later = stretch.key >= packet::KeyIssued && stretch.key <= packet::KeyPrevious;
        if (later) {
            part.madeLater = true;
        } else {
            const auto bytes = ByteView(payload).subspan(stretch.begin, stretch.end - stretch.begin);
            part.bytes.assign(bytes.begin(), bytes.end());
        }
        if (stretch.key == packet::KeyPack) {
            part.value = installed->pack.id + " " + installed->pack.version;
        }
        if (stretch.field) {
            const bool onCondition = stretch.key == packet::KeyCondition;
            const auto* field = installed->pack.field(onCondition ? Side::Condition : Side::Outcome, *stretch.field);
            const auto* value = findField(onCondition ? content.condition : content.outcome, *stretch.field);
            if (field != nullptr && value != nullptr) {
                part.name += "." + field->name;
                part.value = describeValue(*field, catalogue.systems(), *value);
            }
        }
        // Version and kind are two members and one thing to know.
        if (part.name == "format" && parts.back().name == "format") {
            parts.back().bytes.insert(parts.back().bytes.end(), part.bytes.begin(), part.bytes.end());
        } else {
            parts.push_back(std::move(part));
        }
    }
    parts.push_back({"signature", {}, {}, true});
    return parts;
}

Result<OutcomePage> outcomePage(NodeCore& node, const OutcomeQuery& query) {
    OutcomePage page;
    NodeCore::OwnRecords records;
    const auto words = foldForSearch(query.ownRecord);
    if (!words.empty()) {
        auto found = node.ownRecords();
        if (!found) {
            return found.error();
        }
        records = std::move(found).value();
        const auto isAnother = [&words](const auto& one) { return one.second.find(words) == std::string::npos; };
        std::erase_if(records.ofDraft, isAnother);
        std::erase_if(records.ofPacket, isAnother);
    }
    if (query.before == 0) {
        const auto held = node.store().heldOutcomes();
        if (!held) {
            return held.error();
        }
        for (auto one = held->rbegin(); one != held->rend(); ++one) {
            const auto* content = node.emitter().heldContent(one->ticket);
            if (content != nullptr && !isReport(content->kind)) {
                continue;
            }
            if (!words.empty() && !records.ofDraft.contains(one->draft)) {
                continue;
            }
            OutcomeRow row;
            auto record = node.ownRecord(one->draft, 0);
            if (!record) {
                return record.error();
            }
            row.ownRecord = std::move(record).value();
            if (content != nullptr && content->target) {
                auto amends = fullId(node, *content->target);
                if (!amends) {
                    return amends.error();
                }
                row.amends = std::move(amends).value();
            }
            row.ticket = one->ticket;
            row.draft = one->draft;
            if (content != nullptr) {
                row.pack = packIdOf(node.catalogue(), content->pack);
                row.sentence = sentenceOf(node.catalogue(), *content);
            }
            row.state = "held";
            row.reason = node.emitter().isHeldBack() ? "restored" : "undo-window";
            row.issued = one->authorised;
            row.nextAttempt = node.emitter().isHeldBack() ? 0 : one->leavesAt;
            row.bytes = one->content.size();
            page.rows.push_back(std::move(row));
        }
    }
    const auto limit = std::clamp<std::size_t>(query.limit, 1, kMaxOutcomes);
    const auto own = words.empty() ? node.store().ownOutcomesBefore(query.before, limit)
                                   : ownOutcomesAt(node, records.ofPacket, query.before, limit);
    if (!own) {
        return own.error();
    }
    const auto peers = servedPeers(node);
    for (const auto& one : *own) {
        auto row = outcomeRow(node, one, peers);
        if (!row) {
            return row.error();
        }
        page.rows.push_back(std::move(row).value());
    }
    page.cursor = own->size() < limit ? 0 : own->back().packet.row;
    return page;
}

Result<Draft> draftFromOutcome(NodeCore& node, std::string_view id, std::int64_t ticket) {
    std::optional<Content> content;
    Row row = 0;
    if (const auto packetId = PacketId::fromHexText(id)) {
        const auto packet = node.store().findPacket(*packetId);
        if (!packet) {
            return packet.error();
        }
        const bool own = *packet && (**packet).author == node.home().device.author() && isReport((**packet).kind);
        if (auto decoded = own ? decodePacket((**packet).bytes) : Result<DecodedPacket>(fail(Code::NotFound))) {
            content = std::move(decoded->packet.content);
            row = (**packet).row;
        }
    } else if (const auto* held = node.emitter().heldContent(ticket)) {
        content = *held;
    }
    if (!content) {
        return fail(Code::NotFound, "no outcome of this home goes by this id", "id");
    }
    const auto* installed = node.catalogue().find(content->pack);
    if (installed == nullptr) {
        return fail(Code::UnknownPack, "the pack of this outcome is not installed", "pack");
    }
    const auto tree =
        JsonTree::parse(toOutcomeJson(installed->pack, node.catalogue().systems(), *content), JsonLimits{});
    if (!tree) {
        return tree.error();
    }
    Draft draft = draftOf(tree->root());
    if (row != 0) {
        auto record = node.ownRecord(0, row);
        if (!record) {
            return record.error();
        }
        draft.ownRecord = std::move(record).value();
    }
    return draft;
}

} // namespace qis::core
