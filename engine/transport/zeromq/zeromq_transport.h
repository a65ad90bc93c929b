#pragma once

#include "crypto/keys.h"
#include "transport/transport.h"
#include "transport/zeromq/zeromq_options.h"

#include <memory>

namespace qis::core {

/// Links over TCP with CURVE (see transport/README.md). Nobody may connect before the first call of
/// setAdmission. The keys are copied; the mediator must live until stop() has returned. The mediator
/// must not call listen() or stop().
[[nodiscard]] std::unique_ptr<Transport> makeZeroMqTransport(const LinkKeyPair& keys, Transport::Mediator& mediator,
                                                             const ZeroMqOptions& options = {});

} // namespace qis::core
