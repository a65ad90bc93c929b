#include "record/cose.h"

#include "record/cbor.h"

namespace qis::core {

namespace {

constexpr std::uint64_t kSign1Tag = 18;
constexpr std::size_t kMembers = 4;
/// Only bounds the recursion over bytes that are not a packet anyway.
constexpr int kMaxEnvelopeDepth = 16;

/// { 1: -8, 4: h'...' } up to the author.
constexpr std::array<std::uint8_t, 4> kHeaderStart = {0xA2, 0x01, 0x27, 0x04};
constexpr std::array<std::uint8_t, 2> kAuthorHead = {0x58, 0x20};
constexpr std::size_t kHeaderBytes = kHeaderStart.size() + kAuthorHead.size() + AuthorKey::kSize;
constexpr std::string_view kContext = "Signature1";
/// Room for the array's head, the context and three heads of byte strings.
constexpr std::size_t kSigOverhead = 24;

bool startsWith(ByteView bytes, ByteView prefix) {
    return bytes.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), bytes.begin());
}

void writeHeader(CborWriter& out, const AuthorKey& author) {
    std::array<std::uint8_t, kHeaderBytes> header{};
    auto at = std::copy(kHeaderStart.begin(), kHeaderStart.end(), header.begin());
    at = std::copy(kAuthorHead.begin(), kAuthorHead.end(), at);
    std::copy(author.bytes.begin(), author.bytes.end(), at);
    out.bytes(header);
}

Result<AuthorKey> readHeader(ByteView header) {
    const Error wrong = fail(Code::WrongAlgorithm);
    if (!startsWith(header, kHeaderStart)) {
        return wrong;
    }
    const ByteView rest = header.subspan(kHeaderStart.size());
    CborReader reader(rest);
    const bool isBytes = reader.peek() == CborType::ByteString;
    if (!reader.skip(kMaxEnvelopeDepth) || !reader.atEnd()) {
        return wrong;
    }
    if (!isBytes) {
        return fail(Code::BadAuthor);
    }
    if (header.size() == kHeaderBytes && startsWith(rest, kAuthorHead)) {
        return *AuthorKey::from(rest.subspan(kAuthorHead.size()));
    }
    CborReader again(rest);
    const auto author = again.bytes();
    return author && author->size() == AuthorKey::kSize ? wrong : fail(Code::BadAuthor);
}

} // namespace

Result<CoseSign1> readCoseSign1(ByteView bytes) {
    CborReader whole(bytes);
    if (const Status status = whole.skip(kMaxEnvelopeDepth); !status) {
        return status.error();
    }
    if (!whole.atEnd()) {
        return fail(Code::TrailingBytes);
    }

    // Well-formed from here on, so every failing read is a wrong type.
    CborReader reader(bytes);
    if (const auto tag = reader.tag(); !tag || *tag != kSign1Tag) {
        return fail(Code::NotCose, "not tagged 18");
    }
    if (const auto members = reader.array(); !members || *members != kMembers) {
        return fail(Code::NotCose, "not an array of four");
    }
    const auto header = reader.bytes();
    const std::size_t unprotectedAt = reader.offset();
    const bool hasMap = reader.peek() == CborType::Map;
    if (!header || !hasMap || !reader.skip(kMaxEnvelopeDepth)) {
        return fail(Code::NotCose, "a header has the wrong type");
    }
    const auto payload = reader.bytes();
    const auto signature = payload ? reader.bytes() : payload;
    if (!signature) {
        return fail(Code::NotCose, "payload and signature must be byte strings");
    }

    const auto author = readHeader(*header);
    if (!author) {
        return author.error();
    }
    CborReader unprotected(bytes.subspan(unprotectedAt));
    if (const auto entries = unprotected.map(); !entries || *entries != 0) {
        return fail(Code::BadUnprotected);
    }
    const auto fixed = Signature::from(*signature);
    if (!fixed) {
        return fail(Code::BadSignatureSize);
    }
    return CoseSign1{*author, *payload, *fixed};
}

Bytes encodeCoseSign1(const AuthorKey& author, ByteView payload, const Signature& signature) {
    CborWriter out;
    out.reserve(kCoseOverhead + 9 + payload.size());
    out.tag(kSign1Tag);
    out.array(kMembers);
    writeHeader(out, author);
    out.map(0);
    out.bytes(payload);
    out.bytes(signature.view());
    return out.take();
}

Bytes sigStructure(const AuthorKey& author, ByteView payload) {
    CborWriter out;
    out.reserve(kSigOverhead + kHeaderBytes + payload.size());
    out.array(kMembers);
    out.text(kContext);
    writeHeader(out, author);
    out.bytes({});
    out.bytes(payload);
    return out.take();
}

} // namespace qis::core
