#include "node/node_core.h"

#include "domain/json_tree.h"

#include <algorithm>

namespace qis::core {

namespace {

constexpr Millis kOutcomeAsksFor = 30LL * 86400 * 1000;
constexpr Millis kFlushEvery = 200;
constexpr Millis kPublishEvery = 200;
constexpr Millis kReplayEvery = 30000;
constexpr Millis kReviewEvery = 3600 * 1000;
constexpr Millis kLookAtBackup = 20;
constexpr std::size_t kOutcomesAtOnce = 1024;
constexpr std::size_t kMaxInterestLines = 1000;
constexpr std::string_view kMatchedOwn = "matched_own";

Router::Config routerConfig(const Home& home, const Catalogue& catalogue) {
    Router::Config config;
    config.self = home.device.author();
    config.link = home.link.publicKey();
    config.network = home.site.document.network;
    config.siteDocument = home.site.hash;
    config.definitions = catalogue.definitions();
    config.gossip = home.site.document.demo;
    return config;
}

Bytes rowBytes(Row row) {
    Bytes result;
    for (int shift = 56; shift >= 0; shift -= 8) {
        result.push_back(static_cast<std::uint8_t>(static_cast<std::uint64_t>(row) >> static_cast<unsigned>(shift)));
    }
    return result;
}

Row rowOf(const std::optional<Bytes>& bytes) {
    Row result = 0;
    for (const auto byte : bytes.value_or(Bytes{})) {
        result = static_cast<Row>((static_cast<std::uint64_t>(result) << 8U) | byte);
    }
    return result;
}

} // namespace

NodeCore::NodeCore(Home home, std::shared_ptr<const Catalogue> catalogue, const Clock& clock, std::size_t workers,
                   Mediator& mediator)
    : m_home(std::move(home))
    , m_records(m_home.siteSecret, "qis own record")
    , m_catalogue(std::move(catalogue))
    , m_clock(&clock)
    , m_mediator(&mediator)
    , m_members(m_home.site.document.network)
    , m_matcher(m_catalogue)
    , m_pool(workers)
    , m_accept(*m_home.store, m_catalogue, m_members, m_matcher, m_pool, m_home.device.author())
    , m_emitter(m_home, m_catalogue, m_accept, m_matcher, m_pool)
    , m_router([this] {
        auto config = routerConfig(m_home, *m_catalogue);
        config.sign = [this](ByteView message) { return m_home.device.sign(message); };
        return config;
    }()) {}

NodeCore::~NodeCore() {
    if (m_backup != nullptr) {
        m_backup->cancel();
        finishBackup();
    }
    for (auto& waiter : m_waiters) {
        waiter.done(true);
    }
}

Status NodeCore::start() {
    for (const auto step :
         {&NodeCore::loadRestoration, &NodeCore::loadMembers, &NodeCore::loadProfiles, &NodeCore::loadOutcomes}) {
        if (auto done = (this->*step)(); !done) {
            return done;
        }
    }
    if (auto prepared = m_accept.prepare(); !prepared) {
        return prepared;
    }
    if (auto prepared = m_emitter.prepare(); !prepared) {
        return prepared;
    }
    // What authors, packs or time may have released while nobody looked.
    replay(Code::UnknownAuthor);
    replay(Code::UnknownPack);
    replay(Code::UnknownVersion);
    replay(Code::FromFuture);
    const auto released = m_emitter.releaseDue(wall());
    return released ? Status{} : released.error();
}

Status NodeCore::loadMembers() {
    if (auto own = m_members.admit(m_home.site, m_home.site.document.demo); !own) {
        return own;
    }
    const auto documents = store().documents("site");
    if (!documents) {
        return documents.error();
    }
    for (const auto& bytes : *documents) {
        if (const auto site = openSiteDocument(bytes)) {
            (void)m_members.admit(*site, m_home.site.document.demo).ok(); // kept from an earlier membership
            feed(event::DocumentSaved{site->hash});
        }
    }
    const auto suspended = store().suspendedAuthors();
    if (!suspended) {
        return suspended.error();
    }
    for (const auto& author : *suspended) {
        m_members.suspend(author);
    }
    return {};
}

Status NodeCore::loadProfiles() {
    const auto stored = store().profiles();
    if (!stored) {
        return stored.error();
    }
    for (const auto& one : *stored) {
        auto profile = parseProfile(one.json, *m_catalogue);
        if (!profile) {
            count("profile-unreadable"); // its pack changed; it stays stored and is shown as such
            continue;
        }
        profile->number = one.number;
        m_matcher.addProfile(std::move(profile).value());
    }
    return {};
}

Status NodeCore::loadOutcomes() {
    const auto muted = store().mutedOutcomes();
    const auto matched = store().setting(kMatchedOwn);
    if (!muted || !matched) {
        return muted ? matched.error() : muted.error();
    }
    const std::set<Row> quiet(muted->begin(), muted->end());
    Row after = 0;
    for (;;) {
        const auto rows = store().ownOutcomes(after, wall() - kOutcomeAsksFor, kOutcomesAtOnce);
        if (!rows) {
            return rows.error();
        }
        for (const auto& row : *rows) {
            after = row.row;
            const auto decoded = row.retracted || row.replacedBy != 0 || quiet.contains(row.row)
                                     ? Result<DecodedPacket>(fail(Code::NotFound))
                                     : decodePacket(row.bytes);
            if (decoded && m_matcher.addOutcome(row.row, row.pack, decoded->packet.content.condition) &&
                row.row > rowOf(*matched)) {
                m_emitter.unmatched().push_back(row.row);
            }
        }
        if (rows->size() < kOutcomesAtOnce) {
            return {};
        }
    }
}

Status NodeCore::goOnline(Transport& transport, const std::vector<std::string>& listen,
                          const std::vector<std::string>& join) {
    m_transport = &transport;
    const auto joined = store().joinedEndpoints();
    const auto peers = store().peers();
    if (!joined || !peers) {
        return joined ? peers.error() : joined.error();
    }
    std::vector<Endpoint> targets;
    for (const auto* list : {&*joined, &join}) {
        for (const auto& text : *list) {
            const auto endpoint = Endpoint::parse(text);
            if (!endpoint) {
                return endpoint.error();
            }
            targets.push_back(*endpoint);
            m_admitted.insert(endpoint->key);
        }
    }
    for (const auto& text : join) {
        if (auto saved = store().addJoinedEndpoint(text); !saved) {
            return saved;
        }
    }
    admit();
    std::vector<std::string> addresses;
    for (const auto& address : listen) {
        const auto bound = transport.listen(address);
        if (!bound) {
            return bound.error();
        }
        addresses.push_back(*bound);
        m_endpoints.push_back(Endpoint{*bound, m_home.link.publicKey()}.text());
    }
    feed(event::Listening{addresses});
    publishInterests();
    for (const auto& peer : *peers) {
        feed(event::Restored{peer});
    }
    if (auto asked = askForOwnChain(); !asked) {
        return asked;
    }
    for (const auto& target : targets) {
        feed(event::Join{target});
    }
    feed(event::Tick{});
    drain();
    return {};
}

void NodeCore::admit() {
    // A real home lets in only those whose endpoint its operator has named; a demo home everybody.
    m_transport->setAdmission(m_home.site.document.demo ? std::nullopt : std::optional(m_admitted));
}

Status NodeCore::join(std::string_view endpoint) {
    const auto target = Endpoint::parse(endpoint);
    if (!target) {
        return target.error();
    }
    if (target->key == m_home.link.publicKey()) {
        return fail(Code::BadEndpoint, "it is the address of this home");
    }
    if (auto saved = store().addJoinedEndpoint(target->text()); !saved) {
        return saved;
    }
    if (m_transport != nullptr) {
        m_admitted.insert(target->key);
        admit();
        feed(event::Join{*target});
        drain();
    }
    return {};
}

void NodeCore::tick() {
    const Millis now = m_clock->steadyMillis();
    considerRestoration();
    if (m_backup != nullptr && m_backup->isFinished()) {
        finishBackup();
    }
    if (const auto released = m_emitter.releaseDue(wall()); !released) {
        trouble(released.error());
    } else if (*released > 0) {
        afterEmission();
    }
    if (m_matcher.revision() != m_publishedRevision && now >= m_publishAfter) {
        m_publishAfter = now + kPublishEvery;
        publishInterests();
    }
    if (m_newRows) {
        m_newRows = false;
        feed(event::NewRows{});
    }
    if (now >= m_replayAfter) {
        m_replayAfter = now + kReplayEvery;
        replay(Code::FromFuture);
    }
    if (now >= m_reviewAfter) {
        m_reviewAfter = now + kReviewEvery;
        for (const auto row : m_matcher.outcomes()) {
            const auto packet = store().packetAt(row);
            if (packet && *packet && (**packet).received < wall() - kOutcomeAsksFor) {
                m_matcher.removeOutcome(row);
            }
        }
    }
    feed(event::Tick{});
    drain();
    if (now >= m_flushAfter) {
        m_flushAfter = now + kFlushEvery;
        if (auto flushed = flush(); !flushed) {
            trouble(flushed.error());
        }
    }
    wakeWaiters(false);
}

std::optional<Millis> NodeCore::nextTickIn() {
    const Millis now = m_clock->steadyMillis();
    std::optional<Millis> next;
    const auto at = [&next](Millis in) { next = std::max<Millis>(0, next ? std::min(*next, in) : in); };
    if (const auto due = m_emitter.nextDue()) {
        at(*due - wall());
    }
    if (m_transport != nullptr) {
        if (const auto due = m_router.nextTick()) {
            at(*due - now);
        }
        if (m_matcher.revision() != m_publishedRevision) {
            at(m_publishAfter - now);
        }
        at(m_replayAfter - now);
    }
    if (m_newRows) {
        at(0);
    }
    if (m_backup != nullptr) {
        at(kLookAtBackup);
    }
    if (!m_peersToSave.empty() || !m_counters.empty()) {
        at(m_flushAfter - now);
    }
    for (const auto& waiter : m_waiters) {
        at(waiter.until - now);
    }
    return next;
}

bool NodeCore::idleSlice() {
    auto& queue = m_emitter.unmatched();
    if (queue.empty()) {
        return false;
    }
    const Row row = queue.front();
    const auto done = store().transaction([&]() -> Status {
        if (m_accept.foreignRows().empty()) {
            // Nothing to compare with: all of them are done at once.
            const Row last = *std::max_element(queue.begin(), queue.end());
            return store().setSetting(kMatchedOwn, rowBytes(last));
        }
        if (auto matched = matchAgainstStored(-row); !matched) {
            return matched;
        }
        return store().setSetting(kMatchedOwn, rowBytes(row));
    });
    if (!done) {
        trouble(done.error());
        return false;
    }
    if (m_accept.foreignRows().empty()) {
        queue.clear();
    } else {
        queue.pop_front();
    }
    return !queue.empty();
}

Status NodeCore::matchAgainstStored(std::int64_t number) {
    const auto* interest = m_matcher.interestOf(number);
    if (interest == nullptr) {
        return {};
    }
    bool found = false;
    for (const auto& [place, rows] : m_accept.foreignRows()) {
        if (!mayMatch(*interest, place)) {
            continue;
        }
        for (const auto row : rows) {
            const auto matched = matchRow(number, row);
            if (!matched) {
                return matched.error();
            }
            found = found || *matched;
        }
    }
    if (found) {
        m_mediator->changed(Change::Matches);
        wakeWaiters(true);
    }
    return {};
}

Result<bool> NodeCore::matchRow(std::int64_t number, Row row) {
    const auto packet = store().packetAt(row);
    if (!packet) {
        return packet.error();
    }
    const auto decoded = *packet ? decodePacket((**packet).bytes) : Result<DecodedPacket>(fail(Code::NotFound));
    const auto* own = m_members.find(m_home.device.author());
    const auto* author = decoded ? m_members.find(decoded->packet.author) : nullptr;
    if (author == nullptr || author->site == own->site) {
        return false;
    }
    auto match = m_matcher.matchOne(number, decoded->packet.content.pack, decoded->packet.content);
    if (!match) {
        return false;
    }
    match->packet = row;
    return store().addMatch(*match);
}

void NodeCore::publishInterests() {
    m_publishedRevision = m_matcher.revision();
    auto interests = m_matcher.interests();
    boundInterests(interests, kMaxInterestLines);
    feed(event::InterestsChanged{std::move(interests)});
}

Status NodeCore::flush() {
    if (m_peersToSave.empty() && m_counters.empty()) {
        return {};
    }
    const auto peers = m_peersToSave;
    const auto counters = m_counters;
    std::uint64_t closed = 0;
    auto written = store().transaction([&]() -> Status {
        for (const auto& [key, peer] : peers) {
            if (auto saved = store().savePeer(peer); !saved) {
                return saved;
            }
        }
        for (const auto& [name, by] : counters) {
            if (auto added = store().addToCounter(name, by); !added) {
                return added;
            }
        }
        if (const auto served = m_router.servedToAll(); served && !peers.empty()) {
            const auto done = store().closeOutboxUpTo(*served);
            if (!done) {
                return done.error();
            }
            closed = *done;
        }
        return {};
    });
    if (written) {
        m_peersToSave.clear();
        m_counters.clear();
        if (closed > 0) {
            m_mediator->changed(Change::Outbox);
        }
    }
    return written;
}

void NodeCore::trouble(const Error& error) {
    count(std::string("store-") + std::string(codeName(error.code)));
    if (error.code == Code::DiskFull || error.code == Code::StoreFailed || error.code == Code::HomeUnwritable ||
        error.code == Code::StoreCorrupt) {
        m_mediator->changed(Change::StoreTrouble);
    }
}

std::map<std::string, std::uint64_t> NodeCore::counters() {
    auto stored = store().counters();
    std::map<std::string, std::uint64_t> result = stored ? *stored : std::map<std::string, std::uint64_t>{};
    for (const auto& [name, by] : m_counters) {
        result[name] += by;
    }
    return result;
}

} // namespace qis::core
