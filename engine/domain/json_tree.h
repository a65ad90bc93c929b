#pragma once

#include "base/result.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qis::core {

/// What hostile JSON may cost at most. A duplicate member is found by comparing with its siblings,
/// so the number of members of one object is bounded too.
struct JsonLimits {
    std::size_t bytes = 64 * 1024;
    std::size_t depth = 8;
    std::size_t members = 256;
};

enum class JsonKind : std::uint8_t { Null, Boolean, Integer, Real, Text, Array, Object };

class JsonTree;

/// A value inside a JsonTree; valid as long as the tree stays where it is.
class JsonValue {
public:
    class Iterator {
    public:
        Iterator(const JsonTree* tree, std::uint32_t index)
            : m_tree(tree)
            , m_index(index) {}
        [[nodiscard]] JsonValue operator*() const { return {m_tree, m_index}; }
        Iterator& operator++();
        bool operator==(const Iterator&) const = default;

    private:
        const JsonTree* m_tree;
        std::uint32_t m_index;
    };

    JsonValue(const JsonTree* tree, std::uint32_t index)
        : m_tree(tree)
        , m_index(index) {}

    [[nodiscard]] JsonKind kind() const;
    [[nodiscard]] bool is(JsonKind kind) const { return this->kind() == kind; }
    /// Name of the member this value stands at; empty for elements of arrays and the root.
    [[nodiscard]] std::string_view key() const;
    [[nodiscard]] std::string_view text() const;
    [[nodiscard]] bool boolean() const;
    /// Whole numbers, also written as 5.0, within 2^53; larger ones only if written as integers.
    [[nodiscard]] std::optional<std::int64_t> integer() const;
    [[nodiscard]] std::optional<double> number() const;
    /// Number of elements or members.
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] std::optional<JsonValue> member(std::string_view key) const;
    /// The value as JSON text again, without white space.
    [[nodiscard]] std::string dump() const;

    [[nodiscard]] Iterator begin() const;
    [[nodiscard]] Iterator end() const;

private:
    void dumpTo(std::string& out) const;

    const JsonTree* m_tree;
    std::uint32_t m_index;
};

/// Parsed JSON in two allocations: one array of nodes, one buffer of texts. Refuses what JSON
/// leaves open: members that occur twice, any depth, any size.
class JsonTree {
public:
    /// TooLarge, NotJson, NestingTooDeep, DuplicateKey or TooManyFields.
    [[nodiscard]] static Result<JsonTree> parse(std::string_view json, const JsonLimits& limits);

    [[nodiscard]] JsonValue root() const { return {this, 0}; }

private:
    friend class JsonValue;
    friend class JsonBuilder;
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

    struct Span {
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
    };
    struct Node {
        JsonKind kind = JsonKind::Null;
        bool boolean = false;
        Span key;
        Span text;
        std::int64_t integer = 0;
        double real = 0;
        std::uint32_t next = kNone;
        std::uint32_t firstChild = kNone;
        std::uint32_t lastChild = kNone;
        std::uint32_t childCount = 0;
    };

    [[nodiscard]] std::string_view view(Span span) const {
        return std::string_view(m_text).substr(span.begin, span.size);
    }

    std::vector<Node> m_nodes;
    std::string m_text;
};

/// Appends `text`, which must be UTF-8, as a JSON string with its quotes.
void appendJsonText(std::string& out, std::string_view text);
/// The shortest text that reads back as the same number.
void appendJsonNumber(std::string& out, double value);
/// For messages and paths: at most 48 bytes, without control and direction characters.
[[nodiscard]] std::string tamed(std::string_view text);
/// The same in quotes.
[[nodiscard]] std::string inQuotes(std::string_view text);

} // namespace qis::core
