#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>

namespace qis::ui {

class EngineBridge;
class OutcomeModel;
class UndoBar;

/// Counts, once an outcome has left, what others have seen like it, and says so on its bar. It counts again
/// whenever matches arrive. Lives as long as the bar.
class AlikeCounter : public QObject {
    Q_OBJECT

public:
    /// `id` of the outcome if it has one already.
    AlikeCounter(EngineBridge& bridge, const OutcomeModel& outcomes, UndoBar& bar, QString id);

Q_SIGNALS:
    /// The matches of this interest shall be shown.
    void wanted(const QString& interest);

private:
    void count();

    EngineBridge& m_bridge;
    const OutcomeModel& m_outcomes;
    UndoBar& m_bar;
    QString m_id; ///< empty until it has left
};

} // namespace qis::ui
