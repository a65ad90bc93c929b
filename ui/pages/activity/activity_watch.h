#pragma once

#include <QtCore/QObject>

namespace qis::ui {

class ActivityList;
class BackupBridge;
class DemoBridge;
class PlotView;

/// Puts on the list what the bridges and the plots say that they are doing.
class ActivityWatch : public QObject {
    Q_OBJECT

public:
    explicit ActivityWatch(ActivityList& list, QObject* parent = nullptr);

    void watch(BackupBridge& backups);
    void watch(DemoBridge& demo);
    void watch(PlotView& plot);

private:
    ActivityList& m_list;
};

} // namespace qis::ui
