#include "record/document.h"

#include "crypto/sodium.h"
#include "record/cbor.h"
#include "record/cose.h"
#include "record/text_check.h"

#include <optional>

namespace qis::core {

namespace {

constexpr std::uint64_t kFormat = 1;
/// A text where packets have their kind as a number, so that neither can pass for the other.
constexpr std::string_view kType = "site";
constexpr std::string_view kSiteContext = "qis site";
constexpr std::uint64_t kMaxVersion = 1ULL << 53U;

enum DocumentMember : std::uint8_t {
    MemberFormat = 1,
    MemberType,
    MemberSiteName,
    MemberSite,
    MemberNetwork,
    MemberDemo,
    MemberDevices,
    MemberValidFrom,
    MemberValidUntil,
    MemberVersion,
};
constexpr std::size_t kEntries = MemberVersion;

enum DeviceKeyNumber : std::uint8_t { DeviceAuthor = 1, DeviceLink, DeviceEndpoint };

Error bad(std::string why) {
    return fail(Code::BadDocument, std::move(why));
}

/// Packets name each fault of their envelope; for documents it is only told apart whether the content
/// could be fine in another encoding.
Error asDocumentError(const Error& error) {
    return error.code == Code::NotCanonical ? error : bad(std::string(codeName(error.code)));
}

Bytes encodeDocument(const SiteDocument& document) {
    CborWriter out;
    out.map(kEntries);
    out.unsignedInt(MemberFormat);
    out.unsignedInt(kFormat);
    out.unsignedInt(MemberType);
    out.text(kType);
    out.unsignedInt(MemberSiteName);
    out.text(document.siteName);
    out.unsignedInt(MemberSite);
    out.bytes(document.site.view());
    out.unsignedInt(MemberNetwork);
    out.bytes(document.network.view());
    out.unsignedInt(MemberDemo);
    out.boolean(document.demo);
    out.unsignedInt(MemberDevices);
    out.array(document.devices.size());
    for (const auto& device : document.devices) {
        out.map(device.endpoint.empty() ? 2 : 3);
        out.unsignedInt(DeviceAuthor);
        out.bytes(device.author.view());
        out.unsignedInt(DeviceLink);
        out.bytes(device.link.view());
        if (!device.endpoint.empty()) {
            out.unsignedInt(DeviceEndpoint);
            out.text(device.endpoint);
        }
    }
    out.unsignedInt(MemberValidFrom);
    out.integer(document.validFrom);
    out.unsignedInt(MemberValidUntil);
    out.integer(document.validUntil);
    out.unsignedInt(MemberVersion);
    out.unsignedInt(document.version);
    return out.take();
}

/// Reads the one order of members that the encoder writes. The first failed read is kept and every
/// later one does nothing.
class DocumentReader {
public:
    explicit DocumentReader(ByteView payload)
        : m_in(payload) {}

    std::optional<SiteDocument> read() {
        SiteDocument document;
        require(take(m_in.map()) == kEntries, "not a map of ten members");
        key(MemberFormat);
        require(take(m_in.unsignedInt()) == kFormat, "unknown format");
        key(MemberType);
        require(take(m_in.text()) == kType, "not a site document");
        key(MemberSiteName);
        document.siteName = text(kMaxSiteNameBytes);
        key(MemberSite);
        fixed(document.site);
        key(MemberNetwork);
        fixed(document.network);
        key(MemberDemo);
        document.demo = take(m_in.boolean());
        key(MemberDevices);
        readDevices(document.devices);
        key(MemberValidFrom);
        document.validFrom = take(m_in.integer());
        key(MemberValidUntil);
        document.validUntil = take(m_in.integer());
        key(MemberVersion);
        document.version = take(m_in.unsignedInt());
        require(m_in.atEnd(), "bytes after the end");
        return m_error ? std::nullopt : std::optional(std::move(document));
    }
    [[nodiscard]] Error takeError() { return std::move(*m_error); }

private:
    void refuse(Error error) {
        if (!m_error) {
            m_error = std::move(error);
        }
    }
    void require(bool holds, const char* why) {
        if (!holds) {
            refuse(bad(why));
        }
    }
    template <class T> T take(const Result<T>& from) {
        if (!from) {
            refuse(asDocumentError(from.error()));
            return T{};
        }
        return m_error ? T{} : *from;
    }
    void key(std::uint64_t number) { require(take(m_in.unsignedInt()) == number, "members missing or unsorted"); }
    template <class T> void fixed(T& to) {
        const auto value = T::from(take(m_in.bytes()));
        require(value.has_value(), "bytes of the wrong length");
        to = value.value_or(T{});
    }
    std::string text(std::size_t limit) {
        const std::string_view value = take(m_in.text());
        require(checkText(value, limit) == Code::None, "a text is empty, too long or not clean");
        return m_error ? std::string() : std::string(value);
    }
    void readDevices(std::vector<DeviceEntry>& to) {
        const std::size_t size = take(m_in.array());
        require(size >= 1 && size <= kMaxDevices, "a site has 1 to 32 devices");
        if (m_error) {
            return;
        }
        to.resize(size);
        for (auto& device : to) {
            const std::size_t members = take(m_in.map());
            require(members == 2 || members == 3, "a device has two or three members");
            key(DeviceAuthor);
            fixed(device.author);
            key(DeviceLink);
            fixed(device.link);
            if (members == 3) {
                key(DeviceEndpoint);
                device.endpoint = text(kMaxEndpointBytes);
            }
        }
    }

