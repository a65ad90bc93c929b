#include "routing/frames.h"
#include "support/similarity_world.h"

#include "crypto/sodium.h"
#include "record/packet.h"

#include <QtTest/QTest>

#include <array>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace qis::core;
using qis::test::Random;

class TestFrames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFrameRoundTrips();
    void randomFramesRoundTrip();
    void everyTruncationIsRefused();
    void bytesAfterTheEndAreRefused();
    void aChangedByteIsRefusedOrMeansSomethingElse();
    void randomBytesAreRefusedOrExact();
    void theHeaderIsAsDescribed();
    void theFullestFramesFit();
    void packetsTravelInSlotsOfConstantSize();
    void paddingIsZero();
    void packetSizesAreChecked();
    void countsAreBounded();
    void addressesAreChecked();
    void helloSignsEverythingButItsKindAndSignature();
    void helloIsBoundToTheReceiver();
    void digestsTellInterestsApart();
};

namespace {

template <class Fixed> Fixed fixedOf(std::uint8_t value) {
    Fixed result;
    result.bytes.fill(value);
    return result;
}

Contact contactOf(std::uint8_t value) {
    return {fixedOf<AuthorKey>(value), fixedOf<LinkKey>(static_cast<std::uint8_t>(value + 1)), "tcp://node:4000",
            fixedOf<DocumentHash>(static_cast<std::uint8_t>(value + 2))};
}

frame::Hello helloFrame() {
    frame::Hello hello;
    hello.network = fixedOf<NetworkId>(1);
    hello.contact = contactOf(2);
    hello.time = 1'790'000'000'123;
    hello.definitions = {fixedOf<DocumentHash>(5), fixedOf<DocumentHash>(6)};
    hello.signature = fixedOf<Signature>(7);
    return hello;
}

CoarseInterests interestsOf(std::size_t lines) {
    CoarseInterests interests;
    for (std::uint32_t n = 0; n < lines; ++n) {
        interests.insert({fixedOf<PackHash>(3), {{0, 100 + n}, {}, {7}}, n % 2 == 0});
    }
    return interests;
}

std::vector<std::pair<const char*, Frame>> everyFrame() {
    auto acknowledged = helloFrame();
    acknowledged.acknowledges = true;
    acknowledged.contact.address.clear();
    acknowledged.definitions.clear();
    return {
        {"hello", helloFrame()},
        {"hello ack", acknowledged},
        {"ping", frame::Ping{false, {1, 2, 3, 4, 5, 6, 7, 8}}},
        {"pong", frame::Ping{true, {8, 7, 6, 5, 4, 3, 2, 1}}},
        {"interest", frame::Interest{interestsOf(3)}},
        {"no interest", frame::Interest{}},
        {"interest ack", frame::InterestAck{{9, 9, 9, 9, 9, 9, 9, 9}}},
        {"batch", frame::Batch{70000, {Bytes(200, 0x44), Bytes(1, 0)}, {fixedOf<ShortId>(1), fixedOf<ShortId>(2)}}},
        {"empty batch", frame::Batch{}},
        {"batch ack", frame::BatchAck{0xFFFFFFFF, false, {fixedOf<ShortId>(3)}}},
        {"busy", frame::BatchAck{1, true, {}}},
        {"nodes", frame::Nodes{{contactOf(1), contactOf(9)}}},
        {"no nodes", frame::Nodes{}},
        {"document get", frame::DocumentGet{fixedOf<DocumentHash>(4)}},
        {"document", frame::Document{Bytes(600, 0x55)}},
        {"refuse", frame::Refuse{"bad-hello"}},
        {"chain get", frame::ChainGet{70000}},
        {"chain get, the last place", frame::ChainGet{kMaxChainPlace}},
        {"chain", frame::Chain{6, {Bytes(300, 0x22)}, {Bytes(200, 0x33), Bytes(300, 0x22)}}},
        {"chain, nothing newer", frame::Chain{6, {Bytes(300, 0x22)}, {}}},
        {"chain, nothing", frame::Chain{}},
    };
}

frame::Batch fullestBatch() {
    frame::Batch batch;
    batch.number = 0xFFFFFFFF;
    batch.packets.assign(kMaxBatchPackets, Bytes(kMaxPacketBytes, 0x77));
    batch.offers.assign(kMaxBatchOffers, fixedOf<ShortId>(8));
    return batch;
}

bool isExact(ByteView bytes) {
    const auto decoded = decodeFrame(bytes);
    return !decoded || std::ranges::equal(encodeFrame(*decoded), bytes);
}

Bytes randomBytesOf(Random& random, std::size_t size) {
    Bytes bytes(size);
    for (auto& byte : bytes) {
        byte = static_cast<std::uint8_t>(random.below(256));
    }
    return bytes;
}

template <class Fixed> Fixed randomFixed(Random& random) {
    return *Fixed::from(randomBytesOf(random, Fixed::kSize));
}

template <class Fixed> std::vector<Fixed> randomList(Random& random, std::size_t most) {
    std::vector<Fixed> list(random.below(most + 1));
    for (auto& one : list) {
        one = randomFixed<Fixed>(random);
    }
    return list;
}

Frame randomFrame(Random& random) {
    const auto number = static_cast<std::uint32_t>(random.next() >> (32 + random.below(32)));
    const auto contact = [&random] {
        return Contact{randomFixed<AuthorKey>(random), randomFixed<LinkKey>(random),
                       random.chance(0.3) ? "" : "tcp://h" + std::to_string(random.below(1000)) + ":1",
                       randomFixed<DocumentHash>(random)};
    };
    switch (random.below(6)) {
    case 0: {
        frame::Hello hello;
        hello.acknowledges = random.chance(0.5);
        hello.network = randomFixed<NetworkId>(random);
        hello.contact = contact();
        hello.time = static_cast<Millis>(random.next() >> (12 + random.below(50)));
        hello.definitions = randomList<DocumentHash>(random, 16);
        hello.signature = randomFixed<Signature>(random);
        return hello;
    }
    case 1: {
        frame::Batch batch{number, {}, randomList<ShortId>(random, 40)};
        for (std::size_t n = random.below(5); n > 0; --n) {
            batch.packets.push_back(randomBytesOf(random, 1 + random.below(kMaxPacketBytes)));
        }
        return batch;
    }
    case 2:
        return frame::BatchAck{number, random.chance(0.5), randomList<ShortId>(random, 40)};
    case 3: {
        frame::Nodes nodes;
        for (std::size_t n = random.below(6); n > 0; --n) {
            nodes.contacts.push_back(contact());
        }
        return nodes;
    }
    case 4:
        return frame::Interest{interestsOf(random.below(30))};
    default:
        return frame::Document{randomBytesOf(random, random.below(700))};
    }
}

} // namespace

