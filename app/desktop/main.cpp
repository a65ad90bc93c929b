#include "language.h"
#include "options.h"
#include "tour.h"

#include "bridge/engine_bridge.h"
#include "pages/main_window.h"
#include "theme/theme.h"

#include <QtCore/QTemporaryDir>
#include <QtWidgets/QApplication>

#include <memory>

using namespace qis::ui;

int main(int argc, char* argv[]) {
    prepareEnvironment(argc, argv);
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("qis-desktop"));
    QApplication::setApplicationVersion(EngineBridge::programVersion());

    const auto options = readOptions(QApplication::arguments());
    if (!options.message.isEmpty())
        return say(options);

    applyLanguage(app, options.language);
    QApplication::setApplicationDisplayName(QString());
    theme::apply(options.theme.value_or(theme::systemKind()));

    int code = 0;
    {
        const QTemporaryDir scratch; // for the tour
        if (!options.tourFolder.isEmpty()) {
            Tour tour(options.tourFolder, scratch.path(), options.start.open.resources);
            tour.begin();
            code = QApplication::exec();
        } else {
            EngineBridge bridge;
            MainWindow window(bridge, options.start);
            window.show();
            window.begin();
            code = QApplication::exec();
        }
        // The engines are still going down in the background; their folders must outlive them.
        EngineBridge::waitUntilIdle();
    }
    return code;
}
