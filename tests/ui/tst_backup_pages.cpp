#include "ui_world.h"

#include "bridge/backup_bridge.h"
#include "pages/main_window.h"
#include "pages/settings/backup_box.h"
#include "pages/start/home_gate.h"
#include "pages/start/restored_dialog.h"
#include "pages/start/restored_notice.h"
#include "theme/theme.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace qis::ui;

namespace {

constexpr int kPatience = 20000;

} // namespace

/// Backing up, restoring, and what the window says while a restored home waits.
class TestBackupPages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyReasonHasWordsOfItsOwn();
    void backsUpAndSaysWhen();
    void saysWhyItDidNotWork();
    void firstRunRestores();
    void restoringCanBeCancelled();
    void restoresOneAtATime();
    void backingUpSaysHowFarItIs();
    void aFileThatIsNoBackupChangesNothing();
    void theUserCanTakeTheWord();
    void whatIsSignedSaysWhyItWaits();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    std::unique_ptr<MainWindow> enter(const QString& home);
    template <class Widget> [[nodiscard]] Widget* child(const char* name) const {
        return m_window->findChild<Widget*>(QLatin1String(name));
    }
    /// A home with one outcome, backed up to path("copy"), then closed.
    bool makeBackup();
    /// The window with the home restored from it.
    bool enterRestored();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<EngineBridge> m_bridge;
    std::unique_ptr<MainWindow> m_window;
};

void TestBackupPages::init() {
    theme::apply(theme::Kind::Light);
    m_folder = std::make_unique<QTemporaryDir>();
    m_world = std::make_unique<UiWorld>();
    m_bridge = std::make_unique<EngineBridge>();
}

void TestBackupPages::cleanup() {
    m_window.reset();
    m_bridge.reset();
    m_world.reset();
    EngineBridge::waitUntilIdle();
}

std::unique_ptr<MainWindow> TestBackupPages::enter(const QString& home) {
    auto window = std::make_unique<MainWindow>(
        *m_bridge, MainWindow::Start{.open = m_world->request(home), .page = Workspace::Page::Settings});
    window->show();
    window->begin();
    return window;
}

bool TestBackupPages::makeBackup() {
    EngineBridge* bridge = m_world->openDemo(QStringLiteral("old"));
    if (bridge == nullptr || m_world->emitOutcome(*bridge, UiWorld::outcome()).state.isEmpty())
        return false;
    BackupBridge backups(*bridge);
    const QSignalSpy finished(&backups, &BackupBridge::finished);
    backups.backUp(path(QStringLiteral("copy")));
    const bool done = QTest::qWaitFor([&finished] { return finished.count() > 0; }, kPatience);
    m_world->closeAll();
    return done && QFile::exists(path(QStringLiteral("copy")));
}

bool TestBackupPages::enterRestored() {
    if (!makeBackup())
        return false;
    m_window = enter(QStringLiteral("new"));
    if (!QTest::qWaitFor([this] { return child<QPushButton>("restoreButton")->isVisible(); }, kPatience))
        return false;
    child<QPushButton>("restoreButton")->click();
    auto* dialog = child<QFileDialog>("restoreFileDialog");
    if (dialog == nullptr)
        return false;
    Q_EMIT dialog->fileSelected(path(QStringLiteral("copy")));
    dialog->close();
    return QTest::qWaitFor([this] { return m_window->isEntered(); }, kPatience);
}

void TestBackupPages::everyReasonHasWordsOfItsOwn() {
    QStringList sentences;
    for (const char* reason :
         {"no-peers", "asking", "silent-peers", "few-answers", "nobody-knows", "other-copy", "forked"}) {
        const QString sentence = restoredSentence({.reason = QLatin1String(reason), .answers = 1, .needed = 3});
        QVERIFY(sentence.endsWith(QLatin1Char('.')));
        QVERIFY2(!sentences.contains(sentence), reason);
        sentences.append(sentence);
    }
}

void TestBackupPages::backsUpAndSaysWhen() {
    QVERIFY(m_world->makeHome(QStringLiteral("home")));
    m_window = enter(QStringLiteral("home"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isEntered(), kPatience);
    const QString before = child<QLabel>("backupAge")->text();
    auto* start = child<QPushButton>("backUpNow");
    QVERIFY(start->isEnabled() && !child<QWidget>("backupProgress")->isVisible());
    start->click();
    auto* dialog = child<QFileDialog>("backupFileDialog");
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
    Q_EMIT dialog->fileSelected(path(QStringLiteral("copy.qisbackup")));
    dialog->close();
    QVERIFY(!start->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), kPatience);
    QVERIFY(QFile::exists(path(QStringLiteral("copy.qisbackup"))));
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>("backupAge")->text() != before, kPatience);
    QVERIFY(!child<QWidget>("restoredNotice")->isVisible());
}

void TestBackupPages::saysWhyItDidNotWork() {
    QVERIFY(m_world->makeHome(QStringLiteral("home")));
    m_window = enter(QStringLiteral("home"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isEntered(), kPatience);
    const QString before = child<QLabel>("backupAge")->text();
    auto* status = child<QWidget>("backupStatus");
    child<BackupBox>("backupBox")->backUpTo(path(QStringLiteral("nowhere/copy")));
    QTRY_VERIFY_WITH_TIMEOUT(status->isVisibleTo(m_window.get()), kPatience);
    QCOMPARE(child<QLabel>("backupAge")->text(), before);
}

void TestBackupPages::firstRunRestores() {
    QVERIFY(enterRestored());
    auto* notice = child<RestoredNotice>("restoredNotice");
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), kPatience);
    QCOMPARE(notice->text(), restoredSentence({.reason = QStringLiteral("no-peers")}));
}

