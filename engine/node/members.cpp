#include "node/members.h"

namespace qis::core {

Status Members::admit(const SignedSite& site, bool demoNetwork) {
    const auto& document = site.document;
    if (document.network != m_network) {
        return fail(Code::WrongNetwork, "site document of another network");
    }
    if (document.demo != demoNetwork) {
        return fail(Code::DemoKey, "a demo site and a real network do not mix");
    }
    if (!isNewer(site)) {
        return {};
    }
    m_versions[document.site] = document.version;
    m_names[document.site] = document.siteName;
    for (const auto& device : document.devices) {
        const bool founder = device.author == site.signer;
        const auto known = m_members.find(device.author);
        const bool elsewhere = known != m_members.end() && known->second.site != document.site;
        if (elsewhere && !founder) {
            continue;
        }
        m_members[device.author] = {document.site,      document.siteName,   document.demo,
                                    document.validFrom, document.validUntil, founder};
    }
    return {};
}

bool Members::isNewer(const SignedSite& site) const {
    const auto known = m_versions.find(site.document.site);
    return known == m_versions.end() || site.document.version > known->second;
}

const Member* Members::find(const AuthorKey& author) const {
    const auto found = m_members.find(author);
    return found == m_members.end() ? nullptr : &found->second;
}

std::string Members::siteName(const SiteId& site) const {
    const auto found = m_names.find(site);
    return found == m_names.end() ? std::string{} : found->second;
}

} // namespace qis::core
