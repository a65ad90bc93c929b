#include "bridge/background.h"

#include <QtCore/QThreadPool>

#include <condition_variable>
#include <mutex>
#include <utility>

namespace qis::ui {

namespace {

struct Count {
    std::mutex mutex;
    std::condition_variable idle;
    int running = 0;
};

/// Shared by all tokens, so that a token may outlive main's objects.
const std::shared_ptr<Count>& sharedCount() {
    static const auto count = std::make_shared<Count>();
    return count;
}

constexpr int kLeastThreads = 4;

/// Apart from the pool that all share: Qt waits for that one while it paints, and this work may take long.
class OwnPool : public QThreadPool {
public:
    OwnPool() { setMaxThreadCount(qMax(kLeastThreads, maxThreadCount())); }
};

QThreadPool& pool() {
    static OwnPool own;
    return own;
}

class Token {
public:
    explicit Token(std::shared_ptr<Count> count)
        : m_count(std::move(count)) {
        const std::lock_guard lock(m_count->mutex);
        ++m_count->running;
    }
    ~Token() {
        const std::lock_guard lock(m_count->mutex);
        if (--m_count->running == 0)
            m_count->idle.notify_all();
    }
    Token(const Token&) = delete;
    Token& operator=(const Token&) = delete;

private:
    std::shared_ptr<Count> m_count;
};

} // namespace

std::shared_ptr<void> Background::token() {
    return std::make_shared<Token>(sharedCount());
}

void Background::run(std::function<void()> work) {
    // Work and token share one object, destroyed work first: what the work holds is gone before
    // the count says idle.
    struct Job {
        std::shared_ptr<void> token;
        std::function<void()> work;
    };
    auto job = std::make_shared<Job>(Job{token(), std::move(work)});
    pool().start([job]() mutable {
        job->work();
        job.reset();
    });
}

void Background::waitUntilIdle() {
    const auto& count = sharedCount();
    std::unique_lock lock(count->mutex);
    count->idle.wait(lock, [&count] { return count->running == 0; });
}

} // namespace qis::ui
