#pragma once

#include <QtWidgets/QStackedWidget>

namespace qis::ui {

/// Pages that get the room there is. A plain stack asks every page how high it would be for its width, also the ones
/// nobody sees, whenever a word changes on one of them, and so does everything around it.
class PageStack : public QStackedWidget {
public:
    using QStackedWidget::QStackedWidget;

    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
};

} // namespace qis::ui
