// What was signed on the page and can still be taken back.
#include "pages/compose/compose_page.h"

#include "bridge/draft_keeper.h"
#include "bridge/engine_bridge.h"
#include "bridge/form_model.h"
#include "bridge/outcome_model.h"
#include "format/sentences.h"
#include "pages/compose/alike_counter.h"
#include "pages/compose/compose_side.h"
#include "pages/compose/draft_desk.h"
#include "widgets/undo_bar.h"

#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace qis::ui {

void ComposePage::addUndoBar(const Emission& emission, const DraftValues& draft, const QString& sentence) {
    auto* bar = new UndoBar(emission, draft, this);
    bar->setDetail(sentence);
    m_notices->addWidget(bar);
    connect(bar, &UndoBar::undoRequested, this, [this, bar] { undoBar(bar); });
    connect(bar, &UndoBar::windowClosed, this, [this] {
        Q_EMIT undoChanged();
        followOutbox();
    });
    const auto* counter = new AlikeCounter(m_bridge, m_desk->outcomes(), *bar, emission.id);
    connect(counter, &AlikeCounter::wanted, this, &ComposePage::matchesRequested);
    connect(bar, &NoticeBar::dismissed, bar, &QObject::deleteLater);
    // One finished notice is enough.
    for (UndoBar* other : undoBars())
        if (other != bar && !other->isHeld())
            other->deleteLater();
    Q_EMIT undoChanged();
}

QList<UndoBar*> ComposePage::undoBars() const {
    return findChildren<UndoBar*>();
}

bool ComposePage::canUndo() const {
    const auto bars = undoBars();
    return std::any_of(bars.cbegin(), bars.cend(), [](const UndoBar* bar) { return bar->isHeld(); }) ||
           m_desk->outcomes().newestHeld() != nullptr;
}

void ComposePage::undo() {
    const auto bars = undoBars();
    const auto last = std::find_if(bars.crbegin(), bars.crend(), [](const UndoBar* bar) { return bar->isHeld(); });
    if (last != bars.crend())
        undoBar(*last);
    else if (const OwnOutcome* held = m_desk->outcomes().newestHeld())
        m_desk->undo(OwnOutcome(*held));
}

void ComposePage::undoBar(UndoBar* bar) {
    bar->setBusy(true);
    m_bridge.undoEmit(bar->ticket(), bar, [this, bar](const Result<Done>& result) {
        if (!result.ok()) {
            bar->showTrouble(result.fault.code == QLatin1String("not-found")
                                 ? tr("It has already left. You can still retract it.")
                                 : format::failureSentence(result.fault.code));
            Q_EMIT undoChanged();
            return;
        }
        const DraftValues draft = bar->draft();
        bar->setObjectName(QString());
        bar->setParent(nullptr);
        bar->deleteLater();
        setAside();
        m_desk->show(draft);
        if (m_desk->keeper().idOf(draft.id) == 0)
            m_desk->keeper().keep();
        m_side->showMessage(theme::Glyph::Info, tr("Taken back. Nothing has left."));
        m_desk->outcomes().reload();
        Q_EMIT undone();
        Q_EMIT undoChanged();
    });
}

void ComposePage::followOutbox() {
    if (undoBars().isEmpty())
        return;
    m_bridge.listOutbox(this, [this](const Result<QList<OutboxItem>>& result) {
        if (!result.ok())
            return;
        for (UndoBar* bar : undoBars()) {
            const auto it = std::find_if(result.value->cbegin(), result.value->cend(), [bar](const OutboxItem& item) {
                return item.ticket == bar->ticket() && bar->ticket() != 0;
            });
            if (it == result.value->cend()) {
                if (!bar->isHeld() && bar->ticket() != 0)
                    bar->showSent();
            } else if (it->state != QLatin1String("held") || it->reason == QLatin1String("restored")) {
                bar->showWaiting(it->reason);
            }
        }
        Q_EMIT undoChanged();
    });
}

} // namespace qis::ui
