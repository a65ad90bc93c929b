#include "small_disk.h"

#include <QDir>

#ifdef Q_OS_LINUX
#include <cerrno>
#include <cstring>
#include <sched.h>
#include <sys/mount.h>
#endif

namespace qis::testing {

#ifdef Q_OS_LINUX

namespace {

QByteArray sizeOption(int mebibytes) {
    return "size=" + QByteArray::number(mebibytes) + "m";
}

/// Mounts of this process are its own from now on and end with it. 0 or an errno; tried once.
int leaveMountNamespace() {
    static const int kError = [] {
        const bool left =
            ::unshare(CLONE_NEWNS) == 0 && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
        return left ? 0 : errno;
    }();
    return kError;
}

} // namespace

SmallDisk::SmallDisk(const QString& folder, int mebibytes)
    : m_folder(folder.toUtf8()) {
    QDir().mkpath(folder);
    int error = leaveMountNamespace();
    if (error == 0 && ::mount("tmpfs", m_folder.constData(), "tmpfs", 0, sizeOption(mebibytes).constData()) != 0) {
        error = errno;
    }
    if (error != 0) {
        m_whyNot = QByteArray("cannot mount a small disk: ") + std::strerror(error);
    }
}

SmallDisk::~SmallDisk() {
    if (isMounted()) {
        ::umount2(m_folder.constData(), MNT_DETACH);
    }
}

bool SmallDisk::grow(int mebibytes) const {
    return ::mount("tmpfs", m_folder.constData(), "tmpfs", MS_REMOUNT, sizeOption(mebibytes).constData()) == 0;
}

#else

SmallDisk::SmallDisk(const QString&, int)
    : m_whyNot("only Linux mounts small disks in memory") {}
SmallDisk::~SmallDisk() = default;
bool SmallDisk::grow(int) const {
    return false;
}

#endif

} // namespace qis::testing
