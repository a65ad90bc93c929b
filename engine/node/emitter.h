#pragma once

#include "domain/compose.h"
#include "node/accept.h"
#include "node/home.h"

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace qis::core {

/// Where an authorised outcome stands.
struct EmitOutcome {
    std::optional<PacketId> id; ///< once it has left
    std::int64_t ticket = 0;    ///< while the undo window is open
    Millis leavesAt = 0;
    std::size_t bytes = 0;
    bool repeated = false; ///< its `ref` was known: nothing new was made
};

struct ToEmit {
    Content content;
    std::string ref;
    std::int64_t draft = 0; ///< a stored draft that makes room in the same transaction; 0 for none
};

/// Signs what leaves. Sequence, previous id and signature are made at that moment, in the same
/// transaction as packet and outbox entry, so that undo leaves no gap and a crash no fork.
class Emitter {
public:
    Emitter(Home& home, std::shared_ptr<const Catalogue> catalogue, Accept& accept, Matcher& matcher, WorkerPool& pool);

    [[nodiscard]] Status prepare();

    /// All of them durably, in one transaction, in order. Held while everything is held back.
    [[nodiscard]] Result<std::vector<EmitOutcome>> emitNow(const std::vector<ToEmit>& outcomes, Millis wall);
    /// Durable at once, leaves when the undo window closes.
    [[nodiscard]] Result<EmitOutcome> hold(const ToEmit& outcome, Millis wall, Millis window);
    [[nodiscard]] Status undo(std::int64_t ticket);
    /// Lets go what is due. Returns how many left.
    [[nodiscard]] Result<std::size_t> releaseDue(Millis wall);
    [[nodiscard]] std::optional<Millis> nextDue() const;

    /// While it is not known how far the own chain goes, nothing gets a number: what is emitted is
    /// held, and stays so.
    void setHeldBack(bool heldBack) { m_heldBack = heldBack; }
    [[nodiscard]] bool isHeldBack() const { return m_heldBack; }
    /// A place of the own chain that is known to be taken although the packet there may not be held.
    void setFloor(const Store::ChainHead& floor) {
        m_floor = floor;
        m_head.reset();
    }
    /// The end of the own chain may have moved without this class.
    void forgetHead() { m_head.reset(); }
    /// Takes an own packet up that came from elsewhere: its outcome asks again for others like it.
    [[nodiscard]] Status adopt(Row row, const DecodedPacket& packet);
    /// An outcome that is still held turns out to have left as this packet: it does not leave twice.
    [[nodiscard]] Status settleHeld(const DecodedPacket& packet);
    /// Whether a packet of this kind that speaks of the target waits to leave.
    [[nodiscard]] bool holdsAbout(const ShortId& target, Kind kind) const;

    /// Own outcomes that have not been compared yet with what is stored here.
    [[nodiscard]] std::deque<Row>& unmatched() { return m_unmatched; }
    [[nodiscard]] const Content* heldContent(std::int64_t ticket) const;
    /// The ticket under which a packet was held before it left, in this run; 0 for none.
    [[nodiscard]] std::int64_t ticketOf(const PacketId& id) const;

private:
    struct Held {
        std::int64_t ticket = 0;
        Millis leavesAt = 0;
        ToEmit outcome;
        Seconds issued = 0;
    };
    struct Signed {
        DecodedPacket packet;
        std::string ref;
        std::int64_t ticket = 0;
        std::int64_t draft = 0;
        std::size_t place = 0; ///< in the caller's list
    };
    [[nodiscard]] Result<std::vector<EmitOutcome>> holdAll(const std::vector<ToEmit>& outcomes, Millis wall);
    [[nodiscard]] Result<std::vector<EmitOutcome>> emitAll(const std::vector<Held>& outcomes, Millis wall);
    [[nodiscard]] Status leaveBehind(const Signed& next, Row row);
    /// An outcome or an amendment that has left asks for others like it.
    [[nodiscard]] Status beginAsking(Row row, const Content& content);
    [[nodiscard]] Result<std::optional<EmitOutcome>> known(const std::string& ref);
    [[nodiscard]] Result<Store::ChainHead> head();

    Home* m_home;
    std::shared_ptr<const Catalogue> m_catalogue;
    Accept* m_accept;
    Matcher* m_matcher;
    WorkerPool* m_pool;
    std::optional<Store::ChainHead> m_head;
    Store::ChainHead m_floor;
    bool m_heldBack = false;
    std::vector<Held> m_held;
    std::deque<Row> m_unmatched;
    std::map<PacketId, std::int64_t> m_tickets;
};

} // namespace qis::core
