#include "pages/workspace.h"

#include "bridge/backup_bridge.h"
#include "bridge/engine_bridge.h"
#include "bridge/match_model.h"
#include "pages/compose/compose_page.h"
#include "pages/evidence/evidence_page.h"
#include "pages/home/home_page.h"
#include "pages/matches/matches_page.h"
#include "pages/networks/networks_page.h"
#include "pages/settings/backup_box.h"
#include "pages/settings/records_box.h"
#include "pages/settings/settings_page.h"
#include "pages/settings/settings_store.h"
#include "pages/similarity/similarity_page.h"
#include "pages/start/restored_notice.h"
#include "theme/glyph.h"
#include "theme/theme.h"
#include "widgets/notice_bar.h"
#include "widgets/page_stack.h"

#include <QtCore/QEvent>
#include <QtCore/QTimer>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <utility>

namespace qis::ui {

namespace {

/// As wide as the rail in it, and its scroll bar when there must be one.
class RailScroll : public QScrollArea {
public:
    using QScrollArea::QScrollArea;

    [[nodiscard]] QSize sizeHint() const override {
        const QSize rail = widget()->sizeHint();
        const bool scrolls = rail.height() > height();
        return {rail.width() + (scrolls ? verticalScrollBar()->sizeHint().width() : 0), rail.height()};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return {sizeHint().width(), 0}; }

protected:
    void resizeEvent(QResizeEvent* event) override {
        QScrollArea::resizeEvent(event);
        updateGeometry();
    }
};

/// As Tab does it: what takes the focus is brought into sight.
void focusOn(QWidget* target) {
    target->setFocus(Qt::ShortcutFocusReason);
    for (QWidget* around = target->parentWidget(); around != nullptr; around = around->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(around))
            area->ensureWidgetVisible(target);
}

} // namespace

Workspace::Workspace(EngineBridge& bridge, SettingsStore& settings, QWidget* parent)
    : QWidget(parent)
    , m_bridge(bridge)
    , m_settings(settings)
    , m_pages(new PageStack(this))
    , m_rail(new QButtonGroup(this))
    , m_railBox(new QWidget(this))
    , m_trouble(new NoticeBar(this))
    , m_settingsNotice(new NoticeBar(this))
    , m_backups(new BackupBridge(bridge, this))
    , m_restored(new RestoredNotice(*m_backups, this)) {
    setObjectName(QStringLiteral("workspace"));
    auto* rail = new QVBoxLayout(m_railBox);
    const int gap = theme::gap(*this);
    theme::setMargins(*rail, *this, gap, theme::wideGap(*this) * 2 / 3, 0, gap);
    rail->setSpacing(gap);
    m_rail->setExclusive(true);
    //: A page of the window: what is new, and what to do next
    addButton(Page::Home, tr("Hom&e"), theme::icon(theme::Glyph::Home));
    //: A page of the window: writing outcomes
    addButton(Page::Compose, tr("&Compose"), theme::icon(theme::Glyph::Compose));
    //: A page of the window: outcomes of others that match
    addButton(Page::Matches, tr("&Matches"), theme::icon(theme::Glyph::Matches));
    //: A page of the window: what matched outcomes say together
    addButton(Page::Evidence, tr("Ev&idence"), theme::icon(theme::Glyph::Evidence));
    //: A page of the window: the nodes this home exchanges with
    addButton(Page::Networks, tr("&Networks"), theme::icon(theme::Glyph::Networks));
    //: A page of the window: what counts as alike
    addButton(Page::Similarity, tr("Simi&larity"), theme::icon(theme::Glyph::Similarity));
    //: A page of the window
    addButton(Page::Settings, tr("Settin&gs"), theme::icon(theme::Glyph::Settings));
    rail->addStretch(1);
    sizeRail();
    // With large letters or a low window the rail scrolls rather than pushing the window apart.
    auto* railScroll = new RailScroll(this);
    railScroll->setObjectName(QStringLiteral("rail"));
    railScroll->setAccessibleName(tr("Pages"));
    railScroll->setFrameShape(QFrame::NoFrame);
    railScroll->setFocusPolicy(Qt::NoFocus);
    railScroll->setWidgetResizable(true);
    railScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    railScroll->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    railScroll->setWidget(m_railBox);

    m_trouble->setObjectName(QStringLiteral("storeTrouble"));
    m_trouble->setMessage(
        theme::Glyph::Warning,
        tr("The store of this home had trouble writing. What was signed is safe. What you are writing "
           "can be kept in another folder from the Outcome menu. Check the disk, then look again."));
    m_trouble->setAction(tr("Look again"));
    m_trouble->hide();
    m_settingsNotice->setObjectName(QStringLiteral("settingsNotice"));
    for (NoticeBar* bar : std::initializer_list<NoticeBar*>{m_trouble, m_settingsNotice, m_restored})
        bar->setBanner(true);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_trouble);
    column->addWidget(m_settingsNotice);
    column->addWidget(m_restored);
    column->addWidget(m_pages, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(railScroll);
    layout->addLayout(column, 1);

    // Assistive technology checks a button without clicking on it.
    connect(m_rail, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (checked && static_cast<Page>(id) != m_page)
            showPage(static_cast<Page>(id));
    });
    connect(m_trouble, &NoticeBar::dismissed, m_trouble, &QWidget::hide);
    connect(m_trouble, &NoticeBar::actionRequested, this, [this] {
        m_trouble->hide();
        reload();
    });
    connect(&bridge, &EngineBridge::storeTroubled, m_trouble, &QWidget::show);
    connect(&settings, &SettingsStore::noticed, this, &Workspace::showSettingsNotice);
    connect(m_settingsNotice, &NoticeBar::dismissed, m_settingsNotice, &QWidget::hide);
    connect(this, &Workspace::pageChanged, this, &Workspace::noteSeen);
    showSettingsNotice();
    m_rail->button(static_cast<int>(m_page))->setChecked(true);
    QTimer::singleShot(0, this, &Workspace::buildNext);
}

