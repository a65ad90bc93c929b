#pragma once

#include "transport/zeromq/command_queue.h"
#include "transport/zeromq/incoming_links.h"
#include "transport/zeromq/io_shared.h"
#include "transport/zeromq/outgoing_link.h"
#include "transport/zeromq/zap_handler.h"

#include <map>
#include <vector>

namespace qis::core {

/// Everything the transport's thread does: waits for sockets, commands and times, and serves each in
/// turn. Made on the engine's thread, then used by the transport's thread alone.
class IoLoop {
public:
    IoLoop(IoShared& shared, CommandQueue& queue);

    /// Returns when IoShared::stopping is set or the context is gone. Closes the queue and answers
    /// what is left in it.
    void run() noexcept;

private:
    void turn();
    void waitForWork();
    [[nodiscard]] bool isReady(std::size_t item) const { return m_items[item].revents != 0; }
    static void serve(OutgoingLink& link, bool monitorReady, bool socketReady);
    [[nodiscard]] long timeout() const;
    void takeCommands();
    void runCommand(SendCommand& command);
    void runCommand(ConnectCommand& command);
    void runCommand(const CloseCommand& command);
    void runCommand(ListenCommand& command);
    void runCommand(AdmissionCommand& command);
    void runCommand(const ResumeCommand& command);
    void refuseLeftOver();

    IoShared& m_shared;
    CommandQueue& m_queue;
    ZapHandler m_zap; ///< before the server socket, which asks it from the first handshake on
    IncomingLinks m_incoming;
    std::map<LinkId, OutgoingLink> m_outgoing;
    std::vector<Command> m_commands;
    std::vector<zmq_pollitem_t> m_items;
};

} // namespace qis::core
