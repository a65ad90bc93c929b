#include "crypto/secure_bytes.h"

#include <sodium.h>

#include <new>
#include <utility>

namespace qis::core {

SecureBytes::SecureBytes(std::size_t size)
    : m_size(size) {
    if (size == 0) {
        return;
    }
    // The guarded allocator needs libsodium started; repeating that is cheap.
    if (sodium_init() < 0) {
        throw std::bad_alloc();
    }
    m_data = static_cast<std::uint8_t*>(sodium_malloc(size));
    if (m_data == nullptr) {
        throw std::bad_alloc();
    }
    sodium_memzero(m_data, size);
}

SecureBytes::SecureBytes(ByteView from)
    : SecureBytes(from.size()) {
    std::copy(from.begin(), from.end(), m_data);
}

SecureBytes::~SecureBytes() {
    sodium_free(m_data);
}

SecureBytes::SecureBytes(SecureBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0)) {}

SecureBytes& SecureBytes::operator=(SecureBytes&& other) noexcept {
    if (this != &other) {
        sodium_free(m_data);
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

void wipe(std::span<std::uint8_t> memory) {
    sodium_memzero(memory.data(), memory.size());
}

} // namespace qis::core
