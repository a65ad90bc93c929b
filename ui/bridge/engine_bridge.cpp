#include "bridge/engine_bridge.h"

#include "bridge/background.h"
#include "bridge/convert.h"
#include "bridge/courier.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>

#include <array>
#include <atomic>
#include <utility>

namespace qis::ui {

namespace {

/// An engine with its subscription. Wherever the last reference is dropped, both go down on a
/// background thread: the handler first, as it waits for a callback under way, then the engine.
class EngineHolder {
public:
    EngineHolder(std::unique_ptr<qis::Engine> engine, std::shared_ptr<void> token)
        : m_engine(std::move(engine))
        , m_token(std::move(token)) {}
    ~EngineHolder() {
        Background::run([engine = std::shared_ptr<qis::Engine>(std::move(m_engine)),
                         handler = std::shared_ptr<qis::Handler>(std::move(m_handler)),
                         whenDown = std::move(m_whenDown)]() mutable {
            handler.reset();
            engine.reset();
            if (whenDown)
                whenDown();
        });
    }
    EngineHolder(const EngineHolder&) = delete;
    EngineHolder& operator=(const EngineHolder&) = delete;

    [[nodiscard]] qis::Engine& engine() const { return *m_engine; }
    void subscribe(std::function<void(qis::Change)> callback) { m_handler = m_engine->subscribe(std::move(callback)); }
    void setWhenDown(std::function<void()> work) { m_whenDown = std::move(work); }

private:
    std::unique_ptr<qis::Engine> m_engine;
    std::unique_ptr<qis::Handler> m_handler;
    std::function<void()> m_whenDown;
    std::shared_ptr<void> m_token; ///< given back only after the take-down has been counted
};

constexpr std::array kChanges = {qis::Change::Outbox, qis::Change::Matches, qis::Change::Profiles,
                                 qis::Change::Peers,  qis::Change::Status,  qis::Change::StoreTrouble};

constexpr quint32 bitOf(qis::Change change) {
    return 1U << static_cast<quint32>(change);
}

const auto kStopped = qis::Failure{"stopped", "no home is open", {}};

} // namespace

class EngineBridge::Private {
public:
    explicit Private(EngineBridge* bridge)
        : q(bridge)
        , courier(std::make_shared<Courier>(bridge))
        , changes(std::make_shared<std::atomic<quint32>>(0)) {}

    void setState(State reached) {
        if (state == reached)
            return;
        state = reached;
        Q_EMIT q->stateChanged(reached);
    }
    void startOpening(const OpenRequest& request);
    void arrived(const std::shared_ptr<EngineHolder>& arrivedHolder, const qis::Failure& failure);
    void wentDown();
    void mergeChanges();

    /// Brings a reply to the GUI thread as Qt values. Converted where it arrives, to spare the window.
    template <class From, class To>
    qis::Reply<From> reply(QObject* context, Callback<To> callback, To (*convert)(const From&)) {
        return [courier = courier, guard = QPointer<QObject>(context), callback = std::move(callback),
                convert](qis::Answer<From> answer) {
            auto result = std::make_shared<Result<To>>();
            if (answer.value)
                result->value = convert(*answer.value);
            else
                result->fault = toFault(answer.failure);
            courier->post([guard, callback, result] {
                if (guard)
                    callback(*result);
            });
        };
    }

    template <class From, class To, class Request>
    void ask(QObject* context, Callback<To> callback, To (*convert)(const From&), Request request) {
        auto answer = reply<From, To>(context, std::move(callback), convert);
        if (holder)
            request(holder->engine(), std::move(answer));
        else
            answer({std::nullopt, kStopped});
    }

    EngineBridge* q;
    std::shared_ptr<Courier> courier;
    std::shared_ptr<std::atomic<quint32>> changes; ///< bits set by engine threads, taken by the GUI thread
    std::shared_ptr<EngineHolder> holder;
    std::optional<OpenRequest> next; ///< to open once the present engine is down
    QTimer* mergeTimer = nullptr;
    State state = State::Closed;
};

EngineBridge::EngineBridge(QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this)) {
    d->mergeTimer = new QTimer(this);
    d->mergeTimer->setInterval(kMergeMillis);
    connect(d->mergeTimer, &QTimer::timeout, this, [this] { d->mergeChanges(); });
}

