#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QVariant>

#include <optional>

/// Outcomes of this home: being written, looked at before they are signed, on their way, taken back.
namespace qis::ui {

/// Largest packet that the protocol carries.
inline constexpr int kMaxPacketBytes = 512;

/// Longest own record number, in bytes of UTF-8.
inline constexpr int kMaxOwnRecordBytes = 64;

struct BasisValues {
    QString kind;
    QMap<QString, double> numbers;

    bool operator==(const BasisValues&) const = default;
};

/// An outcome as typed. Values are bool, qlonglong, double, QString (term id or choice name) or
/// QStringList (term ids), by field path.
struct DraftValues {
    QString pack;
    QMap<QString, QVariant> fields;
    std::optional<int> confidence;
    std::optional<BasisValues> basis;
    QString note;
    QMap<QString, QString> typed; ///< by field path: what stands in a field and is not a value yet
    QString at;                   ///< path of the field changed last
    QString amends;               ///< id of an own outcome whose place this one takes
    QString ownRecord;            ///< what this home calls the patient; never part of the packet
    /// Of the saved draft that it is. Below zero: a name in this window until it has one; 0: none.
    qint64 id = 0;

    [[nodiscard]] bool isEmpty() const {
        return fields.isEmpty() && !confidence && note.isEmpty() && (!basis || basis->numbers.isEmpty()) &&
               typed.isEmpty() && ownRecord.isEmpty();
    }
};

/// A draft as the home keeps it.
struct SavedDraft {
    DraftValues values; ///< with its id
    QString title;      ///< what it is about, in a few words; may be empty
    qint64 created = 0;
    qint64 changed = 0;
};

/// Values of fields to fill a form of a pack with.
struct FormTemplate {
    QString pack;
    QString name;
    QMap<QString, QVariant> fields;
};

struct FieldProblem {
    QString code;
    QString field;
    QString detail;
};

/// A stretch of the packet that a draft would become. `name` is a field path, "format", "pack",
/// "condition", "outcome", "confidence", "basis" or "note"; "author", "issued", "sequence",
/// "previous" and "signature" are made when it leaves and have no bytes yet.
struct PacketPart {
    QString name;
    QString value;
    QByteArray bytes;
    bool madeLater = false;
};

/// Something not recorded yet, and by how many hundredths completeness grows with it.
struct MissingPart {
    QString label;
    QString field;
    int gain = 0;
};

/// How much is recorded, not how true it is.
struct Completeness {
    int value = 0; ///< hundredths
    QList<MissingPart> missing;
};

struct DraftReport {
    QList<FieldProblem> problems;
    QList<FieldProblem> warnings;
    int bytes = 0;
    QString sentence;
    QList<PacketPart> parts; ///< the whole packet in order; empty while there are problems
    std::optional<Completeness> completeness;
};

struct ComparedField {
    QString field;
    QString label; ///< empty for the basis
    QString mine;
    QString earlier;
    QString agreement; ///< "same", "near", "differs", "only-mine", "only-earlier"
};

/// An own outcome that may be about the same patient as a draft.
struct Duplicate {
    QString id; ///< empty while held
    qint64 ticket = 0;
    QString sentence;
    QString state; ///< "held" or "signed"
    qint64 issued = 0;
    bool equal = false;
    bool sameRecord = false; ///< under the same own record number
    int chance = 0;          ///< per cent
    QString decision;        ///< made before about this very draft: "different", "later"
    qint64 decidedAt = 0;
    QList<ComparedField> fields;
};

/// A change that makes a draft share its identifying values with more outcomes.
struct Broadening {
    QString field;
    QString label;
    QString from; ///< empty: the whole field
    QString fromName;
    QString to; ///< empty: leave it out
    QString toName;
    qint64 sharing = 0;
};

struct Rarity {
    QStringList labels;
    qint64 similar = 0;
    qint64 sharing = 0;
    qint64 least = 5;
    QList<Broadening> broadening;

    /// Enough is known, and too few share it.
    [[nodiscard]] bool isRare() const { return !labels.isEmpty() && similar >= least && sharing < least; }
};

struct Examination {
    qint64 compared = 0;
    QList<Duplicate> duplicates;
    Rarity rarity;
};

struct Emission {
    QString id;
    int bytes = 0;
    QString state; ///< "held", "waiting" or "sent"
    qint64 ticket = 0;
    qint64 leavesAt = 0;
};

struct OutboxItem {
    qint64 ticket = 0;
    QString id;
    QString pack;
    QString kind;
    QString sentence;
    QString state;
    QString reason;
    qint64 since = 0;
    qint64 nextAttempt = 0;
};

/// An outcome of this home, from authorised to retracted.
struct OwnOutcome {
    qint64 cursor = 0; ///< 0 while held
    qint64 ticket = 0;
    qint64 draft = 0; ///< held: the draft that undo brings back
    QString id;       ///< empty while held
    QString pack;
    QString sentence;
    QString state;  ///< "held", "waiting", "sent", "amended", "retracted"
    QString reason; ///< of held and waiting
    qint64 peers = 0;
    qint64 issued = 0;
    qint64 nextAttempt = 0;
    qint64 retractedAt = 0;
    int retractionReason = 0; ///< 0: none given
    int bytes = 0;
    bool hidden = false;
    QString amends;    ///< id of the version before
    QString amendedBy; ///< id of the newest version; empty when it is this one
    QString ownRecord; ///< what this home calls the patient
};

struct OutcomeBatch {
    QList<OwnOutcome> rows; ///< held ones first, then newest first
    qint64 cursor = 0;      ///< to go on from; 0: no more
};

struct RetractionReason {
    int number = 0;
    QString name;
};

} // namespace qis::ui
