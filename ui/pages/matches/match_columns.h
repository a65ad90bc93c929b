#pragma once

#include "bridge/match_values.h"

#include <QtCore/QObject>

class QMenu;
class QPushButton;
class QTableView;

namespace qis::ui {

class MatchModel;

/// Which columns of the table are shown and by which it is sorted. A click on a heading sorts by it,
/// Shift and a click by it as well; everything is in the menu of the headings and of the button too.
class MatchColumns : public QObject {
    Q_OBJECT

public:
    MatchColumns(MatchModel& model, QTableView& table);

    [[nodiscard]] QPushButton* button() const { return m_button; }
    /// A heading was chosen, alone or beside those before it.
    void sortBy(int column, bool asWell);
    /// The columns that are shown, in their order on the screen.
    [[nodiscard]] QList<int> shown() const;
    /// Shows these, in this order; columns that do not exist are left out, and no column at all changes nothing.
    void show(const QList<int>& columns);

Q_SIGNALS:
    void sorted();

private:
    void buildMenu();
    void addSortMenu(const QString& title, bool asWell);

    MatchModel& m_model;
    QTableView& m_table;
    QMenu* m_menu;
    QPushButton* m_button;
};

} // namespace qis::ui
