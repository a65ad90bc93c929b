#include "pages/matches/matches_page.h"

#include "bridge/engine_bridge.h"
#include "bridge/interest_words.h"
#include "bridge/match_model.h"
#include "format/numbers.h"
#include "format/sentences.h"
#include "pages/history/history_dialog.h"
#include "pages/matches/compare_dialog.h"
#include "pages/matches/explanation_panel.h"
#include "pages/matches/match_columns.h"
#include "pages/matches/match_filters.h"
#include "pages/matches/match_triage.h"
#include "pages/matches/match_views.h"
#include "theme/theme.h"
#include "widgets/empty_state.h"
#include "widgets/notice_bar.h"
#include "widgets/page_stack.h"

#include <QtCore/QJsonObject>
#include <QtCore/QSignalBlocker>
#include <QtGui/QAction>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTableView>

#include <algorithm>
#include <utility>

namespace qis::ui {

namespace {

constexpr int kInterestCharacters = 34;

} // namespace

MatchesPage::MatchesPage(EngineBridge& bridge, QWidget* parent)
    : QWidget(parent)
    , m_bridge(bridge)
    , m_model(new MatchModel(bridge, this))
    , m_profileBox(new QComboBox(this))
    , m_profileText(new QLabel(this))
    , m_count(new QLabel(this))
    , m_stack(new PageStack(this))
    , m_empty(new EmptyState(this))
    , m_filled(new QWidget(this))
    , m_filters(new MatchFilters(this))
    , m_list(new PageStack(this))
    , m_hidden(new EmptyState(this))
    , m_notice(new NoticeBar(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_table(new QTableView(this))
    , m_explanation(new ExplanationPanel(bridge, this))
    , m_columns(nullptr)
    , m_triage(nullptr)
    , m_views(nullptr) {
    setObjectName(QStringLiteral("matchesPage"));
    buildTable();
    m_columns = new MatchColumns(*m_model, *m_table);
    m_triage = new MatchTriage(bridge, *m_model, *m_table, *this);
    m_filters->addButton(m_triage->button());
    m_views = new MatchViews([this] { return view(); }, *this);
    m_model->setFilter(m_filters->filter());
    buildLayout();
    connectParts();
    showState();
}

void MatchesPage::buildTable() {
    m_table->setObjectName(QStringLiteral("matchTable"));
    m_table->setAccessibleName(tr("Matches"));
    m_table->setWhatsThis(tr("While the table has the focus, single keys judge the selected matches: F follows, C "
                             "confirms that it was seen here, X says that it is not relevant and asks why, M mutes, U "
                             "makes it new again, and Ctrl+Z takes the last of these back. S shows one match beside "
                             "what asked for it, or two beside each other; H shows what became of it. What you decide "
                             "stays on this computer and "
                             "changes no evidence."));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() * 7 / 4);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(MatchModel::Happened, QHeaderView::Stretch);
    const auto width = [this, header](int column, int characters) {
        m_table->setColumnWidth(column, qMax(theme::columns(*this, characters), header->sectionSizeHint(column)));
    };
    width(MatchModel::Score, 13);
    width(MatchModel::Coverage, 16);
    width(MatchModel::Site, 27);
    width(MatchModel::Received, 25);
    width(MatchModel::State, 20);
    width(MatchModel::Issued, 28);
    width(MatchModel::Interest, 24);
    header->moveSection(header->visualIndex(MatchModel::State), 0);
    m_table->setColumnHidden(MatchModel::Issued, true);
    m_table->setColumnHidden(MatchModel::Interest, true);
}

void MatchesPage::buildLayout() {
    m_profileBox->setObjectName(QStringLiteral("profileBox"));
    // An own outcome in words can be long: it is cut here, and whole in the list and beside the box.
    m_profileBox->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_profileBox->setMinimumContentsLength(kInterestCharacters);
    m_profileBox->setAccessibleName(tr("Interest"));
    auto* label = new QLabel(tr("In&terest:"), this);
    label->setBuddy(m_profileBox);
    m_profileText->setObjectName(QStringLiteral("profileText"));
    m_profileText->setTextFormat(Qt::PlainText);
    m_profileText->setWordWrap(true);
    theme::makeQuiet(*m_profileText);
    m_count->setObjectName(QStringLiteral("matchCount"));
    m_hidden->setObjectName(QStringLiteral("hiddenMatches"));
    m_hidden->actionButton()->setObjectName(QStringLiteral("showHiddenMatches"));
    m_notice->setObjectName(QStringLiteral("matchNotice"));
    m_notice->actionButton()->setObjectName(QStringLiteral("matchNoticeUndo"));
    m_notice->hide();
    m_explanation->setMinimumHeight(fontMetrics().height() * 8);

    m_splitter->setObjectName(QStringLiteral("matchesSplitter"));
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_explanation);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_list->addWidget(m_hidden);
    m_list->addWidget(m_splitter);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_filled);

