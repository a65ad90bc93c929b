#pragma once

#include "theme/glyph.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace qis::ui {

/// One step of setting up: done or still to do, in words, with what does it.
class ChecklistRow : public QWidget {
    Q_OBJECT

public:
    explicit ChecklistRow(const QString& name, const QString& action, QWidget* parent = nullptr);

    void setState(bool done, const QString& sentence);
    [[nodiscard]] bool isDone() const { return m_done; }
    [[nodiscard]] QPushButton* actionButton() const { return m_action; }
    [[nodiscard]] QString text() const;

private:
    theme::GlyphView* m_glyph;
    QLabel* m_label;
    QPushButton* m_action;
    bool m_done = false;
};

} // namespace qis::ui
