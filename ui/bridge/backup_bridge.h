#pragma once

#include "bridge/values.h"

#include <QtCore/QObject>

#include <atomic>
#include <memory>
#include <optional>

namespace qis::ui {

class Courier;
class EngineBridge;

/// A home that was restored and holds back what it signs.
struct RestoredHome {
    qint64 backedUp = 0; ///< 0: not restored from a file, but found to be an old copy
    QString reason;      ///< "no-peers", "asking", "silent-peers", "few-answers", "nobody-knows",
                         ///< "other-copy", "forked"
    int answers = 0;
    int needed = 0;

    bool operator==(const RestoredHome&) const = default;
};

struct RestoreRequest {
    QString file;
    QString folder;
};

/// Backups of the open home, and where it stands if it came out of one.
class BackupBridge : public QObject {
    Q_OBJECT

public:
    explicit BackupBridge(EngineBridge& bridge, QObject* parent = nullptr);
    /// Gives up restoring.
    ~BackupBridge() override;

    /// Answers by finished(). One at a time.
    void backUp(const QString& file);
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// When the last backup of this home was made; 0 for never.
    [[nodiscard]] qint64 lastBackup() const { return m_lastBackup; }
    [[nodiscard]] const std::optional<RestoredHome>& restored() const { return m_restored; }
    /// The user's word that nothing was signed after the backup and no other copy is at work.
    void endRestoring(QObject* context, Callback<Done> callback);
    /// Reads again where things stand; factsChanged() when they do not stand as before.
    void refresh();

    /// Makes a home from a backup. Needs no open home; the callback comes while `context` lives. One at a time.
    void restore(const RestoreRequest& request, QObject* context, Callback<Done> callback);
    /// Answered by the callback with the code "cancelled"; nothing is left in the folder then.
    void cancelRestoring();
    [[nodiscard]] bool isRestoring() const { return m_restoring; }

Q_SIGNALS:
    void busyChanged();
    void progressed(int perCent);
    /// `fault` without a code: the backup is there.
    void finished(const QString& file, const qis::ui::Fault& fault);
    void factsChanged();
    void restoringBegun();
    void restoringProgressed(int perCent);
    /// `fault` without a code: the home is there.
    void restoringEnded(const qis::ui::Fault& fault);

private:
    using Flag = std::shared_ptr<std::atomic<bool>>;

    /// To be called on one thread, of any kind; tells on ours, and only what is new.
    std::function<void(int perCent)> teller(void (BackupBridge::*signal)(int));
    void take(const QByteArray& json);

    EngineBridge& m_bridge;
    std::shared_ptr<Courier> m_courier;
    std::optional<RestoredHome> m_restored;
    qint64 m_lastBackup = 0;
    Flag m_stopBackup;
    Flag m_stopRestoring;
    bool m_busy = false;
    bool m_restoring = false;
    bool m_reading = false;
    bool m_again = false;
};

} // namespace qis::ui
