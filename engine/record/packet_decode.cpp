#include "record/packet.h"

#include "record/cbor.h"
#include "record/packet_keys.h"

#include <limits>

namespace qis::core {

namespace {

using namespace packet;

/// Envelope, payload, side, array: what is left of the four levels inside the payload's map.
constexpr int kDepthInPayload = 3;
constexpr auto kMaxInt64 = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
constexpr std::size_t kBasisSizes[] = {1, 3, 4, 5, 3, 9};

constexpr const char* kMemberNames[] = {"",         "version",  "kind",      "pack",    "issued",
                                        "sequence", "previous", "condition", "outcome", "confidence",
                                        "basis",    "target",   "reason",    "note",    "case"};

/// Reads a payload. Each step returns false once m_error is set, so that a packet without faults makes
/// no error objects on its way. Ranges that checkContent knows are left to it.
class PayloadDecoder {
public:
    PayloadDecoder(ByteView payload, Packet& packet)
        : m_in(payload)
        , m_packet(packet) {}

    bool run();
    [[nodiscard]] Error takeError() { return std::move(m_error); }

private:
    bool findVersionAndKind(std::size_t entries);
    bool readMember();
    bool readPrevious();
    bool readFields(FieldMap& to);
    bool readValue(Value& to, bool mayBeBytes);
    bool readList(ScalarList& to);
    bool readBasis();
    template <class T> bool readScalar(T& to);

    bool readCount(std::uint64_t& to) { return readUnsigned(kMaxCount, to); }
    bool readUnsigned(std::uint64_t max, std::uint64_t& to);
    bool readNumber(float& to);
    template <class T> bool readFixed(T& to);
    bool readText(std::string& to);
    /// Steps over anything that is no unsigned integer and leaves `to` empty then.
    bool scanNumber(CborReader& scan, std::optional<std::uint64_t>& to);

    [[nodiscard]] bool seen(Key key) const { return (m_seen >> key & 1U) != 0; }
    bool give(Error error) {
        m_error = std::move(error);
        if (m_error.field.empty()) {
            m_error.field = m_member;
        }
        return false;
    }
    bool refuse(Code code) { return give(fail(code, {}, m_member)); }
    /// For an item that is not of the type it should be: says that, or that it is not even well-formed.
    bool refuseType() {
        const Status status = m_in.skip(kDepthInPayload);
        return status ? refuse(Code::BadPayload) : refuse(status.error().code);
    }

