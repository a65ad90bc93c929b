#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace qis::ui {

/// What differs between two versions of an outcome. A side is empty where the value is not recorded.
struct ChangedPart {
    QString field; ///< "condition.age_band", "confidence", "basis" or "note"
    QString label; ///< of a field of the pack; empty for the others
    QString before;
    QString now;
};

enum class VersionKind : quint8 { First, FollowUp, Amendment, Retraction };

struct PacketVersion {
    QString id;
    VersionKind kind = VersionKind::First;
    QString author;
    QString siteName;
    bool own = false;
    bool inForce = false; ///< it is what counts
    qint64 issued = 0;
    qint64 received = 0;
    int reason = 0;        ///< of a retraction; 0: none given
    QString sentence;      ///< empty for a retraction
    bool compared = false; ///< with the version that it names, which is held here
    QList<ChangedPart> changes;
};

/// What became of an outcome.
struct PacketHistory {
    QList<PacketVersion> versions; ///< the oldest first
    bool complete = true;          ///< false: not all of them are held here, or there are too many
};

} // namespace qis::ui
