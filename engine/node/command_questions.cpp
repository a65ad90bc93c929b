// Commands that only look.
#include "domain/compose.h"
#include "domain/json_tree.h"
#include "node/command_request.h"
#include "node/queries.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace qis::core {

Json restoredJson(const std::optional<RestoredInfo>& info) {
    return info ? Json{{"backed_up", info->backedUp == 0 ? Json() : Json(timeText(info->backedUp))},
                       {"restored", timeText(info->restored)},
                       {"reason", info->reason},
                       {"answers", info->answers},
                       {"needed", info->needed},
                       {"given_back", info->givenBack}}
                : Json();
}

Result<CommandAnswer> Request::status() {
    const auto info = statusInfo(*m_node);
    if (!info) {
        return info.error();
    }
    Json peers = Json::array();
    for (const auto& peer : info->peers) {
        peers.push_back({{"node", peer.node},
                         {"site", peer.siteName},
                         {"endpoint", peer.endpoint},
                         {"connected", peer.connected},
                         {"last_seen", formatUtc(peer.lastSeen / 1000)},
                         {"behind", peer.behind},
                         {"clock_skew_ms", peer.clockSkewMillis},
                         {"round_trip_ms", peer.roundTripMillis < 0 ? Json() : Json(peer.roundTripMillis)},
                         {"received", peer.received},
                         {"sent", peer.sent}});
    }
    Json networks = Json::array();
    networks.push_back({{"id", info->network}, {"name", info->demo ? "demo" : "direct"}, {"demo", info->demo}});
    return answer({{"home", info->home},
                   {"version", info->version},
                   {"identity",
                    {{"author", info->author},
                     {"fingerprint", info->fingerprint},
                     {"site", info->site},
                     {"site_name", info->siteName},
                     {"demo", info->demo}}},
                   {"networks", networks},
                   {"endpoints", info->endpoints},
                   {"peers", peers},
                   {"peers_connected", info->connectedPeers},
                   {"outbox", {{"waiting", info->outboxWaiting}, {"held", info->outboxHeld}}},
                   {"gaps", Json::array()},
                   {"refusals", info->refusals},
                   {"quarantined", info->quarantined},
                   {"counters", info->counters},
                   {"storage",
                    {{"packets", info->packets},
                     {"own_packets", info->ownPackets},
                     {"matches", info->matches},
                     {"bytes", info->storeBytes},
                     {"disk_free", info->diskFreeBytes}}},
                   {"last_backup", info->lastBackup == 0 ? Json() : Json(timeText(info->lastBackup))},
                   {"restored", restoredJson(info->restored)},
                   {"clock", formatUtc(info->now / 1000)}});
}

Result<CommandAnswer> Request::packList() {
    Json list = Json::array();
    for (const auto& info : packInfos(*m_catalogue)) {
        list.push_back({{"id", info.id},
                        {"title", info.title},
                        {"version", info.version},
                        {"hash", info.hash},
                        {"licence", info.licence},
                        {"definition", info.definition}});
    }
    return answer(list);
}

Result<CommandAnswer> Request::packShow() {
    const auto* installed = m_catalogue->find(text("pack"));
    if (installed == nullptr) {
        return fail(Code::UnknownPack, "no such pack is installed: " + tamed(text("pack")), "pack");
    }
    if (flag("schema")) {
        return CommandAnswer{0, jsonSchema(installed->pack, m_catalogue->systems()), {}};
    }
    const auto info = packInfo(*installed);
    Json fields = Json::array();
    for (const auto& field : info.fields) {
        Json one{{"name", field.name},         {"side", field.side == FieldSide::Condition ? "condition" : "outcome"},
                 {"label", field.label},       {"type", typeName(static_cast<FieldType>(field.kind))},
                 {"required", field.required}, {"help", field.help}};
        if (!field.system.empty()) {
            one["system"] = field.system;
        }
        if (!field.unit.empty()) {
            one["unit"] = field.unit;
        }
        for (const auto& choice : field.choices) {
            one["choices"].push_back({{"name", choice.name}, {"label", choice.label}});
        }
        for (const auto& item : field.items) {
            one["items"].push_back({{"label", item.label}, {"yes", item.yes}, {"no", item.no}});
        }
        for (const auto& verdict : field.verdicts) {
            one["verdicts"].push_back({{"from", verdict.least}, {"label", verdict.label}});
        }
        fields.push_back(std::move(one));
    }
    Json questions = Json::array();
    for (const auto& question : info.questions) {
        questions.push_back({{"id", question.id}, {"label", question.label}, {"basis", question.basis}});
    }
    Json dimensions = Json::array();
    for (const auto& one : installed->definition.dimensions) {
        Json dimension{{"id", one.id},
                       {"label", one.label},
                       {"side", one.side == Side::Condition ? "condition" : "outcome"},
                       {"weight", one.weight},
                       {"floor", one.floor / 10000.0}};
        const auto& specs = installed->pack.definition.dimensions;
        const auto spec = std::find_if(specs.begin(), specs.end(), [&one](const auto& it) { return it.id == one.id; });
        if (spec != specs.end()) {
            dimension["kernel"] = spec->kernel;
            dimension["fields"] = spec->fields;
            dimension["missing"] = spec->missing;
        }
        dimensions.push_back(std::move(dimension));
    }
    return answer({{"id", info.id},
                   {"title", info.title},
                   {"description", info.description},
                   {"version", info.version},
                   {"hash", info.hash},
                   {"licence", info.licence},
                   {"source", info.source},
                   {"fields", fields},
                   {"basis", info.bases},
                   {"questions", questions},
                   {"definition",
                    {{"id", installed->definition.id},
                     {"version", installed->definition.version},
                     {"hash", installed->definition.hash.hex()},
                     {"theta", installed->definition.theta / 10000.0},
                     {"dimensions", dimensions}}}});
}

