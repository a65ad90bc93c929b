#include "similarity/explanation_words.h"

#include "domain/compose.h"
#include "similarity/kernels.h"

#include <algorithm>

namespace qis::core {

namespace {

/// `value` / 10^decimals without going through a real number; trailing zeros of the fraction fall.
std::string decimalWords(Int128 value, int decimals) {
    std::string digits;
    do {
        digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(value % 10)));
        value /= 10;
    } while (value > 0);
    const auto places = static_cast<std::size_t>(std::clamp(decimals, 0, 18));
    if (places == 0) {
        return digits;
    }
    if (digits.size() <= places) {
        digits.insert(0, places + 1 - digits.size(), '0');
    }
    digits.insert(digits.size() - places, ".");
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') {
        digits.pop_back();
    }
    return digits;
}

using FindingKind = Finding::Kind;

Finding classFinding(const CodeSystem& system, std::uint32_t mine, std::uint32_t theirs) {
    if (mine == theirs) {
        return {FindingKind::Same};
    }
    const std::size_t shared = system.sharedDepth(mine, theirs);
    const Term* common = shared == 0 ? nullptr : system.find(system.ancestorAt(mine, shared));
    return common == nullptr ? Finding{FindingKind::NoClass} : Finding{FindingKind::Class, common->name};
}

Comparison comparePairs(const Dimension& dimension, const CodeSystem& system, const FieldMap& mine,
                        const FieldMap& theirs) {
    const auto similarity = pairSimilarity(dimension, system, mine, theirs);
    Comparison comparison;
    comparison.swapped = similarity.crossed > similarity.straight;
    for (const std::size_t own : {std::size_t{0}, std::size_t{1}}) {
        const std::size_t other = comparison.swapped ? 1 - own : own;
        comparison.findings.push_back(classFinding(system, termOf(system, mine, dimension.fields[own]),
                                                   termOf(system, theirs, dimension.fields[other])));
    }
    if (comparison.findings[0].kind == FindingKind::Same && comparison.findings[1].kind == FindingKind::Same) {
        comparison.findings.pop_back();
    }
    return comparison;
}

Finding stepFinding(std::int64_t mine, std::int64_t theirs, const Field* field) {
    const Int128 difference = static_cast<Int128>(std::max(mine, theirs)) - std::min(mine, theirs);
    if (difference == 0) {
        return {FindingKind::Same};
    }
    if (field != nullptr && field->type == FieldType::Choice) {
        return {FindingKind::BandsApart, {}, decimalWords(difference, 0)};
    }
    const bool scaled = field != nullptr && field->type == FieldType::Number;
    return {FindingKind::Apart, field == nullptr ? std::string{} : field->unit,
            decimalWords(difference, scaled ? field->decimals : 0)};
}

Finding ratioFinding(std::int64_t mine, std::int64_t theirs) {
    if (mine == theirs) {
        return {FindingKind::Same};
    }
    if (mine <= 0 || theirs <= 0) {
        return {FindingKind::NoRatio};
    }
    const Int128 less = std::min(mine, theirs);
    const Int128 more = std::max(mine, theirs);
    return {FindingKind::Ratio, {}, decimalWords((more * 200 + less) / (2 * less), 2)};
}

Comparison compareRecorded(const Dimension& dimension, const Pack& pack, const CodeSystem* system, const FieldMap& mine,
                           const FieldMap& theirs) {
    const auto number = dimension.fields[0];
    switch (dimension.kernel) {
    case KernelKind::Exact:
        return {{{similarityOf(dimension, system, mine, theirs) == kOne ? FindingKind::Same : FindingKind::Different}}};
    case KernelKind::Hierarchy:
    case KernelKind::WuPalmer:
        return {{classFinding(*system, termOf(*system, mine, number), termOf(*system, theirs, number))}};
    case KernelKind::OrderedPair:
        return comparePairs(dimension, *system, mine, theirs);
    case KernelKind::Jaccard: {
        const auto counts = countSets(*findField(mine, number), *findField(theirs, number));
        const std::size_t united = counts.mine + counts.theirs - counts.shared;
        if (counts.shared == united) {
            return {{{FindingKind::Same}}};
        }
        return {{{FindingKind::Shared, {}, std::to_string(counts.shared), std::to_string(united)}}};
    }
    case KernelKind::Ordinal:
    case KernelKind::NumericCurve:
        return {
            {stepFinding(*integerOf(mine, number), *integerOf(theirs, number), pack.field(dimension.side, number))}};
    case KernelKind::RatioCurve:
        return {{ratioFinding(*integerOf(mine, number), *integerOf(theirs, number))}};
    }
    return {};
}

