#include "support/faulty_vfs.h"

#include "support/vfs_shim.h"

#include <cerrno>
#include <mutex>

namespace qis::testing {

namespace {

class FaultState {
public:
    void arm(const FaultPlan& plan) {
        const std::lock_guard guard(m_mutex);
        m_plan = plan;
        m_operations = 0;
        m_fired = false;
    }
    [[nodiscard]] bool fired() {
        const std::lock_guard guard(m_mutex);
        return m_fired;
    }
    /// SQLITE_OK, or the code with which the operation about to happen fails.
    [[nodiscard]] int next() {
        const std::lock_guard guard(m_mutex);
        ++m_operations;
        const bool due = m_plan.at != 0 && (m_operations == m_plan.at || (m_plan.lasting && m_operations > m_plan.at));
        if (!due) {
            return SQLITE_OK;
        }
        m_fired = true;
        switch (m_plan.fault) {
        case Fault::DiskFull:
            errno = ENOSPC;
            return SQLITE_FULL;
        case Fault::IoError:
            errno = EIO;
            return SQLITE_IOERR;
        case Fault::IoErrorNoSpace:
            errno = ENOSPC;
            return SQLITE_IOERR;
        case Fault::IoErrorReadOnly:
            errno = EROFS;
            return SQLITE_IOERR;
        }
        return SQLITE_IOERR;
    }

private:
    std::mutex m_mutex;
    FaultPlan m_plan;
    std::uint64_t m_operations = 0;
    bool m_fired = false;
};

FaultState& state() {
    static FaultState theState;
    return theState;
}

int extended(int code, int ioError) {
    return code == SQLITE_IOERR ? ioError : code;
}

class FaultyFile final : public ShimFile {
public:
    using ShimFile::ShimFile;

    int write(const void* from, int count, sqlite3_int64 offset) override {
        if (const int failed = state().next(); failed != SQLITE_OK) {
            const int systemError = errno;
            if (failed == SQLITE_FULL) {
                ShimFile::write(from, count / 2, offset);
            }
            errno = systemError;
            return extended(failed, SQLITE_IOERR_WRITE);
        }
        return ShimFile::write(from, count, offset);
    }
    int truncate(sqlite3_int64 size) override {
        const int failed = state().next();
        return failed != SQLITE_OK ? extended(failed, SQLITE_IOERR_TRUNCATE) : ShimFile::truncate(size);
    }
    int sync([[maybe_unused]] int flags) override {
        // The process lives on, so the hardware need not be troubled.
        return extended(state().next(), SQLITE_IOERR_FSYNC);
    }
};

class FaultyVfs final : public VfsShim {
public:
    FaultyVfs()
        : VfsShim("qis-faulty") {}
    [[nodiscard]] std::unique_ptr<ShimFile> wrap(sqlite3_file* real, [[maybe_unused]] const char* name,
                                                 [[maybe_unused]] int flags) override {
        return std::make_unique<FaultyFile>(real);
    }
};

std::unique_ptr<FaultyVfs>& installed() {
    static std::unique_ptr<FaultyVfs> theVfs;
    return theVfs;
}

} // namespace

void installFaultyVfs() {
    disarmFault();
    installed() = std::make_unique<FaultyVfs>();
    installed()->install();
}

void uninstallFaultyVfs() {
    installed().reset();
}

void armFault(const FaultPlan& plan) {
    state().arm(plan);
}

void disarmFault() {
    state().arm({});
}

bool faultFired() {
    return state().fired();
}

} // namespace qis::testing
