#pragma once

#include "bridge/keyed_table.h"
#include "bridge/values.h"

namespace qis::ui {

struct PeerRow : Peer {
    [[nodiscard]] QString key() const { return node; }
    bool operator==(const PeerRow&) const = default;
};

/// The nodes this home knows: whether they are here, when they last were, and what they still miss.
class PeerModel : public KeyedTable<PeerRow> {
    Q_OBJECT

public:
    enum Column : quint8 { Site, State, LastSeen, Behind, Received, Sent, RoundTrip, Clock, Endpoint, ColumnCount };
    enum Role : quint16 { SortRole = Qt::UserRole + 1 };

    using KeyedTable::KeyedTable;

    void setPeers(const QList<Peer>& peers);
    [[nodiscard]] static QString nameOf(const Peer& peer);
    /// Do the clocks of the two differ so much that outcomes may be refused for it one day?
    [[nodiscard]] static bool isSkewed(const Peer& peer);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static constexpr qint64 kSkewWorthAWord = 120 * 1000;

private:
    [[nodiscard]] static QString stateWord(const Peer& peer);
    [[nodiscard]] static QString clockText(const Peer& peer);
    [[nodiscard]] static QString roundTripText(const Peer& peer);
    [[nodiscard]] static Qt::Alignment alignmentOf(int column);
    [[nodiscard]] static QString spoken(const Peer& peer);
};

} // namespace qis::ui
