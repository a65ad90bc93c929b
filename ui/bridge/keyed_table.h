#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QHash>
#include <QtCore/QSet>

namespace qis::ui {

/// Rows with a key each. New contents are merged in: a row that stays keeps its place, so that
/// selection, focus and scroll position of a view survive. `Row` has a `key()` and an `operator==`.
template <class Row> class KeyedTable : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QList<Row>& rows) {
        QSet<QString> staying;
        for (const Row& row : rows)
            staying.insert(row.key());
        for (int at = rowCount() - 1; at >= 0; --at) {
            if (staying.contains(m_rows.at(at).key()))
                continue;
            beginRemoveRows({}, at, at);
            m_rows.removeAt(at);
            endRemoveRows();
        }
        QHash<QString, int> places;
        for (int at = 0; at < rowCount(); ++at)
            places.insert(m_rows.at(at).key(), at);
        for (const Row& row : rows) {
            const int at = places.value(row.key(), -1);
            if (at < 0) {
                places.insert(row.key(), rowCount());
                beginInsertRows({}, rowCount(), rowCount());
                m_rows.append(row);
                endInsertRows();
            } else if (!(m_rows.at(at) == row)) {
                m_rows[at] = row;
                Q_EMIT dataChanged(index(at, 0), index(at, columnCount() - 1));
            }
        }
    }
    [[nodiscard]] const Row* rowAt(int at) const { return at >= 0 && at < rowCount() ? &m_rows.at(at) : nullptr; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

private:
    QList<Row> m_rows;
};

} // namespace qis::ui
