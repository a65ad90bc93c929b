#include "similarity/coarse.h"

#include "record/cbor.h"
#include "similarity/definition_check.h"

#include <limits>

namespace qis::core {

namespace {

constexpr std::size_t kMaxLines = 4096;
constexpr std::size_t kMaxClasses = 64;

void writeClasses(CborWriter& out, const std::vector<std::uint32_t>& classes) {
    out.array(classes.size());
    for (const auto code : classes) {
        out.unsignedInt(code);
    }
}

Result<std::size_t> readCount(CborReader& in, std::size_t least, std::size_t most) {
    auto count = in.array();
    if (count && (count.value() < least || count.value() > most)) {
        return fail(Code::BadFrame, "a list is too short or too long");
    }
    return count;
}

Result<std::vector<std::uint32_t>> readClasses(CborReader& in, std::size_t most) {
    const auto count = readCount(in, 0, most);
    if (!count) {
        return count.error();
    }
    std::vector<std::uint32_t> classes;
    for (std::size_t i = 0; i < count.value(); ++i) {
        const auto code = in.unsignedInt();
        if (!code) {
            return code.error();
        }
        if (code.value() > std::numeric_limits<std::uint32_t>::max()) {
            return fail(Code::BadFrame, "a class is out of range");
        }
        classes.push_back(static_cast<std::uint32_t>(code.value()));
    }
    return classes;
}

Result<PackHash> readPack(CborReader& in) {
    const auto bytes = in.bytes();
    if (!bytes) {
        return bytes.error();
    }
    const auto pack = PackHash::from(bytes.value());
    if (!pack) {
        return fail(Code::BadFrame, "a pack hash has 8 bytes");
    }
    return *pack;
}

Result<CoarseInterest> readInterest(CborReader& in) {
    if (const auto count = readCount(in, 3, 3); !count) {
        return count.error();
    }
    const auto pack = readPack(in);
    if (!pack) {
        return pack.error();
    }
    const auto swappable = in.boolean();
    if (!swappable) {
        return swappable.error();
    }
    const auto slots = readCount(in, 0, kMaxRoutingSlots);
    if (!slots) {
        return slots.error();
    }
    CoarseInterest interest{pack.value(), {}, swappable.value()};
    for (std::size_t i = 0; i < slots.value(); ++i) {
        auto classes = readClasses(in, kMaxClasses);
        if (!classes) {
            return classes.error();
        }
        for (std::size_t j = 1; j < classes.value().size(); ++j) {
            if (classes.value()[j] <= classes.value()[j - 1]) {
                return fail(Code::NotCanonical, "classes do not ascend");
            }
        }
        interest.slots.push_back(std::move(classes).value());
    }
    return interest;
}

bool sameBytes(const Bytes& a, ByteView b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

} // namespace

Bytes encodeCoarse(const CoarsePacket& packet) {
    CborWriter out;
    out.array(2);
    out.bytes(packet.pack.view());
    writeClasses(out, packet.classes);
    return out.take();
}

Result<CoarsePacket> decodeCoarsePacket(ByteView bytes) {
    CborReader in(bytes);
    if (const auto count = readCount(in, 2, 2); !count) {
        return count.error();
    }
    const auto pack = readPack(in);
    if (!pack) {
        return pack.error();
    }
    auto classes = readClasses(in, kMaxRoutingSlots);
    if (!classes) {
        return classes.error();
    }
    CoarsePacket packet{pack.value(), std::move(classes).value()};
    if (!sameBytes(encodeCoarse(packet), bytes)) {
        return fail(Code::NotCanonical, "not the deterministic encoding of a coarse packet");
    }
    return packet;
}

Bytes encodeInterests(const CoarseInterests& interests) {
    CborWriter out;
    out.array(interests.size());
    for (const auto& interest : interests) {
        out.array(3);
        out.bytes(interest.pack.view());
        out.boolean(interest.swappable);
        out.array(interest.slots.size());
        for (const auto& slot : interest.slots) {
            writeClasses(out, slot);
        }
    }
    return out.take();
}

Result<CoarseInterests> decodeInterests(ByteView bytes) {
    CborReader in(bytes);
    const auto count = readCount(in, 0, kMaxLines);
    if (!count) {
        return count.error();
    }
    CoarseInterests interests;
    for (std::size_t i = 0; i < count.value(); ++i) {
        auto interest = readInterest(in);
        if (!interest) {
            return interest.error();
        }
        interests.insert(std::move(interest).value());
    }
    // Also finds lines twice or out of order, long heads and bytes after the end.
    if (!sameBytes(encodeInterests(interests), bytes)) {
        return fail(Code::NotCanonical, "not the deterministic encoding of these interests");
    }
    return interests;
}

} // namespace qis::core
