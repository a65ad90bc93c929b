#pragma once

#include <QtCore/QSortFilterProxyModel>

namespace qis::ui {

/// Outcomes in one state, or all that have not been taken out of the list.
class OutcomeFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// A state, "hidden", or empty for all.
    void setState(const QString& state);
    [[nodiscard]] const QString& state() const { return m_state; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_state;
};

} // namespace qis::ui
