#include "ui_world.h"

#include "format/numbers.h"
#include "pages/evidence/distribution_view.h"
#include "pages/evidence/evidence_data.h"
#include "pages/evidence/evidence_page.h"
#include "pages/evidence/evidence_words.h"
#include "plots/plot_canvas.h"
#include "plots/plot_view.h"
#include "theme/theme.h"
#include "widgets/empty_state.h"
#include "widgets/notice_bar.h"
#include "widgets/status_line.h"

#include <QtGui/QAccessible>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableView>

using namespace qis::ui;

namespace {

constexpr int kPatience = 30000;
const QString kProfile = QStringLiteral("bleeding");

DraftValues notObserved(int variant) {
    DraftValues draft = UiWorld::outcome(variant);
    draft.fields[QStringLiteral("outcome.observed")] = false;
    draft.fields.remove(QStringLiteral("outcome.onset_days"));
    draft.confidence = 50 + variant;
    return draft;
}

DraftValues trial() {
    DraftValues draft;
    draft.pack = QStringLiteral("trial");
    draft.fields = {{QStringLiteral("condition.vaccine"), QStringLiteral("bcg")},
                    {QStringLiteral("condition.year"), 1948},
                    {QStringLiteral("outcome.endpoint"), QStringLiteral("tuberculosis")}};
    draft.basis = BasisValues{
        QStringLiteral("table"),
        {{QStringLiteral("a"), 4}, {QStringLiteral("b"), 119}, {QStringLiteral("c"), 11}, {QStringLiteral("d"), 128}}};
    return draft;
}

/// Numbers of two sites, one of which took something back; for what no engine is needed to check.
Evidence sample() {
    Evidence evidence;
    evidence.profile = QStringLiteral("a/b");
    evidence.question = QStringLiteral("bleeding");
    evidence.questionLabel = QStringLiteral("Was there a bleed?");
    evidence.eventLabel = QStringLiteral("bleeding");
    evidence.basis = QStringLiteral("event");
    evidence.packets = evidence.n = 3;
    evidence.events = 2;
    evidence.sites = 2;
    evidence.rate = Rate{0.75, 0.2, 0.97, 2, 2.7};
    evidence.bySite = {{QStringLiteral("01"), QStringLiteral("Small"), 1, 1, 0.5, 1, 1, 0.15, 1, 0, 0, 1000},
                       {QStringLiteral("02"), QStringLiteral("Large"), 2, 1, 0.5, 2, 0.5, 0.06, 0.94, 0, 0, 2000}};
    evidence.series = {
        {60000, 1, 1, 1, 1, 1, 0.15, 1}, {120000, 2, 2, 2, 1, 0.5, 0.06, 0.94}, {180000, 3, 2, 3, 2, 0.75, 0.2, 0.97}};
    return evidence;
}

} // namespace

/// One home asks, others send, over links on this computer.
class TestEvidencePage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void saysItInOneSentence();
    void saysWhatWasRetracted();
    void putsMarksWhereSomethingWasRetracted();
    void ordersSitesBySize();
    void drawsWhatWasRecorded();
    void asksForAnInterestFirst();
    void explainsWhyOutcomeSideInterestsGiveNoRate();
    void listsOutcomeSideInterestsWithTheReason();
    void saysThatNothingMatchesYet();
    void countsWhatSeveralSitesSend();
    void keepsFocusSelectionAndScrollingWhenMoreArrives();
    void showsThatAnOutcomeWasRetracted();
    void answersAnotherQuestion();
    void keepsShowingWhatArrivedWhileOffline();
    void addsTablesUp();
    void failsInWordsAndTriesAgain();
    void everyControlHasAName();

private:
    bool addInterest(const QString& name = kProfile, const DraftValues& draft = UiWorld::outcome());
    bool addOutcomeSideInterest(const QString& name);
    EngineBridge* join(const QString& home);
    void makePage();
    /// Waits until so many outcomes are counted on the page.
    bool counts(qint64 packets);
    [[nodiscard]] bool waitsFor(const std::function<bool()>& what) const { return QTest::qWaitFor(what, kPatience); }
    template <class T> [[nodiscard]] T* child(const char* name) const {
        return m_page->findChild<T*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString reason() const { return m_page->findChild<EmptyState*>()->title(); }

    std::unique_ptr<UiWorld> m_world;
    EngineBridge* m_asking = nullptr;
    std::unique_ptr<EvidencePage> m_page;
};

