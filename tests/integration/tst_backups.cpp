// Backup and restore as commands, with the process killed at any moment.
#include "sample_outcomes.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace qis::testing;

namespace {

constexpr quint32 kSeed = 20260401;
constexpr int kPatience = 60000;
constexpr int kOutcomes = 1500;
constexpr int kKills = 20;

/// Runs qis and kills it after this many milliseconds, unless it has ended by then.
void runAndKill(const QStringList& arguments, int millis) {
    const auto process = launch(qisProgram(), arguments);
    if (!process->waitForFinished(millis)) {
        process->kill();
        process->waitForFinished(kPatience);
    }
}

} // namespace

class TestBackups : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void throughTheProcessThatOwnsTheHome();
    void refusals();
    void aKilledBackupIsNotThere();
    void aKilledRestoringIsNotThere();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    /// A home with many outcomes.
    [[nodiscard]] bool makeBigHome() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestBackups::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid() && !sampleOutcome().isEmpty());
}

bool TestBackups::makeBigHome() const {
    return makeDemoHome(path(u"home"_s), u"Clinic"_s) && emitLines(path(u"home"_s), numberedLines(kOutcomes)).ok();
}

void TestBackups::throughTheProcessThatOwnsTheHome() {
    const QString home = path(u"home"_s);
    QVERIFY(makeDemoHome(home, u"Clinic"_s));
    QVERIFY(emitOne(home, compact(sampleOutcome())).ok());
    NodeProcess node(home);
    QVERIFY2(node.start(), node.errors());
    const auto made = askQis(home, {u"backup"_s, path(u"copy"_s)});
    QVERIFY2(made.ok(), made.why());
    QCOMPARE(made.object()["sequence"_L1].toInt(), 1);
    QVERIFY(!askQis(home, {u"status"_s}).object()["last_backup"_L1].isNull());
    QVERIFY2(node.stop(), node.errors());

    const QString again = path(u"again"_s);
    const auto restored = askQis(again, {u"restore"_s, path(u"copy"_s)});
    QVERIFY2(restored.ok(), restored.why());
    QCOMPARE(restored.object()["author"_L1], made.object()["author"_L1]);
    const auto waits = askQis(again, {u"restored"_s});
    QCOMPARE(waits.object()["restored"_L1]["reason"_L1].toString(), u"no-peers"_s);
    const auto held = emitOne(again, compact(sampleOutcome()));
    QVERIFY2(held.ok(), held.why());
    QCOMPARE(held.object()["state"_L1].toString(), u"held"_s);
    QVERIFY(held.object()["id"_L1].isNull());
    QCOMPARE(ownPackets(again), qint64{1});
    QVERIFY(askQis(again, {u"restored"_s, u"--nothing-sent"_s}).object()["restored"_L1].isNull());
    QCOMPARE(ownPackets(again), qint64{2});
}

void TestBackups::refusals() {
    const QString home = path(u"home"_s);
    QVERIFY(makeDemoHome(home, u"Clinic"_s));
    QVERIFY(askQis(home, {u"backup"_s, path(u"copy"_s)}).ok());
    const auto refused = [](const Finished& asked, const char* code) { return asked.exit == 1 && asked.refused(code); };
    QVERIFY(refused(askQis(home, {u"backup"_s, path(u"copy"_s)}), "already-exists"));
    QVERIFY(askQis(home, {u"backup"_s, u"--replace"_s, path(u"copy"_s)}).ok());
    QVERIFY(refused(askQis(home, {u"backup"_s, path(u"nowhere/copy"_s)}), "target-unwritable"));
    QVERIFY(refused(askQis(home, {u"restore"_s, path(u"copy"_s)}), "home-exists"));
    QVERIFY(refused(askQis(path(u"new"_s), {u"restore"_s, path(u"nowhere"_s)}), "not-found"));
    QVERIFY(refused(askQis(path(u"new"_s), {u"restore"_s, home + u"/vault"_s}), "not-a-backup"));
    QVERIFY(refused(askQis(path(u"nowhere"_s), {u"backup"_s, path(u"x"_s)}), "home-missing"));
    QVERIFY(!QFile::exists(path(u"new"_s)) && !QFile::exists(path(u"x"_s)));
    QCOMPARE(askQis(home, {u"backup"_s}).exit, 2);
}

void TestBackups::aKilledBackupIsNotThere() {
    qInfo("seed %u", kSeed);
    QRandomGenerator random(kSeed);
    QVERIFY(makeBigHome());
    const QString home = path(u"home"_s);
    const QString copy = path(u"copy"_s);
    int whole = 0;
    for (int kill = 0; kill < kKills; ++kill) {
        QFile::remove(copy);
        runAndKill({u"--home"_s, home, u"backup"_s, copy}, random.bounded(400));
        if (!QFile::exists(copy)) {
            continue;
        }
        const QString again = path(u"again%1"_s.arg(kill));
        const auto restored = askQis(again, {u"restore"_s, copy});
        QVERIFY2(restored.ok(), restored.why());
        QCOMPARE(ownPackets(again), qint64{kOutcomes});
        ++whole;
    }
    qInfo("%d of %d were complete", whole, kKills);
    QFile::remove(copy);
    QVERIFY(askQis(home, {u"backup"_s, copy}).ok());
    QCOMPARE(ownPackets(home), qint64{kOutcomes});
    QCOMPARE(QDir(path({})).entryList({u"copy*"_s}, QDir::Files), QStringList{u"copy"_s});
}

void TestBackups::aKilledRestoringIsNotThere() {
    qInfo("seed %u", kSeed);
    QRandomGenerator random(kSeed);
    QVERIFY(makeBigHome());
    const QString copy = path(u"copy"_s);
    QVERIFY(askQis(path(u"home"_s), {u"backup"_s, copy}).ok());
    const QString again = path(u"again"_s);
    int whole = 0;
    for (int kill = 0; kill < kKills; ++kill) {
        runAndKill({u"--home"_s, again, u"restore"_s, copy}, random.bounded(300));
        if (QFile::exists(again)) {
            QCOMPARE(ownPackets(again), qint64{kOutcomes});
            QVERIFY(!askQis(again, {u"restored"_s}).object()["restored"_L1].isNull());
            QVERIFY(QDir(again).removeRecursively());
            ++whole;
        }
    }
    qInfo("%d of %d were complete", whole, kKills);
    const auto restored = askQis(again, {u"restore"_s, copy});
    QVERIFY2(restored.ok(), restored.why());
    QVERIFY(!QFile::exists(again + u".restoring"_s));
}

QTEST_GUILESS_MAIN(TestBackups)
#include "tst_backups.moc"
