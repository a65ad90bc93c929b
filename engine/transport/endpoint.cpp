#include "transport/endpoint.h"

#include <algorithm>
#include <cstddef>

namespace qis::core {

namespace {

constexpr std::string_view kScheme = "tcp://";
constexpr std::size_t kMaxHost = 253;
constexpr std::size_t kMaxPortDigits = 5;
constexpr unsigned kMaxPort = 65535;
constexpr std::size_t kKeyDigits = LinkKey::kSize * 2;
constexpr std::size_t kMaxText = kScheme.size() + kMaxHost + 2 + 1 + kMaxPortDigits + 1 + kKeyDigits;

// Not <cctype>: its answers depend on the locale.
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isHostCharacter(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view(".:*_-").find(c) != std::string_view::npos;
}

bool isHost(std::string_view host) {
    if (host.empty() || host.size() > kMaxHost) {
        return false;
    }
    if (host.front() != '[') {
        return std::all_of(host.begin(), host.end(), isHostCharacter);
    }
    if (host.size() < 4 || host.back() != ']') {
        return false;
    }
    const auto inside = host.substr(1, host.size() - 2);
    return inside.find(':') != std::string_view::npos &&
           std::all_of(inside.begin(), inside.end(), [](char c) { return isHexDigit(c) || c == ':' || c == '.'; });
}

bool isPort(std::string_view port) {
    if (port.empty() || port.size() > kMaxPortDigits || !std::all_of(port.begin(), port.end(), isDigit)) {
        return false;
    }
    // One text for one address: "080" is not another name for "80".
    if (port.size() > 1 && port.front() == '0') {
        return false;
    }
    unsigned value = 0;
    for (const char digit : port) {
        value = value * 10 + static_cast<unsigned>(digit - '0');
    }
    return value <= kMaxPort;
}

} // namespace

Status checkAddress(std::string_view address) {
    if (address.size() > kMaxText || !address.starts_with(kScheme)) {
        return fail(Code::BadEndpoint, "an address begins with tcp://", "address");
    }
    const auto rest = address.substr(kScheme.size());
    const auto colon = rest.rfind(':');
    if (colon == std::string_view::npos || !isHost(rest.substr(0, colon))) {
        return fail(Code::BadEndpoint, "the host is missing or not valid", "host");
    }
    if (!isPort(rest.substr(colon + 1))) {
        return fail(Code::BadEndpoint, "the port is not a number from 0 to 65535", "port");
    }
    return {};
}

Result<Endpoint> Endpoint::parse(std::string_view text) {
    const auto hash = text.find('#');
    if (text.size() > kMaxText || hash == std::string_view::npos) {
        return fail(Code::BadEndpoint, "the link key is missing after '#'", "key");
    }
    const auto address = text.substr(0, hash);
    if (const Status status = checkAddress(address); !status) {
        return status.error();
    }
    const auto key = LinkKey::fromHexText(text.substr(hash + 1));
    if (!key) {
        return fail(Code::BadEndpoint, "the link key is not 64 hexadecimal digits", "key");
    }
    return Endpoint{std::string(address), *key};
}

std::string Endpoint::text() const {
    return address + '#' + key.hex();
}

} // namespace qis::core