void TestFrames::initTestCase() {
    QVERIFY(initCrypto().ok());
}

void TestFrames::everyFrameRoundTrips() {
    for (const auto& [name, original] : everyFrame()) {
        const auto bytes = encodeFrame(original);
        const auto decoded = decodeFrame(bytes);
        QVERIFY2(decoded.ok(), name);
        QVERIFY2(decoded->index() == original.index(), name);
        QVERIFY2(encodeFrame(*decoded) == bytes, name);
    }
    const auto hello = std::get<frame::Hello>(*decodeFrame(encodeFrame(helloFrame())));
    QCOMPARE(hello.contact, contactOf(2));
    QCOMPARE(hello.time, Millis{1'790'000'000'123});
    QCOMPARE(hello.definitions.size(), std::size_t{2});
    QCOMPARE(hello.signature, fixedOf<Signature>(7));
    const auto batch = std::get<frame::Batch>(*decodeFrame(encodeFrame(fullestBatch())));
    QCOMPARE(batch.packets, fullestBatch().packets);
    QCOMPARE(batch.offers, fullestBatch().offers);
    const auto interest = std::get<frame::Interest>(*decodeFrame(encodeFrame(frame::Interest{interestsOf(3)})));
    QCOMPARE(interest.interests, interestsOf(3));
}

