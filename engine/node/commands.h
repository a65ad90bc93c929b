#pragma once

#include "node/catalogue.h"
#include "node/node_core.h"

#include <qis/engine.h>

#include <functional>
#include <memory>
#include <string_view>

namespace qis::core {

/// The commands of the command line as JSON: { "command": name, ... } in, one JSON document out.
/// `node` may be null: then only what needs no home is answered (pack, terms, compose, verify,
/// inspect of a file), the rest with home-missing.
class Commands {
public:
    Commands(std::shared_ptr<const Catalogue> catalogue, const Clock& clock, NodeCore* node)
        : m_catalogue(std::move(catalogue))
        , m_clock(&clock)
        , m_node(node) {}

    /// Replies exactly once, at once except for `matches` with `wait`.
    void run(std::string_view requestJson, std::function<void(CommandAnswer)> reply);

private:
    std::shared_ptr<const Catalogue> m_catalogue;
    const Clock* m_clock;
    NodeCore* m_node;
};

/// "CODE: sentence (detail)", the line for stderr.
[[nodiscard]] std::string errorLine(const Error& error);
[[nodiscard]] CommandAnswer refusal(const Error& error);

} // namespace qis::core
