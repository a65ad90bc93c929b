#include "similarity/coarse.h"

#include "similarity/definition_check.h"
#include "similarity/kernels.h"

#include <algorithm>
#include <limits>
#include <map>

namespace qis::core {

namespace {

/// Stands in a packet's slot for a value that no class at the routing level describes, for example
/// a term broader than that level: it may match whatever a query names.
constexpr std::uint32_t kBroad = std::numeric_limits<std::uint32_t>::max();

bool isRouted(const Dimension& dimension) {
    return dimension.routingLevel > 0;
}

std::uint32_t classOf(const CodeSystem& system, const FieldMap& fields, std::uint32_t number, std::size_t level) {
    const auto term = termOf(system, fields, number);
    return term == 0 || system.path(term).size() < level ? kBroad : system.ancestorAt(term, level);
}

/// What the rest of a query leaves open to one dimension.
struct Requirement {
    std::int64_t similarity = 0; ///< least Q15 similarity of any match where both sides are recorded
    bool mayBeMissing = true;    ///< can a packet without this dimension match?
};

class Requirements {
public:
    Requirements(const Definition& definition, const CodeSystems& systems, const Query& query)
        : m_query(query) {
        for (std::size_t i = 0; i < definition.dimensions.size(); ++i) {
            const auto& dimension = definition.dimensions[i];
            const bool onCondition = dimension.side == Side::Condition;
            if (!inView(dimension, i)) {
                continue;
            }
            const bool asked =
                isRecorded(dimension, systemOf(dimension, systems), onCondition ? query.condition : query.outcome);
            m_weight += asked || dimension.missing == MissingPolicy::AsValue ? dimension.weight : 0;
        }
    }

    [[nodiscard]] bool inView(const Dimension& dimension, std::size_t index) const {
        return demandAt(index) != Demand::Any && (dimension.side == Side::Condition || m_query.view == View::Both);
    }

    /// Of a dimension in view that the query records. Every other dimension gives at most kOne, so a
    /// match with recorded weight R has w k + kOne (R - w) >= theta kOne R. The bound on k falls as R
    /// grows, so the largest possible R gives the bound that holds for all of them.
    [[nodiscard]] Requirement of(const Dimension& dimension, std::size_t index) const {
        const Int128 weight = dimension.weight;
        const Int128 full = m_weight;
        Requirement result;
        if (weight > 0) {
            const Int128 slack = (kTenThousand - m_query.theta) * kOne * full;
            result.similarity = ceiling(kTenThousand * kOne * weight - slack, kTenThousand * weight);
        }
        const std::int64_t floor = demandAt(index) == Demand::Exact ? kTenThousand : std::int64_t{dimension.floor};
        if (floor > 0) {
            result.mayBeMissing = false;
        } else if (dimension.missing == MissingPolicy::AsValue) {
            result.mayBeMissing = dimension.missingValue >= result.similarity;
        } else {
            result.mayBeMissing = full > weight && (full - weight) * kTenThousand >= m_query.minCoverage * full;
        }
        result.similarity = std::max(result.similarity, ceiling(Int128{floor} * kOne, kTenThousand));
        return result;
    }

private:
    [[nodiscard]] Demand demandAt(std::size_t index) const {
        return index < m_query.demands.size() ? m_query.demands[index] : Demand::Similar;
    }
    /// 0 for negative numerators; one more than kOne stands for everything that cannot be reached.
    [[nodiscard]] static std::int64_t ceiling(Int128 numerator, Int128 denominator) {
        if (numerator <= 0) {
            return 0;
        }
        const Int128 quotient = (numerator + denominator - 1) / denominator;
        return quotient > kOne ? kOne + 1 : static_cast<std::int64_t>(quotient);
    }

