#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// Plain values that cross the border between the engine and its users. Ids are lower-case
/// hexadecimal, times are milliseconds since 1970-01-01 UTC, scores are tenths of a point of 100.
namespace qis {

/// Why something did not happen. `code` is one of the stable names of the command-line contract
/// ("missing-field"); `detail` is English, for details and logs; `field` names the member concerned.
struct Failure {
    std::string code;
    std::string detail;
    std::string field;
};

template <class T> struct Answer {
    std::optional<T> value;
    Failure failure; ///< meaningful exactly when value is empty

    [[nodiscard]] bool ok() const { return value.has_value(); }
};

/// Called exactly once, on an engine thread; re-post before touching anything of yours.
template <class T> using Reply = std::function<void(Answer<T>)>;

struct Nothing {};

enum class FieldSide : std::uint8_t { Condition, Outcome };
enum class FieldKind : std::uint8_t { Term, Terms, Choice, Number, Integer, Yes, Answers };

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
    std::size_t maxItems = 1;
    std::string unit;
    int decimals = 0;
    double minimum = 0;
    double maximum = 0;
    /// Answers: the value is a text with one character an item, y yes, n no, u unknown, - not answered.
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
};

/// An outcome being written, as it stands in a form: complete or not, valid or not.
struct SavedDraft {
    std::int64_t id = 0; ///< 0: not saved yet
    std::string pack;
    std::string values; ///< JSON, at most 64 KiB; the engine does not look into it
    std::int64_t created = 0;
    std::int64_t changed = 0;
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
    bool equal = false;   ///< everything that would be sent is the same
    int chance = 0;       ///< per cent, by the hit-miss model
    std::string decision; ///< what was decided about this very draft before: "different", "later"; or empty
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
    bool hidden = false; ///< taken out of this home's list
};

