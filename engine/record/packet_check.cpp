#include "record/packet.h"

#include "record/packet_keys.h"
#include "record/text_check.h"

#include <cmath>
#include <limits>

namespace qis::core {

namespace {

using namespace packet;

/// Which members a kind of packet needs and which it may have; the others it must not have.
struct KindRule {
    bool sides = true;   ///< condition, confidence and basis may be present
    bool outcome = true; ///< the outcome side may be present
    bool body = false;   ///< the outcome side is a body of fixed shape and must be present
    bool target = false; ///< must be present, otherwise must not be
    bool reason = false; ///< may be present
    bool needsReason = false;
    std::uint32_t maxReason = 0;
};

KindRule ruleOf(Kind kind) {
    KindRule rule;
    switch (kind) {
    case Kind::Outcome:
    case Kind::Question:
        break;
    case Kind::FollowUp:
    case Kind::Amendment:
        rule.target = true;
        break;
    case Kind::Retraction:
        rule.sides = false;
        rule.outcome = false;
        rule.target = true;
        rule.reason = true;
        rule.maxReason = kMaxReason;
        break;
    case Kind::Validation:
        rule.target = true;
        rule.reason = true;
        rule.needsReason = true;
        rule.maxReason = kMaxVerdict;
        break;
    case Kind::Fitness:
    case Kind::Tally:
        rule.sides = false;
        rule.body = true;
        break;
    }
    return rule;
}

Status checkMember(bool present, bool needed, bool allowed, const char* name) {
    if (present && !allowed) {
        return fail(Code::UnexpectedKey, {}, name);
    }
    if (!present && needed) {
        return fail(Code::MissingKey, {}, name);
    }
    return {};
}

Status checkMembers(const Content& content, const KindRule& rule) {
    struct Member {
        bool present;
        bool needed;
        bool allowed;
        const char* name;
    };
    const Member members[] = {
        {!content.condition.empty(), false, rule.sides, "condition"},
        {!content.outcome.empty(), rule.body, rule.outcome, "outcome"},
        {content.confidence.has_value(), false, rule.sides, "confidence"},
        {content.basis.has_value(), false, rule.sides, "basis"},
        {content.target.has_value(), rule.target, rule.target, "target"},
        {content.reason.has_value(), rule.needsReason, rule.reason, "reason"},
    };
    for (const auto& member : members) {
        if (Status status = checkMember(member.present, member.needed, member.allowed, member.name); !status) {
            return status;
        }
    }
    return {};
}

struct ValueCheck {
    Code operator()(std::int64_t /*value*/) const { return Code::None; }
    Code operator()(bool /*value*/) const { return Code::None; }
    Code operator()(float value) const { return std::isfinite(value) ? Code::None : Code::OutOfRange; }
    Code operator()(const std::string& value) const { return checkText(value, kMaxTextBytes); }
    Code operator()(const Bytes& /*value*/) const { return Code::BadPayload; }
    Code operator()(const ScalarList& list) const {
        if (list.empty() || list.size() > kMaxArray) {
            return Code::ArrayTooLong;
        }
        for (const auto& value : list) {
            if (const Code code = std::visit(*this, value); code != Code::None) {
                return code;
            }
        }
        return Code::None;
    }
};

Status checkFields(const FieldMap& fields, const char* name) {
    const auto at = [name](std::uint32_t number) { return std::string(name) + '.' + std::to_string(number); };
    if (fields.size() > kMaxFields) {
        return fail(Code::TooManyFields, {}, name);
    }
    std::uint32_t last = 0;
    for (const auto& [number, value] : fields) {
        if (number == 0 || number > kMaxFieldNumber) {
            return fail(Code::OutOfRange, "field numbers are 1 to 65535", at(number));
        }
        if (number <= last) {
            return fail(number == last ? Code::DuplicateKey : Code::BadPayload, "fields are not sorted", at(number));
        }
        last = number;
        if (const Code code = std::visit(ValueCheck{}, value); code != Code::None) {
            return fail(code, {}, at(number));
        }
    }
    return {};
}

constexpr bool isCount(std::uint64_t value) {
    return value <= kMaxCount;
}

struct BasisCheck {
    bool operator()(const OneCase& /*basis*/) const { return true; }
    bool operator()(const Counts& basis) const { return basis.n >= 1 && isCount(basis.n) && basis.events <= basis.n; }
    bool operator()(const Effect& basis) const {
        return basis.n >= 1 && isCount(basis.n) && std::isfinite(basis.estimate) &&
               std::isfinite(basis.standardError) && basis.standardError > 0;
    }
    bool operator()(const Table& basis) const {
        return isCount(basis.a) && isCount(basis.b) && isCount(basis.c) && isCount(basis.d) &&
               (basis.a | basis.b | basis.c | basis.d) != 0;
    }
    bool operator()(const ObservedExpected& basis) const {
        return isCount(basis.n) && std::isfinite(basis.expected) && basis.expected > 0;
    }
    bool operator()(const PairCells& basis) const {
        return std::all_of(basis.cells.begin(), basis.cells.end(), isCount);
    }
};

/// One member of a fitness or tally body; the first fault found decides.
class BodyCheck {
public:
    BodyCheck(const FieldMap& body, std::uint32_t size)
        : m_body(body) {
        require(body.size() == size && body.back().first == size, Code::BadPayload);
        for (std::uint32_t i = 0; i < body.size(); ++i) {
            require(body[i].first == i + 1, Code::BadPayload);
        }
    }