EngineBridge::~EngineBridge() {
    d->courier->detach();
}

EngineBridge::State EngineBridge::state() const {
    return d->state;
}

void EngineBridge::open(const OpenRequest& request) {
    if (d->state == State::Closed) {
        d->startOpening(request);
        return;
    }
    d->next = request;
    if (d->state == State::Open)
        close();
}

void EngineBridge::close() {
    if (d->state != State::Open)
        return;
    d->mergeTimer->stop();
    d->holder->setWhenDown(
        [courier = d->courier, bridge = d.get()] { courier->post([bridge] { bridge->wentDown(); }); });
    d->setState(State::Closing);
    d->holder.reset();
}

void EngineBridge::Private::startOpening(const OpenRequest& request) {
    setState(State::Opening);
    // Safe to capture `this` for the posted part: posts are dropped once the bridge is gone.
    qis::openEngine(fromOpenRequest(request),
                    [courierKept = courier, changesKept = changes, token = Background::token(),
                     this](qis::Answer<std::unique_ptr<qis::Engine>> answer) {
                        std::shared_ptr<EngineHolder> opened;
                        if (answer.value && *answer.value) {
                            opened = std::make_shared<EngineHolder>(std::move(*answer.value), token);
                            opened->subscribe([courierKept, changesKept, this](qis::Change change) {
                                if (changesKept->fetch_or(bitOf(change)) == 0)
                                    courierKept->post([this] {
                                        if (!mergeTimer->isActive())
                                            mergeChanges();
                                    });
                            });
                        }
                        courierKept->post([this, opened, failure = answer.failure] { arrived(opened, failure); });
                    });
}

void EngineBridge::Private::arrived(const std::shared_ptr<EngineHolder>& arrivedHolder, const qis::Failure& failure) {
    if (!arrivedHolder) {
        setState(State::Closed);
        if (const auto request = std::exchange(next, std::nullopt)) {
            startOpening(*request);
            return;
        }
        Q_EMIT q->openFailed(toFault(failure));
        return;
    }
    holder = arrivedHolder;
    setState(State::Open);
    if (next) {
        q->close();
        return;
    }
    Q_EMIT q->opened();
}

void EngineBridge::Private::wentDown() {
    setState(State::Closed);
    changes->store(0);
    Q_EMIT q->closed();
    if (const auto request = std::exchange(next, std::nullopt))
        startOpening(*request);
}

void EngineBridge::Private::mergeChanges() {
    const quint32 bits = changes->exchange(0);
    if (bits == 0 || state != State::Open) {
        mergeTimer->stop();
        return;
    }
    mergeTimer->start();
    for (const qis::Change change : kChanges) {
        if ((bits & bitOf(change)) == 0)
            continue;
        switch (change) {
        case qis::Change::Outbox:
            Q_EMIT q->outboxChanged();
            break;
        case qis::Change::Matches:
            Q_EMIT q->matchesChanged();
            break;
        case qis::Change::Profiles:
            Q_EMIT q->profilesChanged();
            break;
        case qis::Change::Peers:
            Q_EMIT q->peersChanged();
            break;
        case qis::Change::Status:
            Q_EMIT q->statusChanged();
            break;
        case qis::Change::StoreTrouble:
            Q_EMIT q->storeTroubled();
            break;
        }
    }
}

void EngineBridge::createHome(const HomeRequest& request, QObject* context, Callback<Status> callback) {
    Background::run([home = fromHomeRequest(request), resources = toPath(request.resources), cheap = request.cheapVault,
                     answer = d->reply<qis::StatusInfo, Status>(context, std::move(callback), toStatus)] {
        answer(qis::createHome(home, resources.empty() ? qis::defaultResources() : resources, cheap));
    });
}

void EngineBridge::listPacks(QObject* context, Callback<QList<Pack>> callback) {
    d->ask(context, std::move(callback), toPacks,
           [](qis::Engine& engine, auto answer) { engine.listPacks(std::move(answer)); });
}

