#include "support/many_matches.h"

#include "crypto/sodium.h"
#include "demo/authors.h"
#include "domain/compose.h"
#include "record/cose.h"
#include "store/store.h"

#include <algorithm>
#include <random>

namespace qis::testing {

using namespace qis::core;

namespace {

constexpr Seconds kEnd = 1'790'000'000;
constexpr std::size_t kDistinct = 2000;
constexpr std::size_t kRetractedEvery = 50;
constexpr AuthorKey kNobody{};

struct Told {
    std::size_t site = 0;
    Content content;
};

Result<std::vector<Told>> stories(const Catalogue& catalogue, std::uint64_t seed, std::size_t count) {
    std::vector<Told> all;
    for (const auto& act : DemoScenario(seed).history(kEnd, count)) {
        if (act.target) {
            continue;
        }
        auto composed = compose(catalogue.plainPacks(), catalogue.systems(), act.outcome);
        if (!composed.composed) {
            return fail(Code::Internal, "an invented outcome is not one");
        }
        all.push_back({act.site, std::move(composed.composed->content)});
    }
    return all;
}

/// Whole but for its signature.
Result<DecodedPacket> packetOf(const AuthorKey& author, ChainLink& last, Seconds issued, const Content& content) {
    Packet packet;
    packet.author = author;
    packet.issued = issued - issued % 60;
    packet.link = {last.sequence + 1, last.previous};
    packet.content = content;
    auto decoded = decodePacket(encodePacket(packet));
    if (decoded) {
        last = {packet.link.sequence, shortId(decoded->id)};
    }
    return decoded;
}

} // namespace

Status addManyMatches(const std::filesystem::path& home, const std::filesystem::path& resources,
                      const std::string& profile, std::size_t count, std::uint64_t seed) {
    if (auto ready = initCrypto(); !ready) {
        return ready;
    }
    const auto catalogue = Catalogue::load(resources);
    auto store = Store::open({home / "store.sqlite", kNobody, false});
    const auto authors = DemoAuthors::make(kEnd);
    if (!catalogue || !store || !authors) {
        return !catalogue ? catalogue.error() : !store ? store.error() : authors.error();
    }
    const auto told = stories(**catalogue, seed, std::min(count, kDistinct));
    const auto profiles = (*store)->profiles();
    if (!told || !profiles) {
        return told ? profiles.error() : told.error();
    }
    const auto wanted =
        std::find_if(profiles->begin(), profiles->end(), [&](const StoredProfile& one) { return one.name == profile; });
    if (wanted == profiles->end() || told->empty()) {
        return fail(Code::NotFound, "there is no such profile", "profile");
    }
    std::mt19937_64 random(seed);
    const auto draw = [&random](std::uint64_t below) { return static_cast<int>(random() % below); };
    std::vector<ChainLink> chains(kDemoSites, ChainLink{0, std::nullopt});
    return (*store)->transaction([&]() -> Status {
        for (const auto& site : authors->documents()) {
            if (auto saved = (*store)->saveDocument(site.hash, "site", site.bytes); !saved) {
                return saved;
            }
        }
        for (std::size_t i = 0; i < count; ++i) {
            const auto& one = (*told)[i % told->size()];
            const auto issued = kEnd - 500 * 86400 + draw(499 * 86400);
            const auto decoded = packetOf(authors->documents()[one.site].signer, chains[one.site], issued, one.content);
            if (!decoded) {
                return decoded.error();
            }
            NewPacket packet;
            packet.decoded = &*decoded;
            packet.received = (issued + draw(86400)) * 1000;
            const auto inserted = (*store)->insertPacket(packet);
            if (!inserted) {
                return inserted.error();
            }
            const auto added = (*store)->addMatch({wanted->number, inserted->row, 600 + draw(401), 300 + draw(701)});
            if (!added) {
                return added.error();
            }
            if (i % kRetractedEvery == 0) {
                if (auto marked = (*store)->markRetracted(decoded->id, inserted->row); !marked) {
                    return marked;
                }
            }
        }
        return {};
    });
}

} // namespace qis::testing
