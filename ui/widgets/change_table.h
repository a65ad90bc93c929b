#pragma once

#include <QtWidgets/QTableWidget>

namespace qis::ui {

/// What differs between two versions of an outcome: part, before, now. As high as its rows.
class ChangeTable : public QTableWidget {
    Q_OBJECT

public:
    struct Change {
        QString part;
        QString before; ///< empty: was not recorded
        QString now;    ///< empty: is not recorded any more
    };

    explicit ChangeTable(QWidget* parent = nullptr);

    void setChanges(const QList<Change>& changes);

private:
    void fit();
};

} // namespace qis::ui
