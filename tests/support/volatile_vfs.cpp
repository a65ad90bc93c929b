#include "support/faulty_vfs.h"
#include "support/vfs_shim.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <mutex>
#include <set>

namespace qis::testing {

namespace {

constexpr sqlite3_int64 kPage = 4096;
using Page = std::array<std::uint8_t, static_cast<std::size_t>(kPage)>;

/// splitmix64: the same sequence everywhere for a seed.
class Random {
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed) {}
    std::uint64_t next() {
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }
    bool oneIn(std::uint64_t n) { return next() % n == 0; }

private:
    std::uint64_t m_state;
};

/// A file as programs see it, over the real file, which is what survives.
class Inode {
public:
    explicit Inode(sqlite3_file* real) { real->pMethods->xFileSize(real, &m_size), m_realValid = m_size; }

    std::set<sqlite3_file*> handles;

    [[nodiscard]] sqlite3_int64 size() const { return m_size; }
    [[nodiscard]] bool clean() const { return m_pages.empty() && !m_resized; }

    int read(sqlite3_file* real, std::uint8_t* to, sqlite3_int64 count, sqlite3_int64 offset) {
        const auto available = std::clamp<sqlite3_int64>(m_size - offset, 0, count);
        std::memset(to + available, 0, static_cast<std::size_t>(count - available));
        for (sqlite3_int64 done = 0; done < available;) {
            const auto at = offset + done;
            const auto within = at % kPage;
            const auto part = std::min(kPage - within, available - done);
            if (const auto page = m_pages.find(at / kPage); page != m_pages.end()) {
                std::memcpy(to + done, page->second.data() + within, static_cast<std::size_t>(part));
            } else if (const int failed = readReal(real, to + done, part, at); failed != SQLITE_OK) {
                return failed;
            }
            done += part;
        }
        return available == count ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
    }

    int write(sqlite3_file* real, const std::uint8_t* from, sqlite3_int64 count, sqlite3_int64 offset) {
        for (sqlite3_int64 done = 0; done < count;) {
            const auto at = offset + done;
            const auto within = at % kPage;
            const auto part = std::min(kPage - within, count - done);
            auto page = m_pages.find(at / kPage);
            if (page == m_pages.end()) {
                page = m_pages.try_emplace(at / kPage).first;
                if (const int failed = readReal(real, page->second.data(), kPage, at - within); failed != SQLITE_OK) {
                    return failed;
                }
            }
            std::memcpy(page->second.data() + within, from + done, static_cast<std::size_t>(part));
            done += part;
        }
        m_size = std::max(m_size, offset + count);
        return SQLITE_OK;
    }

    void truncate(sqlite3_int64 size) {
        m_pages.erase(m_pages.lower_bound((size + kPage - 1) / kPage), m_pages.end());
        if (const auto last = m_pages.find(size / kPage); last != m_pages.end()) {
            std::fill(last->second.begin() + size % kPage, last->second.end(), std::uint8_t{0});
        }
        m_size = size;
        m_realValid = std::min(m_realValid, size);
        m_resized = true;
    }

    int flush(sqlite3_file* real) {
        if (clean()) {
            return SQLITE_OK;
        }
        int result = m_resized ? real->pMethods->xTruncate(real, m_realValid) : SQLITE_OK;
        for (const auto& [number, page] : m_pages) {
            if (result == SQLITE_OK) {
                result = writeReal(real, number, page);
            }
        }
        if (result == SQLITE_OK && m_resized) {
            result = real->pMethods->xTruncate(real, m_size);
        }
        if (result == SQLITE_OK) {
            m_pages.clear();
            m_resized = false;
            m_realValid = m_size;
        }
        return result;
    }

    /// One unsynced page reaches the real file and stays unsynced.
    void writeEarly(sqlite3_file* real, Random& random) {
        if (!m_pages.empty()) {
            auto page = m_pages.begin();
            std::advance(page, static_cast<std::ptrdiff_t>(random.next() % m_pages.size()));
            writeReal(real, page->first, page->second);
        }
    }

