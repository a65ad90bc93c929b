#pragma once

#include "bridge/history_values.h"
#include "bridge/match_values.h"

#include <QtCore/QObject>

#include <functional>
#include <memory>

class QTimer;

namespace qis::ui {

/// The window's only way to the engine. Lives on the GUI thread and never blocks it: requests return
/// at once, their callbacks come later on the GUI thread, and only while the context object lives.
/// A request made while no engine is open answers "stopped".
class EngineBridge : public QObject {
    Q_OBJECT

public:
    enum class State : quint8 { Closed, Opening, Open, Closing };
    Q_ENUM(State)

    explicit EngineBridge(QObject* parent = nullptr);
    /// Returns at once; the engine is taken down on a thread of its own.
    ~EngineBridge() override;

    [[nodiscard]] State state() const;

    /// Opens a home. Answers by opened() or openFailed(). An engine that is open is closed first.
    void open(const OpenRequest& request);
    /// Answers by closed().
    void close();
    /// Makes a new home. Needs no open engine.
    void createHome(const HomeRequest& request, QObject* context, Callback<Status> callback);

    void listPacks(QObject* context, Callback<QList<Pack>> callback);
    void searchTerms(const QString& system, const QString& words, int limit, QObject* context,
                     Callback<QList<Term>> callback);
    /// What stands directly below a term; empty for the top.
    void termBranch(const QString& system, const QString& below, QObject* context, Callback<TermBranch> callback);
    void checkDraft(const DraftValues& draft, QObject* context, Callback<DraftReport> callback);
    /// Terms that outcomes of this home used last.
    void recentTerms(const QString& system, int limit, QObject* context, Callback<QList<Term>> callback);
    /// Compares a draft without problems with what is held here.
    void examineDraft(const DraftValues& draft, QObject* context, Callback<Examination> callback);
    /// Keeps what was decided about a draft and an own outcome: "different" or "later".
    void decideDuplicate(const DraftValues& draft, const Duplicate& duplicate, const QString& decision,
                         QObject* context, Callback<Done> callback);
    void emitDraft(const DraftValues& draft, QObject* context, Callback<Emission> callback);
    void undoEmit(qint64 ticket, QObject* context, Callback<Done> callback);
    void retractOutcome(const QString& id, int reason, QObject* context, Callback<Emission> callback);
    void listOutbox(QObject* context, Callback<QList<OutboxItem>> callback);
    /// Own outcomes: the newest after those held, or those before a cursor.
    /// `ownRecord`: only those whose own record number contains it; empty for all.
    void listOutcomes(qint64 before, int limit, const QString& ownRecord, QObject* context,
                      Callback<OutcomeBatch> callback);
    /// Empty takes it away.
    void setOwnRecord(const QString& id, const QString& record, QObject* context, Callback<Done> callback);
    /// Answers how many there were.
    void forgetOwnRecords(QObject* context, Callback<qint64> callback);
    void hideOutcome(const QString& id, bool hidden, QObject* context, Callback<Done> callback);
    /// By id, or by ticket while it has none.
    void draftFromOutcome(const QString& id, qint64 ticket, QObject* context, Callback<DraftValues> callback);
    void listDrafts(QObject* context, Callback<QList<SavedDraft>> callback);
    /// Answers the id.
    void saveDraft(const SavedDraft& draft, QObject* context, Callback<qint64> callback);
    void removeDraft(qint64 id, QObject* context, Callback<Done> callback);
    void listTemplates(QObject* context, Callback<QList<FormTemplate>> callback);
    /// Takes the place of one of the same pack and name.
    void saveTemplate(const FormTemplate& filled, QObject* context, Callback<Done> callback);
    void removeTemplate(const QString& pack, const QString& name, QObject* context, Callback<Done> callback);
    void listProfiles(QObject* context, Callback<QList<Interest>> callback);
    void addProfile(const QByteArray& json, QObject* context, Callback<Interest> callback);
    void profileFromDraft(const QString& name, const DraftValues& draft, QObject* context, Callback<Interest> callback);
    void removeProfile(const QString& name, QObject* context, Callback<Done> callback);
    void listMatches(const MatchRequest& request, QObject* context, Callback<MatchBatch> callback);
    void viewMatches(const MatchView& view, QObject* context, Callback<MatchWindow> callback);
    /// Answers what they were before.
    void markMatches(const QList<MatchMark>& marks, QObject* context, Callback<QList<MatchMark>> callback);
    /// How much alike two outcomes are, as if the first had asked for the second.
    void compareOutcomes(const QString& id, const QString& otherId, QObject* context, Callback<Explanation> callback);
    void explainMatch(const QString& id, const QString& profile, QObject* context, Callback<Explanation> callback);
    /// Takes longer: for a match somebody stays with.
    void rankMatch(const QString& id, const QString& profile, QObject* context, Callback<MatchRank> callback);
    /// What became of an outcome, by the id of any of its versions.
    void readHistory(const QString& id, QObject* context, Callback<PacketHistory> callback);
    void gatherEvidence(const QString& profile, const QString& question, QObject* context, Callback<Evidence> callback);
    void fetchStatus(QObject* context, Callback<Status> callback);
    /// Connects to the node at this address and remembers it.
    void joinNode(const QString& endpoint, QObject* context, Callback<Done> callback);
    /// Copies the open home to a file, replacing one of this name. `progress` and `cancelled` are called on a thread of
    /// the engine's.
    void backUp(const QString& file, std::function<void(int perCent)> progress, std::function<bool()> cancelled,
                QObject* context, Callback<Done> callback);
    void runCommand(const QByteArray& json, QObject* context, Callback<CommandResult> callback);

    /// The folder where packs and vocabularies are when none was given.
    [[nodiscard]] static QString standardResources();
    [[nodiscard]] static QString programVersion();
    [[nodiscard]] static QList<RetractionReason> retractionReasons();
    /// Blocks until every engine is down and every home made. For the end of main() and of tests.
    static void waitUntilIdle();

Q_SIGNALS:
    void stateChanged(qis::ui::EngineBridge::State state);
    void opened();
    void openFailed(const qis::ui::Fault& fault);
    void closed();

    // What may have changed, each at most once in kMergeMillis.
    void outboxChanged();
    void matchesChanged();
    void profilesChanged();
    void peersChanged();
    void statusChanged();
    void storeTroubled();

public:
    static constexpr int kMergeMillis = 250;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace qis::ui
