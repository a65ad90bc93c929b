#include "domain/sentence.h"

#include "domain/compose.h"
#include "domain/json_tree.h"
#include "domain/recorded.h"

#include <fmt/format.h>

#include <optional>

namespace qis::core {

namespace {

/// Calls plain(text), field(name) and part(begins) in the order they stand; false where the
/// template is malformed.
template <class Plain, class Placeholder, class Part>
bool walk(std::string_view sentence, Plain plain, Placeholder placeholder, Part part) {
    bool inside = false;
    while (!sentence.empty()) {
        const auto special = sentence.find_first_of("{}[]");
        plain(sentence.substr(0, special));
        if (special == std::string_view::npos) {
            break;
        }
        const char c = sentence[special];
        sentence.remove_prefix(special + 1);
        if (c == '{') {
            const auto end = sentence.find('}');
            if (end == std::string_view::npos || !placeholder(sentence.substr(0, end))) {
                return false;
            }
            sentence.remove_prefix(end + 1);
        } else if (c == '}' || (c == '[') == inside) {
            return false;
        } else {
            inside = !inside;
            part(inside);
        }
    }
    return !inside;
}

/// Labels begin in capitals; inside a sentence they do not, except abbreviations.
std::string lowerFirst(std::string text) {
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (!text.empty() && upper(text[0]) &&
        (text.size() == 1 || !(upper(text[1]) || (text[1] >= '0' && text[1] <= '9')))) {
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    }
    return text;
}

std::optional<std::string> inSentence(const Pack& pack, const CodeSystems& systems, const Content& content,
                                      std::string_view name) {
    const auto* field = pack.field(name);
    const auto* value = field == nullptr ? nullptr : recorded(*field, content);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (field->type == FieldType::Yes) {
        const auto* yes = std::get_if<bool>(value);
        return fmt::format("{}{}", yes != nullptr && *yes ? "" : "not ", lowerFirst(field->label));
    }
    if (const auto* list = std::get_if<ScalarList>(value); list != nullptr && field->type == FieldType::Choices) {
        std::string words;
        for (const auto& item : *list) {
            const auto* one = std::get_if<std::int64_t>(&item);
            words += words.empty() ? "" : ", ";
            words += one == nullptr ? std::string() : lowerFirst(describeValue(*field, systems, *one));
        }
        return words;
    }
    auto words = describeValue(*field, systems, *value);
    return field->type == FieldType::Choice ? lowerFirst(std::move(words)) : words;
}

std::string withBasis(const Basis& basis) {
    if (std::holds_alternative<OneCase>(basis)) {
        return {};
    }
    const bool counted = std::holds_alternative<Counts>(basis);
    return (counted ? "; in " : "; ") + describeBasis(basis);
}

std::string aboutTarget(const Content& content) {
    auto text = fmt::format("{}", kindName(content.kind));
    if (content.target) {
        text += fmt::format(" of {}", content.target->hex());
    }
    if (content.reason) {
        text += fmt::format(", code {}", *content.reason);
    }
    return text + '.';
}

} // namespace

std::string describeBasis(const Basis& basis) {
    struct Words {
        std::string operator()(const OneCase& /*one*/) const { return "one case"; }
        std::string operator()(const Counts& c) const { return fmt::format("{} of {}", c.events, c.n); }
        std::string operator()(const Effect& e) const {
            return fmt::format("estimate {} (standard error {}) from {}", e.estimate, e.standardError, e.n);
        }
        std::string operator()(const Table& t) const {
            return fmt::format("event in {} of {} exposed and in {} of {} not exposed", t.a, t.a + t.b, t.c, t.c + t.d);
        }
        std::string operator()(const ObservedExpected& o) const {
            return fmt::format("{} observed where {} were expected", o.n, o.expected);
        }
        std::string operator()(const PairCells& p) const {
            return fmt::format("drug-pair table over {} reports", p.cells.back());
        }
    };
    return std::visit(Words(), basis);
}

Status checkSentence(const Pack& pack, std::string_view sentence) {
    std::string unknown;
    const bool wellFormed = walk(
        sentence, [](std::string_view) {},
        [&](std::string_view name) {
            if (pack.field(name) == nullptr) {
                unknown = inQuotes(name);
            }
            return unknown.empty();
        },
        [](bool) {});
    if (!unknown.empty()) {
        return fail(Code::BadPack, fmt::format("names the unknown field {}", unknown));
    }
    if (!wellFormed) {
        return fail(Code::BadPack, "has braces or brackets that do not pair up");
    }
    return {};
}

std::string happenedFirst(std::string_view sentence) {
    constexpr std::string_view kColon = ": ";
    const auto colon = sentence.find(kColon);
    if (colon == std::string_view::npos) {
        return std::string(sentence);
    }
    auto happened = sentence.substr(colon + kColon.size());
    const bool stop = happened.ends_with('.');
    happened.remove_suffix(stop ? 1 : 0);
    return fmt::format("{} \u2013 {}{}", happened, sentence.substr(0, colon), stop ? "." : "");
}

std::string sentenceOf(const Pack& pack, const CodeSystems& systems, const Content& content) {
    if (content.kind != Kind::Outcome && content.kind != Kind::FollowUp && content.kind != Kind::Amendment) {
        return aboutTarget(content);
    }
    std::string out;
    out.reserve(256);
    std::optional<std::size_t> partStart;
    bool partComplete = true;
    walk(
        pack.sentence, [&](std::string_view text) { out += text; },
        [&](std::string_view name) {
            if (const auto words = inSentence(pack, systems, content, name)) {
                out += *words;
            } else if (partStart) {
                partComplete = false;
            } else {
                out += "(not recorded)";
            }
            return true;
        },
        [&](bool begins) {
            if (!begins && !partComplete && partStart) {
                out.resize(*partStart);
            }
            partStart = begins ? std::optional(out.size()) : std::nullopt;
            partComplete = true;
        });
    if (content.basis) {
        out += withBasis(*content.basis);
    }
    if (content.confidence) {
        out += fmt::format("; confidence {} %", *content.confidence);
    }
    out += '.';
    if (out.front() >= 'a' && out.front() <= 'z') {
        out.front() = static_cast<char>(out.front() - 'a' + 'A');
    }
    return out;
}

} // namespace qis::core
