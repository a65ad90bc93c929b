#include "drafts_window.h"

#include "widgets/status_line.h"
#include "widgets/term_field.h"

#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMessageBox>

using namespace qis::ui;

class TestDrafts : public QObject, private DraftsWindow {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(start()); }
    void cleanup() { end(); }
    void closingKeepsWhatWasTyped();
    void whatIsEmptyIsNotKept();
    void draftsOpenFromTheList();
    void aRemovedDraftCanBeBroughtBack();
    void changingTheDomainMakesAnotherDraft();
    void aFailedSaveIsSaid();
    void closingUnsavedAsks();
};

void TestDrafts::closingKeepsWhatWasTyped() {
    QVERIFY(enter());
    page().choosePack(path("ddi"));
    type("note", QStringLiteral("seen twice"));
    type("condition.object_drug", QStringLiteral("warf"));
    auto* drug = qobject_cast<TermField*>(row("condition.object_drug")->editor());
    QVERIFY(drug->unreadable().size() > 0);
    QTRY_VERIFY_WITH_TIMEOUT(drug->completer()->popup()->isVisible(), kPatience);
    QTest::keyClick(drug->completer()->popup(), Qt::Key_Escape);
    QTRY_VERIFY(!drug->completer()->popup()->isVisible());
    type("outcome.onset_days", QStringLiteral("-6x"));
    page().model().setValue(path("condition.sex"), path("female"));
    auto* number = m_window->findChild<QWidget*>(QStringLiteral("confidenceNumber"))->findChild<QLineEdit*>();
    number->setFocus();
    QTest::keyClicks(number, QStringLiteral("800"));
    const DraftValues before = page().model().draft();
    QCOMPARE(before.at, path("confidence"));
    // Not a moment of patience: the window goes when the last key is on the disk.
    QVERIFY(closeAndWait());

    QVERIFY(enter());
    QTRY_COMPARE_WITH_TIMEOUT(edit("condition.object_drug")->text(), QStringLiteral("warf"), kPatience);
    QCOMPARE(edit("outcome.onset_days")->text(), QStringLiteral("-6x"));
    QCOMPARE(edit("note")->text(), QStringLiteral("seen twice"));
    const DraftValues& after = page().model().draft();
    QCOMPARE(after.fields, before.fields);
    QCOMPARE(after.typed, before.typed);
    QCOMPARE(after.note, before.note);
    QCOMPARE(after.confidence, before.confidence);
    // And the hands are where they were.
    number = m_window->findChild<QWidget*>(QStringLiteral("confidenceNumber"))->findChild<QLineEdit*>();
    QCOMPARE(number->text(), QStringLiteral("800"));
    QTRY_VERIFY(number->hasFocus());
    QVERIFY(child<QWidget>("wentOnBar")->isVisible());
    QCOMPARE(states(), QStringList{path("draft")});
    // Neither of the half-typed values is signed as if it were one.
    page().sign();
    QTRY_VERIFY(!row("condition.object_drug")->message().isEmpty());
    QVERIFY(!row("outcome.onset_days")->message().isEmpty());
}

void TestDrafts::whatIsEmptyIsNotKept() {
    QVERIFY(enter());
    QVERIFY(child<QLabel>("emptyTitle") != nullptr);
    QVERIFY(child<QListView>("outcomeList")->isHidden() || !child<QListView>("outcomeList")->isVisible());
    page().startNew();
    QVERIFY(settle());
    QVERIFY(states().isEmpty());
    type("note", QStringLiteral("x"));
    QVERIFY(settle());
    QVERIFY(statesBecome({path("draft")}));
    QVERIFY(child<StatusLine>("draftSaved")->text().startsWith(QLatin1String("Saved")));
    QTest::keyClick(edit("note"), Qt::Key_Backspace);
    QVERIFY(settle());
    QVERIFY(statesBecome({}));
}

