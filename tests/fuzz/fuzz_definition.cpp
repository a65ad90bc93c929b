#include "similarity/score.h"

#include <algorithm>
#include <cstdlib>

/// Whatever decodes must encode to the very same bytes, and must be safe to score with.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace qis::core;
    const ByteView input(data, size);
    const auto definition = Definition::decode(input);
    if (!definition) {
        return 0;
    }
    const Bytes again = definition->encode();
    if (!std::equal(again.begin(), again.end(), input.begin(), input.end())) {
        std::abort();
    }
    Query query;
    query.view = View::Both;
    for (const auto& dimension : definition->dimensions) {
        for (const auto number : dimension.fields) {
            setField(dimension.side == Side::Condition ? query.condition : query.outcome, number,
                     Value{std::int64_t{7}});
        }
    }
    const auto result = score(*definition, {}, query, query.condition, query.outcome);
    if (result.tenths() < 0 || result.tenths() > 1000 || result.recordedWeight > result.totalWeight) {
        std::abort();
    }
    return 0;
}
