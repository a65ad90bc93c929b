#pragma once

#include "pages/main_window.h"
#include "theme/theme.h"

#include <QtCore/QString>

#include <optional>

namespace qis::ui {

struct Options {
    MainWindow::Start start;
    QString tourFolder;
    QString language;
    bool usualHome = false; ///< no folder was named, so that the settings may name one
    std::optional<theme::Kind> theme;
    QString message; ///< to print instead of starting
    int exitCode = 0;
};

/// What must stand in the environment before the application exists: the scale, and a platform that
/// needs no display when there is none.
void prepareEnvironment(int argc, char* argv[]);
[[nodiscard]] Options readOptions(const QStringList& arguments);
/// Prints the message and gives the exit code.
int say(const Options& options);

} // namespace qis::ui
