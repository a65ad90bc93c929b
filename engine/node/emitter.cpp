#include "node/emitter.h"

#include "crypto/sodium.h"

#include <algorithm>
#include <map>

namespace qis::core {

namespace {

Seconds toTheMinute(Millis wall) {
    const Seconds seconds = wall / 1000;
    return seconds - seconds % 60;
}

} // namespace

Emitter::Emitter(Home& home, std::shared_ptr<const Catalogue> catalogue, Accept& accept, Matcher& matcher,
                 WorkerPool& pool)
    : m_home(&home)
    , m_catalogue(std::move(catalogue))
    , m_accept(&accept)
    , m_matcher(&matcher)
    , m_pool(&pool) {}

Status Emitter::prepare() {
    const auto stored = m_home->store->heldOutcomes();
    if (!stored) {
        return stored.error();
    }
    m_held.clear();
    for (const auto& one : *stored) {
        auto decoded = decodePacket(one.content);
        if (!decoded) {
            return fail(Code::StoreCorrupt, "a held outcome cannot be read");
        }
        m_held.push_back({one.ticket,
                          one.leavesAt,
                          {std::move(decoded->packet.content), one.ref, one.draft},
                          decoded->packet.issued});
    }
    return {};
}

Result<Store::ChainHead> Emitter::head() {
    if (!m_head) {
        auto stored = m_home->store->chainHead(m_home->device.author());
        if (!stored) {
            return stored.error();
        }
        m_head = stored->sequence < m_floor.sequence ? m_floor : *stored;
    }
    return *m_head;
}

Result<std::optional<EmitOutcome>> Emitter::known(const std::string& ref) {
    if (ref.empty()) {
        return std::optional<EmitOutcome>{};
    }
    const auto target = m_home->store->findRef(ref);
    if (!target) {
        return target.error();
    }
    if (!*target) {
        return std::optional<EmitOutcome>{};
    }
    EmitOutcome outcome;
    outcome.repeated = true;
    if ((*target)->packet) {
        outcome.id = (*target)->packet;
        const auto packet = m_home->store->findPacket(*outcome.id);
        if (!packet) {
            return packet.error();
        }
        outcome.bytes = *packet ? (**packet).bytes.size() : 0;
    } else {
        outcome.ticket = (*target)->ticket;
    }
    return std::optional(outcome);
}

Result<std::vector<EmitOutcome>> Emitter::emitNow(const std::vector<ToEmit>& outcomes, Millis wall) {
    if (m_heldBack) {
        return holdAll(outcomes, wall);
    }
    std::vector<Held> held;
    held.reserve(outcomes.size());
    for (const auto& outcome : outcomes) {
        held.push_back({0, wall, outcome, toTheMinute(wall)});
    }
    return emitAll(held, wall);
}

Result<std::vector<EmitOutcome>> Emitter::holdAll(const std::vector<ToEmit>& outcomes, Millis wall) {
    std::vector<EmitOutcome> results;
    results.reserve(outcomes.size());
    const auto before = static_cast<std::ptrdiff_t>(m_held.size());
    const auto written = m_home->store->transaction([&]() -> Status {
        for (const auto& outcome : outcomes) {
            auto held = hold(outcome, wall, 0);
            if (!held) {
                return held.error();
            }
            results.push_back(*held);
        }
        return {};
    });
    if (!written) {
        m_held.erase(m_held.begin() + before, m_held.end());
        return written.error();
    }
    return results;
}

Result<std::vector<EmitOutcome>> Emitter::emitAll(const std::vector<Held>& outcomes, Millis wall) {
    auto chain = head();
    if (!chain) {
        return chain.error();
    }
    std::vector<EmitOutcome> results(outcomes.size());
    std::vector<Signed> packets;
    packets.reserve(outcomes.size());
    std::map<std::string, std::size_t> refs; // within this call
    std::vector<std::pair<std::size_t, std::size_t>> sameRef;
    const auto& author = m_home->device.author();
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const auto& held = outcomes[i];
        if (held.ticket == 0 && !held.outcome.ref.empty()) {
            const auto before = known(held.outcome.ref);
            if (!before) {
                return before.error();
            }
            if (*before) {
                results[i] = **before;
                continue;
            }
            const auto [first, fresh] = refs.try_emplace(held.outcome.ref, i);
            if (!fresh) {
                sameRef.emplace_back(i, first->second);
                continue;
            }
        }
        Signed next;
        next.ref = held.outcome.ref;
        next.ticket = held.ticket;
        next.draft = held.outcome.draft;
        next.place = i;
        auto& packet = next.packet.packet;
        packet.author = author;
        packet.issued = held.issued;
        packet.link = {chain->sequence + 1, chain->id};
        packet.content = held.outcome.content;
        next.packet.toBeSigned = sigStructure(author, encodePayload(packet.issued, packet.link, packet.content));
        next.packet.id = packetIdOf(next.packet.toBeSigned);
        chain->sequence = packet.link.sequence;
        chain->id = shortId(next.packet.id);
        packets.push_back(std::move(next));
    }
    // The chain binds ids, not signatures, so the signatures can be made side by side.
    m_pool->forEach(packets.size(), [&](std::size_t i) {
        auto& packet = packets[i].packet;
        packet.packet.signature = m_home->device.sign(packet.toBeSigned);
        packet.bytes = encodePacket(packet.packet);
    });
    std::vector<Row> rows;
    const auto written = m_home->store->transaction([&]() -> Status {
        for (const auto& next : packets) {
            const auto row = m_accept->storeOwn(next.packet, wall);
            if (!row) {
                return row.error();
            }
            rows.push_back(*row);
            if (auto left = leaveBehind(next, *row); !left) {
                return left;
            }
            if (!next.ref.empty()) {
                if (auto set = m_home->store->setRef(next.ref, {next.packet.id, 0}); !set) {
                    return set;
                }
            }
        }
        return {};
    });
    if (!written) {
        m_head.reset();
        if (auto recovered = m_accept->recover(); !recovered) {
            return recovered.error();
        }
        return written.error();
    }
    m_head = *chain;
    for (std::size_t i = 0; i < packets.size(); ++i) {
        const auto& packet = packets[i].packet;
        results[packets[i].place] = {packet.id, 0, 0, packet.bytes.size(), false};
        if (packets[i].ticket != 0) {
            m_tickets[packet.id] = packets[i].ticket;
        }
        if (auto asking = beginAsking(rows[i], packet.packet.content); !asking) {
            return asking.error();
        }
    }
    for (const auto& [later, first] : sameRef) {
        results[later] = results[first];
        results[later].repeated = true;
    }
    return results;
}

