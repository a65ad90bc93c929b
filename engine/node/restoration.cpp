#include "node/restoration.h"

#include "record/cbor.h"

#include <algorithm>

namespace qis::core {

namespace {

constexpr std::string_view kKey = "restored";
constexpr std::size_t kParts = 8;

Bytes encode(const RestoreMark& mark) {
    CborWriter out;
    out.array(kParts);
    out.unsignedInt(static_cast<std::uint64_t>(mark.phase));
    out.integer(mark.backedUp);
    out.integer(mark.restored);
    out.unsignedInt(mark.sequence);
    out.unsignedInt(mark.floor.sequence);
    out.bytes(mark.floor.id ? mark.floor.id->view() : ByteView{});
    Bytes known;
    for (const auto& peer : mark.known) {
        known.insert(known.end(), peer.bytes.begin(), peer.bytes.end());
    }
    out.bytes(known);
    out.unsignedInt(1); // version of this layout
    return out.take();
}

Result<RestoreMark> decode(ByteView bytes) {
    CborReader in(bytes);
    const auto count = in.array();
    const auto phase = in.unsignedInt();
    const auto backedUp = in.integer();
    const auto restored = in.integer();
    const auto sequence = in.unsignedInt();
    const auto floorSequence = in.unsignedInt();
    const auto floorId = in.bytes();
    const auto known = in.bytes();
    if (!count || *count != kParts || !phase || *phase > static_cast<std::uint64_t>(RestorePhase::Settled) ||
        !backedUp || !restored || !sequence || !floorSequence || !floorId || !known ||
        known->size() % AuthorKey::kSize != 0) {
        return fail(Code::StoreCorrupt, "what is kept of the restoring cannot be read");
    }
    RestoreMark mark;
    mark.phase = static_cast<RestorePhase>(*phase);
    mark.backedUp = *backedUp;
    mark.restored = *restored;
    mark.sequence = *sequence;
    mark.floor = {*floorSequence, ShortId::from(*floorId)};
    for (std::size_t at = 0; at < known->size(); at += AuthorKey::kSize) {
        mark.known.insert(*AuthorKey::from(known->subspan(at, AuthorKey::kSize)));
    }
    return mark;
}

} // namespace

std::string_view restoreReasonName(RestoreReason reason) {
    switch (reason) {
    case RestoreReason::None:
        return {};
    case RestoreReason::NoPeers:
        return "no-peers";
    case RestoreReason::Asking:
        return "asking";
    case RestoreReason::SilentPeers:
        return "silent-peers";
    case RestoreReason::FewAnswers:
        return "few-answers";
    case RestoreReason::NobodyKnows:
        return "nobody-knows";
    case RestoreReason::OtherCopy:
        return "other-copy";
    case RestoreReason::Forked:
        return "forked";
    }
    return {};
}

Status writeRestoreMark(Store& store, const RestoreMark& mark) {
    return store.setSetting(kKey, encode(mark));
}

Status Restoration::load(Store& store) {
    const auto bytes = store.setting(kKey);
    if (!bytes) {
        return bytes.error();
    }
    if (!*bytes) {
        return {};
    }
    auto mark = decode(**bytes);
    if (!mark) {
        return mark.error();
    }
    m_mark = std::move(mark).value();
    return {};
}

std::size_t Restoration::answers() const {
    return static_cast<std::size_t>(std::count_if(m_answers.begin(), m_answers.end(), [this](const auto& one) {
        return one.second || m_mark.known.contains(one.first);
    }));
}

RestoreReason Restoration::reason(const std::vector<PeerView>& peers) const {
    switch (m_mark.phase) {
    case RestorePhase::None:
    case RestorePhase::Settled:
        return RestoreReason::None;
    case RestorePhase::OtherCopy:
        return RestoreReason::OtherCopy;
    case RestorePhase::Forked:
        return RestoreReason::Forked;
    case RestorePhase::Waiting:
        break;
    }
    std::size_t connected = 0;
    std::size_t silent = 0;
    for (const auto& peer : peers) {
        if (!peer.connected) {
            continue;
        }
        if (peer.chain == ChainAnswer::Awaited) {
            return RestoreReason::Asking;
        }
        ++connected;
        silent += peer.chain == ChainAnswer::Silent ? 1U : 0U;
    }
    const bool proven = std::any_of(m_answers.begin(), m_answers.end(), [](const auto& one) { return one.second; });
    // Those who knew a home that had sent nothing cannot show anything; that they know of nothing counts.
    const bool nothingToShow = m_mark.sequence == 0 && !m_mark.known.empty();
    if (answers() >= needed() && (proven || nothingToShow)) {
        return RestoreReason::None;
    }
    if (connected == 0) {
        return RestoreReason::NoPeers;
    }
    if (silent == connected) {
        return RestoreReason::SilentPeers;
    }
    return answers() < needed() && !m_mark.known.empty() ? RestoreReason::FewAnswers : RestoreReason::NobodyKnows;
}

Status Restoration::change(Store& store, const RestoreMark& mark) {
    auto written = writeRestoreMark(store, mark);
    if (written) {
        m_mark = mark;
    }
    return written;
}

Status Restoration::begin(Store& store, const RestoreMark& mark) {
    m_answers.clear();
    return change(store, mark);
}

Status Restoration::setPhase(Store& store, RestorePhase phase) {
    auto mark = m_mark;
    mark.phase = phase;
    return change(store, mark);
}

Status Restoration::raiseFloor(Store& store, const Store::ChainHead& seen) {
    if (seen.sequence <= m_mark.floor.sequence) {
        return {};
    }
    auto mark = m_mark;
    mark.floor = seen;
    return change(store, mark);
}

Status Restoration::override(Store& store, Millis now) {
    if (m_mark.phase == RestorePhase::Forked) {
        return fail(Code::Equivocation, "this key has signed two packets for one place");
    }
    if (!holdsBack()) {
        return {};
    }
    auto mark = m_mark;
    mark.phase = RestorePhase::Settled;
    mark.restored = now;
    return change(store, mark);
}

} // namespace qis::core
