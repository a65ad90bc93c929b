#pragma once

#include <cstdint>

/// Two SQLite file systems for tests. Each becomes SQLite's default when installed, so that a store
/// or a whole program runs on it without knowing; install at most one at a time.
namespace qis::testing {

/// Makes the Nth write, truncation or sync fail.
enum class Fault : std::uint8_t {
    DiskFull,       ///< SQLITE_FULL, half of the bytes are written
    IoError,        ///< SQLITE_IOERR with EIO
    IoErrorNoSpace, ///< SQLITE_IOERR with ENOSPC, as some file systems report at sync
    IoErrorReadOnly ///< SQLITE_IOERR with EROFS, a file system remounted read-only
};
struct FaultPlan {
    std::uint64_t at = 0; ///< number of the operation, from 1; 0: never
    Fault fault = Fault::DiskFull;
    bool lasting = false; ///< all later operations fail too, until disarmed
};
void installFaultyVfs();
void uninstallFaultyVfs();
/// Starts counting anew.
void armFault(const FaultPlan& plan);
void disarmFault();
[[nodiscard]] bool faultFired();

/// Keeps everything written since the last sync of a file in memory: reading sees it, the real file
/// gets it at the next sync. Killing the process or powerCut() loses it. Creating and deleting a
/// file is durable at once. Syncs are not passed on to the hardware.
///
/// With `earlyWrites`, single pages of 4 KiB reach the real file before their sync, out of order and
/// at random, as from the cache of an operating system or a disk.
void installVolatileVfs(std::uint64_t seed, bool earlyWrites = true);
void uninstallVolatileVfs();
/// Loses what is not synced. Every open handle is dead from now on, and nothing can be opened
/// until powerOn.
void powerCut();
/// The same in the middle of the Nth operation (write, truncation, sync, deletion) from now; 0: never.
void powerCutAtOperation(std::uint64_t number);
[[nodiscard]] bool powerIsOff();
void powerOn();

} // namespace qis::testing