struct OutcomeQuery {
    std::int64_t before = 0; ///< 0: the newest
    std::size_t limit = 100;
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

struct ProfileInfo {
    std::string name;
    std::string pack;
    bool conditionOnly = true;
    int theta = 600;          ///< tenths
    int minCoverage = 0;      ///< tenths of a per cent
    bool fromOutcome = false; ///< made by sending an outcome
    std::int64_t expires = 0; ///< 0: never
    std::uint64_t matches = 0;
    std::string prototype; ///< in words
};

/// What this home made of a match. It is kept here, never sent, and changes no evidence.
enum class MatchState : std::uint8_t { New, Following, Confirmed, NotRelevant, Muted };
inline constexpr std::size_t kMatchStates = 5;
/// Why a match is not relevant.
enum class DismissReason : std::uint8_t { Unsaid, OtherCircumstances, KnownAlready, TooLittle, SameCase, Implausible };

struct MatchMark {
    std::string profile;
    std::string id;
    MatchState state = MatchState::New;
    DismissReason reason = DismissReason::Unsaid; ///< of NotRelevant only
};

struct MatchRow {
    std::int64_t cursor = 0; ///< order of arrival, for `after`
    std::string profile;
    std::string id;
    std::string author;
    std::string site;
    std::string siteName;
    int score = 0;
    int coverage = 0;
    bool sparse = false;
    bool retracted = false;
    bool amended = false;   ///< its site sent a newer version
    bool amendment = false; ///< it is a newer version of another
    std::int64_t issued = 0;
    std::int64_t received = 0;
    std::string sentence;
    MatchState state = MatchState::New;
    DismissReason reason = DismissReason::Unsaid;
};

struct MatchQuery {
    std::string profile; ///< empty: all named profiles
    std::int64_t after = 0;
    std::size_t limit = 100;
    bool bestFirst = false; ///< else in order of arrival
};

struct MatchPage {
    std::vector<MatchRow> rows;
    std::int64_t cursor = 0; ///< pass as `after` to go on
    std::uint64_t total = 0;
};

enum class MatchColumn : std::uint8_t { Arrival, State, Score, Coverage, Sentence, Site, Issued, Received, Profile };

struct MatchOrder {
    MatchColumn column = MatchColumn::Score;
    bool descending = true;
};

/// Some rows of the matches, sorted and filtered.
struct MatchView {
    std::string profile;            ///< empty: all named profiles
    std::string text;               ///< words that are all in the sentence or the name of the site
    std::vector<MatchState> states; ///< empty: all
    std::string site;               ///< empty: all; as in SiteMatches
    int minScore = 0;
    std::vector<MatchOrder> order; ///< empty: best first. What is equal is in order of arrival.
    std::uint64_t first = 0;
    std::size_t limit = 100; ///< at most 1,000
    std::string locateId;    ///< of a match whose place is asked for; empty for none
    std::string locateProfile;
};

struct SiteMatches {
    std::string site; ///< of its author if the site is not known
    std::string name; ///< empty if it is not known
    std::uint64_t matches = 0;
};

struct MatchWindow {
    std::vector<MatchRow> rows;
    std::uint64_t first = 0;
    std::uint64_t total = 0; ///< that pass the filters
    std::uint64_t all = 0;   ///< without any filter, as are the next two
    std::vector<std::uint64_t> byState;
    std::vector<SiteMatches> sites;       ///< by name
    std::optional<std::uint64_t> located; ///< where the match asked for stands
    /// Another one means that places may have changed since.
    std::uint64_t revision = 0;
};

struct ExplainedDimensionInfo {
    std::string id;
    std::string label;
    bool conditionSide = true;
    int points = 0;
    int maximum = 0;
    int similarity = 0;
    std::string mine;
    std::string theirs;
    std::string how;
    std::string why;
    bool recorded = false;
    bool counted = false;
    bool belowFloor = false;
    int floor = 0;
};

struct ExplanationInfo {
    std::string id;
    std::string profile;
    int score = 0;
    int coverage = 0;
    bool sparse = false;
    bool excluded = false;
    bool retracted = false;
    bool amended = false;   ///< its site sent a newer version
    bool amendment = false; ///< it is a newer version of another
    std::string definition; ///< id and version
    std::string definitionHash;
    std::vector<ExplainedDimensionInfo> dimensions;
    std::vector<std::string> onlyMine;
    std::vector<std::string> onlyTheirs;
    std::string sentence;
    std::string author;
    std::string siteName;
    bool signatureValid = false;
    /// How unusual the score is: outcomes held here that it was compared with, taken evenly over the order of
    /// arrival (at most 1,000), and how many of them are at least as alike. 0 of 0 for what is left out.
    std::size_t compared = 0;
    std::size_t asAlike = 0;
};

struct RateInfo {
    double rate = 0;
    double low = 0;
    double high = 0;
    double effectiveSites = 0;
    double effectiveN = 0;
};

struct SiteTotals {
    std::string site;
    std::string name;
    std::uint64_t n = 0;
    std::uint64_t events = 0;
    double share = 0;
    std::uint64_t packets = 0;
    double rate = 0; ///< of this site alone, with the same interval as the rate of all; 0 when n is 0
    double low = 0;
    double high = 0;
    std::uint64_t controlN = 0; ///< tables: the unexposed
    std::uint64_t controlEvents = 0;
    std::int64_t latest = 0; ///< the newest report that counts
};

/// The rate of everything issued up to one report.
struct EvidencePoint {
    std::int64_t issued = 0;
    std::uint64_t reports = 0; ///< so far
    std::uint64_t sites = 0;
    std::uint64_t n = 0;
    std::uint64_t events = 0;
    double rate = 0;
    double low = 0;
    double high = 0;
};

/// A matched packet that its site took back.
struct RetractionInfo {
    std::string id;
    std::string site;
    std::string siteName;
    std::int64_t issued = 0;
    std::int64_t retracted = 0; ///< 0 when that is not known
};

/// Evidence as it would be had nothing been taken back.
struct UnretractedInfo {
    std::uint64_t n = 0;
    std::uint64_t events = 0;
    std::optional<RateInfo> rate;
};

/// How many matched outcomes recorded one value, or one range of numbers, of a field.
struct DistributionBarInfo {
    std::string label;   ///< of the value; empty for a range and for "others"
    bool others = false; ///< all values that were recorded less often
    double from = 0;     ///< of a range: from <= x < to, in the field's unit
    double to = 0;       ///< above `from` for ranges only
    std::uint64_t outcomes = 0;
    std::uint64_t sites = 0;
    double share = 0; ///< among what records the field, no site above its cap; with its interval
    double low = 0;
    double high = 0;
};

/// What was recorded of one field of the outcome side; each outcome counts once.
struct DistributionInfo {
    std::string field;
    std::string label;
    std::string unit; ///< UCUM; empty for none
    std::uint64_t recorded = 0;
    std::uint64_t missing = 0; ///< outcomes that do not record it
    std::uint64_t sites = 0;
    std::vector<DistributionBarInfo> bars;
};

struct EvidenceInfo {
    std::string profile;
    std::string question;
    std::string questionLabel;
    std::string basis;
    std::string eventLabel; ///< what an event is, for sentences: "bleeding"
    std::uint64_t packets = 0;
    std::uint64_t sites = 0;
    std::uint64_t retracted = 0;
    std::uint64_t superseded = 0; ///< left out: a newer version or a later report of the case counts
    std::uint64_t n = 0;
    std::uint64_t events = 0;
    std::optional<RateInfo> rate;             ///< of the event, or among the exposed for tables
    std::optional<RateInfo> controlRate;      ///< tables only
    std::uint64_t a = 0, b = 0, c = 0, d = 0; ///< totals of tables
    std::vector<SiteTotals> bySite;
    std::vector<EvidencePoint> series; ///< in order of issue, at most 400 points; the last is `rate`
    std::vector<RetractionInfo> retractions;
    std::optional<UnretractedInfo> before;       ///< when anything was taken back
    std::uint64_t notObserved = 0;               ///< outcomes left out of the next: looked for, and did not happen
    std::vector<DistributionInfo> distributions; ///< of fields that anything records, in form order
    std::string digest;
    std::int64_t asOf = 0;
    std::int64_t received = 0; ///< when the newest of the packets looked at arrived; 0 without any
};

struct PeerInfo {
    std::string node;
    std::string siteName;
    std::string endpoint;
    bool connected = false;
    std::int64_t lastSeen = 0;
    std::uint64_t behind = 0; ///< packets it has not acknowledged
    std::int64_t clockSkewMillis = 0;
    std::int64_t roundTripMillis = -1; ///< of the last frame that it answered; -1 while not measured
    std::uint64_t received = 0;        ///< packets that came from it in this run, repeated ones too
    std::uint64_t sent = 0;            ///< packets that it confirmed in this run
};

/// A file that holds a whole home.
struct BackupInfo {
    std::string file;
    std::int64_t made = 0;
    std::string author;
    std::string fingerprint;
    std::string siteName;
    bool demo = false;
    std::uint64_t sequence = 0; ///< number of the last own packet in it
    int version = 0;            ///< of its tables
    std::uint64_t bytes = 0;
};

/// A home that was restored and does not know yet how far its chain goes. Nothing new of its own leaves.
struct RestoredInfo {
    std::int64_t backedUp = 0; ///< 0: not restored from a file, but found to be an old copy
    std::int64_t restored = 0;
    /// "no-peers", "asking", "silent-peers", "few-answers", "nobody-knows"; "other-copy": another copy
    /// of this home is at work; "forked": it has signed another packet for a place of this chain
    std::string reason;
    std::uint64_t answers = 0;
    std::uint64_t needed = 0;
    std::uint64_t givenBack = 0; ///< own packets that peers have returned in this run
};

struct StatusInfo {
    std::string home;
    std::string author;
    std::string fingerprint;
    std::string site;
    std::string siteName;
    bool demo = false;
    bool locked = false;
    std::string network;
    std::vector<std::string> endpoints; ///< bound, with link key
    std::vector<PeerInfo> peers;
    std::uint64_t connectedPeers = 0;
    std::uint64_t packets = 0;
    std::uint64_t ownPackets = 0;
    std::uint64_t matches = 0;
    std::uint64_t outboxWaiting = 0;
    std::uint64_t outboxHeld = 0;
    std::uint64_t quarantined = 0;
    std::map<std::string, std::uint64_t> refusals; ///< by code
    std::map<std::string, std::uint64_t> counters; ///< frames and bytes in and out, packets verified
    std::uint64_t storeBytes = 0;
    std::uint64_t diskFreeBytes = 0;
    std::int64_t now = 0;
    std::string version;
    std::int64_t lastBackup = 0;          ///< 0: never
    std::optional<RestoredInfo> restored; ///< while own outcomes are held back for it
};

/// What may have changed; the store is the truth, this is a wake-up.
enum class Change : std::uint8_t { Outbox, Matches, Profiles, Peers, Status, StoreTrouble };

} // namespace qis
