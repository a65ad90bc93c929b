#include "record/cbor.h"

#include <cstdlib>

using namespace qis::core;

namespace {

constexpr int kMaxDepth = 16;

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

/// Reads one item whatever it is and writes it back; false where the reader refuses it.
bool walk(CborReader& in, CborWriter& out, int depth) {
    const std::size_t start = in.offset();
    const auto copy = [&](const auto& value, auto write) {
        require(value.ok() ? in.offset() > start : in.offset() == start);
        if (value.ok()) {
            write(*value);
        }
        return value.ok();
    };
    const auto members = [&](std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            if (!walk(in, out, depth - 1)) {
                return false;
            }
        }
        return true;
    };
    switch (in.peek()) {
    case CborType::Unsigned:
        return copy(in.unsignedInt(), [&](std::uint64_t value) { out.unsignedInt(value); });
    case CborType::Negative:
        return copy(in.integer(), [&](std::int64_t value) { out.integer(value); });
    case CborType::ByteString:
        return copy(in.bytes(), [&](ByteView value) { out.bytes(value); });
    case CborType::Text:
        return copy(in.text(), [&](std::string_view value) {
            require(isUtf8(value));
            out.text(value);
        });
    case CborType::Boolean:
        return copy(in.boolean(), [&](bool value) { out.boolean(value); });
    case CborType::Float:
        return copy(in.number(), [&](float value) { out.number(value); });
    case CborType::Null:
        require(in.null().ok());
        out.null();
        return true;
    case CborType::Array: {
        std::size_t count = 0;
        return copy(in.array(), [&](std::size_t size) { out.array(count = size); }) && depth > 0 && members(count);
    }
    case CborType::Map: {
        std::size_t count = 0;
        return copy(in.map(), [&](std::size_t size) { out.map(count = size); }) && depth > 0 && members(2 * count);
    }
    case CborType::Tag:
        return copy(in.tag(), [&](std::uint64_t value) { out.tag(value); }) && depth > 0 && members(1);
    case CborType::Other:
        return in.skip(kMaxDepth).ok() && false;
    }
    return false;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    CborReader in(input);
    CborWriter out;
    while (!in.atEnd()) {
        const std::size_t start = in.offset();
        const std::size_t written = out.size();
        CborReader skipped = in;
        const bool whole = walk(in, out, kMaxDepth);
        const bool skips = skipped.skip(kMaxDepth).ok();
        if (!whole) {
            break;
        }
        // What can be read can be skipped, to the same place, and its shortest form reads the same.
        require(skips && skipped.offset() == in.offset());
        require(out.size() - written <= in.consumedSince(start).size());
        const Bytes shortest(out.result().begin() + static_cast<std::ptrdiff_t>(written), out.result().end());
        CborReader second(shortest);
        CborWriter again;
        require(walk(second, again, kMaxDepth) && second.atEnd() && again.result() == shortest);
    }

    // Each read in front of anything either moves on or stays.
    for (int read = 0; read < 9; ++read) {
        CborReader one(input);
        const bool ok = read == 0   ? one.unsignedInt().ok()
                        : read == 1 ? one.integer().ok()
                        : read == 2 ? one.bytes().ok()
                        : read == 3 ? one.text().ok()
                        : read == 4 ? one.array().ok()
                        : read == 5 ? one.map().ok()
                        : read == 6 ? one.tag().ok()
                        : read == 7 ? one.number().ok()
                                    : one.skip(2).ok();
        require(ok == (one.offset() != 0));
    }
    return 0;
}