    CborReader m_in;
    std::optional<Error> m_error;
};

} // namespace

SiteId siteIdOf(const AuthorKey& founder) {
    const ByteView context = viewOf(kSiteContext);
    Bytes input(context.begin(), context.end());
    input.insert(input.end(), founder.bytes.begin(), founder.bytes.end());
    const DocumentHash hash = blake2b256(input);
    SiteId result;
    std::copy_n(hash.bytes.begin(), SiteId::kSize, result.bytes.begin());
    return result;
}

Status checkSiteDocument(const SiteDocument& document) {
    if (checkText(document.siteName, kMaxSiteNameBytes) != Code::None) {
        return bad("a site name has 1 to 80 bytes of clean text");
    }
    const auto& devices = document.devices;
    if (devices.empty() || devices.size() > kMaxDevices) {
        return bad("a site has 1 to 32 devices");
    }
    for (auto device = devices.begin(); device != devices.end(); ++device) {
        if (!device->endpoint.empty() && checkText(device->endpoint, kMaxEndpointBytes) != Code::None) {
            return bad("an endpoint has at most 128 bytes of clean text");
        }
        if (std::any_of(devices.begin(), device, [&](const auto& other) { return other.author == device->author; })) {
            return bad("a device is listed twice");
        }
    }
    if (document.site != siteIdOf(devices.front().author)) {
        return bad("the site id is not that of the founding device");
    }
    if (document.validFrom < 0 || document.validUntil <= document.validFrom) {
        return bad("the time of validity is empty");
    }
    if (document.version < 1 || document.version > kMaxVersion) {
        return bad("versions are 1 to 2^53");
    }
    return {};
}

Bytes signSiteDocument(const SiteDocument& document, const DeviceKey& key) {
    const Bytes payload = encodeDocument(document);
    return encodeCoseSign1(key.author(), payload, key.sign(sigStructure(key.author(), payload)));
}

Result<SignedSite> openSiteDocument(ByteView bytes) {
    if (bytes.size() > kMaxDocumentBytes) {
        return bad("larger than 16 KiB");
    }
    const auto cose = readCoseSign1(bytes);
    if (!cose) {
        return asDocumentError(cose.error());
    }
    DocumentReader reader(cose->payload);
    auto document = reader.read();
    if (!document) {
        return reader.takeError();
    }
    if (const Status status = checkSiteDocument(*document); !status) {
        return status.error();
    }
    if (document->devices.front().author != cose->author) {
        return bad("not signed by the founding device");
    }
    Bytes again = encodeCoseSign1(cose->author, encodeDocument(*document), cose->signature);
    if (!std::equal(again.begin(), again.end(), bytes.begin(), bytes.end())) {
        return fail(Code::NotCanonical);
    }
    if (!verifySignature(cose->author, sigStructure(cose->author, cose->payload), cose->signature)) {
        return fail(Code::BadSignature);
    }
    return SignedSite{std::move(*document), cose->author, blake2b256(again), std::move(again)};
}

} // namespace qis::core
