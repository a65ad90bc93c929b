#pragma once

#include "engine/node/engine_world.h"

namespace qis::test {

[[nodiscard]] inline Answer<BackupInfo> backUp(Engine& engine, const std::filesystem::path& file,
                                               bool replace = false) {
    return ask<BackupInfo>([&](auto reply) { engine.backUp({file, replace, {}, {}}, reply); });
}
[[nodiscard]] inline Answer<BackupInfo> restore(const std::filesystem::path& file, const std::filesystem::path& folder,
                                                bool nothingSent = false) {
    return restoreHome({file, folder, nothingSent, {}, {}});
}
[[nodiscard]] inline Answer<Nothing> endRestoring(Engine& engine) {
    return ask<Nothing>([&](auto reply) { engine.endRestoring(reply); });
}
[[nodiscard]] inline Answer<OutcomePage> outcomesOf(Engine& engine) {
    return ask<OutcomePage>([&](auto reply) { engine.listOutcomes({0, 1000}, reply); });
}
/// Why own outcomes are held back; empty when they are not.
[[nodiscard]] inline std::string heldBackFor(Engine& engine) {
    const auto status = statusOf(engine);
    return status.ok() && status.value->restored ? status.value->restored->reason : std::string{};
}
[[nodiscard]] inline bool becomes(Engine& engine, const std::string& reason) {
    return comesTrue(engine, [&] { return heldBackFor(engine) == reason; });
}
} // namespace qis::test
