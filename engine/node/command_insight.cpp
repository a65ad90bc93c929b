// Commands that ask what a match means, and what matched outcomes say together.
#include "node/command_request.h"
#include "node/queries.h"

#include <cmath>
#include <map>

namespace qis::core {

namespace {

Json rateJson(const std::optional<RateInfo>& rate) {
    return rate ? Json{{"rate", rate->rate},
                       {"low", rate->low},
                       {"high", rate->high},
                       {"level", 0.95},
                       {"effective_sites", rate->effectiveSites},
                       {"effective_n", rate->effectiveN}}
                : Json();
}

Json sitesJson(const EvidenceInfo& info) {
    Json sites = Json::array();
    for (const auto& one : info.bySite) {
        Json site{{"site", one.site},
                  {"name", one.name},
                  {"n", one.n},
                  {"events", one.events},
                  {"share", one.share},
                  {"packets", one.packets},
                  {"latest", timeText(one.latest)}};
        if (one.n > 0) {
            site["rate"] = one.rate;
            site["low"] = one.low;
            site["high"] = one.high;
        }
        if (info.basis == "table") {
            site["control_n"] = one.controlN;
            site["control_events"] = one.controlEvents;
        }
        sites.push_back(std::move(site));
    }
    return sites;
}

Json seriesJson(const EvidenceInfo& info) {
    Json series = Json::array();
    for (const auto& one : info.series) {
        series.push_back({{"issued", timeText(one.issued)},
                          {"reports", one.reports},
                          {"sites", one.sites},
                          {"n", one.n},
                          {"events", one.events},
                          {"rate", one.rate},
                          {"low", one.low},
                          {"high", one.high}});
    }
    return series;
}

Json distributionsJson(const EvidenceInfo& info) {
    Json fields = Json::array();
    for (const auto& one : info.distributions) {
        Json bars = Json::array();
        for (const auto& bar : one.bars) {
            Json shown{{"outcomes", bar.outcomes},
                       {"sites", bar.sites},
                       {"share", bar.share},
                       {"low", bar.low},
                       {"high", bar.high}};
            if (bar.others) {
                shown["others"] = true;
            } else if (bar.to > bar.from) {
                shown["from"] = bar.from;
                shown["below"] = bar.to;
            } else {
                shown["label"] = bar.label;
            }
            bars.push_back(std::move(shown));
        }
        fields.push_back({{"field", one.field},
                          {"label", one.label},
                          {"unit", one.unit},
                          {"recorded", one.recorded},
                          {"missing", one.missing},
                          {"sites", one.sites},
                          {"bars", std::move(bars)}});
    }
    return {{"not_observed", info.notObserved}, {"fields", std::move(fields)}};
}

Json retractionsJson(const EvidenceInfo& info) {
    Json retractions = Json::array();
    for (const auto& one : info.retractions) {
        retractions.push_back({{"id", one.id},
                               {"site", one.site},
                               {"name", one.siteName},
                               {"issued", timeText(one.issued)},
                               {"retracted", one.retracted == 0 ? Json() : Json(timeText(one.retracted))}});
    }
    return retractions;
}

/// Arguments of "matches" that choose or order.
constexpr const char* kChoosing[] = {"state", "text", "site", "min_score", "sort", "offset"};

/// What each counted dimension adds to the score.
Json pointsJson(const auto& dimensions) {
    Json points = Json::object();
    for (const auto& one : dimensions) {
        if (one.counted) {
            points[one.id] = inTens(one.points);
        }
    }
    return points;
}

} // namespace

Result<MatchView> Request::matchView() const {
    MatchView view;
    view.profile = text("profile");
    view.text = text("text");
    view.site = text("site");
    view.limit = static_cast<std::size_t>(std::clamp<std::int64_t>(number("limit", 100), 1, 100000));
    view.first = static_cast<std::uint64_t>(std::max<std::int64_t>(number("offset", 0), 0));
    if (const auto points = m_json.find("min_score"); points != m_json.end() && points->is_number()) {
        view.minScore = static_cast<int>(std::lround(std::clamp(points->get<double>(), 0.0, 100.0) * 10));
    }
    auto order = matchOrderNamed(text("sort"));
    if (!order) {
        return fail(Code::BadArgument, "columns to sort by are separated by commas, - before one turns it round",
                    "sort");
    }
    view.order = std::move(*order);
    const auto states = m_json.find("state");
    for (const auto& name :
         states == m_json.end() || states->is_array() ? m_json.value("state", Json::array()) : Json::array({*states})) {
        const auto state = matchStateNamed(name.is_string() ? name.get<std::string>() : std::string{});
        if (!state) {
            return fail(Code::BadArgument, "a state is new, following, confirmed, not-relevant or muted", "state");
        }
        view.states.push_back(*state);
    }
    return view;
}

Result<CommandAnswer> Request::matches() {
    MatchQuery query;
    query.profile = text("profile");
    query.after = number("after", 0);
    query.limit = static_cast<std::size_t>(std::clamp<std::int64_t>(number("limit", 100), 1, 100000));
    query.bestFirst = m_json.find("after") == m_json.end();
    const bool chosen = std::any_of(std::begin(kChoosing), std::end(kChoosing),
                                    [this](const char* name) { return m_json.contains(name); });
    if (chosen && !query.bestFirst) {
        return fail(Code::BadArgument, "a cursor cannot be combined with filters or an order", "after");
    }
    const auto view = matchView();
    if (!view) {
        return view.error();
    }
    const auto page = chosen ? matchDetails(*m_node, *view) : matchDetails(*m_node, query);
    if (!page) {
        return page.error();
    }
    Json list = Json::array();
    std::map<std::int64_t, Asked> asked;
    for (const auto& [row, profile, content] : page->rows) {
        Json one{{"id", row.id},
                 {"profile", row.profile},
                 {"author", row.author},
                 {"site", row.site},
                 {"site_name", row.siteName},
                 {"score", inTens(row.score)},
                 {"coverage", inTens(row.coverage)},
                 {"sparse", row.sparse}};
        auto found = asked.find(profile);
        if (found == asked.end()) {
            auto looked = askedBy(*m_node, profile);
            if (!looked) {
                return looked.error();
            }
            found = asked.emplace(profile, std::move(looked).value()).first;
        }
        if (content) {
            one["points"] = pointsJson(explained(*m_catalogue, found->second, *content).dimensions);
            one.update(sidesJson(*m_catalogue, *content));
        }
        one["retracted"] = row.retracted;
        one["amended"] = row.amended;
        one["amendment"] = row.amendment;
        one["issued"] = timeText(row.issued);
        one["received"] = timeText(row.received);
        one["sentence"] = row.sentence;
        one["cursor"] = row.cursor;
        one["state"] = nameOf(row.state);
        if (row.state == MatchState::NotRelevant) {
            one["reason"] = nameOf(row.reason);
        }
        list.push_back(std::move(one));
    }
    return answer(list);
}

Result<CommandAnswer> Request::explain() {
    const auto info = explanationInfo(*m_node, text("id"), text("profile"));
    const auto rank = info ? matchRank(*m_node, text("id"), text("profile")) : Result<MatchRank>(info.error());
    if (!rank) {
        return rank.error();
    }
    Json dimensions = Json::array();
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
    }
    return answer({{"id", info->id},
                   {"profile", info->profile},
                   {"score", inTens(info->score)},
                   {"coverage", inTens(info->coverage)},
                   {"sparse", info->sparse},
                   {"excluded", info->excluded},
                   {"retracted", info->retracted},
                   {"amended", info->amended},
                   {"amendment", info->amendment},
                   {"points", pointsJson(info->dimensions)},
                   {"dimensions", dimensions},
                   {"only_mine", info->onlyMine},
                   {"only_theirs", info->onlyTheirs},
                   {"definition", info->definition},
                   {"definition_hash", info->definitionHash},
                   {"author", info->author},
                   {"site_name", info->siteName},
                   {"signature_valid", info->signatureValid},
                   {"compared", rank->compared},
                   {"as_alike", rank->asAlike},
                   {"sentence", info->sentence}});
}

