#pragma once

#include "bridge/values.h"

#include <QtCore/QObject>

#include <memory>

namespace qis::ui {

/// The demo swarm as the window sees it: begins and ends on background threads, reports on the GUI
/// thread. One at a time.
class DemoBridge : public QObject {
    Q_OBJECT

public:
    enum class Stage : quint8 { WritingHistory, StartingRelays, MakingHome, Ready };
    Q_ENUM(Stage)

    struct Setup {
        QString folder; ///< wholly the demo's: emptied at its beginning, removed at its end
        QString resources;
        QString siteName;
        int relays = 12;
        int history = 3000;
        int millisBetween = 10000;
    };
    /// What is running.
    struct Swarm {
        QString home; ///< made for the visitor, to be opened
        QStringList join;
        QStringList listen;
        int relays = 0;
        int sites = 0;
        int history = 0;
    };

    explicit DemoBridge(QObject* parent = nullptr);
    /// Ends a running demo on a thread of its own.
    ~DemoBridge() override;

    /// Answers by begun() or failed(). Ignored while a demo is beginning or running.
    void begin(const Setup& setup);
    /// Gives up beginning: answered by failed() with the code "stopped".
    void cancel();
    /// Ends it and removes what it made; the visitor's home must have been closed. Answered by left().
    void leave();
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] const Swarm& swarm() const;
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const;
    /// One more outcome now.
    void sendNow();

Q_SIGNALS:
    void beginning();
    void progressed(qis::ui::DemoBridge::Stage stage, int perCent);
    void begun();
    void failed(const qis::ui::Fault& fault);
    void left();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace qis::ui
