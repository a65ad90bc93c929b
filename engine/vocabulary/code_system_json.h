#pragma once

#include "base/result.h"
#include "vocabulary/code_system.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace qis::core {

/// The members of a vocabulary file, each checked by itself; how the terms hang together is not.
struct CodeSystemText {
    std::string id, title, version, licence, source, acknowledgement;
    std::vector<Term> terms;          ///< `parent` is still 0
    std::vector<std::string> parents; ///< parallel to `terms`: the parent's id, empty at the top
};

/// BadVocabulary with the member concerned, for example "terms[12].synonyms".
[[nodiscard]] Result<CodeSystemText> readCodeSystemText(std::string_view json);

/// "terms[12].parent"
[[nodiscard]] std::string termMember(std::size_t index, std::string_view member);

} // namespace qis::core
