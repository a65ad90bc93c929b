#include "node/commands.h"

#include "domain/json_tree.h"
#include "node/command_request.h"

#include <algorithm>

namespace qis::core {

namespace {

constexpr std::size_t kMaxRequestDepth = 16;
constexpr Millis kMaxWait = 3600 * 1000;

} // namespace

const Request::Entry* Request::find(std::string_view name) {
    static constexpr Entry kEntries[] = {
        {"status", true, &Request::status},
        {"pack-list", false, &Request::packList},
        {"pack-show", false, &Request::packShow},
        {"terms", false, &Request::terms},
        {"compose", false, &Request::composeOne},
        {"emit", true, &Request::emit},
        {"amend", true, &Request::amend},
        {"retract", true, &Request::retract},
        {"restored", true, &Request::restored},
        {"backup-cancel", true, &Request::cancelBackup},
        {"outbox", true, &Request::outbox},
        {"profile-add", true, &Request::profileAdd},
        {"profile-list", true, &Request::profileList},
        {"profile-remove", true, &Request::profileRemove},
        {"matches", true, &Request::matches},
        {"triage", true, &Request::triage},
        {"explain", true, &Request::explain},
        {"evidence", true, &Request::evidence},
        {"inspect", false, &Request::inspect},
        {"verify", false, &Request::verify},
    };
    const auto* found = std::find_if(std::begin(kEntries), std::end(kEntries),
                                     [name](const Entry& entry) { return entry.name == name; });
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

std::string errorLine(const Error& error) {
    return refusalLine(codeName(error.code), error.field, error.detail);
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
    if (request->isBackup()) {
        request->backUp(std::move(reply));
        return;
    }
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
