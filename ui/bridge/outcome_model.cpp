#include "bridge/outcome_model.h"

#include "bridge/engine_bridge.h"
#include "format/numbers.h"
#include "format/outcomes.h"
#include "format/sentences.h"

#include <QtCore/QSet>

#include <algorithm>
#include <utility>

namespace qis::ui {

namespace {

OutcomeModel::Entry entryOfDraft(const SavedDraft& draft) {
    return {QStringLiteral("draft:%1").arg(draft.values.id), draft, std::nullopt};
}

OutcomeModel::Entry entryOfOutcome(const OwnOutcome& outcome) {
    // The ticket stays with an outcome that leaves while the window is open.
    const QString key =
        outcome.ticket != 0 ? QStringLiteral("ticket:%1").arg(outcome.ticket) : QStringLiteral("id:") % outcome.id;
    return {key, std::nullopt, outcome};
}

QString reasonName(int number) {
    const QList<RetractionReason> reasons = EngineBridge::retractionReasons();
    const auto it = std::find_if(reasons.cbegin(), reasons.cend(),
                                 [number](const RetractionReason& reason) { return reason.number == number; });
    return it == reasons.cend() ? QString() : it->name;
}

} // namespace

OutcomeModel::OutcomeModel(EngineBridge& bridge, QObject* parent, Scope scope)
    : QAbstractListModel(parent)
    , m_bridge(bridge)
    , m_scope(scope) {
    connect(&bridge, &EngineBridge::outboxChanged, this, &OutcomeModel::reload);
    connect(&bridge, &EngineBridge::peersChanged, this, &OutcomeModel::reload);
}

void OutcomeModel::reload() {
    if (m_scope == Scope::Found && m_record.isEmpty())
        return;
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    m_bridge.listDrafts(this, [this, epoch = m_epoch](const Result<QList<SavedDraft>>& result) {
        if (epoch != m_epoch)
            return;
        if (result.ok())
            readOutcomes(*result.value);
        else
            fail(result.fault);
    });
}

void OutcomeModel::setRecordFilter(const QString& record) {
    if (m_record == record)
        return;
    // What was read for other words is not shown for these.
    clear();
    m_record = record;
    reload();
}

void OutcomeModel::readOutcomes(const QList<SavedDraft>& drafts) {
    const auto shown = std::count_if(m_entries.cbegin(), m_entries.cend(),
                                     [](const Entry& entry) { return entry.outcome && entry.outcome->cursor != 0; });
    const int limit = static_cast<int>(std::clamp<qsizetype>(shown, kPage, kMostAtOnce));
    m_bridge.listOutcomes(0, limit, m_record, this,
                          [this, drafts, epoch = m_epoch](const Result<OutcomeBatch>& result) {
                              if (epoch != m_epoch)
                                  return;
                              if (!result.ok()) {
                                  fail(result.fault);
                                  return;
                              }
                              QList<Entry> entries;
                              for (const SavedDraft& draft : drafts)
                                  if (draft.values.ownRecord.contains(m_record, Qt::CaseInsensitive))
                                      entries.append(entryOfDraft(draft));
                              for (const OwnOutcome& outcome : result.value->rows)
                                  entries.append(entryOfOutcome(outcome));
                              m_cursor = result.value->cursor;
                              m_fault = {};
                              apply(entries);
                              finish();
                          });
}

void OutcomeModel::fail(const Fault& fault) {
    m_fault = fault;
    finish();
}

void OutcomeModel::finish() {
    m_reading = false;
    m_read = true;
    Q_EMIT refreshed();
    if (std::exchange(m_again, false))
        reload();
}

void OutcomeModel::clear() {
    ++m_epoch;
    m_reading = m_again = m_read = false;
    m_cursor = 0;
    m_openDraft = 0;
    m_record.clear();
    m_fault = {};
    beginResetModel();
    m_entries.clear();
    endResetModel();
    Q_EMIT refreshed();
}

/// Rows that stay are moved, not made anew: whoever reads one must not lose his place.
void OutcomeModel::apply(const QList<Entry>& entries) {
    QSet<QString> wanted;
    for (const Entry& entry : entries)
        wanted.insert(entry.key);
    for (int row = static_cast<int>(m_entries.size()) - 1; row >= 0; --row) {
        if (wanted.contains(m_entries.at(row).key))
            continue;
        beginRemoveRows({}, row, row);
        m_entries.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < entries.size(); ++row) {
        const Entry& entry = entries.at(row);
        const auto from = std::find_if(m_entries.cbegin() + std::min<qsizetype>(row, m_entries.size()),
                                       m_entries.cend(), [&entry](const Entry& old) { return old.key == entry.key; });
        if (from == m_entries.cend()) {
            beginInsertRows({}, row, row);
            m_entries.insert(row, entry);
            endInsertRows();
            continue;
        }
        const int old = static_cast<int>(from - m_entries.cbegin());
        if (old != row) {
            beginMoveRows({}, old, old, {}, row);
            m_entries.move(old, row);
            endMoveRows();
        }
        m_entries[row] = entry;
    }
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_entries.size()) - 1));
}

void OutcomeModel::setOpenDraft(qint64 id) {
    if (m_openDraft == id)
        return;
    m_openDraft = id;
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_entries.size()) - 1));
}

bool OutcomeModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_cursor != 0 && !m_reading;
}

