// How the window looks, what goes on in it, and how it was left, from and to the settings.
#include "pages/main_window.h"

#include "bridge/activity_list.h"
#include "pages/activity/activity_dialog.h"
#include "pages/activity/activity_watch.h"
#include "pages/matches/match_views.h"
#include "pages/matches/matches_page.h"
#include "pages/settings/settings_store.h"
#include "pages/settings/text_size.h"
#include "pages/start/home_gate.h"
#include "pages/status_strip.h"
#include "plots/plot_view.h"

#include <QtGui/QAction>
#include <QtGui/QCloseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QSplitter>

namespace qis::ui {

namespace {

const auto kGeometry = QStringLiteral("geometry");
const auto kMatchView = QStringLiteral("matches_view");
const auto kMatchViews = QStringLiteral("matches_views");

/// Columns are named after their table, which has a name; a splitter has its own.
QString nameOf(const QHeaderView& header) {
    const QWidget* table = header.parentWidget();
    return header.orientation() == Qt::Horizontal && table != nullptr && !table->objectName().isEmpty()
               ? QStringLiteral("columns_") % table->objectName()
               : QString();
}

} // namespace

void MainWindow::setTheme(theme::Kind kind) {
    theme::apply(kind);
    m_theme = theme::nameOf(kind);
    Settings values = m_settings->values();
    values.theme = m_theme;
    m_settings->setValues(values);
    showTheme();
}

void MainWindow::applySettings() {
    const Settings& values = m_settings->values();
    applyTextSize(values.textSize);
    // Else the command line may have asked for another one.
    if (m_theme != values.theme)
        theme::apply(theme::kindNamed(values.theme).value_or(theme::systemKind()));
    m_theme = values.theme;
    showTheme();
}

void MainWindow::showTheme() {
    const auto present = static_cast<int>(theme::kindOf(QApplication::palette()));
    for (QAction* action : std::as_const(m_themeActions))
        action->setChecked(action->data().toInt() == present);
}

void MainWindow::watchActivities() {
    m_watch->watch(m_workspace->backups());
    m_watch->watch(m_gate->backups());
    m_watch->watch(*m_demo);
    connect(m_activities, &ActivityList::changed, this, [this] { m_strip->setActivity(*m_activities); });
    connect(m_strip, &StatusStrip::activityRequested, this, &MainWindow::openActivities);
    m_strip->setActivity(*m_activities);
}

void MainWindow::openActivities() {
    (new ActivityDialog(*m_activities, this))->open();
}

void MainWindow::pageBuilt(QWidget* page) {
    restoreParts(*page);
    for (PlotView* plot : page->findChildren<PlotView*>())
        m_watch->watch(*plot);
    if (m_workspace->hasPage(Workspace::Page::Matches) && page == &m_workspace->matches())
        restoreMatches();
}

void MainWindow::restorePlace() {
    restoreGeometry(m_settings->part(kGeometry));
}

void MainWindow::restoreParts(const QWidget& page) {
    for (QSplitter* splitter : page.findChildren<QSplitter*>())
        if (const QByteArray state = m_settings->part(splitter->objectName()); !state.isEmpty())
            splitter->restoreState(state);
    for (QHeaderView* header : page.findChildren<QHeaderView*>())
        if (const QByteArray state = m_settings->part(nameOf(*header)); !state.isEmpty())
            header->restoreState(state);
}

void MainWindow::restoreMatches() {
    m_workspace->matches().restoreView(m_settings->part(kMatchView));
    MatchViews& views = m_workspace->matches().views();
    views.restore(m_settings->part(kMatchViews));
    // At once: what has a name was meant to be kept.
    connect(&views, &MatchViews::changed, this, [this, &views] { m_settings->setPart(kMatchViews, views.save()); });
}

void MainWindow::keepParts() {
    m_settings->setPart(kGeometry, saveGeometry());
    for (const QSplitter* splitter : findChildren<QSplitter*>())
        if (!splitter->objectName().isEmpty())
            m_settings->setPart(splitter->objectName(), splitter->saveState());
    for (const QHeaderView* header : findChildren<QHeaderView*>())
        if (const QString name = nameOf(*header); !name.isEmpty())
            m_settings->setPart(name, header->saveState());
    if (m_workspace->hasPage(Workspace::Page::Matches))
        m_settings->setPart(kMatchView, m_workspace->matches().saveView());
    if (isEntered())
        m_settings->setPage(Workspace::nameOf(m_workspace->page()));
}

} // namespace qis::ui
