#include "crypto/sodium.h"
#include "domain/compose.h"
#include "domain/question.h"
#include "support/shipped.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace qis::core;

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

} // namespace

/// Whatever is read as a pack must be usable afterwards; whatever is refused must say why.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const bool ready = initCrypto().ok();
    require(ready);
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto& systems = qis::test::shippedSystems();
    const auto pack = Pack::parse(text, systems);
    if (!pack) {
        require(pack.code() == Code::BadPack && !pack.error().detail.empty());
        return 0;
    }
    require(!pack->licence.empty() && !pack->bases.empty() && pack->examples.size() >= 3);
    require(meaningHashOf(*pack, systems, UINT32_MAX) == pack->hash);
    for (const auto& field : pack->fields) {
        require(pack->field(field.name) == &field && pack->field(field.side, field.number) == &field);
    }
    require(!jsonSchema(*pack, systems).empty());
    for (const auto& example : pack->examples) {
        const auto result = compose(*pack, systems, example);
        require(result.composed.has_value());
        require(checkAgainstPack(*pack, systems, result.composed->content).ok());
        for (const auto& question : pack->questions) {
            (void)isEvent(*pack, systems, question, result.composed->content.outcome);
        }
    }
    return 0;
}
