// What a home calls the patients of its outcomes: sealed in the store, read and found here, never sent.
#include "node/node_core.h"

#include "domain/printable.h"
#include "vocabulary/code_system.h"

namespace qis::core {

namespace {

constexpr std::size_t kMaxRecordBytes = 256;

} // namespace

std::string NodeCore::openRecord(ByteView sealed) {
    auto text = m_records.open(sealed);
    if (!text) {
        count("own-records-unreadable");
        return {};
    }
    return std::move(text).value();
}

Result<std::string> NodeCore::ownRecord(std::int64_t draft, Row packet) {
    const auto sealed = packet != 0 ? store().recordOfPacket(packet) : store().recordOfDraft(draft);
    if (!sealed) {
        return sealed.error();
    }
    return *sealed ? openRecord(**sealed) : std::string{};
}

Status NodeCore::keepDraftRecord(std::int64_t draft, std::string_view text) {
    if (text.size() > kMaxRecordBytes) {
        return fail(Code::TextTooLong, std::to_string(text.size()) + " bytes", "own_record");
    }
    // Drafts are saved with every pause; the same words are not sealed anew each time.
    const auto before = ownRecord(draft, 0);
    if (!before) {
        return before.error();
    }
    if (*before == text) {
        return {};
    }
    if (before->empty() != text.empty()) {
        m_mediator->changed(Change::Status);
    }
    return store().setDraftRecord(draft, text.empty() ? Bytes{} : m_records.seal(text));
}

Status NodeCore::setOwnRecord(const PacketId& id, std::string_view text) {
    if (!text.empty()) {
        if (auto good = checkPrintable(text, kMaxRecordBytes); !good) {
            return fail(good.code(), good.error().detail, "own_record");
        }
    }
    const auto packet = store().findPacket(id);
    if (!packet) {
        return packet.error();
    }
    if (!*packet || (**packet).author != m_home.device.author() || !isReport((**packet).kind)) {
        return fail(Code::NotFound, "no outcome of this home has this id", "id");
    }
    auto done = store().setPacketRecord((**packet).row, text.empty() ? Bytes{} : m_records.seal(text));
    if (done) {
        m_mediator->changed(Change::Outbox);
        m_mediator->changed(Change::Status);
    } else {
        trouble(done.error());
    }
    return done;
}

Result<std::uint64_t> NodeCore::forgetOwnRecords() {
    auto forgotten = store().forgetOwnRecords();
    if (forgotten) {
        m_mediator->changed(Change::Outbox);
        m_mediator->changed(Change::Status);
    } else {
        trouble(forgotten.error());
    }
    return forgotten;
}

Result<NodeCore::OwnRecords> NodeCore::ownRecords() {
    const auto all = store().ownRecords();
    if (!all) {
        return all.error();
    }
    OwnRecords records;
    for (const auto& one : *all) {
        auto text = foldForSearch(openRecord(one.sealed));
        if (one.packet != 0) {
            records.ofPacket[one.packet] = std::move(text);
        } else {
            records.ofDraft[one.draft] = std::move(text);
        }
    }
    return records;
}

} // namespace qis::core
