#pragma once

#include "crypto/sodium.h"
#include "domain/compose.h"
#include "node/accept.h"
#include "record/document.h"
#include "source_dir.h"

#include <QTemporaryDir>

#include <cstdlib>

/// A receiving node without network, and devices of sites that write packets for it.
namespace qis::test {

inline constexpr core::Millis kNow = 1'790'000'000'000;

[[nodiscard]] inline core::NetworkId testNetwork() {
    core::NetworkId network;
    network.bytes.fill(7);
    return network;
}

[[nodiscard]] inline std::shared_ptr<const core::Catalogue> shippedCatalogue() {
    static const auto kCatalogue = [] {
        auto loaded = core::Catalogue::load(QIS_SOURCE_DIR "/resources");
        if (!core::initCrypto().ok() || !loaded.ok()) {
            std::abort();
        }
        return *loaded;
    }();
    return kCatalogue;
}

/// Content of an outcome in JSON; ends the program where it does not compose.
[[nodiscard]] inline core::Content contentOf(const std::string& json) {
    auto composed = core::compose(shippedCatalogue()->plainPacks(), shippedCatalogue()->systems(), json);
    if (!composed.composed) {
        std::abort();
    }
    return std::move(composed.composed->content);
}

/// An outcome of a drug pair, told apart by its confidence.
[[nodiscard]] inline core::Content pairOutcome(int confidence = 50, const std::string& object = "warfarin") {
    return contentOf(R"({"pack":"ddi","condition":{"object_drug":")" + object +
                     R"(","precipitant_drug":"fluconazole","sex":"female","age_band":"65-74"},)"
                     R"("outcome":{"effect":"gastrointestinal-bleeding","observed":true},"confidence":)" +
                     std::to_string(confidence) + "}");
}

[[nodiscard]] inline core::Content about(core::Kind kind, const core::DecodedPacket& target,
                                         std::optional<std::uint32_t> reason = {}) {
    core::Content content;
    if (kind == core::Kind::Amendment || kind == core::Kind::FollowUp) {
        content = pairOutcome(77);
    }
    content.kind = kind;
    content.pack = target.packet.content.pack;
    content.target = core::shortId(target.id);
    content.reason = reason;
    return content;
}

/// A device and its chain so far.
class Writer {
public:
    Writer()
        : m_key(core::DeviceKey::generate()) {}

    [[nodiscard]] const core::AuthorKey& author() const { return m_key.author(); }
    [[nodiscard]] const core::DeviceKey& key() const { return m_key; }
    /// The next packet of the chain.
    core::DecodedPacket next(const core::Content& content, core::Seconds issued = kNow / 1000) {
        auto packet = at(m_sequence + 1, m_last, content, issued);
        m_sequence = packet.packet.link.sequence;
        m_last = core::shortId(packet.id);
        return packet;
    }
    /// A packet for any place of the chain.
    [[nodiscard]] core::DecodedPacket at(std::uint64_t sequence, std::optional<core::ShortId> previous,
                                         const core::Content& content, core::Seconds issued = kNow / 1000) const {
        core::Packet packet;
        packet.author = author();
        packet.issued = issued - issued % 60;
        packet.link = {sequence, previous};
        packet.content = content;
        packet.signature = m_key.sign(
            core::sigStructure(packet.author, core::encodePayload(packet.issued, packet.link, packet.content)));
        auto decoded = core::decodePacket(core::encodePacket(packet));
        if (!decoded) {
            qFatal("the packet cannot be read: %s", decoded.error().detail.c_str());
        }
        return std::move(decoded).value();
    }

private:
    core::DeviceKey m_key;
    std::uint64_t m_sequence = 0;
    std::optional<core::ShortId> m_last;
};

/// The document of a site founded by the first device.
[[nodiscard]] inline core::SignedSite siteOf(const std::vector<const Writer*>& devices, std::uint64_t version = 1,
                                             bool demo = false, core::NetworkId network = testNetwork()) {
    core::SiteDocument document;
    document.siteName = "Site " + devices.front()->author().hex().substr(0, 4);
    document.site = core::siteIdOf(devices.front()->author());
    document.network = network;
    document.demo = demo;
    document.version = version;
    document.validFrom = kNow / 1000 - 1000;
    document.validUntil = kNow / 1000 + 1000000;
    for (const auto* device : devices) {
        core::LinkKey link;
        link.bytes = device->author().bytes;
        document.devices.push_back({device->author(), link, {}});
    }
    auto opened = core::openSiteDocument(core::signSiteDocument(document, devices.front()->key()));
    if (!opened) {
        qFatal("the site document cannot be opened");
    }
    return std::move(opened).value();
}

/// The receiving node. reopen() is what a restart does.
class Receiver {
public:
    explicit Receiver(std::shared_ptr<const core::Catalogue> catalogue = shippedCatalogue())
        : m_catalogue(std::move(catalogue))
        , m_ownSite(siteOf({&self})) {
        m_sites.push_back(m_ownSite);
        open(true);
    }

