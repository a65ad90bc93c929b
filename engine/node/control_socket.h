#pragma once

#include "base/result.h"
#include "node/engine_thread.h"

#include <filesystem>
#include <memory>

namespace qis::core {

/// Serves the commands on <home>/control, a Unix socket of mode 0600: four bytes of length (big
/// endian, at most 64 MiB) and a JSON object each way; answers are {"exit", "json", "errors"} in the
/// order of the requests. At most 32 connections.
class ControlServer {
public:
    virtual ~ControlServer() = default;
    [[nodiscard]] static Result<std::unique_ptr<ControlServer>> start(const std::filesystem::path& home,
                                                                      EngineThread& engine);
};

} // namespace qis::core
