#pragma once

#include "bridge/values.h"

/// What lists of matches need: what was made of them, how they are filtered and sorted.
namespace qis::ui {

/// What this home made of a match; nobody else sees it.
enum class MatchState : quint8 { New, Following, Confirmed, NotRelevant, Muted };
inline constexpr int kMatchStates = 5;
/// Why a match is not relevant.
enum class DismissReason : quint8 { Unsaid, OtherCircumstances, KnownAlready, TooLittle, SameCase, Implausible };
inline constexpr int kDismissReasons = 6;

struct MatchMark {
    QString profile;
    QString id;
    MatchState state = MatchState::New;
    DismissReason reason = DismissReason::Unsaid;

    bool operator==(const MatchMark&) const = default;
};

/// A match with what this home made of it.
struct JudgedMatch : Match {
    MatchState state = MatchState::New;
    DismissReason reason = DismissReason::Unsaid;
};

enum class MatchKey : quint8 { Arrival, State, Score, Coverage, Sentence, Site, Issued, Received, Profile };

struct MatchOrder {
    MatchKey key = MatchKey::Score;
    bool descending = true;

    bool operator==(const MatchOrder&) const = default;
};

/// Which matches to list.
struct MatchFilter {
    QString text;
    QList<MatchState> states; ///< empty: all
    QString site;             ///< as in SiteMatches; empty: all
    int minScore = 0;         ///< tenths

    bool operator==(const MatchFilter&) const = default;
};

/// Some of the matches of a profile, sorted and filtered.
struct MatchView {
    QString profile; ///< empty: all
    MatchFilter filter;
    QList<MatchOrder> order; ///< empty: best first
    qint64 first = 0;
    int limit = 100;
    QString locateId; ///< of a match whose place is asked for
    QString locateProfile;
};

struct SiteMatches {
    QString site;
    QString name; ///< empty when it is not known
    qint64 matches = 0;

    bool operator==(const SiteMatches&) const = default;
};

struct MatchWindow {
    QList<JudgedMatch> rows;
    qint64 first = 0;
    qint64 total = 0; ///< that pass the filter
    qint64 all = 0;   ///< whatever the filter, as are the next two
    QList<qint64> byState;
    QList<SiteMatches> sites;
    qint64 located = -1; ///< -1: it is not among them
    quint64 revision = 0;
};

} // namespace qis::ui