void EngineBridge::searchTerms(const QString& system, const QString& words, int limit, QObject* context,
                               Callback<QList<Term>> callback) {
    d->ask(context, std::move(callback), toTerms, [&](qis::Engine& engine, auto answer) {
        engine.searchTerms(system.toStdString(), words.toStdString(), static_cast<std::size_t>(qMax(0, limit)),
                           std::move(answer));
    });
}

void EngineBridge::termBranch(const QString& system, const QString& below, QObject* context,
                              Callback<TermBranch> callback) {
    d->ask(context, std::move(callback), toTermBranch, [&](qis::Engine& engine, auto answer) {
        engine.termBranch(system.toStdString(), below.toStdString(), std::move(answer));
    });
}

void EngineBridge::checkDraft(const DraftValues& draft, QObject* context, Callback<DraftReport> callback) {
    d->ask(context, std::move(callback), toDraftReport,
           [&](qis::Engine& engine, auto answer) { engine.checkDraft(fromDraft(draft), std::move(answer)); });
}

void EngineBridge::recentTerms(const QString& system, int limit, QObject* context, Callback<QList<Term>> callback) {
    d->ask(context, std::move(callback), toTerms, [&](qis::Engine& engine, auto answer) {
        engine.recentTerms(system.toStdString(), static_cast<std::size_t>(qMax(0, limit)), std::move(answer));
    });
}

void EngineBridge::examineDraft(const DraftValues& draft, QObject* context, Callback<Examination> callback) {
    d->ask(context, std::move(callback), toExamination,
           [&](qis::Engine& engine, auto answer) { engine.examineDraft(fromDraft(draft), std::move(answer)); });
}

void EngineBridge::decideDuplicate(const DraftValues& draft, const Duplicate& duplicate, const QString& decision,
                                   QObject* context, Callback<Done> callback) {
    d->ask(context, std::move(callback), toDone, [&](qis::Engine& engine, auto answer) {
        engine.decideDuplicate(fromDraft(draft), duplicate.id.toStdString(), duplicate.ticket, decision.toStdString(),
                               std::move(answer));
    });
}

void EngineBridge::emitDraft(const DraftValues& draft, QObject* context, Callback<Emission> callback) {
    d->ask(context, std::move(callback), toEmission,
           [&](qis::Engine& engine, auto answer) { engine.emitDraft(fromDraft(draft), std::move(answer)); });
}

void EngineBridge::undoEmit(qint64 ticket, QObject* context, Callback<Done> callback) {
    d->ask(context, std::move(callback), toDone,
           [&](qis::Engine& engine, auto answer) { engine.undoEmit(ticket, std::move(answer)); });
}

void EngineBridge::retractOutcome(const QString& id, int reason, QObject* context, Callback<Emission> callback) {
    d->ask(context, std::move(callback), toEmission, [&](qis::Engine& engine, auto answer) {
        engine.retractOutcome(id.toStdString(), reason, std::move(answer));
    });
}

void EngineBridge::listOutbox(QObject* context, Callback<QList<OutboxItem>> callback) {
    d->ask(context, std::move(callback), toOutbox,
           [](qis::Engine& engine, auto answer) { engine.listOutbox(std::move(answer)); });
}

void EngineBridge::listOutcomes(qint64 before, int limit, const QString& ownRecord, QObject* context,
                                Callback<OutcomeBatch> callback) {
    d->ask(context, std::move(callback), toOutcomeBatch, [&](qis::Engine& engine, auto answer) {
        engine.listOutcomes({before, static_cast<std::size_t>(qMax(0, limit)), ownRecord.toStdString()},
                            std::move(answer));
    });
}

void EngineBridge::joinNode(const QString& endpoint, QObject* context, Callback<Done> callback) {
    d->ask(context, std::move(callback), toDone,
           [&](qis::Engine& engine, auto answer) { engine.joinNode(endpoint.toStdString(), std::move(answer)); });
}

void EngineBridge::setOwnRecord(const QString& id, const QString& record, QObject* context, Callback<Done> callback) {
    d->ask(context, std::move(callback), toDone, [&](qis::Engine& engine, auto answer) {
        engine.setOwnRecord(id.toStdString(), record.toStdString(), std::move(answer));
    });
}

