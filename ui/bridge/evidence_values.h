#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

/// What matched outcomes say together.
namespace qis::ui {

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
    QString interest = {};  ///< what that interest is called on the screen; set by who asked
    QString condition = {}; ///< what it asks for, in words; set by who asked
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

} // namespace qis::ui
