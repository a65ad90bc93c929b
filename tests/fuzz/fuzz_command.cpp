// Requests on the control socket, as far as they need no home.
#include "crypto/sodium.h"
#include "node/commands.h"
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
    const SystemClock clock;
    int answers = 0;
    Commands(*kCatalogue, clock, nullptr)
        .run({reinterpret_cast<const char*>(data), size}, [&answers](const qis::CommandAnswer& answer) {
            ++answers;
            if (answer.exitCode != 0 && answer.errors.empty()) {
                std::abort(); // a refusal without a reason
            }
        });
    if (answers != 1) {
        std::abort();
    }
    return 0;
}
