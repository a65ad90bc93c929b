#include "support/vfs_shim.h"

namespace qis::testing {

namespace {

/// What SQLite allocates for a file of ours; the real file lies behind it.
struct Handle {
    sqlite3_file base;
    ShimFile* face;
};
static_assert(sizeof(Handle) % 8 == 0, "SQLite aligns to 8 bytes, and so must the file behind");

ShimFile& faceOf(sqlite3_file* file) {
    return *reinterpret_cast<Handle*>(file)->face;
}
sqlite3_file* realOf(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<Handle*>(file) + 1);
}
VfsShim& shimOf(sqlite3_vfs* vfs) {
    return *static_cast<VfsShim*>(vfs->pAppData);
}

int closeFile(sqlite3_file* file) {
    auto* real = realOf(file);
    delete reinterpret_cast<Handle*>(file)->face;
    file->pMethods = nullptr;
    return real->pMethods->xClose(real);
}

const sqlite3_io_methods* methods() {
    // Version 2: with shared memory for the WAL index, without memory-mapped reading.
    static const sqlite3_io_methods kMethods = [] {
        sqlite3_io_methods m{};
        m.iVersion = 2;
        m.xClose = &closeFile;
        m.xRead = [](sqlite3_file* f, void* to, int n, sqlite3_int64 at) { return faceOf(f).read(to, n, at); };
        m.xWrite = [](sqlite3_file* f, const void* from, int n, sqlite3_int64 at) {
            return faceOf(f).write(from, n, at);
        };
        m.xTruncate = [](sqlite3_file* f, sqlite3_int64 size) { return faceOf(f).truncate(size); };
        m.xSync = [](sqlite3_file* f, int flags) { return faceOf(f).sync(flags); };
        m.xFileSize = [](sqlite3_file* f, sqlite3_int64* size) { return faceOf(f).fileSize(size); };
        m.xLock = [](sqlite3_file* f, int level) { return faceOf(f).lock(level); };
        m.xUnlock = [](sqlite3_file* f, int level) { return faceOf(f).unlock(level); };
        m.xCheckReservedLock = [](sqlite3_file* f, int* result) { return faceOf(f).checkReservedLock(result); };
        m.xFileControl = [](sqlite3_file* f, int what, void* value) { return faceOf(f).fileControl(what, value); };
        m.xSectorSize = [](sqlite3_file* f) { return realOf(f)->pMethods->xSectorSize(realOf(f)); };
        m.xDeviceCharacteristics = [](sqlite3_file* f) {
            return realOf(f)->pMethods->xDeviceCharacteristics(realOf(f));
        };
        m.xShmMap = [](sqlite3_file* f, int region, int size, int extend, void volatile** memory) {
            return faceOf(f).shmMap(region, size, extend, memory);
        };
        m.xShmLock = [](sqlite3_file* f, int at, int n, int flags) { return faceOf(f).shmLock(at, n, flags); };
        m.xShmBarrier = [](sqlite3_file* f) { realOf(f)->pMethods->xShmBarrier(realOf(f)); };
        m.xShmUnmap = [](sqlite3_file* f, int deleteFlag) { return faceOf(f).shmUnmap(deleteFlag); };
        return m;
    }();
    return &kMethods;
}

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    auto& shim = shimOf(vfs);
    file->pMethods = nullptr;
    if (const int refused = shim.beforeOpen(); refused != SQLITE_OK) {
        return refused;
    }
    auto* real = realOf(file);
    real->pMethods = nullptr;
    const int opened = shim.realVfs()->xOpen(shim.realVfs(), name, real, flags, outFlags);
    if (opened != SQLITE_OK) {
        return opened;
    }
    reinterpret_cast<Handle*>(file)->face = shim.wrap(real, name, flags).release();
    file->pMethods = methods();
    return SQLITE_OK;
}

} // namespace

