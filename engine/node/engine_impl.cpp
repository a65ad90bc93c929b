// The public face: every request becomes a task of the engine thread.
#include "crypto/sodium.h"
#include "domain/compose.h"
#include "domain/json_tree.h"
#include "node/control_socket.h"
#include "node/control_wire.h"
#include "node/engine_thread.h"
#include "node/queries.h"

#include <qis/engine.h>

#include <atomic>

namespace qis {

namespace {

using core::Code;
using core::NodeCore;

Failure failureOf(const core::Error& error) {
    return {std::string(core::codeName(error.code)), error.detail, error.field};
}

template <class T> Answer<T> answerOf(core::Result<T> result) {
    return result ? Answer<T>{std::move(result).value(), {}} : Answer<T>{std::nullopt, failureOf(result.error())};
}

Answer<Nothing> answerOf(const core::Status& status) {
    return status ? Answer<Nothing>{Nothing{}, {}} : Answer<Nothing>{std::nullopt, failureOf(status.error())};
}

BackupInfo backupInfo(const core::BackupAbout& about, const std::filesystem::path& file) {
    BackupInfo info;
    info.file = file.string();
    info.made = about.made;
    info.author = about.author.hex();
    info.fingerprint = core::fingerprintWords(about.author.view());
    info.siteName = about.siteName;
    info.demo = about.demo;
    info.sequence = about.sequence;
    info.version = about.version;
    info.bytes = about.bytes;
    return info;
}

Answer<BackupInfo> answerOf(const core::Result<core::BackupAbout>& about, const std::filesystem::path& file) {
    return about ? Answer<BackupInfo>{backupInfo(*about, file), {}}
                 : Answer<BackupInfo>{std::nullopt, failureOf(about.error())};
}

Emitted emittedOf(const core::EmitOutcome& outcome) {
    Emitted emitted;
    emitted.id = outcome.id ? outcome.id->hex() : std::string{};
    emitted.bytes = outcome.bytes;
    emitted.state = outcome.id ? "waiting" : "held";
    emitted.ticket = outcome.ticket;
    emitted.leavesAt = outcome.leavesAt;
    return emitted;
}

/// Answers "stopped" if the task that should answer is thrown away unrun.
template <class T> class OnceReply {
public:
    explicit OnceReply(Reply<T> reply)
        : m_reply(std::move(reply)) {}
    ~OnceReply() {
        if (m_reply) {
            m_reply({std::nullopt, failureOf(core::fail(Code::Stopped))});
        }
    }
    OnceReply(const OnceReply&) = delete;
    OnceReply& operator=(const OnceReply&) = delete;
    void operator()(Answer<T> answer) { std::exchange(m_reply, nullptr)(std::move(answer)); }

private:
    Reply<T> m_reply;
};

class ListenerHandler final : public Handler {
public:
    ListenerHandler(std::shared_ptr<core::EngineThread> engine, std::uint64_t number)
        : m_engine(std::move(engine))
        , m_number(number) {}
    ~ListenerHandler() override { m_engine->removeListener(m_number); }

private:
    std::shared_ptr<core::EngineThread> m_engine;
    std::uint64_t m_number;
};

class EngineImpl final : public Engine {
public:
    EngineImpl(std::shared_ptr<core::EngineThread> thread, std::unique_ptr<core::ControlServer> control,
               int undoSeconds)
        : m_thread(std::move(thread))
        , m_control(std::move(control))
        , m_undoSeconds(undoSeconds) {}
    ~EngineImpl() override {
        m_thread->stop();
        m_control.reset();
    }

