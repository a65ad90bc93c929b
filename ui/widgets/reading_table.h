#pragma once

#include <QtCore/QString>
#include <QtCore/Qt>

class QTableView;

namespace qis::ui {

/// A table to read: whole rows, one at a time, no editing, no grid, words wrapped, Tab leaves it.
void makeReadingTable(QTableView& table);

/// In a mirrored window a value keeps the order of its own words.
[[nodiscard]] QString readingOrder(const QString& text, Qt::LayoutDirection direction);

} // namespace qis::ui
