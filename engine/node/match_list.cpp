#include "node/match_list.h"

#include "domain/sentence.h"
#include "node/queries.h"
#include "vocabulary/code_system.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

namespace qis::core {

namespace {

constexpr std::array<std::string_view, kMatchStates> kStateNames{"new", "following", "confirmed", "not-relevant",
                                                                 "muted"};
constexpr std::array<std::string_view, 6> kReasonNames{"unsaid",     "other-circumstances", "known-already",
                                                       "too-little", "same-case",           "implausible"};
constexpr std::array<std::string_view, 9> kColumnNames{"arrival", "state",  "score",    "coverage", "sentence",
                                                       "site",    "issued", "received", "profile"};
constexpr std::size_t kWordsAtOnce = 2048;

bool needsWords(const MatchView& view) {
    return !view.text.empty() || std::any_of(view.order.begin(), view.order.end(), [](const MatchOrder& order) {
        return order.column == MatchColumn::Sentence;
    });
}

/// Same filters, same order.
bool sameOrder(const MatchView& one, const MatchView& other) {
    const auto same = [](const MatchOrder& a, const MatchOrder& b) {
        return a.column == b.column && a.descending == b.descending;
    };
    return one.text == other.text && one.states == other.states && one.site == other.site &&
           one.minScore == other.minScore &&
           std::equal(one.order.begin(), one.order.end(), other.order.begin(), other.order.end(), same);
}

template <class Named> std::optional<Named> named(const auto& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<Named>(found - names.begin()));
}

template <class T> int threeWay(const T& one, const T& other) {
    return one < other ? -1 : other < one ? 1 : 0;
}

std::vector<std::string> foldedWords(const std::string& text) {
    std::vector<std::string> words;
    const auto folded = foldForSearch(text);
    for (std::size_t from = 0; from < folded.size();) {
        const auto end = std::min(folded.find(' ', from), folded.size());
        words.push_back(folded.substr(from, end - from));
        from = end + 1;
    }
    return words;
}

} // namespace

std::string_view nameOf(MatchState state) {
    return kStateNames[static_cast<std::size_t>(state)];
}

std::string_view nameOf(DismissReason reason) {
    return kReasonNames[static_cast<std::size_t>(reason)];
}

std::optional<MatchState> matchStateNamed(std::string_view name) {
    return named<MatchState>(kStateNames, name);
}

std::optional<DismissReason> dismissReasonNamed(std::string_view name) {
    return named<DismissReason>(kReasonNames, name);
}

std::optional<std::vector<MatchOrder>> matchOrderNamed(std::string_view names) {
    std::vector<MatchOrder> order;
    while (!names.empty()) {
        const auto end = std::min(names.find(','), names.size());
        auto name = names.substr(0, end);
        names.remove_prefix(std::min(names.size(), end + 1));
        const bool descending = name.starts_with('-');
        name.remove_prefix(descending ? 1 : 0);
        const auto column = named<MatchColumn>(kColumnNames, name);
        if (!column) {
            return std::nullopt;
        }
        order.push_back({*column, descending});
    }
    return order;
}

MatchState matchState(const TriageMark& mark) {
    return static_cast<MatchState>(mark.state);
}

DismissReason dismissReason(const TriageMark& mark) {
    // Numbers of later versions mean nothing here.
    const bool known = mark.reason > 0 && mark.reason <= static_cast<int>(DismissReason::Implausible);
    return known ? static_cast<DismissReason>(mark.reason) : DismissReason::Unsaid;
}

Result<MatchWindow> MatchList::window(NodeCore& node, const MatchView& view) {
    std::optional<std::int64_t> profile;
    if (!view.profile.empty()) {
        const auto number = node.profileNumber(view.profile);
        if (!number) {
            return number.error();
        }
        profile = *number;
    }
    if (auto read = refresh(node, profile); !read) {
        m_read = false;
        return read.error();
    }
    if (needsWords(view)) {
        if (auto made = makeWords(node); !made) {
            return made.error();
        }
    }
    if (m_orderRevision != m_revision || !m_orderView || !sameOrder(*m_orderView, view)) {
        if (auto sorted = sortAndFilter(node, view); !sorted) {
            return sorted.error();
        }
    }
    MatchWindow window;
    describe(window);
    if (auto filled = fill(node, view, window); !filled) {
        return filled.error();
    }
    return window;
}

