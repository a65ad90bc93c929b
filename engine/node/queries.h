#pragma once

#include "node/node_core.h"

#include <qis/values.h>

namespace qis::core {

/// Questions to a running node, answered as the plain values of include/qis.

[[nodiscard]] PackInfo packInfo(const InstalledPack& installed);
[[nodiscard]] std::vector<PackInfo> packInfos(const Catalogue& catalogue);
[[nodiscard]] Result<std::vector<TermInfo>> findTerms(const Catalogue& catalogue, std::string_view system,
                                                      std::string_view words, std::size_t limit);
[[nodiscard]] std::string draftJson(const Draft& draft);
[[nodiscard]] DraftCheck draftCheck(const ComposeResult& composed);

[[nodiscard]] Result<std::vector<OutboxRow>> outboxRows(NodeCore& node);
[[nodiscard]] Result<std::vector<ProfileInfo>> profileInfos(NodeCore& node, bool withOutcomes);
[[nodiscard]] Result<ProfileInfo> profileInfo(NodeCore& node, const Profile& profile);
[[nodiscard]] Result<MatchPage> matchPage(NodeCore& node, const MatchQuery& query);
[[nodiscard]] Result<ExplanationInfo> explanationInfo(NodeCore& node, std::string_view id, std::string_view profile);
[[nodiscard]] Result<EvidenceInfo> evidenceInfo(NodeCore& node, std::string_view profile, std::string_view question);
[[nodiscard]] Result<StatusInfo> statusInfo(NodeCore& node);

/// A packet held here in words; nullopt bytes of parts that are not known.
[[nodiscard]] std::string sentenceOf(const Catalogue& catalogue, const Content& content);
[[nodiscard]] std::string profileNameOf(NodeCore& node, std::int64_t number);

} // namespace qis::core
