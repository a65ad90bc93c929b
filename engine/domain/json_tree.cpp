#include "domain/json_tree.h"

#include "domain/printable.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace qis::core {

/// Receives the events of nlohmann's parser. Returning false stops it, so nothing is ever thrown.
class JsonBuilder {
public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    JsonBuilder(JsonTree& tree, const JsonLimits& limits)
        : m_tree(tree)
        , m_limits(limits) {}

    bool null() { return add(JsonKind::Null) != nullptr; }
    bool boolean(bool value) {
        auto* node = add(JsonKind::Boolean);
        return node != nullptr && (node->boolean = value, true);
    }
    // NOLINTBEGIN(readability-identifier-naming): the names nlohmann's parser calls
    bool number_integer(number_integer_t value) {
        auto* node = add(JsonKind::Integer);
        return node != nullptr && (node->integer = value, true);
    }
    bool number_unsigned(number_unsigned_t value) {
        if (value > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max())) {
            return real(static_cast<double>(value));
        }
        return number_integer(static_cast<std::int64_t>(value));
    }
    bool number_float(number_float_t value, const string_t& /*written*/) { return real(value); }
    bool string(string_t& value) {
        auto* node = add(JsonKind::Text);
        return node != nullptr && (node->text = store(value), true);
    }
    bool binary(binary_t& /*value*/) { return false; }
    bool start_object(std::size_t /*count*/) { return open(JsonKind::Object); }
    bool end_object() { return close(); }
    bool start_array(std::size_t /*count*/) { return open(JsonKind::Array); }
    bool end_array() { return close(); }

    bool key(string_t& value) {
        const auto& object = m_tree.m_nodes[m_open.back()];
        if (object.childCount >= m_limits.members) {
            return stop(Code::TooManyFields, fmt::format("An object has more than {} members.", m_limits.members));
        }
        for (auto child = object.firstChild; child != JsonTree::kNone; child = m_tree.m_nodes[child].next) {
            if (m_tree.view(m_tree.m_nodes[child].key) == value) {
                return stop(Code::DuplicateKey, fmt::format("The member {} is there twice.", inQuotes(value)), value);
            }
        }
        m_key = store(value);
        return true;
    }

    bool parse_error(std::size_t position, const std::string& /*token*/, const nlohmann::detail::exception& /*ex*/) {
        return stop(Code::NotJson, fmt::format("This is not JSON, from byte {} on.", position));
    }
    // NOLINTEND(readability-identifier-naming)

    [[nodiscard]] const Error& error() const { return m_error; }

private:
    bool stop(Code code, std::string detail, std::string_view member = {}) {
        if (m_error.code == Code::None) {
            m_error = fail(code, std::move(detail), pathTo(member));
        }
        return false;
    }

    [[nodiscard]] std::string pathTo(std::string_view member) const {
        std::string path;
        const auto append = [&path](std::string_view key) {
            if (!key.empty()) {
                path += path.empty() ? "" : ".";
                path += tamed(key);
            }
        };
        for (const auto index : m_open) {
            append(m_tree.view(m_tree.m_nodes[index].key));
        }
        append(member);
        return path;
    }

    bool real(double value) {
        auto* node = add(JsonKind::Real);
        return node != nullptr && (node->real = value, true);
    }

    JsonTree::Span store(std::string_view text) {
        const JsonTree::Span span{static_cast<std::uint32_t>(m_tree.m_text.size()),
                                  static_cast<std::uint32_t>(text.size())};
        m_tree.m_text += text;
        return span;
    }

    JsonTree::Node* add(JsonKind kind) {
        const auto index = static_cast<std::uint32_t>(m_tree.m_nodes.size());
        auto& node = m_tree.m_nodes.emplace_back();
        node.kind = kind;
        node.key = std::exchange(m_key, {});
        if (!m_open.empty()) {
            auto& parent = m_tree.m_nodes[m_open.back()];
            (parent.childCount == 0 ? parent.firstChild : m_tree.m_nodes[parent.lastChild].next) = index;
            parent.lastChild = index;
            ++parent.childCount;
        }
        return &node;
    }

    bool open(JsonKind kind) {
        if (m_open.size() >= m_limits.depth) {
            return stop(Code::NestingTooDeep, fmt::format("Nested deeper than {} levels.", m_limits.depth));
        }
        const auto index = static_cast<std::uint32_t>(m_tree.m_nodes.size());
        add(kind);
        m_open.push_back(index);
        return true;
    }

    bool close() {
        m_open.pop_back();
        return true;
    }

    JsonTree& m_tree;
    const JsonLimits& m_limits;
    JsonTree::Span m_key;
    std::vector<std::uint32_t> m_open;
    Error m_error{Code::None, {}, {}};
};

