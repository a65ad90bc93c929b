#pragma once

#include "transport/endpoint.h"
#include "transport/transport.h"
#include "transport/zeromq/zeromq_options.h"

#include <zmq.hpp>

#include <future>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace qis::core {

struct SendCommand {
    LinkId link = 0;
    Bytes frame;
};
struct ConnectCommand {
    LinkId link = 0;
    Endpoint endpoint;
};
struct CloseCommand {
    LinkId link = 0;
};
struct ListenCommand {
    std::string address;
    std::promise<Result<std::string>> answer;
};
struct AdmissionCommand {
    std::optional<std::set<LinkKey>> allowed;
};
struct ResumeCommand {};

using Command = std::variant<SendCommand, ConnectCommand, CloseCommand, ListenCommand, AdmissionCommand, ResumeCommand>;

/// Hands the engine's calls to the transport's thread, in order, and wakes it. Frames are bounded;
/// the other commands are not, they are few and must not be lost.
class CommandQueue {
public:
    CommandQueue(zmq::context_t& context, const ZeroMqOptions& options);

    /// Any thread. False, and the command untouched, after close() or when too many frames wait.
    [[nodiscard]] bool push(Command&& command);
    /// Any thread. Wakes the transport's thread without a command.
    void wake();

    /// Transport's thread: nothing can be pushed from now on, and nothing wakes.
    void close();
    /// Transport's thread: everything queued, in order. `into` must be empty; its storage is reused.
    void take(std::vector<Command>& into);
    /// Transport's thread: the socket that becomes readable when there is something to take.
    [[nodiscard]] zmq::socket_ref wakeSocket() { return m_wakeReceiver; }
    /// Transport's thread: empties the wake-up socket.
    void clearWakeUps();

private:
    void wakeLocked();

    const ZeroMqOptions& m_options;
    std::mutex m_mutex;
    std::vector<Command> m_commands;
    std::size_t m_frames = 0;
    std::size_t m_bytes = 0;
    bool m_closed = false;
    zmq::socket_t m_wakeReceiver;
    zmq::socket_t m_wakeSender; ///< used under m_mutex, from whichever thread pushes
};

} // namespace qis::core
