#include "asking_home.h"

#include "bridge/match_model.h"
#include "pages/main_window.h"
#include "pages/matches/match_views.h"
#include "pages/matches/matches_page.h"
#include "pages/settings/settings_store.h"
#include "widgets/notice_bar.h"
#include "widgets/status_line.h"

#include <QtGui/QAction>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTableView>

using namespace qis::ui;

namespace {

constexpr int kPatience = 20000;
constexpr int kMatches = 40;
const QString kHome = QStringLiteral("asking");
const QString kProfile = QStringLiteral("bleeding");

QString text(const char* latin) {
    return QString::fromLatin1(latin);
}

} // namespace

/// Ways to look at the matches, kept under names.
class TestMatchViews : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void isKeptAndTaken();
    void aNameIsThereOnce();
    void removalIsTakenBack();
    void isThereAfterARestart();
    void namesAreLookedAt();
    void noMoreThanFit();
    void whatNobodyWroteIsNotTaken();

private:
    void open();
    [[nodiscard]] MatchesPage& page() const { return m_window->workspace().matches(); }
    [[nodiscard]] MatchModel& model() const { return page().model(); }
    [[nodiscard]] QTableView& table() const { return *page().table(); }
    template <class T> [[nodiscard]] T* child(const char* name) const {
        return m_window->findChild<T*>(QString::fromLatin1(name));
    }
    /// The menu behind the button, opened by key.
    [[nodiscard]] QMenu* menu() const;
    [[nodiscard]] QDialog* askForName() const;
    bool keep(const char* name) const;
    void choose(const QString& action) const {
        QMenu* shown = menu();
        auto* found = shown->findChild<QAction*>(action);
        QVERIFY2(found != nullptr, qPrintable(action));
        shown->close();
        found->trigger();
    }
    [[nodiscard]] QStringList names() const {
        QStringList all;
        for (const NamedView& one : page().views().views())
            all.append(one.name);
        return all;
    }
    [[nodiscard]] QStringList columns() const {
        QStringList all;
        const QHeaderView* header = table().horizontalHeader();
        for (int place = 0; place < header->count(); ++place)
            if (const int column = header->logicalIndex(place); !table().isColumnHidden(column))
                all.append(QString::number(column));
        return all;
    }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<EngineBridge> m_bridge;
    std::unique_ptr<MainWindow> m_window;
};

void TestMatchViews::init() {
    m_world = std::make_unique<UiWorld>();
    m_settings = std::make_unique<SettingsStore>();
    const QString trouble = makeAskingHome(*m_world, kHome, kProfile, kMatches, 11);
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    open();
}

