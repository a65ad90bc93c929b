#include "similarity/kernels.h"

#include "similarity/definition_check.h"

#include <algorithm>
#include <limits>

namespace qis::core {

namespace {

constexpr auto kOneInt = static_cast<std::int32_t>(kOne);

/// The integers of a scalar or list; empty for anything else or if one item is not an integer.
class Codes {
public:
    explicit Codes(const Value& value)
        : m_scalar(std::get_if<std::int64_t>(&value)) {
        const auto* list = std::get_if<ScalarList>(&value);
        const auto isInteger = [](const Scalar& item) { return std::holds_alternative<std::int64_t>(item); };
        if (list != nullptr && std::all_of(list->begin(), list->end(), isInteger)) {
            m_list = list;
        }
    }
    [[nodiscard]] std::size_t size() const { return m_scalar != nullptr ? 1 : m_list != nullptr ? m_list->size() : 0; }
    [[nodiscard]] std::int64_t operator[](std::size_t i) const {
        const auto* code = m_scalar != nullptr ? m_scalar : std::get_if<std::int64_t>(&(*m_list)[i]);
        return code == nullptr ? 0 : *code;
    }
    [[nodiscard]] bool holds(std::int64_t code, std::size_t end) const {
        for (std::size_t i = 0; i < end; ++i) {
            if ((*this)[i] == code) {
                return true;
            }
        }
        return false;
    }

private:
    const std::int64_t* m_scalar = nullptr;
    const ScalarList* m_list = nullptr;
};

/// Of a field known to be recorded.
const Value& valueOf(const FieldMap& fields, std::uint32_t number) {
    static const Value kNothing;
    const Value* value = findField(fields, number);
    return value == nullptr ? kNothing : *value;
}

std::int64_t numberOf(const FieldMap& fields, std::uint32_t number) {
    const auto* value = integerOf(fields, number);
    return value == nullptr ? 0 : *value;
}

std::uint64_t distance(std::int64_t a, std::int64_t b) {
    return a > b ? static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b)
                 : static_cast<std::uint64_t>(b) - static_cast<std::uint64_t>(a);
}

std::int64_t clamped(std::uint64_t value) {
    constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
    return value > static_cast<std::uint64_t>(kMost) ? kMost : static_cast<std::int64_t>(value);
}

/// Rounded to nearest.
std::int32_t share(std::size_t part, std::size_t whole) {
    const auto top = static_cast<std::int64_t>(part);
    const auto bottom = static_cast<std::int64_t>(whole);
    return static_cast<std::int32_t>((2 * kOne * top + bottom) / (2 * bottom));
}

std::int32_t exact(const Value& mine, const Value& theirs) {
    if (const auto* flag = std::get_if<bool>(&mine)) {
        const auto* other = std::get_if<bool>(&theirs);
        return other != nullptr && *flag == *other ? kOneInt : 0;
    }
    const auto counts = countSets(mine, theirs);
    return counts.mine > 0 && counts.shared == counts.mine && counts.shared == counts.theirs ? kOneInt : 0;
}

std::int32_t jaccard(const Value& mine, const Value& theirs) {
    const auto counts = countSets(mine, theirs);
    const std::size_t united = counts.mine + counts.theirs - counts.shared;
    return united == 0 ? 0 : share(counts.shared, united);
}

std::int32_t byClass(const Dimension& dimension, const CodeSystem& system, std::uint32_t a, std::uint32_t b) {
    return a == b ? kOneInt : tableAt(dimension.table, system.sharedDepth(a, b));
}

std::int32_t ordinal(const Dimension& dimension, std::int64_t a, std::int64_t b) {
    const std::uint64_t steps = distance(a, b);
    return steps < dimension.table.size() ? dimension.table[static_cast<std::size_t>(steps)] : 0;
}

std::int32_t byRatio(const Dimension& dimension, std::int64_t a, std::int64_t b) {
    if (a <= 0 || b <= 0) {
        return a == b ? kOneInt : 0;
    }
    const Int128 ratio = static_cast<Int128>(std::max(a, b)) * kRatioOne / std::min(a, b);
    const Int128 most = std::numeric_limits<std::int64_t>::max();
    return curveAt(dimension.curve, static_cast<std::int64_t>(std::min(ratio, most)));
}

} // namespace

const CodeSystem* systemOf(const Dimension& dimension, const CodeSystems& systems) {
    const auto found = dimension.system.empty() ? systems.end() : systems.find(dimension.system);
    return found == systems.end() ? nullptr : &found->second;
}

const std::int64_t* integerOf(const FieldMap& fields, std::uint32_t number) {
    const Value* value = findField(fields, number);
    return value == nullptr ? nullptr : std::get_if<std::int64_t>(value);
}

std::uint32_t termOf(const CodeSystem& system, const FieldMap& fields, std::uint32_t number) {
    const auto* code = integerOf(fields, number);
    if (code == nullptr || *code <= 0 || *code > std::numeric_limits<std::uint32_t>::max()) {
        return 0;
    }
    const auto term = static_cast<std::uint32_t>(*code);
    return system.path(term).empty() ? 0 : term;
}

