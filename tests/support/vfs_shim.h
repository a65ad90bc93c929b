#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>

namespace qis::testing {

/// One open file of a VfsShim; every function forwards to the real file unless overridden.
class ShimFile {
public:
    explicit ShimFile(sqlite3_file* real)
        : m_real(real) {}
    virtual ~ShimFile() = default;
    ShimFile(const ShimFile&) = delete;
    ShimFile& operator=(const ShimFile&) = delete;

    virtual int read(void* to, int count, sqlite3_int64 offset);
    virtual int write(const void* from, int count, sqlite3_int64 offset);
    virtual int truncate(sqlite3_int64 size);
    virtual int sync(int flags);
    virtual int fileSize(sqlite3_int64* size);
    virtual int lock(int level);
    virtual int unlock(int level);
    virtual int checkReservedLock(int* result);
    virtual int fileControl(int operation, void* argument);
    virtual int shmMap(int region, int size, int extend, void volatile** memory);
    virtual int shmLock(int offset, int count, int flags);
    virtual int shmUnmap(int deleteFlag);

    [[nodiscard]] sqlite3_file* real() const { return m_real; }

private:
    sqlite3_file* m_real;
};

/// An SQLite VFS that wraps the one which was the default when it was installed and becomes the
/// default itself, so that code which knows nothing of it runs on it.
class VfsShim {
public:
    explicit VfsShim(std::string name);
    virtual ~VfsShim();
    VfsShim(const VfsShim&) = delete;
    VfsShim& operator=(const VfsShim&) = delete;

    void install();
    void uninstall();

    /// SQLITE_OK to go on with opening.
    virtual int beforeOpen() { return SQLITE_OK; }
    [[nodiscard]] virtual std::unique_ptr<ShimFile> wrap(sqlite3_file* real, const char* name, int flags) = 0;
    virtual int remove(const char* name, int syncFolder);
    virtual int access(const char* name, int flags, int* result);

    [[nodiscard]] sqlite3_vfs* realVfs() const { return m_real; }

private:
    std::string m_name;
    sqlite3_vfs* m_real = nullptr;
    sqlite3_vfs m_vfs{};
};

} // namespace qis::testing