    void listPacks(Reply<std::vector<PackInfo>> reply) override {
        ask<std::vector<PackInfo>>(std::move(reply), [](NodeCore& node) {
            return core::Result<std::vector<PackInfo>>(core::packInfos(node.catalogue()));
        });
    }
    void searchTerms(std::string system, std::string words, std::size_t limit,
                     Reply<std::vector<TermInfo>> reply) override {
        ask<std::vector<TermInfo>>(std::move(reply),
                                   [system = std::move(system), words = std::move(words), limit](NodeCore& node) {
                                       return core::findTerms(node.catalogue(), system, words, limit);
                                   });
    }
    void checkDraft(Draft draft, Reply<DraftCheck> reply) override {
        ask<DraftCheck>(std::move(reply), [draft = std::move(draft)](NodeCore& node) {
            const auto& catalogue = node.catalogue();
            return core::Result<DraftCheck>(core::draftCheck(
                catalogue, core::compose(catalogue.plainPacks(), catalogue.systems(), core::draftJson(draft))));
        });
    }
    void recentTerms(std::string system, std::size_t limit, Reply<std::vector<TermInfo>> reply) override {
        ask<std::vector<TermInfo>>(std::move(reply), [system = std::move(system), limit](NodeCore& node) {
            return core::recentTerms(node, system, limit);
        });
    }
    void termBranch(std::string system, std::string below, Reply<TermBranch> reply) override {
        ask<TermBranch>(std::move(reply), [system = std::move(system), below = std::move(below)](NodeCore& node) {
            return core::termBranch(node.catalogue(), system, below);
        });
    }
    void examineDraft(Draft draft, Reply<DraftExamination> reply) override {
        ask<DraftExamination>(std::move(reply),
                              [draft = std::move(draft)](NodeCore& node) { return core::examineDraft(node, draft); });
    }
    void decideDuplicate(Draft draft, std::string id, std::int64_t ticket, std::string decision,
                         Reply<Nothing> reply) override {
        tell(std::move(reply),
             [draft = std::move(draft), id = std::move(id), ticket, decision = std::move(decision)](NodeCore& node) {
                 return core::decideDuplicate(node, draft, id, ticket, decision);
             });
    }
    void emitDraft(Draft draft, Reply<Emitted> reply) override {
        ask<Emitted>(
            std::move(reply),
            [draft = std::move(draft), undo = m_undoSeconds](NodeCore& node) -> core::Result<Emitted> {
                const auto& catalogue = node.catalogue();
                auto composed = core::compose(catalogue.plainPacks(), catalogue.systems(), core::draftJson(draft));
                if (!composed.composed) {
                    const auto& first = composed.problems.front();
                    return core::fail(first.code, first.detail, first.field);
                }
                if (draft.id != 0) {
                    if (auto there = node.findDraft(draft.id); !there) {
                        return there.error();
                    }
                }
                const core::ToEmit outcome{std::move(composed.composed->content), std::move(composed.composed->ref),
                                           draft.id};
                if (undo > 0) {
                    const auto held = node.hold(outcome, undo);
                    return held ? core::Result<Emitted>(emittedOf(*held)) : core::Result<Emitted>(held.error());
                }
                const auto emitted = node.emitNow({outcome});
                return emitted ? core::Result<Emitted>(emittedOf(emitted->front()))
                               : core::Result<Emitted>(emitted.error());
            });
    }
    void undoEmit(std::int64_t ticket, Reply<Nothing> reply) override {
        tell(std::move(reply), [ticket](NodeCore& node) { return node.undo(ticket); });
    }
    void retractOutcome(std::string id, int reason, Reply<Emitted> reply) override {
        ask<Emitted>(std::move(reply), [id = std::move(id), reason](NodeCore& node) -> core::Result<Emitted> {
            const auto packet = core::PacketId::fromHexText(id);
            if (!packet) {
                return core::fail(Code::BadArgument, "an id is 64 hexadecimal digits", "id");
            }
            const auto emitted = node.retract(*packet, reason);
            return emitted ? core::Result<Emitted>(emittedOf(*emitted)) : core::Result<Emitted>(emitted.error());
        });
    }
    void listOutbox(Reply<std::vector<OutboxRow>> reply) override {
        ask<std::vector<OutboxRow>>(std::move(reply), [](NodeCore& node) { return core::outboxRows(node); });
    }
    void listOutcomes(OutcomeQuery query, Reply<OutcomePage> reply) override {
        ask<OutcomePage>(std::move(reply),
                         [query = std::move(query)](NodeCore& node) { return core::outcomePage(node, query); });
    }
    void hideOutcome(std::string id, bool hidden, Reply<Nothing> reply) override {
        tell(std::move(reply), [id = std::move(id), hidden](NodeCore& node) -> core::Status {
            const auto packet = core::PacketId::fromHexText(id);
            return packet ? node.hide(*packet, hidden)
                          : core::Status(core::fail(Code::BadArgument, "an id is 64 hexadecimal digits", "id"));
        });
    }
    void joinNode(std::string endpoint, Reply<Nothing> reply) override {
        tell(std::move(reply), [endpoint = std::move(endpoint)](NodeCore& node) { return node.join(endpoint); });
    }
    void setOwnRecord(std::string id, std::string text, Reply<Nothing> reply) override {
        tell(std::move(reply), [id = std::move(id), text = std::move(text)](NodeCore& node) -> core::Status {
            const auto packet = core::PacketId::fromHexText(id);
            return packet ? node.setOwnRecord(*packet, text)
                          : core::Status(core::fail(Code::BadArgument, "an id is 64 hexadecimal digits", "id"));
        });
    }
    void forgetOwnRecords(Reply<std::uint64_t> reply) override {
        ask<std::uint64_t>(std::move(reply), [](NodeCore& node) { return node.forgetOwnRecords(); });
    }
    void draftFromOutcome(std::string id, std::int64_t ticket, Reply<Draft> reply) override {
        ask<Draft>(std::move(reply),
                   [id = std::move(id), ticket](NodeCore& node) { return core::draftFromOutcome(node, id, ticket); });
    }
    void listDrafts(Reply<std::vector<SavedDraft>> reply) override {
        ask<std::vector<SavedDraft>>(std::move(reply), [](NodeCore& node) -> core::Result<std::vector<SavedDraft>> {
            auto stored = node.store().drafts();
            if (!stored) {
                return stored.error();
            }
            std::vector<SavedDraft> drafts;
            for (auto& one : *stored) {
                auto record = node.ownRecord(one.number, 0);
                if (!record) {
                    return record.error();
                }
                drafts.push_back({one.number, std::move(one.pack), std::move(one.values), one.created, one.changed,
                                  std::move(record).value()});
            }
            return drafts;
        });
    }
    void saveDraft(SavedDraft draft, Reply<std::int64_t> reply) override {
        ask<std::int64_t>(std::move(reply),
                          [draft = std::move(draft)](NodeCore& node) { return node.saveDraft(draft); });
    }
    void removeDraft(std::int64_t id, Reply<Nothing> reply) override {
        tell(std::move(reply), [id](NodeCore& node) { return node.removeDraft(id); });
    }
    void listTemplates(Reply<std::vector<FormTemplate>> reply) override {
        ask<std::vector<FormTemplate>>(std::move(reply), [](NodeCore& node) -> core::Result<std::vector<FormTemplate>> {
            auto stored = node.store().templates();
            if (!stored) {
                return stored.error();
            }
            std::vector<FormTemplate> templates;
            for (auto& one : *stored) {
                templates.push_back({std::move(one.pack), std::move(one.name), std::move(one.values)});
            }
            return templates;
        });
    }
    void saveTemplate(FormTemplate filled, Reply<Nothing> reply) override {
        tell(std::move(reply), [filled = std::move(filled)](NodeCore& node) { return node.saveTemplate(filled); });
    }
    void removeTemplate(std::string pack, std::string name, Reply<Nothing> reply) override {
        tell(std::move(reply), [pack = std::move(pack), name = std::move(name)](NodeCore& node) {
            return node.removeTemplate(pack, name);
        });
    }
    void listProfiles(Reply<std::vector<ProfileInfo>> reply) override {
        ask<std::vector<ProfileInfo>>(std::move(reply), [](NodeCore& node) { return core::profileInfos(node, true); });
    }
    void addProfile(std::string json, Reply<ProfileInfo> reply) override {
        ask<ProfileInfo>(std::move(reply), [json = std::move(json)](NodeCore& node) { return added(node, json); });
    }
    void profileFromDraft(std::string name, Draft prototype, Reply<ProfileInfo> reply) override {
        ask<ProfileInfo>(std::move(reply), [name = std::move(name), draft = std::move(prototype)](NodeCore& node) {
            std::string json = "{\"name\":";
            core::appendJsonText(json, name);
            json += ",\"pack\":";
            core::appendJsonText(json, draft.pack);
            return added(node, json + ",\"prototype\":" + core::draftJson(draft) + "}");
        });
    }
    void removeProfile(std::string name, Reply<Nothing> reply) override {
        tell(std::move(reply), [name = std::move(name)](NodeCore& node) { return node.removeProfile(name); });
    }
    void listMatches(MatchQuery query, Reply<MatchPage> reply) override {
        ask<MatchPage>(std::move(reply),
                       [query = std::move(query)](NodeCore& node) { return core::matchPage(node, query); });
    }
    void viewMatches(MatchView view, Reply<MatchWindow> reply) override {
        ask<MatchWindow>(std::move(reply), [view = std::move(view)](NodeCore& node) { return node.viewMatches(view); });
    }
    void markMatches(std::vector<MatchMark> marks, Reply<std::vector<MatchMark>> reply) override {
        ask<std::vector<MatchMark>>(std::move(reply),
                                    [marks = std::move(marks)](NodeCore& node) { return node.markMatches(marks); });
    }
    void comparePackets(std::string id, std::string otherId, Reply<ExplanationInfo> reply) override {
        ask<ExplanationInfo>(std::move(reply), [id = std::move(id), otherId = std::move(otherId)](NodeCore& node) {
            return core::comparisonInfo(node, id, otherId);
        });
    }
    void explainMatch(std::string id, std::string profile, Reply<ExplanationInfo> reply) override {
        ask<ExplanationInfo>(std::move(reply), [id = std::move(id), profile = std::move(profile)](NodeCore& node) {
            return core::explanationInfo(node, id, profile);
        });
    }
    void rankMatch(std::string id, std::string profile, Reply<MatchRank> reply) override {
        ask<MatchRank>(std::move(reply), [id = std::move(id), profile = std::move(profile)](NodeCore& node) {
            return core::matchRank(node, id, profile);
        });
    }
    void packetHistory(std::string id, Reply<PacketHistory> reply) override {
        ask<PacketHistory>(std::move(reply),
                           [id = std::move(id)](NodeCore& node) { return core::packetHistory(node, id); });
    }
    void gatherEvidence(std::string profile, std::string question, Reply<EvidenceInfo> reply) override {
        ask<EvidenceInfo>(std::move(reply),
                          [profile = std::move(profile), question = std::move(question)](NodeCore& node) {
                              return core::evidenceInfo(node, profile, question);
                          });
    }
    void fetchStatus(Reply<StatusInfo> reply) override {
        ask<StatusInfo>(std::move(reply), [](NodeCore& node) { return core::statusInfo(node); });
    }
    void backUp(BackupRequest request, Reply<BackupInfo> reply) override {
        auto once = std::make_shared<OnceReply<BackupInfo>>(std::move(reply));
        (void)m_thread->post([once, request = std::move(request)](NodeCore& node) {
            node.backUp(request.file, request.replace, {request.progress, request.cancelled},
                        [once, file = request.file](const core::Result<core::BackupAbout>& about) {
                            (*once)(answerOf(about, file));
                        });
        });
    }
    void endRestoring(Reply<Nothing> reply) override {
        tell(std::move(reply), [](NodeCore& node) { return node.overrideRestoration(); });
    }
    void runCommand(std::string requestJson, Reply<CommandAnswer> reply) override {
        auto once = std::make_shared<OnceReply<CommandAnswer>>(std::move(reply));
        m_thread->runCommand(std::move(requestJson),
                             [once](CommandAnswer answer) { (*once)({std::move(answer), {}}); });
    }
    std::unique_ptr<Handler> subscribe(std::function<void(Change)> callback) override {
        return std::make_unique<ListenerHandler>(m_thread, m_thread->addListener(std::move(callback)));
    }

private:
    static core::Result<ProfileInfo> added(NodeCore& node, const std::string& json) {
        const auto stored = node.addProfile(json);
        if (!stored) {
            return stored.error();
        }
        return core::profileInfo(node, *node.matcher().find(stored->number));
    }
    template <class T, class Work> void ask(Reply<T> reply, Work work) {
        auto once = std::make_shared<OnceReply<T>>(std::move(reply));
        // A task that is not taken, or thrown away when the engine stops, answers by being destroyed.
        (void)m_thread->post([once, work = std::move(work)](NodeCore& node) { (*once)(answerOf<T>(work(node))); });
    }
    template <class Work> void tell(Reply<Nothing> reply, Work work) {
        auto once = std::make_shared<OnceReply<Nothing>>(std::move(reply));
        (void)m_thread->post([once, work = std::move(work)](NodeCore& node) { (*once)(answerOf(work(node))); });
    }