void TestBackupPages::restoringCanBeCancelled() {
    QVERIFY(makeBackup());
    m_window = enter(QStringLiteral("new"));
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>("restoreButton")->isVisible(), kPatience);
    child<QPushButton>("restoreButton")->click();
    auto* cancel = child<QPushButton>("cancelRestoring");
    bool offered = false;
    BackupBridge& backups = m_window->gate().backups();
    // Pressed before it can be over.
    const auto pressing = connect(&backups, &BackupBridge::restoringBegun, this, [&] {
        cancel->click();
        offered = !cancel->isEnabled();
    });
    auto* dialog = child<QFileDialog>("restoreFileDialog");
    Q_EMIT dialog->fileSelected(path(QStringLiteral("copy")));
    dialog->close();
    QVERIFY(disconnect(pressing) && offered);
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>("restoreButton")->isVisible(), kPatience);
    QVERIFY(child<QWidget>("firstRunStatus")->isVisible());
    const QString folder = m_world->request(QStringLiteral("new")).folder;
    QVERIFY(!QFile::exists(folder));
    QCOMPARE(QFileInfo(folder).dir().entryList({QStringLiteral("new*")}, QDir::AllEntries | QDir::Hidden),
             QStringList());
    // It can be tried again.
    child<QPushButton>("restoreButton")->click();
    dialog = child<QFileDialog>("restoreFileDialog");
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->fileSelected(path(QStringLiteral("copy")));
    dialog->close();
    QVERIFY(cancel->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isEntered(), kPatience);
}

void TestBackupPages::restoresOneAtATime() {
    QVERIFY(makeBackup());
    EngineBridge none;
    BackupBridge backups(none);
    backups.cancelRestoring(); // nothing to cancel
    const QSignalSpy begun(&backups, &BackupBridge::restoringBegun);
    const QSignalSpy ended(&backups, &BackupBridge::restoringEnded);
    int answers = 0;
    const auto count = [&answers](const Result<Done>& result) { answers += result.ok() ? 1 : 0; };
    backups.restore({path(QStringLiteral("copy")), path(QStringLiteral("new"))}, this, count);
    backups.restore({path(QStringLiteral("copy")), path(QStringLiteral("newer"))}, this, count);
    QVERIFY(backups.isRestoring());
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(answers, 1, kPatience);
    QCOMPARE(begun.count(), 1);
    QVERIFY(!backups.isRestoring() && !QFile::exists(path(QStringLiteral("newer"))));
}

void TestBackupPages::backingUpSaysHowFarItIs() {
    EngineBridge* bridge = m_world->openDemo(QStringLiteral("home"));
    QVERIFY(bridge != nullptr);
    BackupBridge backups(*bridge);
    QSignalSpy progressed(&backups, &BackupBridge::progressed);
    const QSignalSpy finished(&backups, &BackupBridge::finished);
    backups.cancel(); // nothing to cancel
    backups.backUp(path(QStringLiteral("copy")));
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, kPatience);
    QVERIFY(QFile::exists(path(QStringLiteral("copy"))));
    QVERIFY(!progressed.isEmpty());
    QCOMPARE(progressed.last().first().toInt(), 100);
}

void TestBackupPages::aFileThatIsNoBackupChangesNothing() {
    m_window = enter(QStringLiteral("new"));
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>("restoreButton")->isVisible(), kPatience);
    QFile other(path(QStringLiteral("other")));
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write("something else") > 0);
    other.close();
    child<QPushButton>("restoreButton")->click();
    auto* dialog = child<QFileDialog>("restoreFileDialog");
    Q_EMIT dialog->fileSelected(other.fileName());
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(child<QWidget>("firstRunStatus")->isVisible(), kPatience);
    QVERIFY(!QFile::exists(m_world->request(QStringLiteral("new")).folder));
}

void TestBackupPages::theUserCanTakeTheWord() {
    QVERIFY(enterRestored());
    auto* notice = child<RestoredNotice>("restoredNotice");
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), kPatience);
    child<QPushButton>("restoredDetails")->click();
    auto* dialog = child<RestoredDialog>("restoredDialog");
    QVERIFY(dialog != nullptr);
    auto* goOn = child<QPushButton>("restoredGoOn");
    QVERIFY(!goOn->isEnabled() && !goOn->isDefault());
    child<QCheckBox>("restoredSure")->setChecked(true);
    QVERIFY(goOn->isEnabled());
    goOn->click();
    QTRY_VERIFY_WITH_TIMEOUT(!notice->isVisible(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(child<RestoredDialog>("restoredDialog") == nullptr, kPatience);
}

void TestBackupPages::whatIsSignedSaysWhyItWaits() {
    QVERIFY(enterRestored());
    const Emission emission = m_world->emitOutcome(*m_bridge, UiWorld::outcome(1));
    QCOMPARE(emission.state, QStringLiteral("held"));
    QString reason;
    m_bridge->listOutbox(this, [&reason](const Result<QList<OutboxItem>>& result) {
        if (result.ok() && !result.value->isEmpty())
            reason = result.value->first().reason;
    });
    QTRY_COMPARE_WITH_TIMEOUT(reason, QStringLiteral("restored"), kPatience);
}

QTEST_MAIN(TestBackupPages)
#include "tst_backup_pages.moc"
