#include "pages/compose/alike_counter.h"

#include "bridge/engine_bridge.h"
#include "bridge/outcome_model.h"
#include "widgets/undo_bar.h"

namespace qis::ui {

AlikeCounter::AlikeCounter(EngineBridge& bridge, const OutcomeModel& outcomes, UndoBar& bar, QString id)
    : QObject(&bar)
    , m_bridge(bridge)
    , m_outcomes(outcomes)
    , m_bar(bar)
    , m_id(std::move(id)) {
    connect(&outcomes, &OutcomeModel::refreshed, this, [this] {
        if (m_id.isEmpty())
            count();
    });
    connect(&bridge, &EngineBridge::matchesChanged, this, &AlikeCounter::count);
    connect(&bar, &UndoBar::alikeRequested, this, [this] { Q_EMIT wanted(QStringLiteral("outcome:") % m_id); });
    count();
}

void AlikeCounter::count() {
    for (int row = 0; m_id.isEmpty() && m_bar.ticket() != 0 && row < m_outcomes.rowCount(); ++row) {
        const OutcomeModel::Entry* entry = m_outcomes.entryAt(row);
        if (entry->outcome && entry->outcome->ticket == m_bar.ticket())
            m_id = entry->outcome->id;
    }
    if (m_id.isEmpty())
        return;
    m_bridge.listMatches({.profile = QStringLiteral("outcome:") % m_id, .limit = 1}, this,
                         [this](const Result<MatchBatch>& result) {
                             if (result.ok())
                                 m_bar.showAlike(result.value->total);
                         });
}

} // namespace qis::ui
