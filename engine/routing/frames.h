#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "record/document.h"
#include "routing/events.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

/// Frames between nodes: a 16-byte header (magic, version, type, flags, request, hop, ttl, reserved,
/// length; big endian) and a body of deterministic CBOR.
namespace qis::core {

inline constexpr std::size_t kFrameHeaderBytes = 16;
inline constexpr std::size_t kMaxFrameBytes = 65536;
inline constexpr std::size_t kMaxBatchPackets = 64;
inline constexpr std::size_t kMaxBatchOffers = 1024;
inline constexpr std::size_t kMaxContacts = 128;
inline constexpr std::uint64_t kMaxChainPlace = (1ULL << 63U) - 1;
inline constexpr std::uint8_t kFrameMagic = 0xD1;
inline constexpr std::uint8_t kFrameVersion = 1;
inline constexpr std::uint8_t kHopLimit = 17;

enum class FrameType : std::uint8_t {
    Hello = 1,
    HelloAck = 2,
    Ping = 3,
    Pong = 4,
    Interest = 5,
    InterestAck = 6,
    Batch = 7,
    BatchAck = 8,
    Nodes = 9,
    DocumentGet = 10,
    Document = 11,
    Refuse = 12,
    ChainGet = 13,
    Chain = 14,
};

namespace frame {

/// Binds an author to the link it speaks over: the signature covers both CURVE keys.
struct Hello {
    bool acknowledges = false; ///< sent as HELLO_ACK
    NetworkId network;
    Contact contact;
    Millis time = 0;
    std::vector<DocumentHash> definitions; ///< in force, at most 16
    Signature signature;
};
struct Ping {
    bool answer = false;
    std::array<std::uint8_t, 8> interests{}; ///< digest of what the sender asks for
};
struct Interest {
    CoarseInterests interests;
};
struct InterestAck {
    std::array<std::uint8_t, 8> digest{};
};
/// Packets travel in slots of constant size, so the length of a frame tells their number only.
struct Batch {
    std::uint32_t number = 0;
    std::vector<Bytes> packets;
    std::vector<ShortId> offers;
};
struct BatchAck {
    std::uint32_t number = 0;
    bool busy = false; ///< nothing was kept, send again later
    std::vector<ShortId> wanted;
};
struct Nodes {
    std::vector<Contact> contacts;
};
struct DocumentGet {
    DocumentHash hash;
};
struct Document {
    Bytes bytes;
};
struct Refuse {
    std::string code;
};
/// Asks for what the receiver holds of the sender's own chain behind `after`.
struct ChainGet {
    std::uint64_t after = 0;
};
/// The answer: the highest packet held, as the proof of how far the chain goes, and the first of
/// those behind `after`, in rising order.
struct Chain {
    std::uint64_t after = 0;
    std::vector<Bytes> top; ///< one or none
    std::vector<Bytes> packets;
};

} // namespace frame

using Frame =
    std::variant<frame::Hello, frame::Ping, frame::Interest, frame::InterestAck, frame::Batch, frame::BatchAck,
                 frame::Nodes, frame::DocumentGet, frame::Document, frame::Refuse, frame::ChainGet, frame::Chain>;

[[nodiscard]] Bytes encodeFrame(const Frame& frame);
/// BadFrame on anything that encodeFrame would not write.
[[nodiscard]] Result<Frame> decodeFrame(ByteView bytes);

/// What a HELLO's signature covers.
[[nodiscard]] Bytes helloToSign(const frame::Hello& hello, const LinkKey& receiver);

/// Digest of a set of interests, for comparing by PING.
[[nodiscard]] std::array<std::uint8_t, 8> interestDigest(const CoarseInterests& interests);

} // namespace qis::core
