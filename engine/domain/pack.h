#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "record/packet.h"
#include "vocabulary/code_system.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qis::core {

enum class Side : std::uint8_t { Condition, Outcome };

/// How a field's value is written in JSON and on the wire.
enum class FieldType : std::uint8_t {
    Term,    ///< JSON: term id; wire: the term's code
    Terms,   ///< JSON: array of 1..max term ids; wire: array of codes, ascending, each once
    Choice,  ///< JSON: the choice's name; wire: its value
    Number,  ///< JSON: number in `unit`; wire: round(value * 10^decimals) as integer
    Integer, ///< JSON: whole number; wire: integer
    Yes,     ///< JSON and wire: boolean
    Answers, ///< see answers.h
    Choices, ///< JSON: array of 1..all choices' names; wire: array of their values, ascending, each once
};

/// Numbers from `from` up to, but not including, `before`.
struct Band {
    double from = 0;
    double before = 0;
};

struct Choice {
    std::int64_t value = 0;
    std::string name; ///< [a-z0-9_-]
    std::string label;
    std::optional<Band> holds = {}; ///< measured values that this choice stands for; only guides who fills in the form
    std::string about = {};         ///< what it means, as a sentence; may be empty
};

/// A question of a field of type Answers, and what its answers are worth. A whole number may have some too: it is their
/// sum then, and the answers themselves stay with whoever fills in the form.
struct Item {
    std::string name; ///< [a-z0-9_-]
    std::string label;
    int yes = 0;
    int no = 0;
};

/// What a total of answers means, from `least` up to the next verdict.
struct ScaleVerdict {
    int least = 0;
    std::string label;
};

struct Field {
    std::uint32_t number = 0; ///< key in the packet's condition or outcome map
    std::string name;         ///< key in JSON, [a-z0-9_]
    Side side = Side::Condition;
    std::string label;
    std::string help;
    std::string section; ///< id of the form section it stands in
    FieldType type = FieldType::Integer;
    bool required = false;
    std::string system; ///< code system of Term and Terms
    std::vector<Choice> choices;
    bool ordered = false;      ///< choices form a scale
    std::size_t maxItems = 12; ///< of Terms and Choices
    std::string unit;          ///< UCUM; empty for none
    int decimals = 0;
    double minimum = 0;
    double maximum = 0;
    std::vector<Item> items;            ///< of Answers; of Integer if it is the sum of a scale
    std::vector<ScaleVerdict> verdicts; ///< rising; the first holds the least total that there can be
    std::uint32_t since = 0;            ///< the generation of the pack that has it first; 0 is the oldest
};

enum class BasisKind : std::uint8_t { Case, Counts, Effect, Table, Observed, Cells };

/// A cross-field rule. `differ`: the named fields must not be equal. `excludes`: when fields[0]
/// equals value, fields[1] must be absent. `requires`: when fields[0] equals value, fields[1] must
/// be present. `equals_when`: when fields[0] equals value, fields[1] must equal value2.
struct Rule {
    std::string id;
    std::string kind;
    std::vector<std::string> fields;
    std::string value;
    std::string value2;
    std::string message; ///< one English sentence
};

/// A question asked of matched packets. Event: `field` equals one of `values` (choice names, term
/// ids with everything below them, "true"/"false"); for basis "table" the packet's own table is
/// used and `field` is empty.
struct Question {
    std::string id;
    std::string label;
    std::string basis; ///< "event" or "table"
    std::string field;
    std::vector<std::string> values;
    std::string andField;               ///< if not empty, an event needs this field to be one of `andValues` too:
    std::vector<std::string> andValues; ///< a bleed that was looked for and did not happen is none
    std::string eventLabel;             ///< what an event is, for sentences: "bleeding"
};

struct Section {
    std::string id;
    std::string label;
};

/// The section that every form ends with: how sure one is, and on what. A pack may put fields there without listing it.
inline constexpr std::string_view kObservationSection = "observation";

/// One dimension of the shipped similarity definition, as written in JSON; similarity/ compiles it.
struct DimensionSpec {
    std::string id;
    std::string label;
    std::vector<std::string> fields;
    Side side = Side::Condition;
    std::uint32_t weight = 0;
    std::string kernel; ///< exact, hierarchy, wu_palmer, jaccard, ordered_pair, ordinal, numeric_decay, numeric_range,
                        ///< log_ratio
    std::vector<double> table; ///< hierarchy, ordered_pair: similarity by shared depth 0..; ordinal: by distance 0..
    double scale =
        0; ///< numeric_decay: exp(-d/scale); numeric_range: max(0, 1 - d/scale); log_ratio: exp(-|ln r|/ln scale)
    double swapFactor = 0;          ///< ordered_pair: factor when the roles are swapped
    double floor = 0;               ///< 0..1; below it the pair is excluded
    std::string missing = "ignore"; ///< ignore, zero, or a number 0..1 as text
    int routingLevel = 0;           ///< > 0: coarse interest is published at this depth of the tree
};

