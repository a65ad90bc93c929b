#pragma once

#include "base/bytes.h"

#include <cstddef>
#include <deque>
#include <utility>

namespace qis::core {

/// Frames that wait until libzmq takes more for one link. Bounded in frames and bytes, and in bytes
/// over all links through the shared total.
class SendBacklog {
public:
    struct Limits {
        std::size_t frames = 0;
        std::size_t bytes = 0;
        std::size_t totalBytes = 0;
    };

    SendBacklog(const Limits& limits, std::size_t& total)
        : m_limits(limits)
        , m_total(total) {}
    ~SendBacklog() { (void)clear(); }
    SendBacklog(const SendBacklog&) = delete;
    SendBacklog& operator=(const SendBacklog&) = delete;

    [[nodiscard]] bool empty() const { return m_frames.empty(); }
    [[nodiscard]] const Bytes& front() const { return m_frames.front(); }

    /// False: no room, the frame is dropped.
    [[nodiscard]] bool push(Bytes frame) {
        if (m_frames.size() >= m_limits.frames || m_bytes + frame.size() > m_limits.bytes ||
            m_total + frame.size() > m_limits.totalBytes) {
            return false;
        }
        m_bytes += frame.size();
        m_total += frame.size();
        m_frames.push_back(std::move(frame));
        return true;
    }

    void pop() {
        m_bytes -= m_frames.front().size();
        m_total -= m_frames.front().size();
        m_frames.pop_front();
    }

    /// Returns how many frames were thrown away.
    [[nodiscard]] std::size_t clear() {
        const std::size_t count = m_frames.size();
        m_total -= m_bytes;
        m_bytes = 0;
        m_frames.clear();
        return count;
    }

private:
    const Limits& m_limits;
    std::size_t& m_total;
    std::deque<Bytes> m_frames;
    std::size_t m_bytes = 0;
};

} // namespace qis::core
