#pragma once

#include "similarity/explanation.h"

#include <string>

namespace qis::core {

/// The kernel in words: "by class".
[[nodiscard]] std::string howWords(KernelKind kernel);

/// The dimension's value on one side in words, empty when nothing is recorded.
[[nodiscard]] std::string valueWords(const Dimension& dimension, const Pack& pack, const CodeSystems& systems,
                                     const FieldMap& fields);

/// Why the similarity is what it is, in the terms of ExplainedDimension.
struct Comparison {
    std::vector<Finding> findings;
    bool swapped = false;
};
[[nodiscard]] Comparison compareValues(const Dimension& dimension, const Pack& pack, const CodeSystems& systems,
                                       const FieldMap& mine, const FieldMap& theirs);

/// The same in English: "both: Vitamin K antagonists", "same", "2 of 3 shared".
[[nodiscard]] std::string whyWords(const ExplainedDimension& dimension);

/// Appends the terms of a set that the other side lacks, in words.
void addUnmatched(const Dimension& dimension, const Pack& pack, const CodeSystems& systems, const FieldMap& fields,
                  const FieldMap& others, std::vector<std::string>& words);

} // namespace qis::core
