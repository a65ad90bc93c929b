// Judging matches, and two of them side by side.
#include "tour.h"

#include "bridge/match_model.h"
#include "pages/main_window.h"
#include "pages/matches/compare_dialog.h"
#include "pages/matches/match_triage.h"
#include "pages/matches/matches_page.h"

#include <QtWidgets/QTableView>

namespace qis::ui {

void Tour::matchesJudged() {
    MatchesPage& matches = m_window->workspace().matches();
    const MatchState states[] = {MatchState::Confirmed, MatchState::Following, MatchState::Muted};
    for (int row = 0; row < 3; ++row) {
        matches.table()->setCurrentIndex(matches.model().index(row, MatchModel::Happened));
        matches.triage().mark(states[row]);
    }
    const auto look = [this] {
        const MatchModel& model = m_window->workspace().matches().model();
        if (m_judged || model.count(MatchState::Muted) == 0 || model.rowCount() != kTourExpectedMatches - 1)
            return;
        m_judged = true;
        later([this] {
            shoot(m_window.get(), QStringLiteral("matches-judged"));
            matchesCompared();
        });
    };
    connect(&matches.model(), &MatchModel::refreshed, this, look);
}

void Tour::matchesCompared() {
    MatchesPage& matches = m_window->workspace().matches();
    QItemSelectionModel& selection = *matches.table()->selectionModel();
    selection.setCurrentIndex(matches.model().index(0, 0),
                              QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    selection.select(matches.model().index(1, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    matches.compare();
    auto* dialog = m_window->findChild<CompareDialog*>();
    if (dialog == nullptr) {
        fail(QStringLiteral("comparing"), {});
        return;
    }
    connect(
        dialog, &CompareDialog::shown, this,
        [this, dialog] {
            later([this, dialog] {
                shoot(dialog, QStringLiteral("matches-compared"));
                dialog->close();
                evidenceFilled();
            });
        },
        Qt::SingleShotConnection);
}

} // namespace qis::ui
