#pragma once

#include "base/bytes.h"

namespace qis::core {

/// BLAKE2b-256 over a packet's COSE Sig_structure.
using PacketId = FixedBytes<32, struct PacketIdTag>;
/// First 16 bytes of a PacketId: how packets refer to each other and how nodes offer them.
using ShortId = FixedBytes<16, struct ShortIdTag>;
/// Ed25519 public key of a device; also the node's identity.
using AuthorKey = FixedBytes<32, struct AuthorKeyTag>;
/// X25519 public key of a node's CURVE links.
using LinkKey = FixedBytes<32, struct LinkKeyTag>;
using Signature = FixedBytes<64, struct SignatureTag>;
/// First 8 bytes of BLAKE2b-256 over what gives a domain pack's bytes their meaning.
using PackHash = FixedBytes<8, struct PackHashTag>;
using CaseCommitment = FixedBytes<8, struct CaseCommitmentTag>;
/// First 16 bytes of BLAKE2b-256 of a network's founding document.
using NetworkId = FixedBytes<16, struct NetworkIdTag>;
using SiteId = FixedBytes<16, struct SiteIdTag>;
/// BLAKE2b-256 of a signed document's bytes.
using DocumentHash = FixedBytes<32, struct DocumentHashTag>;

[[nodiscard]] inline ShortId shortId(const PacketId& id) {
    ShortId result;
    std::copy_n(id.bytes.begin(), ShortId::kSize, result.bytes.begin());
    return result;
}

} // namespace qis::core
