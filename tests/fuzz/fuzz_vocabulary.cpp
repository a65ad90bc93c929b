#include "vocabulary/code_system.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// Whatever is read as a vocabulary must be usable afterwards; whatever is refused must say why.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace qis::core;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto parsed = CodeSystem::parse(text);
    if (!parsed) {
        if (parsed.code() != Code::BadVocabulary || parsed.error().detail.empty()) {
            std::abort();
        }
    } else {
        const CodeSystem& system = *parsed;
        for (const auto& term : system.terms()) {
            const auto& path = system.path(term.code);
            if (path.empty() || path.size() > 16 || path.back() != term.code || system.findId(term.id) != &term ||
                system.sharedDepth(term.code, path.front()) != 1) {
                std::abort();
            }
        }
        const TermSearch search(system);
        for (const auto& hit : search.find(system.terms().front().name, 3)) {
            if (system.find(hit.code) == nullptr) {
                std::abort();
            }
        }
    }
    const std::string folded = foldForSearch(text);
    if (foldForSearch(folded) != folded) {
        std::abort();
    }
    return 0;
}
