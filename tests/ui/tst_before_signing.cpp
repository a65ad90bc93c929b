#include "drafts_window.h"

#include "pages/compose/duplicate_panel.h"
#include "pages/compose/rarity_panel.h"
#include "pages/compose/review_dialog.h"
#include "widgets/status_line.h"

#include <QtWidgets/QTableWidget>

using namespace qis::ui;

namespace {

constexpr int kSimilar = 6;

DraftValues withPhenotype(const char* phenotype, int variant) {
    DraftValues values = UiWorld::outcome(variant);
    values.fields.insert(path("condition.phenotype"), QStringList{path(phenotype)});
    return values;
}

} // namespace

class TestBeforeSigning : public QObject, private DraftsWindow {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(start()); }
    void cleanup() { end(); }
    void nothingIsAskedWithoutReason();
    void theSameOutcomeIsSaidPlainly();
    void differingCellsAreMarked();
    void signingWaitsForTheAnswer();
    void decidingLaterKeepsTheDraft();
    void theEarlierOutcomeCanBeOpened();
    void anAnswerIsNotAskedForTwice();
    void signingWithoutALookStopsForIt();
    void rareCombinationsAreBroadenedInOneStep();

private:
    [[nodiscard]] bool openReview();
    [[nodiscard]] ReviewDialog* dialog() const { return child<ReviewDialog>("reviewDialog"); }
};

bool TestBeforeSigning::openReview() {
    page().review();
    return QTest::qWaitFor(
        [this] {
            const auto* line = child<StatusLine>("reviewComparison");
            return dialog() != nullptr && line != nullptr && !line->text().startsWith(QLatin1String("Comparing it"));
        },
        kPatience);
}

void TestBeforeSigning::nothingIsAskedWithoutReason() {
    QVERIFY(enter());
    QVERIFY(fill(UiWorld::outcome()));
    QVERIFY(openReview());
    QVERIFY(child<StatusLine>("reviewComparison")->text().startsWith(QLatin1String("You have signed no outcome")));
    QVERIFY(dialog()->duplicates().isEmpty());
    const QSignalSpy signedSpy(&page(), &ComposePage::signedOutcome);
    click("reviewSign");
    QTRY_COMPARE_WITH_TIMEOUT(signedSpy.count(), 1, kPatience);
    DraftValues other = UiWorld::outcome();
    other.fields.insert(path("condition.object_drug"), path("digoxin"));
    other.fields.insert(path("condition.precipitant_drug"), path("clarithromycin"));
    other.fields.insert(path("condition.sex"), path("male"));
    other.fields.insert(path("condition.age_band"), path("90plus"));
    other.fields.insert(path("outcome.effect"), path("drug-level-increased"));
    QVERIFY(fill(other));
    QVERIFY(openReview());
    QVERIFY2(child<StatusLine>("reviewComparison")->text().startsWith(QLatin1String("None of your 1")),
             qPrintable(child<StatusLine>("reviewComparison")->text()));
    QVERIFY(dialog()->duplicates().isEmpty());
}

void TestBeforeSigning::theSameOutcomeIsSaidPlainly() {
    QVERIFY(enter());
    QVERIFY(emitValues(UiWorld::outcome()));
    QVERIFY(fill(UiWorld::outcome()));
    QVERIFY(openReview());
    QCOMPARE(dialog()->duplicates().size(), 1);
    const QString question = child<StatusLine>("duplicateQuestion")->text();
    QVERIFY2(question.startsWith(QLatin1String("You signed exactly this outcome before")), qPrintable(question));
}

