#pragma once

#include "base/bytes.h"

namespace qis::core {

/// Secret bytes in guarded memory that is locked against swapping and wiped when freed
/// (sodium_malloc). Move-only; never printed or logged.
class SecureBytes {
public:
    SecureBytes() = default;
    explicit SecureBytes(std::size_t size);
    /// Copies `from`; the caller wipes its own copy.
    explicit SecureBytes(ByteView from);
    ~SecureBytes();
    SecureBytes(SecureBytes&& other) noexcept;
    SecureBytes& operator=(SecureBytes&& other) noexcept;
    SecureBytes(const SecureBytes&) = delete;
    SecureBytes& operator=(const SecureBytes&) = delete;

    [[nodiscard]] std::uint8_t* data() { return m_data; }
    [[nodiscard]] const std::uint8_t* data() const { return m_data; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] ByteView view() const { return {m_data, m_size}; }

private:
    std::uint8_t* m_data = nullptr;
    std::size_t m_size = 0;
};

/// Overwrites ordinary memory that held a secret for a moment.
void wipe(std::span<std::uint8_t> memory);

} // namespace qis::core
