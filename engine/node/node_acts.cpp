// What a person or a job asks a running node to do.
#include "domain/json_tree.h"
#include "domain/printable.h"
#include "node/node_core.h"

namespace qis::core {

namespace {

constexpr std::size_t kMaxProfiles = 10000;
constexpr std::size_t kMaxTemplateName = 240;

/// What is kept of a form, of one being filled in or for others to come.
Status checkValues(const std::string& pack, const std::string& values) {
    if (values.size() > kMaxDraftBytes) {
        return fail(Code::DraftTooLarge, std::to_string(values.size()) + " bytes", "values");
    }
    if (pack.size() > kMaxTextBytes) {
        return fail(Code::BadArgument, "the name of a pack is shorter", "pack");
    }
    const auto tree = JsonTree::parse(values, JsonLimits{});
    if (!tree) {
        return tree.error();
    }
    return tree->root().is(JsonKind::Object) ? Status{}
                                             : fail(Code::NotJson, "the values of a draft are a JSON object", "values");
}

} // namespace

void NodeCore::afterEmission() {
    m_newRows = true;
    m_mediator->changed(Change::Outbox);
    m_mediator->changed(Change::Profiles); // an outcome that has left asks for others like it
    if (m_accept.takeMatchesFound()) {
        m_mediator->changed(Change::Matches);
    }
}

Result<std::vector<EmitOutcome>> NodeCore::emitNow(const std::vector<ToEmit>& outcomes) {
    Amended amended;
    for (const auto& outcome : outcomes) {
        if (auto may = mayAmend(outcome, amended); !may) {
            return may.error();
        }
    }
    auto result = m_emitter.emitNow(outcomes, wall());
    if (result) {
        afterEmission();
    } else {
        trouble(result.error());
    }
    return result;
}

Result<EmitOutcome> NodeCore::hold(const ToEmit& outcome, int undoSeconds) {
    Amended amended;
    if (auto may = mayAmend(outcome, amended); !may) {
        return may.error();
    }
    auto result = m_emitter.hold(outcome, wall(), Millis{undoSeconds} * 1000);
    if (result) {
        m_mediator->changed(Change::Outbox);
    } else {
        trouble(result.error());
    }
    return result;
}

Status NodeCore::undo(std::int64_t ticket) {
    auto result = m_emitter.undo(ticket);
    m_mediator->changed(Change::Outbox);
    return result;
}

Result<std::vector<Verdict>> NodeCore::importPackets(std::vector<Bytes> packets) {
    std::vector<Incoming> incoming;
    incoming.reserve(packets.size());
    for (auto& bytes : packets) {
        incoming.push_back({std::move(bytes), std::nullopt, 0});
    }
    auto verdicts = m_accept.accept(std::move(incoming), wall());
    if (verdicts) {
        settleVerdicts(*verdicts);
    } else {
        trouble(verdicts.error());
    }
    return verdicts;
}

/// Only what this device wrote, and only the version in force, can be amended or retracted.
Status NodeCore::mayChange(const std::optional<StoredPacket>& target, const char* field) {
    if (!target) {
        return fail(Code::NotFound, "no packet with this id is held here", field);
    }
    if (target->author != m_home.device.author()) {
        return fail(Code::ForeignTarget, "the packet was written by somebody else", field);
    }
    if (target->retracted) {
        return fail(Code::AlreadyRetracted, target->id.hex(), field);
    }
    const auto id = shortId(target->id);
    if (m_emitter.holdsAbout(id, Kind::Retraction)) {
        return fail(Code::AlreadyRetracted, "its retraction waits to leave", field);
    }
    if (target->replacedBy != 0) {
        const auto row = store().inForce(target->row);
        const auto newest = row ? store().packetAt(*row) : Result<std::optional<StoredPacket>>(row.error());
        if (!newest) {
            return newest.error();
        }
        return fail(Code::AlreadyAmended, *newest ? "by " + (**newest).id.hex() : std::string{}, field);
    }
    if (m_emitter.holdsAbout(id, Kind::Amendment)) {
        return fail(Code::AlreadyAmended, "its amendment waits to leave", field);
    }
    return {};
}

Status NodeCore::mayAmend(const ToEmit& outcome, Amended& beside) {
    const auto& content = outcome.content;
    if (content.kind != Kind::Amendment) {
        return {};
    }
    if (!outcome.ref.empty()) {
        const auto known = store().findRef(outcome.ref);
        if (!known) {
            return known.error();
        }
        if (*known) {
            return {}; // told again: nothing new will be made
        }
    }
    const auto target = store().findPacket(*content.target);
    if (!target) {
        return target.error();
    }
    if (auto may = mayChange(*target, "amends"); !may) {
        return may;
    }
    if (!isReport((**target).kind)) {
        return fail(Code::BadArgument, "only an outcome can be amended", "amends");
    }
    if (!catalogue().isOnePack((**target).pack, content.pack)) {
        return fail(Code::BadArgument, "an amendment belongs to the pack of what it amends", "pack");
    }
    const auto [first, fresh] = beside.try_emplace(*content.target, outcome.ref);
    if (!fresh && (outcome.ref.empty() || outcome.ref != first->second)) {
        return fail(Code::AlreadyAmended, "it is amended twice here", "amends");
    }
    return {};
}

Result<EmitOutcome> NodeCore::retract(const PacketId& id, int reason) {
    const auto target = store().findPacket(id);
    if (!target) {
        return target.error();
    }
    if (auto may = mayChange(*target, "target"); !may) {
        return may.error();
    }
    if ((**target).kind == Kind::Retraction) {
        return fail(Code::BadArgument, "a retraction cannot be retracted", "target");
    }
    if (reason < 0 || reason > 255) {
        return fail(Code::BadArgument, "a reason is a number from 0 to 255", "reason");
    }
    ToEmit retraction;
    retraction.content.kind = Kind::Retraction;
    retraction.content.pack = (**target).pack;
    retraction.content.target = shortId(id);
    if (reason > 0) {
        retraction.content.reason = static_cast<std::uint32_t>(reason);
    }
    const auto emitted = emitNow({retraction});
    if (!emitted) {
        return emitted.error();
    }
    return emitted->front();
}

Status NodeCore::hide(const PacketId& id, bool hidden) {
    const auto packet = store().findPacket(id);
    if (!packet) {
        return packet.error();
    }
    if (!*packet || (**packet).author != m_home.device.author()) {
        return fail(Code::NotFound, "no outcome of this home has this id", "id");
    }
    auto done = store().setHidden((**packet).row, hidden);
    if (done) {
        m_mediator->changed(Change::Outbox);
    } else {
        trouble(done.error());
    }
    return done;
}

Result<std::int64_t> NodeCore::saveDraft(const SavedDraft& draft) {
    if (auto good = checkValues(draft.pack, draft.values); !good) {
        return good.error();
    }
    std::int64_t number = 0;
    auto written = store().transaction([&]() -> Status {
        const auto saved = store().saveDraft({draft.id, draft.pack, draft.values, 0, wall()});
        if (!saved) {
            return saved.error();
        }
        number = *saved;
        return keepDraftRecord(number, draft.ownRecord);
    });
    if (!written) {
        trouble(written.error());
        return written.error();
    }
    return number;
}

Status NodeCore::saveTemplate(const FormTemplate& filled) {
    if (auto good = checkPrintable(filled.name, kMaxTemplateName); !good) {
        return fail(good.code(), good.error().detail, "name");
    }
    if (auto good = checkValues(filled.pack, filled.values); !good) {
        return good;
    }
    auto saved = store().saveTemplate({filled.pack, filled.name, filled.values});
    if (!saved && saved.code() != Code::TooManyTemplates) {
        trouble(saved.error());
    }
    return saved;
}

Status NodeCore::removeTemplate(std::string_view pack, std::string_view name) {
    auto removed = store().removeTemplate(pack, name);
    if (!removed && removed.code() != Code::NotFound) {
        trouble(removed.error());
    }
    return removed;
}

Status NodeCore::removeDraft(std::int64_t number) {
    auto removed = store().removeDraft(number);
    if (!removed) {
        trouble(removed.error());
    }
    return removed;
}

Status NodeCore::findDraft(std::int64_t number) {
    const auto there = store().isBeingWritten(number);
    if (!there) {
        return there.error();
    }
    return *there ? Status{} : fail(Code::NotFound, "no such draft is being written", "draft");
}

Result<StoredProfile> NodeCore::addProfile(const std::string& json) {
    auto profile = parseProfile(json, *m_catalogue);
    if (!profile) {
        return profile.error();
    }
    if (m_matcher.find(profile->name) != nullptr) {
        return fail(Code::AlreadyExists, "a profile of this name exists: " + tamed(profile->name), "name");
    }
    if (m_matcher.profiles().size() >= kMaxProfiles) {
        return fail(Code::BadProfile, "there are 10000 profiles already", "name");
    }
    StoredProfile stored;
    auto written = store().transaction([&]() -> Status {
        auto added = store().addProfile(profile->name, json, wall());
        if (!added) {
            return added.error();
        }
        stored = *added;
        profile->number = stored.number;
        m_matcher.addProfile(*profile);
        return matchAgainstStored(stored.number);
    });
    if (!written) {
        m_matcher.removeProfile(stored.number);
        trouble(written.error());
        return written.error();
    }
    m_mediator->changed(Change::Profiles);
    return stored;
}

Status NodeCore::removeProfile(std::string_view name) {
    const auto number = profileNumber(name);
    if (!number) {
        return number.error();
    }
    Status removed;
    if (*number > 0) {
        removed = store().removeProfile(*number);
        if (removed) {
            m_matcher.removeProfile(*number);
        }
    } else {
        removed = store().muteOutcome(-*number);
        if (removed) {
            m_matcher.removeOutcome(-*number);
        }
    }
    m_mediator->changed(Change::Profiles);
    return removed;
}

Result<std::vector<MatchMark>> NodeCore::markMatches(const std::vector<MatchMark>& marks) {
    struct Change {
        std::int64_t profile;
        Row packet;
        TriageMark mark;
    };
    std::vector<Change> changes;
    std::vector<MatchMark> before;
    auto written = store().transaction([&]() -> Status {
        for (const auto& mark : marks) {
            const auto number = profileNumber(mark.profile);
            if (!number) {
                return number.error();
            }
            const auto id = PacketId::fromHexText(mark.id);
            if (!id) {
                return fail(Code::BadArgument, "an id is 64 hexadecimal digits", "id");
            }
            const auto packet = store().findPacket(*id);
            if (!packet) {
                return packet.error();
            }
            if (!*packet) {
                return fail(Code::NotFound, "no packet with this id is held here", "id");
            }
            const Row row = (**packet).row;
            const auto old = store().markOf(*number, row);
            if (!old) {
                return old.error();
            }
            const auto reason = mark.state == MatchState::NotRelevant ? static_cast<int>(mark.reason) : 0;
            const TriageMark wanted{static_cast<TriageState>(mark.state), reason};
            if (auto set = store().setMark(*number, row, wanted, wall()); !set) {
                return set;
            }
            before.push_back({mark.profile, mark.id, matchState(*old), dismissReason(*old)});
            changes.push_back({*number, row, wanted});
        }
        return {};
    });
    if (!written) {
        if (written.code() != Code::NotFound && written.code() != Code::BadArgument) {
            trouble(written.error());
        }
        return written.error();
    }
    for (const auto& change : changes) {
        m_matchList.marked(change.profile, change.packet, change.mark);
    }
    m_mediator->changed(qis::Change::Matches);
    return before;
}

Result<MatchWindow> NodeCore::viewMatches(const MatchView& view) {
    return m_matchList.window(*this, view);
}

Result<std::int64_t> NodeCore::profileNumber(std::string_view name) {
    if (name.starts_with("outcome:")) {
        const auto id = PacketId::fromHexText(name.substr(8));
        const auto packet =
            id ? store().findPacket(*id) : Result<std::optional<StoredPacket>>(std::optional<StoredPacket>{});
        if (!packet) {
            return packet.error();
        }
        if (*packet && (**packet).author == m_home.device.author() &&
            m_matcher.interestOf(-(**packet).row) != nullptr) {
            return -(**packet).row;
        }
    } else if (const auto* profile = m_matcher.find(name)) {
        return profile->number;
    }
    return fail(Code::NotFound, "no profile of this name: " + tamed(name), "profile");
}

void NodeCore::waitForMatches(Millis until, std::function<bool(bool)> done) {
    m_waiters.push_back({until, std::move(done)});
}

void NodeCore::wakeWaiters(bool newMatches) {
    const Millis now = m_clock->steadyMillis();
    for (auto waiter = m_waiters.begin(); waiter != m_waiters.end();) {
        const bool timedOut = now >= waiter->until;
        if ((newMatches || timedOut) && waiter->done(timedOut)) {
            waiter = m_waiters.erase(waiter);
        } else {
            ++waiter;
        }
    }
}

} // namespace qis::core
