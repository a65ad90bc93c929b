#pragma once

#include "node/catalogue.h"
#include "node/matcher.h"
#include "node/members.h"
#include "node/worker_pool.h"
#include "store/store.h"

#include <map>
#include <memory>
#include <set>
#include <unordered_map>
#include <vector>

namespace qis::core {

/// A packet that came in, and from whom.
struct Incoming {
    Bytes bytes;
    std::optional<AuthorKey> origin;
    std::int64_t quarantineNumber = 0; ///< > 0: replayed from quarantine, removed from it when settled
};

/// What became of one packet. Accepted, already there, or refused for good are all settled: the
/// sender need not repeat. Kept aside is settled too; only Busy is not.
struct Verdict {
    Code code = Code::None; ///< None: stored
    Row row = 0;
    PacketId id;
    bool keptAside = false; ///< in quarantine until its pack, its author or its time is there
    bool own = false;       ///< signed with this home's key
};

/// Every check of the pipeline that needs no network: all but duplicates, membership and chain. For
/// `verify`; `decoded` may be null.
[[nodiscard]] Status checkPacket(const Catalogue& catalogue, ByteView bytes, Seconds now, DecodedPacket* decoded);

/// The accept pipeline of 1-protocol 1.2: size, structure, limits, version and kind, time, canonical
/// form, duplicate, signature, membership, chain, pack; then store, retraction and matching in the
/// same transaction. Signatures are checked on all cores.
class Accept {
public:
    Accept(Store& store, std::shared_ptr<const Catalogue> catalogue, Members& members, Matcher& matcher,
           WorkerPool& pool, const AuthorKey& self);

    /// What the store knows that the pipeline wants in memory. Call once before use.
    [[nodiscard]] Status prepare();

    /// All or nothing on disk: an error means that none of them is stored and all may be sent again.
    [[nodiscard]] Result<std::vector<Verdict>> accept(std::vector<Incoming> packets, Millis wall);

    /// Stores an own packet inside the caller's transaction. Not verified again.
    [[nodiscard]] Result<Row> storeOwn(const DecodedPacket& packet, Millis wall);

    /// Forgets what was remembered of a transaction that was rolled back.
    [[nodiscard]] Status recover();

    /// Matches found since the last call, by any way in.
    [[nodiscard]] bool takeMatchesFound() { return std::exchange(m_matchesFound, false); }
    [[nodiscard]] const std::map<CoarsePacket, std::vector<Row>>& foreignRows() const { return m_foreign; }

private:
    struct Candidate {
        std::size_t index = 0;
        Result<DecodedPacket> decoded = fail(Code::Internal);
        bool signatureHolds = false;
        bool suspends = false; ///< its author was suspended for it
        Code code = Code::None;
    };
    [[nodiscard]] Result<Verdict> settle(const Incoming& incoming, Candidate& candidate, Millis wall);
    [[nodiscard]] Result<Verdict> keepAside(const Incoming& incoming, const Candidate& candidate, Code code);
    [[nodiscard]] Result<Code> checkChain(const DecodedPacket& packet);
    [[nodiscard]] Result<Code> checkTarget(const DecodedPacket& packet, const SiteId& site, Bytes& coarse);
    [[nodiscard]] Result<Inserted> insert(const DecodedPacket& packet, const std::optional<AuthorKey>& origin,
                                          Bytes coarse, Millis wall);
    [[nodiscard]] Status afterInsert(const DecodedPacket& packet, Row row, const Bytes& coarse, bool own);
    [[nodiscard]] Status advanceTip(const DecodedPacket& packet);
    /// What a packet of the same site does to its target.
    [[nodiscard]] Status apply(Kind kind, Row by, const StoredPacket& target, bool own);
    [[nodiscard]] Status applyAwaited(const DecodedPacket& packet, Row row);
    [[nodiscard]] Status matchStored(const DecodedPacket& packet, Row row, const CoarsePacket& coarse);
    [[nodiscard]] Bytes coarseOf(const Content& content) const;

    Store* m_store;
    std::shared_ptr<const Catalogue> m_catalogue;
    Members* m_members;
    Matcher* m_matcher;
    WorkerPool* m_pool;
    AuthorKey m_self;
    bool m_matchesFound = false;
    /// Last accepted place of an author's chain: spares two look-ups in the common case.
    struct Tip {
        std::uint64_t sequence = 0;
        ShortId id;
        bool isEnd = false; ///< nothing later of this author is held
    };
    std::unordered_map<AuthorKey, Tip, FixedBytesHash> m_tips;
    /// Targets of retractions and amendments that came before what they speak of.
    std::set<ShortId> m_awaited;
    /// Packets of others by their coarse place, for matching new interests against what is here.
    std::map<CoarsePacket, std::vector<Row>> m_foreign;
};

} // namespace qis::core
