#include "bridge/tally_model.h"

#include <utility>

namespace qis::ui {

TallyModel::TallyModel(QString what, QString amount, QObject* parent)
    : KeyedTable(parent)
    , m_what(std::move(what))
    , m_amount(std::move(amount)) {}

int TallyModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant TallyModel::data(const QModelIndex& index, int role) const {
    const Tally* tally = index.isValid() ? rowAt(index.row()) : nullptr;
    if (tally == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == What ? tally->text : tally->amount;
    case Qt::ToolTipRole:
        // The code is what helpers and logs go by.
        return tally->code;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((index.column() == Amount ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter));
    case Qt::AccessibleTextRole:
        //: Read aloud for one row. %1: how often or how much, %2: of what
        return index.column() == What ? tr("%1: %2").arg(tally->amount, tally->text) : tally->amount;
    case Qt::AccessibleDescriptionRole:
        return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole);
    case SortRole:
        return index.column() == What ? QVariant(tally->text) : QVariant(tally->count);
    default:
        return {};
    }
}

QVariant TallyModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == Amount ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    return section == What ? m_what : m_amount;
}

} // namespace qis::ui
