#include "crypto/sodium.h"
#include "domain/compose.h"
#include "domain/question.h"
#include "record/packet.h"
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

void composeWith(const Pack& pack, std::string_view text) {
    const auto& systems = qis::test::shippedSystems();
    const auto result = compose(pack, systems, text);
    require(result.problems.empty() == result.composed.has_value());
    for (const auto& problem : result.problems) {
        require(problem.code != Code::None && !problem.detail.empty());
    }
    if (!result.composed) {
        return;
    }
    const auto& composed = *result.composed;
    require(composed.bytes <= kMaxPacketBytes && !composed.sentence.empty());
    require(checkContent(composed.content).ok());
    require(checkAgainstPack(pack, systems, composed.content).ok());
    Packet packet;
    packet.issued = 1'900'000'020;
    packet.link = {100'000, ShortId()};
    packet.content = composed.content;
    const auto bytes = encodePacket(packet);
    require(bytes.size() == composed.bytes);
    const auto decoded = decodePacket(bytes);
    require(decoded.ok() && decoded->packet == packet);

    const auto again = compose(pack, systems, toOutcomeJson(pack, systems, composed.content));
    require(again.composed && again.composed->content == composed.content);
    require(again.composed->sentence == composed.sentence);
    for (const auto& question : pack.questions) {
        (void)isEvent(pack, systems, question, composed.content.outcome);
    }
}

} // namespace

/// Whatever is composed fits a packet and the pack, and reads back as the same content.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const bool ready = initCrypto().ok();
    require(ready);
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    composeWith(qis::test::ddi(), text);
    composeWith(qis::test::trial(), text);
    const auto either = compose(qis::test::shippedPacks(), qis::test::shippedSystems(), text);
    require(either.problems.empty() == either.composed.has_value());
    return 0;
}
