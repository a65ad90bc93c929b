#include "routing/frames.h"

#include "crypto/sodium.h"
#include "record/cbor.h"
#include "record/packet.h"

namespace qis::core {

namespace {

constexpr std::size_t kSlotBytes = 2 + kMaxPacketBytes;
constexpr std::size_t kMaxAddressBytes = 280;
constexpr std::size_t kMaxDefinitions = 16;

template <std::size_t Size, class Tag> void put(CborWriter& out, const FixedBytes<Size, Tag>& value) {
    out.bytes(value.view());
}

void putContact(CborWriter& out, const Contact& contact) {
    out.array(4);
    put(out, contact.node);
    put(out, contact.link);
    out.text(contact.address);
    put(out, contact.siteDocument);
}

/// Everything of a HELLO but its signature.
void putHello(CborWriter& out, const frame::Hello& hello) {
    put(out, hello.network);
    putContact(out, hello.contact);
    out.unsignedInt(hello.time < 0 ? 0 : static_cast<std::uint64_t>(hello.time));
    out.array(hello.definitions.size());
    for (const auto& definition : hello.definitions) {
        put(out, definition);
    }
}

Bytes slotsOf(const std::vector<Bytes>& packets) {
    Bytes slots(packets.size() * kSlotBytes, 0);
    std::size_t at = 0;
    for (const auto& packet : packets) {
        slots[at] = static_cast<std::uint8_t>(packet.size() >> 8U);
        slots[at + 1] = static_cast<std::uint8_t>(packet.size() & 0xFFU);
        std::copy(packet.begin(), packet.end(), slots.begin() + static_cast<std::ptrdiff_t>(at + 2));
        at += kSlotBytes;
    }
    return slots;
}

Bytes idsOf(const std::vector<ShortId>& ids) {
    Bytes result;
    result.reserve(ids.size() * ShortId::kSize);
    for (const auto& id : ids) {
        result.insert(result.end(), id.bytes.begin(), id.bytes.end());
    }
    return result;
}

struct Encoder {
    CborWriter& out;
    FrameType operator()(const frame::Hello& hello) {
        out.array(5);
        putHello(out, hello);
        put(out, hello.signature);
        return hello.acknowledges ? FrameType::HelloAck : FrameType::Hello;
    }
    FrameType operator()(const frame::Ping& ping) {
        out.array(1);
        out.bytes(ping.interests);
        return ping.answer ? FrameType::Pong : FrameType::Ping;
    }
    FrameType operator()(const frame::Interest& interest) {
        out.array(1);
        out.bytes(encodeInterests(interest.interests));
        return FrameType::Interest;
    }
    FrameType operator()(const frame::InterestAck& ack) {
        out.array(1);
        out.bytes(ack.digest);
        return FrameType::InterestAck;
    }
    FrameType operator()(const frame::Batch& batch) {
        out.array(3);
        out.unsignedInt(batch.number);
        out.bytes(slotsOf(batch.packets));
        out.bytes(idsOf(batch.offers));
        return FrameType::Batch;
    }
    FrameType operator()(const frame::BatchAck& ack) {
        out.array(3);
        out.unsignedInt(ack.number);
        out.boolean(ack.busy);
        out.bytes(idsOf(ack.wanted));
        return FrameType::BatchAck;
    }
    FrameType operator()(const frame::Nodes& nodes) {
        out.array(nodes.contacts.size());
        for (const auto& contact : nodes.contacts) {
            putContact(out, contact);
        }
        return FrameType::Nodes;
    }
    FrameType operator()(const frame::DocumentGet& get) {
        out.array(1);
        put(out, get.hash);
        return FrameType::DocumentGet;
    }
    FrameType operator()(const frame::Document& document) {
        out.array(1);
        out.bytes(document.bytes);
        return FrameType::Document;
    }
    FrameType operator()(const frame::Refuse& refusal) {
        out.array(1);
        out.text(refusal.code);
        return FrameType::Refuse;
    }
    FrameType operator()(const frame::ChainGet& get) {
        out.array(1);
        out.unsignedInt(get.after);
        return FrameType::ChainGet;
    }
    FrameType operator()(const frame::Chain& chain) {
        out.array(3);
        out.unsignedInt(chain.after);
        out.bytes(slotsOf(chain.top));
        out.bytes(slotsOf(chain.packets));
        return FrameType::Chain;
    }
};

/// Reads a body and remembers whether anything went wrong, so that the shapes below stay readable.
class BodyReader {
public:
    explicit BodyReader(ByteView body)
        : m_in(body) {}

