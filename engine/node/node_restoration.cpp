// Backup, and what a home does that was restored from one.
#include "node/node_core.h"

#include "crypto/keys.h"
#include "routing/frames.h"

#include <algorithm>

namespace qis::core {

namespace {

constexpr std::string_view kStartedOver = "started_over:";
constexpr std::size_t kPage = kMaxBatchPackets;
/// A packet of ours issued so much later than the restoring was not made by the home that was lost.
constexpr Seconds kIssuedLater = 120;

std::string startedOverKey(const AuthorKey& peer) {
    return std::string(kStartedOver) + peer.hex();
}

/// Signed with our key, rising, behind the place asked from, and none above the one shown as highest.
Result<std::vector<DecodedPacket>> readOwn(const action::OwnPackets& own, const AuthorKey& self) {
    std::vector<DecodedPacket> packets;
    std::uint64_t last = own.after;
    for (const auto* list : {&own.packets, &own.top}) {
        for (const auto& bytes : *list) {
            auto packet = decodePacket(bytes);
            if (!packet) {
                return packet.error();
            }
            if (packet->packet.author != self) {
                return fail(Code::BadFeed, "a packet of another author");
            }
            if (!verifySignature(self, packet->toBeSigned, packet->packet.signature)) {
                return fail(Code::BadSignature, "Ed25519");
            }
            const auto place = packet->packet.link.sequence;
            const bool isTop = list == &own.top;
            // With packets behind the place asked from, the highest is one of them or comes after.
            if (isTop ? !own.packets.empty() && place < last : place <= last) {
                return fail(Code::BadFeed, "places that do not rise");
            }
            if (isTop && own.packets.empty() && place > own.after) {
                return fail(Code::BadFeed, "there is more than is shown");
            }
            last = place;
            packets.push_back(std::move(packet).value());
        }
    }
    return packets;
}

} // namespace

void NodeCore::backUp(const std::filesystem::path& target, bool replace, BackupWatch watch,
                      std::function<void(Result<BackupAbout>)> done) {
    if (m_backup != nullptr) {
        done(fail(Code::Busy, "a backup is being made"));
        return;
    }
    auto order = backupOrder(m_home, target, replace, std::move(watch), wall());
    if (!order) {
        done(order.error());
        return;
    }
    m_backup = std::make_unique<BackupJob>(std::move(order).value(), std::move(done));
}

bool NodeCore::cancelBackup() {
    if (m_backup == nullptr) {
        return false;
    }
    m_backup->cancel();
    return true;
}

void NodeCore::finishBackup() {
    const auto job = std::move(m_backup);
    const auto& result = job->result();
    if (result) {
        if (auto kept = writeLastBackup(store(), result->made); !kept) {
            trouble(kept.error()); // the backup is there all the same
        }
        m_mediator->changed(Change::Status);
    }
    job->done()(result);
}

Result<Millis> NodeCore::lastBackup() {
    return readLastBackup(store());
}

Status NodeCore::loadRestoration() {
    auto loaded = m_restoration.load(store());
    if (loaded) {
        applyRestoration();
    }
    return loaded;
}

void NodeCore::applyRestoration() {
    m_emitter.setHeldBack(m_restoration.holdsBack());
    m_emitter.setFloor(m_restoration.mark().floor);
    m_mediator->changed(Change::Outbox);
    m_mediator->changed(Change::Status);
}

Status NodeCore::askForOwnChain() {
    if (!m_restoration.exists()) {
        return {};
    }
    const auto peers = store().peers();
    const auto head = store().chainHead(m_home.device.author());
    if (!peers || !head) {
        return peers ? head.error() : peers.error();
    }
    std::set<AuthorKey> done;
    for (const auto& peer : *peers) {
        const auto told = store().setting(startedOverKey(peer.node));
        if (!told) {
            return told.error();
        }
        if (*told) {
            done.insert(peer.node);
        }
    }
    feed(event::StartOver{std::move(done)});
    m_askedAfter = m_restoration.holdsBack() ? m_restoration.mark().sequence : head->sequence;
    feed(event::AskOwnChain{m_askedAfter, true});
    return {};
}

void NodeCore::act(const action::StartedOver& over) {
    if (auto kept = store().setSetting(startedOverKey(over.peer), Bytes{1}); !kept) {
        trouble(kept.error()); // it is asked once more after a restart
    }
}

void NodeCore::act(const action::ReadChain& read) {
    event::ChainRead answer{read.link, read.after, {}, {}};
    const auto head = store().chainHead(read.peer);
    const auto page = store().packetsOf(read.peer, read.after, kPage);
    const auto top = head && head->sequence > 0 ? store().packetsOf(read.peer, head->sequence - 1, 1)
                                                : Result<std::vector<StoredPacket>>(std::vector<StoredPacket>{});
    for (const auto* result : {&page, &top}) {
        if (!head || !*result) {
            trouble(head ? result->error() : head.error());
            return; // it asks again
        }
    }
    for (const auto& packet : *page) {
        answer.packets.push_back(packet.bytes);
    }
    for (const auto& packet : *top) {
        answer.top.push_back(packet.bytes);
    }
    feed(std::move(answer));
}

void NodeCore::act(const action::OwnPackets& own) {
    event::OwnPacketsKept kept{own.peer, false, false, own.after};
    if (auto done = keepOwn(own, kept); !done) {
        trouble(done.error());
        kept.ok = false;
    }
    feed(kept);
}

Status NodeCore::keepOwn(const action::OwnPackets& own, event::OwnPacketsKept& kept) {
    const auto& self = m_home.device.author();
    const auto packets = readOwn(own, self);
    if (!packets) {
        count("refused-" + std::string(codeName(packets.code())));
        return {};
    }
    std::vector<Incoming> incoming;
    for (const auto& packet : *packets) {
        incoming.push_back({packet.bytes, own.peer, 0});
    }
    const auto verdicts = m_accept.accept(std::move(incoming), wall());
    if (!verdicts) {
        return verdicts.error();
    }
    settleVerdicts(*verdicts);
    const auto head = store().chainHead(self);
    if (!head) {
        return head.error();
    }
    bool forked = false;
    bool younger = false;
    for (std::size_t i = 0; i < packets->size(); ++i) {
        const auto& packet = (*packets)[i];
        const auto& verdict = (*verdicts)[i];
        forked = forked || verdict.code == Code::Equivocation || verdict.code == Code::ChainConflict;
        // Whatever kept it from being stored, its place is taken.
        if (packet.packet.link.sequence > head->sequence) {
            if (auto raised = m_restoration.raiseFloor(store(), {packet.packet.link.sequence, shortId(packet.id)});
                !raised) {
                return raised;
            }
        }
        younger = younger || (verdict.code == Code::None &&
                              packet.packet.issued > m_restoration.mark().restored / 1000 + kIssuedLater);
    }
    if (forked || (younger && m_restoration.mark().phase != RestorePhase::Forked)) {
        const auto phase = forked ? RestorePhase::Forked : RestorePhase::OtherCopy;
        if (auto changed = m_restoration.setPhase(store(), phase); !changed) {
            return changed;
        }
    }
    applyRestoration();
    kept.ok = true;
    kept.complete = own.packets.empty() ||
                    packets->back().packet.link.sequence == (*packets)[own.packets.size() - 1].packet.link.sequence;
    kept.last = own.packets.empty() ? own.after : (*packets)[own.packets.size() - 1].packet.link.sequence;
    if (kept.complete) {
        m_restoration.answered(own.peer, !own.top.empty());
    }
    return {};
}

/// Own packets that came from outside belong to what this home has made.
Status NodeCore::adoptOwn(const std::vector<Verdict>& verdicts) {
    for (const auto& verdict : verdicts) {
        if (!verdict.own || verdict.code != Code::None) {
            continue;
        }
        const auto packet = store().packetAt(verdict.row);
        if (!packet) {
            return packet.error();
        }
        const auto decoded = *packet ? decodePacket((**packet).bytes) : Result<DecodedPacket>(fail(Code::NotFound));
        m_emitter.forgetHead();
        ++m_givenBack;
        if (decoded && !(**packet).retracted && (**packet).replacedBy == 0) {
            if (auto adopted = m_emitter.adopt(verdict.row, *decoded); !adopted) {
                return adopted;
            }
        }
        m_mediator->changed(Change::Outbox);
    }
    return {};
}

/// An own packet that a peer brings and this home does not know: its folder is an old copy.
Status NodeCore::noticeOwn(const std::vector<Verdict>& verdicts) {
    const auto is = [](auto... codes) {
        return [codes...](const Verdict& verdict) { return verdict.own && ((verdict.code == codes) || ...); };
    };
    const bool forked = std::any_of(verdicts.begin(), verdicts.end(), is(Code::Equivocation, Code::ChainConflict));
    const bool behind = std::any_of(verdicts.begin(), verdicts.end(), is(Code::None));
    if (m_restoration.mark().phase == RestorePhase::Forked || (!forked && (!behind || m_restoration.holdsBack()))) {
        return {};
    }
    auto mark = m_restoration.mark();
    mark.phase = forked ? RestorePhase::Forked : RestorePhase::Waiting;
    mark.restored = wall();
    mark.sequence = 1; // what is missing may lie anywhere behind the first
    for (const auto& peer : m_router.peers()) {
        mark.known.insert(peer.state.node);
    }
    if (auto begun = m_restoration.begin(store(), mark); !begun) {
        return begun;
    }
    applyRestoration();
    feed(event::AskOwnChain{mark.sequence, true});
    return {};
}

void NodeCore::considerRestoration() {
    if (!m_restoration.exists()) {
        return;
    }
    if (!m_restoration.holdsBack()) {
        // Later questions begin at the end of the chain.
        if (const auto head = store().chainHead(m_home.device.author()); head && head->sequence != m_askedAfter) {
            m_askedAfter = head->sequence;
            feed(event::AskOwnChain{m_askedAfter, false});
        }
        return;
    }
    if (m_restoration.mark().phase != RestorePhase::Waiting ||
        m_restoration.reason(m_router.peers()) != RestoreReason::None) {
        return;
    }
    auto done = settleHeldOutcomes();
    if (done) {
        done = m_restoration.setPhase(store(), RestorePhase::Settled);
    }
    if (!done) {
        trouble(done.error());
        return;
    }
    applyRestoration();
}

/// What was held in the backup may have left before the home was lost, and come back since.
Status NodeCore::settleHeldOutcomes() {
    auto after = m_restoration.mark().sequence;
    for (;;) {
        const auto page = store().packetsOf(m_home.device.author(), after, kPage);
        if (!page) {
            return page.error();
        }
        for (const auto& packet : *page) {
            after = packet.sequence;
            if (const auto decoded = decodePacket(packet.bytes)) {
                if (auto settled = m_emitter.settleHeld(*decoded); !settled) {
                    return settled;
                }
            }
        }
        if (page->size() < kPage) {
            return {};
        }
    }
}

Status NodeCore::overrideRestoration() {
    if (!m_restoration.holdsBack()) {
        return {};
    }
    if (auto settled = settleHeldOutcomes(); !settled) {
        return settled;
    }
    auto taken = m_restoration.override(store(), wall());
    if (taken) {
        applyRestoration();
    }
    return taken;
}

} // namespace qis::core