bool isRecorded(const Dimension& dimension, const CodeSystem* system, const FieldMap& fields) {
    switch (dimension.kernel) {
    case KernelKind::Hierarchy:
    case KernelKind::WuPalmer:
    case KernelKind::OrderedPair:
        return system != nullptr && std::all_of(dimension.fields.begin(), dimension.fields.end(),
                                                [&](auto number) { return termOf(*system, fields, number) != 0; });
    case KernelKind::Exact:
    case KernelKind::Jaccard: {
        const Value* value = findField(fields, dimension.fields[0]);
        return value != nullptr && (Codes(*value).size() > 0 ||
                                    (dimension.kernel == KernelKind::Exact && std::holds_alternative<bool>(*value)));
    }
    case KernelKind::Ordinal:
    case KernelKind::NumericCurve:
    case KernelKind::RatioCurve:
        return integerOf(fields, dimension.fields[0]) != nullptr;
    }
    return false;
}

std::int32_t similarityOf(const Dimension& dimension, const CodeSystem* system, const FieldMap& mine,
                          const FieldMap& theirs) {
    const auto number = dimension.fields[0];
    switch (dimension.kernel) {
    case KernelKind::Exact:
        return exact(valueOf(mine, number), valueOf(theirs, number));
    case KernelKind::Jaccard:
        return jaccard(valueOf(mine, number), valueOf(theirs, number));
    case KernelKind::Hierarchy:
        return byClass(dimension, *system, termOf(*system, mine, number), termOf(*system, theirs, number));
    case KernelKind::WuPalmer: {
        const auto a = termOf(*system, mine, number);
        const auto b = termOf(*system, theirs, number);
        return wuPalmer(system->sharedDepth(a, b), system->path(a).size(), system->path(b).size());
    }
    case KernelKind::OrderedPair: {
        const auto pair = pairSimilarity(dimension, *system, mine, theirs);
        return std::max(pair.straight, pair.crossed);
    }
    case KernelKind::Ordinal:
        return ordinal(dimension, numberOf(mine, number), numberOf(theirs, number));
    case KernelKind::NumericCurve:
        return curveAt(dimension.curve, clamped(distance(numberOf(mine, number), numberOf(theirs, number))));
    case KernelKind::RatioCurve:
        return byRatio(dimension, numberOf(mine, number), numberOf(theirs, number));
    }
    return 0;
}

PairSimilarity pairSimilarity(const Dimension& dimension, const CodeSystem& system, const FieldMap& mine,
                              const FieldMap& theirs) {
    const auto first = termOf(system, mine, dimension.fields[0]);
    const auto second = termOf(system, mine, dimension.fields[1]);
    const auto otherFirst = termOf(system, theirs, dimension.fields[0]);
    const auto otherSecond = termOf(system, theirs, dimension.fields[1]);
    PairSimilarity result;
    result.straight =
        geometricMean(byClass(dimension, system, first, otherFirst), byClass(dimension, system, second, otherSecond));
    if (dimension.swapFactor > 0) {
        const std::int64_t crossed = geometricMean(byClass(dimension, system, first, otherSecond),
                                                   byClass(dimension, system, second, otherFirst));
        result.crossed = static_cast<std::int32_t>(crossed * dimension.swapFactor / kOne);
    }
    return result;
}

std::int32_t tableAt(std::span<const std::int32_t> table, std::size_t sharedDepth) {
    return table.empty() ? 0 : table[std::min(sharedDepth, table.size() - 1)];
}

std::int32_t wuPalmer(std::size_t shared, std::size_t lengthA, std::size_t lengthB) {
    return lengthA + lengthB == 0 ? 0 : share(2 * shared, lengthA + lengthB);
}

std::int32_t geometricMean(std::int32_t a, std::int32_t b) {
    const std::int64_t product = static_cast<std::int64_t>(a) * b;
    std::int64_t root = 0;
    for (std::int64_t bit = 1 << 14; bit > 0; bit /= 2) {
        if ((root + bit) * (root + bit) <= product) {
            root += bit;
        }
    }
    return static_cast<std::int32_t>(root);
}

std::int32_t curveAt(std::span<const CurvePoint> curve, std::int64_t x) {
    const auto above = std::upper_bound(curve.begin(), curve.end(), x,
                                        [](std::int64_t value, const CurvePoint& point) { return value < point.x; });
    if (above == curve.begin()) {
        return curve.empty() ? 0 : curve.front().y;
    }
    const auto& left = *(above - 1);
    if (above == curve.end()) {
        return left.y;
    }
    const Int128 width = above->x - left.x;
    const Int128 rise = static_cast<Int128>(above->y - left.y) * (x - left.x) * 2;
    // Division truncates, so half the width is added away from zero to round to nearest.
    return left.y + static_cast<std::int32_t>((rise + (rise < 0 ? -width : width)) / (2 * width));
}

SetCounts countSets(const Value& mine, const Value& theirs) {
    const Codes a(mine);
    const Codes b(theirs);
    SetCounts counts;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!a.holds(a[i], i)) {
            ++counts.mine;
            counts.shared += b.holds(a[i], b.size()) ? 1U : 0U;
        }
    }
    for (std::size_t i = 0; i < b.size(); ++i) {
        counts.theirs += b.holds(b[i], i) ? 0U : 1U;
    }
    return counts;
}

} // namespace qis::core
