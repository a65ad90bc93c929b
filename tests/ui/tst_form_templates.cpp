#include "drafts_window.h"

#include "pages/compose/form_templates.h"
#include "widgets/name_dialog.h"
#include "widgets/notice_bar.h"
#include "widgets/status_line.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>

using namespace qis::ui;

class TestFormTemplates : public QObject, private DraftsWindow {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(start()); }
    void cleanup() { end(); }
    void keepsAndFillsIn();
    void leavesAloneWhatIsThere();
    void belongsToItsDomain();
    void removedOnesComeBack();
    void thereIsNothingToKeepInAnEmptyForm();

private:
    [[nodiscard]] QMenu* menu() const {
        auto* shown = child<QMenu>("templatesMenu");
        trigger("actionTemplates");
        (void)QTest::qWaitFor([shown] { return shown->isVisible(); }, kPatience);
        return shown;
    }
    [[nodiscard]] QStringList names() const {
        QStringList all;
        const auto actions = menu()->actions();
        for (const QAction* action : actions)
            if (action->objectName().startsWith(path("template_")))
                all.append(action->text().replace(path("&&"), path("&")));
        child<QMenu>("templatesMenu")->close();
        return all;
    }
    void take(const QString& objectName) const {
        menu()->findChild<QAction*>(objectName)->trigger();
        child<QMenu>("templatesMenu")->close();
    }
    [[nodiscard]] bool keepAs(const QString& name) const;
    [[nodiscard]] QString said() const { return child<StatusLine>("composeMessage")->text(); }
};

bool TestFormTemplates::keepAs(const QString& name) const {
    take(path("keepTemplate"));
    auto* dialog = child<NameDialog>("templateNameDialog");
    if (dialog == nullptr || !QTest::qWaitFor([dialog] { return dialog->isActiveWindow(); }, kPatience))
        return false;
    auto* line = dialog->findChild<QLineEdit*>(path("templateName"));
    QTest::keyClicks(line, name);
    QTest::keyClick(line, Qt::Key_Return);
    return QTest::qWaitFor([this] { return child<NameDialog>("templateNameDialog") == nullptr; }, kPatience) &&
           QTest::qWaitFor([this, &name] { return said().contains(name); }, kPatience) &&
           QTest::qWaitFor([this, &name] { return names().contains(name); }, kPatience);
}

void TestFormTemplates::keepsAndFillsIn() {
    QVERIFY(enter());
    DraftValues cluster;
    cluster.pack = path("ddi");
    cluster.fields = {{path("condition.sex"), path("female")}, {path("condition.age_band"), path("65-74")}};
    cluster.confidence = 70;
    QVERIFY(fill(cluster));
    QVERIFY(keepAs(path("Older & female")));
    trigger("actionNew");
    QVERIFY(page().model().draft().fields.isEmpty());
    take(path("template_Older & female"));
    QCOMPARE(page().model().draft().fields, cluster.fields);
    // How sure somebody is belongs to a case.
    QVERIFY(!page().model().draft().confidence);
    QVERIFY2(said().contains(path("2 field")), qPrintable(said()));
    // It is there again after a start, and what was filled in is a draft like any other.
    QVERIFY(settle());
    QVERIFY(closeAndWait());
    QVERIFY(enter());
    QTRY_COMPARE_WITH_TIMEOUT(page().model().draft().fields, cluster.fields, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList{path("Older & female")}, kPatience);
}

void TestFormTemplates::leavesAloneWhatIsThere() {
    QVERIFY(enter());
    QVERIFY(fill(UiWorld::outcome()));
    QVERIFY(keepAs(path("whole")));
    trigger("actionNew");
    page().model().setValue(path("condition.sex"), path("male"));
    type("condition.precipitant_drug", path("no such dr"));
    take(path("template_whole"));
    const auto& fields = page().model().draft().fields;
    QCOMPARE(fields.value(path("condition.sex")).toString(), path("male"));
    QVERIFY(!fields.contains(path("condition.precipitant_drug")));
    QCOMPARE(edit("condition.precipitant_drug")->text(), path("no such dr"));
    QCOMPARE(fields.value(path("condition.object_drug")),
             UiWorld::outcome().fields.value(path("condition.object_drug")));
    QVERIFY2(said().contains(path("2 field(s) with another value")), qPrintable(said()));
    take(path("template_whole"));
    QVERIFY2(said().startsWith(path("Nothing was filled in")), qPrintable(said()));
}

void TestFormTemplates::belongsToItsDomain() {
    QVERIFY(enter());
    QVERIFY(fill(UiWorld::outcome()));
    QVERIFY(keepAs(path("mine")));
    page().choosePack(path("trial"));
    QVERIFY(names().isEmpty());
    page().choosePack(path("ddi"));
    QCOMPARE(names(), QStringList{path("mine")});
}

void TestFormTemplates::removedOnesComeBack() {
    QVERIFY(enter());
    QVERIFY(fill(UiWorld::outcome()));
    QVERIFY(keepAs(path("mine")));
    menu()->findChild<QMenu*>(path("removeTemplates"))->actions().constFirst()->trigger();
    child<QMenu>("templatesMenu")->close();
    QTRY_VERIFY_WITH_TIMEOUT(names().isEmpty(), kPatience);
    auto* bar = child<NoticeBar>("templateBar");
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(bar->text().contains(path("mine")));
    click("templateUndo");
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList{path("mine")}, kPatience);
    QVERIFY(!bar->isVisible());
}

void TestFormTemplates::thereIsNothingToKeepInAnEmptyForm() {
    QVERIFY(enter());
    auto* shown = child<QMenu>("templatesMenu");
    QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY(shown->isVisible());
    QVERIFY(!shown->findChild<QAction*>(path("keepTemplate"))->isEnabled());
    QVERIFY(shown->findChild<QMenu*>(path("removeTemplates")) == nullptr);
    shown->close();
}

QTEST_MAIN(TestFormTemplates)
#include "tst_form_templates.moc"
