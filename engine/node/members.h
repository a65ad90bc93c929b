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
};

/// Who may speak in this network: the authors listed in site documents that are held here.
/// Until networks have charters a site vouches for itself, so a name is what a site calls itself.
class Members {
public:
    explicit Members(const NetworkId& network) : m_network(network) {}

    /// WrongNetwork, DemoKey (a demo site in a real network or the reverse), or ok. A device that is
    /// known for one site is not moved to another by that site's word alone.
    [[nodiscard]] Status admit(const SignedSite& site, bool demoNetwork);
    [[nodiscard]] const Member* find(const AuthorKey& author) const;
    [[nodiscard]] std::string siteName(const SiteId& site) const;
    void suspend(const AuthorKey& author) { m_suspended.insert(author); }
    [[nodiscard]] bool isSuspended(const AuthorKey& author) const { return m_suspended.contains(author); }
    [[nodiscard]] bool isNewer(const SignedSite& site) const;

private:
    NetworkId m_network;
    std::map<AuthorKey, Member> m_members;
    std::map<SiteId, std::uint64_t> m_versions;
    std::map<SiteId, std::string> m_names;
    std::set<AuthorKey> m_suspended;
};

} // namespace qis::core
