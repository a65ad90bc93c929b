#pragma once

#include "domain/member_reader.h"
#include "domain/pack.h"

#include <vector>

namespace qis::core {

/// What a Number may become on the wire; doubles are exact up to here.
inline constexpr double kLargestNumber = 1e15;

/// A field of a pack from its JSON object. What is wrong with it is refused by `in`.
[[nodiscard]] Field readField(MemberReader& in, const std::vector<Section>& sections, const CodeSystems& systems);

/// By the value of Side.
[[nodiscard]] const std::vector<std::string_view>& sideNames();

} // namespace qis::core
