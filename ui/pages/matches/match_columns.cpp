#include "pages/matches/match_columns.h"

#include "bridge/match_model.h"

#include <QtGui/QGuiApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

#include <algorithm>

namespace qis::ui {

namespace {

constexpr qsizetype kMostKeys = 4;

/// The order somebody expects at first: the most and the newest, but texts from A.
bool descendsAtFirst(int column) {
    return column != MatchModel::Happened && column != MatchModel::Site && column != MatchModel::State &&
           column != MatchModel::Interest;
}

} // namespace

MatchColumns::MatchColumns(MatchModel& model, QTableView& table)
    : QObject(&table)
    , m_model(model)
    , m_table(table)
    , m_menu(new QMenu(&table))
    , m_button(new QPushButton(tr("Column&s…"), &table)) {
    m_menu->setObjectName(QStringLiteral("columnsMenu"));
    m_button->setObjectName(QStringLiteral("columnsButton"));
    m_button->setAutoDefault(false);
    m_button->setToolTip(tr("Choose columns and what to sort by"));
    QHeaderView* header = table.horizontalHeader();
    header->setSectionsClickable(true);
    header->setSectionsMovable(true);
    header->setSortIndicatorShown(false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::sectionClicked, this,
            [this](int column) { sortBy(column, QGuiApplication::keyboardModifiers().testFlag(Qt::ShiftModifier)); });
    connect(header, &QHeaderView::customContextMenuRequested, this, [this, header](const QPoint& place) {
        buildMenu();
        m_menu->popup(header->viewport()->mapToGlobal(place));
    });
    connect(m_button, &QPushButton::clicked, this, [this] {
        buildMenu();
        m_menu->popup(m_button->mapToGlobal(m_button->rect().bottomLeft()));
        m_menu->setActiveAction(m_menu->actions().constFirst());
    });
}

QList<int> MatchColumns::shown() const {
    QList<int> columns;
    for (int place = 0; place < MatchModel::ColumnCount; ++place)
        if (const int column = m_table.horizontalHeader()->logicalIndex(place); !m_table.isColumnHidden(column))
            columns.append(column);
    return columns;
}

void MatchColumns::show(const QList<int>& columns) {
    QList<int> known;
    for (const int column : columns)
        if (column >= 0 && column < MatchModel::ColumnCount && !known.contains(column))
            known.append(column);
    if (known.isEmpty())
        return;
    QHeaderView* header = m_table.horizontalHeader();
    for (int column = 0; column < MatchModel::ColumnCount; ++column)
        m_table.setColumnHidden(column, !known.contains(column));
    for (int place = 0; place < known.size(); ++place)
        header->moveSection(header->visualIndex(known.at(place)), place);
}

void MatchColumns::buildMenu() {
    m_menu->clear();
    // That takes the entries of the menus in it, but not these.
    qDeleteAll(m_menu->findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    for (int column = 0; column < MatchModel::ColumnCount; ++column) {
        QAction* choice =
            m_menu->addAction(m_model.headerData(column, Qt::Horizontal, Qt::AccessibleDescriptionRole).toString());
        choice->setObjectName(QStringLiteral("column_%1").arg(column));
        choice->setCheckable(true);
        choice->setChecked(!m_table.isColumnHidden(column));
        // One is left at least, or there would be no heading to bring the others back.
        choice->setEnabled(m_table.isColumnHidden(column) || shown().size() > 1);
        connect(choice, &QAction::toggled, this, [this, column](bool on) { m_table.setColumnHidden(column, !on); });
    }
    m_menu->addSeparator();
    addSortMenu(tr("Sort by"), false);
    //: A menu of further columns to sort by
    addSortMenu(tr("Then by"), true);
    QAction* best = m_menu->addAction(tr("Sort the best first"));
    best->setObjectName(QStringLiteral("sortBest"));
    connect(best, &QAction::triggered, this, [this] {
        m_model.setOrder({});
        Q_EMIT sorted();
    });
}

void MatchColumns::addSortMenu(const QString& title, bool asWell) {
    QMenu* sorts = m_menu->addMenu(title);
    for (int column = 0; column < MatchModel::ColumnCount; ++column) {
        QAction* sort = sorts->addAction(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        sort->setObjectName((asWell ? QStringLiteral("thenBy_%1") : QStringLiteral("sortBy_%1")).arg(column));
        connect(sort, &QAction::triggered, this, [this, column, asWell] { sortBy(column, asWell); });
    }
}

void MatchColumns::sortBy(int column, bool asWell) {
    const MatchKey key = MatchModel::keyOf(column);
    QList<MatchOrder> order = m_model.order().isEmpty() ? QList<MatchOrder>{{}} : m_model.order();
    const auto known =
        std::find_if(order.begin(), order.end(), [key](const MatchOrder& one) { return one.key == key; });
    const bool turn = known != order.end() && (asWell || order.size() == 1);
    if (turn)
        known->descending = !known->descending;
    else if (asWell)
        order.append({key, descendsAtFirst(column)});
    else
        order = {{key, descendsAtFirst(column)}};
    while (order.size() > kMostKeys)
        order.removeFirst();
    m_model.setOrder(order);
    Q_EMIT sorted();
}

} // namespace qis::ui