    CborReader m_in;
    Packet& m_packet;
    Error m_error{Code::None, {}, {}};
    std::uint32_t m_seen = 0;
    const char* m_member = "payload";
};

bool PayloadDecoder::run() {
    if (m_in.peek() != CborType::Map) {
        return refuseType();
    }
    const auto entries = m_in.map();
    if (!entries) {
        return give(entries.error());
    }
    if (!findVersionAndKind(*entries)) {
        return false;
    }
    for (std::size_t i = 0; i < *entries; ++i) {
        if (!readMember()) {
            return false;
        }
    }
    m_member = "payload";
    if (!m_in.atEnd()) {
        return refuse(Code::TrailingBytes);
    }
    for (const Key key : {KeyPack, KeyIssued, KeySequence, KeyPrevious}) {
        if (!seen(key)) {
            m_member = kMemberNames[key];
            return refuse(Code::MissingKey);
        }
    }
    if (m_packet.link.previous.has_value() == (m_packet.link.sequence == 1)) {
        m_member = kMemberNames[KeyPrevious];
        return refuse(Code::BadPayload);
    }
    return true;
}

/// Version and kind decide whether the rest may be judged at all. They lead in every canonical payload;
/// elsewhere they are looked for, so that the order is found to be the fault later.
bool PayloadDecoder::findVersionAndKind(std::size_t entries) {
    CborReader scan = m_in;
    bool hasVersion = false;
    bool hasKind = false;
    std::optional<std::uint64_t> kind;
    for (std::size_t i = 0; i < entries && !(hasVersion && hasKind); ++i) {
        std::optional<std::uint64_t> key;
        std::optional<std::uint64_t> value;
        if (!scanNumber(scan, key) || !scanNumber(scan, value)) {
            return false;
        }
        if (key == KeyVersion && !hasVersion) {
            if (value != kVersion) {
                m_member = kMemberNames[KeyVersion];
                return refuse(Code::UnknownVersion);
            }
            hasVersion = true;
        } else if (key == KeyKind && !hasKind) {
            kind = value;
            hasKind = true;
        }
    }
    if (!hasVersion || !hasKind) {
        m_member = kMemberNames[hasVersion ? KeyKind : KeyVersion];
        return refuse(Code::MissingKey);
    }
    if (!kind || *kind > static_cast<std::uint64_t>(Kind::Question)) {
        m_member = kMemberNames[KeyKind];
        return refuse(Code::UnknownKind);
    }
    m_packet.content.kind = static_cast<Kind>(*kind);
    return true;
}

bool PayloadDecoder::scanNumber(CborReader& scan, std::optional<std::uint64_t>& to) {
    if (scan.peek() != CborType::Unsigned) {
        const Status status = scan.skip(kDepthInPayload);
        return status ? true : give(status.error());
    }
    const auto value = scan.unsignedInt();
    if (!value) {
        return give(value.error());
    }
    to = *value;
    return true;
}

bool PayloadDecoder::readMember() {
    std::optional<std::uint64_t> number;
    if (!scanNumber(m_in, number)) {
        return false;
    }
    if (!number || *number < KeyVersion || *number > KeyCaseCommitment) {
        return refuse(Code::UnknownKey);
    }
    const auto key = static_cast<Key>(*number);
    m_member = kMemberNames[key];
    if (seen(key)) {
        return refuse(Code::DuplicateKey);
    }
    m_seen |= 1U << key;

    Content& content = m_packet.content;
    std::uint64_t value = 0;
    switch (key) {
    case KeyVersion:
    case KeyKind:
        return readUnsigned(kMaxInt64, value);
    case KeyPack:
        return readFixed(content.pack);
    case KeyIssued:
        if (!readUnsigned(kMaxInt64, value)) {
            return false;
        }
        m_packet.issued = static_cast<Seconds>(value);
        return value % 60 == 0 || refuse(Code::OutOfRange);
    case KeySequence:
        return readUnsigned(kMaxSequence, m_packet.link.sequence) &&
               (m_packet.link.sequence != 0 || refuse(Code::OutOfRange));
    case KeyPrevious:
        return readPrevious();
    case KeyCondition:
        return readFields(content.condition);
    case KeyOutcome:
        return readFields(content.outcome);
    case KeyConfidence:
        if (!readUnsigned(kMaxConfidence, value)) {
            return false;
        }
        content.confidence = static_cast<std::uint8_t>(value);
        return true;
    case KeyBasis:
        return readBasis();
    case KeyTarget:
        return readFixed(content.target.emplace());
    case KeyReason:
        if (!readUnsigned(kMaxReason, value)) {
            return false;
        }
        content.reason = static_cast<std::uint32_t>(value);
        return true;
    case KeyNote:
        return readText(content.note.emplace());
    case KeyCaseCommitment:
        return readFixed(content.caseCommitment.emplace());
    }
    return refuse(Code::UnknownKey);
}

bool PayloadDecoder::readPrevious() {
    if (m_in.peek() == CborType::Null) {
        return m_in.null().ok();
    }
    return readFixed(m_packet.link.previous.emplace());
}

bool PayloadDecoder::readFields(FieldMap& to) {
    if (m_in.peek() != CborType::Map) {
        return refuseType();
    }
    const auto entries = m_in.map();
    if (!entries) {
        return give(entries.error());
    }
    if (*entries == 0) {
        return refuse(Code::BadPayload);
    }
    if (*entries > kMaxFields) {
        return refuse(Code::TooManyFields);
    }
    const bool isFitness = m_packet.content.kind == Kind::Fitness && &to == &m_packet.content.outcome;
    to.reserve(*entries);
    for (std::size_t i = 0; i < *entries; ++i) {
        std::uint64_t wide = 0;
        if (!readUnsigned(kMaxFieldNumber, wide)) {
            return false;
        }
        const auto number = static_cast<std::uint32_t>(wide);
        Value value;
        if (!readValue(value, isFitness && number == kFitnessNetwork)) {
            return false;
        }
        if (to.empty() || to.back().first < number) {
            to.emplace_back(number, std::move(value));
        } else if (findField(to, number) != nullptr) {
            return refuse(Code::DuplicateKey);
        } else {
            setField(to, number, std::move(value));
        }
    }
    return true;
}

bool PayloadDecoder::readValue(Value& to, bool mayBeBytes) {
    const CborType type = m_in.peek();
    if (type == CborType::Array) {
        return readList(to.emplace<ScalarList>());
    }
    if (type == CborType::ByteString && mayBeBytes) {
        const auto bytes = m_in.bytes();
        if (!bytes) {
            return give(bytes.error());
        }
        to.emplace<Bytes>(bytes->begin(), bytes->end());
        return true;
    }
    return readScalar(to);
}

bool PayloadDecoder::readList(ScalarList& to) {
    const auto size = m_in.array();
    if (!size) {
        return give(size.error());
    }
    if (*size == 0 || *size > kMaxArray) {
        return refuse(Code::ArrayTooLong);
    }
    to.resize(*size);
    for (auto& value : to) {
        if (m_in.peek() == CborType::Array) {
            return refuse(Code::NestingTooDeep);
        }
        if (!readScalar(value)) {
            return false;
        }
    }
    return true;
}

template <class T> bool PayloadDecoder::readScalar(T& to) {
    switch (m_in.peek()) {
    case CborType::Unsigned:
    case CborType::Negative: {
        const auto value = m_in.integer();
        if (!value) {
            return give(value.error());
        }
        to = *value;
        return true;
    }
    case CborType::Boolean: {
        const auto value = m_in.boolean();
        if (!value) {
            return give(value.error());
        }
        to = *value;
        return true;
    }
    case CborType::Float:
        return readNumber(to.template emplace<float>());
    case CborType::Text:
        return readText(to.template emplace<std::string>());
    default:
        return refuseType();
    }
}

bool PayloadDecoder::readBasis() {
    if (m_in.peek() != CborType::Array) {
        return refuseType();
    }
    const auto size = m_in.array();
    if (!size) {
        return give(size.error());
    }
    std::optional<std::uint64_t> form;
    if (*size != 0 && !scanNumber(m_in, form)) {
        return false;
    }
    if (!form || *form >= std::size(kBasisSizes) || *size != kBasisSizes[*form]) {
        return refuse(Code::BadPayload);
    }
    auto& basis = m_packet.content.basis.emplace();
    switch (static_cast<BasisForm>(*form)) {
    case FormOneCase:
        return true;
    case FormCounts: {
        auto& to = basis.emplace<Counts>();
        return readCount(to.n) && readCount(to.events);
    }
    case FormEffect: {
        auto& to = basis.emplace<Effect>();
        return readCount(to.n) && readNumber(to.estimate) && readNumber(to.standardError);
    }
    case FormTable: {
        auto& to = basis.emplace<Table>();
        return readCount(to.a) && readCount(to.b) && readCount(to.c) && readCount(to.d);
    }
    case FormObservedExpected: {
        auto& to = basis.emplace<ObservedExpected>();
        return readCount(to.n) && readNumber(to.expected);
    }
    case FormPairCells: {
        auto& to = basis.emplace<PairCells>();
        return std::all_of(to.cells.begin(), to.cells.end(), [this](auto& cell) { return readCount(cell); });
    }
    }
    return refuse(Code::BadPayload);
}

bool PayloadDecoder::readUnsigned(std::uint64_t max, std::uint64_t& to) {
    const CborType type = m_in.peek();
    if (type == CborType::Negative) {
        const Status status = m_in.skip(0);
        return status ? refuse(Code::OutOfRange) : give(status.error());
    }
    if (type != CborType::Unsigned) {
        return refuseType();
    }
    const auto value = m_in.unsignedInt();
    if (!value) {
        return give(value.error());
    }
    to = *value;
    return to <= max || refuse(Code::OutOfRange);
}

bool PayloadDecoder::readNumber(float& to) {
    if (m_in.peek() != CborType::Float) {
        return refuseType();
    }
    const auto value = m_in.number();
    if (!value) {
        return give(value.error());
    }
    to = *value;
    return true;
}

template <class T> bool PayloadDecoder::readFixed(T& to) {
    if (m_in.peek() != CborType::ByteString) {
        return refuseType();
    }
    const auto bytes = m_in.bytes();
    if (!bytes) {
        return give(bytes.error());
    }
    const auto fixed = T::from(*bytes);
    if (!fixed) {
        return refuse(Code::BadPayload);
    }
    to = *fixed;
    return true;
}

bool PayloadDecoder::readText(std::string& to) {
    if (m_in.peek() != CborType::Text) {
        return refuseType();
    }
    const auto text = m_in.text();
    if (!text) {
        return give(text.error());
    }
    to = *text;
    return true;
}

} // namespace

Result<DecodedPacket> decodePacket(ByteView bytes) {
    if (bytes.size() > kMaxPacketBytes) {
        return fail(Code::TooLarge);
    }
    const auto cose = readCoseSign1(bytes);
    if (!cose) {
        return cose.error();
    }
    DecodedPacket result;
    result.packet.author = cose->author;
    result.packet.signature = cose->signature;
    PayloadDecoder decoder(cose->payload, result.packet);
    if (!decoder.run()) {
        return decoder.takeError();
    }
    if (const Status status = checkContent(result.packet.content); !status) {
        return status.error();
    }
    result.bytes = encodePacket(result.packet);
    if (!std::equal(result.bytes.begin(), result.bytes.end(), bytes.begin(), bytes.end())) {
        return fail(Code::NotCanonical);
    }
    result.toBeSigned = sigStructure(cose->author, cose->payload);
    result.id = packetIdOf(result.toBeSigned);
    return result;
}

} // namespace qis::core
