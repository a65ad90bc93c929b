// Three nodes under load lose power again and again, with all that was not synced. What a loader has
// been told is safe must be safe, once and only once, at everybody who asked for it.
#include "sample_outcomes.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <array>
#include <map>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace qis::testing;

namespace {

constexpr std::uint32_t kSeed = 20250314;
constexpr int kConvergence = 300000;
constexpr int kMostLines = 80; ///< in one run of the loader

/// Emits numbered outcomes through `qis emit --lines`, run after run, and says again in the next run
/// what the one before has not been told an id for.
class Loader {
public:
    Loader(QString home, QJsonObject outcome)
        : m_home(std::move(home))
        , m_outcome(std::move(outcome)) {}

    [[nodiscard]] const std::map<QString, QString>& idByRef() const { return m_idByRef; }
    [[nodiscard]] const QByteArray& trouble() const { return m_trouble; }
    [[nodiscard]] int cutOff() const { return m_cutOff; }

    /// Run after run from now on, as long as the event loop runs.
    void resume() {
        m_paused = false;
        if (!m_process) {
            run(m_random.bounded(1, kMostLines));
        }
    }
    /// Returns when the run under way has ended.
    void pause() {
        m_paused = true;
        if (m_process && !m_process->waitForFinished(kConvergence)) {
            m_trouble += "the loader does not end";
            m_process.reset();
        }
    }
    /// The rest, and nothing new.
    void finish() {
        pause();
        if (!m_again.isEmpty()) {
            run(0);
            pause();
        }
    }

private:
    void run(int fresh) {
        m_underWay = m_again;
        m_again.clear();
        for (int i = 0; i < fresh; ++i) {
            m_underWay << u"case-%1"_s.arg(m_next++);
        }
        QByteArray lines;
        for (const auto& ref : m_underWay) {
            m_outcome["ref"_L1] = ref;
            lines += compact(m_outcome) + '\n';
        }
        m_process = launch(qisProgram(), {u"--home"_s, m_home, u"emit"_s, u"--lines"_s, u"--file"_s, u"-"_s});
        QObject::connect(m_process.get(), &QProcess::finished, m_process.get(), [this] { settle(); });
        m_process->write(lines);
        m_process->closeWriteChannel();
    }

    /// Lines are answered in their order.
    void settle() {
        constexpr int kNotReachable = 3;
        auto* const ended = m_process.release();
        ended->deleteLater(); // it is the sender of the signal that brought us here
        const Finished result{ended->exitStatus() == QProcess::NormalExit ? ended->exitCode() : Finished::kNone,
                              ended->readAllStandardOutput(), ended->readAllStandardError()};
        const auto told = result.lines();
        for (qsizetype i = 0; i < m_underWay.size(); ++i) {
            const QString id = i < told.size() ? told[i]["id"_L1].toString() : QString();
            if (id.isEmpty()) {
                m_again << m_underWay[i];
            } else {
                m_idByRef[m_underWay[i]] = id;
            }
        }
        const bool cut = result.exit == kNotReachable;
        m_cutOff += cut ? 1 : 0;
        if ((!cut && !result.ok()) || (result.ok() && !m_again.isEmpty())) {
            m_trouble += result.why();
        }
        if (!m_paused) {
            run(m_random.bounded(1, kMostLines));
        }
    }

    QString m_home;
    QJsonObject m_outcome;
    QRandomGenerator m_random{kSeed};
    int m_next = 0;
    bool m_paused = true;
    std::unique_ptr<QProcess> m_process;
    QStringList m_underWay;
    QStringList m_again;
    std::map<QString, QString> m_idByRef;
    QByteArray m_trouble;
    int m_cutOff = 0;
};

/// A node on a file system that forgets what was not synced, always at the address of its first start.
class VolatileNode {
public:
    explicit VolatileNode(const QString& home)
        : m_node(home) {}

    [[nodiscard]] NodeProcess& process() { return m_node; }
    void setJoin(const QString& endpoint) { m_join = endpoint; }

    [[nodiscard]] bool start(std::uint32_t seed) {
        begin(seed);
        return awaitReady();
    }
    void begin(std::uint32_t seed) {
        m_node.setProgram(builtProgram(u"tests/integration/qis-node-volatile"_s), {QString::number(seed)});
        QStringList arguments{u"--listen"_s, m_address};
        if (!m_join.isEmpty()) {
            arguments << u"--join"_s << m_join;
        }
        m_node.begin(arguments);
    }
    [[nodiscard]] bool awaitReady() {
        const bool ready = m_node.awaitReady();
        if (ready) {
            m_address = m_node.endpoint().section(u'#', 0, 0);
        }
        return ready;
    }

private:
    NodeProcess m_node;
    QString m_address = u"tcp://127.0.0.1:0"_s;
    QString m_join;
};

/// The only number that `sql` gives on the store of a home that nobody uses.
qint64 numberIn(const QString& home, const char* sql) {
    qint64 number = -1;
    sqlite3* database = nullptr;
    sqlite3_stmt* statement = nullptr;
    const QByteArray file = storeFile(home).toUtf8();
    if (sqlite3_open_v2(file.constData(), &database, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK &&
        sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        number = sqlite3_column_int64(statement, 0);
    }
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return number;
}

QStringList matchedIds(const QString& home) {
    QStringList ids;
    for (qint64 cursor = 0;;) {
        const auto page = askQis(home, {u"matches"_s, u"--profile"_s, u"watch"_s, u"--after"_s, QString::number(cursor),
                                        u"--limit"_s, u"2000"_s})
                              .array();
        if (page.isEmpty()) {
            ids.sort();
            return ids;
        }
        for (const auto& match : page) {
            ids << match["id"_L1].toString();
            cursor = std::max(cursor, match["cursor"_L1].toInteger());
        }
    }
}

} // namespace

class TestPowerCuts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasPromisedArrivesOnce();
};

