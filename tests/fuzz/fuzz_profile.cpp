// Profiles as typed: whatever parses has a coarse form that peers can read.
#include "crypto/sodium.h"
#include "node/profile.h"
#include "source_dir.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace qis::core;
    static const auto kCatalogue = [] {
        if (!initCrypto()) {
            std::abort();
        }
        return Catalogue::load(QIS_SOURCE_DIR "/resources");
    }();
    if (!kCatalogue) {
        std::abort();
    }
    const auto profile = parseProfile({reinterpret_cast<const char*>(data), size}, **kCatalogue);
    if (profile) {
        const auto coarse = decodeInterests(encodeInterests({profile->coarse}));
        if (!coarse || *coarse != CoarseInterests{profile->coarse}) {
            std::abort();
        }
    }
    return 0;
}
