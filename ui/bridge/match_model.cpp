#include "bridge/match_model.h"

#include "bridge/engine_bridge.h"
#include "bridge/match_words.h"
#include "format/numbers.h"

#include <QtCore/QTimer>
#include <QtGui/QFont>

#include <limits>
#include <utility>

namespace qis::ui {

namespace {

constexpr int kMostPages = 48;
/// While one drags through a long list only the last places are worth reading.
constexpr int kMostWanted = 6;

bool isNumber(int column) {
    return column == MatchModel::Score || column == MatchModel::Coverage;
}

QVariant alignmentOf(int column) {
    return QVariant::fromValue(
        Qt::Alignment((isNumber(column) ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter));
}

} // namespace

MatchModel::MatchModel(EngineBridge& bridge, QObject* parent)
    : QAbstractTableModel(parent)
    , m_bridge(bridge)
    , m_fetch(new QTimer(this)) {
    m_fetch->setSingleShot(true);
    m_fetch->setInterval(0);
    connect(m_fetch, &QTimer::timeout, this, &MatchModel::readWanted);
    connect(&bridge, &EngineBridge::matchesChanged, this, &MatchModel::reload);
}

void MatchModel::setProfile(const QString& profile) {
    m_profile = profile;
    clear();
    readAgain();
}

void MatchModel::setFilter(const MatchFilter& filter) {
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_lastAsked = 0;
    readAgain();
}

void MatchModel::setOrder(const QList<MatchOrder>& order) {
    if (order == m_order)
        return;
    m_order = order;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    m_lastAsked = 0;
    readAgain();
}

MatchKey MatchModel::keyOf(int column) {
    switch (column) {
    case Coverage:
        return MatchKey::Coverage;
    case Happened:
        return MatchKey::Sentence;
    case Site:
        return MatchKey::Site;
    case Received:
        return MatchKey::Received;
    case State:
        return MatchKey::State;
    case Issued:
        return MatchKey::Issued;
    case Interest:
        return MatchKey::Profile;
    default:
        return MatchKey::Score;
    }
}

void MatchModel::clear() {
    ++m_reading;
    beginResetModel();
    m_rows = 0;
    m_pages.clear();
    m_kept.clear();
    m_wanted.clear();
    m_lastAsked = 0;
    m_all = 0;
    m_byState.clear();
    m_sites.clear();
    m_revision = 0;
    m_read = false;
    m_again = false;
    m_followedId.clear();
    endResetModel();
    setPhase(Phase::Idle);
}

void MatchModel::follow(const QString& id, const QString& profile) {
    m_followedId = id;
    m_followedProfile = profile;
}

MatchView MatchModel::view(qint64 first, int limit) const {
    return {.profile = m_profile,
            .filter = m_filter,
            .order = m_order,
            .first = first,
            .limit = limit,
            .locateId = m_followedId,
            .locateProfile = m_followedProfile};
}

void MatchModel::reload() {
    if (m_phase == Phase::Reading)
        m_again = true;
    else
        readAgain();
}

void MatchModel::readAgain() {
    // What is under way answers an old question.
    m_again = false;
    setPhase(Phase::Reading);
    // The page looked at last, and those around it.
    const int first = qMax(0, m_lastAsked - 1);
    m_bridge.viewMatches(view(qint64{first} * kPageRows, 3 * kPageRows), this,
                         [this, reading = ++m_reading](const Result<MatchWindow>& result) {
                             if (reading != m_reading)
                                 return;
                             if (!result.ok()) {
                                 m_fault = result.fault;
                                 setPhase(Phase::Failed);
                                 return;
                             }
                             take(*result.value);
                             m_read = true;
                             setPhase(Phase::Idle);
                             Q_EMIT refreshed();
                             if (m_again)
                                 readAgain();
                         });
}

void MatchModel::setInterestNames(const QHash<QString, QString>& names) {
    if (std::exchange(m_interestNames, names) != names && m_rows > 0)
        Q_EMIT dataChanged(index(0, Interest), index(m_rows - 1, Interest));
}

void MatchModel::want(int page) const {
    m_wanted.removeOne(page);
    m_wanted.append(page);
    if (m_wanted.size() > kMostWanted)
        m_wanted.removeFirst();
    m_fetch->start();
}

void MatchModel::readWanted() {
    if (m_fetching || m_wanted.isEmpty() || m_phase == Phase::Reading)
        return;
    const int page = m_wanted.takeLast();
    m_fetching = true;
    m_bridge.viewMatches(view(qint64{page} * kPageRows, kPageRows), this,
                         [this, page, reading = m_reading](const Result<MatchWindow>& result) {
                             m_fetching = false;
                             if (reading == m_reading && result.ok() && result.value->revision != m_revision) {
                                 reload();
                             } else if (reading == m_reading && result.ok()) {
                                 keepPage(page, result.value->rows);
                                 const int first = page * kPageRows;
                                 const int last = qMin(m_rows, first + kPageRows) - 1;
                                 if (last >= first)
                                     Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
                                 Q_EMIT rowsRead();
                             }
                             if (!m_wanted.isEmpty())
                                 m_fetch->start();
                         });
}

void MatchModel::keepPage(int page, const QList<JudgedMatch>& rows) {
    m_pages.insert(page, rows);
    m_kept.removeOne(page);
    m_kept.append(page);
    while (m_kept.size() > kMostPages)
        m_pages.remove(m_kept.takeFirst());
}

void MatchModel::take(const MatchWindow& window) {
    m_all = window.all;
    m_byState = window.byState;
    m_sites = window.sites;
    Pages pages;
    for (qsizetype at = 0; at < window.rows.size(); at += kPageRows)
        pages.insert(static_cast<int>((window.first + at) / kPageRows), window.rows.mid(at, kPageRows));
    const int rows = static_cast<int>(qMin<qint64>(window.total, std::numeric_limits<int>::max()));
    m_revision = window.revision;
    m_wanted.clear();
    // First as many as there will be, so that what moves has a place to go to; then the fewer ones.
    if (rows > m_rows)
        resizeTo(rows);
    placeRows(window.first % kPageRows == 0 ? pages : Pages(), window.located);
    if (rows < m_rows)
        resizeTo(rows);
}

void MatchModel::resizeTo(int rows) {
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    } else {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        endRemoveRows();
    }
}

void MatchModel::placeRows(const Pages& pages, qint64 located) {
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<JudgedMatch> were;
    for (const QModelIndex& one : before)
        were.append(matchAt(one.row()) != nullptr ? *matchAt(one.row()) : JudgedMatch());
    m_pages.clear();
    m_kept.clear();
    for (auto it = pages.cbegin(); it != pages.cend(); ++it)
        keepPage(it.key(), it.value());
    QModelIndexList after;
    for (qsizetype at = 0; at < before.size(); ++at) {
        const JudgedMatch& was = were.at(at);
        const bool followed = !was.id.isEmpty() && was.id == m_followedId && was.profile == m_followedProfile;
        const int row = followed ? static_cast<int>(located) : was.id.isEmpty() ? -1 : rowOf(was.id, was.profile);
        // What cannot be found again is not selected any more; another match stands in its place.
        after.append(row >= 0 && row < m_rows ? index(row, before.at(at).column()) : QModelIndex());
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void MatchModel::setPhase(Phase phase) {
    if (m_phase == phase)
        return;
    m_phase = phase;
    Q_EMIT phaseChanged();
}

const JudgedMatch* MatchModel::matchAt(int row) const {
    if (row < 0 || row >= m_rows)
        return nullptr;
    const auto page = m_pages.constFind(row / kPageRows);
    const int at = row % kPageRows;
    return page != m_pages.constEnd() && at < page->size() ? &page->at(at) : nullptr;
}

int MatchModel::rowOf(const QString& id, const QString& profile) const {
    for (auto page = m_pages.cbegin(); page != m_pages.cend(); ++page)
        for (int at = 0; at < page->size(); ++at)
            if (page->at(at).id == id && page->at(at).profile == profile)
                return page.key() * kPageRows + at;
    return -1;
}

int MatchModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}

int MatchModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString MatchModel::spoken(const JudgedMatch& match) {
    const QString state = stateWord(match.state);
    if (match.retracted)
        //: Read aloud for one row. %1: site, %2: state, %3: what happened
        return tr("Retracted. From %1, %2: %3").arg(match.siteName, state, match.sentence);
    if (match.amended)
        //: Read aloud for one row. %1: site, %2: state, %3: what happened
        return tr("Amended. From %1, %2: %3").arg(match.siteName, state, match.sentence);
    //: Read aloud for one row. %1: score of 100, %2: site, %3: state, %4: what happened
    return tr("Score %1 of 100, from %2, %3: %4")
        .arg(format::score(match.score), match.siteName, state, match.sentence);
}

QVariant MatchModel::text(const JudgedMatch& match, int column) const {
    switch (column) {
    case Score:
        return format::score(match.score);
    case Coverage:
        return format::percent(match.coverage);
    case Happened:
        if (match.retracted)
            //: %1: what happened, as one sentence. The author has taken the outcome back.
            return tr("Retracted: %1").arg(match.happened);
        //: %1: what happened, as one sentence. The author has sent a newer version.
        return match.amended ? tr("Amended: %1").arg(match.happened) : match.happened;
    case Site:
        return match.siteName.isEmpty() ? format::shortKey(match.site) : match.siteName;
    case Received:
        return format::dateTime(match.received);
    case State:
        if (match.retracted)
            //: %1: state of a match whose author has taken the outcome back
            return tr("%1, retracted").arg(stateWord(match.state));
        //: %1: state of a match whose author has sent a newer version
        return match.amended ? tr("%1, amended").arg(stateWord(match.state)) : stateWord(match.state);
    case Issued:
        return format::dateTime(match.issued);
    case Interest:
        return m_interestNames.value(match.profile, match.profile);
    default:
        return {};
    }
}

QVariant MatchModel::toolTip(const JudgedMatch& match, int column) const {
    switch (column) {
    case Coverage:
        return match.sparse ? tr("Less than 60 % of what the profile asks for is recorded in this outcome.")
                            : match.sentence;
    case Received:
        return format::dateTimeLong(match.received);
    case Issued:
        return format::dateTimeLong(match.issued);
    case Interest:
        return text(match, Interest);
    case State:
        return match.state == MatchState::NotRelevant ? reasonWord(match.reason) : stateWord(match.state);
    default:
        return match.sentence;
    }
}

QVariant MatchModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const JudgedMatch* row = matchAt(index.row());
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        m_lastAsked = index.row() / kPageRows;
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(index.column());
    if (row == nullptr) {
        if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
            return {};
        want(index.row() / kPageRows);
        //: In place of a row that is being read
        return index.column() == Happened ? QVariant(tr("Reading…")) : QVariant(QStringLiteral("…"));
    }
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, index.column());
    case Qt::ToolTipRole:
        return toolTip(*row, index.column());
    case Qt::FontRole: {
        if ((!row->retracted && !row->amended) || index.column() == State)
            return {};
        QFont font;
        font.setStrikeOut(true);
        return font;
    }
    case Qt::AccessibleTextRole:
        return index.column() == Happened ? QVariant(spoken(*row)) : text(*row, index.column());
    case Qt::AccessibleDescriptionRole:
        return headerData(index.column(), Qt::Horizontal, Qt::AccessibleDescriptionRole);
    case IdRole:
        return row->id;
    case ProfileRole:
        return row->profile;
    case RetractedRole:
        return row->retracted;
    case StateRole:
        return static_cast<int>(row->state);
    default:
        return {};
    }
}

