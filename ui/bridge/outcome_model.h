#pragma once

#include "bridge/values.h"

#include <QtCore/QAbstractListModel>

namespace qis::ui {

class EngineBridge;

/// What this home has written: drafts first, then outcomes from held to sent, newest first. Reads
/// again whenever the engine says that something may have changed; rows keep their keys.
class OutcomeModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role : quint16 { StateRole = Qt::UserRole + 1, WordRole, WhenRole, DayRole, HiddenRole, KeyRole, RecordRole };

    struct Entry {
        QString key;
        std::optional<SavedDraft> draft; ///< exactly one of the two
        std::optional<OwnOutcome> outcome;

        [[nodiscard]] const QString& ownRecord() const { return draft ? draft->values.ownRecord : outcome->ownRecord; }
        [[nodiscard]] QString state() const { return draft ? QStringLiteral("draft") : outcome->state; }
    };

    /// All, or only those that setRecordFilter asks for: nothing until it does.
    enum class Scope : quint8 { All, Found };
    explicit OutcomeModel(EngineBridge& bridge, QObject* parent = nullptr, Scope scope = Scope::All);

    void reload();
    /// Those whose own record number contains this.
    void setRecordFilter(const QString& record);
    [[nodiscard]] const QString& recordFilter() const { return m_record; }
    /// Empties the list: the home is closed.
    void clear();
    /// The draft that stands in the form, by its saved id.
    void setOpenDraft(qint64 id);
    [[nodiscard]] bool isRead() const { return m_read; }
    [[nodiscard]] const Fault& fault() const { return m_fault; }
    [[nodiscard]] const Entry* entryAt(int row) const;
    [[nodiscard]] const Entry* entryOf(const QString& key) const;
    /// An outcome that has left, by its id; null when the list does not reach that far.
    [[nodiscard]] const OwnOutcome* outcomeOf(const QString& id) const;
    /// The outcome signed last; null when there is none.
    [[nodiscard]] const OwnOutcome* newest() const;
    /// The one still held that was signed last; null when there is none.
    [[nodiscard]] const OwnOutcome* newestHeld() const;
    [[nodiscard]] int waitingCount() const;
    /// What an entry is about, as one sentence or a title.
    [[nodiscard]] static QString titleOf(const Entry& entry);
    /// Why it is where it is, and what comes next; may be empty.
    [[nodiscard]] static QString detailOf(const Entry& entry);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    static constexpr int kPage = 100;
    static constexpr int kMostAtOnce = 1000;

Q_SIGNALS:
    void refreshed();

private:
    void readOutcomes(const QList<SavedDraft>& drafts);
    void fail(const Fault& fault);
    void finish();
    void apply(const QList<Entry>& entries);
    [[nodiscard]] QString wordOf(const Entry& entry) const;

    EngineBridge& m_bridge;
    QList<Entry> m_entries;
    Scope m_scope;
    QString m_record;
    qint64 m_cursor = 0;
    qint64 m_openDraft = 0;
    quint64 m_epoch = 0; ///< counts homes, so that a late answer is dropped
    bool m_read = false;
    bool m_reading = false;
    bool m_again = false;
    Fault m_fault;
};

} // namespace qis::ui
