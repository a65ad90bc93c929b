#include "transport_peers.h"

#include <QtCore/QDebug>
#include <QtTest/QTest>

#include <zmq.hpp>

#include <random>
#include <vector>

using namespace qis::core;

namespace {

/// A client with valid keys that does not keep to the rules.
class RawClient {
public:
    RawClient(zmq::context_t& context, const std::string& address, const LinkKey& server,
              const std::string& routingId = {})
        : m_socket(context, zmq::socket_type::dealer) {
        m_socket.set(zmq::sockopt::linger, 0);
        m_socket.set(zmq::sockopt::reconnect_ivl, 20);
        m_socket.set(zmq::sockopt::sndtimeo, 20'000);
        m_socket.set(zmq::sockopt::rcvtimeo, 20'000);
        m_socket.set(zmq::sockopt::curve_serverkey, zmq::buffer(server.bytes));
        m_socket.set(zmq::sockopt::curve_publickey, zmq::buffer(m_keys.publicKey().bytes));
        m_socket.set(zmq::sockopt::curve_secretkey, zmq::buffer(m_keys.secret().data(), m_keys.secret().size()));
        if (!routingId.empty()) {
            m_socket.set(zmq::sockopt::routing_id, routingId);
        }
        m_socket.connect(address);
    }

    [[nodiscard]] const LinkKey& key() const { return m_keys.publicKey(); }

    bool send(const std::vector<Bytes>& parts) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const auto flags = i + 1 < parts.size() ? zmq::send_flags::sndmore : zmq::send_flags::none;
            if (!m_socket.send(zmq::buffer(parts[i]), flags)) {
                return false;
            }
        }
        return true;
    }

private:
    LinkKeyPair m_keys = LinkKeyPair::generate();
    zmq::socket_t m_socket;
};

/// Sends bytes over a plain TCP connection and waits until the other side hangs up.
bool sendGarbage(zmq::context_t& context, const std::string& address, const Bytes& bytes) {
    zmq::socket_t socket(context, zmq::socket_type::stream);
    socket.set(zmq::sockopt::linger, 0);
    socket.set(zmq::sockopt::rcvtimeo, 20'000);
    socket.connect(address);
    zmq::message_t id;
    zmq::message_t data;
    if (!socket.recv(id) || !socket.recv(data)) {
        return false; // the notice that the connection stands
    }
    const Bytes idBytes(id.data<std::uint8_t>(), id.data<std::uint8_t>() + id.size());
    (void)socket.send(zmq::buffer(idBytes), zmq::send_flags::sndmore);
    (void)socket.send(zmq::buffer(bytes), zmq::send_flags::none);
    do {
        if (!socket.recv(id) || !socket.recv(data)) {
            return false;
        }
    } while (data.size() > 0);
    return true;
}

bool stayedUp(Peer& peer, LinkId link) {
    return peer.mediator.link(link).up && peer.mediator.link(link).ups == 1;
}

/// Sends `frame` again and again until a frame beyond `count` arrives: what a client sends before it
/// notices that the hub hung up is lost.
bool sendUntilHeard(RawClient& client, Peer& hub, std::size_t count, const Bytes& frame) {
    for (int attempt = 0; attempt < 200; ++attempt) {
        if (!client.send({frame})) {
            return false;
        }
        if (hub.mediator.waitFor([&](RecordingMediator::State& my) { return my.frameCount > count; },
                                 std::chrono::milliseconds(100))) {
            return true;
        }
    }
    return false;
}

} // namespace

class TestZeroMqHostilePeers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oversizeFramesBreakTheConnectionOnly();
    void multiPartMessagesAreRefused();
    void aRoutingIdIsNeverSharedByTwoKeys();
    void aNamedPeerThatReconnectsGetsANewLink();
    void garbageIsCountedAndDisturbsNobody();
    void silentConnectionsTimeOut();
    void hostileServerCannotStopTheLink();
};

