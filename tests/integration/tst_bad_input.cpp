// What users, scripts, strangers and full disks do wrong: each refused with a code and a sentence,
// nothing lost, nothing half done.
#include "hostile_bytes.h"
#include "processes.h"
#include "small_disk.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace qis::testing;

namespace {

constexpr int kPatience = 60000;

QByteArray compact(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

const QJsonObject& example() {
    static const QJsonObject kExample = [] {
        auto shown = askQis({}, {u"pack"_s, u"show"_s, u"ddi"_s, u"--schema"_s}).object()["examples"_L1][0].toObject();
        shown.remove("ref"_L1);
        return shown;
    }();
    return kExample;
}

/// The example with one member of one side set.
QJsonObject exampleWith(QLatin1StringView side, QLatin1StringView member, const QJsonValue& value) {
    auto outcome = example();
    auto fields = outcome[side].toObject();
    fields[member] = value;
    outcome[side] = fields;
    return outcome;
}

QByteArray numberedLines(int count) {
    QByteArray lines;
    auto outcome = example();
    for (int i = 0; i < count; ++i) {
        outcome["ref"_L1] = u"case-%1"_s.arg(i);
        lines += compact(outcome) + '\n';
    }
    return lines;
}

QByteArray watchProfile() {
    return compact({{u"name"_s, u"watch"_s},
                    {u"pack"_s, u"ddi"_s},
                    {u"prototype"_s, QJsonObject{{u"condition"_s, example()["condition"_L1]}}}});
}

Finished emitOne(const QString& home, const QByteArray& outcome) {
    return askQis(home, {u"emit"_s, u"--file"_s, u"-"_s}, outcome);
}

Finished emitLines(const QString& home, const QByteArray& lines, const QStringList& more = {}) {
    return askQis(home, QStringList{u"emit"_s, u"--lines"_s, u"--file"_s, u"-"_s} + more, lines);
}

qint64 ownPackets(const QString& home) {
    return askQis(home, {u"status"_s}).object()["storage"_L1]["own_packets"_L1].toInteger(-1);
}

bool writeFile(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

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

class TestBadInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void usage_data();
    void usage();
    void refusals_data();
    void refusals();
    void badOutcomes_data();
    void badOutcomes();
    void noMoreThan512Bytes();
    void badLinesAreSetAside();
    void oneRefIsOneOutcome();
    void garbageOnThePort();
    void garbageOnTheControlSocket();
    void aHomeHasOneOwner();
    void passphrases();
    void homesThatAreNone();
    void storesOfOthers_data();
    void storesOfOthers();
    void fullDiskOfTheSender();
    void fullDiskOfTheReceiver();
    void cleanupTestCase();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }

    /// One for all refusals that must leave it empty.
    [[nodiscard]] QString emptyHome() const { return m_shared.filePath(u"home"_s); }

    QTemporaryDir m_shared;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestBadInput::initTestCase() {
    QVERIFY(makeDemoHome(emptyHome(), u"Clinic"_s));
}

void TestBadInput::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid() && !example().isEmpty());
}

void TestBadInput::usage_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("no such command") << QStringList{u"emmit"_s};
    QTest::newRow("no such option") << QStringList{u"status"_s, u"--colour"_s};
    QTest::newRow("option without its value") << QStringList{u"emit"_s, u"--file"_s};
    QTest::newRow("needed option missing") << QStringList{u"emit"_s};
    QTest::newRow("no subcommand") << QStringList{u"profile"_s};
    QTest::newRow("not a number") << QStringList{u"matches"_s, u"--limit"_s, u"many"_s};
    QTest::newRow("two commands") << QStringList{u"status"_s, u"outbox"_s};
    QTest::newRow("inspect nothing") << QStringList{u"inspect"_s};
    QTest::newRow("inspect two things") << QStringList{u"inspect"_s, u"file"_s, u"--id"_s, u"00"_s};
    QTest::newRow("init without a site") << QStringList{u"init"_s, u"--demo"_s};
}

void TestBadInput::usage() {
    QFETCH(const QStringList, arguments);
    const auto answer = askQis(path(u"home"_s), arguments);
    QCOMPARE(answer.exit, 2);
    QVERIFY(!answer.err.isEmpty());
    QCOMPARE(answer.out, QByteArray());
    QVERIFY(!QFile::exists(path(u"home"_s)));
}

