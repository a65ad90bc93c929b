#include "asking_home.h"

#include "bridge/explanation_model.h"
#include "bridge/match_model.h"
#include "bridge/match_words.h"
#include "pages/history/history_dialog.h"
#include "pages/main_window.h"
#include "pages/matches/compare_dialog.h"
#include "pages/matches/explanation_panel.h"
#include "pages/matches/match_triage.h"
#include "pages/matches/matches_page.h"
#include "pages/palette/command_palette.h"
#include "pages/settings/settings_store.h"
#include "theme/theme.h"
#include "widgets/notice_bar.h"

#include <QtGui/QAccessible>
#include <QtGui/QAction>
#include <QtTest/QAbstractItemModelTester>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTableView>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QToolButton>

using namespace qis::ui;

namespace {

constexpr int kPatience = 20000;
constexpr int kMatches = 300;
const QString kHome = QStringLiteral("asking");
const QString kProfile = QStringLiteral("bleeding");

} // namespace

/// Judging, filtering, sorting and comparing matches in the window.
class TestMatchTriage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(theme::Kind::Light); }
    void init();
    void cleanup();

    void theFirstIsExplainedOnEntry();
    void interestsHaveWords();
    void keysJudgeTheCurrentMatch();
    void notRelevantAsksWhy();
    void undoNamesWhatItUndoes();
    void severalAtOnce();
    void survivesARestart();
    void retractedKeepsItsState();
    void lettersAreTypedIntoFields();
    void noKeyIsTakenTwice();
    void actionsCanBeFound();
    void filtersNarrow();
    void whatIsPutAwayCanBeReached();
    void headingsSort();
    void columnsAreChosen();
    void theViewComesBack();
    void twoSideBySide();
    void mineAndTheirs();
    void whatBecameOfIt();
    void otherHomesCannotBeUndone();
    void controlsHaveNames();
    void tabAndF6GoRound();

private:
    void open();
    [[nodiscard]] MatchesPage& page() const { return m_window->workspace().matches(); }
    [[nodiscard]] MatchModel& model() const { return page().model(); }
    [[nodiscard]] QTableView& table() const { return *page().table(); }
    template <class T> [[nodiscard]] T* child(const char* name) const {
        return m_window->findChild<T*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QToolButton* chip(MatchState state) const {
        return m_window->findChild<QToolButton*>(QStringLiteral("matchState_%1").arg(static_cast<int>(state)));
    }
    /// What stands in a row, asked for as a view asks: it may not be held at this moment.
    [[nodiscard]] JudgedMatch at(int row) const;
    /// Selects a row and gives the table the focus.
    JudgedMatch choose(int row);
    bool reaches(MatchState state, int count) const {
        return QTest::qWaitFor([=, this] { return model().count(state) == count && isIdle(); }, kPatience);
    }
    [[nodiscard]] bool isIdle() const { return model().phase() == MatchModel::Phase::Idle; }
    bool settles() const {
        return QTest::qWaitFor([this] { return isIdle() && model().isRead(); }, kPatience);
    }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<EngineBridge> m_bridge;
    std::unique_ptr<MainWindow> m_window;
};

void TestMatchTriage::init() {
    m_world = std::make_unique<UiWorld>();
    m_settings = std::make_unique<SettingsStore>();
    const QString trouble = makeAskingHome(*m_world, kHome, kProfile, kMatches, 11);
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    open();
}