void TestZeroMqHostilePeers::oversizeFramesBreakTheConnectionOnly() {
    Peer hub;
    Peer good;
    const LinkId out = hub.connectFrom(good);
    QVERIFY(good.mediator.waitForUp(out));
    zmq::context_t context;
    RawClient bad(context, hub.address, hub.key());
    QVERIFY(bad.send({pattern(65536)}));
    QVERIFY(hub.mediator.waitForFrames(1));
    const LinkId first = hub.mediator.frame(0).link;
    QVERIFY(bad.send({pattern(65537)}));
    QVERIFY(hub.mediator.waitForDown(first));
    // The same client may come back with a new connection and behave.
    QVERIFY(sendUntilHeard(bad, hub, 1, pattern(3)));
    QCOMPARE(hub.mediator.lastFrame().bytes, pattern(3));
    QVERIFY(hub.mediator.lastFrame().link != first);
    good.transport->send(out, pattern(4));
    QVERIFY(hub.mediator.waitFor([&](RecordingMediator::State& my) { return my.frames.back().peer == good.key(); }));
    QVERIFY(stayedUp(good, out));
}

void TestZeroMqHostilePeers::multiPartMessagesAreRefused() {
    Peer hub;
    zmq::context_t context;
    RawClient bad(context, hub.listen(), hub.key());
    QVERIFY(bad.send({pattern(1), pattern(2)}));
    QVERIFY(bad.send({{}, pattern(2)}));
    QVERIFY(bad.send({pattern(1), {}, pattern(9), pattern(1)}));
    QVERIFY(bad.send({pattern(5)}));
    QVERIFY(hub.mediator.waitForFrames(1));
    QCOMPARE(hub.mediator.frameCount(), 1U);
    QCOMPARE(hub.mediator.frame(0).bytes, pattern(5));
    QCOMPARE(hub.mediator.frame(0).peer, bad.key());
    QCOMPARE(hub.mediator.refusals(Code::BadFrame), 3);
}

void TestZeroMqHostilePeers::aRoutingIdIsNeverSharedByTwoKeys() {
    Peer hub;
    zmq::context_t context;
    const std::string address = hub.listen();
    auto first = std::make_unique<RawClient>(context, address, hub.key(), "clinic");
    QVERIFY(first->send({pattern(1)}));
    QVERIFY(hub.mediator.waitForFrames(1));
    const LinkId firstLink = hub.mediator.frame(0).link;
    const LinkKey firstKey = first->key();

    // While the first is connected, another client that claims its name is not heard at all.
    {
        RawClient thief(context, address, hub.key(), "clinic");
        QVERIFY(thief.send({pattern(2)}));
        QVERIFY(first->send({pattern(3)}));
        QVERIFY(hub.mediator.waitForFrames(2));
        QCOMPARE(hub.mediator.lastFrame().peer, firstKey);
    }
    // After it left, the name is free: a new link with the new key, or a refusal until the end of the
    // first connection is noticed, but never a frame under the first link.
    first.reset();
    bool heard = false;
    for (int attempt = 0; attempt < 200 && !heard; ++attempt) {
        RawClient second(context, address, hub.key(), "clinic");
        QVERIFY(second.send({pattern(4)}));
        heard = hub.mediator.waitFor([](RecordingMediator::State& my) { return my.frameCount > 2; },
                                     std::chrono::milliseconds(100));
    }
    QVERIFY(heard);
    for (const auto& frame : hub.mediator.frames()) {
        QCOMPARE(frame.link == firstLink, frame.peer == firstKey);
    }
    QVERIFY(!hub.mediator.orderBroken());
}

