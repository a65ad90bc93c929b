#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

#include <utility>

/// Codes of the engine in whole, translated sentences.
namespace qis::ui::format {

/// What a failure or refusal means for the person at the screen. An unknown code is named.
[[nodiscard]] QString failureSentence(const QString& code);
/// Every code with what it means, by code.
[[nodiscard]] QList<std::pair<QString, QString>> failures();
/// True when there is a sentence of its own for this code.
[[nodiscard]] bool knowsFailure(const QString& code);
/// Why an outcome has not left yet: "no-peers", "awaiting-ack" and so on.
[[nodiscard]] QString waitingReason(const QString& reason);
/// "held", "waiting", "sent" in words.
[[nodiscard]] QString stateWord(const QString& state);
/// Confidence in per cent as one of five words.
[[nodiscard]] QString confidenceWord(int percent);
/// What a basis of observation is called: "case", "counts", "effect", "table", "observed", "cells".
[[nodiscard]] QString basisLabel(const QString& kind);

/// What one of the counters of traffic counts; an unknown one is named.
[[nodiscard]] QString counterLabel(const QString& counter);

} // namespace qis::ui::format
