#include "drafts_window.h"

#include "widgets/choices_field.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLineEdit>

using namespace qis::ui;

/// What a judgement rests on: any number of a few choices, beside the confidence.
class TestChoicesField : public QObject, private DraftsWindow {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QVERIFY(start());
        QVERIFY(enter());
        page().choosePack(path("ddi"));
    }
    void cleanup() { end(); }
    void standsUnderTheConfidence();
    void arrowsGoAndTheSpaceBarTicks();
    void isOneStopForTab();
    void followsTheReadingDirection();
    void everythingHasAName();
    void isKeptWithTheDraft();
    void showsWhatContradictsIt();

private:
    [[nodiscard]] ChoicesField* field() const { return qobject_cast<ChoicesField*>(row("outcome.grounds")->editor()); }
    [[nodiscard]] QStringList value() const { return page().model().value(path("outcome.grounds")).toStringList(); }
    [[nodiscard]] QCheckBox* box(const char* name) const {
        return field()->findChild<QCheckBox*>(path("choice_") + path(name));
    }
    void enterField() {
        auto* slider = row("confidence")->editor()->tabStops().last();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Tab);
    }
    void press(int key) const { QTest::keyClick(m_window->focusWidget(), static_cast<Qt::Key>(key)); }
};

void TestChoicesField::standsUnderTheConfidence() {
    const auto* confidence = row("confidence");
    const auto* grounds = row("outcome.grounds");
    QVERIFY(confidence != nullptr && grounds != nullptr);
    QVERIFY(grounds->parentWidget() == confidence->parentWidget());
    QTRY_VERIFY(grounds->y() >= confidence->geometry().bottom());
    QVERIFY(grounds->y() < row("note")->y());
}

void TestChoicesField::arrowsGoAndTheSpaceBarTicks() {
    enterField();
    QVERIFY(m_window->focusWidget() == box("single"));
    press(Qt::Key_Up); // nothing is before the first
    QVERIFY(m_window->focusWidget() == box("single"));
    press(Qt::Key_Right);
    press(Qt::Key_Down);
    QVERIFY(m_window->focusWidget() == box("laboratory"));
    press(Qt::Key_Space);
    QCOMPARE(value(), QStringList{path("laboratory")});
    press(Qt::Key_Left);
    press(Qt::Key_Left);
    press(Qt::Key_Space);
    // In their order, whichever was ticked first.
    QCOMPARE(value(), QStringList({path("single"), path("laboratory")}));
    press(Qt::Key_Space);
    QCOMPARE(value(), QStringList{path("laboratory")});
    QTest::mouseClick(box("laboratory"), Qt::LeftButton, {}, QPoint(5, box("laboratory")->height() / 2));
    QVERIFY(!page().model().value(path("outcome.grounds")).isValid());
}

void TestChoicesField::isOneStopForTab() {
    enterField();
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    press(Qt::Key_Tab);
    QVERIFY(row("note")->isAncestorOf(m_window->focusWidget()));
    // Back to where one was.
    press(Qt::Key_Backtab);
    QVERIFY(m_window->focusWidget() == box("laboratory"));
    press(Qt::Key_Backtab);
    QVERIFY(row("confidence")->isAncestorOf(m_window->focusWidget()));
}

void TestChoicesField::followsTheReadingDirection() {
    field()->setLayoutDirection(Qt::RightToLeft);
    enterField();
    press(Qt::Key_Left);
    QVERIFY(m_window->focusWidget() == box("repeated"));
    press(Qt::Key_Right);
    QVERIFY(m_window->focusWidget() == box("single"));
}

void TestChoicesField::everythingHasAName() {
    const auto boxes = field()->findChildren<QCheckBox*>();
    QVERIFY(boxes.size() >= 5);
    QSet<QString> names;
    for (const QCheckBox* one : boxes) {
        names.insert(one->accessibleName());
        QVERIFY(one->accessibleName().startsWith(path("Because: ")));
        QVERIFY(!one->toolTip().isEmpty() && one->accessibleDescription().startsWith(one->toolTip()));
    }
    QCOMPARE(names.size(), boxes.size());
}

void TestChoicesField::isKeptWithTheDraft() {
    enterField();
    press(Qt::Key_Space);
    press(Qt::Key_Right);
    press(Qt::Key_Space);
    trigger("actionSaveDraft");
    QVERIFY(settle());
    QVERIFY(closeAndWait());
    QVERIFY(enter());
    QTRY_COMPARE_WITH_TIMEOUT(value(), QStringList({path("single"), path("repeated")}), kPatience);
    QVERIFY(box("single")->isChecked() && box("repeated")->isChecked() && !box("timing")->isChecked());
}

void TestChoicesField::showsWhatContradictsIt() {
    row("outcome.rechallenge")->editor()->setValue(path("negative"));
    row("outcome.grounds")->editor()->setValue(QStringList{path("rechallenge")});
    QTRY_VERIFY_WITH_TIMEOUT(row("outcome.rechallenge")->message().contains(path("rechallenge was positive")),
                             kPatience);
    row("outcome.rechallenge")->editor()->setValue(path("positive"));
    QTRY_VERIFY_WITH_TIMEOUT(row("outcome.rechallenge")->message().isEmpty(), kPatience);
}

QTEST_MAIN(TestChoicesField)
#include "tst_choices_field.moc"
