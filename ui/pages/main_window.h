#pragma once

#include "bridge/demo_bridge.h"
#include "bridge/values.h"
#include "pages/workspace.h"
#include "theme/theme.h"

#include <QtWidgets/QMainWindow>

class QStackedWidget;

namespace qis::ui {

class ActivityList;
class ActivityWatch;
class DemoGuide;
class DraftCopy;
class DemoRibbon;
class EngineBridge;
class HomeGate;
class SettingsStore;
class StatusStrip;

/// The window: the gate until a home is open, then the workspace; menus and the foot around both.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    struct Start {
        OpenRequest open;
        bool makeDemo = false; ///< make a demo home where there is none
        /// What looking around begins; without a folder the button makes an empty demo home.
        DemoBridge::Setup demo = {};
        bool lookAround = false;                            ///< at once
        std::optional<Workspace::Page> page = std::nullopt; ///< else the one that was left last
        SettingsStore* settings = nullptr;                  ///< outlives the window; else one in memory
    };

    MainWindow(EngineBridge& bridge, Start start, QWidget* parent = nullptr);

    /// Begins to open the home.
    void begin();
    [[nodiscard]] Workspace& workspace() { return *m_workspace; }
    [[nodiscard]] HomeGate& gate() { return *m_gate; }
    [[nodiscard]] DemoBridge& demo() { return *m_demo; }
    [[nodiscard]] DemoGuide& guide() { return *m_guide; }
    [[nodiscard]] bool isEntered() const;
    [[nodiscard]] const Status& status() const { return m_status; }
    [[nodiscard]] ActivityList& activities() { return *m_activities; }
    [[nodiscard]] SettingsStore& settings() { return *m_settings; }
    void setTheme(theme::Kind kind);

protected:
    void closeEvent(QCloseEvent* event) override;

Q_SIGNALS:
    void entered();
    void statusRead();

private:
    void buildMenus();
    void buildPageMenu(QMenu* view);
    void buildThemeMenu(QMenu* view);
    QAction* addAction(QMenu* menu, const char* name, const QString& text, const QList<QKeySequence>& keys,
                       std::function<void()> work);
    void enter(const Status& status);
    void enterWorkspace();
    void leave();
    void leaveDemo();
    void readStatus();
    void showStatus(const Status& status);
    void updateActions();
    void showHelp();
    void pageBuilt(QWidget* page);
    void watchActivities();
    void openActivities();
    void applySettings();
    void showTheme();
    void restorePlace();
    void restoreParts(const QWidget& page);
    void restoreMatches();
    void keepParts();
    void askToCloseUnsaved();

    EngineBridge& m_bridge;
    Start m_start;
    DemoBridge* m_demo;
    ActivityList* m_activities;
    ActivityWatch* m_watch;
    DemoRibbon* m_ribbon;
    SettingsStore* m_settings;
    QStackedWidget* m_stack;
    HomeGate* m_gate;
    Workspace* m_workspace;
    DemoGuide* m_guide;
    DraftCopy* m_copy;
    StatusStrip* m_strip;
    Status m_status;
    QString m_theme;         ///< the setting that holds
    bool m_entering = false; ///< the home is open, its pages are still being built
    bool m_readingStatus = false;
    bool m_statusAgain = false;
    bool m_leavingDemo = false;
    bool m_closing = false;
    bool m_closeUnsaved = false;
    QList<QAction*> m_homeActions; ///< need an open home
    QAction* m_undo = nullptr;
    QAction* m_guideAction = nullptr; ///< only while a demo runs
    QList<QAction*> m_pageActions;
    QList<QAction*> m_themeActions;
};

} // namespace qis::ui
