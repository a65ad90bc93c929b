#include "crypto/text_seal.h"

#include "crypto/sodium.h"

#include <algorithm>
#include <sodium.h>

namespace qis::core {

namespace {

constexpr std::size_t kBlock = 64;
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;

} // namespace

TextSeal::TextSeal(const SecureBytes& secret, std::string_view purpose) {
    static_assert(DocumentHash::kSize == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    auto key = blake2b256Keyed(viewOf(purpose), secret.view());
    m_key = SecureBytes(key.view());
    wipe(key.bytes);
}

Bytes TextSeal::seal(std::string_view text) const {
    // At least one byte is filled in, which says where the text ends.
    std::size_t padded = (text.size() / kBlock + 1) * kBlock;
    SecureBytes plain(padded);
    std::copy(text.begin(), text.end(), plain.data());
    (void)sodium_pad(&padded, plain.data(), text.size(), kBlock, plain.size());
    Bytes sealed = randomBytes(kNonce);
    sealed.resize(kNonce + padded + kTag);
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + kNonce, nullptr, plain.data(), padded, nullptr, 0,
                                               nullptr, sealed.data(), m_key.data());
    return sealed;
}

Result<std::string> TextSeal::open(ByteView sealed) const {
    if (sealed.size() < kNonce + kTag + kBlock) {
        return fail(Code::CryptoFailed, "a sealed text is too short");
    }
    SecureBytes plain(sealed.size() - kNonce - kTag);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, sealed.data() + kNonce,
                                                   sealed.size() - kNonce, nullptr, 0, sealed.data(),
                                                   m_key.data()) != 0) {
        return fail(Code::CryptoFailed, "a sealed text does not open");
    }
    std::size_t size = 0;
    if (sodium_unpad(&size, plain.data(), plain.size(), kBlock) != 0) {
        return fail(Code::CryptoFailed, "a sealed text has no end");
    }
    return std::string(plain.data(), plain.data() + size);
}

} // namespace qis::core
