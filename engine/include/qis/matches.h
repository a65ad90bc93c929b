#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What this home asks for, what matched, why, and what became of it.
namespace qis {

struct ProfileInfo {
    std::string name;
    std::string pack;
    bool conditionOnly = true;
    int theta = 600;          ///< tenths
    int minCoverage = 0;      ///< tenths of a per cent
    bool fromOutcome = false; ///< made by sending an outcome
    std::int64_t expires = 0; ///< 0: never
    std::uint64_t matches = 0;
    std::string prototype; ///< in words: what is compared
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
    std::string happened; ///< the sentence told from its end: what happened, then in whom
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

/// What was found when the values of a dimension were compared.
struct FindingInfo {
    /// "same", "different"; "class": both belong to `name`; "no-class"; "shared": `amount` of `of` terms;
    /// "bands-apart": `amount`; "apart": `amount` in the unit `name`; "ratio": `amount`; "no-ratio"; "missing-there",
    /// "missing-here", "missing-on-both"
    std::string kind;
    std::string name;
    std::string amount; ///< digits, and '.' before those of a fraction
    std::string of;
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
    /// How it is compared: "exact", "hierarchy", "tree", "set", "pair", "steps", "difference", "ratio"
    std::string kernel;
    std::vector<FindingInfo> findings; ///< of a pair, one a role
    bool swapped = false;              ///< a pair was compared with its roles exchanged
    std::string how;                   ///< the kernel in English
    std::string why;                   ///< the findings in English
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
};

/// What differs between two versions of an outcome. A side is empty where the value is not recorded.
struct ChangedPart {
    std::string field; ///< "condition.age_band", "confidence", "basis" or "note"
    std::string label; ///< of a field of the pack; empty for the others
    std::string before;
    std::string now;
};

/// One of the packets that make up what became of an outcome.
struct PacketVersion {
    std::string id;
    std::string kind; ///< "outcome", "amendment", "follow-up" or "retraction"
    std::string author;
    std::string siteName;
    bool own = false;
    bool inForce = false;      ///< it is what counts
    std::int64_t issued = 0;   ///< to the minute
    std::int64_t received = 0; ///< of own ones: when it was signed
    int reason = 0;            ///< of a retraction, one of retractionReasons(); 0: none given
    std::string sentence;      ///< empty for a retraction
    bool compared = false;     ///< with the version that it names, which is held here
    std::vector<ChangedPart> changes;
};

struct PacketHistory {
    std::vector<PacketVersion> versions; ///< the oldest first, at most 200
    bool complete = true;                ///< false: earlier versions, or more later ones, are not among them
};

/// How unusual the score of a match is. 0 of 0 for what is left out.
struct MatchRank {
    std::size_t compared = 0; ///< other outcomes of the pack held here, taken evenly over their arrival; at most 1,000
    std::size_t asAlike = 0;  ///< those of them that score at least as high
};

} // namespace qis
