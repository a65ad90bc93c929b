#pragma once

#include "widgets/item_layout.h"

#include <QtCore/QSet>

namespace qis::ui {

/// Fields in columns of equal width: as many as fit, one when the text is large or the window narrow.
/// A wide item takes a line of its own. Items stand in reading order.
class FormGrid : public ItemLayout {
    Q_OBJECT

public:
    explicit FormGrid(QWidget* parent = nullptr);

    void addField(QWidget* widget, bool wide);
    void setColumnWidth(int width);

    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override;
    [[nodiscard]] QSize sizeHint() const override;

private:
    int place(const QRect& rect, bool move) const override;
    [[nodiscard]] bool isWide(const QLayoutItem* item) const { return m_wide.contains(item); }

    QSet<const QLayoutItem*> m_wide;
    int m_columnWidth = 1;
};

} // namespace qis::ui
