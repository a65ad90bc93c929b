#pragma once

#include <cstdint>

namespace qis::core::cbor {

/// Major types, the upper three bits of an initial byte (RFC 8949, section 3.1).
enum Major : std::uint8_t { Unsigned, Negative, ByteString, TextString, Array, Map, Tag, Simple };

} // namespace qis::core::cbor
