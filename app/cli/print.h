#pragma once

#include <string>
#include <string_view>

/// An answer for people: "name: value" lines, a line per list entry. Control characters that came
/// from elsewhere are shown as escapes, so that nobody's packet can drive the terminal.
[[nodiscard]] std::string forPeople(std::string_view json);
