#pragma once

#include "base/ids.h"
#include "base/result.h"

#include <string>
#include <string_view>

namespace qis::core {

/// "tcp://HOST:PORT#<64 hex digits of the CURVE link key>"
struct Endpoint {
    std::string address; ///< "tcp://HOST:PORT"
    LinkKey key;

    [[nodiscard]] static Result<Endpoint> parse(std::string_view text);
    [[nodiscard]] std::string text() const;
    auto operator<=>(const Endpoint&) const = default;
};

/// Only "tcp://HOST:PORT" with a port of 0..65535 and a host of at most 253 characters of
/// [A-Za-z0-9.:*_-] or [IPv6]; BadEndpoint otherwise.
[[nodiscard]] Status checkAddress(std::string_view address);

} // namespace qis::core