void TestMatchTriage::open() {
    m_bridge = std::make_unique<EngineBridge>();
    OpenRequest place = m_world->request(kHome);
    place.undoSeconds = 0;
    m_window = std::make_unique<MainWindow>(
        *m_bridge, MainWindow::Start{.open = place, .page = Workspace::Page::Matches, .settings = m_settings.get()});
    m_window->show();
    m_window->begin();
    QTRY_COMPARE_WITH_TIMEOUT(model().all(), qint64{kMatches}, kPatience);
    QVERIFY(settles());
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMatchTriage::cleanup() {
    m_window.reset();
    m_bridge.reset();
    EngineBridge::waitUntilIdle();
    m_settings.reset();
    m_world.reset();
}

JudgedMatch TestMatchTriage::at(int row) const {
    const bool there = QTest::qWaitFor(
        [=, this] {
            (void)model().index(row, MatchModel::Happened).data();
            return model().matchAt(row) != nullptr;
        },
        kPatience);
    return there ? *model().matchAt(row) : JudgedMatch();
}

JudgedMatch TestMatchTriage::choose(int row) {
    table().setFocus();
    // As a click does it; the view itself would look at the keys that an earlier test has pressed.
    table().selectionModel()->setCurrentIndex(model().index(row, MatchModel::Happened),
                                              QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    return at(row);
}

void TestMatchTriage::theFirstIsExplainedOnEntry() {
    QTRY_COMPARE_WITH_TIMEOUT(page().explanation().model().explanation().id, at(0).id, kPatience);
    QCOMPARE(table().currentIndex().row(), 0);
    QCOMPARE(table().selectionModel()->selectedRows().size(), qsizetype{1});
    // Being looked at is no judgement, and what somebody has chosen is left alone.
    QCOMPARE(model().count(MatchState::New), qint64{kMatches});
    const JudgedMatch third = choose(2);
    page().reload();
    QVERIFY(settles());
    QCOMPARE(at(table().currentIndex().row()).id, third.id);
}

void TestMatchTriage::interestsHaveWords() {
    std::optional<Result<Emission>> sent;
    m_bridge->emitDraft(UiWorld::outcome(), this, [&sent](const Result<Emission>& result) { sent = result; });
    QTRY_VERIFY_WITH_TIMEOUT(sent.has_value(), kPatience);
    QVERIFY2(sent->ok(), qPrintable(sent->fault.code));
    QVERIFY2(sent->value->state != QLatin1String("held"), qPrintable(sent->value->state));
    auto* box = child<QComboBox>("profileBox");
    const auto ofOutcome = [box] {
        for (int index = 0; index < box->count(); ++index)
            if (box->itemData(index).toString().startsWith(QLatin1String("outcome:")))
                return index;
        return -1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(ofOutcome() > 0, kPatience);
    QVERIFY2(box->itemText(ofOutcome()).startsWith(QLatin1String("Like your outcome: Warfarin")),
             qPrintable(box->itemText(ofOutcome())));
    QCOMPARE(box->itemData(ofOutcome(), Qt::ToolTipRole).toString(), box->itemText(ofOutcome()));
    // In the column too, as soon as it has words.
    (void)at(0);
    const QModelIndex named = model().index(0, MatchModel::Interest);
    QCOMPARE(named.data().toString(), kProfile);
    model().setInterestNames({{kProfile, QStringLiteral("Bleeding on warfarin")}});
    QCOMPARE(named.data().toString(), QStringLiteral("Bleeding on warfarin"));
}

void TestMatchTriage::keysJudgeTheCurrentMatch() {
    const QAbstractItemModelTester tester(&model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const JudgedMatch first = choose(0);
    QTest::keyClick(&table(), Qt::Key_F);
    QVERIFY(reaches(MatchState::Following, 1));
    // It stays in its place, and the words are in the table, on the chips and read aloud.
    QCOMPARE(at(0).id, first.id);
    const QModelIndex state = model().index(0, MatchModel::State);
    QVERIFY(state.data().toString().startsWith(stateWord(MatchState::Following)));
    QVERIFY(state.siblingAtColumn(MatchModel::Happened)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(stateWord(MatchState::Following)));
    QVERIFY(chip(MatchState::Following)->text().contains(QLatin1String("1")));
    QTest::keyClick(&table(), Qt::Key_C);
    QVERIFY(reaches(MatchState::Confirmed, 1));
    QCOMPARE(model().count(MatchState::Following), qint64{0});
    QTest::keyClick(&table(), Qt::Key_U);
    QVERIFY(reaches(MatchState::New, kMatches));
    // Muted leaves the list; what came next takes its place and is explained.
    const JudgedMatch second = at(1);
    const QSignalSpy explained(&page().explanation(), &ExplanationPanel::shown);
    QTest::keyClick(&table(), Qt::Key_M);
    QVERIFY(reaches(MatchState::Muted, 1));
    QCOMPARE(model().rowCount(), kMatches - 1);
    QCOMPARE(table().currentIndex().row(), 0);
    QCOMPARE(at(0).id, second.id);
    QTRY_COMPARE_WITH_TIMEOUT(page().explanation().model().explanation().id, second.id, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(explained.count() > 0, kPatience);
}

void TestMatchTriage::notRelevantAsksWhy() {
    const JudgedMatch match = choose(3);
    QTest::keyClick(&table(), Qt::Key_X);
    auto* reasons = child<QMenu>("reasonMenu");
    QTRY_VERIFY(reasons->isVisible());
    // Escape leaves everything as it was.
    QTest::keyClick(reasons, Qt::Key_Escape);
    QTRY_VERIFY(!reasons->isVisible());
    QCOMPARE(model().count(MatchState::NotRelevant), qint64{0});
    QTest::keyClick(&table(), Qt::Key_X);
    QTRY_VERIFY(reasons->isVisible());
    QTest::keyClick(reasons, Qt::Key_3);
    QVERIFY(reaches(MatchState::NotRelevant, 1));
    chip(MatchState::NotRelevant)->click();
    for (const auto state : {MatchState::New, MatchState::Following, MatchState::Confirmed})
        chip(state)->click();
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 1, kPatience);
    QVERIFY(settles());
    QCOMPARE(at(0).id, match.id);
    QCOMPARE(at(0).reason, DismissReason::TooLittle);
    QCOMPARE(model().index(0, MatchModel::State).data(Qt::ToolTipRole).toString(),
             reasonWord(DismissReason::TooLittle));
}

void TestMatchTriage::undoNamesWhatItUndoes() {
    auto* undo = child<QAction>("actionMatchUndo");
    QVERIFY(!undo->isEnabled());
    const JudgedMatch first = choose(0);
    QTest::keyClick(&table(), Qt::Key_F);
    QVERIFY(reaches(MatchState::Following, 1));
    QVERIFY(undo->text().contains(stateWord(MatchState::Following)));
    auto* notice = child<NoticeBar>("matchNotice");
    QVERIFY(notice->isVisible());
    QVERIFY(notice->text().contains(stateWord(MatchState::Following)));
    QTest::keyClick(&table(), Qt::Key_M);
    QVERIFY(reaches(MatchState::Muted, 1));
    QVERIFY(undo->text().contains(stateWord(MatchState::Muted)));
    QTest::keyClick(&table(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(reaches(MatchState::Following, 1));
    QCOMPARE(model().count(MatchState::Muted), qint64{0});
    QVERIFY(undo->text().contains(stateWord(MatchState::Following)));
    QTest::mouseClick(child<QPushButton>("matchNoticeUndo"), Qt::LeftButton);
    QVERIFY(reaches(MatchState::New, kMatches));
    QVERIFY(!undo->isEnabled());
    QVERIFY(!child<QPushButton>("matchNoticeUndo")->isVisible());
    QVERIFY(model().rowOf(first.id, first.profile) >= 0);
}

void TestMatchTriage::severalAtOnce() {
    choose(2);
    for (int step = 0; step < 4; ++step)
        QTest::keyClick(&table(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(table().selectionModel()->selectedRows().size(), qsizetype{5});
    QTest::keyClick(&table(), Qt::Key_C);
    QVERIFY(reaches(MatchState::Confirmed, 5));
    QCOMPARE(table().selectionModel()->selectedRows().size(), qsizetype{5});
    // Put away together; what follows takes their place, but only one of it is selected.
    const QString next = at(7).id;
    QTest::keyClick(&table(), Qt::Key_M);
    QVERIFY(reaches(MatchState::Muted, 5));
    QTRY_COMPARE_WITH_TIMEOUT(table().selectionModel()->selectedRows().size(), qsizetype{1}, kPatience);
    QVERIFY(model().rowOf(next, kProfile) == 2);
    QTest::keyClick(&table(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(reaches(MatchState::Confirmed, 5));
    QTest::keyClick(&table(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(reaches(MatchState::New, kMatches));
}

void TestMatchTriage::survivesARestart() {
    const JudgedMatch match = choose(0);
    QTest::keyClick(&table(), Qt::Key_C);
    QVERIFY(reaches(MatchState::Confirmed, 1));
    m_window.reset();
    m_bridge.reset();
    EngineBridge::waitUntilIdle();
    open();
    QCOMPARE(model().count(MatchState::Confirmed), qint64{1});
    QCOMPARE(at(0).id, match.id);
    QCOMPARE(at(0).state, MatchState::Confirmed);
    QVERIFY(!child<QAction>("actionMatchUndo")->isEnabled());
}

void TestMatchTriage::retractedKeepsItsState() {
    int row = 0;
    while (row < kMatches && !at(row).retracted)
        ++row;
    const JudgedMatch match = choose(row);
    QVERIFY(match.retracted);
    QTest::keyClick(&table(), Qt::Key_F);
    QVERIFY(reaches(MatchState::Following, 1));
    const QString words = model().index(row, MatchModel::State).data().toString();
    QVERIFY2(words.contains(stateWord(MatchState::Following)) && words.contains(QLatin1String("retracted")),
             qPrintable(words));
    QVERIFY(model().index(row, MatchModel::Happened).data().toString().startsWith(QLatin1String("Retracted")));
}

void TestMatchTriage::lettersAreTypedIntoFields() {
    choose(0);
    QTest::keyClick(&table(), Qt::Key_F, Qt::ControlModifier);
    auto* words = child<QLineEdit>("matchWords");
    QCOMPARE(QApplication::focusWidget(), words);
    QTest::keyClicks(words, QStringLiteral("fcxmus"));
    QCOMPARE(words->text(), QStringLiteral("fcxmus"));
    QTest::keyClick(words, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(words->text() != QLatin1String("fcxmus"));
    words->clear();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle() && model().rowCount() == kMatches, kPatience);
    QCOMPARE(model().count(MatchState::New), qint64{kMatches});
    QVERIFY(!child<QMenu>("reasonMenu")->isVisible());
    // Nor while a number is typed, nor a choice made.
    for (const char* name : {"matchScore", "matchSite", "profileBox"}) {
        auto* field = child<QWidget>(name);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_M);
    }
    QVERIFY(settles());
    QCOMPARE(model().count(MatchState::Muted), qint64{0});
}

void TestMatchTriage::noKeyIsTakenTwice() {
    QHash<QKeySequence, QString> users;
    for (const QAction* action : windowActions(*m_window))
        for (const QKeySequence& key : action->shortcuts()) {
            QVERIFY2(!users.contains(key), qPrintable(users.value(key) + QLatin1String(" and ") + action->text()));
            users.insert(key, action->text());
        }
    for (const auto key : {Qt::Key_F, Qt::Key_C, Qt::Key_X, Qt::Key_M, Qt::Key_U, Qt::Key_S})
        QVERIFY(users.contains(QKeySequence(key)));
}

void TestMatchTriage::actionsCanBeFound() {
    choose(0);
    QStringList names;
    for (const QAction* action : windowActions(*m_window))
        if (action->isEnabled())
            names.append(plainText(*action));
    const auto* menu = child<QMenu>("matchMenu");
    for (const char* name : {"actionMatchFollow", "actionMatchConfirm", "actionMatchDismiss", "actionMatchMute",
                             "actionMatchNew", "actionMatchCompare"}) {
        auto* action = child<QAction>(name);
        QVERIFY(names.contains(plainText(*action)));
        QVERIFY(menu->actions().contains(action));
    }
    child<QAction>("actionMatchFollow")->trigger();
    QVERIFY(reaches(MatchState::Following, 1));
    // The menu opens at the table.
    Q_EMIT table().customContextMenuRequested(table().visualRect(table().currentIndex()).center());
    QTRY_VERIFY(menu->isVisible());
    QTest::keyClick(const_cast<QMenu*>(menu), Qt::Key_Escape);
}

void TestMatchTriage::filtersNarrow() {
    child<QSpinBox>("matchScore")->setValue(90);
    QTRY_VERIFY_WITH_TIMEOUT(isIdle() && model().rowCount() < kMatches, kPatience);
    QVERIFY(settles());
    const int good = model().rowCount();
    QVERIFY(good > 0);
    for (int row = 0; row < qMin(good, MatchModel::kPageRows); ++row)
        QVERIFY(at(row).score >= 900);
    const QString count = child<QLabel>("matchCount")->text();
    QVERIFY2(count.contains(QString::number(good)) && count.contains(QString::number(kMatches)), qPrintable(count));
    // The numbers on the chips are those of all.
    QVERIFY(chip(MatchState::New)->text().contains(QString::number(kMatches)));
    auto* words = child<QLineEdit>("matchWords");
    words->setText(QStringLiteral("no such word"));
    QTest::keyClick(words, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 0, kPatience);
    auto* back = child<QPushButton>("showHiddenMatches");
    QTRY_VERIFY(back->isVisible());
    back->click();
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), kMatches, kPatience);
    QVERIFY(words->text().isEmpty());
}

void TestMatchTriage::whatIsPutAwayCanBeReached() {
    choose(0);
    table().selectAll();
    QCOMPARE(table().selectionModel()->selectedRows().size(), qsizetype{kMatches});
    // Rows that were never looked at are read first.
    for (int row = 0; row < kMatches; row += MatchModel::kPageRows / 2) {
        table().scrollTo(model().index(row, 0));
        QTRY_VERIFY_WITH_TIMEOUT(model().matchAt(row) != nullptr, kPatience);
    }
    QTRY_VERIFY_WITH_TIMEOUT(model().matchAt(kMatches - 1) != nullptr || (table().scrollToBottom(), false), kPatience);
    child<QAction>("actionMatchMute")->trigger();
    QVERIFY(reaches(MatchState::Muted, kMatches));
    auto* back = child<QPushButton>("showHiddenMatches");
    QTRY_VERIFY(back->isVisible());
    back->click();
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), kMatches, kPatience);
    QCOMPARE(model().filter().states, (QList<MatchState>{MatchState::NotRelevant, MatchState::Muted}));
}

void TestMatchTriage::headingsSort() {
    QHeaderView* header = table().horizontalHeader();
    const auto click = [&](int column, Qt::KeyboardModifiers keys) {
        const QPoint place(header->sectionViewportPosition(column) + header->sectionSize(column) / 2,
                           header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, keys, place);
        return settles();
    };
    QVERIFY(click(MatchModel::Site, Qt::NoModifier));
    QCOMPARE(model().order(), (QList<MatchOrder>{{MatchKey::Site, false}}));
    QVERIFY(click(MatchModel::Coverage, Qt::ShiftModifier));
    QCOMPARE(model().order(), (QList<MatchOrder>{{MatchKey::Site, false}, {MatchKey::Coverage, true}}));
    for (int row = 1; row < MatchModel::kPageRows; ++row) {
        const JudgedMatch one = at(row - 1);
        const JudgedMatch other = at(row);
        QVERIFY(one.siteName.compare(other.siteName, Qt::CaseInsensitive) <= 0);
        QVERIFY(one.site != other.site || one.coverage >= other.coverage);
    }
    // The headings say so, to the ear as well.
    QVERIFY(model()
                .headerData(MatchModel::Coverage, Qt::Horizontal, Qt::DisplayRole)
                .toString()
                .contains(QLatin1String("2")));
    QVERIFY(model()
                .headerData(MatchModel::Site, Qt::Horizontal, Qt::AccessibleTextRole)
                .toString()
                .contains(QLatin1String("ascending")));
    QVERIFY(click(MatchModel::Coverage, Qt::ShiftModifier));
    QCOMPARE(model().order().last().descending, false);
    QVERIFY(click(MatchModel::Score, Qt::NoModifier));
    QCOMPARE(model().order(), (QList<MatchOrder>{{MatchKey::Score, true}}));
    QVERIFY(click(MatchModel::Score, Qt::NoModifier));
    QCOMPARE(model().order().first().descending, false);
}

void TestMatchTriage::columnsAreChosen() {
    QVERIFY(table().isColumnHidden(MatchModel::Issued));
    auto* button = child<QPushButton>("columnsButton");
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    auto* menu = child<QMenu>("columnsMenu");
    QTRY_VERIFY(menu->isVisible());
    const auto choice = [menu](const QString& name) { return menu->findChild<QAction*>(name); };
    choice(QStringLiteral("column_%1").arg(static_cast<int>(MatchModel::Issued)))->trigger();
    choice(QStringLiteral("column_%1").arg(static_cast<int>(MatchModel::Coverage)))->trigger();
    QVERIFY(!table().isColumnHidden(MatchModel::Issued));
    QVERIFY(table().isColumnHidden(MatchModel::Coverage));
    menu->findChild<QAction*>(QStringLiteral("sortBy_%1").arg(static_cast<int>(MatchModel::Issued)))->trigger();
    QCOMPARE(model().order(), (QList<MatchOrder>{{MatchKey::Issued, true}}));
    menu->findChild<QAction*>(QStringLiteral("sortBest"))->trigger();
    QVERIFY(model().order().isEmpty());
    menu->close();
}

void TestMatchTriage::theViewComesBack() {
    child<QSpinBox>("matchScore")->setValue(80);
    chip(MatchState::Muted)->click();
    model().setOrder({{MatchKey::Site, false}, {MatchKey::Score, true}});
    table().setColumnHidden(MatchModel::Interest, false);
    QTRY_VERIFY_WITH_TIMEOUT(isIdle() && model().filter().minScore == 800, kPatience);
    const MatchFilter filter = model().filter();
    m_window->close();
    m_window.reset();
    m_bridge.reset();
    EngineBridge::waitUntilIdle();
    open();
    QCOMPARE(model().filter(), filter);
    QCOMPARE(model().order(), (QList<MatchOrder>{{MatchKey::Site, false}, {MatchKey::Score, true}}));
    QCOMPARE(child<QSpinBox>("matchScore")->value(), 80);
    QVERIFY(chip(MatchState::Muted)->isChecked());
    QVERIFY(!table().isColumnHidden(MatchModel::Interest));
    // What nobody has written is not taken.
    const QByteArray kept = page().saveView();
    page().restoreView("nonsense");
    QCOMPARE(page().saveView(), kept);
    page().restoreView(R"({"states":[99,-1,"x"],"order":[{"key":77}],"min_score":99999})");
    QVERIFY(model().order().isEmpty());
    QCOMPARE(model().filter().minScore, 1000);
}

void TestMatchTriage::twoSideBySide() {
    choose(0);
    table().selectionModel()->select(model().index(5, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const JudgedMatch other = at(5);
    QTest::keyClick(&table(), Qt::Key_S);
    auto* dialog = m_window->findChild<CompareDialog*>();
    QVERIFY(dialog != nullptr);
    const QSignalSpy shown(dialog, &CompareDialog::shown);
    QTRY_VERIFY_WITH_TIMEOUT(shown.count() > 0 || dialog->model().rowCount() > 0, kPatience);
    const Explanation& explanation = dialog->model().explanation();
    QCOMPARE(explanation.id, other.id);
    QVERIFY(dialog->model().rowCount() > 3);
    QCOMPARE(dialog->model().pointSum(), explanation.score);
    QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("compareOnlyOne"))->isVisible());
    QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("compareOnlyOther"))->isVisible());
    // The sides have names, also to the ear.
    const QString one = dialog->model().headerData(ExplanationModel::Mine, Qt::Horizontal, Qt::DisplayRole).toString();
    QVERIFY(one != QLatin1String("Mine"));
    QVERIFY(dialog->model().index(0, 0).data(Qt::AccessibleTextRole).toString().contains(one));
    dialog->close();
}

void TestMatchTriage::whatBecameOfIt() {
    const JudgedMatch match = choose(4);
    QTest::keyClick(&table(), Qt::Key_H);
    auto* dialog = child<HistoryDialog>("historyDialog");
    QVERIFY(dialog != nullptr);
    const auto* versions = dialog->findChild<QTableWidget*>(QStringLiteral("historyTable"));
    QTRY_COMPARE_WITH_TIMEOUT(versions->rowCount(), 1, kPatience);
    QCOMPARE(dialog->findChild<QLabel*>(QStringLiteral("historySentence"))->text(), match.sentence);
    QCOMPARE(versions->item(0, 3)->text(), QStringLiteral("Counts"));
    dialog->close();
    // And by what it was compared.
    auto* definition = child<QPushButton>("explainDefinition");
    QTRY_VERIFY_WITH_TIMEOUT(definition->isVisible(), kPatience);
    definition->setFocus();
    QTest::keyClick(definition, Qt::Key_Space);
    QCOMPARE(m_window->workspace().page(), Workspace::Page::Similarity);
    QTRY_COMPARE_WITH_TIMEOUT(child<QComboBox>("definitionPack")->currentData().toString(), QStringLiteral("ddi"),
                              kPatience);
    m_window->workspace().showPage(Workspace::Page::Matches);
    // Two at once have no one history.
    table().selectionModel()->select(model().index(5, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QVERIFY(!child<QAction>("actionMatchHistory")->isEnabled());
}

void TestMatchTriage::mineAndTheirs() {
    const JudgedMatch match = choose(4);
    child<QAction>("actionMatchCompare")->trigger();
    auto* dialog = m_window->findChild<CompareDialog*>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(dialog->model().rowCount() > 0, kPatience);
    QCOMPARE(dialog->model().explanation().id, match.id);
    QCOMPARE(dialog->model().explanation().profile, kProfile);
    QCOMPARE(dialog->model().headerData(ExplanationModel::Mine, Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("Mine"));
    dialog->close();
    // Three have no sides.
    choose(0);
    for (int step = 0; step < 2; ++step)
        QTest::keyClick(&table(), Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(!child<QAction>("actionMatchCompare")->isEnabled());
}

void TestMatchTriage::otherHomesCannotBeUndone() {
    choose(0);
    QTest::keyClick(&table(), Qt::Key_F);
    QVERIFY(reaches(MatchState::Following, 1));
    QVERIFY(child<QAction>("actionMatchUndo")->isEnabled());
    m_bridge->open(m_world->request(kHome));
    QTRY_VERIFY_WITH_TIMEOUT(!child<QAction>("actionMatchUndo")->isEnabled(), kPatience);
}

void TestMatchTriage::controlsHaveNames() {
    choose(0);
    QTest::keyClick(&table(), Qt::Key_F);
    QVERIFY(reaches(MatchState::Following, 1));
    child<QSpinBox>("matchScore")->setValue(5);
    QTRY_VERIFY_WITH_TIMEOUT(isIdle() && model().filter().minScore == 50, kPatience);
    QHash<QKeySequence, QString> users;
    const auto use = [&users](const QString& text) {
        const QKeySequence letter = QKeySequence::mnemonic(text);
        const bool free = letter.isEmpty() || !users.contains(letter);
        if (!free)
            qWarning() << text << users.value(letter);
        users.insert(letter, text);
        return free;
    };
    for (QWidget* widget : m_window->findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        if (const auto* button = qobject_cast<QAbstractButton*>(widget); button != nullptr)
            QVERIFY(use(button->text()));
        if (const auto* label = qobject_cast<QLabel*>(widget); label != nullptr && label->buddy() != nullptr)
            QVERIFY(use(label->text()));
        if ((widget->focusPolicy() & Qt::TabFocus) == 0 || !page().isAncestorOf(widget) ||
            widget->focusProxy() != nullptr)
            continue;
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        QAccessibleInterface* told = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(told != nullptr && !told->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
    }
}

void TestMatchTriage::tabAndF6GoRound() {
    choose(0);
    QTRY_VERIFY_WITH_TIMEOUT(page().explanation().table() != nullptr, kPatience);
    QSet<QString> visited;
    for (int step = 0; step < 40; ++step) {
        QWidget* here = QApplication::focusWidget();
        QVERIFY(here != nullptr);
        visited.insert(here->objectName());
        QTest::keyClick(here, Qt::Key_Tab);
    }
    for (const char* name : {"profileBox", "matchState_0", "matchState_4", "matchWords", "matchSite", "matchScore",
                             "columnsButton", "viewsButton", "matchTable", "explanationTable"})
        QVERIFY2(visited.contains(QLatin1String(name)), name);
    QStringList parts;
    for (int step = 0; step < 5; ++step) {
        child<QAction>("actionNextPane")->trigger();
        parts.append(QApplication::focusWidget()->objectName());
    }
    for (const char* name : {"profileBox", "matchWords", "matchTable", "explanationTable"})
        QVERIFY2(parts.contains(QLatin1String(name)), qPrintable(parts.join(QLatin1Char(' '))));
}

QTEST_MAIN(TestMatchTriage)
#include "tst_match_triage.moc"
