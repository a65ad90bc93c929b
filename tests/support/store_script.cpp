#include "support/store_script.h"

namespace qis::testing {

using namespace qis::core;

namespace {

template <class Fixed> Fixed patternOf(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    Fixed result;
    std::uint64_t state = a * 0x9E3779B97F4A7C15ULL + b * 0xD1B54A32D192ED03ULL + c + 1;
    for (auto& byte : result.bytes) {
        state ^= state << 13U;
        state ^= state >> 7U;
        state ^= state << 17U;
        byte = static_cast<std::uint8_t>(state >> 24U);
    }
    return result;
}

std::uint64_t packetsOf(std::uint64_t step) {
    return 2 + step * 7 % 11;
}
std::uint64_t firstSequence(std::uint64_t step) {
    return step * 16 + 1;
}
std::string refOf(std::uint64_t step) {
    return "step-" + std::to_string(step);
}
/// Profiles above those that a test may have added.
constexpr std::int64_t kProfile = 1000;

} // namespace

AuthorKey authorOf(std::uint8_t number) {
    return patternOf<AuthorKey>(number, 17, 3);
}

DecodedPacket packetOf(std::uint8_t author, std::uint64_t sequence, std::uint8_t salt, Kind kind) {
    DecodedPacket decoded;
    decoded.packet.author = authorOf(author);
    decoded.packet.issued = 1'700'000'000 + static_cast<Seconds>(sequence) * 60;
    decoded.packet.link.sequence = sequence;
    if (sequence > 1) {
        decoded.packet.link.previous = shortId(patternOf<PacketId>(author, sequence - 1, 0));
    }
    decoded.packet.content.kind = kind;
    decoded.packet.content.pack = patternOf<PackHash>(5, 5, 5);
    decoded.id = patternOf<PacketId>(author, sequence, salt);
    while (decoded.bytes.size() < 220 + sequence % 200) {
        decoded.bytes.push_back(decoded.id.bytes[decoded.bytes.size() % 32]);
    }
    return decoded;
}

NewPacket newPacket(const DecodedPacket& decoded, bool toOutbox) {
    NewPacket packet;
    packet.decoded = &decoded;
    packet.received = decoded.packet.issued * 1000;
    packet.coarse = {1, 2, 3};
    packet.toOutbox = toOutbox;
    return packet;
}

Status applyStep(Store& store, std::uint64_t step) {
    return store.transaction([&]() -> Status {
        for (std::uint64_t i = 0; i < packetsOf(step); ++i) {
            const auto decoded = packetOf(1, firstSequence(step) + i);
            const auto inserted = store.insertPacket(newPacket(decoded, true));
            if (!inserted) {
                return inserted.error();
            }
            const auto matched = store.addMatch({kProfile, inserted->row, 500, 900});
            if (!matched) {
                return matched.error();
            }
        }
        const auto foreign = packetOf(static_cast<std::uint8_t>(2 + step % 5), step + 1);
        auto passedOn = newPacket(foreign);
        passedOn.origin = authorOf(static_cast<std::uint8_t>(10 + step % 3));
        if (const auto inserted = store.insertPacket(passedOn); !inserted) {
            return inserted.error();
        }
        if (auto status = store.setRef(refOf(step), {foreign.id, 0}); !status) {
            return status;
        }
        return store.setSetting(refOf(step), foreign.bytes);
    });
}

Presence presenceOf(Store& store, std::uint64_t step) {
    std::uint64_t present = 0;
    std::uint64_t expected = 0;
    bool readable = true;
    const auto count = [&](bool ok, bool there) {
        readable = readable && ok;
        present += ok && there ? 1U : 0U;
        ++expected;
    };
    const auto countPacket = [&](const DecodedPacket& decoded) {
        const auto found = store.findPacket(decoded.id);
        count(found.ok(), found.ok() && found->has_value() && (**found).bytes == decoded.bytes &&
                              (**found).author == decoded.packet.author);
    };
    for (std::uint64_t i = 0; i < packetsOf(step); ++i) {
        countPacket(packetOf(1, firstSequence(step) + i));
    }
    const auto foreign = packetOf(static_cast<std::uint8_t>(2 + step % 5), step + 1);
    countPacket(foreign);
    const auto ref = store.findRef(refOf(step));
    count(ref.ok(), ref.ok() && ref->has_value() && (**ref).packet == foreign.id);
    const auto setting = store.setting(refOf(step));
    count(setting.ok(), setting.ok() && setting->has_value() && **setting == foreign.bytes);
    if (!readable) {
        return Presence::Unreadable;
    }
    if (present == 0) {
        return Presence::Absent;
    }
    return present == expected ? Presence::Whole : Presence::Partial;
}

} // namespace qis::testing
