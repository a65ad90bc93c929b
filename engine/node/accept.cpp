#include "node/accept.h"

#include "crypto/sodium.h"
#include "domain/compose.h"

#include <algorithm>

namespace qis::core {

namespace {

constexpr std::size_t kMaxTips = 100000;
constexpr std::size_t kScanRows = 4096;

/// Refusals that a later event can turn round: the packet is kept, not lost.
bool isProvisional(Code code) {
    return code == Code::UnknownVersion || code == Code::UnknownPack || code == Code::UnknownAuthor ||
           code == Code::FromFuture;
}

bool changesTarget(Kind kind) {
    return kind == Kind::Amendment || kind == Kind::Retraction;
}

bool reachesBack(Kind kind) {
    return kind == Kind::FollowUp || kind == Kind::Amendment || kind == Kind::Retraction;
}

} // namespace

Accept::Accept(Store& store, std::shared_ptr<const Catalogue> catalogue, Members& members, Matcher& matcher,
               WorkerPool& pool, const AuthorKey& self)
    : m_store(&store)
    , m_catalogue(std::move(catalogue))
    , m_members(&members)
    , m_matcher(&matcher)
    , m_pool(&pool)
    , m_self(self) {}

Status Accept::prepare() {
    Row after = 0;
    for (;;) {
        const auto rows = m_store->packetsAfter(after, kScanRows, false);
        if (!rows) {
            return rows.error();
        }
        for (const auto& row : *rows) {
            after = row.row;
            const bool tells = isReport(row.kind);
            if (row.author != m_self && tells && !row.coarse.empty()) {
                if (auto coarse = decodeCoarsePacket(row.coarse)) {
                    m_foreign[std::move(coarse).value()].push_back(row.row);
                }
            }
            if (changesTarget(row.kind) && row.target) {
                const auto held = m_store->holds(*row.target);
                if (!held) {
                    return held.error();
                }
                if (!*held) {
                    m_awaited.insert(*row.target);
                }
            }
        }
        if (rows->size() < kScanRows) {
            return {};
        }
    }
}

Status Accept::recover() {
    m_tips.clear();
    m_awaited.clear();
    m_foreign.clear();
    return prepare();
}

Status checkPacket(const Catalogue& catalogue, ByteView bytes, Seconds now, DecodedPacket* out) {
    auto decoded = decodePacket(bytes);
    if (!decoded) {
        return decoded.error();
    }
    if (auto time = checkIssued(decoded->packet.issued, now); !time) {
        return time;
    }
    if (!verifySignature(decoded->packet.author, decoded->toBeSigned, decoded->packet.signature)) {
        return fail(Code::BadSignature, "Ed25519");
    }
    const auto* installed = catalogue.find(decoded->packet.content.pack);
    const Kind kind = decoded->packet.content.kind;
    if (installed != nullptr && (isReport(kind) || kind == Kind::FollowUp)) {
        if (auto fits = checkAgainstPack(installed->pack, catalogue.systems(), decoded->packet.content); !fits) {
            return fits;
        }
    }
    if (out != nullptr) {
        *out = std::move(decoded).value();
    }
    return {};
}

Result<std::vector<Verdict>> Accept::accept(std::vector<Incoming> packets, Millis wall) {
    std::vector<Candidate> candidates(packets.size());
    std::vector<std::size_t> toVerify;
    for (std::size_t i = 0; i < packets.size(); ++i) {
        auto& candidate = candidates[i];
        candidate.index = i;
        candidate.decoded = decodePacket(packets[i].bytes);
        if (!candidate.decoded) {
            candidate.code = candidate.decoded.code();
            continue;
        }
        if (!checkIssued(candidate.decoded->packet.issued, wall / 1000)) {
            candidate.code = Code::FromFuture;
            continue;
        }
        const auto held = m_store->holds(shortId(candidate.decoded->id));
        if (!held) {
            return held.error();
        }
        if (*held) {
            candidate.code = Code::Duplicate;
            continue;
        }
        toVerify.push_back(i);
    }
    m_pool->forEach(toVerify.size(), [&](std::size_t which) {
        auto& candidate = candidates[toVerify[which]];
        const auto& packet = *candidate.decoded;
        candidate.signatureHolds = verifySignature(packet.packet.author, packet.toBeSigned, packet.packet.signature);
    });
    // The id does not cover the signature: only a packet whose signature holds makes another one a
    // duplicate, or else anybody could have a good packet thrown away by sending a forged one first.
    std::set<PacketId> seen;
    for (const auto index : toVerify) {
        auto& candidate = candidates[index];
        if (!candidate.signatureHolds) {
            candidate.code = Code::BadSignature;
        } else if (!seen.insert(candidate.decoded->id).second) {
            candidate.code = Code::Duplicate;
        }
    }
    std::vector<Verdict> verdicts(packets.size());
    const auto written = m_store->transaction([&]() -> Status {
        for (std::size_t i = 0; i < packets.size(); ++i) {
            auto verdict = settle(packets[i], candidates[i], wall);
            if (!verdict) {
                return verdict.error();
            }
            verdicts[i] = *verdict;
            if (packets[i].quarantineNumber > 0 && !verdict->keptAside) {
                if (auto removed = m_store->removeQuarantined(packets[i].quarantineNumber); !removed) {
                    return removed;
                }
            }
        }
        return {};
    });
    if (!written) {
        for (const auto& candidate : candidates) {
            if (candidate.suspends) {
                m_members->reinstate(candidate.decoded->packet.author); // the proof is not on disk
            }
        }
        if (auto recovered = recover(); !recovered) {
            return recovered.error();
        }
        return written.error();
    }
    return verdicts;
}

Result<Verdict> Accept::settle(const Incoming& incoming, Candidate& candidate, Millis wall) {
    Verdict verdict;
    if (candidate.code != Code::None) {
        if (isProvisional(candidate.code)) {
            return keepAside(incoming, candidate, candidate.code);
        }
        verdict.code = candidate.code;
        if (candidate.decoded) {
            verdict.id = candidate.decoded->id;
        }
        return verdict;
    }
    const auto& packet = *candidate.decoded;
    verdict.id = packet.id;
    verdict.own = packet.packet.author == m_self;
    const auto refused = [&verdict](Code code) {
        verdict.code = code;
        return verdict;
    };
    const auto* member = m_members->find(packet.packet.author);
    if (member == nullptr) {
        return keepAside(incoming, candidate, Code::UnknownAuthor);
    }
    if (m_members->isSuspended(packet.packet.author) || !member->coversTime(packet.packet.issued)) {
        return refused(Code::NotMember);
    }
    const auto chain = checkChain(packet);
    if (!chain) {
        return chain.error();
    }
    if (*chain != Code::None) {
        return refused(*chain);
    }
    const auto& content = packet.packet.content;
    const auto* installed = m_catalogue->find(content.pack);
    if (installed == nullptr) {
        return keepAside(incoming, candidate, Code::UnknownPack);
    }
    if (isReport(content.kind) || content.kind == Kind::FollowUp) {
        if (const auto fits = checkAgainstPack(installed->pack, m_catalogue->systems(), content); !fits) {
            return refused(fits.code());
        }
    }
    Bytes coarse = coarseOf(content);
    const auto target = checkTarget(packet, member->site, coarse);
    if (!target) {
        return target.error();
    }
    if (*target != Code::None) {
        return refused(*target);
    }
    const auto inserted = insert(packet, incoming.origin, coarse, wall);
    if (!inserted) {
        return inserted.error();
    }
    if (inserted->outcome == InsertOutcome::DuplicateId) {
        return refused(Code::Duplicate);
    }
    if (inserted->outcome == InsertOutcome::SequenceTaken) {
        const auto first = m_store->packetAt(inserted->row);
        if (!first) {
            return first.error();
        }
        if (*first) {
            if (auto saved = m_store->saveEquivocation(packet.packet.author, packet.packet.link.sequence,
                                                       (**first).bytes, packet.bytes);
                !saved) {
                return saved.error();
            }
            m_members->suspend(packet.packet.author);
            candidate.suspends = true;
        }
        return refused(Code::Equivocation);
    }
    // An own packet that comes back to a home restored from a backup.
    if (auto done = afterInsert(packet, inserted->row, coarse, verdict.own); !done) {
        return done.error();
    }
    verdict.row = inserted->row;
    return verdict;
}

Result<Verdict> Accept::keepAside(const Incoming& incoming, const Candidate& candidate, Code code) {
    Verdict verdict;
    verdict.code = code;
    verdict.keptAside = true;
    if (incoming.quarantineNumber > 0) {
        return verdict; // it is there already
    }
    QuarantinedPacket packet;
    packet.code = code;
    packet.bytes = incoming.bytes;
    packet.origin = incoming.origin;
    if (candidate.decoded) {
        verdict.id = candidate.decoded->id;
        packet.author = candidate.decoded->packet.author;
        packet.due = code == Code::FromFuture ? candidate.decoded->packet.issued - kMaxFuture : 0;
    }
    const auto kept = m_store->quarantine(packet);
    if (kept.code() == Code::Busy) {
        // Full: the sender keeps it and repeats. Others' packets in this round are not held up by it.
        verdict.code = Code::Busy;
        verdict.keptAside = false;
        return verdict;
    }
    if (!kept) {
        return kept.error();
    }
    return verdict;
}

Result<Code> Accept::checkChain(const DecodedPacket& packet) {
    const auto& author = packet.packet.author;
    const auto& link = packet.packet.link;
    const auto tip = m_tips.find(author);
    if (tip != m_tips.end() && tip->second.isEnd && tip->second.sequence + 1 == link.sequence) {
        return link.previous == tip->second.id ? Code::None : Code::ChainConflict;
    }
    bool contradicts = false;
    if (link.sequence > 1) {
        const auto before = m_store->idAt(author, link.sequence - 1);
        if (!before) {
            return before.error();
        }
        contradicts = *before && shortId(**before) != link.previous;
    }
    if (!contradicts) {
        const auto after = m_store->previousNamedAt(author, link.sequence + 1);
        if (!after) {
            return after.error();
        }
        contradicts = *after && **after != shortId(packet.id);
    }
    if (!contradicts) {
        return Code::None;
    }
    // Two packets signed for one place are more than a broken chain, whatever they name as previous:
    // with the first one held, the insertion finds the equivocation.
    const auto same = m_store->idAt(author, link.sequence);
    if (!same) {
        return same.error();
    }
    return *same ? Code::None : Code::ChainConflict;
}

Result<Code> Accept::checkTarget(const DecodedPacket& packet, const SiteId& site, Bytes& coarse) {
    const auto& content = packet.packet.content;
    if (!content.target) {
        return Code::None;
    }
    const auto target = m_store->findPacket(*content.target);
    if (!target) {
        return target.error();
    }
    if (!*target) {
        return Code::None; // it may still come; then afterInsert looks again
    }
    if (content.condition.empty()) {
        coarse = (**target).coarse; // travels wherever the original went
    }
    if (reachesBack(content.kind)) {
        const auto* author = m_members->find((**target).author);
        if (author == nullptr || author->site != site) {
            return Code::ForeignTarget;
        }
    }
    return Code::None;
}

Bytes Accept::coarseOf(const Content& content) const {
    const auto* installed = m_catalogue->find(content.pack);
    if (installed == nullptr || content.condition.empty()) {
        return {};
    }
    return encodeCoarse(coarsePacket(installed->definition, m_catalogue->systems(), content.condition));
}

Result<Inserted> Accept::insert(const DecodedPacket& packet, const std::optional<AuthorKey>& origin, Bytes coarse,
                                Millis wall) {
    NewPacket row;
    row.decoded = &packet;
    row.received = wall;
    row.origin = origin;
    row.coarse = std::move(coarse);
    row.toOutbox = packet.packet.author == m_self;
    return m_store->insertPacket(row);
}

Status Accept::advanceTip(const DecodedPacket& packet) {
    if (m_tips.size() > kMaxTips) {
        m_tips.clear();
    }
    auto& tip = m_tips[packet.packet.author];
    const auto id = shortId(packet.id);
    if (tip.sequence + 1 == packet.packet.link.sequence && (tip.isEnd || tip.sequence == 0)) {
        // The first packet seen of an author ends its chain only if none is held already.
        bool isEnd = tip.isEnd;
        if (!isEnd) {
            const auto head = m_store->chainHead(packet.packet.author);
            if (!head) {
                return head.error();
            }
            isEnd = head->sequence == packet.packet.link.sequence;
        }
        tip = {packet.packet.link.sequence, id, isEnd};
        return {};
    }
    const auto head = m_store->chainHead(packet.packet.author);
    if (!head) {
        return head.error();
    }
    tip = {head->sequence, head->id.value_or(ShortId{}), true};
    return {};
}

Status Accept::afterInsert(const DecodedPacket& packet, Row row, const Bytes& coarse, bool own) {
    const auto& content = packet.packet.content;
    if (auto advanced = advanceTip(packet); !advanced) {
        return advanced;
    }
    if (changesTarget(content.kind) && content.target) {
        const auto target = m_store->findPacket(*content.target);
        if (!target) {
            return target.error();
        }
        if (!*target) {
            m_awaited.insert(*content.target);
        } else if (auto applied = apply(content.kind, row, **target, own); !applied) {
            return applied;
        }
    }
    if (m_awaited.contains(shortId(packet.id))) {
        if (auto applied = applyAwaited(packet, row); !applied) {
            return applied;
        }
        m_awaited.erase(shortId(packet.id));
    }
    if (own || !isReport(content.kind) || coarse.empty()) {
        return {};
    }
    auto place = decodeCoarsePacket(coarse);
    if (!place) {
        return place.error();
    }
    m_foreign[*place].push_back(row);
    return matchStored(packet, row, *place);
}

Status Accept::apply(Kind kind, Row by, const StoredPacket& target, bool own) {
    m_matchesFound = true;
    if (kind == Kind::Retraction) {
        m_matcher->removeOutcome(target.row);
        return m_store->markRetracted(target.id, by);
    }
    if (own) {
        m_matcher->removeOutcome(target.row); // the amendment asks in its place
        if (auto handed = m_store->handOn(target.row, by); !handed) {
            return handed;
        }
    }
    return m_store->markReplaced(target.row, by);
}

/// What came first could not be told to be of the same site: now it can.
Status Accept::applyAwaited(const DecodedPacket& packet, Row row) {
    const auto later = m_store->packetsTargeting(shortId(packet.id));
    const auto held = m_store->packetAt(row);
    if (!later || !held) {
        return later ? held.error() : later.error();
    }
    const auto* ours = m_members->find(packet.packet.author);
    for (const auto& one : *later) {
        const auto* theirs = m_members->find(one.author);
        if (!changesTarget(one.kind) || ours == nullptr || theirs == nullptr || ours->site != theirs->site) {
            continue;
        }
        if (auto applied = apply(one.kind, one.row, **held, one.author == m_self); !applied) {
            return applied;
        }
    }
    return {};
}

Status Accept::matchStored(const DecodedPacket& packet, Row row, const CoarsePacket& coarse) {
    const auto* self = m_members->find(m_self);
    const auto* author = m_members->find(packet.packet.author);
    if (self != nullptr && author != nullptr && self->site == author->site) {
        return {}; // a colleague's outcome at the same site is not somebody else's experience
    }
    for (auto match : m_matcher->match(packet.packet.content.pack, coarse, packet.packet.content)) {
        match.packet = row;
        const auto added = m_store->addMatch(match);
        if (!added) {
            return added.error();
        }
        m_matchesFound = m_matchesFound || *added;
    }
    return {};
}

Result<Row> Accept::storeOwn(const DecodedPacket& packet, Millis wall) {
    Bytes coarse = coarseOf(packet.packet.content);
    if (packet.packet.content.target) {
        const auto* self = m_members->find(m_self);
        const auto target = checkTarget(packet, self == nullptr ? SiteId{} : self->site, coarse);
        if (!target) {
            return target.error();
        }
        if (*target != Code::None) {
            return fail(*target);
        }
    }
    const auto inserted = insert(packet, std::nullopt, coarse, wall);
    if (!inserted) {
        return inserted.error();
    }
    if (inserted->outcome != InsertOutcome::Inserted) {
        return fail(Code::Equivocation, "the own chain already holds this place");
    }
    if (auto done = afterInsert(packet, inserted->row, coarse, true); !done) {
        return done.error();
    }
    return inserted->row;
}

} // namespace qis::core
