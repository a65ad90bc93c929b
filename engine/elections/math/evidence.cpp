#include "elections/math/evidence.h"

#include "crypto/sodium.h"
#include "domain/question.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace qis::core {

namespace {

struct Contribution {
    std::uint64_t n = 0;
    std::uint64_t events = 0;
    Table table;
};

/// What one packet says to the question; nullopt when it says nothing.
std::optional<Contribution> contributionOf(const Pack& pack, const CodeSystems& systems, const Question& question,
                                           const Content& content) {
    Contribution result;
    if (question.basis == "table") {
        const auto* table = content.basis ? std::get_if<Table>(&*content.basis) : nullptr;
        if (table == nullptr) {
            return std::nullopt;
        }
        result.table = *table;
        result.n = table->a + table->b;
        result.events = table->a;
        return result;
    }
    const auto event = isEvent(pack, systems, question, content.outcome);
    if (!event) {
        return std::nullopt;
    }
    if (!content.basis || std::holds_alternative<OneCase>(*content.basis)) {
        result.n = 1;
        result.events = *event ? 1 : 0;
        return result;
    }
    if (const auto* counts = std::get_if<Counts>(&*content.basis); counts != nullptr && *event) {
        // "events of n" speaks of the outcome that the packet describes; of another one it says nothing.
        result.n = counts->n;
        result.events = counts->events;
        return result;
    }
    return std::nullopt;
}

/// Marks what a later packet of the same site replaces: targets of amendments, and earlier packets
/// with the same case commitment. What a site has amended stays replaced when it takes the amendment back:
/// it has called the first version wrong, and now says that the second is wrong too.
std::set<ShortId> supersededOf(const std::vector<EvidencePacket>& packets) {
    std::set<ShortId> result;
    std::map<ShortId, SiteId> siteOf;
    for (const auto& packet : packets) {
        siteOf[shortId(packet.id)] = packet.site;
    }
    std::map<std::tuple<SiteId, Kind, CaseCommitment>, const EvidencePacket*> cases;
    for (const auto& packet : packets) {
        if (packet.replaced) {
            result.insert(shortId(packet.id));
        }
        if (packet.suspended) {
            continue;
        }
        if (packet.content.kind == Kind::Amendment && packet.content.target) {
            const auto target = siteOf.find(*packet.content.target);
            if (target != siteOf.end() && target->second == packet.site) {
                result.insert(target->first);
            }
        }
        if (packet.content.caseCommitment && !packet.retracted) {
            auto& newest = cases[{packet.site, packet.content.kind, *packet.content.caseCommitment}];
            const auto age = [](const EvidencePacket& one) { return std::tuple(one.issued, one.sequence, one.id); };
            if (newest == nullptr || age(*newest) < age(packet)) {
                if (newest != nullptr) {
                    result.insert(shortId(newest->id));
                }
                newest = &packet;
            } else {
                result.insert(shortId(packet.id));
            }
        }
    }
    return result;
}

/// Reports in the order of their issue, sites by their place in `sites`. Those that say nothing of the
/// rate, such as a table without anybody exposed, are passed over.
struct Reports {
    struct Report {
        const EvidencePacket* packet = nullptr;
        std::uint64_t n = 0;
        std::uint64_t events = 0;
    };
    std::vector<Report> all;