int ShimFile::read(void* to, int count, sqlite3_int64 offset) {
    return m_real->pMethods->xRead(m_real, to, count, offset);
}
int ShimFile::write(const void* from, int count, sqlite3_int64 offset) {
    return m_real->pMethods->xWrite(m_real, from, count, offset);
}
int ShimFile::truncate(sqlite3_int64 size) {
    return m_real->pMethods->xTruncate(m_real, size);
}
int ShimFile::sync(int flags) {
    return m_real->pMethods->xSync(m_real, flags);
}
int ShimFile::fileSize(sqlite3_int64* size) {
    return m_real->pMethods->xFileSize(m_real, size);
}
int ShimFile::lock(int level) {
    return m_real->pMethods->xLock(m_real, level);
}
int ShimFile::unlock(int level) {
    return m_real->pMethods->xUnlock(m_real, level);
}
int ShimFile::checkReservedLock(int* result) {
    return m_real->pMethods->xCheckReservedLock(m_real, result);
}
int ShimFile::fileControl(int operation, void* argument) {
    return m_real->pMethods->xFileControl(m_real, operation, argument);
}
int ShimFile::shmMap(int region, int size, int extend, void volatile** memory) {
    return m_real->pMethods->xShmMap(m_real, region, size, extend, memory);
}
int ShimFile::shmLock(int offset, int count, int flags) {
    return m_real->pMethods->xShmLock(m_real, offset, count, flags);
}
int ShimFile::shmUnmap(int deleteFlag) {
    return m_real->pMethods->xShmUnmap(m_real, deleteFlag);
}

VfsShim::VfsShim(std::string name)
    : m_name(std::move(name)) {}

VfsShim::~VfsShim() {
    uninstall();
}

void VfsShim::install() {
    m_real = sqlite3_vfs_find(nullptr);
    m_vfs = *m_real;
    m_vfs.iVersion = 2;
    m_vfs.szOsFile = static_cast<int>(sizeof(Handle)) + m_real->szOsFile;
    m_vfs.pNext = nullptr;
    m_vfs.zName = m_name.c_str();
    m_vfs.pAppData = this;
    m_vfs.xOpen = &openFile;
    m_vfs.xDelete = [](sqlite3_vfs* v, const char* name, int sync) { return shimOf(v).remove(name, sync); };
    m_vfs.xAccess = [](sqlite3_vfs* v, const char* name, int flags, int* result) {
        return shimOf(v).access(name, flags, result);
    };
    // The real functions expect their own sqlite3_vfs.
    m_vfs.xFullPathname = [](sqlite3_vfs* v, const char* name, int size, char* out) {
        auto* real = shimOf(v).realVfs();
        return real->xFullPathname(real, name, size, out);
    };
    m_vfs.xRandomness = [](sqlite3_vfs* v, int size, char* out) {
        auto* real = shimOf(v).realVfs();
        return real->xRandomness(real, size, out);
    };
    m_vfs.xSleep = [](sqlite3_vfs* v, int micros) {
        auto* real = shimOf(v).realVfs();
        return real->xSleep(real, micros);
    };
    m_vfs.xCurrentTime = [](sqlite3_vfs* v, double* out) {
        auto* real = shimOf(v).realVfs();
        return real->xCurrentTime(real, out);
    };
    m_vfs.xCurrentTimeInt64 = [](sqlite3_vfs* v, sqlite3_int64* out) {
        auto* real = shimOf(v).realVfs();
        return real->xCurrentTimeInt64(real, out);
    };
    m_vfs.xGetLastError = [](sqlite3_vfs* v, int size, char* out) {
        auto* real = shimOf(v).realVfs();
        return real->xGetLastError(real, size, out);
    };
    sqlite3_vfs_register(&m_vfs, 1);
}

void VfsShim::uninstall() {
    if (m_real != nullptr) {
        sqlite3_vfs_unregister(&m_vfs);
        sqlite3_vfs_register(m_real, 1);
        m_real = nullptr;
    }
}

int VfsShim::remove(const char* name, int syncFolder) {
    return m_real->xDelete(m_real, name, syncFolder);
}
int VfsShim::access(const char* name, int flags, int* result) {
    return m_real->xAccess(m_real, name, flags, result);
}

} // namespace qis::testing
