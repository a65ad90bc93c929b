#include "bridge/peer_model.h"

#include "format/numbers.h"

#include <limits>

namespace qis::ui {

namespace {

constexpr qint64 kSecond = 1000;
constexpr qint64 kMinute = 60;

} // namespace

void PeerModel::setPeers(const QList<Peer>& peers) {
    QList<PeerRow> rows;
    rows.reserve(peers.size());
    for (const Peer& peer : peers)
        rows.append(PeerRow{peer});
    setRows(rows);
}

QString PeerModel::nameOf(const Peer& peer) {
    return peer.siteName.isEmpty() ? format::shortKey(peer.node) : peer.siteName;
}

bool PeerModel::isSkewed(const Peer& peer) {
    return peer.connected && qAbs(peer.clockSkewMillis) > kSkewWorthAWord;
}

QString PeerModel::stateWord(const Peer& peer) {
    if (peer.connected)
        return tr("Connected");
    return peer.lastSeen == 0 ? tr("Never seen") : tr("Offline");
}

QString PeerModel::clockText(const Peer& peer) {
    if (!peer.connected)
        //: The clock of a peer that is not connected
        return tr("not known");
    const qint64 seconds = qAbs(peer.clockSkewMillis) / kSecond;
    if (seconds == 0)
        //: The clock of a peer against ours
        return tr("agrees");
    const bool ahead = peer.clockSkewMillis > 0;
    if (seconds < 2 * kMinute)
        return ahead ? tr("%Ln second(s) ahead", nullptr, static_cast<int>(seconds))
                     : tr("%Ln second(s) behind", nullptr, static_cast<int>(seconds));
    const auto minutes = static_cast<int>(qMin<qint64>(seconds / kMinute, std::numeric_limits<int>::max()));
    return ahead ? tr("%Ln minute(s) ahead", nullptr, minutes) : tr("%Ln minute(s) behind", nullptr, minutes);
}

QString PeerModel::roundTripText(const Peer& peer) {
    if (!peer.connected || peer.roundTripMillis < 0)
        //: How long a peer takes to answer
        return peer.connected ? tr("being measured") : tr("not known");
    //: %1: how long a peer took to answer, in milliseconds
    return tr("%1 ms").arg(format::count(peer.roundTripMillis));
}

Qt::Alignment PeerModel::alignmentOf(int column) {
    const bool isNumber = column == Behind || column == Received || column == Sent || column == RoundTrip;
    return (isNumber ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter;
}

QString PeerModel::spoken(const Peer& peer) {
    if (peer.lastSeen == 0)
        //: Read aloud for one row. %1: site
        return tr("%1 has never been seen.").arg(nameOf(peer));
    //: Read aloud for one row. %1: site, %2: connected or offline, %3: day and time
    return tr("%1: %2, last seen %3.").arg(nameOf(peer), stateWord(peer), format::dateTimeLong(peer.lastSeen));
}

int PeerModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant PeerModel::data(const QModelIndex& index, int role) const {
    const Peer* peer = index.isValid() ? rowAt(index.row()) : nullptr;
    if (peer == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Site:
            return nameOf(*peer);
        case State:
            return stateWord(*peer);
        case LastSeen:
            //: When a peer was seen last
            return peer->lastSeen == 0 ? tr("never") : format::dateTime(peer->lastSeen);
        case Behind:
            return format::count(peer->behind);
        case Received:
            return format::count(peer->received);
        case Sent:
            return format::count(peer->sent);
        case RoundTrip:
            return roundTripText(*peer);
        case Clock:
            return clockText(*peer);
        case Endpoint:
            //: In place of the address of a peer
            return peer->endpoint.isEmpty() ? tr("it connects to us") : peer->endpoint;
        default:
            return {};
        }
    case Qt::ToolTipRole:
        if (index.column() == LastSeen && peer->lastSeen != 0)
            return format::dateTimeLong(peer->lastSeen);
        return data(index, Qt::DisplayRole);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(index.column()));
    case Qt::AccessibleTextRole:
        return index.column() == Site ? QVariant(spoken(*peer)) : data(index, Qt::DisplayRole);
    case Qt::AccessibleDescriptionRole:
        return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole);
    case SortRole:
        switch (index.column()) {
        case State:
            return peer->connected ? 2 : peer->lastSeen == 0 ? 0 : 1;
        case LastSeen:
            return peer->lastSeen;
        case Behind:
            return peer->behind;
        case Received:
            return peer->received;
        case Sent:
            return peer->sent;
        case RoundTrip:
            return peer->connected ? peer->roundTripMillis : -1;
        case Clock:
            return qAbs(peer->clockSkewMillis);
        default:
            return data(index, Qt::DisplayRole);
        }
    default:
        return {};
    }
}

QVariant PeerModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(section));
    if (role == Qt::ToolTipRole && section == Behind)
        return tr("Packets held here that this peer has not confirmed yet.");
    if (role == Qt::ToolTipRole && section == Received)
        return tr("Packets that this peer has sent since the program was started.");
    if (role == Qt::ToolTipRole && section == Sent)
        return tr("Packets that this peer has confirmed since the program was started.");
    if (role == Qt::ToolTipRole && section == RoundTrip)
        return tr("How long this peer took to answer when it was asked last.");
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (section) {
    case Site:
        return tr("Site");
    case State:
        //: Heading: connected, offline or never seen
        return tr("State");
    case LastSeen:
        return tr("Last seen");
    case Behind:
        //: Heading: packets that a peer has not confirmed
        return tr("Not confirmed");
    case Received:
        //: Heading: packets that came from a peer
        return tr("From it");
    case Sent:
        //: Heading: packets that went to a peer
        return tr("To it");
    case RoundTrip:
        //: Heading: how long a peer takes to answer
        return tr("Answers in");
    case Clock:
        //: Heading: how far the clock of a peer is from ours
        return tr("Clock");
    case Endpoint:
        //: Heading: where a peer can be reached
        return tr("Address");
    default:
        return {};
    }
}

} // namespace qis::ui