    /// From now on the site may speak.
    void admit(const core::SignedSite& site) {
        m_sites.push_back(site);
        if (!members->admit(site, false)) {
            qFatal("the site is not admitted");
        }
    }
    void reopen(std::shared_ptr<const core::Catalogue> catalogue = shippedCatalogue()) {
        accept.reset();
        store.reset();
        m_catalogue = std::move(catalogue);
        open(false);
    }
    [[nodiscard]] core::Verdict take(const core::DecodedPacket& packet, core::Millis wall = kNow) {
        return takeAll({packet}, wall).front();
    }
    [[nodiscard]] std::vector<core::Verdict> takeAll(const std::vector<core::DecodedPacket>& packets,
                                                     core::Millis wall = kNow) {
        std::vector<core::Bytes> bytes;
        for (const auto& packet : packets) {
            bytes.push_back(packet.bytes);
        }
        return takeBytes(bytes, wall);
    }
    [[nodiscard]] std::vector<core::Verdict> takeBytes(const std::vector<core::Bytes>& packets,
                                                       core::Millis wall = kNow) {
        std::vector<core::Incoming> incoming;
        for (const auto& bytes : packets) {
            incoming.push_back({bytes, peer, 0});
        }
        auto verdicts = accept->accept(std::move(incoming), wall);
        if (!verdicts) {
            qFatal("the store failed: %s", verdicts.error().detail.c_str());
        }
        return std::move(verdicts).value();
    }
    /// Runs what is kept aside for this reason through the pipeline again.
    [[nodiscard]] std::vector<core::Verdict> replay(core::Code code, core::Millis wall = kNow) {
        const auto waiting = store->quarantined(code, 1000);
        std::vector<core::Incoming> packets;
        for (const auto& one : *waiting) {
            if (one.due <= wall / 1000) {
                packets.push_back({one.bytes, one.origin, one.number});
            }
        }
        auto verdicts = accept->accept(std::move(packets), wall);
        if (!verdicts) {
            qFatal("the store failed: %s", verdicts.error().detail.c_str());
        }
        return std::move(verdicts).value();
    }
    [[nodiscard]] bool holds(const core::DecodedPacket& packet) { return *store->holds(core::shortId(packet.id)); }
    [[nodiscard]] bool isRetracted(const core::DecodedPacket& packet) {
        const auto found = store->findPacket(packet.id);
        return found && *found && (**found).retracted;
    }
    [[nodiscard]] bool isReplaced(const core::DecodedPacket& packet) {
        const auto found = store->findPacket(packet.id);
        return found && *found && (**found).replacedBy != 0;
    }
    [[nodiscard]] std::uint64_t quarantined() { return store->counts()->quarantined; }
    void addProfile(const std::string& json) {
        auto profile = core::parseProfile(json, *m_catalogue);
        if (!profile) {
            qFatal("the profile cannot be read: %s", profile.error().detail.c_str());
        }
        profile->number = store->addProfile(profile->name, json, kNow)->number;
        m_profiles.push_back(*profile);
        matcher->addProfile(std::move(profile).value());
    }

    Writer self;
    core::AuthorKey peer = Writer().author();
    std::unique_ptr<core::Store> store;
    std::unique_ptr<core::Members> members;
    std::unique_ptr<core::Matcher> matcher;
    std::unique_ptr<core::Accept> accept;

private:
    void open(bool create) {
        auto opened = core::Store::open({m_folder.path().toStdString() + "/store.sqlite", self.author(), create});
        if (!opened) {
            qFatal("the store cannot be opened: %s", opened.error().detail.c_str());
        }
        store = std::move(opened).value();
        members = std::make_unique<core::Members>(testNetwork());
        for (const auto& site : m_sites) {
            (void)members->admit(site, false).ok();
        }
        const auto suspended = store->suspendedAuthors();
        for (const auto& author : *suspended) {
            members->suspend(author);
        }
        matcher = std::make_unique<core::Matcher>(m_catalogue);
        for (const auto& profile : m_profiles) {
            matcher->addProfile(profile);
        }
        accept = std::make_unique<core::Accept>(*store, m_catalogue, *members, *matcher, m_pool, self.author());
        if (!accept->prepare()) {
            qFatal("the store cannot be read");
        }
    }

    QTemporaryDir m_folder;
    std::shared_ptr<const core::Catalogue> m_catalogue;
    core::SignedSite m_ownSite;
    std::vector<core::SignedSite> m_sites;
    std::vector<core::Profile> m_profiles;
    core::WorkerPool m_pool{1};
};

/// By name, so that a failure can be read.
[[nodiscard]] inline QByteArray nameOf(core::Code code) {
    return QByteArray::fromStdString(std::string(core::codeName(code)));
}

/// Asks for outcomes of the pair that pairOutcome makes.
inline const std::string kProfile = R"({"name":"mine","pack":"ddi","prototype":{"condition":)"
                                    R"({"object_drug":"warfarin","precipitant_drug":"fluconazole"}}})";

} // namespace qis::test

#define COMPARE_CODE(verdict, expected) QCOMPARE(qis::test::nameOf((verdict).code), qis::test::nameOf(expected))
