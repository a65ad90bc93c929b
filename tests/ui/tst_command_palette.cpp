#include "ui_world.h"

#include "pages/compose/compose_page.h"
#include "pages/main_window.h"
#include "pages/palette/command_palette.h"

#include <QtGui/QAction>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTreeWidget>

using namespace qis::ui;

namespace {

constexpr int kPatience = 20000;

} // namespace

class TestCommandPalette : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsEveryActionThatCanBeDone();
    void theSheetOfKeysIsMadeOfTheSameActions();
    void typingNarrowsTheList();
    void arrowsAndEnterDoAnAction();
    void enterOnNothingDoesNothing();
    void escapeGivesTheFocusBack();

private:
    CommandPalette* open();
    [[nodiscard]] static QStringList shown(const CommandPalette& palette);
    void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<EngineBridge> m_bridge;
    std::unique_ptr<MainWindow> m_window;
};

void TestCommandPalette::init() {
    m_world = std::make_unique<UiWorld>();
    QVERIFY(m_world->makeHome(QStringLiteral("home")));
    m_bridge = std::make_unique<EngineBridge>();
    m_window =
        std::make_unique<MainWindow>(*m_bridge, MainWindow::Start{.open = m_world->request(QStringLiteral("home")),
                                                                  .page = Workspace::Page::Compose});
    m_window->show();
    const QSignalSpy listed(&m_window->workspace().compose(), &ComposePage::packsListed);
    m_window->begin();
    QTRY_VERIFY_WITH_TIMEOUT(listed.count() > 0, kPatience);
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestCommandPalette::cleanup() {
    m_window.reset();
    m_bridge.reset();
    m_world.reset();
}

CommandPalette* TestCommandPalette::open() {
    QTest::keyClick(m_window->focusWidget(), Qt::Key_K, Qt::ControlModifier);
    auto* palette = m_window->findChild<CommandPalette*>();
    if (palette == nullptr)
        return nullptr;
    const auto* words = palette->findChild<QLineEdit*>(QStringLiteral("paletteWords"));
    if (!QTest::qWaitFor([words] { return words->hasFocus(); }, kPatience))
        return nullptr;
    return palette;
}

QStringList TestCommandPalette::shown(const CommandPalette& palette) {
    const auto* list = palette.findChild<QTreeWidget*>(QStringLiteral("paletteList"));
    QStringList texts;
    for (int at = 0; at < list->topLevelItemCount(); ++at)
        if (!list->topLevelItem(at)->isHidden())
            texts.append(list->topLevelItem(at)->text(0));
    return texts;
}

void TestCommandPalette::listsEveryActionThatCanBeDone() {
    const CommandPalette* palette = open();
    QVERIFY(palette != nullptr);
    const QStringList texts = shown(*palette);
    int actions = 0;
    for (const QAction* action : m_window->findChildren<QAction*>()) {
        if (!action->objectName().startsWith(QLatin1String("action")) ||
            action->objectName() == QLatin1String("actionCommands"))
            continue;
        ++actions;
        QVERIFY2(texts.contains(plainText(*action)) == action->isEnabled(), qPrintable(action->text()));
    }
    QVERIFY(actions > 15);
    // Nothing has been signed yet, so nothing can be undone.
    QVERIFY(!texts.contains(QStringLiteral("Undo signing")));
    QVERIFY(palette->findChild<QLineEdit*>(QStringLiteral("paletteWords"))->hasFocus());
}

void TestCommandPalette::theSheetOfKeysIsMadeOfTheSameActions() {
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Slash, Qt::ControlModifier);
    auto* sheet = m_window->findChild<QDialog*>(QStringLiteral("keysDialog"));
    QVERIFY(sheet != nullptr);
    const auto* table = sheet->findChild<QTreeWidget*>(QStringLiteral("keyTable"));
    QStringList texts;
    for (int at = 0; at < table->topLevelItemCount(); ++at)
        texts.append(table->topLevelItem(at)->text(0));
    for (const QAction* action : windowActions(*m_window))
        QCOMPARE(texts.contains(plainText(*action)), !action->shortcuts().isEmpty());
}

void TestCommandPalette::typingNarrowsTheList() {
    const CommandPalette* palette = open();
    QVERIFY(palette != nullptr);
    const qsizetype all = shown(*palette).size();
    type(QStringLiteral("contr high"));
    QCOMPARE(shown(*palette), QStringList{QStringLiteral("High contrast")});
    auto* words = palette->findChild<QLineEdit*>(QStringLiteral("paletteWords"));
    const auto* none = palette->findChild<QLabel*>(QStringLiteral("paletteNone"));
    QVERIFY(!none->isVisible());
    words->setText(QStringLiteral("nothing is called so"));
    QVERIFY(shown(*palette).isEmpty());
    QVERIFY(none->isVisible());
    words->clear();
    QCOMPARE(shown(*palette).size(), all);
}

void TestCommandPalette::arrowsAndEnterDoAnAction() {
    const CommandPalette* palette = open();
    QVERIFY(palette != nullptr);
    type(QStringLiteral("view net"));
    QVERIFY(shown(*palette).contains(QStringLiteral("Networks")));
    auto* list = palette->findChild<QTreeWidget*>(QStringLiteral("paletteList"));
    for (int step = 0; step < list->topLevelItemCount() && list->currentItem()->text(0) != QLatin1String("Networks");
         ++step)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(list->currentItem()->text(0), QStringLiteral("Networks"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_window->workspace().page(), Workspace::Page::Networks);
    QTRY_VERIFY(m_window->findChild<CommandPalette*>() == nullptr);
}

void TestCommandPalette::enterOnNothingDoesNothing() {
    const CommandPalette* palette = open();
    QVERIFY(palette != nullptr);
    type(QStringLiteral("nothing is called so"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(palette->isVisible());
    QCOMPARE(m_window->workspace().page(), Workspace::Page::Compose);
}

void TestCommandPalette::escapeGivesTheFocusBack() {
    QWidget* before = m_window->focusWidget();
    QVERIFY(before != nullptr);
    QVERIFY(open() != nullptr);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(m_window->findChild<CommandPalette*>() == nullptr);
    QCOMPARE(m_window->focusWidget(), before);
}

QTEST_MAIN(TestCommandPalette)
#include "tst_command_palette.moc"