    void array(std::size_t count) {
        const auto got = m_in.array();
        need(got.ok() && *got == count);
    }
    std::size_t arrayUpTo(std::size_t most) {
        const auto got = m_in.array();
        need(got.ok() && *got <= most);
        return m_ok ? *got : 0;
    }
    std::uint64_t number(std::uint64_t most) {
        const auto got = m_in.unsignedInt();
        need(got.ok() && *got <= most);
        return m_ok ? *got : 0;
    }
    bool boolean() {
        const auto got = m_in.boolean();
        need(got.ok());
        return m_ok && *got;
    }
    ByteView bytes(std::size_t most) {
        const auto got = m_in.bytes();
        need(got.ok() && got->size() <= most);
        return m_ok ? *got : ByteView{};
    }
    std::string text(std::size_t most) {
        const auto got = m_in.text();
        need(got.ok() && got->size() <= most);
        return m_ok ? std::string(*got) : std::string{};
    }
    template <class Fixed> Fixed fixed() {
        const auto value = Fixed::from(bytes(Fixed::kSize));
        need(value.has_value());
        return value.value_or(Fixed{});
    }
    std::array<std::uint8_t, 8> eight() {
        std::array<std::uint8_t, 8> result{};
        const auto raw = bytes(8);
        need(raw.size() == 8);
        if (m_ok) {
            std::copy(raw.begin(), raw.end(), result.begin());
        }
        return result;
    }
    std::vector<ShortId> ids(std::size_t most) {
        const auto raw = bytes(most * ShortId::kSize);
        need(raw.size() % ShortId::kSize == 0);
        std::vector<ShortId> result;
        for (std::size_t at = 0; m_ok && at < raw.size(); at += ShortId::kSize) {
            result.push_back(*ShortId::from(raw.subspan(at, ShortId::kSize)));
        }
        return result;
    }
    std::vector<Bytes> slots(std::size_t most = kMaxBatchPackets) {
        const auto raw = bytes(most * kSlotBytes);
        need(raw.size() % kSlotBytes == 0);
        std::vector<Bytes> result;
        for (std::size_t at = 0; m_ok && at < raw.size(); at += kSlotBytes) {
            const std::size_t size = (std::size_t{raw[at]} << 8U) | raw[at + 1];
            need(size > 0 && size <= kMaxPacketBytes);
            if (m_ok) {
                const auto packet = raw.subspan(at + 2, size);
                result.emplace_back(packet.begin(), packet.end());
            }
        }
        return result;
    }
    Contact contact() {
        array(4);
        Contact result;
        result.node = fixed<AuthorKey>();
        result.link = fixed<LinkKey>();
        result.address = text(kMaxAddressBytes);
        result.siteDocument = fixed<DocumentHash>();
        need(result.address.empty() || checkAddress(result.address).ok());
        return result;
    }
    void need(bool condition) { m_ok = m_ok && condition; }
    [[nodiscard]] bool finished() const { return m_ok && m_in.atEnd(); }

private:
    CborReader m_in;
    bool m_ok = true;
};

Frame readBody(FrameType type, BodyReader& in) {
    switch (type) {
    case FrameType::Hello:
    case FrameType::HelloAck: {
        frame::Hello hello;
        hello.acknowledges = type == FrameType::HelloAck;
        in.array(5);
        hello.network = in.fixed<NetworkId>();
        hello.contact = in.contact();
        hello.time = static_cast<Millis>(in.number(1ULL << 52U));
        const std::size_t count = in.arrayUpTo(kMaxDefinitions);
        for (std::size_t i = 0; i < count; ++i) {
            hello.definitions.push_back(in.fixed<DocumentHash>());
        }
        hello.signature = in.fixed<Signature>();
        return hello;
    }
    case FrameType::Ping:
    case FrameType::Pong:
        in.array(1);
        return frame::Ping{type == FrameType::Pong, in.eight()};
    case FrameType::Interest: {
        in.array(1);
        auto interests = decodeInterests(in.bytes(kMaxFrameBytes));
        in.need(interests.ok());
        return frame::Interest{interests.ok() ? std::move(interests).value() : CoarseInterests{}};
    }
    case FrameType::InterestAck:
        in.array(1);
        return frame::InterestAck{in.eight()};
    case FrameType::Batch: {
        frame::Batch batch;
        in.array(3);
        batch.number = static_cast<std::uint32_t>(in.number(0xFFFFFFFFU));
        batch.packets = in.slots();
        batch.offers = in.ids(kMaxBatchOffers);
        return batch;
    }
    case FrameType::BatchAck: {
        frame::BatchAck ack;
        in.array(3);
        ack.number = static_cast<std::uint32_t>(in.number(0xFFFFFFFFU));
        ack.busy = in.boolean();
        ack.wanted = in.ids(kMaxBatchOffers);
        return ack;
    }
    case FrameType::Nodes: {
        frame::Nodes nodes;
        const std::size_t count = in.arrayUpTo(kMaxContacts);
        for (std::size_t i = 0; i < count; ++i) {
            nodes.contacts.push_back(in.contact());
        }
        return nodes;
    }
    case FrameType::DocumentGet:
        in.array(1);
        return frame::DocumentGet{in.fixed<DocumentHash>()};
    case FrameType::Document: {
        in.array(1);
        const auto bytes = in.bytes(kMaxDocumentBytes);
        return frame::Document{Bytes(bytes.begin(), bytes.end())};
    }
    case FrameType::Refuse:
        in.array(1);
        return frame::Refuse{in.text(40)};
    case FrameType::ChainGet:
        in.array(1);
        return frame::ChainGet{in.number(kMaxChainPlace)};
    case FrameType::Chain: {
        frame::Chain chain;
        in.array(3);
        chain.after = in.number(kMaxChainPlace);
        chain.top = in.slots(1);
        chain.packets = in.slots();
        // Whoever holds packets behind a place holds a highest one.
        in.need(!chain.top.empty() || chain.packets.empty());
        return chain;
    }
    }
    in.need(false);
    return frame::Ping{};
}

void putBigEndian(Bytes& out, std::uint64_t value, int bytes) {
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
        out.push_back(static_cast<std::uint8_t>((value >> static_cast<unsigned>(shift)) & 0xFFU));
    }
}

} // namespace

