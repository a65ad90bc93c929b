#pragma once

#include "bridge/values.h"

#include <QtWidgets/QWidget>

namespace qis::ui {

class FlowLayout;
class StatusLine;

/// How many similar outcomes share what could point at a person, and what would let more share it.
class RarityPanel : public QWidget {
    Q_OBJECT

public:
    explicit RarityPanel(QWidget* parent = nullptr);

    void setRarity(const Rarity& rarity);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void broadenRequested(const qis::ui::Broadening& broadening);

private:
    StatusLine* m_line;
    QWidget* m_buttons;
    FlowLayout* m_flow;
};

} // namespace qis::ui
