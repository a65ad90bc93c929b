#include "bridge/draft_keeper.h"

#include "bridge/engine_bridge.h"
#include "bridge/form_model.h"

#include <QtCore/QDateTime>
#include <QtCore/QPointer>
#include <QtCore/QTimer>

#include <algorithm>
#include <utility>

namespace qis::ui {

DraftKeeper::DraftKeeper(EngineBridge& bridge, FormModel& model, QObject* parent)
    : QObject(parent)
    , m_bridge(bridge)
    , m_model(model)
    , m_pause(new QTimer(this))
    , m_retry(new QTimer(this)) {
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPauseMillis);
    m_retry->setSingleShot(true);
    m_retry->setInterval(kRetryMillis);
    connect(m_pause, &QTimer::timeout, this, &DraftKeeper::flush);
    connect(m_retry, &QTimer::timeout, this, &DraftKeeper::next);
    connect(&model, &FormModel::changed, this, &DraftKeeper::noteChange);
    connect(&model, &FormModel::leaving, this, &DraftKeeper::flush);
}

void DraftKeeper::noteChange() {
    m_dirty = true;
    // Not started anew by every key: who types without a pause is saved all the same.
    if (!m_pause->isActive())
        m_pause->start();
    if (m_state != State::Failed && !m_model.isEmpty())
        setState(State::Unsaved);
}

void DraftKeeper::keep() {
    m_dirty = true;
    flush();
}

void DraftKeeper::flush() {
    if (m_paused || !m_dirty)
        return;
    m_pause->stop();
    m_dirty = false;
    const DraftValues& values = m_model.draft();
    m_jobs.removeIf([&values](const Job& job) { return job.id == values.id; });
    // Nothing typed, nothing kept; but what was kept and is empty now must not come back.
    const bool underWay = m_saving;
    if (!values.isEmpty() || idOf(values.id) != 0 || underWay)
        m_jobs.append({values.id, {values, m_title ? m_title() : QString(), 0, 0}});
    next();
}

void DraftKeeper::next() {
    if (m_saving)
        return;
    if (m_jobs.isEmpty()) {
        if (!m_dirty)
            tellSettled(true);
        return;
    }
    m_retry->stop();
    m_saving = true;
    const Job job = m_jobs.takeFirst();
    const qint64 known = idOf(job.id);
    const auto answered = [this, job, epoch = m_epoch](const Result<qint64>& result) {
        if (epoch == m_epoch)
            finish(job, result);
    };
    if (!job.draft.values.isEmpty()) {
        SavedDraft draft = job.draft;
        draft.values.id = known;
        m_bridge.saveDraft(draft, this, answered);
    } else if (known != 0) {
        m_bridge.removeDraft(known, this, [answered](const Result<Done>& result) {
            const bool gone = result.ok() || result.fault.code == QLatin1String("not-found");
            answered(gone ? Result<qint64>{0, {}} : Result<qint64>{std::nullopt, result.fault});
        });
    } else {
        finish(job, {0, {}});
    }
}

void DraftKeeper::finish(const Job& job, const Result<qint64>& result) {
    m_saving = false;
    if (!result.ok()) {
        const bool overtaken =
            std::any_of(m_jobs.cbegin(), m_jobs.cend(), [&job](const Job& other) { return other.id == job.id; });
        if (!overtaken)
            m_jobs.prepend(job);
        m_fault = result.fault;
        setState(State::Failed);
        m_retry->start();
        tellSettled(false);
        return;
    }
    m_ids.insert(job.id, *result.value);
    Q_EMIT draftsChanged();
    if (!m_jobs.isEmpty()) {
        next();
        return;
    }
    if (job.draft.values.isEmpty()) {
        setState(State::Nothing);
    } else {
        m_savedAt = QDateTime::currentMSecsSinceEpoch();
        setState(m_dirty ? State::Unsaved : State::Saved);
    }
    next();
}

void DraftKeeper::settle(QObject* context, std::function<void(bool)> callback) {
    m_waiting.append([guard = QPointer<QObject>(context), callback = std::move(callback)](bool good) {
        if (guard)
            callback(good);
    });
    flush();
    next();
}

void DraftKeeper::tellSettled(bool good) {
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto& callback : waiting)
        callback(good);
}

void DraftKeeper::setPaused(bool paused) {
    m_paused = paused;
    if (!paused)
        flush();
}

void DraftKeeper::drop() {
    m_dirty = false;
    m_pause->stop();
    const qint64 id = m_model.draft().id;
    m_jobs.removeIf([id](const Job& job) { return job.id == id; });
    if (m_jobs.isEmpty())
        setState(State::Nothing);
    Q_EMIT draftsChanged();
}

void DraftKeeper::remove(qint64 id) {
    m_jobs.removeIf([this, id](const Job& job) { return idOf(job.id) == id; });
    SavedDraft nothing;
    nothing.values.id = id;
    m_jobs.append({id, nothing});
    next();
}

void DraftKeeper::reset() {
    ++m_epoch;
    m_ids.clear();
    m_jobs.clear();
    m_dirty = false;
    m_saving = false;
    m_paused = false;
    m_pause->stop();
    m_retry->stop();
    setState(State::Nothing);
    tellSettled(false);
}

void DraftKeeper::setState(State state) {
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace qis::ui
