#include "record/cbor.h"

#include "record/cbor_major.h"

#include <bit>
#include <optional>

namespace qis::core {

namespace {

constexpr std::uint8_t kFalse = 0xF4;
constexpr std::uint8_t kTrue = 0xF5;
constexpr std::uint8_t kNull = 0xF6;
constexpr std::uint8_t kFloat16 = 0xF9;
constexpr std::uint8_t kFloat32 = 0xFA;

constexpr std::uint32_t kHalfNan = 0x7E00;
constexpr std::uint32_t kHalfInfinity = 0x7C00;

/// The float16 with exactly this value, if there is one.
std::optional<std::uint32_t> asFloat16(std::uint32_t bits) {
    const std::uint32_t sign = bits >> 16U & 0x8000U;
    const int exponent = static_cast<int>(bits >> 23U & 0xFFU) - 127;
    const std::uint32_t mantissa = bits & 0x7FFFFFU;
    if (exponent == 128) {
        return mantissa != 0 ? kHalfNan : sign | kHalfInfinity;
    }
    if (exponent == -127 && mantissa == 0) {
        return sign;
    }
    if (exponent >= -14 && exponent <= 15) {
        if ((mantissa & 0x1FFFU) != 0) {
            return std::nullopt;
        }
        return sign | static_cast<std::uint32_t>(exponent + 15) << 10U | mantissa >> 13U;
    }
    if (exponent >= -24 && exponent <= -15) {
        const std::uint32_t whole = mantissa | 0x800000U;
        const auto shift = static_cast<unsigned>(-exponent - 1);
        if ((whole & ((1U << shift) - 1U)) != 0) {
            return std::nullopt;
        }
        return sign | whole >> shift;
    }
    return std::nullopt;
}

void appendBigEndian(Bytes& out, std::uint64_t value, unsigned bytes) {
    for (unsigned left = bytes; left-- > 0;) {
        out.push_back(static_cast<std::uint8_t>(value >> (8U * left) & 0xFFU));
    }
}

} // namespace

void CborWriter::head(std::uint8_t major, std::uint64_t value) {
    const auto start = static_cast<std::uint8_t>(major << 5U);
    if (value < 24) {
        m_out.push_back(static_cast<std::uint8_t>(start | value));
    } else if (value <= 0xFFU) {
        m_out.push_back(static_cast<std::uint8_t>(start | 24U));
        m_out.push_back(static_cast<std::uint8_t>(value));
    } else if (value <= 0xFFFFU) {
        m_out.push_back(static_cast<std::uint8_t>(start | 25U));
        appendBigEndian(m_out, value, 2);
    } else if (value <= 0xFFFFFFFFU) {
        m_out.push_back(static_cast<std::uint8_t>(start | 26U));
        appendBigEndian(m_out, value, 4);
    } else {
        m_out.push_back(static_cast<std::uint8_t>(start | 27U));
        appendBigEndian(m_out, value, 8);
    }
}

void CborWriter::unsignedInt(std::uint64_t value) {
    head(cbor::Unsigned, value);
}

void CborWriter::integer(std::int64_t value) {
    if (value >= 0) {
        head(cbor::Unsigned, static_cast<std::uint64_t>(value));
    } else {
        head(cbor::Negative, static_cast<std::uint64_t>(-1 - value));
    }
}

void CborWriter::bytes(ByteView value) {
    head(cbor::ByteString, value.size());
    raw(value);
}

void CborWriter::text(std::string_view value) {
    head(cbor::TextString, value.size());
    raw(viewOf(value));
}

void CborWriter::array(std::size_t count) {
    head(cbor::Array, count);
}

void CborWriter::map(std::size_t count) {
    head(cbor::Map, count);
}

void CborWriter::tag(std::uint64_t value) {
    head(cbor::Tag, value);
}

void CborWriter::boolean(bool value) {
    m_out.push_back(value ? kTrue : kFalse);
}

void CborWriter::null() {
    m_out.push_back(kNull);
}

void CborWriter::number(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    if (const auto half = asFloat16(bits)) {
        m_out.push_back(kFloat16);
        appendBigEndian(m_out, *half, 2);
    } else {
        m_out.push_back(kFloat32);
        appendBigEndian(m_out, bits, 4);
    }
}

void CborWriter::raw(ByteView encoded) {
    m_out.insert(m_out.end(), encoded.begin(), encoded.end());
}

} // namespace qis::core
