#pragma once

#include "bridge/values.h"
#include "pages/workspace.h"
#include "theme/theme.h"

#include <QtCore/QPointer>
#include <QtWidgets/QMainWindow>

class QStackedWidget;

namespace qis::ui {

class EngineBridge;
class HomeGate;
class StatusDialog;
class StatusStrip;

/// The window: the gate until a home is open, then the workspace; menus and the foot around both.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    struct Start {
        OpenRequest open;
        bool makeDemo = false; ///< make a demo home where there is none
        Workspace::Page page = Workspace::Page::Compose;
    };

    MainWindow(EngineBridge& bridge, Start start, QWidget* parent = nullptr);

    /// Begins to open the home.
    void begin();
    [[nodiscard]] Workspace& workspace() { return *m_workspace; }
    [[nodiscard]] HomeGate& gate() { return *m_gate; }
    [[nodiscard]] bool isEntered() const;
    [[nodiscard]] const Status& status() const { return m_status; }
    void setTheme(theme::Kind kind);

protected:
    void closeEvent(QCloseEvent* event) override;

Q_SIGNALS:
    void entered();
    void statusRead();

private:
    void buildMenus();
    QAction* addAction(QMenu* menu, const char* name, const QString& text, const QList<QKeySequence>& keys,
                       std::function<void()> work);
    void enter(const Status& status);
    void leave();
    void readStatus();
    void showStatus(const Status& status);
    void updateActions();
    void showHelp();
    void showStatusDialog();
    void askToCloseUnsaved();

    EngineBridge& m_bridge;
    Start m_start;
    QStackedWidget* m_stack;
    HomeGate* m_gate;
    Workspace* m_workspace;
    StatusStrip* m_strip;
    Status m_status;
    bool m_readingStatus = false;
    bool m_statusAgain = false;
    bool m_closing = false;
    bool m_closeUnsaved = false;
    QPointer<StatusDialog> m_statusDialog;
    QList<QAction*> m_homeActions; ///< need an open home
    QAction* m_undo = nullptr;
    QList<QAction*> m_pageActions;
    QList<QAction*> m_themeActions;
};

} // namespace qis::ui
