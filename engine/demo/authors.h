#pragma once

#include "crypto/keys.h"
#include "demo/scenario.h"
#include "node/catalogue.h"
#include "record/document.h"
#include "record/packet.h"

#include <deque>
#include <vector>

namespace qis::core {

/// The keys of the invented sites, made anew each time, and how far each has written its chain.
class DemoAuthors {
public:
    /// Demo documents valid around `now`; demo keys are refused by every other network.
    [[nodiscard]] static Result<DemoAuthors> make(Seconds now);

    /// Signs one act as the next of its site's chain.
    [[nodiscard]] Result<Bytes> write(const Catalogue& catalogue, const DemoAct& act);
    /// Signs a history, one packet an act, in the same order; each site's chain is its own.
    [[nodiscard]] Result<std::vector<Bytes>> write(const Catalogue& catalogue, const std::vector<DemoAct>& acts);
    [[nodiscard]] const std::vector<SignedSite>& documents() const { return m_documents; }

private:
    DemoAuthors() = default;
    [[nodiscard]] Result<Content> contentOf(const Catalogue& catalogue, const DemoAct& act) const;
    [[nodiscard]] Result<Bytes> sign(std::size_t site, Seconds issued, const Content& content);

    struct Author {
        DeviceKey key;
        ChainLink last{0, std::nullopt};
    };
    std::vector<Author> m_authors;
    std::vector<SignedSite> m_documents;
    std::vector<ShortId> m_written; ///< ids of the history, for what speaks of them
    std::vector<PackHash> m_packs;  ///< and their packs
};

} // namespace qis::core
