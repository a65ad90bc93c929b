#pragma once

#include <qis/engine.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

/// Where commands go: to the process that owns the home, to the home itself, or to nowhere in
/// particular for commands that need none.
class Session {
public:
    struct Options {
        std::filesystem::path home;
        std::filesystem::path resources;
        std::string passphrase;
    };
    explicit Session(Options options)
        : m_options(std::move(options)) {}

    /// Opens what is needed; false with the refusal in `answer`.
    [[nodiscard]] bool open(qis::CommandAnswer& answer);
    [[nodiscard]] bool homeExists() const;
    [[nodiscard]] qis::CommandAnswer run(const std::string& requestJson);
    [[nodiscard]] qis::CommandAnswer runWithoutHome(const std::string& requestJson) const;
    /// A stream of requests, answered in order.
    [[nodiscard]] qis::CommandAnswer stream(const std::function<std::optional<std::string>()>& nextRequest,
                                            const std::function<void(qis::CommandAnswer)>& onAnswer);

private:
    [[nodiscard]] qis::CommandAnswer runHere(const std::string& requestJson);

    Options m_options;
    std::unique_ptr<qis::ControlClient> m_client;
    std::unique_ptr<qis::Engine> m_engine;
};

[[nodiscard]] qis::CommandAnswer refusalOf(const qis::Failure& failure);