    const int gap = theme::gap(*this);
    auto* filled = new QVBoxLayout(m_filled);
    filled->setContentsMargins(0, 0, 0, 0);
    filled->setSpacing(gap);
    filled->addWidget(m_filters);
    filled->addWidget(m_notice);
    filled->addWidget(m_list, 1);
    auto* top = new QHBoxLayout;
    top->setSpacing(gap * 2);
    top->addWidget(label);
    top->addWidget(m_profileBox);
    top->addWidget(m_profileText, 1);
    top->addWidget(m_count);
    top->addWidget(m_columns->button());
    top->addWidget(m_views->button());
    auto* layout = new QVBoxLayout(this);
    const int margin = theme::wideGap(*this) * 2 / 3;
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(margin);
    layout->addLayout(top);
    layout->addWidget(m_stack, 1);
}

void MatchesPage::connectParts() {
    auto* find = new QAction(tr("Find in the matches"), this);
    find->setObjectName(QStringLiteral("actionMatchFind"));
    find->setShortcut(QKeySequence::Find);
    find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(find);
    connect(find, &QAction::triggered, this, [this] {
        m_filters->words()->setFocus(Qt::ShortcutFocusReason);
        m_filters->words()->selectAll();
    });
    connect(m_profileBox, &QComboBox::activated, this,
            [this](int index) { chooseProfile(m_profileBox->itemData(index).toString()); });
    connect(m_empty->actionButton(), &QPushButton::clicked, this, [this] {
        if (m_model->phase() == MatchModel::Phase::Failed)
            reload();
        else
            Q_EMIT composeRequested();
    });
    connect(m_hidden->actionButton(), &QPushButton::clicked, this, &MatchesPage::actOnEmpty);
    connect(m_filters, &MatchFilters::changed, this, [this] {
        m_toCurrent = true;
        m_model->setFilter(m_filters->filter());
    });
    connect(m_columns, &MatchColumns::sorted, this, [this] { m_toCurrent = true; });
    const auto say = [this](theme::Glyph glyph, const QString& sentence) {
        m_undoesView = false;
        m_notice->setMessage(glyph, sentence);
        m_notice->setAction(m_triage->canUndo() ? tr("Un&do") : QString());
        m_notice->actionButton()->setAccessibleName(m_triage->undoAction()->text());
        m_notice->show();
    };
    connect(m_triage, &MatchTriage::done, this, [say](const QString& sentence) { say(theme::Glyph::Good, sentence); });
    connect(m_triage, &MatchTriage::failed, this,
            [say](const QString& sentence) { say(theme::Glyph::Problem, sentence); });
    connect(m_triage, &MatchTriage::compareRequested, this, &MatchesPage::compare);
    connect(m_triage, &MatchTriage::historyRequested, this, &MatchesPage::showHistory);
    connect(m_explanation, &ExplanationPanel::historyRequested, this, &MatchesPage::showHistory);
    connect(m_explanation, &ExplanationPanel::definitionRequested, this, [this] {
        const JudgedMatch* match = m_model->matchAt(m_table->currentIndex().row());
        for (const Interest& interest : std::as_const(m_profiles))
            if (match != nullptr && interest.name == match->profile)
                Q_EMIT definitionRequested(interest.pack);
    });
    connect(m_views, &MatchViews::taken, this, [this](const QJsonObject& view) {
        m_toCurrent = true;
        setView(view);
    });
    connect(m_views, &MatchViews::said, this, [this](const QString& sentence, bool canUndo) {
        m_undoesView = canUndo;
        m_notice->setMessage(theme::Glyph::Good, sentence);
        m_notice->setAction(canUndo ? tr("Un&do") : QString());
        m_notice->actionButton()->setAccessibleName(tr("Bring the view back"));
        m_notice->show();
    });
    connect(m_notice, &NoticeBar::actionRequested, this, [this] {
        if (std::exchange(m_undoesView, false))
            m_views->undo();
        else
            m_triage->undo();
    });
    connect(m_notice, &NoticeBar::dismissed, m_notice, &QWidget::hide);
    connect(&m_bridge, &EngineBridge::profilesChanged, this, &MatchesPage::readProfiles);
    connect(&m_bridge, &EngineBridge::matchesChanged, this, &MatchesPage::readProfiles);
    connect(&m_bridge, &EngineBridge::opened, this, [this] {
        m_triage->forget();
        m_notice->hide();
    });
    connect(m_model, &MatchModel::phaseChanged, this, &MatchesPage::showState);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_currentRow = -1;
        followCurrent();
    });
    connect(m_model, &MatchModel::refreshed, this, &MatchesPage::showRefreshed);
    connect(m_model, &MatchModel::rowsRead, this, &MatchesPage::explainCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &MatchesPage::followCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, m_triage, &MatchTriage::updateActions);
}

