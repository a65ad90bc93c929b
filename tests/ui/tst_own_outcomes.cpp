#include "drafts_window.h"

#include "bridge/match_model.h"
#include "format/numbers.h"
#include "pages/compose/review_dialog.h"
#include "pages/matches/matches_page.h"
#include "widgets/status_line.h"
#include "widgets/undo_bar.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QTableWidget>

using namespace qis::ui;

class TestOwnOutcomes : public QObject, private DraftsWindow {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(start()); }
    void cleanup() { end(); }
    void undoWorksAfterARestart();
    void undoReopensTheDraftUntouched();
    void sameAgainBeginsAnother();
    void reviewShowsTheBytesThatLeave();
    void reviewWaitsForProblems();
    void retractingAsksForAReason();
    void removingFromViewTellsNobody();
    void statesCanBeFiltered();
    void waitingSaysWhyAndUntilWhen();
    void saysHowManyAreLikeIt();
};

void TestOwnOutcomes::waitingSaysWhyAndUntilWhen() {
    OwnOutcome outcome;
    outcome.state = path("waiting");
    outcome.reason = path("peer-offline");
    const auto detail = [&outcome] { return OutcomeModel::detailOf({path("key"), std::nullopt, outcome}); };
    QCOMPARE(detail(), path("A peer is away. It goes out by itself when the peer is back."));
    outcome.nextAttempt = 1'790'000'000'000;
    QVERIFY2(detail().startsWith(path("A peer is away.")) && detail().contains(path("Next attempt: ")) &&
                 detail().contains(format::dateTime(outcome.nextAttempt)),
             qPrintable(detail()));
}

void TestOwnOutcomes::undoWorksAfterARestart() {
    QVERIFY(enter(kLongUndo));
    QVERIFY(fill(UiWorld::outcome()));
    QVERIFY(sign());
    QVERIFY(statesBecome({path("held")}));
    QVERIFY(closeAndWait());

    QVERIFY(enter(kLongUndo));
    QVERIFY(statesBecome({path("held")}));
    QVERIFY(page().model().isEmpty());
    QTRY_VERIFY(child<QAction>("actionUndo")->isEnabled());
    auto* list = child<QListView>("outcomeList");
    list->setCurrentIndex(list->model()->index(0, 0));
    QCOMPARE(child<StatusLine>("outcomeState")->text(), QStringLiteral("Ready"));
    QVERIFY(child<QLabel>("outcomeSentence")->text().contains(QLatin1String("Warfarin")));
    click("undoOutcome");
    QTRY_COMPARE_WITH_TIMEOUT(page().model().draft().fields, UiWorld::outcome().fields, kPatience);
    QVERIFY(statesBecome({path("draft")}));
    QCOMPARE(m_world->statusOf(*m_bridge).ownPackets, 0);
}

void TestOwnOutcomes::undoReopensTheDraftUntouched() {
    QVERIFY(enter(kLongUndo));
    QVERIFY(fill(UiWorld::outcome()));
    const qint64 id = desk().keeper().idOf(page().model().draft().id);
    QVERIFY(id > 0);
    QVERIFY(sign());
    QVERIFY(page().model().isEmpty());
    QVERIFY(statesBecome({path("held")}));
    const QSignalSpy undone(&page(), &ComposePage::undone);
    trigger("actionUndo");
    QTRY_COMPARE_WITH_TIMEOUT(undone.count(), 1, kPatience);
    QCOMPARE(page().model().draft().fields, UiWorld::outcome().fields);
    QCOMPARE(page().model().draft().confidence, UiWorld::outcome().confidence);
    QCOMPARE(desk().keeper().idOf(page().model().draft().id), id);
    QVERIFY(statesBecome({path("draft")}));
    QCOMPARE(outcomes().entryAt(0)->draft->values.id, id);
    // Signed once more, it is gone from the drafts again.
    QVERIFY(sign());
    QVERIFY(statesBecome({path("held")}));
}

