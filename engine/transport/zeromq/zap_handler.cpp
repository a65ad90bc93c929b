#include "transport/zeromq/zap_handler.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace qis::core {

namespace {

constexpr std::string_view kVersion = "1.0";
constexpr int kRequestsPerTurn = 64;

// Parts of a request, in order.
enum Part : std::size_t { Version, RequestId, Domain, Address, RoutingId, Mechanism, ClientKey, PartCount };

std::optional<LinkKey> clientKey(const std::vector<zmq::message_t>& request) {
    if (request.size() != PartCount || request[Version].to_string_view() != kVersion ||
        request[Mechanism].to_string_view() != "CURVE") {
        return std::nullopt;
    }
    return LinkKey::from({request[ClientKey].data<std::uint8_t>(), request[ClientKey].size()});
}

} // namespace

ZapHandler::ZapHandler(zmq::context_t& context)
    : m_socket(context, zmq::socket_type::rep) {
    m_socket.set(zmq::sockopt::linger, 0);
    m_socket.bind("inproc://zeromq.zap.01");
}

void ZapHandler::answer() {
    for (int turn = 0; turn < kRequestsPerTurn; ++turn) {
        std::vector<zmq::message_t> request;
        bool more = true;
        while (more) {
            zmq::message_t part;
            if (!m_socket.recv(part, zmq::recv_flags::dontwait)) {
                return;
            }
            more = part.more();
            request.push_back(std::move(part));
        }
        const auto key = clientKey(request);
        const bool admitted = key && admits(*key);
        const std::string userId = admitted ? key->hex() : std::string();
        const std::string_view requestId =
            request.size() > RequestId ? request[RequestId].to_string_view() : std::string_view();
        const std::array<std::string_view, 6> reply{
            kVersion, requestId, admitted ? "200" : "400", admitted ? "OK" : "not admitted", userId, ""};
        for (std::size_t i = 0; i < reply.size(); ++i) {
            const auto flag = i + 1 < reply.size() ? zmq::send_flags::sndmore : zmq::send_flags::none;
            (void)m_socket.send(zmq::buffer(reply[i]), zmq::send_flags::dontwait | flag);
        }
    }
}

} // namespace qis::core
