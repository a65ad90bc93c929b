#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace qis::testing {

/// Puts `count` packets of sixty invented sites, and their matches with a profile, into the store of
/// a demo home that nobody has open. The packets say what real ones could, but nobody signed them and
/// nobody scored them: scores are drawn from the seed. One in fifty is retracted.
[[nodiscard]] core::Status addManyMatches(const std::filesystem::path& home, const std::filesystem::path& resources,
                                          const std::string& profile, std::size_t count, std::uint64_t seed);

} // namespace qis::testing
