#include "node/queries.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace qis::core {

namespace {

constexpr std::size_t kMaxTermHits = 200;

Error noSuchSystem(const Catalogue& catalogue) {
    std::string known;
    for (const auto& [id, one] : catalogue.systems()) {
        known += (known.empty() ? "" : ", ") + id;
    }
    return fail(Code::NotFound, "no such code system; there are " + known, "system");
}

/// The terms directly below one, 0 for the top, in the order of their names.
std::vector<BranchTerm> termsBelow(const CodeSystem& system, std::uint32_t parent) {
    std::unordered_map<std::uint32_t, std::size_t> below;
    for (const auto& term : system.terms()) {
        ++below[term.parent];
    }
    std::vector<std::pair<std::string, BranchTerm>> found;
    for (const auto& term : system.terms()) {
        if (term.parent == parent) {
            const auto count = below.find(term.code);
            found.emplace_back(foldForSearch(term.name),
                               BranchTerm{term.id, term.name, term.synonyms, term.external, term.selectable,
                                          count == below.end() ? 0 : count->second});
        }
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::tie(a.first, a.second.id) < std::tie(b.first, b.second.id);
    });
    std::vector<BranchTerm> result;
    result.reserve(found.size());
    for (auto& [folded, term] : found) {
        result.push_back(std::move(term));
    }
    return result;
}

} // namespace

Result<std::vector<TermInfo>> findTerms(const Catalogue& catalogue, std::string_view system, std::string_view words,
                                        std::size_t limit) {
    const auto* search = catalogue.search(system);
    if (search == nullptr) {
        return noSuchSystem(catalogue);
    }
    const auto& terms = catalogue.systems().find(system)->second;
    std::vector<TermInfo> result;
    for (auto& hit : search->find(words, std::min(limit, kMaxTermHits))) {
        auto info = termInfo(terms, *terms.find(hit.code));
        info.why = std::move(hit.why);
        info.matched = std::move(hit.synonym);
        result.push_back(std::move(info));
    }
    return result;
}

TermInfo termInfo(const CodeSystem& system, const Term& term) {
    TermInfo info{system.id(), term.code, term.id, term.name, {}, {}, {}, {}};
    if (const auto* broader = system.find(term.parent); broader != nullptr && broader->selectable) {
        info.broaderId = broader->id;
        info.broaderName = broader->name;
    }
    return info;
}

Result<TermBranch> termBranch(const Catalogue& catalogue, std::string_view system, std::string_view below) {
    const auto found = catalogue.systems().find(system);
    if (found == catalogue.systems().end()) {
        return noSuchSystem(catalogue);
    }
    const auto& terms = found->second;
    const auto* top = below.empty() ? nullptr : terms.findId(below);
    if (top == nullptr && !below.empty()) {
        return fail(Code::UnknownTerm, "no term of this code system goes by this id", "below");
    }
    TermBranch branch{
        terms.id(), terms.title(), terms.version(), terms.licence(), terms.source(), terms.acknowledgement(), {}, {}};
    if (top != nullptr) {
        for (const auto code : terms.path(top->code)) {
            branch.path.push_back(terms.find(code)->id);
        }
    }
    branch.terms = termsBelow(terms, top == nullptr ? 0 : top->code);
    return branch;
}

} // namespace qis::core
