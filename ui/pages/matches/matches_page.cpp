#include "pages/matches/matches_page.h"

#include "bridge/engine_bridge.h"
#include "bridge/match_model.h"
#include "format/numbers.h"
#include "format/sentences.h"
#include "pages/matches/explanation_panel.h"
#include "theme/theme.h"
#include "widgets/empty_state.h"

#include <QtCore/QSignalBlocker>
#include <QtCore/QSortFilterProxyModel>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>

namespace qis::ui {

MatchesPage::MatchesPage(EngineBridge& bridge, QWidget* parent)
    : QWidget(parent)
    , m_bridge(bridge)
    , m_model(new MatchModel(bridge, this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_profileBox(new QComboBox(this))
    , m_profileText(new QLabel(this))
    , m_count(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_table(new QTableView(this))
    , m_explanation(new ExplanationPanel(bridge, this)) {
    setObjectName(QStringLiteral("matchesPage"));
    m_profileBox->setObjectName(QStringLiteral("profileBox"));
    m_profileBox->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_profileBox->setAccessibleName(tr("Interest"));
    auto* label = new QLabel(tr("In&terest:"), this);
    label->setBuddy(m_profileBox);
    m_profileText->setObjectName(QStringLiteral("profileText"));
    m_profileText->setTextFormat(Qt::PlainText);
    m_profileText->setWordWrap(true);
    theme::makeQuiet(*m_profileText);
    m_count->setObjectName(QStringLiteral("matchCount"));

    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(MatchModel::SortRole);
    m_sorted->setSortLocaleAware(true);
    m_table->setObjectName(QStringLiteral("matchTable"));
    m_table->setAccessibleName(tr("Matches"));
    m_table->setModel(m_sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(MatchModel::Score, Qt::DescendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
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
    width(MatchModel::Site, 24);
    width(MatchModel::Received, 28);
    m_explanation->setMinimumHeight(fontMetrics().height() * 8);

    m_splitter->setObjectName(QStringLiteral("matchesSplitter"));
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_explanation);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setChildrenCollapsible(false);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_splitter);

    const int gap = theme::gap(*this);
    auto* top = new QHBoxLayout;
    top->setSpacing(gap * 2);
    top->addWidget(label);
    top->addWidget(m_profileBox);
    top->addWidget(m_profileText, 1);
    top->addWidget(m_count);
    auto* layout = new QVBoxLayout(this);
    const int margin = theme::wideGap(*this) * 2 / 3;
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(margin);
    layout->addLayout(top);
    layout->addWidget(m_stack, 1);

    connect(m_profileBox, &QComboBox::activated, this,
            [this](int index) { chooseProfile(m_profileBox->itemData(index).toString()); });
    connect(m_empty->actionButton(), &QPushButton::clicked, this, [this] {
        if (m_model->phase() == MatchModel::Phase::Failed)
            reload();
        else
            Q_EMIT composeRequested();
    });
    connect(&bridge, &EngineBridge::profilesChanged, this, &MatchesPage::readProfiles);
    connect(&bridge, &EngineBridge::matchesChanged, this, &MatchesPage::readProfiles);
    connect(m_model, &MatchModel::phaseChanged, this, &MatchesPage::showState);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &MatchesPage::showState);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &MatchesPage::explainCurrent);
    showState();
}

QList<Pane> MatchesPage::panes() const {
    if (m_stack->currentWidget() == m_empty)
        return {{m_profileBox, m_profileBox}, {m_empty, m_empty->actionButton()}};
    return {{m_profileBox, m_profileBox}, {m_table, m_table}, {m_explanation, m_explanation->table()}};
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
    {
        const QSignalBlocker blocker(m_profileBox);
        m_profileBox->clear();
        m_profileBox->addItem(tr("All interests"), QString());
        for (const Interest& profile : profiles)
            //: One entry of the list of interests. %1: its name; %Ln: how many outcomes match it
            m_profileBox->addItem(
                tr("%1 – %Ln match(es)", nullptr, static_cast<int>(profile.matches)).arg(profile.name), profile.name);
    }
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
    m_count->setText(rows == 0 ? QString() : tr("%Ln match(es)", nullptr, rows));
    if (rows > 0) {
        m_stack->setCurrentWidget(m_splitter);
        return;
    }
    m_explanation->clear();
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

void MatchesPage::explainCurrent() {
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid()) {
        m_explanation->clear();
        return;
    }
    m_explanation->explain(current.data(MatchModel::IdRole).toString(),
                           current.data(MatchModel::ProfileRole).toString());
}

void MatchesPage::selectFirst() {
    if (m_sorted->rowCount() > 0)
        m_table->setCurrentIndex(m_sorted->index(0, MatchModel::Happened));
}

} // namespace qis::ui
