// Own outcomes: the way of `emit --lines`, and of a single outcome, against signing and inserting rows.
#include "bench_world.h"
#include "node/commands.h"

#include <benchmark/benchmark.h>

#include <nlohmann/json.hpp>
#include <sodium.h>

#include <algorithm>

namespace {

using namespace qis::core;
using namespace qis::bench;

constexpr std::size_t kOutcomes = 100000;
constexpr std::size_t kLinesPerRequest = 512; // as in app/cli
constexpr std::size_t kSingles = 400;

struct Silence final : NodeCore::Mediator {
    void changed(qis::Change /*change*/) override {}
};

/// A running home without network.
struct Emitting {
    Folder folder;
    SystemClock clock;
    Silence silence;
    std::unique_ptr<NodeCore> core;
    std::unique_ptr<Commands> commands;

    Emitting() {
        const auto path = folder.path() / "home";
        auto home = makeHome(path, "Site", true, {}, VaultCost::Interactive, clock.wallMillis() / 1000);
        if (!home) {
            giveUp("the home cannot be made: " + home.error().detail);
        }
        core = std::make_unique<NodeCore>(std::move(home).value(), catalogue(), clock, 1, silence);
        if (!core->start()) {
            giveUp("the home does not start");
        }
        commands = std::make_unique<Commands>(catalogue(), clock, core.get());
    }
    void run(const std::string& request) const {
        commands->run(request, [](const qis::CommandAnswer& answer) {
            if (answer.exitCode != 0) {
                giveUp("not emitted: " + answer.errors.front());
            }
        });
        core->tick();
    }
    /// Packets as they were stored, without their signatures: what the baseline signs and inserts.
    [[nodiscard]] std::vector<DecodedPacket> stored(Row after, std::size_t count) const {
        const auto rows = core->store().packetsAfter(after, count, true);
        std::vector<DecodedPacket> result;
        for (const auto& row : *rows) {
            auto decoded = decodePacket(row.bytes);
            if (!decoded) {
                giveUp("a stored packet cannot be read");
            }
            result.push_back(std::move(decoded).value());
        }
        return result;
    }
};

void sign(const DecodedPacket& packet, const std::array<unsigned char, crypto_sign_SECRETKEYBYTES>& secret) {
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, packet.toBeSigned.data(), packet.toBeSigned.size(), secret.data());
    benchmark::DoNotOptimize(signature);
}

std::array<unsigned char, crypto_sign_SECRETKEYBYTES> someSecret() {
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
    crypto_sign_keypair(open.data(), secret.data());
    return secret;
}

/// JSON in, durable packets and an answer in JSON out; requests of ours and batches of the baseline
/// take turns.
void emitLines(benchmark::State& state) {
    const auto texts = outcomes(scaled(kOutcomes));
    const auto secret = someSecret();
    for (auto _ : state) {
        const Emitting node;
        BareStore bare(node.folder.path() / "bare.sqlite", node.core->home().device.author());
        Stopwatch ours;
        Stopwatch baseline;
        Row last = 0;
        for (std::size_t first = 0; first < texts.size(); first += kLinesPerRequest) {
            const std::size_t count = std::min(kLinesPerRequest, texts.size() - first);
            const auto request = emitRequest(texts, first, count);
            ours.start();
            node.run(request);
            ours.stop();
            const auto packets = node.stored(last, count);
            if (packets.size() != count) {
                giveUp("not everything was stored");
            }
            last += static_cast<Row>(count);
            std::vector<Bytes> coarse;
            for (const auto& packet : packets) {
                coarse.push_back(coarseOf(packet.packet.content));
            }
            baseline.start();
            for (const auto& packet : packets) {
                sign(packet, secret);
            }
            bare.begin();
            for (std::size_t i = 0; i < count; ++i) {
                bare.insert(packets[i], coarse[i], true);
            }
            bare.commit();
            baseline.stop();
        }
        state.SetIterationTime(ours.seconds());
        const auto count = static_cast<double>(texts.size());
        Measure measure{
            "emit --lines, 512 a request",       "outcomes/s", count / ours.seconds(), count / baseline.seconds(),
            baseline.seconds() / ours.seconds(), 0.6};
        state.counters["baseline"] = measure.baseline;
        state.counters["ratio"] = measure.ratio;
        rememberBaseline("emit", measure.baseline);
        report(measure);
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(texts.size()));
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// What a person waits for: one outcome, on the disk.
void emitOne(benchmark::State& state) {
    const auto texts = outcomes(scaled(kSingles));
    for (auto _ : state) {
        const Emitting node;
        BareStore bare(node.folder.path() / "bare.sqlite", node.core->home().device.author());
        std::vector<double> ours;
        std::vector<double> baseline;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const auto request = emitRequest(texts, i, 1);
            Stopwatch watch;
            watch.start();
            node.commands->run(request, [](const qis::CommandAnswer& answer) {
                if (answer.exitCode != 0) {
                    giveUp("not emitted: " + answer.errors.front());
                }
            });
            ours.push_back(watch.stop());
            node.core->tick();
            const auto packet = node.stored(static_cast<Row>(i), 1).at(0);
            const auto coarse = coarseOf(packet.packet.content);
            watch.start();
            bare.begin();
            bare.insert(packet, coarse, true);
            bare.commit();
            baseline.push_back(watch.stop());
        }
        state.SetIterationTime(median(ours));
        Measure measure{"one durable emit, median",      "us", median(ours) * 1e6, median(baseline) * 1e6,
                        median(ours) / median(baseline), 1.3};
        measure.atMost = true;
        state.counters["baseline_us"] = measure.baseline;
        state.counters["ratio"] = measure.ratio;
        report(measure);
    }
}

} // namespace

void qis::bench::registerEmit() {
    benchmark::RegisterBenchmark("emit_lines", emitLines)
        ->Iterations(1)
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("emit_one", emitOne)->Iterations(1)->UseManualTime()->Unit(benchmark::kMicrosecond);
}
