#include "similarity/definition_check.h"

#include "record/cbor.h"

#include <algorithm>
#include <set>

namespace qis::core {

namespace {

bool isIdentifier(std::string_view text) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
               c == '.';
    };
    return !text.empty() && text.size() <= kMaxDefinitionText && std::all_of(text.begin(), text.end(), allowed);
}

bool isLabel(std::string_view text) {
    const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    return !text.empty() && text.size() <= kMaxDefinitionText && isUtf8(text) &&
           std::none_of(text.begin(), text.end(), control);
}

bool isQ15(std::int32_t value) {
    return value >= 0 && value <= kOne;
}

Status checkTable(const Dimension& dimension) {
    const auto& table = dimension.table;
    const auto bad = [&](std::string detail) { return badDimension(dimension.id, "table", std::move(detail)); };
    const bool byDepth = dimension.kernel == KernelKind::Hierarchy || dimension.kernel == KernelKind::OrderedPair;
    const bool byDistance = dimension.kernel == KernelKind::Ordinal;
    if (!byDepth && !byDistance) {
        return table.empty() ? Status{} : bad("this kernel has no table");
    }
    if (table.empty() || table.size() > (byDepth ? kMaxDepth + 1 : kMaxTable)) {
        return bad("the table is empty or too long");
    }
    if (!std::all_of(table.begin(), table.end(), isQ15)) {
        return bad("a similarity is outside 0 to 1");
    }
    if (byDepth && !std::is_sorted(table.begin(), table.end())) {
        return bad("similarity falls where more of the path is shared");
    }
    if (byDistance && table.front() != kOne) {
        return bad("the first value stands for no difference and must be 1");
    }
    return {};
}

Status checkCurve(const Dimension& dimension) {
    const auto& curve = dimension.curve;
    const auto bad = [&](std::string detail) { return badDimension(dimension.id, "curve", std::move(detail)); };
    const bool byDifference = dimension.kernel == KernelKind::NumericCurve;
    if (!byDifference && dimension.kernel != KernelKind::RatioCurve) {
        return curve.empty() ? Status{} : bad("this kernel has no curve");
    }
    if (curve.size() < 2 || curve.size() > kMaxCurve) {
        return bad("a curve has 2 to 1024 points");
    }
    if (curve.front().x != (byDifference ? 0 : kRatioOne) || curve.front().y != kOne) {
        return bad("the curve must start at equal values with similarity 1");
    }
    for (std::size_t i = 0; i < curve.size(); ++i) {
        if (!isQ15(curve[i].y) || (i > 0 && curve[i].x <= curve[i - 1].x)) {
            return bad("points must ascend and similarities lie within 0 to 1");
        }
    }
    return {};
}

Status checkRouting(const Dimension& dimension) {
    if (dimension.routingLevel == 0) {
        return {};
    }
    const auto bad = [&](std::string detail) { return badDimension(dimension.id, "routing_level", std::move(detail)); };
    if (dimension.routingLevel > kMaxDepth) {
        return bad("routing deeper than 16 levels");
    }
    if (dimension.side != Side::Condition) {
        return bad("only the condition side is routed by");
    }
    if ((!isTreeKernel(dimension.kernel) && dimension.kernel != KernelKind::Exact) || dimension.system.empty()) {
        return bad("routing needs a kernel over one term of a code system");
    }
    return {};
}

Status checkFields(const Dimension& dimension) {
    const auto bad = [&](std::string detail) { return badDimension(dimension.id, "fields", std::move(detail)); };
    if (dimension.fields.size() != (isPairKernel(dimension.kernel) ? 2U : 1U)) {
        return bad("an ordered pair has two fields, every other kernel one");
    }
    for (const auto number : dimension.fields) {
        if (number > kMaxFieldNumber) {
            return bad("a field number is too large");
        }
    }
    if (isPairKernel(dimension.kernel) && dimension.fields[0] == dimension.fields[1]) {
        return bad("the two roles must be different fields");
    }
    return {};
}