void TestZeroMqHostilePeers::aNamedPeerThatReconnectsGetsANewLink() {
    Peer hub;
    zmq::context_t context;
    RawClient client(context, hub.listen(), hub.key(), "clinic");
    QVERIFY(client.send({pattern(1)}));
    QVERIFY(hub.mediator.waitForFrames(1));
    QVERIFY(client.send({pattern(70'000)})); // makes the hub hang up
    QVERIFY(hub.mediator.waitForDown(hub.mediator.frame(0).link));
    QVERIFY(sendUntilHeard(client, hub, 1, pattern(2)));
    QVERIFY(hub.mediator.frame(0).link != hub.mediator.lastFrame().link);
    QVERIFY(!hub.mediator.orderBroken());
}

void TestZeroMqHostilePeers::garbageIsCountedAndDisturbsNobody() {
    const auto seed = std::random_device{}();
    qInfo() << "seed" << seed;
    std::mt19937 random(seed);
    ZeroMqOptions options = quickOptions();
    options.handshakeInterval = std::chrono::milliseconds(100); // some garbage looks like a slow greeting
    Peer hub(Peer::Admits::Everyone, options);
    Peer good;
    const LinkId out = hub.connectFrom(good);
    QVERIFY(good.mediator.waitForUp(out));
    zmq::context_t context;
    // The beginning of a real greeting, so that some of it gets further.
    Bytes greeting{0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 0, 'C', 'U', 'R', 'V', 'E'};
    greeting.resize(64);
    constexpr int kConnections = 40;
    for (int i = 0; i < kConnections; ++i) {
        Bytes bytes = i % 2 == 0 ? greeting : Bytes{};
        const std::size_t extra = 64 + random() % 4000;
        for (std::size_t j = 0; j < extra; ++j) {
            bytes.push_back(static_cast<std::uint8_t>(random()));
        }
        if (i % 4 == 0) {
            bytes[10] = static_cast<std::uint8_t>(random());
        }
        QVERIFY(sendGarbage(context, hub.address, bytes));
        good.transport->send(out, pattern(static_cast<std::size_t>(i)));
    }
    QVERIFY(hub.mediator.waitForFrames(kConnections));
    QVERIFY(hub.mediator.waitFor([](RecordingMediator::State& my) {
        return my.refusals[Code::BadFrame] + my.refusals[Code::BadHello] >= kConnections;
    }));
    QVERIFY(stayedUp(good, out));
    QCOMPARE(hub.mediator.linkCount(), 1U);
}

void TestZeroMqHostilePeers::silentConnectionsTimeOut() {
    ZeroMqOptions options = quickOptions();
    options.handshakeInterval = std::chrono::milliseconds(50);
    Peer hub(Peer::Admits::Everyone, options);
    zmq::context_t context;
    const std::string address = hub.listen();
    QVERIFY(sendGarbage(context, address, Bytes{0xff}));
    QVERIFY(hub.mediator.waitForRefusals(Code::BadHello, 1));
}

void TestZeroMqHostilePeers::hostileServerCannotStopTheLink() {
    // A server with the right key that answers with an oversize frame: libzmq would give the
    // connection up for good, the link must come back.
    const LinkKeyPair keys = LinkKeyPair::generate();
    zmq::context_t context;
    zmq::socket_t server(context, zmq::socket_type::router);
    server.set(zmq::sockopt::linger, 0);
    server.set(zmq::sockopt::rcvtimeo, 20'000);
    server.set(zmq::sockopt::curve_server, 1);
    server.set(zmq::sockopt::curve_secretkey, zmq::buffer(keys.secret().data(), keys.secret().size()));
    server.bind("tcp://127.0.0.1:*");
    Peer leaf;
    const auto out = leaf.transport->connectTo({server.get(zmq::sockopt::last_endpoint), keys.publicKey()});
    QVERIFY(out.ok());
    for (int i = 1; i <= 3; ++i) {
        QVERIFY(leaf.mediator.waitForUp(out.value(), i));
        leaf.transport->send(out.value(), pattern(1));
        zmq::message_t id;
        zmq::message_t frame;
        QVERIFY(server.recv(id));
        QVERIFY(server.recv(frame));
        (void)server.send(id, zmq::send_flags::sndmore);
        (void)server.send(zmq::buffer(pattern(70'000)), zmq::send_flags::none);
        QVERIFY(leaf.mediator.waitForDown(out.value(), i));
    }
    QVERIFY(leaf.mediator.waitForUp(out.value(), 4));
    QCOMPARE(leaf.mediator.frameCount(), 0U);
}

QTEST_APPLESS_MAIN(TestZeroMqHostilePeers)
#include "tst_zeromq_hostile_peers.moc"
