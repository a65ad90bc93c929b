#include "sample_outcomes.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace qis::testing {

QByteArray compact(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject sampleOutcome(qsizetype number) {
    static const QJsonArray kExamples =
        askQis({}, {u"pack"_s, u"show"_s, u"ddi"_s, u"--schema"_s}).object()["examples"_L1].toArray();
    auto outcome = kExamples.at(number).toObject();
    outcome.remove("ref"_L1);
    return outcome;
}

QJsonObject sampleWith(QLatin1StringView side, QLatin1StringView member, const QJsonValue& value) {
    auto outcome = sampleOutcome();
    auto fields = outcome[side].toObject();
    fields[member] = value;
    outcome[side] = fields;
    return outcome;
}

QByteArray numberedLines(int count) {
    QByteArray lines;
    auto outcome = sampleOutcome();
    for (int i = 0; i < count; ++i) {
        outcome["ref"_L1] = u"case-%1"_s.arg(i);
        lines += compact(outcome) + '\n';
    }
    return lines;
}

QByteArray profileLike(const QString& name, const QJsonObject& outcome) {
    return compact({{u"name"_s, name},
                    {u"pack"_s, outcome["pack"_L1]},
                    {u"prototype"_s, QJsonObject{{u"condition"_s, outcome["condition"_L1]}}}});
}

Finished addProfile(const QString& home, const QByteArray& profile) {
    return askQis(home, {u"profile"_s, u"add"_s, u"--file"_s, u"-"_s}, profile);
}

Finished emitOne(const QString& home, const QByteArray& outcome) {
    return askQis(home, {u"emit"_s, u"--file"_s, u"-"_s}, outcome);
}

Finished emitLines(const QString& home, const QByteArray& lines, const QStringList& more) {
    return askQis(home, QStringList{u"emit"_s, u"--lines"_s, u"--file"_s, u"-"_s} + more, lines);
}

QJsonObject statusOf(const QString& home) {
    const auto status = askQis(home, {u"status"_s});
    return status.ok() ? status.object() : QJsonObject();
}

qint64 ownPackets(const QString& home) {
    return statusOf(home)["storage"_L1]["own_packets"_L1].toInteger(-1);
}

QString storeFile(const QString& home) {
    return home + u"/store.sqlite"_s;
}

bool writeFile(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace qis::testing
