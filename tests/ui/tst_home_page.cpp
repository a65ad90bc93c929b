#include "ui_world.h"

#include "pages/home/checklist.h"
#include "pages/home/home_page.h"
#include "pages/home/interest_card.h"
#include "pages/settings/settings_store.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QGroupBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace qis::ui;

namespace {

constexpr int kPatience = 20000;
const auto kInterest = QStringLiteral("my interest");

} // namespace

class TestHomePage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void isNeverBlank();
    void theListSaysWhatIsDoneAndWhatIsNot();
    void theListGoesWhenAllIsDone();
    void aStepThatIsToDoLeadsToItsPlace();
    void anInterestWithoutMatchesSaysWhy();
    void newMatchesAreCountedUntilTheyAreLookedAt();
    void whatHasBeenLookedAtIsRemembered();
    void aCardKeepsTheFocus();
    void onlyTheFirstInterestsAreShown();
    void waitingOutcomesSayWhy();

private:
    void show(EngineBridge& bridge);
    bool addInterest(EngineBridge& bridge, const QString& name);
    [[nodiscard]] QString text(const char* name) const {
        return m_page->findChild<QLabel*>(QString::fromLatin1(name))->text();
    }
    [[nodiscard]] ChecklistRow* step(const char* name) const {
        return m_page->findChild<ChecklistRow*>(QString::fromLatin1(name));
    }
    [[nodiscard]] InterestCard* card(const QString& interest) const {
        return m_page->findChild<InterestCard*>(QStringLiteral("interestCard_") + interest);
    }
    /// Two joined homes, of which the first asks and the second sends one outcome that matches.
    bool exchange();

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<HomePage> m_page;
    EngineBridge* m_asking = nullptr;
    EngineBridge* m_sending = nullptr;
};

void TestHomePage::init() {
    m_world = std::make_unique<UiWorld>();
    m_settings = std::make_unique<SettingsStore>();
}

void TestHomePage::cleanup() {
    m_page.reset();
    m_settings.reset();
    m_world.reset();
}

void TestHomePage::show(EngineBridge& bridge) {
    m_page = std::make_unique<HomePage>(bridge, *m_settings);
    m_page->resize(1000, 800);
    m_page->show();
    m_page->setStatus(m_world->statusOf(bridge));
    m_page->reload();
}

bool TestHomePage::addInterest(EngineBridge& bridge, const QString& name) {
    std::optional<bool> added;
    DraftValues prototype = UiWorld::outcome();
    bridge.profileFromDraft(name, prototype, &bridge, [&added](const Result<Interest>& result) {
        if (!result.ok())
            qWarning() << result.fault.code << result.fault.detail;
        added = result.ok();
    });
    return QTest::qWaitFor([&added] { return added.has_value(); }, kPatience) && *added;
}

bool TestHomePage::exchange() {
    OpenRequest listening;
    listening.listen = {QStringLiteral("tcp://127.0.0.1:0")};
    m_asking = m_world->openDemo(QStringLiteral("asking"), listening);
    if (m_asking == nullptr || !addInterest(*m_asking, kInterest))
        return false;
    OpenRequest joining;
    joining.join = m_world->statusOf(*m_asking).endpoints;
    m_sending = m_world->openDemo(QStringLiteral("sending"), joining);
    if (m_sending == nullptr || m_world->emitOutcome(*m_sending, UiWorld::outcome(1)).state.isEmpty())
        return false;
    return QTest::qWaitFor([this] { return m_world->statusOf(*m_asking).matches > 0; }, kPatience);
}