void TestBadInput::refusals_data() {
    const QString id(64, u'0');
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const QStringList& arguments, const QByteArray& input, const char* code) {
        QTest::newRow(name) << arguments << input << QByteArray(code);
    };
    const QStringList profile{u"profile"_s, u"add"_s, u"--file"_s, u"-"_s};
    row("no such file", {u"emit"_s, u"--file"_s, u"/nowhere/at/all"_s}, {}, "not-found");
    row("no such pack", {u"pack"_s, u"show"_s, u"alchemy"_s}, {}, "unknown-pack");
    row("no such code system", {u"terms"_s, u"spells"_s, u"lumos"_s}, {}, "not-found");
    row("id that is none", {u"inspect"_s, u"--id"_s, u"zz"_s}, {}, "bad-argument");
    row("id held nowhere", {u"inspect"_s, u"--id"_s, id}, {}, "not-found");
    row("retract nothing", {u"retract"_s, u"--target"_s, id}, {}, "not-found");
    row("explain without profile", {u"explain"_s, u"--id"_s, id, u"--profile"_s, u"none"_s}, {}, "not-found");
    row("evidence without profile", {u"evidence"_s, u"--profile"_s, u"none"_s}, {}, "not-found");
    row("matches of no profile", {u"matches"_s, u"--profile"_s, u"none"_s}, {}, "not-found");
    row("remove no profile", {u"profile"_s, u"remove"_s, u"none"_s}, {}, "not-found");
    row("profile that is not JSON", profile, "[", "not-json");
    row("profile that is a list", profile, "[]", "not-json");
    row("profile of no pack", profile, R"({"name":"p","pack":"alchemy","prototype":{}})", "unknown-pack");
    row("profile that asks for nothing", profile, R"({"name":"p","pack":"ddi","prototype":{}})", "bad-profile");
    row("profile with an unknown member", profile, R"({"name":"p","pack":"ddi","colour":1})", "unknown-member");
    row("profile out of range", profile,
        R"({"name":"p","pack":"ddi","prototype":{"condition":{"sex":"male"}},"theta":7})", "bad-profile");
    row("profile named like an outcome", profile,
        R"({"name":"outcome:1","pack":"ddi","prototype":{"condition":{"sex":"male"}}})", "bad-profile");
    row("packet that is text", {u"verify"_s, u"-"_s}, "hello", "not-cbor");
    row("packet of two numbers", {u"verify"_s, u"-"_s}, "\x01\x02", "trailing-bytes");
    row("packet of nothing", {u"verify"_s, u"-"_s}, {}, "not-cbor");
    row("packet that is too long", {u"verify"_s, u"-"_s}, QByteArray(513, '\0'), "too-large");
}

void TestBadInput::refusals() {
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, input);
    QFETCH(const QByteArray, code);
    const auto answer = askQis(emptyHome(), arguments, input);
    QCOMPARE(answer.exit, 1);
    QVERIFY2(answer.refused(code.constData()), answer.why());
    QCOMPARE(answer.err.count('\n'), 1);
}

void TestBadInput::badOutcomes_data() {
    QTest::addColumn<QByteArray>("outcome");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const QByteArray& outcome, const char* code) {
        QTest::newRow(name) << outcome << QByteArray(code);
    };
    row("nothing", {}, "not-json");
    row("half an object", R"({"pack":"ddi",)", "not-json");
    row("two objects", compact(example()) + compact(example()), "not-json");
    row("deep nesting", QByteArray(5000, '['), "nesting-too-deep");
    row("not text", QByteArray("\xff\xfe{}"), "not-json");
    row("another pack", R"({"pack":"alchemy"})", "unknown-pack");
    auto odd = example();
    odd["colour"_L1] = u"red"_s;
    row("unknown member", compact(odd), "unknown-member");
    row("unknown term", compact(exampleWith("condition"_L1, "object_drug"_L1, u"phlogiston"_s)), "unknown-term");
    row("wrong type", compact(exampleWith("condition"_L1, "object_drug"_L1, QJsonArray{1})), "wrong-type");
    row("wrong unit",
        compact(exampleWith("condition"_L1, "object_dose"_L1, QJsonObject{{u"value"_s, 5}, {u"unit"_s, u"km"_s}})),
        "bad-unit");
    row("broken rule", compact(exampleWith("condition"_L1, "precipitant_drug"_L1, u"warfarin"_s)), "rule-broken");
    row("a person's text", compact(exampleWith("condition"_L1, "sex"_L1, u"Jane Doe"_s)), "not-allowed");
}