void TestBeforeSigning::differingCellsAreMarked() {
    QVERIFY(enter());
    QVERIFY(emitValues(UiWorld::outcome(0)));
    DraftValues values = UiWorld::outcome(0);
    values.fields.insert(path("condition.age_band"), path("75-89"));
    values.fields.insert(path("outcome.grade"), path("3"));
    QVERIFY(fill(values));
    QVERIFY(openReview());
    QCOMPARE(dialog()->duplicates().size(), 1);
    const QString question = child<StatusLine>("duplicateQuestion")->text();
    QVERIFY2(question.contains(QLatin1String("chance is about")), qPrintable(question));
    const auto* table = child<QTableWidget>("duplicateTable");
    QHash<QString, int> rowOf;
    for (int at = 0; at < table->rowCount(); ++at)
        rowOf.insert(table->item(at, 0)->text(), at);
    const int age = rowOf.value(path("Age"), -1);
    QVERIFY(age >= 0);
    QCOMPARE(table->item(age, 1)->text(), path("75 to 89 years"));
    QCOMPARE(table->item(age, 2)->text(), path("65 to 74 years"));
    QCOMPARE(table->item(age, 3)->text(), path("Differs"));
    QVERIFY(!table->item(age, 3)->icon().isNull() && table->item(age, 1)->font().bold());
    const QString spoken = table->item(age, 0)->data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(QLatin1String("Differs")) && spoken.contains(QLatin1String("75 to 89")),
             qPrintable(spoken));
    const int grade = rowOf.value(path("Grade"), -1);
    QCOMPARE(table->item(grade, 2)->text(), path("not recorded"));
    QCOMPARE(table->item(grade, 3)->text(), path("Only here"));
    const int sex = rowOf.value(path("Sex"), -1);
    QCOMPARE(table->item(sex, 3)->text(), path("Same"));
    QVERIFY(table->item(sex, 3)->icon().isNull() && !table->item(sex, 1)->font().bold());
}

