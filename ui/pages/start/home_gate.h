#pragma once

#include "bridge/demo_bridge.h"
#include "bridge/values.h"

#include <QtWidgets/QWidget>

class QLabel;
class QStackedWidget;

namespace qis::ui {

class BackupBridge;
class DemoStartPage;
class EngineBridge;
class FirstRunPage;
class RestorePage;
class TroublePage;
class UnlockPage;

/// The way into a home: opening, first run, unlocking, trouble. Entered when the engine runs.
class HomeGate : public QWidget {
    Q_OBJECT

public:
    HomeGate(EngineBridge& bridge, OpenRequest request, bool makeDemo, QWidget* parent = nullptr);

    /// Looking around begins this swarm in place of an empty demo home. The bridge outlives the gate.
    void offerDemo(DemoBridge& demo, const DemoBridge::Setup& setup);
    /// Opens the home, or finds out what is needed first.
    void start();
    /// The demo's home is being closed; goes on by itself when the demo is over.
    void showLeaving();
    /// `siteName` may be empty.
    void startDemo(const QString& siteName);
    /// Restores a home where there is none.
    [[nodiscard]] BackupBridge& backups() { return *m_backups; }
    [[nodiscard]] const OpenRequest& request() const { return m_request; }

Q_SIGNALS:
    /// The home is open and its keys are at hand.
    void entered(const qis::ui::Status& status);
    /// One of the pages of the gate is shown again.
    void waiting();

private:
    void open(const QString& passphrase);
    void openFailed(const Fault& fault);
    void opened();
    void create(const QString& siteName, const QString& passphrase, bool demo);
    void restore(const QString& file);
    void demoBegun();
    void demoFailed(const Fault& fault);
    void showPage(QWidget* page);
    [[nodiscard]] static QString demoSiteName();

    EngineBridge& m_bridge;
    OpenRequest m_request;    ///< without a passphrase
    OpenRequest m_ownRequest; ///< of the home that is not a demo's
    DemoBridge* m_demo = nullptr;
    DemoBridge::Setup m_demoSetup;
    bool m_makeDemo;
    bool m_triedPassphrase = false;
    BackupBridge* m_backups;
    QStackedWidget* m_stack;
    QLabel* m_busy;
    DemoStartPage* m_demoStart;
    FirstRunPage* m_firstRun;
    RestorePage* m_restore;
    UnlockPage* m_unlock;
    TroublePage* m_trouble;
};

} // namespace qis::ui