void TestFrames::randomFramesRoundTrip() {
    constexpr std::uint64_t kSeed = 4711;
    qInfo("seed %d", static_cast<int>(kSeed));
    Random random(kSeed);
    for (int n = 0; n < 1500; ++n) {
        const auto original = randomFrame(random);
        const auto bytes = encodeFrame(original);
        const auto decoded = decodeFrame(bytes);
        QVERIFY(decoded.ok());
        QCOMPARE(encodeFrame(*decoded), bytes);
        // And with a random hurt.
        auto hurt = bytes;
        hurt[random.below(hurt.size())] = static_cast<std::uint8_t>(random.below(256));
        QVERIFY(isExact(hurt));
    }
}

void TestFrames::everyTruncationIsRefused() {
    for (const auto& [name, original] : everyFrame()) {
        const auto bytes = encodeFrame(original);
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            QVERIFY2(!decodeFrame(ByteView(bytes).first(size)).ok(), name);
            // Also when the header says so.
            if (size >= kFrameHeaderBytes) {
                Bytes shorter(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
                const std::size_t body = size - kFrameHeaderBytes;
                shorter[14] = static_cast<std::uint8_t>(body >> 8U);
                shorter[15] = static_cast<std::uint8_t>(body & 0xFFU);
                QVERIFY2(!decodeFrame(shorter).ok(), name);
            }
        }
    }
}

void TestFrames::bytesAfterTheEndAreRefused() {
    for (const auto& [name, original] : everyFrame()) {
        auto bytes = encodeFrame(original);
        bytes.push_back(0);
        QVERIFY2(!decodeFrame(bytes).ok(), name);
        const std::size_t body = bytes.size() - kFrameHeaderBytes;
        bytes[14] = static_cast<std::uint8_t>(body >> 8U);
        bytes[15] = static_cast<std::uint8_t>(body & 0xFFU);
        QVERIFY2(!decodeFrame(bytes).ok(), name);
    }
}

void TestFrames::aChangedByteIsRefusedOrMeansSomethingElse() {
    std::size_t taken = 0;
    for (const auto& [name, original] : everyFrame()) {
        const auto bytes = encodeFrame(original);
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            for (const std::uint8_t change : Bytes{0x01, 0x10, 0x80, 0xFF}) {
                auto hurt = bytes;
                hurt[at] = static_cast<std::uint8_t>(hurt[at] ^ change);
                const auto decoded = decodeFrame(hurt);
                if (!decoded) {
                    QVERIFY2(decoded.code() == Code::BadFrame, name);
                    continue;
                }
                ++taken;
                // Nothing of a header but its type may differ.
                QVERIFY2(at == 2 || at >= kFrameHeaderBytes, name);
                QVERIFY2(encodeFrame(*decoded) == hurt, name);
            }
        }
    }
    QVERIFY(taken > 1000);
    // The fullest frame in samples.
    const auto bytes = encodeFrame(fullestBatch());
    for (std::size_t at = 0; at < bytes.size(); at += at < 40 ? 1 : 97) {
        auto hurt = bytes;
        hurt[at] = static_cast<std::uint8_t>(hurt[at] ^ 0x01U);
        QVERIFY(isExact(hurt));
    }
}

void TestFrames::randomBytesAreRefusedOrExact() {
    constexpr std::uint64_t kSeed = 815;
    qInfo("seed %d", static_cast<int>(kSeed));
    Random random(kSeed);
    for (int n = 0; n < 20000; ++n) {
        auto bytes = encodeFrame(frame::Ping{});
        bytes[2] = static_cast<std::uint8_t>(random.below(14));
        bytes.resize(kFrameHeaderBytes);
        const auto body = randomBytesOf(random, random.below(60));
        bytes.insert(bytes.end(), body.begin(), body.end());
        bytes[15] = static_cast<std::uint8_t>(body.size());
        QVERIFY(isExact(bytes));
    }
}

