#include "base/error.h"

namespace qis::core {

namespace {

struct CodeText {
    std::string_view name;
    std::string_view sentence;
};

CodeText textOf(Code code) {
    switch (code) {
    case Code::None:
        return {"none", "Done."};
    case Code::TooLarge:
        return {"too-large", "The packet is larger than 512 bytes."};
    case Code::NotCbor:
        return {"not-cbor", "The bytes are not well-formed CBOR."};
    case Code::TrailingBytes:
        return {"trailing-bytes", "There are bytes after the end of the packet."};
    case Code::NotCose:
        return {"not-cose", "The bytes are not a tagged COSE_Sign1 message."};
    case Code::WrongAlgorithm:
        return {"wrong-algorithm", "The protected header is not exactly the EdDSA algorithm and the author."};
    case Code::BadAuthor:
        return {"bad-author", "The author is not a 32-byte key."};
    case Code::BadUnprotected:
        return {"bad-unprotected", "The unprotected header must be empty."};
    case Code::BadSignatureSize:
        return {"bad-signature-size", "The signature must have 64 bytes."};
    case Code::BadPayload:
        return {"bad-payload", "A part of the payload has the wrong type or shape."};
    case Code::UnknownKey:
        return {"unknown-key", "The payload holds a key that this format does not know."};
    case Code::DuplicateKey:
        return {"duplicate-key", "A map holds the same key twice."};
    case Code::MissingKey:
        return {"missing-key", "A part that this kind of packet needs is missing."};
    case Code::UnexpectedKey:
        return {"unexpected-key", "A part that this kind of packet must not have is present."};
    case Code::TooManyFields:
        return {"too-many-fields", "A side of the outcome holds more than 32 fields."};
    case Code::TextTooLong:
        return {"text-too-long", "A text is empty or longer than its limit."};
    case Code::BadText:
        return {"bad-text", "A text is not valid UTF-8 or holds control characters."};
    case Code::ArrayTooLong:
        return {"array-too-long", "A list is empty or holds more than 24 values."};
    case Code::NestingTooDeep:
        return {"nesting-too-deep", "The content is nested too deeply."};
    case Code::OutOfRange:
        return {"out-of-range", "A number is outside its range."};
    case Code::UnknownVersion:
        return {"unknown-version", "The packet has a format version that this program does not know."};
    case Code::UnknownKind:
        return {"unknown-kind", "The packet is of a kind that does not exist."};
    case Code::FromFuture:
        return {"from-future", "The packet is dated more than 24 hours ahead."};
    case Code::NotCanonical:
        return {"not-canonical", "The bytes are not the one deterministic encoding of their content."};
    case Code::Duplicate:
        return {"duplicate", "This packet is already held."};
    case Code::BadSignature:
        return {"bad-signature", "The signature does not fit the packet."};
    case Code::UnknownAuthor:
        return {"unknown-author", "No membership is known for the author."};
    case Code::NotMember:
        return {"not-member", "The author is not a member in good standing of this network."};
    case Code::DemoKey:
        return {"demo-key", "A demonstration key cannot be used in a real network."};
    case Code::ForeignTarget:
        return {"foreign-target", "Only the author's own site may follow up, amend or retract a packet."};
    case Code::RateExceeded:
        return {"rate-exceeded", "The author sends more packets than the network allows."};
    case Code::ChainConflict:
        return {"chain-conflict", "The packet contradicts the author's chain."};
    case Code::Equivocation:
        return {"equivocation", "The author signed two different packets with one sequence number."};
    case Code::UnknownPack:
        return {"unknown-pack", "The domain pack of this packet is not installed."};
    case Code::UnknownField:
        return {"unknown-field", "The domain pack has no such field."};
    case Code::WrongType:
        return {"wrong-type", "The value has the wrong type for its field."};
    case Code::NotAllowed:
        return {"not-allowed", "The value is not allowed for its field."};
    case Code::MissingField:
        return {"missing-field", "A required field is missing."};
    case Code::RuleBroken:
        return {"rule-broken", "The values contradict each other."};
    case Code::UnknownTerm:
        return {"unknown-term", "The term is not in the code system."};
    case Code::NotJson:
        return {"not-json", "The text is not valid JSON of the expected shape."};
    case Code::UnknownMember:
        return {"unknown-member", "The object has a member that is not known here."};
    case Code::BadUnit:
        return {"bad-unit", "The unit does not fit the field."};
    case Code::BadProfile:
        return {"bad-profile", "The profile is not valid."};
    case Code::OutcomeSideInRate:
        return {"outcome-side-in-rate",
                "A rate may only be asked from a profile that matches on the condition side alone."};
    case Code::BadPack:
        return {"bad-pack", "The domain pack is not valid."};
    case Code::BadDefinition:
        return {"bad-definition", "The similarity definition is not valid."};
    case Code::BadVocabulary:
        return {"bad-vocabulary", "The vocabulary file is not valid."};
    case Code::BadDocument:
        return {"bad-document", "The signed document is not valid."};
    case Code::NotFound:
        return {"not-found", "There is no such thing here."};
    case Code::AlreadyExists:
        return {"already-exists", "Something of this name exists already."};
    case Code::AlreadyRetracted:
        return {"already-retracted", "The packet has been retracted already."};
    case Code::AlreadyAmended:
        return {"already-amended", "The packet has been amended; its newest version is the one to amend or retract."};
    case Code::BadArgument:
        return {"bad-argument", "An argument is not valid."};
    case Code::DraftTooLarge:
        return {"draft-too-large", "The draft takes more than 64 KiB."};
    case Code::TooManyDrafts:
        return {"too-many-drafts", "There are 1000 drafts already."};
    case Code::TooManyTemplates:
        return {"too-many-templates", "There are 200 templates already."};
    case Code::HomeMissing:
        return {"home-missing", "There is no QIS home in this folder."};
    case Code::HomeExists:
        return {"home-exists", "This folder already holds a QIS home."};
    case Code::HomeInUse:
        return {"home-in-use", "Another program is using this QIS home."};
    case Code::HomeUnwritable:
        return {"home-unwritable", "The QIS home cannot be written to."};
    case Code::DiskFull:
        return {"disk-full", "The disk is full; what was signed is safe, what was being written is not."};
    case Code::StoreFailed:
        return {"store-failed", "The store could not be read or written."};
    case Code::StoreNewer:
        return {"store-newer", "The store was written by a newer version of this program."};
    case Code::StoreForeign:
        return {"store-foreign", "The file is not a QIS store."};
    case Code::StoreCorrupt:
        return {"store-corrupt", "The store is damaged."};
    case Code::WrongPassphrase:
        return {"wrong-passphrase", "The passphrase is wrong."};
    case Code::PassphraseNeeded:
        return {"passphrase-needed", "This home needs its passphrase."};
    case Code::VaultBroken:
        return {"vault-broken", "The key file is damaged."};
    case Code::Locked:
        return {"locked", "The keys are locked."};
    case Code::CryptoFailed:
        return {"crypto-failed", "A cryptographic operation failed."};
    case Code::NotABackup:
        return {"not-a-backup", "The file is not a backup of a QIS home."};
    case Code::BackupDamaged:
        return {"backup-damaged", "The backup is damaged."};
    case Code::TargetUnwritable:
        return {"target-unwritable", "The backup cannot be written to this place."};
    case Code::FolderNotEmpty:
        return {"folder-not-empty", "A home is restored only into a folder that is empty or does not exist."};
    case Code::BadFrame:
        return {"bad-frame", "A peer sent a frame that is not valid."};
    case Code::BadFeed:
        return {"bad-feed", "What a peer says about the own chain is not valid."};
    case Code::BadHello:
        return {"bad-hello", "A peer did not prove who it is."};
    case Code::WrongNetwork:
        return {"wrong-network", "The peer belongs to another network."};
    case Code::WrongLinkKey:
        return {"wrong-link-key", "The link key differs from the one that was announced."};
    case Code::NotAdmitted:
        return {"not-admitted", "The peer is not on the list of admitted link keys."};
    case Code::BadEndpoint:
        return {"bad-endpoint", "The endpoint is not of the form tcp://HOST:PORT#LINKKEY."};
    case Code::NotReachable:
        return {"not-reachable", "The other side could not be reached."};
    case Code::TimedOut:
        return {"timed-out", "Nothing came within the time."};
    case Code::Busy:
        return {"busy", "The other side is busy."};
    case Code::Stopped:
        return {"stopped", "The engine is stopping."};
    case Code::Cancelled:
        return {"cancelled", "The operation was cancelled."};
    case Code::Internal:
        return {"internal", "Something went wrong that should not."};
    }
    return {"internal", "Something went wrong that should not."};
}

} // namespace

std::string_view codeName(Code code) {
    return textOf(code).name;
}

std::string_view codeSentence(Code code) {
    return textOf(code).sentence;
}

} // namespace qis::core
