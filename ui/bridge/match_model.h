#pragma once

#include "bridge/values.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QHash>

namespace qis::ui {

class EngineBridge;

/// The matches of one profile, or of all. The store is the truth: a wake-up makes the model read on
/// from its cursor; a wake-up that brings no new row makes it read again what it holds, for then
/// something known has changed.
class MatchModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column : quint8 { Score, Coverage, Happened, Site, Received, ColumnCount };
    enum Role : quint16 { IdRole = Qt::UserRole + 1, ProfileRole, SortRole, RetractedRole };
    enum class Phase : quint8 { Idle, Reading, Failed };

    explicit MatchModel(EngineBridge& bridge, QObject* parent = nullptr);

    /// Forgets what it holds and reads the matches of this profile; empty for all.
    void setProfile(const QString& profile);
    [[nodiscard]] QString profile() const { return m_profile; }
    /// Reads everything again, keeping rows (and the selection) that are still there.
    void reload();
    /// Reads what has come since.
    void catchUp();
    void clear();

    [[nodiscard]] Phase phase() const { return m_phase; }
    /// Has the first page arrived since setProfile()?
    [[nodiscard]] bool isRead() const { return m_read; }
    [[nodiscard]] const Fault& fault() const { return m_fault; }
    [[nodiscard]] const Match* matchAt(int row) const;
    [[nodiscard]] int rowOf(const QString& id, const QString& profile) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// Reading began, ended or failed.
    void phaseChanged();

private:
    void readPage();
    void take(const MatchBatch& batch);
    void finish();
    void setPhase(Phase phase);
    [[nodiscard]] static QString keyOf(const Match& match);
    [[nodiscard]] static QString spoken(const Match& match);

    EngineBridge& m_bridge;
    QString m_profile;
    QList<Match> m_rows;
    QHash<QString, int> m_rowByKey;
    QHash<QString, int> m_seen; ///< keys met by a reading from the start
    qint64 m_cursor = 0;
    quint64 m_reading = 0; ///< names the present reading; late answers of others are dropped
    bool m_fromStart = false;
    bool m_grew = false;
    bool m_again = false; ///< woken while reading
    bool m_read = false;
    Phase m_phase = Phase::Idle;
    Fault m_fault;
};

} // namespace qis::ui