void TestHomePage::isNeverBlank() {
    EngineBridge* bridge = m_world->openDemo(QStringLiteral("home"));
    QVERIFY(bridge != nullptr);
    m_page = std::make_unique<HomePage>(*bridge, *m_settings);
    m_page->show();
    QVERIFY(!text("matchSummary").isEmpty());
    QVERIFY(!text("homeWhat").isEmpty());
    m_page->reload();
    QTRY_COMPARE_WITH_TIMEOUT(text("matchSummary"), QStringLiteral("You have not asked for anything yet"), kPatience);
    QVERIFY(!text("homeEmpty").isEmpty());
    QVERIFY(!text("homeWaiting").isEmpty());
    QVERIFY(!text("homeActivity").isEmpty());
    QVERIFY(m_page->findChild<QPushButton*>(QStringLiteral("homeCompose"))->isVisible());
    QVERIFY(!m_page->findChild<QPushButton*>(QStringLiteral("homeMatches"))->isVisible());
}

void TestHomePage::theListSaysWhatIsDoneAndWhatIsNot() {
    EngineBridge* bridge = m_world->openDemo(QStringLiteral("home"));
    QVERIFY(bridge != nullptr);
    show(*bridge);
    QVERIFY(step("stepKey")->isDone());
    QVERIFY(step("stepSite")->isDone());
    QVERIFY(step("stepSite")->text().contains(QLatin1String("Site home")));
    for (const char* open : {"stepJoined", "stepProfile", "stepOutcome"}) {
        QVERIFY(!step(open)->isDone());
        QVERIFY(step(open)->text().startsWith(QLatin1String("To do")));
        QVERIFY(step(open)->actionButton()->isVisible());
    }
    QVERIFY(step("stepKey")->text().startsWith(QLatin1String("Done")));
    QVERIFY(addInterest(*bridge, kInterest));
    QTRY_VERIFY_WITH_TIMEOUT(step("stepProfile")->isDone(), kPatience);
    QVERIFY(!step("stepProfile")->actionButton()->isVisible());
    QVERIFY(!m_world->emitOutcome(*bridge, UiWorld::outcome()).state.isEmpty());
    m_page->setStatus(m_world->statusOf(*bridge));
    QVERIFY(step("stepOutcome")->isDone());
    QVERIFY(!step("stepJoined")->isDone());
    QVERIFY(m_page->findChild<QGroupBox*>(QStringLiteral("checklist"))->isVisible());
}

void TestHomePage::theListGoesWhenAllIsDone() {
    QVERIFY(exchange());
    QVERIFY(!m_world->emitOutcome(*m_asking, UiWorld::outcome(5)).state.isEmpty());
    show(*m_asking);
    QTRY_VERIFY_WITH_TIMEOUT(!m_page->findChild<QGroupBox*>(QStringLiteral("checklist"))->isVisible(), kPatience);
    QVERIFY(text("homeActivity").contains(QLatin1String("Site sending")));
    for (const Pane& pane : m_page->panes())
        QVERIFY(pane.target->isVisible());
}

void TestHomePage::aStepThatIsToDoLeadsToItsPlace() {
    EngineBridge* bridge = m_world->openDemo(QStringLiteral("home"));
    QVERIFY(bridge != nullptr);
    show(*bridge);
    const QSignalSpy compose(m_page.get(), &HomePage::composeRequested);
    const QSignalSpy networks(m_page.get(), &HomePage::networksRequested);
    QTest::mouseClick(step("stepJoined")->actionButton(), Qt::LeftButton);
    QCOMPARE(networks.count(), 1);
    QTest::mouseClick(step("stepProfile")->actionButton(), Qt::LeftButton);
    QTest::mouseClick(step("stepOutcome")->actionButton(), Qt::LeftButton);
    QCOMPARE(compose.count(), 2);
}

void TestHomePage::anInterestWithoutMatchesSaysWhy() {
    EngineBridge* bridge = m_world->openDemo(QStringLiteral("home"));
    QVERIFY(bridge != nullptr && addInterest(*bridge, kInterest));
    show(*bridge);
    QTRY_VERIFY_WITH_TIMEOUT(card(kInterest) != nullptr, kPatience);
    QCOMPARE(text("matchSummary"), QStringLiteral("No match yet"));
    const QString alone = text("homeEmpty");
    Status status = m_world->statusOf(*bridge);
    status.connectedPeers = 1;
    m_page->setStatus(status);
    m_page->reload();
    // Nobody there and nothing alike are different answers.
    QTRY_VERIFY_WITH_TIMEOUT(text("homeEmpty") != alone, kPatience);
}

