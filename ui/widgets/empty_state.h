#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace qis::ui {

/// In place of an empty list: what it will hold, why it is empty, and what to do about it.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget* parent = nullptr);

    void setMessage(const QString& title, const QString& text);
    /// Empty: no button.
    void setAction(const QString& text);
    [[nodiscard]] QPushButton* actionButton() const { return m_action; }
    [[nodiscard]] QString title() const;

private:
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_action;
};

} // namespace qis::ui
