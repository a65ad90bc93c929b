// The real program, killed at an instant it did not choose: what the next start shows.
#include "drafts_window.h"

#include "bridge/match_model.h"
#include "pages/matches/matches_page.h"

#include <QtCore/QDir>
#include <QtCore/QProcess>

using namespace qis::ui;

class TestKills : public QObject, private DraftsWindow {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(start()); }
    void cleanup() { end(); }
    void whileTypingLosesNothingSaved();
    void whileItCanBeTakenBack_data();
    void whileItCanBeTakenBack();
    void whileTheDemoIsMade_data();
    void whileTheDemoIsMade();

private:
    void run(QProcess& desktop, const QString& hand, const QStringList& arguments) const;
    /// Kills it as soon as it has said this many lines; what it said.
    QByteArray killAfter(QProcess& desktop, int lines) const;
    /// What the program's settings say about the time to take back.
    [[nodiscard]] bool setUndo(int seconds) const;
    void leave();
};

void TestKills::run(QProcess& desktop, const QString& hand, const QStringList& arguments) const {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("QT_PLUGIN_PATH"), QStringLiteral(QIS_TYPIST_PLUGINS));
    environment.insert(QStringLiteral("QT_QPA_GENERIC_PLUGINS"), hand);
    const QString own = m_world->request(QStringLiteral("xdg")).folder;
    environment.insert(QStringLiteral("XDG_DATA_HOME"), own);
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), own);
    desktop.setProcessEnvironment(environment);
    desktop.start(QStringLiteral(QIS_DESKTOP),
                  QStringList{QStringLiteral("--resources"), m_world->request(QStringLiteral("home")).resources,
                              QStringLiteral("--language"), QStringLiteral("en"), QStringLiteral("--page"),
                              QStringLiteral("compose")} +
                      arguments);
}

bool TestKills::setUndo(int seconds) const {
    const QDir folder(m_world->request(path("xdg")).folder + path("/qis"));
    QFile file(folder.filePath(path("desktop.json")));
    return folder.mkpath(path(".")) && file.open(QIODevice::WriteOnly) &&
           file.write(QStringLiteral("{\"version\": 1, \"undo_seconds\": %1}").arg(seconds).toUtf8()) > 0;
}

QByteArray TestKills::killAfter(QProcess& desktop, int lines) const {
    QByteArray out;
    const bool told = QTest::qWaitFor(
        [&] {
            out += desktop.readAllStandardOutput();
            return out.count('\n') >= lines;
        },
        kLongPatience);
    if (!told)
        qWarning() << desktop.readAllStandardError();
    desktop.kill();
    if (!QTest::qWaitFor([&desktop] { return desktop.state() == QProcess::NotRunning; }, kPatience) || !told)
        return {};
    return out + desktop.readAllStandardOutput();
}

void TestKills::leave() {
    m_window.reset();
    m_bridge.reset();
    EngineBridge::waitUntilIdle();
}

void TestKills::whileTypingLosesNothingSaved() {
    QByteArray saved;
    for (const int lines : {1, 2, 4}) {
        QProcess desktop;
        run(desktop, path("typist"), {path("--home"), m_world->request(path("home")).folder});
        const QByteArray out = killAfter(desktop, lines);
        const QByteArray last = out.trimmed().split('\n').last();
        QVERIFY(last.startsWith("saved "));
        // The next one goes on where this one was killed.
        QVERIFY2(last.mid(6).startsWith(saved), last.constData());
        saved = last.mid(6);

        QVERIFY(enter());
        QTRY_VERIFY_WITH_TIMEOUT(!page().model().draft().note.isEmpty(), kPatience);
        const QString note = page().model().draft().note;
        QVERIFY2(note.toUtf8().startsWith(saved), qPrintable(note));
        for (qsizetype at = 0; at < note.size(); ++at)
            QCOMPARE(note.at(at), QChar(QLatin1Char(static_cast<char>('a' + at % 26))));
        QCOMPARE(edit("note")->text(), note);
        QCOMPARE(states(), QStringList{path("draft")});
        saved = note.toUtf8();
        leave();
    }
}

void TestKills::whileItCanBeTakenBack_data() {
    QTest::addColumn<bool>("takenBack");
    QTest::newRow("it leaves when its time is up") << false;
    QTest::newRow("it can still be taken back") << true;
}

void TestKills::whileItCanBeTakenBack() {
    QFETCH(bool, takenBack);
    QVERIFY(enter());
    QVERIFY(fill(UiWorld::outcome()));
    leave();
    QProcess desktop;
    QVERIFY(setUndo(takenBack ? kLongUndo : 2));
    run(desktop, path("signer"), {path("--home"), m_world->request(path("home")).folder});
    QCOMPARE(killAfter(desktop, 1), QByteArray("signed\n"));

    QVERIFY(enter(kLongUndo));
    if (takenBack) {
        QVERIFY(statesBecome({path("held")}));
        QTRY_VERIFY_WITH_TIMEOUT(child<QAction>("actionUndo")->isEnabled(), kPatience);
        trigger("actionUndo");
        QTRY_COMPARE_WITH_TIMEOUT(page().model().draft().fields, UiWorld::outcome().fields, kPatience);
        QVERIFY(statesBecome({path("draft")}));
        QCOMPARE(m_world->statusOf(*m_bridge).ownPackets, 0);
        return;
    }
    // Exactly once, however often one looks again.
    QVERIFY2(statesBecome({path("waiting")}), qPrintable(states().join(QLatin1Char(' '))));
    QCOMPARE(m_world->statusOf(*m_bridge).ownPackets, 1);
    leave();
    QVERIFY(enter());
    QVERIFY(statesBecome({path("waiting")}));
    QCOMPARE(m_world->statusOf(*m_bridge).ownPackets, 1);
    QVERIFY(page().model().isEmpty());
}

void TestKills::whileTheDemoIsMade_data() {
    QTest::addColumn<int>("homes");
    for (const int homes : {1, 3, 12})
        QTest::addRow("%d homes begun", homes) << homes;
}

void TestKills::whileTheDemoIsMade() {
    QFETCH(int, homes);
    const QDir folder(m_world->request(path("xdg")).folder + path("/qis-demo"));
    QProcess desktop;
    run(desktop, path("typist"), {path("--demo")});
    QTRY_VERIFY_WITH_TIMEOUT(folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() >= homes, kLongPatience);
    desktop.kill();
    QTRY_COMPARE_WITH_TIMEOUT(desktop.state(), QProcess::NotRunning, kPatience);
    QVERIFY(!folder.isEmpty());

    // The next one is whole, and goes without a trace.
    m_bridge = std::make_unique<EngineBridge>();
    MainWindow::Start start{.open = m_world->request(path("own")), .lookAround = true};
    start.open.network = true;
    start.demo.folder = folder.path();
    start.demo.resources = start.open.resources;
    start.demo.relays = 3;
    start.demo.history = 300;
    start.demo.millisBetween = 3600 * 1000;
    m_window = std::make_unique<MainWindow>(*m_bridge, start);
    m_window->show();
    m_window->begin();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isEntered(), kLongPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace().matches().model().rowCount() > 20, kLongPatience);
    QVERIFY(folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() <= start.demo.relays + 1);
    leave();
    QVERIFY(!folder.exists());
}

QTEST_MAIN(TestKills)
#include "tst_kills.moc"
