#pragma once

#include "node/node_core.h"
#include "similarity/explanation.h"

#include <qis/values.h>

namespace qis::core {

/// Questions to a running node, answered as the plain values of include/qis.

/// Is it a report that its site neither took back nor amended?
[[nodiscard]] inline bool stands(const StoredPacket& packet) {
    return isReport(packet.kind) && !packet.retracted && packet.replacedBy == 0;
}

/// At most so many matches are read in one go.
inline constexpr std::size_t kMaxMatches = 100000;

[[nodiscard]] PackInfo packInfo(const InstalledPack& installed);
[[nodiscard]] std::vector<PackInfo> packInfos(const Catalogue& catalogue);
[[nodiscard]] std::string draftJson(const Draft& draft);
[[nodiscard]] DraftCheck draftCheck(const Catalogue& catalogue, const ComposeResult& composed);

[[nodiscard]] Result<std::vector<OutboxRow>> outboxRows(NodeCore& node);
/// Why what is in the outbox has not left yet, as in OutboxRow.
[[nodiscard]] std::string waitingReason(const NodeCore& node);
/// When a peer is tried next, as in OutboxRow.
[[nodiscard]] std::int64_t nextAttempt(const NodeCore& node);

// terms.cpp
[[nodiscard]] Result<std::vector<TermInfo>> findTerms(const Catalogue& catalogue, std::string_view system,
                                                      std::string_view words, std::size_t limit);
[[nodiscard]] TermInfo termInfo(const CodeSystem& system, const Term& term);
[[nodiscard]] Result<TermBranch> termBranch(const Catalogue& catalogue, std::string_view system,
                                            std::string_view below);

// draft_examination.cpp
[[nodiscard]] Result<DraftExamination> examineDraft(NodeCore& node, const Draft& draft);
[[nodiscard]] Status decideDuplicate(NodeCore& node, const Draft& draft, std::string_view id, std::int64_t ticket,
                                     std::string_view decision);
[[nodiscard]] Result<std::vector<TermInfo>> recentTerms(NodeCore& node, std::string_view system, std::size_t limit);

// own_outcomes.cpp
[[nodiscard]] std::vector<PacketPartInfo> packetParts(const Catalogue& catalogue, const Content& content);
[[nodiscard]] Result<OutcomePage> outcomePage(NodeCore& node, const OutcomeQuery& query);
[[nodiscard]] Result<Draft> draftFromOutcome(NodeCore& node, std::string_view id, std::int64_t ticket);
[[nodiscard]] Result<std::vector<ProfileInfo>> profileInfos(NodeCore& node, bool withOutcomes);
[[nodiscard]] Result<ProfileInfo> profileInfo(NodeCore& node, const Profile& profile);
/// A match with what its packet says; none if the stored bytes no longer decode.
struct MatchDetail {
    MatchRow row;
    std::int64_t profile = 0; ///< as StoredMatch
    std::optional<Content> content;
};
struct MatchDetails {
    std::vector<MatchDetail> rows;
    std::int64_t cursor = 0; ///< for the next call
    std::size_t total = 0;
};
[[nodiscard]] Result<MatchDetail> matchDetail(NodeCore& node, const StoredMatch& match);
[[nodiscard]] Result<MatchDetails> matchDetails(NodeCore& node, const MatchQuery& query);
/// As many rows as asked for, however many that is.
[[nodiscard]] Result<MatchDetails> matchDetails(NodeCore& node, const MatchView& view);
[[nodiscard]] Result<MatchPage> matchPage(NodeCore& node, const MatchQuery& query);

/// What a profile, or an outcome of this home, looks for.
struct Asked {
    const InstalledPack* installed = nullptr; ///< never null in a result
    Query query;
};
[[nodiscard]] Result<Asked> askedBy(NodeCore& node, std::int64_t profile);
/// `content` must be of the pack of `asked`.
[[nodiscard]] Explanation explained(const Catalogue& catalogue, const Asked& asked, const Content& content);
/// BadArgument for what is no id, NotFound for what is not held here.
[[nodiscard]] Result<StoredPacket> storedPacket(NodeCore& node, std::string_view id);
[[nodiscard]] Result<ExplanationInfo> explanationInfo(NodeCore& node, std::string_view id, std::string_view profile);
[[nodiscard]] Result<PacketHistory> packetHistory(NodeCore& node, std::string_view id);
[[nodiscard]] Result<MatchRank> matchRank(NodeCore& node, std::string_view id, std::string_view profile);
[[nodiscard]] Result<ExplanationInfo> comparisonInfo(NodeCore& node, std::string_view id, std::string_view otherId);
[[nodiscard]] Result<EvidenceInfo> evidenceInfo(NodeCore& node, std::string_view profile, std::string_view question);
[[nodiscard]] Result<StatusInfo> statusInfo(NodeCore& node);
/// While own outcomes are held back because the home was restored.
[[nodiscard]] std::optional<RestoredInfo> restoredInfo(const NodeCore& node);

/// A packet held here in words; nullopt bytes of parts that are not known.
[[nodiscard]] std::string sentenceOf(const Catalogue& catalogue, const Content& content);
[[nodiscard]] std::string profileNameOf(NodeCore& node, std::int64_t number);

} // namespace qis::core
