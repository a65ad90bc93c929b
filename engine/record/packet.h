#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "record/cose.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace qis::core {

/// Limits of the packet format. resources/protocol/packet.cddl states the same for other languages.
inline constexpr std::size_t kMaxPacketBytes = 512;
inline constexpr std::size_t kMaxFields = 32;
inline constexpr std::size_t kMaxArray = 24;
inline constexpr std::size_t kMaxTextBytes = 64;
inline constexpr std::size_t kMaxNoteBytes = 96;
inline constexpr std::uint64_t kMaxFieldNumber = 0xFFFF;
inline constexpr std::uint64_t kMaxCount = 1ULL << 40U;
inline constexpr Seconds kMaxFuture = 24 * 3600;

enum class Kind : std::uint8_t { Outcome, FollowUp, Amendment, Retraction, Validation, Fitness, Tally, Question };

using Scalar = std::variant<std::int64_t, bool, float, std::string>;
using ScalarList = std::vector<Scalar>;
/// Bytes occur in the body of a fitness packet only.
using Value = std::variant<std::int64_t, bool, float, std::string, ScalarList, Bytes>;
/// Sorted by field number, each number once.
using FieldMap = std::vector<std::pair<std::uint32_t, Value>>;

[[nodiscard]] const Value* findField(const FieldMap& fields, std::uint32_t number);
void setField(FieldMap& fields, std::uint32_t number, Value value);

struct OneCase {
    bool operator==(const OneCase&) const = default;
};
/// n observed, of which `events` had the event; events <= n, 1 <= n.
struct Counts {
    std::uint64_t n = 0;
    std::uint64_t events = 0;
    bool operator==(const Counts&) const = default;
};
/// Estimate on the question's scale with its standard error, se > 0.
struct Effect {
    std::uint64_t n = 0;
    float estimate = 0;
    float standardError = 0;
    bool operator==(const Effect&) const = default;
};
/// a exposed with event, b exposed without, c unexposed with, d unexposed without.
struct Table {
    std::uint64_t a = 0;
    std::uint64_t b = 0;
    std::uint64_t c = 0;
    std::uint64_t d = 0;
    bool operator==(const Table&) const = default;
};
/// n observed against expected > 0.
struct ObservedExpected {
    std::uint64_t n = 0;
    float expected = 0;
    bool operator==(const ObservedExpected&) const = default;
};
/// The eight cells n111, n11., n1.1, n.11, n1.., n.1., n..1, n... of a drug-pair table.
struct PairCells {
    std::array<std::uint64_t, 8> cells{};
    bool operator==(const PairCells&) const = default;
};
using Basis = std::variant<OneCase, Counts, Effect, Table, ObservedExpected, PairCells>;

/// Whether a packet tells an outcome whole: for the first time, or as its newest version.
[[nodiscard]] constexpr bool isReport(Kind kind) {
    return kind == Kind::Outcome || kind == Kind::Amendment;
}

/// What a packet says, apart from who says it when in its chain.
struct Content {
    Kind kind = Kind::Outcome;
    PackHash pack;
    FieldMap condition;
    FieldMap outcome;
    std::optional<std::uint8_t> confidence; ///< per cent
    std::optional<Basis> basis;
    std::optional<ShortId> target;
    std::optional<std::uint32_t> reason; ///< reason of a retraction, verdict of a validation
    std::optional<std::string> note;
    std::optional<CaseCommitment> caseCommitment;

    bool operator==(const Content&) const = default;
};

/// A place in an author's chain.
struct ChainLink {
    std::uint64_t sequence = 1;      ///< from 1, no gaps
    std::optional<ShortId> previous; ///< absent exactly for sequence 1
    bool operator==(const ChainLink&) const = default;
};

struct Packet {
    AuthorKey author;
    Seconds issued = 0; ///< coarsened to the minute
    ChainLink link;
    Content content;
    Signature signature;

    bool operator==(const Packet&) const = default;
};

/// A packet that passed steps 1 to 6 of the accept pipeline; its signature is not checked yet.
struct DecodedPacket {
    Packet packet;
    PacketId id;
    Bytes bytes;      ///< the whole packet, canonical
    Bytes toBeSigned; ///< the COSE Sig_structure
};

/// Why an outcome is retracted, by number from 1 on. Other numbers are valid and mean nothing here.
inline constexpr std::array<std::string_view, 6> kRetractionReasons{"entry-error",  "duplicate", "wrong-case",
                                                                    "contradicted", "privacy",   "consent-withdrawn"};

/// Checks ranges, shapes and the members each kind needs or must not have.
[[nodiscard]] Status checkContent(const Content& content);

/// Deterministic CBOR of the payload.
[[nodiscard]] Bytes encodePayload(Seconds issued, const ChainLink& link, const Content& content);
/// Of the COSE Sig_structure, see sigStructure in cose.h.
[[nodiscard]] PacketId packetIdOf(ByteView toBeSigned);
/// Size of the finished packet for this content, before anything is signed.
[[nodiscard]] std::size_t packetSize(Seconds issued, const ChainLink& link, const Content& content);
[[nodiscard]] Bytes encodePacket(const Packet& packet);

/// Steps 1 to 6 of the accept pipeline except time (which needs a clock, see checkIssued).
/// UnknownVersion and UnknownKind are reported before the rest of the payload is looked at, so that
/// a newer packet can be kept in quarantine.
[[nodiscard]] Result<DecodedPacket> decodePacket(ByteView bytes);
/// Step 5: FromFuture if issued more than kMaxFuture after now.
[[nodiscard]] Status checkIssued(Seconds issued, Seconds now);

[[nodiscard]] std::string_view kindName(Kind kind);

} // namespace qis::core
