#include "domain/member_reader.h"

#include "domain/printable.h"

#include <fmt/format.h>

#include <algorithm>

namespace qis::core {

namespace {

std::string_view kindWord(JsonKind kind) {
    switch (kind) {
    case JsonKind::Null:
        return "null";
    case JsonKind::Boolean:
        return "true or false";
    case JsonKind::Integer:
        return "a whole number";
    case JsonKind::Real:
        return "a number";
    case JsonKind::Text:
        return "a text";
    case JsonKind::Array:
        return "an array";
    case JsonKind::Object:
        return "an object";
    }
    return "something else";
}

} // namespace

bool isName(std::string_view text) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !text.empty() && text.size() <= 40 && letter(text.front()) &&
           std::all_of(text.begin(), text.end(), [&](char c) { return letter(c) || c == '_' || c == '-'; });
}

Error asBadPack(const Error& error) {
    return fail(Code::BadPack, error.detail, error.field);
}

MemberReader::MemberReader(JsonValue object, std::string path, Error& error)
    : m_object(object)
    , m_path(std::move(path))
    , m_error(&error) {
    if (!object.is(JsonKind::Object)) {
        refuse({}, "must be an object");
    }
}

std::string MemberReader::pathTo(std::string_view member) const {
    return m_path.empty() ? std::string(member) : member.empty() ? m_path : fmt::format("{}.{}", m_path, member);
}

void MemberReader::refuse(std::string_view member, std::string detail) {
    if (ok()) {
        auto path = pathTo(member);
        *m_error =
            fail(Code::BadPack, fmt::format("{} {}.", path.empty() ? "The pack" : path, detail), std::move(path));
    }
}

void MemberReader::refuseRepeated(std::string_view member, std::size_t index, std::size_t earlier) {
    refuse(fmt::format("{}[{}]", member, index), fmt::format("repeats what {}[{}] is", pathTo(member), earlier));
}

std::optional<JsonValue> MemberReader::find(std::string_view member) {
    m_known.push_back(member);
    return m_object.member(member);
}

std::optional<JsonValue> MemberReader::want(std::string_view member, JsonKind kind) {
    auto found = find(member);
    if (found && !found->is(kind)) {
        refuse(member, fmt::format("must be {}", kindWord(kind)));
        return std::nullopt;
    }
    return found;
}

std::optional<JsonValue> MemberReader::need(std::string_view member, JsonKind kind) {
    auto found = want(member, kind);
    if (!found) {
        refuse(member, "is missing");
    }
    return found;
}

std::string MemberReader::text(std::string_view member, std::size_t maximum, std::size_t minimum) {
    const auto found = minimum > 0 ? need(member, JsonKind::Text) : want(member, JsonKind::Text);
    if (!found || (minimum == 0 && found->text().empty())) {
        return {};
    }
    if (const auto status = checkPrintable(found->text(), maximum); !status) {
        refuse(member, fmt::format("is not a usable text: {}", status.error().detail));
        return {};
    }
    return std::string(found->text());
}

std::string MemberReader::name(std::string_view member) {
    const auto found = need(member, JsonKind::Text);
    if (found && !isName(found->text())) {
        refuse(member, "must be 1 to 40 of a-z, 0-9, _ and -, beginning with a letter or digit");
    }
    return found ? std::string(found->text()) : std::string();
}

std::int64_t MemberReader::integer(std::string_view member, std::int64_t low, std::int64_t high,
                                   std::optional<std::int64_t> absent) {
    const auto found = find(member);
    if (!found && absent) {
        return *absent;
    }
    const auto value = found ? found->integer() : std::nullopt;
    if (!value || *value < low || *value > high) {
        refuse(member, fmt::format("must be a whole number from {} to {}", low, high));
        return low;
    }
    return *value;
}

double MemberReader::number(std::string_view member, double low, double high, std::optional<double> absent) {
    const auto found = find(member);
    if (!found && absent) {
        return *absent;
    }
    const auto value = found ? found->number() : std::nullopt;
    if (!value || !(*value >= low && *value <= high)) {
        refuse(member, fmt::format("must be a number from {} to {}", low, high));
        return low;
    }
    return *value;
}

bool MemberReader::boolean(std::string_view member, bool absent) {
    const auto found = want(member, JsonKind::Boolean);
    return found ? found->boolean() : absent;
}

std::size_t MemberReader::oneOf(std::string_view member, const std::vector<std::string_view>& names) {
    const auto found = need(member, JsonKind::Text);
    const auto place = std::find(names.begin(), names.end(), found ? found->text() : std::string_view());
    if (place == names.end()) {
        refuse(member, fmt::format("must be one of {}", fmt::join(names, ", ")));
        return 0;
    }
    return static_cast<std::size_t>(place - names.begin());
}

std::vector<JsonValue> MemberReader::list(std::string_view member, std::size_t minimum, std::size_t maximum) {
    const auto found = minimum > 0 ? need(member, JsonKind::Array) : want(member, JsonKind::Array);
    if (!found) {
        return {};
    }
    if (found->size() < minimum || found->size() > maximum) {
        refuse(member, fmt::format("must have {} to {} elements", minimum, maximum));
        return {};
    }
    std::vector<JsonValue> elements;
    elements.reserve(found->size());
    for (const auto element : *found) {
        elements.push_back(element);
    }
    return elements;
}

std::vector<std::string> MemberReader::texts(std::string_view member, std::size_t minimum, std::size_t maximum) {
    std::vector<std::string> result;
    for (const auto element : list(member, minimum, maximum)) {
        if (!element.is(JsonKind::Text) || !checkPrintable(element.text(), 64)) {
            refuse(member, "must hold texts of 1 to 64 bytes");
            return {};
        }
        if (std::find(result.begin(), result.end(), element.text()) != result.end()) {
            refuse(member, fmt::format("holds {} twice", inQuotes(element.text())));
        }
        result.emplace_back(element.text());
    }
    return result;
}

std::vector<double> MemberReader::numbers(std::string_view member, std::size_t maximum, double low, double high) {
    std::vector<double> result;
    for (const auto element : list(member, 0, maximum)) {
        const auto value = element.number();
        if (!value || !(*value >= low && *value <= high)) {
            refuse(member, fmt::format("must hold numbers from {} to {}", low, high));
            return {};
        }
        result.push_back(*value);
    }
    return result;
}

void MemberReader::finish() {
    if (!ok()) {
        return;
    }
    for (const auto member : m_object) {
        if (std::find(m_known.begin(), m_known.end(), member.key()) == m_known.end()) {
            refuse(tamed(member.key()), "is not a member known here");
            return;
        }
    }
}

} // namespace qis::core
