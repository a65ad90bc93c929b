#include "record/cbor.h"

#include "record/cbor_major.h"

#include <bit>
#include <cmath>
#include <limits>

namespace qis::core {

namespace {

constexpr std::uint8_t kInfoFalse = 20;
constexpr std::uint8_t kInfoTrue = 21;
constexpr std::uint8_t kInfoNull = 22;
constexpr std::uint8_t kInfoOneByte = 24;
constexpr std::uint8_t kInfoFloat16 = 25;
constexpr std::uint8_t kInfoFloat32 = 26;
constexpr std::uint8_t kInfoFloat64 = 27;
constexpr std::uint8_t kInfoIndefinite = 31;

float fromFloat16(std::uint64_t half) {
    const int exponent = static_cast<int>(half >> 10U & 0x1FU);
    const auto mantissa = static_cast<float>(half & 0x3FFU);
    float size = 0;
    if (exponent == 0) {
        size = std::ldexp(mantissa, -24);
    } else if (exponent == 31) {
        size = mantissa == 0 ? std::numeric_limits<float>::infinity() : std::numeric_limits<float>::quiet_NaN();
    } else {
        size = std::ldexp(mantissa + 1024.0F, exponent - 25);
    }
    return (half & 0x8000U) != 0 ? -size : size;
}

} // namespace

CborType CborReader::peek() const {
    if (atEnd()) {
        return CborType::Other;
    }
    const unsigned first = m_input[m_offset];
    const unsigned info = first & 31U;
    const unsigned major = first >> 5U;
    const bool reserved =
        info > kInfoFloat64 && (info != kInfoIndefinite || major < cbor::ByteString || major > cbor::Map);
    if (reserved) {
        return CborType::Other;
    }
    if (major < cbor::Simple) {
        return static_cast<CborType>(major);
    }
    switch (info) {
    case kInfoFalse:
    case kInfoTrue:
        return CborType::Boolean;
    case kInfoNull:
        return CborType::Null;
    case kInfoFloat16:
    case kInfoFloat32:
    case kInfoFloat64:
        return CborType::Float;
    default:
        return CborType::Other;
    }
}

Result<CborReader::Head> CborReader::head() {
    if (atEnd()) {
        return fail(Code::NotCbor, "an item is missing");
    }
    const std::uint8_t first = m_input[m_offset];
    Head result{static_cast<std::uint8_t>(first >> 5U), static_cast<std::uint8_t>(first & 31U), 0};
    if (result.info < kInfoOneByte) {
        result.value = result.info;
        ++m_offset;
        return result;
    }
    if (result.info == kInfoIndefinite && result.major >= cbor::ByteString && result.major <= cbor::Map) {
        return fail(Code::NotCanonical, "a length is indefinite");
    }
    if (result.info > kInfoFloat64) {
        return fail(Code::NotCbor, "a head is reserved");
    }
    const std::size_t size = std::size_t{1} << static_cast<unsigned>(result.info - kInfoOneByte);
    if (m_input.size() - m_offset - 1 < size) {
        return fail(Code::NotCbor, "a head is cut off");
    }
    for (const auto byte : m_input.subspan(m_offset + 1, size)) {
        result.value = result.value << 8U | byte;
    }
    m_offset += 1 + size;
    return result;
}

Result<CborReader::Head> CborReader::expect(std::uint8_t major, const char* what) {
    const std::size_t start = m_offset;
    Result<Head> result = head();
    if (result && result->major != major) {
        m_offset = start;
        return fail(Code::NotCbor, std::string("expected ") + what);
    }
    return result;
}

Result<ByteView> CborReader::chunk(std::uint8_t major, const char* what) {
    const std::size_t start = m_offset;
    const auto result = expect(major, what);
    if (!result) {
        return result.error();
    }
    if (result->value > m_input.size() - m_offset) {
        m_offset = start;
        return fail(Code::NotCbor, std::string("cut off: ") + what);
    }
    const auto length = static_cast<std::size_t>(result->value);
    const ByteView view = m_input.subspan(m_offset, length);
    m_offset += length;
    return view;
}

Result<std::size_t> CborReader::count(std::uint8_t major, std::size_t bytesEach, const char* what) {
    const std::size_t start = m_offset;
    const auto result = expect(major, what);
    if (!result) {
        return result.error();
    }
    if (result->value > (m_input.size() - m_offset) / bytesEach) {
        m_offset = start;
        return fail(Code::NotCbor, std::string("cut off: ") + what);
    }
    return static_cast<std::size_t>(result->value);
}

Result<std::uint64_t> CborReader::unsignedInt() {
    const auto result = expect(cbor::Unsigned, "an unsigned integer");
    if (!result) {
        return result.error();
    }
    return result->value;
}

Result<std::int64_t> CborReader::integer() {
    const std::size_t start = m_offset;
    const auto result = head();
    if (!result) {
        return result.error();
    }
    if (result->major > cbor::Negative) {
        m_offset = start;
        return fail(Code::NotCbor, "expected an integer");
    }
    if (result->value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
        m_offset = start;
        return fail(Code::OutOfRange, "an integer does not fit 64 bits");
    }
    const auto value = static_cast<std::int64_t>(result->value);
    return result->major == cbor::Negative ? -1 - value : value;
}

Result<ByteView> CborReader::bytes() {
    return chunk(cbor::ByteString, "a byte string");
}

Result<std::string_view> CborReader::text() {
    const std::size_t start = m_offset;
    const auto result = chunk(cbor::TextString, "a text");
    if (!result) {
        return result.error();
    }
    const std::string_view view(reinterpret_cast<const char*>(result->data()), result->size());
    if (!isUtf8(view)) {
        m_offset = start;
        return fail(Code::BadText, "a text is not UTF-8");
    }
    return view;
}

Result<std::size_t> CborReader::array() {
    return count(cbor::Array, 1, "an array");
}

Result<std::size_t> CborReader::map() {
    return count(cbor::Map, 2, "a map");
}

Result<std::uint64_t> CborReader::tag() {
    const auto result = expect(cbor::Tag, "a tag");
    if (!result) {
        return result.error();
    }
    return result->value;
}

Result<bool> CborReader::boolean() {
    if (peek() != CborType::Boolean) {
        return fail(Code::NotCbor, "expected true or false");
    }
    return (m_input[m_offset++] & 31U) == kInfoTrue;
}

Status CborReader::null() {
    if (peek() != CborType::Null) {
        return fail(Code::NotCbor, "expected null");
    }
    ++m_offset;
    return {};
}

Result<float> CborReader::number() {
    const std::size_t start = m_offset;
    const auto result = expect(cbor::Simple, "a number");
    if (!result) {
        return result.error();
    }
    float value = 0;
    if (result->info == kInfoFloat16) {
        value = fromFloat16(result->value);
    } else if (result->info == kInfoFloat32) {
        value = std::bit_cast<float>(static_cast<std::uint32_t>(result->value));
    } else {
        m_offset = start;
        return result->info == kInfoFloat64 ? fail(Code::NotCanonical, "a number has 64 bits")
                                            : fail(Code::NotCbor, "expected a number");
    }
    if (!std::isfinite(value)) {
        m_offset = start;
        return fail(Code::OutOfRange, "a number is not finite");
    }
    return value;
}

Status CborReader::skip(int maxDepth) {
    const std::size_t start = m_offset;
    Status result = skipItem(maxDepth);
    if (!result) {
        m_offset = start;
    }
    return result;
}

Status CborReader::skipItem(int maxDepth) {
    const auto start = head();
    if (!start) {
        return start.error();
    }
    const std::size_t left = m_input.size() - m_offset;
    std::uint64_t items = 0;
    switch (start->major) {
    case cbor::ByteString:
    case cbor::TextString:
        if (start->value > left) {
            return fail(Code::NotCbor, "a string is cut off");
        }
        m_offset += static_cast<std::size_t>(start->value);
        return {};
    case cbor::Array:
        items = start->value;
        break;
    case cbor::Map:
        if (start->value > left / 2) {
            return fail(Code::NotCbor, "a map is cut off");
        }
        items = 2 * start->value;
        break;
    case cbor::Tag:
        items = 1;
        break;
    case cbor::Simple:
        // Two-byte forms of the simple values below 32 are not well-formed.
        if (start->info == kInfoOneByte && start->value < 32) {
            return fail(Code::NotCbor, "a simple value is malformed");
        }
        return {};
    default:
        return {};
    }
    if (items > left) {
        return fail(Code::NotCbor, "an array is cut off");
    }
    if (maxDepth <= 0) {
        return fail(Code::NestingTooDeep);
    }
    for (; items != 0; --items) {
        if (Status inner = skipItem(maxDepth - 1); !inner) {
            return inner;
        }
    }
    return {};
}

} // namespace qis::core