Status Emitter::beginAsking(Row row, const Content& content) {
    if (content.kind == Kind::Amendment) {
        const auto muted = m_home->store->mutedOutcomes();
        if (!muted) {
            return muted.error();
        }
        if (std::find(muted->begin(), muted->end(), row) != muted->end()) {
            return {}; // what it replaces had been told to be quiet
        }
    } else if (!isReport(content.kind)) {
        return {};
    }
    if (m_matcher->addOutcome(row, content.pack, content.condition)) {
        m_unmatched.push_back(row);
    }
    return {};
}

/// What a packet comes from goes with it: the place in the undo window and the draft.
Status Emitter::leaveBehind(const Signed& next, Row row) {
    auto& store = *m_home->store;
    if (next.draft != 0 || next.ticket != 0) {
        if (auto handed = store.handRecordOn(next.draft, next.ticket, row); !handed) {
            return handed;
        }
    }
    if (next.ticket == 0) {
        return next.draft == 0 ? Status{} : store.removeDraft(next.draft);
    }
    if (auto dropped = store.dropShelvedDraft(next.ticket); !dropped) {
        return dropped;
    }
    return store.removeHeld(next.ticket);
}

Result<EmitOutcome> Emitter::hold(const ToEmit& outcome, Millis wall, Millis window) {
    const auto before = known(outcome.ref);
    if (!before) {
        return before.error();
    }
    if (*before) {
        return **before;
    }
    Packet unsignedPacket;
    unsignedPacket.author = m_home->device.author();
    unsignedPacket.issued = toTheMinute(wall);
    unsignedPacket.content = outcome.content;
    HeldOutcome held;
    held.content = encodePacket(unsignedPacket);
    held.authorised = wall;
    held.leavesAt = wall + window;
    held.ref = outcome.ref;
    EmitOutcome result;
    result.leavesAt = held.leavesAt;
    result.bytes = held.content.size();
    const auto written = m_home->store->transaction([&]() -> Status {
        const auto ticket = m_home->store->hold(held);
        if (!ticket) {
            return ticket.error();
        }
        result.ticket = *ticket;
        if (outcome.draft != 0) {
            if (auto shelved = m_home->store->shelveDraft(outcome.draft, *ticket); !shelved) {
                return shelved;
            }
        }
        return outcome.ref.empty() ? Status{} : m_home->store->setRef(outcome.ref, {std::nullopt, *ticket});
    });
    if (!written) {
        return written.error();
    }
    m_held.push_back({result.ticket, held.leavesAt, outcome, unsignedPacket.issued});
    return result;
}

