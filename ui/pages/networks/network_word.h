#pragma once

#include "bridge/values.h"
#include "theme/glyph.h"

namespace qis::ui {

/// How the network is, in one word; why it is so, and what can be done about it.
struct NetworkWord {
    enum class Kind : quint8 { Online, Limited, Offline, Behind };

    Kind kind = Kind::Offline;
    theme::Glyph glyph = theme::Glyph::Offline;
    QString word;
    QString why;
    QString advice;
};

[[nodiscard]] NetworkWord networkWord(const Status& status);

/// So many unconfirmed packets are the usual coming and going, not a backlog.
inline constexpr qint64 kUsualBacklog = 16;

} // namespace qis::ui
