#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace qis::ui {

/// A home is coming back from its backup: how far it is, and a way to stop.
class RestorePage : public QWidget {
    Q_OBJECT

public:
    explicit RestorePage(QWidget* parent = nullptr);

    void begin(const QString& file);
    void showProgress(int perCent);
    void showStopping();

Q_SIGNALS:
    void cancelRequested();

private:
    QLabel* m_file;
    QLabel* m_step;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
};

} // namespace qis::ui
