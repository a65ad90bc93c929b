#pragma once

#include "store/store.h"

#include <cstdint>
#include <string>

/// Packets made by hand and a scripted workload for tests of the store. The store does not look
/// into packets, so ids and bytes are only patterns.
namespace qis::testing {

[[nodiscard]] core::AuthorKey authorOf(std::uint8_t number);
/// Patterns of author, sequence and salt; another salt makes another packet for the same place.
[[nodiscard]] core::DecodedPacket packetOf(std::uint8_t author, std::uint64_t sequence, std::uint8_t salt = 0,
                                           core::Kind kind = core::Kind::Outcome);
[[nodiscard]] core::NewPacket newPacket(const core::DecodedPacket& decoded, bool toOutbox = false);

/// One step writes a few packets of this device with their outbox entries, one of another device,
/// matches, a ref and a setting, in one transaction.
[[nodiscard]] core::Status applyStep(core::Store& store, std::uint64_t step);

enum class Presence : std::uint8_t { Absent, Whole, Partial, Unreadable };
[[nodiscard]] Presence presenceOf(core::Store& store, std::uint64_t step);

/// The device in whose name steps are written.
[[nodiscard]] inline core::AuthorKey scriptSelf() {
    return authorOf(1);
}

} // namespace qis::testing
