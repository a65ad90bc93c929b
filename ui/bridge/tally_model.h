#pragma once

#include "bridge/keyed_table.h"

namespace qis::ui {

/// Something that happened, in words, and how often.
struct Tally {
    QString code;
    QString text;
    QString amount; ///< for the eye
    qint64 count = 0;

    [[nodiscard]] QString key() const { return code; }
    bool operator==(const Tally&) const = default;
};

/// What was counted: refusals by reason, traffic by kind.
class TallyModel : public KeyedTable<Tally> {
    Q_OBJECT

public:
    enum Column : quint8 { What, Amount, ColumnCount };
    enum Role : quint16 { SortRole = Qt::UserRole + 1 };

    TallyModel(QString what, QString amount, QObject* parent);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString m_what;
    QString m_amount;
};

} // namespace qis::ui
