// How a home and its network are.
#include "node/queries.h"

#include "crypto/sodium.h"

#include <sys/statvfs.h>

namespace qis::core {

std::optional<RestoredInfo> restoredInfo(const NodeCore& node) {
    const auto& restoration = node.restoration();
    if (!restoration.holdsBack()) {
        return std::nullopt;
    }
    RestoredInfo info;
    info.backedUp = restoration.mark().backedUp;
    info.restored = restoration.mark().restored;
    info.reason = restoreReasonName(restoration.reason(node.router().peers()));
    info.answers = restoration.answers();
    info.needed = restoration.needed();
    info.givenBack = node.givenBack();
    return info;
}

Result<StatusInfo> statusInfo(NodeCore& node) {
    const auto counts = node.store().counts();
    if (!counts) {
        return counts.error();
    }
    const auto& site = node.home().site.document;
    StatusInfo info;
    info.home = node.home().folder.string();
    info.author = node.home().device.author().hex();
    info.fingerprint = fingerprintWords(node.home().device.author().view());
    info.site = site.site.hex();
    info.siteName = site.siteName;
    info.demo = site.demo;
    info.network = site.network.hex();
    info.endpoints = node.endpoints();
    const auto last = node.store().lastRow();
    for (const auto& peer : node.router().peers()) {
        PeerInfo one;
        one.node = peer.state.node.hex();
        if (const auto* member = node.members().find(peer.state.node)) {
            one.siteName = member->siteName;
        }
        one.endpoint =
            peer.state.endpoint.empty() ? std::string{} : Endpoint{peer.state.endpoint, peer.state.link}.text();
        one.connected = peer.connected;
        one.lastSeen = peer.state.lastSeen;
        one.behind =
            peer.upToDate || !last ? 0 : static_cast<std::uint64_t>(std::max<Row>(0, *last - peer.state.cursor));
        one.clockSkewMillis = peer.clockSkew;
        one.roundTripMillis = peer.roundTrip.value_or(-1);
        one.received = peer.received;
        one.sent = peer.sent;
        info.connectedPeers += peer.connected ? 1 : 0;
        info.peers.push_back(std::move(one));
    }
    info.packets = counts->packets;
    info.ownPackets = counts->ownPackets;
    info.matches = counts->matches;
    info.outboxWaiting = counts->outbox;
    info.outboxHeld = counts->held;
    info.quarantined = counts->quarantined;
    info.ownRecords = counts->ownRecords;
    info.storeBytes = counts->bytes;
    for (const auto& [name, number] : node.counters()) {
        if (name.starts_with("refused-")) {
            info.refusals[name.substr(8)] = number;
        } else {
            info.counters[name] = number;
        }
    }
    if (node.transport() != nullptr) {
        const auto traffic = node.transport()->counters();
        info.counters["frames-in"] = traffic.framesIn;
        info.counters["frames-out"] = traffic.framesOut;
        info.counters["bytes-in"] = traffic.bytesIn;
        info.counters["bytes-out"] = traffic.bytesOut;
        info.counters["frames-dropped"] = traffic.dropped;
    }
    struct statvfs disk{};
    if (::statvfs(node.home().folder.c_str(), &disk) == 0) {
        info.diskFreeBytes = static_cast<std::uint64_t>(disk.f_bavail) * disk.f_frsize;
    }
    const auto backedUp = node.lastBackup();
    if (!backedUp) {
        return backedUp.error();
    }
    info.lastBackup = *backedUp;
    info.restored = restoredInfo(node);
    info.now = node.wall();
    info.version = programVersion();
    return info;
}

} // namespace qis::core
