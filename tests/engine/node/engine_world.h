#pragma once

#include "source_dir.h"

#include <qis/engine.h>

#include <QByteArray>
#include <QTemporaryDir>

#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>

/// Homes and engines as a program sees them, through include/qis alone.
namespace qis::test {

/// Only so that a test that hangs ends; nothing is asserted about time.
inline constexpr std::chrono::seconds kPatience{60};

/// Calls `start` with a reply and waits for it. `lost` as code when none comes.
template <class T, class Start> [[nodiscard]] Answer<T> ask(Start start) {
    auto promise = std::make_shared<std::promise<Answer<T>>>();
    auto future = promise->get_future();
    start([promise](Answer<T> answer) { promise->set_value(std::move(answer)); });
    if (future.wait_for(kPatience) != std::future_status::ready) {
        return {std::nullopt, {"lost", "no reply came", {}}};
    }
    return future.get();
}

/// For comparing, and for what a failed comparison prints.
[[nodiscard]] inline QByteArray text(const std::string& string) {
    return QByteArray::fromStdString(string);
}
/// "ok", or the code of the failure.
template <class T> [[nodiscard]] QByteArray codeOf(const Answer<T>& answer) {
    return answer.ok() ? QByteArray("ok") : text(answer.failure.code);
}

/// Homes in a folder of their own.
class Homes {
public:
    [[nodiscard]] std::filesystem::path path(const std::string& name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    [[nodiscard]] Answer<StatusInfo> make(const std::string& name, const std::string& passphrase = {}) const {
        return createHome({path(name), "Site " + name, passphrase.empty(), passphrase}, resources(), true);
    }
    [[nodiscard]] EngineOptions options(const std::string& name) const {
        EngineOptions options;
        options.folder = path(name);
        options.resources = resources();
        options.listen = {"tcp://127.0.0.1:0"};
        options.controlSocket = false;
        options.cheapVault = true;
        return options;
    }
    /// An engine on this home, which is made if it is not there; null when it cannot be opened.
    [[nodiscard]] std::unique_ptr<Engine> open(const std::string& name) const { return open(name, options(name)); }
    [[nodiscard]] std::unique_ptr<Engine> open(const std::string& name, const EngineOptions& options) const {
        if (!std::filesystem::exists(path(name)) && !make(name).ok()) {
            return nullptr;
        }
        auto opened = openEngineHere(options);
        return opened.ok() ? std::move(*opened.value) : nullptr;
    }
    [[nodiscard]] static std::filesystem::path resources() { return QIS_SOURCE_DIR "/resources"; }

private:
    QTemporaryDir m_folder;
};

/// A complete drug interaction; another `confidence` makes it another outcome of the same pair.
[[nodiscard]] inline Draft interaction(int confidence = 50, const std::string& object = "warfarin") {
    Draft draft;
    draft.pack = "ddi";
    draft.condition["object_drug"] = object;
    draft.condition["precipitant_drug"] = std::string("fluconazole");
    draft.condition["sex"] = std::string("female");
    draft.condition["age_band"] = std::string("65-74");
    draft.outcome["effect"] = std::string("gastrointestinal-bleeding");
    draft.outcome["observed"] = true;
    draft.confidence = confidence;
    return draft;
}

[[nodiscard]] inline Answer<Emitted> emitDraft(Engine& engine, const Draft& draft) {
    return ask<Emitted>([&](auto reply) { engine.emitDraft(draft, reply); });
}
[[nodiscard]] inline Answer<StatusInfo> statusOf(Engine& engine) {
    return ask<StatusInfo>([&](auto reply) { engine.fetchStatus(reply); });
}
[[nodiscard]] inline Answer<std::vector<OutboxRow>> outboxOf(Engine& engine) {
    return ask<std::vector<OutboxRow>>([&](auto reply) { engine.listOutbox(reply); });
}
[[nodiscard]] inline Answer<MatchPage> matchesOf(Engine& engine, const std::string& profile) {
    return ask<MatchPage>([&](auto reply) { engine.listMatches({profile, 0, 100, false}, reply); });
}
[[nodiscard]] inline Answer<ProfileInfo> addProfile(Engine& engine, const std::string& name, const Draft& prototype) {
    return ask<ProfileInfo>([&](auto reply) { engine.profileFromDraft(name, prototype, reply); });
}

/// Looks again whenever the engine says that something may have changed.
template <class Predicate> [[nodiscard]] bool comesTrue(Engine& engine, Predicate isTrue) {
    std::mutex mutex;
    std::condition_variable woken;
    bool changed = true;
    const auto handler = engine.subscribe([&](Change) {
        const std::lock_guard lock(mutex);
        changed = true;
        woken.notify_all();
    });
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (!isTrue()) {
        std::unique_lock lock(mutex);
        // Not every counter has a notification of its own: look from time to time anyway.
        woken.wait_for(lock, std::chrono::milliseconds(100), [&] { return changed; });
        changed = false;
        if (std::chrono::steady_clock::now() > end) {
            return false;
        }
    }
    return true;
}

} // namespace qis::test
