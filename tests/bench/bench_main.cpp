// Runs the measurements and prints the table: qis_bench [--gate] [--scale FACTOR] [--benchmark_...]
#include "bench_world.h"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string_view>

int main(int argc, char** argv) {
    bool isGate = false;
    std::vector<char*> rest{argv[0]};
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--gate") {
            isGate = true;
        } else if (argument == "--scale" && i + 1 < argc) {
            const double scale = std::strtod(argv[++i], nullptr);
            if (!(scale > 0 && scale <= 100)) {
                qis::bench::giveUp("--scale takes a number above 0");
            }
            qis::bench::setScale(scale);
        } else {
            rest.push_back(argv[i]);
        }
    }
    int count = static_cast<int>(rest.size());
    benchmark::Initialize(&count, rest.data());
    if (benchmark::ReportUnrecognizedArguments(count, rest.data())) {
        return 2;
    }
    // The last one is compared with the baselines of the first two.
    qis::bench::registerAccept();
    qis::bench::registerEmit();
    qis::bench::registerLink();
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return qis::bench::printTable() || !isGate ? 0 : 1;
}
