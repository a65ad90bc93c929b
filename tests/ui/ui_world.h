#pragma once

#include "bridge/engine_bridge.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <memory>

/// Real engines on homes in a temporary folder.
class UiWorld {
public:
    UiWorld() = default;
    /// Takes every engine down before its folder goes.
    ~UiWorld();
    UiWorld(const UiWorld&) = delete;
    UiWorld& operator=(const UiWorld&) = delete;

    [[nodiscard]] qis::ui::OpenRequest request(const QString& home) const;
    /// A home, demo when the passphrase is empty; false when it could not be made.
    bool makeHome(const QString& home, const QString& passphrase = {});
    /// An open demo home, made if it is not there; null when it could not be opened.
    qis::ui::EngineBridge* openDemo(const QString& home, const qis::ui::OpenRequest& extra = {});
    [[nodiscard]] qis::ui::Status statusOf(qis::ui::EngineBridge& bridge);
    /// Closes every engine made here and waits until they are down.
    void closeAll();

    /// A complete outcome; `variant` makes it another one that is much like it.
    [[nodiscard]] static qis::ui::DraftValues outcome(int variant = 0);
    /// Emits an outcome; its emission, or an empty state when it was refused.
    qis::ui::Emission emitOutcome(qis::ui::EngineBridge& bridge, const qis::ui::DraftValues& draft);

private:
    QTemporaryDir m_folder;
    std::vector<std::unique_ptr<qis::ui::EngineBridge>> m_bridges;
};
