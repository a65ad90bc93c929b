#pragma once

#include "bridge/history_values.h"
#include "bridge/match_values.h"

#include <qis/engine.h>
#include <qis/values.h>

/// Engine values to Qt values and back. For bridge/ only.
namespace qis::ui {

[[nodiscard]] Fault toFault(const qis::Failure& failure);
[[nodiscard]] QList<Pack> toPacks(const std::vector<qis::PackInfo>& packs);
[[nodiscard]] QList<Term> toTerms(const std::vector<qis::TermInfo>& terms);
[[nodiscard]] TermBranch toTermBranch(const qis::TermBranch& branch);
[[nodiscard]] DraftReport toDraftReport(const qis::DraftCheck& check);
[[nodiscard]] Examination toExamination(const qis::DraftExamination& examination);
[[nodiscard]] Emission toEmission(const qis::Emitted& emitted);
[[nodiscard]] QList<OutboxItem> toOutbox(const std::vector<qis::OutboxRow>& rows);
[[nodiscard]] Interest toInterest(const qis::ProfileInfo& profile);
[[nodiscard]] QList<Interest> toInterests(const std::vector<qis::ProfileInfo>& profiles);
[[nodiscard]] MatchBatch toMatchBatch(const qis::MatchPage& page);
[[nodiscard]] Explanation toExplanation(const qis::ExplanationInfo& info);
[[nodiscard]] PacketHistory toHistory(const qis::PacketHistory& history);
[[nodiscard]] MatchRank toMatchRank(const qis::MatchRank& rank);
[[nodiscard]] Evidence toEvidence(const qis::EvidenceInfo& info);
[[nodiscard]] Status toStatus(const qis::StatusInfo& info);
[[nodiscard]] CommandResult toCommandResult(const qis::CommandAnswer& answer);
[[nodiscard]] Done toDone(const qis::Nothing& nothing);
[[nodiscard]] OutcomeBatch toOutcomeBatch(const qis::OutcomePage& page);
[[nodiscard]] QList<SavedDraft> toSavedDrafts(const std::vector<qis::SavedDraft>& drafts);
[[nodiscard]] DraftValues toDraftValues(const qis::Draft& draft);
[[nodiscard]] QList<FormTemplate> toTemplates(const std::vector<qis::FormTemplate>& templates);
[[nodiscard]] qis::FormTemplate fromTemplate(const FormTemplate& filled);
[[nodiscard]] qint64 toNumber(const std::int64_t& number);

[[nodiscard]] qis::Draft fromDraft(const DraftValues& draft);
[[nodiscard]] qis::SavedDraft fromSavedDraft(const SavedDraft& draft);
[[nodiscard]] MatchWindow toMatchWindow(const qis::MatchWindow& window);
[[nodiscard]] QList<MatchMark> toMatchMarks(const std::vector<qis::MatchMark>& marks);
[[nodiscard]] qis::MatchView fromMatchView(const MatchView& view);
[[nodiscard]] std::vector<qis::MatchMark> fromMatchMarks(const QList<MatchMark>& marks);
[[nodiscard]] qis::MatchQuery fromMatchRequest(const MatchRequest& request);
[[nodiscard]] qis::EngineOptions fromOpenRequest(const OpenRequest& request);
[[nodiscard]] qis::NewHome fromHomeRequest(const HomeRequest& request);
[[nodiscard]] std::filesystem::path toPath(const QString& path);

} // namespace qis::ui