void TestFrames::theHeaderIsAsDescribed() {
    const auto bytes = encodeFrame(frame::Ping{false, {}});
    const Bytes header(bytes.begin(), bytes.begin() + kFrameHeaderBytes);
    const auto body = static_cast<std::uint8_t>(bytes.size() - kFrameHeaderBytes);
    QCOMPARE(header, (Bytes{0xD1, 1, 3, 0, 0, 0, 0, 0, 1, 17, 0, 0, 0, 0, 0, body}));
    QVERIFY(!decodeFrame({}).ok());
    QVERIFY(!decodeFrame(Bytes(kMaxFrameBytes + 1, 0xD1)).ok());
}

void TestFrames::theFullestFramesFit() {
    QVERIFY(encodeFrame(fullestBatch()).size() <= kMaxFrameBytes);
    QVERIFY(encodeFrame(frame::BatchAck{0xFFFFFFFF, false, fullestBatch().offers}).size() <= kMaxFrameBytes);
    QVERIFY(encodeFrame(frame::Document{Bytes(kMaxDocumentBytes, 1)}).size() <= kMaxFrameBytes);
    auto contact = contactOf(1);
    contact.address = "tcp://" + std::string(253, 'a') + ":65535";
    QVERIFY(checkAddress(contact.address).ok());
    const frame::Nodes nodes{std::vector<Contact>(kMaxContacts, contact)};
    const auto bytes = encodeFrame(nodes);
    QVERIFY(bytes.size() <= kMaxFrameBytes);
    QVERIFY(decodeFrame(bytes).ok());
}

void TestFrames::packetsTravelInSlotsOfConstantSize() {
    const auto sizeWith = [](std::size_t packets, std::size_t bytes) {
        return encodeFrame(frame::Batch{70000, std::vector<Bytes>(packets, Bytes(bytes, 1)), {}}).size();
    };
    for (const std::size_t packets : {1U, 2U, 63U, 64U}) {
        for (const std::size_t bytes : {1U, 23U, 24U, 255U, 256U, 511U}) {
            QCOMPARE(sizeWith(packets, bytes), sizeWith(packets, kMaxPacketBytes));
        }
    }
    QCOMPARE(sizeWith(40, 100) - sizeWith(39, 100), 2 + kMaxPacketBytes);
}

void TestFrames::paddingIsZero() {
    const frame::Batch batch{70000, {Bytes(10, 1)}, {}};
    const auto bytes = encodeFrame(batch);
    // The last byte is the empty list of offers, before it the padding of the only slot.
    for (std::size_t back = 2; back < 2 + kMaxPacketBytes - 10; ++back) {
        auto hurt = bytes;
        QCOMPARE(hurt[hurt.size() - back], std::uint8_t{0});
        hurt[hurt.size() - back] = 1;
        QVERIFY(!decodeFrame(hurt).ok());
    }
}

void TestFrames::packetSizesAreChecked() {
    const auto bytes = encodeFrame(frame::Batch{70000, {Bytes(kMaxPacketBytes, 1)}, {}});
    const std::size_t slot = bytes.size() - 1 - (2 + kMaxPacketBytes);
    for (const auto& [high, low] : {std::pair<std::uint8_t, std::uint8_t>{0, 0}, {2, 1}, {0xFF, 0xFF}}) {
        auto hurt = bytes;
        hurt[slot] = high;
        hurt[slot + 1] = low;
        QVERIFY(!decodeFrame(hurt).ok());
    }
    QVERIFY(decodeFrame(bytes).ok());
}

