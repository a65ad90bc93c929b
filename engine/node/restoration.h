#pragma once

#include "routing/router.h"
#include "store/store.h"

#include <set>
#include <string_view>

namespace qis::core {

/// Where a home stands that may be older than what it has sent.
enum class RestorePhase : std::uint8_t {
    None,      ///< never restored
    Waiting,   ///< not known yet how far the own chain goes
    OtherCopy, ///< a packet of its own is younger than the restoring: somebody else signs with this key
    Forked,    ///< two packets for one place of the own chain exist: this key signs nothing any more
    Settled,   ///< restored once; the end of the chain is known
};

/// Why what is held back does not leave yet.
enum class RestoreReason : std::uint8_t {
    None,        ///< it may leave
    NoPeers,     ///< nobody is connected
    Asking,      ///< an answer is awaited
    SilentPeers, ///< those connected do not answer: their program is older
    FewAnswers,  ///< too few of those who knew this home have answered
    NobodyKnows, ///< nobody who answered holds anything of this home
    OtherCopy,
    Forked,
};
/// "no-peers" and so on, part of the command line's contract.
[[nodiscard]] std::string_view restoreReasonName(RestoreReason reason);

/// What is kept of a restoring, for as long as the home exists.
struct RestoreMark {
    RestorePhase phase = RestorePhase::None;
    Millis backedUp = 0;        ///< 0: not restored from a file, but found to be behind
    Millis restored = 0;        ///< or when an operator took the responsibility
    std::uint64_t sequence = 0; ///< end of the own chain in the backup
    Store::ChainHead floor;     ///< highest own place seen, held or not
    std::set<AuthorKey> known;  ///< peers that had met this home when the backup was made
};

[[nodiscard]] Status writeRestoreMark(Store& store, const RestoreMark& mark);

/// Decides when a restored home may go on with its chain.
///
/// A peer proves what it knows by our own packets, so none can make the chain longer than it is;
/// it can only keep quiet. Therefore more than half of the peers that knew this home at the backup
/// have to answer, one of them by showing something of ours (unless nothing was ever sent), and
/// nobody who is connected may still owe an answer.
class Restoration {
public:
    [[nodiscard]] Status load(Store& store);

    [[nodiscard]] const RestoreMark& mark() const { return m_mark; }
    [[nodiscard]] bool exists() const { return m_mark.phase != RestorePhase::None; }
    [[nodiscard]] bool holdsBack() const { return exists() && m_mark.phase != RestorePhase::Settled; }

    /// A peer has said all it knows of the own chain. `proves` if it has shown a packet of it.
    void answered(const AuthorKey& peer, bool proves) { m_answers[peer] = proves; }
    [[nodiscard]] RestoreReason reason(const std::vector<PeerView>& peers) const;
    /// Answers that count, and how many are needed.
    [[nodiscard]] std::size_t answers() const;
    [[nodiscard]] std::size_t needed() const { return m_mark.known.size() / 2 + 1; }

    // Each on disk before it holds.
    [[nodiscard]] Status begin(Store& store, const RestoreMark& mark);
    [[nodiscard]] Status setPhase(Store& store, RestorePhase phase);
    [[nodiscard]] Status raiseFloor(Store& store, const Store::ChainHead& seen);
    /// An operator says that nothing was sent after the backup, and that no other copy runs.
    [[nodiscard]] Status override(Store& store, Millis now);

private:
    [[nodiscard]] Status change(Store& store, const RestoreMark& mark);

    RestoreMark m_mark;
    std::map<AuthorKey, bool> m_answers; ///< of this run
};

} // namespace qis::core
