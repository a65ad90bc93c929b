#include "node/queries.h"

#include "domain/completeness.h"
#include "domain/compose.h"
#include "domain/json_tree.h"
#include "domain/sentence.h"
#include "domain/value_json.h"

#include <algorithm>

namespace qis::core {

namespace {

constexpr std::size_t kMaxOutbox = 100000;
constexpr std::string_view kSide[] = {"condition", "outcome"};

void appendSide(std::string& out, std::string_view name, const std::map<std::string, FieldInput>& fields) {
    appendJsonText(out, name);
    out += ":{";
    bool first = true;
    for (const auto& [key, value] : fields) {
        if (std::holds_alternative<std::monostate>(value)) {
            continue;
        }
        out += first ? "" : ",";
        first = false;
        appendJsonText(out, key);
        out += ':';
        if (const auto* yes = std::get_if<bool>(&value)) {
            out += *yes ? "true" : "false";
        } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            out += std::to_string(*whole);
        } else if (const auto* number = std::get_if<double>(&value)) {
            appendJsonNumber(out, *number);
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            appendJsonText(out, *text);
        } else if (const auto* texts = std::get_if<std::vector<std::string>>(&value)) {
            out += '[';
            for (std::size_t i = 0; i < texts->size(); ++i) {
                out += i == 0 ? "" : ",";
                appendJsonText(out, (*texts)[i]);
            }
            out += ']';
        }
    }
    out += '}';
}

} // namespace

std::string draftJson(const Draft& draft) {
    std::string out = "{\"pack\":";
    appendJsonText(out, draft.pack);
    out += ',';
    appendSide(out, kSide[0], draft.condition);
    out += ',';
    appendSide(out, kSide[1], draft.outcome);
    if (draft.confidence) {
        out += ",\"confidence\":" + std::to_string(*draft.confidence);
    }
    if (draft.basis) {
        out += ",\"basis\":{\"kind\":";
        appendJsonText(out, draft.basis->kind);
        for (const auto& [name, number] : draft.basis->numbers) {
            out += ',';
            appendJsonText(out, name);
            out += ':';
            appendJsonNumber(out, number);
        }
        out += '}';
    }
    for (const auto& [name, text] :
         {std::pair("note", &draft.note), std::pair("ref", &draft.ref), std::pair("amends", &draft.amends)}) {
        if (!text->empty()) {
            out += std::string(",\"") + name + "\":";
            appendJsonText(out, *text);
        }
    }
    return out + '}';
}

DraftCheck draftCheck(const Catalogue& catalogue, const ComposeResult& composed) {
    DraftCheck check;
    const auto info = [](const Problem& problem) {
        return ProblemInfo{std::string(codeName(problem.code)), problem.field, problem.detail};
    };
    std::transform(composed.problems.begin(), composed.problems.end(), std::back_inserter(check.problems), info);
    if (composed.composed) {
        const auto& warnings = composed.composed->warnings;
        std::transform(warnings.begin(), warnings.end(), std::back_inserter(check.warnings), info);
        check.bytes = composed.composed->bytes;
        check.sentence = composed.composed->sentence;
        check.parts = packetParts(catalogue, composed.composed->content);
    }
    const auto* content = composed.composed  ? &composed.composed->content
                          : composed.partial ? &*composed.partial
                                             : nullptr;
    const auto* installed = content == nullptr ? nullptr : catalogue.find(content->pack);
    if (installed != nullptr && !installed->pack.completeness.parts.empty()) {
        const auto measured = completenessOf(installed->pack, catalogue.systems(), *content);
        auto& result = check.completeness.emplace();
        result.value = measured.value;
        for (const auto& part : measured.missing) {
            result.missing.push_back({part.label, pathOf(*part.field), part.gain});
        }
    }
    return check;
}

std::string sentenceOf(const Catalogue& catalogue, const Content& content) {
    const auto* installed = catalogue.find(content.pack);
    return installed == nullptr || content.condition.empty()
               ? std::string{}
               : sentenceOf(installed->pack, catalogue.systems(), content);
}

Result<StoredPacket> storedPacket(NodeCore& node, std::string_view id) {
    const auto packetId = PacketId::fromHexText(id);
    if (!packetId) {
        return fail(Code::BadArgument, "an id is 64 hexadecimal digits", "id");
    }
    auto packet = node.store().findPacket(*packetId);
    if (!packet) {
        return packet.error();
    }
    if (!*packet) {
        return fail(Code::NotFound, "no packet with this id is held here", "id");
    }
    return std::move(**packet);
}

