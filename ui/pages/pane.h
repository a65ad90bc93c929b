#pragma once

class QWidget;

namespace qis::ui {

/// A part of the window that F6 goes to: the area it covers and the control that takes the focus.
struct Pane {
    QWidget* area = nullptr;
    QWidget* target = nullptr;
    bool main = false; ///< what its page is about; it takes the focus when the page is shown
};

} // namespace qis::ui