QList<Pane> MatchesPage::panes() const {
    if (m_stack->currentWidget() == m_empty)
        return {{m_profileBox, m_profileBox}, {m_empty, m_empty->actionButton()}};
    if (m_list->currentWidget() == m_hidden)
        return {
            {m_profileBox, m_profileBox}, {m_filters, m_filters->words()}, {m_hidden, m_hidden->actionButton(), true}};
    return {{m_profileBox, m_profileBox},
            {m_filters, m_filters->words()},
            {m_table, m_table, true},
            {m_explanation, m_explanation->table()}};
}

void MatchesPage::reload() {
    readProfiles();
    m_model->reload();
}

void MatchesPage::readProfiles() {
    m_bridge.listProfiles(this, [this](const Result<QList<Interest>>& result) {
        if (result.ok())
            showProfiles(*result.value);
    });
}

void MatchesPage::showProfiles(const QList<Interest>& profiles) {
    m_profiles = profiles;
    m_profilesRead = true;
    QHash<QString, QString> names;
    for (const Interest& profile : profiles)
        names.insert(profile.name, nameInWords(profile));
    m_model->setInterestNames(names);
    listProfiles();
    const QString present = m_wanted.isNull() ? m_model->profile() : m_wanted;
    const int at = m_profileBox->findData(present);
    m_profileBox->setCurrentIndex(qMax(0, at));
    if (at >= 0)
        m_wanted = QString();
    const QString chosen = m_profileBox->currentData().toString();
    if (chosen != m_model->profile())
        m_model->setProfile(chosen);
    m_profileText->clear();
    for (const Interest& profile : profiles)
        if (profile.name == chosen)
            m_profileText->setText(profile.prototype);
    showState();
}

void MatchesPage::listProfiles() {
    QStringList texts{tr("All interests")};
    for (const Interest& profile : std::as_const(m_profiles))
        //: One entry of the list of interests. %1: its name; %Ln: how many outcomes match it
        texts.append(tr("%1 – %Ln match(es)", nullptr, static_cast<int>(profile.matches)).arg(nameInWords(profile)));
    const QSignalBlocker blocker(m_profileBox);
    // Entries are changed rather than made anew: the list may be open at this moment.
    while (m_profileBox->count() > texts.size())
        m_profileBox->removeItem(m_profileBox->count() - 1);
    for (int index = 0; index < texts.size(); ++index) {
        if (index == m_profileBox->count())
            m_profileBox->addItem(QString());
        m_profileBox->setItemText(index, texts.at(index));
        m_profileBox->setItemData(index, index == 0 ? QString() : m_profiles.at(index - 1).name);
        m_profileBox->setItemData(index, texts.at(index), Qt::ToolTipRole);
    }
}

void MatchesPage::chooseProfile(const QString& name) {
    m_wanted = name.isNull() ? QLatin1String("") : name;
    readProfiles();
}

void MatchesPage::setStatus(const Status& status) {
    m_connectedPeers = status.connectedPeers;
    showState();
}

void MatchesPage::showState() {
    const int rows = m_model->rowCount();
    const qint64 all = m_model->all();
    const int shownAll = static_cast<int>(qMin<qint64>(all, std::numeric_limits<int>::max()));
    m_count->setText(all == 0           ? QString()
                     : rows == shownAll ? tr("%Ln match(es)", nullptr, rows)
                                        //: %1: how many of them are listed; %Ln: how many there are
                                        : tr("%1 of %Ln match(es)", nullptr, shownAll).arg(format::count(rows)));
    m_views->button()->setVisible(all > 0);
    m_filters->showCounts(*m_model);
    if (all > 0) {
        m_stack->setCurrentWidget(m_filled);
        if (rows == 0 && m_model->phase() == MatchModel::Phase::Reading)
            return; // what the filters find is not known yet
        m_list->setCurrentWidget(rows > 0 ? static_cast<QWidget*>(m_splitter) : m_hidden);
        if (rows == 0) {
            m_explanation->clear();
            m_explained.clear();
            const bool usual = m_filters->filter() == MatchFilters::usual();
            m_hidden->setMessage(usual ? tr("Everything here has been judged") : tr("Nothing passes the filters"),
                                 tr("%Ln match(es) are hidden.", nullptr, shownAll));
            m_hidden->setAction(usual ? tr("Show what was put away") : tr("Use the usual filters"));
        }
        return;
    }
    showEmpty();
}