    [[nodiscard]] std::vector<SeriesPoint> series(const std::map<SiteId, SiteEvidence>& sites) {
        std::sort(all.begin(), all.end(), [](const Report& a, const Report& b) {
            const auto place = [](const EvidencePacket& one) {
                return std::tie(one.issued, one.site, one.author, one.sequence, one.id);
            };
            return place(*a.packet) < place(*b.packet);
        });
        std::vector<SeriesStep> steps;
        steps.reserve(all.size());
        for (const auto& one : all) {
            const auto at = std::distance(sites.begin(), sites.find(one.packet->site));
            steps.push_back({one.packet->issued, static_cast<std::size_t>(at), one.n, one.events});
        }
        return cumulativeRates(steps, sites.size());
    }
};

void sortByRetraction(std::vector<Retraction>& retractions) {
    std::sort(retractions.begin(), retractions.end(), [](const Retraction& a, const Retraction& b) {
        return std::tie(a.retracted, a.issued, a.id) < std::tie(b.retracted, b.issued, b.id);
    });
}

/// Distributions are asked for once, of what counts now.
enum class Depth : std::uint8_t { Rates, Everything };

Evidence gather(const Pack& pack, const CodeSystems& systems, const Question& question,
                std::vector<EvidencePacket> packets, Depth depth) {
    std::sort(packets.begin(), packets.end(), [](const EvidencePacket& a, const EvidencePacket& b) {
        return std::tie(a.site, a.author, a.sequence, a.id) < std::tie(b.site, b.author, b.sequence, b.id);
    });
    packets.erase(std::unique(packets.begin(), packets.end(),
                              [](const EvidencePacket& a, const EvidencePacket& b) { return a.id == b.id; }),
                  packets.end());
    Evidence result;
    const auto superseded = supersededOf(packets);
    std::map<SiteId, SiteEvidence> sites;
    std::map<SiteId, Table> tables;
    Reports told;
    std::map<SiteId, std::size_t> places;
    std::vector<DistributedOutcome> reported;
    Bytes counted;
    for (const auto& packet : packets) {
        if (packet.suspended && !packet.retracted) {
            ++result.suspended;
            continue;
        }
        if (superseded.contains(shortId(packet.id))) {
            ++result.superseded; // taking it back as well changes nothing
            continue;
        }
        if (packet.retracted) {
            ++result.retracted;
            result.retractions.push_back({packet.id, packet.site, packet.issued, packet.retractedAt});
            continue;
        }
        const bool reports = isReport(packet.content.kind);
        if (reports) {
            reported.push_back({places.try_emplace(packet.site, places.size()).first->second, &packet.content});
        }
        const auto said = reports ? contributionOf(pack, systems, question, packet.content) : std::nullopt;
        if (!said) {
            ++result.notRecorded;
            continue;
        }
        ++result.packets;
        result.n += said->n;
        result.events += said->events;
        auto& site = sites[packet.site];
        site.site = packet.site;
        ++site.packets;
        site.n += said->n;
        site.events += said->events;
        site.controlN += said->table.c + said->table.d;
        site.controlEvents += said->table.c;
        site.latest = std::max(site.latest, packet.issued);
        if (said->n > 0) {
            told.all.push_back({&packet, said->n, said->events});
        }
        auto& table = tables[packet.site];
        for (auto* sum : {&table, &result.totals}) {
            sum->a += said->table.a;
            sum->b += said->table.b;
            sum->c += said->table.c;
            sum->d += said->table.d;
        }
        counted.insert(counted.end(), packet.id.bytes.begin(), packet.id.bytes.end());
    }
    std::vector<SiteCount> rate;
    std::vector<SiteCount> control;
    for (const auto& [id, site] : sites) {
        if (site.n > 0) {
            rate.push_back({site.n, site.events});
        }
        const auto& table = tables[id];
        if (table.c + table.d > 0) {
            control.push_back({table.c + table.d, table.c});
        }
    }
    if (!rate.empty()) {
        result.rate = cappedRate(rate);
    }
    if (question.basis == "table" && !control.empty()) {
        result.controlRate = cappedRate(control);
    }
    std::size_t next = 0;
    for (const auto& [id, site] : sites) {
        result.sites.push_back(site);
        if (site.n > 0) {
            auto& own = result.sites.back();
            own.share = result.rate->shares[next++];
            const auto alone = cappedRate({{site.n, site.events}});
            own.rate = alone.rate;
            own.low = alone.low;
            own.high = alone.high;
        }
    }
    result.series = told.series(sites);
    sortByRetraction(result.retractions);
    if (depth == Depth::Everything) {
        result.distributions = distributionsOf(pack, reported);
    }
    if (result.retracted > 0) {
        // Recomputed rather than corrected: what was taken back may itself have replaced something.
        for (auto& packet : packets) {
            packet.retracted = false;
        }
        auto all = gather(pack, systems, question, std::move(packets), Depth::Rates);
        result.before = Unretracted{all.n, all.events, std::move(all.rate)};
    }
    result.digest = blake2b256(counted);
    return result;
}

} // namespace

Evidence gatherEvidence(const Pack& pack, const CodeSystems& systems, const Question& question,
                        std::vector<EvidencePacket> packets) {
    return gather(pack, systems, question, std::move(packets), Depth::Everything);
}

} // namespace qis::core
