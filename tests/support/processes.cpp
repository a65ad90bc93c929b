#include "processes.h"

#include <QDeadlineTimer>
#include <QRegularExpression>

#include <algorithm>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

namespace qis::testing {

namespace {

constexpr int kDeadlineMillis = 120000; ///< far beyond anything but a hang

int timeLeft(const QDeadlineTimer& deadline) {
    return static_cast<int>(deadline.remainingTime());
}

} // namespace

QString builtProgram(const QString& relative) {
    const QString folder = qEnvironmentVariable("QIS_BIN_DIR");
    if (folder.isEmpty()) {
        qFatal("QIS_BIN_DIR must name the build folder.");
    }
    return folder + u'/' + relative;
}

std::unique_ptr<QProcess> launch(const QString& program, const QStringList& arguments) {
    auto process = std::make_unique<QProcess>();
#ifdef Q_OS_LINUX
    process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
    process->start(program, arguments);
    return process;
}

QList<QJsonObject> Finished::lines() const {
    QList<QJsonObject> objects;
    for (const auto& line : out.split('\n')) {
        if (!line.isEmpty()) {
            objects.append(QJsonDocument::fromJson(line).object());
        }
    }
    return objects;
}

bool Finished::refused(const char* code) const {
    static const QRegularExpression kLine(QStringLiteral("^[a-z0-9-]+: [A-Z].*\\.( \\(.*\\))?$"));
    const auto lines = QString::fromUtf8(err).split(u'\n', Qt::SkipEmptyParts);
    return err.startsWith(QByteArray(QByteArray(code) + ": ")) &&
           std::all_of(lines.begin(), lines.end(), [](const QString& line) { return kLine.match(line).hasMatch(); });
}

QByteArray Finished::why() const {
    return "exit " + QByteArray::number(exit) + ": " + err;
}

Finished runProgram(const QString& program, const QStringList& arguments, const QByteArray& input) {
    const auto process = launch(program, arguments);
    process->write(input);
    process->closeWriteChannel();
    Finished result;
    if (!process->waitForFinished(kDeadlineMillis)) {
        process->kill();
        process->waitForFinished();
    } else if (process->exitStatus() == QProcess::NormalExit) {
        result.exit = process->exitCode();
    }
    result.out = process->readAllStandardOutput();
    result.err = process->readAllStandardError();
    return result;
}

Finished askQis(const QString& home, const QStringList& arguments, const QByteArray& input) {
    QStringList all{QStringLiteral("--json")};
    if (!home.isEmpty()) {
        all << QStringLiteral("--home") << home;
    }
    return runProgram(qisProgram(), all + arguments, input);
}

bool makeDemoHome(const QString& home, const QString& site) {
    const auto made = askQis(home, {QStringLiteral("init"), QStringLiteral("--site"), site, QStringLiteral("--demo")});
    if (!made.ok()) {
        qWarning("init: %s", made.why().constData());
    }
    return made.ok();
}

NodeProcess::NodeProcess(QString home)
    : m_home(std::move(home)) {}

NodeProcess::~NodeProcess() {
    kill();
}

void NodeProcess::setProgram(const QString& program, const QStringList& firstArguments) {
    m_program = program;
    m_firstArguments = firstArguments;
}

bool NodeProcess::start(const QStringList& arguments) {
    begin(arguments);
    return awaitReady();
}

void NodeProcess::begin(const QStringList& arguments) {
    kill();
    m_endpoint.clear();
    m_errors.clear();
    m_process = launch(m_program, m_firstArguments + QStringList{QStringLiteral("--home"), m_home} + arguments);
    m_process->waitForStarted();
}

bool NodeProcess::awaitReady() {
    const QDeadlineTimer deadline(kDeadlineMillis);
    for (;;) {
        while (m_process->canReadLine()) {
            const QByteArray line = m_process->readLine().trimmed();
            if (line == "ready") {
                return true;
            }
            if (m_endpoint.isEmpty() && line.startsWith("listening ")) {
                m_endpoint = QString::fromUtf8(line.mid(10));
            }
        }
        if (!m_process->waitForReadyRead(timeLeft(deadline)) && !m_process->canReadLine()) {
            kill();
            return false;
        }
    }
}

bool NodeProcess::stop() {
    if (!isRunning()) {
        return false;
    }
    m_process->terminate();
    const bool clean = m_process->waitForFinished(kDeadlineMillis) && m_process->exitStatus() == QProcess::NormalExit &&
                       m_process->exitCode() == 0;
    kill();
    return clean;
}

void NodeProcess::kill() {
    if (!m_process) {
        return;
    }
    if (m_process->state() != QProcess::NotRunning) {
        m_process->kill();
        m_process->waitForFinished();
    }
    m_errors = m_process->readAllStandardError();
    m_process.reset();
}

} // namespace qis::testing
