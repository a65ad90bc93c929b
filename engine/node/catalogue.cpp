#include "node/catalogue.h"

#include "base/file.h"

#include <algorithm>

namespace qis::core {

namespace {

constexpr std::size_t kMaxResourceBytes = 16U << 20U;

Result<std::vector<std::filesystem::path>> jsonFiles(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> result;
    std::error_code error;
    for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        if (it->path().extension() == ".json") {
            result.push_back(it->path());
        }
    }
    if (error || result.empty()) {
        return fail(Code::NotFound, "no JSON files in " + folder.string());
    }
    std::sort(result.begin(), result.end());
    return result;
}

Error inFile(const Error& error, const std::filesystem::path& file) {
    return fail(error.code, file.filename().string() + ": " + error.detail, error.field);
}

} // namespace

Result<std::shared_ptr<const Catalogue>> Catalogue::load(const std::filesystem::path& resources) {
    auto catalogue = std::make_shared<Catalogue>();
    const auto vocabularies = jsonFiles(resources / "vocabularies");
    if (!vocabularies) {
        return vocabularies.error();
    }
    for (const auto& file : *vocabularies) {
        const auto text = readFile(file, kMaxResourceBytes);
        if (!text) {
            return text.error();
        }
        auto system = CodeSystem::parse({reinterpret_cast<const char*>(text->data()), text->size()});
        if (!system) {
            return inFile(system.error(), file);
        }
        const std::string id = system->id();
        if (!catalogue->m_systems.emplace(id, std::move(system).value()).second) {
            return fail(Code::BadVocabulary, "code system twice: " + id);
        }
    }
    for (const auto& [id, system] : catalogue->m_systems) {
        catalogue->m_search.emplace(id, TermSearch(system));
    }
    const auto packs = jsonFiles(resources / "packs");
    if (!packs) {
        return packs.error();
    }
    for (const auto& file : *packs) {
        const auto text = readFile(file, kMaxResourceBytes);
        if (!text) {
            return text.error();
        }
        auto pack = Pack::parse({reinterpret_cast<const char*>(text->data()), text->size()}, catalogue->m_systems);
        if (!pack) {
            return inFile(pack.error(), file);
        }
        auto definition = Definition::compile(pack->definition, *pack);
        if (!definition) {
            return inFile(definition.error(), file);
        }
        const std::string id = pack->id;
        for (const auto& generation : pack->generations) {
            catalogue->m_byHash[generation] = id;
        }
        catalogue->m_plain.emplace(id, *pack);
        if (!catalogue->m_packs.emplace(id, InstalledPack{std::move(pack).value(), std::move(definition).value()})
                 .second) {
            return fail(Code::BadPack, "pack twice: " + id);
        }
    }
    return std::shared_ptr<const Catalogue>(std::move(catalogue));
}

const InstalledPack* Catalogue::find(std::string_view id) const {
    const auto found = m_packs.find(id);
    return found == m_packs.end() ? nullptr : &found->second;
}

const InstalledPack* Catalogue::find(const PackHash& hash) const {
    const auto found = m_byHash.find(hash);
    return found == m_byHash.end() ? nullptr : find(found->second);
}

const TermSearch* Catalogue::search(std::string_view system) const {
    const auto found = m_search.find(system);
    return found == m_search.end() ? nullptr : &found->second;
}

std::vector<DocumentHash> Catalogue::definitions() const {
    std::vector<DocumentHash> result;
    result.reserve(m_packs.size());
    for (const auto& [id, installed] : m_packs) {
        result.push_back(installed.definition.hash);
    }
    std::sort(result.begin(), result.end());
    return result;
}

} // namespace qis::core
