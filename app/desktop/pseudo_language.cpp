#include "pseudo_language.h"

#include <QtCore/QLocale>
#include <QtCore/QStringBuilder>

#include <algorithm>

namespace qis::ui {

namespace {

constexpr int kPercentLonger = 40;
constexpr qsizetype kLeastLonger = 3;

const QString& plainLetters() {
    static const QString letters = QStringLiteral("ACDEGHIJKLNORSTUWYZacdeghijklnorstuwyz");
    return letters;
}

const QString& accentedLetters() {
    static const QString letters =
        QString::fromUtf8("\u00c5\u00c7\u00d0\u00c9\u011c\u0124\u00ce\u0134\u0136\u013d\u00d1\u00d6\u0154\u0160\u0162"
                          "\u00db\u0174\u00dd\u017d\u00e5\u00e7\u00f0\u00e9\u011d\u0125\u00ee\u0135\u0137\u013e\u00f1"
                          "\u00f6\u0155\u0161\u0163\u00fb\u0175\u00fd\u017e");
    return letters;
}

QChar accented(QChar letter) {
    const qsizetype at = plainLetters().indexOf(letter);
    return at < 0 ? letter : accentedLetters().at(at);
}

/// Words that break where words do.
QString padding(qsizetype length) {
    const QString words = QStringLiteral(" \u0142\u00f6\u0155\u00e9m \u00eeps\u00fbm \u00f0\u00f6\u013e\u00f6\u0155");
    QString text;
    while (text.size() < length)
        text += words;
    text.truncate(length);
    return text;
}

} // namespace

bool PseudoLanguage::loadEnglish(const QString& folder) {
    return m_english.load(QLocale(QLocale::English), QStringLiteral("qis"), QStringLiteral("_"), folder);
}

QString PseudoLanguage::lengthened(const QString& text) {
    if (text.isEmpty())
        return text;
    QString out;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar here = text.at(at);
        out += accented(here);
        // "&S" is a key to press, "%1", "%n" and "%Ln" are places for values.
        const qsizetype kept = here == QLatin1Char('&')                    ? 1
                               : here != QLatin1Char('%')                  ? 0
                               : text.mid(at + 1, 1) == QLatin1String("L") ? 2
                                                                           : 1;
        out += text.mid(at + 1, kept);
        at += kept;
    }
    return QStringLiteral("[") % out % padding(std::max(kLeastLonger, text.size() * kPercentLonger / 100)) %
           QStringLiteral("]");
}

QString PseudoLanguage::translate(const char* context, const char* source, const char* disambiguation,
                                  int number) const {
    // Of Qt's own texts some are not read by people but by Qt; the names of the usual buttons are not.
    const QLatin1String from(context);
    if (from == QLatin1String("QPlatformTheme"))
        return lengthened(QString::fromUtf8(source));
    if (!from.startsWith(QLatin1String("qis::")))
        return {};
    const QString english = m_english.translate(context, source, disambiguation, number);
    return lengthened(english.isEmpty() ? QString::fromUtf8(source) : english);
}

} // namespace qis::ui