void Workspace::addButton(Page page, const QString& name, const QIcon& icon) {
    auto* button = new QToolButton(m_railBox);
    button->setObjectName(QStringLiteral("rail_%1Page").arg(nameOf(page)));
    button->setText(name);
    button->setAccessibleName(QString(name).remove(QLatin1Char('&')));
    button->setIcon(icon);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_rail->addButton(button, static_cast<int>(page));
    m_railBox->layout()->addWidget(button);
}

void Workspace::need(Page page) {
    if (hasPage(page))
        return;
    build(page);
    QWidget* widget = m_widgets.value(page);
    m_pages->addWidget(widget);
    Q_EMIT pageBuilt(widget);
    if (isBuilt())
        Q_EMIT built();
}

void Workspace::needAll() {
    for (int page = 0; page < kPages; ++page)
        need(static_cast<Page>(page));
}

void Workspace::buildNext() {
    for (int page = 0; page < kPages; ++page)
        if (!hasPage(static_cast<Page>(page))) {
            need(static_cast<Page>(page));
            break;
        }
    if (!isBuilt())
        QTimer::singleShot(0, this, &Workspace::buildNext);
}

void Workspace::build(Page page) {
    switch (page) {
    case Page::Home:
        return buildHome();
    case Page::Compose:
        return buildCompose();
    case Page::Matches:
        return buildMatches();
    case Page::Evidence:
        return buildEvidence();
    case Page::Networks:
        return buildNetworks();
    case Page::Similarity:
        return buildSimilarity();
    case Page::Settings:
        return buildSettings();
    }
}

void Workspace::buildHome() {
    m_home = new HomePage(m_bridge, m_settings, m_pages);
    addPage(Page::Home, m_home);
    connect(m_home, &HomePage::composeRequested, this, [this] { showPage(Page::Compose); });
    connect(m_home, &HomePage::networksRequested, this, [this] { showPage(Page::Networks); });
    connect(m_home, &HomePage::matchesRequested, this, &Workspace::showMatchesOf);
    connect(m_home, &HomePage::interestsRead, this, &Workspace::noteSeen);
}

void Workspace::buildCompose() {
    m_compose = new ComposePage(m_bridge, m_pages);
    addPage(Page::Compose, m_compose);
    connect(m_compose, &ComposePage::matchesRequested, this, &Workspace::showMatchesOf);
    connect(m_compose, &ComposePage::packsListed, this, [this] {
        if (std::exchange(m_entering, false))
            focusPage();
    });
    connect(m_compose, &ComposePage::interestMade, this, [this](const QString& name) {
        evidence().chooseProfile(name);
        showMatchesOf(name);
    });
}

void Workspace::buildMatches() {
    m_matches = new MatchesPage(m_bridge, m_pages);
    addPage(Page::Matches, m_matches);
    connect(m_matches, &MatchesPage::composeRequested, this, [this] { showPage(Page::Compose); });
    connect(m_matches, &MatchesPage::definitionRequested, this, [this](const QString& pack) {
        need(Page::Similarity);
        m_similarity->choosePack(pack);
        showPage(Page::Similarity);
    });
    connect(&m_matches->model(), &MatchModel::phaseChanged, this, &Workspace::noteSeen);
}

void Workspace::buildEvidence() {
    m_evidence = new EvidencePage(m_bridge, m_pages);
    addPage(Page::Evidence, m_evidence);
    connect(m_evidence, &EvidencePage::composeRequested, this, [this] { showPage(Page::Compose); });
}

