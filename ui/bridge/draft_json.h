#pragma once

#include "bridge/values.h"

#include <QtCore/QByteArray>

namespace qis::ui {

/// What is kept of a form, as JSON: { "fields", "confidence", "basis", "note", "typed", "at", "title" },
/// each left out when there is nothing in it. Id, pack, times and the own record number stand beside it.
[[nodiscard]] QByteArray draftToJson(const SavedDraft& draft);
/// Whatever cannot be read is left out: a draft is for a person to go on with.
[[nodiscard]] SavedDraft draftFromJson(const QByteArray& json);

} // namespace qis::ui
