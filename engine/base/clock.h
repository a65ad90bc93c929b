#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace qis::core {

/// Milliseconds since 1970-01-01 UTC.
using Millis = std::int64_t;
inline constexpr Millis kSecond = 1000;
/// Seconds since 1970-01-01 UTC.
using Seconds = std::int64_t;

/// The only way the engine learns the time; tests pass their own.
class Clock {
public:
    virtual ~Clock() = default;
    /// Wall time, for what is written down and shown.
    [[nodiscard]] virtual Millis wallMillis() const = 0;
    /// Never jumps, arbitrary origin; for time-outs.
    [[nodiscard]] virtual Millis steadyMillis() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Millis wallMillis() const override;
    [[nodiscard]] Millis steadyMillis() const override;
};

/// RFC 3339 in UTC with seconds, for example "2026-03-01T09:30:00Z".
[[nodiscard]] std::string formatUtc(Seconds time);
/// The inverse of formatUtc; BadArgument on anything else.
[[nodiscard]] Result<Seconds> parseUtc(std::string_view text);

} // namespace qis::core
