#pragma once

#include "domain/pack.h"
#include "record/packet.h"

namespace qis::core {

/// What a content records of a field, on the side where the field belongs; null when it is not recorded.
[[nodiscard]] inline const Value* recorded(const Field& field, const Content& content) {
    return findField(field.side == Side::Condition ? content.condition : content.outcome, field.number);
}

} // namespace qis::core