    std::shared_ptr<core::EngineThread> m_thread;
    std::unique_ptr<core::ControlServer> m_control;
    int m_undoSeconds;
};

core::Result<std::unique_ptr<Engine>> openNow(const EngineOptions& options) {
    auto thread = std::make_shared<core::EngineThread>();
    if (auto opened = thread->open(options); !opened) {
        return opened.error();
    }
    std::unique_ptr<core::ControlServer> control;
    if (options.controlSocket) {
        auto started = core::ControlServer::start(options.folder, *thread);
        if (!started) {
            return started.error();
        }
        control = std::move(started).value();
    }
    return std::unique_ptr<Engine>(
        std::make_unique<EngineImpl>(std::move(thread), std::move(control), options.undoSeconds));
}

class SocketClient final : public ControlClient {
public:
    explicit SocketClient(core::UnixSocket socket)
        : m_socket(std::move(socket)) {}

    Answer<CommandAnswer> request(std::string_view requestJson) override {
        if (auto sent = m_socket.send(requestJson); !sent) {
            return {std::nullopt, failureOf(sent.error())};
        }
        return next();
    }
    Answer<Nothing> pipeline(const std::function<std::optional<std::string>()>& nextRequest,
                             const std::function<void(CommandAnswer)>& onAnswer) override {
        static constexpr std::size_t kAhead = 3;
        std::size_t waiting = 0;
        bool more = true;
        while (more || waiting > 0) {
            if (more && waiting < kAhead) {
                if (const auto request = nextRequest()) {
                    if (auto sent = m_socket.send(*request); !sent) {
                        return {std::nullopt, failureOf(sent.error())};
                    }
                    ++waiting;
                    continue;
                }
                more = false;
                continue;
            }
            auto answer = next();
            if (!answer.ok()) {
                return {std::nullopt, answer.failure};
            }
            --waiting;
            onAnswer(std::move(*answer.value));
        }
        return {Nothing{}, {}};
    }

private:
    Answer<CommandAnswer> next() {
        const auto message = m_socket.receive();
        return message ? answerOf(core::decodeAnswer(*message))
                       : Answer<CommandAnswer>{std::nullopt, failureOf(message.error())};
    }
    core::UnixSocket m_socket;
};

} // namespace

void openEngine(EngineOptions options, Reply<std::unique_ptr<Engine>> reply) {
    std::thread([options = std::move(options), reply = std::move(reply)] {
        reply(answerOf(openNow(options)));
    }).detach();
}

Answer<std::unique_ptr<Engine>> openEngineHere(const EngineOptions& options) {
    return answerOf(openNow(options));
}

Answer<StatusInfo> createHome(const NewHome& home, const std::filesystem::path& /*resources*/, bool cheapVault) {
    if (auto ready = core::initCrypto(); !ready) {
        return {std::nullopt, failureOf(ready.error())};
    }
    const auto cost = home.demo || cheapVault ? core::VaultCost::Interactive : core::VaultCost::Moderate;
    const core::SystemClock clock;
    const auto made =
        core::makeHome(home.folder, home.siteName, home.demo, home.passphrase, cost, clock.wallMillis() / 1000);
    if (!made) {
        return {std::nullopt, failureOf(made.error())};
    }
    const auto& document = made->site.document;
    StatusInfo info;
    info.home = made->folder.string();
    info.author = made->device.author().hex();
    info.fingerprint = core::fingerprintWords(made->device.author().view());
    info.site = document.site.hex();
    info.siteName = document.siteName;
    info.demo = document.demo;
    info.network = document.network.hex();
    info.now = clock.wallMillis();
    info.version = programVersion();
    return {info, {}};
}

Answer<BackupInfo> inspectBackup(const std::filesystem::path& file) {
    if (auto ready = core::initCrypto(); !ready) {
        return {std::nullopt, failureOf(ready.error())};
    }
    return answerOf(core::readBackup(file), file);
}

Answer<BackupInfo> restoreHome(const RestoreRequest& request) {
    if (auto ready = core::initCrypto(); !ready) {
        return {std::nullopt, failureOf(ready.error())};
    }
    const core::SystemClock clock;
    return answerOf(
        core::restoreHome({request.file, request.folder, request.nothingSent, {request.progress, request.cancelled}},
                          clock.wallMillis()),
        request.file);
}

CommandAnswer runWithoutHome(std::string_view requestJson, const std::filesystem::path& resources) {
    if (auto ready = core::initCrypto(); !ready) {
        return core::refusal(ready.error());
    }
    const auto catalogue = core::Catalogue::load(resources.empty() ? defaultResources() : resources);
    if (!catalogue) {
        return core::refusal(catalogue.error());
    }
    const core::SystemClock clock;
    CommandAnswer result;
    core::Commands(*catalogue, clock, nullptr).run(requestJson, [&result](CommandAnswer answer) {
        result = std::move(answer);
    });
    return result;
}

Answer<std::unique_ptr<ControlClient>> connectControl(const std::filesystem::path& folder) {
    auto socket = core::connectIn(folder);
    if (!socket) {
        return {std::nullopt, failureOf(socket.error())};
    }
    return {std::make_unique<SocketClient>(std::move(socket).value()), {}};
}

} // namespace qis
