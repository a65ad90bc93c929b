#include "hostile_bytes.h"

#include <QDir>

#include <arpa/inet.h>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace qis::testing {

namespace {

void say(int socket, const QByteArray& bytes) {
    // Whoever hangs up on us in the middle is right to do so.
    (void)!::send(socket, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL);
}

} // namespace

std::uint8_t HostileCallers::randomByte() {
    m_state = m_state * 1664525U + 1013904223U;
    return static_cast<std::uint8_t>(m_state >> 24U);
}

bool HostileCallers::callPort(std::uint16_t port, int callers) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    for (int i = 0; i < callers; ++i) {
        const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (socket < 0 || ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
            ::close(socket);
            return false;
        }
        m_sockets.push_back(socket);
        QByteArray bytes;
        if (randomByte() % 2 == 0) {
            // Signature and version of ZMTP 3.1, a mechanism, then as if the handshake were over.
            bytes = QByteArray("\xff\x00\x00\x00\x00\x00\x00\x00\x01\x7f\x03\x01", 12) +
                    QByteArray(randomByte() % 2 == 0 ? "CURVE" : "NULL").leftJustified(20, '\0') + QByteArray(32, '\0');
        }
        const int size = randomByte() * randomByte();
        for (int k = 0; k < size; ++k) {
            bytes += static_cast<char>(randomByte());
        }
        say(socket, bytes);
    }
    return true;
}

bool HostileCallers::callControl(const QString& home, const QByteArray& bytes) {
    const QByteArray path = QDir(home).filePath(QStringLiteral("control")).toUtf8();
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (static_cast<std::size_t>(path.size()) >= sizeof address.sun_path) {
        return false;
    }
    std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket < 0 || ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket);
        return false;
    }
    m_sockets.push_back(socket);
    say(socket, bytes);
    return true;
}

void HostileCallers::hangUp() {
    for (const int socket : m_sockets) {
        ::close(socket);
    }
    m_sockets.clear();
}

} // namespace qis::testing
