// Homes that cannot be opened and disks that cannot be written: said plainly, and nothing lost.
#include "sample_outcomes.h"
#include "small_disk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace qis::testing;

namespace {

constexpr int kPatience = 60000;

bool runSql(const QString& file, const char* sql) {
    sqlite3* database = nullptr;
    const bool done =
        sqlite3_open_v2(file.toUtf8().constData(), &database, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK &&
        sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(database);
    return done;
}

/// Every command that opens a home is refused with this code.
void compareRefusals(const QString& home, const char* code, const QStringList& options = {}) {
    const auto asked = askQis(home, options + QStringList{u"status"_s});
    QCOMPARE(asked.exit, 1);
    QVERIFY2(asked.refused(code), asked.why());
    QCOMPARE(asked.object()["error"_L1]["code"_L1].toString(), QString::fromLatin1(code));
    const auto node = runProgram(nodeProgram(), QStringList{u"--home"_s, home} + options);
    QCOMPARE(node.exit, 1);
    QVERIFY2(node.refused(code), node.why());
    QVERIFY(!node.out.contains("ready"));
}

} // namespace

class TestHomes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aHomeHasOneOwner();
    void passphrases();
    void homesThatAreNone();
    void storesOfOthers_data();
    void storesOfOthers();
    void fullDiskOfTheSender();
    void fullDiskOfTheReceiver();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestHomes::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid() && !sampleOutcome().isEmpty());
}

void TestHomes::aHomeHasOneOwner() {
    const QString home = path(u"home"_s);
    QVERIFY(makeDemoHome(home, u"Clinic"_s));
    NodeProcess node(home);
    QVERIFY2(node.start(), node.errors());
    const auto second = runProgram(nodeProgram(), {u"--home"_s, home});
    QCOMPARE(second.exit, 1);
    QVERIFY2(second.refused("home-in-use"), second.why());
    QVERIFY(node.isRunning());
    QCOMPARE(ownPackets(home), 0); // and the owner still answers
    QVERIFY2(node.stop(), node.errors());
    QVERIFY2(node.start(), node.errors());
}

void TestHomes::passphrases() {
    const QString home = path(u"home"_s);
    const QByteArray secret = "correct horse battery";
    QVERIFY(writeFile(path(u"right"_s), secret + "\nsecond line\n"));
    QVERIFY(writeFile(path(u"wrong"_s), "correct horse batterY\n"));
    QVERIFY(writeFile(path(u"short"_s), "short\n"));
    const QStringList right{u"--passphrase-file"_s, path(u"right"_s)};
    const QStringList wrong{u"--passphrase-file"_s, path(u"wrong"_s)};
    const QStringList make{u"init"_s, u"--site"_s, u"Clinic"_s};

    const auto none = askQis(home, make);
    QCOMPARE(none.exit, 1);
    QVERIFY2(none.refused("passphrase-needed"), none.why());
    const auto tooShort = askQis(home, QStringList{u"--passphrase-file"_s, path(u"short"_s)} + make);
    QVERIFY2(tooShort.refused("passphrase-needed"), tooShort.why());
    const auto demo = askQis(home, right + make + QStringList{u"--demo"_s});
    QVERIFY2(demo.refused("bad-argument"), demo.why());
    const auto lost = askQis(home, QStringList{u"--passphrase-file"_s, path(u"lost"_s)} + make);
    QVERIFY2(lost.refused("not-found"), lost.why());
    const auto made = askQis(home, right + make);
    QVERIFY2(made.ok(), made.why());

    compareRefusals(home, "passphrase-needed");
    compareRefusals(home, "wrong-passphrase", wrong);
    const auto status = askQis(home, right + QStringList{u"status"_s});
    QVERIFY2(status.ok(), status.why());
    for (const auto& answer : {none, demo, made, status}) {
        QVERIFY(!answer.out.contains(secret) && !answer.err.contains(secret));
    }
    NodeProcess node(home);
    QVERIFY2(node.start(right), node.errors());
    QVERIFY(askQis(home, {u"status"_s}).ok()); // the owner has the keys
    QVERIFY2(node.stop(), node.errors());
}

void TestHomes::homesThatAreNone() {
    compareRefusals(path(u"nowhere"_s), "home-missing");
    QVERIFY(!QFile::exists(path(u"nowhere"_s)));
    QVERIFY(QDir().mkdir(path(u"empty"_s)));
    compareRefusals(path(u"empty"_s), "home-missing");
    QVERIFY(writeFile(path(u"file"_s), "not a folder"));
    compareRefusals(path(u"file"_s), "home-missing");

    QVERIFY(makeDemoHome(path(u"home"_s), u"Clinic"_s));
    const auto again = askQis(path(u"home"_s), {u"init"_s, u"--site"_s, u"Clinic"_s, u"--demo"_s});
    QCOMPARE(again.exit, 1);
    QVERIFY2(again.refused("home-exists"), again.why());

    QVERIFY(QFile::rename(path(u"home/vault"_s), path(u"vault"_s)));
    compareRefusals(path(u"home"_s), "vault-broken");
    QVERIFY(writeFile(path(u"home/vault"_s), "rubbish"));
    compareRefusals(path(u"home"_s), "vault-broken");
}

