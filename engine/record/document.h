#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "crypto/keys.h"

#include <string>
#include <vector>

namespace qis::core {

inline constexpr std::size_t kMaxDocumentBytes = 16 * 1024;
inline constexpr std::size_t kMaxSiteNameBytes = 80;
inline constexpr std::size_t kMaxEndpointBytes = 128;
inline constexpr std::size_t kMaxDevices = 32;

struct DeviceEntry {
    AuthorKey author;
    LinkKey link;
    std::string endpoint; ///< empty: the device announces none

    bool operator==(const DeviceEntry&) const = default;
};

/// Which devices speak for a site in a network, and until when.
struct SiteDocument {
    std::string siteName;
    SiteId site; ///< siteIdOf the first device
    NetworkId network;
    bool demo = false;
    std::vector<DeviceEntry> devices; ///< 1 to kMaxDevices, each author once; the first founded the site
    Seconds validFrom = 0;
    Seconds validUntil = 0;    ///< after validFrom
    std::uint64_t version = 1; ///< 1 to 2^53; a higher one replaces a lower one of the same site

    bool operator==(const SiteDocument&) const = default;
};

/// A site document whose signature holds.
struct SignedSite {
    SiteDocument document;
    AuthorKey signer;
    DocumentHash hash;
    Bytes bytes;
};

/// First 16 bytes of BLAKE2b-256 over "qis site" and the founding device's key.
[[nodiscard]] SiteId siteIdOf(const AuthorKey& founder);

/// BadDocument unless every limit above holds.
[[nodiscard]] Status checkSiteDocument(const SiteDocument& document);

/// COSE_Sign1 over deterministic CBOR. Signs whatever it is given; what does not pass checkSiteDocument,
/// or is not signed by the founding device, nobody opens.
[[nodiscard]] Bytes signSiteDocument(const SiteDocument& document, const DeviceKey& key);

/// BadDocument, NotCanonical or BadSignature. The signer has to be the founding device: if any listed
/// device would do, somebody could list a stranger's key first, sign with his own, and so take the
/// stranger's site id. Being listed is not consent: a device that a founder lists has not said that it
/// belongs there, so a known author must not be moved to another site by that site's document alone.
[[nodiscard]] Result<SignedSite> openSiteDocument(ByteView bytes);

} // namespace qis::core