void MatchesPage::actOnEmpty() {
    MatchFilter wanted = MatchFilters::usual();
    if (m_filters->filter() == wanted)
        wanted.states = {MatchState::NotRelevant, MatchState::Muted};
    m_filters->setFilter(wanted);
    m_toCurrent = true;
    m_model->setFilter(m_filters->filter());
    m_filters->words()->setFocus(Qt::OtherFocusReason);
}

void MatchesPage::showEmpty() {
    m_explanation->clear();
    m_explained.clear();
    m_stack->setCurrentWidget(m_empty);
    m_empty->setAction({});
    if (m_model->phase() == MatchModel::Phase::Failed) {
        m_empty->setMessage(tr("The matches could not be read"), format::failureSentence(m_model->fault().code));
        m_empty->setAction(tr("Try again"));
    } else if (!m_profilesRead || !m_model->isRead()) {
        m_empty->setMessage(tr("Reading the matches"), QString());
    } else if (m_profiles.isEmpty()) {
        m_empty->setMessage(tr("You have not asked for anything yet"),
                            tr("Describe a condition in Compose and choose “Ask for outcomes like this”. An outcome "
                               "that you sign asks for others like it by itself."));
        m_empty->setAction(tr("Go to Compose"));
    } else if (m_connectedPeers == 0) {
        m_empty->setMessage(tr("No match here, and no peer is connected"),
                            tr("Everything stored on this computer was searched. More can arrive as soon as a peer is "
                               "connected."));
    } else {
        m_empty->setMessage(tr("No match yet"),
                            tr("Everything stored on this computer was searched. Matches appear here by themselves "
                               "when another site sends something alike."));
    }
}

void MatchesPage::showRefreshed() {
    showState();
    if (m_model->rowCount() == 0)
        return;
    const bool gone = !m_table->currentIndex().isValid();
    if (gone && (m_toCurrent || m_currentRow < 0))
        selectFirst();
    else if (gone && m_currentRow >= 0) // what came after it has taken its place
        makeCurrent(qMin(m_currentRow, m_model->rowCount() - 1));
    if (std::exchange(m_toCurrent, false))
        m_table->scrollTo(m_table->currentIndex());
    followCurrent();
    m_triage->updateActions();
}

void MatchesPage::followCurrent() {
    explainCurrent();
    if (m_table->currentIndex().isValid())
        m_currentRow = m_table->currentIndex().row();
    const JudgedMatch* match = m_model->matchAt(m_table->currentIndex().row());
    m_model->follow(match == nullptr ? QString() : match->id, match == nullptr ? QString() : match->profile);
}

void MatchesPage::explainCurrent() {
    const QModelIndex current = m_table->currentIndex();
    const JudgedMatch* match = m_model->matchAt(current.row());
    if (match == nullptr) {
        // A row that is being read is explained as soon as it is there.
        if (!current.isValid()) {
            m_explanation->clear();
            m_explained.clear();
        }
        return;
    }
    const QString key = match->profile % QLatin1Char('\n') % match->id %
                        (match->retracted ? QLatin1String("\nretracted")
                         : match->amended ? QLatin1String("\namended")
                                          : QLatin1String());
    if (std::exchange(m_explained, key) != key)
        m_explanation->explain(match->id, match->profile);
}

void MatchesPage::showHistory() {
    const JudgedMatch* match = m_model->matchAt(m_table->currentIndex().row());
    if (match != nullptr)
        (new HistoryDialog(m_bridge, match->id, this))->open();
}

void MatchesPage::selectFirst() {
    if (m_model->rowCount() > 0)
        makeCurrent(0);
}

void MatchesPage::makeCurrent(int row) {
    // Not by the view, which would look at the keys that happen to be held down.
    m_table->selectionModel()->setCurrentIndex(m_model->index(row, MatchModel::Happened),
                                               QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void MatchesPage::compare() {
    QList<Match> matches;
    for (const QModelIndex& row : m_table->selectionModel()->selectedRows())
        if (const JudgedMatch* match = m_model->matchAt(row.row()); match != nullptr && matches.size() < 2)
            matches.append(*match);
    if (matches.isEmpty())
        return;
    const auto asking = std::find_if(m_profiles.cbegin(), m_profiles.cend(), [&matches](const Interest& interest) {
        return interest.name == matches.first().profile;
    });
    const QString asked = asking == m_profiles.cend() ? matches.first().profile : asking->prototype;
    auto* dialog = matches.size() == 1 ? new CompareDialog(m_bridge, matches.first(), asked, this)
                                       : new CompareDialog(m_bridge, matches.first(), matches.last(), this);
    dialog->open();
}

} // namespace qis::ui
