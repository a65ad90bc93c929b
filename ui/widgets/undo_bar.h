#pragma once

#include "bridge/values.h"
#include "widgets/notice_bar.h"

class QTimer;

namespace qis::ui {

/// What became of an outcome just signed: counts down while it can be taken back, then says whether
/// it waits or has gone, and how many like it others have seen.
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
    /// How many outcomes of others are like it; they can be asked for.
    void showAlike(qint64 alike);
    void showTrouble(const QString& sentence);

Q_SIGNALS:
    void undoRequested();
    void alikeRequested();
    /// The undo window has closed; the outbox knows the rest.
    void windowClosed();

private:
    void tick();
    void endWindow();
    void say(theme::Glyph glyph, const QString& sentence);

    Emission m_emission;
    DraftValues m_draft;
    QTimer* m_second;
    bool m_held = false;
    theme::Glyph m_glyph = theme::Glyph::None;
    QString m_sentence; ///< what became of it
    qint64 m_alike = 0;
};

} // namespace qis::ui
