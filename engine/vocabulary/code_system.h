#pragma once

#include "base/ids.h"
#include "base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace qis::core {

/// One entry of a code system. Classes and leaves are terms alike.
struct Term {
    std::uint32_t code = 0; ///< travels in packets; from 1, never reused
    std::string id;         ///< stable readable identifier, [a-z0-9_-], used in JSON
    std::string name;       ///< display name, English
    std::vector<std::string> synonyms;
    std::uint32_t parent = 0;                    ///< code of the broader term, 0 at the top
    bool selectable = true;                      ///< classes that only order the tree are not
    std::map<std::string, std::string> external; ///< public identifiers, e.g. {"unii": "..."}
};

/// A versioned tree of terms, loaded from resources/vocabularies/*.json and immutable afterwards.
class CodeSystem {
public:
    /// BadVocabulary with the member concerned: not JSON, no licence or source, codes or ids twice,
    /// unknown parents, cycles, depth over 16.
    [[nodiscard]] static Result<CodeSystem> parse(std::string_view json);

    [[nodiscard]] const std::string& id() const { return m_id; }
    [[nodiscard]] const std::string& title() const { return m_title; }
    [[nodiscard]] const std::string& version() const { return m_version; }
    [[nodiscard]] const std::string& licence() const { return m_licence; }
    [[nodiscard]] const std::string& source() const { return m_source; }
    /// What the source asks to be shown beside its content; may be empty.
    [[nodiscard]] const std::string& acknowledgement() const { return m_acknowledgement; }
    [[nodiscard]] const std::vector<Term>& terms() const { return m_terms; }

    [[nodiscard]] const Term* find(std::uint32_t code) const;
    [[nodiscard]] const Term* findId(std::string_view id) const;
    /// Codes from the top term down to `code` itself; empty for unknown codes.
    [[nodiscard]] const std::vector<std::uint32_t>& path(std::uint32_t code) const;
    /// The ancestor `level` steps below the top (1 = the top term itself); the term itself when its
    /// path is shorter; 0 for unknown codes and level 0.
    [[nodiscard]] std::uint32_t ancestorAt(std::uint32_t code, std::size_t level) const;
    /// Length of the common beginning of the two paths.
    [[nodiscard]] std::size_t sharedDepth(std::uint32_t a, std::uint32_t b) const;
    /// BLAKE2b-256 over the (code, parent) pairs in code order: what gives codes their meaning for
    /// routing and similarity. Names and synonyms are left out, so mending a typo changes nothing.
    [[nodiscard]] const DocumentHash& meaningHash() const { return m_meaningHash; }

private:
    std::string m_id, m_title, m_version, m_licence, m_source, m_acknowledgement;
    std::vector<Term> m_terms;
    std::unordered_map<std::uint32_t, std::size_t> m_byCode;
    std::unordered_map<std::string, std::uint32_t> m_byId;
    std::vector<std::vector<std::uint32_t>> m_paths; ///< parallel to m_terms
    DocumentHash m_meaningHash;
};

struct TermHit {
    std::uint32_t code = 0;
    std::string id;
    std::string name;
    std::string why;          ///< "exact name", "name", "synonym \"Marevan\"", "id"
    std::string synonym = {}; ///< the one that was found; empty when it was the name or the id
};

/// Type-ahead: every word must begin a word of the name or of one synonym, in any order, without
/// regard to case or diacritics. Exact names and ids first, then exact synonyms, names, synonyms; ties
/// by length, then alphabetically. Each code once, and of several codes with one name the first. `words` longer than
/// 256 bytes finds nothing. Terms that only order the tree (not selectable) are not offered.
class TermSearch {
public:
    /// `system` must outlive the search.
    explicit TermSearch(const CodeSystem& system);
    explicit TermSearch(CodeSystem&&) = delete;
    [[nodiscard]] std::vector<TermHit> find(std::string_view words, std::size_t limit) const;

private:
    enum class Source : std::uint8_t { Name, Synonym, Id };
    struct Entry {
        std::uint32_t code;
        std::string folded;
        std::string shown;
        Source source;
    };
    void add(std::uint32_t code, const std::string& text, Source source);

    const CodeSystem* m_system;
    std::vector<Entry> m_entries;
};

/// Lower case, diacritics of Latin letters removed, everything else but letters and digits a space;
/// one space between words, none at the ends. Bytes that are not UTF-8 count as spaces.
[[nodiscard]] std::string foldForSearch(std::string_view text);

/// The code systems installed here, by id.
using CodeSystems = std::map<std::string, CodeSystem, std::less<>>;

} // namespace qis::core
