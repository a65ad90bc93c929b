#pragma once

#include "domain/pack.h"
#include "record/packet.h"

#include <string>
#include <vector>

namespace qis::core {

/// Something that is not recorded yet, and by how much the value grows if it is added alone.
struct MissingPart {
    std::string label;
    const Field* field = nullptr; ///< where it would be recorded
    int gain = 0;                 ///< hundredths
};

struct Completeness {
    int value = 0;                    ///< hundredths, 0 to 100
    std::vector<MissingPart> missing; ///< the largest gain first
};

/// How much of what the pack calls worth recording is recorded: the weights of the parts that are,
/// divided by those of the parts that can be. A part cannot be when a rule of the pack excludes all of
/// its fields, as the onset of an effect that did not happen. Says nothing about whether it is true.
/// The content may be incomplete. 0 and nothing missing for a pack without parts.
[[nodiscard]] Completeness completenessOf(const Pack& pack, const CodeSystems& systems, const Content& content);

} // namespace qis::core
