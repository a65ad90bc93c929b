// Amending an outcome that has left, from the list and from the sheet before signing.
#include "drafts_window.h"

#include "pages/compose/amend_bar.h"
#include "pages/compose/review_dialog.h"
#include "pages/history/history_dialog.h"
#include "widgets/change_table.h"
#include "widgets/status_line.h"

#include <QtWidgets/QLabel>

using namespace qis::ui;

class TestAmend : public QObject, private DraftsWindow {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(start()); }
    void cleanup() { end(); }
    void theNewVersionTakesThePlaceOfTheOld();
    void whatNothingWasChangedInIsSaid();
    void becomesAnOutcomeOfItsOwnWhenAsked();
    void survivesARestart();
    void undoBringsTheAmendmentBack();
    void theSheetOffersItForTheSamePatient();
    void signingAtOnceShowsWhatChanges();
    void saysWhenItsTargetIsGone();
    void theMenuNeedsOneThatHasLeft();
    void whatBecameOfItIsShown();

private:
    [[nodiscard]] AmendBar* bar() const { return child<AmendBar>("amendBar"); }
    [[nodiscard]] ReviewDialog* dialog() const { return child<ReviewDialog>("reviewDialog"); }
    void select(int row) const {
        auto* list = child<QListView>("outcomeList");
        list->setCurrentIndex(list->model()->index(row, 0));
    }
    /// Signs an outcome, selects it and begins to amend it.
    [[nodiscard]] bool begin() {
        if (!emitValues(UiWorld::outcome()) || !statesBecome({path("waiting")}))
            return false;
        select(0);
        click("amendOutcome");
        return QTest::qWaitFor([this] { return !page().model().draft().amends.isEmpty(); }, kPatience);
    }
    [[nodiscard]] bool openReview() {
        trigger("actionSign");
        return QTest::qWaitFor([this] { return dialog() != nullptr && child<StatusLine>("changeLine") != nullptr; },
                               kPatience);
    }
};

void TestAmend::theNewVersionTakesThePlaceOfTheOld() {
    QVERIFY(enter());
    QVERIFY(begin());
    QCOMPARE(page().model().draft().fields, UiWorld::outcome().fields);
    QVERIFY(bar()->isVisible());
    QVERIFY2(bar()->text().contains(QLatin1String("Warfarin")), qPrintable(bar()->text()));
    page().model().setValue(path("outcome.grade"), path("4"));
    page().model().setConfidence(35);
    QVERIFY(openReview());
    const auto* table = child<ChangeTable>("changeTable");
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->item(0, 0)->text(), path("Grade"));
    QCOMPARE(table->item(0, 1)->text(), path("not recorded"));
    QVERIFY(!table->item(0, 2)->text().isEmpty());
    QCOMPARE(table->item(1, 1)->text(), path("80 %"));
    QCOMPARE(table->item(1, 2)->text(), path("35 %"));
    const QString spoken = table->item(1, 0)->data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(QLatin1String("80")) && spoken.contains(QLatin1String("35")), qPrintable(spoken));
    QVERIFY(dialog()->duplicates().isEmpty());
    click("reviewSign");
    QVERIFY(statesBecome({path("waiting"), path("amended")}));
    QVERIFY(!bar()->isVisible());
    select(1);
    QCOMPARE(child<StatusLine>("outcomeState")->text(), path("Amended"));
    QVERIFY(!child<QPushButton>("amendOutcome")->isVisible());
    QVERIFY(!child<QPushButton>("retractOutcome")->isVisible());
    QVERIFY(child<QPushButton>("sameAgain")->isVisible());
    select(0);
    QVERIFY(child<QPushButton>("amendOutcome")->isVisible());
    QCOMPARE(outcomes().entryAt(0)->outcome->amends, outcomes().entryAt(1)->outcome->id);
    // The state can be filtered for, and another outcome with these values is one of its own.
    desk().pane().setFilter(path("amended"));
    QCOMPARE(child<QListView>("outcomeList")->model()->rowCount(), 1);
    select(0);
    click("sameAgain");
    QTRY_VERIFY_WITH_TIMEOUT(!page().model().isEmpty(), kPatience);
    QVERIFY(page().model().draft().amends.isEmpty() && !bar()->isVisible());
}

