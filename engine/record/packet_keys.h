#pragma once

#include <cstdint>

/// Numbers of the packet format that only its encoder, decoder and checks need.
namespace qis::core::packet {

inline constexpr std::uint64_t kVersion = 1;
inline constexpr std::uint64_t kMaxSequence = 1ULL << 53U;
inline constexpr std::uint64_t kMaxConfidence = 100;
inline constexpr std::uint32_t kMaxReason = 255;
inline constexpr std::uint32_t kMaxVerdict = 2;

enum Key : std::uint8_t {
    KeyVersion = 1,
    KeyKind,
    KeyPack,
    KeyIssued,
    KeySequence,
    KeyPrevious,
    KeyCondition,
    KeyOutcome,
    KeyConfidence,
    KeyBasis,
    KeyTarget,
    KeyReason,
    KeyNote,
    KeyCaseCommitment,
};

enum BasisForm : std::uint8_t { FormOneCase, FormCounts, FormEffect, FormTable, FormObservedExpected, FormPairCells };

/// The member of a fitness body that holds the network id, the only bytes among all values.
inline constexpr std::uint32_t kFitnessNetwork = 1;

} // namespace qis::core::packet
