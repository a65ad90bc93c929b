#pragma once

#include <QtCore/QString>

/// The words for outcomes of this home: states, reasons, parts of a packet.
namespace qis::ui::format {

/// "Draft", "Ready", "Waiting to send", "Sent to 3 peers", "Amended", "Retracted" for "draft", "held",
/// "waiting", "sent", "amended", "retracted".
[[nodiscard]] QString outcomeState(const QString& state, qint64 peers = 0);
/// A reason of a retraction by its name in the protocol; an unknown or empty name is no given reason.
[[nodiscard]] QString retractionReason(const QString& name);
/// What a part of a packet is called that is no field of a form.
[[nodiscard]] QString packetPart(const QString& name);
/// Bytes in pairs of digits: "a2 01 27".
[[nodiscard]] QString hexPairs(const QByteArray& bytes);
/// The same in lines of 16 with the place of the first byte before each.
[[nodiscard]] QString hexDump(const QByteArray& bytes);

} // namespace qis::ui::format
