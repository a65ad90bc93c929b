#pragma once

#include "domain/pack.h"
#include "record/packet.h"

#include <map>
#include <vector>

namespace qis::core {

enum class Agreement : std::uint8_t { Same, Near, Differs, OnlyFirst, OnlySecond };

struct FieldAgreement {
    const Field* field = nullptr; ///< null for the basis
    Agreement agreement = Agreement::Same;
    double bits = 0; ///< above zero speaks for one patient, below against
};

struct Likeness {
    bool equal = false; ///< everything that would be sent is the same
    double bits = 0;
    std::vector<FieldAgreement> fields; ///< those that at least one records, in form order
};

/// Whether two outcomes may report one patient, by the hit-miss model (Copas and Hilton, "Record
/// linkage", 1990; Noren, Orre, Bate and Edwards, "Duplicate detection in adverse drug reaction
/// surveillance", 2007). A recorded value is the truth with probability 1 - m and otherwise any value
/// as often as values occur. Two reports of one patient against two of any two patients then weigh
///
///     the same value v       log2((1 - m) / p(v) + m)   so agreement on what is rare weighs most
///     different values       log2(m)
///     one of them missing    0
///
/// bits, which are added up over the fields. p(v) is how often v occurs among the outcomes compared
/// with, drawn a little towards all values being equally frequent:
///
///     p(v) = (times v occurs + s / number of possible values) / (times the field is recorded + s)
///
/// A list of terms counts every shared term as one agreement, and as one difference when it shares
/// none; what only one list has counts for nothing, since lists are seldom complete. Numbers within a
/// tenth of each other but not equal are near: 0 bits. Figures over several patients are one value.
/// Confidence and note are opinions and not compared.
class DuplicateModel {
public:
    static constexpr double kMiss = 0.05;            ///< m
    static constexpr double kPrior = 4;              ///< s
    static constexpr double kRepeated = 0.05;        ///< share of outcomes that repeat an earlier one
    static constexpr double kNumberOfFigures = 1000; ///< possible values of a number, at most

    /// `earlier` are the outcomes compared with; only looked at here.
    DuplicateModel(const Pack& pack, const CodeSystems& systems, const std::vector<const Content*>& earlier);

    [[nodiscard]] Likeness compare(const Content& first, const Content& second) const;
    /// Probability that an outcome with so many bits is a report of the same patient, when one in
    /// twenty new outcomes repeats one of the earlier ones.
    [[nodiscard]] double chance(double bits) const;
    /// p(v) of one value: of a field, or one term of a list.
    [[nodiscard]] double share(const Field& field, const Value& value) const;

private:
    struct Counted {
        std::size_t recorded = 0;
        std::map<Value, std::size_t> times;
    };
    [[nodiscard]] static double agreeing(double share);
    [[nodiscard]] double possible(const Field& field) const;
    [[nodiscard]] FieldAgreement compareField(const Field& field, const Value& first, const Value& second) const;
    [[nodiscard]] FieldAgreement compareLists(const Field& field, const ScalarList& first,
                                              const ScalarList& second) const;

    const Pack& m_pack;
    const CodeSystems& m_systems;
    std::size_t m_earlier;
    std::map<const Field*, Counted> m_counted;
    std::vector<Basis> m_bases;
};

} // namespace qis::core
