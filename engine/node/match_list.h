#pragma once

#include "store/store.h"

#include <qis/values.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace qis::core {

class NodeCore;

inline constexpr std::size_t kMaxMatchWindow = 1000;

// Names on the command line: "not-relevant", "too-little", and "site,-score" for an order.
[[nodiscard]] std::string_view nameOf(MatchState state);
[[nodiscard]] std::string_view nameOf(DismissReason reason);
[[nodiscard]] std::optional<MatchState> matchStateNamed(std::string_view name);
[[nodiscard]] std::optional<DismissReason> dismissReasonNamed(std::string_view name);
[[nodiscard]] std::optional<std::vector<MatchOrder>> matchOrderNamed(std::string_view names);

[[nodiscard]] MatchState matchState(const TriageMark& mark);
[[nodiscard]] DismissReason dismissReason(const TriageMark& mark);

/// The matches of one profile, or of all, sorted and filtered. What that needs is kept in memory and
/// read on from the store; packets are read for the rows that are shown only. Sentences, which are
/// made from packets, are made when they are first searched or sorted by.
class MatchList {
public:
    [[nodiscard]] Result<MatchWindow> window(NodeCore& node, const MatchView& view);
    /// The store has this mark now.
    void marked(std::int64_t profile, Row packet, const TriageMark& mark);

private:
    struct Author {
        AuthorKey key;
        std::string site; ///< see SiteMatches
        std::string name;
        std::string folded;
        std::uint32_t rank = 0; ///< place of the name among all names
    };
    struct Entry {
        MatchFacts facts;
        std::uint32_t author = 0;
        std::optional<std::string> words; ///< of what happened and in whom, folded
    };

    [[nodiscard]] Status refresh(NodeCore& node, std::optional<std::int64_t> profile);
    void nameSites(const NodeCore& node);
    [[nodiscard]] Status makeWords(NodeCore& node);
    [[nodiscard]] Status sortAndFilter(NodeCore& node, const MatchView& view);
    [[nodiscard]] bool passes(const Entry& entry, const MatchView& view, const std::vector<std::string>& words) const;
    [[nodiscard]] int compare(const Entry& one, const Entry& other, MatchColumn column) const;
    void describe(MatchWindow& window) const;
    [[nodiscard]] Status fill(NodeCore& node, const MatchView& view, MatchWindow& window) const;

    bool m_read = false;
    std::optional<std::int64_t> m_profile;
    std::uint64_t m_changes = 0; ///< of the store, when this was read
    std::vector<Entry> m_entries;
    std::vector<Author> m_authors;
    std::unordered_map<AuthorKey, std::uint32_t, FixedBytesHash> m_authorAt;
    std::map<std::int64_t, std::string> m_profileNames;
    std::size_t m_worded = 0; ///< entries with words, from the first on

    std::uint64_t m_revision = 0;
    std::uint64_t m_orderRevision = 0;    ///< of m_order
    std::optional<MatchView> m_orderView; ///< the filters and the order that m_order follows
    std::vector<std::uint32_t> m_order;   ///< entries that pass, in order
};

} // namespace qis::core