void TestAmend::whatNothingWasChangedInIsSaid() {
    QVERIFY(enter());
    QVERIFY(begin());
    QVERIFY(openReview());
    QVERIFY(child<ChangeTable>("changeTable") == nullptr);
    QVERIFY(child<StatusLine>("changeLine")->text().startsWith(QLatin1String("Nothing differs")));
}

void TestAmend::becomesAnOutcomeOfItsOwnWhenAsked() {
    QVERIFY(enter());
    QVERIFY(begin());
    page().model().setConfidence(35);
    click("amendAction");
    QVERIFY(page().model().draft().amends.isEmpty());
    QVERIFY(!bar()->isVisible());
    QCOMPARE(page().model().draft().confidence, 35);
    QVERIFY(statesBecome({path("draft"), path("waiting")}));
}

void TestAmend::survivesARestart() {
    QVERIFY(enter());
    QVERIFY(begin());
    const QString target = page().model().draft().amends;
    page().model().setConfidence(35);
    desk().keeper().flush();
    QVERIFY(statesBecome({path("draft"), path("waiting")}));
    QVERIFY(closeAndWait());
    QVERIFY(enter());
    QTRY_COMPARE_WITH_TIMEOUT(page().model().draft().amends, target, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(bar()->isVisible() && bar()->text().contains(QLatin1String("Warfarin")), kPatience);
}

void TestAmend::undoBringsTheAmendmentBack() {
    QVERIFY(enter());
    QVERIFY(begin());
    const QString target = page().model().draft().amends;
    QVERIFY(closeAndWait());
    QVERIFY(enter(kLongUndo));
    QTRY_COMPARE_WITH_TIMEOUT(page().model().draft().amends, target, kPatience);
    page().model().setConfidence(35);
    QVERIFY(openReview());
    click("reviewSign");
    QVERIFY(statesBecome({path("held"), path("waiting")}));
    QTRY_VERIFY_WITH_TIMEOUT(dialog() == nullptr, kPatience);
    // Until it has left, the earlier version is the one in force; but it cannot be changed twice.
    select(1);
    click("amendOutcome");
    QTRY_COMPARE_WITH_TIMEOUT(page().model().draft().amends, target, kPatience);
    QVERIFY(openReview());
    click("reviewSign");
    QTRY_VERIFY_WITH_TIMEOUT(
        child<StatusLine>("reviewStatus")->text().startsWith(QLatin1String("This outcome has been")), kPatience);
    click("reviewBack");
    QTRY_VERIFY_WITH_TIMEOUT(dialog() == nullptr, kPatience);
    const QSignalSpy undone(&page(), &ComposePage::undone);
    trigger("actionUndo");
    QTRY_COMPARE_WITH_TIMEOUT(undone.count(), 1, kPatience);
    QCOMPARE(page().model().draft().amends, target);
    QCOMPARE(page().model().draft().confidence, 35);
}

void TestAmend::theSheetOffersItForTheSamePatient() {
    QVERIFY(enter());
    QVERIFY(emitValues(UiWorld::outcome()));
    QVERIFY(statesBecome({path("waiting")}));
    const QString earlier = outcomes().entryAt(0)->outcome->id;
    DraftValues values = UiWorld::outcome();
    values.confidence = 35;
    QVERIFY(fill(values));
    trigger("actionSign");
    // It is there a moment before it is shown.
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>("duplicateAmend") != nullptr &&
                                 child<QPushButton>("duplicateAmend")->isVisible(),
                             kPatience);
    QTest::keyClick(child<QPushButton>("duplicateAmend"), Qt::Key_Space);
    // The sheet comes back, about the amendment.
    QTRY_VERIFY_WITH_TIMEOUT(dialog() != nullptr && child<ChangeTable>("changeTable") != nullptr, kPatience);
    QCOMPARE(page().model().draft().amends, earlier);
    QCOMPARE(child<ChangeTable>("changeTable")->rowCount(), 1);
    click("reviewSign");
    QVERIFY(statesBecome({path("waiting"), path("amended")}));
}

