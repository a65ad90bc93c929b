#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// How a home and its network are.
namespace qis {

struct PeerInfo {
    std::string node;
    std::string siteName;
    std::string endpoint;
    bool connected = false;
    std::int64_t lastSeen = 0;
    std::uint64_t behind = 0; ///< packets it has not acknowledged
    std::int64_t clockSkewMillis = 0;
    std::int64_t roundTripMillis = -1; ///< of the last frame that it answered; -1 while not measured
    std::uint64_t received = 0;        ///< packets that came from it in this run, repeated ones too
    std::uint64_t sent = 0;            ///< packets that it confirmed in this run
};

/// A file that holds a whole home.
struct BackupInfo {
    std::string file;
    std::int64_t made = 0;
    std::string author;
    std::string fingerprint;
    std::string siteName;
    bool demo = false;
    std::uint64_t sequence = 0; ///< number of the last own packet in it
    int version = 0;            ///< of its tables
    std::uint64_t bytes = 0;
};

/// A home that was restored and does not know yet how far its chain goes. Nothing new of its own leaves.
struct RestoredInfo {
    std::int64_t backedUp = 0; ///< 0: not restored from a file, but found to be an old copy
    std::int64_t restored = 0;
    /// "no-peers", "asking", "silent-peers", "few-answers", "nobody-knows"; "other-copy": another copy
    /// of this home is at work; "forked": it has signed another packet for a place of this chain
    std::string reason;
    std::uint64_t answers = 0;
    std::uint64_t needed = 0;
    std::uint64_t givenBack = 0; ///< own packets that peers have returned in this run
};

struct StatusInfo {
    std::string home;
    std::string author;
    std::string fingerprint;
    std::string site;
    std::string siteName;
    bool demo = false;
    bool locked = false;
    std::string network;
    std::vector<std::string> endpoints; ///< bound, with link key
    std::vector<PeerInfo> peers;
    std::uint64_t connectedPeers = 0;
    std::uint64_t packets = 0;
    std::uint64_t ownPackets = 0;
    std::uint64_t matches = 0;
    std::uint64_t outboxWaiting = 0;
    std::uint64_t outboxHeld = 0;
    std::uint64_t quarantined = 0;
    std::uint64_t ownRecords = 0;                  ///< of patients, kept beside drafts and outcomes
    std::map<std::string, std::uint64_t> refusals; ///< by code
    std::map<std::string, std::uint64_t> counters; ///< frames and bytes in and out, packets verified
    std::uint64_t storeBytes = 0;
    std::uint64_t diskFreeBytes = 0;
    std::int64_t now = 0;
    std::string version;
    std::int64_t lastBackup = 0;          ///< 0: never
    std::optional<RestoredInfo> restored; ///< while own outcomes are held back for it
};

/// What may have changed; the store is the truth, this is a wake-up.
enum class Change : std::uint8_t { Outbox, Matches, Profiles, Peers, Status, StoreTrouble };

} // namespace qis
