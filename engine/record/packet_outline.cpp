#include "record/packet_outline.h"

#include "record/cbor.h"
#include "record/packet_keys.h"

namespace qis::core {

namespace {

constexpr int kDepth = 4;

Status outlineSide(CborReader& in, std::uint64_t key, std::size_t begin, std::vector<PayloadStretch>& out) {
    const auto fields = in.map();
    if (!fields) {
        return fields.error();
    }
    out.push_back({key, std::nullopt, begin, in.offset()});
    for (std::size_t i = 0; i < *fields; ++i) {
        const auto start = in.offset();
        const auto number = in.unsignedInt();
        if (!number) {
            return number.error();
        }
        if (auto stepped = in.skip(kDepth); !stepped) {
            return stepped;
        }
        out.push_back({key, static_cast<std::uint32_t>(*number), start, in.offset()});
    }
    return {};
}

} // namespace

Result<std::vector<PayloadStretch>> outlinePayload(ByteView payload) {
    CborReader in(payload);
    const auto members = in.map();
    if (!members) {
        return members.error();
    }
    std::vector<PayloadStretch> out;
    std::size_t begin = 0; // the first member brings the head of the map along
    for (std::size_t i = 0; i < *members; ++i) {
        const auto key = in.unsignedInt();
        if (!key) {
            return key.error();
        }
        if (*key == packet::KeyCondition || *key == packet::KeyOutcome) {
            if (auto done = outlineSide(in, *key, begin, out); !done) {
                return done.error();
            }
        } else {
            if (auto stepped = in.skip(kDepth); !stepped) {
                return stepped.error();
            }
            out.push_back({*key, std::nullopt, begin, in.offset()});
        }
        begin = in.offset();
    }
    return out;
}

} // namespace qis::core