void TestFrames::countsAreBounded() {
    const auto refused = [](const Frame& frame) { return decodeFrame(encodeFrame(frame)).code() == Code::BadFrame; };
    QVERIFY(refused(frame::Batch{1, std::vector<Bytes>(kMaxBatchPackets + 1, Bytes(1, 1)), {}}));
    QVERIFY(refused(frame::Batch{1, {}, std::vector<ShortId>(kMaxBatchOffers + 1)}));
    QVERIFY(refused(frame::BatchAck{1, false, std::vector<ShortId>(kMaxBatchOffers + 1)}));
    QVERIFY(refused(frame::Nodes{std::vector<Contact>(kMaxContacts + 1, contactOf(1))}));
    QVERIFY(refused(frame::Document{Bytes(kMaxDocumentBytes + 1, 1)}));
    QVERIFY(refused(frame::Refuse{std::string(41, 'a')}));
    QVERIFY(refused(frame::Interest{interestsOf(5000)}));
    QVERIFY(refused(frame::ChainGet{kMaxChainPlace + 1}));
    QVERIFY(refused(frame::Chain{kMaxChainPlace + 1, {}, {}}));
    const Bytes packet(1, 1);
    QVERIFY(refused(frame::Chain{1, {packet, packet}, {}}));
    QVERIFY(refused(frame::Chain{1, {}, {packet}}));
    QVERIFY(refused(frame::Chain{1, {packet}, std::vector<Bytes>(kMaxBatchPackets + 1, packet)}));
    auto hello = helloFrame();
    hello.definitions.assign(17, fixedOf<DocumentHash>(1));
    QVERIFY(refused(hello));
    hello.definitions.resize(16);
    hello.time = (Millis{1} << 52) + 1;
    QVERIFY(refused(hello));
    hello.time = Millis{1} << 52;
    QVERIFY(!refused(hello));
}

void TestFrames::addressesAreChecked() {
    for (const char* address :
         {"node:4000", "tcp://", "tcp://node", "ipc:///tmp/x", "tcp://node:70000", "tcp://a b:1"}) {
        auto contact = contactOf(1);
        contact.address = address;
        QVERIFY2(!decodeFrame(encodeFrame(frame::Nodes{{contact}})).ok(), address);
        auto hello = helloFrame();
        hello.contact = contact;
        QVERIFY2(!decodeFrame(encodeFrame(hello)).ok(), address);
    }
}

void TestFrames::helloSignsEverythingButItsKindAndSignature() {
    const LinkKey receiver = fixedOf<LinkKey>(9);
    const auto original = helloToSign(helloFrame(), receiver);
    auto same = helloFrame();
    same.signature = {};
    same.acknowledges = true;
    QCOMPARE(helloToSign(same, receiver), original);
    const std::vector<std::function<void(frame::Hello&)>> changes{
        [](frame::Hello& hello) { hello.network.bytes[3] ^= 1U; },
        [](frame::Hello& hello) { hello.contact.node.bytes[3] ^= 1U; },
        [](frame::Hello& hello) { hello.contact.link.bytes[3] ^= 1U; },
        [](frame::Hello& hello) { hello.contact.address += '1'; },
        [](frame::Hello& hello) { hello.contact.siteDocument.bytes[3] ^= 1U; },
        [](frame::Hello& hello) { hello.time += 1; },
        [](frame::Hello& hello) { hello.definitions.pop_back(); },
    };
    for (const auto& change : changes) {
        auto hello = helloFrame();
        change(hello);
        QVERIFY(helloToSign(hello, receiver) != original);
    }
}

void TestFrames::helloIsBoundToTheReceiver() {
    QVERIFY(helloToSign(helloFrame(), fixedOf<LinkKey>(1)) != helloToSign(helloFrame(), fixedOf<LinkKey>(2)));
}

void TestFrames::digestsTellInterestsApart() {
    std::set<std::array<std::uint8_t, 8>> digests;
    for (std::size_t lines = 0; lines < 200; ++lines) {
        digests.insert(interestDigest(interestsOf(lines)));
    }
    QCOMPARE(digests.size(), std::size_t{200});
    QCOMPARE(interestDigest(interestsOf(5)), interestDigest(interestsOf(5)));
}

QTEST_APPLESS_MAIN(TestFrames)
#include "tst_frames.moc"
