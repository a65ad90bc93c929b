#pragma once

#include "bridge/values.h"

#include <QtWidgets/QWidget>

class QLabel;
class QToolButton;

namespace qis::ui {

class ActivityList;

/// The foot of the window: who we are, what waits, what was refused, what is going on, and one word for the network.
class StatusStrip : public QWidget {
    Q_OBJECT

public:
    explicit StatusStrip(QWidget* parent = nullptr);

    void setActivity(const ActivityList& list);
    void setStatus(const Status& status);
    void clear();

Q_SIGNALS:
    void detailsRequested();
    void activityRequested();

private:
    QLabel* m_identity;
    QLabel* m_demo;
    QLabel* m_outbox;
    QLabel* m_refusals;
    QToolButton* m_activity;
    QToolButton* m_network;
};

} // namespace qis::ui
