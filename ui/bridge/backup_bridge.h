#pragma once

#include "bridge/values.h"

#include <QtCore/QObject>

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

    /// Makes a home from a backup. Needs no open home; the callback comes while `context` lives.
    void restore(const RestoreRequest& request, QObject* context, Callback<Done> callback);

Q_SIGNALS:
    void busyChanged();
    /// `fault` without a code: the backup is there.
    void finished(const QString& file, const qis::ui::Fault& fault);
    void factsChanged();

private:
    void ask(const QByteArray& request, QObject* context, Callback<Done> callback);
    void take(const QByteArray& json);

    EngineBridge& m_bridge;
    std::shared_ptr<Courier> m_courier;
    std::optional<RestoredHome> m_restored;
    qint64 m_lastBackup = 0;
    bool m_busy = false;
    bool m_reading = false;
    bool m_again = false;
};

} // namespace qis::ui
