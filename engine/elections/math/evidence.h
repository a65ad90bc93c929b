#pragma once

#include "domain/pack.h"
#include "elections/math/capped_rate.h"
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
    bool suspended = false; ///< the author signed two packets with one sequence number
};

struct SiteEvidence {
    SiteId site;
    std::uint64_t packets = 0;
    std::uint64_t n = 0;
    std::uint64_t events = 0;
    double share = 0;
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
    DocumentHash digest;                   ///< of the ids counted: equal digests mean equal numbers
};

/// A pure function of its arguments; the order of packets does not matter.
[[nodiscard]] Evidence gatherEvidence(const Pack& pack, const CodeSystems& systems, const Question& question,
                                      std::vector<EvidencePacket> packets);

} // namespace qis::core
