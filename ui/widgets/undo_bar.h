#pragma once

#include "bridge/values.h"
#include "widgets/notice_bar.h"

class QTimer;

namespace qis::ui {

/// What became of an outcome just signed: counts down while it can be taken back, then says whether
/// it waits or has gone.
class UndoBar : public NoticeBar {
    Q_OBJECT

public:
    UndoBar(const Emission& emission, const DraftValues& draft, QWidget* parent = nullptr);

    [[nodiscard]] qint64 ticket() const { return m_emission.ticket; }
    [[nodiscard]] const DraftValues& draft() const { return m_draft; }
    [[nodiscard]] bool isHeld() const { return m_held; }
    /// Undo was asked for; no second time until the answer.
    void setBusy(bool busy);
    /// It has left the undo window and waits for this reason.
    void showWaiting(const QString& reason);
    void showSent();
    void showTrouble(const QString& sentence);

Q_SIGNALS:
    void undoRequested();
    /// The undo window has closed; the outbox knows the rest.
    void windowClosed();

private:
    void tick();
    void endWindow();

    Emission m_emission;
    DraftValues m_draft;
    QTimer* m_second;
    bool m_held = false;
};

} // namespace qis::ui
