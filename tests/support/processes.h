#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <memory>

/// The built programs, run as their users run them.
namespace qis::testing {

/// <QIS_BIN_DIR>/<relative>; QIS_BIN_DIR is the build folder.
[[nodiscard]] QString builtProgram(const QString& relative);
[[nodiscard]] inline QString qisProgram() {
    return builtProgram(QStringLiteral("app/cli/qis"));
}
[[nodiscard]] inline QString nodeProgram() {
    return builtProgram(QStringLiteral("app/node/qis-node"));
}

/// Starts a program that does not outlive this one.
[[nodiscard]] std::unique_ptr<QProcess> launch(const QString& program, const QStringList& arguments);

/// What a finished program left behind.
struct Finished {
    static constexpr int kNone = -1; ///< did not start, crashed, or was killed at the deadline

    int exit = kNone;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] bool ok() const { return exit == 0; }
    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
    [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
    /// One JSON object a line.
    [[nodiscard]] QList<QJsonObject> lines() const;
    /// Every line on stderr is "CODE: sentence", the first of them with this code.
    [[nodiscard]] bool refused(const char* code) const;
    /// Exit status and stderr, for the message of a failed check.
    [[nodiscard]] QByteArray why() const;
};
[[nodiscard]] Finished runProgram(const QString& program, const QStringList& arguments, const QByteArray& input = {});
/// `qis --home HOME --json ARGUMENTS`; without --home if `home` is empty.
[[nodiscard]] Finished askQis(const QString& home, const QStringList& arguments, const QByteArray& input = {});
/// Makes a demo home; true when done.
[[nodiscard]] bool makeDemoHome(const QString& home, const QString& site);

/// A node process on one home.
class NodeProcess {
public:
    explicit NodeProcess(QString home);
    ~NodeProcess();
    NodeProcess(const NodeProcess&) = delete;
    NodeProcess& operator=(const NodeProcess&) = delete;

    /// Returns once the node has printed "ready"; false when it ends or takes too long before that.
    [[nodiscard]] bool start(const QStringList& arguments = {});
    /// The two halves of start.
    void begin(const QStringList& arguments);
    [[nodiscard]] bool awaitReady();
    /// Instead of qis-node and before its --home.
    void setProgram(const QString& program, const QStringList& firstArguments);
    /// SIGTERM; true when it ended by itself with status 0.
    [[nodiscard]] bool stop();
    /// SIGKILL.
    void kill();

    [[nodiscard]] bool isRunning() const { return m_process && m_process->state() == QProcess::Running; }
    [[nodiscard]] const QString& home() const { return m_home; }
    /// The first "listening ENDPOINT" of the last start.
    [[nodiscard]] const QString& endpoint() const { return m_endpoint; }
    /// Of the last start that failed, or of the last stop.
    [[nodiscard]] const QByteArray& errors() const { return m_errors; }

private:
    QString m_home;
    QString m_program = nodeProgram();
    QStringList m_firstArguments;
    QString m_endpoint;
    QByteArray m_errors;
    std::unique_ptr<QProcess> m_process;
};

} // namespace qis::testing