std::string waitingReason(const NodeCore& node) {
    bool anyPeer = false;
    bool anyOffline = false;
    for (const auto& peer : node.router().peers()) {
        anyPeer = true;
        anyOffline = anyOffline || !peer.connected;
    }
    return !anyPeer ? "no-peers" : anyOffline ? "peer-offline" : "awaiting-ack";
}

std::int64_t nextAttempt(const NodeCore& node) {
    std::int64_t next = 0;
    if (node.transport() == nullptr) {
        return next;
    }
    for (const auto& peer : node.router().peers()) {
        if (const auto at = node.wallAt(peer.nextAttempt); at != 0 && !(peer.connected && peer.upToDate)) {
            next = next == 0 ? at : std::min(next, at);
        }
    }
    return next;
}

Result<std::vector<OutboxRow>> outboxRows(NodeCore& node) {
    std::vector<OutboxRow> result;
    const auto held = node.store().heldOutcomes();
    const auto waiting = node.store().outbox(kMaxOutbox);
    if (!held || !waiting) {
        return held ? waiting.error() : held.error();
    }
    for (const auto& one : *held) {
        OutboxRow row;
        row.ticket = one.ticket;
        if (const auto* content = node.emitter().heldContent(one.ticket)) {
            const auto* installed = node.catalogue().find(content->pack);
            row.pack = installed == nullptr ? std::string{} : installed->pack.id;
            row.kind = kindName(content->kind);
            row.sentence = sentenceOf(node.catalogue(), *content);
        }
        row.state = "held";
        row.reason = node.emitter().isHeldBack() ? "restored" : "undo-window";
        row.since = one.authorised;
        row.nextAttempt = node.emitter().isHeldBack() ? 0 : one.leavesAt;
        result.push_back(std::move(row));
    }
    const auto reason = waitingReason(node);
    const auto next = nextAttempt(node);
    for (const auto& one : *waiting) {
        OutboxRow row;
        row.ticket = node.emitter().ticketOf(one.id);
        row.id = one.id.hex();
        const auto decoded = decodePacket(one.bytes);
        if (decoded) {
            const auto* installed = node.catalogue().find(one.pack);
            row.pack = installed == nullptr ? std::string{} : installed->pack.id;
            row.sentence = sentenceOf(node.catalogue(), decoded->packet.content);
        }
        row.kind = kindName(one.kind);
        row.state = "waiting";
        row.reason = reason;
        row.since = one.received;
        row.nextAttempt = next;
        result.push_back(std::move(row));
    }
    return result;
}

Result<ProfileInfo> profileInfo(NodeCore& node, const Profile& profile) {
    ProfileInfo info;
    info.name = profile.name;
    info.pack = profile.packId;
    info.conditionOnly = profile.query.view == View::Condition;
    info.theta = profile.query.theta / 10;
    info.minCoverage = profile.query.minCoverage / 10;
    const auto matches = node.store().matchCount(profile.number);
    if (!matches) {
        return matches.error();
    }
    info.matches = *matches;
    if (const auto* installed = node.catalogue().find(profile.pack)) {
        for (const auto* fields : {&profile.query.condition, &profile.query.outcome}) {
            const Side side = fields == &profile.query.condition ? Side::Condition : Side::Outcome;
            // What happened may stand in the prototype and plays no part.
            if (side == Side::Outcome && info.conditionOnly) {
                continue;
            }
            for (const auto& [number, value] : *fields) {
                if (const auto* field = installed->pack.field(side, number)) {
                    info.prototype += (info.prototype.empty() ? "" : "; ") + field->label + ": " +
                                      describeValue(*field, node.catalogue().systems(), value);
                }
            }
        }
    }
    return info;
}

Result<std::vector<ProfileInfo>> profileInfos(NodeCore& node, bool withOutcomes) {
    std::vector<ProfileInfo> result;
    for (const auto& [number, profile] : node.matcher().profiles()) {
        auto info = profileInfo(node, profile);
        if (!info) {
            return info.error();
        }
        result.push_back(std::move(info).value());
    }
    for (const auto row : withOutcomes ? node.matcher().outcomes() : std::vector<Row>{}) {
        const auto packet = node.store().packetAt(row);
        const auto matches = node.store().matchCount(-row);
        if (!packet || !matches) {
            return packet ? matches.error() : packet.error();
        }
        const auto decoded = *packet ? decodePacket((**packet).bytes) : Result<DecodedPacket>(fail(Code::NotFound));
        const auto* installed = decoded ? node.catalogue().find((**packet).pack) : nullptr;
        if (installed == nullptr) {
            continue;
        }
        ProfileInfo info;
        info.name = "outcome:" + (**packet).id.hex();
        info.pack = installed->pack.id;
        info.theta = installed->definition.theta / 10;
        info.fromOutcome = true;
        info.expires = (**packet).received + 30LL * 86400 * 1000;
        info.matches = *matches;
        info.prototype = sentenceOf(node.catalogue(), decoded->packet.content);
        result.push_back(std::move(info));
    }
    return result;
}

