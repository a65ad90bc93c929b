#pragma once

#include "record/document.h"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace qis::core {

struct Member {
    SiteId site;
    std::string siteName;
    bool demo = false;
    Seconds validFrom = 0;
    Seconds validUntil = 0;
    bool founder = false; ///< its own word, not somebody else's

    /// With a day's grace at the beginning, for clocks and for times coarsened to the minute.
    [[nodiscard]] bool coversTime(Seconds issued) const { return issued >= validFrom - 86400 && issued <= validUntil; }
};

/// Who may speak in this network: the devices listed in the site documents that are held here. Until
/// networks have charters a site vouches for itself, so a name is what a site calls itself. Being
/// listed is not consent, so a device that has founded a site of its own belongs to that one, whoever
/// else lists it and in whatever order the documents come.
class Members {
public:
    explicit Members(const NetworkId& network)
        : m_network(network) {}

    /// WrongNetwork, DemoKey (a demo site in a real network or the reverse), or ok.
    [[nodiscard]] Status admit(const SignedSite& site, bool demoNetwork);
    [[nodiscard]] const Member* find(const AuthorKey& author) const;
    [[nodiscard]] std::string siteName(const SiteId& site) const;
    void suspend(const AuthorKey& author) { m_suspended.insert(author); }
    void reinstate(const AuthorKey& author) { m_suspended.erase(author); }
    [[nodiscard]] bool isSuspended(const AuthorKey& author) const { return m_suspended.contains(author); }

private:
    [[nodiscard]] bool isNewer(const SignedSite& site) const;

    NetworkId m_network;
    std::map<AuthorKey, Member> m_members;
    std::map<SiteId, std::uint64_t> m_versions;
    std::map<SiteId, std::string> m_names;
    std::set<AuthorKey> m_suspended;
};

} // namespace qis::core
