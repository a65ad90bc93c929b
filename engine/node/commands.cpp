#include "node/commands.h"

#include "domain/compose.h"
#include "domain/json_tree.h"
#include "node/packet_json.h"
#include "node/queries.h"

#include <algorithm>

namespace qis::core {

namespace {

constexpr std::size_t kMaxRequestDepth = 16;
constexpr Millis kMaxWait = 3600 * 1000;

Json problemJson(const Problem& problem) {
    return {{"code", codeName(problem.code)}, {"field", problem.field}, {"detail", problem.detail}};
}

std::string problemLine(const Problem& problem) {
    return errorLine({problem.code, problem.detail, problem.field});
}

/// One command with its arguments; everything it needs for its answer.
class Request {
public:
    Request(Json json, std::shared_ptr<const Catalogue> catalogue, const Clock& clock, NodeCore* node)
        : m_json(std::move(json)), m_catalogue(std::move(catalogue)), m_clock(&clock), m_node(node) {}

    [[nodiscard]] CommandAnswer run();
    [[nodiscard]] Millis wait() const;
    [[nodiscard]] NodeCore* node() const { return m_node; }

private:
    using Handler = Result<CommandAnswer> (Request::*)();
    struct Entry {
        std::string_view name;
        bool needsHome;
        Handler handler;
    };
    static const Entry* find(std::string_view name);

    Result<CommandAnswer> status();
    Result<CommandAnswer> packList();
    Result<CommandAnswer> packShow();
    Result<CommandAnswer> terms();
    Result<CommandAnswer> composeOne();
    Result<CommandAnswer> emit();
    Result<CommandAnswer> retract();
    Result<CommandAnswer> outbox();
    Result<CommandAnswer> profileAdd();
    Result<CommandAnswer> profileList();
    Result<CommandAnswer> profileRemove();
    Result<CommandAnswer> matches();
    Result<CommandAnswer> explain();
    Result<CommandAnswer> evidence();
    Result<CommandAnswer> inspect();
    Result<CommandAnswer> verify();

    [[nodiscard]] std::string text(const char* name) const {
        const auto found = m_json.find(name);
        return found != m_json.end() && found->is_string() ? found->get<std::string>() : std::string{};
    }
    [[nodiscard]] std::int64_t number(const char* name, std::int64_t absent) const {
        const auto found = m_json.find(name);
        return found != m_json.end() && found->is_number_integer() ? found->get<std::int64_t>() : absent;
    }
    [[nodiscard]] bool flag(const char* name) const {
        const auto found = m_json.find(name);
        return found != m_json.end() && found->is_boolean() && found->get<bool>();
    }
    static CommandAnswer answer(const Json& json) {
        return {0, json.dump(-1, ' ', false, Json::error_handler_t::replace), {}};
    }

    Json m_json;
    std::shared_ptr<const Catalogue> m_catalogue;
    const Clock* m_clock;
    NodeCore* m_node;
};

const Request::Entry* Request::find(std::string_view name) {
    static constexpr Entry kEntries[] = {
        {"status", true, &Request::status},
        {"pack-list", false, &Request::packList},
        {"pack-show", false, &Request::packShow},
        {"terms", false, &Request::terms},
        {"compose", false, &Request::composeOne},
        {"emit", true, &Request::emit},
        {"retract", true, &Request::retract},
        {"outbox", true, &Request::outbox},
        {"profile-add", true, &Request::profileAdd},
        {"profile-list", true, &Request::profileList},
        {"profile-remove", true, &Request::profileRemove},
        {"matches", true, &Request::matches},
        {"explain", true, &Request::explain},
        {"evidence", true, &Request::evidence},
        {"inspect", false, &Request::inspect},
        {"verify", false, &Request::verify},
    };
    const auto* found = std::find_if(std::begin(kEntries), std::end(kEntries), [name](const Entry& entry) { return entry.name == name; });
    return found == std::end(kEntries) ? nullptr : found;
}

CommandAnswer Request::run() {
    const auto* entry = find(text("command"));
    if (entry == nullptr) {
        return refusal(fail(Code::BadArgument, "no such command: " + tamed(text("command")), "command"));
    }
    if (entry->needsHome && m_node == nullptr) {
        return refusal(fail(Code::HomeMissing, "this command needs a home"));
    }
    const auto result = (this->*entry->handler)();
    return result ? *result : refusal(result.error());
}

Millis Request::wait() const {
    const auto found = m_json.find("wait");
    if (text("command") != "matches" || found == m_json.end() || !found->is_number()) {
        return 0;
    }
    const double seconds = found->get<double>();
    return seconds > 0 ? std::min(kMaxWait, static_cast<Millis>(std::min(seconds, 3600.0) * 1000)) : 0;
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
                         {"clock_skew_ms", peer.clockSkewMillis}});
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
                   {"clock", formatUtc(info->now / 1000)}});
}

