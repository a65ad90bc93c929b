#include "bridge/background.h"
#include "format/sentences.h"
#include "pages/help/codes_dialog.h"
#include "pages/help/keys_dialog.h"
#include "pages/help/quick_card.h"
#include "theme/theme.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtGui/QTextDocument>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>

using namespace qis::ui;

namespace {

constexpr int kPatience = 20000;

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What can be looked up: messages by their codes, keys, and the card of both to print.
class TestHelp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(theme::Kind::Light); }
    void init();
    void cleanup();
    void everyCodeIsListed();
    void codesAreFoundByWords();
    void rowsHoldTheirWords();
    void theCardNamesEveryKey();
    void theCardIsOnePage_data();
    void theCardIsOnePage();
    void theCardIsSaved();
    void aCardThatCannotBeWrittenIsSaid();

private:
    [[nodiscard]] QStringList shown() const;
    QAction* action(const char* name, const QString& text, const QKeySequence& key);

    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<CodesDialog> m_codes;
    QList<QAction*> m_actions;
};

void TestHelp::init() {
    m_window = std::make_unique<QWidget>();
    m_codes = std::make_unique<CodesDialog>(nullptr);
    m_codes->setAttribute(Qt::WA_DeleteOnClose, false);
}

void TestHelp::cleanup() {
    Background::waitUntilIdle();
    m_codes.reset();
    m_actions.clear();
    m_window.reset();
}

QStringList TestHelp::shown() const {
    const auto* table = m_codes->findChild<QTableWidget*>(QStringLiteral("codeTable"));
    QStringList codes;
    for (int row = 0; row < table->rowCount(); ++row)
        if (!table->isRowHidden(row))
            codes.append(table->item(row, 0)->text());
    return codes;
}

QAction* TestHelp::action(const char* name, const QString& text, const QKeySequence& key) {
    auto* made = new QAction(text, m_window.get());
    made->setObjectName(QLatin1String(name));
    made->setShortcut(key);
    m_actions.append(made);
    return made;
}

void TestHelp::everyCodeIsListed() {
    const auto all = format::failures();
    QVERIFY(all.size() > 50);
    QStringList codes;
    for (const auto& [code, sentence] : all) {
        QVERIFY2(format::knowsFailure(code) && format::failureSentence(code) == sentence, qPrintable(code));
        QVERIFY2(!sentence.isEmpty() && !codes.contains(code), qPrintable(code));
        codes.append(code);
    }
    QCOMPARE(shown(), codes);
}

void TestHelp::codesAreFoundByWords() {
    m_codes->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_codes.get()));
    auto* words = m_codes->findChild<QLineEdit*>(QStringLiteral("codeWords"));
    const auto* none = m_codes->findChild<QLabel*>(QStringLiteral("noCode"));
    const auto* table = m_codes->findChild<QTableWidget*>(QStringLiteral("codeTable"));
    words->setText(QStringLiteral("from-future"));
    QCOMPARE(shown(), QStringList{QStringLiteral("from-future")});
    QCOMPARE(table->currentItem()->text(), QStringLiteral("from-future"));
    // In any order, and any letters.
    words->setText(QStringLiteral("clock AHEAD"));
    QVERIFY(shown().contains(QStringLiteral("from-future")));
    QVERIFY(!none->isVisible());
    words->setText(QStringLiteral("nothing is called so"));
    QVERIFY(shown().isEmpty());
    QVERIFY(none->isVisible());
    words->clear();
    QCOMPARE(shown().size(), format::failures().size());
}

void TestHelp::rowsHoldTheirWords() {
    m_codes->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_codes.get()));
    const auto* table = m_codes->findChild<QTableWidget*>(QStringLiteral("codeTable"));
    for (int row = 0; row < table->rowCount(); ++row)
        QVERIFY(table->rowHeight(row) >=
                table->fontMetrics()
                    .boundingRect(0, 0, table->columnWidth(1), 10000, Qt::TextWordWrap, table->item(row, 1)->text())
                    .height());
}

void TestHelp::theCardNamesEveryKey() {
    action("actionNew", QStringLiteral("&New <outcome>"), QKeySequence(Qt::CTRL | Qt::Key_N));
    action("actionMatches", QStringLiteral("&Matches"), QKeySequence(Qt::ALT | Qt::Key_3));
    action("actionNone", QStringLiteral("No key"), {});
    QTextDocument document;
    document.setHtml(quickCard(m_actions));
    const QString text = document.toPlainText();
    QVERIFY(text.contains(QLatin1String("New <outcome>")));
    QVERIFY(!text.contains(QLatin1String("No key")));
    for (const QAction* one : std::as_const(m_actions))
        QVERIFY(text.contains(one->shortcut().toString(QKeySequence::NativeText)));
}

void TestHelp::theCardIsOnePage_data() {
    QTest::addColumn<int>("keys");
    QTest::newRow("few") << 4;
    QTest::newRow("many") << 90;
}

void TestHelp::theCardIsOnePage() {
    QFETCH(int, keys);
    for (int at = 0; at < keys; ++at)
        action("actionSomething", QStringLiteral("Something that can be done %1").arg(at),
               QKeySequence(Qt::CTRL | Qt::Key_F1));
    QFont large;
    large.setPointSizeF(40);
    const QByteArray pdf = quickCardPdf(quickCard(m_actions), large);
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.trimmed().endsWith("%%EOF"));
    QVERIFY(pdf.contains("/Count 1"));
}

void TestHelp::theCardIsSaved() {
    action("actionNew", QStringLiteral("&New"), QKeySequence(Qt::CTRL | Qt::Key_N));
    const QTemporaryDir folder;
    KeysDialog dialog(m_actions, m_window.get());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    dialog.findChild<QPushButton*>(QStringLiteral("saveCard"))->click();
    auto* files = dialog.findChild<QFileDialog*>(QStringLiteral("cardFileDialog"));
    QVERIFY(files != nullptr);
    const QSignalSpy ended(&dialog, &KeysDialog::cardEnded);
    const QString path = folder.filePath(QStringLiteral("card.pdf"));
    files->selectFile(path);
    Q_EMIT files->fileSelected(path);
    files->close();
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, kPatience);
    QVERIFY(bytesOf(path).startsWith("%PDF-"));
    QVERIFY(dialog.findChild<QPushButton*>(QStringLiteral("saveCard"))->isEnabled());
}

void TestHelp::aCardThatCannotBeWrittenIsSaid() {
    KeysDialog dialog(m_actions, m_window.get());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    const QSignalSpy ended(&dialog, &KeysDialog::cardEnded);
    const QString path = QStringLiteral("/proc/no such folder/card.pdf");
    dialog.saveCard(path);
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, kPatience);
    bool said = false;
    for (const QLabel* label : dialog.findChildren<QLabel*>())
        said = said || label->text().contains(path);
    QVERIFY(said);
}

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