Result<JsonTree> JsonTree::parse(std::string_view json, const JsonLimits& limits) {
    if (json.size() > limits.bytes) {
        return fail(Code::TooLarge, fmt::format("{} bytes of JSON; at most {} are read.", json.size(), limits.bytes));
    }
    JsonTree tree;
    tree.m_nodes.reserve(48);
    tree.m_text.reserve(json.size());
    JsonBuilder builder(tree, limits);
    if (!nlohmann::json::sax_parse(json.data(), json.data() + json.size(), &builder)) {
        return builder.error().code == Code::None ? fail(Code::NotJson, "This is not JSON.") : builder.error();
    }
    return tree;
}

JsonValue::Iterator& JsonValue::Iterator::operator++() {
    m_index = m_tree->m_nodes[m_index].next;
    return *this;
}

JsonKind JsonValue::kind() const {
    return m_tree->m_nodes[m_index].kind;
}

std::string_view JsonValue::key() const {
    return m_tree->view(m_tree->m_nodes[m_index].key);
}

std::string_view JsonValue::text() const {
    return m_tree->view(m_tree->m_nodes[m_index].text);
}

bool JsonValue::boolean() const {
    return m_tree->m_nodes[m_index].boolean;
}

std::optional<std::int64_t> JsonValue::integer() const {
    const auto& node = m_tree->m_nodes[m_index];
    if (node.kind == JsonKind::Integer) {
        return node.integer;
    }
    constexpr double kExact = 9007199254740992.0; // 2^53, above which doubles skip integers
    if (node.kind == JsonKind::Real && std::abs(node.real) <= kExact && std::trunc(node.real) == node.real) {
        return static_cast<std::int64_t>(node.real);
    }
    return std::nullopt;
}

std::optional<double> JsonValue::number() const {
    const auto& node = m_tree->m_nodes[m_index];
    switch (node.kind) {
    case JsonKind::Integer:
        return static_cast<double>(node.integer);
    case JsonKind::Real:
        return node.real;
    default:
        return std::nullopt;
    }
}

std::size_t JsonValue::size() const {
    return m_tree->m_nodes[m_index].childCount;
}

std::optional<JsonValue> JsonValue::member(std::string_view key) const {
    if (is(JsonKind::Object)) {
        for (const auto child : *this) {
            if (child.key() == key) {
                return child;
            }
        }
    }
    return std::nullopt;
}

JsonValue::Iterator JsonValue::begin() const {
    return {m_tree, m_tree->m_nodes[m_index].firstChild};
}

JsonValue::Iterator JsonValue::end() const {
    return {m_tree, JsonTree::kNone};
}

std::string JsonValue::dump() const {
    std::string out;
    dumpTo(out);
    return out;
}

void JsonValue::dumpTo(std::string& out) const {
    switch (kind()) {
    case JsonKind::Null:
        out += "null";
        return;
    case JsonKind::Boolean:
        out += boolean() ? "true" : "false";
        return;
    case JsonKind::Integer:
        out += std::to_string(m_tree->m_nodes[m_index].integer);
        return;
    case JsonKind::Real:
        appendJsonNumber(out, m_tree->m_nodes[m_index].real);
        return;
    case JsonKind::Text:
        appendJsonText(out, text());
        return;
    case JsonKind::Array:
    case JsonKind::Object:
        break;
    }
    const bool object = is(JsonKind::Object);
    out += object ? '{' : '[';
    bool first = true;
    for (const auto child : *this) {
        if (!std::exchange(first, false)) {
            out += ',';
        }
        if (object) {
            appendJsonText(out, child.key());
            out += ':';
        }
        child.dumpTo(out);
    }
    out += object ? '}' : ']';
}

void appendJsonText(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7F) {
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", byte);
        } else {
            out += c;
        }
    }
    out += '"';
}

void appendJsonNumber(std::string& out, double value) {
    fmt::format_to(std::back_inserter(out), "{}", value);
}

std::string tamed(std::string_view text) {
    constexpr std::size_t kShown = 48;
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto step = codePointAt(text, i);
        if (out.size() + step.size > kShown) {
            out += "...";
            break;
        }
        if (isPrintable(step.value)) {
            out += text.substr(i, step.size);
        } else {
            out += '?';
        }
        i += step.size;
    }
    return out;
}

std::string inQuotes(std::string_view text) {
    return '"' + tamed(text) + '"';
}

} // namespace qis::core
