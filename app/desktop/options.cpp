#include "options.h"

#include "bridge/engine_bridge.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QStandardPaths>

#include <cstdio>
#include <string_view>

namespace qis::ui {

namespace {

class DesktopOptions {
    Q_DECLARE_TR_FUNCTIONS(qis::ui::DesktopOptions)
};

constexpr int kUsage = 2;
constexpr double kLeastScale = 0.5;
constexpr double kMostScale = 4;

QString defaultHome() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/qis");
}

QString demoFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/qis-demo");
}

bool isScale(const QString& text) {
    bool good = false;
    const double scale = text.toDouble(&good);
    return good && scale >= kLeastScale && scale <= kMostScale;
}

Options refusal(const QString& message) {
    Options options;
    options.message = message;
    options.exitCode = kUsage;
    return options;
}

} // namespace

void prepareEnvironment(int argc, char* argv[]) {
    constexpr std::string_view kOption = "--scale";
    bool windowless = false;
    for (int at = 1; at < argc; ++at) {
        const std::string_view argument(argv[at]);
        windowless = windowless || argument.substr(0, 6) == "--tour" || argument == "--help" || argument == "-h" ||
                     argument == "--version" || argument == "-v";
        if (argument.substr(0, kOption.size()) != kOption)
            continue;
        const char* value = nullptr;
        if (argument.size() > kOption.size() && argument[kOption.size()] == '=')
            value = argv[at] + kOption.size() + 1;
        else if (argument.size() == kOption.size() && at + 1 < argc)
            value = argv[at + 1];
        if (value != nullptr && isScale(QString::fromLocal8Bit(value)))
            qputenv("QT_SCALE_FACTOR", value);
    }
#ifdef Q_OS_LINUX
    if (windowless && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY") &&
        qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
#endif
}

Options readOptions(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        DesktopOptions::tr("Sign outcomes, ask for outcomes like yours, and see why they match."));
    // Qt's own also offers Qt's options, which it lists only while it ends the program by itself.
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  DesktopOptions::tr("Show the options and exit."));
    parser.addOption(help);
    const QCommandLineOption version = parser.addVersionOption();
    const auto text = [&parser](const char* name, const QString& description, const QString& value) {
        QCommandLineOption option(QString::fromLatin1(name), description, value);
        parser.addOption(option);
        return option;
    };
    const auto home = text("home", DesktopOptions::tr("Folder of the home."), QStringLiteral("DIR"));
    const auto page = text(
        "page",
        DesktopOptions::tr("Page to begin with: home, compose, matches, evidence, networks, similarity or settings."),
        QStringLiteral("NAME"));
    const auto theme = text("theme", DesktopOptions::tr("Colours: light, dark or contrast."), QStringLiteral("NAME"));
    const auto language = text("language",
                               DesktopOptions::tr("Language of the window, such as en or ar; en-XA shows long words "
                                                  "and ar-XB mirrors the window, to test it."),
                               QStringLiteral("LL"));
    const auto scale = text("scale", DesktopOptions::tr("Size of everything, from 0.5 to 4."), QStringLiteral("F"));
    const auto tour =
        text("tour", DesktopOptions::tr("Write pictures of the pages to a folder and exit."), QStringLiteral("DIR"));
    const auto listen = text("listen", DesktopOptions::tr("Endpoint to listen on; may be given several times."),
                             QStringLiteral("ENDPOINT"));
    const auto join = text("join", DesktopOptions::tr("Endpoint of a peer to connect to; may be given several times."),
                           QStringLiteral("ENDPOINT"));
    const auto resources =
        text("resources", DesktopOptions::tr("Folder with packs and vocabularies."), QStringLiteral("DIR"));
    const QCommandLineOption demo(QStringLiteral("demo"),
                                  DesktopOptions::tr("Look around with demo data; with --home: use a demo home, made "
                                                     "when it does not exist."));
    parser.addOption(demo);

    if (!parser.parse(arguments))
        return refusal(parser.errorText());
    Options options;
    if (parser.isSet(help)) {
        options.message = parser.helpText();
        return options;
    }
    if (parser.isSet(version)) {
        options.message = EngineBridge::programVersion();
        return options;
    }
    if (!parser.positionalArguments().isEmpty())
        return refusal(DesktopOptions::tr("Unexpected argument: %1").arg(parser.positionalArguments().first()));
    if (parser.isSet(theme)) {
        options.theme = theme::kindNamed(parser.value(theme));
        if (!options.theme)
            return refusal(DesktopOptions::tr("The theme is one of: light, dark, contrast."));
    }
    if (parser.isSet(page)) {
        options.start.page = Workspace::pageNamed(parser.value(page));
        if (!options.start.page)
            return refusal(DesktopOptions::tr(
                "The page is one of: home, compose, matches, evidence, networks, similarity, settings."));
    }
    if (parser.isSet(scale) && !isScale(parser.value(scale)))
        return refusal(DesktopOptions::tr("The scale is a number from 0.5 to 4."));
    options.language = parser.value(language);
    if (parser.isSet(tour))
        options.tourFolder = QDir(parser.value(tour)).absolutePath();
    OpenRequest& open = options.start.open;
    options.start.makeDemo = parser.isSet(demo) && parser.isSet(home);
    options.start.lookAround = parser.isSet(demo) && !parser.isSet(home);
    options.start.demo.folder = demoFolder();
    open.folder = parser.isSet(home) ? QDir(parser.value(home)).absolutePath() : defaultHome();
    options.usualHome = !parser.isSet(home);
    open.listen = parser.values(listen);
    open.join = parser.values(join);
    open.resources = parser.value(resources);
    return options;
}

int say(const Options& options) {
    std::fputs(qPrintable(options.message.trimmed() + QLatin1Char('\n')), options.exitCode == 0 ? stdout : stderr);
    return options.exitCode;
}

} // namespace qis::ui
