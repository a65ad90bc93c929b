#include "bridge/courier.h"

#include <utility>

namespace qis::ui {

void Courier::post(std::function<void()> work) {
    const std::lock_guard lock(m_mutex);
    if (m_target != nullptr)
        QMetaObject::invokeMethod(m_target, std::move(work), Qt::QueuedConnection);
}

void Courier::detach() {
    const std::lock_guard lock(m_mutex);
    m_target = nullptr;
}

} // namespace qis::ui
