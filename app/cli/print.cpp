#include "print.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <iostream>

namespace {

using Json = nlohmann::ordered_json;

std::string scalar(const Json& json) {
    if (json.is_string()) {
        return harmless(json.get<std::string>());
    }
    return json.is_null() ? "-" : json.dump();
}

bool isFlat(const Json& json) {
    for (const auto& one : json) {
        if (one.is_structured()) {
            return false;
        }
    }
    return true;
}

std::string inOneLine(const Json& json) {
    std::string line;
    for (const auto& [key, value] : json.items()) {
        line += (line.empty() ? "" : "  ") + (json.is_object() ? harmless(key) + " " : std::string{}) + scalar(value);
    }
    return line;
}

void append(std::string& out, const Json& json, int depth) {
    const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
    for (const auto& [key, value] : json.items()) {
        const std::string label = json.is_object() ? harmless(key) + ": " : std::string{};
        if (!value.is_structured()) {
            out += indent + label + scalar(value) + "\n";
        } else if (value.empty()) {
            out += indent + label + "none\n";
        } else if (isFlat(value)) {
            out += indent + label + inOneLine(value) + "\n";
        } else {
            out += indent + (json.is_object() ? harmless(key) + ":" : std::string("-")) + "\n";
            append(out, value, depth + 1);
        }
    }
}

} // namespace

std::string harmless(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
        // C1 controls are two bytes of UTF-8, U+0080 to U+009F.
        const bool c1 = byte == 0xC2 && next >= 0x80 && next < 0xA0;
        if (byte >= 0x20 && byte != 0x7F && !c1) {
            result += text[i];
            continue;
        }
        char escape[8];
        std::snprintf(escape, sizeof escape, "\\x%02x", c1 ? next : byte);
        result += escape;
        i += c1 ? 1 : 0;
    }
    return result;
}

void complain(std::string_view line) {
    std::cerr << harmless(line) << "\n";
}

std::string forPeople(std::string_view text) {
    const auto json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) {
        return std::string(text) + "\n";
    }
    if (!json.is_structured()) {
        return scalar(json) + "\n";
    }
    if (json.empty()) {
        return "none\n";
    }
    std::string out;
    append(out, json, 0);
    return out;
}
