#include "pages/evidence/evidence_page.h"

#include "bridge/engine_bridge.h"
#include "bridge/interest_words.h"
#include "format/numbers.h"
#include "format/sentences.h"
#include "pages/evidence/distribution_view.h"
#include "pages/evidence/evidence_data.h"
#include "pages/evidence/evidence_words.h"
#include "plots/plot_table.h"
#include "plots/plot_view.h"
#include "theme/theme.h"
#include "widgets/empty_state.h"
#include "widgets/notice_bar.h"
#include "widgets/page_stack.h"
#include "widgets/plain_label.h"
#include "widgets/status_line.h"

#include <QtCore/QSignalBlocker>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

#include <algorithm>
#include <utility>

namespace qis::ui {

namespace {

constexpr int kSideBySideColumns = 150; ///< narrower pages show one plot below the other
constexpr int kChoiceColumns = 72;
constexpr int kMostRows = 15; ///< of a table before it scrolls by itself

/// Entries of a choice that cannot be taken say why and are passed over by the keyboard.
void setEntryEnabled(QComboBox& box, int index, bool enabled) {
    if (auto* items = qobject_cast<QStandardItemModel*>(box.model()))
        items->item(index)->setEnabled(enabled);
}

} // namespace

EvidencePage::EvidencePage(EngineBridge& bridge, QWidget* parent)
    : QWidget(parent)
    , m_bridge(bridge)
    , m_profileBox(new QComboBox(this))
    , m_questionBox(new QComboBox(this))
    , m_condition(plainLabel("evidenceCondition", this))
    , m_stack(new PageStack(this))
    , m_empty(new EmptyState(this))
    , m_scroll(new QScrollArea(this))
    , m_headline(plainLabel("evidenceHeadline", this))
    , m_footing(plainLabel("evidenceFooting", this))
    , m_retractions(new NoticeBar(this))
    , m_offline(new StatusLine(this))
    , m_totalsBox(new QWidget(this))
    , m_totals(new PlotTable(QStringLiteral("evidenceTotals"), m_totalsBox))
    , m_forest(new PlotView(QStringLiteral("forest"), this))
    , m_curve(new PlotView(QStringLiteral("curve"), this))
    , m_distribution(new DistributionView(this))
    , m_sites(new PlotTable(QStringLiteral("evidenceSites"), this))
    , m_caveat(plainLabel("evidenceCaveat", this)) {
    setObjectName(QStringLiteral("evidencePage"));
    m_profileBox->setObjectName(QStringLiteral("evidenceProfileBox"));
    m_profileBox->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_profileBox->setAccessibleName(tr("Interest"));
    m_questionBox->setObjectName(QStringLiteral("evidenceQuestionBox"));
    m_questionBox->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_questionBox->setAccessibleName(tr("Question"));
    for (QComboBox* box : {m_profileBox, m_questionBox})
        box->setMaximumWidth(theme::columns(*this, kChoiceColumns));
    auto* profileLabel = new QLabel(tr("In&terest:"), this);
    profileLabel->setBuddy(m_profileBox);
    auto* questionLabel = new QLabel(tr("&Question:"), this);
    questionLabel->setBuddy(m_questionBox);
    buildContent();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_scroll);
    m_retractions->setObjectName(QStringLiteral("evidenceRetractions"));
    m_retractions->setDismissable(false);
    m_retractions->hide();
    m_offline->setObjectName(QStringLiteral("evidenceOffline"));
    m_caveat->setText(words::caveat());
    theme::makeQuiet(*m_caveat);
    theme::makeQuiet(*m_condition);

