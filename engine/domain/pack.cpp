#include "domain/pack.h"

#include "crypto/sodium.h"
#include "record/cbor.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace qis::core {

namespace {

constexpr std::array<std::string_view, 6> kBasisNames{"case", "counts", "effect", "table", "observed", "cells"};
void hashField(CborWriter& out, const Field& field, const CodeSystems& systems) {
    out.array(9);
    out.unsignedInt(field.number);
    out.unsignedInt(static_cast<std::uint64_t>(field.side));
    out.text(field.name);
    out.text(typeName(field.type));
    out.text(field.unit);
    out.integer(std::llround(field.minimum * static_cast<double>(scaleOf(field))));
    out.integer(std::llround(field.maximum * static_cast<double>(scaleOf(field))));
    out.unsignedInt(static_cast<std::uint64_t>(scaleOf(field)));
    if (const auto system = systems.find(field.system); system != systems.end()) {
        out.array(2);
        out.text(field.system);
        out.bytes(system->second.meaningHash().view());
        return;
    }
    if (field.type == FieldType::Answers) {
        out.array(field.items.size());
        for (const auto& item : field.items) {
            out.text(item.name);
        }
        return;
    }
    auto choices = field.choices;
    std::sort(choices.begin(), choices.end(), [](const Choice& a, const Choice& b) { return a.value < b.value; });
    out.array(2 * choices.size());
    for (const auto& choice : choices) {
        out.integer(choice.value);
        out.text(choice.name);
    }
}

} // namespace

PackHash meaningHashOf(const Pack& pack, const CodeSystems& systems, std::uint32_t generation) {
    CborWriter out;
    out.array(4);
    out.unsignedInt(1); // version of this layout
    out.text(pack.id);
    auto bases = pack.bases;
    std::sort(bases.begin(), bases.end());
    out.array(bases.size());
    for (const auto basis : bases) {
        out.unsignedInt(static_cast<std::uint64_t>(basis));
    }
    std::vector<const Field*> fields;
    fields.reserve(pack.fields.size());
    for (const auto& field : pack.fields) {
        if (field.since <= generation) {
            fields.push_back(&field);
        }
    }
    std::sort(fields.begin(), fields.end(), [](const Field* a, const Field* b) {
        return std::pair(a->side, a->number) < std::pair(b->side, b->number);
    });
    out.array(fields.size());
    for (const auto* field : fields) {
        hashField(out, *field, systems);
    }
    const auto whole = blake2b256(out.result());
    PackHash result;
    std::copy_n(whole.bytes.begin(), PackHash::kSize, result.bytes.begin());
    return result;
}

const Field* Pack::field(std::string_view name) const {
    if (m_byName.size() != fields.size()) { // put together by hand
        const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == name; });
        return found == fields.end() ? nullptr : &*found;
    }
    const auto found = std::lower_bound(m_byName.begin(), m_byName.end(), name,
                                        [&](std::uint32_t i, std::string_view n) { return fields[i].name < n; });
    return found == m_byName.end() || fields[*found].name != name ? nullptr : &fields[*found];
}

const Field* Pack::field(Side side, std::uint32_t number) const {
    if (m_byNumber.size() != fields.size()) {
        const auto found = std::find_if(fields.begin(), fields.end(),
                                        [&](const Field& f) { return f.side == side && f.number == number; });
        return found == fields.end() ? nullptr : &*found;
    }
    const auto key = std::pair(side, number);
    const auto keyOf = [&](std::uint32_t i) { return std::pair(fields[i].side, fields[i].number); };
    const auto found = std::lower_bound(m_byNumber.begin(), m_byNumber.end(), key,
                                        [&](std::uint32_t i, const auto& k) { return keyOf(i) < k; });
    return found == m_byNumber.end() || keyOf(*found) != key ? nullptr : &fields[*found];
}

std::optional<std::uint32_t> Pack::generationOf(const PackHash& written) const {
    const auto found = std::find(generations.begin(), generations.end(), written);
    if (found == generations.end()) {
        return generations.empty() && written == hash ? std::optional(UINT32_MAX) : std::nullopt;
    }
    return static_cast<std::uint32_t>(found - generations.begin());
}

const PackHash& Pack::hashFor(const FieldMap& condition, const FieldMap& outcome) const {
    std::uint32_t needed = 0;
    for (const auto& one : fields) {
        const auto& map = one.side == Side::Condition ? condition : outcome;
        needed = findField(map, one.number) == nullptr ? needed : std::max(needed, one.since);
    }
    return needed < generations.size() ? generations[needed] : hash;
}

const Question* Pack::question(std::string_view wanted) const {
    const auto found =
        std::find_if(questions.begin(), questions.end(), [&](const Question& q) { return q.id == wanted; });
    return found == questions.end() ? nullptr : &*found;
}

bool Pack::allows(BasisKind kind) const {
    return std::find(bases.begin(), bases.end(), kind) != bases.end();
}

std::string_view basisName(BasisKind kind) {
    return kBasisNames.at(static_cast<std::size_t>(kind));
}

std::optional<BasisKind> basisFromName(std::string_view name) {
    const auto found = std::find(kBasisNames.begin(), kBasisNames.end(), name);
    if (found == kBasisNames.end()) {
        return std::nullopt;
    }
    return static_cast<BasisKind>(found - kBasisNames.begin());
}

std::string_view typeName(FieldType type) {
    return typeNames().at(static_cast<std::size_t>(type));
}

const std::vector<std::string_view>& typeNames() {
    static const std::vector<std::string_view> kNames{"term",    "terms", "choice",  "number",
                                                      "integer", "yes",   "answers", "choices"};
    return kNames;
}

std::string_view sideName(Side side) {
    return side == Side::Condition ? "condition" : "outcome";
}

std::int64_t scaleOf(const Field& field) {
    constexpr std::array<std::int64_t, 7> kPowers{1, 10, 100, 1000, 10000, 100000, 1000000};
    return field.type == FieldType::Number ? kPowers.at(static_cast<std::size_t>(field.decimals)) : 1;
}

const Choice* choiceByName(const Field& field, std::string_view name) {
    const auto found =
        std::find_if(field.choices.begin(), field.choices.end(), [&](const Choice& c) { return c.name == name; });
    return found == field.choices.end() ? nullptr : &*found;
}

const Choice* choiceByValue(const Field& field, std::int64_t value) {
    const auto found =
        std::find_if(field.choices.begin(), field.choices.end(), [&](const Choice& c) { return c.value == value; });
    return found == field.choices.end() ? nullptr : &*found;
}

} // namespace qis::core
