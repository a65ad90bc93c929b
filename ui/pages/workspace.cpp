#include "pages/workspace.h"

#include "bridge/engine_bridge.h"
#include "pages/compose/compose_page.h"
#include "pages/evidence/evidence_page.h"
#include "pages/matches/matches_page.h"
#include "theme/glyph.h"
#include "theme/theme.h"
#include "widgets/notice_bar.h"

#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <utility>

namespace qis::ui {

Workspace::Workspace(EngineBridge& bridge, QWidget* parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget(this))
    , m_rail(new QButtonGroup(this))
    , m_trouble(new NoticeBar(this))
    , m_compose(new ComposePage(bridge, this))
    , m_matches(new MatchesPage(bridge, this))
    , m_evidence(new EvidencePage(bridge, this)) {
    setObjectName(QStringLiteral("workspace"));
    auto* railBox = new QWidget(this);
    railBox->setObjectName(QStringLiteral("rail"));
    railBox->setAccessibleName(tr("Pages"));
    auto* rail = new QVBoxLayout(railBox);
    const int gap = theme::gap(*this);
    rail->setContentsMargins(gap, theme::wideGap(*this) * 2 / 3, 0, gap);
    rail->setSpacing(gap);
    m_rail->setExclusive(true);
    //: A page of the window: writing outcomes
    addPage(Page::Compose, tr("&Compose"), theme::icon(theme::Glyph::Compose), m_compose, rail);
    //: A page of the window: outcomes of others that match
    addPage(Page::Matches, tr("&Matches"), theme::icon(theme::Glyph::Matches), m_matches, rail);
    //: A page of the window: what matched outcomes say together
    addPage(Page::Evidence, tr("&Evidence"), theme::icon(theme::Glyph::Evidence), m_evidence, rail);
    rail->addStretch(1);

    m_trouble->setObjectName(QStringLiteral("storeTrouble"));
    m_trouble->setMessage(theme::Glyph::Warning,
                          tr("The store of this home had trouble writing. What was signed is safe. Check the disk, "
                             "then look again."));
    m_trouble->setAction(tr("Look again"));
    m_trouble->hide();
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_trouble);
    column->addWidget(m_pages, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(railBox);
    layout->addLayout(column, 1);

    connect(m_rail, &QButtonGroup::idClicked, this, [this](int id) { showPage(static_cast<Page>(id)); });
    connect(m_trouble, &NoticeBar::dismissed, m_trouble, &QWidget::hide);
    connect(m_trouble, &NoticeBar::actionRequested, this, [this] {
        m_trouble->hide();
        reload();
    });
    connect(&bridge, &EngineBridge::storeTroubled, m_trouble, &QWidget::show);
    connect(m_matches, &MatchesPage::composeRequested, this, [this] { showPage(Page::Compose); });
    connect(m_evidence, &EvidencePage::composeRequested, this, [this] { showPage(Page::Compose); });
    connect(m_compose, &ComposePage::packsListed, this, [this] {
        if (std::exchange(m_entering, false))
            focusPage();
    });
    connect(m_compose, &ComposePage::interestMade, this, [this](const QString& name) {
        m_matches->chooseProfile(name);
        m_evidence->chooseProfile(name);
        showPage(Page::Matches);
    });
    showPage(Page::Compose);
}

QToolButton* Workspace::addPage(Page page, const QString& name, const QIcon& icon, QWidget* widget, QVBoxLayout* rail) {
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("rail_") % widget->objectName());
    button->setText(name);
    button->setAccessibleName(QString(name).remove(QLatin1Char('&')));
    button->setIcon(icon);
    const int side = fontMetrics().height() * 3 / 2;
    button->setIconSize(QSize(side, side));
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_rail->addButton(button, static_cast<int>(page));
    rail->addWidget(button);
    m_pages->insertWidget(static_cast<int>(page), widget);
    return button;
}

void Workspace::showPage(Page page) {
    m_pages->setCurrentIndex(static_cast<int>(page));
    m_rail->button(static_cast<int>(page))->setChecked(true);
    // From the rail one walks on by oneself; from elsewhere the page takes the hands along.
    if (isVisible() && !m_rail->buttons().contains(qobject_cast<QAbstractButton*>(window()->focusWidget())))
        focusPage();
    Q_EMIT pageChanged();
}

void Workspace::enter(Page page) {
    m_entering = true;
    reload();
    showPage(page);
}

void Workspace::focusPage() {
    const QList<Pane> all = panes();
    // The rail, the chooser, and then what the page is about.
    constexpr qsizetype kMainPane = 2;
    if (!all.isEmpty())
        all.at(qMin(kMainPane, all.size() - 1)).target->setFocus(Qt::ShortcutFocusReason);
}

Workspace::Page Workspace::page() const {
    return static_cast<Page>(m_pages->currentIndex());
}

void Workspace::reload() {
    m_compose->reload();
    m_matches->reload();
    m_evidence->reload();
}

void Workspace::setStatus(const Status& status) {
    m_matches->setStatus(status);
    m_evidence->setStatus(status);
}

QList<Pane> Workspace::panes() const {
    QWidget* checked = m_rail->checkedButton();
    QList<Pane> all = {{checked->parentWidget(), checked}};
    switch (page()) {
    case Page::Compose:
        all += m_compose->panes();
        break;
    case Page::Matches:
        all += m_matches->panes();
        break;
    case Page::Evidence:
        all += m_evidence->panes();
        break;
    }
    all.removeIf([this](const Pane& pane) { return pane.target == nullptr || !pane.target->isVisibleTo(this); });
    return all;
}

void Workspace::cyclePane(int step) {
    const QList<Pane> all = panes();
    const QWidget* focus = window()->focusWidget();
    const auto present = std::find_if(all.cbegin(), all.cend(), [focus](const Pane& pane) {
        return focus != nullptr && (pane.area == focus || pane.area->isAncestorOf(focus));
    });
    const qsizetype count = all.size();
    const qsizetype next = present == all.cend() ? 0 : (present - all.cbegin() + step + count) % count;
    all.at(next).target->setFocus(Qt::ShortcutFocusReason);
}

} // namespace qis::ui