Result<CommandAnswer> Request::packList() {
    Json list = Json::array();
    for (const auto& info : packInfos(*m_catalogue)) {
        list.push_back({{"id", info.id}, {"title", info.title}, {"version", info.version}, {"hash", info.hash},
                        {"licence", info.licence}, {"definition", info.definition}});
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
    static constexpr const char* kKinds[] = {"term", "terms", "choice", "number", "integer", "yes"};
    for (const auto& field : info.fields) {
        Json one{{"name", field.name},
                 {"side", field.side == FieldSide::Condition ? "condition" : "outcome"},
                 {"label", field.label},
                 {"type", kKinds[static_cast<std::size_t>(field.kind)]},
                 {"required", field.required},
                 {"help", field.help}};
        if (!field.system.empty()) {
            one["system"] = field.system;
        }
        if (!field.unit.empty()) {
            one["unit"] = field.unit;
        }
        for (const auto& choice : field.choices) {
            one["choices"].push_back({{"name", choice.name}, {"label", choice.label}});
        }
        fields.push_back(std::move(one));
    }
    Json questions = Json::array();
    for (const auto& question : info.questions) {
        questions.push_back({{"id", question.id}, {"label", question.label}, {"basis", question.basis}});
    }
    Json dimensions = Json::array();
    for (const auto& one : installed->definition.dimensions) {
        dimensions.push_back({{"id", one.id}, {"label", one.label}, {"side", one.side == Side::Condition ? "condition" : "outcome"},
                              {"weight", one.weight}, {"floor", one.floor / 10000.0}});
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
        list.push_back({{"system", hit.system}, {"code", hit.code}, {"id", hit.id}, {"name", hit.name}, {"why", hit.why}});
    }
    return answer(list);
}

Result<CommandAnswer> Request::composeOne() {
    const auto composed = compose(m_catalogue->plainPacks(), m_catalogue->systems(), text("outcome"));
    Json json{{"valid", composed.composed.has_value()}, {"problems", Json::array()}, {"warnings", Json::array()}};
    CommandAnswer result;
    for (const auto& problem : composed.problems) {
        json["problems"].push_back(problemJson(problem));
        result.errors.push_back(problemLine(problem));
    }
    if (composed.composed) {
        for (const auto& warning : composed.composed->warnings) {
            json["warnings"].push_back(problemJson(warning));
        }
        json["bytes"] = composed.composed->bytes;
        json["sentence"] = composed.composed->sentence;
    }
    result.json = answer(json).json;
    result.exitCode = composed.composed ? 0 : 1;
    return result;
}

/// Takes "outcomes": JSON texts, and answers with one entry for each, in order: {"id","bytes","state"}
/// or {"problems":[...]}.
Result<CommandAnswer> Request::emit() {
    const auto outcomes = m_json.find("outcomes");
    if (outcomes == m_json.end() || !outcomes->is_array()) {
        return fail(Code::BadArgument, "outcomes must be a list of texts", "outcomes");
    }
    std::vector<ToEmit> good;
    std::vector<std::size_t> places;
    Json list = Json::array();
    CommandAnswer result;
    for (const auto& outcome : *outcomes) {
        const auto* textPointer = outcome.get_ptr<const std::string*>();
        auto composed = compose(m_catalogue->plainPacks(), m_catalogue->systems(), textPointer == nullptr ? "" : *textPointer);
        if (composed.composed) {
            places.push_back(list.size());
            good.push_back({std::move(composed.composed->content), std::move(composed.composed->ref)});
            list.push_back(Json::object());
            continue;
        }
        Json problems = Json::array();
        for (const auto& problem : composed.problems) {
            problems.push_back(problemJson(problem));
            result.errors.push_back(problemLine(problem));
        }
        list.push_back({{"problems", std::move(problems)}});
        result.exitCode = 1;
    }
    const auto emitted = good.empty() ? Result<std::vector<EmitOutcome>>(std::vector<EmitOutcome>{}) : m_node->emitNow(good);
    if (!emitted) {
        return emitted.error();
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto& one = (*emitted)[i];
        auto& entry = list[places[i]];
        entry["id"] = one.id ? Json(one.id->hex()) : Json();
        entry["bytes"] = one.bytes;
        entry["state"] = one.id ? "waiting" : "held";
        if (one.repeated) {
            entry["repeated"] = true;
        }
    }
    result.json = answer(list).json;
    return result;
}

Result<CommandAnswer> Request::retract() {
    const auto id = PacketId::fromHexText(text("target"));
    if (!id) {
        return fail(Code::BadArgument, "an id is 64 hexadecimal digits", "target");
    }
    const auto emitted = m_node->retract(*id, static_cast<int>(std::clamp<std::int64_t>(number("reason", 0), -1, 1000)));
    if (!emitted) {
        return emitted.error();
    }
    return answer({{"id", emitted->id->hex()}, {"bytes", emitted->bytes}, {"state", "waiting"}, {"target", id->hex()}});
}

Result<CommandAnswer> Request::outbox() {
    const auto rows = outboxRows(*m_node);
    if (!rows) {
        return rows.error();
    }
    Json list = Json::array();
    for (const auto& row : *rows) {
        Json one{{"id", row.id.empty() ? Json() : Json(row.id)}, {"pack", row.pack}, {"kind", row.kind}, {"state", row.state},
                 {"reason", row.reason}, {"since", formatUtc(row.since / 1000)}, {"sentence", row.sentence}};
        one["next_attempt"] = row.nextAttempt == 0 ? Json() : Json(formatUtc(row.nextAttempt / 1000));
        list.push_back(std::move(one));
    }
    return answer(list);
}

Json profileJson(const ProfileInfo& info) {
    Json one{{"name", info.name},         {"pack", info.pack},
             {"view", info.conditionOnly ? "condition" : "both"}, {"theta", info.theta / 1000.0},
             {"min_coverage", info.minCoverage / 1000.0},         {"matches", info.matches},
             {"from_outcome", info.fromOutcome},                  {"prototype", info.prototype}};
    one["expires"] = info.expires == 0 ? Json() : Json(formatUtc(info.expires / 1000));
    return one;
}

Result<CommandAnswer> Request::profileAdd() {
    const auto stored = m_node->addProfile(text("profile"));
    if (!stored) {
        return stored.error();
    }
    const auto info = profileInfo(*m_node, *m_node->matcher().find(stored->number));
    if (!info) {
        return info.error();
    }
    return answer(profileJson(*info));
}

Result<CommandAnswer> Request::profileList() {
    const auto infos = profileInfos(*m_node, true);
    if (!infos) {
        return infos.error();
    }
    Json list = Json::array();
    for (const auto& info : *infos) {
        list.push_back(profileJson(info));
    }
    return answer(list);
}

Result<CommandAnswer> Request::profileRemove() {
    if (auto removed = m_node->removeProfile(text("name")); !removed) {
        return removed.error();
    }
    return answer({{"removed", text("name")}});
}

Result<CommandAnswer> Request::matches() {
    MatchQuery query;
    query.profile = text("profile");
    query.after = number("after", 0);
    query.limit = static_cast<std::size_t>(std::clamp<std::int64_t>(number("limit", 100), 1, 100000));
    query.bestFirst = m_json.find("after") == m_json.end();
    const auto page = matchPage(*m_node, query);
    if (!page) {
        return page.error();
    }
    Json list = Json::array();
    for (const auto& row : page->rows) {
        Json one{{"id", row.id},
                 {"profile", row.profile},
                 {"author", row.author},
                 {"site", row.site},
                 {"site_name", row.siteName},
                 {"score", inTens(row.score)},
                 {"coverage", inTens(row.coverage)},
                 {"sparse", row.sparse}};
        Json points = Json::object();
        if (const auto why = explanationInfo(*m_node, row.id, row.profile)) {
            for (const auto& dimension : why->dimensions) {
                if (dimension.counted) {
                    points[dimension.id] = inTens(dimension.points);
                }
            }
        }
        one["points"] = std::move(points);
        const auto id = PacketId::fromHexText(row.id);
        const auto packet = m_node->store().findPacket(*id);
        if (packet && *packet) {
            if (const auto decoded = decodePacket((**packet).bytes)) {
                one.update(sidesJson(*m_catalogue, decoded->packet.content));
            }
        }
        one["retracted"] = row.retracted;
        one["issued"] = formatUtc(row.issued / 1000);
        one["received"] = formatUtc(row.received / 1000);
        one["sentence"] = row.sentence;
        one["cursor"] = row.cursor;
        list.push_back(std::move(one));
    }
    return answer(list);
}

Result<CommandAnswer> Request::explain() {
    const auto info = explanationInfo(*m_node, text("id"), text("profile"));
    if (!info) {
        return info.error();
    }
    Json dimensions = Json::array();
    Json points = Json::object();
    for (const auto& one : info->dimensions) {
        dimensions.push_back({{"id", one.id},
                              {"label", one.label},
                              {"side", one.conditionSide ? "condition" : "outcome"},
                              {"points", inTens(one.points)},
                              {"maximum", inTens(one.maximum)},
                              {"similarity", inTens(one.similarity)},
                              {"mine", one.mine},
                              {"theirs", one.theirs},
                              {"how", one.how},
                              {"why", one.why},
                              {"recorded", one.recorded},
                              {"counted", one.counted},
                              {"floor", inTens(one.floor)},
                              {"below_floor", one.belowFloor}});
        if (one.counted) {
            points[one.id] = inTens(one.points);
        }
    }
    return answer({{"id", info->id},
                   {"profile", info->profile},
                   {"score", inTens(info->score)},
                   {"coverage", inTens(info->coverage)},
                   {"sparse", info->sparse},
                   {"excluded", info->excluded},
                   {"retracted", info->retracted},
                   {"points", points},
                   {"dimensions", dimensions},
                   {"only_mine", info->onlyMine},
                   {"only_theirs", info->onlyTheirs},
                   {"definition", info->definition},
                   {"definition_hash", info->definitionHash},
                   {"author", info->author},
                   {"site_name", info->siteName},
                   {"signature_valid", info->signatureValid},
                   {"sentence", info->sentence}});
}

Json rateJson(const std::optional<RateInfo>& rate) {
    return rate ? Json{{"rate", rate->rate}, {"low", rate->low}, {"high", rate->high}, {"level", 0.95},
                       {"effective_sites", rate->effectiveSites}, {"effective_n", rate->effectiveN}}
                : Json();
}

Result<CommandAnswer> Request::evidence() {
    const auto info = evidenceInfo(*m_node, text("profile"), text("question"));
    if (!info) {
        return info.error();
    }
    Json sites = Json::array();
    for (const auto& one : info->bySite) {
        sites.push_back({{"site", one.site}, {"name", one.name}, {"n", one.n}, {"events", one.events}, {"share", one.share}});
    }
    Json json{{"profile", info->profile},
              {"question", info->question},
              {"label", info->questionLabel},
              {"basis", info->basis},
              {"packets", info->packets},
              {"sites", info->sites},
              {"retracted", info->retracted},
              {"n", info->n},
              {"events", info->events},
              {"rate", rateJson(info->rate)}};
    if (info->basis == "table") {
        json["control_rate"] = rateJson(info->controlRate);
        json["totals"] = {{"a", info->a}, {"b", info->b}, {"c", info->c}, {"d", info->d}};
    }
    json["by_site"] = std::move(sites);
    json["parameters"] = {{"share_cap", "max(1/K, min(0.10, 3/K))"}, {"interval", "Jeffreys at the effective number"}};
    json["digest"] = info->digest;
    json["as_of"] = formatUtc(info->asOf / 1000);
    return answer(json);
}

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

} // namespace

