#include "node_main.h"

#include <qis/engine.h>

#include <CLI/CLI.hpp>

#include <csignal>
#include <fstream>
#include <future>
#include <iostream>
#include <pthread.h>

namespace {

constexpr int kUsage = 2;

} // namespace

int nodeMain(int argc, char** argv) {
    qis::EngineOptions options;
    options.folder = qis::defaultHome();
    std::string passphraseFile;
    bool relay = false;
    CLI::App app("QIS node: takes part in a network without a window. For research use; not a medical device.",
                 "qis-node");
    app.set_version_flag("--version", std::string(qis::programVersion()));
    app.add_option("--home", options.folder, "Home folder");
    app.add_option("--resources", options.resources, "Domain packs and vocabularies");
    app.add_option("--listen", options.listen, "Address to listen on, e.g. tcp://127.0.0.1:0");
    app.add_option("--join", options.join, "Endpoint of a node: tcp://HOST:PORT#LINKKEY");
    app.add_option("--passphrase-file", passphraseFile, "File whose first line is the passphrase");
    app.add_flag("--relay", relay, "Serve others beside this home; every listening node does so in small networks");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return code == 0 ? 0 : kUsage;
    }
    if (!passphraseFile.empty()) {
        std::ifstream file(passphraseFile);
        std::getline(file, options.passphrase);
    }
    // Before any thread exists, so that all of them leave the signals to this one.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);

    auto opened = qis::openEngineHere(options);
    if (!opened.ok()) {
        std::cerr << qis::refusalLine(opened.failure.code, opened.failure.field, opened.failure.detail) << "\n";
        return opened.failure.code == "not-reachable" ? 3 : 1;
    }
    std::promise<std::vector<std::string>> bound;
    (*opened.value)->fetchStatus([&bound](qis::Answer<qis::StatusInfo> status) {
        bound.set_value(status.ok() ? status.value->endpoints : std::vector<std::string>{});
    });
    for (const auto& endpoint : bound.get_future().get()) {
        std::cout << "listening " << endpoint << "\n";
    }
    std::cout << "ready" << std::endl;
    int received = 0;
    sigwait(&signals, &received);
    opened.value->reset();
    return 0;
}
