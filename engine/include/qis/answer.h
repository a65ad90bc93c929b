#pragma once

#include <functional>
#include <optional>
#include <string>

namespace qis {

/// Why something did not happen. `code` is one of the stable names of the command-line contract
/// ("missing-field"); `detail` is English, for details and logs; `field` names the member concerned.
struct Failure {
    std::string code;
    std::string detail;
    std::string field;
};

template <class T> struct Answer {
    std::optional<T> value;
    Failure failure; ///< meaningful exactly when value is empty

    [[nodiscard]] bool ok() const { return value.has_value(); }
};

/// Called exactly once, on an engine thread; re-post before touching anything of yours.
template <class T> using Reply = std::function<void(Answer<T>)>;

struct Nothing {};

} // namespace qis
