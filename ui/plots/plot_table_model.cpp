#include "plots/plot_table_model.h"

#include <QtCore/QHash>
#include <QtGui/QFont>

namespace qis::ui {

namespace {

bool isNumber(const PlotColumn& column) {
    return column.kind == PlotColumn::Kind::Count || column.kind == PlotColumn::Kind::Share;
}

QVariant alignment(const PlotColumn& column) {
    return QVariant::fromValue(
        Qt::Alignment((isNumber(column) ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter));
}

QHash<QString, int> places(const QList<PlotRow>& rows) {
    QHash<QString, int> out;
    for (int row = 0; row < rows.size(); ++row)
        out.insert(rows.at(row).key, row);
    return out;
}

} // namespace

PlotTableModel::PlotTableModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void PlotTableModel::setPlotData(const PlotData& data) {
    if (data == m_data)
        return;
    const bool distinct = places(data.rows).size() == data.rows.size();
    if (!distinct || data.columns != m_data.columns || data.kind != m_data.kind) {
        beginResetModel();
        m_data = data;
        endResetModel();
        return;
    }
    removeMissing(data.rows);
    appendNew(data.rows);
    arrange(data.rows);
    m_data = data;
    if (!m_data.rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void PlotTableModel::removeMissing(const QList<PlotRow>& wanted) {
    const QHash<QString, int> kept = places(wanted);
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (kept.contains(m_data.rows.at(row).key))
            continue;
        beginRemoveRows({}, row, row);
        m_data.rows.removeAt(row);
        endRemoveRows();
    }
}

void PlotTableModel::appendNew(const QList<PlotRow>& wanted) {
    const QHash<QString, int> known = places(m_data.rows);
    QList<PlotRow> fresh;
    for (const PlotRow& row : wanted)
        if (!known.contains(row.key))
            fresh.append(row);
    if (fresh.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(fresh.size()) - 1);
    m_data.rows.append(fresh);
    endInsertRows();
}

void PlotTableModel::arrange(const QList<PlotRow>& wanted) {
    const QHash<QString, int> target = places(wanted);
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex& one : before)
        after.append(index(target.value(m_data.rows.at(one.row()).key), one.column()));
    m_data.rows = wanted;
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

bool PlotTableModel::isMark(int column) const {
    return m_data.columns.at(column).role == PlotColumn::Role::Mark;
}

int PlotTableModel::widestColumn() const {
    int widest = -1;
    for (int column = 0; column < columnCount(); ++column)
        if (m_data.columns.at(column).kind == PlotColumn::Kind::Text)
            widest = column;
    return widest;
}

int PlotTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_data.rows.size());
}

int PlotTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_data.columns.size());
}

QVariant PlotTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_data.rows.size() || index.column() >= m_data.columns.size())
        return {};
    const PlotRow& row = m_data.rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return m_data.text(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return alignment(m_data.columns.at(index.column()));
    case Qt::FontRole: {
        if (!row.summary)
            return {};
        QFont font;
        font.setBold(true);
        return font;
    }
    case Qt::AccessibleTextRole:
        return index.column() == 0 && !row.sentence.isEmpty() ? QVariant(row.sentence) : data(index, Qt::DisplayRole);
    case Qt::AccessibleDescriptionRole:
        return m_data.columns.at(index.column()).title;
    default:
        return {};
    }
}

QVariant PlotTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= m_data.columns.size())
        return {};
    const PlotColumn& column = m_data.columns.at(section);
    if (role == Qt::TextAlignmentRole)
        return alignment(column);
    return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(column.title) : QVariant();
}

} // namespace qis::ui
