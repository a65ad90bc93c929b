#include "language.h"
#include "options.h"
#include "tour.h"

#include "bridge/engine_bridge.h"
#include "pages/main_window.h"
#include "pages/settings/settings_store.h"
#include "pages/settings/text_size.h"
#include "theme/theme.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QIcon>
#include <QtWidgets/QApplication>

#include <memory>

using namespace qis::ui;

int main(int argc, char* argv[]) {
    prepareEnvironment(argc, argv);
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("qis-desktop"));
    QApplication::setApplicationVersion(EngineBridge::programVersion());
    const QString id = QStringLiteral("org.qis.QisDesktop");
    QApplication::setDesktopFileName(id);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/%1.svg").arg(id)));

    const auto options = readOptions(QApplication::arguments());
    if (!options.message.isEmpty())
        return say(options);

    // The pictures of the tour are the same whatever somebody has chosen here.
    SettingsStore settings(options.tourFolder.isEmpty() ? SettingsStore::standardFile() : QString());
    settings.load();
    const Settings& chosen = settings.values();
    const theme::Kind system = theme::systemKind();
    applyLanguage(app, options.language.isEmpty() ? chosen.language : options.language);
    QApplication::setApplicationDisplayName(QString());
    theme::apply(options.theme.value_or(theme::kindNamed(chosen.theme).value_or(system)));
    applyTextSize(chosen.textSize);

    int code = 0;
    {
        const QTemporaryDir scratch; // for the tour
        MainWindow::Start start = options.start;
        start.settings = &settings;
        start.open.undoSeconds = chosen.undoSeconds;
        if (options.usualHome && !chosen.home.isEmpty())
            start.open.folder = chosen.home;
        if (!options.tourFolder.isEmpty()) {
            Tour tour(options.tourFolder, scratch.path(), options.start.open.resources);
            tour.begin();
            code = QApplication::exec();
        } else {
            EngineBridge bridge;
            MainWindow window(bridge, start);
            window.show();
            window.begin();
            code = QApplication::exec();
        }
        settings.flush();
        // The engines are still going down in the background; their folders must outlive them. The settings are
        // still being written.
        EngineBridge::waitUntilIdle();
    }
    return code;
}
