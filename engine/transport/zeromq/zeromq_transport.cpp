#include "transport/zeromq/zeromq_transport.h"

#include "transport/zeromq/command_queue.h"
#include "transport/zeromq/io_loop.h"
#include "transport/zeromq/io_shared.h"

#include <zmq.hpp>

#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <utility>
#ifndef _WIN32
#include <sys/resource.h>
#endif

namespace qis::core {

namespace {

// Two sockets for each outgoing link and a handful of others.
constexpr int kSpareSockets = 64;

/// libzmq aborts or spins when descriptors run out, so take what the system allows.
void raiseDescriptorLimit() {
#ifndef _WIN32
    static std::once_flag once;
    std::call_once(once, [] {
        rlimit limit{};
        if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
            limit.rlim_cur = limit.rlim_max;
            (void)setrlimit(RLIMIT_NOFILE, &limit);
        }
    });
#endif
}

bool isConnectable(const Endpoint& endpoint) {
    return checkAddress(endpoint.address) && !endpoint.address.ends_with(":0") &&
           endpoint.address.find('*') == std::string::npos && !endpoint.key.isZero();
}

/// Everything that needs a ZeroMQ context, made in one go so that a failure leaves nothing half made.
struct Machinery {
    Machinery(const ZeroMqOptions& optionsIn, const LinkKeyPair& keys, Transport::Mediator& mediator)
        : options(optionsIn)
        , publicKey(keys.publicKey())
        , secret(keys.secret().view())
        , context(makeContext(options))
        , shared(context, options, publicKey, secret, mediator)
        , queue(context, options)
        , loop(std::in_place, shared, queue) {}

    static zmq::context_t makeContext(const ZeroMqOptions& options) {
        zmq::context_t context;
        context.set(zmq::ctxopt::max_sockets, static_cast<int>(options.maxOutgoing) * 2 + kSpareSockets);
        return context;
    }

    const ZeroMqOptions options;
    const LinkKey publicKey;
    const SecureBytes secret;
    zmq::context_t context;
    IoShared shared;
    CommandQueue queue;
    std::optional<IoLoop> loop;
};

class ZeroMqTransport final : public Transport {
public:
    ZeroMqTransport(const LinkKeyPair& keys, Mediator& mediator, const ZeroMqOptions& options) {
        raiseDescriptorLimit();
        try {
            m_machinery = std::make_unique<Machinery>(options, keys, mediator);
            m_thread = std::thread([this] { m_machinery->loop->run(); });
        } catch (const std::exception& error) {
            m_machinery.reset();
            m_failure = error.what();
        }
    }
    ~ZeroMqTransport() override { ZeroMqTransport::stop(); }
    ZeroMqTransport(const ZeroMqTransport&) = delete;
    ZeroMqTransport& operator=(const ZeroMqTransport&) = delete;

    Result<std::string> listen(const std::string& address) override {
        if (const Status status = checkAddress(address); !status) {
            return status.error();
        }
        ListenCommand command{address, {}};
        auto answer = command.answer.get_future();
        if (!push(std::move(command))) {
            return notRunning();
        }
        return answer.get();
    }

    Result<LinkId> connectTo(const Endpoint& endpoint) override {
        if (!isConnectable(endpoint)) {
            return fail(Code::BadEndpoint, "cannot connect to " + endpoint.text());
        }
        if (!m_machinery) {
            return notRunning();
        }
        const std::lock_guard lock(m_outgoingMutex);
        if (m_outgoing.size() >= m_machinery->options.maxOutgoing) {
            return fail(Code::Busy, "too many outgoing links");
        }
        const LinkId id = m_machinery->shared.nextLink.fetch_add(1);
        if (!push(ConnectCommand{id, endpoint})) {
            return notRunning();
        }
        m_outgoing.insert(id);
        return id;
    }

    void closeLink(LinkId link) override {
        const std::lock_guard lock(m_outgoingMutex);
        m_outgoing.erase(link);
        (void)push(CloseCommand{link});
    }

    void send(LinkId link, Bytes frame) override {
        if (m_machinery &&
            (frame.size() > m_machinery->options.maxFrame || !push(SendCommand{link, std::move(frame)}))) {
            m_machinery->shared.counters.drop();
        }
    }

    void resumeReading() override { (void)push(ResumeCommand{}); }

    void setAdmission(std::optional<std::set<LinkKey>> allowed) override {
        (void)push(AdmissionCommand{std::move(allowed)});
    }

    void stop() override {
        const std::lock_guard lock(m_stopMutex);
        if (!m_machinery) {
            return;
        }
        m_machinery->shared.stopping = true;
        if (m_thread.joinable()) {
            m_machinery->queue.wake();
            m_thread.join();
        }
        // libzmq closes sockets in the background. Waiting for the context frees the listening
        // addresses now, so that another transport can take them.
        m_machinery->loop.reset();
        m_machinery->context.close();
    }

    Counters counters() const override {
        if (!m_machinery) {
            return {};
        }
        const FrameCounters& from = m_machinery->shared.counters;
        return {from.framesIn, from.framesOut, from.bytesIn, from.bytesOut, from.dropped};
    }

private:
    bool push(Command&& command) { return m_machinery && m_machinery->queue.push(std::move(command)); }

    [[nodiscard]] Error notRunning() const {
        return m_machinery ? fail(Code::Stopped) : fail(Code::Internal, "ZeroMQ did not start: " + m_failure);
    }

    std::unique_ptr<Machinery> m_machinery; ///< set once; null if ZeroMQ did not start
    std::string m_failure;
    std::thread m_thread;

    std::mutex m_outgoingMutex;
    std::set<LinkId> m_outgoing;
    std::mutex m_stopMutex;
};

} // namespace

std::unique_ptr<Transport> makeZeroMqTransport(const LinkKeyPair& keys, Transport::Mediator& mediator,
                                               const ZeroMqOptions& options) {
    return std::make_unique<ZeroMqTransport>(keys, mediator, options);
}

} // namespace qis::core
