#include "format/sentences.h"
#include "source_dir.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace qis::ui;

class TestSentences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeOfTheEngineHasASentence();
    void anUnknownCodeIsNamed();
    void confidenceHasFiveWords();
};

void TestSentences::everyCodeOfTheEngineHasASentence() {
    QFile source(QStringLiteral(QIS_SOURCE_DIR "/engine/base/error.cpp"));
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(source.readAll());
    static const QRegularExpression entry(QStringLiteral("return \\{\"([a-z-]+)\", \""));
    auto it = entry.globalMatch(text);
    QStringList missing;
    int codes = 0;
    while (it.hasNext()) {
        const QString code = it.next().captured(1);
        ++codes;
        if (!format::knowsFailure(code))
            missing.append(code);
    }
    QVERIFY(codes > 50);
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char(' '))));
}

void TestSentences::anUnknownCodeIsNamed() {
    QVERIFY(!format::knowsFailure(QStringLiteral("no-such-code")));
    QVERIFY(format::failureSentence(QStringLiteral("no-such-code")).contains(QLatin1String("no-such-code")));
    QVERIFY(format::waitingReason(QStringLiteral("no-such-code")).contains(QLatin1String("no-such-code")));
    QVERIFY(!format::failureSentence(QStringLiteral("home-in-use")).contains(QLatin1String("home-in-use")));
}

void TestSentences::confidenceHasFiveWords() {
    QSet<QString> words;
    for (int percent = 0; percent <= 100; ++percent)
        words.insert(format::confidenceWord(percent));
    QCOMPARE(words.size(), 5);
    QCOMPARE(format::confidenceWord(100), format::confidenceWord(80));
    QVERIFY(format::confidenceWord(79) != format::confidenceWord(80));
}

QTEST_GUILESS_MAIN(TestSentences)
#include "tst_sentences.moc"