Status checkDimension(const Dimension& dimension) {
    const auto bad = [&](std::string_view member, std::string detail) {
        return badDimension(dimension.id, member, std::move(detail));
    };
    if (!isIdentifier(dimension.id)) {
        return bad("id", "an id is letters, digits, dot, dash and underscore");
    }
    if (!isLabel(dimension.label)) {
        return bad("label", "a label is a short text");
    }
    if (dimension.kernel > KernelKind::RatioCurve) {
        return bad("kernel", "unknown kernel");
    }
    if (dimension.side > Side::Outcome) {
        return bad("side", "unknown side");
    }
    if ((isTreeKernel(dimension.kernel) || !dimension.system.empty()) && !isIdentifier(dimension.system)) {
        return bad("system", "the kernel needs a code system");
    }
    if (!isQ15(dimension.swapFactor) || (dimension.swapFactor != 0 && !isPairKernel(dimension.kernel))) {
        return bad("swap_factor", "a swap factor is 0 to 1 and belongs to an ordered pair");
    }
    if (dimension.floor < 0 || dimension.floor > kTenThousand) {
        return bad("floor", "a floor is 0 to 1");
    }
    if (dimension.missing > MissingPolicy::AsValue || !isQ15(dimension.missingValue) ||
        (dimension.missing == MissingPolicy::Ignore && dimension.missingValue != 0)) {
        return bad("missing", "missing is ignore, or a value of 0 to 1");
    }
    for (const auto check : {checkFields, checkTable, checkCurve, checkRouting}) {
        if (auto status = check(dimension); !status) {
            return status;
        }
    }
    return {};
}

} // namespace

bool isTreeKernel(KernelKind kind) {
    return kind == KernelKind::Hierarchy || kind == KernelKind::WuPalmer || kind == KernelKind::OrderedPair;
}

bool isPairKernel(KernelKind kind) {
    return kind == KernelKind::OrderedPair;
}

Error badDimension(std::string_view dimensionId, std::string_view member, std::string detail) {
    std::string field = "dimensions.";
    field.append(dimensionId).append(".").append(member);
    return fail(Code::BadDefinition, std::move(detail), std::move(field));
}

Status checkDefinition(const Definition& definition) {
    const auto within = [](std::int32_t value) { return value >= 0 && value <= kTenThousand; };
    if (!isIdentifier(definition.id)) {
        return fail(Code::BadDefinition, "an id is letters, digits, dot, dash and underscore", "id");
    }
    if (definition.version == 0) {
        return fail(Code::BadDefinition, "versions count from 1", "version");
    }
    if (!within(definition.theta)) {
        return fail(Code::BadDefinition, "the threshold is 0 to 1", "theta");
    }
    if (!within(definition.minCoverage)) {
        return fail(Code::BadDefinition, "the minimum coverage is 0 to 1", "min_coverage");
    }
    if (definition.dimensions.empty() || definition.dimensions.size() > kMaxDimensions) {
        return fail(Code::BadDefinition, "a definition has 1 to 32 dimensions", "dimensions");
    }
    std::set<std::string_view> ids;
    std::int64_t conditionWeight = 0;
    std::size_t slots = 0;
    for (const auto& dimension : definition.dimensions) {
        if (auto status = checkDimension(dimension); !status) {
            return status;
        }
        if (!ids.insert(dimension.id).second) {
            return badDimension(dimension.id, "id", "two dimensions have this id");
        }
        conditionWeight += dimension.side == Side::Condition ? dimension.weight : 0;
        slots += dimension.routingLevel > 0 ? dimension.fields.size() : 0;
    }
    if (conditionWeight == 0) {
        return fail(Code::BadDefinition, "the weights of the condition side sum to nothing", "dimensions.weight");
    }
    if (slots > kMaxRoutingSlots) {
        return fail(Code::BadDefinition, "more than 8 fields are routed by", "dimensions.routing_level");
    }
    return {};
}

} // namespace qis::core
