#pragma once

#include "base/bytes.h"
#include "base/ids.h"
#include "base/result.h"

namespace qis::core {

/// Starts libsodium and checks one known hash and one known signature. Call once before anything
/// else of this room; further calls are cheap.
[[nodiscard]] Status initCrypto();

[[nodiscard]] Bytes randomBytes(std::size_t count);

[[nodiscard]] DocumentHash blake2b256(ByteView data);
[[nodiscard]] DocumentHash blake2b256Keyed(ByteView data, ByteView key);

/// libsodium's verification: refuses small-order and non-canonical keys and signatures.
[[nodiscard]] bool verifySignature(const AuthorKey& author, ByteView message, const Signature& signature);

/// Four pronounceable words of five letters (proquints) of the key's hash, for comparing keys by
/// telephone: 64 bits.
[[nodiscard]] std::string fingerprintWords(ByteView key);

} // namespace qis::core