    const int gap = theme::gap(*this);
    auto* top = new QHBoxLayout;
    top->setSpacing(gap * 2);
    top->addWidget(profileLabel);
    top->addWidget(m_profileBox);
    top->addSpacing(gap * 2);
    top->addWidget(questionLabel);
    top->addWidget(m_questionBox);
    top->addWidget(m_condition, 1);
    auto* layout = new QVBoxLayout(this);
    const int margin = theme::wideGap(*this) * 2 / 3;
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(margin);
    layout->addLayout(top);
    layout->addWidget(m_retractions);
    layout->addWidget(m_offline);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_caveat);

    connect(m_profileBox, &QComboBox::activated, this, [this] {
        showQuestions();
        gather();
    });
    connect(m_questionBox, &QComboBox::activated, this, [this] {
        if (const Interest* profile = chosenProfile())
            m_questions.insert(profile->pack, m_questionBox->currentData().toString());
        gather();
    });
    connect(m_empty->actionButton(), &QPushButton::clicked, this, [this] {
        if (m_fault)
            reload();
        else
            Q_EMIT composeRequested();
    });
    connect(&bridge, &EngineBridge::profilesChanged, this, &EvidencePage::readProfiles);
    connect(&bridge, &EngineBridge::matchesChanged, this, &EvidencePage::readProfiles);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { keepInSight(now); });
    showReason();
}

EvidencePage::~EvidencePage() {
    // The focus leaves what is in here while this is a page no more.
    disconnect(qApp, nullptr, this, nullptr);
}

void EvidencePage::buildContent() {
    theme::makeHeading(*m_headline, 1);
    theme::makeQuiet(*m_footing);
    const int gap = theme::gap(*this);
    const int wide = theme::wideGap(*this);
    const auto heading = [this](const QString& text, QWidget* buddy) {
        auto* label = new QLabel(text, this);
        theme::makeHeading(*label, 2);
        label->setBuddy(buddy);
        return label;
    };
    auto* totals = new QVBoxLayout(m_totalsBox);
    totals->setContentsMargins(0, 0, 0, 0);
    totals->setSpacing(gap);
    totals->addWidget(heading(tr("All tables together"), m_totals));
    totals->addWidget(m_totals);
    m_plots = new QBoxLayout(QBoxLayout::TopToBottom);
    m_plots->setSpacing(wide);
    m_plots->addWidget(m_forest, 1);
    m_plots->addWidget(m_curve, 1);
    auto* content = new QWidget(m_scroll);
    content->setObjectName(QStringLiteral("evidenceContent"));
    auto* column = new QVBoxLayout(content);
    theme::setMargins(*column, *this, 0, 0, gap, 0);
    column->setSpacing(gap);
    column->addWidget(m_headline);
    column->addWidget(m_footing);
    column->addSpacing(wide - gap);
    column->addWidget(m_totalsBox);
    column->addLayout(m_plots);
    column->addSpacing(wide - gap);
    column->addWidget(m_distribution);
    column->addSpacing(wide - gap);
    column->addWidget(heading(tr("What each site sent"), m_sites));
    column->addWidget(m_sites);
    column->addStretch(1);
    m_scroll->setObjectName(QStringLiteral("evidenceScroll"));
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
}

QList<Pane> EvidencePage::panes() const {
    if (!isFilled())
        return {{m_profileBox, m_profileBox}, {m_empty, m_empty->actionButton()}};
    return {{m_profileBox, m_profileBox},
            {m_forest, m_forest->shown()},
            {m_curve, m_curve->shown()},
            {m_distribution, m_distribution->fieldBox()},
            {m_sites, m_sites}};
}

bool EvidencePage::isFilled() const {
    return m_stack->currentWidget() == m_scroll;
}

void EvidencePage::reload() {
    m_packs.clear();
    readProfiles();
}

void EvidencePage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale)
        readProfiles();
}

void EvidencePage::readProfiles() {
    m_stale = !isVisible();
    if (m_stale)
        return;
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    if (m_packs.isEmpty())
        readPacks();
    m_bridge.listProfiles(this, [this](const Result<QList<Interest>>& result) {
        m_reading = false;
        m_fault = result.ok() ? std::nullopt : std::optional(result.fault);
        if (result.ok()) {
            m_profiles = *result.value;
            m_profilesRead = true;
            showProfiles();
        }
        gather();
        if (std::exchange(m_again, false))
            readProfiles();
    });
}

void EvidencePage::readPacks() {
    // Asked before the profiles and therefore answered before them.
    m_bridge.listPacks(this, [this](const Result<QList<Pack>>& result) {
        if (result.ok())
            m_packs = *result.value;
    });
}

