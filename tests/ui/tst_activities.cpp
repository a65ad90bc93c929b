#include "ui_world.h"

#include "bridge/activity_list.h"
#include "bridge/backup_bridge.h"
#include "pages/activity/activity_dialog.h"
#include "pages/evidence/evidence_page.h"
#include "pages/main_window.h"
#include "pages/palette/command_palette.h"
#include "plots/plot_view.h"
#include "widgets/status_line.h"

#include <QtCore/QPointer>
#include <QtGui/QAction>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace qis::ui;

namespace {

constexpr int kPatience = 20000;

using State = Activity::State;

} // namespace

/// What takes longer: listed, told in the foot, stopped, and forgotten once seen.
class TestActivities : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyIdEndsOnce();
    void whatIsUnknownIsUnknownTogether();
    void cancellingAsksOnceAndWaits();
    void stoppingAtOnceEndsAsCancelled();
    void onlyWhatIsOverIsForgotten();
    void theListExplainsItsEmptiness();
    void theListFollowsAndForgets();
    void theButtonKeepsTheFocusInTheList();
    void theFootAndTheKeysOpenIt();
    void aBackupAndAnExportAreListed();

private:
    template <class Widget> [[nodiscard]] static Widget* child(const QObject& parent, const QString& name) {
        return parent.findChild<Widget*>(name);
    }
};

void TestActivities::everyIdEndsOnce() {
    ActivityList list;
    const QSignalSpy changed(&list, &ActivityList::changed);
    const int id = list.begin(QStringLiteral("one"));
    list.setProgress(id, 250);
    QCOMPARE(list.all().first().perCent, 100);
    list.setProgress(id, 100);
    list.setProgress(id + 7, 3);
    QCOMPARE(changed.count(), 2);
    list.fail(id, QStringLiteral("No."));
    list.finish(id);
    list.endCancelled(id);
    list.setProgress(id, 4);
    list.cancel(id);
    QCOMPARE(changed.count(), 3);
    QCOMPARE(list.all().first().state, State::Failed);
    QCOMPARE(list.all().first().sentence, QStringLiteral("No."));
}

void TestActivities::whatIsUnknownIsUnknownTogether() {
    ActivityList list;
    QCOMPARE(list.perCent(), -1);
    const int one = list.begin(QStringLiteral("one"));
    const int two = list.begin(QStringLiteral("two"));
    list.setProgress(one, 20);
    QCOMPARE(list.perCent(), -1);
    list.setProgress(two, 60);
    QCOMPARE(list.perCent(), 40);
    list.finish(two);
    QCOMPARE(list.running(), 1);
    QCOMPARE(list.perCent(), 20);
}

void TestActivities::cancellingAsksOnceAndWaits() {
    ActivityList list;
    int asked = 0;
    const int id = list.begin(QStringLiteral("one"), [&asked] { ++asked; });
    list.cancel(id);
    list.cancel(id);
    QCOMPARE(asked, 1);
    QCOMPARE(list.all().first().state, State::Stopping);
    QCOMPARE(list.running(), 1);
    // It was quicker than the wish.
    list.finish(id);
    QCOMPARE(list.all().first().state, State::Done);
    const int firm = list.begin(QStringLiteral("two"));
    list.cancel(firm);
    QCOMPARE(list.all().last().state, State::Running);
}

void TestActivities::stoppingAtOnceEndsAsCancelled() {
    ActivityList list;
    int id = 0;
    id = list.begin(QStringLiteral("one"), [&] {
        list.endCancelled(id);
        list.forgetEnded();
    });
    list.cancel(id);
    QVERIFY(list.all().isEmpty());
}

void TestActivities::onlyWhatIsOverIsForgotten() {
    ActivityList list;
    const int one = list.begin(QStringLiteral("one"));
    list.begin(QStringLiteral("two"));
    list.finish(one);
    list.forgetEnded();
    QCOMPARE(list.all().size(), 1);
    QCOMPARE(list.all().first().name, QStringLiteral("two"));
    const QSignalSpy changed(&list, &ActivityList::changed);
    list.forgetEnded();
    QCOMPARE(changed.count(), 0);
}

void TestActivities::theListExplainsItsEmptiness() {
    ActivityList list;
    auto* dialog = new ActivityDialog(list);
    dialog->open();
    auto* nothing = child<QLabel>(*dialog, QStringLiteral("activityNothing"));
    QVERIFY(nothing->isVisible() && !nothing->text().isEmpty());
    list.begin(QStringLiteral("one"));
    QVERIFY(!nothing->isVisible());
    dialog->close();
}