void TestEvidencePage::initTestCase() {
    theme::apply(theme::Kind::Light);
    QAccessible::setActive(true);
}

void TestEvidencePage::init() {
    m_world = std::make_unique<UiWorld>();
    OpenRequest listen;
    listen.listen = {QStringLiteral("tcp://127.0.0.1:0")};
    m_asking = m_world->openDemo(QStringLiteral("asking"), listen);
    QVERIFY(m_asking != nullptr);
}

void TestEvidencePage::cleanup() {
    m_page.reset();
    m_world.reset();
}

bool TestEvidencePage::addInterest(const QString& name, const DraftValues& draft) {
    std::optional<Result<Interest>> made;
    m_asking->profileFromDraft(name, draft, this, [&made](const Result<Interest>& result) { made = result; });
    return waitsFor([&made] { return made.has_value(); }) && made->ok();
}

bool TestEvidencePage::addOutcomeSideInterest(const QString& name) {
    const QByteArray json = R"({"name":")" + name.toUtf8() +
                            R"(","pack":"ddi","view":"both","prototype":{"condition":{"object_drug":"warfarin",)"
                            R"("precipitant_drug":"fluconazole"},"outcome":{"effect":"gastrointestinal-bleeding"}}})";
    std::optional<Result<Interest>> made;
    m_asking->addProfile(json, this, [&made](const Result<Interest>& result) { made = result; });
    const bool good = waitsFor([&made] { return made.has_value(); }) && made->ok();
    if (!good && made)
        qWarning() << made->fault.code << made->fault.detail;
    return good;
}

EngineBridge* TestEvidencePage::join(const QString& home) {
    OpenRequest open;
    open.join = m_world->statusOf(*m_asking).endpoints;
    return m_world->openDemo(home, open);
}

