#pragma once

#include "base/bytes.h"
#include "base/ids.h"
#include "base/result.h"

namespace qis::core {

/// The parts of a COSE_Sign1 message (RFC 9052) as this format uses it. `payload` points into the
/// bytes that were read.
struct CoseSign1 {
    AuthorKey author;
    ByteView payload;
    Signature signature;
};

/// Bytes that a COSE_Sign1 message has besides its payload and the head of that byte string.
inline constexpr std::size_t kCoseOverhead = 109;

/// One tagged COSE_Sign1 message and nothing after it, with exactly { 1: -8, 4: author } protected and
/// nothing unprotected. Longer-than-needed heads outside the protected header are read; comparing with
/// encodeCoseSign1 of the parts finds them.
[[nodiscard]] Result<CoseSign1> readCoseSign1(ByteView bytes);

/// Wraps payload and signature as COSE_Sign1.
[[nodiscard]] Bytes encodeCoseSign1(const AuthorKey& author, ByteView payload, const Signature& signature);
/// The bytes an author signs (RFC 9052 Sig_structure, context "Signature1").
[[nodiscard]] Bytes sigStructure(const AuthorKey& author, ByteView payload);

} // namespace qis::core
