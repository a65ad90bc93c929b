#include "crypto/vault.h"

#include "crypto/sodium.h"

#include <sodium.h>

namespace qis::core {

namespace {

constexpr std::array<std::uint8_t, 8> kMagic = {'Q', 'I', 'S', 'V', 'A', 'U', 'L', 'T'};
constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kSecretBytes = 32;
constexpr std::size_t kSaltBytes = crypto_pwhash_SALTBYTES;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kPlainBytes = 3 * kSecretBytes;
constexpr std::size_t kSealedBytes = kPlainBytes + crypto_aead_xchacha20poly1305_ietf_ABYTES;

constexpr std::size_t kPassesAt = kMagic.size() + 1;
constexpr std::size_t kMemoryAt = kPassesAt + 4;
constexpr std::size_t kSaltAt = kMemoryAt + 4;
constexpr std::size_t kNonceAt = kSaltAt + kSaltBytes;
constexpr std::size_t kSealedAt = kNonceAt + kNonceBytes;
constexpr std::size_t kVaultBytes = kSealedAt + kSealedBytes;

constexpr std::uint32_t kMaxPasses = 16;
constexpr std::uint32_t kMaxMemoryKiB = 1024 * 1024;
constexpr std::uint32_t kMinMemoryKiB = crypto_pwhash_argon2id_MEMLIMIT_MIN / 1024;

struct Cost {
    std::uint32_t passes = 0;
    std::uint32_t memoryKiB = 0;
};

Cost costOf(VaultCost cost) {
    switch (cost) {
    case VaultCost::Minimal:
        return {crypto_pwhash_argon2id_OPSLIMIT_MIN, kMinMemoryKiB};
    case VaultCost::Interactive:
        return {crypto_pwhash_argon2id_OPSLIMIT_INTERACTIVE, crypto_pwhash_argon2id_MEMLIMIT_INTERACTIVE / 1024};
    case VaultCost::Moderate:
        break;
    }
    return {crypto_pwhash_argon2id_OPSLIMIT_MODERATE, crypto_pwhash_argon2id_MEMLIMIT_MODERATE / 1024};
}

void appendBigEndian(Bytes& out, std::uint32_t value) {
    for (unsigned shift = 32; shift != 0;) {
        shift -= 8;
        out.push_back(static_cast<std::uint8_t>(value >> shift & 0xFFU));
    }
}

std::uint32_t bigEndianAt(ByteView from, std::size_t offset) {
    std::uint32_t value = 0;
    for (const auto byte : from.subspan(offset, 4)) {
        value = value << 8U | byte;
    }
    return value;
}

Result<SecureBytes> deriveKey(std::string_view passphrase, ByteView salt, Cost cost) {
    SecureBytes key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    // An empty view may have no address at all, which libsodium is not promised to take.
    const char* text = passphrase.empty() ? "" : passphrase.data();
    if (crypto_pwhash(key.data(), key.size(), text, passphrase.size(), salt.data(), cost.passes,
                      std::size_t{cost.memoryKiB} * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return fail(Code::CryptoFailed, "not enough memory to derive the key");
    }
    return key;
}

} // namespace

Result<Bytes> sealVault(const VaultSecrets& secrets, std::string_view passphrase, VaultCost cost) {
    if (const Status ready = initCrypto(); !ready) {
        return ready.error();
    }
    SecureBytes plain(kPlainBytes);
    std::size_t at = 0;
    for (const SecureBytes* secret : {&secrets.deviceSeed, &secrets.linkSecret, &secrets.siteSecret}) {
        if (secret->size() != kSecretBytes) {
            return fail(Code::BadArgument, "every secret of a vault has 32 bytes");
        }
        std::copy_n(secret->data(), kSecretBytes, plain.data() + at);
        at += kSecretBytes;
    }

    const Cost chosen = costOf(cost);
    const Bytes salt = randomBytes(kSaltBytes);
    const Bytes nonce = randomBytes(kNonceBytes);
    Bytes vault;
    vault.reserve(kVaultBytes);
    vault.insert(vault.end(), kMagic.begin(), kMagic.end());
    vault.push_back(kVersion);
    appendBigEndian(vault, chosen.passes);
    appendBigEndian(vault, chosen.memoryKiB);
    vault.insert(vault.end(), salt.begin(), salt.end());
    vault.insert(vault.end(), nonce.begin(), nonce.end());

    const auto key = deriveKey(passphrase, salt, chosen);
    if (!key) {
        return key.error();
    }
    vault.resize(kVaultBytes);
    if (crypto_aead_xchacha20poly1305_ietf_encrypt(vault.data() + kSealedAt, nullptr, plain.data(), plain.size(),
                                                   vault.data(), kSealedAt, nullptr, nonce.data(), key->data()) != 0) {
        return fail(Code::CryptoFailed, "the vault could not be sealed");
    }
    return vault;
}

Result<VaultSecrets> openVault(ByteView vault, std::string_view passphrase) {
    if (const Status ready = initCrypto(); !ready) {
        return ready.error();
    }
    if (vault.size() != kVaultBytes || !std::equal(kMagic.begin(), kMagic.end(), vault.begin())) {
        return fail(Code::VaultBroken, "these bytes are not a vault");
    }
    if (vault[kMagic.size()] != kVersion) {
        return fail(Code::VaultBroken, "the vault has an unknown version");
    }
    const Cost cost{bigEndianAt(vault, kPassesAt), bigEndianAt(vault, kMemoryAt)};
    if (cost.passes < 1 || cost.passes > kMaxPasses || cost.memoryKiB < kMinMemoryKiB ||
        cost.memoryKiB > kMaxMemoryKiB) {
        return fail(Code::VaultBroken, "the vault asks for an unreasonable amount of work");
    }
    const auto key = deriveKey(passphrase, vault.subspan(kSaltAt, kSaltBytes), cost);
    if (!key) {
        return key.error();
    }
    SecureBytes plain(kPlainBytes);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, vault.data() + kSealedAt,
                                                   kSealedBytes, vault.data(), kSealedAt, vault.data() + kNonceAt,
                                                   key->data()) != 0) {
        return fail(Code::WrongPassphrase);
    }
    VaultSecrets secrets;
    secrets.deviceSeed = SecureBytes(plain.view().subspan(0, kSecretBytes));
    secrets.linkSecret = SecureBytes(plain.view().subspan(kSecretBytes, kSecretBytes));
    secrets.siteSecret = SecureBytes(plain.view().subspan(2 * kSecretBytes, kSecretBytes));
    return secrets;
}

} // namespace qis::core
