#include "bridge/activity_list.h"

#include <algorithm>
#include <utility>

namespace qis::ui {

int ActivityList::begin(const QString& name, std::function<void()> cancel) {
    Activity activity{.id = ++m_lastId, .name = name, .canCancel = cancel != nullptr};
    m_entries.append({std::move(activity), std::move(cancel)});
    Q_EMIT changed();
    return m_lastId;
}

ActivityList::Entry* ActivityList::runningEntry(int id) {
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(),
                                    [id](const Entry& one) { return one.activity.id == id && !one.activity.isOver(); });
    return entry == m_entries.end() ? nullptr : &*entry;
}

void ActivityList::setProgress(int id, int perCent) {
    Entry* entry = runningEntry(id);
    const int known = qBound(-1, perCent, 100);
    if (entry == nullptr || std::exchange(entry->activity.perCent, known) == known)
        return;
    Q_EMIT changed();
}

void ActivityList::finish(int id) {
    end(id, Activity::State::Done, {});
}

void ActivityList::fail(int id, const QString& sentence) {
    end(id, Activity::State::Failed, sentence);
}

void ActivityList::endCancelled(int id) {
    end(id, Activity::State::Cancelled, {});
}

void ActivityList::end(int id, Activity::State state, const QString& sentence) {
    Entry* entry = runningEntry(id);
    if (entry == nullptr)
        return;
    entry->activity.state = state;
    entry->activity.sentence = sentence;
    entry->activity.canCancel = false;
    entry->cancel = nullptr;
    Q_EMIT changed();
}

void ActivityList::cancel(int id) {
    Entry* entry = runningEntry(id);
    if (entry == nullptr || !entry->activity.canCancel)
        return;
    entry->activity.state = Activity::State::Stopping;
    entry->activity.canCancel = false;
    // It may be over at once.
    const auto stop = std::exchange(entry->cancel, nullptr);
    Q_EMIT changed();
    stop();
}

void ActivityList::forgetEnded() {
    if (m_entries.removeIf([](const Entry& entry) { return entry.activity.isOver(); }) > 0)
        Q_EMIT changed();
}

QList<Activity> ActivityList::all() const {
    QList<Activity> list;
    for (const Entry& entry : m_entries)
        list.append(entry.activity);
    return list;
}

int ActivityList::running() const {
    return static_cast<int>(std::count_if(m_entries.cbegin(), m_entries.cend(),
                                          [](const Entry& entry) { return !entry.activity.isOver(); }));
}

int ActivityList::perCent() const {
    int sum = 0;
    for (const Entry& entry : m_entries) {
        if (entry.activity.isOver())
            continue;
        if (entry.activity.perCent < 0)
            return -1;
        sum += entry.activity.perCent;
    }
    return running() == 0 ? -1 : sum / running();
}

} // namespace qis::ui
