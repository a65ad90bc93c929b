#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace qis::core {

/// A few threads for pure work, values in and values out: signatures above all.
class WorkerPool {
public:
    /// `threads` beside the caller's own; 0 does everything on the caller.
    explicit WorkerPool(std::size_t threads);
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// Calls work(i) for every i below count, on all threads including the caller's; returns when all
    /// are done. Not to be called from inside work.
    void forEach(std::size_t count, const std::function<void(std::size_t)>& work);

private:
    void run();
    void takePart();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_finished;
    const std::function<void(std::size_t)>* m_work = nullptr;
    std::size_t m_count = 0;
    std::size_t m_next = 0;
    std::size_t m_busy = 0;
    bool m_stop = false;
    std::vector<std::thread> m_threads;
};

} // namespace qis::core