std::string profileNameOf(NodeCore& node, std::int64_t number) {
    if (number > 0) {
        const auto* profile = node.matcher().find(number);
        return profile == nullptr ? std::string{} : profile->name;
    }
    const auto packet = node.store().packetAt(-number);
    return packet && *packet ? "outcome:" + (**packet).id.hex() : std::string{};
}

Result<MatchDetail> matchDetail(NodeCore& node, const StoredMatch& match) {
    const auto mark = node.store().markOf(match.profile, match.packet.row);
    if (!mark) {
        return mark.error();
    }
    MatchDetail detail;
    auto& row = detail.row;
    row.cursor = match.cursor;
    row.profile = profileNameOf(node, match.profile);
    row.id = match.packet.id.hex();
    row.author = match.packet.author.hex();
    if (const auto* member = node.members().find(match.packet.author)) {
        row.site = member->site.hex();
        row.siteName = member->siteName;
    }
    row.score = match.score;
    row.coverage = match.coverage;
    row.sparse = match.coverage < 600;
    row.retracted = match.packet.retracted;
    row.amended = match.packet.replacedBy != 0;
    row.amendment = match.packet.kind == Kind::Amendment;
    row.issued = match.packet.issued * 1000;
    row.received = match.packet.received;
    row.state = matchState(*mark);
    row.reason = dismissReason(*mark);
    detail.profile = match.profile;
    if (auto decoded = decodePacket(match.packet.bytes)) {
        row.sentence = sentenceOf(node.catalogue(), decoded->packet.content);
        row.happened = happenedFirst(row.sentence);
        detail.content = std::move(decoded->packet.content);
    }
    return detail;
}

Result<MatchDetails> matchDetails(NodeCore& node, const MatchQuery& query) {
    std::optional<std::int64_t> number;
    if (!query.profile.empty()) {
        const auto named = node.profileNumber(query.profile);
        if (!named) {
            return named.error();
        }
        number = *named;
    }
    const auto stored = node.store().matches(number, query.after, std::min(query.limit, kMaxMatches), query.bestFirst);
    const auto total = node.store().matchCount(number);
    if (!stored || !total) {
        return stored ? total.error() : stored.error();
    }
    MatchDetails page;
    page.total = *total;
    page.cursor = query.after;
    for (const auto& match : *stored) {
        auto detail = matchDetail(node, match);
        if (!detail) {
            return detail.error();
        }
        page.cursor = std::max(page.cursor, match.cursor);
        page.rows.push_back(std::move(detail).value());
    }
    return page;
}

Result<MatchDetails> matchDetails(NodeCore& node, const MatchView& view) {
    MatchDetails page;
    for (auto left = view.limit; left > 0; left = view.limit - page.rows.size()) {
        MatchView part = view;
        part.first = view.first + page.rows.size();
        part.limit = std::min(left, kMaxMatchWindow);
        auto window = node.viewMatches(part);
        if (!window) {
            return window.error();
        }
        page.total = window->total;
        for (auto& row : window->rows) {
            const auto number = node.profileNumber(row.profile);
            const auto id = PacketId::fromHexText(row.id);
            const auto packet = number && id ? node.store().findPacket(*id)
                                             : Result<std::optional<StoredPacket>>(fail(Code::Internal, "row"));
            if (!packet) {
                return packet.error();
            }
            auto decoded = *packet ? decodePacket((**packet).bytes) : Result<DecodedPacket>(fail(Code::NotFound));
            page.cursor = std::max(page.cursor, row.cursor);
            page.rows.push_back({std::move(row), *number, std::nullopt});
            if (decoded) {
                page.rows.back().content = std::move(decoded->packet.content);
            }
        }
        if (window->rows.size() < part.limit) {
            break;
        }
    }
    return page;
}

Result<MatchPage> matchPage(NodeCore& node, const MatchQuery& query) {
    auto details = matchDetails(node, query);
    if (!details) {
        return details.error();
    }
    MatchPage page;
    page.total = details->total;
    page.cursor = details->cursor;
    page.rows.reserve(details->rows.size());
    for (auto& detail : details->rows) {
        page.rows.push_back(std::move(detail.row));
    }
    return page;
}

} // namespace qis::core
