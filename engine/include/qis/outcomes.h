#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// Outcomes of this home: being written, looked at before they are signed, on their way, taken back.
namespace qis {

/// A field's value as typed: nothing, yes/no, whole number, number, term id or choice name, term ids.
using FieldInput = std::variant<std::monostate, bool, std::int64_t, double, std::string, std::vector<std::string>>;

struct BasisInput {
    std::string kind; ///< one of PackInfo::bases
    std::map<std::string, double>
        numbers; ///< counts: n, events; table: a, b, c, d; effect: n, estimate, standard_error
};

struct Draft {
    std::string pack;
    std::map<std::string, FieldInput> condition;
    std::map<std::string, FieldInput> outcome;
    std::optional<int> confidence;
    std::optional<BasisInput> basis;
    std::string note;
    std::string ref;
    std::string amends;  ///< id of an own outcome whose place this one takes; empty for none
    std::int64_t id = 0; ///< the saved draft that it is; 0 for none
    /// What this home calls the patient. No part of what is signed: an emitted draft takes along the record it was
    /// saved with.
    std::string ownRecord;
};

/// An outcome being written, as it stands in a form: complete or not, valid or not.
struct SavedDraft {
    std::int64_t id = 0; ///< 0: not saved yet
    std::string pack;
    std::string values; ///< JSON, at most 64 KiB; the engine does not look into it
    std::int64_t created = 0;
    std::int64_t changed = 0;
    std::string ownRecord =
        {}; ///< what this home calls the patient, at most 256 bytes; sealed in the store, never sent
};

/// Values to fill a form of a pack with, under a name of their own.
struct FormTemplate {
    std::string pack;
    std::string name;   ///< 1 to 240 bytes; two that differ in the case of Latin letters alone are one
    std::string values; ///< as of a saved draft
};

struct ProblemInfo {
    std::string code;
    std::string field; ///< "condition.object_drug"
    std::string detail;
};

/// A stretch of the packet that a draft would become.
struct PacketPartInfo {
    /// "format", "pack", "condition", "condition.object_drug" and so on, "confidence", "basis", "note", "target" (what
    /// is amended); "author", "issued", "sequence", "previous" and "signature" are made when it leaves.
    std::string name;
    std::string value;               ///< of a field or the pack, in words
    std::vector<std::uint8_t> bytes; ///< exactly as they leave; empty when they are made later
    bool madeLater = false;
};

/// What is not recorded yet, and by how much completeness grows if it is added alone.
struct MissingPartInfo {
    std::string label;
    std::string field; ///< "outcome.onset_days"
    int gain = 0;      ///< hundredths
};

/// How much of what the pack calls worth recording is recorded. Not how true it is.
struct CompletenessInfo {
    int value = 0;                        ///< hundredths, 0 to 100
    std::vector<MissingPartInfo> missing; ///< the largest gain first
};

struct DraftCheck {
    std::vector<ProblemInfo> problems; ///< empty: may be signed
    std::vector<ProblemInfo> warnings;
    std::size_t bytes = 0;
    std::string sentence;
    std::vector<PacketPartInfo> parts;            ///< the whole packet in order; empty while there are problems
    std::optional<CompletenessInfo> completeness; ///< if the pack has a measure; of incomplete drafts too
};

/// One field of a draft and of an earlier outcome, in words.
struct ComparedFieldInfo {
    std::string field; ///< "condition.object_drug", or "basis"
    std::string label;
    std::string mine;
    std::string earlier;
    std::string agreement; ///< "same", "near", "differs", "only-mine", "only-earlier"
};

/// An own outcome that may be about the same patient as a draft.
struct DuplicateInfo {
    std::string id;          ///< empty while held
    std::int64_t ticket = 0; ///< while held
    std::string sentence;
    std::string state; ///< "held" or "signed"
    std::int64_t issued = 0;
    bool equal = false;      ///< everything that would be sent is the same
    bool sameRecord = false; ///< this home calls both patients the same
    int chance = 0;          ///< per cent, by the hit-miss model
    std::string decision;    ///< what was decided about this very draft before: "different", "later"; or empty
    std::int64_t decidedAt = 0;
    std::vector<ComparedFieldInfo> fields;
};

/// A change that makes a draft share its identifying values with more outcomes.
struct BroadeningInfo {
    std::string field;
    std::string label;
    std::string from, fromName; ///< the term that gives way; empty for the whole field
    std::string to, toName;     ///< the broader term; empty to leave it out
    std::uint64_t sharing = 0;  ///< outcomes that share what is left
};

struct RarityInfo {
    std::vector<std::string> labels; ///< of the identifying fields recorded; empty: nothing to look at
    std::uint64_t similar = 0;       ///< outcomes held here that are like the draft
    std::uint64_t sharing = 0;       ///< of those, how many share the identifying fields
    std::uint64_t least = 5;         ///< how many shall
    std::vector<BroadeningInfo> broadening;
};

/// What stands between a draft and its signature besides the rules: a look at what is held here.
struct DraftExamination {
    std::uint64_t compared = 0;            ///< own outcomes looked at
    std::vector<DuplicateInfo> duplicates; ///< the likeliest first, at most three
    RarityInfo rarity;
};

struct Emitted {
    std::string id; ///< empty while the undo window is open
    std::size_t bytes = 0;
    std::string state;       ///< "held" (undo window open), "waiting", "sent"
    std::int64_t ticket = 0; ///< names the outcome while it is held
    std::int64_t leavesAt = 0;
};

struct OutboxRow {
    std::int64_t ticket = 0;
    std::string id;
    std::string pack;
    std::string kind;
    std::string sentence;
    std::string state; ///< "held" or "waiting"
    /// "undo-window", "restored", "locked", "no-peers", "peer-offline", "awaiting-ack"
    std::string reason;
    std::int64_t since = 0;
    std::int64_t nextAttempt = 0; ///< 0: when a peer appears
};

/// An outcome of this home, from authorised to retracted.
struct OutcomeRow {
    std::int64_t cursor = 0; ///< of those that have left, in order of leaving; 0 while held
    std::int64_t ticket = 0; ///< while held, and for one that left in this run
    std::int64_t draft = 0;  ///< held: the draft that undo brings back; 0 for none
    std::string id;          ///< empty while held
    std::string pack;
    std::string sentence;
    std::string state;            ///< "held", "waiting", "sent", "amended", "retracted"
    std::string reason;           ///< of held and waiting, as in OutboxRow
    std::uint64_t peers = 0;      ///< that hold it: interested, and confirmed
    std::int64_t issued = 0;      ///< held: when it was authorised
    std::int64_t nextAttempt = 0; ///< as in OutboxRow
    std::int64_t retractedAt = 0; ///< 0: not retracted
    int retractionReason = 0;     ///< one of retractionReasons(), 0: none given
    std::string amends;           ///< id of the version before; empty for a first one
    std::string amendedBy;        ///< id of the newest version; empty when it is this one
    std::size_t bytes = 0;
    bool hidden = false;   ///< taken out of this home's list
    std::string ownRecord; ///< what this home calls the patient; empty for nothing
};

struct OutcomeQuery {
    std::int64_t before = 0; ///< 0: the newest
    std::size_t limit = 100;
    std::string ownRecord = {}; ///< only those whose record contains this, whatever the case; empty for all
};

struct OutcomePage {
    std::vector<OutcomeRow> rows; ///< held ones first, then newest first
    std::int64_t cursor = 0;      ///< pass as `before` to go on; 0: no more
};

/// Why an outcome is retracted. Reasons are numbers in the packet; these have a meaning.
struct RetractionReason {
    int number = 0;
    std::string name;
};

} // namespace qis
