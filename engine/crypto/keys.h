#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "crypto/secure_bytes.h"

namespace qis::core {

/// The Ed25519 key of one device. Made here, never leaves the machine.
class DeviceKey {
public:
    [[nodiscard]] static DeviceKey generate();
    /// From the 32-byte seed kept in the vault; CryptoFailed on any other length.
    [[nodiscard]] static Result<DeviceKey> fromSeed(const SecureBytes& seed);

    [[nodiscard]] const AuthorKey& author() const { return m_author; }
    [[nodiscard]] Signature sign(ByteView message) const;
    [[nodiscard]] SecureBytes seed() const;

private:
    DeviceKey() = default;
    AuthorKey m_author;
    SecureBytes m_secret;
};

/// The X25519 key pair of this node's CURVE links, certified by the device key.
class LinkKeyPair {
public:
    [[nodiscard]] static LinkKeyPair generate();
    [[nodiscard]] static Result<LinkKeyPair> fromSecret(const SecureBytes& secret);

    [[nodiscard]] const LinkKey& publicKey() const { return m_public; }
    [[nodiscard]] const SecureBytes& secret() const { return m_secret; }

private:
    LinkKeyPair() = default;
    LinkKey m_public;
    SecureBytes m_secret;
};

} // namespace qis::core
