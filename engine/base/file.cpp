#include "base/file.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace qis::core {

namespace {

class Descriptor {
public:
    explicit Descriptor(int fd)
        : m_fd(fd) {}
    ~Descriptor() {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

} // namespace

std::string utf8(const std::filesystem::path& path) {
    const auto text = path.u8string();
    return {text.begin(), text.end()};
}

Error fileError(int error, const std::filesystem::path& path) {
    Code code = Code::StoreFailed;
    switch (error) {
    case ENOSPC:
    case EDQUOT:
        code = Code::DiskFull;
        break;
    case EACCES:
    case EPERM:
    case EROFS:
    case ENOTDIR:
        code = Code::HomeUnwritable;
        break;
    case ENOENT:
        code = Code::NotFound;
        break;
    default:
        break;
    }
    return fail(code, std::error_code(error, std::generic_category()).message() + ": " + path.string());
}

Result<Bytes> readFile(const std::filesystem::path& path, std::size_t most) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) {
        return fileError(errno, path);
    }
    Bytes result;
    std::array<std::uint8_t, 16384> chunk{};
    for (;;) {
        const ssize_t got = ::read(file.get(), chunk.data(), chunk.size());
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return fileError(errno, path);
        }
        if (got == 0) {
            return result;
        }
        result.insert(result.end(), chunk.begin(), chunk.begin() + got);
        if (result.size() > most) {
            return fail(Code::TooLarge, "file too large: " + path.string());
        }
    }
}

Status writeFileAtomically(const std::filesystem::path& path, ByteView content) {
    const std::filesystem::path temporary = path.string() + ".new";
    {
        const Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
        if (file.get() < 0) {
            return fileError(errno, temporary);
        }
        std::size_t written = 0;
        while (written < content.size()) {
            const ssize_t put = ::write(file.get(), content.data() + written, content.size() - written);
            if (put < 0 && errno == EINTR) {
                continue;
            }
            if (put < 0) {
                return fileError(errno, temporary);
            }
            written += static_cast<std::size_t>(put);
        }
        if (::fsync(file.get()) != 0) {
            return fileError(errno, temporary);
        }
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0) {
        return fileError(errno, path);
    }
    const Descriptor folder(::open(path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() < 0 || ::fsync(folder.get()) != 0) {
        return fileError(errno, path.parent_path());
    }
    return {};
}

} // namespace qis::core