void TestBadInput::badOutcomes() {
    QFETCH(const QByteArray, outcome);
    QFETCH(const QByteArray, code);
    const QString home = emptyHome();
    const auto composed = askQis(home, {u"compose"_s, u"--file"_s, u"-"_s}, outcome);
    QCOMPARE(composed.exit, 1);
    QVERIFY2(composed.refused(code.constData()), composed.why());
    QCOMPARE(composed.object()["valid"_L1].toBool(true), false);
    const auto emitted = emitOne(home, outcome);
    QCOMPARE(emitted.exit, 1);
    QVERIFY2(emitted.refused(code.constData()), emitted.why());
    QCOMPARE(emitted.object()["problems"_L1][0]["code"_L1].toString(), QString::fromLatin1(code));
}

/// The shipped packs cannot say more than a packet holds, so one is made that can.
void TestBadInput::noMoreThan512Bytes() {
    QFile shipped(QStringLiteral(QIS_SOURCE_DIR "/resources/packs/ddi.json"));
    QVERIFY(shipped.open(QIODevice::ReadOnly));
    const auto roomy = QString::fromUtf8(shipped.readAll())
                           .replace(QRegularExpression(u"\"max_items\": *[0-9]+"_s), u"\"max_items\": 24"_s);
    QVERIFY(QDir().mkpath(path(u"resources/packs"_s)) &&
            writeFile(path(u"resources/packs/ddi.json"_s), roomy.toUtf8()));
    QVERIFY(QFile::link(QStringLiteral(QIS_SOURCE_DIR "/resources/vocabularies"), path(u"resources/vocabularies"_s)));
    const QStringList use{u"--resources"_s, path(u"resources"_s)};
    const auto terms = [](const QString& system) {
        QJsonArray ids;
        for (const auto& hit : askQis({}, {u"terms"_s, system, u"a"_s, u"--limit"_s, u"24"_s}).array()) {
            ids << hit["id"_L1];
        }
        return ids;
    };
    const QString home = path(u"home"_s);
    QVERIFY(makeDemoHome(home, u"Clinic"_s));
    auto outcome = exampleWith("condition"_L1, "co_medication"_L1, terms(u"ingredient"_s));
    auto condition = outcome["condition"_L1].toObject();
    condition["phenotype"_L1] = terms(u"phenotype"_s);
    outcome["condition"_L1] = condition;
    constexpr qint64 kMany = 1LL << 40;
    QJsonArray cells;
    for (int i = 0; i < 8; ++i) {
        cells << kMany;
    }
    outcome["basis"_L1] = QJsonObject{{u"kind"_s, u"cells"_s}, {u"cells"_s, cells}};

    // A note fills it up to the last byte; one more letter is too much.
    outcome["note"_L1] = u"x"_s;
    const auto small = askQis(home, use + QStringList{u"compose"_s, u"--file"_s, u"-"_s}, compact(outcome));
    QVERIFY2(small.ok(), small.why());
    const int room = 512 - small.object()["bytes"_L1].toInt();
    QVERIFY2(room > 24 && room < 90, QByteArray::number(room)); // so that the note's own length takes one byte more
    outcome["note"_L1] = QString(room, u'x');
    const auto full = askQis(home, use + QStringList{u"compose"_s, u"--file"_s, u"-"_s}, compact(outcome));
    QVERIFY2(full.ok(), full.why());
    QCOMPARE(full.object()["bytes"_L1].toInt(), 512);
    outcome["note"_L1] = QString(room + 1, u'x');
    for (const auto& command : {u"compose"_s, u"emit"_s}) {
        const auto refused = askQis(home, use + QStringList{command, u"--file"_s, u"-"_s}, compact(outcome));
        QCOMPARE(refused.exit, 1);
        QVERIFY2(refused.refused("too-large"), refused.why());
    }
    QCOMPARE(ownPackets(home), 0);
    outcome["note"_L1] = QString(room, u'x');
    const auto emitted = askQis(home, use + QStringList{u"emit"_s, u"--file"_s, u"-"_s}, compact(outcome));
    QVERIFY2(emitted.ok(), emitted.why());
    QVERIFY(emitted.object()["bytes"_L1].toInt() <= 512);
}