Result<CommandAnswer> Request::terms() {
    const auto hits = findTerms(*m_catalogue, text("system"), text("words"),
                                static_cast<std::size_t>(std::clamp<std::int64_t>(number("limit", 20), 1, 200)));
    if (!hits) {
        return hits.error();
    }
    Json list = Json::array();
    for (const auto& hit : *hits) {
        list.push_back(
            {{"system", hit.system}, {"code", hit.code}, {"id", hit.id}, {"name", hit.name}, {"why", hit.why}});
    }
    return answer(list);
}

Result<CommandAnswer> Request::outbox() {
    const auto rows = outboxRows(*m_node);
    if (!rows) {
        return rows.error();
    }
    Json list = Json::array();
    for (const auto& row : *rows) {
        Json one{{"id", row.id.empty() ? Json() : Json(row.id)},
                 {"pack", row.pack},
                 {"kind", row.kind},
                 {"state", row.state},
                 {"reason", row.reason},
                 {"since", formatUtc(row.since / 1000)},
                 {"sentence", row.sentence}};
        one["next_attempt"] = row.nextAttempt == 0 ? Json() : Json(formatUtc(row.nextAttempt / 1000));
        list.push_back(std::move(one));
    }
    return answer(list);
}

/// "state": a name or a list of them, "text", "site", "min_score" in points, "sort": "site,-score", "offset".
Result<CommandAnswer> Request::inspect() {
    Bytes bytes;
    Json held;
    if (const auto idText = text("id"); !idText.empty()) {
        const auto id = PacketId::fromHexText(idText);
        if (!id) {
            return fail(Code::BadArgument, "an id is 64 hexadecimal digits", "id");
        }
        if (m_node == nullptr) {
            return fail(Code::HomeMissing, "looking a packet up needs a home");
        }
        const auto packet = m_node->store().findPacket(*id);
        if (!packet) {
            return packet.error();
        }
        if (!*packet) {
            return fail(Code::NotFound, "no packet with this id is held here", "id");
        }
        bytes = (**packet).bytes;
        held = (**packet).retracted;
    } else {
        auto given = fromHex(text("bytes"));
        if (!given) {
            return fail(Code::BadArgument, "bytes must be hexadecimal", "bytes");
        }
        bytes = std::move(*given);
    }
    const auto decoded = decodePacket(bytes);
    if (!decoded) {
        return decoded.error();
    }
    Json json = packetJson(*m_catalogue, *decoded);
    if (!held.is_null()) {
        json["retracted"] = held;
    }
    json["packet"] = toHex(bytes);
    return answer(json);
}

Result<CommandAnswer> Request::verify() {
    const auto bytes = fromHex(text("bytes"));
    if (!bytes) {
        return fail(Code::BadArgument, "bytes must be hexadecimal", "bytes");
    }
    DecodedPacket decoded;
    if (auto checked = checkPacket(*m_catalogue, *bytes, m_clock->wallMillis() / 1000, &decoded); !checked) {
        return checked.error();
    }
    Json json{{"valid", true}};
    json.update(packetJson(*m_catalogue, decoded));
    json["pack_known"] = m_catalogue->find(decoded.packet.content.pack) != nullptr;
    if (m_node != nullptr) {
        const auto held = m_node->store().findPacket(decoded.id);
        if (!held) {
            return held.error();
        }
        const auto* member = m_node->members().find(decoded.packet.author);
        json["site_name"] = member == nullptr ? Json() : Json(member->siteName);
        json["held"] = held->has_value();
        json["retracted"] = held->has_value() && (**held).retracted;
    }
    return answer(json);
}

} // namespace qis::core
