#pragma once

#include "similarity/score.h"

#include <set>
#include <vector>

namespace qis::core {

/// A packet's place for routing: its pack and, per routing slot of the definition, the classes its
/// codes stand in. Slot order is the order of fields in the routing dimensions; 0 is "not recorded".
struct CoarsePacket {
    PackHash pack;
    std::vector<std::uint32_t> classes;
    auto operator<=>(const CoarsePacket&) const = default;
};

/// One line of what a node publishes about its interest: pack and classes, nothing finer. An empty
/// set of classes in a slot means any. `swappable` slots of a pair may match crosswise.
struct CoarseInterest {
    PackHash pack;
    std::vector<std::vector<std::uint32_t>> slots; ///< each sorted
    bool swappable = false;                        ///< slots 0 and 1 are roles that a swap factor lets change places
    auto operator<=>(const CoarseInterest&) const = default;
};
using CoarseInterests = std::set<CoarseInterest>;

[[nodiscard]] CoarsePacket coarsePacket(const Definition& definition, const CodeSystems& systems,
                                        const FieldMap& condition);

/// The coarse form of a query, by the recall rule of 3-routing 1.3 for small trees: whatever
/// matches the query also passes mayMatch with it (no false negative).
[[nodiscard]] CoarseInterest coarseInterest(const Definition& definition, const CodeSystems& systems,
                                            const Query& query);

[[nodiscard]] bool mayMatch(const CoarseInterest& interest, const CoarsePacket& packet);
[[nodiscard]] bool mayMatch(const CoarseInterests& interests, const CoarsePacket& packet);

/// Deterministic CBOR for the wire and the store.
[[nodiscard]] Bytes encodeCoarse(const CoarsePacket& packet);
[[nodiscard]] Result<CoarsePacket> decodeCoarsePacket(ByteView bytes);
[[nodiscard]] Bytes encodeInterests(const CoarseInterests& interests);
/// At most 4,096 lines of at most 8 slots of at most 64 classes.
[[nodiscard]] Result<CoarseInterests> decodeInterests(ByteView bytes);

/// Keeps an interest set within its limit by merging lines of one pack into "any" when there are
/// more than `maxLines`: wider, never narrower.
void boundInterests(CoarseInterests& interests, std::size_t maxLines);

} // namespace qis::core