Status Emitter::undo(std::int64_t ticket) {
    const auto found =
        std::find_if(m_held.begin(), m_held.end(), [ticket](const Held& held) { return held.ticket == ticket; });
    if (found == m_held.end()) {
        return fail(Code::NotFound, "the outcome has left already, or never was");
    }
    const auto written = m_home->store->transaction([&]() -> Status {
        if (auto back = m_home->store->unshelveDraft(ticket); !back) {
            return back;
        }
        if (auto removed = m_home->store->removeHeld(ticket); !removed) {
            return removed;
        }
        return found->outcome.ref.empty() ? Status{} : m_home->store->removeRef(found->outcome.ref);
    });
    if (written) {
        m_held.erase(found);
    }
    return written;
}

Result<std::size_t> Emitter::releaseDue(Millis wall) {
    std::vector<Held> due;
    std::copy_if(m_held.begin(), m_held.end(), std::back_inserter(due),
                 [wall](const Held& held) { return held.leavesAt <= wall; });
    if (due.empty() || m_heldBack) {
        return std::size_t{0};
    }
    const auto left = emitAll(due, wall);
    if (!left) {
        return left.error();
    }
    std::erase_if(m_held, [wall](const Held& held) { return held.leavesAt <= wall; });
    return due.size();
}

std::optional<Millis> Emitter::nextDue() const {
    std::optional<Millis> next;
    if (m_heldBack) {
        return next;
    }
    for (const auto& held : m_held) {
        next = next ? std::min(*next, held.leavesAt) : held.leavesAt;
    }
    return next;
}

Status Emitter::adopt(Row row, const DecodedPacket& packet) {
    m_head.reset();
    return beginAsking(row, packet.packet.content);
}

Status Emitter::settleHeld(const DecodedPacket& packet) {
    const auto content = encodePayload(packet.packet.issued, {}, packet.packet.content);
    const auto found = std::find_if(m_held.begin(), m_held.end(), [&](const Held& held) {
        return held.issued == packet.packet.issued && encodePayload(held.issued, {}, held.outcome.content) == content;
    });
    if (found == m_held.end()) {
        return {};
    }
    auto& store = *m_home->store;
    auto written = store.transaction([&]() -> Status {
        const auto left = store.findPacket(packet.id);
        if (!left) {
            return left.error();
        }
        if (*left) {
            if (auto handed = store.handRecordOn(0, found->ticket, (**left).row); !handed) {
                return handed;
            }
        }
        if (auto dropped = store.dropShelvedDraft(found->ticket); !dropped) {
            return dropped;
        }
        if (auto removed = store.removeHeld(found->ticket); !removed) {
            return removed;
        }
        return found->outcome.ref.empty() ? Status{} : store.setRef(found->outcome.ref, {packet.id, 0});
    });
    if (written) {
        m_tickets[packet.id] = found->ticket;
        m_held.erase(found);
    }
    return written;
}

bool Emitter::holdsAbout(const ShortId& target, Kind kind) const {
    return std::any_of(m_held.begin(), m_held.end(), [&target, kind](const Held& held) {
        return held.outcome.content.kind == kind && held.outcome.content.target == target;
    });
}

std::int64_t Emitter::ticketOf(const PacketId& id) const {
    const auto found = m_tickets.find(id);
    return found == m_tickets.end() ? 0 : found->second;
}

const Content* Emitter::heldContent(std::int64_t ticket) const {
    const auto found =
        std::find_if(m_held.begin(), m_held.end(), [ticket](const Held& held) { return held.ticket == ticket; });
    return found == m_held.end() ? nullptr : &found->outcome.content;
}

} // namespace qis::core