void Workspace::buildNetworks() {
    m_networks = new NetworksPage(m_pages);
    addPage(Page::Networks, m_networks);
    connect(m_networks, &NetworksPage::joinRequested, this, [this](const QString& endpoint) {
        m_bridge.joinNode(endpoint, m_networks, [this](const Result<Done>& result) { m_networks->showJoined(result); });
    });
}

void Workspace::buildSimilarity() {
    m_similarity = new SimilarityPage(m_bridge, m_pages);
    addPage(Page::Similarity, m_similarity);
}

void Workspace::buildSettings() {
    m_settingsPage = new SettingsPage(m_settings, m_pages);
    m_records = new RecordsBox(m_bridge, m_settingsPage);
    m_settingsPage->addGroup(new BackupBox(*m_backups, m_settingsPage));
    m_settingsPage->addGroup(m_records);
    addPage(Page::Settings, m_settingsPage);
}

ComposePage& Workspace::compose() {
    need(Page::Compose);
    return *m_compose;
}

MatchesPage& Workspace::matches() {
    need(Page::Matches);
    return *m_matches;
}

EvidencePage& Workspace::evidence() {
    need(Page::Evidence);
    return *m_evidence;
}

void Workspace::showMatchesOf(const QString& interest) {
    matches().chooseProfile(interest);
    showPage(Page::Matches);
}

void Workspace::showSettingsNotice() {
    const QString notice = m_settings.notice();
    m_settingsNotice->setMessage(theme::Glyph::Warning, notice);
    m_settingsNotice->setVisible(!notice.isEmpty());
}

void Workspace::noteSeen() {
    if (m_home == nullptr || m_matches == nullptr)
        return;
    // What stands in the table in front of one has been looked at.
    const MatchModel& shown = m_matches->model();
    if (m_page == Page::Matches && isVisible() && shown.isRead() && shown.phase() == MatchModel::Phase::Idle)
        m_home->markSeen(shown.profile());
}

QString Workspace::nameOf(Page page) {
    switch (page) {
    case Page::Home:
        return QStringLiteral("home");
    case Page::Compose:
        return QStringLiteral("compose");
    case Page::Matches:
        return QStringLiteral("matches");
    case Page::Evidence:
        return QStringLiteral("evidence");
    case Page::Networks:
        return QStringLiteral("networks");
    case Page::Similarity:
        return QStringLiteral("similarity");
    case Page::Settings:
        return QStringLiteral("settings");
    }
    return {};
}

std::optional<Workspace::Page> Workspace::pageNamed(const QString& name) {
    for (const Page page :
         {Page::Home, Page::Compose, Page::Matches, Page::Evidence, Page::Networks, Page::Similarity, Page::Settings})
        if (nameOf(page) == name)
            return page;
    return std::nullopt;
}

void Workspace::sizeRail() {
    const int side = fontMetrics().height() * 3 / 2;
    for (QAbstractButton* button : m_rail->buttons())
        button->setIconSize(QSize(side, side));
}

void Workspace::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        sizeRail();
}

void Workspace::showPage(Page page) {
    // Asked before the page changes: what is hidden gives its focus to whatever comes next.
    const bool fromRail = m_rail->buttons().contains(qobject_cast<QAbstractButton*>(window()->focusWidget()));
    need(page);
    m_page = page;
    m_pages->setCurrentWidget(m_widgets.value(page));
    m_rail->button(static_cast<int>(page))->setChecked(true);
    // From the rail one walks on by oneself; from elsewhere the page takes the hands along.
    if (isVisible() && !fromRail)
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
    const auto main = std::find_if(all.cbegin(), all.cend(), [](const Pane& pane) { return pane.main; });
    // Otherwise the rail, the chooser, and then what the page is about.
    constexpr qsizetype kMainPane = 2;
    const Pane& pane = main == all.cend() ? all.at(qMin(kMainPane, all.size() - 1)) : *main;
    focusOn(pane.target);
}

void Workspace::reload() {
    needAll();
    m_home->reload();
    m_compose->reload();
    m_matches->reload();
    m_evidence->reload();
    m_similarity->reload();
}

void Workspace::setStatus(const Status& status) {
    needAll();
    m_home->setStatus(status);
    m_compose->setStatus(status);
    m_matches->setStatus(status);
    m_evidence->setStatus(status);
    m_networks->setStatus(status);
    m_settingsPage->setStatus(status);
    m_records->setStatus(status);
}

QList<Pane> Workspace::panes() const {
    QWidget* checked = m_rail->checkedButton();
    QList<Pane> all = {{m_railBox, checked}};
    all += m_panesOf.value(m_page)();
    // What cannot take the focus would hold it up.
    all.removeIf([this](const Pane& pane) {
        return pane.target == nullptr || !pane.target->isVisibleTo(this) || !pane.target->isEnabled();
    });
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
    focusOn(all.at(next).target);
}

} // namespace qis::ui
