#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace qis::core {

/// Everything the engine refuses or fails at, one value each. The names (codeName) are part of the
/// command-line contract; the sentences shown in the desktop belong to ui/.
enum class Code : std::uint16_t {
    None = 0,

    // Packet refusals, in the order of the accept pipeline.
    TooLarge,         // 1 more than 512 bytes
    NotCbor,          // 2 malformed or truncated CBOR
    TrailingBytes,    // 2 bytes after the packet
    NotCose,          // 2 not a tagged COSE_Sign1 array of four with the right member types
    WrongAlgorithm,   // 2 protected header is not exactly { 1: -8, 4: author }
    BadAuthor,        // 2 author is not 32 bytes
    BadUnprotected,   // 2 unprotected header is not empty
    BadSignatureSize, // 2 signature is not 64 bytes
    BadPayload,       // 2 payload is not a map, or a member has the wrong type or shape
    UnknownKey,       // 2 payload carries a key the format does not know
    DuplicateKey,     // 2 a map holds a key twice
    MissingKey,       // 2 a member required for this kind is absent
    UnexpectedKey,    // 2 a member not allowed for this kind is present
    TooManyFields,    // 3 a condition or outcome map holds more than 32 entries
    TextTooLong,      // 3 a text is longer than its limit, or empty where it may not be
    BadText,          // 3 a text is not UTF-8 or holds control characters
    ArrayTooLong,     // 3 an array holds more than 24 values
    NestingTooDeep,   // 3 nesting deeper than 4
    OutOfRange,       // 3 a number is outside its range (confidence, minute, sequence, basis, NaN)
    UnknownVersion,   // 4 format version is not 1 (kept in quarantine)
    UnknownKind,      // 4 kind above 7
    FromFuture,       // 5 issued more than 24 hours ahead (held until due)
    NotCanonical,     // 6 not the deterministic encoding of its content
    Duplicate,        // 7 this id is already held
    BadSignature,     // 8 the signature does not verify
    UnknownAuthor,    // 9 no membership known for this author (held until it is)
    NotMember,        // 9 the author's membership does not cover this network
    DemoKey,          // 9 a demo key in a real network
    ForeignTarget,    // 9 only the author's own site may follow up, amend or retract
    RateExceeded,     // 9 more packets than the network's policy allows
    ChainConflict,    // 10 previous id contradicts the packet held at that place
    Equivocation,     // 10 another packet with this author and sequence is held
    UnknownPack,      // 11 the domain pack is not installed (kept in quarantine)
    UnknownField,     // 11 a field number the pack does not have
    WrongType,        // 11 a field's value has the wrong type
    NotAllowed,       // 11 a value outside the field's value set or limits
    MissingField,     // 11 a required field is absent
    RuleBroken,       // 11 a cross-field rule of the pack does not hold
    UnknownTerm,      // 11 a code that the code system does not have

    // Compose and input.
    NotJson,
    UnknownMember,
    BadUnit,
    BadProfile,
    OutcomeSideInRate, // a rate was asked from a profile that also matches on the outcome side
    BadPack,
    BadDefinition,
    BadVocabulary,
    BadDocument,
    NotFound,
    AlreadyExists,
    AlreadyRetracted,
    AlreadyAmended, // only the version in force can be amended or retracted
    BadArgument,
    DraftTooLarge,    // what is typed takes more than 64 KiB
    TooManyDrafts,    // 1,000 are kept already
    TooManyTemplates, // 200 are kept already

    // Home, store, keys.
    HomeMissing,
    HomeExists,
    HomeInUse,
    HomeUnwritable,
    DiskFull,
    StoreFailed,
    StoreNewer,   // written by a newer version
    StoreForeign, // not a QIS store
    StoreCorrupt,
    WrongPassphrase,
    PassphraseNeeded,
    VaultBroken,
    Locked,
    CryptoFailed,
    NotABackup,       // the file is no backup of a home
    BackupDamaged,    // it is one, and cannot be read
    TargetUnwritable, // a backup cannot be written to this place
    FolderNotEmpty,   // a home is restored into an empty folder only

    // Links.
    BadFrame,
    BadFeed, // what a peer says about the own chain contradicts itself
    BadHello,
    WrongNetwork,
    WrongLinkKey,
    NotAdmitted,
    BadEndpoint,
    NotReachable,
    TimedOut,
    Busy,
    Stopped,
    Cancelled,
    Internal,
};

/// Stable kebab-case name, for example "not-canonical".
[[nodiscard]] std::string_view codeName(Code code);
/// One English sentence for the command line and the log.
[[nodiscard]] std::string_view codeSentence(Code code);

/// An expected failure. `detail` is English, for logs and the command line; `field` names the
/// member concerned (a JSON member, a pack field, a packet key) and may be empty.
struct Error {
    Code code = Code::Internal;
    std::string detail;
    std::string field;

    bool operator==(const Error&) const = default;
};

[[nodiscard]] inline Error fail(Code code, std::string detail = {}, std::string field = {}) {
    return {code, std::move(detail), std::move(field)};
}

} // namespace qis::core