void EvidencePage::showProfiles() {
    QStringList texts;
    for (const Interest& profile : std::as_const(m_profiles))
        texts.append(profile.conditionOnly
                         ? nameInWords(profile)
                         //: An entry that cannot be chosen, and why. %1: name of an interest
                         : tr("%1 – also matches on the outcome, so no rate can be shown").arg(nameInWords(profile)));
    QStringList present;
    for (int index = 0; index < m_profileBox->count(); ++index)
        present.append(m_profileBox->itemText(index));
    const QSignalBlocker blocker(m_profileBox);
    const QString chosen = m_wanted.isEmpty() ? m_profileBox->currentData().toString() : m_wanted;
    if (texts != present) {
        m_profileBox->clear();
        for (qsizetype index = 0; index < m_profiles.size(); ++index) {
            m_profileBox->addItem(texts.at(index), m_profiles.at(index).name);
            setEntryEnabled(*m_profileBox, static_cast<int>(index), m_profiles.at(index).conditionOnly);
        }
    }
    const auto isChosen = [&chosen](const Interest& one) { return one.name == chosen && one.conditionOnly; };
    const auto canBe = [](const Interest& one) { return one.conditionOnly; };
    auto at = std::find_if(m_profiles.cbegin(), m_profiles.cend(), isChosen);
    if (at != m_profiles.cend())
        m_wanted.clear();
    else
        at = std::find_if(m_profiles.cbegin(), m_profiles.cend(), canBe);
    m_profileBox->setCurrentIndex(at == m_profiles.cend() ? -1 : static_cast<int>(at - m_profiles.cbegin()));
    m_profileBox->setEnabled(!m_profiles.isEmpty());
    showQuestions();
}

const Interest* EvidencePage::chosenProfile() const {
    const QString name = m_profileBox->currentData().toString();
    const auto at = std::find_if(m_profiles.cbegin(), m_profiles.cend(),
                                 [&name](const Interest& one) { return one.name == name && one.conditionOnly; });
    return at == m_profiles.cend() ? nullptr : &*at;
}

void EvidencePage::showQuestions() {
    const Interest* profile = chosenProfile();
    QList<Question> questions;
    for (const Pack& pack : std::as_const(m_packs))
        if (profile != nullptr && pack.id == profile->pack)
            questions = pack.questions;
    const QSignalBlocker blocker(m_questionBox);
    const QString chosen = profile == nullptr ? QString() : m_questions.value(profile->pack);
    bool same = m_questionBox->count() == questions.size();
    for (int index = 0; same && index < questions.size(); ++index)
        same = m_questionBox->itemData(index).toString() == questions.at(index).id;
    if (!same) {
        m_questionBox->clear();
        for (const Question& question : std::as_const(questions))
            m_questionBox->addItem(question.label, question.id);
    }
    if (!questions.isEmpty())
        m_questionBox->setCurrentIndex(qMax(0, m_questionBox->findData(chosen)));
    m_questionBox->setEnabled(!questions.isEmpty());
}

void EvidencePage::chooseProfile(const QString& name) {
    m_wanted = name;
    readProfiles();
}

void EvidencePage::chooseQuestion(const QString& id) {
    if (const Interest* profile = chosenProfile())
        m_questions.insert(profile->pack, id);
    showQuestions();
    gather();
}

void EvidencePage::gather() {
    const quint64 asked = ++m_asked;
    const Interest* profile = chosenProfile();
    m_condition->setText(profile == nullptr ? QString() : profile->prototype);
    if (profile == nullptr || m_questionBox->currentIndex() < 0) {
        m_gathered = false;
        showState();
        return;
    }
    m_bridge.gatherEvidence(
        profile->name, m_questionBox->currentData().toString(), this,
        [this, asked, name = nameInWords(*profile), condition = profile->prototype](const Result<Evidence>& result) {
            if (asked != m_asked)
                return;
            m_fault = result.ok() ? std::nullopt : std::optional(result.fault);
            if (result.ok()) {
                m_evidence = *result.value;
                m_evidence.interest = name;
                m_evidence.condition = condition;
                m_gathered = true;
            }
            showState();
        });
}

void EvidencePage::setStatus(const Status& status) {
    if (m_connectedPeers == status.connectedPeers)
        return;
    m_connectedPeers = status.connectedPeers;
    if (isVisible())
        showState();
    else
        m_stale = true;
}

bool EvidencePage::hasAnswer() const {
    return m_gathered && !m_fault && m_evidence.packets > 0;
}

