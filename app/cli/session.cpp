#include "session.h"

#include <nlohmann/json.hpp>

#include <future>

namespace {
constexpr int kExitRefused = 1;
constexpr int kExitUnreachable = 3;
} // namespace

qis::CommandAnswer refusalOf(const qis::Failure& failure) {
    qis::CommandAnswer answer;
    answer.exitCode = failure.code == "not-reachable" || failure.code == "timed-out" ? kExitUnreachable : kExitRefused;
    answer.json =
        nlohmann::ordered_json{
            {"error", {{"code", failure.code}, {"field", failure.field}, {"detail", failure.detail}}}}
            .dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    answer.errors.push_back(qis::refusalLine(failure.code, failure.field, failure.detail));
    return answer;
}

bool Session::homeExists() const {
    std::error_code error;
    return std::filesystem::exists(m_options.home / "ready", error);
}

bool Session::open(qis::CommandAnswer& answer) {
    auto client = qis::connectControl(m_options.home);
    if (client.ok()) {
        m_client = std::move(*client.value);
        return true;
    }
    qis::EngineOptions options;
    options.folder = m_options.home;
    options.resources = m_options.resources;
    options.passphrase = m_options.passphrase;
    options.network = false;
    options.controlSocket = false;
    auto engine = qis::openEngineHere(options);
    if (!engine.ok()) {
        answer = refusalOf(engine.failure);
        return false;
    }
    m_engine = std::move(*engine.value);
    return true;
}

qis::CommandAnswer Session::runHere(const std::string& requestJson) {
    std::promise<qis::CommandAnswer> promise;
    auto future = promise.get_future();
    m_engine->runCommand(requestJson, [&promise](qis::Answer<qis::CommandAnswer> answer) {
        promise.set_value(answer.ok() ? std::move(*answer.value) : refusalOf(answer.failure));
    });
    return future.get();
}

qis::CommandAnswer Session::run(const std::string& requestJson) {
    if (m_client == nullptr) {
        return runHere(requestJson);
    }
    auto answer = m_client->request(requestJson);
    return answer.ok() ? std::move(*answer.value) : refusalOf(answer.failure);
}

qis::CommandAnswer Session::runWithoutHome(const std::string& requestJson) const {
    return qis::runWithoutHome(requestJson, m_options.resources);
}

qis::CommandAnswer Session::stream(const std::function<std::optional<std::string>()>& nextRequest,
                                   const std::function<void(qis::CommandAnswer)>& onAnswer) {
    if (m_client != nullptr) {
        const auto done = m_client->pipeline(nextRequest, onAnswer);
        return done.ok() ? qis::CommandAnswer{} : refusalOf(done.failure);
    }
    while (const auto request = nextRequest()) {
        onAnswer(runHere(*request));
    }
    return {};
}
