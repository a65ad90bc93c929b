// Frames from peers: whatever decodes has exactly one encoding.
#include "routing/frames.h"

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const qis::core::ByteView input(data, size);
    const auto frame = qis::core::decodeFrame(input);
    if (frame && !std::ranges::equal(qis::core::encodeFrame(*frame), input)) {
        std::abort();
    }
    return 0;
}
