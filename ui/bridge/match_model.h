#pragma once

#include "bridge/match_values.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QHash>

class QTimer;

namespace qis::ui {

class EngineBridge;

/// The matches of one profile, or of all, as the engine sorts and filters them. As many rows as there
/// are, but only those that are looked at are read: a page at a time, when a view first asks for one of
/// its rows. The store is the truth: a wake-up makes the model read what it shows again, rows move to
/// where they are now, and a view keeps its selection.
class MatchModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column : quint8 { Score, Coverage, Happened, Site, Received, State, Issued, Interest, ColumnCount };
    enum Role : quint16 { IdRole = Qt::UserRole + 1, ProfileRole, RetractedRole, StateRole };
    enum class Phase : quint8 { Idle, Reading, Failed };

    explicit MatchModel(EngineBridge& bridge, QObject* parent = nullptr);

    /// Forgets what it holds and reads the matches of this profile; empty for all.
    void setProfile(const QString& profile);
    [[nodiscard]] QString profile() const { return m_profile; }
    void setFilter(const MatchFilter& filter);
    [[nodiscard]] const MatchFilter& filter() const { return m_filter; }
    void setOrder(const QList<MatchOrder>& order);
    [[nodiscard]] const QList<MatchOrder>& order() const { return m_order; }
    /// What the engine sorts by for a column.
    [[nodiscard]] static MatchKey keyOf(int column);
    /// Reads again what is shown, keeping rows (and the selection) that are still there.
    void reload();
    void clear();
    /// What interests are called, by name; those without an entry are called by their name.
    void setInterestNames(const QHash<QString, QString>& names);
    /// The match whose row is followed wherever it goes, in sight or not.
    void follow(const QString& id, const QString& profile);

    [[nodiscard]] Phase phase() const { return m_phase; }
    /// Has anything arrived since setProfile()?
    [[nodiscard]] bool isRead() const { return m_read; }
    [[nodiscard]] const Fault& fault() const { return m_fault; }
    /// Null for a row that is not read yet.
    [[nodiscard]] const JudgedMatch* matchAt(int row) const;
    /// Among the rows that are read; -1 for none.
    [[nodiscard]] int rowOf(const QString& id, const QString& profile) const;
    /// How many there are, whatever the filter; and in which states and from where.
    [[nodiscard]] qint64 all() const { return m_all; }
    [[nodiscard]] qint64 count(MatchState state) const { return m_byState.value(static_cast<int>(state)); }
    [[nodiscard]] const QList<SiteMatches>& sites() const { return m_sites; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static constexpr int kPageRows = 128;

Q_SIGNALS:
    /// Reading began, ended or failed.
    void phaseChanged();
    /// What is shown has been read again; rows may have moved.
    void refreshed();
    /// Rows have been read that were asked for.
    void rowsRead();

private:
    using Pages = QHash<int, QList<JudgedMatch>>;

    [[nodiscard]] MatchView view(qint64 first, int limit) const;
    void want(int page) const;
    void readWanted();
    void readAgain();
    void take(const MatchWindow& window);
    void resizeTo(int rows);
    void placeRows(const Pages& pages, qint64 located);
    void keepPage(int page, const QList<JudgedMatch>& rows);
    void setPhase(Phase phase);
    [[nodiscard]] QVariant text(const JudgedMatch& match, int column) const;
    [[nodiscard]] QVariant toolTip(const JudgedMatch& match, int column) const;
    [[nodiscard]] static QString spoken(const JudgedMatch& match);

    EngineBridge& m_bridge;
    QString m_profile;
    MatchFilter m_filter;
    QList<MatchOrder> m_order;
    QHash<QString, QString> m_interestNames;
    QString m_followedId;
    QString m_followedProfile;

    int m_rows = 0;
    Pages m_pages;
    QList<int> m_kept;           ///< pages, the one read last at the end
    mutable QList<int> m_wanted; ///< pages, the one asked for last at the end
    mutable int m_lastAsked = 0; ///< page
    QTimer* m_fetch;
    bool m_fetching = false;

    qint64 m_all = 0;
    QList<qint64> m_byState;
    QList<SiteMatches> m_sites;
    quint64 m_revision = 0;
    quint64 m_reading = 0; ///< names the present reading; late answers of others are dropped
    bool m_again = false;  ///< woken while reading
    bool m_read = false;
    Phase m_phase = Phase::Idle;
    Fault m_fault;
};

} // namespace qis::ui
