#include "bridge/demo_bridge.h"

#include "bridge/background.h"
#include "bridge/convert.h"
#include "bridge/courier.h"

#include <qis/demo.h>

#include <atomic>
#include <utility>

namespace qis::ui {

namespace {

/// Wherever the last reference is dropped, the demo ends on a background thread.
class DemoHolder {
public:
    explicit DemoHolder(std::unique_ptr<qis::Demo> demo)
        : m_demo(std::move(demo)) {}
    ~DemoHolder() {
        Background::run(
            [demo = std::shared_ptr<qis::Demo>(std::move(m_demo)), whenOver = std::move(m_whenOver)]() mutable {
                demo.reset();
                if (whenOver)
                    whenOver();
            });
    }
    DemoHolder(const DemoHolder&) = delete;
    DemoHolder& operator=(const DemoHolder&) = delete;

    [[nodiscard]] qis::Demo& demo() const { return *m_demo; }
    void setWhenOver(std::function<void()> work) { m_whenOver = std::move(work); }

private:
    std::unique_ptr<qis::Demo> m_demo;
    std::function<void()> m_whenOver;
};

QStringList toList(const std::vector<std::string>& texts) {
    QStringList list;
    for (const auto& text : texts)
        list.append(QString::fromStdString(text));
    return list;
}

DemoBridge::Swarm toSwarm(const qis::DemoInfo& info) {
    return {.home = QString::fromStdString(info.home.string()),
            .join = toList(info.join),
            .listen = toList(info.listen),
            .relays = static_cast<int>(info.relays),
            .sites = static_cast<int>(info.sites),
            .history = static_cast<int>(info.history)};
}

} // namespace

class DemoBridge::Private {
public:
    std::shared_ptr<Courier> courier;
    std::shared_ptr<std::atomic<bool>> cancelled;
    std::shared_ptr<DemoHolder> holder;
    Swarm swarm;
    bool beginning = false;
    bool paused = false;
};

DemoBridge::DemoBridge(QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>()) {
    d->courier = std::make_shared<Courier>(this);
}

DemoBridge::~DemoBridge() {
    cancel();
    d->courier->detach();
}

void DemoBridge::begin(const Setup& setup) {
    if (d->beginning || d->holder)
        return;
    d->beginning = true;
    d->cancelled = std::make_shared<std::atomic<bool>>(false);
    Q_EMIT beginning();
    qis::DemoRequest request;
    request.folder = toPath(setup.folder);
    request.resources = toPath(setup.resources);
    request.siteName = setup.siteName.toStdString();
    request.relays = setup.relays;
    request.history = setup.history;
    request.millisBetween = setup.millisBetween;
    Background::run([this, request, courierKept = d->courier, cancelled = d->cancelled] {
        const auto progress = [&](qis::DemoStep step, int perCent) {
            courierKept->post([this, stage = static_cast<Stage>(step), perCent] { Q_EMIT progressed(stage, perCent); });
        };
        auto answer = qis::startDemoHere(request, progress, [&] { return cancelled->load(); });
        std::shared_ptr<DemoHolder> started;
        if (answer.ok())
            started = std::make_shared<DemoHolder>(std::move(*answer.value));
        courierKept->post([this, started, fault = toFault(answer.failure)] {
            d->beginning = false;
            if (!started) {
                Q_EMIT failed(fault);
                return;
            }
            d->holder = started;
            d->paused = false;
            d->swarm = toSwarm(started->demo().info());
            Q_EMIT begun();
        });
    });
}

void DemoBridge::cancel() {
    if (d->cancelled)
        d->cancelled->store(true);
}

void DemoBridge::leave() {
    if (!d->holder)
        return;
    d->holder->setWhenOver([this, courierKept = d->courier] { courierKept->post([this] { Q_EMIT left(); }); });
    d->holder.reset();
    d->swarm = {};
}

bool DemoBridge::isRunning() const {
    return d->holder != nullptr;
}

const DemoBridge::Swarm& DemoBridge::swarm() const {
    return d->swarm;
}

void DemoBridge::setPaused(bool paused) {
    if (!d->holder)
        return;
    d->paused = paused;
    d->holder->demo().setPaused(paused);
}

bool DemoBridge::isPaused() const {
    return d->paused;
}

void DemoBridge::sendNow() {
    if (d->holder)
        d->holder->demo().sendNow();
}

} // namespace qis::ui