void TestActivities::theListFollowsAndForgets() {
    ActivityList list;
    const int id = list.begin(QStringLiteral("one <b>two</b>"), [] {});
    const QPointer<ActivityDialog> dialog = new ActivityDialog(list);
    dialog->open();
    auto* bar = child<QProgressBar>(*dialog, QStringLiteral("activityProgress%1").arg(id));
    auto* status = child<StatusLine>(*dialog, QStringLiteral("activityStatus%1").arg(id));
    auto* cancel = child<QPushButton>(*dialog, QStringLiteral("cancelActivity%1").arg(id));
    QVERIFY(bar->isVisible() && cancel->isVisible());
    QCOMPARE(bar->maximum(), 0);
    QCOMPARE(bar->accessibleName(), QStringLiteral("one <b>two</b>"));
    QVERIFY(cancel->accessibleName().contains(QLatin1String("one <b>two</b>")));
    list.setProgress(id, 30);
    QCOMPARE(bar->maximum(), 100);
    QCOMPARE(bar->value(), 30);
    list.fail(id, QStringLiteral("The disk is full."));
    QVERIFY(!bar->isVisible() && !cancel->isVisible());
    QCOMPARE(status->text(), QStringLiteral("The disk is full."));
    const int next = list.begin(QStringLiteral("three"));
    QVERIFY(!child<QPushButton>(*dialog, QStringLiteral("cancelActivity%1").arg(next))->isVisible());
    dialog->close();
    QCOMPARE(list.all().size(), 1);
    QCOMPARE(list.all().first().id, next);
    QTRY_VERIFY(dialog.isNull());
    list.finish(next);
}

void TestActivities::theButtonKeepsTheFocusInTheList() {
    ActivityList list;
    const int id = list.begin(QStringLiteral("one"), [&list] { list.endCancelled(1); });
    auto* dialog = new ActivityDialog(list);
    dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    auto* cancel = child<QPushButton>(*dialog, QStringLiteral("cancelActivity%1").arg(id));
    cancel->setFocus();
    QTest::keyClick(cancel, Qt::Key_Space);
    QCOMPARE(list.all().first().state, State::Cancelled);
    QCOMPARE(dialog->focusWidget()->objectName(), QStringLiteral("closeActivity"));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(list.all().isEmpty());
}

void TestActivities::theFootAndTheKeysOpenIt() {
    UiWorld world;
    EngineBridge bridge;
    MainWindow window(bridge, MainWindow::Start{.open = world.request(QStringLiteral("none"))});
    window.show();
    auto* button = child<QToolButton>(window, QStringLiteral("statusActivity"));
    QVERIFY(button->isVisible() && !button->text().isEmpty());
    const QString idle = button->text();
    const int id = window.activities().begin(QStringLiteral("one"));
    const QString running = button->text();
    QVERIFY(running != idle);
    window.activities().setProgress(id, 40);
    QVERIFY(button->text() != running && button->accessibleName().contains(button->text()));
    button->click();
    QPointer<ActivityDialog> dialog = window.findChild<ActivityDialog*>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    window.activities().finish(id);
    dialog->close();
    QCOMPARE(button->text(), idle);
    QTRY_VERIFY(dialog.isNull());
    // By key and by name, even before a home is open.
    bool listed = false;
    for (QAction* action : windowActions(window))
        listed = listed || (action->objectName() == QLatin1String("actionActivity") && action->isEnabled());
    QVERIFY(listed);
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_J, Qt::ControlModifier);
    dialog = window.findChild<ActivityDialog*>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
}

void TestActivities::aBackupAndAnExportAreListed() {
    UiWorld world;
    QVERIFY(world.makeHome(QStringLiteral("home")));
    const QTemporaryDir folder;
    {
        EngineBridge bridge;
        MainWindow window(bridge, MainWindow::Start{.open = world.request(QStringLiteral("home"))});
        window.show();
        window.begin();
        QTRY_VERIFY_WITH_TIMEOUT(window.isEntered(), kPatience);
        ActivityList& list = window.activities();
        window.workspace().backups().backUp(folder.filePath(QStringLiteral("copy")));
        QCOMPARE(list.running(), 1);
        QVERIFY(list.all().first().canCancel);
        QTRY_COMPARE_WITH_TIMEOUT(list.running(), 0, kPatience);
        QCOMPARE(list.all().first().state, State::Done);
        QCOMPARE(list.all().first().perCent, 100);
        window.workspace().backups().backUp(folder.filePath(QStringLiteral("nowhere/copy")));
        QTRY_COMPARE_WITH_TIMEOUT(list.running(), 0, kPatience);
        QCOMPARE(list.all().last().state, State::Failed);
        QVERIFY(list.all().last().sentence.endsWith(QLatin1Char('.')));

        PlotView& plot = window.workspace().evidence().forest();
        plot.exportTo(folder.filePath(QStringLiteral("plot.csv")));
        QCOMPARE(list.all().size(), 3);
        QTRY_COMPARE_WITH_TIMEOUT(list.all().last().state, State::Done, kPatience);
        plot.exportTo(folder.filePath(QStringLiteral("nowhere/plot.csv")));
        QTRY_COMPARE_WITH_TIMEOUT(list.all().last().state, State::Failed, kPatience);
    }
    EngineBridge::waitUntilIdle();
}

QTEST_MAIN(TestActivities)
#include "tst_activities.moc"
