#include "similarity/definition.h"

#include "crypto/sodium.h"
#include "similarity/definition_check.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace qis::core {

// The only place of this room with real numbers. They are rounded into tables here, once, and the
// tables are what is signed: nobody who scores needs exp() or log() to agree with anybody else's.

namespace {

/// exp(-kVanish) is less than half a step of Q15.
constexpr double kVanish = 11.1;
constexpr int kCurveSteps = 256;
constexpr double kLargestRatio = 1e6;
constexpr double kLargestScale = 1e12;

bool isShare(double value) {
    return std::isfinite(value) && value >= 0 && value <= 1;
}

std::int32_t q15(double share) {
    return static_cast<std::int32_t>(std::lround(share * static_cast<double>(kOne)));
}

std::int32_t tenThousandths(double share) {
    return static_cast<std::int32_t>(std::lround(share * static_cast<double>(kTenThousand)));
}

/// Appends a point unless integers leave no room for it.
void addPoint(std::vector<CurvePoint>& curve, double x, double (*similarity)(double, double), double parameter) {
    const CurvePoint point{std::llround(x), q15(similarity(static_cast<double>(std::llround(x)), parameter))};
    if (curve.empty() || point.x > curve.back().x) {
        curve.push_back(point);
    }
}

double decay(double difference, double scale) {
    return std::exp(-difference / scale);
}

double rangeShare(double difference, double scale) {
    return std::max(0.0, 1 - difference / scale);
}

double ratioDecay(double ratioQ16, double power) {
    return std::exp(-power * std::log(ratioQ16 / static_cast<double>(kRatioOne)));
}

/// One point per integer where few integers matter; otherwise denser where the curve bends more, so
/// that the straight pieces stay within half a step of Q15.
std::vector<CurvePoint> decayCurve(double scale) {
    std::vector<CurvePoint> curve;
    const double reach = std::max(1.0, std::ceil(kVanish * scale));
    if (reach <= kCurveSteps) {
        for (int i = 0; i <= static_cast<int>(reach); ++i) {
            addPoint(curve, i, decay, scale);
        }
        return curve;
    }
    const double span = 1 - std::exp(-kVanish / 2);
    for (int i = 0; i <= kCurveSteps; ++i) {
        addPoint(curve, -2 * scale * std::log(1 - span * i / kCurveSteps), decay, scale);
    }
    return curve;
}

/// Straight down to the last integer below the scale, which need not be an integer itself.
std::vector<CurvePoint> rangeCurve(double scale) {
    std::vector<CurvePoint> curve;
    for (const double x : {0.0, std::floor(scale), std::floor(scale) + 1}) {
        if (curve.empty() || curve.back().y > 0) {
            addPoint(curve, x, rangeShare, scale);
        }
    }
    return curve;
}

std::vector<CurvePoint> ratioCurve(double scale) {
    std::vector<CurvePoint> curve;
    const double power = 1 / std::log(scale);
    const double reach = std::min(std::log(kLargestRatio), kVanish / power);
    const double last = std::exp(-power * reach / 2);
    for (int i = 0; i <= kCurveSteps; ++i) {
        const double bend = 1 + (last - 1) * i / kCurveSteps;
        addPoint(curve, static_cast<double>(kRatioOne) * std::exp(-2 / power * std::log(bend)), ratioDecay, power);
    }
    return curve;
}

/// Which members a kernel's specification has and which field types it compares.
struct KernelRule {
    std::string_view name;
    KernelKind kind;
    bool table;
    bool scale;
    bool (*suits)(const Field& field);
};

bool isTerm(const Field& field) {
    return field.type == FieldType::Term;
}
bool isTermOrTerms(const Field& field) {
    return field.type == FieldType::Term || field.type == FieldType::Terms;
}
bool isStepwise(const Field& field) {
    return field.type == FieldType::Integer || (field.type == FieldType::Choice && field.ordered);
}
bool isNumeric(const Field& field) {
    return field.type == FieldType::Number || isStepwise(field);
}
bool isMeasured(const Field& field) {
    return field.type == FieldType::Number || field.type == FieldType::Integer;
}
bool isAny(const Field&) {
    return true;
}

constexpr KernelRule kKernels[] = {
    {"exact", KernelKind::Exact, false, false, isAny},
    {"hierarchy", KernelKind::Hierarchy, true, false, isTerm},
    {"wu_palmer", KernelKind::WuPalmer, false, false, isTerm},
    {"jaccard", KernelKind::Jaccard, false, false, isTermOrTerms},
    {"ordered_pair", KernelKind::OrderedPair, true, false, isTerm},
    {"ordinal", KernelKind::Ordinal, true, false, isStepwise},
    {"numeric_decay", KernelKind::NumericCurve, false, true, isNumeric},
    {"numeric_range", KernelKind::NumericCurve, false, true, isNumeric},
    {"log_ratio", KernelKind::RatioCurve, false, true, isMeasured},
};

const KernelRule* kernelNamed(std::string_view name) {
    for (const auto& rule : kKernels) {
        if (rule.name == name) {
            return &rule;
        }
    }
    return nullptr;
}

Status compileFields(const DimensionSpec& spec, const KernelRule& rule, const Pack& pack, Dimension& dimension) {
    const auto bad = [&](std::string detail) { return badDimension(spec.id, "fields", std::move(detail)); };
    for (const auto& name : spec.fields) {
        const Field* field = pack.field(name);
        if (field == nullptr) {
            return bad("the pack has no field " + name);
        }
        if (field->side != spec.side) {
            return badDimension(spec.id, "side", "field " + name + " stands on the other side");
        }
        if (!rule.suits(*field)) {
            return badDimension(spec.id, "kernel", spec.kernel + " cannot compare field " + name);
        }
        if (spec.routingLevel > 0 && field->type != FieldType::Term) {
            return badDimension(spec.id, "routing_level", "field " + name + " is not a single term");
        }
        if (!dimension.fields.empty() && dimension.system != field->system) {
            return bad("the two roles come from different code systems");
        }
        dimension.fields.push_back(field->number);
        dimension.system = field->system;
        if (dimension.label.empty()) {
            dimension.label = field->label;
        }
    }
    return {};
}

Status compileCurve(const DimensionSpec& spec, const KernelRule& rule, const Pack& pack, Dimension& dimension) {
    const auto bad = [&](std::string detail) { return badDimension(spec.id, "scale", std::move(detail)); };
    if (!rule.scale) {
        // Written so that not-a-number is refused too.
        return spec.scale == 0 ? Status{} : bad("this kernel has no scale");
    }
    if (!(spec.scale > 0 && spec.scale <= kLargestScale)) {
        return bad("the scale must be a number above 0");
    }
    if (rule.kind == KernelKind::RatioCurve) {
        if (!(spec.scale >= 1.001 && spec.scale <= kLargestRatio)) {
            return bad("the scale of a ratio is 1.001 to 1,000,000");
        }
        dimension.curve = ratioCurve(spec.scale);
        return {};
    }
    const Field* field = pack.field(spec.fields.front());
    const int decimals = field->type == FieldType::Number ? field->decimals : 0;
    const double scale = spec.scale * std::pow(10.0, decimals);
    if (!(scale <= kLargestScale)) {
        return bad("the scale is too large for the field's decimals");
    }
    dimension.curve = spec.kernel == "numeric_decay" ? decayCurve(scale) : rangeCurve(scale);
    return {};
}

Status compileMissing(const DimensionSpec& spec, Dimension& dimension) {
    if (spec.missing == "ignore" || spec.missing.empty()) {
        return {};
    }
    double value = 0;
    if (spec.missing != "zero") {
        const char* end = spec.missing.data() + spec.missing.size();
        const auto parsed = std::from_chars(spec.missing.data(), end, value);
        if (parsed.ec != std::errc{} || parsed.ptr != end || !isShare(value)) {
            return badDimension(spec.id, "missing", "missing is ignore, zero or a number from 0 to 1");
        }
    }
    dimension.missing = MissingPolicy::AsValue;
    dimension.missingValue = q15(value);
    return {};
}

Result<Dimension> compileDimension(const DimensionSpec& spec, const Pack& pack) {
    const auto bad = [&](std::string_view member, std::string detail) {
        return badDimension(spec.id, member, std::move(detail));
    };
    const KernelRule* rule = kernelNamed(spec.kernel);
    if (rule == nullptr) {
        return bad("kernel", "unknown kernel " + spec.kernel);
    }
    if (spec.fields.size() != (isPairKernel(rule->kind) ? 2U : 1U)) {
        return bad("fields", "an ordered pair has two fields, every other kernel one");
    }
    if (spec.weight > std::numeric_limits<std::uint16_t>::max()) {
        return bad("weight", "a weight is at most 65535");
    }
    if (spec.routingLevel < 0 || spec.routingLevel > static_cast<int>(kMaxDepth)) {
        return bad("routing_level", "a routing level is 0 to 16");
    }
    if (!isShare(spec.floor)) {
        return bad("floor", "a floor is a number from 0 to 1");
    }
    if (!isShare(spec.swapFactor)) {
        return bad("swap_factor", "a swap factor is a number from 0 to 1");
    }
    if (!rule->table && !spec.table.empty()) {
        return bad("table", "this kernel has no table");
    }
    Dimension dimension;
    dimension.id = spec.id;
    dimension.label = spec.label;
    dimension.side = spec.side;
    dimension.weight = static_cast<std::uint16_t>(spec.weight);
    dimension.kernel = rule->kind;
    dimension.swapFactor = q15(spec.swapFactor);
    dimension.floor = tenThousandths(spec.floor);
    dimension.routingLevel = static_cast<std::uint8_t>(spec.routingLevel);
    for (const double entry : spec.table) {
        if (!isShare(entry)) {
            return bad("table", "a table holds numbers from 0 to 1");
        }
        dimension.table.push_back(q15(entry));
    }
    if (auto status = compileFields(spec, *rule, pack, dimension); !status) {
        return status.error();
    }
    if (auto status = compileCurve(spec, *rule, pack, dimension); !status) {
        return status.error();
    }
    if (auto status = compileMissing(spec, dimension); !status) {
        return status.error();
    }
    return dimension;
}

} // namespace

Result<Definition> Definition::compile(const DefinitionSpec& spec, const Pack& pack) {
    if (!isShare(spec.theta)) {
        return fail(Code::BadDefinition, "the threshold is a number from 0 to 1", "theta");
    }
    if (!isShare(spec.minCoverage)) {
        return fail(Code::BadDefinition, "the minimum coverage is a number from 0 to 1", "min_coverage");
    }
    Definition definition;
    definition.id = spec.id;
    definition.version = spec.version;
    definition.pack = pack.family();
    definition.theta = tenThousandths(spec.theta);
    definition.minCoverage = tenThousandths(spec.minCoverage);
    for (const auto& dimensionSpec : spec.dimensions) {
        auto dimension = compileDimension(dimensionSpec, pack);
        if (!dimension) {
            return dimension.error();
        }
        definition.dimensions.push_back(std::move(dimension).value());
    }
    if (auto status = checkDefinition(definition); !status) {
        return status.error();
    }
    definition.hash = blake2b256(definition.encode());
    return definition;
}

} // namespace qis::core
