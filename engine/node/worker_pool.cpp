#include "node/worker_pool.h"

#include <algorithm>

namespace qis::core {

namespace {
/// Indices a thread takes at a time: enough to make the lock cheap beside a signature.
constexpr std::size_t kItemsAtOnce = 4;
} // namespace

WorkerPool::WorkerPool(std::size_t threads) {
    for (std::size_t i = 0; i < threads; ++i) {
        m_threads.emplace_back([this] { run(); });
    }
}

WorkerPool::~WorkerPool() {
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    for (auto& thread : m_threads) {
        thread.join();
    }
}

void WorkerPool::forEach(std::size_t count, const std::function<void(std::size_t)>& work) {
    if (m_threads.empty() || count <= kItemsAtOnce) {
        for (std::size_t i = 0; i < count; ++i) {
            work(i);
        }
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_work = &work;
        m_count = count;
        m_next = 0;
    }
    m_wake.notify_all();
    takePart();
    std::unique_lock lock(m_mutex);
    m_finished.wait(lock, [this] { return m_busy == 0 && m_next >= m_count; });
    m_work = nullptr;
}

void WorkerPool::takePart() {
    std::unique_lock lock(m_mutex);
    while (m_work != nullptr && m_next < m_count) {
        const std::size_t begin = m_next;
        const std::size_t end = std::min(m_count, begin + kItemsAtOnce);
        m_next = end;
        ++m_busy;
        const auto* work = m_work;
        lock.unlock();
        for (std::size_t i = begin; i < end; ++i) {
            (*work)(i);
        }
        lock.lock();
        --m_busy;
    }
    if (m_busy == 0) {
        m_finished.notify_all();
    }
}

void WorkerPool::run() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_stop || (m_work != nullptr && m_next < m_count); });
        if (m_stop) {
            return;
        }
        lock.unlock();
        takePart();
        lock.lock();
    }
}

} // namespace qis::core
