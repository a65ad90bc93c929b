#pragma once

#include "bridge/values.h"
#include "theme/glyph.h"

#include <QtCore/QObject>

class QWidget;

namespace qis::ui {

class ComposeForm;
class DraftKeeper;
class EngineBridge;
class FormModel;
class OutcomeModel;
class OutcomePane;

/// The drafts and outcomes around the one in the form: keeps it, opens another, begins one like
/// another, amends, takes back, retracts.
class DraftDesk : public QObject {
    Q_OBJECT

public:
    DraftDesk(EngineBridge& bridge, FormModel& model, QWidget* page);

    void attach(ComposeForm& form);
    [[nodiscard]] DraftKeeper& keeper() { return *m_keeper; }
    [[nodiscard]] OutcomeModel& outcomes() { return *m_outcomes; }
    [[nodiscard]] OutcomePane& pane() { return *m_pane; }

    /// Reads the list; for a home just opened, goes on with the draft that was worked on last.
    void enter();
    /// Begins a draft with the values of what is selected, or of the outcome signed last.
    void sameAgain();
    /// Begins a newer version of an outcome that has left.
    void amend(const OwnOutcome& outcome);
    /// The same of the one that is selected.
    void amendSelected();
    /// Takes back an outcome that is still held.
    void undo(const OwnOutcome& outcome);
    /// Shown on the page.
    void say(theme::Glyph glyph, const QString& text) { Q_EMIT said(glyph, text); }
    /// Selects an own outcome in the list; false when the list does not reach that far.
    bool selectOutcome(const QString& id, qint64 ticket);
    /// A draft comes back into the form.
    void show(const DraftValues& values);

Q_SIGNALS:
    void packWanted(const QString& id);
    void said(qis::ui::theme::Glyph glyph, const QString& text);
    /// Whether what is in the form is kept.
    void kept(qis::ui::theme::Glyph glyph, const QString& text);
    /// A draft has gone from the form and from the list and can be brought back.
    void offered(const qis::ui::DraftValues& draft, const QString& text);
    /// The form holds a draft of another time.
    void wentOn(const QString& text);
    void undone();
    void retracted();

private:
    void open(const SavedDraft& draft);
    void remove(const SavedDraft& draft);
    void retract(const OwnOutcome& outcome);
    void hide(const OwnOutcome& outcome, bool hidden);
    void editRecord(const OwnOutcome& outcome);
    void goOn(const QList<SavedDraft>& drafts);
    void beginWith(DraftValues values);
    void begin(DraftValues values);
    void bringBack(qint64 draft);
    void showKept();
    void leaveHome();
    void sayFault(const Fault& fault);

    EngineBridge& m_bridge;
    FormModel& m_model;
    QWidget* m_page;
    DraftKeeper* m_keeper;
    OutcomeModel* m_outcomes;
    OutcomeModel* m_found; ///< by own record number
    OutcomePane* m_pane;
    ComposeForm* m_form = nullptr;
    bool m_fresh = true; ///< the home has just been opened
};

} // namespace qis::ui