Bytes encodeFrame(const Frame& frame) {
    CborWriter body;
    const FrameType type = std::visit(Encoder{body}, frame);
    Bytes out;
    out.reserve(kFrameHeaderBytes + body.size());
    out.push_back(kFrameMagic);
    out.push_back(kFrameVersion);
    out.push_back(static_cast<std::uint8_t>(type));
    out.push_back(0);
    putBigEndian(out, 0, 4); // request: answers carry their own numbers
    out.push_back(1);        // hop
    out.push_back(kHopLimit);
    putBigEndian(out, 0, 2);
    putBigEndian(out, body.size(), 4);
    out.insert(out.end(), body.result().begin(), body.result().end());
    return out;
}

Result<Frame> decodeFrame(ByteView bytes) {
    const auto bad = [](const char* why) { return fail(Code::BadFrame, why); };
    if (bytes.size() < kFrameHeaderBytes || bytes.size() > kMaxFrameBytes) {
        return bad("frame size");
    }
    static constexpr std::array<std::uint8_t, 9> kZeroRequest{0, 0, 0, 0, 0, 1, kHopLimit, 0, 0};
    if (bytes[0] != kFrameMagic || bytes[1] != kFrameVersion ||
        !std::equal(kZeroRequest.begin(), kZeroRequest.end(), bytes.begin() + 3)) {
        return bad("frame header");
    }
    const std::uint64_t length = (std::uint64_t{bytes[12]} << 24U) | (std::uint64_t{bytes[13]} << 16U) |
                                 (std::uint64_t{bytes[14]} << 8U) | bytes[15];
    const auto body = bytes.subspan(kFrameHeaderBytes);
    const std::uint8_t type = bytes[2];
    if (length != body.size() || type < static_cast<std::uint8_t>(FrameType::Hello) ||
        type > static_cast<std::uint8_t>(FrameType::Chain)) {
        return bad("frame type or length");
    }
    BodyReader in(body);
    Frame frame = readBody(static_cast<FrameType>(type), in);
    if (!in.finished()) {
        return bad("frame body");
    }
    // One encoding each: what a peer could vary without changing the meaning is refused.
    if (!std::ranges::equal(encodeFrame(frame), bytes)) {
        return bad("frame encoding");
    }
    return frame;
}

Bytes helloToSign(const frame::Hello& hello, const LinkKey& receiver) {
    CborWriter out;
    out.array(6);
    out.text("qis-hello-1");
    putHello(out, hello);
    put(out, receiver);
    return out.take();
}

std::array<std::uint8_t, 8> interestDigest(const CoarseInterests& interests) {
    const auto hash = blake2b256(encodeInterests(interests));
    std::array<std::uint8_t, 8> result{};
    std::copy_n(hash.bytes.begin(), result.size(), result.begin());
    return result;
}

} // namespace qis::core
