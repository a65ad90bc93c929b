#include "similarity/coarse.h"

#include <algorithm>
#include <cstdlib>

namespace {

void expectSame(const qis::core::Bytes& again, qis::core::ByteView input) {
    if (!std::equal(again.begin(), again.end(), input.begin(), input.end())) {
        std::abort();
    }
}

} // namespace

/// Whatever decodes must encode to the very same bytes; bounding a set must only widen it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace qis::core;
    const ByteView input(data, size);
    if (const auto packet = decodeCoarsePacket(input)) {
        expectSame(encodeCoarse(*packet), input);
    }
    const auto interests = decodeInterests(input);
    if (!interests) {
        return 0;
    }
    expectSame(encodeInterests(*interests), input);
    auto bounded = *interests;
    boundInterests(bounded, 4);
    for (const auto& interest : *interests) {
        CoarsePacket packet{interest.pack, {}};
        for (const auto& slot : interest.slots) {
            packet.classes.push_back(slot.empty() ? 1 : slot.front());
        }
        if (!mayMatch(*interests, packet) || !mayMatch(bounded, packet)) {
            std::abort();
        }
    }
    return 0;
}
