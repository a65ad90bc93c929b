#pragma once

#include <QtCore/QObject>

#include <functional>
#include <mutex>

namespace qis::ui {

/// Carries work from any thread into the thread of one object that may go away. Held by shared
/// pointer on both sides; after detach() whatever is posted is dropped.
class Courier {
public:
    explicit Courier(QObject* target)
        : m_target(target) {}

    void post(std::function<void()> work);
    /// To be called first in the destructor of the target.
    void detach();

private:
    std::mutex m_mutex;
    QObject* m_target; ///< guarded by m_mutex
};

} // namespace qis::ui
