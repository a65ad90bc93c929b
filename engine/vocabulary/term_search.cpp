#include "vocabulary/code_system.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace qis::core {

namespace {

constexpr std::size_t kMaxQueryBytes = 256;

/// `text` and `word` are folded, so words are parted by single spaces.
bool hasWordBeginning(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        if (at == 0 || text[at - 1] == ' ') {
            return true;
        }
    }
    return false;
}

std::vector<std::string_view> wordsOf(std::string_view folded) {
    std::vector<std::string_view> words;
    while (!folded.empty()) {
        const std::size_t end = std::min(folded.find(' '), folded.size());
        words.push_back(folded.substr(0, end));
        folded.remove_prefix(std::min(end + 1, folded.size()));
    }
    return words;
}

} // namespace

TermSearch::TermSearch(const CodeSystem& system)
    : m_system(&system) {
    for (const auto& term : system.terms()) {
        if (!term.selectable) {
            continue;
        }
        add(term.code, term.name, Source::Name);
        for (const auto& synonym : term.synonyms) {
            add(term.code, synonym, Source::Synonym);
        }
        add(term.code, term.id, Source::Id);
    }
}

void TermSearch::add(std::uint32_t code, const std::string& text, Source source) {
    m_entries.push_back({code, foldForSearch(text), text, source});
}

std::vector<TermHit> TermSearch::find(std::string_view words, std::size_t limit) const {
    if (words.size() > kMaxQueryBytes || limit == 0) {
        return {};
    }
    const std::string query = foldForSearch(words);
    const auto wanted = wordsOf(query);
    if (wanted.empty()) {
        return {};
    }

    enum Rank : std::uint8_t { ExactName, ExactSynonym, Name, Synonym, Id };
    struct Match {
        Rank rank;
        const Entry* entry;
        [[nodiscard]] auto order() const {
            return std::tuple(rank, entry->folded.size(), std::string_view(entry->folded), entry->code);
        }
    };
    std::vector<Match> matches;
    // The entries of one term stand together, so its best match is known when the next term begins.
    for (const auto& entry : m_entries) {
        const bool isMatch = std::all_of(wanted.begin(), wanted.end(), [&entry](std::string_view word) {
            return hasWordBeginning(entry.folded, word);
        });
        if (!isMatch) {
            continue;
        }
        const bool exact = entry.folded == query;
        const Rank rank = entry.source == Source::Id        ? (entry.shown == words ? ExactName : Id)
                          : entry.source == Source::Synonym ? (exact ? ExactSynonym : Synonym)
                          : exact                           ? ExactName
                                                            : Name;
        const Match match{rank, &entry};
        if (matches.empty() || matches.back().entry->code != entry.code) {
            matches.push_back(match);
        } else if (match.order() < matches.back().order()) {
            matches.back() = match;
        }
    }

    std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) { return a.order() < b.order(); });

    std::vector<TermHit> hits;
    std::unordered_set<std::string_view> names;
    for (auto match = matches.begin(); match != matches.end() && hits.size() < limit; ++match) {
        const Term* term = m_system->find(match->entry->code);
        // Who reads two rows that look the same cannot choose between them.
        if (term == nullptr || !names.insert(term->name).second) {
            continue;
        }
        const bool bySynonym = match->entry->source == Source::Synonym;
        std::string why = match->entry->source == Source::Id ? "id"
                          : bySynonym                        ? "synonym \"" + match->entry->shown + "\""
                          : match->rank == ExactName         ? "exact name"
                                                             : "name";
        hits.push_back({term->code, term->id, term->name, std::move(why), bySynonym ? match->entry->shown : ""});
    }
    return hits;
}

} // namespace qis::core
