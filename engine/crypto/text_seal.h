#pragma once

#include "base/result.h"
#include "crypto/secure_bytes.h"

#include <string>
#include <string_view>

namespace qis::core {

/// Seals short texts that only this home shall read, wherever its store is copied to.
class TextSeal {
public:
    /// The key is the BLAKE2b hash of `purpose` under the 32 bytes of `secret`: what is sealed for one purpose
    /// does not open for another.
    TextSeal(const SecureBytes& secret, std::string_view purpose);

    /// A random nonce (24 bytes) and the text under XChaCha20-Poly1305, filled up to a multiple of 64 bytes before
    /// so that its length says little.
    [[nodiscard]] Bytes seal(std::string_view text) const;
    /// CryptoFailed for what was not sealed with this key, or was changed since.
    [[nodiscard]] Result<std::string> open(ByteView sealed) const;

private:
    SecureBytes m_key;
};

} // namespace qis::core