void TestOwnOutcomes::sameAgainBeginsAnother() {
    QVERIFY(enter());
    trigger("actionSameAgain");
    QVERIFY(page().model().isEmpty());
    QVERIFY(fill(UiWorld::outcome(4)));
    QVERIFY(sign());
    QVERIFY(statesBecome({path("waiting")}));
    type("note", QStringLiteral("unfinished"));
    trigger("actionSameAgain");
    QTRY_COMPARE_WITH_TIMEOUT(page().model().draft().fields, UiWorld::outcome(4).fields, kPatience);
    QCOMPARE(page().model().draft().confidence, UiWorld::outcome().confidence);
    QVERIFY(page().model().draft().note.isEmpty());
    // What was unfinished is a draft beside it.
    QVERIFY(statesBecome({path("draft"), path("draft"), path("waiting")}));
    QTRY_VERIFY(page().model().canSign());
    QVERIFY(sign());
    QCOMPARE(m_world->statusOf(*m_bridge).ownPackets, 2);
}

void TestOwnOutcomes::reviewShowsTheBytesThatLeave() {
    QVERIFY(enter());
    DraftValues values = UiWorld::outcome();
    values.basis = BasisValues{path("table"), {{path("a"), 4}, {path("b"), 119}, {path("c"), 11}, {path("d"), 128}}};
    QVERIFY(fill(values));
    trigger("actionSign");
    QTRY_VERIFY_WITH_TIMEOUT(child<ReviewDialog>("reviewDialog") != nullptr, kPatience);
    const QPointer<ReviewDialog> dialog = child<ReviewDialog>("reviewDialog");
    QVERIFY(dialog->isVisible() && dialog->isModal());
    QVERIFY(child<QLabel>("reviewSentence")->text().contains(QLatin1String("Warfarin")));
    // Every field that was filled in stands there with its value.
    const auto* table = child<QTableWidget>("reviewTable");
    QHash<QString, QString> valueOf;
    for (int at = 0; at < table->rowCount(); ++at)
        valueOf.insert(table->item(at, 0)->text(), table->item(at, 1)->text());
    for (const Field& field : page().model().pack().fields)
        QCOMPARE(valueOf.contains(field.label), values.fields.contains(field.path));
    QVERIFY(valueOf.values().contains(QLatin1String("Warfarin")));
    QVERIFY(valueOf.values().contains(QLatin1String("80 %")));
    // The dump is there for who wants it, and holds what the table holds.
    auto* dump = child<QPlainTextEdit>("reviewBytes");
    QVERIFY(!dump->isVisible());
    click("reviewBytesButton");
    QVERIFY(dump->isVisible());
    const QList<PacketPart> parts = page().model().report()->parts;
    QByteArray before;
    QByteArray after;
    bool past = false;
    for (const PacketPart& part : parts) {
        past = past || part.name == QLatin1String("issued");
        (past ? after : before) += part.bytes;
    }
    QCOMPARE(dialog->shownBytes(), before + after);
    QByteArray dumped;
    for (const QString& line : dump->toPlainText().split(QLatin1Char('\n')))
        dumped += QByteArray::fromHex(line.mid(6).toLatin1());
    QCOMPARE(dumped, before + after);

    const QSignalSpy signedSpy(&page(), &ComposePage::signedOutcome);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(signedSpy.count(), 1, kPatience);
    QTRY_VERIFY(dialog == nullptr);
    const auto emission = signedSpy.first().first().value<Emission>();
    std::optional<QByteArray> packet;
    const QJsonObject request{{path("command"), path("inspect")}, {path("id"), emission.id}};
    m_bridge->runCommand(QJsonDocument(request).toJson(), this, [&packet](const Result<CommandResult>& result) {
        packet = QByteArray::fromHex(
            QJsonDocument::fromJson(result.value->json).object().value(QLatin1String("packet")).toString().toLatin1());
    });
    QTRY_VERIFY_WITH_TIMEOUT(packet.has_value(), kPatience);
    // Key first; then what was shown, with time, number and previous in between; then the signature.
    constexpr qsizetype kSignature = 2 + 64;
    QVERIFY(packet->size() <= kMaxPacketBytes);
    const qsizetype end = packet->size() - kSignature;
    QCOMPARE(packet->mid(end - after.size(), after.size()), after);
    const qsizetype begin = packet->indexOf(before);
    QVERIFY(begin > 0);
    // Time 1 + 5, running number 1 + 1, no previous one 1 + 1.
    QCOMPARE(end - after.size() - begin - before.size(), qsizetype{10});
}

