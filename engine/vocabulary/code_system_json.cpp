#include "vocabulary/code_system_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <span>
#include <utility>

namespace qis::core {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxFileBytes = 32U << 20U;
constexpr std::size_t kMaxValues = 2'000'000;
constexpr int kMaxNesting = 5;
constexpr std::size_t kMaxTerms = 200'000;
constexpr std::size_t kMaxSynonyms = 64;
constexpr std::size_t kMaxExternal = 16;
constexpr std::size_t kMaxIdBytes = 64;
constexpr std::size_t kMaxLineBytes = 256;
constexpr std::size_t kMaxExternalBytes = 128;
constexpr std::size_t kMaxLegalBytes = 64U << 10U;

enum class Lines : std::uint8_t { One, Many };

Error badJson(std::string detail, std::string field = {}) {
    return fail(Code::BadVocabulary, std::move(detail), std::move(field));
}

bool isId(std::string_view text) {
    return !text.empty() && text.size() <= kMaxIdBytes && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
}

/// A foreign member name made fit for a log line.
std::string printable(std::string_view text) {
    std::string result(text.substr(0, 40));
    for (char& c : result) {
        if (c <= ' ' || c > '~') {
            c = '?';
        }
    }
    return result;
}

/// Control characters and the marks that reverse the direction of writing: neither belongs in a
/// name, and the latter can make one drug look like another. `text` is UTF-8.
bool hasControl(std::string_view text, Lines lines) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto at = [&](std::size_t offset) {
            return i + offset < text.size() ? static_cast<unsigned char>(text[i + offset]) : 0U;
        };
        const unsigned first = at(0);
        if ((first < 0x20 && !(first == '\n' && lines == Lines::Many)) || first == 0x7F) {
            return true;
        }
        if (first == 0xC2 && at(1) < 0xA0) {
            return true;
        }
        const bool isDirection =
            (at(1) == 0x80 && ((at(2) >= 0xAA && at(2) <= 0xAE) || at(2) == 0x8E || at(2) == 0x8F)) ||
            (at(1) == 0x81 && at(2) >= 0xA6 && at(2) <= 0xA9);
        if (first == 0xE2 && isDirection) {
            return true;
        }
    }
    return false;
}

std::optional<std::string> readText(const Json& value, std::size_t maxBytes, Lines lines = Lines::One) {
    const auto* text = value.get_ptr<const Json::string_t*>();
    if (text == nullptr || text->empty() || text->size() > maxBytes || text->front() == ' ' || text->back() == ' ' ||
        hasControl(*text, lines)) {
        return std::nullopt;
    }
    return *text;
}

/// Watches the parser: nlohmann keeps the last of two equal members, which would drop data silently.
class Watch {
public:
    bool operator()(int depth, Json::parse_event_t event, const Json& parsed) {
        if (!m_problem.empty()) {
            return false;
        }
        switch (event) {
        case Json::parse_event_t::object_start:
            m_members.emplace_back();
            checkSize(depth);
            break;
        case Json::parse_event_t::array_start:
            checkSize(depth);
            break;
        case Json::parse_event_t::object_end:
            m_members.pop_back();
            break;
        case Json::parse_event_t::key:
            noteMember(parsed);
            break;
        case Json::parse_event_t::value:
            checkSize(0);
            break;
        case Json::parse_event_t::array_end:
            break;
        }
        return m_problem.empty();
    }
    [[nodiscard]] const std::string& problem() const { return m_problem; }
    [[nodiscard]] const std::string& member() const { return m_member; }

private:
    void checkSize(int depth) {
        if (depth > kMaxNesting) {
            m_problem = "nested too deep";
        } else if (++m_values > kMaxValues) {
            m_problem = "too many values";
        }
    }
    void noteMember(const Json& key) {
        const auto* name = key.get_ptr<const Json::string_t*>();
        if (name == nullptr || m_members.empty() || !m_members.back().insert(*name).second) {
            m_problem = "a member stands twice in one object";
            m_member = name == nullptr ? std::string() : printable(*name);
        }
    }

    std::vector<std::set<std::string>> m_members;
    std::size_t m_values = 0;
    std::string m_problem;
    std::string m_member;
};

Result<Json> parseStrictly(std::string_view text) {
    if (text.size() > kMaxFileBytes) {
        return badJson("larger than 32 MiB");
    }
    Watch watch;
    const auto callback = [&watch](int depth, Json::parse_event_t event, const Json& parsed) {
        return watch(depth, event, parsed);
    };
    const Json root = Json::parse(text.begin(), text.end(), callback, false);
    if (!watch.problem().empty()) {
        return badJson(watch.problem(), watch.member());
    }
    if (!root.is_object()) {
        return badJson("not a JSON object");
    }
    return root;
}

/// The first member of `object` that is not in `known`.
std::optional<std::string> unknownMember(const Json& object, std::span<const std::string_view> known) {
    for (const auto& item : object.items()) {
        if (std::find(known.begin(), known.end(), item.key()) == known.end()) {
            return printable(item.key());
        }
    }
    return std::nullopt;
}

Status readSynonyms(const Json& value, std::size_t index, Term& term) {
    const std::string field = termMember(index, "synonyms");
    if (!value.is_array() || value.size() > kMaxSynonyms) {
        return badJson("not an array of at most 64 texts", field);
    }
    for (const auto& entry : value) {
        auto text = readText(entry, kMaxLineBytes);
        if (!text) {
            return badJson("a synonym is not one line of 1 to 256 bytes", field);
        }
        if (std::find(term.synonyms.begin(), term.synonyms.end(), *text) != term.synonyms.end()) {
            return badJson("a synonym stands twice", field);
        }
        term.synonyms.push_back(std::move(*text));
    }
    return {};
}