void TestBeforeSigning::signingWaitsForTheAnswer() {
    QVERIFY(enter());
    QVERIFY(emitValues(UiWorld::outcome()));
    QVERIFY(fill(UiWorld::outcome()));
    QVERIFY(openReview());
    const QSignalSpy signedSpy(&page(), &ComposePage::signedOutcome);
    click("reviewSign");
    // Not in silence: it says what is missing and goes there.
    QVERIFY(child<StatusLine>("reviewStatus")->text().contains(QLatin1String("different patient")));
    QVERIFY(child<QPushButton>("duplicateDifferent")->hasFocus());
    QCOMPARE(m_world->statusOf(*m_bridge).ownPackets, 1);
    QTest::keyClick(child<QPushButton>("duplicateDifferent"), Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(dialog()->duplicates().first()->isSettled(), kPatience);
    QVERIFY(child<StatusLine>("duplicateAnswer")->text().startsWith(QLatin1String("Decided")));
    click("reviewSign");
    QTRY_COMPARE_WITH_TIMEOUT(signedSpy.count(), 1, kPatience);
    QCOMPARE(m_world->statusOf(*m_bridge).ownPackets, 2);
}

void TestBeforeSigning::decidingLaterKeepsTheDraft() {
    QVERIFY(enter());
    QVERIFY(emitValues(UiWorld::outcome()));
    QVERIFY(fill(UiWorld::outcome()));
    QVERIFY(openReview());
    click("duplicateLater");
    QTRY_VERIFY_WITH_TIMEOUT(dialog() == nullptr, kPatience);
    QVERIFY(settle());
    QVERIFY(statesBecome({path("draft"), path("waiting")}));
    QCOMPARE(page().model().draft().fields, UiWorld::outcome().fields);
    QVERIFY(child<StatusLine>("composeMessage")->text().contains(QLatin1String("Nothing was signed")));
    QCOMPARE(m_world->statusOf(*m_bridge).ownPackets, 1);
    // It is asked again, and says when it was put off.
    QVERIFY(openReview());
    QTRY_VERIFY(child<StatusLine>("duplicateAnswer")->text().startsWith(QLatin1String("You put this off")));
    QVERIFY(!dialog()->duplicates().first()->isSettled());
}

void TestBeforeSigning::theEarlierOutcomeCanBeOpened() {
    QVERIFY(enter());
    QVERIFY(emitValues(UiWorld::outcome()));
    QVERIFY(statesBecome({path("waiting")}));
    QVERIFY(fill(UiWorld::outcome()));
    desk().pane().setFilter(path("draft"));
    QVERIFY(openReview());
    click("duplicateOpen");
    QTRY_VERIFY_WITH_TIMEOUT(dialog() == nullptr, kPatience);
    const OutcomeModel::Entry* entry = desk().pane().current();
    QVERIFY(entry != nullptr && entry->outcome);
    QCOMPARE(m_window->focusWidget(), child<QListView>("outcomeList"));
    QVERIFY(child<QPushButton>("retractOutcome")->isVisible());
    QCOMPARE(page().model().draft().fields, UiWorld::outcome().fields);
}

void TestBeforeSigning::anAnswerIsNotAskedForTwice() {
    QVERIFY(enter());
    QVERIFY(emitValues(UiWorld::outcome()));
    QVERIFY(fill(UiWorld::outcome()));
    QVERIFY(openReview());
    click("duplicateDifferent");
    QTRY_VERIFY_WITH_TIMEOUT(dialog()->duplicates().first()->isSettled(), kPatience);
    click("reviewBack");
    QTRY_VERIFY_WITH_TIMEOUT(dialog() == nullptr, kPatience);
    QVERIFY(openReview());
    QVERIFY(dialog()->duplicates().first()->isSettled());
    QVERIFY(child<StatusLine>("duplicateAnswer")->text().contains(QLatin1String("different patient")));
    QVERIFY(!child<QPushButton>("duplicateDifferent")->isVisible());
    click("reviewBack");
    QTRY_VERIFY_WITH_TIMEOUT(dialog() == nullptr, kPatience);
    // What was answered does not stop who signs without another look.
    const QSignalSpy signedSpy(&page(), &ComposePage::signedOutcome);
    page().sign();
    QTRY_COMPARE_WITH_TIMEOUT(signedSpy.count(), 1, kPatience);
    QVERIFY(dialog() == nullptr);
}

void TestBeforeSigning::signingWithoutALookStopsForIt() {
    QVERIFY(enter());
    QVERIFY(emitValues(UiWorld::outcome()));
    QVERIFY(fill(UiWorld::outcome()));
    page().sign();
    QTRY_VERIFY_WITH_TIMEOUT(dialog() != nullptr && dialog()->isVisible(), kPatience);
    QCOMPARE(dialog()->duplicates().size(), 1);
    QCOMPARE(m_world->statusOf(*m_bridge).ownPackets, 1);
}

void TestBeforeSigning::rareCombinationsAreBroadenedInOneStep() {
    QVERIFY(enter());
    for (int variant = 0; variant < kSimilar; ++variant)
        QVERIFY(emitValues(withPhenotype("atrial-fibrillation", 3 * variant)));
    QVERIFY(fill(withPhenotype("atrial-flutter", 90)));
    QVERIFY(openReview());
    const QString text = child<RarityPanel>("rarityPanel")->text();
    QVERIFY2(text.startsWith(QLatin1String("Only 0 of 6 similar outcome")), qPrintable(text));
    auto* broaden = child<QPushButton>("broaden_condition.phenotype");
    QVERIFY(broaden != nullptr && broaden->isVisible());
    QVERIFY2(broaden->text().contains(QLatin1String("Heart rhythm disorder")), qPrintable(broaden->text()));
    QTest::keyClick(broaden, Qt::Key_Space);
    QTRY_COMPARE(page().model().value(path("condition.phenotype")).toStringList(),
                 QStringList{path("heart-rhythm-disorder")});
    // It looks again by itself.
    QTRY_VERIFY_WITH_TIMEOUT(child<RarityPanel>("rarityPanel") != nullptr &&
                                 child<RarityPanel>("rarityPanel")->text().startsWith(QLatin1String("6 of 6")),
                             kPatience);
}

QTEST_MAIN(TestBeforeSigning)
#include "tst_before_signing.moc"
