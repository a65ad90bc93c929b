#include "demo/authors.h"

#include "domain/compose.h"
#include "node/home.h"

#include <utility>

namespace qis::core {

namespace {

constexpr Seconds kYear = 365LL * 86400;
constexpr std::uint32_t kEnteredInError = 1;

} // namespace

Result<DemoAuthors> DemoAuthors::make(Seconds now) {
    DemoAuthors authors;
    authors.m_authors.reserve(kDemoSites);
    authors.m_documents.reserve(kDemoSites);
    for (const auto& site : demoSites()) {
        Author author{DeviceKey::generate()};
        SiteDocument document;
        document.siteName = site.name;
        document.site = siteIdOf(author.key.author());
        document.network = demoNetworkId();
        document.demo = true;
        document.devices = {{author.key.author(), LinkKeyPair::generate().publicKey(), {}}};
        document.validFrom = now - 2 * kYear;
        document.validUntil = now + kYear;
        auto opened = openSiteDocument(signSiteDocument(document, author.key));
        if (!opened) {
            return opened.error();
        }
        authors.m_documents.push_back(std::move(opened).value());
        authors.m_authors.push_back(std::move(author));
    }
    return authors;
}

Result<Content> DemoAuthors::contentOf(const Catalogue& catalogue, const DemoAct& act) const {
    if (act.target && *act.target >= m_written.size()) {
        return fail(Code::Internal, "an act before what it speaks of");
    }
    if (act.outcome.empty()) {
        Content content;
        content.kind = Kind::Retraction;
        content.pack = m_packs[*act.target];
        content.target = m_written[*act.target];
        content.reason = kEnteredInError;
        return content;
    }
    auto composed = compose(catalogue.plainPacks(), catalogue.systems(), act.outcome,
                            act.target ? m_written[*act.target].hex() : std::string{});
    if (!composed.composed) {
        const auto& first = composed.problems.front();
        return fail(first.code, first.detail, first.field);
    }
    return std::move(composed.composed->content);
}

Result<Bytes> DemoAuthors::sign(std::size_t site, Seconds issued, const Content& content) {
    auto& author = m_authors.at(site);
    Packet packet;
    packet.author = author.key.author();
    packet.issued = issued - issued % 60;
    packet.link = {author.last.sequence + 1, author.last.previous};
    packet.content = content;
    const auto toBeSigned = sigStructure(packet.author, encodePayload(packet.issued, packet.link, packet.content));
    packet.signature = author.key.sign(toBeSigned);
    author.last = {packet.link.sequence, shortId(packetIdOf(toBeSigned))};
    return encodePacket(packet);
}

Result<Bytes> DemoAuthors::write(const Catalogue& catalogue, const DemoAct& act) {
    const auto content = contentOf(catalogue, act);
    return content ? sign(act.site, act.issued, *content) : Result<Bytes>(content.error());
}

Result<std::vector<Bytes>> DemoAuthors::write(const Catalogue& catalogue, const std::vector<DemoAct>& acts) {
    std::vector<Bytes> packets;
    packets.reserve(acts.size());
    for (const auto& act : acts) {
        const auto content = contentOf(catalogue, act);
        if (!content) {
            return content.error();
        }
        auto packet = sign(act.site, act.issued, *content);
        if (!packet) {
            return packet.error();
        }
        m_written.push_back(*m_authors[act.site].last.previous);
        m_packs.push_back(content->pack);
        packets.push_back(std::move(packet).value());
    }
    return packets;
}

} // namespace qis::core
