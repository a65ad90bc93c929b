#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace qis::ui {

/// Something is being made that has to be there first: what it is, how far it is, and a way to stop.
class WorkPage : public QWidget {
    Q_OBJECT

public:
    void showStopping();

Q_SIGNALS:
    void cancelRequested();

protected:
    WorkPage(const QString& title, QWidget* parent);

    void begin(const QString& step);
    [[nodiscard]] bool isStopping() const;
    [[nodiscard]] QLabel& text() const { return *m_text; }
    [[nodiscard]] QLabel& step() const { return *m_step; }
    [[nodiscard]] QProgressBar& bar() const { return *m_bar; }
    [[nodiscard]] QPushButton& cancelButton() const { return *m_cancel; }

private:
    QLabel* m_text;
    QLabel* m_step;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
};

} // namespace qis::ui
