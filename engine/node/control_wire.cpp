#include "node/control_wire.h"

#include "base/file.h"

#include <nlohmann/json.hpp>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace qis::core {

namespace {

constexpr const char* kName = "control";

/// A socket address through the folder's descriptor, since an address holds 107 bytes only.
struct Place {
    UnixSocket folder;
    sockaddr_un address{};
};

Result<Place> placeIn(const std::filesystem::path& home) {
    const int fd = ::open(home.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        return fileError(errno, home);
    }
    Place place{UnixSocket(fd), {}};
    place.address.sun_family = AF_UNIX;
    const std::string path = "/proc/self/fd/" + std::to_string(fd) + "/" + kName;
    std::memcpy(place.address.sun_path, path.c_str(), path.size() + 1);
    return place;
}

Status sendAll(int fd, const char* data, std::size_t size) {
    while (size > 0) {
        const ssize_t sent = ::send(fd, data, size, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) {
            continue;
        }
        if (sent <= 0) {
            return fail(Code::NotReachable, "the other side closed the control socket");
        }
        data += sent;
        size -= static_cast<std::size_t>(sent);
    }
    return {};
}

Status receiveAll(int fd, char* data, std::size_t size) {
    while (size > 0) {
        const ssize_t got = ::recv(fd, data, size, 0);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return fail(Code::NotReachable, "the other side closed the control socket");
        }
        data += got;
        size -= static_cast<std::size_t>(got);
    }
    return {};
}

} // namespace

UnixSocket::~UnixSocket() {
    if (m_fd >= 0) {
        ::close(m_fd);
    }
}

UnixSocket::UnixSocket(UnixSocket&& other) noexcept
    : m_fd(std::exchange(other.m_fd, -1)) {}

UnixSocket& UnixSocket::operator=(UnixSocket&& other) noexcept {
    std::swap(m_fd, other.m_fd);
    return *this;
}

Status UnixSocket::send(std::string_view message) const {
    if (message.size() > kMaxControlBytes) {
        return fail(Code::TooLarge, "a control message has at most 64 MiB");
    }
    const auto size = static_cast<std::uint32_t>(message.size());
    std::string framed;
    framed.reserve(message.size() + 4);
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        framed.push_back(static_cast<char>((size >> shift) & 0xFFU));
    }
    framed += message;
    return sendAll(m_fd, framed.data(), framed.size());
}

Result<std::string> UnixSocket::receive() const {
    std::array<char, 4> head{};
    if (auto got = receiveAll(m_fd, head.data(), head.size()); !got) {
        return got.error();
    }
    std::size_t size = 0;
    for (const char byte : head) {
        size = (size << 8U) | static_cast<unsigned char>(byte);
    }
    if (size > kMaxControlBytes) {
        return fail(Code::TooLarge, "a control message has at most 64 MiB");
    }
    std::string message(size, '\0');
    if (auto got = receiveAll(m_fd, message.data(), size); !got) {
        return got.error();
    }
    return message;
}

Result<UnixSocket> listenIn(const std::filesystem::path& home) {
    auto place = placeIn(home);
    if (!place) {
        return place.error();
    }
    std::error_code ignored;
    std::filesystem::remove(home / kName, ignored); // ours: the home is locked
    UnixSocket socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const mode_t before = ::umask(0177);
    const int bound = ::bind(socket.fd(), reinterpret_cast<const sockaddr*>(&place->address), sizeof place->address);
    const int error = errno;
    ::umask(before);
    if (bound != 0 || ::listen(socket.fd(), 16) != 0) {
        return fileError(bound != 0 ? error : errno, home / kName);
    }
    return socket;
}

Result<UnixSocket> connectIn(const std::filesystem::path& home) {
    auto place = placeIn(home);
    if (!place) {
        return fail(Code::HomeMissing, home.string());
    }
    UnixSocket socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (::connect(socket.fd(), reinterpret_cast<const sockaddr*>(&place->address), sizeof place->address) != 0) {
        return fail(Code::NotReachable, "no program is running on " + home.string());
    }
    return socket;
}

std::string encodeAnswer(const CommandAnswer& answer) {
    return nlohmann::json{{"exit", answer.exitCode}, {"json", answer.json}, {"errors", answer.errors}}.dump(
        -1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<CommandAnswer> decodeAnswer(std::string_view message) {
    const auto json = nlohmann::json::parse(message, nullptr, false);
    const auto wellFormed = json.is_object() && json.contains("exit") && json["exit"].is_number_integer() &&
                            json.contains("json") && json["json"].is_string() && json.contains("errors") &&
                            json["errors"].is_array();
    if (!wellFormed) {
        return fail(Code::BadFrame, "the control socket gave an answer that is none");
    }
    CommandAnswer answer;
    answer.exitCode = json["exit"].get<int>();
    answer.json = json["json"].get<std::string>();
    for (const auto& error : json["errors"]) {
        answer.errors.push_back(error.is_string() ? error.get<std::string>() : std::string{});
    }
    return answer;
}

} // namespace qis::core
