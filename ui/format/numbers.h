#pragma once

#include <QtCore/QString>

/// Values in the words and digits of the reader's language.
namespace qis::ui::format {

/// Tenths of a point: 784 -> "78.4".
[[nodiscard]] QString score(int tenths);
/// "26.2 of 35.0"
[[nodiscard]] QString points(int tenths, int maximumTenths);
/// Tenths of a per cent: 905 -> "90.5 %".
[[nodiscard]] QString percent(int tenths);
/// A part of 1: 0.65 -> "65 %"; with one decimal below 10 %.
[[nodiscard]] QString share(double part);
/// Two parts of 1: "44–82 %".
[[nodiscard]] QString shareRange(double low, double high);
/// A part of 1 with as many digits as it needs, for the marks of an axis: 0.025 -> "2.5 %".
[[nodiscard]] QString shareMark(double part);
[[nodiscard]] QString count(qint64 number);
[[nodiscard]] QString number(double value, int decimals);
/// Day and time of a moment, in local time; empty for 0.
[[nodiscard]] QString dateTime(qint64 millis);
/// The same without the hour.
[[nodiscard]] QString day(qint64 millis);
/// The same, long and with its zone, for details.
[[nodiscard]] QString dateTimeLong(qint64 millis);
/// "229 of 512 bytes"
[[nodiscard]] QString sizeOf(int bytes, int maximum);
/// "27 seconds"
[[nodiscard]] QString seconds(int seconds);
/// A key or id, shortened and in groups of four: "3fa0 19bc 77d1 0042".
[[nodiscard]] QString shortKey(const QString& hex);
/// Amount of storage, in the usual units.
[[nodiscard]] QString storage(qint64 bytes);

} // namespace qis::ui::format