void TestDrafts::draftsOpenFromTheList() {
    QVERIFY(enter());
    page().choosePack(path("ddi"));
    type("note", QStringLiteral("first"));
    trigger("actionNew");
    QVERIFY(page().model().isEmpty());
    type("note", QStringLiteral("second"));
    QVERIFY(settle());
    QVERIFY(statesBecome({path("draft"), path("draft")}));
    auto* list = child<QListView>("outcomeList");
    QVERIFY(list->model()->index(0, 0).data(Qt::DisplayRole).toString().startsWith(QLatin1String("Untitled")));
    // The one changed last stands first; the other is opened by Enter.
    QVERIFY(list->model()->index(0, 0).data(OutcomeModel::WordRole).toString().contains(QLatin1String("open")));
    list->setFocus();
    list->setCurrentIndex(list->model()->index(1, 0));
    QVERIFY(child<QPushButton>("openDraft")->isVisible());
    QVERIFY(!child<QPushButton>("retractOutcome")->isVisible());
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(page().model().draft().note, QStringLiteral("first"));
    QTRY_VERIFY(edit("note")->hasFocus());
    type("note", QStringLiteral(" again"));
    QVERIFY(settle());
    QTRY_COMPARE(states().size(), 2);
    QTRY_VERIFY(outcomes().entryAt(0)->draft->values.note == QLatin1String("first again"));
    QCOMPARE(outcomes().entryAt(1)->draft->values.note, QStringLiteral("second"));
}

void TestDrafts::aRemovedDraftCanBeBroughtBack() {
    QVERIFY(enter());
    QVERIFY(fill(UiWorld::outcome()));
    QVERIFY(statesBecome({path("draft")}));
    auto* list = child<QListView>("outcomeList");
    list->setCurrentIndex(list->model()->index(0, 0));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    QVERIFY(page().model().isEmpty());
    QVERIFY(statesBecome({}));
    click("asideAction");
    QCOMPARE(page().model().draft().fields, UiWorld::outcome().fields);
    QVERIFY(statesBecome({path("draft")}));
}

void TestDrafts::changingTheDomainMakesAnotherDraft() {
    QVERIFY(enter());
    QVERIFY(fill(UiWorld::outcome()));
    page().choosePack(path("trial"));
    page().model().setConfidence(30);
    QVERIFY(settle());
    QVERIFY(statesBecome({path("draft"), path("draft")}));
    // Back again, a change, and it is still the same two.
    page().choosePack(path("ddi"));
    QCOMPARE(page().model().draft().fields, UiWorld::outcome().fields);
    page().model().setConfidence(10);
    QVERIFY(settle());
    QTRY_VERIFY(outcomes().entryAt(0)->draft->values.confidence == 10);
    QCOMPARE(outcomes().rowCount(), 2);
}

void TestDrafts::aFailedSaveIsSaid() {
    QVERIFY(enter());
    std::optional<qint64> last;
    constexpr int kMost = 1000;
    int saved = 0;
    for (int at = 0; at < kMost; ++at) {
        SavedDraft draft;
        draft.values = UiWorld::outcome(at);
        m_bridge->saveDraft(draft, this, [&](const Result<qint64>& result) {
            last = result.value;
            ++saved;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(saved, kMost, kLongPatience);
    QVERIFY(last.has_value());
    page().choosePack(path("ddi"));
    type("note", QStringLiteral("one too many"));
    desk().keeper().flush();
    QTRY_COMPARE_WITH_TIMEOUT(desk().keeper().state(), DraftKeeper::State::Failed, kPatience);
    const QString text = child<StatusLine>("draftSaved")->text();
    QVERIFY2(text.contains(QLatin1String("not saved")) && text.contains(QLatin1String("1,000")), qPrintable(text));
    // Typing goes on, and once there is room it is saved, with all of it.
    std::optional<Result<Done>> removed;
    m_bridge->removeDraft(*last, this, [&removed](const Result<Done>& result) { removed = result; });
    QTRY_VERIFY_WITH_TIMEOUT(removed.has_value() && removed->ok(), kPatience);
    type("note", QStringLiteral("!"));
    QTRY_COMPARE_WITH_TIMEOUT(desk().keeper().state(), DraftKeeper::State::Saved, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(outcomes().rowCount() > 0 &&
                                 outcomes().entryAt(0)->draft->values.note == QLatin1String("one too many!"),
                             kPatience);
}

void TestDrafts::closingUnsavedAsks() {
    QVERIFY(enter());
    // Longer than a draft may be.
    page().choosePack(path("ddi"));
    page().model().setNote(QString(70000, QLatin1Char('x')));
    m_window->close();
    QVERIFY(m_window->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(child<QMessageBox>("closeUnsavedDialog") != nullptr, kPatience);
    click("keepOpen");
    QTRY_VERIFY(child<QMessageBox>("closeUnsavedDialog") == nullptr);
    QVERIFY(m_window->isVisible());
    m_window->close();
    QTRY_VERIFY_WITH_TIMEOUT(child<QMessageBox>("closeUnsavedDialog") != nullptr, kPatience);
    click("closeUnsaved");
    QTRY_VERIFY(!m_window->isVisible());
}

QTEST_MAIN(TestDrafts)
#include "tst_drafts.moc"
