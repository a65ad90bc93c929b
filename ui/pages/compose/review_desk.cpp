#include "pages/compose/review_desk.h"

#include "bridge/draft_keeper.h"
#include "bridge/engine_bridge.h"
#include "bridge/form_model.h"
#include "format/numbers.h"
#include "format/sentences.h"
#include "pages/compose/draft_desk.h"
#include "pages/compose/duplicate_panel.h"
#include "pages/compose/review_dialog.h"

#include <algorithm>

namespace qis::ui {

ReviewDesk::ReviewDesk(EngineBridge& bridge, FormModel& model, DraftDesk& drafts, QWidget* page)
    : QObject(page)
    , m_bridge(bridge)
    , m_model(model)
    , m_drafts(drafts)
    , m_page(page) {}

bool ReviewDesk::isBusy() const {
    return m_examining || m_dialog;
}

void ReviewDesk::review() {
    open(std::nullopt);
}

void ReviewDesk::setBusy(bool busy) {
    if (m_dialog)
        m_dialog->setBusy(busy);
}

void ReviewDesk::showTrouble(const QString& sentence) {
    if (m_dialog)
        m_dialog->showTrouble(sentence);
}

void ReviewDesk::finish() {
    if (m_dialog)
        m_dialog->accept();
}

void ReviewDesk::open(const std::optional<Result<Examination>>& examination) {
    m_dialog = new ReviewDialog(m_model.pack(), m_model.draft(), *m_model.report(), m_page);
    connect(m_dialog, &ReviewDialog::signRequested, this, &ReviewDesk::signRequested);
    connect(m_dialog, &ReviewDialog::differentChosen, this, &ReviewDesk::settle);
    connect(m_dialog, &ReviewDialog::laterChosen, this, &ReviewDesk::putOff);
    connect(m_dialog, &ReviewDialog::earlierRequested, this, &ReviewDesk::openEarlier);
    connect(m_dialog, &ReviewDialog::broadenRequested, this, &ReviewDesk::broaden);
    connect(m_dialog, &ReviewDialog::amendChosen, this, &ReviewDesk::amend);
    showEarlier();
    if (examination)
        show(*examination);
    else
        m_bridge.examineDraft(m_model.draft(), m_dialog, [this](const Result<Examination>& result) { show(result); });
    m_dialog->open();
}

void ReviewDesk::show(const Result<Examination>& examination) {
    if (!m_dialog)
        return;
    if (examination.ok())
        m_dialog->setExamination(*examination.value);
    else
        m_dialog->setUnexamined(format::failureSentence(examination.fault.code));
}

void ReviewDesk::signAtOnce() {
    m_examining = true;
    Q_EMIT examining(true);
    const auto asked = m_model.draft();
    m_bridge.examineDraft(asked, this, [this, asked](const Result<Examination>& result) {
        m_examining = false;
        Q_EMIT examining(false);
        const DraftValues& now = m_model.draft();
        if (!m_model.canSign() || now.id != asked.id || now.fields != asked.fields || now.basis != asked.basis ||
            now.amends != asked.amends) {
            Q_EMIT overtaken();
            return;
        }
        // What an amendment changes is always shown first.
        const bool plain = result.ok() && now.amends.isEmpty() && !result.value->rarity.isRare() &&
                           std::all_of(result.value->duplicates.cbegin(), result.value->duplicates.cend(),
                                       [](const Duplicate& one) { return one.decision == QLatin1String("different"); });
        if (plain)
            Q_EMIT signRequested();
        else
            open(result);
    });
}

void ReviewDesk::settle(DuplicatePanel* panel) {
    m_bridge.decideDuplicate(m_model.draft(), panel->duplicate(), QStringLiteral("different"), panel,
                             [panel](const Result<Done>& result) {
                                 if (result.ok())
                                     panel->settle();
                                 else
                                     panel->showTrouble(format::failureSentence(result.fault.code));
                             });
}

void ReviewDesk::close() {
    if (ReviewDialog* dialog = m_dialog) {
        m_dialog.clear();
        dialog->reject();
    }
}

void ReviewDesk::putOff(const Duplicate& duplicate) {
    m_bridge.decideDuplicate(m_model.draft(), duplicate, QStringLiteral("later"), this,
                             [this](const Result<Done>& result) {
                                 if (!result.ok())
                                     Q_EMIT said(theme::Glyph::Problem, format::failureSentence(result.fault.code));
                             });
    close();
    m_drafts.keeper().keep();
    Q_EMIT said(theme::Glyph::Clock,
                tr("Nothing was signed. The draft is kept until you know whether it is the same patient."));
}

void ReviewDesk::openEarlier(const Duplicate& duplicate) {
    close();
    m_drafts.keeper().keep();
    if (!m_drafts.selectOutcome(duplicate.id, duplicate.ticket))
        //: %1: date and time
        Q_EMIT said(
            theme::Glyph::Info,
            tr("The earlier outcome, signed %1, is further down in the list.").arg(format::dateTime(duplicate.issued)));
}

void ReviewDesk::amend(const Duplicate& duplicate) {
    close();
    m_model.setAmends(duplicate.id);
    m_drafts.keeper().keep();
    Q_EMIT changedFromSheet();
}

void ReviewDesk::showEarlier() {
    const QString id = m_model.draft().amends;
    if (id.isEmpty())
        return;
    m_bridge.draftFromOutcome(id, 0, m_dialog, [this, dialog = m_dialog](const Result<DraftValues>& earlier) {
        if (!dialog || !earlier.ok())
            return; // signing says what is wrong with it
        m_bridge.checkDraft(*earlier.value, dialog, [dialog, earlier](const Result<DraftReport>& report) {
            if (dialog && report.ok())
                dialog->setEarlier(*earlier.value, *report.value);
        });
    });
}

void ReviewDesk::broaden(const Broadening& broadening) {
    close();
    DraftValues draft = m_model.draft();
    const QVariant old = draft.fields.take(broadening.field);
    if (old.typeId() == QMetaType::QStringList && !broadening.from.isEmpty()) {
        QStringList ids = old.toStringList();
        ids.removeAll(broadening.from);
        if (!broadening.to.isEmpty() && !ids.contains(broadening.to))
            ids.append(broadening.to);
        if (!ids.isEmpty())
            draft.fields.insert(broadening.field, ids);
    } else if (!broadening.to.isEmpty()) {
        draft.fields.insert(broadening.field, broadening.to);
    }
    m_model.load(draft);
    m_drafts.keeper().keep();
    Q_EMIT changedFromSheet();
}

} // namespace qis::ui
