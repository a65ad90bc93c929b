// Commands that change something.
#include "domain/compose.h"
#include "node/command_request.h"
#include "node/queries.h"

namespace qis::core {

namespace {

Json problemJson(const Problem& problem) {
    return {{"code", codeName(problem.code)}, {"field", problem.field}, {"detail", problem.detail}};
}

std::string problemLine(const Problem& problem) {
    return errorLine({problem.code, problem.detail, problem.field});
}

/// The same on stderr, a line each.
Json problemsJson(const std::vector<Problem>& problems, std::vector<std::string>& errors) {
    Json list = Json::array();
    for (const auto& problem : problems) {
        list.push_back(problemJson(problem));
        errors.push_back(problemLine(problem));
    }
    return list;
}

Json emittedJson(const EmitOutcome& one) {
    Json json{
        {"id", one.id ? Json(one.id->hex()) : Json()}, {"bytes", one.bytes}, {"state", one.id ? "waiting" : "held"}};
    if (one.repeated) {
        json["repeated"] = true;
    }
    return json;
}

Json backupJson(const BackupAbout& about, const std::string& file) {
    return {{"file", file},
            {"made", formatUtc(about.made / 1000)},
            {"author", about.author.hex()},
            {"site_name", about.siteName},
            {"demo", about.demo},
            {"sequence", about.sequence},
            {"version", about.version},
            {"bytes", about.bytes}};
}

Json profileJson(const ProfileInfo& info) {
    Json one{{"name", info.name},
             {"pack", info.pack},
             {"view", info.conditionOnly ? "condition" : "both"},
             {"theta", info.theta / 1000.0},
             {"min_coverage", info.minCoverage / 1000.0},
             {"matches", info.matches},
             {"from_outcome", info.fromOutcome},
             {"prototype", info.prototype}};
    one["expires"] = info.expires == 0 ? Json() : Json(formatUtc(info.expires / 1000));
    return one;
}

} // namespace

Result<CommandAnswer> Request::composeOne() {
    const auto composed = compose(m_catalogue->plainPacks(), m_catalogue->systems(), text("outcome"));
    CommandAnswer result;
    Json json{{"valid", composed.composed.has_value()},
              {"problems", problemsJson(composed.problems, result.errors)},
              {"warnings", Json::array()}};
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
    // Composing is a function of its arguments, and as much work as a signature.
    std::vector<ComposeResult> results(outcomes->size());
    m_node->inParallel(results.size(), [&](std::size_t i) {
        const auto* textPointer = (*outcomes)[i].get_ptr<const std::string*>();
        results[i] =
            compose(m_catalogue->plainPacks(), m_catalogue->systems(), textPointer == nullptr ? "" : *textPointer);
    });
    NodeCore::Amended amended;
    for (auto& composed : results) {
        if (composed.composed) {
            ToEmit outcome{std::move(composed.composed->content), std::move(composed.composed->ref)};
            const auto may = m_node->mayAmend(outcome, amended);
            if (may) {
                places.push_back(list.size());
                good.push_back(std::move(outcome));
                list.push_back(Json::object());
                continue;
            }
            composed.problems.push_back({may.code(), may.error().field, may.error().detail});
        }
        list.push_back({{"problems", problemsJson(composed.problems, result.errors)}});
        result.exitCode = 1;
    }
    const auto emitted =
        good.empty() ? Result<std::vector<EmitOutcome>>(std::vector<EmitOutcome>{}) : m_node->emitNow(good);
    if (!emitted) {
        return emitted.error();
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        list[places[i]] = emittedJson((*emitted)[i]);
    }
    result.json = answer(list).json;
    return result;
}

/// Takes "outcome", a JSON text, and "target", the id of what it takes the place of.
Result<CommandAnswer> Request::amend() {
    if (!PacketId::fromHexText(text("target"))) {
        return fail(Code::BadArgument, "an id is 64 hexadecimal digits", "target");
    }
    auto composed = compose(m_catalogue->plainPacks(), m_catalogue->systems(), text("outcome"), text("target"));
    if (!composed.composed) {
        CommandAnswer result;
        result.json = answer({{"problems", problemsJson(composed.problems, result.errors)}}).json;
        result.exitCode = 1;
        return result;
    }
    const auto emitted = m_node->emitNow({{std::move(composed.composed->content), std::move(composed.composed->ref)}});
    if (!emitted) {
        return emitted.error();
    }
    auto json = emittedJson(emitted->front());
    json["target"] = text("target");
    return answer(json);
}

Result<CommandAnswer> Request::retract() {
    const auto id = PacketId::fromHexText(text("target"));
    if (!id) {
        return fail(Code::BadArgument, "an id is 64 hexadecimal digits", "target");
    }
    const auto emitted =
        m_node->retract(*id, static_cast<int>(std::clamp<std::int64_t>(number("reason", 0), -1, 1000)));
    if (!emitted) {
        return emitted.error();
    }
    auto json = emittedJson(*emitted);
    json["target"] = id->hex();
    return answer(json);
}

void Request::backUp(std::function<void(CommandAnswer)> reply) {
    const auto file = std::filesystem::path(text("file"));
    if (m_node == nullptr || !file.is_absolute()) {
        reply(refusal(m_node == nullptr ? fail(Code::HomeMissing, "this command needs a home")
                                        : fail(Code::BadArgument, "the file is named from the root", "file")));
        return;
    }
    m_node->backUp(file, flag("replace"), {}, [file, reply = std::move(reply)](const Result<BackupAbout>& about) {
        reply(about ? answer(backupJson(*about, file.string())) : refusal(about.error()));
    });
}

Result<CommandAnswer> Request::cancelBackup() {
    return answer({{"cancelled", m_node->cancelBackup()}});
}

/// Where a restored home stands; with "nothing_sent" the user's word that lets it go on.
Result<CommandAnswer> Request::restored() {
    if (flag("nothing_sent")) {
        if (auto done = m_node->overrideRestoration(); !done) {
            return done.error();
        }
    }
    const auto last = m_node->lastBackup();
    if (!last) {
        return last.error();
    }
    return answer({{"restored", restoredJson(restoredInfo(*m_node))},
                   {"last_backup", *last == 0 ? Json() : Json(formatUtc(*last / 1000))}});
}

/// What was made of a match; kept in this home only.
Result<CommandAnswer> Request::triage() {
    const auto state = matchStateNamed(text("state"));
    if (!state) {
        return fail(Code::BadArgument, "a state is new, following, confirmed, not-relevant or muted", "state");
    }
    const auto reason =
        text("reason").empty() ? std::optional(DismissReason::Unsaid) : dismissReasonNamed(text("reason"));
    if (!reason) {
        return fail(Code::BadArgument,
                    "a reason is other-circumstances, known-already, too-little, same-case or implausible", "reason");
    }
    const auto before = m_node->markMatches({{text("profile"), text("id"), *state, *reason}});
    if (!before) {
        return before.error();
    }
    return answer({{"id", text("id")},
                   {"profile", text("profile")},
                   {"state", nameOf(*state)},
                   {"before", nameOf(before->front().state)}});
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

} // namespace qis::core