    /// What the caches happened to write until the power failed: nothing, some or all pages.
    void writeSome(sqlite3_file* real, Random& random) {
        const auto share = random.next() % 5;
        if (m_resized && random.oneIn(2)) {
            real->pMethods->xTruncate(real, m_realValid);
        }
        for (const auto& [number, page] : m_pages) {
            if (random.next() % 4 < share) {
                writeReal(real, number, page);
            }
        }
    }

private:
    /// Zeros beyond what of the real file has not been cut off.
    int readReal(sqlite3_file* real, std::uint8_t* to, sqlite3_int64 count, sqlite3_int64 offset) const {
        const auto available = std::clamp<sqlite3_int64>(m_realValid - offset, 0, count);
        std::memset(to + available, 0, static_cast<std::size_t>(count - available));
        if (available == 0) {
            return SQLITE_OK;
        }
        const int result = real->pMethods->xRead(real, to, static_cast<int>(available), offset);
        return result == SQLITE_IOERR_SHORT_READ ? SQLITE_OK : result;
    }
    int writeReal(sqlite3_file* real, sqlite3_int64 number, const Page& page) const {
        const auto count = std::min(kPage, m_size - number * kPage);
        return count <= 0 ? SQLITE_OK
                          : real->pMethods->xWrite(real, page.data(), static_cast<int>(count), number * kPage);
    }

    sqlite3_int64 m_size = 0;      ///< as programs see it
    sqlite3_int64 m_realValid = 0; ///< beginning of the real file that still shows through
    bool m_resized = false;
    std::map<sqlite3_int64, Page> m_pages;
};

/// The machine with the plug.
struct Machine {
    Machine(std::uint64_t seed, bool early)
        : random(seed)
        , earlyWrites(early) {}

    std::mutex mutex;
    Random random;
    bool earlyWrites;
    bool off = false;
    std::uint64_t boot = 0; ///< handles of earlier boots are dead
    std::uint64_t cutIn = 0;
    std::map<std::string, std::shared_ptr<Inode>> files;

    void cut() {
        if (off) {
            return;
        }
        if (earlyWrites) {
            for (const auto& [name, inode] : files) {
                if (!inode->handles.empty()) {
                    inode->writeSome(*inode->handles.begin(), random);
                }
            }
        }
        files.clear();
        off = true;
        ++boot;
        cutIn = 0;
    }
    /// False when the power fails during this operation.
    bool operation() {
        if (cutIn != 0 && --cutIn == 0) {
            cut();
        }
        return !off;
    }
};

class VolatileFile final : public ShimFile {
public:
    VolatileFile(sqlite3_file* real, Machine& machine, const std::string& name)
        : ShimFile(real)
        , m_machine(machine)
        , m_name(name) {
        const std::lock_guard guard(machine.mutex);
        m_boot = machine.boot;
        auto& inode = machine.files[name];
        if (!inode) {
            inode = std::make_shared<Inode>(real);
        }
        m_inode = inode;
        m_inode->handles.insert(real);
    }
    ~VolatileFile() override {
        const std::lock_guard guard(m_machine.mutex);
        m_inode->handles.erase(real());
        const auto found = m_machine.files.find(m_name);
        if (found != m_machine.files.end() && found->second == m_inode && m_inode->handles.empty() &&
            m_inode->clean()) {
            m_machine.files.erase(found);
        }
    }

