#pragma once

#include "bridge/activity_list.h"

#include <QtCore/QMap>
#include <QtWidgets/QDialog>

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace qis::ui {

class StatusLine;

/// What is going on, how far it is, and a way to stop it. What is over is forgotten when it closes.
class ActivityDialog : public QDialog {
    Q_OBJECT

public:
    explicit ActivityDialog(ActivityList& list, QWidget* parent = nullptr);

private:
    struct Row {
        QWidget* box;
        QProgressBar* bar;
        QPushButton* cancel;
        StatusLine* status;
    };

    void showAll();
    Row& rowOf(const Activity& activity);
    static void show(const Row& row, const Activity& activity);

    ActivityList& m_list;
    QLabel* m_nothing;
    QVBoxLayout* m_rows;
    QMap<int, Row> m_shown; ///< by id
    QPushButton* m_close;
};

} // namespace qis::ui
