#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace qis::core {

/// Marks a backup ("QISB"): no store opens it by mistake, and its kind shows from outside.
inline constexpr int kBackupApplicationId = 0x51495342;

/// Said by a backup about itself.
struct BackupAbout {
    Millis made = 0;
    AuthorKey author;
    std::string siteName;
    bool demo = false;
    std::uint64_t sequence = 0; ///< of the last own packet in it; 0 for none
    std::optional<ShortId> head;
    int version = 0; ///< of the tables
    std::uint64_t bytes = 0;
};

/// A file of the home that is not the store, as it is.
struct BackupFile {
    std::string name;
    Bytes content;
};

/// Both are called on the thread that works, and may be empty.
struct BackupWatch {
    std::function<void(int perCent)> progress;
    std::function<bool()> cancelled;
};

struct BackupOrder {
    std::filesystem::path store; ///< may be open and written to meanwhile
    std::filesystem::path target;
    bool replace = false;
    BackupAbout about; ///< made, author, site name and demo; the rest is found out
    std::vector<BackupFile> files;
    BackupWatch watch;
};

/// Writes one file that holds the store as it is at this moment and the other files: under a
/// temporary name beside the target, read again in full, synced, then named. Whatever goes wrong, a file of
/// this name that was there before is untouched and nothing else is left behind. AlreadyExists,
/// DiskFull, TargetUnwritable, Cancelled.
[[nodiscard]] Result<BackupAbout> writeBackup(const BackupOrder& order);

/// Looks at the head of a backup only. NotFound, NotABackup, BackupDamaged, StoreNewer.
[[nodiscard]] Result<BackupAbout> readBackup(const std::filesystem::path& file);

struct Unpacked {
    BackupAbout about;
    std::vector<BackupFile> files;
};
/// Checks every page of a backup and copies the store in it to `store`, which must not exist.
[[nodiscard]] Result<Unpacked> unpackBackup(const std::filesystem::path& file, const std::filesystem::path& store,
                                            const BackupWatch& watch);

} // namespace qis::core
