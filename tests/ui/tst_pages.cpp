#include "ui_world.h"

#include "bridge/match_model.h"
#include "pages/compose/compose_page.h"
#include "pages/evidence/evidence_page.h"
#include "pages/main_window.h"
#include "pages/matches/matches_page.h"
#include "theme/theme.h"

#include <QtGui/QAction>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

using namespace qis::ui;

namespace {

constexpr int kPatience = 20000;

bool takesFocus(const QWidget* widget) {
    return widget->isVisible() && widget->isEnabled() && widget->focusProxy() == nullptr &&
           (widget->focusPolicy() & Qt::TabFocus) != 0;
}

} // namespace

/// What holds for every page of the window.
class TestPages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(theme::Kind::Light); }
    void init() { m_world = std::make_unique<UiWorld>(); }
    void cleanup();
    void everyControlHasAnObjectName_data() { listPages(); }
    void everyControlHasAnObjectName();
    void tabReachesEveryControlAndComesBack_data() { listPages(); }
    void tabReachesEveryControlAndComesBack();
    void f6GoesThroughTheParts_data() { listPages(); }
    void f6GoesThroughTheParts();
    void altAndADigitShowsThePage();
    void theNetworkWordShowsItsPage();
    void lettersAreNotUsedTwice_data() { listPages(); }
    void lettersAreNotUsedTwice();
    void everyPageMirrors_data() { listPages(); }
    void everyPageMirrors();
    void nothingIsCutAtDoubleTextSize_data() { listPages(); }
    void nothingIsCutAtDoubleTextSize();

private:
    bool enterDemo();
    static void listPages();
    bool showPage(Workspace::Page page);
    template <class T> [[nodiscard]] T* child(const char* name) const {
        return m_window->findChild<T*>(QString::fromLatin1(name));
    }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<EngineBridge> m_bridge;
    std::unique_ptr<MainWindow> m_window;
};

