// How the window stands on a full home: see README.md. Two processes, so that the swarm that fills the
// home is not counted with the window.
#include "bridge/demo_bridge.h"
#include "bridge/engine_bridge.h"
#include "bridge/match_model.h"
#include "pages/main_window.h"
#include "pages/matches/explanation_panel.h"
#include "pages/matches/matches_page.h"
#include "source_dir.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QTableView>

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <utility>

using namespace qis::ui;

namespace {

constexpr int kForever = 3600 * 1000;
constexpr int kPatience = 60000;
constexpr int kLooks = 50;
constexpr int kSettleMillis = 1000;
constexpr int kIdleMillis = 10000;
constexpr double kMillisPerSecond = 1000.0;

QString resources() {
    return QStringLiteral(QIS_SOURCE_DIR "/resources");
}

OpenRequest homeAt(const QString& folder) {
    OpenRequest open;
    open.folder = folder;
    open.resources = resources();
    open.controlSocket = false;
    open.cheapVault = true;
    return open;
}

bool copyFolder(const QString& from, const QString& to) {
    const QDir source(from);
    if (!QDir().mkpath(to))
        return false;
    const QStringList files = source.entryList(QDir::Files);
    return std::all_of(files.cbegin(), files.cend(), [&](const QString& name) {
        return name == QLatin1String("lock") || QFile::copy(source.filePath(name), QDir(to).filePath(name));
    });
}

/// A visitor of a demo receives all of it over its links; what it then has is kept.
bool fill(const QString& folder, int history) {
    DemoBridge demo;
    bool begun = false;
    QObject::connect(&demo, &DemoBridge::begun, &demo, [&begun] { begun = true; });
    QObject::connect(&demo, &DemoBridge::failed, &demo,
                     [](const Fault& fault) { std::fprintf(stderr, "%s\n", qPrintable(fault.code)); });
    DemoBridge::Setup setup;
    setup.folder = folder + QStringLiteral("/demo");
    setup.resources = resources();
    setup.siteName = QStringLiteral("Bench");
    setup.history = history;
    setup.millisBetween = kForever;
    demo.begin(setup);
    if (!QTest::qWaitFor([&begun] { return begun; }, kForever))
        return false;
    EngineBridge bridge;
    OpenRequest open = homeAt(demo.swarm().home);
    open.listen = demo.swarm().listen;
    open.join = demo.swarm().join;
    bridge.open(open);
    QElapsedTimer since;
    since.start();
    // Everything has come when nothing came for a while.
    constexpr qint64 kQuietMillis = 15000;
    qint64 packets = -1;
    QElapsedTimer quiet;
    quiet.start();
    qint64 last = 0;
    const bool full = QTest::qWaitFor(
        [&] {
            bridge.fetchStatus(&bridge, [&packets](const Result<Status>& status) {
                if (status.ok())
                    packets = status.value->packets;
            });
            if (packets != last) {
                last = packets;
                quiet.restart();
            }
            return packets > 0 && quiet.elapsed() > kQuietMillis;
        },
        kForever);
    std::printf("received %lld packets in %.0f s\n", static_cast<long long>(packets),
                static_cast<double>(since.elapsed() - kQuietMillis) / kMillisPerSecond);
    bool closed = false;
    QObject::connect(&bridge, &EngineBridge::closed, &bridge, [&closed] { closed = true; });
    bridge.close();
    return full && QTest::qWaitFor([&closed] { return closed; }, kPatience) &&
           copyFolder(demo.swarm().home, folder + QStringLiteral("/full"));
}

/// The longest time in which the event loop did not turn.
class LoopWatch : public QObject {
public:
    LoopWatch() {
        m_since.start();
        connect(&m_beat, &QTimer::timeout, this, [this] { m_worst = std::max(m_worst, m_since.restart()); });
        m_beat.start(1);
    }
    qint64 take() { return std::exchange(m_worst, 0); }
    void stop() { m_beat.stop(); }

private:
    QTimer m_beat;
    QElapsedTimer m_since;
    qint64 m_worst = 0;
};

double residentMegabytes() {
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    constexpr double kMega = 1048576.0;
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) / kMega;
}

double processorSeconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    constexpr double kMicros = 1e6;
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / kMicros;
}

/// The event loop and nothing else.
void leaveAlone(int millis) {
    QTimer::singleShot(millis, QCoreApplication::instance(), &QCoreApplication::quit);
    QCoreApplication::exec();
}

void print(const char* what, double value, const char* unit, const char* target) {
    std::printf("%-44s %10.1f %-4s %s\n", what, value, unit, target);
    std::fflush(stdout);
}

