#include "bridge/convert.h"

#include "bridge/convert_parts.h"
#include "bridge/draft_json.h"

#include <iterator>

namespace qis::ui {

namespace {

using namespace convert;

std::vector<std::string> strings(const QStringList& list) {
    std::vector<std::string> out;
    out.reserve(static_cast<std::size_t>(list.size()));
    for (const QString& item : list)
        out.push_back(item.toStdString());
    return out;
}

FieldProblem toProblem(const qis::ProblemInfo& problem) {
    return {text(problem.code), text(problem.field), text(problem.detail)};
}

Dimension toDimension(const qis::ExplainedDimensionInfo& info) {
    return {
        .id = text(info.id),
        .label = text(info.label),
        .conditionSide = info.conditionSide,
        .points = info.points,
        .maximum = info.maximum,
        .similarity = info.similarity,
        .mine = text(info.mine),
        .theirs = text(info.theirs),
        .kernel = text(info.kernel),
        .findings = mapped<Finding>(info.findings,
                                    [](const qis::FindingInfo& finding) {
                                        return Finding{text(finding.kind), text(finding.name), text(finding.amount),
                                                       text(finding.of)};
                                    }),
        .swapped = info.swapped,
        .recorded = info.recorded,
        .counted = info.counted,
        .belowFloor = info.belowFloor,
        .floor = info.floor,
    };
}

Peer toPeer(const qis::PeerInfo& info) {
    return {
        .node = text(info.node),
        .siteName = text(info.siteName),
        .endpoint = text(info.endpoint),
        .connected = info.connected,
        .lastSeen = info.lastSeen,
        .behind = count(info.behind),
        .clockSkewMillis = info.clockSkewMillis,
        .roundTripMillis = info.roundTripMillis,
        .received = count(info.received),
        .sent = count(info.sent),
    };
}

QMap<QString, qint64> toCounts(const std::map<std::string, std::uint64_t>& counts) {
    QMap<QString, qint64> out;
    for (const auto& [name, number] : counts)
        out.insert(text(name), count(number));
    return out;
}

PacketPart toPart(const qis::PacketPartInfo& part) {
    return {
        .name = text(part.name),
        .value = text(part.value),
        .bytes = QByteArray(part.bytes.empty() ? nullptr : reinterpret_cast<const char*>(part.bytes.data()),
                            static_cast<qsizetype>(part.bytes.size())),
        .madeLater = part.madeLater,
    };
}

std::optional<Completeness> toCompleteness(const std::optional<qis::CompletenessInfo>& info) {
    if (!info)
        return std::nullopt;
    return Completeness{info->value, mapped<MissingPart>(info->missing, [](const qis::MissingPartInfo& part) {
                            return MissingPart{text(part.label), text(part.field), part.gain};
                        })};
}

Duplicate toDuplicate(const qis::DuplicateInfo& info) {
    return {
        .id = text(info.id),
        .ticket = info.ticket,
        .sentence = text(info.sentence),
        .state = text(info.state),
        .issued = info.issued,
        .equal = info.equal,
        .sameRecord = info.sameRecord,
        .chance = info.chance,
        .decision = text(info.decision),
        .decidedAt = info.decidedAt,
        .fields = mapped<ComparedField>(info.fields,
                                        [](const qis::ComparedFieldInfo& field) {
                                            return ComparedField{text(field.field), text(field.label), text(field.mine),
                                                                 text(field.earlier), text(field.agreement)};
                                        }),
    };
}

Broadening toBroadening(const qis::BroadeningInfo& info) {
    return {text(info.field), text(info.label),  text(info.from),    text(info.fromName),
            text(info.to),    text(info.toName), count(info.sharing)};
}

OwnOutcome toOwnOutcome(const qis::OutcomeRow& row) {
    return {
        .cursor = row.cursor,
        .ticket = row.ticket,
        .draft = row.draft,
        .id = text(row.id),
        .pack = text(row.pack),
        .sentence = text(row.sentence),
        .state = text(row.state),
        .reason = text(row.reason),
        .peers = count(row.peers),
        .issued = row.issued,
        .nextAttempt = row.nextAttempt,
        .retractedAt = row.retractedAt,
        .retractionReason = row.retractionReason,
        .bytes = smallCount(row.bytes),
        .hidden = row.hidden,
        .amends = text(row.amends),
        .amendedBy = text(row.amendedBy),
        .ownRecord = text(row.ownRecord),
    };
}

QVariant toVariant(const qis::FieldInput& input) {
    if (const auto* yes = std::get_if<bool>(&input))
        return *yes;
    if (const auto* whole = std::get_if<std::int64_t>(&input))
        return qlonglong{*whole};
    if (const auto* number = std::get_if<double>(&input))
        return *number;
    if (const auto* one = std::get_if<std::string>(&input))
        return text(*one);
    if (const auto* several = std::get_if<std::vector<std::string>>(&input))
        return texts(*several);
    return {};
}

qis::FieldInput fromVariant(const QVariant& value) {
    switch (value.typeId()) {
    case QMetaType::Bool:
        return value.toBool();
    case QMetaType::Int:
    case QMetaType::LongLong:
        return static_cast<std::int64_t>(value.toLongLong());
    case QMetaType::Double:
        return value.toDouble();
    case QMetaType::QString:
        return value.toString().toStdString();
    case QMetaType::QStringList:
        return strings(value.toStringList());
    default:
        return std::monostate{};
    }
}

} // namespace

Fault toFault(const qis::Failure& failure) {
    return {text(failure.code), text(failure.detail), text(failure.field)};
}

DraftReport toDraftReport(const qis::DraftCheck& check) {
    return {
        .problems = mapped<FieldProblem>(check.problems, toProblem),
        .warnings = mapped<FieldProblem>(check.warnings, toProblem),
        .bytes = smallCount(check.bytes),
        .sentence = text(check.sentence),
        .parts = mapped<PacketPart>(check.parts, toPart),
        .completeness = toCompleteness(check.completeness),
    };
}

Examination toExamination(const qis::DraftExamination& examination) {
    const qis::RarityInfo& rarity = examination.rarity;
    return {
        .compared = count(examination.compared),
        .duplicates = mapped<Duplicate>(examination.duplicates, toDuplicate),
        .rarity = {.labels = texts(rarity.labels),
                   .similar = count(rarity.similar),
                   .sharing = count(rarity.sharing),
                   .least = count(rarity.least),
                   .broadening = mapped<Broadening>(rarity.broadening, toBroadening)},
    };
}

Emission toEmission(const qis::Emitted& emitted) {
    return {text(emitted.id), smallCount(emitted.bytes), text(emitted.state), emitted.ticket, emitted.leavesAt};
}

QList<OutboxItem> toOutbox(const std::vector<qis::OutboxRow>& rows) {
    return mapped<OutboxItem>(rows, [](const qis::OutboxRow& row) {
        return OutboxItem{
            .ticket = row.ticket,
            .id = text(row.id),
            .pack = text(row.pack),
            .kind = text(row.kind),
            .sentence = text(row.sentence),
            .state = text(row.state),
            .reason = text(row.reason),
            .since = row.since,
            .nextAttempt = row.nextAttempt,
        };
    });
}

Interest toInterest(const qis::ProfileInfo& profile) {
    return {
        .name = text(profile.name),
        .pack = text(profile.pack),
        .conditionOnly = profile.conditionOnly,
        .theta = profile.theta,
        .minCoverage = profile.minCoverage,
        .fromOutcome = profile.fromOutcome,
        .expires = profile.expires,
        .matches = count(profile.matches),
        .prototype = text(profile.prototype),
    };
}

QList<Interest> toInterests(const std::vector<qis::ProfileInfo>& profiles) {
    return mapped<Interest>(profiles, toInterest);
}

Explanation toExplanation(const qis::ExplanationInfo& info) {
    return {
        .id = text(info.id),
        .profile = text(info.profile),
        .score = info.score,
        .coverage = info.coverage,
        .sparse = info.sparse,
        .excluded = info.excluded,
        .retracted = info.retracted,
        .amended = info.amended,
        .amendment = info.amendment,
        .definition = text(info.definition),
        .definitionHash = text(info.definitionHash),
        .dimensions = mapped<Dimension>(info.dimensions, toDimension),
        .onlyMine = texts(info.onlyMine),
        .onlyTheirs = texts(info.onlyTheirs),
        .sentence = text(info.sentence),
        .author = text(info.author),
        .siteName = text(info.siteName),
        .signatureValid = info.signatureValid,
    };
}

MatchRank toMatchRank(const qis::MatchRank& rank) {
    return {.compared = count(rank.compared), .asAlike = count(rank.asAlike)};
}

Status toStatus(const qis::StatusInfo& info) {
    return {
        .home = text(info.home),
        .author = text(info.author),
        .fingerprint = text(info.fingerprint),
        .site = text(info.site),
        .siteName = text(info.siteName),
        .demo = info.demo,
        .locked = info.locked,
        .network = text(info.network),
        .endpoints = texts(info.endpoints),
        .peers = mapped<Peer>(info.peers, toPeer),
        .connectedPeers = count(info.connectedPeers),
        .packets = count(info.packets),
        .ownPackets = count(info.ownPackets),
        .matches = count(info.matches),
        .outboxWaiting = count(info.outboxWaiting),
        .outboxHeld = count(info.outboxHeld),
        .quarantined = count(info.quarantined),
        .ownRecords = count(info.ownRecords),
        .refusals = toCounts(info.refusals),
        .counters = toCounts(info.counters),
        .storeBytes = count(info.storeBytes),
        .diskFreeBytes = count(info.diskFreeBytes),
        .now = info.now,
        .version = text(info.version),
    };
}

CommandResult toCommandResult(const qis::CommandAnswer& answer) {
    return {answer.exitCode, QByteArray::fromStdString(answer.json), texts(answer.errors)};
}

Done toDone(const qis::Nothing&) {
    return {};
}

OutcomeBatch toOutcomeBatch(const qis::OutcomePage& page) {
    return {mapped<OwnOutcome>(page.rows, toOwnOutcome), page.cursor};
}

QList<SavedDraft> toSavedDrafts(const std::vector<qis::SavedDraft>& drafts) {
    return mapped<SavedDraft>(drafts, [](const qis::SavedDraft& stored) {
        SavedDraft draft = draftFromJson(QByteArray::fromStdString(stored.values));
        draft.values.pack = text(stored.pack);
        draft.values.id = stored.id;
        draft.values.ownRecord = text(stored.ownRecord);
        draft.created = stored.created;
        draft.changed = stored.changed;
        return draft;
    });
}

QList<FormTemplate> toTemplates(const std::vector<qis::FormTemplate>& templates) {
    return mapped<FormTemplate>(templates, [](const qis::FormTemplate& stored) {
        return FormTemplate{text(stored.pack), text(stored.name),
                            draftFromJson(QByteArray::fromStdString(stored.values)).values.fields};
    });
}

qis::FormTemplate fromTemplate(const FormTemplate& filled) {
    SavedDraft values;
    values.values.fields = filled.fields;
    return {filled.pack.toStdString(), filled.name.toStdString(), draftToJson(values).toStdString()};
}

DraftValues toDraftValues(const qis::Draft& draft) {
    DraftValues out;
    out.pack = text(draft.pack);
    for (const auto& [name, value] : draft.condition)
        out.fields.insert(QLatin1String("condition.") + text(name), toVariant(value));
    for (const auto& [name, value] : draft.outcome)
        out.fields.insert(QLatin1String("outcome.") + text(name), toVariant(value));
    out.confidence = draft.confidence;
    if (draft.basis) {
        BasisValues basis{text(draft.basis->kind), {}};
        for (const auto& [name, number] : draft.basis->numbers)
            basis.numbers.insert(text(name), number);
        out.basis = basis;
    }
    out.note = text(draft.note);
    out.amends = text(draft.amends);
    out.ownRecord = text(draft.ownRecord);
    return out;
}

qint64 toNumber(const std::int64_t& number) {
    return number;
}

qis::Draft fromDraft(const DraftValues& draft) {
    qis::Draft out;
    out.pack = draft.pack.toStdString();
    for (auto it = draft.fields.cbegin(); it != draft.fields.cend(); ++it) {
        const qsizetype dot = it.key().indexOf(QLatin1Char('.'));
        const std::string name = it.key().mid(dot + 1).toStdString();
        const bool condition = it.key().startsWith(QLatin1String("condition."));
        (condition ? out.condition : out.outcome)[name] = fromVariant(it.value());
    }
    out.confidence = draft.confidence;
    if (draft.basis) {
        qis::BasisInput basis;
        basis.kind = draft.basis->kind.toStdString();
        for (auto it = draft.basis->numbers.cbegin(); it != draft.basis->numbers.cend(); ++it)
            basis.numbers[it.key().toStdString()] = it.value();
        out.basis = std::move(basis);
    }
    out.note = draft.note.toStdString();
    out.amends = draft.amends.toStdString();
    out.id = std::max<qint64>(0, draft.id);
    out.ownRecord = draft.ownRecord.toStdString();
    return out;
}

qis::SavedDraft fromSavedDraft(const SavedDraft& draft) {
    return {.id = std::max<qint64>(0, draft.values.id),
            .pack = draft.values.pack.toStdString(),
            .values = draftToJson(draft).toStdString(),
            .ownRecord = draft.values.ownRecord.toStdString()};
}

std::filesystem::path toPath(const QString& path) {
    return std::filesystem::path(path.toStdU16String());
}

qis::EngineOptions fromOpenRequest(const OpenRequest& request) {
    qis::EngineOptions options;
    options.folder = toPath(request.folder);
    options.resources = toPath(request.resources);
    options.passphrase = request.passphrase.toStdString();
    options.listen = strings(request.listen);
    options.join = strings(request.join);
    options.undoSeconds = request.undoSeconds;
    options.network = request.network;
    options.controlSocket = request.controlSocket;
    options.cheapVault = request.cheapVault;
    return options;
}

qis::NewHome fromHomeRequest(const HomeRequest& request) {
    return {toPath(request.folder), request.siteName.toStdString(), request.demo, request.passphrase.toStdString()};
}

} // namespace qis::ui
