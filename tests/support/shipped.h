#pragma once

#include "domain/pack.h"
#include "source_dir.h"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

/// The vocabularies and domain packs of resources/, read once. Ends the program where one is broken:
/// no test can go on without them.
namespace qis::test {

[[nodiscard]] inline std::string resourceText(const std::string& name) {
    std::ifstream file(std::string(QIS_SOURCE_DIR "/resources/") + name, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return file ? text.str() : std::string();
}

[[nodiscard]] inline const core::CodeSystems& shippedSystems() {
    static const core::CodeSystems systems = [] {
        core::CodeSystems all;
        for (const auto* id : {"ingredient", "effect", "phenotype"}) {
            auto system = core::CodeSystem::parse(resourceText(std::string("vocabularies/") + id + ".json"));
            if (!system) {
                std::abort();
            }
            all.emplace(id, std::move(*system));
        }
        return all;
    }();
    return systems;
}

[[nodiscard]] inline const core::Packs& shippedPacks() {
    static const core::Packs packs = [] {
        core::Packs all;
        for (const auto* id : {"ddi", "trial"}) {
            auto pack = core::Pack::parse(resourceText(std::string("packs/") + id + ".json"), shippedSystems());
            if (!pack) {
                std::abort();
            }
            all.emplace(id, std::move(*pack));
        }
        return all;
    }();
    return packs;
}

[[nodiscard]] inline const core::Pack& ddi() {
    return shippedPacks().at("ddi");
}

[[nodiscard]] inline const core::Pack& trial() {
    return shippedPacks().at("trial");
}

} // namespace qis::test