    void bytes(std::uint32_t number, std::size_t size) {
        const auto* value = get<Bytes>(number);
        require(value != nullptr && value->size() == size, Code::BadPayload);
    }
    std::int64_t count(std::uint32_t number) {
        const auto* value = get<std::int64_t>(number);
        require(value != nullptr, Code::BadPayload);
        require(value == nullptr || (*value >= 0 && isCount(static_cast<std::uint64_t>(*value))), Code::OutOfRange);
        return value != nullptr ? *value : 0;
    }
    void period(std::uint32_t number) {
        const auto* list = get<ScalarList>(number);
        if (list == nullptr || list->size() != 2) {
            require(false, Code::BadPayload);
            return;
        }
        const auto* from = std::get_if<std::int64_t>(&list->front());
        const auto* to = std::get_if<std::int64_t>(&list->back());
        require(from != nullptr && to != nullptr, Code::BadPayload);
        require(from == nullptr || to == nullptr || (*from >= 0 && *from <= *to), Code::OutOfRange);
    }
    void number(std::uint32_t number, float least) {
        const auto* value = get<float>(number);
        require(value != nullptr, Code::BadPayload);
        require(value == nullptr || (std::isfinite(*value) && *value >= least), Code::OutOfRange);
    }
    void require(bool holds, Code code) {
        if (!holds && m_code == Code::None) {
            m_code = code;
        }
    }
    [[nodiscard]] Status status() const {
        return m_code == Code::None ? Status{} : Status{fail(m_code, "the body does not have its shape", "outcome")};
    }

private:
    template <class T> const T* get(std::uint32_t number) const {
        const Value* value = findField(m_body, number);
        return value == nullptr ? nullptr : std::get_if<T>(value);
    }

    const FieldMap& m_body;
    Code m_code = Code::None;
};

Status checkFitness(const FieldMap& fields) {
    BodyCheck body(fields, 7);
    body.bytes(kFitnessNetwork, NetworkId::kSize);
    body.period(2);
    body.count(3);
    body.number(4, std::numeric_limits<float>::lowest());
    body.number(5, 0);
    body.count(6);
    body.count(7);
    return body.status();
}

Status checkTally(const FieldMap& fields) {
    BodyCheck body(fields, 6);
    body.period(1);
    const auto* question = findField(fields, 2);
    const auto* number = question != nullptr ? std::get_if<std::int64_t>(question) : nullptr;
    body.require(number != nullptr, Code::BadPayload);
    body.require(number == nullptr || *number >= 0, Code::OutOfRange);
    const auto exposed = body.count(3);
    body.require(body.count(4) <= exposed, Code::OutOfRange);
    const auto unexposed = body.count(5);
    body.require(body.count(6) <= unexposed, Code::OutOfRange);
    return body.status();
}

Status checkSides(const Content& content) {
    if (Status status = checkFields(content.condition, "condition"); !status) {
        return status;
    }
    switch (content.kind) {
    case Kind::Fitness:
        return checkFitness(content.outcome);
    case Kind::Tally:
        return checkTally(content.outcome);
    default:
        return checkFields(content.outcome, "outcome");
    }
}

} // namespace

Status checkContent(const Content& content) {
    if (content.kind > Kind::Question) {
        return fail(Code::UnknownKind, {}, "kind");
    }
    const KindRule rule = ruleOf(content.kind);
    if (Status status = checkMembers(content, rule); !status) {
        return status;
    }
    if (Status status = checkSides(content); !status) {
        return status;
    }
    if (content.confidence && *content.confidence > kMaxConfidence) {
        return fail(Code::OutOfRange, "confidence is 0 to 100", "confidence");
    }
    if (content.basis && !std::visit(BasisCheck{}, *content.basis)) {
        return fail(Code::OutOfRange, "the numbers of the basis cannot be", "basis");
    }
    if (content.reason && *content.reason > rule.maxReason) {
        return fail(Code::OutOfRange, {}, "reason");
    }
    if (content.note) {
        if (const Code code = checkText(*content.note, kMaxNoteBytes); code != Code::None) {
            return fail(code, {}, "note");
        }
    }
    return {};
}

} // namespace qis::core
