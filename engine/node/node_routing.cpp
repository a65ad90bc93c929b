#include "node/node_core.h"

#include <algorithm>

namespace qis::core {

namespace {
constexpr std::size_t kReadChunk = 256;
constexpr std::size_t kChunksPerRead = 8;
constexpr std::size_t kReplayChunk = 100000; // all there may be

/// What was taken back is not passed on, but an amendment still tells that its target is wrong.
bool isPassedOn(const StoredPacket& packet) {
    return !packet.retracted || packet.kind == Kind::Amendment;
}
} // namespace

void NodeCore::feed(Event event) {
    m_events.push_back(std::move(event));
}

/// Runs until the router has nothing more to say. What arrived in this round goes to disk in one
/// transaction, so that many small frames cost one sync.
void NodeCore::drain() {
    for (;;) {
        while (!m_events.empty()) {
            const Event event = std::move(m_events.front());
            m_events.pop_front();
            for (const auto& action : m_router.step(m_clock->steadyMillis(), event, wall())) {
                std::visit([this](const auto& one) { act(one); }, action);
            }
        }
        if (m_deliveries.empty()) {
            return;
        }
        acceptDeliveries();
    }
}

void NodeCore::network(std::vector<Event> events) {
    for (auto& event : events) {
        feed(std::move(event));
    }
    drain();
}

void NodeCore::act(const action::Connect& connect) {
    if (m_transport == nullptr) {
        return;
    }
    const auto link = m_transport->connectTo(connect.endpoint);
    if (link) {
        feed(event::Connecting{connect.endpoint, *link});
    } else {
        count(std::string("link-") + std::string(codeName(link.code())));
    }
}

void NodeCore::act(const action::CloseLink& close) {
    if (m_transport != nullptr) {
        m_transport->closeLink(close.link);
    }
}

void NodeCore::act(const action::Send& send) {
    if (m_transport != nullptr) {
        m_transport->send(send.link, send.frame);
    }
}

Result<bool> NodeCore::shallServe(const StoredPacket& packet, const action::ReadRows& read, Wanted& memory) {
    if (packet.author == read.peer || packet.origin == read.peer || !isPassedOn(packet) || packet.coarse.empty()) {
        return false;
    }
    const auto wanted = [&](const Bytes& bytes) {
        const auto [known, fresh] = memory.try_emplace(bytes);
        if (fresh) {
            if (const auto coarse = decodeCoarsePacket(bytes)) {
                known->second = {mayMatch(read.interests, *coarse), read.backfill && mayMatch(read.except, *coarse)};
            }
        }
        return known->second;
    };
    auto [now, before] = wanted(packet.coarse);
    if (packet.kind == Kind::Amendment && packet.target) {
        // Whoever got the first version learns that it is wrong, whatever the new one is about.
        const auto target = store().findPacket(*packet.target);
        if (!target) {
            return target.error();
        }
        if (*target && !(**target).coarse.empty()) {
            const auto [targetNow, targetBefore] = wanted((**target).coarse);
            now = now || targetNow;
            before = before || targetBefore;
        }
    }
    return now && !before;
}

void NodeCore::act(const action::ReadRows& read) {
    event::RowsRead answer;
    answer.peer = read.peer;
    answer.session = read.session;
    answer.backfill = read.backfill;
    answer.scannedTo = read.after;
    Wanted memory;
    for (std::size_t chunk = 0; chunk < kChunksPerRead && !answer.atEnd && answer.rows.size() < read.limit; ++chunk) {
        auto rows = store().packetsAfter(answer.scannedTo, kReadChunk, !read.backfill);
        if (!rows) {
            trouble(rows.error());
            answer.atEnd = true; // the next new row wakes the router again
            break;
        }
        answer.atEnd = rows->size() < kReadChunk;
        for (auto& row : *rows) {
            if (read.until != 0 && row.row > read.until) {
                answer.atEnd = true;
                break;
            }
            const auto before = std::exchange(answer.scannedTo, row.row);
            const auto serve = shallServe(row, read, memory);
            if (!serve) {
                trouble(serve.error());
                answer.scannedTo = before; // asked again with the next new row
                answer.atEnd = true;
                feed(std::move(answer));
                return;
            }
            if (*serve) {
                const bool whole = !read.backfill && row.author == m_home.device.author();
                answer.rows.push_back({row.row, shortId(row.id), whole ? std::move(row.bytes) : Bytes{}});
                if (answer.rows.size() == read.limit) {
                    answer.atEnd = answer.atEnd && &row == &rows->back();
                    break;
                }
            }
        }
    }
    feed(std::move(answer));
}

void NodeCore::act(const action::LoadPackets& load) {
    event::PacketsLoaded answer;
    answer.peer = load.peer;
    answer.session = load.session;
    answer.batch = load.batch;
    for (const auto& id : load.ids) {
        auto packet = store().findPacket(id);
        if (!packet) {
            trouble(packet.error());
            return; // the batch is offered again later
        }
        if (*packet && isPassedOn(**packet)) {
            answer.packets.push_back(std::move((**packet).bytes));
        }
    }
    feed(std::move(answer));
}

void NodeCore::act(const action::Deliver& deliver) {
    m_deliveries.push_back(deliver);
}

void NodeCore::acceptDeliveries() {
    auto deliveries = std::move(m_deliveries);
    m_deliveries.clear();
    std::vector<Incoming> packets;
    std::vector<std::size_t> ends;
    for (auto& delivery : deliveries) {
        for (auto& bytes : delivery.packets) {
            packets.push_back({std::move(bytes), delivery.peer, 0});
        }
        ends.push_back(packets.size());
    }
    auto verdicts = Result<std::vector<Verdict>>(std::vector<Verdict>{});
    if (!packets.empty()) {
        verdicts = m_accept.accept(std::move(packets), wall());
        if (verdicts) {
            settleVerdicts(*verdicts);
            if (auto noticed = noticeOwn(*verdicts); !noticed) {
                trouble(noticed.error());
            }
        } else {
            trouble(verdicts.error());
        }
    }
    std::size_t next = 0;
    for (std::size_t i = 0; i < deliveries.size(); ++i) {
        const auto& delivery = deliveries[i];
        event::Delivered done;
        done.link = delivery.link;
        done.batch = delivery.batch;
        done.ok = verdicts.ok();
        for (; verdicts && next < ends[i]; ++next) {
            done.ok = done.ok && (*verdicts)[next].code != Code::Busy;
        }
        for (const auto& id : delivery.offers) {
            const auto held = store().holds(id);
            if (!held) {
                trouble(held.error());
                done.ok = false;
                break;
            }
            if (!*held) {
                done.wanted.push_back(id);
            }
        }
        feed(std::move(done));
    }
}

void NodeCore::settleVerdicts(const std::vector<Verdict>& verdicts) {
    bool stored = false;
    for (const auto& verdict : verdicts) {
        if (verdict.code == Code::None) {
            stored = true;
            count("packets-accepted");
        } else if (verdict.code == Code::Duplicate) {
            count("packets-duplicate");
        } else {
            count((verdict.keptAside ? "kept-" : "refused-") + std::string(codeName(verdict.code)));
        }
    }
    if (auto adopted = adoptOwn(verdicts); !adopted) {
        trouble(adopted.error());
    }
    if (stored) {
        feed(event::NewRows{});
        m_mediator->changed(Change::Status);
    }
    if (m_accept.takeMatchesFound()) {
        m_mediator->changed(Change::Matches);
        wakeWaiters(true);
    }
}

void NodeCore::act(const action::SavePeer& save) {
    m_peersToSave[save.state.node] = save.state;
}

void NodeCore::act(const action::SaveDocument& save) {
    const auto site = openSiteDocument(save.bytes);
    if (!site) {
        count("refused-" + std::string(codeName(site.code())));
        return;
    }
    const auto admitted = m_members.admit(*site, m_home.site.document.demo);
    if (!admitted) {
        count("refused-" + std::string(codeName(admitted.code())));
        return;
    }
    if (auto saved = store().saveDocument(site->hash, "site", site->bytes); !saved) {
        trouble(saved.error());
        return;
    }
    feed(event::DocumentSaved{site->hash});
    replay(Code::UnknownAuthor);
    m_mediator->changed(Change::Peers);
}

void NodeCore::act(const action::LoadDocument& load) {
    const auto bytes = store().document(load.hash);
    if (!bytes) {
        trouble(bytes.error());
    } else if (*bytes) {
        feed(event::DocumentLoaded{load.link, **bytes});
    }
}

void NodeCore::act(const action::Count& counted) {
    count("link-" + std::string(codeName(counted.code)));
}

void NodeCore::act(const action::PeersChanged& /*changed*/) {
    m_mediator->changed(Change::Peers);
}

/// Packets kept aside for a reason that may have gone by now.
void NodeCore::replay(Code code) {
    const auto waiting = store().quarantined(code, kReplayChunk);
    if (!waiting) {
        trouble(waiting.error());
        return;
    }
    std::vector<Incoming> packets;
    for (const auto& one : *waiting) {
        const bool ready = code == Code::UnknownAuthor ? one.author && m_members.find(*one.author) != nullptr
                                                       : code != Code::FromFuture || one.due <= wall() / 1000;
        if (ready) {
            packets.push_back({one.bytes, one.origin, one.number});
        }
    }
    if (packets.empty()) {
        return;
    }
    const auto verdicts = m_accept.accept(std::move(packets), wall());
    if (!verdicts) {
        trouble(verdicts.error());
        return;
    }
    std::vector<Verdict> settled;
    std::copy_if(verdicts->begin(), verdicts->end(), std::back_inserter(settled),
                 [](const Verdict& verdict) { return !verdict.keptAside; });
    settleVerdicts(settled);
}

} // namespace qis::core
