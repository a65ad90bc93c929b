#pragma once

#include "node/home.h"
#include "store/backup.h"

#include <atomic>
#include <thread>

namespace qis::core {

/// What a backup of an open home consists of.
[[nodiscard]] Result<BackupOrder> backupOrder(const Home& home, const std::filesystem::path& target, bool replace,
                                              BackupWatch watch, Millis now);

/// When the last one was made; 0 for never.
[[nodiscard]] Status writeLastBackup(Store& store, Millis made);
[[nodiscard]] Result<Millis> readLastBackup(Store& store);

/// One backup on a thread of its own. Destroying it waits for the thread.
class BackupJob {
public:
    using Done = std::function<void(Result<BackupAbout>)>;

    BackupJob(BackupOrder order, Done done);
    ~BackupJob();
    BackupJob(const BackupJob&) = delete;
    BackupJob& operator=(const BackupJob&) = delete;

    void cancel() { m_cancelled = true; }
    [[nodiscard]] bool isFinished() const { return m_finished; }
    /// Waits for the end.
    [[nodiscard]] const Result<BackupAbout>& result();
    [[nodiscard]] const Done& done() const { return m_done; }

private:
    Done m_done;
    std::atomic<bool> m_cancelled = false;
    std::atomic<bool> m_finished = false;
    Result<BackupAbout> m_result = fail(Code::Cancelled);
    std::thread m_thread;
};

struct RestoreOrder {
    std::filesystem::path file;
    std::filesystem::path folder; ///< must be empty or not exist
    /// The operator's word: nothing was sent after the backup, and the old home is gone.
    bool nothingSent = false;
    BackupWatch watch;
};

/// Makes a home from a backup. It appears as a whole or not at all; being older than what it may have
/// sent, it holds its outcomes back until peers have told how far its chain goes. The passphrase is
/// not needed for it. FolderNotEmpty, NotABackup, BackupDamaged, StoreNewer, Cancelled and so on.
[[nodiscard]] Result<BackupAbout> restoreHome(const RestoreOrder& order, Millis now);

} // namespace qis::core
