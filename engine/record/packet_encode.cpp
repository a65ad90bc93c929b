#include "record/packet.h"

#include "record/cbor.h"
#include "record/packet_keys.h"

namespace qis::core {

namespace {

using namespace packet;

struct ValueWriter {
    CborWriter& out;

    void operator()(std::int64_t value) const { out.integer(value); }
    void operator()(bool value) const { out.boolean(value); }
    void operator()(float value) const { out.number(value); }
    void operator()(const std::string& value) const { out.text(value); }
    void operator()(const Bytes& value) const { out.bytes(value); }
    void operator()(const ScalarList& list) const {
        out.array(list.size());
        for (const auto& value : list) {
            std::visit(*this, value);
        }
    }
};

struct BasisWriter {
    CborWriter& out;

    void start(std::size_t size, BasisForm form) const {
        out.array(size);
        out.unsignedInt(form);
    }
    void operator()(const OneCase& /*basis*/) const { start(1, FormOneCase); }
    void operator()(const Counts& basis) const {
        start(3, FormCounts);
        out.unsignedInt(basis.n);
        out.unsignedInt(basis.events);
    }
    void operator()(const Effect& basis) const {
        start(4, FormEffect);
        out.unsignedInt(basis.n);
        out.number(basis.estimate);
        out.number(basis.standardError);
    }
    void operator()(const Table& basis) const {
        start(5, FormTable);
        for (const auto cell : {basis.a, basis.b, basis.c, basis.d}) {
            out.unsignedInt(cell);
        }
    }
    void operator()(const ObservedExpected& basis) const {
        start(3, FormObservedExpected);
        out.unsignedInt(basis.n);
        out.number(basis.expected);
    }
    void operator()(const PairCells& basis) const {
        start(1 + basis.cells.size(), FormPairCells);
        for (const auto cell : basis.cells) {
            out.unsignedInt(cell);
        }
    }
};

void writeFields(CborWriter& out, Key key, const FieldMap& fields) {
    if (fields.empty()) {
        return;
    }
    out.unsignedInt(key);
    out.map(fields.size());
    for (const auto& [number, value] : fields) {
        out.unsignedInt(number);
        std::visit(ValueWriter{out}, value);
    }
}

std::size_t countOf(bool present) {
    return present ? 1 : 0;
}

std::size_t entriesOf(const Content& content) {
    return std::size_t{KeyPrevious} + countOf(!content.condition.empty()) + countOf(!content.outcome.empty()) +
           countOf(content.confidence.has_value()) + countOf(content.basis.has_value()) +
           countOf(content.target.has_value()) + countOf(content.reason.has_value()) +
           countOf(content.note.has_value()) + countOf(content.caseCommitment.has_value());
}

std::size_t headSize(std::size_t length) {
    return length < 24 ? 1 : length <= 0xFFU ? 2 : length <= 0xFFFFU ? 3 : 5;
}

} // namespace

Bytes encodePayload(Seconds issued, const ChainLink& link, const Content& content) {
    CborWriter out;
    out.reserve(kMaxPacketBytes);
    out.map(entriesOf(content));
    out.unsignedInt(KeyVersion);
    out.unsignedInt(kVersion);
    out.unsignedInt(KeyKind);
    out.unsignedInt(static_cast<std::uint64_t>(content.kind));
    out.unsignedInt(KeyPack);
    out.bytes(content.pack.view());
    out.unsignedInt(KeyIssued);
    out.integer(issued);
    out.unsignedInt(KeySequence);
    out.unsignedInt(link.sequence);
    out.unsignedInt(KeyPrevious);
    if (link.previous) {
        out.bytes(link.previous->view());
    } else {
        out.null();
    }
    writeFields(out, KeyCondition, content.condition);
    writeFields(out, KeyOutcome, content.outcome);
    if (content.confidence) {
        out.unsignedInt(KeyConfidence);
        out.unsignedInt(*content.confidence);
    }
    if (content.basis) {
        out.unsignedInt(KeyBasis);
        std::visit(BasisWriter{out}, *content.basis);
    }
    if (content.target) {
        out.unsignedInt(KeyTarget);
        out.bytes(content.target->view());
    }
    if (content.reason) {
        out.unsignedInt(KeyReason);
        out.unsignedInt(*content.reason);
    }
    if (content.note) {
        out.unsignedInt(KeyNote);
        out.text(*content.note);
    }
    if (content.caseCommitment) {
        out.unsignedInt(KeyCaseCommitment);
        out.bytes(content.caseCommitment->view());
    }
    return out.take();
}

std::size_t packetSize(Seconds issued, const ChainLink& link, const Content& content) {
    const std::size_t payload = encodePayload(issued, link, content).size();
    return kCoseOverhead + headSize(payload) + payload;
}

Bytes encodePacket(const Packet& packet) {
    return encodeCoseSign1(packet.author, encodePayload(packet.issued, packet.link, packet.content), packet.signature);
}

} // namespace qis::core
