#pragma once

#include "node/commands.h"
#include "node/packet_json.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace qis::core {

/// null while nothing is held back.
[[nodiscard]] Json restoredJson(const std::optional<RestoredInfo>& info);

[[nodiscard]] inline std::string timeText(std::int64_t millis) {
    return formatUtc(millis / 1000);
}

/// One command with its arguments; everything it needs for its answer.
class Request {
public:
    Request(Json json, std::shared_ptr<const Catalogue> catalogue, const Clock& clock, NodeCore* node)
        : m_json(std::move(json))
        , m_catalogue(std::move(catalogue))
        , m_clock(&clock)
        , m_node(node) {}

    [[nodiscard]] CommandAnswer run();
    [[nodiscard]] Millis wait() const;
    /// A backup answers when it is made; everything else at once.
    [[nodiscard]] bool isBackup() const { return text("command") == "backup"; }
    void backUp(std::function<void(CommandAnswer)> reply);
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
    Result<CommandAnswer> amend();
    Result<CommandAnswer> retract();
    Result<CommandAnswer> restored();
    Result<CommandAnswer> cancelBackup();
    Result<CommandAnswer> outbox();
    Result<CommandAnswer> profileAdd();
    Result<CommandAnswer> profileList();
    Result<CommandAnswer> profileRemove();
    Result<CommandAnswer> matches();
    Result<CommandAnswer> triage();
    Result<CommandAnswer> explain();
    Result<CommandAnswer> evidence();
    Result<CommandAnswer> inspect();
    Result<CommandAnswer> verify();

    [[nodiscard]] Result<MatchView> matchView() const;
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

} // namespace qis::core
