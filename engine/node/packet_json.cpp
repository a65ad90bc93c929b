#include "node/packet_json.h"

#include "crypto/sodium.h"
#include "domain/compose.h"

namespace qis::core {

namespace {

Json scalarJson(const Scalar& scalar) {
    return std::visit([](const auto& value) { return Json(value); }, scalar);
}

Json valueJson(const Value& value) {
    struct Visitor {
        Json operator()(std::int64_t number) const { return number; }
        Json operator()(bool yes) const { return yes; }
        Json operator()(float number) const { return number; }
        Json operator()(const std::string& text) const { return text; }
        Json operator()(const Bytes& bytes) const { return toHex(bytes); }
        Json operator()(const ScalarList& list) const {
            Json result = Json::array();
            for (const auto& one : list) {
                result.push_back(scalarJson(one));
            }
            return result;
        }
    };
    return std::visit(Visitor{}, value);
}

Json numberedJson(const FieldMap& fields) {
    Json result = Json::object();
    for (const auto& [number, value] : fields) {
        result[std::to_string(number)] = valueJson(value);
    }
    return result;
}

Json basisJson(const Basis& basis) {
    struct Visitor {
        Json operator()(const OneCase&) const { return {{"kind", "case"}}; }
        Json operator()(const Counts& counts) const {
            return {{"kind", "counts"}, {"n", counts.n}, {"events", counts.events}};
        }
        Json operator()(const Effect& effect) const {
            return {{"kind", "effect"}, {"n", effect.n}, {"estimate", effect.estimate}, {"se", effect.standardError}};
        }
        Json operator()(const Table& table) const {
            return {{"kind", "table"}, {"a", table.a}, {"b", table.b}, {"c", table.c}, {"d", table.d}};
        }
        Json operator()(const ObservedExpected& observed) const {
            return {{"kind", "observed"}, {"n", observed.n}, {"expected", observed.expected}};
        }
        Json operator()(const PairCells& pair) const { return {{"kind", "cells"}, {"cells", pair.cells}}; }
    };
    return std::visit(Visitor{}, basis);
}

} // namespace

Json sidesJson(const Catalogue& catalogue, const Content& content) {
    const auto* installed = catalogue.find(content.pack);
    const bool readable = installed != nullptr && content.kind <= Kind::Amendment;
    if (readable) {
        const auto parsed = Json::parse(toOutcomeJson(installed->pack, catalogue.systems(), content), nullptr, false);
        if (parsed.is_object()) {
            return {{"condition", parsed.value("condition", Json::object())},
                    {"outcome", parsed.value("outcome", Json::object())}};
        }
    }
    return {{"condition", numberedJson(content.condition)}, {"outcome", numberedJson(content.outcome)}};
}

Json packetJson(const Catalogue& catalogue, const DecodedPacket& decoded) {
    const auto& packet = decoded.packet;
    const auto& content = packet.content;
    const auto* installed = catalogue.find(content.pack);
    Json result;
    result["id"] = decoded.id.hex();
    result["bytes"] = decoded.bytes.size();
    result["kind"] = kindName(content.kind);
    result["author"] = packet.author.hex();
    result["fingerprint"] = fingerprintWords(packet.author.view());
    result["issued"] = formatUtc(packet.issued);
    result["sequence"] = packet.link.sequence;
    result["previous"] = packet.link.previous ? Json(packet.link.previous->hex()) : Json();
    result["pack"] = installed == nullptr ? Json() : Json(installed->pack.id);
    result["pack_hash"] = content.pack.hex();
    result.update(sidesJson(catalogue, content));
    if (content.confidence) {
        result["confidence"] = *content.confidence;
    }
    if (content.basis) {
        result["basis"] = basisJson(*content.basis);
    }
    if (content.target) {
        result["target"] = content.target->hex();
    }
    if (content.reason) {
        result["reason"] = *content.reason;
    }
    if (content.note) {
        result["note"] = *content.note;
    }
    if (content.caseCommitment) {
        result["case_commitment"] = content.caseCommitment->hex();
    }
    if (installed != nullptr && !content.condition.empty()) {
        result["sentence"] = sentenceOf(installed->pack, catalogue.systems(), content);
    }
    return result;
}

} // namespace qis::core