void MatchList::marked(std::int64_t profile, Row packet, const TriageMark& mark) {
    for (auto& entry : m_entries) {
        if (entry.facts.profile == profile && entry.facts.packet == packet) {
            entry.facts.mark = mark;
            ++m_revision;
        }
    }
}

Status MatchList::refresh(NodeCore& node, std::optional<std::int64_t> profile) {
    const auto changes = node.store().matchChanges();
    if (!m_read || m_profile != profile || m_changes != changes) {
        m_entries.clear();
        m_worded = 0;
        m_profile = profile;
        m_changes = changes;
        m_read = true;
        ++m_revision;
    }
    const auto fresh = node.store().matchFacts(profile, m_entries.empty() ? 0 : m_entries.back().facts.cursor);
    if (!fresh) {
        return fresh.error();
    }
    m_revision += fresh->empty() ? 0U : 1U;
    m_entries.reserve(m_entries.size() + fresh->size());
    for (const auto& facts : *fresh) {
        const auto [at, isNew] = m_authorAt.try_emplace(facts.author, static_cast<std::uint32_t>(m_authors.size()));
        if (isNew) {
            m_authors.push_back({facts.author, {}, {}, {}, 0});
        }
        m_entries.push_back({facts, at->second, std::nullopt});
    }
    nameSites(node);
    return {};
}

void MatchList::nameSites(const NodeCore& node) {
    bool changed = false;
    for (auto& author : m_authors) {
        const auto* member = node.members().find(author.key);
        auto site = member == nullptr ? author.key.hex() : member->site.hex();
        auto name = member == nullptr ? std::string{} : member->siteName;
        if (author.site != site || author.name != name) {
            author.site = std::move(site);
            author.name = std::move(name);
            author.folded = foldForSearch(author.name);
            changed = true;
        }
    }
    if (!changed) {
        return;
    }
    ++m_revision;
    std::vector<Author*> sorted;
    sorted.reserve(m_authors.size());
    for (auto& author : m_authors) {
        sorted.push_back(&author);
    }
    const auto before = [](const Author* one, const Author* other) {
        return std::tie(one->folded, one->site) < std::tie(other->folded, other->site);
    };
    std::sort(sorted.begin(), sorted.end(), before);
    std::uint32_t rank = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        rank += i > 0 && before(sorted[i - 1], sorted[i]) ? 1U : 0U;
        sorted[i]->rank = rank;
    }
}

Status MatchList::makeWords(NodeCore& node) {
    while (m_worded < m_entries.size()) {
        const auto end = std::min(m_entries.size(), m_worded + kWordsAtOnce);
        std::vector<std::int64_t> cursors;
        for (auto i = m_worded; i < end; ++i) {
            cursors.push_back(m_entries[i].facts.cursor);
        }
        const auto matches = node.store().matchesAt(cursors);
        if (!matches) {
            return matches.error();
        }
        if (matches->size() != cursors.size()) {
            return fail(Code::StoreCorrupt, "a match is not where it was read");
        }
        node.inParallel(cursors.size(), [&](std::size_t i) {
            const auto decoded = decodePacket((*matches)[i].packet.bytes);
            m_entries[m_worded + i].words =
                decoded ? foldForSearch(happenedFirst(sentenceOf(node.catalogue(), decoded->packet.content)))
                        : std::string{};
        });
        m_worded = end;
    }
    return {};
}

bool MatchList::passes(const Entry& entry, const MatchView& view, const std::vector<std::string>& words) const {
    const auto& author = m_authors[entry.author];
    if (entry.facts.score < view.minScore || (!view.site.empty() && author.site != view.site)) {
        return false;
    }
    const auto& states = view.states;
    if (!states.empty() && std::find(states.begin(), states.end(), matchState(entry.facts.mark)) == states.end()) {
        return false;
    }
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        return entry.words->find(word) != std::string::npos || author.folded.find(word) != std::string::npos;
    });
}

