#include "pseudo_language.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace qis::ui;

/// Long words for looking at the window.
class TestPseudoLanguage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsBecomeLongerAndAreBracketed_data();
    void textsBecomeLongerAndAreBracketed();
    void placesAndKeysStay_data();
    void placesAndKeysStay();
    void onlyOurOwnTextsAreChanged();
};

void TestPseudoLanguage::textsBecomeLongerAndAreBracketed_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("a letter") << QStringLiteral("d");
    QTest::newRow("a word") << QStringLiteral("Sign");
    QTest::newRow("a sentence") << QStringLiteral("What you type is kept as a draft.");
    QTest::newRow("no letters") << QStringLiteral("…");
}

void TestPseudoLanguage::textsBecomeLongerAndAreBracketed() {
    QFETCH(QString, text);
    const QString changed = PseudoLanguage::lengthened(text);
    QVERIFY(changed.startsWith(QLatin1Char('[')) && changed.endsWith(QLatin1Char(']')));
    QVERIFY2(changed.size() * 10 >= text.size() * 14, qPrintable(changed));
    QVERIFY(changed.mid(1, text.size()) == text ||
            changed.contains(QRegularExpression(QStringLiteral("[^\\x00-\\x7f]"))));
    QVERIFY(PseudoLanguage::lengthened({}).isEmpty());
}

void TestPseudoLanguage::placesAndKeysStay_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kept");
    QTest::newRow("values") << QStringLiteral("%1 of %2 sites") << QStringLiteral("%1");
    QTest::newRow("a second value") << QStringLiteral("%1 of %2 sites") << QStringLiteral("%2");
    QTest::newRow("a number") << QStringLiteral("%Ln outcome(s)") << QStringLiteral("%Ln");
    QTest::newRow("a plain number") << QStringLiteral("%n outcome(s)") << QStringLiteral("%n");
    QTest::newRow("a key") << QStringLiteral("Hom&e") << QStringLiteral("&e");
    QTest::newRow("an ampersand") << QStringLiteral("Cut && paste") << QStringLiteral("&&");
    QTest::newRow("per cent at the end") << QStringLiteral("in %") << QStringLiteral("%");
}

void TestPseudoLanguage::placesAndKeysStay() {
    QFETCH(QString, text);
    QFETCH(QString, kept);
    const QString changed = PseudoLanguage::lengthened(text);
    QCOMPARE(changed.count(kept), text.count(kept));
    QCOMPARE(changed.count(QLatin1Char('%')), text.count(QLatin1Char('%')));
    QCOMPARE(changed.count(QLatin1Char('&')), text.count(QLatin1Char('&')));
}

void TestPseudoLanguage::onlyOurOwnTextsAreChanged() {
    const PseudoLanguage language;
    QVERIFY(language.translate("QGuiApplication", "QT_LAYOUT_DIRECTION", nullptr, -1).isEmpty());
    QVERIFY(language.translate("qis::ui::MainWindow", "Quit", nullptr, -1).startsWith(QLatin1Char('[')));
}

QTEST_APPLESS_MAIN(TestPseudoLanguage)
#include "tst_pseudo_language.moc"
