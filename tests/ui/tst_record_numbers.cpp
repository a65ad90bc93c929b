#include "drafts_window.h"

#include "pages/compose/own_record_dialog.h"
#include "pages/compose/review_dialog.h"
#include "widgets/text_field.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QMessageBox>

using namespace qis::ui;

class TestRecordNumbers : public QObject, private DraftsWindow {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(start()); }
    void cleanup() { end(); }
    void isTypedWithTheOutcomeAndFindsIt();
    void isCorrectedAndForgottenLater();
    void sameAgainIsAnotherPatient();
    void amendingIsTheSamePatient();
    void whatCannotStayBlocksSigning();
    void allCanBeForgotten();

private:
    [[nodiscard]] bool signWith(const char* record);
    [[nodiscard]] QLineEdit* search() const { return child<QLineEdit>("recordSearch"); }
    void selectFirst() const {
        auto* list = child<QListView>("outcomeList");
        list->setCurrentIndex(list->model()->index(0, 0));
    }
};

bool TestRecordNumbers::signWith(const char* record) {
    if (!fill(UiWorld::outcome()))
        return false;
    type("own_record", path(record));
    return settle() && sign();
}

void TestRecordNumbers::isTypedWithTheOutcomeAndFindsIt() {
    QVERIFY(enter());
    QVERIFY(!search()->isVisible());
    QVERIFY(signWith("MRN 4711"));
    QVERIFY(page().model().isEmpty());
    QVERIFY(edit("own_record")->text().isEmpty());
    QVERIFY(statesBecome({path("waiting")}));
    QTRY_VERIFY_WITH_TIMEOUT(search()->isVisible(), kPatience);
    selectFirst();
    QCOMPARE(child<QLabel>("outcomeRecord")->text(), path("Your record number: MRN 4711"));

    search()->setFocus();
    QTest::keyClicks(search(), path("mrn 47"));
    QVERIFY(statesBecome({path("waiting")}));
    QTest::keyClicks(search(), path("2"));
    QTRY_COMPARE_WITH_TIMEOUT(child<QListView>("outcomeList")->isVisible(), false, kPatience);
    QTest::mouseClick(child<QPushButton>("showAllOutcomes"), Qt::LeftButton);
    QVERIFY(search()->text().isEmpty());
    QVERIFY(statesBecome({path("waiting")}));

    // It is a draft's as well, also after a start.
    type("own_record", path("4812"));
    QVERIFY(settle());
    QVERIFY(closeAndWait());
    QVERIFY(enter());
    QTRY_COMPARE_WITH_TIMEOUT(edit("own_record")->text(), path("4812"), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(search()->isVisible(), kPatience);
    QTest::keyClicks(search(), path("4812"));
    QVERIFY(statesBecome({path("draft")}));
}

void TestRecordNumbers::isCorrectedAndForgottenLater() {
    QVERIFY(enter());
    QVERIFY(signWith("4711"));
    QVERIFY(statesBecome({path("waiting")}));
    selectFirst();
    click("ownRecord");
    auto* dialog = child<OwnRecordDialog>("ownRecordDialog");
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(dialog->isActiveWindow(), kPatience);
    auto* line = dialog->findChild<TextField*>(path("ownRecordEdit"))->lineEdit();
    QVERIFY(line->hasFocus());
    QCOMPARE(line->selectedText(), path("4711"));
    QTest::keyClicks(line, path("4712"));
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(child<QLabel>("outcomeRecord")->text(), path("Your record number: 4712"), kPatience);

    QTRY_VERIFY(child<OwnRecordDialog>("ownRecordDialog") == nullptr);
    click("ownRecord");
    QTest::mouseClick(child<QPushButton>("ownRecordForget"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!child<QLabel>("outcomeRecord")->isVisible(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!search()->isVisible(), kPatience);
    QVERIFY(statesBecome({path("waiting")}));
}

void TestRecordNumbers::sameAgainIsAnotherPatient() {
    QVERIFY(enter());
    QVERIFY(signWith("4711"));
    QVERIFY(statesBecome({path("waiting")}));
    selectFirst();
    click("sameAgain");
    QTRY_COMPARE_WITH_TIMEOUT(page().model().draft().fields, UiWorld::outcome().fields, kPatience);
    QVERIFY(edit("own_record")->text().isEmpty());
}

void TestRecordNumbers::amendingIsTheSamePatient() {
    QVERIFY(enter());
    QVERIFY(signWith("4711"));
    QVERIFY(statesBecome({path("waiting")}));
    selectFirst();
    click("amendOutcome");
    QTRY_COMPARE_WITH_TIMEOUT(edit("own_record")->text(), path("4711"), kPatience);
    QVERIFY(!page().model().draft().amends.isEmpty());
}

void TestRecordNumbers::whatCannotStayBlocksSigning() {
    QVERIFY(enter());
    QVERIFY(fill(UiWorld::outcome()));
    type("own_record", QString(65, QLatin1Char('x')));
    QTRY_VERIFY_WITH_TIMEOUT(page().model().isChecked(), kPatience);
    page().review();
    QVERIFY(!page().model().canSign());
    QVERIFY(page().model().draft().ownRecord.size() <= 64);
    QTest::keyClick(edit("own_record"), Qt::Key_Backspace);
    QTRY_VERIFY_WITH_TIMEOUT(page().model().canSign(), kPatience);
    QCOMPARE(page().model().draft().ownRecord.size(), 64);
}

void TestRecordNumbers::allCanBeForgotten() {
    QVERIFY(enter());
    QVERIFY(signWith("4711"));
    m_window->workspace().showPage(Workspace::Page::Settings);
    auto* forget = child<QPushButton>("forgetRecords");
    QTRY_VERIFY_WITH_TIMEOUT(forget->isEnabled(), kPatience);
    forget->click();
    QTRY_VERIFY(child<QMessageBox>("forgetRecordsDialog") != nullptr);
    QCOMPARE(child<QMessageBox>("forgetRecordsDialog")->defaultButton()->text().remove(QLatin1Char('&')),
             path("Cancel"));
    child<QPushButton>("forgetRecordsConfirm")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!forget->isEnabled(), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->statusOf(*m_bridge).ownRecords, 0, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(child<QLabel>("recordsAmount")->text(),
                              path("No draft or outcome of this home has a record number."), kPatience);
}

QTEST_MAIN(TestRecordNumbers)
#include "tst_record_numbers.moc"