Status readExternal(const Json& value, std::size_t index, Term& term) {
    const std::string field = termMember(index, "external");
    if (!value.is_object() || value.size() > kMaxExternal) {
        return badJson("not an object of at most 16 members", field);
    }
    for (const auto& item : value.items()) {
        auto text = readText(item.value(), kMaxExternalBytes);
        if (!isId(item.key()) || !text) {
            return badJson("an identifier is not one line of 1 to 128 bytes under a lower-case name", field);
        }
        term.external.emplace(item.key(), std::move(*text));
    }
    return {};
}

Status readTerm(const Json& value, std::size_t index, CodeSystemText& system) {
    static constexpr std::string_view kKnown[] = {"code", "id", "name", "synonyms", "parent", "selectable", "external"};
    if (!value.is_object()) {
        return badJson("not an object", termMember(index, {}));
    }
    if (const auto unknown = unknownMember(value, kKnown)) {
        return badJson("unknown member", termMember(index, *unknown));
    }
    Term term;
    const auto code = value.find("code");
    const auto* number = code == value.end() ? nullptr : code->get_ptr<const Json::number_unsigned_t*>();
    if (number == nullptr || *number == 0 || *number > std::numeric_limits<std::uint32_t>::max()) {
        return badJson("not a whole number from 1 to 4294967295", termMember(index, "code"));
    }
    term.code = static_cast<std::uint32_t>(*number);

    const auto id = value.find("id");
    const auto* idText = id == value.end() ? nullptr : id->get_ptr<const Json::string_t*>();
    if (idText == nullptr || !isId(*idText)) {
        return badJson("not 1 to 64 of a-z, 0-9, _ and -", termMember(index, "id"));
    }
    term.id = *idText;

    const auto name = value.find("name");
    auto nameText = name == value.end() ? std::nullopt : readText(*name, kMaxLineBytes);
    if (!nameText) {
        return badJson("not one line of 1 to 256 bytes", termMember(index, "name"));
    }
    term.name = std::move(*nameText);

    std::string parentId;
    if (const auto parent = value.find("parent"); parent != value.end() && !parent->is_null()) {
        const auto* text = parent->get_ptr<const Json::string_t*>();
        if (text == nullptr || !isId(*text)) {
            return badJson("neither a term id nor null", termMember(index, "parent"));
        }
        parentId = *text;
    }
    if (const auto selectable = value.find("selectable"); selectable != value.end()) {
        const auto* flag = selectable->get_ptr<const Json::boolean_t*>();
        if (flag == nullptr) {
            return badJson("neither true nor false", termMember(index, "selectable"));
        }
        term.selectable = *flag;
    }
    if (const auto synonyms = value.find("synonyms"); synonyms != value.end()) {
        if (Status status = readSynonyms(*synonyms, index, term); !status) {
            return status;
        }
    }
    if (const auto external = value.find("external"); external != value.end()) {
        if (Status status = readExternal(*external, index, term); !status) {
            return status;
        }
    }
    system.terms.push_back(std::move(term));
    system.parents.push_back(std::move(parentId));
    return {};
}

Status readHead(const Json& root, CodeSystemText& system) {
    static constexpr std::string_view kKnown[] = {"id",     "title",           "version", "licence",
                                                  "source", "acknowledgement", "terms"};
    if (const auto unknown = unknownMember(root, kKnown)) {
        return badJson("unknown member", *unknown);
    }
    struct Member {
        const char* name;
        std::string& target;
        std::size_t maxBytes;
        Lines lines;
    };
    const Member members[] = {{"id", system.id, kMaxIdBytes, Lines::One},
                              {"title", system.title, kMaxLineBytes, Lines::One},
                              {"version", system.version, kMaxIdBytes, Lines::One},
                              {"licence", system.licence, kMaxLegalBytes, Lines::Many},
                              {"source", system.source, kMaxLegalBytes, Lines::Many}};
    for (const auto& member : members) {
        const auto found = root.find(member.name);
        if (found == root.end()) {
            return badJson("missing", member.name);
        }
        auto text = readText(*found, member.maxBytes, member.lines);
        if (!text) {
            return badJson("not a text, or empty, or too long, or with control characters", member.name);
        }
        member.target = std::move(*text);
    }
    if (!isId(system.id)) {
        return badJson("not 1 to 64 of a-z, 0-9, _ and -", "id");
    }
    // Not every source asks for an acknowledgement, so this one may be absent or empty.
    if (const auto found = root.find("acknowledgement"); found != root.end() && *found != Json("")) {
        auto text = readText(*found, kMaxLegalBytes, Lines::Many);
        if (!text) {
            return badJson("not a text, or too long, or with control characters", "acknowledgement");
        }
        system.acknowledgement = std::move(*text);
    }
    return {};
}

} // namespace

std::string termMember(std::size_t index, std::string_view member) {
    std::string result = "terms[" + std::to_string(index) + "]";
    if (!member.empty()) {
        result += '.';
        result += member;
    }
    return result;
}

Result<CodeSystemText> readCodeSystemText(std::string_view json) {
    const auto root = parseStrictly(json);
    if (!root) {
        return root.error();
    }
    CodeSystemText system;
    if (const Status status = readHead(*root, system); !status) {
        return status.error();
    }
    const auto terms = root->find("terms");
    if (terms == root->end() || !terms->is_array() || terms->empty() || terms->size() > kMaxTerms) {
        return badJson("not an array of 1 to 200000 terms", "terms");
    }
    system.terms.reserve(terms->size());
    system.parents.reserve(terms->size());
    for (std::size_t i = 0; i < terms->size(); ++i) {
        if (const Status status = readTerm((*terms)[i], i, system); !status) {
            return status.error();
        }
    }
    return system;
}

} // namespace qis::core