void TestOwnOutcomes::reviewWaitsForProblems() {
    QVERIFY(enter());
    DraftValues values = UiWorld::outcome();
    values.fields.remove(path("condition.sex"));
    QVERIFY(fill(values));
    trigger("actionSign");
    QTRY_VERIFY(!row("condition.sex")->message().isEmpty());
    QVERIFY(row("condition.sex")->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(child<ReviewDialog>("reviewDialog") == nullptr);
    // Escape leads back and loses nothing.
    page().model().setValue(path("condition.sex"), path("female"));
    click("reviewButton");
    QTRY_VERIFY_WITH_TIMEOUT(child<ReviewDialog>("reviewDialog") != nullptr, kPatience);
    QTest::keyClick(child<ReviewDialog>("reviewDialog"), Qt::Key_Escape);
    QTRY_VERIFY(child<ReviewDialog>("reviewDialog") == nullptr);
    QCOMPARE(page().model().draft().fields, UiWorld::outcome().fields);
    QCOMPARE(m_world->statusOf(*m_bridge).ownPackets, 0);
}

void TestOwnOutcomes::retractingAsksForAReason() {
    QVERIFY(enter());
    QVERIFY(fill(UiWorld::outcome()));
    QVERIFY(sign());
    QVERIFY(statesBecome({path("waiting")}));
    auto* list = child<QListView>("outcomeList");
    list->setCurrentIndex(list->model()->index(0, 0));
    QVERIFY(!child<QPushButton>("undoOutcome")->isVisible());
    click("retractOutcome");
    auto* dialog = child<QDialog>("retractDialog");
    QVERIFY(dialog != nullptr && dialog->isVisible());
    QVERIFY(child<QLabel>("retractSentence")->text().contains(QLatin1String("Warfarin")));
    auto* confirm = child<QPushButton>("retractConfirm");
    QCOMPARE(confirm->text(), QStringLiteral("Retract for everyone"));
    // Return by itself does nothing that cannot be undone.
    QVERIFY(!confirm->isDefault());
    click("retractConfirm");
    QVERIFY(child<StatusLine>("retractStatus")->isVisible());
    auto* reason = child<QComboBox>("retractReason");
    reason->setCurrentIndex(reason->findData(2));
    click("retractConfirm");
    QVERIFY(statesBecome({path("retracted")}));
    QTRY_VERIFY(child<QDialog>("retractDialog") == nullptr);
    QVERIFY(child<QLabel>("outcomeMore")->text().contains(QLatin1String("sent twice")));
    QVERIFY(!child<QPushButton>("retractOutcome")->isVisible());
    QVERIFY(child<QPushButton>("sameAgain")->isVisible());
    QCOMPARE(m_world->statusOf(*m_bridge).ownPackets, 2);
}

void TestOwnOutcomes::removingFromViewTellsNobody() {
    QVERIFY(enter());
    QVERIFY(fill(UiWorld::outcome()));
    QVERIFY(sign());
    QVERIFY(statesBecome({path("waiting")}));
    auto* list = child<QListView>("outcomeList");
    list->setCurrentIndex(list->model()->index(0, 0));
    click("retractOutcome");
    child<QRadioButton>("removeFromView")->click();
    QCOMPARE(child<QPushButton>("retractConfirm")->text(), QStringLiteral("Remove from my view"));
    QVERIFY(!child<QComboBox>("retractReason")->isEnabled());
    click("retractConfirm");
    QVERIFY(statesBecome({}));
    QCOMPARE(m_world->statusOf(*m_bridge).ownPackets, 1);
    desk().pane().setFilter(path("hidden"));
    QVERIFY(statesBecome({path("waiting")}));
    list->setCurrentIndex(list->model()->index(0, 0));
    click("hideOutcome");
    QVERIFY(statesBecome({}));
    click("showAllOutcomes");
    QVERIFY(statesBecome({path("waiting")}));
}

void TestOwnOutcomes::statesCanBeFiltered() {
    QVERIFY(enter());
    for (int variant = 0; variant < 2; ++variant) {
        QVERIFY(fill(UiWorld::outcome(variant)));
        QVERIFY(sign());
    }
    QVERIFY(fill(UiWorld::outcome(2)));
    QVERIFY(statesBecome({path("draft"), path("waiting"), path("waiting")}));
    // A home without a peer is offline and says what that means.
    QTRY_COMPARE(child<StatusLine>("outcomesWaiting")->text(),
                 QStringLiteral("You are offline. 2 outcome(s) are waiting; they go out by themselves."));
    auto* filter = child<QComboBox>("outcomeFilter");
    const auto choose = [filter](const char* state) {
        filter->setCurrentIndex(filter->findData(path(state)));
        Q_EMIT filter->activated(filter->currentIndex());
    };
    choose("waiting");
    QCOMPARE(states(), (QStringList{path("waiting"), path("waiting")}));
    choose("draft");
    QCOMPARE(states(), QStringList{path("draft")});
    choose("retracted");
    QVERIFY(states().isEmpty());
    QVERIFY(child<QPushButton>("showAllOutcomes")->isVisible());
    // What is read aloud names state and outcome.
    choose("");
    const auto* list = child<QListView>("outcomeList");
    const QString spoken = list->model()->index(1, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.startsWith(QLatin1String("Waiting to send: Warfarin")), qPrintable(spoken));
}

void TestOwnOutcomes::saysHowManyAreLikeIt() {
    constexpr int kShortUndo = 1;
    OpenRequest open;
    open.listen = {path("tcp://127.0.0.1:0")};
    EngineBridge* other = m_world->openDemo(path("other"), open);
    QVERIFY(other != nullptr);
    QVERIFY(enter(kShortUndo, m_world->statusOf(*other).endpoints));
    // Others have seen two of these before anybody here asked.
    for (const int grade : {3, 4})
        QVERIFY(!m_world->emitOutcome(*other, UiWorld::outcome(grade)).state.isEmpty());
    QVERIFY(fill(UiWorld::outcome()));
    QVERIFY(sign());
    auto* bar = child<UndoBar>("undoBar");
    QVERIFY(bar != nullptr && bar->isHeld());
    QVERIFY(!bar->text().contains(path("like it")));
    QTRY_VERIFY2_WITH_TIMEOUT(bar->text().endsWith(path("Others have sent 2 outcome(s) like it.")),
                              qPrintable(bar->text()), kLongPatience);
    // It goes on telling what became of the outcome.
    QTRY_VERIFY2_WITH_TIMEOUT(bar->text().startsWith(path("Signed and sent. Others")), qPrintable(bar->text()),
                              kLongPatience);
    bar->actionButton()->setFocus();
    QTest::keyClick(bar->actionButton(), Qt::Key_Space);
    MatchesPage& matches = m_window->workspace().matches();
    QTRY_VERIFY(matches.isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(matches.model().rowCount(), 2, kPatience);
    QVERIFY(matches.model().profile().startsWith(path("outcome:")));
}

QTEST_MAIN(TestOwnOutcomes)
#include "tst_own_outcomes.moc"
