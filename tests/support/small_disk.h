#pragma once

#include <QByteArray>
#include <QString>

namespace qis::testing {

/// A file system in memory that is soon full, seen by this process and its children only. Needs the
/// right to mount; without it, isMounted() is false and whyNot() says why.
class SmallDisk {
public:
    SmallDisk(const QString& folder, int mebibytes);
    ~SmallDisk();
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    [[nodiscard]] bool isMounted() const { return m_whyNot.isEmpty(); }
    [[nodiscard]] const QByteArray& whyNot() const { return m_whyNot; }
    [[nodiscard]] bool grow(int mebibytes) const;

private:
    QByteArray m_folder;
    QByteArray m_whyNot;
};

} // namespace qis::testing
