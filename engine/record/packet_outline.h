#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace qis::core {

/// A stretch of an encoded payload: one member, or, on the two sides, first what opens the side and
/// then each field. Together they cover the payload.
struct PayloadStretch {
    std::uint64_t key = 0;              ///< of packet_keys.h
    std::optional<std::uint32_t> field; ///< number of a field on a side
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Where the members of a payload of ours stand in its bytes.
[[nodiscard]] Result<std::vector<PayloadStretch>> outlinePayload(ByteView payload);

} // namespace qis::core
