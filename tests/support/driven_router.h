#pragma once

#include "routing/frames.h"
#include "support/virtual_network.h"

#include <utility>
#include <vector>

namespace qis::test {

/// One router, played against by hand: the test is its peers, its store and its clock.
class DrivenRouter {
public:
    static constexpr core::Millis kWall = 1'790'000'000'000;

    explicit DrivenRouter(std::size_t node = 0, bool gossip = true)
        : DrivenRouter(routerConfigOf(node, gossip)) {}
    explicit DrivenRouter(core::Router::Config config)
        : m_config(config)
        , router(std::move(config)) {}

    const std::vector<core::Action>& step(const core::Event& event) {
        actions = router.step(now, event, kWall + now);
        return actions;
    }
    void linkUp(core::LinkId link, std::size_t peer, bool outgoing = false) {
        step(core::event::LinkUp{link, linkKeyOf(peer), outgoing});
    }
    const std::vector<core::Action>& receive(core::LinkId link, std::size_t peer, const core::Frame& frame) {
        return step(core::event::Received{link, linkKeyOf(peer), core::encodeFrame(frame)});
    }
    /// A link over which `peer` has introduced itself and said what it asks for.
    void meet(core::LinkId link, std::size_t peer, const core::CoarseInterests& interests) {
        linkUp(link, peer);
        receive(link, peer, helloOf(peer));
        receive(link, peer, core::frame::Interest{interests});
    }
    /// To this router, rightly signed.
    [[nodiscard]] core::frame::Hello helloOf(std::size_t peer) const {
        const auto config = routerConfigOf(peer, true);
        core::frame::Hello hello;
        hello.network = config.network;
        hello.contact = {config.self, config.link, "tcp://node" + std::to_string(peer) + ":4000", config.siteDocument};
        hello.time = kWall + now;
        hello.definitions = config.definitions;
        return signedBy(peer, std::move(hello), m_config.link);
    }
    [[nodiscard]] static core::frame::Hello signedBy(std::size_t peer, core::frame::Hello hello,
                                                     const core::LinkKey& receiver) {
        hello.signature = deviceOf(peer).sign(core::helloToSign(hello, receiver));
        return hello;
    }

    /// Of the last step.
    template <class Kind> [[nodiscard]] std::vector<Kind> did() const {
        std::vector<Kind> result;
        for (const auto& action : actions) {
            if (const auto* one = std::get_if<Kind>(&action)) {
                result.push_back(*one);
            }
        }
        return result;
    }
    template <class Kind> [[nodiscard]] std::vector<Kind> sent() const {
        std::vector<Kind> result;
        for (const auto& send : did<core::action::Send>()) {
            const auto frame = core::decodeFrame(send.frame);
            if (frame && std::holds_alternative<Kind>(*frame)) {
                result.push_back(std::get<Kind>(*frame));
            }
        }
        return result;
    }
    /// Refused, counted and answered with exactly this, and nothing else done.
    [[nodiscard]] bool refusedWith(core::Code code) const {
        const auto counts = did<core::action::Count>();
        const auto refusals = sent<core::frame::Refuse>();
        return actions.size() == 2 && counts.size() == 1 && counts[0].code == code && refusals.size() == 1 &&
               refusals[0].code == codeName(code);
    }

private:
    core::Router::Config m_config;

public:
    core::Millis now = 1000;
    core::Router router;
    std::vector<core::Action> actions;
};

} // namespace qis::test
