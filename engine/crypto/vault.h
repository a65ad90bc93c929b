#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "crypto/secure_bytes.h"

#include <string_view>

namespace qis::core {

/// What the vault protects.
struct VaultSecrets {
    SecureBytes deviceSeed; ///< 32 bytes
    SecureBytes linkSecret; ///< 32 bytes
    SecureBytes siteSecret; ///< 32 bytes, keys the case commitments of this site
};

/// Cost of deriving the key from the passphrase (Argon2id). Moderate (256 MiB) for real homes,
/// interactive in tests, minimal where there is no passphrase to guess.
enum class VaultCost : std::uint8_t { Interactive, Moderate, Minimal };

/// A vault is 169 bytes: "QISVAULT", version 1 (one byte), Argon2id passes and memory in KiB (32 bits
/// each, big-endian), salt (16), nonce (24), and the three secrets sealed with XChaCha20-Poly1305
/// (96 + 16) under the Argon2id key of the passphrase. Everything in front of the sealed part is
/// authenticated as associated data. A demo home uses the empty passphrase. BadArgument unless every
/// secret has 32 bytes; CryptoFailed when there is not enough memory.
[[nodiscard]] Result<Bytes> sealVault(const VaultSecrets& secrets, std::string_view passphrase, VaultCost cost);
/// WrongPassphrase when the seal does not open, VaultBroken when the bytes are not a vault or ask
/// for more than 1 GiB or 16 passes. Damage past the cost parameters cannot be told from a wrong
/// passphrase.
[[nodiscard]] Result<VaultSecrets> openVault(ByteView vault, std::string_view passphrase);

} // namespace qis::core
