#pragma once

#include <functional>
#include <memory>

namespace qis::ui {

/// Blocking work that must not run on the GUI thread: making a home, taking an engine down.
class Background {
public:
    /// Counts as work under way for as long as the returned token lives.
    [[nodiscard]] static std::shared_ptr<void> token();
    static void run(std::function<void()> work);
    /// Blocks until nothing is under way. For the end of main() and of a test, never for a window.
    static void waitUntilIdle();
};

} // namespace qis::ui
