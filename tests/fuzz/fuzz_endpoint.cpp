#include "transport/endpoint.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

/// What parses must print as a text that parses to the same endpoint, and differ from the input in
/// the case of the key's digits at most.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace qis::core;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    (void)checkAddress(text);
    const auto endpoint = Endpoint::parse(text);
    if (!endpoint) {
        if (endpoint.code() != Code::BadEndpoint) {
            std::abort();
        }
        return 0;
    }
    const std::string printed = endpoint->text();
    const auto again = Endpoint::parse(printed);
    const auto addressLength = endpoint->address.size();
    if (!again || *again != *endpoint || printed.size() != size || !checkAddress(endpoint->address) ||
        printed.substr(0, addressLength + 1) != text.substr(0, addressLength + 1)) {
        std::abort();
    }
    return 0;
}
