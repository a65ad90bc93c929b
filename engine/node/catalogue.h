#pragma once

#include "domain/pack.h"
#include "similarity/definition.h"
#include "vocabulary/code_system.h"

#include <filesystem>
#include <map>
#include <memory>

namespace qis::core {

/// A pack with the definition in force for it.
struct InstalledPack {
    Pack pack;
    Definition definition;
};

/// The code systems and domain packs installed here, read once at start.
class Catalogue {
public:
    /// Reads vocabularies/*.json and packs/*.json. One bad file refuses the whole: packs are part of
    /// the installation, and a missing one would make packets look unknown.
    [[nodiscard]] static Result<std::shared_ptr<const Catalogue>> load(const std::filesystem::path& resources);

    [[nodiscard]] const CodeSystems& systems() const { return m_systems; }
    [[nodiscard]] const std::map<std::string, InstalledPack, std::less<>>& packs() const { return m_packs; }
    /// The same packs without their definitions, for composing.
    [[nodiscard]] const Packs& plainPacks() const { return m_plain; }
    [[nodiscard]] const InstalledPack* find(std::string_view id) const;
    /// By the hash of any generation.
    [[nodiscard]] const InstalledPack* find(const PackHash& hash) const;
    /// Are these two generations of one pack, or one pack that is not installed here?
    [[nodiscard]] bool isOnePack(const PackHash& a, const PackHash& b) const {
        return a == b || (find(a) != nullptr && find(a) == find(b));
    }
    [[nodiscard]] const TermSearch* search(std::string_view system) const;
    [[nodiscard]] std::vector<DocumentHash> definitions() const;

private:
    CodeSystems m_systems;
    std::map<std::string, InstalledPack, std::less<>> m_packs;
    Packs m_plain;
    std::map<PackHash, std::string> m_byHash;
    std::map<std::string, TermSearch, std::less<>> m_search;
};

} // namespace qis::core
