// What users, scripts and strangers do wrong: each refused with a code and a sentence, nothing half done.
#include "hostile_bytes.h"
#include "sample_outcomes.h"
#include "source_dir.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace qis::testing;

namespace {

constexpr int kPatience = 60000;

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
    QVERIFY(m_folder->isValid() && !sampleOutcome().isEmpty());
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
    row("two objects", compact(sampleOutcome()) + compact(sampleOutcome()), "not-json");
    row("deep nesting", QByteArray(5000, '['), "nesting-too-deep");
    row("not text", QByteArray("\xff\xfe{}"), "not-json");
    row("another pack", R"({"pack":"alchemy"})", "unknown-pack");
    auto odd = sampleOutcome();
    odd["colour"_L1] = u"red"_s;
    row("unknown member", compact(odd), "unknown-member");
    row("unknown term", compact(sampleWith("condition"_L1, "object_drug"_L1, u"phlogiston"_s)), "unknown-term");
    row("wrong type", compact(sampleWith("condition"_L1, "object_drug"_L1, QJsonArray{1})), "wrong-type");
    row("wrong unit",
        compact(sampleWith("condition"_L1, "object_dose"_L1, QJsonObject{{u"value"_s, 5}, {u"unit"_s, u"km"_s}})),
        "bad-unit");
    row("broken rule", compact(sampleWith("condition"_L1, "precipitant_drug"_L1, u"warfarin"_s)), "rule-broken");
    row("a person's text", compact(sampleWith("condition"_L1, "sex"_L1, u"Jane Doe"_s)), "not-allowed");
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
    auto outcome = sampleWith("condition"_L1, "co_medication"_L1, terms(u"ingredient"_s));
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
    const QByteArray bad2 = compact(sampleWith("condition"_L1, "object_drug"_L1, u"phlogiston"_s));
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
    QVERIFY(emitOne(home, compact(sampleOutcome())).ok() && emitOne(home, compact(sampleOutcome())).ok());
    QCOMPARE(ownPackets(home), 4);
}

void TestBadInput::garbageOnThePort() {
    NodeProcess good(path(u"good"_s));
    NodeProcess attacked(path(u"attacked"_s));
    QVERIFY(makeDemoHome(good.home(), u"Good"_s) && makeDemoHome(attacked.home(), u"Attacked"_s));
    QVERIFY2(attacked.start({u"--listen"_s, u"tcp://127.0.0.1:0"_s}), attacked.errors());
    QVERIFY2(good.start({u"--join"_s, attacked.endpoint()}), good.errors());
    QVERIFY(addProfile(attacked.home(), profileLike(u"watch"_s, sampleOutcome())).ok());

    const auto port = attacked.endpoint().section(u'#', 0, 0).section(u':', -1).toUShort();
    HostileCallers callers(20250314);
    constexpr int kCallers = 60;
    constexpr int kOutcomes = 20;
    for (int i = 0; i < kOutcomes; ++i) {
        QVERIFY(callers.callPort(port, kCallers / kOutcomes));
        QVERIFY(emitOne(good.home(), compact(sampleOutcome())).ok());
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
    QVERIFY2(emitOne(node.home(), compact(sampleOutcome())).ok(), node.errors());
    callers.hangUp();
    QCOMPARE(ownPackets(node.home()), 1);
    QVERIFY2(node.stop(), node.errors());
}

void TestBadInput::cleanupTestCase() {
    QCOMPARE(ownPackets(emptyHome()), 0);
    QCOMPARE(askQis(emptyHome(), {u"profile"_s, u"list"_s}).array().size(), 0);
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_bad_input.moc"
