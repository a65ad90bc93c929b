#include "drafts_window.h"

#include "widgets/answers_dialog.h"
#include "widgets/answers_field.h"
#include "widgets/scale_field.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QRadioButton>

using namespace qis::ui;

/// The questions of a scale, and choices that say what they mean.
class TestAnswersField : public QObject, private DraftsWindow {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QVERIFY(start());
        QVERIFY(enter());
        page().choosePack(path("ddi"));
    }
    void cleanup() { end(); }
    void oneKeyAnAnswer();
    void answersCanBeTakenBack();
    void theMouseWillDo();
    void arrowsDoNotAnswer();
    void everythingHasAName();
    void isKeptWithTheDraft();
    void travelsInWords();
    void aSumIsTypedOrAnswered();
    void choicesSayWhatTheyMean();

private:
    [[nodiscard]] AnswersField* field() const { return qobject_cast<AnswersField*>(row("outcome.dips")->editor()); }
    [[nodiscard]] QString value() const { return page().model().value(path("outcome.dips")).toString(); }
    [[nodiscard]] AnswersDialog* dialog() const { return m_window->findChild<AnswersDialog*>(); }
    [[nodiscard]] QRadioButton* button(int row, int choice) const {
        return dialog()->findChild<QRadioButton*>(QStringLiteral("answer_%1_%2").arg(row).arg(choice));
    }
    [[nodiscard]] QString sum() const { return dialog()->findChild<QLabel*>(path("answersTotal"))->text(); }
    bool open() {
        auto* opener = field()->findChild<QPushButton*>(path("answersButton"));
        opener->setFocus();
        QTest::keyClick(opener, Qt::Key_Space);
        return QTest::qWaitFor([this] { return dialog() != nullptr && dialog()->isActiveWindow(); }, kPatience);
    }
    [[nodiscard]] bool isClosed() const {
        return QTest::qWaitFor([this] { return dialog() == nullptr; }, kPatience);
    }
    static void press(int key) { QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key)); }
};

void TestAnswersField::oneKeyAnAnswer() {
    QVERIFY(open());
    QVERIFY(button(0, 0)->hasFocus());
    for (const int key : {Qt::Key_Y, Qt::Key_Y, Qt::Key_Y, Qt::Key_Y, Qt::Key_N, Qt::Key_U, Qt::Key_N})
        press(key);
    QVERIFY(sum().startsWith(path("Total 3: possible.")));
    QVERIFY(sum().contains(path("7 of 10")));
    QCOMPARE(value(), path("yyyynun---"));
    // Escape keeps what was answered.
    press(Qt::Key_Escape);
    QVERIFY(isClosed());
    QCOMPARE(value(), path("yyyynun---"));
    QVERIFY(field()->findChild<QLabel*>(path("answersSum"))->text().startsWith(path("Total 3: possible.")));
    auto* opener = field()->findChild<QPushButton*>(path("answersButton"));
    QVERIFY(m_window->focusWidget() == opener);
    QVERIFY(opener->accessibleName().contains(path("Total 3: possible.")));
    // It goes on where an answer is missing.
    QVERIFY(open());
    QVERIFY(button(7, 0)->hasFocus());
    press(Qt::Key_Question);
    QCOMPARE(value(), path("yyyynunu--"));
    press(Qt::Key_Y);
    press(Qt::Key_Y);
    // The last question has none behind it.
    QVERIFY(button(9, 0)->hasFocus());
    QCOMPARE(value(), path("yyyynunuyy"));
}

void TestAnswersField::answersCanBeTakenBack() {
    QVERIFY(open());
    press(Qt::Key_Y);
    press(Qt::Key_Y);
    press(Qt::Key_Up);
    QVERIFY(button(1, 0)->hasFocus());
    press(Qt::Key_Backspace);
    QCOMPARE(value(), path("y---------"));
    QVERIFY(!button(1, 0)->isChecked());
    QTest::mouseClick(dialog()->findChild<QPushButton*>(path("answersClear")), Qt::LeftButton);
    QVERIFY(value().isEmpty());
    QVERIFY(!page().model().value(path("outcome.dips")).isValid());
    QCOMPARE(sum(), path("No question is answered yet."));
    QVERIFY(!button(0, 0)->isChecked() && button(0, 0)->hasFocus());
}

void TestAnswersField::theMouseWillDo() {
    QVERIFY(open());
    QTest::mouseClick(button(6, 0), Qt::LeftButton);
    QCOMPARE(value(), path("------y---"));
    QCOMPARE(dialog()->findChild<QLabel*>(path("points_6"))->text(), QLocale().negativeSign() + path("1"));
    QTest::mouseClick(button(6, 1), Qt::LeftButton);
    QCOMPARE(value(), path("------n---"));
    QVERIFY(!button(6, 0)->isChecked());
    QCOMPARE(dialog()->findChild<QLabel*>(path("points_6"))->text(), QLocale().positiveSign() + path("1"));
}

void TestAnswersField::arrowsDoNotAnswer() {
    QVERIFY(open());
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Up);
    QVERIFY(button(1, 0)->hasFocus());
    press(Qt::Key_Up);
    press(Qt::Key_Up);
    QVERIFY(button(0, 0)->hasFocus());
    QVERIFY(value().isEmpty());
}