    int read(void* to, int count, sqlite3_int64 offset) override {
        const std::lock_guard guard(m_machine.mutex);
        return dead() ? SQLITE_IOERR_READ : m_inode->read(real(), static_cast<std::uint8_t*>(to), count, offset);
    }
    int write(const void* from, int count, sqlite3_int64 offset) override {
        const std::lock_guard guard(m_machine.mutex);
        if (dead()) {
            return SQLITE_IOERR_WRITE;
        }
        const int result = m_inode->write(real(), static_cast<const std::uint8_t*>(from), count, offset);
        if (!m_machine.operation()) {
            return SQLITE_IOERR_WRITE;
        }
        if (m_machine.earlyWrites && m_machine.random.oneIn(4)) {
            m_inode->writeEarly(real(), m_machine.random);
        }
        return result;
    }
    int truncate(sqlite3_int64 size) override {
        const std::lock_guard guard(m_machine.mutex);
        if (dead()) {
            return SQLITE_IOERR_TRUNCATE;
        }
        m_inode->truncate(size);
        return m_machine.operation() ? SQLITE_OK : SQLITE_IOERR_TRUNCATE;
    }
    int sync([[maybe_unused]] int flags) override {
        const std::lock_guard guard(m_machine.mutex);
        if (dead() || !m_machine.operation()) {
            return SQLITE_IOERR_FSYNC;
        }
        return m_inode->flush(real());
    }
    int fileSize(sqlite3_int64* size) override {
        const std::lock_guard guard(m_machine.mutex);
        *size = m_inode->size();
        return dead() ? SQLITE_IOERR_FSTAT : SQLITE_OK;
    }
    int lock(int level) override { return isDead() ? SQLITE_IOERR_LOCK : ShimFile::lock(level); }
    int checkReservedLock(int* result) override {
        return isDead() ? SQLITE_IOERR_CHECKRESERVEDLOCK : ShimFile::checkReservedLock(result);
    }
    int fileControl(int operation, void* argument) override {
        if (operation == SQLITE_FCNTL_SIZE_HINT || operation == SQLITE_FCNTL_CHUNK_SIZE) {
            return SQLITE_OK; // the real file must not grow ahead of its sync
        }
        return isDead() ? SQLITE_IOERR : ShimFile::fileControl(operation, argument);
    }
    int shmMap(int region, int size, int extend, void volatile** memory) override {
        return isDead() ? SQLITE_IOERR_SHMMAP : ShimFile::shmMap(region, size, extend, memory);
    }
    int shmLock(int offset, int count, int flags) override {
        const bool locking = (flags & SQLITE_SHM_LOCK) != 0;
        return locking && isDead() ? SQLITE_IOERR_SHMLOCK : ShimFile::shmLock(offset, count, flags);
    }
    int shmUnmap(int deleteFlag) override { return ShimFile::shmUnmap(isDead() ? 0 : deleteFlag); }

private:
    [[nodiscard]] bool dead() const { return m_machine.off || m_boot != m_machine.boot; }
    [[nodiscard]] bool isDead() const {
        const std::lock_guard guard(m_machine.mutex);
        return dead();
    }

    Machine& m_machine;
    std::string m_name;
    std::uint64_t m_boot = 0;
    std::shared_ptr<Inode> m_inode;
};

class VolatileVfs final : public VfsShim {
public:
    VolatileVfs(std::uint64_t seed, bool early)
        : VfsShim("qis-volatile")
        , machine(seed, early) {}

    Machine machine;

    int beforeOpen() override { return isOff() ? SQLITE_CANTOPEN : SQLITE_OK; }
    [[nodiscard]] std::unique_ptr<ShimFile> wrap(sqlite3_file* real, const char* name, int flags) override {
        if (name == nullptr || (flags & SQLITE_OPEN_DELETEONCLOSE) != 0) {
            return std::make_unique<ShimFile>(real); // temporary, lost with the process anyway
        }
        return std::make_unique<VolatileFile>(real, machine, name);
    }
    int remove(const char* name, int syncFolder) override {
        {
            const std::lock_guard guard(machine.mutex);
            if (machine.off || !machine.operation()) {
                return SQLITE_IOERR_DELETE;
            }
            machine.files.erase(name);
        }
        return VfsShim::remove(name, syncFolder);
    }
    int access(const char* name, int flags, int* result) override {
        return isOff() ? SQLITE_IOERR_ACCESS : VfsShim::access(name, flags, result);
    }
    [[nodiscard]] bool isOff() {
        const std::lock_guard guard(machine.mutex);
        return machine.off;
    }
};

std::unique_ptr<VolatileVfs>& installed() {
    static std::unique_ptr<VolatileVfs> theVfs;
    return theVfs;
}

} // namespace

void installVolatileVfs(std::uint64_t seed, bool earlyWrites) {
    installed() = std::make_unique<VolatileVfs>(seed, earlyWrites);
    installed()->install();
}

void uninstallVolatileVfs() {
    installed().reset();
}

void powerCut() {
    auto& machine = installed()->machine;
    const std::lock_guard guard(machine.mutex);
    machine.cut();
}

void powerCutAtOperation(std::uint64_t number) {
    auto& machine = installed()->machine;
    const std::lock_guard guard(machine.mutex);
    machine.cutIn = number;
}

bool powerIsOff() {
    return installed()->isOff();
}

void powerOn() {
    auto& machine = installed()->machine;
    const std::lock_guard guard(machine.mutex);
    machine.off = false;
    machine.cutIn = 0;
}

} // namespace qis::testing
