#include "format/numbers.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QLocale>

namespace qis::ui::format {

namespace {

class Numbers {
    Q_DECLARE_TR_FUNCTIONS(qis::ui::format::Numbers)
};

constexpr qsizetype kShownKeyDigits = 16;
constexpr qsizetype kKeyGroup = 4;
constexpr double kPerCent = 100;

/// Below 10 % a whole number would say too little.
int decimalsFor(double part) {
    constexpr double kFew = 0.1;
    return part > 0 && part < kFew ? 1 : 0;
}

QString shareNumber(double part, int decimals) {
    return QLocale().toString(part * kPerCent, 'f', decimals);
}

} // namespace

QString score(int tenths) {
    return QLocale().toString(tenths / 10.0, 'f', 1);
}

QString points(int tenths, int maximumTenths) {
    //: Points that one dimension gave, and the most it could have given.
    return Numbers::tr("%1 of %2").arg(score(tenths), score(maximumTenths));
}

QString percent(int tenths) {
    //: A percentage; translators may change the space and the place of the sign.
    return Numbers::tr("%1 %").arg(score(tenths));
}

QString share(double part) {
    //: A percentage; translators may change the space and the place of the sign.
    return Numbers::tr("%1 %").arg(shareNumber(part, decimalsFor(part)));
}

QString shareRange(double low, double high) {
    //: From one percentage to another; translators may change the space and the place of the sign.
    return Numbers::tr("%1–%2 %").arg(shareNumber(low, decimalsFor(high)), shareNumber(high, decimalsFor(high)));
}

QString shareMark(double part) {
    constexpr int kDigits = 4;
    //: A percentage; translators may change the space and the place of the sign.
    return Numbers::tr("%1 %").arg(QLocale().toString(part * kPerCent, 'g', kDigits));
}

QString count(qint64 number) {
    return QLocale().toString(number);
}

QString number(double value, int decimals) {
    return QLocale().toString(value, 'f', decimals);
}

QString dateTime(qint64 millis) {
    if (millis == 0)
        return {};
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(millis);
    // The short form of this locale alone has seconds, which times of issue do not.
    if (QLocale().language() == QLocale::C)
        return QLocale().toString(moment, QStringLiteral("d MMM yyyy HH:mm"));
    return QLocale().toString(moment, QLocale::ShortFormat);
}

QString day(qint64 millis) {
    if (millis == 0)
        return {};
    const QDate date = QDateTime::fromMSecsSinceEpoch(millis).date();
    if (QLocale().language() == QLocale::C)
        return QLocale().toString(date, QStringLiteral("d MMM yyyy"));
    return QLocale().toString(date, QLocale::ShortFormat);
}

QString dateTimeLong(qint64 millis) {
    if (millis == 0)
        return {};
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(millis), QLocale::LongFormat);
}

QString sizeOf(int bytes, int maximum) {
    //: %1: size so far, %2: the limit
    return Numbers::tr("%1 of %2 bytes").arg(count(bytes), count(maximum));
}

QString seconds(int seconds) {
    return Numbers::tr("%Ln second(s)", nullptr, seconds);
}

QString shortKey(const QString& hex) {
    QString out;
    for (qsizetype at = 0; at < qMin(hex.size(), kShownKeyDigits); at += kKeyGroup) {
        if (!out.isEmpty())
            out += QChar::Nbsp;
        out += hex.mid(at, kKeyGroup);
    }
    return out;
}

QString storage(qint64 bytes) {
    return QLocale().formattedDataSize(bytes);
}

} // namespace qis::ui::format
