#include "domain/compose.h"

#include "domain/basis_json.h"
#include "domain/json_tree.h"
#include "domain/printable.h"
#include "domain/privacy.h"
#include "domain/rules.h"
#include "domain/value_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <bitset>

namespace qis::core {

namespace {

constexpr JsonLimits kOutcomeLimits{};
constexpr std::size_t kMaxRefBytes = 128;
/// Enough for anybody to mend an object by; a hostile one could have tens of thousands.
constexpr std::size_t kMaxProblems = 200;
/// A place in a chain and a time whose encoding is as long as they get in practice.
constexpr std::uint64_t kTypicalSequence = 100'000;
constexpr Seconds kTypicalIssued = 1'900'000'020;

std::size_t typicalSize(const Content& content) {
    return packetSize(kTypicalIssued, {kTypicalSequence, ShortId()}, content);
}

class Composer {
public:
    Composer(const Pack& pack, const CodeSystems& systems)
        : m_pack(pack)
        , m_systems(systems) {
        m_content.kind = Kind::Outcome;
        m_content.pack = pack.hash;
    }

    ComposeResult run(JsonValue root, std::string_view amends = {}) {
        if (!root.is(JsonKind::Object)) {
            refuse(Code::WrongType, {}, "Must be a JSON object.");
            return {std::move(m_problems), std::nullopt};
        }
        if (!amends.empty()) {
            setAmends(amends);
        }
        for (const auto member : root) {
            readMember(member);
        }
        reportMissing();
        auto broken = brokenRules(m_pack, m_systems, m_content, m_problems.empty());
        std::move(broken.begin(), broken.end(), std::back_inserter(m_problems));
        if (m_problems.empty()) {
            return finish();
        }
        if (m_problems.size() > kMaxProblems) {
            const auto rest = m_problems.size() - kMaxProblems;
            m_problems.resize(kMaxProblems);
            refuse(Code::TooManyFields, {}, fmt::format("{} further problems are not listed.", rest));
        }
        return {std::move(m_problems), std::nullopt, std::move(m_content)};
    }

private:
    void refuse(Code code, std::string path, std::string detail) {
        m_problems.push_back({code, std::move(path), std::move(detail)});
    }

    void readMember(JsonValue member) {
        const auto key = member.key();
        if (key == "condition") {
            readSide(member, Side::Condition);
        } else if (key == "outcome") {
            readSide(member, Side::Outcome);
        } else if (key == "pack") {
            m_hasPack = true;
            if (!member.is(JsonKind::Text)) {
                refuse(Code::WrongType, "pack", "Must be a text.");
            } else if (member.text() != m_pack.id) {
                refuse(Code::UnknownPack, "pack",
                       fmt::format("{} is not the pack \"{}\".", inQuotes(member.text()), m_pack.id));
            }
        } else if (key == "confidence") {
            readConfidence(member);
        } else if (key == "basis") {
            m_hasBasis = true;
            m_content.basis = basisFromJson(m_pack, member, m_problems);
        } else if (key == "ref") {
            if (readText(member, "ref", kMaxRefBytes)) {
                m_ref = member.text();
            }
        } else if (key == "amends") {
            if (member.is(JsonKind::Text)) {
                setAmends(member.text());
            } else {
                refuse(Code::WrongType, "amends", "Must be a text.");
            }
        } else if (key == "note") {
            if (!m_pack.notesAllowed) {
                refuse(Code::NotAllowed, "note", "This pack has no notes.");
            } else if (readText(member, "note", kMaxNoteBytes)) {
                m_content.note = std::string(member.text());
            }
        } else {
            refuseUnknown({}, key);
        }
    }

    void refuseUnknown(std::string_view side, std::string_view key) {
        const auto shown = inQuotes(key);
        const auto* field = m_pack.field(key);
        refuse(Code::UnknownMember, side.empty() ? tamed(key) : fmt::format("{}.{}", side, tamed(key)),
               field != nullptr ? fmt::format("{} stands under \"{}\".", shown, sideName(field->side))
               : side.empty()   ? fmt::format("{} is not a member of an outcome.", shown)
                                : fmt::format("{} is not a field of the {} side.", shown, side));
    }

    bool readText(JsonValue member, const char* path, std::size_t maximum) {
        if (!member.is(JsonKind::Text)) {
            refuse(Code::WrongType, path, "Must be a text.");
            return false;
        }
        if (const auto status = checkPrintable(member.text(), maximum); !status) {
            refuse(status.error().code, path, status.error().detail);
            return false;
        }
        return true;
    }

    void setAmends(std::string_view text) {
        const auto whole = PacketId::fromHexText(text);
        const auto id = whole ? std::optional(shortId(*whole)) : ShortId::fromHexText(text);
        if (!id) {
            refuse(Code::BadArgument, "amends", "An id is 64 hexadecimal digits.");
        } else if (m_content.target && *m_content.target != *id) {
            refuse(Code::BadArgument, "amends", "Names another outcome than was asked for.");
        } else {
            m_content.kind = Kind::Amendment;
            m_content.target = *id;
        }
    }

    void readConfidence(JsonValue member) {
        m_hasConfidence = true;
        const auto value = member.number();
        const auto whole = member.integer();
        if (!value || (!whole && *value >= 0 && *value <= 100)) {
            refuse(Code::WrongType, "confidence", "Must be a whole number, in per cent.");
        } else if (!whole || *whole < 0 || *whole > 100) {
            refuse(Code::OutOfRange, "confidence", "Must be from 0 to 100.");
        } else {
            m_content.confidence = static_cast<std::uint8_t>(*whole);
        }
    }