struct DefinitionSpec {
    std::string id;
    std::uint32_t version = 1;
    double theta = 0.6;
    double minCoverage = 0;
    std::vector<DimensionSpec> dimensions;
};

/// Something that a well documented outcome records: at least one of `fields`, with a value that is
/// not among `except`.
struct DocumentedPart {
    std::string label;
    std::vector<std::string> fields;
    std::vector<std::string> except; ///< values that record nothing, such as "unknown"
    std::uint32_t weight = 0;        ///< hundredths; those of all parts sum to 100
};

struct CompletenessSpec {
    std::string source; ///< where parts and weights come from
    std::vector<DocumentedPart> parts;
};

/// Fields that together may point at a person, and how many outcomes must share them.
struct IdentifyingSpec {
    std::vector<std::string> fields;
    std::uint32_t least = 5;
};

/// Two roles whose values can be exchanged: pairs of fields of one kind.
struct SwapSpec {
    std::string label;
    std::vector<std::pair<std::string, std::string>> pairs;
};

/// A domain pack: fields, form, rules, sentence, questions and starting definition, as data.
class Pack {
public:
    /// BadPack with the member concerned. Every code system named must be in `systems`.
    [[nodiscard]] static Result<Pack> parse(std::string_view json, const CodeSystems& systems);

    std::string id, title, description, version, licence, source;
    std::vector<Section> sections;
    std::vector<Field> fields;    ///< in form order
    std::vector<BasisKind> bases; ///< allowed; the first is the default
    std::vector<Rule> rules;
    std::string sentence; ///< with {field} placeholders and [optional parts {field}]
    std::vector<Question> questions;
    DefinitionSpec definition;
    std::vector<std::string> examples; ///< complete outcome JSON objects, at least three
    bool notesAllowed = false;
    bool confidenceRequired = false;
    CompletenessSpec completeness; ///< no parts: the pack does not say
    IdentifyingSpec identifying;   ///< no fields: nothing in it points at a person
    SwapSpec swap;                 ///< no pairs: no roles
    std::string observedField;     ///< the yes-field for "looked for and did not happen"; may be empty
    /// First 8 bytes of BLAKE2b-256 over the deterministic CBOR of the pack's id, allowed bases and,
    /// per field, number, side, name, type, value set, unit, decimals and the code system's meaning
    /// hash. Labels, help, form, rules, questions, the definition and what only guides who fills in
    /// the form are left out.
    PackHash hash;
    /// The hashes of the pack as it was before fields were added, the oldest first and `hash` last. A packet names
    /// the oldest generation that has all it records, so that whoever has only that can read it.
    std::vector<PackHash> generations;

    /// By which everything written with any generation of the pack is matched and routed: the hash of the oldest.
    [[nodiscard]] const PackHash& family() const { return generations.empty() ? hash : generations.front(); }
    [[nodiscard]] std::optional<std::uint32_t> generationOf(const PackHash& written) const;
    /// The oldest generation that has every field recorded here.
    [[nodiscard]] const PackHash& hashFor(const FieldMap& condition, const FieldMap& outcome) const;

    [[nodiscard]] const Field* field(std::string_view name) const;
    [[nodiscard]] const Field* field(Side side, std::uint32_t number) const;
    [[nodiscard]] const Question* question(std::string_view id) const;
    [[nodiscard]] bool allows(BasisKind kind) const;

private:
    std::vector<std::uint32_t> m_byName;   ///< places in `fields`, sorted by name
    std::vector<std::uint32_t> m_byNumber; ///< places in `fields`, sorted by side and number
};

/// The packs installed here, by id.
using Packs = std::map<std::string, Pack, std::less<>>;

[[nodiscard]] std::string_view basisName(BasisKind kind);
[[nodiscard]] std::optional<BasisKind> basisFromName(std::string_view name);
[[nodiscard]] std::string_view typeName(FieldType type);
/// By the value of FieldType.
[[nodiscard]] const std::vector<std::string_view>& typeNames();
/// Whether a value of this type is an array of codes or of choices' values.
[[nodiscard]] constexpr bool isList(FieldType type) {
    return type == FieldType::Terms || type == FieldType::Choices;
}
/// Whether a value of this type is one of the field's choices, or several.
[[nodiscard]] constexpr bool hasChoices(FieldType type) {
    return type == FieldType::Choice || type == FieldType::Choices;
}
[[nodiscard]] std::string_view sideName(Side side);

/// See Pack::hash; of the fields that the pack had in that generation.
[[nodiscard]] PackHash meaningHashOf(const Pack& pack, const CodeSystems& systems, std::uint32_t generation);

/// 10^decimals, the factor between a Number field and what travels.
[[nodiscard]] std::int64_t scaleOf(const Field& field);
[[nodiscard]] const Choice* choiceByName(const Field& field, std::string_view name);
[[nodiscard]] const Choice* choiceByValue(const Field& field, std::int64_t value);

} // namespace qis::core
