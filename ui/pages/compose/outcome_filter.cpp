#include "pages/compose/outcome_filter.h"

#include "bridge/outcome_model.h"

namespace qis::ui {

void OutcomeFilter::setState(const QString& state) {
    m_state = state;
    invalidateFilter();
}

bool OutcomeFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const bool hidden = index.data(OutcomeModel::HiddenRole).toBool();
    if (m_state == QLatin1String("hidden"))
        return hidden;
    return !hidden && (m_state.isEmpty() || index.data(OutcomeModel::StateRole).toString() == m_state);
}

} // namespace qis::ui
