#pragma once

#include "processes.h"

#include <QLatin1StringView>

/// Outcomes to play with: those that the pack of drug-drug interactions shows, and what to do with them.
namespace qis::testing {

/// One line, as --lines wants it, without the newline.
[[nodiscard]] QByteArray compact(const QJsonObject& object);

/// A complete outcome, one of several that are unlike each other; no `ref`.
[[nodiscard]] QJsonObject sampleOutcome(qsizetype number = 0);
/// The first of them with one member of one side set.
[[nodiscard]] QJsonObject sampleWith(QLatin1StringView side, QLatin1StringView member, const QJsonValue& value);
/// The first of them again and again, ref case-0, case-1 and so on, a newline after each.
[[nodiscard]] QByteArray numberedLines(int count);
/// A profile that asks for outcomes with this condition.
[[nodiscard]] QByteArray profileLike(const QString& name, const QJsonObject& outcome);

[[nodiscard]] Finished addProfile(const QString& home, const QByteArray& profile);
[[nodiscard]] Finished emitOne(const QString& home, const QByteArray& outcome);
[[nodiscard]] Finished emitLines(const QString& home, const QByteArray& lines, const QStringList& more = {});
/// `status`; null if it was refused.
[[nodiscard]] QJsonObject statusOf(const QString& home);
/// -1 if the home does not open.
[[nodiscard]] qint64 ownPackets(const QString& home);
[[nodiscard]] QString storeFile(const QString& home);
[[nodiscard]] bool writeFile(const QString& path, const QByteArray& bytes);

} // namespace qis::testing
