#include "vocabulary/code_system.h"

#include "crypto/sodium.h"
#include "vocabulary/code_system_json.h"

#include <algorithm>
#include <utility>

namespace qis::core {

namespace {

constexpr std::size_t kMaxDepth = 16;

Error bad(std::string detail, std::string field) {
    return fail(Code::BadVocabulary, std::move(detail), std::move(field));
}

void appendBigEndian(Bytes& bytes, std::uint32_t value) {
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        bytes.push_back(static_cast<std::uint8_t>((value >> shift) & 0xFFU));
    }
}

DocumentHash hashMeaning(const std::vector<Term>& terms) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    pairs.reserve(terms.size());
    for (const auto& term : terms) {
        pairs.emplace_back(term.code, term.parent);
    }
    std::sort(pairs.begin(), pairs.end());
    Bytes bytes;
    bytes.reserve(pairs.size() * 8);
    for (const auto& [code, parent] : pairs) {
        appendBigEndian(bytes, code);
        appendBigEndian(bytes, parent);
    }
    return blake2b256(ByteView(bytes));
}

} // namespace

Result<CodeSystem> CodeSystem::parse(std::string_view json) {
    auto text = readCodeSystemText(json);
    if (!text) {
        return text.error();
    }
    CodeSystem system;
    system.m_id = std::move(text->id);
    system.m_title = std::move(text->title);
    system.m_version = std::move(text->version);
    system.m_licence = std::move(text->licence);
    system.m_source = std::move(text->source);
    system.m_acknowledgement = std::move(text->acknowledgement);
    system.m_terms = std::move(text->terms);

    auto& terms = system.m_terms;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (!system.m_byCode.emplace(terms[i].code, i).second) {
            return bad("code " + std::to_string(terms[i].code) + " is used twice", termMember(i, "code"));
        }
        if (!system.m_byId.emplace(terms[i].id, terms[i].code).second) {
            return bad("id \"" + terms[i].id + "\" is used twice", termMember(i, "id"));
        }
    }
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const auto& parentId = text->parents[i];
        if (parentId.empty()) {
            continue;
        }
        const auto parent = system.m_byId.find(parentId);
        if (parent == system.m_byId.end()) {
            return bad("no term has the id \"" + parentId + "\"", termMember(i, "parent"));
        }
        terms[i].parent = parent->second;
    }
    system.m_paths.reserve(terms.size());
    for (std::size_t i = 0; i < terms.size(); ++i) {
        std::vector<std::uint32_t> path;
        for (std::uint32_t code = terms[i].code; code != 0; code = terms[system.m_byCode.at(code)].parent) {
            if (std::find(path.begin(), path.end(), code) != path.end()) {
                return bad("the broader terms form a circle", termMember(i, "parent"));
            }
            if (path.size() == kMaxDepth) {
                return bad("deeper than 16 levels", termMember(i, "parent"));
            }
            path.push_back(code);
        }
        std::reverse(path.begin(), path.end());
        system.m_paths.push_back(std::move(path));
    }
    system.m_meaningHash = hashMeaning(terms);
    return system;
}

const Term* CodeSystem::find(std::uint32_t code) const {
    const auto found = m_byCode.find(code);
    return found == m_byCode.end() ? nullptr : &m_terms[found->second];
}

const Term* CodeSystem::findId(std::string_view id) const {
    const auto found = m_byId.find(std::string(id));
    return found == m_byId.end() ? nullptr : find(found->second);
}

const std::vector<std::uint32_t>& CodeSystem::path(std::uint32_t code) const {
    static const std::vector<std::uint32_t> kNone;
    const auto found = m_byCode.find(code);
    return found == m_byCode.end() ? kNone : m_paths[found->second];
}

std::uint32_t CodeSystem::ancestorAt(std::uint32_t code, std::size_t level) const {
    const auto& steps = path(code);
    if (steps.empty() || level == 0) {
        return 0;
    }
    return steps[std::min(level, steps.size()) - 1];
}

std::size_t CodeSystem::sharedDepth(std::uint32_t a, std::uint32_t b) const {
    const auto& left = path(a);
    const auto& right = path(b);
    const auto split = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
    return static_cast<std::size_t>(split.first - left.begin());
}

} // namespace qis::core
