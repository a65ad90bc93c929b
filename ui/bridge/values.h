#pragma once

#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QMetaType>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QVariant>

#include <functional>
#include <optional>
#include <utility>

/// What the widgets know of the engine: plain values in Qt types. Ids are lower-case hexadecimal,
/// times milliseconds UTC, scores and coverages tenths (of a point, of a per cent).
namespace qis::ui {

/// Why something did not happen: a stable code, its English detail and the member concerned.
struct Fault {
    QString code;
    QString detail;
    QString field;
};

template <class T> struct Result {
    std::optional<T> value;
    Fault fault; ///< meaningful exactly when value is empty

    [[nodiscard]] bool ok() const { return value.has_value(); }
};

template <class T> using Callback = std::function<void(const Result<T>&)>;

struct Done {};

enum class FieldKind : quint8 { Term, Terms, Choice, Number, Integer, Yes, Answers };

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
    /// Of the saved draft that it is. Below zero: a name in this window until it has one; 0: none.
    qint64 id = 0;

    [[nodiscard]] bool isEmpty() const {
        return fields.isEmpty() && !confidence && note.isEmpty() && (!basis || basis->numbers.isEmpty()) &&
               typed.isEmpty();
    }
};

/// A draft as the home keeps it.
struct SavedDraft {
    DraftValues values; ///< with its id
    QString title;      ///< what it is about, in a few words; may be empty
    qint64 created = 0;
    qint64 changed = 0;
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
    int chance = 0;   ///< per cent
    QString decision; ///< made before about this very draft: "different", "later"
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
};

struct OutcomeBatch {
    QList<OwnOutcome> rows; ///< held ones first, then newest first
    qint64 cursor = 0;      ///< to go on from; 0: no more
};

struct RetractionReason {
    int number = 0;
    QString name;
};

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

struct Dimension {
    QString id;
    QString label;
    bool conditionSide = true;
    int points = 0;
    int maximum = 0;
    int similarity = 0;
    QString mine;
    QString theirs;
    QString how;
    QString why;
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
    qint64 compared = 0; ///< outcomes held here that its score was compared with; 0 when it has none
    qint64 asAlike = 0;  ///< those of them that are at least as alike
};

struct Rate {
    double rate = 0;
    double low = 0;
    double high = 0;
    double effectiveSites = 0;
    double effectiveN = 0;
};

struct SiteCount {
    QString site;
    QString name;
    qint64 n = 0;
    qint64 events = 0;
    double share = 0;
    qint64 packets = 0;
    double rate = 0; ///< of this site alone, with its interval; meaningful when n is not 0
    double low = 0;
    double high = 0;
    qint64 controlN = 0; ///< tables: the unexposed
    qint64 controlEvents = 0;
    qint64 latest = 0; ///< its newest report that counts
};

/// The rate of everything issued up to one report.
struct EvidencePoint {
    qint64 issued = 0;
    qint64 reports = 0; ///< so far
    qint64 sites = 0;
    qint64 n = 0;
    qint64 events = 0;
    double rate = 0;
    double low = 0;
    double high = 0;
};

/// A matched outcome that its site took back.
struct Retraction {
    QString id;
    QString site;
    QString siteName;
    qint64 issued = 0;
    qint64 retracted = 0; ///< 0 when that is not known
};

/// Evidence as it would be had nothing been taken back.
struct Unretracted {
    qint64 n = 0;
    qint64 events = 0;
    std::optional<Rate> rate;
};

/// How many matched outcomes recorded one value, or one range of numbers, of a field.
struct DistributionBar {
    QString label = {};  ///< empty for a range and for the others
    bool others = false; ///< all values that were recorded less often
    double from = 0;     ///< of a range: from <= x < to, in the field's unit
    double to = 0;       ///< above `from` for ranges only
    qint64 outcomes = 0;
    qint64 sites = 0;
    double share = 0; ///< no site above its cap, with its interval
    double low = 0;
    double high = 0;

    [[nodiscard]] bool isRange() const { return to > from; }
};

/// What was recorded of one field of the outcome side; each outcome counts once.
struct Distribution {
    QString field = {};
    QString label = {};
    QString unit = {};
    qint64 recorded = 0;
    qint64 missing = 0; ///< outcomes that do not record it
    qint64 sites = 0;
    QList<DistributionBar> bars = {};
};

struct Evidence {
    QString profile;
    QString interest = {}; ///< what that interest is called on the screen; set by who asked
    QString question;
    QString questionLabel;
    QString basis;
    QString eventLabel; ///< what an event is, for sentences: "bleeding"
    qint64 packets = 0;
    qint64 sites = 0;
    qint64 retracted = 0;
    qint64 superseded = 0; ///< left out: a newer version or a later report of the case counts
    qint64 n = 0;
    qint64 events = 0;
    std::optional<Rate> rate;
    std::optional<Rate> controlRate;
    qint64 a = 0;
    qint64 b = 0;
    qint64 c = 0;
    qint64 d = 0;
    QList<SiteCount> bySite;
    QList<EvidencePoint> series; ///< in order of issue; the last point is the rate
    QList<Retraction> retractions;
    std::optional<Unretracted> before; ///< when anything was taken back
    qint64 notObserved = 0;            ///< outcomes left out of the next: looked for, and did not happen
    QList<Distribution> distributions; ///< of fields that anything records
    QString digest;
    qint64 asOf = 0;
    qint64 received = 0; ///< when the newest of the outcomes looked at arrived; 0 without any
};

struct Peer {
    QString node;
    QString siteName;
    QString endpoint;
    bool connected = false;
    qint64 lastSeen = 0;
    qint64 behind = 0;
    qint64 clockSkewMillis = 0;
    qint64 roundTripMillis = -1; ///< of the last frame that it answered; below 0 while not measured
    qint64 received = 0;         ///< packets that came from it in this run
    qint64 sent = 0;             ///< packets that it confirmed in this run

    bool operator==(const Peer&) const = default;
};

struct Status {
    QString home;
    QString author;
    QString fingerprint;
    QString site;
    QString siteName;
    bool demo = false;
    bool locked = false;
    QString network;
    QStringList endpoints;
    QList<Peer> peers;
    qint64 connectedPeers = 0;
    qint64 packets = 0;
    qint64 ownPackets = 0;
    qint64 matches = 0;
    qint64 outboxWaiting = 0;
    qint64 outboxHeld = 0;
    qint64 quarantined = 0;
    QMap<QString, qint64> refusals;
    QMap<QString, qint64> counters;
    qint64 storeBytes = 0;
    qint64 diskFreeBytes = 0;
    qint64 now = 0;
    QString version;
};

struct CommandResult {
    int exitCode = 0;
    QByteArray json;
    QStringList errors;
};

struct HomeRequest {
    QString folder;
    QString resources;
    QString siteName;
    bool demo = false;
    QString passphrase;
    bool cheapVault = false;
};

struct OpenRequest {
    QString folder;
    QString resources;
    QString passphrase;
    QStringList listen;
    QStringList join;
    int undoSeconds = 30;
    bool network = true;
    bool controlSocket = true;
    bool cheapVault = false;
};

/// Largest packet that the protocol carries.
inline constexpr int kMaxPacketBytes = 512;

} // namespace qis::ui