void EngineBridge::forgetOwnRecords(QObject* context, Callback<qint64> callback) {
    constexpr auto kCount = [](const std::uint64_t& number) { return static_cast<qint64>(number); };
    d->ask<std::uint64_t, qint64>(context, std::move(callback), kCount,
                                  [](qis::Engine& engine, auto answer) { engine.forgetOwnRecords(std::move(answer)); });
}

void EngineBridge::hideOutcome(const QString& id, bool hidden, QObject* context, Callback<Done> callback) {
    d->ask(context, std::move(callback), toDone,
           [&](qis::Engine& engine, auto answer) { engine.hideOutcome(id.toStdString(), hidden, std::move(answer)); });
}

void EngineBridge::draftFromOutcome(const QString& id, qint64 ticket, QObject* context,
                                    Callback<DraftValues> callback) {
    d->ask(context, std::move(callback), toDraftValues, [&](qis::Engine& engine, auto answer) {
        engine.draftFromOutcome(id.toStdString(), ticket, std::move(answer));
    });
}

void EngineBridge::listDrafts(QObject* context, Callback<QList<SavedDraft>> callback) {
    d->ask(context, std::move(callback), toSavedDrafts,
           [](qis::Engine& engine, auto answer) { engine.listDrafts(std::move(answer)); });
}

void EngineBridge::saveDraft(const SavedDraft& draft, QObject* context, Callback<qint64> callback) {
    d->ask(context, std::move(callback), toNumber,
           [&](qis::Engine& engine, auto answer) { engine.saveDraft(fromSavedDraft(draft), std::move(answer)); });
}

void EngineBridge::removeDraft(qint64 id, QObject* context, Callback<Done> callback) {
    d->ask(context, std::move(callback), toDone,
           [&](qis::Engine& engine, auto answer) { engine.removeDraft(id, std::move(answer)); });
}

void EngineBridge::listTemplates(QObject* context, Callback<QList<FormTemplate>> callback) {
    d->ask(context, std::move(callback), toTemplates,
           [](qis::Engine& engine, auto answer) { engine.listTemplates(std::move(answer)); });
}

void EngineBridge::saveTemplate(const FormTemplate& filled, QObject* context, Callback<Done> callback) {
    d->ask(context, std::move(callback), toDone,
           [&](qis::Engine& engine, auto answer) { engine.saveTemplate(fromTemplate(filled), std::move(answer)); });
}

void EngineBridge::removeTemplate(const QString& pack, const QString& name, QObject* context, Callback<Done> callback) {
    d->ask(context, std::move(callback), toDone, [&](qis::Engine& engine, auto answer) {
        engine.removeTemplate(pack.toStdString(), name.toStdString(), std::move(answer));
    });
}

void EngineBridge::listProfiles(QObject* context, Callback<QList<Interest>> callback) {
    d->ask(context, std::move(callback), toInterests,
           [](qis::Engine& engine, auto answer) { engine.listProfiles(std::move(answer)); });
}

void EngineBridge::addProfile(const QByteArray& json, QObject* context, Callback<Interest> callback) {
    d->ask(context, std::move(callback), toInterest,
           [&](qis::Engine& engine, auto answer) { engine.addProfile(json.toStdString(), std::move(answer)); });
}

void EngineBridge::profileFromDraft(const QString& name, const DraftValues& draft, QObject* context,
                                    Callback<Interest> callback) {
    d->ask(context, std::move(callback), toInterest, [&](qis::Engine& engine, auto answer) {
        engine.profileFromDraft(name.toStdString(), fromDraft(draft), std::move(answer));
    });
}

void EngineBridge::removeProfile(const QString& name, QObject* context, Callback<Done> callback) {
    d->ask(context, std::move(callback), toDone,
           [&](qis::Engine& engine, auto answer) { engine.removeProfile(name.toStdString(), std::move(answer)); });
}

void EngineBridge::listMatches(const MatchRequest& request, QObject* context, Callback<MatchBatch> callback) {
    d->ask(context, std::move(callback), toMatchBatch,
           [&](qis::Engine& engine, auto answer) { engine.listMatches(fromMatchRequest(request), std::move(answer)); });
}

