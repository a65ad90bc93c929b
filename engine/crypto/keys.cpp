#include "crypto/keys.h"

#include <sodium.h>

namespace qis::core {

DeviceKey DeviceKey::generate() {
    DeviceKey key;
    key.m_secret = SecureBytes(crypto_sign_SECRETKEYBYTES);
    crypto_sign_keypair(key.m_author.bytes.data(), key.m_secret.data());
    return key;
}

Result<DeviceKey> DeviceKey::fromSeed(const SecureBytes& seed) {
    if (seed.size() != crypto_sign_SEEDBYTES) {
        return fail(Code::CryptoFailed, "a device seed has 32 bytes");
    }
    DeviceKey key;
    key.m_secret = SecureBytes(crypto_sign_SECRETKEYBYTES);
    if (crypto_sign_seed_keypair(key.m_author.bytes.data(), key.m_secret.data(), seed.data()) != 0) {
        return fail(Code::CryptoFailed, "no key from this seed");
    }
    return key;
}

Signature DeviceKey::sign(ByteView message) const {
    Signature result;
    // A moved-from key signs nothing; the zero signature never verifies.
    if (!m_secret.empty()) {
        crypto_sign_detached(result.bytes.data(), nullptr, message.data(), message.size(), m_secret.data());
    }
    return result;
}

SecureBytes DeviceKey::seed() const {
    // libsodium keeps the seed in front of the public key.
    return SecureBytes(m_secret.view().first(std::min<std::size_t>(m_secret.size(), crypto_sign_SEEDBYTES)));
}

LinkKeyPair LinkKeyPair::generate() {
    LinkKeyPair pair;
    pair.m_secret = SecureBytes(crypto_box_SECRETKEYBYTES);
    crypto_box_keypair(pair.m_public.bytes.data(), pair.m_secret.data());
    return pair;
}

Result<LinkKeyPair> LinkKeyPair::fromSecret(const SecureBytes& secret) {
    if (secret.size() != crypto_box_SECRETKEYBYTES) {
        return fail(Code::CryptoFailed, "a link secret has 32 bytes");
    }
    LinkKeyPair pair;
    pair.m_secret = SecureBytes(secret.view());
    if (crypto_scalarmult_base(pair.m_public.bytes.data(), pair.m_secret.data()) != 0) {
        return fail(Code::CryptoFailed, "no link key from this secret");
    }
    return pair;
}

} // namespace qis::core
