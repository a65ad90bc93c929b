// The steps of the tour on the page of evidence.
#include "tour.h"

#include "bridge/engine_bridge.h"
#include "pages/evidence/distribution_view.h"
#include "pages/evidence/evidence_page.h"
#include "pages/main_window.h"
#include "plots/plot_canvas.h"
#include "plots/plot_view.h"

#include <QtWidgets/QScrollArea>

#include <utility>

namespace qis::ui {

void Tour::onceEvidence(const std::function<bool()>& isThere, std::function<void()> then) {
    if (isThere()) {
        later(std::move(then));
        return;
    }
    connect(
        &m_window->workspace().evidence(), &EvidencePage::shown, this,
        [this, isThere, then = std::move(then)] { onceEvidence(isThere, then); }, Qt::SingleShotConnection);
}

void Tour::evidenceEmpty() {
    Workspace& workspace = m_window->workspace();
    connect(
        &workspace.evidence(), &EvidencePage::shown, this,
        [this] {
            later([this] {
                shoot(m_window.get(), QStringLiteral("evidence-empty"));
                m_window->workspace().showPage(Workspace::Page::Matches);
                m_toJoin = tourSites();
                joinSite();
            });
        },
        Qt::SingleShotConnection);
    workspace.showPage(Workspace::Page::Evidence);
}

void Tour::evidenceFilled() {
    EvidencePage& evidence = m_window->workspace().evidence();
    m_window->workspace().showPage(Workspace::Page::Evidence);
    onceEvidence([&evidence] { return evidence.evidence().packets == kTourExpectedMatches; },
                 [this, &evidence] {
                     shoot(m_window.get(), QStringLiteral("evidence"));
                     evidence.forest().setMode(PlotView::Mode::Table);
                     evidence.curve().setMode(PlotView::Mode::Table);
                     later([this] {
                         shoot(m_window.get(), QStringLiteral("evidence-tables"));
                         evidenceDistribution();
                     });
                 });
}

void Tour::evidenceDistribution() {
    EvidencePage& evidence = m_window->workspace().evidence();
    for (PlotView* plot : {&evidence.forest(), &evidence.curve()})
        plot->setMode(PlotView::Mode::Plot);
    evidence.distribution().chooseField(QStringLiteral("outcome.onset_days"));
    later([this, &evidence] {
        m_window->findChild<QScrollArea*>(QStringLiteral("evidenceScroll"))
            ->ensureWidgetVisible(&evidence.distribution());
        later([this] {
            shoot(m_window.get(), QStringLiteral("evidence-distribution"));
            evidenceRetracted();
        });
    });
}

void Tour::evidenceRetracted() {
    EvidencePage& evidence = m_window->workspace().evidence();
    onceEvidence([&evidence] { return evidence.evidence().retracted == 1; },
                 [this, &evidence] {
                     m_window->findChild<QScrollArea*>(QStringLiteral("evidenceScroll"))->ensureVisible(0, 0);
                     evidence.forest().canvas()->setFocus(Qt::OtherFocusReason);
                     evidence.forest().canvas()->setCurrentRow(1);
                     later([this] {
                         shoot(m_window.get(), QStringLiteral("evidence-retracted"));
                         evidenceExported();
                     });
                 });
    m_peers.back()->retractOutcome(m_sent, 0, this, [this](const Result<Emission>& taken) {
        if (!taken.ok())
            fail(QStringLiteral("retracting"), taken.fault);
    });
}

void Tour::evidenceExported() {
    PlotView& plot = m_window->workspace().evidence().forest();
    const QString file = QStringLiteral("%1-evidence-export.png").arg(++m_number, 2, 10, QLatin1Char('0'));
    connect(&plot, &PlotView::exported, this, [this] { composeSigned(); }, Qt::SingleShotConnection);
    connect(
        &plot, &PlotView::exportFailed, this, [this](const QString& path) { fail(path, {}); },
        Qt::SingleShotConnection);
    plot.exportTo(m_pictures.filePath(file));
}

} // namespace qis::ui
