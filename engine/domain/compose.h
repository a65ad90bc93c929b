#pragma once

#include "domain/pack.h"
#include "record/packet.h"

#include <string>
#include <vector>

namespace qis::core {

/// Something wrong, or worth a second look, in an outcome as typed.
struct Problem {
    Code code = Code::NotAllowed;
    std::string field;  ///< JSON path, e.g. "condition.object_drug"
    std::string detail; ///< one English sentence
};

struct Composed {
    Content content;
    std::string ref; ///< local, never encoded; empty for none
    std::string sentence;
    std::size_t bytes = 0;         ///< of the finished packet at the chain's typical position
    std::vector<Problem> warnings; ///< privacy
};

struct ComposeResult {
    std::vector<Problem> problems; ///< empty exactly when `composed` is set
    std::optional<Composed> composed;
    std::optional<Content> partial = std::nullopt; ///< beside problems: what could be read of a known pack
};

/// Outcome JSON -> content. The object:
/// { "pack": "ddi", "ref"?: text, "amends"?: id, "condition": { field: value }, "outcome": { field: value },
///   "confidence"?: 0..100, "basis"?: { "kind": "case" | "counts" | "effect" | "table" | ..., ... },
///   "note"?: text }
/// With "amends" (64 hexadecimal digits, or the first 32 of them) it is the newest version of that outcome.
/// Every problem is reported, not only the first. Unknown members are problems.
[[nodiscard]] ComposeResult compose(const Pack& pack, const CodeSystems& systems, std::string_view json);

/// The same for the pack that the object itself names; UnknownPack if it is not installed. `amends` as the member of
/// this name; empty for none.
[[nodiscard]] ComposeResult compose(const Packs& packs, const CodeSystems& systems, std::string_view json,
                                    std::string_view amends = {});

/// Step 11 of the accept pipeline: do the fields of a foreign packet fit the pack?
[[nodiscard]] Status checkAgainstPack(const Pack& pack, const CodeSystems& systems, const Content& content);

/// Content -> outcome JSON text (the inverse of compose; what profiles and "same again" start from).
[[nodiscard]] std::string toOutcomeJson(const Pack& pack, const CodeSystems& systems, const Content& content);

/// The pack's sentence filled in, English.
[[nodiscard]] std::string sentenceOf(const Pack& pack, const CodeSystems& systems, const Content& content);

/// One value in words: term names, choice labels, numbers with unit.
[[nodiscard]] std::string describeValue(const Field& field, const CodeSystems& systems, const Value& value);

/// What an outcome rests on, in words: "one case", "3 of 40".
[[nodiscard]] std::string describeBasis(const Basis& basis);

/// JSON Schema (draft 2020-12) of the outcome JSON, with the pack's examples.
[[nodiscard]] std::string jsonSchema(const Pack& pack, const CodeSystems& systems);

} // namespace qis::core