std::string wordsOf(const Finding& finding) {
    switch (finding.kind) {
    case FindingKind::Same:
        return "same";
    case FindingKind::Different:
        return "different";
    case FindingKind::Class:
        return "both: " + finding.name;
    case FindingKind::NoClass:
        return "no common class";
    case FindingKind::Shared:
        return finding.amount + " of " + finding.of + " shared";
    case FindingKind::BandsApart:
        return finding.amount + (finding.amount == "1" ? " band apart" : " bands apart");
    case FindingKind::Apart:
        return finding.amount + (finding.name.empty() ? "" : " " + finding.name) + " apart";
    case FindingKind::Ratio:
        return "ratio " + finding.amount;
    case FindingKind::NoRatio:
        return "no ratio with zero";
    case FindingKind::MissingThere:
        return "not recorded there";
    case FindingKind::MissingHere:
        return "not recorded here";
    case FindingKind::MissingOnBoth:
        return "not recorded on either side";
    }
    return {};
}

} // namespace

std::string howWords(KernelKind kernel) {
    switch (kernel) {
    case KernelKind::Exact:
        return "same or not";
    case KernelKind::Hierarchy:
        return "by class";
    case KernelKind::WuPalmer:
        return "by place in the tree";
    case KernelKind::Jaccard:
        return "by shared terms";
    case KernelKind::OrderedPair:
        return "by class, role by role";
    case KernelKind::Ordinal:
        return "by steps apart";
    case KernelKind::NumericCurve:
        return "by difference";
    case KernelKind::RatioCurve:
        return "by ratio";
    }
    return {};
}

std::string valueWords(const Dimension& dimension, const Pack& pack, const CodeSystems& systems,
                       const FieldMap& fields) {
    std::string words;
    for (const auto number : dimension.fields) {
        const Value* value = findField(fields, number);
        const Field* field = pack.field(dimension.side, number);
        if (value != nullptr && field != nullptr) {
            words += (words.empty() ? "" : " + ") + describeValue(*field, systems, *value);
        }
    }
    return words;
}

Comparison compareValues(const Dimension& dimension, const Pack& pack, const CodeSystems& systems, const FieldMap& mine,
                         const FieldMap& theirs) {
    const CodeSystem* system = systemOf(dimension, systems);
    const bool here = isRecorded(dimension, system, mine);
    const bool there = isRecorded(dimension, system, theirs);
    if (here && there) {
        return compareRecorded(dimension, pack, system, mine, theirs);
    }
    return {{{here ? FindingKind::MissingThere : there ? FindingKind::MissingHere : FindingKind::MissingOnBoth}}};
}

std::string whyWords(const ExplainedDimension& dimension) {
    std::string words;
    for (const auto& finding : dimension.findings) {
        words += (words.empty() ? "" : "; ") + wordsOf(finding);
    }
    return dimension.swapped ? words + " (roles swapped)" : words;
}

void addUnmatched(const Dimension& dimension, const Pack& pack, const CodeSystems& systems, const FieldMap& fields,
                  const FieldMap& others, std::vector<std::string>& words) {
    const Value* own = findField(fields, dimension.fields[0]);
    const Value* other = findField(others, dimension.fields[0]);
    const Field* field = pack.field(dimension.side, dimension.fields[0]);
    const auto* list = own == nullptr ? nullptr : std::get_if<ScalarList>(own);
    if (list == nullptr || other == nullptr || field == nullptr) {
        return;
    }
    for (const auto& item : *list) {
        const Value single = ScalarList{item};
        if (countSets(single, *other).shared == 0) {
            words.push_back(describeValue(*field, systems, single));
        }
    }
}

} // namespace qis::core