void TestEvidencePage::makePage() {
    m_page = std::make_unique<EvidencePage>(*m_asking);
    m_page->resize(1000, 560);
    m_page->show();
    m_page->reload();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

bool TestEvidencePage::counts(qint64 packets) {
    return waitsFor([&] { return m_page->isFilled() && m_page->evidence().packets == packets; });
}

void TestEvidencePage::saysItInOneSentence() {
    const QString said = words::headline(sample());
    QVERIFY2(said.contains(QLatin1String("2 of 3")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("report bleeding; 75 % (20–97 %).")), qPrintable(said));
    Evidence unnamed = sample();
    unnamed.eventLabel.clear();
    QVERIFY(words::headline(unnamed).contains(unnamed.questionLabel));
    Evidence nothing = sample();
    nothing.rate.reset();
    QVERIFY(words::headline(nothing).isEmpty());
    Evidence one = sample();
    one.sites = 1;
    QVERIFY(words::footing(one) != words::footing(sample()));
    QVERIFY(words::caveat().startsWith(QLatin1String("Reports, not rates in patients.")));
}

void TestEvidencePage::saysWhatWasRetracted() {
    Evidence evidence = sample();
    QVERIFY(words::retractions(evidence).isEmpty());
    evidence.retracted = 1;
    evidence.retractions = {{QStringLiteral("ff"), QStringLiteral("01"), QStringLiteral("Small"), 90000, 150000}};
    evidence.before = Unretracted{4, 3, Rate{0.8, 0.3, 0.98, 2, 3}};
    const QString changed = words::retractions(evidence);
    QVERIFY2(changed.contains(QLatin1String("80 %")) && changed.contains(QLatin1String("75 %")), qPrintable(changed));
    QVERIFY(changed.contains(format::dateTime(150000)));
    evidence.rate.reset();
    QVERIFY(!words::retractions(evidence).contains(QLatin1String("75 %")));
    evidence.before->rate.reset();
    QVERIFY(!words::retractions(evidence).contains(QLatin1String("80 %")));
}

void TestEvidencePage::putsMarksWhereSomethingWasRetracted() {
    Evidence evidence = sample();
    const auto marks = [](const PlotData& data) {
        QList<bool> out;
        for (int row = 0; row < data.rows.size(); ++row)
            out.append(!data.label(row, PlotColumn::Role::Mark).isEmpty());
        return out;
    };
    QCOMPARE(marks(curveOf(evidence)), QList<bool>({false, false, false}));
    evidence.retractions = {{QStringLiteral("ff"), {}, {}, 90000, 150000}};
    QCOMPARE(marks(curveOf(evidence)), QList<bool>({false, true, false}));
    evidence.retractions.append({QStringLiteral("fe"), {}, {}, 1, 2}); // before everything that is left
    QCOMPARE(marks(curveOf(evidence)), QList<bool>({true, true, false}));
    evidence.asOf = 999999;
    evidence.retractions.append({QStringLiteral("fd"), {}, {}, 1, 0}); // nobody knows when
    QCOMPARE(marks(curveOf(evidence)), QList<bool>({true, true, true}));
    evidence.series.clear();
    QVERIFY(curveOf(evidence).rows.isEmpty());
}

void TestEvidencePage::ordersSitesBySize() {
    const PlotData data = forestOf(sample());
    QCOMPARE(data.rows.size(), 3);
    QCOMPARE(data.label(0, PlotColumn::Role::Label), QStringLiteral("Large"));
    QCOMPARE(data.label(1, PlotColumn::Role::Label), QStringLiteral("Small"));
    QVERIFY(data.rows.last().summary && !data.rows.first().summary);
    QCOMPARE(data.number(2, PlotColumn::Role::Low), 0.2);
    QCOMPARE(data.caveat, words::caveat());
    QCOMPARE(data.fileName, QStringLiteral("a_b-bleeding-sites"));
    QVERIFY(data.source.contains(sample().profile));
    // What an own outcome asks for is called as on the screen, and its id does not fill a file's name.
    Evidence own = sample();
    own.profile = QLatin1String("outcome:") + QString(64, QLatin1Char('a'));
    own.interest = QStringLiteral("Like your outcome: a bleed");
    QCOMPARE(forestOf(own).fileName, QStringLiteral("outcome_aaaaaaaaaaaaaaaa-bleeding-sites"));
    QVERIFY(forestOf(own).source.contains(own.interest) && !forestOf(own).source.contains(own.profile));
    QVERIFY(totalsOf(sample()).rows.isEmpty());
    QCOMPARE(sitesOf(sample()).rows.size(), 2);
}

void TestEvidencePage::drawsWhatWasRecorded() {
    Evidence evidence = sample();
    evidence.notObserved = 2;
    const Distribution onset{.field = QStringLiteral("outcome.onset_days"),
                             .label = QStringLiteral("Onset"),
                             .unit = QStringLiteral("d"),
                             .recorded = 5,
                             .missing = 1,
                             .sites = 2,
                             .bars = {{.to = 0.5, .outcomes = 1, .sites = 1, .share = 0.25, .low = 0.1, .high = 0.6},
                                      {.from = 0.5, .to = 1, .outcomes = 4, .sites = 2, .share = 0.75}}};
    const PlotData data = distributionOf(evidence, onset);
    QCOMPARE(data.kind, PlotData::Kind::Bars);
    QCOMPARE(data.label(0, PlotColumn::Role::Label), QStringLiteral("below 0.5 d"));
    QCOMPARE(data.label(1, PlotColumn::Role::Label), QStringLiteral("0.5 to below 1 d"));
    QCOMPARE(data.number(0, PlotColumn::Role::Value), 0.25);
    QVERIFY2(data.rows.first().sentence.contains(QLatin1String("1 of 5")), qPrintable(data.rows.first().sentence));
    // What was left out is told, and nothing is told of nothing.
    QVERIFY2(data.description.contains(QLatin1String("1 outcome(s) did not record it.")), qPrintable(data.description));
    QVERIFY(data.description.contains(QLatin1String("2 outcome(s) in which the effect did not happen")));
    QVERIFY(!distributionOf(sample(), {.label = onset.label}).description.contains(QLatin1String("did not")));
    const Distribution effect{
        .label = QStringLiteral("Effect"),
        .recorded = 3,
        .bars = {{.label = QStringLiteral("Bleeding"), .outcomes = 2}, {.others = true, .outcomes = 1}}};
    const PlotData names = distributionOf(evidence, effect);
    QCOMPARE(names.label(0, PlotColumn::Role::Label), QStringLiteral("Bleeding"));
    QVERIFY(!names.label(1, PlotColumn::Role::Label).isEmpty());
}

void TestEvidencePage::asksForAnInterestFirst() {
    makePage();
    QVERIFY(waitsFor([this] { return child<QPushButton>("emptyAction")->isVisible(); }));
    QVERIFY(!m_page->isFilled());
    const QString before = reason();
    const QSignalSpy compose(m_page.get(), &EvidencePage::composeRequested);
    QTest::mouseClick(child<QPushButton>("emptyAction"), Qt::LeftButton);
    QCOMPARE(compose.count(), 1);
    // It goes on by itself as soon as there is one.
    QVERIFY(addInterest());
    QVERIFY(waitsFor([&] { return reason() != before && child<QComboBox>("evidenceProfileBox")->count() == 1; }));
    QVERIFY(child<QLabel>("evidenceCaveat")->isVisible());
}

void TestEvidencePage::explainsWhyOutcomeSideInterestsGiveNoRate() {
    QVERIFY(addOutcomeSideInterest(QStringLiteral("seen")));
    makePage();
    QVERIFY(waitsFor([this] { return reason() == EvidencePage::tr("No rate can be shown"); }));
    QVERIFY(child<QPushButton>("emptyAction")->isVisible());
    QCOMPARE(child<QComboBox>("evidenceProfileBox")->currentIndex(), -1);
}

void TestEvidencePage::listsOutcomeSideInterestsWithTheReason() {
    QVERIFY(addOutcomeSideInterest(QStringLiteral("a seen")));
    QVERIFY(addInterest());
    makePage();
    const auto* box = child<QComboBox>("evidenceProfileBox");
    QVERIFY(waitsFor([box] { return box->count() == 2; }));
    const int seen = box->findData(QStringLiteral("a seen"));
    QVERIFY(box->itemText(seen).contains(QLatin1String("also matches on the outcome, so no rate can be shown")));
    const auto* items = qobject_cast<const QStandardItemModel*>(box->model());
    QVERIFY(!items->item(seen)->isEnabled());
    QVERIFY(items->item(box->findData(kProfile))->isEnabled());
    QCOMPARE(box->currentData().toString(), kProfile);
    m_page->chooseProfile(QStringLiteral("a seen"));
    QVERIFY(waitsFor([this] { return reason() == EvidencePage::tr("No match here, and no peer is connected"); }));
    QCOMPARE(box->currentData().toString(), kProfile);
}

void TestEvidencePage::saysThatNothingMatchesYet() {
    QVERIFY(addInterest());
    makePage();
    QVERIFY(waitsFor([this] { return reason() == EvidencePage::tr("No match here, and no peer is connected"); }));
    Status status;
    status.connectedPeers = 1;
    m_page->setStatus(status);
    QCOMPARE(reason(), EvidencePage::tr("No match yet"));
    // The own site's outcomes match, and are no evidence.
    QVERIFY(!m_world->emitOutcome(*m_asking, UiWorld::outcome()).state.isEmpty());
    QVERIFY(!m_page->isFilled());
}

void TestEvidencePage::countsWhatSeveralSitesSend() {
    QVERIFY(addInterest());
    makePage();
    EngineBridge* one = join(QStringLiteral("one"));
    EngineBridge* two = join(QStringLiteral("two"));
    QVERIFY(one != nullptr && two != nullptr);
    for (int variant = 0; variant < 3; ++variant)
        QVERIFY(!m_world->emitOutcome(*one, UiWorld::outcome(variant)).state.isEmpty());
    QVERIFY(!m_world->emitOutcome(*two, notObserved(1)).state.isEmpty());
    QVERIFY(counts(4));
    const Evidence& evidence = m_page->evidence();
    QCOMPARE(evidence.sites, 2);
    QCOMPARE(evidence.events, 3);
    QCOMPARE(child<QLabel>("evidenceHeadline")->text(), words::headline(evidence));
    QVERIFY(child<QLabel>("evidenceHeadline")->text().contains(QLatin1String("3 of 4")));
    // One voice a site: half of it each.
    QCOMPARE(evidence.rate->rate, 0.5);
    QCOMPARE(m_page->forest().plotData(), forestOf(evidence));
    QCOMPARE(m_page->curve().plotData(), curveOf(evidence));
    QCOMPARE(m_page->forest().plotData().rows.size(), 3);
    QCOMPARE(m_page->curve().plotData().rows.size(), 4);
    QCOMPARE(m_page->curve().plotData().number(3, PlotColumn::Role::Value), evidence.rate->rate);
    QCOMPARE(child<QTableView>("evidenceSites")->model()->rowCount(), 2);
    QCOMPARE(child<QTableView>("evidenceSites")->model()->index(0, 0).data().toString(), QStringLiteral("Site one"));
    QVERIFY(!child<QTableView>("evidenceTotals")->isVisible());
    QVERIFY(!child<NoticeBar>("evidenceRetractions")->isVisible());
    // What was recorded, by keys: the field stays chosen when more arrives.
    QCOMPARE(evidence.notObserved, 1);
    auto* fields = child<QComboBox>("distributionField");
    QVERIFY(fields->isVisible());
    QCOMPARE(fields->count(), evidence.distributions.size());
    QCOMPARE(m_page->distribution().plot().plotData(), distributionOf(evidence, evidence.distributions.first()));
    fields->setFocus();
    QTest::keyClick(fields, Qt::Key_End);
    QCOMPARE(m_page->distribution().plot().plotData(), distributionOf(evidence, evidence.distributions.last()));
    const QString chosen = fields->currentData().toString();
    QVERIFY(!m_world->emitOutcome(*two, UiWorld::outcome(2)).state.isEmpty());
    QVERIFY(counts(5));
    QCOMPARE(fields->currentData().toString(), chosen);
}

void TestEvidencePage::keepsFocusSelectionAndScrollingWhenMoreArrives() {
    QVERIFY(addInterest());
    makePage();
    EngineBridge* one = join(QStringLiteral("one"));
    EngineBridge* two = join(QStringLiteral("two"));
    QVERIFY(one != nullptr && two != nullptr);
    QVERIFY(!m_world->emitOutcome(*one, UiWorld::outcome(0)).state.isEmpty());
    QVERIFY(!m_world->emitOutcome(*two, UiWorld::outcome(1)).state.isEmpty());
    QVERIFY(counts(2));
    auto* sites = child<QTableView>("evidenceSites");
    sites->setFocus();
    sites->selectRow(1);
    const QString chosen = sites->currentIndex().data().toString();
    m_page->forest().setMode(PlotView::Mode::Table);
    auto* bar = child<QScrollArea>("evidenceScroll")->verticalScrollBar();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QVERIFY(bar->maximum() > 0);
    bar->setValue(bar->maximum() / 2);
    const int scrolled = bar->value();
    // The site that was second is first now.
    EngineBridge* more = chosen == QLatin1String("Site one") ? one : two;
    QVERIFY(!m_world->emitOutcome(*more, UiWorld::outcome(2)).state.isEmpty());
    QVERIFY(counts(3));
    QVERIFY(sites->hasFocus());
    QCOMPARE(sites->currentIndex().data().toString(), chosen);
    QCOMPARE(sites->currentIndex().row(), 0);
    QCOMPARE(bar->value(), scrolled);
    QCOMPARE(m_page->forest().mode(), PlotView::Mode::Table);
}

void TestEvidencePage::showsThatAnOutcomeWasRetracted() {
    QVERIFY(addInterest());
    makePage();
    EngineBridge* one = join(QStringLiteral("one"));
    QVERIFY(one != nullptr);
    const Emission wrong = m_world->emitOutcome(*one, UiWorld::outcome(0));
    QVERIFY(!m_world->emitOutcome(*one, notObserved(1)).state.isEmpty());
    QVERIFY(counts(2));
    one->retractOutcome(wrong.id, 0, this, [](const Result<Emission>&) {});
    QVERIFY(counts(1));
    const auto* notice = child<NoticeBar>("evidenceRetractions");
    QVERIFY(waitsFor([notice] { return notice->isVisible(); }));
    const Evidence& evidence = m_page->evidence();
    QCOMPARE(evidence.retracted, 1);
    QCOMPARE(evidence.retractions.first().id, wrong.id);
    QCOMPARE(evidence.retractions.first().siteName, QStringLiteral("Site one"));
    QCOMPARE(notice->text(), words::retractions(evidence));
    QVERIFY2(notice->text().contains(QLatin1String("50 %")), qPrintable(notice->text()));
    QVERIFY(!m_page->curve().plotData().label(0, PlotColumn::Role::Mark).isEmpty());
}

void TestEvidencePage::answersAnotherQuestion() {
    QVERIFY(addInterest());
    makePage();
    EngineBridge* one = join(QStringLiteral("one"));
    QVERIFY(one != nullptr);
    QVERIFY(!m_world->emitOutcome(*one, UiWorld::outcome(0)).state.isEmpty());
    QVERIFY(counts(1));
    auto* box = child<QComboBox>("evidenceQuestionBox");
    QVERIFY(box->count() > 2);
    m_page->chooseQuestion(QStringLiteral("bleeding"));
    QVERIFY(waitsFor([this] { return m_page->evidence().question == QLatin1String("bleeding"); }));
    QCOMPARE(box->currentData().toString(), QStringLiteral("bleeding"));
    QVERIFY(child<QLabel>("evidenceHeadline")->text().contains(QLatin1String("bleeding")));
    // What nobody recorded has no answer, and says so.
    m_page->chooseQuestion(QStringLiteral("fatal"));
    QVERIFY(waitsFor([this] { return !m_page->isFilled(); }));
    QCOMPARE(reason(), EvidencePage::tr("Nothing answers this question"));
}

void TestEvidencePage::keepsShowingWhatArrivedWhileOffline() {
    QVERIFY(addInterest());
    makePage();
    EngineBridge* one = join(QStringLiteral("one"));
    QVERIFY(one != nullptr);
    QVERIFY(!m_world->emitOutcome(*one, UiWorld::outcome(0)).state.isEmpty());
    QVERIFY(counts(1));
    Status status;
    status.connectedPeers = 1;
    m_page->setStatus(status);
    QVERIFY(!child<StatusLine>("evidenceOffline")->isVisible());
    status.connectedPeers = 0;
    m_page->setStatus(status);
    QVERIFY(m_page->isFilled());
    QVERIFY(child<StatusLine>("evidenceOffline")->isVisible());
    QVERIFY(m_page->evidence().received > 0);
    QVERIFY(child<StatusLine>("evidenceOffline")->text().contains(format::dateTime(m_page->evidence().received)));
}

void TestEvidencePage::addsTablesUp() {
    QVERIFY(addInterest(QStringLiteral("bcg"), trial()));
    makePage();
    EngineBridge* one = join(QStringLiteral("one"));
    QVERIFY(one != nullptr);
    QVERIFY(!m_world->emitOutcome(*one, trial()).state.isEmpty());
    QVERIFY(counts(1));
    auto* totals = child<QTableView>("evidenceTotals");
    QVERIFY(totals->isVisible());
    QCOMPARE(totals->model()->rowCount(), 2);
    const auto cell = [totals](int row, int column) { return totals->model()->index(row, column).data().toString(); };
    QCOMPARE(cell(0, 1), QStringLiteral("4"));
    QCOMPARE(cell(0, 2), QStringLiteral("119"));
    QCOMPARE(cell(0, 3), QStringLiteral("123"));
    QCOMPARE(cell(1, 1), QStringLiteral("11"));
    QCOMPARE(cell(1, 3), QStringLiteral("139"));
    const QString said = child<QLabel>("evidenceHeadline")->text();
    QVERIFY2(said.contains(QLatin1String("4 of 123")) && said.contains(QLatin1String("11 of 139")), qPrintable(said));
    QCOMPARE(m_page->evidence().bySite.first().controlN, 139);
}

void TestEvidencePage::failsInWordsAndTriesAgain() {
    EngineBridge closed;
    m_page = std::make_unique<EvidencePage>(closed);
    m_page->show();
    QVERIFY(waitsFor([this] { return reason() == EvidencePage::tr("The evidence could not be read"); }));
    const QSignalSpy shown(m_page.get(), &EvidencePage::shown);
    QTest::mouseClick(child<QPushButton>("emptyAction"), Qt::LeftButton);
    QVERIFY(waitsFor([&shown] { return shown.count() > 0; }));
    m_page.reset();
}

void TestEvidencePage::everyControlHasAName() {
    QVERIFY(addInterest());
    makePage();
    EngineBridge* one = join(QStringLiteral("one"));
    QVERIFY(one != nullptr);
    QVERIFY(!m_world->emitOutcome(*one, UiWorld::outcome(0)).state.isEmpty());
    QVERIFY(counts(1));
    int controls = 0;
    for (QWidget* widget : m_page->findChildren<QWidget*>()) {
        if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0)
            continue;
        ++controls;
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(spoken != nullptr && !spoken->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
    }
    QVERIFY(controls >= 9);
    // Every part can be gone to, and none of them twice.
    QSet<QWidget*> targets;
    for (const Pane& pane : m_page->panes())
        targets.insert(pane.target);
    QCOMPARE(targets.size(), m_page->panes().size());
}

QTEST_MAIN(TestEvidencePage)
#include "tst_evidence_page.moc"