Result<CommandAnswer> Request::evidence() {
    const auto info = evidenceInfo(*m_node, text("profile"), text("question"));
    if (!info) {
        return info.error();
    }
    Json json{{"profile", info->profile},     {"question", info->question},     {"label", info->questionLabel},
              {"basis", info->basis},         {"packets", info->packets},       {"sites", info->sites},
              {"retracted", info->retracted}, {"superseded", info->superseded}, {"n", info->n},
              {"events", info->events},       {"rate", rateJson(info->rate)}};
    json["event_label"] = info->eventLabel;
    if (info->basis == "table") {
        json["control_rate"] = rateJson(info->controlRate);
        json["totals"] = {{"a", info->a}, {"b", info->b}, {"c", info->c}, {"d", info->d}};
    }
    json["by_site"] = sitesJson(*info);
    json["series"] = seriesJson(*info);
    json["retractions"] = retractionsJson(*info);
    json["distributions"] = distributionsJson(*info);
    if (info->before) {
        json["before_retractions"] = {
            {"n", info->before->n}, {"events", info->before->events}, {"rate", rateJson(info->before->rate)}};
    }
    if (flag("raw") && info->n > 0) {
        // Every observation the same weight, however few sites they come from.
        json["raw"] = {{"n", info->n},
                       {"events", info->events},
                       {"rate", static_cast<double>(info->events) / static_cast<double>(info->n)}};
        if (info->c + info->d > 0) {
            json["raw"]["control_rate"] = static_cast<double>(info->c) / static_cast<double>(info->c + info->d);
        }
    }
    json["parameters"] = {{"share_cap", "max(1/K, min(0.10, 3/K))"}, {"interval", "Jeffreys at the effective number"}};
    json["digest"] = info->digest;
    json["as_of"] = timeText(info->asOf);
    return answer(json);
}

} // namespace qis::core