void TestAmend::signingAtOnceShowsWhatChanges() {
    QVERIFY(enter());
    QVERIFY(begin());
    page().model().setConfidence(35);
    page().sign();
    QTRY_VERIFY_WITH_TIMEOUT(dialog() != nullptr && child<ChangeTable>("changeTable") != nullptr, kPatience);
    QCOMPARE(m_world->statusOf(*m_bridge).ownPackets, 1);
}

void TestAmend::saysWhenItsTargetIsGone() {
    QVERIFY(enter());
    QVERIFY(begin());
    const QString target = page().model().draft().amends;
    m_bridge->retractOutcome(target, 1, this, [](const Result<Emission>&) {});
    QTRY_VERIFY_WITH_TIMEOUT(bar()->text().contains(QLatin1String("has been retracted")), kPatience);
    QVERIFY(openReview());
    click("reviewSign");
    QTRY_COMPARE_WITH_TIMEOUT(child<StatusLine>("reviewStatus")->text(),
                              path("This outcome has been retracted already."), kPatience);
    QCOMPARE(m_world->statusOf(*m_bridge).ownPackets, 2);
}

void TestAmend::theMenuNeedsOneThatHasLeft() {
    QVERIFY(enter());
    trigger("actionAmend");
    QVERIFY(page().model().draft().amends.isEmpty());
    QVERIFY(emitValues(UiWorld::outcome()));
    QVERIFY(statesBecome({path("waiting")}));
    select(0);
    const QString id = outcomes().entryAt(0)->outcome->id;
    trigger("actionAmend");
    QTRY_COMPARE_WITH_TIMEOUT(page().model().draft().amends, id, kPatience);
}

void TestAmend::whatBecameOfItIsShown() {
    QVERIFY(enter());
    QVERIFY(begin());
    QVERIFY(!child<QPushButton>("outcomeHistory")->isVisible());
    page().model().setConfidence(35);
    QVERIFY(openReview());
    click("reviewSign");
    QVERIFY(statesBecome({path("waiting"), path("amended")}));
    QTRY_VERIFY_WITH_TIMEOUT(dialog() == nullptr, kPatience);
    for (const int row : {1, 0}) {
        select(row);
        auto* opener = child<QPushButton>("outcomeHistory");
        QVERIFY(opener->isVisible());
        opener->setFocus();
        QTest::keyClick(opener, Qt::Key_Space);
        auto* history = child<HistoryDialog>("historyDialog");
        QVERIFY(history != nullptr);
        const auto* versions = history->findChild<QTableWidget*>(path("historyTable"));
        QTRY_COMPARE_WITH_TIMEOUT(versions->rowCount(), 2, kPatience);
        // It begins with the one that was asked about.
        QCOMPARE(versions->currentRow(), row);
        QVERIFY(history->findChild<QLabel*>(path("historyHead"))->text().startsWith(path("2 version")));
        QCOMPARE(versions->item(0, 0)->text(), path("Version 2"));
        QCOMPARE(versions->item(0, 3)->text(), path("Counts"));
        QCOMPARE(versions->item(1, 3)->text(), path("Counts no more"));
        QVERIFY(versions->item(1, 0)->data(Qt::AccessibleTextRole).toString().startsWith(path("Version 1, written ")));
        const auto* changes = history->findChild<ChangeTable*>();
        QTest::keyClick(history->focusWidget(), Qt::Key_Home, Qt::ControlModifier);
        QTRY_COMPARE(changes->rowCount(), 1);
        QVERIFY(changes->isVisible());
        QCOMPARE(changes->item(0, 1)->text(), path("80 %"));
        QCOMPARE(changes->item(0, 2)->text(), path("35 %"));
        QTest::keyClick(history->focusWidget(), Qt::Key_Down);
        QVERIFY(!changes->isVisible());
        QCOMPARE(history->findChild<QLabel*>(path("historyWhat"))->text(), path("This is what was sent first."));
        QTest::keyClick(history, Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(child<HistoryDialog>("historyDialog") == nullptr, kPatience);
        QVERIFY(m_window->focusWidget() == opener);
    }
}

QTEST_MAIN(TestAmend)
#include "tst_amend.moc"
