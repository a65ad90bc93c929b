#include "pages/matches/match_filters.h"

#include "bridge/match_model.h"
#include "bridge/match_words.h"
#include "format/numbers.h"
#include "theme/theme.h"
#include "widgets/flow_layout.h"

#include <QtCore/QSignalBlocker>
#include <QtCore/QTimer>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>

namespace qis::ui {

namespace {

constexpr int kPauseMillis = 200;
constexpr int kMostScore = 100;
constexpr int kScoreStep = 5;
constexpr int kWordsColumns = 18;
constexpr int kSiteColumns = 12;

} // namespace

MatchFilters::MatchFilters(QWidget* parent)
    : QWidget(parent)
    , m_flow(new FlowLayout(this))
    , m_words(new QLineEdit(this))
    , m_site(new QComboBox(this))
    , m_score(new QSpinBox(this))
    , m_reset(new QPushButton(tr("Usual filters"), this))
    , m_pause(new QTimer(this))
    , m_told(usual()) {
    setObjectName(QStringLiteral("matchFilters"));
    m_flow->setSpacing(theme::gap(*this));
    buildStates(m_flow);
    m_words->setObjectName(QStringLiteral("matchWords"));
    m_words->setClearButtonEnabled(false);
    m_words->setMinimumWidth(theme::columns(*this, kWordsColumns));
    m_words->setToolTip(tr("Words of what happened or of the site (Ctrl+F)"));
    addPair(m_flow, tr("&Find:"), m_words);
    m_site->setObjectName(QStringLiteral("matchSite"));
    m_site->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_site->setMinimumContentsLength(kSiteColumns);
    //: Label of a choice of sites
    addPair(m_flow, tr("F&rom:"), m_site);
    m_score->setObjectName(QStringLiteral("matchScore"));
    m_score->setRange(0, kMostScore);
    m_score->setSingleStep(kScoreStep);
    //: In place of a least score
    m_score->setSpecialValueText(tr("any"));
    addPair(m_flow, tr("Score &at least:"), m_score);
    m_reset->setObjectName(QStringLiteral("matchUsualFilters"));
    m_reset->setAutoDefault(false);
    m_reset->setToolTip(tr("List all that is not put away as not relevant or muted"));
    m_flow->addWidget(m_reset);
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPauseMillis);
    showSites({});
    setFilter(usual());

    connect(m_pause, &QTimer::timeout, this, &MatchFilters::apply);
    connect(m_words, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_words, &QLineEdit::returnPressed, this, &MatchFilters::apply);
    connect(m_score, &QSpinBox::valueChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_site, &QComboBox::activated, this, &MatchFilters::apply);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        // The button goes; the hands stay among the filters.
        m_words->setFocus(Qt::OtherFocusReason);
        setFilter(usual());
        apply();
    });
}

void MatchFilters::buildStates(FlowLayout* flow) {
    for (int at = 0; at < kMatchStates; ++at) {
        auto* button = new QToolButton(this);
        button->setObjectName(QStringLiteral("matchState_%1").arg(at));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setMinimumHeight(m_score->sizeHint().height());
        //: %1: state of matches, such as “Muted”
        button->setToolTip(tr("List those in the state “%1”").arg(stateWord(static_cast<MatchState>(at))));
        flow->addWidget(button);
        m_states.at(static_cast<std::size_t>(at)) = button;
        connect(button, &QToolButton::clicked, this, &MatchFilters::apply);
    }
}

void MatchFilters::addPair(FlowLayout* flow, const QString& label, QWidget* field) {
    auto* pair = new QWidget(this);
    auto* row = new QHBoxLayout(pair);
    row->setContentsMargins(theme::gap(*this) / 2, 0, theme::gap(*this) / 2, 0);
    row->setSpacing(theme::gap(*this));
    auto* name = new QLabel(label, pair);
    field->setParent(pair);
    name->setBuddy(field);
    row->addWidget(name);
    row->addWidget(field);
    flow->addWidget(pair);
}

void MatchFilters::addButton(QWidget* button) {
    button->setParent(this);
    m_flow->addWidget(button);
}

MatchFilter MatchFilters::usual() {
    return {.text = {},
            .states = {MatchState::New, MatchState::Following, MatchState::Confirmed},
            .site = {},
            .minScore = 0};
}

MatchFilter MatchFilters::filter() const {
    MatchFilter filter;
    filter.text = m_words->text().simplified();
    for (int at = 0; at < kMatchStates; ++at)
        if (m_states.at(static_cast<std::size_t>(at))->isChecked())
            filter.states.append(static_cast<MatchState>(at));
    filter.site = m_site->currentData().toString();
    filter.minScore = m_score->value() * 10;
    return filter;
}

void MatchFilters::setFilter(const MatchFilter& filter) {
    const QSignalBlocker words(m_words);
    const QSignalBlocker score(m_score);
    m_words->setText(filter.text);
    m_score->setValue(filter.minScore / 10);
    for (int at = 0; at < kMatchStates; ++at)
        m_states.at(static_cast<std::size_t>(at))
            ->setChecked(filter.states.isEmpty() || filter.states.contains(static_cast<MatchState>(at)));
    if (m_site->findData(filter.site) < 0)
        m_site->addItem(format::shortKey(filter.site), filter.site);
    m_site->setCurrentIndex(m_site->findData(filter.site));
    m_pause->stop();
    m_told = this->filter();
    m_reset->setVisible(m_told != usual());
}

void MatchFilters::apply() {
    m_pause->stop();
    // No state at all would list nothing: taking the last one away means all of them.
    if (filter().states.isEmpty())
        for (QToolButton* button : m_states)
            button->setChecked(true);
    m_told = filter();
    m_reset->setVisible(m_told != usual());
    Q_EMIT changed();
}

void MatchFilters::showCounts(const MatchModel& model) {
    for (int at = 0; at < kMatchStates; ++at) {
        const auto state = static_cast<MatchState>(at);
        QToolButton* button = m_states.at(static_cast<std::size_t>(at));
        const QString number = format::count(model.count(state));
        //: A filter that is on. %1: state of matches, %2: how many are in it
        button->setText(button->isChecked() ? tr("✓ %1 %2").arg(stateWord(state), number)
                                            //: A filter that is off. %1: state of matches, %2: how many are in it
                                            : tr("%1 %2").arg(stateWord(state), number));
    }
    if (model.sites() != m_sites)
        showSites(model.sites());
}

void MatchFilters::showSites(const QList<SiteMatches>& sites) {
    m_sites = sites;
    const QSignalBlocker blocker(m_site);
    const QString chosen = m_site->currentData().toString();
    const QString was = m_site->currentText();
    m_site->clear();
    //: A choice of sites
    m_site->addItem(tr("all sites"), QString());
    for (const SiteMatches& site : sites)
        //: A choice of sites. %1: name of a site, %2: how many matches come from it
        m_site->addItem(tr("%1 (%2)").arg(site.name.isEmpty() ? format::shortKey(site.site) : site.name,
                                          format::count(site.matches)),
                        site.site);
    if (m_site->findData(chosen) < 0)
        m_site->addItem(was, chosen);
    m_site->setCurrentIndex(m_site->findData(chosen));
}

} // namespace qis::ui
