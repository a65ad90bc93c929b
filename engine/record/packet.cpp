#include "record/packet.h"

#include "crypto/sodium.h"

namespace qis::core {

namespace {

template <class Fields> auto placeOf(Fields& fields, std::uint32_t number) {
    return std::lower_bound(fields.begin(), fields.end(), number,
                            [](const auto& field, std::uint32_t wanted) { return field.first < wanted; });
}

} // namespace

const Value* findField(const FieldMap& fields, std::uint32_t number) {
    const auto place = placeOf(fields, number);
    return place != fields.end() && place->first == number ? &place->second : nullptr;
}

void setField(FieldMap& fields, std::uint32_t number, Value value) {
    const auto place = placeOf(fields, number);
    if (place != fields.end() && place->first == number) {
        place->second = std::move(value);
    } else {
        fields.emplace(place, number, std::move(value));
    }
}

PacketId packetIdOf(ByteView toBeSigned) {
    return {blake2b256(toBeSigned).bytes};
}

Status checkIssued(Seconds issued, Seconds now) {
    // Written so that no `issued` can overflow the sum.
    if (issued > kMaxFuture && issued - kMaxFuture > now) {
        return fail(Code::FromFuture, {}, "issued");
    }
    return {};
}

std::string_view kindName(Kind kind) {
    switch (kind) {
    case Kind::Outcome:
        return "outcome";
    case Kind::FollowUp:
        return "follow-up";
    case Kind::Amendment:
        return "amendment";
    case Kind::Retraction:
        return "retraction";
    case Kind::Validation:
        return "validation";
    case Kind::Fitness:
        return "fitness";
    case Kind::Tally:
        return "tally";
    case Kind::Question:
        return "question";
    }
    return "unknown";
}

} // namespace qis::core
