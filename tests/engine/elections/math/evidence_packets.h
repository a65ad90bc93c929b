#pragma once

#include "crypto/sodium.h"
#include "domain/compose.h"
#include "elections/math/evidence.h"
#include "support/shipped.h"

#include <QtGlobal>

/// Matched packets for tests of evidence.
namespace qis::test {

using namespace qis::core;

inline Content contentOf(const std::string& json) {
    auto composed = compose(shippedPacks(), shippedSystems(), json);
    if (!composed.composed) {
        qFatal("does not compose: %s", json.c_str());
    }
    return std::move(composed.composed->content);
}

/// A drug interaction with this outcome side and the rest of the object.
inline Content interaction(const std::string& outcome, const std::string& rest = {}) {
    return contentOf(R"({"pack":"ddi","condition":{"object_drug":"warfarin","precipitant_drug":"fluconazole",)"
                     R"("sex":"female","age_band":"65-74"},"outcome":)" +
                     outcome + R"(,"confidence":50)" + rest + "}");
}

inline const std::string kBleed = R"({"effect":"gastrointestinal-bleeding","observed":true})";
inline const std::string kNoBleed = R"({"effect":"gastrointestinal-bleeding","observed":false})";

inline Content table(std::uint64_t a, std::uint64_t b, std::uint64_t c, std::uint64_t d) {
    auto content =
        contentOf(R"({"pack":"trial","condition":{"vaccine":"bcg","year":1948},)"
                  R"("outcome":{"endpoint":"tuberculosis"},"basis":{"kind":"table","a":1,"b":1,"c":1,"d":1}})");
    content.basis = Table{a, b, c, d};
    return content;
}

/// The number tells packets apart and orders their ids; the sequence grows with it.
inline EvidencePacket packet(std::uint8_t site, std::uint32_t number, Content content) {
    EvidencePacket result;
    const std::array<std::uint8_t, 5> seed{site, static_cast<std::uint8_t>(number >> 24U),
                                           static_cast<std::uint8_t>(number >> 16U),
                                           static_cast<std::uint8_t>(number >> 8U), static_cast<std::uint8_t>(number)};
    result.id.bytes = blake2b256(seed).bytes;
    result.site.bytes.fill(site);
    result.author.bytes.fill(site);
    result.sequence = number;
    result.issued = 1'700'000'000 + Seconds{number} * 60;
    result.content = std::move(content);
    return result;
}

inline EvidencePacket amendmentOf(const EvidencePacket& target, std::uint32_t number, Content content) {
    auto result = packet(target.site.bytes[0], number, std::move(content));
    result.content.kind = Kind::Amendment;
    result.content.target = shortId(target.id);
    return result;
}

inline Evidence asked(const char* question, std::vector<EvidencePacket> packets) {
    return gatherEvidence(ddi(), shippedSystems(), *ddi().question(question), std::move(packets));
}

inline Evidence tables(std::vector<EvidencePacket> packets) {
    return gatherEvidence(trial(), shippedSystems(), *trial().question("infection"), std::move(packets));
}

} // namespace qis::test
