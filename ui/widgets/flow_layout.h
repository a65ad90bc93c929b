#pragma once

#include "widgets/item_layout.h"

namespace qis::ui {

/// Lays its items out like words, line after line, from the leading edge.
class FlowLayout : public ItemLayout {
    Q_OBJECT

public:
    explicit FlowLayout(QWidget* parent = nullptr);

    [[nodiscard]] Qt::Orientations expandingDirections() const override;

private:
    int place(const QRect& rect, bool move) const override;
};

} // namespace qis::ui
