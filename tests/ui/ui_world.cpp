#include "ui_world.h"

#include "source_dir.h"

using namespace qis::ui;

namespace {

constexpr int kPatience = 20000;

} // namespace

UiWorld::~UiWorld() {
    closeAll();
}

void UiWorld::closeAll() {
    m_bridges.clear();
    EngineBridge::waitUntilIdle();
}

OpenRequest UiWorld::request(const QString& home) const {
    OpenRequest open;
    open.folder = m_folder.filePath(home);
    open.resources = QStringLiteral(QIS_SOURCE_DIR "/resources");
    open.undoSeconds = 0;
    open.network = false;
    open.controlSocket = false;
    open.cheapVault = true;
    return open;
}

bool UiWorld::makeHome(const QString& home, const QString& passphrase) {
    EngineBridge bridge;
    const OpenRequest place = request(home);
    std::optional<Result<Status>> made;
    bridge.createHome({.folder = place.folder,
                       .resources = place.resources,
                       .siteName = QStringLiteral("Site ") + home,
                       .demo = passphrase.isEmpty(),
                       .passphrase = passphrase,
                       .cheapVault = true},
                      &bridge, [&made](const Result<Status>& result) { made = result; });
    if (!QTest::qWaitFor([&made] { return made.has_value(); }, kPatience))
        return false;
    if (!made->ok())
        qWarning() << made->fault.code << made->fault.detail;
    return made->ok();
}

EngineBridge* UiWorld::openDemo(const QString& home, const OpenRequest& extra) {
    OpenRequest open = request(home);
    if (!extra.listen.isEmpty() || !extra.join.isEmpty()) {
        open.listen = extra.listen;
        open.join = extra.join;
        open.network = true;
    }
    if (!QFileInfo::exists(open.folder) && !makeHome(home))
        return nullptr;
    m_bridges.push_back(std::make_unique<EngineBridge>());
    EngineBridge* bridge = m_bridges.back().get();
    bool failed = false;
    QObject::connect(bridge, &EngineBridge::openFailed, bridge, [&failed](const Fault& fault) {
        failed = true;
        qWarning() << fault.code << fault.detail;
    });
    bridge->open(open);
    const bool settled =
        QTest::qWaitFor([&] { return failed || bridge->state() == EngineBridge::State::Open; }, kPatience);
    QObject::disconnect(bridge, &EngineBridge::openFailed, bridge, nullptr);
    return settled && !failed ? bridge : nullptr;
}

Status UiWorld::statusOf(EngineBridge& bridge) {
    std::optional<Status> status;
    bridge.fetchStatus(&bridge, [&status](const Result<Status>& result) { status = result.value.value_or(Status{}); });
    if (!QTest::qWaitFor([&status] { return status.has_value(); }, kPatience))
        return {};
    return *status;
}

DraftValues UiWorld::outcome(int variant) {
    DraftValues draft;
    draft.pack = QStringLiteral("ddi");
    draft.fields = {
        {QStringLiteral("condition.object_drug"), QStringLiteral("warfarin")},
        {QStringLiteral("condition.precipitant_drug"), QStringLiteral("fluconazole")},
        {QStringLiteral("condition.sex"), QStringLiteral("female")},
        {QStringLiteral("condition.age_band"), QStringLiteral("65-74")},
        {QStringLiteral("outcome.effect"), QStringLiteral("gastrointestinal-bleeding")},
        {QStringLiteral("outcome.observed"), true},
        {QStringLiteral("outcome.onset_days"), 3.0 + variant},
    };
    draft.confidence = 80;
    draft.basis = BasisValues{QStringLiteral("case"), {}};
    return draft;
}

Emission UiWorld::emitOutcome(EngineBridge& bridge, const DraftValues& draft) {
    std::optional<Result<Emission>> emitted;
    bridge.emitDraft(draft, &bridge, [&emitted](const Result<Emission>& result) { emitted = result; });
    if (!QTest::qWaitFor([&emitted] { return emitted.has_value(); }, kPatience))
        return {};
    if (!emitted->ok())
        qWarning() << emitted->fault.code << emitted->fault.field << emitted->fault.detail;
    return emitted->value.value_or(Emission{});
}
