#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

/// What this home asks for, what matched, and why.
namespace qis::ui {

/// A profile: what this home asks for.
struct Interest {
    QString name;
    QString pack;
    bool conditionOnly = true;
    int theta = 600;
    int minCoverage = 0;
    bool fromOutcome = false;
    qint64 expires = 0;
    qint64 matches = 0;
    QString prototype;
};

struct Match {
    qint64 cursor = 0;
    QString profile;
    QString id;
    QString author;
    QString site;
    QString siteName;
    int score = 0;
    int coverage = 0;
    bool sparse = false;
    bool retracted = false;
    bool amended = false;   ///< its site sent a newer version
    bool amendment = false; ///< it is a newer version of another
    qint64 issued = 0;
    qint64 received = 0;
    QString sentence;
    QString happened; ///< the same, told from what happened
};

struct MatchRequest {
    QString profile; ///< empty: all
    qint64 after = 0;
    int limit = 200;
    bool bestFirst = false;
};

struct MatchBatch {
    QList<Match> rows;
    qint64 cursor = 0;
    qint64 total = 0;
};

/// What was found when two values were compared: kinds and members as in the engine's FindingInfo.
struct Finding {
    QString kind;
    QString name;
    QString amount;
    QString of;
};

struct Dimension {
    QString id;
    QString label;
    bool conditionSide = true;
    int points = 0;
    int maximum = 0;
    int similarity = 0;
    QString mine;
    QString theirs;
    QString kernel;          ///< "exact", "hierarchy", "tree", "set", "pair", "steps", "difference", "ratio"
    QList<Finding> findings; ///< of a pair, one a role
    bool swapped = false;    ///< a pair was compared with its roles exchanged
    bool recorded = false;
    bool counted = false;
    bool belowFloor = false;
    int floor = 0;
};

struct Explanation {
    QString id;
    QString profile;
    int score = 0;
    int coverage = 0;
    bool sparse = false;
    bool excluded = false;
    bool retracted = false;
    bool amended = false;
    bool amendment = false;
    QString definition;
    QString definitionHash;
    QList<Dimension> dimensions;
    QStringList onlyMine;
    QStringList onlyTheirs;
    QString sentence;
    QString author;
    QString siteName;
    bool signatureValid = false;
};

/// How unusual the score of a match is.
struct MatchRank {
    qint64 compared = 0; ///< outcomes held here that it was compared with; 0 for a match that is left out
    qint64 asAlike = 0;  ///< those of them that score at least as high
};

} // namespace qis::ui