int MatchList::compare(const Entry& one, const Entry& other, MatchColumn column) const {
    switch (column) {
    case MatchColumn::Arrival:
        return threeWay(one.facts.cursor, other.facts.cursor);
    case MatchColumn::State:
        return threeWay(one.facts.mark.state, other.facts.mark.state);
    case MatchColumn::Score:
        return threeWay(one.facts.score, other.facts.score);
    case MatchColumn::Coverage:
        return threeWay(one.facts.coverage, other.facts.coverage);
    case MatchColumn::Sentence:
        return threeWay(*one.words, *other.words);
    case MatchColumn::Site:
        return threeWay(m_authors[one.author].rank, m_authors[other.author].rank);
    case MatchColumn::Issued:
        return threeWay(one.facts.issued, other.facts.issued);
    case MatchColumn::Received:
        return threeWay(one.facts.received, other.facts.received);
    case MatchColumn::Profile:
        return one.facts.profile == other.facts.profile
                   ? 0
                   : threeWay(m_profileNames.at(one.facts.profile), m_profileNames.at(other.facts.profile));
    }
    return 0;
}

Status MatchList::sortAndFilter(NodeCore& node, const MatchView& view) {
    m_orderView.reset();
    m_profileNames.clear();
    const auto words = foldedWords(view.text);
    m_order.clear();
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (passes(m_entries[i], view, words)) {
            m_order.push_back(static_cast<std::uint32_t>(i));
            const auto profile = m_entries[i].facts.profile;
            if (const auto [at, isNew] = m_profileNames.try_emplace(profile); isNew) {
                at->second = profileNameOf(node, profile);
            }
        }
    }
    static const std::vector<MatchOrder> kBestFirst{{MatchColumn::Score, true}};
    const auto& order = view.order.empty() ? kBestFirst : view.order;
    std::sort(m_order.begin(), m_order.end(), [&](std::uint32_t one, std::uint32_t other) {
        for (const auto& by : order) {
            if (const int result = compare(m_entries[one], m_entries[other], by.column); result != 0) {
                return by.descending ? result > 0 : result < 0;
            }
        }
        return one < other;
    });
    m_orderView = view;
    m_orderRevision = m_revision;
    return {};
}

void MatchList::describe(MatchWindow& window) const {
    window.revision = m_revision;
    window.total = m_order.size();
    window.all = m_entries.size();
    window.byState.assign(kMatchStates, 0);
    std::vector<std::uint64_t> byAuthor(m_authors.size());
    for (const auto& entry : m_entries) {
        ++window.byState[static_cast<std::size_t>(entry.facts.mark.state)];
        ++byAuthor[entry.author];
    }
    std::map<std::pair<std::uint32_t, std::string_view>, SiteMatches> sites;
    for (std::size_t i = 0; i < m_authors.size(); ++i) {
        if (byAuthor[i] > 0) {
            const auto& author = m_authors[i];
            auto& site = sites[{author.rank, author.site}];
            site.site = author.site;
            site.name = author.name;
            site.matches += byAuthor[i];
        }
    }
    for (auto& [key, site] : sites) {
        window.sites.push_back(std::move(site));
    }
}

Status MatchList::fill(NodeCore& node, const MatchView& view, MatchWindow& window) const {
    const auto first = std::min<std::uint64_t>(view.first, m_order.size());
    const auto end = std::min<std::uint64_t>(m_order.size(), first + std::min(view.limit, kMaxMatchWindow));
    window.first = first;
    std::vector<std::int64_t> cursors;
    for (auto i = first; i < end; ++i) {
        cursors.push_back(m_entries[m_order[i]].facts.cursor);
    }
    const auto matches = node.store().matchesAt(cursors);
    if (!matches) {
        return matches.error();
    }
    for (std::size_t i = 0; i < matches->size(); ++i) {
        auto detail = matchDetail(node, (*matches)[i]);
        if (!detail) {
            return detail.error();
        }
        window.rows.push_back(std::move(detail->row));
    }
    const auto id = PacketId::fromHexText(view.locateId);
    if (!id) {
        return {};
    }
    const auto packet = node.store().findPacket(*id);
    const auto profile = node.profileNumber(view.locateProfile);
    if (!packet || !profile || !*packet) {
        return {};
    }
    for (std::size_t i = 0; i < m_order.size(); ++i) {
        const auto& facts = m_entries[m_order[i]].facts;
        if (facts.packet == (**packet).row && facts.profile == *profile) {
            window.located = i;
        }
    }
    return {};
}

} // namespace qis::core