void TestBadInput::badLinesAreSetAside() {
    const QString home = path(u"home"_s);
    QVERIFY(makeDemoHome(home, u"Clinic"_s));
    const QByteArray bad1 = R"({"pack":"ddi")";
    const QByteArray bad2 = compact(exampleWith("condition"_L1, "object_drug"_L1, u"phlogiston"_s));
    const QByteArray good = numberedLines(3);
    const auto split = good.split('\n');
    const QByteArray lines =
        split[0] + '\n' + bad1 + "\n\n" + split[1] + "\r\n" + bad2 + '\n' + split[2]; // no newline at the end
    const auto emitted = emitLines(home, lines, {u"--rejects"_s, path(u"rejects"_s)});
    QCOMPARE(emitted.exit, 1);
    QVERIFY2(emitted.refused("not-json"), emitted.why());
    QCOMPARE(emitted.lines().size(), 3);
    for (const auto& line : emitted.lines()) {
        QCOMPARE(line["id"_L1].toString().size(), 64);
        QCOMPARE(line["state"_L1].toString(), u"waiting"_s);
        QVERIFY(line["bytes"_L1].toInt() > 0 && line["bytes"_L1].toInt() <= 512);
    }
    QCOMPARE(ownPackets(home), 3);

    QFile file(path(u"rejects"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto rejects = Finished{1, file.readAll(), {}}.lines();
    QCOMPARE(rejects.size(), 2);
    QCOMPARE(rejects[0]["line"_L1].toString().toUtf8(), bad1);
    QCOMPARE(rejects[0]["problems"_L1][0]["code"_L1].toString(), u"not-json"_s);
    QCOMPARE(rejects[1]["line"_L1].toString().toUtf8(), bad2);
    QCOMPARE(rejects[1]["problems"_L1][0]["code"_L1].toString(), u"unknown-term"_s);
    QCOMPARE(rejects[1]["problems"_L1][0]["field"_L1].toString(), u"condition.object_drug"_s);

    const auto nowhere = emitLines(home, good, {u"--rejects"_s, path(u"no/such/folder"_s)});
    QCOMPARE(nowhere.exit, 1);
    QVERIFY2(nowhere.refused("bad-argument"), nowhere.why());
    QCOMPARE(ownPackets(home), 3);
}

void TestBadInput::oneRefIsOneOutcome() {
    const QString home = path(u"home"_s);
    QVERIFY(makeDemoHome(home, u"Clinic"_s));
    const QByteArray lines = numberedLines(2);
    const auto first = emitLines(home, lines + lines); // twice in one run
    QVERIFY2(first.ok(), first.why());
    NodeProcess node(home);
    QVERIFY2(node.start(), node.errors());
    const auto second = emitLines(home, lines); // again later, through a node
    QVERIFY2(second.ok(), second.why());
    const auto told = first.lines() + second.lines();
    QCOMPARE(told.size(), 6);
    for (qsizetype i = 0; i < told.size(); ++i) {
        QCOMPARE(told[i]["id"_L1], told[i % 2]["id"_L1]);
        QCOMPARE(told[i]["repeated"_L1].toBool(), i >= 2);
    }
    QVERIFY(told[0]["id"_L1] != told[1]["id"_L1]);
    QCOMPARE(ownPackets(home), 2);
    // Without a ref, the same words are another outcome.
    QVERIFY(emitOne(home, compact(example())).ok() && emitOne(home, compact(example())).ok());
    QCOMPARE(ownPackets(home), 4);
}

void TestBadInput::garbageOnThePort() {
    NodeProcess good(path(u"good"_s));
    NodeProcess attacked(path(u"attacked"_s));
    QVERIFY(makeDemoHome(good.home(), u"Good"_s) && makeDemoHome(attacked.home(), u"Attacked"_s));
    QVERIFY2(attacked.start({u"--listen"_s, u"tcp://127.0.0.1:0"_s}), attacked.errors());
    QVERIFY2(good.start({u"--join"_s, attacked.endpoint()}), good.errors());
    QVERIFY(askQis(attacked.home(), {u"profile"_s, u"add"_s, u"--file"_s, u"-"_s}, watchProfile()).ok());

    const auto port = attacked.endpoint().section(u'#', 0, 0).section(u':', -1).toUShort();
    HostileCallers callers(20250314);
    constexpr int kCallers = 60;
    constexpr int kOutcomes = 20;
    for (int i = 0; i < kOutcomes; ++i) {
        QVERIFY(callers.callPort(port, kCallers / kOutcomes));
        QVERIFY(emitOne(good.home(), compact(example())).ok());
    }
    QTRY_COMPARE_WITH_TIMEOUT(askQis(attacked.home(), {u"matches"_s, u"--profile"_s, u"watch"_s}).array().size(),
                              kOutcomes, kPatience);
    QVERIFY(attacked.isRunning());
    const auto status = askQis(attacked.home(), {u"status"_s}).object();
    QCOMPARE(status["peers_connected"_L1].toInt(), 1);
    QCOMPARE(status["storage"_L1]["packets"_L1].toInt(), kOutcomes);
    QCOMPARE(status["quarantined"_L1].toInt(), 0);
    callers.hangUp();
    QVERIFY2(attacked.stop(), attacked.errors());
}

void TestBadInput::garbageOnTheControlSocket() {
    NodeProcess node(path(u"home"_s));
    QVERIFY(makeDemoHome(node.home(), u"Clinic"_s));
    QVERIFY2(node.start(), node.errors());
    HostileCallers callers(20250315);
    const QByteArray tooLong("\xff\xff\xff\xff{}", 6);
    const QByteArray cutOff("\x00\x00\x01\x00{", 5);
    const QByteArray notJson("\x00\x00\x00\x05hello", 9);
    const QByteArray noCommand("\x00\x00\x00\x02{}", 6);
    for (const auto& bytes : {tooLong, cutOff, notJson, noCommand, QByteArray()}) {
        QVERIFY(callers.callControl(node.home(), bytes));
    }
    QVERIFY2(emitOne(node.home(), compact(example())).ok(), node.errors());
    callers.hangUp();
    QCOMPARE(ownPackets(node.home()), 1);
    QVERIFY2(node.stop(), node.errors());
}

void TestBadInput::aHomeHasOneOwner() {
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

void TestBadInput::passphrases() {
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

void TestBadInput::homesThatAreNone() {
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

void TestBadInput::storesOfOthers_data() {
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("newer") << QByteArray("PRAGMA user_version=4711") << QByteArray("store-newer");
    QTest::newRow("foreign") << QByteArray("PRAGMA application_id=4711") << QByteArray("store-foreign");
    QTest::newRow("damaged") << QByteArray("DROP TABLE outbox") << QByteArray("store-corrupt");
}

void TestBadInput::storesOfOthers() {
    QFETCH(const QByteArray, sql);
    QFETCH(const QByteArray, code);
    const QString home = path(u"home"_s);
    const QString store = home + u"/store.sqlite"_s;
    QVERIFY(makeDemoHome(home, u"Clinic"_s));
    QVERIFY(emitOne(home, compact(example())).ok());
    QVERIFY(runSql(store, sql.constData()));
    compareRefusals(home, code.constData());
    compareRefusals(home, code.constData()); // and it has not been mended or overwritten
}

void TestBadInput::fullDiskOfTheSender() {
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

void TestBadInput::fullDiskOfTheReceiver() {
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
    QVERIFY(askQis(receiver.home(), {u"profile"_s, u"add"_s, u"--file"_s, u"-"_s}, watchProfile()).ok());
    const auto emitted = emitLines(sender.home(), numberedLines(kOutcomes));
    QVERIFY2(emitted.ok(), emitted.why());

    const auto status = [&receiver] { return askQis(receiver.home(), {u"status"_s}).object(); };
    QTRY_VERIFY_WITH_TIMEOUT(status()["counters"_L1]["store-disk-full"_L1].toInt() > 0, kPatience);
    QVERIFY(receiver.isRunning());
    QVERIFY(status()["storage"_L1]["packets"_L1].toInt() < kOutcomes);

    QVERIFY(disk.grow(64));
    QTRY_COMPARE_WITH_TIMEOUT(status()["storage"_L1]["packets"_L1].toInt(), kOutcomes, 2 * kPatience);
    QCOMPARE(status()["storage"_L1]["matches"_L1].toInt(), kOutcomes);
    QCOMPARE(status()["refusals"_L1].toObject(), QJsonObject());
    QVERIFY2(receiver.stop(), receiver.errors());
}

void TestBadInput::cleanupTestCase() {
    QCOMPARE(ownPackets(emptyHome()), 0);
    QCOMPARE(askQis(emptyHome(), {u"profile"_s, u"list"_s}).array().size(), 0);
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_bad_input.moc"
