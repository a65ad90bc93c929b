#pragma once

#include "transport/transport.h"

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <type_traits>
#include <utility>
#include <vector>

namespace qis::core {

/// Writes down what a transport reports and lets a test wait for it. The deadline is far beyond what
/// any step needs; it only keeps a broken build from hanging.
class RecordingMediator : public Transport::Mediator {
public:
    struct Frame {
        LinkId link = 0;
        LinkKey peer;
        Bytes bytes;
    };
    struct Link {
        LinkKey peer;
        bool outgoing = false;
        bool up = false;
        int ups = 0;
        int downs = 0;
    };
    struct State {
        std::map<LinkId, Link> links;
        std::vector<Frame> frames;
        std::size_t frameCount = 0;
        std::map<Code, int> refusals;
        int pauses = 0;
        bool mustNotRead = false;
        bool orderBroken = false; ///< something came in an order that the interface rules out

        // For the test to set.
        bool keepFrames = true;
        std::size_t pauseAfter = 0; ///< refuse to read on after every so many frames; 0: never
    };

    void linkUp(LinkId id, const LinkKey& peer, bool outgoing) override {
        with([&](State& state) {
            Link& link = state.links[id];
            state.orderBroken = state.orderBroken || link.up;
            link.peer = peer;
            link.outgoing = outgoing;
            link.up = true;
            ++link.ups;
        });
    }

    void linkDown(LinkId id) override {
        with([&](State& state) {
            Link& link = state.links[id];
            state.orderBroken = state.orderBroken || !link.up;
            link.up = false;
            ++link.downs;
        });
    }

    bool received(LinkId id, const LinkKey& peer, Bytes bytes) override {
        return with([&](State& state) {
            const Link& link = state.links[id];
            state.orderBroken = state.orderBroken || !link.up || link.peer != peer || state.mustNotRead;
            ++state.frameCount;
            if (state.keepFrames) {
                state.frames.push_back({id, peer, std::move(bytes)});
            }
            state.mustNotRead = state.pauseAfter != 0 && state.frameCount % state.pauseAfter == 0;
            state.pauses += state.mustNotRead ? 1 : 0;
            return !state.mustNotRead;
        });
    }

    void refused(Code code) override {
        with([&](State& state) { ++state.refusals[code]; });
    }

    /// Runs `access` on the recorded state.
    template <class Access> std::invoke_result_t<Access, State&> with(Access access) {
        const std::lock_guard lock(m_mutex);
        m_changed.notify_all();
        return access(m_state);
    }
    template <class Predicate>
    [[nodiscard]] bool waitFor(Predicate predicate, std::chrono::milliseconds deadline = std::chrono::seconds(30)) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, deadline, [&] { return predicate(m_state); });
    }

    [[nodiscard]] bool waitForUp(LinkId id, int ups = 1) {
        return waitFor([&](State& state) { return find(state, id).up && find(state, id).ups >= ups; });
    }
    [[nodiscard]] bool waitForDown(LinkId id, int downs = 1) {
        return waitFor([&](State& state) { return !find(state, id).up && find(state, id).downs >= downs; });
    }
    [[nodiscard]] bool waitForFrames(std::size_t count) {
        return waitFor([&](State& state) { return state.frameCount >= count; });
    }
    [[nodiscard]] bool waitForRefusals(Code code, int count) {
        return waitFor([&](State& state) { return state.refusals[code] >= count; });
    }

    [[nodiscard]] Frame frame(std::size_t index) {
        return with([&](State& state) { return state.frames.at(index); });
    }
    [[nodiscard]] Frame lastFrame() {
        return with([](State& state) { return state.frames.at(state.frames.size() - 1); });
    }
    [[nodiscard]] std::vector<Frame> frames() {
        return with([](State& state) { return state.frames; });
    }
    [[nodiscard]] Link link(LinkId id) {
        return with([&](State& state) { return find(state, id); });
    }
    [[nodiscard]] std::size_t linkCount() {
        return with([](State& state) { return state.links.size(); });
    }
    [[nodiscard]] std::size_t frameCount() {
        return with([](State& state) { return state.frameCount; });
    }
    [[nodiscard]] int refusals(Code code) {
        return with([&](State& state) { return state.refusals[code]; });
    }
    [[nodiscard]] bool orderBroken() {
        return with([](State& state) { return state.orderBroken; });
    }

private:
    [[nodiscard]] static Link find(const State& state, LinkId id) {
        const auto found = state.links.find(id);
        return found == state.links.end() ? Link{} : found->second;
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    State m_state;
};

} // namespace qis::core