    const Query& m_query;
    std::int64_t m_weight = 0;
};

/// The best similarity that a code outside `term`'s class at the routing level can have with it.
std::int32_t bestOutside(const Dimension& dimension, const CodeSystem& system, std::uint32_t term) {
    const std::size_t level = dimension.routingLevel;
    switch (dimension.kernel) {
    case KernelKind::Hierarchy:
        return tableAt(dimension.table, level - 1);
    case KernelKind::WuPalmer:
        // The shortest path that reaches the level favours it most.
        return wuPalmer(level - 1, system.path(term).size(), level);
    case KernelKind::OrderedPair:
        return geometricMean(tableAt(dimension.table, level - 1), static_cast<std::int32_t>(kOne));
    default:
        return 0;
    }
}

std::vector<std::uint32_t> slotOf(const Dimension& dimension, const CodeSystem& system, const FieldMap& condition,
                                  std::uint32_t number, const Requirement& requirement) {
    const auto term = termOf(system, condition, number);
    const auto own = classOf(system, condition, number, dimension.routingLevel);
    if (own == kBroad || bestOutside(dimension, system, term) >= requirement.similarity) {
        return {};
    }
    return requirement.mayBeMissing ? std::vector<std::uint32_t>{0, own} : std::vector<std::uint32_t>{own};
}

bool accepts(const std::vector<std::uint32_t>& slot, std::uint32_t packetClass) {
    return slot.empty() || packetClass == kBroad || std::binary_search(slot.begin(), slot.end(), packetClass);
}

} // namespace

CoarsePacket coarsePacket(const Definition& definition, const CodeSystems& systems, const FieldMap& condition) {
    CoarsePacket packet;
    packet.pack = definition.pack;
    for (const auto& dimension : definition.dimensions) {
        if (!isRouted(dimension)) {
            continue;
        }
        const CodeSystem* system = systemOf(dimension, systems);
        // A pair with one role is not recorded as a pair: both its slots must say so.
        const bool recorded = isRecorded(dimension, system, condition);
        for (const auto number : dimension.fields) {
            packet.classes.push_back(!recorded           ? 0
                                     : system == nullptr ? kBroad
                                                         : classOf(*system, condition, number, dimension.routingLevel));
        }
    }
    return packet;
}

CoarseInterest coarseInterest(const Definition& definition, const CodeSystems& systems, const Query& query) {
    CoarseInterest interest;
    interest.pack = definition.pack;
    const Requirements requirements(definition, systems, query);
    for (std::size_t i = 0; i < definition.dimensions.size(); ++i) {
        const auto& dimension = definition.dimensions[i];
        if (!isRouted(dimension)) {
            continue;
        }
        const CodeSystem* system = systemOf(dimension, systems);
        const std::size_t first = interest.slots.size();
        interest.slots.resize(first + dimension.fields.size());
        const bool asked = requirements.inView(dimension, i) && isRecorded(dimension, system, query.condition);
        if (!asked || system == nullptr) {
            continue;
        }
        const auto requirement = requirements.of(dimension, i);
        const bool swaps = dimension.swapFactor > 0 && dimension.swapFactor >= requirement.similarity;
        if (swaps && first != 0) {
            continue; // only the first two slots can say that they change places
        }
        interest.swappable = interest.swappable || swaps;
        for (std::size_t role = 0; role < dimension.fields.size(); ++role) {
            interest.slots[first + role] =
                slotOf(dimension, *system, query.condition, dimension.fields[role], requirement);
        }
    }
    return interest;
}

bool mayMatch(const CoarseInterest& interest, const CoarsePacket& packet) {
    if (interest.pack != packet.pack) {
        return false;
    }
    if (interest.slots.size() != packet.classes.size()) {
        return true; // no slots, or those of another definition: nothing can be ruled out
    }
    const std::size_t slots = interest.slots.size();
    const std::size_t roles = interest.swappable && slots >= 2 ? 2 : 0;
    for (std::size_t i = roles; i < slots; ++i) {
        if (!accepts(interest.slots[i], packet.classes[i])) {
            return false;
        }
    }
    const auto inOrder = [&](std::size_t object, std::size_t precipitant) {
        return accepts(interest.slots[0], packet.classes[object]) &&
               accepts(interest.slots[1], packet.classes[precipitant]);
    };
    return roles == 0 || inOrder(0, 1) || inOrder(1, 0);
}

bool mayMatch(const CoarseInterests& interests, const CoarsePacket& packet) {
    return std::any_of(interests.begin(), interests.end(),
                       [&](const CoarseInterest& interest) { return mayMatch(interest, packet); });
}

void boundInterests(CoarseInterests& interests, std::size_t maxLines) {
    while (interests.size() > maxLines) {
        std::map<PackHash, std::size_t> lines;
        for (const auto& interest : interests) {
            ++lines[interest.pack];
        }
        const auto most = std::max_element(lines.begin(), lines.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        if (most->second < 2) {
            return; // one line a pack is as few as there can be
        }
        const PackHash pack = most->first;
        std::erase_if(interests, [&](const CoarseInterest& interest) { return interest.pack == pack; });
        interests.insert(CoarseInterest{pack, {}, false});
    }
}

} // namespace qis::core