void printTimes(const char* what, std::vector<qint64> nanos, const char* target) {
    if (nanos.empty())
        return;
    std::sort(nanos.begin(), nanos.end());
    constexpr double kNanosPerMilli = 1e6;
    const QByteArray median = QByteArray(what) + ", median";
    const QByteArray worst = QByteArray(what) + ", worst";
    print(median.constData(), static_cast<double>(nanos.at(nanos.size() / 2)) / kNanosPerMilli, "ms", target);
    print(worst.constData(), static_cast<double>(nanos.back()) / kNanosPerMilli, "ms", "");
}

/// Sees the first picture of a window.
class FirstPaint : public QObject {
public:
    explicit FirstPaint(QWidget& window) { window.installEventFilter(this); }
    [[nodiscard]] bool isPainted() const { return m_painted; }

protected:
    bool eventFilter(QObject* /*watched*/, QEvent* event) override {
        m_painted = m_painted || event->type() == QEvent::Paint;
        return false;
    }

private:
    bool m_painted = false;
};

bool measure(const QString& folder) {
    LoopWatch watch;
    QElapsedTimer since;
    since.start();
    EngineBridge bridge;
    MainWindow::Start start;
    start.open = homeAt(folder);
    start.open.network = false;
    start.page = Workspace::Page::Matches;
    MainWindow window(bridge, start);
    const FirstPaint paint(window);
    window.show();
    window.begin();
    if (!QTest::qWaitFor([&paint] { return paint.isPainted(); }, kPatience))
        return false;
    print("window on the screen", static_cast<double>(since.elapsed()), "ms", "< 1000");
    MatchesPage& matches = window.workspace().matches();
    const bool usable = QTest::qWaitFor(
        [&] { return window.isEntered() && matches.model().isRead() && matches.model().rowCount() > 0; }, kPatience);
    print("first matches to be read", static_cast<double>(since.elapsed()), "ms", "< 2000");
    print("rows in the list", matches.model().rowCount(), "", "");
    print("longest gap of the event loop so far", static_cast<double>(watch.take()), "ms", "< 50");
    if (!usable)
        return false;

    std::vector<qint64> looks;
    auto* table = window.findChild<QTableView*>(QStringLiteral("matchTable"));
    for (int look = 0; look < kLooks; ++look) {
        bool shown = false;
        const auto once =
            QObject::connect(&matches.explanation(), &ExplanationPanel::shown, &window, [&shown] { shown = true; });
        QElapsedTimer time;
        time.start();
        QTest::keyClick(table, Qt::Key_Down);
        if (!QTest::qWaitFor([&shown] { return shown; }, kPatience))
            return false;
        looks.push_back(time.nsecsElapsed());
        QObject::disconnect(once);
    }
    printTimes("detail of a match", looks, "< 100");
    print("longest gap while looking through them", static_cast<double>(watch.take()), "ms", "< 50");

    std::vector<qint64> searches;
    for (const char* words : {"w", "wa", "war", "warf", "fluc", "gi bl", "atri fib", "clar", "met", "z"}) {
        bool found = false;
        QElapsedTimer time;
        time.start();
        bridge.searchTerms(QStringLiteral("ingredient"), QLatin1String(words), 20, &window,
                           [&found](const Result<QList<Term>>&) { found = true; });
        if (!QTest::qWaitFor([&found] { return found; }, kPatience))
            return false;
        searches.push_back(time.nsecsElapsed());
    }
    printTimes("type-ahead", searches, "< 50");

    leaveAlone(kSettleMillis);
    const double before = processorSeconds();
    watch.stop();
    leaveAlone(kIdleMillis);
    print("processor while idle", (processorSeconds() - before) * kMillisPerSecond / kIdleMillis * 100, "%", "< 1");
    print("resident memory", residentMegabytes(), "MB", "< 300");
    return true;
}

int measureApart(const QString& folder, const char* what) {
    std::printf("\n%s\n", what);
    std::fflush(stdout);
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--measure"), folder});
    process.waitForFinished(-1);
    return process.exitCode();
}

} // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption history(QStringLiteral("history"), QStringLiteral("Outcomes in the history of the swarm."),
                                     QStringLiteral("N"), QStringLiteral("215000"));
    const QCommandLineOption folder(QStringLiteral("measure"), QStringLiteral("Measure this home only."),
                                    QStringLiteral("DIR"));
    parser.addOptions({history, folder});
    parser.process(application);
    if (parser.isSet(folder)) {
        const bool ok = measure(parser.value(folder));
        EngineBridge::waitUntilIdle();
        return ok ? 0 : 1;
    }
    const QTemporaryDir place;
    for (const auto& [name, count] : {std::pair{"small", 300}, std::pair{"large", parser.value(history).toInt()}}) {
        const QString home = place.filePath(QLatin1String(name));
        const bool filled = fill(home, count);
        EngineBridge::waitUntilIdle();
        if (!filled || measureApart(home + QStringLiteral("/full"), name) != 0)
            return 1;
    }
    return 0;
}