    void readSide(JsonValue json, Side side) {
        if (!json.is(JsonKind::Object)) {
            m_unreadable.set(static_cast<std::size_t>(side));
            refuse(Code::WrongType, std::string(sideName(side)), "Must be an object.");
            return;
        }
        auto& map = side == Side::Condition ? m_content.condition : m_content.outcome;
        map.reserve(json.size());
        for (const auto member : json) {
            const auto* field = m_pack.field(member.key());
            if (field == nullptr || field->side != side) {
                refuseUnknown(sideName(side), member.key());
                continue;
            }
            m_given.set(static_cast<std::size_t>(field - m_pack.fields.data()));
            if (auto value = valueFromJson(*field, m_systems, member, m_problems)) {
                map.emplace_back(field->number, std::move(*value));
            }
        }
        std::sort(map.begin(), map.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    }

    void reportMissing() {
        if (!m_hasPack) {
            refuse(Code::MissingField, "pack", fmt::format("Is needed: \"{}\".", m_pack.id));
        }
        for (std::size_t i = 0; i < m_pack.fields.size(); ++i) {
            const auto& field = m_pack.fields[i];
            if (field.required && !m_given.test(i) && !m_unreadable.test(static_cast<std::size_t>(field.side))) {
                refuse(Code::MissingField, pathOf(field), fmt::format("{} is needed.", field.label));
            }
        }
        if (m_pack.confidenceRequired && !m_hasConfidence) {
            refuse(Code::MissingField, "confidence", "Is needed: how sure you are, in per cent.");
        }
        if (!m_hasBasis) {
            if (m_pack.bases.front() == BasisKind::Case) {
                m_content.basis = OneCase();
            } else {
                refuse(Code::MissingField, "basis", "Is needed: what kind of figures, and the figures.");
            }
        }
    }

    /// The optional fields whose removal saves most.
    [[nodiscard]] std::string largestOptional(std::size_t bytes) const {
        std::vector<std::pair<std::size_t, std::string>> savings;
        for (const auto& field : m_pack.fields) {
            auto smaller = m_content;
            auto& map = field.side == Side::Condition ? smaller.condition : smaller.outcome;
            const auto removed = std::erase_if(map, [&](const auto& entry) { return entry.first == field.number; });
            if (!field.required && removed > 0) {
                savings.emplace_back(bytes - std::min(bytes, typicalSize(smaller)), pathOf(field));
            }
        }
        if (m_content.note) {
            savings.emplace_back(m_content.note->size() + 3, "note");
        }
        std::sort(savings.begin(), savings.end(), std::greater<>());
        std::string out;
        for (std::size_t i = 0; i < std::min<std::size_t>(3, savings.size()); ++i) {
            out += fmt::format("{}{} ({} bytes)", i == 0 ? "" : ", ", savings[i].second, savings[i].first);
        }
        return out;
    }

    ComposeResult finish() {
        m_content.pack = m_pack.hashFor(m_content.condition, m_content.outcome);
        const auto bytes = typicalSize(m_content);
        if (bytes > kMaxPacketBytes) {
            refuse(Code::TooLarge, {},
                   fmt::format("{} bytes; a packet has at most {}. Largest optional parts: {}.", bytes, kMaxPacketBytes,
                               largestOptional(bytes)));
        } else if (const auto status = checkContent(m_content); !status) {
            refuse(status.error().code, status.error().field, status.error().detail);
        }
        if (!m_problems.empty()) {
            return {std::move(m_problems), std::nullopt, std::move(m_content)};
        }
        Composed composed;
        composed.ref = std::move(m_ref);
        composed.sentence = sentenceOf(m_pack, m_systems, m_content);
        composed.bytes = bytes;
        if (m_content.note) {
            composed.warnings = scanNote(*m_content.note);
        }
        composed.content = std::move(m_content);
        return {{}, std::move(composed)};
    }

    const Pack& m_pack;
    const CodeSystems& m_systems;
    Content m_content;
    std::string m_ref;
    std::vector<Problem> m_problems;
    std::bitset<2 * kMaxFields> m_given; ///< by place in the pack
    std::bitset<2> m_unreadable;         ///< by side
    bool m_hasPack = false;
    bool m_hasBasis = false;
    bool m_hasConfidence = false;
};

ComposeResult failed(const Error& error) {
    return {{{error.code, error.field, error.detail}}, std::nullopt};
}

} // namespace

ComposeResult compose(const Pack& pack, const CodeSystems& systems, std::string_view json) {
    const auto tree = JsonTree::parse(json, kOutcomeLimits);
    if (!tree) {
        return failed(tree.error());
    }
    return Composer(pack, systems).run(tree->root());
}

ComposeResult compose(const Packs& packs, const CodeSystems& systems, std::string_view json, std::string_view amends) {
    const auto tree = JsonTree::parse(json, kOutcomeLimits);
    if (!tree) {
        return failed(tree.error());
    }
    const auto root = tree->root();
    if (!root.is(JsonKind::Object)) {
        return failed(fail(Code::WrongType, "Must be a JSON object."));
    }
    const auto named = root.member("pack");
    if (!named) {
        return failed(fail(Code::MissingField, "Say which domain pack the outcome belongs to.", "pack"));
    }
    if (!named->is(JsonKind::Text)) {
        return failed(fail(Code::WrongType, "Must be a text.", "pack"));
    }
    const auto pack = packs.find(named->text());
    if (pack == packs.end()) {
        return failed(fail(Code::UnknownPack, fmt::format("{} is not installed.", inQuotes(named->text())), "pack"));
    }
    return Composer(pack->second, systems).run(root, amends);
}

} // namespace qis::core
