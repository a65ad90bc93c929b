#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace qis::core {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

/// Lower-case hexadecimal, two digits a byte.
[[nodiscard]] std::string toHex(ByteView bytes);

/// Accepts upper and lower case; nullopt on odd length or any other character.
[[nodiscard]] std::optional<Bytes> fromHex(std::string_view text);

[[nodiscard]] ByteView viewOf(std::string_view text);

/// A byte string of fixed length whose meaning is part of its type, so that a key cannot be
/// passed where an id is expected.
template <std::size_t Size, class Tag> struct FixedBytes {
    static constexpr std::size_t kSize = Size;
    std::array<std::uint8_t, Size> bytes{};

    auto operator<=>(const FixedBytes&) const = default;

    [[nodiscard]] ByteView view() const { return ByteView(bytes); }
    [[nodiscard]] std::string hex() const { return toHex(view()); }
    [[nodiscard]] bool isZero() const { return *this == FixedBytes{}; }

    /// nullopt unless `from` has exactly Size bytes.
    [[nodiscard]] static std::optional<FixedBytes> from(ByteView from) {
        if (from.size() != Size) {
            return std::nullopt;
        }
        FixedBytes result;
        std::copy(from.begin(), from.end(), result.bytes.begin());
        return result;
    }
    [[nodiscard]] static std::optional<FixedBytes> fromHexText(std::string_view text) {
        const auto raw = fromHex(text);
        return raw ? from(*raw) : std::nullopt;
    }
};

/// Hash for keys that are themselves uniformly distributed (hashes, public keys).
struct FixedBytesHash {
    template <std::size_t Size, class Tag> std::size_t operator()(const FixedBytes<Size, Tag>& value) const noexcept {
        std::size_t result = 0;
        std::memcpy(&result, value.bytes.data(), std::min(sizeof result, Size));
        return result;
    }
};

} // namespace qis::core
