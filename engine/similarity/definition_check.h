#pragma once

#include "similarity/definition.h"

#include <string>
#include <string_view>

namespace qis::core {

// Limits of a definition. They bound what a decoder allocates and what a score can cost.
inline constexpr std::size_t kMaxDimensions = 32;
inline constexpr std::size_t kMaxDefinitionText = 96;
inline constexpr std::size_t kMaxDepth = 16;
inline constexpr std::size_t kMaxTable = 64;
inline constexpr std::size_t kMaxCurve = 1024;
inline constexpr std::size_t kMaxRoutingSlots = 8;
inline constexpr std::size_t kMaxDefinitionBytes = 256 * 1024;
/// A ratio of one, where every RatioCurve starts.
inline constexpr std::int64_t kRatioOne = 65536;

[[nodiscard]] bool isTreeKernel(KernelKind kind);
[[nodiscard]] bool isPairKernel(KernelKind kind);

/// BadDefinition at "dimensions.<id>.<member>".
[[nodiscard]] Error badDimension(std::string_view dimensionId, std::string_view member, std::string detail);

/// What must hold of every definition, whether compiled here or decoded from a stranger's bytes.
/// The rest of the room relies on it: values in range, curves ascending, equal values score kOne.
[[nodiscard]] Status checkDefinition(const Definition& definition);

} // namespace qis::core
