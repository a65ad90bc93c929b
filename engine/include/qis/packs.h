#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Domain packs and their code systems, as a form needs them.
namespace qis {

enum class FieldSide : std::uint8_t { Condition, Outcome };
enum class FieldKind : std::uint8_t { Term, Terms, Choice, Number, Integer, Yes, Answers, Choices };

struct ChoiceInfo {
    std::string name;
    std::string label;
    std::optional<std::pair<double, double>> holds; ///< numbers that it stands for: from, and up to but not including
    std::string about;                              ///< what it means, as a sentence; may be empty
};

/// A question of a field of kind Answers, and what its answers are worth.
struct ItemInfo {
    std::string label;
    int yes = 0;
    int no = 0;
};

/// What a total of answers means, from `least` up to the next.
struct VerdictInfo {
    int least = 0;
    std::string label;
};

struct FieldInfo {
    std::string name;
    FieldSide side = FieldSide::Condition;
    std::string label;
    std::string help;
    std::string section;
    FieldKind kind = FieldKind::Integer;
    bool required = false;
    std::string system; ///< code system to search, for Term and Terms
    std::vector<ChoiceInfo> choices;
    std::size_t maxItems = 1; ///< of Terms and Choices, whose value is a list of texts
    std::string unit;
    int decimals = 0;
    double minimum = 0;
    double maximum = 0;
    /// Integer with items: the value is the sum of their answers. Answers: the value is a text with one character an
    /// item, y yes, n no, u unknown, - not answered.
    std::vector<ItemInfo> items;
    std::vector<VerdictInfo> verdicts; ///< rising
};

struct SectionInfo {
    std::string id;
    std::string label;
};

/// Two roles whose values can be exchanged: pairs of fields.
struct SwapInfo {
    std::string label;
    std::vector<std::pair<std::string, std::string>> pairs;
};

struct QuestionInfo {
    std::string id;
    std::string label;
    std::string basis; ///< "event" or "table"
};

struct PackInfo {
    std::string id;
    std::string title;
    std::string description;
    std::string version;
    std::string licence;
    std::string source;
    std::string hash;
    std::vector<SectionInfo> sections;
    std::vector<FieldInfo> fields;
    std::vector<std::string> bases; ///< "case", "counts", "effect", "table", "observed", "cells"
    std::vector<QuestionInfo> questions;
    bool confidenceRequired = false;
    bool notesAllowed = false;
    SwapInfo swap;                  ///< no pairs: the pack has no roles
    std::string observedField;      ///< of the outcome side: false for "did not happen"; may be empty
    std::string completenessSource; ///< where parts and weights come from; empty when the pack has none
    int defaultTheta = 600;         ///< tenths
    std::string definition;         ///< "ddi-start 1"
};

struct TermInfo {
    std::string system;
    std::uint32_t code = 0;
    std::string id;
    std::string name;
    std::string why;                    ///< English, for the command line
    std::string matched;                ///< the synonym that was found; empty when it was the name or the id
    std::string broaderId, broaderName; ///< the term above, if it can be chosen
};

/// A term as it stands in the tree of its code system.
struct BranchTerm {
    std::string id;
    std::string name;
    std::vector<std::string> synonyms;
    std::map<std::string, std::string> identifiers; ///< public ones, such as {"unii": "5Q7ZVV76EI"}
    bool selectable = true;                         ///< classes that only order the tree cannot be chosen
    std::size_t below = 0;                          ///< how many terms stand directly below it
};

/// One step into the tree of a code system.
struct TermBranch {
    std::string system;
    std::string title;
    std::string version;
    std::string licence;
    std::string source;
    std::string acknowledgement;   ///< to be shown beside the content; may be empty
    std::vector<std::string> path; ///< ids from the top down to the term asked for; empty for the top itself
    std::vector<BranchTerm> terms; ///< what stands directly below it, by name
};

} // namespace qis
