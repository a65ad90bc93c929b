#include "bridge/backup_bridge.h"

#include "bridge/background.h"
#include "bridge/convert.h"
#include "bridge/courier.h"
#include "bridge/engine_bridge.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QPointer>

#include <utility>

namespace qis::ui {

namespace {

qint64 millisOf(const QJsonValue& time) {
    const auto moment = QDateTime::fromString(time.toString(), Qt::ISODate);
    return moment.isValid() ? moment.toMSecsSinceEpoch() : 0;
}

QByteArray commandOf(QJsonObject members, const QString& command) {
    members.insert(QStringLiteral("command"), command);
    return QJsonDocument(members).toJson(QJsonDocument::Compact);
}

Fault faultOf(const CommandResult& result) {
    const QJsonObject error = QJsonDocument::fromJson(result.json).object().value(QLatin1String("error")).toObject();
    return {.code = error.value(QLatin1String("code")).toString(QStringLiteral("internal")),
            .detail = error.value(QLatin1String("detail")).toString(),
            .field = error.value(QLatin1String("field")).toString()};
}

} // namespace

BackupBridge::BackupBridge(EngineBridge& bridge, QObject* parent)
    : QObject(parent)
    , m_bridge(bridge)
    , m_courier(std::make_shared<Courier>(this)) {
    connect(&bridge, &EngineBridge::opened, this, &BackupBridge::refresh);
    connect(&bridge, &EngineBridge::statusChanged, this, &BackupBridge::refresh);
    connect(&bridge, &EngineBridge::peersChanged, this, &BackupBridge::refresh);
    connect(&bridge, &EngineBridge::closed, this, [this] {
        m_lastBackup = 0;
        m_restored.reset();
        Q_EMIT factsChanged();
    });
}

BackupBridge::~BackupBridge() {
    cancelRestoring();
    m_courier->detach();
}

std::function<void(int)> BackupBridge::teller(void (BackupBridge::*signal)(int)) {
    return [this, signal, courierKept = m_courier, last = -1](int perCent) mutable {
        if (perCent != std::exchange(last, perCent))
            courierKept->post([this, signal, perCent] { Q_EMIT(this->*signal)(perCent); });
    };
}

void BackupBridge::backUp(const QString& file) {
    if (m_busy)
        return;
    m_busy = true;
    m_stopBackup = std::make_shared<std::atomic<bool>>(false);
    Q_EMIT busyChanged();
    // Whether a file of this name may be replaced has been asked by whoever named it.
    m_bridge.backUp(
        file, teller(&BackupBridge::progressed), [stop = m_stopBackup] { return stop->load(); }, this,
        [this, file](const Result<Done>& result) {
            m_busy = false;
            Q_EMIT busyChanged();
            Q_EMIT finished(file, result.ok() ? Fault() : result.fault);
            refresh();
        });
}

void BackupBridge::cancel() {
    if (m_busy)
        m_stopBackup->store(true);
}

void BackupBridge::endRestoring(QObject* context, Callback<Done> callback) {
    const QByteArray request = commandOf({{QStringLiteral("nothing_sent"), true}}, QStringLiteral("restored"));
    m_bridge.runCommand(request, this,
                        [this, guard = QPointer<QObject>(context),
                         callback = std::move(callback)](const Result<CommandResult>& result) {
                            Result<Done> done;
                            if (!result.ok())
                                done.fault = result.fault;
                            else if (result.value->exitCode != 0)
                                done.fault = faultOf(*result.value);
                            else
                                done.value = Done{};
                            refresh();
                            if (guard)
                                callback(done);
                        });
}

void BackupBridge::refresh() {
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    m_bridge.runCommand(commandOf({}, QStringLiteral("restored")), this, [this](const Result<CommandResult>& result) {
        m_reading = false;
        if (result.ok() && result.value->exitCode == 0)
            take(result.value->json);
        if (std::exchange(m_again, false))
            refresh();
    });
}

void BackupBridge::take(const QByteArray& json) {
    const QJsonObject facts = QJsonDocument::fromJson(json).object();
    std::optional<RestoredHome> restored;
    if (const QJsonValue value = facts.value(QLatin1String("restored")); value.isObject()) {
        const QJsonObject object = value.toObject();
        restored = RestoredHome{.backedUp = millisOf(object.value(QLatin1String("backed_up"))),
                                .reason = object.value(QLatin1String("reason")).toString(),
                                .answers = object.value(QLatin1String("answers")).toInt(),
                                .needed = object.value(QLatin1String("needed")).toInt()};
    }
    const qint64 last = millisOf(facts.value(QLatin1String("last_backup")));
    if (restored == m_restored && last == m_lastBackup)
        return;
    m_restored = restored;
    m_lastBackup = last;
    Q_EMIT factsChanged();
}

void BackupBridge::restore(const RestoreRequest& request, QObject* context, Callback<Done> callback) {
    if (m_restoring)
        return;
    m_restoring = true;
    m_stopRestoring = std::make_shared<std::atomic<bool>>(false);
    qis::RestoreRequest order;
    order.file = toPath(request.file);
    order.folder = toPath(request.folder);
    order.progress = teller(&BackupBridge::restoringProgressed);
    order.cancelled = [stop = m_stopRestoring] { return stop->load(); };
    Q_EMIT restoringBegun();
    Background::run(
        [this, order, courierKept = m_courier, guard = QPointer<QObject>(context), callback = std::move(callback)] {
            const auto answer = qis::restoreHome(order);
            Result<Done> done;
            if (answer.ok())
                done.value = Done{};
            else
                done.fault = toFault(answer.failure);
            courierKept->post([this, guard, callback, done] {
                m_restoring = false;
                Q_EMIT restoringEnded(done.fault);
                if (guard)
                    callback(done);
            });
        });
}

void BackupBridge::cancelRestoring() {
    if (m_restoring)
        m_stopRestoring->store(true);
}

} // namespace qis::ui
