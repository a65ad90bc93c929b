// Two engines in one process, over CURVE on the loopback: what one has written, verified and stored by the
// other.
#include "bench_world.h"
#include "source_dir.h"

#include <qis/engine.h>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <condition_variable>
#include <future>
#include <mutex>

namespace {

using namespace qis;
using namespace qis::bench;

constexpr std::size_t kPackets = 30000;
constexpr std::size_t kLinesPerRequest = 512;

template <class T, class Start> T ask(Start start) {
    std::promise<Answer<T>> promise;
    start([&promise](Answer<T> answer) { promise.set_value(std::move(answer)); });
    auto answer = promise.get_future().get();
    if (!answer.ok()) {
        giveUp("refused: " + answer.failure.code + " " + answer.failure.detail);
    }
    return std::move(*answer.value);
}

StatusInfo statusOf(Engine& engine) {
    return ask<StatusInfo>([&engine](auto reply) { engine.fetchStatus(reply); });
}

std::unique_ptr<Engine> open(const std::filesystem::path& folder, const std::vector<std::string>& join) {
    const auto resources = std::filesystem::path(QIS_SOURCE_DIR) / "resources";
    if (!std::filesystem::exists(folder) && !createHome({folder, "Site", true, {}}, resources, true).ok()) {
        giveUp("the home cannot be made");
    }
    EngineOptions options;
    options.folder = folder;
    options.resources = resources;
    options.join = join;
    options.controlSocket = false;
    if (join.empty()) {
        options.listen = {"tcp://127.0.0.1:0"};
    }
    auto opened = openEngineHere(options);
    if (!opened.ok()) {
        giveUp("the engine cannot be opened: " + opened.failure.code);
    }
    return std::move(*opened.value);
}

/// Asks for every drug pair, so that everything comes, but with a field that no outcome records, so
/// that nothing matches: matches are not what is measured.
constexpr const char* kEverything = R"({"name":"everything","pack":"ddi","prototype":{"condition":{"cyp2d6":"poor"}}})";

void link(benchmark::State& state) {
    const auto texts = outcomes(scaled(kPackets));
    for (auto _ : state) {
        const Folder folder;
        const auto sender = open(folder.path() / "a", {});
        for (std::size_t first = 0; first < texts.size(); first += kLinesPerRequest) {
            const auto request = emitRequest(texts, first, std::min(kLinesPerRequest, texts.size() - first));
            (void)ask<CommandAnswer>([&](auto reply) { sender->runCommand(request, reply); });
        }
        {
            const auto before = open(folder.path() / "b", {});
            (void)ask<ProfileInfo>([&](auto reply) { before->addProfile(kEverything, reply); });
        }
        const auto receiver = open(folder.path() / "b", {statusOf(*sender).endpoints.front()});
        std::mutex mutex;
        std::condition_variable woken;
        const auto handler = receiver->subscribe([&](Change change) {
            if (change == Change::Status) {
                woken.notify_all();
            }
        });
        const auto begin = std::chrono::steady_clock::now();
        auto first = begin;
        auto last = begin;
        std::uint64_t atFirst = 0;
        for (std::uint64_t held = 0; held < texts.size();) {
            {
                // Asking costs the receiver a little; a few times a second is enough.
                std::unique_lock lock(mutex);
                woken.wait_for(lock, std::chrono::milliseconds(held == 0 ? 5 : 50));
            }
            held = statusOf(*receiver).packets;
            last = std::chrono::steady_clock::now();
            if (atFirst == 0 && held > 0) {
                atFirst = held;
                first = last;
            }
            if (last - begin > std::chrono::minutes(5)) {
                giveUp("the packets do not arrive");
            }
        }
        const double seconds = std::chrono::duration<double>(last - first).count();
        const auto counters = statusOf(*receiver).counters;
        if (counters.at("packets-accepted") < texts.size()) {
            giveUp("not every packet went through the pipeline");
        }
        state.SetIterationTime(seconds);
        Measure measure;
        measure.name = "two nodes over CURVE on tcp";
        measure.unit = "packets/s";
        measure.ours = static_cast<double>(texts.size() - atFirst) / seconds;
        measure.baseline = slowerBaseline();
        measure.ratio = measure.baseline > 0 ? measure.ours / measure.baseline : 0;
        measure.target = measure.baseline > 0 ? 0.6 : 0;
        state.counters["ratio"] = measure.ratio;
        report(measure);
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(texts.size()));
}

} // namespace

void qis::bench::registerLink() {
    benchmark::RegisterBenchmark("link", link)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);
}
