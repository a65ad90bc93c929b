#include "similarity/definition.h"

#include "crypto/sodium.h"
#include "record/cbor.h"
#include "similarity/definition_check.h"

#include <algorithm>
#include <limits>

namespace qis::core {

namespace {

constexpr std::uint64_t kFormat = 1;
constexpr std::size_t kHeadItems = 7;
constexpr std::size_t kDimensionItems = 14;

/// Reads item after item and keeps the first thing that is wrong; what follows yields zeros.
class Reader {
public:
    explicit Reader(ByteView bytes)
        : m_cbor(bytes) {}

    [[nodiscard]] bool ok() const { return m_status.ok(); }
    [[nodiscard]] const Status& status() const { return m_status; }
    [[nodiscard]] bool atEnd() const { return m_cbor.atEnd(); }

    std::int64_t within(std::int64_t least, std::int64_t most, const char* member) {
        const auto value = take(m_cbor, &CborReader::integer, member);
        if (value < least || value > most) {
            refuse("a number is out of range", member);
            return least;
        }
        return value;
    }
    template <class T> T number(const char* member) {
        return static_cast<T>(within(0, std::numeric_limits<T>::max(), member));
    }
    template <class T> T choice(T last, const char* member) {
        return static_cast<T>(within(0, static_cast<std::int64_t>(last), member));
    }
    std::string text(const char* member) { return std::string(take(m_cbor, &CborReader::text, member)); }
    PackHash pack() {
        const auto hash = PackHash::from(take(m_cbor, &CborReader::bytes, "pack"));
        if (!hash) {
            refuse("a pack hash has 8 bytes", "pack");
        }
        return hash.value_or(PackHash{});
    }
    /// Number of items, 0 once anything is wrong.
    std::size_t items(std::size_t least, std::size_t most, const char* member) {
        const auto count = take(m_cbor, &CborReader::array, member);
        if (count < least || count > most) {
            refuse("a list is too short or too long", member);
        }
        return ok() ? count : 0;
    }

private:
    void refuse(const char* detail, const char* member) {
        if (ok()) {
            m_status = fail(Code::BadDefinition, detail, member);
        }
    }
    template <class T> T take(CborReader& reader, Result<T> (CborReader::*read)(), const char* member) {
        if (!ok()) {
            return T{};
        }
        auto result = (reader.*read)();
        if (!result) {
            Error error = result.error();
            error.field = member;
            m_status = std::move(error);
            return T{};
        }
        return result.value();
    }

    CborReader m_cbor;
    Status m_status;
};

void writeDimension(CborWriter& out, const Dimension& dimension) {
    out.array(kDimensionItems);
    out.text(dimension.id);
    out.text(dimension.label);
    out.unsignedInt(static_cast<std::uint64_t>(dimension.side));
    out.array(dimension.fields.size());
    for (const auto number : dimension.fields) {
        out.unsignedInt(number);
    }
    out.unsignedInt(dimension.weight);
    out.unsignedInt(static_cast<std::uint64_t>(dimension.kernel));
    out.text(dimension.system);
    out.array(dimension.table.size());
    for (const auto similarity : dimension.table) {
        out.integer(similarity);
    }
    out.array(dimension.curve.size() * 2);
    for (const auto& point : dimension.curve) {
        out.integer(point.x);
        out.integer(point.y);
    }
    out.integer(dimension.swapFactor);
    out.integer(dimension.floor);
    out.unsignedInt(static_cast<std::uint64_t>(dimension.missing));
    out.integer(dimension.missingValue);
    out.unsignedInt(dimension.routingLevel);
}

Dimension readDimension(Reader& in) {
    Dimension dimension;
    static_cast<void>(in.items(kDimensionItems, kDimensionItems, "dimensions"));
    dimension.id = in.text("dimensions.id");
    dimension.label = in.text("dimensions.label");
    dimension.side = in.choice(Side::Outcome, "dimensions.side");
    dimension.fields.resize(in.items(1, 2, "dimensions.fields"));
    for (auto& number : dimension.fields) {
        number = static_cast<std::uint32_t>(in.within(0, kMaxFieldNumber, "dimensions.fields"));
    }
    dimension.weight = in.number<std::uint16_t>("dimensions.weight");
    dimension.kernel = in.choice(KernelKind::RatioCurve, "dimensions.kernel");
    dimension.system = in.text("dimensions.system");
    dimension.table.resize(in.items(0, kMaxTable, "dimensions.table"));
    for (auto& similarity : dimension.table) {
        similarity = in.number<std::int32_t>("dimensions.table");
    }
    const std::size_t numbers = in.items(0, kMaxCurve * 2, "dimensions.curve");
    dimension.curve.resize(numbers / 2);
    for (auto& point : dimension.curve) {
        point.x = in.number<std::int64_t>("dimensions.curve");
        point.y = in.number<std::int32_t>("dimensions.curve");
    }
    if (numbers % 2 != 0) {
        static_cast<void>(in.number<std::int64_t>("dimensions.curve")); // re-encoding finds it
    }
    dimension.swapFactor = in.number<std::int32_t>("dimensions.swap_factor");
    dimension.floor = in.number<std::int32_t>("dimensions.floor");
    dimension.missing = in.choice(MissingPolicy::AsValue, "dimensions.missing");
    dimension.missingValue = in.number<std::int32_t>("dimensions.missing");
    dimension.routingLevel = in.number<std::uint8_t>("dimensions.routing_level");
    return dimension;
}

} // namespace

Bytes Definition::encode() const {
    CborWriter out;
    out.array(kHeadItems);
    out.unsignedInt(kFormat);
    out.text(id);
    out.unsignedInt(version);
    out.bytes(pack.view());
    out.integer(theta);
    out.integer(minCoverage);
    out.array(dimensions.size());
    for (const auto& dimension : dimensions) {
        writeDimension(out, dimension);
    }
    return out.take();
}

Result<Definition> Definition::decode(ByteView bytes) {
    if (bytes.size() > kMaxDefinitionBytes) {
        return fail(Code::BadDefinition, "larger than 256 KiB");
    }
    Reader in(bytes);
    Definition definition;
    static_cast<void>(in.items(kHeadItems, kHeadItems, "definition"));
    if (in.number<std::int64_t>("format") != kFormat && in.ok()) {
        return fail(Code::BadDefinition, "this format of definitions is not known", "format");
    }
    definition.id = in.text("id");
    definition.version = in.number<std::uint32_t>("version");
    definition.pack = in.pack();
    definition.theta = in.number<std::int32_t>("theta");
    definition.minCoverage = in.number<std::int32_t>("min_coverage");
    const std::size_t count = in.items(1, kMaxDimensions, "dimensions");
    for (std::size_t i = 0; i < count && in.ok(); ++i) {
        definition.dimensions.push_back(readDimension(in));
    }
    if (!in.ok()) {
        return in.status().error();
    }
    if (!in.atEnd()) {
        return fail(Code::TrailingBytes, "bytes after the definition");
    }
    if (auto status = checkDefinition(definition); !status) {
        return status.error();
    }
    const Bytes again = definition.encode();
    if (!std::equal(again.begin(), again.end(), bytes.begin(), bytes.end())) {
        return fail(Code::NotCanonical, "not the deterministic encoding of this definition");
    }
    definition.hash = blake2b256(bytes);
    return definition;
}

} // namespace qis::core