QVariant MatchModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (role == Qt::ToolTipRole && section == Coverage)
        return tr("How much of what the profile asks for is recorded in the outcome.");
    if (role == Qt::ToolTipRole && section == Score)
        return tr("How alike the two are, in points of 100.");
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::AccessibleDescriptionRole)
        return {};
    const auto name = [section]() -> QString {
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
        case State:
            return tr("State");
        case Issued:
            //: Heading: when the author issued it
            return tr("Issued");
        case Interest:
            return tr("Interest");
        default:
            return {};
        }
    };
    if (role == Qt::AccessibleDescriptionRole)
        return name();
    const QList<MatchOrder> order = m_order.isEmpty() ? QList<MatchOrder>{{}} : m_order;
    for (qsizetype place = 0; place < order.size(); ++place) {
        if (order.at(place).key != keyOf(section))
            continue;
        const bool down = order.at(place).descending;
        const int rank = static_cast<int>(place) + 1;
        if (role == Qt::AccessibleTextRole)
            //: Read aloud for a heading. %1: heading, %2: 1 for the column sorted by first
            return down ? tr("%1, sorted descending, place %2").arg(name()).arg(rank)
                        //: Read aloud for a heading. %1: heading, %2: 1 for the column sorted by first
                        : tr("%1, sorted ascending, place %2").arg(name()).arg(rank);
        if (order.size() == 1)
            //: A heading that is sorted by. %1: heading
            return down ? tr("%1 ↓").arg(name()) : tr("%1 ↑").arg(name());
        //: A heading that is sorted by. %1: heading, %2: 1 for the column sorted by first
        return down ? tr("%1 ↓ %2").arg(name()).arg(rank) : tr("%1 ↑ %2").arg(name()).arg(rank);
    }
    return name();
}

} // namespace qis::ui
