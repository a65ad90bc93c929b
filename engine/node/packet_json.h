#pragma once

#include "node/catalogue.h"
#include "record/packet.h"

#include <nlohmann/json.hpp>

namespace qis::core {

using Json = nlohmann::ordered_json;

/// Condition and outcome side by field name where the pack is installed, else by field number.
[[nodiscard]] Json sidesJson(const Catalogue& catalogue, const Content& content);
/// Everything a packet says, in words and numbers.
[[nodiscard]] Json packetJson(const Catalogue& catalogue, const DecodedPacket& packet);
/// Tenths as a number with one decimal.
[[nodiscard]] inline double inTens(int tenths) {
    return tenths / 10.0;
}

} // namespace qis::core
