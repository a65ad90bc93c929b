#pragma once

#include "domain/pack.h"
#include "elections/math/capped_rate.h"
#include "elections/math/distribution.h"
#include "elections/math/series.h"
#include "record/packet.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace qis::core {

/// A matched packet as evidence sees it. The caller leaves out the node's own site.
struct EvidencePacket {
    PacketId id;
    AuthorKey author;
    SiteId site;
    std::uint64_t sequence = 0;
    Seconds issued = 0;
    Content content;
    bool retracted = false;
    Seconds retractedAt = 0; ///< when the retraction was issued; 0 when that is not known
    bool suspended = false;  ///< the author signed two packets with one sequence number
    bool replaced = false;   ///< amended by its site, in a packet that need not be among those given
};

struct SiteEvidence {
    SiteId site;
    std::uint64_t packets = 0;
    std::uint64_t n = 0;
    std::uint64_t events = 0;
    double share = 0;
    std::uint64_t controlN = 0; ///< tables: the unexposed
    std::uint64_t controlEvents = 0;
    Seconds latest = 0; ///< the newest report that counts
    double rate = 0;    ///< cappedRate() of this site alone: events / n, and Jeffreys' interval
    double low = 0;     ///< all three 0 when n is 0
    double high = 0;
};

/// A matched packet that its site took back.
struct Retraction {
    PacketId id;
    SiteId site;
    Seconds issued = 0;
    Seconds retracted = 0; ///< 0 when that is not known
};

/// What the evidence would be had nothing been taken back.
struct Unretracted {
    std::uint64_t n = 0;
    std::uint64_t events = 0;
    std::optional<CappedRate> rate;
};

/// First slice of the Math election: what matched packets say to one question, one voice a site.
struct Evidence {
    std::uint64_t packets = 0;     ///< counted
    std::uint64_t retracted = 0;   ///< left out because their site took them back
    std::uint64_t superseded = 0;  ///< left out: amended, or the same case told again by its site
    std::uint64_t suspended = 0;   ///< left out: their author contradicts itself
    std::uint64_t notRecorded = 0; ///< left out: say nothing to this question
    std::uint64_t n = 0;
    std::uint64_t events = 0;
    std::optional<CappedRate> rate;        ///< of the event; for tables: among the exposed
    std::optional<CappedRate> controlRate; ///< tables: among the unexposed
    Table totals;                          ///< tables: sums of the cells
    std::vector<SiteEvidence> sites;       ///< by site id
    std::vector<SeriesPoint> series;       ///< of the rate, in order of issue; the last point is `rate`
    std::vector<Retraction> retractions;   ///< in order of retraction
    std::optional<Unretracted> before;     ///< when anything was taken back
    Distributions distributions;           ///< of what was recorded, whatever it says to the question
    DocumentHash digest;                   ///< of the ids counted: equal digests mean equal numbers
};

/// A pure function of its arguments; the order of packets does not matter.
[[nodiscard]] Evidence gatherEvidence(const Pack& pack, const CodeSystems& systems, const Question& question,
                                      std::vector<EvidencePacket> packets);

} // namespace qis::core
