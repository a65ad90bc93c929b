// What became of an outcome: what its site sent, corrected and took back.
#include "node/queries.h"

#include "domain/compose.h"
#include "domain/recorded.h"
#include "domain/value_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace qis::core {

namespace {

/// A site that sends more versions of one outcome than this is not followed further.
constexpr std::size_t kMostVersions = 200;

/// The earliest version held from which `packet` was made.
Result<StoredPacket> firstVersion(NodeCore& node, StoredPacket packet, PacketHistory& history) {
    for (std::size_t step = 0; packet.target; ++step) {
        auto earlier = node.store().findPacket(*packet.target);
        if (!earlier) {
            return earlier.error();
        }
        if (!*earlier || step == kMostVersions) {
            history.complete = false;
            break;
        }
        packet = std::move(**earlier);
    }
    return packet;
}

bool isVersion(const NodeCore& node, const StoredPacket& later, const StoredPacket& earlier) {
    if (later.kind != Kind::Amendment && later.kind != Kind::FollowUp && later.kind != Kind::Retraction) {
        return false;
    }
    const auto* writer = node.members().find(later.author);
    const auto* first = node.members().find(earlier.author);
    return later.author == earlier.author || (writer != nullptr && first != nullptr && writer->site == first->site);
}

Result<std::vector<StoredPacket>> versionsFrom(NodeCore& node, StoredPacket first, PacketHistory& history) {
    std::vector<StoredPacket> versions;
    versions.push_back(std::move(first));
    for (std::size_t at = 0; at < versions.size(); ++at) {
        auto later = node.store().packetsTargeting(shortId(versions[at].id));
        if (!later) {
            return later.error();
        }
        for (auto& one : *later) {
            if (!isVersion(node, one, versions[at])) {
                continue;
            }
            if (versions.size() == kMostVersions) {
                history.complete = false;
                break;
            }
            versions.push_back(std::move(one));
        }
    }
    // Versions of the same minute are in the order of their site.
    std::sort(versions.begin() + 1, versions.end(), [](const StoredPacket& a, const StoredPacket& b) {
        return std::tie(a.issued, a.sequence, a.id) < std::tie(b.issued, b.sequence, b.id);
    });
    return versions;
}

std::vector<ChangedPart> changesBetween(const Catalogue& catalogue, const Content& before, const Content& now) {
    std::vector<ChangedPart> changes;
    const auto add = [&](std::string field, std::string label, std::string was, std::string is) {
        if (was != is) {
            changes.push_back({std::move(field), std::move(label), std::move(was), std::move(is)});
        }
    };
    if (const auto* installed = catalogue.find(now.pack)) {
        for (const auto& field : installed->pack.fields) {
            const auto words = [&](const Content& content) {
                const auto* value = recorded(field, content);
                return value == nullptr ? std::string() : describeValue(field, catalogue.systems(), *value);
            };
            add(pathOf(field), field.label, words(before), words(now));
        }
    }
    const auto percent = [](const Content& content) {
        return content.confidence ? fmt::format("{} %", *content.confidence) : std::string();
    };
    const auto basis = [](const Content& content) {
        return content.basis ? describeBasis(*content.basis) : std::string();
    };
    add("confidence", {}, percent(before), percent(now));
    add("basis", {}, basis(before), basis(now));
    add("note", {}, before.note.value_or(std::string()), now.note.value_or(std::string()));
    return changes;
}

} // namespace

Result<PacketHistory> packetHistory(NodeCore& node, std::string_view id) {
    PacketHistory history;
    auto asked = storedPacket(node, id);
    if (!asked) {
        return asked.error();
    }
    auto first = firstVersion(node, std::move(asked).value(), history);
    if (!first) {
        return first.error();
    }
    const auto inForce = node.store().inForce(first->row);
    if (!inForce) {
        return inForce.error();
    }
    const auto versions = versionsFrom(node, std::move(first).value(), history);
    if (!versions) {
        return versions.error();
    }
    std::map<ShortId, Content> contents;
    for (const auto& packet : *versions) {
        const auto decoded = decodePacket(packet.bytes);
        if (!decoded) {
            return decoded.error();
        }
        const auto& content = decoded->packet.content;
        const auto* member = node.members().find(packet.author);
        PacketVersion version;
        version.id = packet.id.hex();
        version.kind = kindName(packet.kind);
        version.author = packet.author.hex();
        version.siteName = member == nullptr ? std::string() : member->siteName;
        version.own = packet.author == node.home().device.author();
        version.inForce = packet.row == *inForce && !packet.retracted;
        version.issued = packet.issued * kSecond;
        version.received = packet.received;
        version.reason = static_cast<int>(content.reason.value_or(0));
        if (packet.kind != Kind::Retraction) {
            version.sentence = sentenceOf(node.catalogue(), content);
            const auto earlier = packet.target ? contents.find(*packet.target) : contents.end();
            if (earlier != contents.end()) {
                version.compared = true;
                version.changes = changesBetween(node.catalogue(), earlier->second, content);
            }
            contents.emplace(shortId(packet.id), content);
        }
        history.versions.push_back(std::move(version));
    }
    return history;
}

} // namespace qis::core
