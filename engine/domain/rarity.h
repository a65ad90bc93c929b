#pragma once

#include "domain/pack.h"
#include "record/packet.h"

#include <optional>
#include <vector>

namespace qis::core {

/// A change that makes an outcome share its identifying values with more others.
struct Broadening {
    const Field* field = nullptr;
    std::optional<std::int64_t> from; ///< the term that gives way; nullopt for the whole field
    std::optional<std::int64_t> to;   ///< the broader term; nullopt to leave it out
    std::size_t sharing = 0;          ///< others that share what is left
};

struct Rarity {
    std::vector<const Field*> combination; ///< the identifying fields that are recorded
    std::size_t similar = 0;
    std::size_t sharing = 0;            ///< of those, how many share the combination
    std::vector<Broadening> broadening; ///< most shared first; only where fewer than the pack's least share
};

/// How many of `similar` outcomes share the pack's identifying fields with this one. A term is shared
/// by what stands at it or below it; of a list, every term must be. Never counts the outcome itself,
/// which must not be among them.
[[nodiscard]] Rarity rarityOf(const Pack& pack, const CodeSystems& systems, const Content& content,
                              const std::vector<const Content*>& similar);

} // namespace qis::core