std::string errorLine(const Error& error) {
    std::string line(codeName(error.code));
    line += ": " + std::string(codeSentence(error.code));
    const std::string place = error.field.empty() ? error.detail : error.detail.empty() ? error.field : error.field + ": " + error.detail;
    return place.empty() ? line : line + " (" + place + ")";
}

CommandAnswer refusal(const Error& error) {
    const bool unreachable = error.code == Code::NotReachable || error.code == Code::TimedOut;
    const Json json{{"error", {{"code", codeName(error.code)}, {"field", error.field}, {"detail", error.detail}}}};
    return {unreachable ? 3 : 1, json.dump(-1, ' ', false, Json::error_handler_t::replace), {errorLine(error)}};
}

void Commands::run(std::string_view requestJson, std::function<void(CommandAnswer)> reply) {
    std::size_t deepest = 0;
    const auto shallow = [&deepest](int depth, Json::parse_event_t, Json&) {
        deepest = std::max(deepest, static_cast<std::size_t>(depth));
        return deepest <= kMaxRequestDepth;
    };
    auto json = Json::parse(requestJson, shallow, false);
    if (!json.is_object() || deepest > kMaxRequestDepth) {
        reply(refusal(fail(Code::NotJson, "a request is one JSON object")));
        return;
    }
    auto request = std::make_shared<Request>(std::move(json), m_catalogue, *m_clock, m_node);
    auto first = request->run();
    const Millis wait = request->wait();
    if (wait == 0 || first.exitCode != 0 || first.json != "[]" || m_node == nullptr) {
        reply(std::move(first));
        return;
    }
    m_node->waitForMatches(m_clock->steadyMillis() + wait, [request, reply = std::move(reply)](bool timedOut) {
        auto again = request->run();
        if (again.json == "[]" && !timedOut) {
            return false;
        }
        if (again.json == "[]") {
            again.exitCode = 3;
            again.errors.push_back(errorLine(fail(Code::TimedOut, "no match arrived")));
        }
        reply(std::move(again));
        return true;
    });
}

} // namespace qis::core