void TestHomePage::newMatchesAreCountedUntilTheyAreLookedAt() {
    QVERIFY(exchange());
    show(*m_asking);
    QTRY_VERIFY_WITH_TIMEOUT(text("matchSummary").contains(QLatin1Char('1')), kPatience);
    QVERIFY(card(kInterest) != nullptr);
    const QSignalSpy asked(m_page.get(), &HomePage::matchesRequested);
    QTest::mouseClick(card(kInterest)->showButton(), Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().toString(), kInterest);
    m_page->markSeen(kInterest);
    QCOMPARE(text("matchSummary"), QStringLiteral("Nothing new since you last looked"));
    QVERIFY(!m_world->emitOutcome(*m_sending, UiWorld::outcome(2)).state.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(text("matchSummary").contains(QLatin1Char('1')), kPatience);
    m_page->markSeen({});
    QCOMPARE(text("matchSummary"), QStringLiteral("Nothing new since you last looked"));
}

void TestHomePage::whatHasBeenLookedAtIsRemembered() {
    QVERIFY(exchange());
    show(*m_asking);
    QTRY_VERIFY_WITH_TIMEOUT(card(kInterest) != nullptr && text("matchSummary").contains(QLatin1Char('1')), kPatience);
    m_page->markSeen({});
    show(*m_asking);
    QTRY_COMPARE_WITH_TIMEOUT(text("matchSummary"), QStringLiteral("Nothing new since you last looked"), kPatience);
    // Of this home: another one has seen nothing.
    QCOMPARE(m_settings->seen(QStringLiteral("another"), kInterest), 0);
}

void TestHomePage::aCardKeepsTheFocus() {
    QVERIFY(exchange());
    show(*m_asking);
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_VERIFY_WITH_TIMEOUT(card(kInterest) != nullptr && card(kInterest)->showButton()->isVisible(), kPatience);
    QPushButton* button = card(kInterest)->showButton();
    button->setFocus();
    QVERIFY(button->hasFocus());
    QVERIFY(!m_world->emitOutcome(*m_sending, UiWorld::outcome(3)).state.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(text("matchSummary").contains(QLatin1Char('2')), kPatience);
    QVERIFY(button->hasFocus());
}

void TestHomePage::onlyTheFirstInterestsAreShown() {
    EngineBridge* bridge = m_world->openDemo(QStringLiteral("home"));
    QVERIFY(bridge != nullptr);
    for (int number = 0; number < HomePage::kShownInterests + 2; ++number)
        QVERIFY(addInterest(*bridge, QStringLiteral("interest %1").arg(number)));
    show(*bridge);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->findChildren<InterestCard*>().size(), HomePage::kShownInterests, kPatience);
}

void TestHomePage::waitingOutcomesSayWhy() {
    EngineBridge* bridge = m_world->openDemo(QStringLiteral("home"));
    QVERIFY(bridge != nullptr);
    show(*bridge);
    QTRY_COMPARE_WITH_TIMEOUT(text("homeWaiting"), QStringLiteral("Nothing is waiting to be sent."), kPatience);
    for (int number = 0; number < HomePage::kShownOutbox + 2; ++number)
        QVERIFY(!m_world->emitOutcome(*bridge, UiWorld::outcome(number)).state.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(text("homeWaiting").contains(QLatin1Char('5')), kPatience);
    const auto lines = m_page->findChildren<QLabel*>(QStringLiteral("homeWaitingLine"));
    QCOMPARE(lines.size(), HomePage::kShownOutbox + 1); // and how many more there are
    for (const QLabel* line : lines)
        QVERIFY(line->isVisible());
    QVERIFY(lines.first()->text().contains(QLatin1String("It goes out by itself")));
}

QTEST_MAIN(TestHomePage)
#include "tst_home_page.moc"
