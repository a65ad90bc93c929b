#include "support/virtual_network.h"

#include "crypto/sodium.h"
#include "record/packet.h"

#include <algorithm>
#include <cstdlib>

namespace qis::test {

using namespace core;

namespace {

constexpr Millis kWallAtStart = 1'790'000'000'000;
// Small, so that few rows already take several look-ups.
constexpr std::size_t kRowsPerRead = 40;

Bytes hashOf(std::string_view what, std::size_t node) {
    const auto text = std::string(what) + std::to_string(node);
    const auto hash = blake2b256(viewOf(text));
    return {hash.bytes.begin(), hash.bytes.end()};
}

DeviceKey makeDevice(std::size_t node) {
    const Bytes seed = hashOf("device ", node);
    auto key = DeviceKey::fromSeed(SecureBytes(ByteView(seed)));
    if (!key) {
        std::abort();
    }
    return std::move(key).value();
}

PackHash packHash() {
    PackHash pack;
    pack.bytes.fill(7);
    return pack;
}

std::string addressOf(std::size_t node) {
    return "tcp://node" + std::to_string(node) + ":4000";
}

} // namespace

const DeviceKey& deviceOf(std::size_t node) {
    static std::map<std::size_t, DeviceKey> devices;
    const auto found = devices.find(node);
    return found != devices.end() ? found->second : devices.emplace(node, makeDevice(node)).first->second;
}

LinkKey linkKeyOf(std::size_t node) {
    return *LinkKey::from(hashOf("link ", node));
}

NetworkId virtualNetworkId() {
    return *NetworkId::from(ByteView(hashOf("network ", 0)).first(NetworkId::kSize));
}

Bytes siteDocumentOf(std::size_t node) {
    const auto text = "site document of node " + std::to_string(node);
    const auto view = viewOf(text);
    return {view.begin(), view.end()};
}

Router::Config routerConfigOf(std::size_t node, bool gossip) {
    Router::Config config;
    config.self = deviceOf(node).author();
    config.link = linkKeyOf(node);
    config.network = virtualNetworkId();
    config.siteDocument = blake2b256(siteDocumentOf(node));
    config.definitions = {blake2b256(viewOf("definition"))};
    config.gossip = gossip;
    config.sign = [node](ByteView message) { return deviceOf(node).sign(message); };
    return config;
}

ShortId packetId(ByteView packet) {
    const auto hash = blake2b256(packet);
    return *ShortId::from(hash.view().first(ShortId::kSize));
}

CoarsePacket placeOf(std::uint32_t code) {
    return {packHash(), {code}};
}

CoarseInterests interestIn(const std::vector<std::uint32_t>& classes) {
    const std::set<std::uint32_t> sorted(classes.begin(), classes.end());
    if (sorted.empty()) {
        return {CoarseInterest{packHash(), {{}}, false}};
    }
    // A line each, as profiles give them, so that interests can grow and shrink by lines.
    CoarseInterests interests;
    for (const auto code : sorted) {
        interests.insert({packHash(), {{code}}, false});
    }
    return interests;
}

bool ModelStore::insert(Entry entry) {
    entry.row = static_cast<Row>(m_rows.size()) + 1;
    if (!m_byId.try_emplace(entry.id, m_rows.size()).second) {
        return false;
    }
    m_rows.push_back(std::move(entry));
    return true;
}

void ModelStore::retract(const ShortId& id) {
    if (const auto found = m_byId.find(id); found != m_byId.end()) {
        m_rows[found->second].retracted = true;
    }
}

std::set<ShortId> ModelStore::ids() const {
    std::set<ShortId> result;
    for (const auto& entry : m_rows) {
        result.insert(entry.id);
    }
    return result;
}

event::RowsRead ModelStore::read(const action::ReadRows& read, const AuthorKey& self) const {
    event::RowsRead answer{read.peer, read.session, read.backfill, read.after, false, {}};
    const Row last =
        read.until == 0 ? static_cast<Row>(m_rows.size()) : std::min(read.until, static_cast<Row>(m_rows.size()));
    for (std::size_t looked = 0; answer.scannedTo < last && looked < kRowsPerRead; ++looked) {
        const auto& entry = m_rows[static_cast<std::size_t>(answer.scannedTo)];
        answer.scannedTo = entry.row;
        if (entry.author == read.peer || entry.origin == read.peer || entry.retracted ||
            !mayMatch(read.interests, entry.coarse) || (read.backfill && mayMatch(read.except, entry.coarse))) {
            continue;
        }
        const bool whole = !read.backfill && entry.author == self;
        answer.rows.push_back({entry.row, entry.id, whole ? entry.bytes : Bytes{}});
        if (answer.rows.size() == read.limit) {
            break;
        }
    }
    answer.atEnd = answer.scannedTo >= last;
    return answer;
}

event::PacketsLoaded ModelStore::load(const action::LoadPackets& load) const {
    event::PacketsLoaded answer{load.peer, load.session, load.batch, {}};
    for (const auto& id : load.ids) {
        const auto found = m_byId.find(id);
        if (found != m_byId.end() && !m_rows[found->second].retracted) {
            answer.packets.push_back(m_rows[found->second].bytes);
        }
    }
    return answer;
}

VirtualNetwork::VirtualNetwork(std::uint64_t seed, std::size_t nodes, bool gossip)
    : m_random(seed) {
    if (!initCrypto()) {
        std::abort();
    }
    for (std::size_t i = 0; i < nodes; ++i) {
        auto node = std::make_unique<Node>();
        node->index = i;
        node->gossip = gossip;
        node->address = addressOf(i);
        const auto document = siteDocumentOf(i);
        node->documents[blake2b256(document)] = document;
        m_nodes.push_back(std::move(node));
    }
}

Endpoint VirtualNetwork::endpointOf(std::size_t node) const {
    return {m_nodes.at(node)->address, linkKeyOf(node)};
}

void VirtualNetwork::start(std::size_t index) {
    auto& node = this->node(index);
    if (node.router) {
        return;
    }
    ++node.life;
    node.router = std::make_unique<Router>(routerConfigOf(index, node.gossip));
    for (const auto& [hash, bytes] : node.documents) {
        node.inbox.emplace_back(event::DocumentSaved{hash});
    }
    node.inbox.emplace_back(event::Listening{{node.address}});
    node.inbox.emplace_back(event::InterestsChanged{node.interests});
    for (const auto& [key, peer] : node.savedPeers) {
        node.inbox.emplace_back(event::Restored{peer});
    }
    if (node.restored) {
        node.chainKnownBy.clear();
        node.inbox.emplace_back(event::StartOver{node.startedOver});
        node.inbox.emplace_back(event::AskOwnChain{highestPlace(m_backups[index].store, index)});
    }
    for (const auto& endpoint : node.joined) {
        node.inbox.emplace_back(event::Join{endpoint});
    }
    post(index, event::Tick{});
}

void VirtualNetwork::startAll() {
    for (std::size_t i = 0; i < size(); ++i) {
        start(i);
    }
}

void VirtualNetwork::settle() {
    startAll();
    for (std::size_t i = 1; i < size(); ++i) {
        join(i, 0);
    }
    if (!runUntil([this] { return allConnected(); }, 600'000)) {
        std::abort();
    }
    runFor(5000);
}

std::unique_ptr<VirtualNetwork> chainOfThree() {
    auto network = std::make_unique<VirtualNetwork>(3, 3, false);
    network->startAll();
    network->join(0, 1);
    network->join(2, 1);
    network->runFor(5000);
    return network;
}

/// As when the power goes: what was not flushed is lost, and nobody is told at once.
void VirtualNetwork::crash(std::size_t index) {
    auto& node = this->node(index);
    if (!node.router) {
        return;
    }
    ++node.life;
    node.router.reset();
    node.inbox.clear();
    node.unsavedPeers.clear();
    node.flushing = false;
    node.tickAt.reset();
    std::vector<std::uint64_t> broken;
    for (auto connection = m_connections.begin(); connection != m_connections.end();) {
        auto& one = connection->second;
        if (one.from == index) {
            if (one.up && one.incoming != 0) {
                tellLinkDown(one.to, one.incoming, static_cast<Millis>(m_random.below(10000)));
            }
            connection = m_connections.erase(connection);
            continue;
        }
        if (one.up && one.to == index) {
            broken.push_back(connection->first);
        }
        ++connection;
    }
    for (const auto connection : broken) {
        breakConnection(connection);
    }
}

void VirtualNetwork::join(std::size_t index, std::size_t target) {
    auto& node = this->node(index);
    node.joined.insert(endpointOf(target));
    if (node.router) {
        post(index, event::Join{endpointOf(target)});
    }
}

void VirtualNetwork::setInterests(std::size_t index, const CoarseInterests& interests) {
    auto& node = this->node(index);
    node.interests = interests;
    node.everAsked.insert(interests.begin(), interests.end());
    if (node.router) {
        post(index, event::InterestsChanged{interests});
    }
}

ShortId VirtualNetwork::publish(std::size_t index, std::uint32_t code) {
    auto& node = this->node(index);
    const auto text = "packet " + std::to_string(++m_published) + " by " + std::to_string(index) + ' ';
    const auto view = viewOf(text);
    Bytes bytes(view.begin(), view.end());
    bytes.resize(100 + m_random.below(kMaxPacketBytes - 99), 0x5A);
    const auto id = packetId(bytes);
    m_packets[id] = {index, placeOf(code), bytes, ++m_places[index]};
    node.store.insert({0, id, deviceOf(index).author(), std::nullopt, placeOf(code), std::move(bytes), false});
    if (node.router) {
        post(index, event::NewRows{});
    }
    return id;
}

void VirtualNetwork::backUp(std::size_t index) {
    m_backups[index] = {node(index).store, node(index).savedPeers};
}

void VirtualNetwork::restore(std::size_t index) {
    crash(index);
    auto& node = this->node(index);
    node.store = m_backups.at(index).store;
    node.savedPeers = m_backups.at(index).peers;
    node.restored = true;
    node.startedOver.clear();
    start(index);
}

std::set<std::uint64_t> VirtualNetwork::placesHeld(std::size_t index, std::size_t author) {
    std::set<std::uint64_t> places;
    for (const auto& entry : node(index).store.rows()) {
        if (entry.author == deviceOf(author).author()) {
            places.insert(m_packets.at(entry.id).place);
        }
    }
    return places;
}

std::uint64_t VirtualNetwork::highestPlace(const ModelStore& store, std::size_t author) const {
    std::uint64_t highest = 0;
    for (const auto& entry : store.rows()) {
        if (entry.author == deviceOf(author).author()) {
            highest = std::max(highest, m_packets.at(entry.id).place);
        }
    }
    return highest;
}

void VirtualNetwork::partition(const std::set<std::size_t>& side) {
    for (std::size_t from = 0; from < size(); ++from) {
        for (std::size_t to = 0; to < size(); ++to) {
            if (side.contains(from) != side.contains(to)) {
                block(from, to);
            }
        }
    }
}

void VirtualNetwork::breakLinks(std::size_t one, std::size_t other) {
    std::vector<std::uint64_t> broken;
    for (const auto& [number, connection] : m_connections) {
        if (connection.up && ((connection.from == one && connection.to == other) ||
                              (connection.from == other && connection.to == one))) {
            broken.push_back(number);
        }
    }
    for (const auto number : broken) {
        breakConnection(number);
    }
}

void VirtualNetwork::at(Millis when, std::function<void()> what) {
    m_agenda.emplace(std::pair(std::max(when, m_now), ++m_sequence), std::move(what));
}

void VirtualNetwork::runUntil(Millis when) {
    while (!m_agenda.empty() && m_agenda.begin()->first.first <= when) {
        auto next = m_agenda.extract(m_agenda.begin());
        m_now = next.key().first;
        next.mapped()();
    }
    m_now = std::max(m_now, when);
}

bool VirtualNetwork::runUntil(const std::function<bool()>& done, Millis atMost) {
    const Millis end = m_now + atMost;
    while (!done()) {
        if (m_now >= end) {
            return false;
        }
        runFor(1000);
    }
    return true;
}

bool VirtualNetwork::connected(std::size_t one, std::size_t other) {
    return node(one).router && node(other).router && peerView(one, other).connected && peerView(other, one).connected;
}

bool VirtualNetwork::allConnected() {
    for (std::size_t one = 0; one < size(); ++one) {
        for (std::size_t other = one + 1; other < size(); ++other) {
            if (!connected(one, other)) {
                return false;
            }
        }
    }
    return true;
}

std::set<ShortId> VirtualNetwork::expectedAt(std::size_t index, const CoarseInterests& interests) {
    std::set<ShortId> result;
    for (const auto& [id, packet] : m_packets) {
        if (packet.author == index || mayMatch(interests, packet.coarse)) {
            result.insert(id);
        }
    }
    return result;
}

bool VirtualNetwork::everybodyHasEverything() {
    for (std::size_t i = 0; i < size(); ++i) {
        const auto& store = node(i).store;
        for (const auto& [id, packet] : m_packets) {
            if (!store.holds(id) && mayMatch(node(i).interests, packet.coarse)) {
                return false;
            }
        }
    }
    return true;
}

bool VirtualNetwork::storesAreRight() {
    const auto isSubset = [](const std::set<ShortId>& part, const std::set<ShortId>& whole) {
        return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
    };
    for (std::size_t i = 0; i < size(); ++i) {
        const auto& one = node(i);
        const auto held = one.store.ids();
        if (held.size() != one.store.rows().size() || !isSubset(expectedAt(i, one.interests), held) ||
            !isSubset(held, expectedAt(i, one.everAsked))) {
            return false;
        }
    }
    return true;
}

PeerView VirtualNetwork::peerView(std::size_t index, std::size_t peer) {
    for (auto& view : node(index).router->peers()) {
        if (view.state.node == deviceOf(peer).author()) {
            return view;
        }
    }
    return {};
}

void VirtualNetwork::post(std::size_t index, Event event) {
    auto& node = this->node(index);
    if (!node.router) {
        return;
    }
    node.inbox.push_back(std::move(event));
    drain(node);
}

void VirtualNetwork::drain(Node& node) {
    if (node.draining) {
        return;
    }
    node.draining = true;
    while (!node.inbox.empty()) {
        const Event event = std::move(node.inbox.front());
        node.inbox.pop_front();
        const auto actions = node.router->step(m_now, event, kWallAtStart + m_now);
        noteStep(node, event, actions);
        for (const auto& action : actions) {
            std::visit([this, &node](const auto& one) { act(node, one); }, action);
        }
    }
    node.draining = false;
    planTick(node);
}

void VirtualNetwork::planTick(Node& node) {
    const auto next = node.router->nextTick();
    m_spinning = m_spinning || (next && *next <= m_now);
    if (!next || (node.tickAt && *node.tickAt <= *next)) {
        return;
    }
    node.tickAt = next;
    at(*next, [this, index = node.index, life = node.life, due = *next] {
        auto& one = this->node(index);
        if (one.life != life || one.tickAt != due) {
            return;
        }
        one.tickAt.reset();
        const auto wanted = one.router->nextTick();
        if (wanted && *wanted <= m_now) {
            ++one.ticks;
            post(index, event::Tick{});
        } else {
            planTick(one);
        }
    });
}

void VirtualNetwork::note(std::uint64_t value) {
    m_trace = (m_trace ^ value) * 1099511628211ULL;
}

void VirtualNetwork::noteStep(const Node& node, const Event& event, const std::vector<Action>& actions) {
    note(static_cast<std::uint64_t>(m_now));
    note(node.index * 100 + event.index());
    for (const auto& action : actions) {
        note(action.index());
        if (const auto* send = std::get_if<action::Send>(&action)) {
            note(send->link);
            std::uint64_t hash = 0;
            std::memcpy(&hash, blake2b256(send->frame).bytes.data(), sizeof hash);
            note(hash);
        }
    }
}

} // namespace qis::test