void TestAnswersField::everythingHasAName() {
    QVERIFY(open());
    const auto buttons = dialog()->findChildren<QRadioButton*>();
    QCOMPARE(buttons.size(), 30);
    QSet<QString> names;
    for (const QRadioButton* one : buttons)
        names.insert(one->accessibleName());
    QCOMPARE(names.size(), 30);
    QVERIFY(button(0, 2)->accessibleName().endsWith(path("Unknown or not applicable")));
}

void TestAnswersField::isKeptWithTheDraft() {
    QVERIFY(open());
    press(Qt::Key_N);
    press(Qt::Key_Escape);
    QVERIFY(isClosed());
    trigger("actionSaveDraft");
    QVERIFY(settle());
    QVERIFY(closeAndWait());
    QVERIFY(enter());
    QTRY_COMPARE_WITH_TIMEOUT(value(), path("n---------"), kPatience);
    QVERIFY(field()->findChild<QLabel*>(path("answersSum"))->text().startsWith(path("Total -1: doubtful.")));
}

void TestAnswersField::travelsInWords() {
    DraftValues values = UiWorld::outcome();
    values.fields.insert(path("outcome.dips"), path("yyyyyy----"));
    QVERIFY(fill(values));
    QTRY_VERIFY_WITH_TIMEOUT(page().model().isChecked(), kPatience);
    QVERIFY(page().model().report()->problems.isEmpty());
    QVERIFY(page().model().report()->sentence.contains(path("interaction probability 7, probable (6 of 10 answered)")));
    QVERIFY(emitValues(values));
}

void TestAnswersField::aSumIsTypedOrAnswered() {
    auto* scale = qobject_cast<ScaleField*>(row("outcome.naranjo")->editor());
    QVERIFY(scale != nullptr);
    auto* meaning = scale->findChild<QLabel*>(path("scaleMeaning"));
    auto* opener = scale->findChild<QPushButton*>(path("scaleButton"));
    const auto number = [this] { return page().model().value(path("outcome.naranjo")); };
    const auto ask = [&] {
        opener->setFocus();
        QTest::keyClick(opener, Qt::Key_Space);
        return QTest::qWaitFor([this] { return dialog() != nullptr && dialog()->isActiveWindow(); }, kPatience);
    };
    QVERIFY(!meaning->isVisible());
    type("outcome.naranjo", path("6"));
    QCOMPARE(meaning->text(), path("Total 6: probable."));
    // What is answered takes the place of what was typed, and is there again when the questions are opened again.
    QVERIFY(ask());
    for (const int key : {Qt::Key_Y, Qt::Key_Y, Qt::Key_N})
        press(key);
    QCOMPARE(number(), QVariant(qlonglong{3}));
    press(Qt::Key_Escape);
    QVERIFY(isClosed());
    QVERIFY(m_window->focusWidget() == opener);
    QCOMPARE(edit("outcome.naranjo")->text(), path("3"));
    QVERIFY(meaning->text().startsWith(path("Total 3: possible. 3 of 10")));
    QVERIFY(settle());
    QVERIFY(closeAndWait());
    QVERIFY(enter());
    QTRY_COMPARE_WITH_TIMEOUT(edit("outcome.naranjo")->text(), path("3"), kPatience);
    scale = qobject_cast<ScaleField*>(row("outcome.naranjo")->editor());
    opener = scale->findChild<QPushButton*>(path("scaleButton"));
    meaning = scale->findChild<QLabel*>(path("scaleMeaning"));
    QVERIFY(ask());
    QVERIFY(button(3, 0)->hasFocus() && button(2, 1)->isChecked());
    press(Qt::Key_Escape);
    QVERIFY(isClosed());
    // Another number typed: the answers were not what it rests on.
    edit("outcome.naranjo")->selectAll();
    type("outcome.naranjo", path("4"));
    QCOMPARE(meaning->text(), path("Total 4: possible."));
    QVERIFY(page().model().typed(path("outcome.naranjo")).isEmpty());
    QVERIFY(ask());
    QVERIFY(button(0, 0)->hasFocus() && !button(0, 0)->isChecked());
}

void TestAnswersField::choicesSayWhatTheyMean() {
    auto* box = row("outcome.causality")->editor()->findChild<QComboBox*>();
    auto* about = row("outcome.causality")->editor()->findChild<QLabel*>(path("choiceAbout"));
    QVERIFY(about != nullptr && !about->isVisible());
    box->setFocus();
    QTest::keyClicks(box, path("prob"));
    QCOMPARE(page().model().value(path("outcome.causality")).toString(), path("probable"));
    QVERIFY(about->isVisible() && about->text().contains(path("another cause is unlikely")));
    box->setCurrentIndex(0);
    QVERIFY(!about->isVisible());
    // Choices that speak for themselves have no line for it.
    QVERIFY(row("outcome.result")->editor()->findChild<QLabel*>(path("choiceAbout")) == nullptr);
}

QTEST_MAIN(TestAnswersField)
#include "tst_answers_field.moc"
