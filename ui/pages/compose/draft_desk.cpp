#include "pages/compose/draft_desk.h"

#include "bridge/draft_keeper.h"
#include "bridge/engine_bridge.h"
#include "bridge/form_model.h"
#include "bridge/outcome_model.h"
#include "format/numbers.h"
#include "format/sentences.h"
#include "pages/compose/compose_form.h"
#include "pages/compose/outcome_pane.h"
#include "pages/compose/own_record_dialog.h"
#include "pages/compose/retract_dialog.h"
#include "pages/history/history_dialog.h"

#include <algorithm>
#include <utility>

namespace qis::ui {

DraftDesk::DraftDesk(EngineBridge& bridge, FormModel& model, QWidget* page)
    : QObject(page)
    , m_bridge(bridge)
    , m_model(model)
    , m_page(page)
    , m_keeper(new DraftKeeper(bridge, model, this))
    , m_outcomes(new OutcomeModel(bridge, this))
    , m_found(new OutcomeModel(bridge, this, OutcomeModel::Scope::Found))
    , m_pane(new OutcomePane(*m_outcomes, *m_found, page)) {
    const auto markOpen = [this] {
        for (OutcomeModel* list : {m_outcomes, m_found})
            list->setOpenDraft(m_keeper->idOf(m_model.draft().id));
    };
    connect(m_keeper, &DraftKeeper::stateChanged, this, &DraftDesk::showKept);
    connect(m_keeper, &DraftKeeper::draftsChanged, m_outcomes, &OutcomeModel::reload);
    connect(m_keeper, &DraftKeeper::draftsChanged, m_found, &OutcomeModel::reload);
    connect(m_outcomes, &OutcomeModel::refreshed, this, markOpen);
    connect(m_found, &OutcomeModel::refreshed, this, markOpen);
    connect(&model, &FormModel::reloaded, this, markOpen);
    connect(&bridge, &EngineBridge::closed, this, &DraftDesk::leaveHome);
    connect(m_pane, &OutcomePane::openRequested, this, &DraftDesk::open);
    connect(m_pane, &OutcomePane::removeRequested, this, &DraftDesk::remove);
    connect(m_pane, &OutcomePane::sameAgainRequested, this, &DraftDesk::sameAgain);
    connect(m_pane, &OutcomePane::amendRequested, this, &DraftDesk::amend);
    connect(m_pane, &OutcomePane::retractRequested, this, &DraftDesk::retract);
    connect(m_pane, &OutcomePane::historyRequested, this,
            [this](const OwnOutcome& outcome) { (new HistoryDialog(m_bridge, outcome.id, m_page))->open(); });
    connect(m_pane, &OutcomePane::hideRequested, this, &DraftDesk::hide);
    connect(m_pane, &OutcomePane::recordRequested, this, &DraftDesk::editRecord);
}

void DraftDesk::attach(ComposeForm& form) {
    m_form = &form;
    m_keeper->setTitleSource([&form] { return form.title(); });
    connect(&form, &ComposeForm::fieldLeft, m_keeper, &DraftKeeper::flush);
    connect(&form, &ComposeForm::titleKnown, m_keeper, [this] {
        if (!m_model.isEmpty())
            m_keeper->keep();
    });
}

void DraftDesk::enter() {
    m_outcomes->reload();
    if (!std::exchange(m_fresh, false))
        return;
    m_bridge.listDrafts(this, [this](const Result<QList<SavedDraft>>& drafts) {
        if (drafts.ok())
            goOn(*drafts.value);
        else
            m_fresh = true;
    });
}

void DraftDesk::goOn(const QList<SavedDraft>& drafts) {
    // Whoever has begun to type meanwhile is not disturbed.
    if (drafts.isEmpty() || !m_model.isEmpty())
        return;
    const SavedDraft& last = drafts.first();
    open(last);
    //: %1: date and time
    Q_EMIT wentOn(
        tr("You are where you left off: this draft was last changed %1.").arg(format::dateTime(last.changed)));
}

bool DraftDesk::selectOutcome(const QString& id, qint64 ticket) {
    for (int row = 0; row < m_outcomes->rowCount(); ++row) {
        const OutcomeModel::Entry* entry = m_outcomes->entryAt(row);
        if (!entry->outcome || (id.isEmpty() ? entry->outcome->ticket != ticket : entry->outcome->id != id))
            continue;
        m_pane->endSearch();
        m_pane->setFilter(entry->outcome->hidden ? QStringLiteral("hidden") : QString());
        m_pane->select(entry->key);
        if (QWidget* list = m_pane->pane().target)
            list->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

void DraftDesk::show(const DraftValues& values) {
    Q_EMIT packWanted(values.pack);
    if (m_model.pack().id != values.pack) {
        Q_EMIT said(theme::Glyph::Problem, format::failureSentence(QStringLiteral("unknown-pack")));
        return;
    }
    m_model.load(values);
    if (!m_form->focusField(values.at, Qt::OtherFocusReason))
        m_form->focusFirst();
}

void DraftDesk::open(const SavedDraft& draft) {
    const qint64 id = draft.values.id;
    if (m_keeper->idOf(m_model.draft().id) == id) {
        if (!m_form->focusField(m_model.draft().at, Qt::OtherFocusReason))
            m_form->focusFirst();
        return;
    }
    // An older copy may have been put by with its domain.
    m_keeper->flush();
    m_model.forgetPutBy([this, id](qint64 other) { return m_keeper->idOf(other) == id; });
    show(draft.values);
}

void DraftDesk::remove(const SavedDraft& draft) {
    const qint64 id = draft.values.id;
    DraftValues values = draft.values;
    m_model.forgetPutBy([this, id](qint64 other) { return m_keeper->idOf(other) == id; });
    if (m_keeper->idOf(m_model.draft().id) == id) {
        values = m_model.draft();
        m_keeper->drop();
        m_model.forget(values.id);
    }
    m_keeper->remove(id);
    values.id = 0;
    Q_EMIT offered(values, tr("The draft was removed."));
}

void DraftDesk::sameAgain() {
    const OutcomeModel::Entry* selected = m_pane->current();
    if (selected != nullptr && selected->draft) {
        beginWith(selected->draft->values);
        return;
    }
    const OwnOutcome* outcome = selected != nullptr && selected->outcome ? &*selected->outcome : m_outcomes->newest();
    if (outcome == nullptr) {
        Q_EMIT said(theme::Glyph::Info, tr("There is no outcome yet whose values could be used again."));
        return;
    }
    m_bridge.draftFromOutcome(outcome->id, outcome->ticket, this, [this](const Result<DraftValues>& result) {
        if (result.ok())
            beginWith(*result.value);
        else
            sayFault(result.fault);
    });
}

void DraftDesk::beginWith(DraftValues values) {
    values.amends.clear();
    values.ownRecord.clear(); // another patient
    begin(std::move(values));
    Q_EMIT said(theme::Glyph::Info, tr("A new draft with the same values. Change what differs before you sign it."));
}

void DraftDesk::amend(const OwnOutcome& outcome) {
    m_bridge.draftFromOutcome(outcome.id, 0, this, [this, id = outcome.id](const Result<DraftValues>& result) {
        if (!result.ok()) {
            sayFault(result.fault);
            return;
        }
        DraftValues values = *result.value;
        values.amends = id;
        begin(std::move(values));
        Q_EMIT said(theme::Glyph::Info, tr("Change what is wrong, then review and sign. Nothing has left yet."));
    });
}

void DraftDesk::amendSelected() {
    const OutcomeModel::Entry* selected = m_pane->current();
    const QString state = selected == nullptr ? QString() : selected->state();
    if (state == QLatin1String("sent") || state == QLatin1String("waiting"))
        amend(OwnOutcome(*selected->outcome));
    else
        Q_EMIT said(theme::Glyph::Info,
                    tr("Select an outcome that has left in the list. Drafts and what can still be undone are changed "
                       "as they are."));
}

void DraftDesk::begin(DraftValues values) {
    values.id = 0;
    values.at.clear();
    show(values);
    m_keeper->keep();
}

void DraftDesk::undo(const OwnOutcome& outcome) {
    const qint64 ticket = outcome.ticket;
    const auto takeBack = [this, ticket, amends = outcome.amends](qint64 draft,
                                                                  const std::optional<DraftValues>& values) {
        m_bridge.undoEmit(ticket, this, [this, draft, values, amends](const Result<Done>& result) {
            if (!result.ok()) {
                if (result.fault.code == QLatin1String("not-found"))
                    Q_EMIT said(theme::Glyph::Problem, tr("It has already left. You can still retract it."));
                else
                    sayFault(result.fault);
                m_outcomes->reload();
                return;
            }
            if (values) {
                DraftValues again = *values;
                again.amends = amends;
                begin(std::move(again));
            } else {
                bringBack(draft);
            }
            Q_EMIT said(theme::Glyph::Info, tr("Taken back. Nothing has left."));
            Q_EMIT undone();
        });
    };
    if (outcome.draft != 0) {
        takeBack(outcome.draft, std::nullopt);
        return;
    }
    // It was not written here, so there is no draft to come back: its values make one.
    m_bridge.draftFromOutcome({}, ticket, this, [this, takeBack](const Result<DraftValues>& result) {
        if (result.ok())
            takeBack(0, result.value);
        else
            sayFault(result.fault);
    });
}

void DraftDesk::bringBack(qint64 draft) {
    m_outcomes->reload();
    m_bridge.listDrafts(this, [this, draft](const Result<QList<SavedDraft>>& result) {
        if (!result.ok()) {
            sayFault(result.fault);
            return;
        }
        const auto it = std::find_if(result.value->cbegin(), result.value->cend(),
                                     [draft](const SavedDraft& saved) { return saved.values.id == draft; });
        if (it != result.value->cend())
            open(*it);
    });
}

void DraftDesk::retract(const OwnOutcome& outcome) {
    auto* dialog = new RetractDialog(m_bridge, outcome, m_page);
    connect(dialog, &RetractDialog::retracted, this, [this] {
        Q_EMIT said(theme::Glyph::Info, tr("Retracted. Everyone who holds the outcome is told."));
        m_outcomes->reload();
        Q_EMIT retracted();
    });
    connect(dialog, &RetractDialog::removedFromView, this, [this] {
        Q_EMIT said(theme::Glyph::Info, tr("Removed from your view. Nobody else notices."));
        m_outcomes->reload();
    });
    dialog->open();
}

void DraftDesk::hide(const OwnOutcome& outcome, bool hidden) {
    m_bridge.hideOutcome(outcome.id, hidden, this, [this](const Result<Done>& result) {
        if (!result.ok())
            sayFault(result.fault);
        m_outcomes->reload();
    });
}

void DraftDesk::editRecord(const OwnOutcome& outcome) {
    auto* dialog = new OwnRecordDialog(m_bridge, outcome, m_page);
    connect(dialog, &OwnRecordDialog::kept, this, [this](const QString& record) {
        Q_EMIT said(theme::Glyph::Info, record.isEmpty() ? tr("The record number is forgotten. The outcome stays.")
                                                         : tr("The record number is kept on this computer."));
    });
    dialog->open();
}

void DraftDesk::showKept() {
    switch (m_keeper->state()) {
    case DraftKeeper::State::Nothing:
        Q_EMIT kept(theme::Glyph::None, {});
        break;
    case DraftKeeper::State::Unsaved:
        Q_EMIT kept(theme::Glyph::Clock, tr("Saving the draft"));
        break;
    case DraftKeeper::State::Saved:
        //: %1: date and time
        Q_EMIT kept(theme::Glyph::Good, tr("Saved %1").arg(format::dateTime(m_keeper->savedAt())));
        break;
    case DraftKeeper::State::Failed:
        //: %1: why, and what to do about it, as whole sentences
        Q_EMIT kept(theme::Glyph::Problem,
                    tr("This draft is not saved. %1 Saving is tried again by itself; keep the window open until then, "
                       "or keep a copy in another folder (Outcome menu).")
                        .arg(format::failureSentence(m_keeper->fault().code)));
        break;
    }
}

void DraftDesk::leaveHome() {
    m_fresh = true;
    m_keeper->reset();
    m_outcomes->clear();
    m_pane->endSearch();
    m_model.forgetAll();
}

void DraftDesk::sayFault(const Fault& fault) {
    Q_EMIT said(theme::Glyph::Problem, format::failureSentence(fault.code));
}

} // namespace qis::ui
