#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <vector>

namespace qis::testing {

/// Strangers who connect to a node, say something that makes no sense, and stay on the line.
class HostileCallers {
public:
    explicit HostileCallers(std::uint32_t seed)
        : m_state(seed) {}
    ~HostileCallers() { hangUp(); }
    HostileCallers(const HostileCallers&) = delete;
    HostileCallers& operator=(const HostileCallers&) = delete;

    /// On 127.0.0.1. Bytes at random, some after a beginning that looks like ZeroMQ's.
    [[nodiscard]] bool callPort(std::uint16_t port, int callers);
    [[nodiscard]] bool callControl(const QString& home, const QByteArray& bytes);
    void hangUp();

private:
    [[nodiscard]] std::uint8_t randomByte();

    std::uint32_t m_state;
    std::vector<int> m_sockets;
};

} // namespace qis::testing
