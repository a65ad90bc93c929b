#include "crypto/sodium.h"

#include <sodium.h>

namespace qis::core {

namespace {

constexpr std::string_view kKnownText = "abc";
constexpr std::string_view kKnownHash = "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319";
// RFC 8032 section 7.1, test 2.
constexpr std::string_view kKnownAuthor = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
constexpr std::uint8_t kKnownMessage = 0x72;
constexpr std::string_view kKnownSignature = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                             "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";

Status selfTest() {
    if (sodium_init() < 0) {
        return fail(Code::CryptoFailed, "libsodium could not be started");
    }
    if (blake2b256(viewOf(kKnownText)).hex() != kKnownHash) {
        return fail(Code::CryptoFailed, "BLAKE2b-256 gives a wrong hash");
    }
    const auto author = AuthorKey::fromHexText(kKnownAuthor);
    auto signature = Signature::fromHexText(kKnownSignature);
    const ByteView message(&kKnownMessage, 1);
    if (!author || !signature || !verifySignature(*author, message, *signature)) {
        return fail(Code::CryptoFailed, "Ed25519 refuses a known signature");
    }
    signature->bytes.front() ^= 1U;
    if (verifySignature(*author, message, *signature)) {
        return fail(Code::CryptoFailed, "Ed25519 accepts a wrong signature");
    }
    return {};
}

DocumentHash hashOf(ByteView data, ByteView key) {
    DocumentHash result;
    if (crypto_generichash(result.bytes.data(), result.bytes.size(), data.data(), data.size(),
                           key.empty() ? nullptr : key.data(), key.size()) != 0) {
        // Only a key longer than the primitive allows can bring us here: hash it down, as HMAC does.
        const DocumentHash shortKey = hashOf(key, {});
        return hashOf(data, shortKey.view());
    }
    return result;
}

} // namespace

Status initCrypto() {
    static const Status result = selfTest();
    return result;
}

Bytes randomBytes(std::size_t count) {
    Bytes result(count);
    if (!result.empty()) {
        randombytes_buf(result.data(), result.size());
    }
    return result;
}

DocumentHash blake2b256(ByteView data) {
    return hashOf(data, {});
}

DocumentHash blake2b256Keyed(ByteView data, ByteView key) {
    return hashOf(data, key);
}

bool verifySignature(const AuthorKey& author, ByteView message, const Signature& signature) {
    return crypto_sign_verify_detached(signature.bytes.data(), message.data(), message.size(), author.bytes.data()) ==
           0;
}

} // namespace qis::core