void OutcomeModel::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent))
        return;
    m_reading = true;
    m_bridge.listOutcomes(m_cursor, kPage, m_record, this, [this, epoch = m_epoch](const Result<OutcomeBatch>& result) {
        if (epoch != m_epoch)
            return;
        if (!result.ok()) {
            fail(result.fault);
            return;
        }
        m_cursor = result.value->cursor;
        QList<Entry> entries;
        for (const OwnOutcome& outcome : result.value->rows)
            entries.append(entryOfOutcome(outcome));
        if (!entries.isEmpty()) {
            const int first = static_cast<int>(m_entries.size());
            beginInsertRows({}, first, first + static_cast<int>(entries.size()) - 1);
            m_entries.append(entries);
            endInsertRows();
        }
        finish();
    });
}

const OutcomeModel::Entry* OutcomeModel::entryAt(int row) const {
    return row >= 0 && row < m_entries.size() ? &m_entries.at(row) : nullptr;
}

const OutcomeModel::Entry* OutcomeModel::entryOf(const QString& key) const {
    const auto it =
        std::find_if(m_entries.cbegin(), m_entries.cend(), [&key](const Entry& entry) { return entry.key == key; });
    return it == m_entries.cend() ? nullptr : &*it;
}

const OwnOutcome* OutcomeModel::outcomeOf(const QString& id) const {
    const auto it = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                 [&id](const Entry& entry) { return entry.outcome && entry.outcome->id == id; });
    return it == m_entries.cend() ? nullptr : &*it->outcome;
}

const OwnOutcome* OutcomeModel::newest() const {
    const auto it = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                 [](const Entry& entry) { return entry.outcome.has_value(); });
    return it == m_entries.cend() ? nullptr : &*it->outcome;
}

const OwnOutcome* OutcomeModel::newestHeld() const {
    const OwnOutcome* outcome = newest();
    return outcome != nullptr && outcome->state == QLatin1String("held") ? outcome : nullptr;
}

int OutcomeModel::waitingCount() const {
    return static_cast<int>(std::count_if(m_entries.cbegin(), m_entries.cend(), [](const Entry& entry) {
        return entry.outcome && entry.outcome->state == QLatin1String("waiting");
    }));
}

QString OutcomeModel::titleOf(const Entry& entry) {
    if (entry.outcome)
        return entry.outcome->sentence;
    if (!entry.draft->title.isEmpty())
        return entry.draft->title;
    //: Title of a draft in which nothing was named yet. %1: when it was begun
    return tr("Untitled, %1").arg(format::dateTime(entry.draft->created));
}

QString OutcomeModel::detailOf(const Entry& entry) {
    if (entry.draft)
        //: %1: date and time
        return tr("Last changed %1.").arg(format::dateTime(entry.draft->changed));
    const OwnOutcome& outcome = *entry.outcome;
    if (outcome.state == QLatin1String("held") && outcome.reason == QLatin1String("restored"))
        return format::waitingReason(outcome.reason);
    if (outcome.state == QLatin1String("held"))
        //: %1: date and time
        return tr("It leaves %1. Until then you can still undo it.").arg(format::dateTime(outcome.nextAttempt));
    if (outcome.state == QLatin1String("waiting")) {
        const QString reason = format::waitingReason(outcome.reason);
        //: %1: why an outcome waits, as whole sentences, %2: date and time
        return outcome.nextAttempt == 0 ? reason
                                        : tr("%1 Next attempt: %2.").arg(reason, format::dateTime(outcome.nextAttempt));
    }
    if (outcome.state == QLatin1String("retracted"))
        //: %1: date and time, %2: why, as a short sentence without full stop
        return tr("Retracted %1: %2.")
            .arg(format::dateTime(outcome.retractedAt), format::retractionReason(reasonName(outcome.retractionReason)));
    if (outcome.state == QLatin1String("amended"))
        return tr("A newer version has taken its place, wherever it has gone.");
    if (outcome.peers == 0)
        return tr("Every peer has been served; none of them asks for outcomes like this one.");
    if (!outcome.amends.isEmpty())
        //: %1: date and time
        return tr("Signed %1, in the place of an earlier version.").arg(format::dateTime(outcome.issued));
    //: %1: date and time
    return tr("Signed %1.").arg(format::dateTime(outcome.issued));
}

QString OutcomeModel::wordOf(const Entry& entry) const {
    if (entry.draft && entry.draft->values.id == m_openDraft)
        //: State of an outcome: the draft that stands in the form
        return tr("Draft, open");
    return format::outcomeState(entry.state(), entry.outcome ? entry.outcome->peers : 0);
}

int OutcomeModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant OutcomeModel::data(const QModelIndex& index, int role) const {
    const Entry* entry = index.isValid() ? entryAt(index.row()) : nullptr;
    if (entry == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return titleOf(*entry);
    case Qt::AccessibleTextRole:
        //: Read aloud for one row. %1: state, %2: what it is about
        return tr("%1: %2").arg(wordOf(*entry), titleOf(*entry));
    case Qt::AccessibleDescriptionRole:
        return detailOf(*entry);
    case StateRole:
        return entry->state();
    case WordRole:
        return wordOf(*entry);
    case WhenRole:
        return format::dateTime(entry->draft ? entry->draft->changed : entry->outcome->issued);
    case DayRole:
        return format::day(entry->draft ? entry->draft->changed : entry->outcome->issued);
    case HiddenRole:
        return entry->outcome && entry->outcome->hidden;
    case KeyRole:
        return entry->key;
    case RecordRole:
        return entry->ownRecord();
    default:
        return {};
    }
}

} // namespace qis::ui