void EvidencePage::showState() {
    const QString retracted = m_gathered && !m_fault ? words::retractions(m_evidence) : QString();
    m_retractions->setMessage(theme::Glyph::Warning, retracted);
    m_retractions->setVisible(!retracted.isEmpty());
    const bool alone = hasAnswer() && m_connectedPeers == 0;
    m_offline->setMessage(
        theme::Glyph::Offline,
        //: %1: day and time
        alone ? tr("No peer is connected. Shown is what had arrived by %1.").arg(format::dateTime(m_evidence.received))
              : QString());
    if (hasAnswer())
        showEvidence();
    else
        showReason();
    Q_EMIT shown();
}

void EvidencePage::showEvidence() {
    m_headline->setText(m_evidence.rate ? words::headline(m_evidence) : tr("Nobody was exposed in what matched."));
    const QString amended = words::amended(m_evidence);
    const QString footing = words::footing(m_evidence);
    m_footing->setText(amended.isEmpty() ? footing : QString(footing % QLatin1Char(' ') % amended));
    m_footing->setVisible(m_evidence.rate.has_value());
    const PlotData totals = totalsOf(m_evidence);
    m_totals->setPlotData(totals);
    m_totalsBox->setVisible(!totals.rows.isEmpty());
    m_forest->setPlotData(forestOf(m_evidence));
    m_curve->setPlotData(curveOf(m_evidence));
    m_distribution->setEvidence(m_evidence);
    m_sites->setPlotData(sitesOf(m_evidence));
    for (PlotTable* table : {m_totals, m_sites})
        table->fitHeight(kMostRows);
    m_stack->setCurrentWidget(m_scroll);
}

void EvidencePage::showReason() {
    m_stack->setCurrentWidget(m_empty);
    m_empty->setAction({});
    const bool canAsk =
        std::any_of(m_profiles.cbegin(), m_profiles.cend(), [](const Interest& one) { return one.conditionOnly; });
    const Interest* profile = chosenProfile();
    if (m_fault) {
        m_empty->setMessage(tr("The evidence could not be read"), format::failureSentence(m_fault->code));
        m_empty->setAction(tr("Try again"));
    } else if (!m_profilesRead || (canAsk && !m_gathered)) {
        m_empty->setMessage(tr("Reading the evidence"), QString());
    } else if (m_profiles.isEmpty()) {
        m_empty->setMessage(tr("You have not asked for anything yet"),
                            tr("Evidence is what matched outcomes say together. Describe a condition in Compose and "
                               "choose “Ask for outcomes like this”; what matches is counted here."));
        m_empty->setAction(tr("Go to Compose"));
    } else if (!canAsk) {
        m_empty->setMessage(tr("No rate can be shown"),
                            tr("Every interest of this home also matches on what happened. What is chosen by its "
                               "outcome cannot tell how often that outcome happens. Choose “Ask for outcomes like "
                               "this” in Compose: such an interest goes by the condition alone."));
        m_empty->setAction(tr("Go to Compose"));
    } else if (profile != nullptr && profile->matches > 0) {
        m_empty->setMessage(
            tr("Nothing answers this question"),
            tr("%Ln outcome(s) matched, but none counts here. Your own site, what was amended or retracted and "
               "what does not record this are left out. Choose another question above.",
               nullptr, words::plural(profile->matches)));
    } else if (m_connectedPeers == 0) {
        m_empty->setMessage(tr("No match here, and no peer is connected"),
                            tr("Everything stored on this computer was searched. More can arrive as soon as a peer is "
                               "connected."));
    } else {
        m_empty->setMessage(tr("No match yet"),
                            tr("Everything stored on this computer was searched. Evidence appears here by itself when "
                               "other sites send something alike."));
    }
}

void EvidencePage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const int wanted = m_forest->minimumSizeHint().width() + m_curve->minimumSizeHint().width();
    const bool wide = width() >= std::max(theme::columns(*this, kSideBySideColumns), wanted + 4 * m_plots->spacing());
    m_plots->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void EvidencePage::keepInSight(QWidget* focus) {
    if (focus != nullptr && m_scroll->isAncestorOf(focus))
        m_scroll->ensureWidgetVisible(focus, 0, theme::gap(*this));
}

} // namespace qis::ui
