#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <cstdint>
#include <string_view>

namespace qis::core {

/// Writes deterministic CBOR (RFC 8949 section 4.2.1): shortest lengths, definite sizes. Map keys
/// are the caller's to order.
class CborWriter {
public:
    void unsignedInt(std::uint64_t value);
    void integer(std::int64_t value);
    void bytes(ByteView value);
    void text(std::string_view value);
    void array(std::size_t count);
    void map(std::size_t count);
    void tag(std::uint64_t value);
    void boolean(bool value);
    void null();
    /// As float16 where that keeps the value, else as float32.
    void number(float value);
    /// Appends bytes that are CBOR already.
    void raw(ByteView encoded);

    void reserve(std::size_t size) { m_out.reserve(size); }
    [[nodiscard]] const Bytes& result() const { return m_out; }
    [[nodiscard]] Bytes take() { return std::move(m_out); }
    [[nodiscard]] std::size_t size() const { return m_out.size(); }
    void clear() { m_out.clear(); }

private:
    void head(std::uint8_t major, std::uint64_t value);
    Bytes m_out;
};

enum class CborType : std::uint8_t {
    Unsigned,
    Negative,
    ByteString,
    Text,
    Array,
    Map,
    Tag,
    Boolean,
    Null,
    Float,
    Other,
};

/// Reads one item after another without allocating. Every length is checked against the bytes that
/// are left before it is used, so hostile input costs no memory. Longer-than-needed heads are read
/// (the caller's re-encoding finds them); indefinite lengths are refused with NotCanonical.
/// An item of another type than asked for is NotCbor. After an error the reader stays in front of the
/// item that caused it.
class CborReader {
public:
    explicit CborReader(ByteView input)
        : m_input(input) {}

    [[nodiscard]] bool atEnd() const { return m_offset == m_input.size(); }
    [[nodiscard]] std::size_t offset() const { return m_offset; }
    [[nodiscard]] ByteView consumedSince(std::size_t start) const { return m_input.subspan(start, m_offset - start); }
    /// Type of the next item; Other at the end or at a reserved head.
    [[nodiscard]] CborType peek() const;

    [[nodiscard]] Result<std::uint64_t> unsignedInt();
    /// OutOfRange for integers beyond int64.
    [[nodiscard]] Result<std::int64_t> integer();
    [[nodiscard]] Result<ByteView> bytes();
    /// Checked to be UTF-8 (BadText otherwise).
    [[nodiscard]] Result<std::string_view> text();
    [[nodiscard]] Result<std::size_t> array();
    [[nodiscard]] Result<std::size_t> map();
    [[nodiscard]] Result<std::uint64_t> tag();
    [[nodiscard]] Result<bool> boolean();
    [[nodiscard]] Status null();
    /// float16 and float32; NotCanonical for float64, OutOfRange for NaN and infinities.
    [[nodiscard]] Result<float> number();
    /// Steps over one item of any type, at most `maxDepth` levels deep (NestingTooDeep).
    [[nodiscard]] Status skip(int maxDepth);

private:
    struct Head {
        std::uint8_t major = 0;
        std::uint8_t info = 0;
        std::uint64_t value = 0;
    };
    [[nodiscard]] Result<Head> head();
    [[nodiscard]] Result<Head> expect(std::uint8_t major, const char* what);
    [[nodiscard]] Result<ByteView> chunk(std::uint8_t major, const char* what);
    [[nodiscard]] Result<std::size_t> count(std::uint8_t major, std::size_t bytesEach, const char* what);
    [[nodiscard]] Status skipItem(int maxDepth);

    ByteView m_input;
    std::size_t m_offset = 0;
};

/// Well-formed UTF-8 without surrogates or overlong forms.
[[nodiscard]] bool isUtf8(std::string_view text);

} // namespace qis::core
