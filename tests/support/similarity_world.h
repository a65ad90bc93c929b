#pragma once

#include "similarity/score.h"

#include <cstdint>
#include <string>
#include <vector>

/// A small world of invented terms with a field of every type, and random definitions, queries and
/// records in it, for tests that compare the engine with the oracle.
namespace qis::test {

/// splitmix64: the same numbers on every platform.
class Random {
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed) {}
    [[nodiscard]] std::uint64_t next();
    /// 0 .. bound-1
    [[nodiscard]] std::size_t below(std::size_t bound);
    [[nodiscard]] bool chance(double probability);
    /// 0 .. 1 in steps of 1/10000
    [[nodiscard]] double share();

private:
    std::uint64_t m_state;
};

struct TermLine {
    std::uint32_t code;
    std::string id;
    std::string name;
    std::string parent; ///< id, empty at the top
};
/// The terms as the JSON of a code system.
[[nodiscard]] std::string codeSystemJson(const std::string& id, const std::vector<TermLine>& terms);
/// Parses it; aborts the test program if that fails.
[[nodiscard]] core::CodeSystem codeSystem(const std::string& id, const std::vector<TermLine>& terms);

/// "drugs": three trees, five levels. "signs": two trees, three levels, some leaves higher up.
[[nodiscard]] core::CodeSystems worldSystems();
[[nodiscard]] core::Pack worldPack();

[[nodiscard]] core::DimensionSpec dimensionSpec(const std::string& id, const std::vector<std::string>& fields,
                                                std::uint32_t weight, const std::string& kernel);
/// Valid: always compiles for worldPack().
[[nodiscard]] core::DefinitionSpec randomSpec(Random& random);
/// Fields of one side, each left out with this probability; broad terms occur.
[[nodiscard]] core::FieldMap randomFields(Random& random, const core::CodeSystems& systems, core::Side side,
                                          double missing);
/// `fields` with some of them drawn again, some dropped and the first two sometimes swapped.
[[nodiscard]] core::FieldMap nearby(Random& random, const core::CodeSystems& systems, core::Side side,
                                    const core::FieldMap& fields, double change);
[[nodiscard]] core::Query randomQuery(Random& random, const core::CodeSystems& systems,
                                      const core::Definition& definition);

} // namespace qis::test
