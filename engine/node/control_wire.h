#pragma once

#include "base/result.h"

#include <qis/engine.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace qis::core {

inline constexpr std::size_t kMaxControlBytes = 64U << 20U;

/// A connected or listening Unix socket, closed on destruction.
class UnixSocket {
public:
    UnixSocket() = default;
    explicit UnixSocket(int fd)
        : m_fd(fd) {}
    ~UnixSocket();
    UnixSocket(UnixSocket&& other) noexcept;
    UnixSocket& operator=(UnixSocket&& other) noexcept;
    UnixSocket(const UnixSocket&) = delete;
    UnixSocket& operator=(const UnixSocket&) = delete;

    [[nodiscard]] int fd() const { return m_fd; }
    [[nodiscard]] Status send(std::string_view message) const;
    /// NotReachable at the end of the stream, TooLarge above kMaxControlBytes.
    [[nodiscard]] Result<std::string> receive() const;

private:
    int m_fd = -1;
};

/// Works for folders whose path is longer than a socket address may be.
[[nodiscard]] Result<UnixSocket> listenIn(const std::filesystem::path& home);
[[nodiscard]] Result<UnixSocket> connectIn(const std::filesystem::path& home);

[[nodiscard]] std::string encodeAnswer(const CommandAnswer& answer);
[[nodiscard]] Result<CommandAnswer> decodeAnswer(std::string_view message);

} // namespace qis::core
