#include "format/outcomes.h"

#include <QtCore/QCoreApplication>

#include <limits>

namespace qis::ui::format {

namespace {

class Outcomes {
    Q_DECLARE_TR_FUNCTIONS(qis::ui::format::Outcomes)
};

constexpr qsizetype kLine = 16;
constexpr int kPlaceDigits = 4;
constexpr int kHex = 16;

} // namespace

QString outcomeState(const QString& state, qint64 peers) {
    if (state == QLatin1String("draft"))
        //: State of an outcome: it is being written
        return Outcomes::tr("Draft");
    if (state == QLatin1String("held"))
        //: State of an outcome: signed, and about to leave
        return Outcomes::tr("Ready");
    if (state == QLatin1String("waiting"))
        //: State of an outcome
        return Outcomes::tr("Waiting to send");
    if (state == QLatin1String("sent"))
        //: State of an outcome
        return Outcomes::tr("Sent to %Ln peer(s)", nullptr,
                            static_cast<int>(qMin<qint64>(peers, std::numeric_limits<int>::max())));
    if (state == QLatin1String("amended"))
        //: State of an outcome: a newer version has taken its place
        return Outcomes::tr("Amended");
    if (state == QLatin1String("retracted"))
        //: State of an outcome: its author has taken it back
        return Outcomes::tr("Retracted");
    return state;
}

QString retractionReason(const QString& name) {
    if (name == QLatin1String("entry-error"))
        return Outcomes::tr("It was entered wrongly");
    if (name == QLatin1String("duplicate"))
        return Outcomes::tr("The same case was sent twice");
    if (name == QLatin1String("wrong-case"))
        return Outcomes::tr("It was about another case");
    if (name == QLatin1String("contradicted"))
        return Outcomes::tr("Later findings contradict it");
    if (name == QLatin1String("privacy"))
        return Outcomes::tr("It could lead to a person");
    if (name == QLatin1String("consent-withdrawn"))
        return Outcomes::tr("Consent was withdrawn");
    //: In the place of a reason for retracting an outcome
    return Outcomes::tr("No reason is given");
}

QString packetPart(const QString& name) {
    if (name == QLatin1String("author"))
        return Outcomes::tr("Public key of this home");
    if (name == QLatin1String("format"))
        return Outcomes::tr("Format and kind");
    if (name == QLatin1String("pack"))
        return Outcomes::tr("Domain");
    if (name == QLatin1String("issued"))
        return Outcomes::tr("Time, to the minute");
    if (name == QLatin1String("sequence"))
        return Outcomes::tr("Running number");
    if (name == QLatin1String("previous"))
        return Outcomes::tr("Your outcome before this one");
    if (name == QLatin1String("condition"))
        return Outcomes::tr("Start of the condition");
    if (name == QLatin1String("outcome"))
        return Outcomes::tr("Start of what happened");
    if (name == QLatin1String("confidence"))
        return Outcomes::tr("How sure you are");
    if (name == QLatin1String("basis"))
        return Outcomes::tr("What was observed");
    if (name == QLatin1String("note"))
        return Outcomes::tr("Note");
    if (name == QLatin1String("target"))
        return Outcomes::tr("The outcome that it amends");
    if (name == QLatin1String("signature"))
        return Outcomes::tr("Signature");
    return name;
}

QString hexPairs(const QByteArray& bytes) {
    return QString::fromLatin1(bytes.toHex(' '));
}

QString hexDump(const QByteArray& bytes) {
    QStringList lines;
    for (qsizetype at = 0; at < bytes.size(); at += kLine)
        lines.append(QString(QStringLiteral("%1  ").arg(at, kPlaceDigits, kHex, QLatin1Char('0')) %
                             hexPairs(bytes.mid(at, kLine))));
    return lines.join(QLatin1Char('\n'));
}

} // namespace qis::ui::format
