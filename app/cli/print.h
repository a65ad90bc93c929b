#pragma once

#include <string>
#include <string_view>

/// An answer for people: "name: value" lines, a line per list entry. Control characters that came
/// from elsewhere are shown as escapes, so that nobody's packet can drive the terminal.
[[nodiscard]] std::string forPeople(std::string_view json);
/// A text from elsewhere in one line with its control characters (C0, DEL, C1) as escapes.
[[nodiscard]] std::string harmless(std::string_view text);
/// A refusal, harmless, as one line on stderr.
void complain(std::string_view line);
