#pragma once

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QString>

#include <functional>

namespace qis::ui {

/// Work that takes longer than a moment.
struct Activity {
    enum class State : quint8 { Running, Stopping, Done, Failed, Cancelled };

    int id = 0;
    QString name;
    int perCent = -1; ///< -1: nobody can say
    State state = State::Running;
    QString sentence = {}; ///< why it failed
    bool canCancel = false;

    [[nodiscard]] bool isOver() const { return state != State::Running && state != State::Stopping; }
};

/// What is going on in this window, the oldest first. What is over stays until it was looked at.
class ActivityList : public QObject {
    Q_OBJECT

public:
    explicit ActivityList(QObject* parent = nullptr)
        : QObject(parent) {}

    /// Answers its id. Without `cancel` it cannot be stopped.
    int begin(const QString& name, std::function<void()> cancel = {});
    void setProgress(int id, int perCent);
    void finish(int id);
    void fail(int id, const QString& sentence);
    void endCancelled(int id);
    /// Asks it to stop; it is over when whoever does it says so.
    void cancel(int id);
    /// Drops what is over.
    void forgetEnded();

    [[nodiscard]] QList<Activity> all() const;
    [[nodiscard]] int running() const;
    /// Of all that is running together; -1 when nobody can say.
    [[nodiscard]] int perCent() const;

Q_SIGNALS:
    void changed();

private:
    struct Entry {
        Activity activity;
        std::function<void()> cancel;
    };

    [[nodiscard]] Entry* runningEntry(int id);
    void end(int id, Activity::State state, const QString& sentence);

    QList<Entry> m_entries;
    int m_lastId = 0;
};

} // namespace qis::ui
