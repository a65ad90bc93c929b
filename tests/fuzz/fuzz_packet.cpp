#include "record/packet.h"

#include <cstdlib>

using namespace qis::core;

namespace {

/// Stops the run where a broken invariant shows, with or without assertions compiled in.
void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    const auto decoded = decodePacket(input);
    if (!decoded) {
        require(decoded.code() != Code::None && decoded.code() < Code::Duplicate);
        return 0;
    }
    require(size <= kMaxPacketBytes);
    const Packet& packet = decoded->packet;
    const Bytes again = encodePacket(packet);
    require(std::equal(again.begin(), again.end(), input.begin(), input.end()));
    require(decoded->bytes == again);
    require(packetSize(packet.issued, packet.link, packet.content) == size);
    require(checkContent(packet.content).ok());

    const auto twice = decodePacket(again);
    require(twice.ok() && twice->packet == packet && twice->id == decoded->id);
    require(twice->toBeSigned == decoded->toBeSigned);
    return 0;
}