void EngineBridge::viewMatches(const MatchView& view, QObject* context, Callback<MatchWindow> callback) {
    d->ask(context, std::move(callback), toMatchWindow,
           [&](qis::Engine& engine, auto answer) { engine.viewMatches(fromMatchView(view), std::move(answer)); });
}

void EngineBridge::markMatches(const QList<MatchMark>& marks, QObject* context, Callback<QList<MatchMark>> callback) {
    d->ask(context, std::move(callback), toMatchMarks,
           [&](qis::Engine& engine, auto answer) { engine.markMatches(fromMatchMarks(marks), std::move(answer)); });
}

void EngineBridge::compareOutcomes(const QString& id, const QString& otherId, QObject* context,
                                   Callback<Explanation> callback) {
    d->ask(context, std::move(callback), toExplanation, [&](qis::Engine& engine, auto answer) {
        engine.comparePackets(id.toStdString(), otherId.toStdString(), std::move(answer));
    });
}

void EngineBridge::explainMatch(const QString& id, const QString& profile, QObject* context,
                                Callback<Explanation> callback) {
    d->ask(context, std::move(callback), toExplanation, [&](qis::Engine& engine, auto answer) {
        engine.explainMatch(id.toStdString(), profile.toStdString(), std::move(answer));
    });
}

void EngineBridge::rankMatch(const QString& id, const QString& profile, QObject* context,
                             Callback<MatchRank> callback) {
    d->ask(context, std::move(callback), toMatchRank, [&](qis::Engine& engine, auto answer) {
        engine.rankMatch(id.toStdString(), profile.toStdString(), std::move(answer));
    });
}

void EngineBridge::readHistory(const QString& id, QObject* context, Callback<PacketHistory> callback) {
    d->ask(context, std::move(callback), toHistory,
           [&](qis::Engine& engine, auto answer) { engine.packetHistory(id.toStdString(), std::move(answer)); });
}

void EngineBridge::gatherEvidence(const QString& profile, const QString& question, QObject* context,
                                  Callback<Evidence> callback) {
    d->ask(context, std::move(callback), toEvidence, [&](qis::Engine& engine, auto answer) {
        engine.gatherEvidence(profile.toStdString(), question.toStdString(), std::move(answer));
    });
}

void EngineBridge::fetchStatus(QObject* context, Callback<Status> callback) {
    d->ask(context, std::move(callback), toStatus,
           [](qis::Engine& engine, auto answer) { engine.fetchStatus(std::move(answer)); });
}

void EngineBridge::backUp(const QString& file, std::function<void(int)> progress, std::function<bool()> cancelled,
                          QObject* context, Callback<Done> callback) {
    constexpr auto kDone = [](const qis::BackupInfo&) { return Done{}; };
    d->ask<qis::BackupInfo, Done>(context, std::move(callback), kDone, [&](qis::Engine& engine, auto answer) {
        engine.backUp(
            {.file = toPath(file), .replace = true, .progress = std::move(progress), .cancelled = std::move(cancelled)},
            std::move(answer));
    });
}

void EngineBridge::runCommand(const QByteArray& json, QObject* context, Callback<CommandResult> callback) {
    d->ask(context, std::move(callback), toCommandResult,
           [&](qis::Engine& engine, auto answer) { engine.runCommand(json.toStdString(), std::move(answer)); });
}

QString EngineBridge::standardResources() {
    return QString::fromStdU16String(qis::defaultResources().u16string());
}

QString EngineBridge::programVersion() {
    const std::string_view version = qis::programVersion();
    return QString::fromUtf8(version.data(), static_cast<qsizetype>(version.size()));
}

QList<RetractionReason> EngineBridge::retractionReasons() {
    QList<RetractionReason> reasons;
    for (const qis::RetractionReason& reason : qis::retractionReasons())
        reasons.append({reason.number, QString::fromStdString(reason.name)});
    return reasons;
}

void EngineBridge::waitUntilIdle() {
    Background::waitUntilIdle();
}

} // namespace qis::ui
