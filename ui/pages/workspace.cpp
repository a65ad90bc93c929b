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

#include <QtCore/QEvent>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>
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
    , m_pages(new QStackedWidget(this))
    , m_rail(new QButtonGroup(this))
    , m_railBox(new QWidget(this))
    , m_trouble(new NoticeBar(this))
    , m_settingsNotice(new NoticeBar(this))
    , m_backups(new BackupBridge(bridge, this))
    , m_restored(new RestoredNotice(*m_backups, this))
    , m_home(new HomePage(bridge, settings, this))
    , m_compose(new ComposePage(bridge, this))
    , m_matches(new MatchesPage(bridge, this))
    , m_evidence(new EvidencePage(bridge, this))
    , m_networks(new NetworksPage(this))
    , m_similarity(new SimilarityPage(bridge, this))
    , m_settingsPage(new SettingsPage(settings, this))
    , m_records(new RecordsBox(bridge, m_settingsPage)) {
    setObjectName(QStringLiteral("workspace"));
    auto* rail = new QVBoxLayout(m_railBox);
    const int gap = theme::gap(*this);
    rail->setContentsMargins(gap, theme::wideGap(*this) * 2 / 3, 0, gap);
    rail->setSpacing(gap);
    m_rail->setExclusive(true);
    //: A page of the window: what is new, and what to do next
    addPage(Page::Home, tr("Hom&e"), theme::icon(theme::Glyph::Home), m_home);
    //: A page of the window: writing outcomes
    addPage(Page::Compose, tr("&Compose"), theme::icon(theme::Glyph::Compose), m_compose);
    //: A page of the window: outcomes of others that match
    addPage(Page::Matches, tr("&Matches"), theme::icon(theme::Glyph::Matches), m_matches);
    //: A page of the window: what matched outcomes say together
    addPage(Page::Evidence, tr("Ev&idence"), theme::icon(theme::Glyph::Evidence), m_evidence);
    //: A page of the window: the nodes this home exchanges with
    addPage(Page::Networks, tr("&Networks"), theme::icon(theme::Glyph::Networks), m_networks);
    //: A page of the window: what counts as alike
    addPage(Page::Similarity, tr("Simi&larity"), theme::icon(theme::Glyph::Similarity), m_similarity);
    //: A page of the window
    addPage(Page::Settings, tr("Settin&gs"), theme::icon(theme::Glyph::Settings), m_settingsPage);
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
    m_settingsPage->addGroup(new BackupBox(*m_backups, m_settingsPage));
    m_settingsPage->addGroup(m_records);
    connectHome();
    connectSettings(settings);
    showPage(Page::Home);
}

void Workspace::connectHome() {
    connect(m_home, &HomePage::composeRequested, this, [this] { showPage(Page::Compose); });
    connect(m_home, &HomePage::networksRequested, this, [this] { showPage(Page::Networks); });
    const auto showMatches = [this](const QString& interest) {
        m_matches->chooseProfile(interest);
        showPage(Page::Matches);
    };
    connect(m_home, &HomePage::matchesRequested, this, showMatches);
    connect(m_compose, &ComposePage::matchesRequested, this, showMatches);
    connect(m_matches, &MatchesPage::definitionRequested, this, [this](const QString& pack) {
        m_similarity->choosePack(pack);
        showPage(Page::Similarity);
    });
    connect(&m_matches->model(), &MatchModel::phaseChanged, this, &Workspace::noteSeen);
    connect(this, &Workspace::pageChanged, this, &Workspace::noteSeen);
    connect(m_home, &HomePage::interestsRead, this, &Workspace::noteSeen);
}

void Workspace::connectSettings(SettingsStore& settings) {
    m_settingsNotice->setObjectName(QStringLiteral("settingsNotice"));
    const auto show = [this, &settings] {
        const QString notice = settings.notice();
        m_settingsNotice->setMessage(theme::Glyph::Warning, notice);
        m_settingsNotice->setVisible(!notice.isEmpty());
    };
    connect(&settings, &SettingsStore::noticed, this, show);
    connect(m_settingsNotice, &NoticeBar::dismissed, m_settingsNotice, &QWidget::hide);
    show();
}

void Workspace::noteSeen() {
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

void Workspace::addWidget(Page page, const QString& name, const QIcon& icon, QWidget* widget) {
    auto* button = new QToolButton(m_railBox);
    button->setObjectName(QStringLiteral("rail_") % widget->objectName());
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
    m_pages->addWidget(widget);
    m_widgets.insert(page, widget);
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
    m_home->reload();
    m_compose->reload();
    m_matches->reload();
    m_evidence->reload();
    m_similarity->reload();
}

void Workspace::setStatus(const Status& status) {
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
