#include "bridge/match_model.h"

#include "bridge/engine_bridge.h"
#include "format/numbers.h"

#include <QtGui/QFont>

#include <utility>

namespace qis::ui {

namespace {

constexpr int kPageRows = 200;

} // namespace

MatchModel::MatchModel(EngineBridge& bridge, QObject* parent)
    : QAbstractTableModel(parent)
    , m_bridge(bridge) {
    connect(&bridge, &EngineBridge::matchesChanged, this, &MatchModel::catchUp);
}

void MatchModel::setProfile(const QString& profile) {
    m_profile = profile;
    clear();
    reload();
}

void MatchModel::clear() {
    ++m_reading;
    beginResetModel();
    m_rows.clear();
    m_rowByKey.clear();
    m_cursor = 0;
    m_read = false;
    endResetModel();
    setPhase(Phase::Idle);
}

void MatchModel::reload() {
    ++m_reading;
    m_seen.clear();
    m_cursor = 0;
    m_fromStart = true;
    m_again = false;
    readPage();
}

void MatchModel::catchUp() {
    if (m_phase == Phase::Reading) {
        m_again = true;
        return;
    }
    ++m_reading;
    m_fromStart = false;
    m_grew = false;
    readPage();
}

void MatchModel::readPage() {
    setPhase(Phase::Reading);
    m_bridge.listMatches({.profile = m_profile, .after = m_cursor, .limit = kPageRows, .bestFirst = false}, this,
                         [this, reading = m_reading](const Result<MatchBatch>& result) {
                             if (reading != m_reading)
                                 return;
                             if (!result.ok()) {
                                 m_fault = result.fault;
                                 setPhase(Phase::Failed);
                                 return;
                             }
                             take(*result.value);
                             if (result.value->rows.size() < kPageRows)
                                 finish();
                             else
                                 readPage();
                         });
}

void MatchModel::take(const MatchBatch& batch) {
    QList<Match> fresh;
    for (const Match& row : batch.rows) {
        const QString key = keyOf(row);
        if (m_fromStart)
            m_seen.insert(key, 0);
        const auto known = m_rowByKey.constFind(key);
        if (known == m_rowByKey.constEnd()) {
            m_rowByKey.insert(key, static_cast<int>(m_rows.size() + fresh.size()));
            fresh.append(row);
        } else if (*known < m_rows.size()) {
            m_rows[*known] = row;
            Q_EMIT dataChanged(index(*known, 0), index(*known, ColumnCount - 1));
        }
    }
    m_cursor = qMax(m_cursor, batch.cursor);
    if (fresh.isEmpty())
        return;
    m_grew = true;
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    m_rows.append(fresh);
    endInsertRows();
}

void MatchModel::finish() {
    if (m_fromStart) {
        for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
            if (m_seen.contains(keyOf(m_rows.at(row))))
                continue;
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
        }
        m_rowByKey.clear();
        for (int row = 0; row < m_rows.size(); ++row)
            m_rowByKey.insert(keyOf(m_rows.at(row)), row);
        m_seen.clear();
    }
    m_read = true;
    setPhase(Phase::Idle);
    if (!m_fromStart && !m_grew) {
        // Something known has changed: a retraction, a new score.
        reload();
    } else if (std::exchange(m_again, false)) {
        catchUp();
    }
}

void MatchModel::setPhase(Phase phase) {
    if (m_phase == phase)
        return;
    m_phase = phase;
    Q_EMIT phaseChanged();
}

QString MatchModel::keyOf(const Match& match) {
    return match.profile % QLatin1Char('\n') % match.id;
}

const Match* MatchModel::matchAt(int row) const {
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

int MatchModel::rowOf(const QString& id, const QString& profile) const {
    return m_rowByKey.value(profile % QLatin1Char('\n') % id, -1);
}

int MatchModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MatchModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString MatchModel::spoken(const Match& match) {
    if (match.retracted)
        //: Read aloud for one row. %1: site, %2: what happened
        return tr("Retracted. From %1: %2").arg(match.siteName, match.sentence);
    //: Read aloud for one row. %1: score of 100, %2: site, %3: what happened
    return tr("Score %1 of 100, from %2: %3").arg(format::score(match.score), match.siteName, match.sentence);
}

QVariant MatchModel::data(const QModelIndex& index, int role) const {
    const Match* row = index.isValid() ? matchAt(index.row()) : nullptr;
    if (row == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Score:
            return format::score(row->score);
        case Coverage:
            return format::percent(row->coverage);
        case Happened:
            //: %1: what happened, as one sentence. The author has taken the outcome back.
            return row->retracted ? tr("Retracted: %1").arg(row->sentence) : row->sentence;
        case Site:
            return row->siteName.isEmpty() ? format::shortKey(row->site) : row->siteName;
        case Received:
            return format::dateTime(row->received);
        default:
            return {};
        }
    case Qt::ToolTipRole:
        if (index.column() == Coverage && row->sparse)
            return tr("Less than 60 % of what the profile asks for is recorded in this outcome.");
        if (index.column() == Received)
            return format::dateTimeLong(row->received);
        return row->sentence;
    case Qt::TextAlignmentRole:
        if (index.column() == Score || index.column() == Coverage)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignTrailing | Qt::AlignVCenter));
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeading | Qt::AlignVCenter));
    case Qt::FontRole: {
        if (!row->retracted)
            return {};
        QFont font;
        font.setStrikeOut(true);
        return font;
    }
    case Qt::AccessibleTextRole:
        return index.column() == Happened ? QVariant(spoken(*row)) : data(index, Qt::DisplayRole);
    case Qt::AccessibleDescriptionRole:
        return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole);
    case SortRole:
        switch (index.column()) {
        case Score:
            return row->score;
        case Coverage:
            return row->coverage;
        case Received:
            return row->received;
        default:
            return data(index, Qt::DisplayRole);
        }
    case IdRole:
        return row->id;
    case ProfileRole:
        return row->profile;
    case RetractedRole:
        return row->retracted;
    default:
        return {};
    }
}

QVariant MatchModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(
            (section == Score || section == Coverage ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole && section == Coverage)
        return tr("How much of what the profile asks for is recorded in the outcome.");
    if (role == Qt::ToolTipRole && section == Score)
        return tr("How alike the two are, in points of 100.");
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (section) {
    case Score:
        return tr("Score");
    case Coverage:
        return tr("Recorded");
    case Happened:
        return tr("What happened");
    case Site:
        return tr("Site");
    case Received:
        return tr("Received");
    default:
        return {};
    }
}

} // namespace qis::ui
