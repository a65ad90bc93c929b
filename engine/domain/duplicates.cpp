#include "domain/duplicates.h"

#include "domain/recorded.h"

#include <algorithm>
#include <cmath>

namespace qis::core {

namespace {

constexpr std::int64_t kNearness = 10; ///< one part in ten

bool areNear(const Field& field, const Value& first, const Value& second) {
    const auto* a = std::get_if<std::int64_t>(&first);
    const auto* b = std::get_if<std::int64_t>(&second);
    const bool isNumber = field.type == FieldType::Number || field.type == FieldType::Integer;
    return isNumber && a != nullptr && b != nullptr &&
           std::abs(*a - *b) * kNearness <= std::max(std::abs(*a), std::abs(*b));
}

bool hasFigures(const Content& content) {
    return content.basis && !std::holds_alternative<OneCase>(*content.basis);
}

} // namespace

DuplicateModel::DuplicateModel(const Pack& pack, const CodeSystems& systems, const std::vector<const Content*>& earlier)
    : m_pack(pack)
    , m_systems(systems)
    , m_earlier(earlier.size()) {
    for (const auto* content : earlier) {
        for (const auto& field : pack.fields) {
            const auto* value = recorded(field, *content);
            if (value == nullptr) {
                continue;
            }
            auto& counted = m_counted[&field];
            ++counted.recorded;
            if (const auto* list = std::get_if<ScalarList>(value)) {
                for (const auto& item : *list) {
                    if (const auto* code = std::get_if<std::int64_t>(&item)) {
                        ++counted.times[*code];
                    }
                }
            } else {
                ++counted.times[*value];
            }
        }
        if (hasFigures(*content)) {
            m_bases.push_back(*content->basis);
        }
    }
}

double DuplicateModel::possible(const Field& field) const {
    switch (field.type) {
    case FieldType::Term:
    case FieldType::Terms: {
        const auto system = m_systems.find(field.system);
        return system == m_systems.end() ? kNumberOfFigures : static_cast<double>(system->second.terms().size());
    }
    case FieldType::Choice:
    case FieldType::Choices:
        return static_cast<double>(field.choices.size());
    case FieldType::Yes:
        return 2;
    case FieldType::Answers:
        return kNumberOfFigures;
    case FieldType::Number:
    case FieldType::Integer:
        break;
    }
    return std::min(kNumberOfFigures, (field.maximum - field.minimum) * static_cast<double>(scaleOf(field)) + 1);
}

double DuplicateModel::share(const Field& field, const Value& value) const {
    const auto found = m_counted.find(&field);
    if (found == m_counted.end()) {
        return 1 / possible(field);
    }
    const auto& counted = found->second;
    const auto times = counted.times.find(value);
    const double seen = times == counted.times.end() ? 0 : static_cast<double>(times->second);
    return (seen + kPrior / possible(field)) / (static_cast<double>(counted.recorded) + kPrior);
}

double DuplicateModel::agreeing(double share) {
    return std::log2((1 - kMiss) / share + kMiss);
}

FieldAgreement DuplicateModel::compareLists(const Field& field, const ScalarList& first,
                                            const ScalarList& second) const {
    FieldAgreement result{&field, first == second ? Agreement::Same : Agreement::Near, 0};
    bool shares = false;
    for (const auto& item : first) {
        const auto* code = std::get_if<std::int64_t>(&item);
        if (code != nullptr && std::find(second.begin(), second.end(), item) != second.end()) {
            shares = true;
            result.bits += agreeing(share(field, *code));
        }
    }
    if (!shares) {
        result.agreement = Agreement::Differs;
        result.bits = std::log2(kMiss);
    }
    return result;
}

FieldAgreement DuplicateModel::compareField(const Field& field, const Value& first, const Value& second) const {
    const auto* firstList = std::get_if<ScalarList>(&first);
    const auto* secondList = std::get_if<ScalarList>(&second);
    if (firstList != nullptr && secondList != nullptr) {
        return compareLists(field, *firstList, *secondList);
    }
    if (first == second) {
        return {&field, Agreement::Same, agreeing(share(field, first))};
    }
    return areNear(field, first, second) ? FieldAgreement{&field, Agreement::Near, 0}
                                         : FieldAgreement{&field, Agreement::Differs, std::log2(kMiss)};
}

Likeness DuplicateModel::compare(const Content& first, const Content& second) const {
    Likeness result;
    result.equal = first == second;
    for (const auto& field : m_pack.fields) {
        const auto* one = recorded(field, first);
        const auto* other = recorded(field, second);
        if (one != nullptr && other != nullptr) {
            result.fields.push_back(compareField(field, *one, *other));
        } else if (one != nullptr || other != nullptr) {
            result.fields.push_back({&field, one != nullptr ? Agreement::OnlyFirst : Agreement::OnlySecond, 0});
        }
    }
    if (hasFigures(first) || hasFigures(second)) {
        FieldAgreement figures{nullptr, Agreement::Differs, std::log2(kMiss)};
        if (!hasFigures(first) || !hasFigures(second)) {
            figures = {nullptr, hasFigures(first) ? Agreement::OnlyFirst : Agreement::OnlySecond, 0};
        } else if (*first.basis == *second.basis) {
            const auto times = static_cast<double>(std::count(m_bases.begin(), m_bases.end(), *first.basis));
            const double all = static_cast<double>(m_bases.size());
            figures = {nullptr, Agreement::Same, agreeing((times + kPrior / kNumberOfFigures) / (all + kPrior))};
        }
        result.fields.push_back(figures);
    }
    for (const auto& one : result.fields) {
        result.bits += one.bits;
    }
    return result;
}

double DuplicateModel::chance(double bits) const {
    if (m_earlier == 0) {
        return 0;
    }
    const double odds = std::exp2(bits) * kRepeated / ((1 - kRepeated) * static_cast<double>(m_earlier));
    return std::isinf(odds) ? 1 : odds / (1 + odds);
}

} // namespace qis::core