void TestPowerCuts::whatWasPromisedArrivesOnce() {
    const int wanted = qEnvironmentVariableIntValue("QIS_KILLS");
    const int kills = wanted > 0 ? wanted : 30;
    qInfo("seed %u, %d power cuts", kSeed, kills);
    QRandomGenerator random(kSeed);

    QTemporaryDir folder;
    std::array<VolatileNode, 3> nodes{VolatileNode(folder.filePath(u"a"_s)), VolatileNode(folder.filePath(u"b"_s)),
                                      VolatileNode(folder.filePath(u"c"_s))};
    auto& sender = nodes[0];
    for (auto& node : nodes) {
        const QString home = node.process().home();
        QVERIFY(makeDemoHome(home, u"Clinic"_s));
        if (&node != &sender) {
            const auto added = addProfile(home, profileLike(u"watch"_s, sampleOutcome()));
            QVERIFY2(added.ok(), added.why());
            node.setJoin(sender.process().endpoint());
        }
        QVERIFY2(node.start(random.generate()), node.process().errors());
    }

    Loader loader(sender.process().home(), sampleOutcome());
    loader.resume();
    for (int cut = 0; (cut < kills || loader.cutOff() == 0) && loader.trouble().isEmpty();) {
        QTest::qWait(random.bounded(500));                     // so that cuts come at any moment of what goes on
        auto& node = nodes[random.bounded(4U) % nodes.size()]; // the sender as often as both others
        if (node.process().isRunning()) {
            node.process().kill();
            ++cut;
            if (random.bounded(2) == 0) {
                continue; // stays away until it is chosen again
            }
        }
        if (&node == &sender) {
            loader.pause(); // which otherwise would open the home by itself
        }
        if (random.bounded(4) == 0) {
            node.begin(random.generate());
            QTest::qWait(random.bounded(300)); // perhaps while it puts its store in order
            node.process().kill();
            ++cut;
        }
        QVERIFY2(node.start(random.generate()), node.process().errors());
        if (&node == &sender) {
            loader.resume();
        }
    }
    loader.pause();
    for (auto& node : nodes) {
        if (!node.process().isRunning()) {
            QVERIFY2(node.start(random.generate()), node.process().errors());
        }
    }
    loader.finish();
    QCOMPARE(loader.trouble(), QByteArray());

    QStringList promised;
    for (const auto& [ref, id] : loader.idByRef()) {
        promised << id;
    }
    promised.sort();
    qInfo("%d outcomes, %d runs of the loader cut off", static_cast<int>(promised.size()), loader.cutOff());
    QCOMPARE(promised.removeDuplicates(), 0);

    for (std::size_t i = 1; i < nodes.size(); ++i) {
        const QString home = nodes[i].process().home();
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(home)["storage"_L1]["packets"_L1].toInt(), promised.size(), kConvergence);
        QVERIFY(matchedIds(home) == promised);
        QCOMPARE(statusOf(home)["refusals"_L1].toObject(), QJsonObject());
    }
    QTRY_COMPARE_WITH_TIMEOUT(askQis(sender.process().home(), {u"outbox"_s}).out.trimmed(), QByteArray("[]"),
                              kConvergence);
    for (auto& node : nodes) {
        const QString home = node.process().home();
        QVERIFY2(node.process().stop(), node.process().errors());
        QCOMPARE(numberIn(home, "SELECT count(*) FROM packets"), promised.size());
        QCOMPARE(numberIn(home, "SELECT count(DISTINCT sequence) FROM packets"), promised.size());
        QCOMPARE(numberIn(home, "SELECT min(sequence) FROM packets"), 1);
        QCOMPARE(numberIn(home, "SELECT max(sequence) FROM packets"), promised.size());
        QCOMPARE(numberIn(home, "SELECT count(*) FROM equivocations"), 0);
        QCOMPARE(numberIn(home, "SELECT count(*) FROM quarantine"), 0);
        QCOMPARE(numberIn(home, "SELECT integrity_check = 'ok' FROM pragma_integrity_check"), 1);
    }
}

int main(int argc, char** argv) {
    // The long run takes more than the five minutes after which Qt Test gives a function up.
    qputenv("QTEST_FUNCTION_TIMEOUT", "3600000");
    QCoreApplication application(argc, argv);
    TestPowerCuts test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_power_cuts.moc"
