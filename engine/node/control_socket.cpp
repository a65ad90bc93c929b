#include "node/control_socket.h"

#include "node/control_wire.h"

#include <atomic>
#include <cerrno>
#include <future>
#include <list>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace qis::core {

namespace {

constexpr std::size_t kMaxConnections = 32;
constexpr std::size_t kMaxAhead = 8; ///< requests of one connection in work at a time

class Server final : public ControlServer {
public:
    Server(UnixSocket socket, EngineThread& engine)
        : m_socket(std::move(socket))
        , m_stop(::eventfd(0, EFD_CLOEXEC))
        , m_engine(&engine)
        , m_thread([this] { run(); }) {}

    ~Server() override {
        const std::uint64_t one = 1;
        (void)!::write(m_stop.fd(), &one, sizeof one);
        m_thread.join();
        for (auto& connection : m_connections) {
            ::shutdown(connection.socket.fd(), SHUT_RDWR);
        }
        for (auto& connection : m_connections) {
            connection.thread.join();
        }
    }

private:
    struct Connection {
        UnixSocket socket;
        std::thread thread;
        std::atomic<bool> finished{false};
    };

    void run() {
        for (;;) {
            pollfd waits[2] = {{m_socket.fd(), POLLIN, 0}, {m_stop.fd(), POLLIN, 0}};
            if (::poll(waits, 2, -1) < 0 && errno != EINTR) {
                return;
            }
            if (waits[1].revents != 0) {
                return;
            }
            if (waits[0].revents == 0) {
                continue;
            }
            UnixSocket accepted(::accept4(m_socket.fd(), nullptr, nullptr, SOCK_CLOEXEC));
            std::erase_if(m_connections, [](Connection& one) {
                if (one.finished) {
                    one.thread.join();
                    return true;
                }
                return false;
            });
            if (accepted.fd() < 0 || m_connections.size() >= kMaxConnections) {
                continue; // closed at once; the client reads "not reachable" and may try again
            }
            auto& connection = m_connections.emplace_back();
            connection.socket = std::move(accepted);
            connection.thread = std::thread([this, &connection] {
                serve(connection.socket);
                connection.finished = true;
            });
        }
    }

    /// Reads ahead a little, so that a stream of requests keeps the engine busy; answers in order.
    void serve(const UnixSocket& socket) {
        std::deque<std::future<CommandAnswer>> pending;
        bool open = true;
        while (open || !pending.empty()) {
            pollfd wait{socket.fd(), POLLIN, 0};
            const bool readable = open && pending.size() < kMaxAhead && ::poll(&wait, 1, pending.empty() ? -1 : 0) > 0;
            if (readable) {
                auto request = socket.receive();
                if (!request) {
                    open = false;
                    continue;
                }
                auto promise = std::make_shared<std::promise<CommandAnswer>>();
                pending.push_back(promise->get_future());
                m_engine->runCommand(std::move(request).value(),
                                     [promise](CommandAnswer answer) { promise->set_value(std::move(answer)); });
                continue;
            }
            if (pending.empty()) {
                continue;
            }
            std::string message;
            try {
                message = encodeAnswer(pending.front().get());
            } catch (const std::future_error&) {
                message = encodeAnswer(refusal(fail(Code::Stopped))); // the engine went away before it answered
            }
            pending.pop_front();
            if (!socket.send(message)) {
                return;
            }
        }
    }

    UnixSocket m_socket;
    UnixSocket m_stop;
    EngineThread* m_engine;
    std::list<Connection> m_connections;
    std::thread m_thread;
};

} // namespace

Result<std::unique_ptr<ControlServer>> ControlServer::start(const std::filesystem::path& home, EngineThread& engine) {
    auto socket = listenIn(home);
    if (!socket) {
        return socket.error();
    }
    return std::unique_ptr<ControlServer>(std::make_unique<Server>(std::move(socket).value(), engine));
}

} // namespace qis::core