void TestPages::cleanup() {
    m_window.reset();
    m_bridge.reset();
    m_world.reset();
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

bool TestPages::enterDemo() {
    if (!m_world->makeHome(QStringLiteral("demo")))
        return false;
    m_bridge = std::make_unique<EngineBridge>();
    m_window =
        std::make_unique<MainWindow>(*m_bridge, MainWindow::Start{.open = m_world->request(QStringLiteral("demo")),
                                                                  .page = Workspace::Page::Compose});
    m_window->show();
    const QSignalSpy listed(&m_window->workspace().compose(), &ComposePage::packsListed);
    m_window->begin();
    return QTest::qWaitFor([&listed] { return listed.count() > 0; }, kPatience) &&
           QTest::qWaitForWindowActive(m_window.get());
}

void TestPages::listPages() {
    QTest::addColumn<int>("page");
    for (const auto page :
         {Workspace::Page::Home, Workspace::Page::Compose, Workspace::Page::Matches, Workspace::Page::Evidence,
          Workspace::Page::Networks, Workspace::Page::Similarity, Workspace::Page::Settings})
        QTest::newRow(qPrintable(Workspace::nameOf(page))) << static_cast<int>(page);
}

bool TestPages::showPage(Workspace::Page page) {
    m_window->workspace().showPage(page);
    // What the page shows comes from the engine.
    const bool read = QTest::qWaitFor(
        [this, page] {
            const auto* table = child<QTableView>("definitionTable");
            // Without an interest there is no evidence, and the page says what to do about that.
            const auto& evidence = m_window->workspace().evidence();
            if (page == Workspace::Page::Evidence &&
                !evidence.findChild<QPushButton*>(QStringLiteral("emptyAction"))->isVisible())
                return false;
            return m_window->workspace().matches().model().isRead() && table->model()->rowCount() > 0 &&
                   !m_window->status().author.isEmpty();
        },
        kPatience);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    return read;
}

void TestPages::everyControlHasAnObjectName() {
    QFETCH(int, page);
    QVERIFY(enterDemo());
    QVERIFY(showPage(static_cast<Workspace::Page>(page)));
    for (const QWidget* widget : m_window->findChildren<QWidget*>())
        if (takesFocus(widget))
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
}

void TestPages::tabReachesEveryControlAndComesBack() {
    QFETCH(int, page);
    QVERIFY(enterDemo());
    QVERIFY(showPage(static_cast<Workspace::Page>(page)));
    QSet<QWidget*> wanted;
    for (QWidget* widget : m_window->findChildren<QWidget*>())
        if (takesFocus(widget) && qobject_cast<QScrollBar*>(widget) == nullptr)
            wanted.insert(widget);
    // The page in the rail, the foot, and what the page adds.
    QVERIFY(wanted.size() >= 3);
    QWidget* first = QApplication::focusWidget();
    QVERIFY(first != nullptr);
    QWidget* here = first;
    const qsizetype most = wanted.size() * 2;
    for (qsizetype step = 0; step < most; ++step) {
        wanted.remove(here);
        QTest::keyClick(here, Qt::Key_Tab);
        QWidget* next = QApplication::focusWidget();
        QVERIFY2(next != nullptr && next != here && next->isVisible(),
                 qPrintable(QStringLiteral("the focus is caught in ") + here->objectName()));
        here = next;
        if (here == first)
            break;
    }
    QCOMPARE(here, first);
    QStringList left;
    for (const QWidget* widget : std::as_const(wanted))
        left.append(widget->objectName());
    QVERIFY2(left.isEmpty(), qPrintable(left.join(QLatin1Char(' '))));
}

void TestPages::f6GoesThroughTheParts() {
    QFETCH(int, page);
    QVERIFY(enterDemo());
    QVERIFY(showPage(static_cast<Workspace::Page>(page)));
    QStringList visited;
    constexpr int kMostPanes = 8;
    for (int step = 0; step < kMostPanes; ++step) {
        child<QAction>("actionNextPane")->trigger();
        QVERIFY(QApplication::focusWidget() != nullptr);
        const QString here = QApplication::focusWidget()->objectName();
        if (!visited.isEmpty() && here == visited.first())
            break;
        visited.append(here);
    }
    const qsizetype parts = visited.size();
    QVERIFY2(parts >= 2 && parts < kMostPanes, qPrintable(visited.join(QLatin1Char(' '))));
    visited.removeDuplicates();
    QCOMPARE(visited.size(), parts);
    child<QAction>("actionPreviousPane")->trigger();
    QCOMPARE(QApplication::focusWidget()->objectName(), visited.last());
}

void TestPages::altAndADigitShowsThePage() {
    QVERIFY(enterDemo());
    QVERIFY(showPage(Workspace::Page::Compose));
    const struct {
        Qt::Key key;
        Workspace::Page page;
    } keys[] = {{Qt::Key_1, Workspace::Page::Home},     {Qt::Key_2, Workspace::Page::Compose},
                {Qt::Key_3, Workspace::Page::Matches},  {Qt::Key_4, Workspace::Page::Evidence},
                {Qt::Key_5, Workspace::Page::Networks}, {Qt::Key_6, Workspace::Page::Similarity},
                {Qt::Key_7, Workspace::Page::Settings}};
    for (const auto& [key, page] : keys) {
        QTest::keyClick(QApplication::focusWidget(), key, Qt::AltModifier);
        QCOMPARE(m_window->workspace().page(), page);
        auto* button = m_window->findChild<QToolButton*>(QStringLiteral("rail_") % Workspace::nameOf(page) %
                                                         QLatin1String("Page"));
        QVERIFY(button != nullptr && button->isChecked());
        // The hands are on the page, not left on the rail.
        QVERIFY(QApplication::focusWidget() != nullptr);
        QVERIFY(!child<QWidget>("rail")->isAncestorOf(QApplication::focusWidget()));
    }
}

void TestPages::theNetworkWordShowsItsPage() {
    QVERIFY(enterDemo());
    QTRY_VERIFY(child<QToolButton>("statusNetwork")->isVisible());
    QTest::mouseClick(child<QToolButton>("statusNetwork"), Qt::LeftButton);
    QCOMPARE(m_window->workspace().page(), Workspace::Page::Networks);
    QCOMPARE(child<QLabel>("networkWord")->text(), child<QToolButton>("statusNetwork")->text());
}

void TestPages::lettersAreNotUsedTwice() {
    QFETCH(int, page);
    QVERIFY(enterDemo());
    QVERIFY(showPage(static_cast<Workspace::Page>(page)));
    QHash<QKeySequence, QString> users;
    QStringList texts;
    for (const QAction* menu : m_window->menuBar()->actions())
        texts.append(menu->text());
    for (const auto* button : m_window->findChildren<QAbstractButton*>())
        if (button->isVisible())
            texts.append(button->text());
    for (const auto* label : m_window->findChildren<QLabel*>())
        if (label->isVisible() && label->buddy() != nullptr)
            texts.append(label->text());
    for (const QString& text : std::as_const(texts)) {
        const QKeySequence letter = QKeySequence::mnemonic(text);
        if (letter.isEmpty())
            continue;
        QVERIFY2(!users.contains(letter), qPrintable(QStringLiteral("%1 and %2").arg(users.value(letter), text)));
        users.insert(letter, text);
    }
}

void TestPages::everyPageMirrors() {
    QFETCH(int, page);
    QApplication::setLayoutDirection(Qt::RightToLeft);
    QVERIFY(enterDemo());
    QVERIFY(showPage(static_cast<Workspace::Page>(page)));
    const int middle = m_window->width() / 2;
    QVERIFY(child<QWidget>("rail")->mapTo(m_window.get(), QPoint()).x() > middle);
    // What begins a line begins at the right.
    for (const QLabel* label : m_window->findChildren<QLabel*>())
        if (label->isVisible() && label->buddy() != nullptr && label->parentWidget() == label->buddy()->parentWidget())
            QVERIFY2(label->mapTo(m_window.get(), QPoint(label->width(), 0)).x() >=
                         label->buddy()->mapTo(m_window.get(), QPoint(label->buddy()->width(), 0)).x(),
                     qPrintable(label->text()));
}

void TestPages::nothingIsCutAtDoubleTextSize() {
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(large);
    const auto restore = qScopeGuard([&before] { QApplication::setFont(before); });
    QFETCH(int, page);
    QVERIFY(enterDemo());
    QVERIFY(showPage(static_cast<Workspace::Page>(page)));
    for (const QPushButton* button : m_window->findChildren<QPushButton*>())
        if (button->isVisible())
            QVERIFY2(button->width() >= button->minimumSizeHint().width() &&
                         button->height() >= button->minimumSizeHint().height(),
                     qPrintable(button->objectName()));
    for (const QLabel* label : m_window->findChildren<QLabel*>())
        if (label->isVisible())
            QVERIFY2(label->height() >= (label->wordWrap() ? label->heightForWidth(label->width())
                                                           : label->minimumSizeHint().height()),
                     qPrintable(label->text()));
}

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
