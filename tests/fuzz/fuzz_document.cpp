#include "crypto/sodium.h"
#include "record/cose.h"
#include "record/document.h"

#include <cstdlib>

using namespace qis::core;

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

/// The key that signs whatever payload the fuzzer found, so that it gets past the signature.
const DeviceKey& signingKey() {
    static const DeviceKey key = DeviceKey::fromSeed(SecureBytes(Bytes(32, 1))).value();
    return key;
}

void open(ByteView input) {
    const auto opened = openSiteDocument(input);
    if (!opened) {
        const Code code = opened.code();
        require(code == Code::BadDocument || code == Code::NotCanonical || code == Code::BadSignature);
        return;
    }
    require(input.size() <= kMaxDocumentBytes);
    require(std::equal(opened->bytes.begin(), opened->bytes.end(), input.begin(), input.end()));
    require(checkSiteDocument(opened->document).ok());
    require(opened->signer == opened->document.devices.front().author);
    require(opened->hash == blake2b256(input));
    if (opened->signer == signingKey().author()) {
        require(signSiteDocument(opened->document, signingKey()) == opened->bytes);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    open(input);
    const DeviceKey& key = signingKey();
    open(encodeCoseSign1(key.author(), input, key.sign(sigStructure(key.author(), input))));
    return 0;
}
