#pragma once

#include "domain/json_tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace qis::core {

/// Reads the members of one JSON object strictly: every member asked for is checked against its
/// bounds, finish() refuses the ones nobody asked for, and the first error of all readers that
/// share an Error stays.
class MemberReader {
public:
    MemberReader(JsonValue object, std::string path, Error& error);

    [[nodiscard]] bool ok() const { return m_error->code == Code::None; }
    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] std::string pathTo(std::string_view member) const;

    /// Present and of this kind, or an error.
    [[nodiscard]] std::optional<JsonValue> need(std::string_view member, JsonKind kind);
    /// Of this kind if present.
    [[nodiscard]] std::optional<JsonValue> want(std::string_view member, JsonKind kind);

    /// Printable text of `minimum`..`maximum` bytes; absent counts as empty.
    [[nodiscard]] std::string text(std::string_view member, std::size_t maximum, std::size_t minimum = 1);
    /// [a-z0-9] followed by [a-z0-9_-]*, at most 40 bytes.
    [[nodiscard]] std::string name(std::string_view member);
    [[nodiscard]] std::int64_t integer(std::string_view member, std::int64_t low, std::int64_t high,
                                       std::optional<std::int64_t> absent = std::nullopt);
    [[nodiscard]] double number(std::string_view member, double low, double high,
                                std::optional<double> absent = std::nullopt);
    [[nodiscard]] bool boolean(std::string_view member, bool absent);
    /// Index into `names`.
    [[nodiscard]] std::size_t oneOf(std::string_view member, const std::vector<std::string_view>& names);
    /// Elements of an array with `minimum`..`maximum` elements; absent is allowed if minimum is 0.
    [[nodiscard]] std::vector<JsonValue> list(std::string_view member, std::size_t minimum, std::size_t maximum);
    [[nodiscard]] std::vector<std::string> texts(std::string_view member, std::size_t minimum, std::size_t maximum);
    [[nodiscard]] std::vector<double> numbers(std::string_view member, std::size_t maximum, double low, double high);

    /// Reads each of the `minimum`..`maximum` objects of an array, strictly, until one is wrong.
    template <class Read> void each(std::string_view member, std::size_t minimum, std::size_t maximum, Read read) {
        std::size_t index = 0;
        for (const auto element : list(member, minimum, maximum)) {
            MemberReader reader(element, pathTo(member) + '[' + std::to_string(index++) + ']', *m_error);
            if (ok()) {
                read(reader);
                reader.finish();
            }
        }
    }
    /// Refuses the first of `items`, which were read from the array `member`, whose key another has already.
    template <class Item, class Key> void unique(std::string_view member, const std::vector<Item>& items, Key key) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (ok() && key(items[i]) == key(items[j])) {
                    refuseRepeated(member, i, j);
                }
            }
        }
    }

    void refuse(std::string_view member, std::string detail);
    /// Call after the last member was asked for.
    void finish();

private:
    [[nodiscard]] std::optional<JsonValue> find(std::string_view member);
    void refuseRepeated(std::string_view member, std::size_t index, std::size_t earlier);

    JsonValue m_object;
    std::string m_path;
    Error* m_error;
    std::vector<std::string_view> m_known;
};

/// What was wrong with the text of a pack, with the code for packs.
[[nodiscard]] Error asBadPack(const Error& error);

[[nodiscard]] bool isName(std::string_view text);

} // namespace qis::core
