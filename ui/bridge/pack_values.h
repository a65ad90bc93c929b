#pragma once

#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>
#include <utility>

/// Domain packs and their code systems, as a form needs them.
namespace qis::ui {

enum class FieldKind : quint8 { Term, Terms, Choice, Number, Integer, Yes, Answers, Choices };

struct Choice {
    QString name;
    QString label;
    std::optional<std::pair<double, double>> holds = {}; ///< numbers it stands for: from, up to but not including
    QString about = {};                                  ///< what it means, as a sentence
};

/// A question of a field of kind Answers, and what its answers are worth.
struct ScaleItem {
    QString label;
    int yes = 0;
    int no = 0;
};

/// What a total of answers means, from `least` up to the next.
struct Verdict {
    int least = 0;
    QString label;
};

struct Field {
    QString name;
    QString path; ///< "condition.age_band"
    bool onConditionSide = true;
    QString label;
    QString help;
    QString section;
    FieldKind kind = FieldKind::Integer;
    bool required = false;
    QString system;
    QList<Choice> choices;
    int maxItems = 1;
    QString unit;
    int decimals = 0;
    double minimum = 0;
    double maximum = 0;
    /// Answers: a value is a text with one character an item, y yes, n no, u unknown, - not answered.
    QList<ScaleItem> items = {};
    QList<Verdict> verdicts = {}; ///< rising
};

struct Section {
    QString id;
    QString label;
};

/// Two roles whose values can be exchanged: pairs of field paths.
struct RoleSwap {
    QString label;
    QList<std::pair<QString, QString>> pairs;
};

struct Question {
    QString id;
    QString label;
    QString basis;
};

struct Pack {
    QString id;
    QString title;
    QString description;
    QString version;
    QString licence;
    QString source;
    QString hash;
    QList<Section> sections;
    QList<Field> fields;
    QStringList bases;
    QList<Question> questions;
    bool confidenceRequired = false;
    bool notesAllowed = false;
    RoleSwap swap;              ///< no pairs: no roles
    QString observedPath;       ///< the yes-field for "did not happen"; may be empty
    QString completenessSource; ///< empty when the pack has no measure
    int defaultTheta = 600;
    QString definition;
};

struct Term {
    QString system;
    QString id;
    QString name;
    QString why;            ///< in the words of the engine
    QString matched = {};   ///< the synonym that was found
    QString broaderId = {}; ///< the term above, if it can be chosen
    QString broaderName = {};
};

/// A term as it stands in the tree of its code system.
struct BranchTerm {
    QString id;
    QString name;
    QStringList synonyms;
    QMap<QString, QString> identifiers; ///< public ones, by scheme: "unii"
    bool selectable = true;             ///< classes that only order the tree cannot be chosen
    qint64 below = 0;                   ///< how many terms stand directly below it
};

/// One step into the tree of a code system.
struct TermBranch {
    QString system;
    QString title;
    QString version;
    QString licence;
    QString source;
    QString acknowledgement;
    QStringList path; ///< ids from the top down to the term asked for; empty for the top itself
    QList<BranchTerm> terms;
};

} // namespace qis::ui
