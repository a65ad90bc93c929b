#include "base/clock.h"

#include <chrono>
#include <cstdio>

namespace qis::core {

namespace {
template <class SomeClock> Millis millisOf() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(SomeClock::now().time_since_epoch()).count();
}
} // namespace

Millis SystemClock::wallMillis() const {
    return millisOf<std::chrono::system_clock>();
}

Millis SystemClock::steadyMillis() const {
    return millisOf<std::chrono::steady_clock>();
}

std::string formatUtc(Seconds time) {
    using namespace std::chrono;
    const sys_seconds point{seconds{time}};
    const auto day = floor<days>(point);
    const year_month_day date{day};
    const hh_mm_ss clock{point - day};
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()));
    return text;
}

Result<Seconds> parseUtc(std::string_view text) {
    using namespace std::chrono;
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int used = 0;
    const std::string copy(text);
    const int got =
        std::sscanf(copy.c_str(), "%4d-%2u-%2uT%2d:%2d:%2dZ%n", &year, &month, &day, &hour, &minute, &second, &used);
    const year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (got != 6 || used != static_cast<int>(copy.size()) || !date.ok() || hour < 0 || hour > 23 || minute < 0 ||
        minute > 59 || second < 0 || second > 59) {
        return fail(Code::BadArgument, "not a time like 2026-03-01T09:30:00Z: " + copy);
    }
    const Seconds days = sys_days{date}.time_since_epoch().count();
    return days * 86400 + hour * 3600 + minute * 60 + second;
}

} // namespace qis::core