void TestMatchViews::open() {
    m_bridge = std::make_unique<EngineBridge>();
    OpenRequest place = m_world->request(kHome);
    place.undoSeconds = 0;
    m_window = std::make_unique<MainWindow>(
        *m_bridge, MainWindow::Start{.open = place, .page = Workspace::Page::Matches, .settings = m_settings.get()});
    m_window->show();
    m_window->begin();
    QTRY_COMPARE_WITH_TIMEOUT(model().all(), qint64{kMatches}, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(model().phase() == MatchModel::Phase::Idle, kPatience);
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMatchViews::cleanup() {
    m_window.reset();
    m_bridge.reset();
    EngineBridge::waitUntilIdle();
    m_settings.reset();
    m_world.reset();
}

QMenu* TestMatchViews::menu() const {
    auto* button = child<QPushButton>("viewsButton");
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    auto* shown = child<QMenu>("viewsMenu");
    (void)QTest::qWaitFor([shown] { return shown->isVisible(); }, kPatience);
    return shown;
}

QDialog* TestMatchViews::askForName() const {
    choose(text("keepView"));
    auto* dialog = child<QDialog>("viewNameDialog");
    (void)QTest::qWaitFor([dialog] { return dialog != nullptr && dialog->isActiveWindow(); }, kPatience);
    return dialog;
}

bool TestMatchViews::keep(const char* name) const {
    QDialog* dialog = askForName();
    if (dialog == nullptr)
        return false;
    auto* edit = dialog->findChild<QLineEdit*>();
    QTest::keyClicks(edit, text(name));
    QTest::keyClick(edit, Qt::Key_Return);
    return QTest::qWaitFor([this] { return child<QDialog>("viewNameDialog") == nullptr; }, kPatience);
}

void TestMatchViews::isKeptAndTaken() {
    const MatchFilter usual = model().filter();
    const QStringList usualColumns = columns();
    child<QSpinBox>("matchScore")->setValue(40);
    model().setOrder({{MatchKey::Site, false}, {MatchKey::Score, true}});
    table().setColumnHidden(MatchModel::Interest, false);
    table().horizontalHeader()->moveSection(table().horizontalHeader()->visualIndex(MatchModel::Interest), 0);
    table().setColumnHidden(MatchModel::Coverage, true);
    QTRY_VERIFY_WITH_TIMEOUT(model().filter().minScore == 400, kPatience);
    const MatchFilter filter = model().filter();
    const QStringList shown = columns();
    QVERIFY(keep("By site & score"));
    QCOMPARE(names(), QStringList{text("By site & score")});
    auto* notice = child<NoticeBar>("matchNotice");
    QVERIFY(notice->isVisible() && notice->text().contains(text("By site & score")));
    QVERIFY(!notice->actionButton()->isVisible());
    QVERIFY(m_window->focusWidget() == child<QPushButton>("viewsButton"));
    // Not only when the window is closed.
    QVERIFY(m_settings->part(text("matches_views")).contains("By site & score"));

    child<QPushButton>("matchUsualFilters")->click();
    model().setOrder({});
    table().setColumnHidden(MatchModel::Interest, true);
    table().setColumnHidden(MatchModel::Coverage, false);
    QTRY_COMPARE_WITH_TIMEOUT(model().filter(), usual, kPatience);
    QVERIFY(columns() != shown);
    choose(text("view_By site & score"));
    QCOMPARE(model().filter(), filter);
    QCOMPARE(model().order(), (QList<MatchOrder>{{MatchKey::Site, false}, {MatchKey::Score, true}}));
    QCOMPARE(columns(), shown);
    QCOMPARE(child<QSpinBox>("matchScore")->value(), 40);
    QVERIFY(usualColumns != shown);
}

void TestMatchViews::aNameIsThereOnce() {
    QVERIFY(keep("mine"));
    QVERIFY(keep("Another"));
    QCOMPARE(names(), (QStringList{text("Another"), text("mine")}));
    child<QSpinBox>("matchScore")->setValue(70);
    QTRY_VERIFY_WITH_TIMEOUT(model().filter().minScore == 700, kPatience);
    QDialog* dialog = askForName();
    auto* edit = dialog->findChild<QLineEdit*>();
    QTest::keyClicks(edit, text("MINE"));
    QVERIFY(dialog->findChild<StatusLine*>()->text().contains(text("mine")));
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(names(), (QStringList{text("Another"), text("MINE")}), kPatience);
    QCOMPARE(page().views().views().last().view.value(QLatin1String("min_score")).toInt(), 700);
}

void TestMatchViews::removalIsTakenBack() {
    QVERIFY(keep("one"));
    QVERIFY(keep("two"));
    QMenu* removals = menu()->findChild<QMenu*>(text("removeViews"));
    QVERIFY(removals != nullptr);
    QCOMPARE(removals->actions().size(), 2);
    QAction* first = removals->actions().first();
    child<QMenu>("viewsMenu")->close();
    first->trigger();
    QCOMPARE(names(), QStringList{text("two")});
    QVERIFY(!m_settings->part(text("matches_views")).contains("\"one\""));
    auto* notice = child<NoticeBar>("matchNotice");
    QVERIFY(notice->actionButton()->isVisible());
    QTest::keyClick(notice->actionButton(), Qt::Key_Space);
    QCOMPARE(names(), (QStringList{text("one"), text("two")}));
    QVERIFY(!notice->actionButton()->isVisible());
    QVERIFY(m_settings->part(text("matches_views")).contains("\"one\""));
}

void TestMatchViews::isThereAfterARestart() {
    QVERIFY(keep("mine"));
    m_window->close();
    m_window.reset();
    m_bridge.reset();
    EngineBridge::waitUntilIdle();
    open();
    QCOMPARE(names(), QStringList{text("mine")});
}

void TestMatchViews::namesAreLookedAt() {
    QDialog* dialog = askForName();
    auto* edit = dialog->findChild<QLineEdit*>();
    auto* status = dialog->findChild<StatusLine*>();
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(status->text(), text("Give the view a name."));
    QTest::keyClicks(edit, text("   "));
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(dialog->isVisible());
    // A name that reads otherwise than it is written.
    edit->setText(QStringLiteral("abc\u202edef"));
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(dialog->isVisible() && !status->text().isEmpty());
    QVERIFY(names().isEmpty());
    QTest::keyClick(edit, Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(child<QDialog>("viewNameDialog") == nullptr, kPatience);
}

void TestMatchViews::noMoreThanFit() {
    for (int at = 0; at < MatchViews::kMostViews; ++at)
        page().views().keep(QStringLiteral("view %1").arg(at));
    QDialog* dialog = askForName();
    auto* edit = dialog->findChild<QLineEdit*>();
    QTest::keyClicks(edit, text("one more"));
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(dialog->findChild<StatusLine*>()->text().contains(text("50")));
    QCOMPARE(names().size(), MatchViews::kMostViews);
    // One that is there can be replaced all the same.
    edit->setText(text("view 7"));
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(child<QDialog>("viewNameDialog") == nullptr, kPatience);
    QCOMPARE(names().size(), MatchViews::kMostViews);
}

void TestMatchViews::whatNobodyWroteIsNotTaken() {
    const QStringList before = columns();
    MatchViews& views = page().views();
    for (const char* nonsense : {"", "nonsense", "{}", "[1,null,{}]", R"([{"name":"x"}])", R"([{"view":{"text":"a"}}])",
                                 R"([{"name":"  ","view":{"text":"a"}}])"}) {
        views.restore(nonsense);
        QVERIFY2(views.views().isEmpty(), nonsense);
    }
    views.restore(R"([{"name":"odd","view":{"columns":[-1,99,"x",0,0]}},{"name":"none","view":{"columns":[]}},
                      {"name":"ODD","view":{"columns":[1]}}])");
    QCOMPARE(names(), (QStringList{text("odd"), text("none")}));
    choose(text("view_none"));
    QCOMPARE(columns(), before);
    choose(text("view_odd"));
    QCOMPARE(columns(), QStringList{text("0")});
    QVERIFY(model().order().isEmpty());
}

QTEST_MAIN(TestMatchViews)
#include "tst_match_views.moc"
