#pragma once

#include "node/catalogue.h"
#include "similarity/coarse.h"
#include "similarity/score.h"

#include <string>
#include <string_view>

namespace qis::core {

/// A registered interest, compiled for matching.
struct Profile {
    std::int64_t number = 0; ///< as in the store
    std::string name;
    std::string packId;
    PackHash pack;
    Query query;
    CoarseInterest coarse;
    std::string json; ///< as given
};

/// { name, pack, view?, prototype, dimensions?, theta?, min_coverage?, daily_cap? } with the prototype
/// as outcome JSON without required fields, dimensions as { dimension or field: "exact" | "similar" |
/// "any" }, theta and min_coverage in 0..1. BadProfile with the member concerned.
[[nodiscard]] Result<Profile> parseProfile(std::string_view json, const Catalogue& catalogue);

/// The profile that a sent outcome makes: its condition side, the pack's default threshold.
[[nodiscard]] Query queryOfOutcome(const Definition& definition, const FieldMap& condition);

} // namespace qis::core