void TestHomes::storesOfOthers_data() {
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("newer") << QByteArray("PRAGMA user_version=4711") << QByteArray("store-newer");
    QTest::newRow("foreign") << QByteArray("PRAGMA application_id=4711") << QByteArray("store-foreign");
    QTest::newRow("damaged") << QByteArray("DROP TABLE outbox") << QByteArray("store-corrupt");
}

void TestHomes::storesOfOthers() {
    QFETCH(const QByteArray, sql);
    QFETCH(const QByteArray, code);
    const QString home = path(u"home"_s);
    QVERIFY(makeDemoHome(home, u"Clinic"_s));
    QVERIFY(emitOne(home, compact(sampleOutcome())).ok());
    QVERIFY(runSql(storeFile(home), sql.constData()));
    compareRefusals(home, code.constData());
    compareRefusals(home, code.constData()); // and it has not been mended or overwritten
}

void TestHomes::fullDiskOfTheSender() {
    SmallDisk disk(path(u"disk"_s), 1);
    if (!disk.isMounted()) {
        QSKIP(disk.whyNot().constData());
    }
    constexpr int kOutcomes = 3000;
    const QString home = path(u"disk/home"_s);
    QVERIFY(makeDemoHome(home, u"Clinic"_s));
    const QByteArray lines = numberedLines(kOutcomes);
    const auto cramped = emitLines(home, lines, {u"--rejects"_s, path(u"rejects"_s)});
    QCOMPARE(cramped.exit, 1);
    QVERIFY2(cramped.err.contains("\ndisk-full: "), cramped.why()); // after the log line of the first
    const auto told = cramped.lines();
    QVERIFY(!told.isEmpty() && told.size() < kOutcomes);

    QVERIFY(disk.grow(64));
    QCOMPARE(ownPackets(home), told.size()); // those it named, and no others
    const auto rest = emitLines(home, lines);
    QVERIFY2(rest.ok(), rest.why());
    const auto all = rest.lines();
    QCOMPARE(all.size(), kOutcomes);
    std::set<QString> ids;
    for (qsizetype i = 0; i < all.size(); ++i) {
        QVERIFY(i >= told.size() || all[i]["id"_L1] == told[i]["id"_L1]);
        ids.insert(all[i]["id"_L1].toString());
    }
    QCOMPARE(ids.size(), std::size_t{kOutcomes});
    QCOMPARE(ownPackets(home), kOutcomes);
    const auto last = askQis(home, {u"inspect"_s, u"--id"_s, all.back()["id"_L1].toString()}).object();
    QCOMPARE(last["sequence"_L1].toInt(), kOutcomes);
}

void TestHomes::fullDiskOfTheReceiver() {
    SmallDisk disk(path(u"disk"_s), 1);
    if (!disk.isMounted()) {
        QSKIP(disk.whyNot().constData());
    }
    constexpr int kOutcomes = 2000;
    NodeProcess sender(path(u"sender"_s));
    NodeProcess receiver(path(u"disk/home"_s));
    QVERIFY(makeDemoHome(sender.home(), u"Sender"_s) && makeDemoHome(receiver.home(), u"Receiver"_s));
    QVERIFY2(sender.start({u"--listen"_s, u"tcp://127.0.0.1:0"_s}), sender.errors());
    QVERIFY2(receiver.start({u"--join"_s, sender.endpoint()}), receiver.errors());
    QVERIFY(addProfile(receiver.home(), profileLike(u"watch"_s, sampleOutcome())).ok());
    const auto emitted = emitLines(sender.home(), numberedLines(kOutcomes));
    QVERIFY2(emitted.ok(), emitted.why());

    const auto status = [&receiver] { return statusOf(receiver.home()); };
    QTRY_VERIFY_WITH_TIMEOUT(status()["counters"_L1]["store-disk-full"_L1].toInt() > 0, kPatience);
    QVERIFY(receiver.isRunning());
    QVERIFY(status()["storage"_L1]["packets"_L1].toInt() < kOutcomes);

    QVERIFY(disk.grow(64));
    QTRY_COMPARE_WITH_TIMEOUT(status()["storage"_L1]["packets"_L1].toInt(), kOutcomes, 2 * kPatience);
    QCOMPARE(status()["storage"_L1]["matches"_L1].toInt(), kOutcomes);
    QCOMPARE(status()["refusals"_L1].toObject(), QJsonObject());
    QVERIFY2(receiver.stop(), receiver.errors());
}

QTEST_GUILESS_MAIN(TestHomes)
#include "tst_homes.moc"
