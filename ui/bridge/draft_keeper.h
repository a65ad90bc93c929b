#pragma once

#include "bridge/values.h"

#include <QtCore/QHash>
#include <QtCore/QObject>

#include <functional>

class QTimer;

namespace qis::ui {

class EngineBridge;
class FormModel;

/// Keeps what is in the form: a moment after every change, and at once when asked to. One save is
/// under way at a time; the next carries whatever has changed since. What could not be saved is tried
/// again until it is.
class DraftKeeper : public QObject {
    Q_OBJECT

public:
    enum class State : quint8 { Nothing, Unsaved, Saved, Failed };
    Q_ENUM(State)

    DraftKeeper(EngineBridge& bridge, FormModel& model, QObject* parent = nullptr);

    /// Says in a few words what the form is about.
    void setTitleSource(std::function<QString()> title) { m_title = std::move(title); }
    /// Saves now what has changed.
    void flush();
    /// The same also when nothing has changed: for values that did not come from a keyboard.
    void keep();
    /// Is everything saved?
    [[nodiscard]] bool isSettled() const { return !m_dirty && m_jobs.isEmpty() && !m_saving; }
    /// Calls back once everything is saved, or with false when that failed.
    void settle(QObject* context, std::function<void(bool)> callback);
    /// While an outcome is being signed nothing of it is saved.
    void setPaused(bool paused);
    /// The draft of the form was signed: what has not been saved of it is not needed any more.
    void drop();
    /// Removes a saved draft.
    void remove(qint64 id);
    /// The home is closed: ids mean nothing any more.
    void reset();

    /// The id under which a draft is saved; 0 while it is not.
    [[nodiscard]] qint64 idOf(qint64 id) const { return m_ids.value(id, qMax<qint64>(0, id)); }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] qint64 savedAt() const { return m_savedAt; }
    [[nodiscard]] const Fault& fault() const { return m_fault; }

    static constexpr int kPauseMillis = 700;
    static constexpr int kRetryMillis = 5000;

Q_SIGNALS:
    void stateChanged();
    /// The saved drafts are others than before.
    void draftsChanged();

private:
    struct Job {
        qint64 id = 0; ///< as the form calls it
        SavedDraft draft;
    };
    void noteChange();
    void next();
    void finish(const Job& job, const Result<qint64>& result);
    void setState(State state);
    void tellSettled(bool good);

    EngineBridge& m_bridge;
    FormModel& m_model;
    QTimer* m_pause;
    QTimer* m_retry;
    std::function<QString()> m_title;
    QHash<qint64, qint64> m_ids; ///< saved under
    QList<Job> m_jobs;           ///< one a draft
    QList<std::function<void(bool)>> m_waiting;
    bool m_dirty = false;
    bool m_saving = false;
    bool m_paused = false;
    State m_state = State::Nothing;
    qint64 m_savedAt = 0;
    quint64 m_epoch = 0; ///< counts homes, so that a late answer is dropped
    Fault m_fault;
};

} // namespace qis::ui
